#include "app/kube/adapter/metric_source.h"

#include "app/core/when_done.h"
#include "app/workload/node_usage.h"

#include <algorithm>
#include <cmath>

namespace kaptan::kube
{

namespace
{
/// metrics-server itself measures each 15 s.
constexpr std::chrono::milliseconds leastInterval{10000}, mostInterval{60000};
/// Where the server has no metrics.
constexpr std::chrono::milliseconds refusedPause{300000};
/// While the pods that are watched are not known yet.
constexpr std::chrono::milliseconds unknownPause{2000};
/// Up to so many namespaces are asked for one by one, up to so many nodes for their summary.
constexpr qsizetype mostNamespaces = 5, mostNodes = 20;
} // namespace

ClusterMetrics::ClusterMetrics(KubeApi& api, const ClusterWorkloads& workloads, Clock& clock,
                               std::chrono::milliseconds interval, QObject* parent)
    : MetricSource(parent), m_api(api), m_workloads(workloads), m_clock(clock),
      m_interval(std::clamp(interval, leastInterval, mostInterval))
{
}

void ClusterMetrics::setInterval(std::chrono::milliseconds interval)
{
    const QMutexLocker lock(&m_mutex);
    m_interval = std::clamp(interval, leastInterval, mostInterval);
}

void ClusterMetrics::setLive(bool live)
{
    if (std::exchange(m_live, live) != live && live)
        tick();
}

void ClusterMetrics::watch(const void* watcher, const QSet<QString>& instanceIds)
{
    bool more = false;
    {
        const QMutexLocker lock(&m_mutex);
        if (instanceIds.isEmpty())
            m_watchers.remove(watcher);
        else
            m_watchers.insert(watcher, instanceIds);
        QSet<QString> all;
        for (const QSet<QString>& ids : std::as_const(m_watchers))
            all.unite(ids);
        more = !m_watched.contains(all);
        m_watched = all;
    }
    if (more)
        QMetaObject::invokeMethod(
            this, [this] { tick(); }, Qt::QueuedConnection);
}

void ClusterMetrics::schedule(std::chrono::milliseconds delay)
{
    const quint64 mine = ++m_schedule;
    m_clock.callLater(delay, this, [this, mine] {
        if (mine == m_schedule)
            tick();
    });
}

void ClusterMetrics::tick()
{
    if (m_underWay > 0) {
        m_again = true;
        return;
    }
    QSet<QString> watched;
    {
        const QMutexLocker lock(&m_mutex);
        watched = m_watched;
    }
    m_totals.removeIf([&watched](const auto& it) {
        return !watched.contains(it.key()) && !workload::isNodeUsage(it.key());
    });
    if (watched.isEmpty() || !m_live)
        return;
    QSet<QString> nameSpaces, nodes;
    m_idOf.clear();
    m_batch.clear();
    for (const QString& id : std::as_const(watched)) {
        const auto pod = m_workloads.pod(id);
        if (!pod || pod->phase != PodRow::Phase::Running)
            continue;
        const QString nameSpace = pod->nameSpace.toString();
        nameSpaces.insert(nameSpace);
        nodes.insert(pod->node.toString());
        m_idOf.insert(nameSpace + u'/' + pod->name.toString(), id);
    }
    if (m_idOf.isEmpty())
        return schedule(unknownPause);
    if (nameSpaces.size() > mostNamespaces)
        nameSpaces = {QString()};
    m_silentNodes.intersect(nodes);
    nodes.subtract(m_silentNodes);
    m_served = false;
    m_underWay = int(nameSpaces.size());
    m_nodes = nodes;
    if (!m_nodesRefused)
        ++m_underWay;
    const bool summaries = !m_summaryRefused && nodes.size() <= mostNodes;
    if (summaries)
        m_underWay += int(nodes.size());
    for (const QString& nameSpace : std::as_const(nameSpaces))
        whenDone(m_api.metrics(QStringLiteral("pods"), nameSpace), this,
                 [this](const Result<QVector<MetricsItem>>& items) { answered(items); });
    if (!m_nodesRefused)
        whenDone(m_api.metrics(QStringLiteral("nodes"), {}), this,
                 [this](const Result<QVector<MetricsItem>>& items) { nodesAnswered(items); });
    if (!summaries)
        return;
    for (const QString& node : std::as_const(nodes))
        whenDone(m_api.summary(node), this,
                 [this, node](const Result<QVector<SummaryItem>>& items) { summarized(node, items); });
}

void ClusterMetrics::answered(const Result<QVector<MetricsItem>>& items)
{
    if (items) {
        m_served = true;
        for (const MetricsItem& item : *items) {
            const QString id = m_idOf.value(item.nameSpace + u'/' + item.name);
            if (id.isEmpty())
                continue;
            workload::Usage& usage = m_batch[id];
            usage.cpuMillicores = 0;
            usage.memoryBytes = 0;
            for (const MetricsItem::Container& one : item.containers) {
                usage.cpuMillicores += one.cpuMillicores;
                usage.memoryBytes += one.memoryBytes;
            }
        }
    }
    finishRound();
}

/// A user of some namespaces may not ask for nodes, and is not told of them.
void ClusterMetrics::nodesAnswered(const Result<QVector<MetricsItem>>& items)
{
    if (items) {
        for (const MetricsItem& item : *items) {
            if (!m_nodes.contains(item.name) || item.containers.isEmpty())
                continue;
            workload::Usage& usage = m_batch[workload::nodeUsageId(item.name)];
            usage.cpuMillicores = item.containers.first().cpuMillicores;
            usage.memoryBytes = item.containers.first().memoryBytes;
        }
    } else if (const auto* status = items.error().as<KubeError>(); status && status->code == 403) {
        m_nodesRefused = true;
    }
    finishRound();
}

void ClusterMetrics::summarized(const QString& node, const Result<QVector<SummaryItem>>& items)
{
    if (!items) {
        const auto* status = items.error().as<KubeError>();
        if (status && status->code == 403)
            m_summaryRefused = true;
        else if (status && status->code == 404) // it was scaled away, say; the others are there
            m_silentNodes.insert(node);
        return finishRound();
    }
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    for (const SummaryItem& item : *items) {
        const QString id = item.nameSpace.isEmpty() ? workload::nodeUsageId(node)
                                                    : m_idOf.value(item.nameSpace + u'/' + item.name);
        if (id.isEmpty())
            continue;
        if (item.diskUsedBytes >= 0 || item.memoryBytes >= 0 || std::isfinite(item.cpuMillicores)) {
            workload::Usage& usage = m_batch[id];
            usage.diskUsedBytes = item.diskUsedBytes;
            // What metrics.k8s.io says goes before, whichever answers first.
            if (!std::isfinite(usage.cpuMillicores))
                usage.cpuMillicores = item.cpuMillicores;
            if (usage.memoryBytes < 0)
                usage.memoryBytes = item.memoryBytes;
        }
        if (item.networkRxBytes < 0)
            continue;
        // The kubelet counts at its own pace: how much came since is a matter of its times, not of ours.
        Totals next{item.networkAt.isValid() ? item.networkAt.toMSecsSinceEpoch() : now, item.networkRxBytes,
                    item.networkTxBytes};
        const Totals before = m_totals.value(id);
        if (before.rx >= 0 && next.atMs == before.atMs) {
            next = before; // it has not counted again: the newest rate still is
        } else if (before.rx >= 0 && next.atMs > before.atMs && next.rx >= before.rx &&
                   next.tx >= before.tx) { // a counter that went back began anew: no rate this time
            const double seconds = double(next.atMs - before.atMs) / 1000;
            next.rxPerSecond = double(next.rx - before.rx) / seconds;
            next.txPerSecond = double(next.tx - before.tx) / seconds;
        }
        m_totals.insert(id, next);
        if (!std::isfinite(next.rxPerSecond))
            continue;
        workload::Usage& usage = m_batch[id];
        usage.networkRxPerSecond = next.rxPerSecond;
        usage.networkTxPerSecond = next.txPerSecond;
    }
    finishRound();
}

void ClusterMetrics::finishRound()
{
    if (--m_underWay > 0)
        return;
    QVector<workload::Usage> batch;
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    for (auto it = m_batch.begin(); it != m_batch.end(); ++it) {
        it->instanceId = it.key();
        it->atMs = now;
        if (const auto pod = m_workloads.pod(it.key()); pod && pod->limitMemory > 0)
            it->memoryLimitBytes = pod->limitMemory;
        batch.append(*it);
    }
    m_batch.clear();
    if (!batch.isEmpty())
        Q_EMIT sampled(batch);
    std::chrono::milliseconds interval;
    {
        const QMutexLocker lock(&m_mutex);
        interval = m_interval;
    }
    if (std::exchange(m_again, false))
        return schedule(std::chrono::milliseconds(0));
    schedule(m_served || !batch.isEmpty() ? interval : refusedPause);
}

} // namespace kaptan::kube
