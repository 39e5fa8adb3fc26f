#pragma once

#include "app/docker/adapter/converge.h"
#include "app/docker/adapter/create_request.h"
#include "app/docker/adapter/flow.h"
#include "app/docker/api/engine_api.h"

#include <functional>

namespace kaptan::docker
{

/// Drives one deployment to a plan: reads what is there, asks decide(), does that, and looks again. For the
/// worker thread of one flow.
class DeploymentFlow
{
public:
    DeploymentFlow(EngineApi& api, Flow& flow, const QString& name);

    /// For a deployment that does not exist yet.
    void setSpec(const workload::DeploySpec& spec, bool ownNetwork);
    /// Reads the spec that the engine keeps, and the values of its environment.
    Result<void> loadSpec();
    Result<void> readFacts();

    const DeploymentFacts& facts() const { return m_facts; }

    const workload::DeploySpec& spec() const { return m_kept.spec; }

    bool ownNetwork() const { return m_kept.ownNetwork; }

    bool exists() const { return !m_facts.markerId.isEmpty() || !m_facts.replicas.isEmpty(); }

    /// Until decide() has nothing more to say.
    Result<void> converge(const DeploymentPlan& plan);
    /// Its own network, where nothing else uses it.
    Result<void> ensureNetwork(bool* made = nullptr);
    /// All containers, then the marker, then its own network. Goes on after an error and returns the first.
    Result<void> removeAll(bool withNetwork);

private:
    Result<void> execute(const QVector<DeploymentAction>& actions);
    QFuture<Result<void>> call(const DeploymentAction& action, const DeploymentPlan& plan);
    QString words(const DeploymentAction& action) const;

    EngineApi& m_api;
    Flow& m_flow;
    QString m_name;
    KeptSpec m_kept;
    int m_revision = 1;
    DeploymentFacts m_facts;
    QString m_templateId; ///< the container that carries the spec and its environment
    QString m_templateSpec;
    DeploymentPlan m_plan;
    int m_done = 0;
};

} // namespace kaptan::docker
