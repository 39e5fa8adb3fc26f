#pragma once

#include "app/kube/manifest/yaml_edit.h"
#include "app/kube/watch/cluster.h"

#include <QPointer>
#include <QWidget>

namespace kaptan::ui
{

/// What a form may ask the cluster for: names to choose from.
struct FormContext {
    QPointer<kube::Cluster> cluster; ///< may be null
    QString nameSpace;
};

/// Fields beside a text of YAML; both are kept in step. The text is the truth: a form shows what it says and
/// asks for single changes.
class Form : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Shows the object; fields that the form does not know stay in the text. Never emits.
    virtual void show(const QJsonObject& object) = 0;
    /// Of a new object: the name may be changed too.
    virtual void setNew(bool isNew) = 0;
    virtual void retranslate() = 0;

Q_SIGNALS:
    /// The user changed a field: several values at once are one change. Undefined removes.
    void edited(const QVector<QPair<kube::YamlPath, QJsonValue>>& changes);
};

/// The form of a kind; null where it has none.
Form* makeForm(const QString& apiVersion, const QString& kind, const FormContext& context, QWidget* parent);

/// A kind that can be made by form.
struct FormKind {
    QString apiVersion, kind;
    QString title; ///< translated when asked
};

/// In the order in which they are offered; the newest apiVersion of each.
QVector<FormKind> formKinds();
/// The versions of a kind that have a form, newest first: older servers lack the first ones (batch/v1 CronJob
/// before 1.21, autoscaling/v2 before 1.23, policy/v1 before 1.21).
QStringList formVersions(const QString& kind);
/// The text that a new object begins with, with its comments; valid but for the name where that is empty.
QString newObjectText(const QString& apiVersion, const QString& kind, const QString& nameSpace);

} // namespace kaptan::ui
