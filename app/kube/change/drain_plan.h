#pragma once

#include "app/core/result.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

#include <chrono>
#include <optional>

/// What a drain of a node does next: no calls here, so that every case can be told in a table.
/// https://kubernetes.io/docs/tasks/administer-cluster/safely-drain-node/
namespace kaptan::kube
{

/// As `kubectl drain` has them.
struct DrainOptions {
    bool ignoreDaemonSets = false;   ///< leave their pods, which would come back at once
    bool deleteEmptyDirData = false; ///< evict pods whose data in emptyDir volumes is lost with them
    bool force = false;              ///< evict pods that nobody makes again
    int gracePeriodSeconds = -1;     ///< negative: each pod's own
    std::chrono::seconds timeout{0}; ///< of the whole; 0: none
};

/// A pod of the node, as much as a drain has to know.
struct DrainPod {
    QString nameSpace, name, uid;
    QString ownerKind, ownerName; ///< its controller; empty: it has none
    QJsonObject labels;
    bool mirror = false;   ///< of a file on the node: the kubelet's own
    bool finished = false; ///< Succeeded or Failed
    bool leaving = false;  ///< is being deleted already
    bool emptyDir = false; ///< has a volume that is lost with it

    QString title() const { return nameSpace + u'/' + name; }
};

/// Of an item of a list of pods.
DrainPod drainPodOf(const QJsonObject& pod);

enum class DrainClass {
    Evict,
    Leaving,          ///< goes by itself; is waited for
    Mirror,           ///< stays: only the node can end it
    DaemonSet,        ///< stays
    Finished,         ///< stays: nothing of it runs
    BlockedDaemonSet, ///< stops the drain until ignoreDaemonSets is set
    BlockedEmptyDir,  ///< until deleteEmptyDirData is
    BlockedBare       ///< until force is
};

DrainClass drainClassOf(const DrainPod& pod, const DrainOptions& options);
bool isBlocking(DrainClass drainClass);

/// How far one pod has come.
struct DrainProgress {
    enum class State {
        Waiting, ///< not asked for yet, or again later
        Asked,   ///< the eviction is under way
        Blocked, ///< a budget does not let it go; asked again at `nextMs`
        Evicted, ///< accepted; it is shutting down
        Gone,
        Failed, ///< refused for another reason than a budget
        Stays
    };
    State state = State::Waiting;
    qint64 nextMs = 0;
    QStringList budgets;        ///< that block it, untrusted: "shop/web"
    std::optional<Error> error; ///< the last refusal

    bool isEnd() const { return state == State::Gone || state == State::Failed || state == State::Stays; }
};

struct DrainObserved {
    enum class Step { No, UnderWay, Done };
    Step cordon = Step::No;
    Step list = Step::No;                   ///< Done: `pods` is of now
    bool afterCordon = false;               ///< the list was begun when the node was cordoned
    bool listFailed = false;                ///< the last one; `pods` is of before
    QVector<DrainPod> pods;                 ///< of the last list
    QHash<QString, DrainProgress> progress; ///< by uid; of pods that left the list too
    qint64 startedMs = 0, listedMs = 0;
    bool cancelled = false;
};

enum class DrainEnd {
    Drained,
    Refused, ///< pods are in the way that the options do not let go
    SomeFailed,
    TimedOut,
    Broken, ///< a call of its own failed: the list, the cordon
    Cancelled
};

struct DrainDecision {
    bool list = false;
    bool cordon = false;
    QVector<int> evict; ///< of `pods`
    qint64 wakeMs = -1; ///< look again then; negative: something that is under way will tell
    std::optional<DrainEnd> end;
};

inline constexpr int kEvictionsAtOnce = 16;
inline constexpr qint64 kDrainRetryMs = 5000; ///< of what a budget or an overloaded server refused
inline constexpr qint64 kDrainLookMs = 1000;  ///< between two lists while pods are on their way

/// What has to be done now. Nothing is cordoned while pods are in the way; evicted are the pods of the first
/// list after the cordon: what comes later tolerates the cordon and would come again.
DrainDecision decideDrain(const DrainOptions& options, const DrainObserved& now, qint64 nowMs);

/// Takes a list: what is not in it any more is gone; what is new, after the first list under the cordon,
/// stays.
void takeDrainList(DrainObserved& now, const QVector<DrainPod>& pods, const DrainOptions& options,
                   bool first);

} // namespace kaptan::kube
