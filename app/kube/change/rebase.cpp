#include "app/kube/change/edit_plan.h"

#include "app/kube/change/field_tree.h"

namespace kaptan::kube
{

using namespace Qt::StringLiterals;

namespace
{

/// Three states of one value, merged. Undefined stands for what is not there.
class Merger
{
public:
    explicit Merger(FieldTree known) : m_known(std::move(known)) {}

    QJsonObject merge(const QJsonObject& base, const QJsonObject& edited, const QJsonObject& newer)
    {
        return mergeObjects(base, edited, newer, &m_known, {});
    }

    QStringList clashes;

private:
    QJsonValue mergeValues(const QJsonValue& base, const QJsonValue& edited, const QJsonValue& newer,
                           const FieldTree* known, const QString& path)
    {
        if (edited == base || edited == newer)
            return newer;
        if (newer == base)
            return edited;
        if (edited.isObject() && newer.isObject())
            return mergeObjects(base.toObject(), edited.toObject(), newer.toObject(), known, path);
        if (edited.isArray() && newer.isArray()) {
            const QJsonArray a = base.toArray(), b = edited.toArray(), c = newer.toArray();
            const ListKeys how = ListKeys::of(known, true, b, c);
            if (how.isSet())
                return mergeSets(a, b, c);
            if (how.isAssociative()) {
                const auto ka = how.keysOf(a, {}), kb = how.keysOf(b, a), kc = how.keysOf(c, a);
                if (ka && kb && kc)
                    return mergeItems({a, *ka}, {b, *kb}, {c, *kc}, how.names(), known, path);
            }
        }
        clashes << path;
        return edited;
    }

    QJsonObject mergeObjects(const QJsonObject& base, const QJsonObject& edited, const QJsonObject& newer,
                             const FieldTree* known, const QString& path)
    {
        QJsonObject merged;
        const auto take = [&](const QString& name) {
            const QJsonValue value =
                mergeValues(base.value(name), edited.value(name), newer.value(name),
                            known ? known->at(fieldStep(name)) : nullptr, path + fieldWord(name));
            if (!value.isUndefined())
                merged.insert(name, value);
        };
        for (auto it = edited.begin(); it != edited.end(); ++it)
            take(it.key());
        for (auto it = newer.begin(); it != newer.end(); ++it) {
            if (!edited.contains(it.key()))
                take(it.key());
        }
        return merged;
    }

    static QJsonArray mergeSets(const QJsonArray& base, const QJsonArray& edited, const QJsonArray& newer)
    {
        QJsonArray merged;
        for (const QJsonValue& value : edited) {
            if (newer.contains(value) || !base.contains(value))
                merged.append(value);
        }
        for (const QJsonValue& value : newer) {
            if (!base.contains(value) && !merged.contains(value))
                merged.append(value);
        }
        return merged;
    }

    struct Items {
        QHash<QString, QJsonValue> byKey;
        QVector<QJsonObject> keys;

        Items(const QJsonArray& list, QVector<QJsonObject> all) : keys(std::move(all))
        {
            for (qsizetype i = 0; i < keys.size(); ++i)
                byKey.insert(itemStep(keys[i]), list[i]);
        }

        QJsonValue at(const QString& step) const
        {
            return byKey.value(step, QJsonValue(QJsonValue::Undefined));
        }
    };

    /// In the user's order; what came meanwhile goes to the end, as the server does it.
    QJsonArray mergeItems(const Items& base, const Items& edited, const Items& newer,
                          const QStringList& names, const FieldTree* known, const QString& path)
    {
        QJsonArray merged;
        const auto take = [&](const QJsonObject& key) {
            const QString step = itemStep(key);
            const QJsonValue value =
                mergeValues(base.at(step), edited.at(step), newer.at(step), known ? known->at(step) : nullptr,
                            path + itemWord(key, names));
            if (!value.isUndefined())
                merged.append(value);
        };
        for (const QJsonObject& key : edited.keys)
            take(key);
        for (const QJsonObject& key : newer.keys) {
            if (!edited.byKey.contains(itemStep(key)))
                take(key);
        }
        return merged;
    }

    FieldTree m_known;
};

FieldTree knownOf(const QJsonObject& object)
{
    FieldTree known;
    const QJsonArray lines = object.value(u"metadata"_s).toObject().value(u"managedFields"_s).toArray();
    for (const QJsonValue& line : lines)
        known.add(FieldTree::read(line.toObject().value(u"fieldsV1"_s).toObject()));
    return known;
}

} // namespace

Rebase rebase(const QJsonObject& base, const QJsonObject& edited, const QJsonObject& newer)
{
    FieldTree known = knownOf(base);
    known.add(knownOf(newer));
    Merger merger(std::move(known));
    Rebase result;
    result.merged = merger.merge(editable(base), editable(edited), editable(newer));
    result.clashes = merger.clashes;
    return result;
}

} // namespace kaptan::kube
