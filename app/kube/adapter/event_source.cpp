#include "app/kube/adapter/event_source.h"

#include "app/kube/adapter/build_workload.h"
#include "app/kube/adapter/pod_instance.h"

#include <algorithm>

namespace kaptan::kube
{

workload::Event toEvent(const EventRow& row, const QString& workloadId)
{
    workload::Event made;
    // The same event told once more is another entry: it happened again.
    made.id = QStringLiteral("%1-%2").arg(row.uid.toString()).arg(row.count);
    made.at = timeOf(row.lastMs);
    made.severity =
        row.type == "Warning" ? workload::EventSeverity::Warning : workload::EventSeverity::Normal;
    made.kind = row.objectKind.toString();
    made.action = row.reason.toString();
    made.object = row.objectName.toString();
    if (!row.objectNameSpace.isEmpty())
        made.object.prepend(row.objectNameSpace.toString() + u'/');
    made.objectId = row.objectUid.toString();
    made.workloadId = workloadId;
    made.message = row.message.toString();
    if (row.count > 1)
        made.message += QStringLiteral(" (×%1)").arg(row.count);
    return made;
}

ClusterEvents::ClusterEvents(const ClusterWorkloads& workloads, int keep, QObject* parent)
    : EventSource(parent), m_workloads(workloads), m_keep(std::max(1, keep))
{
}

void ClusterEvents::follow(EventCache& events)
{
    connect(&events, &Reflector::changed, this, &ClusterEvents::take);
    RowDelta now;
    now.upserted = events.rows();
    take(now);
}

QVector<workload::Event> ClusterEvents::recent() const
{
    const QMutexLocker lock(&m_mutex);
    return m_recent;
}

void ClusterEvents::take(const RowDelta& delta)
{
    QVector<workload::Event> batch;
    batch.reserve(delta.upserted.size());
    for (const auto& row : EventCache::rowsOf(delta)) {
        QString id;
        if (row->objectKind == "Pod")
            id = m_workloads.ofPod(row->objectUid.toString());
        else if (workloadKind(row->objectKind.view()))
            id = workloadId(row->objectKind.toString(), row->objectNameSpace.toString(),
                            row->objectName.toString());
        batch.append(toEvent(*row, id));
    }
    if (batch.isEmpty())
        return;
    std::stable_sort(batch.begin(), batch.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    if (batch.size() > m_keep)
        batch.remove(0, batch.size() - m_keep);
    {
        const QMutexLocker lock(&m_mutex);
        m_recent += batch;
        if (m_recent.size() > m_keep)
            m_recent.remove(0, m_recent.size() - m_keep);
    }
    Q_EMIT happened(batch);
}

} // namespace kaptan::kube
