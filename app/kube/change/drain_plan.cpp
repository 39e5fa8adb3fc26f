#include "app/kube/change/drain_plan.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

DrainPod drainPodOf(const QJsonObject& pod)
{
    DrainPod one;
    const QJsonObject meta = pod.value("metadata"_L1).toObject();
    one.nameSpace = meta.value("namespace"_L1).toString();
    one.name = meta.value("name"_L1).toString();
    one.uid = meta.value("uid"_L1).toString();
    one.labels = meta.value("labels"_L1).toObject();
    one.leaving = meta.contains("deletionTimestamp"_L1);
    one.mirror = meta.value("annotations"_L1).toObject().contains("kubernetes.io/config.mirror"_L1);
    const QJsonArray owners = meta.value("ownerReferences"_L1).toArray();
    for (const QJsonValue& value : owners) {
        const QJsonObject owner = value.toObject();
        if (!owner.value("controller"_L1).toBool())
            continue;
        one.ownerKind = owner.value("kind"_L1).toString();
        one.ownerName = owner.value("name"_L1).toString();
    }
    const QString phase = pod.value("status"_L1).toObject().value("phase"_L1).toString();
    one.finished = phase == "Succeeded"_L1 || phase == "Failed"_L1;
    const QJsonArray volumes = pod.value("spec"_L1).toObject().value("volumes"_L1).toArray();
    one.emptyDir = std::any_of(volumes.begin(), volumes.end(), [](const QJsonValue& volume) {
        return volume.toObject().contains("emptyDir"_L1);
    });
    return one;
}

DrainClass drainClassOf(const DrainPod& pod, const DrainOptions& options)
{
    if (pod.mirror)
        return DrainClass::Mirror;
    if (pod.finished)
        return DrainClass::Finished;
    if (pod.ownerKind == "DaemonSet"_L1)
        return options.ignoreDaemonSets ? DrainClass::DaemonSet : DrainClass::BlockedDaemonSet;
    if (pod.leaving)
        return DrainClass::Leaving;
    if (pod.ownerKind.isEmpty() && !options.force)
        return DrainClass::BlockedBare;
    if (pod.emptyDir && !options.deleteEmptyDirData)
        return DrainClass::BlockedEmptyDir;
    return DrainClass::Evict;
}

bool isBlocking(DrainClass drainClass)
{
    return drainClass == DrainClass::BlockedDaemonSet || drainClass == DrainClass::BlockedEmptyDir ||
           drainClass == DrainClass::BlockedBare;
}

void takeDrainList(DrainObserved& now, const QVector<DrainPod>& pods, const DrainOptions& options, bool first)
{
    using State = DrainProgress::State;
    QSet<QString> there;
    for (const DrainPod& pod : pods) {
        there.insert(pod.uid);
        const DrainClass drainClass = drainClassOf(pod, options);
        if (!now.progress.contains(pod.uid)) {
            DrainProgress fresh;
            if (!first || drainClass == DrainClass::Mirror || drainClass == DrainClass::DaemonSet ||
                drainClass == DrainClass::Finished)
                fresh.state = State::Stays;
            now.progress.insert(pod.uid, fresh);
        }
        DrainProgress& progress = now.progress[pod.uid];
        if (!progress.isEnd() && drainClass == DrainClass::Leaving)
            progress.state = State::Evicted;
        else if (!progress.isEnd() && drainClass == DrainClass::Finished)
            progress.state = State::Stays; // it ended by itself meanwhile
    }
    for (auto it = now.progress.begin(); it != now.progress.end(); ++it)
        if (it->state != State::Stays && !there.contains(it.key()))
            it->state = State::Gone;
    now.pods = pods;
}

DrainDecision decideDrain(const DrainOptions& options, const DrainObserved& now, qint64 nowMs)
{
    using State = DrainProgress::State;
    using Step = DrainObserved::Step;
    DrainDecision next;
    if (now.cancelled) {
        next.end = DrainEnd::Cancelled;
        return next;
    }
    const qint64 limit = std::chrono::milliseconds(options.timeout).count();
    if (limit > 0 && nowMs - now.startedMs >= limit) {
        next.end = DrainEnd::TimedOut;
        return next;
    }
    const auto wake = [&next](qint64 at) { next.wakeMs = next.wakeMs < 0 ? at : std::min(next.wakeMs, at); };
    if (limit > 0)
        wake(now.startedMs + limit);
    if (now.list != Step::Done || now.cordon == Step::UnderWay) {
        next.list = now.list == Step::No && now.cordon != Step::UnderWay;
        return next;
    }
    // Until the drain began, whatever is in the way stops it; after that, what is evicted is settled.
    if (!now.afterCordon) {
        if (std::any_of(now.pods.begin(), now.pods.end(),
                        [&](const DrainPod& pod) { return isBlocking(drainClassOf(pod, options)); })) {
            next.end = DrainEnd::Refused;
            return next;
        }
        next.cordon = now.cordon == Step::No;
        next.list = now.cordon == Step::Done; // the list is of before
        if (next.list && now.listFailed && nowMs < now.listedMs + kDrainRetryMs) {
            next.list = false;
            wake(now.listedMs + kDrainRetryMs);
        }
        return next;
    }

    // One that came between the two lists.
    if (std::any_of(now.pods.begin(), now.pods.end(), [&](const DrainPod& pod) {
            return !now.progress.value(pod.uid).isEnd() && isBlocking(drainClassOf(pod, options));
        })) {
        next.end = DrainEnd::Refused;
        return next;
    }
    int underWay = 0;
    bool waiting = false, leaving = false, failed = false;
    for (const DrainProgress& progress : now.progress) {
        underWay += progress.state == State::Asked;
        failed = failed || progress.state == State::Failed;
        leaving = leaving || progress.state == State::Evicted;
        waiting = waiting || !progress.isEnd();
    }
    if (!waiting) {
        next.end = failed ? DrainEnd::SomeFailed : DrainEnd::Drained;
        return next;
    }
    bool later = false;
    for (int i = 0; i < now.pods.size(); ++i) {
        const DrainProgress progress = now.progress.value(now.pods[i].uid);
        if (progress.state != State::Waiting && progress.state != State::Blocked)
            continue;
        if (progress.nextMs > nowMs) {
            wake(progress.nextMs);
            later = true;
        } else if (underWay < kEvictionsAtOnce) {
            next.evict.append(i);
            ++underWay;
        }
    }
    // Who is blocked may go by other means than ours: somebody deletes it, it ends.
    if (leaving || later) {
        const qint64 look = now.listedMs + (leaving ? kDrainLookMs : kDrainRetryMs);
        next.list = nowMs >= look;
        if (!next.list)
            wake(look);
    }
    return next;
}

} // namespace kaptan::kube
