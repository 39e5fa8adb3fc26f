#pragma once

#include "app/kube/api/kube_api.h"

#include <QFuture>
#include <QJsonObject>
#include <QMap>
#include <QVector>

#include <optional>

/// What an administrator does with one call or two. The API outlives what is under way. Where a `uid` is
/// given the object has to be that one: 409 where another has its name by now.
namespace kaptan::kube
{

QFuture<Result<void>> setCordoned(KubeApi& api, const ApiResource& nodes, const QString& node, bool cordoned,
                                  const QString& uid = {});

/// https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
struct Taint {
    QString key, value;
    QString effect;            ///< "NoSchedule", "PreferNoSchedule", "NoExecute"
    QJsonObject original = {}; ///< as the server has it (timeAdded), where it has it

    bool operator==(const Taint& other) const
    {
        return key == other.key && value == other.value && effect == other.effect;
    }
};

const QStringList& taintEffects();
QVector<Taint> taintsOf(const QJsonObject& node);
/// What is wrong with one of a list, translated; empty where nothing is. A key may stand once an effect.
QString problemOf(const QVector<Taint>& taints, int index);
/// All of them at once; `resourceVersion` of the node that was read, 409 where it is another by now.
QFuture<Result<void>> setTaints(KubeApi& api, const ApiResource& nodes, const QString& node,
                                const QVector<Taint>& taints, const QString& resourceVersion);

/// Labels or annotations: what is to be changed or added, and (none) removed; the others stay.
using MarkChanges = QMap<QString, std::optional<QString>>;
enum class Marks { Labels, Annotations };
/// What turns `before` into `after`.
MarkChanges markChanges(const QMap<QString, QString>& before, const QMap<QString, QString>& after);
QMap<QString, QString> marksOf(const QJsonObject& object, Marks which);
QFuture<Result<void>> changeMarks(KubeApi& api, const ApiResource& resource, const QString& nameSpace,
                                  const QString& name, Marks which, const MarkChanges& changes,
                                  const QString& uid = {});

/// The annotation in which a rollout's history keeps why it was made.
inline constexpr QLatin1String changeCauseKey("kubernetes.io/change-cause");

/// The merge patch that rolls the pods out anew by the object's own strategy; `cause` (may be empty) goes to
/// its history.
QJsonObject restartPatch(const QDateTime& at, const QString& cause);
bool isRestartable(const ApiResource& resource);
/// What is paused is refused: it would take the new template and do nothing. Without a `uid` the one that was
/// read to see that is meant.
QFuture<Result<void>> restartRollout(KubeApi& api, const ApiResource& resource, const QString& nameSpace,
                                     const QString& name, const QString& cause,
                                     Clock& clock = Clock::system(), const QString& uid = {});

QFuture<Result<void>> setSuspended(KubeApi& api, const ApiResource& cronJobs, const QString& nameSpace,
                                   const QString& name, bool suspended, const QString& uid = {});
/// The Job that a CronJob would make now, as `kubectl create job --from` makes it.
QJsonObject jobOfCronJob(const QJsonObject& cronJob, const ApiResource& cronJobs, const QString& jobName);
/// "backup-manual-x7k2q": within the 63 letters of a name that its pods carry as a label.
QString manualJobName(const QString& cronJob, const QString& random);
/// The name of the Job that was made.
QFuture<Result<QString>> runCronJob(KubeApi& api, const Discovery& discovery, const QString& nameSpace,
                                    const QString& name);

} // namespace kaptan::kube
