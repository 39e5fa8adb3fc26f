#include "tests/support/fake_session.h"

namespace kaptan::test
{

using namespace workload;

namespace
{

QDateTime hoursAgo(int hours)
{
    return QDateTime::currentDateTimeUtc().addSecs(-3600LL * hours);
}

} // namespace

Instance makeInstance(const QString& name, int replica, InstanceState state, Health health)
{
    Instance instance;
    instance.id = state == InstanceState::Missing ? QString() : QStringLiteral("id-") + name;
    instance.name = name;
    instance.image = QStringLiteral("test/busybox:1");
    instance.replica = replica;
    instance.state = state;
    instance.health = health;
    instance.created = hoursAgo(1);
    instance.started = hoursAgo(1);
    if (state == InstanceState::Exited) {
        instance.exitCode = 1;
        instance.finished = QDateTime::currentDateTimeUtc().addSecs(-60);
    }
    if (state == InstanceState::Running)
        instance.address = QStringLiteral("172.18.0.%1").arg(replica + 1);
    return instance;
}

void recount(Workload& workload)
{
    workload.ready = 0;
    workload.restarts = 0;
    for (const Instance& instance : std::as_const(workload.instances)) {
        workload.ready += instance.isReady() ? 1 : 0;
        workload.restarts += instance.restarts;
    }
}

Workload makeWorkload(const QString& name, int replicas, int ready)
{
    const int running = ready < 0 ? replicas : ready;
    Workload workload;
    workload.id = QStringLiteral("deployment:") + name;
    workload.name = name;
    workload.kind = WorkloadKind::Deployment;
    workload.desired = replicas;
    workload.images = {QStringLiteral("test/busybox:1")};
    workload.created = hoursAgo(1);
    workload.networks = {name};
    workload.scalable = true;
    for (int i = 1; i <= replicas; ++i)
        workload.instances.append(
            makeInstance(QStringLiteral("%1-%2").arg(name).arg(i), i,
                         i <= running ? InstanceState::Running : InstanceState::Exited));
    recount(workload);
    if (replicas == 0)
        workload.state = WorkloadState::Stopped;
    else if (running == replicas)
        workload.state = WorkloadState::Running;
    else
        workload.state = running == 0 ? WorkloadState::Failing : WorkloadState::Degraded;
    return workload;
}

QVector<WorkloadPtr> FakeWorkloads::workloads() const
{
    const QMutexLocker lock(&mutex);
    return {all.cbegin(), all.cend()};
}

QVector<Event> FakeEvents::recent() const
{
    const QMutexLocker lock(&mutex);
    return all;
}

void FakeMetrics::watch(const void* watcher, const QSet<QString>& instanceIds)
{
    if (instanceIds.isEmpty())
        watchers.remove(watcher);
    else
        watchers.insert(watcher, instanceIds);
}

QSet<QString> FakeMetrics::watched() const
{
    QSet<QString> all;
    for (const QSet<QString>& ids : watchers)
        all.unite(ids);
    return all;
}

namespace
{

class FakeHandle : public LogHandle
{
public:
    FakeHandle(FakeLogs& logs, std::shared_ptr<FakeLogs::Current> current)
        : m_logs(logs), m_current(std::move(current))
    {
    }

    ~FakeHandle() override { m_logs.current.removeOne(m_current); }

    void setPaused(bool paused) override { m_current->paused = paused; }

private:
    FakeLogs& m_logs;
    std::shared_ptr<FakeLogs::Current> m_current;
};

} // namespace

std::unique_ptr<LogHandle> FakeLogs::open(const QString& instanceId, const LogOptions& options, LogSink& sink)
{
    ++opened;
    auto one = std::make_shared<Current>();
    one->instanceId = instanceId;
    one->options = options;
    one->sink = &sink;
    current.append(one);
    if (!greeting.isEmpty())
        sink.append(LogSink::Stream::Stdout, greeting.constData(), greeting.size());
    return std::make_unique<FakeHandle>(*this, one);
}

void FakeLogs::append(const QString& instanceId, const QByteArray& bytes, LogSink::Stream stream)
{
    for (const auto& one : std::as_const(current))
        if (one->instanceId == instanceId)
            one->sink->append(stream, bytes.constData(), bytes.size());
}

void FakeLogs::end(const QString& instanceId, const std::optional<Error>& error)
{
    for (const auto& one : std::as_const(current))
        if (one->instanceId == instanceId)
            one->sink->ended(error);
}

FakeSession::FakeSession(QObject* parent)
    : Session(parent), m_workloads(new FakeWorkloads(this)), m_metrics(new FakeMetrics(this)),
      m_events(new FakeEvents(this))
{
    m_spec.id = QStringLiteral("fake");
    m_spec.name = QStringLiteral("fake-engine");
    m_spec.address = QStringLiteral("unix:///run/fake.sock");
    m_spec.source = QStringLiteral("DOCKER_HOST");
    m_state.phase = session::Phase::Live;
    m_state.since = m_state.lastLive = QDateTime::currentDateTimeUtc();
}

void FakeSession::setPhase(session::Phase phase, std::optional<Error> error)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (phase == session::Phase::Live || m_state.phase == session::Phase::Live)
        m_state.lastLive = now;
    m_state.phase = phase;
    m_state.since = now;
    m_state.error = std::move(error);
    Q_EMIT stateChanged();
}

void FakeSession::setState(const session::ConnectionState& state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void FakeSession::setSpec(const session::ConnectionSpec& spec)
{
    m_spec = spec;
    Q_EMIT stateChanged();
}

void FakeSession::setPlatform(Platform platform, const QString& versionText)
{
    m_platform = platform;
    m_version = versionText;
    Q_EMIT stateChanged();
}

void FakeSession::setReadOnly(const QString& why)
{
    m_readOnly = why;
    m_spec.readOnly = !why.isEmpty();
    Q_EMIT stateChanged();
}

void FakeSession::setWorkloads(const QVector<Workload>& workloads)
{
    WorkloadDelta delta;
    delta.reset = true;
    {
        const QMutexLocker lock(&m_workloads->mutex);
        m_workloads->all.clear();
        for (const Workload& workload : workloads) {
            auto shared = std::make_shared<const Workload>(workload);
            m_workloads->all.insert(workload.id, shared);
            delta.upserted.append(shared);
        }
    }
    Q_EMIT m_workloads->changed(delta);
}

void FakeSession::put(const QVector<Workload>& workloads)
{
    WorkloadDelta delta;
    {
        const QMutexLocker lock(&m_workloads->mutex);
        for (const Workload& workload : workloads) {
            auto shared = std::make_shared<const Workload>(workload);
            m_workloads->all.insert(workload.id, shared);
            delta.upserted.append(shared);
        }
    }
    Q_EMIT m_workloads->changed(delta);
}

void FakeSession::take(const QString& workloadId)
{
    {
        const QMutexLocker lock(&m_workloads->mutex);
        m_workloads->all.remove(workloadId);
    }
    WorkloadDelta delta;
    delta.removed.append(workloadId);
    Q_EMIT m_workloads->changed(delta);
}

void FakeSession::addEvents(const QVector<Event>& batch)
{
    {
        const QMutexLocker lock(&m_events->mutex);
        m_events->all += batch;
    }
    Q_EMIT m_events->happened(batch);
}

void FakeSession::sample(const QVector<Usage>& batch)
{
    Q_EMIT m_metrics->sampled(batch);
}

void FakeSession::answer(const QString& verb, Result<void> result)
{
    m_answers.insert(verb, std::move(result));
}

void FakeSession::hold(const QString& verb)
{
    m_holding.insert(verb);
}

bool FakeSession::release(const QString& verb, Result<void> result)
{
    auto& held = m_held[verb];
    if (held.isEmpty())
        return false;
    const Held one = held.takeFirst();
    if (one.promise) {
        one.promise->addResult(std::move(result));
        one.promise->finish();
    } else {
        if (result)
            one.named->addResult(Result<QString>(one.id));
        else
            one.named->addResult(Result<QString>(tl::unexpected<Error>(result.error())));
        one.named->finish();
    }
    return true;
}

void FakeSession::progress(const QString& verb, int value, int maximum, const QString& text)
{
    const auto held = m_held.value(verb);
    if (held.isEmpty())
        return;
    const auto report = [&](auto& promise) {
        promise->setProgressRange(0, maximum);
        promise->setProgressValueAndText(value, text);
    };
    if (held.first().promise)
        report(held.first().promise);
    else
        report(held.first().named);
}

bool FakeSession::heldIsCancelled(const QString& verb) const
{
    const auto held = m_held.value(verb);
    if (held.isEmpty())
        return false;
    return held.first().promise ? held.first().promise->isCanceled() : held.first().named->isCanceled();
}

void FakeSession::open()
{
    actions.append(QStringLiteral("open"));
    setPhase(session::Phase::Live);
}

void FakeSession::close()
{
    actions.append(QStringLiteral("close"));
    setPhase(session::Phase::Idle);
}

void FakeSession::retryNow()
{
    actions.append(QStringLiteral("retry"));
}

QFuture<Result<void>> FakeSession::act(const QString& verb, const QString& subject)
{
    actions.append(verb + u' ' + subject);
    if (m_holding.contains(verb)) {
        Held held;
        held.promise = std::make_shared<QPromise<Result<void>>>();
        held.promise->start();
        m_held[verb].append(held);
        return held.promise->future();
    }
    return readyFuture<void>(m_answers.value(verb));
}

QFuture<Result<void>> FakeSession::start(const QString& workloadId)
{
    return act(QStringLiteral("start"), workloadId);
}

QFuture<Result<void>> FakeSession::stop(const QString& workloadId)
{
    return act(QStringLiteral("stop"), workloadId);
}

QFuture<Result<void>> FakeSession::restart(const QString& workloadId)
{
    return act(QStringLiteral("restart"), workloadId);
}

QFuture<Result<void>> FakeSession::repair(const QString& workloadId)
{
    return act(QStringLiteral("repair"), workloadId);
}

QFuture<Result<RemovalPreview>> FakeSession::previewRemoval(const QString& workloadId)
{
    actions.append(QStringLiteral("previewRemoval ") + workloadId);
    const Result<void> scripted = m_answers.value(QStringLiteral("previewRemoval"));
    if (!scripted)
        return readyFuture<RemovalPreview>(tl::unexpected<Error>(scripted.error()));
    if (previews.contains(workloadId))
        return readyFuture<RemovalPreview>(previews.value(workloadId));
    RemovalPreview preview;
    if (const WorkloadPtr workload = m_workloads->all.value(workloadId))
        for (const Instance& instance : workload->instances)
            preview.instances.append(instance.name);
    return readyFuture<RemovalPreview>(preview);
}

QFuture<Result<void>> FakeSession::remove(const QString& workloadId)
{
    return act(QStringLiteral("remove"), workloadId);
}

QFuture<Result<void>> FakeSession::restartInstance(const QString& instanceId)
{
    return act(QStringLiteral("restartInstance"), instanceId);
}

QFuture<Result<void>> FakeSession::scale(const QString& workloadId, int replicas)
{
    return act(QStringLiteral("scale"), QStringLiteral("%1 %2").arg(workloadId).arg(replicas));
}

Result<void> FakeSession::check(const DeploySpec& spec) const
{
    return checker ? checker(spec) : Result<void>();
}

QFuture<Result<QString>> FakeSession::deploy(const DeploySpec& spec)
{
    actions.append(QStringLiteral("deploy ") + spec.name);
    lastDeploy = spec;
    const QString id = QStringLiteral("deployment:") + spec.name;
    if (m_holding.contains(QStringLiteral("deploy"))) {
        Held held;
        held.named = std::make_shared<QPromise<Result<QString>>>();
        held.named->start();
        held.id = id;
        m_held[QStringLiteral("deploy")].append(held);
        return held.named->future();
    }
    const Result<void> scripted = m_answers.value(QStringLiteral("deploy"));
    if (!scripted)
        return readyFuture<QString>(tl::unexpected<Error>(scripted.error()));
    return readyFuture<QString>(id);
}

QFuture<Result<QStringList>> FakeSession::imageNames()
{
    return readyFuture<QStringList>(images);
}

QFuture<Result<QStringList>> FakeSession::networkNames()
{
    return readyFuture<QStringList>(networks);
}

QFuture<Result<QStringList>> FakeSession::volumeNames()
{
    return readyFuture<QStringList>(volumes);
}

} // namespace kaptan::test
