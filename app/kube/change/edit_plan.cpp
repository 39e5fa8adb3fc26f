#include "app/kube/change/edit_plan.h"

#include "app/kube/change/field_tree.h"

#include <QSet>

namespace kaptan::kube
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QLatin1String kLastApplied("kubectl.kubernetes.io/last-applied-configuration");
constexpr QLatin1String kBeforeFirstApply("before-first-apply");

/// Kept by the server in metadata; the rest of it is the user's.
const QStringList& kept()
{
    static const QStringList names{
        u"managedFields"_s,     u"uid"_s,      u"resourceVersion"_s,   u"generation"_s,
        u"creationTimestamp"_s, u"selfLink"_s, u"deletionTimestamp"_s, u"deletionGracePeriodSeconds"_s,
        u"clusterName"_s};
    return names;
}

/// One line of managedFields.
struct Manager {
    QString name;
    FieldTree fields;
};

/// A place in the object, seen by everybody who has a say there.
struct Place {
    QVector<const FieldTree*> others; ///< in the order of the managers; null: owns nothing there
    const FieldTree* own = nullptr;
    const FieldTree* all = nullptr;
    QString path;

    Place at(const QString& step, const QString& word) const
    {
        Place place;
        place.others.reserve(others.size());
        for (const FieldTree* tree : others)
            place.others << (tree ? tree->at(step) : nullptr);
        place.own = own ? own->at(step) : nullptr;
        place.all = all ? all->at(step) : nullptr;
        place.path = path + word;
        return place;
    }
};

bool isNothing(const QJsonValue& value)
{
    return value.isUndefined() || value.isNull();
}

/// Walks the live object and the edited one side by side and collects what has to be applied.
class Planner
{
public:
    Planner(const QJsonObject& live, const QString& manager)
    {
        const QJsonArray lines = live.value(u"metadata"_s).toObject().value(u"managedFields"_s).toArray();
        for (const QJsonValue& value : lines) {
            const QJsonObject line = value.toObject();
            const QString name = line.value(u"manager"_s).toString();
            FieldTree tree = FieldTree::read(line.value(u"fieldsV1"_s).toObject());
            m_all.add(tree);
            // What the same manager wrote by other ways than apply is no part of what it applied.
            if (name == manager && line.value(u"operation"_s).toString() == u"Apply"_s &&
                line.value(u"subresource"_s).toString().isEmpty())
                m_own.add(tree);
            else
                m_others.append({name, std::move(tree)});
        }
        m_unmanaged = lines.isEmpty();
    }

    EditPlan plan(const QJsonObject& base, const QJsonObject& edited)
    {
        Place root;
        for (const Manager& manager : m_others)
            root.others << &manager.fields;
        root.own = &m_own;
        root.all = &m_all;
        m_plan.applied = visitObject(base, edited, root).toObject();
        m_plan.changesNothing = !m_changed;
        return m_plan;
    }

private:
    /// What of the edited value is to be applied; Undefined: nothing.
    QJsonValue visit(const QJsonValue& base, const QJsonValue& edited, const Place& place)
    {
        if (isNothing(edited)) {
            if (!isNothing(base))
                removed(place);
            return QJsonValue::Undefined;
        }
        if (base.isObject() && edited.isObject() && !isAtomic(base.toObject(), place))
            return visitObject(base.toObject(), edited.toObject(), place);
        if (base.isArray() && edited.isArray()) {
            const QJsonArray before = base.toArray(), after = edited.toArray();
            const ListKeys how = ListKeys::of(place.all, m_unmanaged, before, after);
            if (how.isSet())
                return visitSet(before, after, place);
            if (how.isAssociative()) {
                const auto keysBefore = how.keysOf(before, {}), keysAfter = how.keysOf(after, before);
                if (keysBefore && keysAfter)
                    return visitItems(before, *keysBefore, after, *keysAfter, how.names(), place);
            }
        }
        if (base == edited)
            return place.own ? edited : QJsonValue(QJsonValue::Undefined);
        m_changed = true;
        return edited;
    }

    /// A map or struct that is only written whole: known, and nobody knows anything in it.
    static bool isAtomic(const QJsonObject& base, const Place& place)
    {
        return place.all && place.all->below.isEmpty() && !base.isEmpty();
    }

    QJsonValue visitObject(const QJsonObject& base, const QJsonObject& edited, const Place& place)
    {
        QJsonObject taken;
        for (auto it = edited.begin(); it != edited.end(); ++it) {
            const QJsonValue value =
                visit(base.value(it.key()), it.value(), place.at(fieldStep(it.key()), fieldWord(it.key())));
            if (!value.isUndefined())
                taken.insert(it.key(), value);
        }
        for (auto it = base.begin(); it != base.end(); ++it) {
            if (!edited.contains(it.key()) && !it.value().isNull())
                removed(place.at(fieldStep(it.key()), fieldWord(it.key())));
        }
        // Owned for itself: an empty map says something too.
        const bool own = place.own && (place.own->itself || place.own->below.isEmpty());
        return taken.isEmpty() && !own ? QJsonValue(QJsonValue::Undefined) : QJsonValue(taken);
    }

    QJsonValue visitSet(const QJsonArray& base, const QJsonArray& edited, const Place& place)
    {
        QJsonArray taken;
        for (const QJsonValue& value : edited) {
            const bool isNew = !base.contains(value);
            m_changed = m_changed || isNew;
            if (isNew || (place.own && place.own->at(valueStep(value))))
                taken.append(value);
        }
        for (const QJsonValue& value : base) {
            if (!edited.contains(value))
                removed(place.at(valueStep(value), valueWord(value)));
        }
        return taken.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(taken);
    }

    QJsonValue visitItems(const QJsonArray& base, const QVector<QJsonObject>& keysBefore,
                          const QJsonArray& edited, const QVector<QJsonObject>& keysAfter,
                          const QStringList& names, const Place& place)
    {
        QHash<QString, qsizetype> before;
        for (qsizetype i = 0; i < keysBefore.size(); ++i)
            before.insert(itemStep(keysBefore[i]), i);
        // Order counts for some (variables refer to those above them): where it changed, the keys of all say
        // so.
        qsizetype last = -1;
        bool reordered = false;
        QSet<QString> present;
        for (const QJsonObject& key : keysAfter) {
            const QString step = itemStep(key);
            present.insert(step);
            const qsizetype at = before.value(step, -1);
            reordered = reordered || (at >= 0 && at < last);
            last = std::max(last, at);
        }
        m_changed = m_changed || reordered;
        QJsonArray taken;
        for (qsizetype i = 0; i < keysAfter.size(); ++i) {
            const QString step = itemStep(keysAfter[i]);
            const qsizetype at = before.value(step, -1);
            if (at < 0) {
                taken.append(edited[i]);
                m_changed = true;
                continue;
            }
            const Place item = place.at(step, itemWord(keysAfter[i], names));
            const QJsonObject from = base[at].toObject();
            QJsonObject to = edited[i].toObject();
            for (auto it = keysAfter[i].begin(); it != keysAfter[i].end(); ++it)
                to.insert(it.key(), it.value()); // left out, but the item is told by it
            const QJsonValue value = visitObject(from, to, item);
            if (value.isUndefined() && !reordered)
                continue;
            QJsonObject whole = value.toObject();
            for (auto it = keysAfter[i].begin(); it != keysAfter[i].end(); ++it)
                whole.insert(it.key(), it.value());
            taken.append(whole);
        }
        for (qsizetype i = 0; i < keysBefore.size(); ++i) {
            const QString step = itemStep(keysBefore[i]);
            if (!present.contains(step))
                removed(place.at(step, itemWord(keysBefore[i], names)));
        }
        return taken.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(taken);
    }

    void removed(const Place& place)
    {
        HeldField field{place.path, {}};
        for (qsizetype i = 0; i < place.others.size(); ++i) {
            if (place.others[i] && !field.managers.contains(m_others[i].name))
                field.managers << m_others[i].name;
        }
        if (m_unmanaged)
            field.managers << kBeforeFirstApply;
        m_changed = m_changed || place.own || !field.managers.isEmpty();
        if (!field.managers.isEmpty())
            m_plan.held << field;
    }

    QVector<Manager> m_others;
    FieldTree m_own, m_all;
    bool m_unmanaged = false;
    bool m_changed = false;
    EditPlan m_plan;
};

QJsonObject without(const QJsonObject& object, bool status)
{
    QJsonObject rest = object;
    if (status)
        rest.remove(u"status"_s);
    QJsonObject metadata = rest.value(u"metadata"_s).toObject();
    for (const QString& name : kept())
        metadata.remove(name);
    QJsonObject annotations = metadata.value(u"annotations"_s).toObject();
    if (annotations.contains(kLastApplied)) {
        annotations.remove(kLastApplied);
        if (annotations.isEmpty())
            metadata.remove(u"annotations"_s);
        else
            metadata.insert(u"annotations"_s, annotations);
    }
    if (rest.contains(u"metadata"_s))
        rest.insert(u"metadata"_s, metadata);
    return rest;
}

} // namespace

QJsonObject editable(const QJsonObject& live)
{
    return without(live, true);
}

QJsonObject applicable(const QJsonObject& written)
{
    return without(written, false);
}

EditPlan planEdit(const QJsonObject& live, const QJsonObject& edited, const QString& manager)
{
    const QJsonObject base = editable(live), wanted = editable(edited);
    EditPlan plan = Planner(live, manager).plan(base, wanted);
    for (const QString& name : {u"apiVersion"_s, u"kind"_s})
        plan.applied.insert(name, wanted.contains(name) ? wanted.value(name) : base.value(name));
    QJsonObject metadata = plan.applied.value(u"metadata"_s).toObject();
    for (const QString& name : {u"name"_s, u"namespace"_s}) {
        const QJsonValue value = base.value(u"metadata"_s).toObject().value(name);
        if (!value.isUndefined())
            metadata.insert(name, value);
    }
    plan.applied.insert(u"metadata"_s, metadata);
    return plan;
}

QJsonObject replacement(const QJsonObject& live, const QJsonObject& edited)
{
    QJsonObject whole = editable(edited);
    const QJsonObject theirs = live.value(u"metadata"_s).toObject();
    QJsonObject metadata = whole.value(u"metadata"_s).toObject();
    for (const QString& name : kept()) {
        // Left out, the server keeps it; sent, it would be read as a wish.
        if (theirs.contains(name) && name != u"managedFields"_s)
            metadata.insert(name, theirs.value(name));
    }
    const QJsonValue lastApplied = theirs.value(u"annotations"_s).toObject().value(kLastApplied);
    if (!lastApplied.isUndefined()) {
        QJsonObject annotations = metadata.value(u"annotations"_s).toObject();
        annotations.insert(kLastApplied, lastApplied);
        metadata.insert(u"annotations"_s, annotations);
    }
    whole.insert(u"metadata"_s, metadata);
    if (live.contains(u"status"_s))
        whole.insert(u"status"_s, live.value(u"status"_s));
    return whole;
}

} // namespace kaptan::kube
