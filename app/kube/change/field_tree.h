#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

/// Who manages which fields, as managedFields say; for this room's own sources.
/// https://kubernetes.io/docs/reference/using-api/server-side-apply/
namespace kaptan::kube
{

/// FieldsV1 of one manager, or of several together. A node that has nothing below it is a scalar, or a list
/// or map that is only written whole.
struct FieldTree {
    QHash<QString, FieldTree> below; ///< by "f:name", "k:{...}" and "v:..." in one spelling
    QStringList keys;                ///< a list whose items are told apart by these fields
    bool isSet = false;              ///< a list whose items are told apart by themselves
    bool itself = false;             ///< the field as such, beside what is in it

    static FieldTree read(const QJsonObject& fieldsV1);
    void add(const FieldTree& other);

    const FieldTree* at(const QString& step) const
    {
        const auto it = below.constFind(step);
        return it == below.constEnd() ? nullptr : &*it;
    }
};

/// Steps as FieldTree::below names them.
QString fieldStep(const QString& name);
QString itemStep(const QJsonObject& key);
QString valueStep(const QJsonValue& value);
/// Steps as the server writes them in its sentences: `.name`, `[name="web"]`, `[="value"]`.
QString fieldWord(const QString& name);
QString itemWord(const QJsonObject& key, const QStringList& order);
QString valueWord(const QJsonValue& value);

/// How the items of a list find their counterparts in another state of it.
class ListKeys
{
public:
    /// Of a list that `known` tells of (it may be null), else guessed by "name" where `guess` allows it.
    static ListKeys of(const FieldTree* known, bool guess, const QJsonArray& one, const QJsonArray& other);

    bool isAssociative() const { return !m_keys.isEmpty(); }

    bool isSet() const { return m_set; }

    const QStringList& names() const { return m_keys; }

    /// The key fields of an item; those that it does not say come from the one item of `like` that agrees in
    /// the others, as the server fills in "protocol: TCP".
    QJsonObject keyOf(const QJsonObject& item, const QJsonArray& like) const;

    /// The keys of all items; nothing where one has none or two have the same: then the list is a whole.
    std::optional<QVector<QJsonObject>> keysOf(const QJsonArray& list, const QJsonArray& like) const;

private:
    QStringList m_keys;
    bool m_set = false;
};

} // namespace kaptan::kube
