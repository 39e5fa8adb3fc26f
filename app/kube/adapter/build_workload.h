#pragma once

#include "app/kube/watch/rows.h"
#include "app/workload/model.h"

/// Rows -> workloads. Pure.
namespace kaptan::kube
{

/// "deployment:shop/web". The same for as long as an object of this kind and name is there.
QString workloadId(const QString& kind, const QString& nameSpace, const QString& name);

/// Empty for kinds that are none of ours.
std::optional<workload::WorkloadKind> workloadKind(std::string_view kind);

/// The object with the pods that it owns, through ReplicaSets too. What it counts itself (desired, ready) is
/// taken from its status, so that it is right while the pods are still being listed. `now` decides what has
/// begun just now (2 minutes).
///
/// States: Stopped: none wanted, none there. Failing: none ready though some ought to be, and a pod is in
/// trouble, or the rollout exceeded its deadline; Degraded: the same with some ready. Paused: a rollout, Job
/// or CronJob that is suspended. Progressing: a rollout under way, or pods that begin. A Job is Running until
/// it is Completed or Failing; a CronJob is Running while it is not suspended.
workload::WorkloadPtr buildWorkload(const WorkloadRow& row, QVector<std::shared_ptr<const PodRow>> pods,
                                    const QDateTime& now);

/// A pod that is not ready and so young that it may still be beginning: when it is older it counts otherwise,
/// though nothing was told about it.
bool isBeginning(const PodRow& pod, const QDateTime& now);

/// A pod that nothing owns, or something that is not watched.
workload::WorkloadPtr buildWorkload(const std::shared_ptr<const PodRow>& pod, const QDateTime& now);

} // namespace kaptan::kube
