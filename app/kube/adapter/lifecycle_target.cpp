#include "app/kube/adapter/lifecycle_target.h"

#include "app/kube/adapter/settle_job.h"
#include "app/kube/change/admin_calls.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

using workload::Workload;
using workload::WorkloadKind;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ClusterLifecycle)
};

constexpr int mostReplicas = 1000;

template <class T>
QFuture<Result<T>> ready(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

QFuture<Result<void>> refuse(const QString& what, const QString& why, const QString& fix = {})
{
    return ready<void>(failure(NotAllowed{NotAllowed::Kind::Unsupported, what, why, fix}));
}

struct Names {
    const char* group;
    const char* resource;
};

Names namesOf(WorkloadKind kind)
{
    switch (kind) {
    case WorkloadKind::Deployment:
        return {"apps", "deployments"};
    case WorkloadKind::StatefulSet:
        return {"apps", "statefulsets"};
    case WorkloadKind::DaemonSet:
        return {"apps", "daemonsets"};
    case WorkloadKind::ReplicaSet:
        return {"apps", "replicasets"};
    case WorkloadKind::Job:
        return {"batch", "jobs"};
    case WorkloadKind::CronJob:
        return {"batch", "cronjobs"};
    default:
        return {"", "pods"};
    }
}

/// None of them is on its way any more.
bool isQuiet(const Workload& now)
{
    return now.state != workload::WorkloadState::Progressing && now.ready >= now.desired;
}

} // namespace

ClusterLifecycle::ClusterLifecycle(KubeApi& api, ClusterWorkloads& workloads, Clock& clock,
                                   std::function<std::shared_ptr<const Discovery>()> discovery)
    : m_api(api), m_workloads(workloads), m_clock(clock), m_discovery(std::move(discovery))
{
}

Result<ClusterLifecycle::Object> ClusterLifecycle::object(const QString& workloadId) const
{
    Object found;
    found.workload = m_workloads.find(workloadId);
    if (!found.workload)
        return failure(Unfinished{workloadId, Tr::tr("it is not there any more"), QString()});
    found.uid = m_workloads.uidOf(workloadId);
    const Names names = namesOf(found.workload->kind);
    const auto discovery = m_discovery();
    const ApiResource* resource =
        discovery ? discovery->find(QLatin1String(names.group), QLatin1String(names.resource)) : nullptr;
    if (!resource)
        return failure(NotAllowed{NotAllowed::Kind::Unsupported, QLatin1String(names.resource),
                                  Tr::tr("the server does not know this kind")});
    found.resource = *resource;
    return found;
}

QFuture<Result<void>> ClusterLifecycle::start(const QString& workloadId)
{
    const auto found = m_workloads.find(workloadId);
    return refuse(found ? found->name : workloadId, Tr::tr("a cluster has no “start”"),
                  Tr::tr("Scale it to the replicas that it ought to have."));
}

QFuture<Result<void>> ClusterLifecycle::stop(const QString& workloadId)
{
    const auto found = m_workloads.find(workloadId);
    return refuse(found ? found->name : workloadId, Tr::tr("a cluster has no “stop”"),
                  Tr::tr("Scale it to 0 replicas."));
}

QFuture<Result<void>> ClusterLifecycle::repair(const QString& workloadId)
{
    const auto found = m_workloads.find(workloadId);
    return refuse(found ? found->name : workloadId, Tr::tr("the cluster replaces missing pods by itself"));
}

QFuture<Result<void>> ClusterLifecycle::restart(const QString& workloadId)
{
    const auto found = object(workloadId);
    if (!found)
        return ready<void>(failure(found.error()));
    const Workload& w = *found->workload;
    if (w.kind != WorkloadKind::Deployment && w.kind != WorkloadKind::StatefulSet &&
        w.kind != WorkloadKind::DaemonSet)
        return refuse(w.name, Tr::tr("it has no template that could be rolled out again"),
                      Tr::tr("Delete its pods: an owner makes new ones."));
    const QJsonObject body = restartPatch(m_clock.now(), u"Restarted with Kaptan"_s);
    SettleJob::Plan plan;
    plan.workloadId = workloadId;
    // The API, not this: the calls run in the cluster's thread, which ends after this and before the API.
    plan.call = [&api = m_api, o = *found, body] {
        return api
            .patch(o.resource, o.workload->group, o.workload->name, "application/merge-patch+json",
                   QJsonDocument(body).toJson(QJsonDocument::Compact))
            .then([](const Result<QByteArray>& done) {
                return done ? Result<void>() : Result<void>(tl::unexpected<Error>(done.error()));
            });
    };
    plan.settled = [](const Workload& now, const Workload& old) {
        // No pod of before is left. (The first look may come before the cluster has begun.)
        const QStringList before = old.instances.ids();
        const QSet<QString> gone(before.cbegin(), before.cend());
        const QStringList left = now.instances.ids();
        return std::none_of(left.cbegin(), left.cend(),
                            [&gone](const QString& id) { return gone.contains(id); }) &&
               isQuiet(now);
    };
    return SettleJob::run(m_workloads, m_clock, std::move(plan));
}

QFuture<Result<workload::RemovalPreview>> ClusterLifecycle::previewRemoval(const QString& workloadId)
{
    const auto found = m_workloads.find(workloadId);
    if (!found)
        return ready<workload::RemovalPreview>(
            failure(Unfinished{workloadId, Tr::tr("it is not there any more"), QString()}));
    workload::RemovalPreview preview;
    for (const auto& one : found->instances)
        preview.instances.append(one.name);
    return ready<workload::RemovalPreview>(preview);
}

QFuture<Result<void>> ClusterLifecycle::remove(const QString& workloadId)
{
    const auto found = object(workloadId);
    if (!found)
        return ready<void>(failure(found.error()));
    // The uid, so that one of the same name made meanwhile stays.
    return m_api.remove(found->resource, found->workload->group, found->workload->name, found->uid);
}

QFuture<Result<void>> ClusterLifecycle::restartInstance(const QString& instanceId)
{
    const PodPlace place = m_workloads.place(instanceId);
    const auto discovery = m_discovery();
    const ApiResource* pods = discovery ? discovery->find(QString(), u"pods"_s) : nullptr;
    if (!place.isKnown() || !pods)
        return ready<void>(
            failure(Unfinished{instanceId.left(12), Tr::tr("it is not there any more"), QString()}));
    return m_api.remove(*pods, place.nameSpace, place.name, instanceId.section(u'/', 0, 0));
}

QFuture<Result<void>> ClusterLifecycle::scale(const QString& workloadId, int replicas)
{
    const auto found = object(workloadId);
    if (!found)
        return ready<void>(failure(found.error()));
    if (replicas < 0 || replicas > mostReplicas)
        return ready<void>(failure(InvalidInput{Tr::tr("Replicas"), Tr::tr("%1 cannot be used").arg(replicas),
                                                Tr::tr("Use a number from 0 to %1.").arg(mostReplicas)}));
    if (!found->workload->scalable)
        return refuse(found->workload->name, found->workload->notScalableBecause);
    SettleJob::Plan plan;
    plan.workloadId = workloadId;
    plan.call = [&api = m_api, o = *found, replicas] {
        return api.scale(o.resource, o.workload->group, o.workload->name, replicas);
    };
    plan.settled = [replicas](const Workload& now, const Workload&) {
        return now.desired == replicas && isQuiet(now);
    };
    return SettleJob::run(m_workloads, m_clock, std::move(plan));
}

} // namespace kaptan::kube
