#pragma once

#include "app/core/clock.h"
#include "app/docker/events/container_cache.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace kaptan::docker
{

/// When the next check of a container is due, in milliseconds from `now`; 0: now. Pure. `ours` is when our
/// own last one ended (invalid: none yet), `last` the newest that the engine has recorded. A newer one than
/// ours is of somebody else (systemd, another Kaptan): then only a late one is made up for.
qint64 checkDueMs(const ContainerDetails& details, const QDateTime& ours, const QDateTime& now);

/// Podman without systemd runs no health checks, so Kaptan does, while it is connected: each container that
/// has one, at its own interval. Does nothing on engines that run them. Lives in the cache's thread.
/// https://docs.podman.io/en/v4.3/markdown/podman-healthcheck.1.html
class HealthDriver : public QObject
{
    Q_OBJECT
public:
    HealthDriver(EngineApi& api, ContainerCache& cache, Clock& clock, QObject* parent = nullptr);

private:
    void apply(const ContainerDelta& delta);
    void look();
    void schedule(qint64 inMs);
    bool isNeeded() const;

    EngineApi& m_api;
    ContainerCache& m_cache;
    Clock& m_clock;
    QSet<QString> m_checked;          ///< containers that run and have a check
    QHash<QString, QDateTime> m_ours; ///< container id -> end of our last check
    QSet<QString> m_underWay;
    quint64 m_schedule = 0; ///< only the newest scheduled look counts
};

} // namespace kaptan::docker
