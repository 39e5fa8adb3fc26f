#pragma once

#include "app/docker/api/container.h"
#include "app/workload/model.h"

#include <optional>

namespace kaptan::docker
{

/// Rates out of two successive samples of one container; levels out of the newer. NaN (and -1 for bytes)
/// where the engine does not say, where there is no older sample, and where a counter went back, since it
/// restarted. `untrustworthy`: rootless on cgroup v1, where CPU and memory are those of something else.
workload::Usage usageOf(const std::optional<StatsSample>& older, const StatsSample& newer,
                        bool untrustworthy);

} // namespace kaptan::docker
