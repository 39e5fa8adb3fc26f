#include "app/docker/adapter/engine_backend.h"

#include "app/docker/adapter/deploy_target.h"
#include "app/docker/adapter/event_source.h"
#include "app/docker/adapter/health_driver.h"
#include "app/docker/adapter/lifecycle_target.h"
#include "app/docker/adapter/log_source.h"
#include "app/docker/adapter/metric_source.h"
#include "app/docker/adapter/workload_source.h"

#include <QPointer>
#include <QThread>

namespace kaptan::docker
{

namespace
{

/// A client with its thread, in which it is made and destroyed.
class Channel
{
public:
    Channel(const net::Endpoint& endpoint, const QString& name)
    {
        m_thread.setObjectName(name);
        m_context.moveToThread(&m_thread);
        m_thread.start();
        inside([this, &endpoint] {
            m_client = std::make_unique<net::Client>(endpoint);
            m_api = std::make_unique<EngineApi>(*m_client);
        });
    }

    ~Channel()
    {
        inside([this] {
            m_api.reset();
            m_client.reset();
        });
        m_thread.quit();
        m_thread.wait();
    }

    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    EngineApi& api() const { return *m_api; }

    /// Runs it in the channel's thread and waits; only for what returns at once.
    template <class Fn>
    void inside(Fn fn)
    {
        QMetaObject::invokeMethod(&m_context, std::move(fn), Qt::BlockingQueuedConnection);
    }

    template <class Fn>
    void later(Fn fn)
    {
        QMetaObject::invokeMethod(&m_context, std::move(fn), Qt::QueuedConnection);
    }

private:
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<net::Client> m_client;
    std::unique_ptr<EngineApi> m_api;
};

EngineBackend::State stateOf(const CacheState& cache, const QDateTime& now)
{
    using Phase = EngineBackend::Phase;
    EngineBackend::State state;
    switch (cache.phase) {
    case CacheState::Phase::Idle:
        state.phase = Phase::Idle;
        break;
    case CacheState::Phase::Connecting:
        state.phase = cache.error ? Phase::Failed : Phase::Connecting;
        break;
    case CacheState::Phase::Live:
        state.phase = Phase::Live;
        break;
    case CacheState::Phase::Reconnecting:
        state.phase = Phase::Reconnecting;
        break;
    }
    state.since = cache.since.isValid() ? cache.since : now;
    state.lastLive = cache.phase == CacheState::Phase::Live ? now : cache.lastLive;
    state.error = cache.error;
    return state;
}

} // namespace

class EngineBackend::Private
{
public:
    Private(EngineBackend* backend, const net::Endpoint& endpoint, Clock& clock, const Options& options)
        : q(backend), calls(endpoint, QStringLiteral("engine")),
          reading(endpoint, QStringLiteral("engine logs"))
    {
        calls.inside([&] {
            cache = std::make_unique<ContainerCache>(calls.api(), clock);
            workloads = std::make_unique<EngineWorkloads>(*cache, clock);
            metrics = std::make_unique<EngineMetrics>(calls.api(), *cache, clock, options.metricInterval);
            events = std::make_unique<EngineEvents>(*cache, options.eventsKept);
            health = std::make_unique<HealthDriver>(calls.api(), *cache, clock);
            QObject::connect(cache.get(), &ContainerCache::stateChanged, cache.get(),
                             [this, &clock] { publish(stateOf(cache->state(), clock.now())); });
        });
        state.since = clock.now();
        logs = std::make_unique<EngineLogs>(reading.api());
        lifecycle = std::make_unique<EngineLifecycle>(calls.api(), *workloads, *flows);
        deploying = std::make_unique<EngineDeploy>(calls.api(), *workloads, *flows);
    }

    ~Private()
    {
        flows.reset(); // cancels and waits
        calls.inside([this] {
            health.reset();
            events.reset();
            metrics.reset();
            workloads.reset();
            cache.reset();
        });
    }

    /// From the cache's thread to the backend's.
    void publish(const State& now)
    {
        QMetaObject::invokeMethod(
            q,
            [this, now] {
                state = now;
                Q_EMIT q->stateChanged();
            },
            Qt::QueuedConnection);
    }

    EngineBackend* q;
    Channel calls;
    Channel reading;
    std::unique_ptr<FlowRunner> flows = std::make_unique<FlowRunner>();
    std::unique_ptr<ContainerCache> cache;
    std::unique_ptr<EngineWorkloads> workloads;
    std::unique_ptr<EngineMetrics> metrics;
    std::unique_ptr<EngineEvents> events;
    std::unique_ptr<HealthDriver> health;
    std::unique_ptr<EngineLogs> logs;
    std::unique_ptr<EngineLifecycle> lifecycle;
    std::unique_ptr<EngineDeploy> deploying;
    State state;
};

EngineBackend::EngineBackend(const net::Endpoint& endpoint, Clock& clock, const Options& options,
                             QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(this, endpoint, clock, options))
{
}

EngineBackend::EngineBackend(const net::Endpoint& endpoint, Clock& clock, QObject* parent)
    : EngineBackend(endpoint, clock, Options(), parent)
{
}

EngineBackend::~EngineBackend() = default;

void EngineBackend::open()
{
    d->calls.later([this] { d->cache->start(); });
}

void EngineBackend::close()
{
    d->flows->cancelAll();
    d->calls.later([this] { d->cache->stop(); });
}

void EngineBackend::retryNow()
{
    d->calls.later([this] { d->cache->retryNow(); });
}

void EngineBackend::setMetricInterval(std::chrono::milliseconds interval)
{
    d->metrics->setInterval(interval);
}

EngineBackend::State EngineBackend::state() const
{
    return d->state;
}

std::shared_ptr<const EngineInfo> EngineBackend::info() const
{
    return d->calls.api().info();
}

EngineApi* EngineBackend::api() const
{
    return &d->calls.api();
}

workload::WorkloadSource* EngineBackend::workloads() const
{
    return d->workloads.get();
}

workload::MetricSource* EngineBackend::metrics() const
{
    return d->metrics.get();
}

workload::EventSource* EngineBackend::events() const
{
    return d->events.get();
}

workload::LogSource* EngineBackend::logs() const
{
    return d->logs.get();
}

workload::LifecycleTarget* EngineBackend::lifecycle() const
{
    return d->lifecycle.get();
}

workload::ScaleTarget* EngineBackend::scaling() const
{
    return d->lifecycle.get();
}

workload::DeployTarget* EngineBackend::deploying() const
{
    return d->deploying.get();
}

} // namespace kaptan::docker
