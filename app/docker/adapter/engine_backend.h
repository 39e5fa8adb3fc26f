#pragma once

#include "app/core/clock.h"
#include "app/core/result.h"
#include "app/net/http.h"
#include "app/workload/ports.h"

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace kaptan::docker
{

class EngineApi;
struct EngineInfo;

/// One Docker or Podman engine as the workload ports see it: everything a session needs, in one object.
///
/// Threads: belongs to the thread that makes it (the UI's, or main of kaptanctl), which is where its methods
/// are called and its signals arrive. Inside it keeps one thread for sockets and the container cache and a
/// small pool for long flows (deploy, scale, restart); both end in the destructor, which cancels what is
/// under way and waits for that (milliseconds). The ports exist from the constructor to the destructor, live
/// in the inner thread (so receivers get their signals queued) and are empty, or answer with an error, while
/// the engine is not there. Call the ports as app/workload/ports.h says.
///
/// States: Idle -> open() -> Connecting -> Live; a lost connection is Reconnecting (the last data stays and
/// is stale) with jittered backoff until Live again or close(). Connecting that fails is Failed and is also
/// tried again with backoff; retryNow() does so at once.
class EngineBackend : public QObject
{
    Q_OBJECT
public:
    enum class Phase { Idle, Connecting, Live, Reconnecting, Failed };

    struct State {
        Phase phase = Phase::Idle;
        QDateTime since;            ///< UTC; when the phase began
        QDateTime lastLive;         ///< UTC; invalid where never
        std::optional<Error> error; ///< why it is not live
    };

    struct Options {
        std::chrono::milliseconds metricInterval{3000}; ///< clamped to 2 to 5 s
        int eventsKept = 5000;
    };

    EngineBackend(const net::Endpoint& endpoint, Clock& clock, const Options& options,
                  QObject* parent = nullptr);
    explicit EngineBackend(const net::Endpoint& endpoint, Clock& clock = Clock::system(),
                           QObject* parent = nullptr);
    ~EngineBackend() override;

    void open();
    /// Ends the event stream and all that is under way; the ports stay.
    void close();
    void retryNow();
    void setMetricInterval(std::chrono::milliseconds interval);

    State state() const;
    /// Known when first live; null before. Replaced when a reconnect finds another version.
    std::shared_ptr<const EngineInfo> info() const;

    /// Typed calls, for the panes of things that only engines have. Never null.
    EngineApi* api() const;

    // Never null.
    workload::WorkloadSource* workloads() const;
    workload::MetricSource* metrics() const;
    workload::EventSource* events() const;
    workload::LogSource* logs() const;
    workload::LifecycleTarget* lifecycle() const;
    workload::ScaleTarget* scaling() const;
    workload::DeployTarget* deploying() const;

Q_SIGNALS:
    void stateChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kaptan::docker
