#pragma once

#include "app/kube/watch/rows.h"

#include <string>

namespace kaptan::kube
{

/// What `kubectl get pods` says of a pod in its columns.
struct PodSummary {
    std::string status; ///< "Running", "CrashLoopBackOff", "Init:0/1", "Terminating"
    int ready = 0;      ///< containers
    int total = 0;
    int restarts = 0;
    qint64 lastRestartMs = 0; ///< when a run ended that was followed by another; 0: never
};

/// Any thread.
PodSummary summaryOf(const PodRow& pod);

} // namespace kaptan::kube
