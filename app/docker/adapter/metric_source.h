#pragma once

#include "app/core/clock.h"
#include "app/docker/events/container_cache.h"
#include "app/workload/ports.h"

#include <QHash>
#include <QMutex>
#include <QSet>

#include <chrono>

namespace kaptan::docker
{

/// Usage of the watched instances from successive one-shot samples. Who watches again within a minute gets
/// rates over the time between. Lives in the cache's thread; asks nothing while nobody watches or the engine
/// is away.
class EngineMetrics : public workload::MetricSource
{
    Q_OBJECT
public:
    EngineMetrics(EngineApi& api, ContainerCache& cache, Clock& clock, std::chrono::milliseconds interval,
                  QObject* parent = nullptr);

    void watch(const void* watcher, const QSet<QString>& instanceIds) override;
    void setInterval(std::chrono::milliseconds interval); ///< any thread; clamped to 2 to 5 s

private:
    void schedule(std::chrono::milliseconds delay);
    void tick();
    void ask();
    void answered(const QString& id, const Result<StatsSample>& sample);
    void finishRound();

    EngineApi& m_api;
    ContainerCache& m_cache;
    Clock& m_clock;
    mutable QMutex m_mutex; ///< of the three below
    QHash<const void*, QSet<QString>> m_watchers;
    QSet<QString> m_watched;
    std::chrono::milliseconds m_interval;
    // Of the cache's thread.
    QHash<QString, StatsSample> m_older;
    QHash<QString, qint64> m_olderAt; ///< monotonic milliseconds of each
    QVector<QString> m_toAsk;
    QVector<workload::Usage> m_batch;
    int m_underWay = 0;
    quint64 m_schedule = 0; ///< only the newest scheduled tick counts
    bool m_round = false;
    bool m_again = false;
    bool m_firstSamples = false;
};

} // namespace kaptan::docker
