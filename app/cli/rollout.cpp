#include "app/cli/rollout.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

using State = Rollout::State;

QString countOf(int some, int all)
{
    //: how many pods run the new template, of how many
    return Tr::tr("%1 of %2 pods are new").arg(some).arg(all);
}

QString readyOf(int some, int all)
{
    return Tr::tr("%1 of %2 pods are ready").arg(some).arg(all);
}

Rollout deploymentOf(const QJsonObject& spec, const QJsonObject& status)
{
    for (const QJsonValue& value : status.value(u"conditions"_s).toArray()) {
        const QJsonObject condition = value.toObject();
        if (condition.value(u"type"_s).toString() == u"Progressing"_s &&
            condition.value(u"reason"_s).toString() == u"ProgressDeadlineExceeded"_s)
            return {State::Stuck, condition.value(u"message"_s).toString()};
    }
    const int wanted = spec.value(u"replicas"_s).toInt(1);
    const int all = status.value(u"replicas"_s).toInt();
    const int updated = status.value(u"updatedReplicas"_s).toInt();
    const int available = status.value(u"availableReplicas"_s).toInt();
    if (updated < wanted)
        return {State::Going, countOf(updated, wanted)};
    if (all > updated)
        return {State::Going, Tr::tr("%n old pods are left", nullptr, all - updated)};
    if (available < updated)
        return {State::Going, readyOf(available, updated)};
    return {State::Done, {}};
}

Rollout statefulSetOf(const QJsonObject& spec, const QJsonObject& status)
{
    const int wanted = spec.value(u"replicas"_s).toInt(1);
    const int partition = spec.value(u"updateStrategy"_s)
                              .toObject()
                              .value(u"rollingUpdate"_s)
                              .toObject()
                              .value(u"partition"_s)
                              .toInt();
    const int ready = status.value(u"readyReplicas"_s).toInt();
    const int updated = status.value(u"updatedReplicas"_s).toInt();
    if (ready < wanted)
        return {State::Going, readyOf(ready, wanted)};
    if (partition > 0)
        return updated < wanted - partition ? Rollout{State::Going, countOf(updated, wanted - partition)}
                                            : Rollout{State::Done, {}};
    const bool same = status.value(u"updateRevision"_s) == status.value(u"currentRevision"_s);
    return same ? Rollout{State::Done, {}} : Rollout{State::Going, countOf(updated, wanted)};
}

Rollout daemonSetOf(const QJsonObject& status)
{
    const int wanted = status.value(u"desiredNumberScheduled"_s).toInt();
    const int updated = status.value(u"updatedNumberScheduled"_s).toInt();
    const int available = status.value(u"numberAvailable"_s).toInt();
    if (updated < wanted)
        return {State::Going, countOf(updated, wanted)};
    if (available < wanted)
        return {State::Going, readyOf(available, wanted)};
    return {State::Done, {}};
}

} // namespace

Rollout rolloutOf(const QJsonObject& object)
{
    const QString kind = object.value(u"kind"_s).toString();
    const QJsonObject spec = object.value(u"spec"_s).toObject();
    const QJsonObject status = object.value(u"status"_s).toObject();
    if (spec.value(u"updateStrategy"_s).toObject().value(u"type"_s).toString() == u"OnDelete"_s)
        return {State::Manual, Tr::tr("its strategy is OnDelete: a pod is new when it was deleted")};
    const qint64 generation = object.value(u"metadata"_s).toObject().value(u"generation"_s).toInteger();
    if (status.value(u"observedGeneration"_s).toInteger() < generation)
        return {State::Going, Tr::tr("the cluster has not begun")};
    if (kind == u"Deployment"_s)
        return deploymentOf(spec, status);
    if (kind == u"StatefulSet"_s)
        return statefulSetOf(spec, status);
    return daemonSetOf(status);
}

} // namespace kaptan::cli
