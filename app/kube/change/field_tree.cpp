#include "app/kube/change/field_tree.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace kaptan::kube
{

using namespace Qt::StringLiterals;

namespace
{

QString compact(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// As JSON, without the brackets that a document needs.
QString scalar(const QJsonValue& value)
{
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, json.size() - 2));
}

} // namespace

QString fieldStep(const QString& name)
{
    return u"f:"_s + name;
}

QString itemStep(const QJsonObject& key)
{
    return u"k:"_s + compact(key);
}

QString valueStep(const QJsonValue& value)
{
    return u"v:"_s + scalar(value);
}

QString fieldWord(const QString& name)
{
    return u'.' + name;
}

QString itemWord(const QJsonObject& key, const QStringList& order)
{
    QStringList parts;
    for (const QString& name : order) {
        if (key.contains(name))
            parts << name + u'=' + scalar(key.value(name));
    }
    return u'[' + parts.join(u',') + u']';
}

QString valueWord(const QJsonValue& value)
{
    return u"[="_s + scalar(value) + u']';
}

FieldTree FieldTree::read(const QJsonObject& fieldsV1)
{
    FieldTree tree;
    for (auto it = fieldsV1.begin(); it != fieldsV1.end(); ++it) {
        const QString name = it.key();
        if (name == u"."_s) {
            tree.itself = true;
            continue;
        }
        QString step = name;
        if (name.startsWith(u"k:"_s)) {
            const QJsonObject key = QJsonDocument::fromJson(QStringView(name).mid(2).toUtf8()).object();
            if (key.isEmpty())
                continue;
            step = itemStep(key);
            for (const QString& field : key.keys()) {
                if (!tree.keys.contains(field))
                    tree.keys << field;
            }
        } else if (name.startsWith(u"v:"_s)) {
            const QJsonArray one =
                QJsonDocument::fromJson('[' + QStringView(name).mid(2).toUtf8() + ']').array();
            if (one.isEmpty())
                continue;
            step = valueStep(one.first());
            tree.isSet = true;
        }
        tree.below.insert(step, read(it.value().toObject()));
    }
    std::sort(tree.keys.begin(), tree.keys.end());
    return tree;
}

void FieldTree::add(const FieldTree& other)
{
    for (auto it = other.below.begin(); it != other.below.end(); ++it)
        below[it.key()].add(*it);
    for (const QString& key : other.keys) {
        if (!keys.contains(key))
            keys << key;
    }
    std::sort(keys.begin(), keys.end());
    isSet = isSet || other.isSet;
    itself = itself || other.itself;
}

ListKeys ListKeys::of(const FieldTree* known, bool guess, const QJsonArray& one, const QJsonArray& other)
{
    ListKeys how;
    if (known) {
        how.m_keys = known->keys;
        how.m_set = known->isSet && known->keys.isEmpty();
        if (how.isSet() || how.isAssociative() || !guess || !known->below.isEmpty())
            return how;
    }
    if (!guess)
        return how;
    const auto named = [](const QJsonArray& list) {
        return std::all_of(list.begin(), list.end(), [](const QJsonValue& item) {
            return !item.toObject().value(u"name"_s).toString().isEmpty();
        });
    };
    if ((!one.isEmpty() || !other.isEmpty()) && named(one) && named(other))
        how.m_keys = QStringList{u"name"_s};
    return how;
}

QJsonObject ListKeys::keyOf(const QJsonObject& item, const QJsonArray& like) const
{
    const auto part = [this](const QJsonObject& of) {
        QJsonObject key;
        for (const QString& name : m_keys) {
            const QJsonValue value = of.value(name);
            if (!value.isUndefined() && !value.isNull())
                key.insert(name, value);
        }
        return key;
    };
    QJsonObject key = part(item);
    if (key.isEmpty() || key.size() == m_keys.size())
        return key;
    QJsonObject full;
    for (const QJsonValue& other : like) {
        const QJsonObject theirs = part(other.toObject());
        const bool agrees = std::all_of(m_keys.begin(), m_keys.end(), [&](const QString& name) {
            return !key.contains(name) || key.value(name) == theirs.value(name);
        });
        if (!agrees || theirs.size() <= key.size())
            continue;
        if (!full.isEmpty())
            return key; // two would do
        full = theirs;
    }
    return full.isEmpty() ? key : full;
}

std::optional<QVector<QJsonObject>> ListKeys::keysOf(const QJsonArray& list, const QJsonArray& like) const
{
    QVector<QJsonObject> keys;
    QSet<QString> seen;
    keys.reserve(list.size());
    for (const QJsonValue& item : list) {
        const QJsonObject key = keyOf(item.toObject(), like);
        const QString step = itemStep(key);
        if (key.isEmpty() || seen.contains(step))
            return {};
        seen.insert(step);
        keys.append(key);
    }
    return keys;
}

} // namespace kaptan::kube
