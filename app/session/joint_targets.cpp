#include "app/session/joint_targets.h"

#include "app/session/joint_id.h"

#include <QCoreApplication>

namespace kaptan::session
{

using workload::LifecycleTarget;
using workload::RemovalPreview;
using workload::ScaleTarget;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(JointSession)
};

} // namespace

template <class T, class Target, class Call>
QFuture<Result<T>> JointTargets::ask(const QString& id, Target* (Session::*port)(), Call call)
{
    const auto [connectionId, own] = splitJointId(id);
    Session* member = m_find(connectionId);
    if (!member)
        return readyFuture<T>(
            failure(InvalidInput{Tr::tr("Connection"), Tr::tr("It is not in the list any more."), {}}));
    if (Target* target = (member->*port)())
        return call(*target, own);
    QString why = member->whyNotWritable();
    if (why.endsWith(u'.'))
        why.chop(1); // it becomes the end of a sentence
    return readyFuture<T>(failure(
        NotAllowed{member->spec().readOnly ? NotAllowed::Kind::ReadOnly : NotAllowed::Kind::Unsupported,
                   //: what is refused: an action on the connection %1
                   Tr::tr("A change on “%1”").arg(member->spec().name),
                   why.isEmpty() ? Tr::tr("this connection cannot do that") : why}));
}

QFuture<Result<void>> JointTargets::start(const QString& workloadId)
{
    return ask<void>(workloadId, &Session::lifecycle,
                     [](LifecycleTarget& target, const QString& id) { return target.start(id); });
}

QFuture<Result<void>> JointTargets::stop(const QString& workloadId)
{
    return ask<void>(workloadId, &Session::lifecycle,
                     [](LifecycleTarget& target, const QString& id) { return target.stop(id); });
}

QFuture<Result<void>> JointTargets::restart(const QString& workloadId)
{
    return ask<void>(workloadId, &Session::lifecycle,
                     [](LifecycleTarget& target, const QString& id) { return target.restart(id); });
}

QFuture<Result<void>> JointTargets::repair(const QString& workloadId)
{
    return ask<void>(workloadId, &Session::lifecycle,
                     [](LifecycleTarget& target, const QString& id) { return target.repair(id); });
}

QFuture<Result<RemovalPreview>> JointTargets::previewRemoval(const QString& workloadId)
{
    return ask<RemovalPreview>(
        workloadId, &Session::lifecycle,
        [](LifecycleTarget& target, const QString& id) { return target.previewRemoval(id); });
}

QFuture<Result<void>> JointTargets::remove(const QString& workloadId)
{
    return ask<void>(workloadId, &Session::lifecycle,
                     [](LifecycleTarget& target, const QString& id) { return target.remove(id); });
}

QFuture<Result<void>> JointTargets::restartInstance(const QString& instanceId)
{
    return ask<void>(instanceId, &Session::lifecycle,
                     [](LifecycleTarget& target, const QString& id) { return target.restartInstance(id); });
}

QFuture<Result<void>> JointTargets::scale(const QString& workloadId, int replicas)
{
    return ask<void>(workloadId, &Session::scaling, [replicas](ScaleTarget& target, const QString& id) {
        return target.scale(id, replicas);
    });
}

} // namespace kaptan::session
