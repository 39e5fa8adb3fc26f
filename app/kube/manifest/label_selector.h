#pragma once

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

namespace kaptan::kube
{

using Labels = QHash<QString, QString>;

/// Which objects are meant, by their labels. An empty one means all of them.
/// https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/
struct LabelSelector {
    struct Need {
        QString key, op; ///< "In", "NotIn", "Exists", "DoesNotExist"
        QStringList values;
        QJsonObject rest = {}; ///< what else stood there
        bool operator==(const Need&) const = default;
    };

    Labels labels; ///< all of them must be there
    QVector<Need> needs;
    QJsonObject rest = {}; ///< what else stood there, so that nothing is lost

    static LabelSelector read(const QJsonObject& json);
    QJsonObject toJson() const;

    bool isEmpty() const { return labels.isEmpty() && needs.isEmpty(); }

    /// False where an operator is unknown: nothing is promised that the server might not keep.
    bool matches(const Labels& of) const;
    /// "app=web, tier in (a, b), !canary"; empty for an empty one.
    QString toText() const;
    bool operator==(const LabelSelector&) const = default;
};

/// The labels of `metadata.labels`; values that are no strings are left out.
Labels labelsOf(const QJsonObject& object);
/// "a=1, b=2" in the order of the keys.
QString labelText(const Labels& labels);

} // namespace kaptan::kube
