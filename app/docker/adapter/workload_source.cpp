#include "app/docker/adapter/workload_source.h"

#include "app/docker/adapter/grouping.h"

#include <QDeadlineTimer>

#include <algorithm>

namespace kaptan::docker
{

namespace
{
/// A bit more than summarize() takes for "just now".
constexpr std::chrono::seconds agingDelay{125};
/// How often a waiting worker looks whether it was cancelled.
constexpr int cancelGlanceMs = 100;
} // namespace

EngineWorkloads::EngineWorkloads(ContainerCache& cache, Clock& clock, QObject* parent)
    : WorkloadSource(parent), m_clock(clock)
{
    connect(&cache, &ContainerCache::changed, this, &EngineWorkloads::apply);
}

QVector<workload::WorkloadPtr> EngineWorkloads::workloads() const
{
    const QMutexLocker lock(&m_mutex);
    if (m_listDirty) {
        m_list = QVector<workload::WorkloadPtr>(m_workloads.cbegin(), m_workloads.cend());
        m_listDirty = false;
    }
    return m_list;
}

workload::WorkloadPtr EngineWorkloads::find(const QString& id) const
{
    const QMutexLocker lock(&m_mutex);
    return m_workloads.value(id);
}

workload::WorkloadPtr EngineWorkloads::ofInstance(const QString& instanceId) const
{
    const QMutexLocker lock(&m_mutex);
    return m_workloads.value(m_publicGroupOf.value(instanceId));
}

bool EngineWorkloads::waitUntil(const QString& id, int timeoutMs,
                                const std::function<bool(const workload::WorkloadPtr&)>& met,
                                const std::function<bool()>& aborted) const
{
    const QDeadlineTimer deadline(timeoutMs);
    QMutexLocker lock(&m_mutex);
    while (!met(m_workloads.value(id))) {
        if (deadline.hasExpired() || aborted())
            return false;
        m_changed.wait(&m_mutex, QDeadlineTimer(std::min<qint64>(cancelGlanceMs, deadline.remainingTime())));
    }
    return true;
}

void EngineWorkloads::apply(const ContainerDelta& delta)
{
    QSet<QString> touched;
    if (delta.reset) {
        for (auto it = m_groups.cbegin(); it != m_groups.cend(); ++it)
            touched.insert(it.key());
        m_groups.clear();
        m_groupOf.clear();
    }
    for (const ContainerPtr& container : delta.upserted)
        put(container, touched);
    for (const QString& id : delta.removed)
        take(id, touched);
    rebuild(touched, delta.reset);
}

void EngineWorkloads::put(const ContainerPtr& container, QSet<QString>& touched)
{
    const QString group = workloadIdOf(container->summary.labels, container->id());
    m_groups[group].insert(container->id(), container);
    m_groupOf.insert(container->id(), group); // labels cannot change, so neither does the group
    touched.insert(group);
}

void EngineWorkloads::take(const QString& containerId, QSet<QString>& touched)
{
    const QString group = m_groupOf.take(containerId);
    const auto it = m_groups.find(group);
    if (it == m_groups.end())
        return;
    it->remove(containerId);
    touched.insert(group);
    if (it->isEmpty())
        m_groups.erase(it);
}

void EngineWorkloads::rebuild(const QSet<QString>& groups, bool reset)
{
    workload::WorkloadDelta delta;
    const QDateTime now = m_clock.now();
    QVector<workload::WorkloadPtr> built;
    QVector<QString> gone;
    for (const QString& id : groups) {
        const auto it = m_groups.constFind(id);
        const workload::WorkloadPtr workload =
            it == m_groups.cend() ? nullptr
                                  : buildWorkload(id, QVector<ContainerPtr>(it->cbegin(), it->cend()), now);
        m_aging.remove(id);
        if (!workload) {
            gone.append(id);
            continue;
        }
        if (workload->kind == workload::WorkloadKind::Deployment &&
            workload->state == workload::WorkloadState::Progressing)
            m_aging.insert(id);
        built.append(workload);
    }
    {
        const QMutexLocker lock(&m_mutex);
        for (const workload::WorkloadPtr& workload : std::as_const(built)) {
            workload::WorkloadPtr& known = m_workloads[workload->id];
            if (!reset && known && *known == *workload)
                continue;
            if (!known || *known != *workload)
                known = workload;
            delta.upserted.append(known);
        }
        for (const QString& id : std::as_const(gone)) {
            if (m_workloads.remove(id) > 0)
                delta.removed.append(id);
        }
        if (reset)
            delta.removed.clear();
        m_publicGroupOf = m_groupOf;
        m_listDirty = true;
    }
    m_changed.wakeAll();
    delta.reset = reset;
    if (reset || !delta.upserted.isEmpty() || !delta.removed.isEmpty())
        Q_EMIT changed(delta);
    scheduleAging();
}

void EngineWorkloads::scheduleAging()
{
    if (m_aging.isEmpty() || m_agingScheduled)
        return;
    m_agingScheduled = true;
    m_clock.callLater(agingDelay, this, [this] {
        m_agingScheduled = false;
        rebuild(std::exchange(m_aging, {}), false);
    });
}

} // namespace kaptan::docker
