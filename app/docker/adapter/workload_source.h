#pragma once

#include "app/core/clock.h"
#include "app/docker/events/container_cache.h"
#include "app/workload/ports.h"

#include <QHash>
#include <QMutex>
#include <QSet>
#include <QWaitCondition>

#include <functional>

namespace kaptan::docker
{

/// The workloads of an engine, kept from what changes in its container cache: only groups that something
/// touched are made anew. Lives in the cache's thread.
class EngineWorkloads : public workload::WorkloadSource
{
    Q_OBJECT
public:
    EngineWorkloads(ContainerCache& cache, Clock& clock, QObject* parent = nullptr);

    QVector<workload::WorkloadPtr> workloads() const override;
    workload::WorkloadPtr find(const QString& id) const override;
    workload::WorkloadPtr ofInstance(const QString& instanceId) const override;

    /// Blocks until `met` says so, or the deadline passes, or `aborted` does. `met` gets null while there is
    /// no such workload. For worker threads.
    bool waitUntil(const QString& id, int timeoutMs,
                   const std::function<bool(const workload::WorkloadPtr&)>& met,
                   const std::function<bool()>& aborted) const;

private:
    void apply(const ContainerDelta& delta);
    void put(const ContainerPtr& container, QSet<QString>& touched);
    void take(const QString& containerId, QSet<QString>& touched);
    void rebuild(const QSet<QString>& groups, bool reset);
    void scheduleAging();

    Clock& m_clock;
    // Of the cache's thread.
    QHash<QString, QHash<QString, ContainerPtr>> m_groups; ///< workload id -> container id -> container
    QHash<QString, QString> m_groupOf;                     ///< container id -> workload id
    QSet<QString> m_aging; ///< with containers created just now, see summarize()
    bool m_agingScheduled = false;
    // Of every thread.
    mutable QMutex m_mutex;
    mutable QWaitCondition m_changed;
    QHash<QString, workload::WorkloadPtr> m_workloads;
    QHash<QString, QString> m_publicGroupOf;
    mutable QVector<workload::WorkloadPtr> m_list;
    mutable bool m_listDirty = false;
};

} // namespace kaptan::docker
