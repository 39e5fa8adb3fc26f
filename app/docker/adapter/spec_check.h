#pragma once

#include "app/core/result.h"
#include "app/workload/model.h"

namespace kaptan::docker
{

/// What can be said about a spec without the engine: InvalidInput for the first field that cannot be used,
/// translated, the field named as the form shows it.
Result<void> checkSpec(const workload::DeploySpec& spec);
/// The published ports allow so many replicas.
Result<void> checkReplicas(const QVector<workload::PortMapping>& ports, int replicas);

} // namespace kaptan::docker
