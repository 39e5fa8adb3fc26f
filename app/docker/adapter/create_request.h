#pragma once

#include "app/core/result.h"
#include "app/docker/api/container.h"
#include "app/workload/model.h"

#include <QHash>
#include <QString>
#include <QStringList>

/// What a deployment's containers are made of: pure conversions between a DeploySpec, the label that keeps it
/// and the engine's create requests.
namespace kaptan::docker
{

/// A spec as the engine keeps it; `environment` holds the names in order, their values are elsewhere (the
/// marker's Env), since labels are shown by every tool and values may be secret.
struct KeptSpec {
    workload::DeploySpec spec;
    bool ownNetwork = false; ///< the network was made for it
};

/// The value of labels::key::spec: compact JSON.
QString encodeSpec(const workload::DeploySpec& spec, bool ownNetwork);
/// ParseError where it is none.
Result<KeptSpec> decodeSpec(const QString& json);
/// Puts the values of "NAME=value" entries to the names of the spec; names without a value lose it.
void fillEnvironment(workload::DeploySpec& spec, const QStringList& environment);

/// The host port of replica 1, 2, ... where a range is given: the first, the second, ... of it.
quint16 hostPortOf(const workload::PortMapping& port, int replica);

/// How many replicas the published ports allow, and which port it is that bounds them.
struct ReplicaBound {
    int most = 1000;
    workload::PortMapping port; ///< meaningful where most < 1000
};

ReplicaBound replicaBound(const QVector<workload::PortMapping>& ports);

/// "bridge", "host", "none": the engine's own, where a container can have no alias. Empty: not one of them.
bool isBuiltInNetwork(const QString& network);
QStringList healthTest(const workload::HealthCheck& check);

/// `spec.network` must be filled (own or given).
CreateRequest replicaRequest(const workload::DeploySpec& spec, bool ownNetwork, int replica, int revision);
/// The container that is created and never started, see labels.h. `desired` is the number of replicas that
/// the name, which has none, stands for.
CreateRequest markerRequest(const workload::DeploySpec& spec, bool ownNetwork, int desired, int revision);

} // namespace kaptan::docker
