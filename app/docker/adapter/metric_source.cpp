#include "app/docker/adapter/metric_source.h"

#include "app/core/when_done.h"
#include "app/docker/adapter/rates.h"

#include <algorithm>

namespace kaptan::docker
{

namespace
{
/// Docker needs some milliseconds of its own for each.
constexpr int atOnce = 8;
constexpr std::chrono::milliseconds leastInterval{2000}, mostInterval{5000};
/// A rate needs two samples: the second comes sooner, so that a pane that opens is not empty for long.
constexpr std::chrono::milliseconds secondSample{1000};
/// The last sample of what nobody watches any more: who looks now and then gets rates all the same.
constexpr qint64 keptMs = 60'000;
} // namespace

EngineMetrics::EngineMetrics(EngineApi& api, ContainerCache& cache, Clock& clock,
                             std::chrono::milliseconds interval, QObject* parent)
    : MetricSource(parent), m_api(api), m_cache(cache), m_clock(clock),
      m_interval(std::clamp(interval, leastInterval, mostInterval))
{
    connect(&cache, &ContainerCache::stateChanged, this, [this] {
        if (m_cache.state().phase == CacheState::Phase::Live)
            tick();
    });
}

void EngineMetrics::setInterval(std::chrono::milliseconds interval)
{
    const QMutexLocker lock(&m_mutex);
    m_interval = std::clamp(interval, leastInterval, mostInterval);
}

void EngineMetrics::watch(const void* watcher, const QSet<QString>& instanceIds)
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

void EngineMetrics::schedule(std::chrono::milliseconds delay)
{
    const quint64 mine = ++m_schedule;
    m_clock.callLater(delay, this, [this, mine] {
        if (mine == m_schedule)
            tick();
    });
}

void EngineMetrics::tick()
{
    if (m_round) {
        m_again = true; // somebody began to watch in the middle of a round
        return;
    }
    QSet<QString> watched;
    {
        const QMutexLocker lock(&m_mutex);
        watched = m_watched;
    }
    const qint64 oldest = m_clock.monotonicMs() - keptMs;
    m_older.removeIf([&](const auto& it) {
        const bool gone = !watched.contains(it.key()) && m_olderAt.value(it.key()) < oldest;
        if (gone)
            m_olderAt.remove(it.key());
        return gone;
    });
    if (watched.isEmpty() || m_cache.state().phase != CacheState::Phase::Live)
        return; // watch() or the engine's return begins anew
    for (const QString& id : std::as_const(watched)) {
        const ContainerPtr container = m_cache.container(id);
        if (container && container->state() == ContainerState::Running)
            m_toAsk.append(id);
        else
            m_older.remove(id);
    }
    m_round = true;
    m_firstSamples = false;
    ask();
}

void EngineMetrics::ask()
{
    while (m_underWay < atOnce && !m_toAsk.isEmpty()) {
        const QString id = m_toAsk.takeLast();
        ++m_underWay;
        whenDone(m_api.stats(id), this,
                 [this, id](const Result<StatsSample>& sample) { answered(id, sample); });
    }
    if (m_underWay == 0)
        finishRound();
}

void EngineMetrics::answered(const QString& id, const Result<StatsSample>& sample)
{
    --m_underWay;
    if (!sample || !sample->running) {
        m_older.remove(id); // it ended in this moment, or the engine went away: its events say so
    } else {
        const auto info = m_api.info();
        const auto older = m_older.constFind(id);
        const bool first = older == m_older.cend();
        StatsSample newer = *sample;
        newer.id = id;
        m_batch.append(usageOf(first ? std::nullopt : std::optional<StatsSample>(*older), newer,
                               info && info->limitsIgnored));
        m_firstSamples = m_firstSamples || first;
        m_older.insert(id, newer);
        m_olderAt.insert(id, m_clock.monotonicMs());
    }
    ask();
}

void EngineMetrics::finishRound()
{
    m_round = false;
    if (!m_batch.isEmpty())
        Q_EMIT sampled(std::exchange(m_batch, {}));
    std::chrono::milliseconds interval;
    {
        const QMutexLocker lock(&m_mutex);
        interval = m_interval;
    }
    if (std::exchange(m_again, false))
        schedule(std::chrono::milliseconds(0));
    else
        schedule(m_firstSamples ? secondSample : interval);
}

} // namespace kaptan::docker
