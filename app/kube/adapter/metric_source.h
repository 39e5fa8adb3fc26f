#pragma once

#include "app/kube/adapter/workload_source.h"

#include <chrono>
#include <limits>

namespace kaptan::kube
{

/// What watched pods use, from metrics.k8s.io; network and used disk from the kubelets' summaries where this
/// user may read those, and CPU and memory too where no metrics.k8s.io answers. Lives in the API's thread;
/// asks nothing while nobody watches.
class ClusterMetrics : public workload::MetricSource
{
    Q_OBJECT
public:
    ClusterMetrics(KubeApi& api, const ClusterWorkloads& workloads, Clock& clock,
                   std::chrono::milliseconds interval, QObject* parent = nullptr);

    void watch(const void* watcher, const QSet<QString>& instanceIds) override;
    void setInterval(std::chrono::milliseconds interval); ///< any thread; clamped to 10 to 60 s
    /// In this object's thread: asks at all only while the cluster is there.
    void setLive(bool live);

private:
    struct Totals {
        qint64 atMs = 0;
        qint64 rx = -1, tx = -1;
        double rxPerSecond = std::numeric_limits<double>::quiet_NaN(), txPerSecond = rxPerSecond;
    };

    void schedule(std::chrono::milliseconds delay);
    void tick();
    void answered(const Result<QVector<MetricsItem>>& items);
    void nodesAnswered(const Result<QVector<MetricsItem>>& items);
    void summarized(const QString& node, const Result<QVector<SummaryItem>>& items);
    void finishRound();

    KubeApi& m_api;
    const ClusterWorkloads& m_workloads;
    Clock& m_clock;
    mutable QMutex m_mutex; ///< of the three below
    QHash<const void*, QSet<QString>> m_watchers;
    QSet<QString> m_watched;
    std::chrono::milliseconds m_interval;
    // Of the API's thread.
    QHash<QString, QString> m_idOf; ///< "namespace/name" -> pod, of the round
    QHash<QString, workload::Usage> m_batch;
    QHash<QString, Totals> m_totals; ///< by pod
    int m_underWay = 0;
    quint64 m_schedule = 0; ///< only the newest scheduled tick counts
    bool m_live = false;
    bool m_again = false;
    bool m_served = false;         ///< metrics.k8s.io answered in this round
    QSet<QString> m_nodes;         ///< where watched pods run, of the round
    bool m_nodesRefused = false;   ///< as the next one, for metrics.k8s.io
    bool m_summaryRefused = false; ///< this user may not: never asked again
    QSet<QString> m_silentNodes;   ///< those without a summary, as long as watched pods run on them
};

} // namespace kaptan::kube
