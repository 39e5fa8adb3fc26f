#pragma once

#include "app/docker/adapter/flow.h"
#include "app/docker/adapter/workload_source.h"
#include "app/docker/api/engine_api.h"
#include "app/workload/ports.h"

namespace kaptan::docker
{

/// How long an instance may take from its start to being ready, by what its check says; milliseconds.
int readyTimeoutMs(const HealthConfig& check);

/// Deployments follow their plan (converge.h); Compose services and plain containers are what they are: their
/// containers are started, stopped and removed one by one.
class EngineLifecycle : public workload::LifecycleTarget, public workload::ScaleTarget
{
public:
    EngineLifecycle(EngineApi& api, EngineWorkloads& workloads, FlowRunner& runner);

    QFuture<Result<void>> start(const QString& workloadId) override;
    QFuture<Result<void>> stop(const QString& workloadId) override;
    QFuture<Result<void>> restart(const QString& workloadId) override;
    QFuture<Result<void>> repair(const QString& workloadId) override;
    QFuture<Result<workload::RemovalPreview>> previewRemoval(const QString& workloadId) override;
    QFuture<Result<void>> remove(const QString& workloadId) override;
    QFuture<Result<void>> restartInstance(const QString& instanceId) override;
    QFuture<Result<void>> scale(const QString& workloadId, int replicas) override;

private:
    QFuture<Result<void>> run(const QString& workloadId, const char* operation,
                              std::function<Result<void>(Flow&, const workload::Workload&)> body);

    EngineApi& m_api;
    EngineWorkloads& m_workloads;
    FlowRunner& m_runner;
};

} // namespace kaptan::docker
