#pragma once

#include "app/session/session.h"

#include <QHash>
#include <QMap>
#include <QMutex>
#include <QPromise>
#include <QSet>

#include <functional>

/// A session in memory for tests of panes: whatever a genuine engine will not show on demand (a phase, a
/// refusal, a thousand rows in one turn). End-to-end tests use genuine engines.
namespace kaptan::test
{

/// An instance with its fields filled, running since an hour. The id is "id-" + name.
workload::Instance makeInstance(const QString& name, int replica = 0,
                                workload::InstanceState state = workload::InstanceState::Running,
                                workload::Health health = workload::Health::None);

/// A deployment "deployment:NAME" of `replicas` of which `ready` run; the rest has exited with code 1. State
/// follows: Running, Degraded, Failing or (with 0 replicas) Stopped. Scalable.
workload::Workload makeWorkload(const QString& name, int replicas = 1, int ready = -1);

/// Sets `ready`, `restarts` and `desired` left alone; `state` is not touched.
void recount(workload::Workload& workload);

class FakeWorkloads : public workload::WorkloadSource
{
    Q_OBJECT
public:
    using WorkloadSource::WorkloadSource;

    QVector<workload::WorkloadPtr> workloads() const override;

    QMap<QString, workload::WorkloadPtr> all;
    mutable QMutex mutex; ///< of `all`: workloads() may be asked in any thread
};

class FakeMetrics : public workload::MetricSource
{
    Q_OBJECT
public:
    using MetricSource::MetricSource;

    void watch(const void* watcher, const QSet<QString>& instanceIds) override;
    /// The union over the watchers.
    QSet<QString> watched() const;

    QHash<const void*, QSet<QString>> watchers;
};

class FakeEvents : public workload::EventSource
{
    Q_OBJECT
public:
    using EventSource::EventSource;

    QVector<workload::Event> recent() const override;

    QVector<workload::Event> all;
    mutable QMutex mutex; ///< of `all`: recent() may be asked in any thread
};

/// Logs that the test writes. `opened` counts every open(), `current` are the ones not closed yet.
class FakeLogs : public workload::LogSource
{
public:
    std::unique_ptr<workload::LogHandle> open(const QString& instanceId, const workload::LogOptions& options,
                                              workload::LogSink& sink) override;

    struct Current {
        QString instanceId;
        workload::LogOptions options;
        workload::LogSink* sink = nullptr;
        bool paused = false;
    };

    /// To every open log of the instance.
    void append(const QString& instanceId, const QByteArray& bytes,
                workload::LogSink::Stream stream = workload::LogSink::Stream::Stdout);
    void end(const QString& instanceId, const std::optional<Error>& error = {});

    QVector<std::shared_ptr<Current>> current;
    int opened = 0;
    QByteArray greeting; ///< appended to each log as it opens
};

class FakeSession : public session::Session,
                    public workload::LifecycleTarget,
                    public workload::ScaleTarget,
                    public workload::DeployTarget
{
    Q_OBJECT
public:
    explicit FakeSession(QObject* parent = nullptr);

    // What the test sets up.

    /// Live, Docker 20.10.24, writable from the start. `error` is why it is not live. lastLive is kept when
    /// the phase leaves Live.
    void setPhase(session::Phase phase, std::optional<Error> error = {});
    void setState(const session::ConnectionState& state);
    void setSpec(const session::ConnectionSpec& spec) override;
    void setPlatform(workload::Platform platform, const QString& versionText);
    /// lifecycle(), scaling() and deploying() become null; "" makes it writable again.
    void setReadOnly(const QString& why);

    void setEngine(docker::EngineApi* engine) { m_engine = engine; }

    /// All there is: one delta with `reset`.
    void setWorkloads(const QVector<workload::Workload>& workloads);

    void put(const workload::Workload& workload) { put(QVector<workload::Workload>{workload}); }

    /// One delta.
    void put(const QVector<workload::Workload>& workloads);
    void take(const QString& workloadId);
    void addEvents(const QVector<workload::Event>& batch);
    void sample(const QVector<workload::Usage>& batch);

    /// What "stop", "start", "restart", "repair", "remove", "restartInstance", "scale", "deploy", "open",
    /// "retry" answers from now on; success where nothing was said.
    void answer(const QString& verb, Result<void> result);
    /// From now on calls of this verb stay open until release().
    void hold(const QString& verb);
    /// Ends the oldest held call of the verb; false where there is none.
    bool release(const QString& verb, Result<void> result = {});
    /// Of the oldest held call.
    void progress(const QString& verb, int value, int maximum, const QString& text);
    bool heldIsCancelled(const QString& verb) const;

    // What was asked of it.

    /// "stop deployment:web", "scale deployment:web 5", "deploy web", "restartInstance id-web-1", in order.
    QStringList actions;
    std::optional<workload::DeploySpec> lastDeploy;
    QHash<QString, workload::RemovalPreview> previews; ///< by workload id; instances' names where missing
    std::function<Result<void>(const workload::DeploySpec&)> checker; ///< check(); accepts all where empty
    QStringList images{QStringLiteral("test/busybox:1"), QStringLiteral("test/web:2")};
    QStringList networks{QStringLiteral("bridge"), QStringLiteral("shop")};
    QStringList volumes{QStringLiteral("data")};

    FakeWorkloads& workloadSource() { return *m_workloads; }

    FakeMetrics& metricSource() { return *m_metrics; }

    FakeEvents& eventSource() { return *m_events; }

    FakeLogs& logSource() { return m_logs; }

    // Session
    const session::ConnectionSpec& spec() const override { return m_spec; }

    session::ConnectionState state() const override { return m_state; }

    workload::Platform platform() const override { return m_platform; }

    QString versionText() const override { return m_version; }

    void open() override;
    void close() override;
    void retryNow() override;

    workload::WorkloadSource* workloads() override { return m_workloads; }

    workload::MetricSource* metrics() override { return m_metrics; }

    workload::EventSource* events() override { return m_events; }

    workload::LogSource* logs() override { return &m_logs; }

    workload::LifecycleTarget* lifecycle() override { return m_readOnly.isEmpty() ? this : nullptr; }

    workload::ScaleTarget* scaling() override { return m_readOnly.isEmpty() ? this : nullptr; }

    workload::DeployTarget* deploying() override { return m_readOnly.isEmpty() ? this : nullptr; }

    QString whyNotWritable() const override { return m_readOnly; }

    docker::EngineApi* engine() override { return m_engine; }

    // LifecycleTarget
    QFuture<Result<void>> start(const QString& workloadId) override;
    QFuture<Result<void>> stop(const QString& workloadId) override;
    QFuture<Result<void>> restart(const QString& workloadId) override;
    QFuture<Result<void>> repair(const QString& workloadId) override;
    QFuture<Result<workload::RemovalPreview>> previewRemoval(const QString& workloadId) override;
    QFuture<Result<void>> remove(const QString& workloadId) override;
    QFuture<Result<void>> restartInstance(const QString& instanceId) override;
    // ScaleTarget
    QFuture<Result<void>> scale(const QString& workloadId, int replicas) override;
    // DeployTarget
    Result<void> check(const workload::DeploySpec& spec) const override;
    QFuture<Result<QString>> deploy(const workload::DeploySpec& spec) override;
    QFuture<Result<QStringList>> imageNames() override;
    QFuture<Result<QStringList>> networkNames() override;
    QFuture<Result<QStringList>> volumeNames() override;

private:
    struct Held {
        std::shared_ptr<QPromise<Result<void>>> promise;  ///< of all but deploy
        std::shared_ptr<QPromise<Result<QString>>> named; ///< of deploy
        QString id;
    };

    QFuture<Result<void>> act(const QString& verb, const QString& subject);

    session::ConnectionSpec m_spec;
    session::ConnectionState m_state;
    workload::Platform m_platform = workload::Platform::Docker;
    QString m_version = QStringLiteral("Docker 20.10.24");
    QString m_readOnly;
    docker::EngineApi* m_engine = nullptr;
    FakeWorkloads* m_workloads;
    FakeMetrics* m_metrics;
    FakeEvents* m_events;
    FakeLogs m_logs;
    QHash<QString, Result<void>> m_answers;
    QSet<QString> m_holding;
    QHash<QString, QVector<Held>> m_held;
};

} // namespace kaptan::test
