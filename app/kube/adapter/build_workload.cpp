#include "app/kube/adapter/build_workload.h"

#include "app/kube/adapter/pod_instance.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

using namespace workload;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ClusterWorkloads)
};

/// Pods that were created so many seconds ago begin still.
constexpr int justNowSeconds = 120;

QMap<QString, QString> labelsOf(const Row& row)
{
    QMap<QString, QString> labels;
    std::string_view left = row.labels.view();
    while (!left.empty()) {
        const std::string_view pair = left.substr(0, left.find(','));
        left.remove_prefix(std::min(left.size(), pair.size() + 1));
        const size_t at = pair.find('=');
        if (!pair.empty())
            labels.insert(sharedString(pair.substr(0, at)),
                          at == pair.npos ? QString() : sharedString(pair.substr(at + 1)));
    }
    return labels;
}

QString statusWord(ConditionRow::Status status)
{
    switch (status) {
    case ConditionRow::Status::True:
        return u"True"_s;
    case ConditionRow::Status::False:
        return u"False"_s;
    case ConditionRow::Status::Unknown:
        break;
    }
    return u"Unknown"_s;
}

const ConditionRow* condition(const WorkloadRow& row, std::string_view type, ConditionRow::Status status)
{
    for (const ConditionRow& one : row.conditions)
        if (one.type == type && one.status == status)
            return &one;
    return nullptr;
}

/// Of the instances of one workload.
struct Counts {
    int troubled = 0, underWay = 0, alive = 0;
    QString reason; ///< of the first one in trouble
};

void count(Counts& c, const Instance& i, const QDateTime& now)
{
    const bool young = i.created.isValid() && i.created.secsTo(now) < justNowSeconds;
    // A probe that has not said yes yet is no trouble in the first minutes.
    const bool starts = young && (i.health == Health::Unhealthy || i.reason == u"Unschedulable");
    c.alive += i.state != InstanceState::Exited;
    if (isInTrouble(i) && !starts) {
        ++c.troubled;
        if (c.reason.isEmpty())
            c.reason = i.oomKilled                                           ? u"OOMKilled"_s
                       : i.reason.isEmpty() && i.health == Health::Unhealthy ? u"Unhealthy"_s
                       : i.reason.isEmpty() && i.exitCode ? u"Exited (%1)"_s.arg(*i.exitCode)
                                                          : i.reason;
    } else if (i.state == InstanceState::Stopping || starts || i.health == Health::Starting ||
               (i.state == InstanceState::Created && young)) {
        ++c.underWay;
    }
}

void judgeJob(Workload& made, const WorkloadRow& row, const Counts& c)
{
    using S = ConditionRow::Status;
    if (condition(row, "Complete", S::True)) {
        made.state = WorkloadState::Completed;
    } else if (const ConditionRow* failed = condition(row, "Failed", S::True)) {
        made.state = WorkloadState::Failing;
        made.reason = failed->reason.toString();
    } else if (row.isPaused) {
        made.state = WorkloadState::Paused;
    } else if (c.troubled > 0) {
        made.state = row.active > 0 ? WorkloadState::Degraded : WorkloadState::Failing;
        made.reason = c.reason;
    } else {
        made.state = row.active > 0 ? WorkloadState::Running : WorkloadState::Progressing;
    }
}

/// Deployment, StatefulSet, DaemonSet, ReplicaSet.
void judgeReplicas(Workload& made, const WorkloadRow& row, const Counts& c)
{
    using S = ConditionRow::Status;
    const bool someReady = made.ready > 0;
    const auto bad = [&](const QString& reason) {
        made.state = someReady ? WorkloadState::Degraded : WorkloadState::Failing;
        made.reason = reason;
    };
    if (made.desired == 0) {
        made.state = row.current > 0 || c.alive > 0 ? WorkloadState::Progressing : WorkloadState::Stopped;
        return;
    }
    if (c.troubled > 0)
        return bad(c.reason);
    if (const ConditionRow* failure = condition(row, "ReplicaFailure", S::True))
        return bad(failure->reason.toString());
    if (const ConditionRow* stuck = condition(row, "Progressing", S::False))
        return bad(stuck->reason.toString());
    if (row.isPaused) {
        made.state = WorkloadState::Paused;
        return;
    }
    const bool counts = row.kind != "ReplicaSet"; // which has no template of its own to roll out
    const bool rollsOut = row.observedGeneration < row.generation ||
                          (counts && row.updated < made.desired && row.strategy != "OnDelete");
    if (made.ready >= made.desired && !rollsOut && row.current <= std::max(made.desired, 1) &&
        c.underWay == 0) {
        made.state = WorkloadState::Running;
        return;
    }
    if (rollsOut || c.underWay > 0 || row.current > made.desired) {
        made.state = WorkloadState::Progressing;
        return;
    }
    if (made.ready >= made.desired)
        made.state = WorkloadState::Running;
    else
        bad({});
}

QString whyNotScalable(const WorkloadRow& row)
{
    if (row.kind == "DaemonSet")
        return Tr::tr("A DaemonSet runs one pod on each node that it selects.");
    if (row.kind == "Job" || row.kind == "CronJob")
        return Tr::tr("A job runs as often as it says; it has no replicas.");
    if (!row.ownerUid.isEmpty())
        return Tr::tr("%1 “%2” decides about its replicas.")
            .arg(row.ownerKind.toString(), row.ownerName.toString());
    return {};
}

} // namespace

QString workloadId(const QString& kind, const QString& nameSpace, const QString& name)
{
    return u"%1:%2/%3"_s.arg(kind.toLower(), nameSpace, name);
}

std::optional<WorkloadKind> workloadKind(std::string_view kind)
{
    static constexpr std::pair<std::string_view, WorkloadKind> kinds[] = {
        {"Deployment", WorkloadKind::Deployment},
        {"StatefulSet", WorkloadKind::StatefulSet},
        {"DaemonSet", WorkloadKind::DaemonSet},
        {"ReplicaSet", WorkloadKind::ReplicaSet},
        {"Job", WorkloadKind::Job},
        {"CronJob", WorkloadKind::CronJob},
        {"Pod", WorkloadKind::Pod}};
    for (const auto& [word, value] : kinds)
        if (word == kind)
            return value;
    return std::nullopt;
}

bool isBeginning(const PodRow& pod, const QDateTime& now)
{
    const bool isOver = pod.phase == PodRow::Phase::Succeeded || pod.phase == PodRow::Phase::Failed;
    return !pod.isReady && !isOver && pod.createdMs > 0 && timeOf(pod.createdMs).secsTo(now) < justNowSeconds;
}

WorkloadPtr buildWorkload(const WorkloadRow& row, QVector<std::shared_ptr<const PodRow>> pods,
                          const QDateTime& now)
{
    auto made = std::make_shared<Workload>();
    const QString kind = row.kind.toString();
    made->name = row.name.toString();
    made->group = sharedString(row.nameSpace.view());
    made->id = workloadId(kind, made->group, made->name);
    made->kind = workloadKind(row.kind.view()).value_or(WorkloadKind::ReplicaSet);
    made->created = timeOf(row.createdMs);
    made->labels = labelsOf(row);
    made->revision = row.revision.toString().toInt();
    made->ownerKind = row.ownerKind.toString();
    made->ownerName = row.ownerName.toString();
    for (const TemplateContainerRow& one : row.containers) {
        if (one.isInit)
            continue;
        if (const QString image = one.image.toString(); !made->images.contains(image))
            made->images.append(image);
        made->hasHealthCheck = made->hasHealthCheck || one.probes != 0;
    }
    for (const ConditionRow& one : row.conditions)
        made->conditions.append({one.type.toString(), statusWord(one.status), one.reason.toString(),
                                 one.message.toString(), timeOf(one.sinceMs)});
    std::sort(pods.begin(), pods.end(), [](const auto& a, const auto& b) { return a->name < b->name; });
    Counts counts;
    for (const auto& pod : std::as_const(pods)) {
        const Instance instance = toInstance(*pod);
        made->restarts += instance.restarts;
        count(counts, instance, now);
    }
    made->instances = InstanceList(std::make_shared<const PodInstances>(std::move(pods)));
    made->notScalableBecause = whyNotScalable(row);
    made->scalable = made->notScalableBecause.isEmpty();

    switch (made->kind) {
    case WorkloadKind::Job:
        made->desired = row.desired;
        made->ready = row.succeeded;
        judgeJob(*made, row, counts);
        break;
    case WorkloadKind::CronJob:
        made->desired = made->ready = row.active;
        made->state = row.isPaused ? WorkloadState::Paused : WorkloadState::Running;
        break;
    default:
        made->desired = row.desired;
        made->ready = row.ready;
        judgeReplicas(*made, row, counts);
        break;
    }
    return made;
}

WorkloadPtr buildWorkload(const std::shared_ptr<const PodRow>& pod, const QDateTime& now)
{
    const PodRow& row = *pod;
    auto made = std::make_shared<Workload>();
    made->instances = InstanceList(std::make_shared<const PodInstances>(PodInstances::Pods{pod}, true));
    const Instance only = toInstance(row);
    made->name = only.name;
    made->group = sharedString(row.nameSpace.view());
    made->id = workloadId(u"Pod"_s, made->group, made->name);
    made->kind = WorkloadKind::Pod;
    made->created = timeOf(row.createdMs);
    made->labels = labelsOf(row);
    made->ownerKind = row.ownerKind.toString();
    made->ownerName = row.ownerName.toString();
    for (const InstanceContainer& one : only.containers)
        if (one.role == InstanceContainer::Role::Main && !made->images.contains(one.image))
            made->images.append(one.image);
    for (const ContainerRow& one : row.containers)
        made->hasHealthCheck = made->hasHealthCheck || one.probes != 0;
    made->restarts = only.restarts;
    made->notScalableBecause = Tr::tr("A pod on its own has no replicas.");
    made->ready = row.isReady ? 1 : 0;

    Counts counts;
    count(counts, only, now);
    if (counts.troubled > 0) {
        made->state = WorkloadState::Failing;
        made->reason = counts.reason;
    } else if (only.state == InstanceState::Exited) {
        made->state = WorkloadState::Completed;
    } else if (only.state == InstanceState::Unknown) {
        made->state = WorkloadState::Unknown;
        made->reason = only.reason;
    } else {
        made->state =
            row.isReady && row.deletionMs == 0 ? WorkloadState::Running : WorkloadState::Progressing;
        made->reason = only.reason;
    }
    return made;
}

} // namespace kaptan::kube
