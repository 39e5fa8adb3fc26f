#include "app/docker/adapter/health_driver.h"

#include "app/core/when_done.h"

#include <algorithm>

namespace kaptan::docker
{

namespace
{

constexpr qint64 nsPerMs = 1'000'000;
constexpr qint64 defaultIntervalMs = 30'000;
constexpr qint64 leastIntervalMs = 1000;
constexpr qint64 firstCheckMs = 2000;
/// A check is a process in the container and takes the engine's lock.
constexpr int atOnce = 4;
/// A check of somebody else may come so much late before we think that nobody runs them.
constexpr qint64 graceMs = 2000;

qint64 intervalMs(const ContainerDetails& details)
{
    const qint64 interval = details.config.healthcheck.intervalNs / nsPerMs;
    return std::max(leastIntervalMs, interval > 0 ? interval : defaultIntervalMs);
}

} // namespace

qint64 checkDueMs(const ContainerDetails& details, const QDateTime& ours, const QDateTime& now)
{
    const qint64 interval = intervalMs(details);
    const QDateTime last = details.healthLog.isEmpty() ? QDateTime() : details.healthLog.last().end;
    const bool byOthers = last.isValid() && (!details.startedAt.isValid() || last > details.startedAt) &&
                          (!ours.isValid() || ours.msecsTo(last) > interval / 2);
    qint64 due = 0;
    if (details.startedAt.isValid()) // let it come up first
        due = now.msecsTo(details.startedAt) + std::min(interval, firstCheckMs);
    if (ours.isValid() && (!details.startedAt.isValid() || ours > details.startedAt))
        due = now.msecsTo(ours) + interval;
    if (byOthers)
        due = std::max(due, now.msecsTo(last) + interval + interval / 2 + graceMs);
    return std::max<qint64>(0, due);
}

HealthDriver::HealthDriver(EngineApi& api, ContainerCache& cache, Clock& clock, QObject* parent)
    : QObject(parent), m_api(api), m_cache(cache), m_clock(clock)
{
    connect(&cache, &ContainerCache::changed, this, &HealthDriver::apply);
    connect(&cache, &ContainerCache::stateChanged, this, &HealthDriver::look);
}

bool HealthDriver::isNeeded() const
{
    const auto info = m_api.info();
    return info && !info->runsHealthChecks && m_cache.state().phase == CacheState::Phase::Live;
}

void HealthDriver::apply(const ContainerDelta& delta)
{
    if (delta.reset)
        m_checked.clear();
    bool more = false;
    for (const ContainerPtr& container : delta.upserted) {
        const bool checked = container->state() == ContainerState::Running && container->details &&
                             container->details->config.healthcheck.isSet();
        if (!checked) {
            m_checked.remove(container->id());
        } else if (!m_checked.contains(container->id())) {
            m_checked.insert(container->id());
            more = true;
        }
    }
    for (const QString& id : delta.removed) {
        m_checked.remove(id);
        m_ours.remove(id);
    }
    if (more)
        look();
}

void HealthDriver::look()
{
    if (!isNeeded())
        return;
    const QDateTime now = m_clock.now();
    qint64 next = -1;
    for (const QString& id : std::as_const(m_checked)) {
        const ContainerPtr container = m_cache.container(id);
        if (!container || !container->details || m_underWay.contains(id))
            continue;
        const qint64 due = checkDueMs(*container->details, m_ours.value(id), now);
        if (due > 0) {
            next = next < 0 ? due : std::min(next, due);
            continue;
        }
        if (m_underWay.size() >= atOnce)
            continue; // one that ends looks again
        m_underWay.insert(id);
        whenDone(m_api.runHealthCheck(id), this, [this, id](const Result<HealthState>&) {
            m_underWay.remove(id);
            // An error is a container that ended in this moment, or the engine's end; both come as events.
            m_ours.insert(id, m_clock.now());
            if (isNeeded())
                m_cache.refresh(id);
            look();
        });
    }
    if (next >= 0)
        schedule(next);
}

void HealthDriver::schedule(qint64 inMs)
{
    const quint64 mine = ++m_schedule;
    m_clock.callLater(std::chrono::milliseconds(inMs), this, [this, mine] {
        if (mine == m_schedule)
            look();
    });
}

} // namespace kaptan::docker
