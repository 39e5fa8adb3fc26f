#pragma once

#include "app/kube/adapter/workload_source.h"

#include <functional>
#include <memory>

namespace kaptan::kube
{

/// Restart, delete and scale by the objects' own means. What a cluster does by itself (repair) or has no word
/// for (start, stop) is NotAllowed, with what to do instead.
class ClusterLifecycle : public workload::LifecycleTarget, public workload::ScaleTarget
{
public:
    /// `discovery` gives the cluster's kinds, from any thread. All must outlive what is under way.
    ClusterLifecycle(KubeApi& api, ClusterWorkloads& workloads, Clock& clock,
                     std::function<std::shared_ptr<const Discovery>()> discovery);

    QFuture<Result<void>> start(const QString& workloadId) override;
    QFuture<Result<void>> stop(const QString& workloadId) override;
    /// As `kubectl rollout restart`: a new template, rolled out by the object's own strategy. A pod of its
    /// own cannot be restarted: NotAllowed.
    QFuture<Result<void>> restart(const QString& workloadId) override;
    QFuture<Result<void>> repair(const QString& workloadId) override;
    QFuture<Result<workload::RemovalPreview>> previewRemoval(const QString& workloadId) override;
    /// With everything that it owns, in the background.
    QFuture<Result<void>> remove(const QString& workloadId) override;
    /// Deletes the pod; its owner makes a new one.
    QFuture<Result<void>> restartInstance(const QString& instanceId) override;
    /// Ends when that many are ready (or none is left, for 0), at most 10 minutes later.
    QFuture<Result<void>> scale(const QString& workloadId, int replicas) override;

private:
    struct Object {
        workload::WorkloadPtr workload;
        QString uid;
        ApiResource resource;
    };

    Result<Object> object(const QString& workloadId) const;

    KubeApi& m_api;
    ClusterWorkloads& m_workloads;
    Clock& m_clock;
    std::function<std::shared_ptr<const Discovery>()> m_discovery;
};

} // namespace kaptan::kube
