#pragma once

#include "app/docker/adapter/flow.h"
#include "app/docker/adapter/workload_source.h"
#include "app/docker/api/engine_api.h"
#include "app/workload/ports.h"

namespace kaptan::docker
{

class EngineDeploy : public workload::DeployTarget
{
public:
    EngineDeploy(EngineApi& api, EngineWorkloads& workloads, FlowRunner& runner);

    Result<void> check(const workload::DeploySpec& spec) const override;
    QFuture<Result<QString>> deploy(const workload::DeploySpec& spec) override;
    QFuture<Result<QStringList>> imageNames() override;
    QFuture<Result<QStringList>> networkNames() override;
    QFuture<Result<QStringList>> volumeNames() override;

private:
    EngineApi& m_api;
    EngineWorkloads& m_workloads;
    FlowRunner& m_runner;
};

} // namespace kaptan::docker
