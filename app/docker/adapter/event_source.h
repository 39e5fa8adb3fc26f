#pragma once

#include "app/docker/events/container_cache.h"
#include "app/workload/ports.h"

#include <QHash>
#include <QMutex>

namespace kaptan::docker
{

/// What an engine's event means to an operator. Pure. None for what nobody wants to read: commands run in
/// containers (health checks are such, every few seconds), and what concerns Kaptan's own markers.
std::optional<workload::Event> toEvent(const DockerEvent& event);

/// The newest events, bounded. Lives in the cache's thread.
class EngineEvents : public workload::EventSource
{
    Q_OBJECT
public:
    EngineEvents(ContainerCache& cache, int keep, QObject* parent = nullptr);

    QVector<workload::Event> recent() const override;

private:
    void take(const QVector<DockerEvent>& batch);
    bool repeats(const workload::Event& event, const QString& detail);

    int m_keep;
    quint64 m_number = 0;
    QHash<QString, QString> m_lastHealth; ///< container id -> what its check said last
    mutable QMutex m_mutex;               ///< of the two below
    QVector<workload::Event> m_ring;
    qsizetype m_oldest = 0; ///< where the ring begins once it is full
};

} // namespace kaptan::docker
