#pragma once

#include "app/docker/api/engine_api.h"
#include "app/workload/ports.h"

#include <memory>

namespace kaptan::docker
{

/// Logs of containers. They are read in the thread of `api`, which is one of their own: a log of hundreds of
/// megabytes must not hold up the events. Reading goes no further than the sink keeps up, and stops while
/// paused: the engine then waits.
class EngineLogs : public workload::LogSource
{
public:
    explicit EngineLogs(EngineApi& api);
    /// Handles may outlive it; their logs have ended then.
    ~EngineLogs() override;

    std::unique_ptr<workload::LogHandle> open(const QString& instanceId, const workload::LogOptions& options,
                                              workload::LogSink& sink) override;

private:
    struct Mailbox;
    class Handle;

    EngineApi& m_api;
    std::shared_ptr<Mailbox> m_mailbox;
};

} // namespace kaptan::docker
