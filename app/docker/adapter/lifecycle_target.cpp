#include "app/docker/adapter/lifecycle_target.h"

#include "app/docker/adapter/deployment_flow.h"
#include "app/docker/adapter/spec_check.h"
#include "app/docker/api/engine_error.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace kaptan::docker
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EngineFlow)
};

using workload::Instance;
using workload::InstanceState;
using workload::Workload;
using workload::WorkloadPtr;

constexpr int width = 8;
constexpr qint64 nsPerMs = 1'000'000;
constexpr int withoutCheckMs = 15'000;
constexpr int mostReadyMs = 5 * 60'000;
/// After a call has returned its event is on its way; bounded, since only what is shown depends on it.
constexpr int echoMs = 5'000;

bool isAlive(InstanceState state)
{
    return state == InstanceState::Running || state == InstanceState::Restarting ||
           state == InstanceState::Paused;
}

bool isDeployment(const Workload& workload)
{
    return workload.kind == workload::WorkloadKind::Deployment;
}

QVector<Instance> present(const Workload& workload, const std::function<bool(const Instance&)>& wanted = {})
{
    QVector<Instance> found;
    for (const Instance& instance : workload.instances) {
        if (!instance.id.isEmpty() && (!wanted || wanted(instance)))
            found.append(instance);
    }
    return found;
}

/// The same call for several containers.
Result<void> each(Flow& flow, const QVector<Instance>& instances, const QString& words,
                  const std::function<QFuture<Result<void>>(const QString&)>& call)
{
    int done = 0;
    flow.setRange(int(instances.size()));
    return flow.forEach(
        int(instances.size()), width,
        [&](int i) {
            flow.setProgress(done, words.arg(instances.at(i).name));
            return call(instances.at(i).id);
        },
        [&](int i) { flow.setProgress(++done, words.arg(instances.at(i).name)); });
}

/// Restarts one and waits until it is ready.
Result<void> restartOne(EngineApi& api, const EngineWorkloads& workloads, Flow& flow,
                        const QString& workloadId, const Instance& instance)
{
    const auto before = flow.await(api.inspectContainer(instance.id));
    if (!before)
        return failure(before.error());
    if (const auto restarted = flow.await(api.restartContainer(instance.id)); !restarted) {
        // Podman calls it an error where the container ends by itself in the moment it was to be killed, and
        // leaves it stopped.
        if (!isWrongState(restarted.error()) || !flow.await(api.startContainer(instance.id)))
            return restarted;
    }
    const int timeout = readyTimeoutMs(before->config.healthcheck);
    bool gone = false;
    const bool ready = workloads.waitUntil(
        workloadId, timeout,
        [&](const WorkloadPtr& now) {
            const auto it = now ? std::find_if(now->instances.cbegin(), now->instances.cend(),
                                               [&](const Instance& i) { return i.id == instance.id; })
                                : decltype(now->instances.cend()){};
            gone = !now || it == now->instances.cend();
            if (gone)
                return true;
            const bool endedWell = it->state == InstanceState::Exited && it->exitCode == 0; // a job
            return (it->isReady() || endedWell) && it->started.isValid() && it->started != before->startedAt;
        },
        [&flow] { return flow.cancelled(); });
    if (flow.cancelled())
        return failure(Cancelled{});
    if (ready && !gone)
        return {};
    return failure(
        Unfinished{instance.name,
                   gone ? Tr::tr("it was removed while it restarted")
                        : Tr::tr("not ready after %n second(s)", nullptr, timeout / 1000),
                   Tr::tr("The others were not restarted. Its log and its health check may say why.")});
}

Result<void> restartAll(EngineApi& api, const EngineWorkloads& workloads, Flow& flow,
                        const Workload& workload)
{
    const QVector<Instance> instances = present(workload);
    flow.setRange(int(instances.size()));
    for (int i = 0; i < instances.size(); ++i) {
        flow.setProgress(i, Tr::tr("Restarting %1").arg(instances.at(i).name));
        if (const auto done = restartOne(api, workloads, flow, workload.id, instances.at(i)); !done)
            return done;
    }
    flow.setProgress(int(instances.size()), {});
    return {};
}

/// A deployment's kept plan, changed by `change`, and then followed.
Result<void> follow(EngineApi& api, Flow& flow, const Workload& workload,
                    const std::function<Result<void>(DeploymentPlan&, const workload::DeploySpec&)>& change)
{
    DeploymentFlow ours(api, flow, workload.name);
    if (const auto loaded = ours.loadSpec(); !loaded)
        return loaded;
    DeploymentPlan plan = keptPlan(ours.facts());
    if (const auto ok = change(plan, ours.spec()); !ok)
        return ok;
    return ours.converge(plan);
}

Result<workload::RemovalPreview> preview(EngineApi& api, Flow& flow, const Workload& workload)
{
    workload::RemovalPreview result;
    QSet<QString> kept, anonymous;
    for (const Instance& instance : present(workload)) {
        result.instances.append(instance.name);
        const auto details = flow.await(api.inspectContainer(instance.id));
        if (!details) {
            if (isNotFound(details.error()))
                continue;
            return failure(details.error());
        }
        for (const Mount& mount : details->mounts) {
            if (mount.type == u"volume")
                (VolumeSummary{mount.name, {}, {}, {}, {}}.isAnonymous() ? anonymous : kept)
                    .insert(mount.name);
        }
    }
    result.volumes = QStringList(anonymous.cbegin(), anonymous.cend());
    result.keptVolumes = QStringList(kept.cbegin(), kept.cend());
    result.volumes.sort();
    result.keptVolumes.sort();
    if (!isDeployment(workload))
        return result;
    const QString own = labels::networkName(workload.name);
    const auto network = flow.await(api.inspectNetwork(own));
    const auto users = flow.await(api.containers(true, {{QStringLiteral("network"), {own}}}));
    if (network && users && network->summary.labels.value(labels::key::network) == workload.name &&
        std::all_of(users->cbegin(), users->cend(), [&workload](const ContainerSummary& user) {
            return user.labels.value(labels::key::deployment) == workload.name;
        }))
        result.networks.append(own);
    return result;
}

} // namespace

int readyTimeoutMs(const HealthConfig& check)
{
    if (!check.isSet())
        return withoutCheckMs;
    // As long as the engine itself needs to call it unhealthy (its defaults: 30 s, 30 s, 3 times), and a bit.
    const qint64 interval = check.intervalNs > 0 ? check.intervalNs / nsPerMs : 30'000;
    const qint64 timeout = check.timeoutNs > 0 ? check.timeoutNs / nsPerMs : 30'000;
    const int retries = check.retries > 0 ? check.retries : 3;
    const qint64 all = check.startPeriodNs / nsPerMs + (interval + timeout) * (retries + 1) + withoutCheckMs;
    return int(std::min<qint64>(all, mostReadyMs));
}

EngineLifecycle::EngineLifecycle(EngineApi& api, EngineWorkloads& workloads, FlowRunner& runner)
    : m_api(api), m_workloads(workloads), m_runner(runner)
{
}

QFuture<Result<void>> EngineLifecycle::run(const QString& workloadId, const char* operation,
                                           std::function<Result<void>(Flow&, const Workload&)> body)
{
    return m_runner.run<void>(workloadId, [this, workloadId, operation, body = std::move(body)](Flow& flow) {
        const WorkloadPtr workload = m_workloads.find(workloadId);
        Result<void> result;
        if (workload)
            result = body(flow, *workload);
        else
            result = failure(
                Unfinished{workloadId.section(u':', 1), Tr::tr("it is not there any more"), QString()});
        if (!result)
            result.error().during(operation, workload ? workload->name : QString());
        return result;
    });
}

QFuture<Result<void>> EngineLifecycle::start(const QString& workloadId)
{
    return run(workloadId, QT_TRANSLATE_NOOP("Operation", "start"), [this](Flow& flow, const Workload& w) {
        if (isDeployment(w))
            return follow(m_api, flow, w, [](DeploymentPlan& plan, const workload::DeploySpec&) {
                plan.stopped = false;
                plan.start = StartWhich::All;
                return Result<void>();
            });
        const QVector<Instance> paused =
            present(w, [](const Instance& i) { return i.state == InstanceState::Paused; });
        const QVector<Instance> down = present(w, [](const Instance& i) { return !isAlive(i.state); });
        const auto resumed = each(flow, paused, Tr::tr("Resuming %1"),
                                  [this](const QString& id) { return m_api.unpauseContainer(id); });
        if (!resumed)
            return resumed;
        return each(flow, down, Tr::tr("Starting %1"),
                    [this](const QString& id) { return m_api.startContainer(id); });
    });
}

QFuture<Result<void>> EngineLifecycle::stop(const QString& workloadId)
{
    return run(workloadId, QT_TRANSLATE_NOOP("Operation", "stop"), [this](Flow& flow, const Workload& w) {
        if (isDeployment(w))
            return follow(m_api, flow, w, [](DeploymentPlan& plan, const workload::DeploySpec&) {
                plan.stopped = true;
                plan.start = StartWhich::None;
                plan.createMissing = false;
                return Result<void>();
            });
        return each(flow, present(w, [](const Instance& i) { return isAlive(i.state); }),
                    Tr::tr("Stopping %1"), [this](const QString& id) { return m_api.stopContainer(id); });
    });
}

QFuture<Result<void>> EngineLifecycle::restart(const QString& workloadId)
{
    return run(workloadId, QT_TRANSLATE_NOOP("Operation", "restart"), [this](Flow& flow, const Workload& w) {
        // A stopped deployment that is restarted runs again, and its marker says so first.
        if (isDeployment(w) && w.stopped)
            return follow(m_api, flow, w, [](DeploymentPlan& plan, const workload::DeploySpec&) {
                plan.stopped = false;
                plan.start = StartWhich::All;
                return Result<void>();
            });
        return restartAll(m_api, m_workloads, flow, w);
    });
}

QFuture<Result<void>> EngineLifecycle::repair(const QString& workloadId)
{
    return run(workloadId, QT_TRANSLATE_NOOP("Operation", "repair"), [this](Flow& flow, const Workload& w) {
        if (isDeployment(w))
            return follow(m_api, flow, w, [](DeploymentPlan& plan, const workload::DeploySpec&) {
                plan.start = plan.stopped ? StartWhich::None : StartWhich::Failed;
                return Result<void>();
            });
        return each(flow, present(w, [](const Instance& i) { return !isAlive(i.state); }),
                    Tr::tr("Starting %1"), [this](const QString& id) { return m_api.startContainer(id); });
    });
}

QFuture<Result<workload::RemovalPreview>> EngineLifecycle::previewRemoval(const QString& workloadId)
{
    // Reads only: need not wait for its turn.
    return m_runner.run<workload::RemovalPreview>(
        QLatin1String("preview ") + workloadId,
        [this, workloadId](Flow& flow) -> Result<workload::RemovalPreview> {
            const WorkloadPtr workload = m_workloads.find(workloadId);
            if (!workload)
                return failure(
                    Unfinished{workloadId.section(u':', 1), Tr::tr("it is not there any more"), QString()});
            return preview(m_api, flow, *workload);
        });
}

QFuture<Result<void>> EngineLifecycle::remove(const QString& workloadId)
{
    return run(workloadId, QT_TRANSLATE_NOOP("Operation", "remove"), [this](Flow& flow, const Workload& w) {
        const Result<void> done =
            isDeployment(w) ? DeploymentFlow(m_api, flow, w.name).removeAll(true)
                            : each(flow, present(w), Tr::tr("Removing %1"), [this](const QString& id) {
                                  return m_api.removeContainer(id, true, true);
                              });
        if (done)
            m_workloads.waitUntil(
                w.id, echoMs, [](const WorkloadPtr& now) { return !now; },
                [&flow] { return flow.cancelled(); });
        return done;
    });
}

QFuture<Result<void>> EngineLifecycle::restartInstance(const QString& instanceId)
{
    const WorkloadPtr workload = m_workloads.ofInstance(instanceId);
    const QString id = workload ? workload->id : QLatin1String("container:") + instanceId;
    return run(
        id, QT_TRANSLATE_NOOP("Operation", "restart"),
        [this, instanceId](Flow& flow, const Workload& w) -> Result<void> {
            for (const Instance& instance : present(w)) {
                if (instance.id == instanceId)
                    return restartOne(m_api, m_workloads, flow, w.id, instance);
            }
            return failure(Unfinished{w.name, Tr::tr("this instance is not there any more"), QString()});
        });
}

QFuture<Result<void>> EngineLifecycle::scale(const QString& workloadId, int replicas)
{
    return run(
        workloadId, QT_TRANSLATE_NOOP("Operation", "scale"),
        [this, replicas](Flow& flow, const Workload& w) -> Result<void> {
            if (!isDeployment(w))
                return failure(
                    NotAllowed{NotAllowed::Kind::Unsupported, Tr::tr("Scaling"), w.notScalableBecause, {}});
            return follow(m_api, flow, w, [replicas](DeploymentPlan& plan, const workload::DeploySpec& spec) {
                plan.desired = replicas;
                plan.start = plan.stopped ? StartWhich::None : StartWhich::New;
                return checkReplicas(spec.ports, replicas);
            });
        });
}

} // namespace kaptan::docker
