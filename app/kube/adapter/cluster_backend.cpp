#include "app/kube/adapter/cluster_backend.h"

#include "app/kube/adapter/event_source.h"
#include "app/kube/adapter/lifecycle_target.h"
#include "app/kube/adapter/log_source.h"
#include "app/kube/adapter/metric_source.h"
#include "app/net/io_thread.h"

#include <QMutex>

namespace kaptan::kube
{

namespace
{

struct Watched {
    const char* group;
    const char* name;
};

/// ReplicaSets are wanted for who owns what.
constexpr Watched watchedKinds[] = {{"apps", "deployments"},  {"apps", "replicasets"},
                                    {"apps", "statefulsets"}, {"apps", "daemonsets"},
                                    {"batch", "jobs"},        {"batch", "cronjobs"}};

/// What is read from any thread.
struct SharedKinds {
    QMutex mutex;
    std::shared_ptr<const Discovery> discovery;
};

} // namespace

class ClusterBackend::Private
{
public:
    Private(ClusterBackend& owner, const net::Endpoint& endpoint, std::unique_ptr<Credentials> credentials,
            const Options& options, Clock& clock)
        : q(owner), cluster(endpoint, std::move(credentials), options.cluster, clock)
    {
        // Adopted, so that they end in their thread, before the API does; the cluster's thread ends with it.
        workloads = cluster.thread().adopt(std::make_unique<ClusterWorkloads>(clock));
        metrics = cluster.thread().adopt(
            std::make_unique<ClusterMetrics>(*cluster.api(), *workloads, clock, options.metricInterval));
        events = cluster.thread().adopt(std::make_unique<ClusterEvents>(*workloads, options.eventsKept));
        logs = std::make_unique<ClusterLogs>(*cluster.api(), *workloads);
        lifecycle = std::make_unique<ClusterLifecycle>(*cluster.api(), *workloads, clock, [kinds = kinds] {
            const QMutexLocker lock(&kinds->mutex);
            return kinds->discovery;
        });
        QObject::connect(&cluster, &Cluster::stateChanged, &q, [this] { onCluster(); });
        QObject::connect(&cluster, &Cluster::discoveryChanged, &q, [this] {
            const QMutexLocker lock(&kinds->mutex);
            kinds->discovery = cluster.discovery();
        });
    }

    void onCluster()
    {
        const bool live = cluster.state().phase == Cluster::Phase::Live;
        cluster.thread().run([m = metrics, live] { m->setLive(live); });
        if (live && !following)
            follow();
        Q_EMIT q.stateChanged();
    }

    void follow()
    {
        following = true;
        const auto watch = [this](auto* cache) {
            first.append(cache);
            QObject::connect(cache, &Reflector::stateChanged, &q, [this] { onList(); });
        };
        for (const Watched& kind : watchedKinds)
            for (WorkloadCache* cache :
                 cluster.workloads(QLatin1String(kind.group), QLatin1String(kind.name))) {
                watch(cache);
                cluster.thread().run([w = workloads, cache] { w->follow(*cache); });
            }
        for (PodCache* cache : cluster.pods()) {
            watch(cache);
            cluster.thread().run([w = workloads, cache] { w->follow(*cache); });
        }
        for (EventCache* cache : cluster.events())
            cluster.thread().run([e = events, cache] { e->follow(*cache); });
        onList();
    }

    /// The first lists are there, or will not come.
    void onList()
    {
        if (listed)
            return;
        using Phase = WatchState::Phase;
        for (const Reflector* one : std::as_const(first)) {
            const WatchState state = one->state();
            if (state.phase != Phase::Live && state.phase != Phase::Failed && !state.lastLive.isValid())
                return;
        }
        listed = true;
        // The rows are on their way to the workloads, a frame or two behind: those that come are told before.
        cluster.thread().run([backend = &q, w = workloads, this] {
            Clock::system().callLater(std::chrono::milliseconds(60), w, [this, backend] {
                QMetaObject::invokeMethod(
                    backend,
                    [this, backend] {
                        settled = true;
                        Q_EMIT backend->stateChanged();
                    },
                    Qt::QueuedConnection);
            });
        });
    }

    ClusterBackend& q;
    std::shared_ptr<SharedKinds> kinds = std::make_shared<SharedKinds>();
    QVector<Reflector*> first;
    bool following = false;
    bool listed = false;
    bool settled = false;
    ClusterWorkloads* workloads = nullptr;
    ClusterMetrics* metrics = nullptr;
    ClusterEvents* events = nullptr;
    // Logs and lifecycle must not post into the thread any more when it ends: they go first.
    Cluster cluster;
    std::unique_ptr<ClusterLogs> logs;
    std::unique_ptr<ClusterLifecycle> lifecycle;
};

ClusterBackend::ClusterBackend(const net::Endpoint& endpoint, std::unique_ptr<Credentials> credentials,
                               Options options, Clock& clock, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(*this, endpoint, std::move(credentials), options, clock))
{
}

ClusterBackend::~ClusterBackend() = default;

void ClusterBackend::open()
{
    d->cluster.open();
}

void ClusterBackend::close()
{
    d->cluster.close();
}

void ClusterBackend::retryNow()
{
    d->cluster.retryNow();
}

void ClusterBackend::setMetricInterval(std::chrono::milliseconds interval)
{
    d->metrics->setInterval(interval);
}

Cluster::State ClusterBackend::state() const
{
    Cluster::State state = d->cluster.state();
    if (state.phase == Cluster::Phase::Live && !d->settled)
        state.phase = Cluster::Phase::Connecting;
    return state;
}

std::optional<Error> ClusterBackend::whyEmpty() const
{
    std::optional<Error> why;
    for (const Reflector* one : std::as_const(d->first)) {
        const WatchState state = one->state();
        if (state.phase != WatchState::Phase::Failed)
            return {};
        if (!why)
            why = state.error;
    }
    return why;
}

Cluster& ClusterBackend::cluster() const
{
    return d->cluster;
}

workload::WorkloadSource* ClusterBackend::workloads() const
{
    return d->workloads;
}

workload::MetricSource* ClusterBackend::metrics() const
{
    return d->metrics;
}

workload::EventSource* ClusterBackend::events() const
{
    return d->events;
}

workload::LogSource* ClusterBackend::logs() const
{
    return d->logs.get();
}

workload::LifecycleTarget* ClusterBackend::lifecycle() const
{
    return d->lifecycle.get();
}

workload::ScaleTarget* ClusterBackend::scaling() const
{
    return d->lifecycle.get();
}

} // namespace kaptan::kube
