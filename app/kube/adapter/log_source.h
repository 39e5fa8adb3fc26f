#pragma once

#include "app/kube/adapter/workload_source.h"

#include <memory>

namespace kaptan::kube
{

/// Logs of pods' containers. Reading goes no further than the sink keeps up, and stops while paused: the
/// server then waits. An instance's id opens its first main container, "uid/container" that one.
class ClusterLogs : public workload::LogSource
{
public:
    /// Read in the API's thread. Both must outlive what is open, or be taken away by close().
    ClusterLogs(KubeApi& api, const ClusterWorkloads& workloads);
    /// Handles may outlive it; their logs have ended then.
    ~ClusterLogs() override;

    std::unique_ptr<workload::LogHandle> open(const QString& instanceId, const workload::LogOptions& options,
                                              workload::LogSink& sink) override;

private:
    struct Mailbox;
    class Handle;

    const ClusterWorkloads& m_workloads;
    std::shared_ptr<Mailbox> m_mailbox;
};

} // namespace kaptan::kube
