#pragma once

#include "app/core/clock.h"
#include "app/docker/api/engine_api.h"

#include <QHash>
#include <QObject>
#include <QVector>

#include <memory>
#include <optional>

/// What runs on an engine, kept true by its event stream.
namespace kaptan::docker
{

/// One container as it is known now. Immutable: any thread may keep it.
struct CachedContainer {
    ContainerSummary summary;
    /// What only an inspection says (restart count, health output, limits, aliases, start time). Null until
    /// it came: containers that were never started are not inspected by themselves, others are in the
    /// background after the list, and again whenever an event says that they changed.
    std::shared_ptr<const ContainerDetails> details;

    const QString& id() const { return summary.id; }

    ContainerState state() const { return summary.state; }

    /// The newest that is known of summary and details.
    HealthState health() const;
};

using ContainerPtr = std::shared_ptr<const CachedContainer>;

/// What changed since the last one. `reset`: `upserted` is all there is.
struct ContainerDelta {
    bool reset = false;
    QVector<ContainerPtr> upserted;
    QVector<QString> removed; ///< ids
};

struct CacheState {
    enum class Phase { Idle, Connecting, Live, Reconnecting };
    Phase phase = Phase::Idle;
    QDateTime since;            ///< UTC, when the phase began
    QDateTime lastLive;         ///< UTC, when what is kept was last known to be true; invalid where never
    std::optional<Error> error; ///< why it is not live; absent while the first attempt runs
};

/// Lists all containers, then lives on the event stream, which is opened first so that nothing is missed in
/// between. After a break it comes back by itself: jittered backoff, version negotiated again, list read
/// again. What it knew stays until then.
///
/// Lives in the api's client's thread, as do its signals; every method is for that thread.
class ContainerCache : public QObject
{
    Q_OBJECT
public:
    /// `backoff` is taken between attempts to come back; both must outlive the cache.
    ContainerCache(EngineApi& api, Clock& clock,
                   Backoff backoff = Backoff(std::chrono::milliseconds(250), std::chrono::seconds(15)),
                   QObject* parent = nullptr);
    ~ContainerCache() override;

    void start();
    /// Ends the stream and forgets the errors; what is known stays.
    void stop();
    /// Tries again now instead of at the end of the backoff.
    void retryNow();

    const CacheState& state() const;
    const QHash<QString, ContainerPtr>& containers() const;
    ContainerPtr container(const QString& id) const; ///< null where unknown
    /// Inspects these again, for changes that this engine tells nobody, as the outcome of Podman's health
    /// checks. Ids that are unknown are ignored.
    void refresh(const QString& id);
    void refresh(const QStringList& ids);

Q_SIGNALS:
    /// At most one a frame (16 ms).
    void changed(const kaptan::docker::ContainerDelta& delta);
    void stateChanged();
    /// Every event of the engine in order, in batches; also those that change no container.
    void happened(const QVector<kaptan::docker::DockerEvent>& events);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kaptan::docker

Q_DECLARE_METATYPE(kaptan::docker::ContainerDelta)
Q_DECLARE_METATYPE(kaptan::docker::CacheState)
