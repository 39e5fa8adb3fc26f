#include "app/session/joint_ports.h"

#include "app/session/joint_id.h"

#include <QCoreApplication>

#include <algorithm>

namespace kaptan::session
{

using namespace workload;

namespace
{

/// Of all members together; each keeps as many itself.
constexpr qsizetype eventsKept = 5000;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(JointSession)
};

/// The instances of a member, with ids that say whose they are.
class JointInstances : public InstanceMaker
{
public:
    JointInstances(QString connectionId, InstanceList own)
        : m_connectionId(std::move(connectionId)), m_own(std::move(own))
    {
    }

    qsizetype count() const override { return m_own.size(); }

    QVector<Instance> make() const override
    {
        QVector<Instance> all = m_own.passing();
        for (Instance& instance : all)
            if (!instance.id.isEmpty())
                instance.id = jointId(m_connectionId, instance.id);
        return all;
    }

    QStringList ids(bool runningOnly) const override
    {
        QStringList ids = m_own.ids(runningOnly);
        for (QString& id : ids)
            id = jointId(m_connectionId, id);
        return ids;
    }

    int missing() const override { return m_own.missing(); }

    bool makesSameAs(const InstanceMaker& other) const override
    {
        const auto* that = dynamic_cast<const JointInstances*>(&other);
        return that && that->m_connectionId == m_connectionId && that->m_own == m_own;
    }

private:
    QString m_connectionId;
    InstanceList m_own;
};

WorkloadPtr jointWorkload(const Workload& own, const QString& connectionId, const QString& name)
{
    auto made = std::make_shared<Workload>(own);
    made->id = jointId(connectionId, own.id);
    made->connection = name;
    made->instances = InstanceList(std::make_shared<const JointInstances>(connectionId, own.instances));
    return made;
}

/// The log of an instance whose connection is not there: it has ended already.
class NoLog : public LogHandle
{
public:
    void setPaused(bool) override {}
};

} // namespace

// ---- workloads

QVector<WorkloadPtr> JointWorkloads::workloads() const
{
    const QMutexLocker lock(&m_mutex);
    if (m_listDirty) {
        m_list = QVector<WorkloadPtr>(m_all.cbegin(), m_all.cend());
        m_listDirty = false;
    }
    return m_list;
}

WorkloadPtr JointWorkloads::find(const QString& id) const
{
    const QMutexLocker lock(&m_mutex);
    return m_all.value(id);
}

WorkloadPtr JointWorkloads::ofInstance(const QString& instanceId) const
{
    const auto [connectionId, own] = splitJointId(instanceId);
    WorkloadPtr found;
    {
        const QMutexLocker lock(&m_sourcesMutex);
        if (const WorkloadSource* source = m_sources.value(connectionId))
            found = source->ofInstance(own);
    }
    return found ? find(jointId(connectionId, found->id)) : nullptr;
}

void JointWorkloads::attach(const QString& connectionId, const QString& name, WorkloadSource* source)
{
    {
        const QMutexLocker lock(&m_sourcesMutex);
        m_sources.insert(connectionId, source);
    }
    // First, so that nothing is missed between the list and what changes in it.
    connect(
        source, &WorkloadSource::changed, this,
        [this, connectionId](const WorkloadDelta& delta) { take(connectionId, delta); },
        Qt::QueuedConnection);
    QMetaObject::invokeMethod(
        this, [this, connectionId, name] { begin(connectionId, name); }, Qt::QueuedConnection);
}

void JointWorkloads::detach(const QString& connectionId)
{
    {
        const QMutexLocker lock(&m_sourcesMutex);
        if (WorkloadSource* source = m_sources.take(connectionId))
            source->disconnect(this);
    }
    QMetaObject::invokeMethod(
        this, [this, connectionId] { end(connectionId); }, Qt::QueuedConnection);
}

void JointWorkloads::rename(const QString& connectionId, const QString& name)
{
    const auto now = [this, connectionId, name] {
        const auto part = m_parts.find(connectionId);
        if (part == m_parts.end())
            return;
        part->name = name;
        const auto own = std::exchange(part->own, {});
        take(connectionId, {false, {own.cbegin(), own.cend()}, {}});
    };
    QMetaObject::invokeMethod(this, now, Qt::QueuedConnection);
}

void JointWorkloads::begin(const QString& connectionId, const QString& name)
{
    WorkloadDelta all;
    all.reset = true;
    {
        // Held meanwhile, so that detach() waits.
        const QMutexLocker lock(&m_sourcesMutex);
        const WorkloadSource* source = m_sources.value(connectionId);
        if (!source)
            return;
        all.upserted = source->workloads();
    }
    m_parts[connectionId].name = name;
    take(connectionId, all);
}

void JointWorkloads::end(const QString& connectionId)
{
    WorkloadDelta nothing;
    nothing.reset = true;
    take(connectionId, nothing);
    m_parts.remove(connectionId);
}

void JointWorkloads::take(const QString& connectionId, const WorkloadDelta& delta)
{
    const auto part = m_parts.find(connectionId);
    if (part == m_parts.end())
        return; // on its way when it was let go, or before the list
    // A reset of one member is none of the others: it says what this one has no longer.
    QVector<QString> gone = delta.removed;
    if (delta.reset) {
        QSet<QString> kept;
        for (const WorkloadPtr& workload : delta.upserted)
            kept.insert(workload->id);
        for (auto it = part->own.cbegin(); it != part->own.cend(); ++it)
            if (!kept.contains(it.key()))
                gone.append(it.key());
    }
    WorkloadDelta joint;
    for (const WorkloadPtr& workload : delta.upserted) {
        WorkloadPtr& known = part->own[workload->id];
        if (known == workload)
            continue;
        known = workload;
        joint.upserted.append(jointWorkload(*workload, connectionId, part->name));
    }
    for (const QString& id : std::as_const(gone))
        if (part->own.remove(id) > 0)
            joint.removed.append(jointId(connectionId, id));
    if (joint.upserted.isEmpty() && joint.removed.isEmpty())
        return;
    {
        const QMutexLocker lock(&m_mutex);
        for (const WorkloadPtr& workload : std::as_const(joint.upserted))
            m_all.insert(workload->id, workload);
        for (const QString& id : std::as_const(joint.removed))
            m_all.remove(id);
        m_listDirty = true;
    }
    Q_EMIT changed(joint);
}

// ---- metrics

void JointMetrics::watch(const void* watcher, const QSet<QString>& instanceIds)
{
    QHash<QString, QSet<QString>> parts;
    for (const QString& id : instanceIds) {
        const auto [connectionId, own] = splitJointId(id);
        parts[connectionId].insert(own);
    }
    const QMutexLocker lock(&m_mutex);
    for (auto& ofConnection : m_wanted)
        ofConnection.remove(watcher);
    for (auto it = parts.cbegin(); it != parts.cend(); ++it)
        m_wanted[it.key()].insert(watcher, *it);
    for (auto it = m_sources.cbegin(); it != m_sources.cend(); ++it)
        (*it)->watch(watcher, parts.value(it.key()));
}

void JointMetrics::attach(const QString& connectionId, MetricSource* source)
{
    connect(
        source, &MetricSource::sampled, this,
        [this, connectionId](const QVector<Usage>& batch) { take(connectionId, batch); },
        Qt::QueuedConnection);
    const QMutexLocker lock(&m_mutex);
    m_sources.insert(connectionId, source);
    const auto wanted = m_wanted.value(connectionId);
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it)
        source->watch(it.key(), *it);
}

void JointMetrics::detach(const QString& connectionId)
{
    const QMutexLocker lock(&m_mutex);
    MetricSource* source = m_sources.take(connectionId);
    if (!source)
        return;
    source->disconnect(this);
    const auto wanted = m_wanted.value(connectionId);
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it)
        source->watch(it.key(), {});
}

void JointMetrics::take(const QString& connectionId, const QVector<Usage>& batch)
{
    QVector<Usage> joint = batch;
    for (Usage& usage : joint)
        usage.instanceId = jointId(connectionId, usage.instanceId);
    Q_EMIT sampled(joint);
}

// ---- events

QVector<Event> JointEvents::recent() const
{
    const QMutexLocker lock(&m_mutex);
    return m_kept;
}

void JointEvents::attach(const QString& connectionId, const QString& name, EventSource* source)
{
    {
        const QMutexLocker lock(&m_sourcesMutex);
        m_sources.insert(connectionId, source);
    }
    connect(
        source, &EventSource::happened, this,
        [this, connectionId](const QVector<Event>& batch) { take(connectionId, batch); },
        Qt::QueuedConnection);
    QMetaObject::invokeMethod(
        this, [this, connectionId, name] { begin(connectionId, name); }, Qt::QueuedConnection);
}

void JointEvents::detach(const QString& connectionId)
{
    const QMutexLocker lock(&m_sourcesMutex);
    if (EventSource* source = m_sources.take(connectionId))
        source->disconnect(this);
}

void JointEvents::rename(const QString& connectionId, const QString& name)
{
    QMetaObject::invokeMethod(
        this, [this, connectionId, name] { m_names.insert(connectionId, name); }, Qt::QueuedConnection);
}

void JointEvents::begin(const QString& connectionId, const QString& name)
{
    m_names.insert(connectionId, name);
    QVector<Event> before;
    {
        const QMutexLocker lock(&m_sourcesMutex);
        if (const EventSource* source = m_sources.value(connectionId))
            before = source->recent();
    }
    take(connectionId, before);
}

void JointEvents::take(const QString& connectionId, const QVector<Event>& batch)
{
    QVector<Event> joint;
    const QString name = m_names.value(connectionId);
    for (const Event& own : batch) {
        Event event = own;
        event.id = jointId(connectionId, own.id);
        // What was told as it happened is among the recent ones too.
        if (m_known.contains(event.id))
            continue;
        m_known.insert(event.id);
        event.connection = name;
        if (event.object.isEmpty())
            event.object = own.objectId.left(12);
        event.objectId = jointId(connectionId, own.objectId);
        event.workloadId = jointId(connectionId, own.workloadId);
        joint.append(std::move(event));
    }
    if (joint.isEmpty())
        return;
    {
        const QMutexLocker lock(&m_mutex);
        const auto older = [](const Event& a, const Event& b) { return a.at < b.at; };
        m_kept += joint;
        if (!std::is_sorted(m_kept.cbegin(), m_kept.cend(), older))
            std::stable_sort(m_kept.begin(), m_kept.end(), older);
        const qsizetype tooMany = m_kept.size() - eventsKept;
        for (qsizetype i = 0; i < tooMany; ++i)
            m_known.remove(m_kept.at(i).id);
        if (tooMany > 0)
            m_kept.remove(0, tooMany);
    }
    Q_EMIT happened(joint);
}

// ---- logs

std::unique_ptr<LogHandle> JointLogs::open(const QString& instanceId, const LogOptions& options,
                                           LogSink& sink)
{
    const auto [connectionId, own] = splitJointId(instanceId);
    LogSource* source = nullptr;
    {
        const QMutexLocker lock(&m_mutex);
        source = m_sources.value(connectionId);
    }
    if (source)
        return source->open(own, options, sink);
    sink.ended(
        Error(Unfinished{Tr::tr("Log"), Tr::tr("its connection is not open"), Tr::tr("Connect it again.")}));
    return std::make_unique<NoLog>();
}

void JointLogs::attach(const QString& connectionId, LogSource* source)
{
    const QMutexLocker lock(&m_mutex);
    m_sources.insert(connectionId, source);
}

void JointLogs::detach(const QString& connectionId)
{
    const QMutexLocker lock(&m_mutex);
    m_sources.remove(connectionId);
}

} // namespace kaptan::session
