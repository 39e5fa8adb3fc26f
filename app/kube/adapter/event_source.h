#pragma once

#include "app/kube/adapter/workload_source.h"

#include <QMutex>

namespace kaptan::kube
{

/// A cluster's event as the pane shows it; `workloadId` is what the caller knows of it.
workload::Event toEvent(const EventRow& row, const QString& workloadId);

/// The events of a cluster. Lives in the caches' thread.
class ClusterEvents : public workload::EventSource
{
    Q_OBJECT
public:
    ClusterEvents(const ClusterWorkloads& workloads, int keep, QObject* parent = nullptr);

    void follow(EventCache& events);
    QVector<workload::Event> recent() const override;

private:
    void take(const RowDelta& delta);

    const ClusterWorkloads& m_workloads;
    const int m_keep;
    mutable QMutex m_mutex;
    QVector<workload::Event> m_recent; ///< oldest first
};

} // namespace kaptan::kube
