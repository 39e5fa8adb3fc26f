#pragma once

#include "app/session/session.h"

#include <functional>

namespace kaptan::session
{

/// The session of a connection; null where it is gone.
using FindMember = std::function<Session*(const QString& connectionId)>;

/// Actions of a joint session, each done by the member whose workload it is; one that may not be written to
/// refuses and says why. Main thread. Futures are the members' own.
class JointTargets : public workload::LifecycleTarget, public workload::ScaleTarget
{
public:
    explicit JointTargets(FindMember find) : m_find(std::move(find)) {}

    QFuture<Result<void>> start(const QString& workloadId) override;
    QFuture<Result<void>> stop(const QString& workloadId) override;
    QFuture<Result<void>> restart(const QString& workloadId) override;
    QFuture<Result<void>> repair(const QString& workloadId) override;
    QFuture<Result<workload::RemovalPreview>> previewRemoval(const QString& workloadId) override;
    QFuture<Result<void>> remove(const QString& workloadId) override;
    QFuture<Result<void>> restartInstance(const QString& instanceId) override;
    QFuture<Result<void>> scale(const QString& workloadId, int replicas) override;

private:
    template <class T, class Target, class Call>
    QFuture<Result<T>> ask(const QString& id, Target* (Session::*port)(), Call call);

    FindMember m_find;
};

} // namespace kaptan::session
