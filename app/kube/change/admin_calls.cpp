#include "app/kube/change/admin_calls.h"

#include "app/kube/change/edit_plan.h"
#include "app/kube/change/selector.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeAdmin)
};

constexpr qsizetype mostNameLetters = 63;

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// With a `uid` only into that object: the server refuses it where another has taken the name.
QFuture<Result<void>> merge(KubeApi& api, const ApiResource& resource, const QString& nameSpace,
                            const QString& name, QJsonObject body, const QString& uid = {})
{
    if (!uid.isEmpty()) {
        QJsonObject meta = body.value("metadata"_L1).toObject();
        meta.insert(u"uid"_s, uid);
        body.insert(u"metadata"_s, meta);
    }
    return api.patch(resource, nameSpace, name, "application/merge-patch+json", compact(body))
        .then([](const Result<QByteArray>& done) {
            return done ? Result<void>() : Result<void>(tl::unexpected<Error>(done.error()));
        });
}

} // namespace

QFuture<Result<void>> setCordoned(KubeApi& api, const ApiResource& nodes, const QString& node, bool cordoned,
                                  const QString& uid)
{
    // Lifted is absent, as kubectl leaves it. The taint follows: a controller's.
    return merge(api, nodes, {}, node,
                 {{u"spec"_s, QJsonObject{{u"unschedulable"_s,
                                           cordoned ? QJsonValue(true) : QJsonValue(QJsonValue::Null)}}}},
                 uid);
}

const QStringList& taintEffects()
{
    static const QStringList effects{u"NoSchedule"_s, u"PreferNoSchedule"_s, u"NoExecute"_s};
    return effects;
}

QVector<Taint> taintsOf(const QJsonObject& node)
{
    QVector<Taint> taints;
    const QJsonArray list = node.value("spec"_L1).toObject().value("taints"_L1).toArray();
    for (const QJsonValue& value : list) {
        const QJsonObject one = value.toObject();
        taints.append({one.value("key"_L1).toString(), one.value("value"_L1).toString(),
                       one.value("effect"_L1).toString(), one});
    }
    return taints;
}

QString problemOf(const QVector<Taint>& taints, int index)
{
    const Taint& taint = taints.at(index);
    if (const QString problem = problemOfKey(taint.key); !problem.isEmpty())
        return problem;
    if (const QString problem = problemOfLabelValue(taint.value); !problem.isEmpty())
        return problem;
    if (!taintEffects().contains(taint.effect))
        //: of a taint; %1 is a list of API words
        return Tr::tr("The effect has to be one of: %1.").arg(taintEffects().join(u", "_s));
    for (int i = 0; i < index; ++i)
        if (taints.at(i).key == taint.key && taints.at(i).effect == taint.effect)
            return Tr::tr("A key can stand only once with the same effect.");
    return {};
}

QFuture<Result<void>> setTaints(KubeApi& api, const ApiResource& nodes, const QString& node,
                                const QVector<Taint>& taints, const QString& resourceVersion)
{
    QJsonArray list;
    for (const Taint& taint : taints) {
        QJsonObject one = taint.original;
        one.insert(u"key"_s, taint.key);
        one.insert(u"effect"_s, taint.effect);
        one.remove(u"value"_s);
        if (!taint.value.isEmpty())
            one.insert(u"value"_s, taint.value);
        list.append(one);
    }
    // The list is replaced whole: the controllers write their own taints into it.
    QJsonObject body{{u"spec"_s, QJsonObject{{u"taints"_s, list.isEmpty() ? QJsonValue(QJsonValue::Null)
                                                                          : QJsonValue(list)}}}};
    if (!resourceVersion.isEmpty())
        body.insert(u"metadata"_s, QJsonObject{{u"resourceVersion"_s, resourceVersion}});
    return merge(api, nodes, {}, node, body);
}

MarkChanges markChanges(const QMap<QString, QString>& before, const QMap<QString, QString>& after)
{
    MarkChanges changes;
    for (auto it = before.begin(); it != before.end(); ++it)
        if (!after.contains(it.key()))
            changes.insert(it.key(), std::nullopt);
    for (auto it = after.begin(); it != after.end(); ++it)
        if (!before.contains(it.key()) || before.value(it.key()) != it.value())
            changes.insert(it.key(), it.value());
    return changes;
}

QMap<QString, QString> marksOf(const QJsonObject& object, Marks which)
{
    QMap<QString, QString> marks;
    const QJsonObject found = object.value("metadata"_L1)
                                  .toObject()
                                  .value(which == Marks::Labels ? "labels"_L1 : "annotations"_L1)
                                  .toObject();
    for (auto it = found.begin(); it != found.end(); ++it)
        marks.insert(it.key(), it.value().toString());
    return marks;
}

QFuture<Result<void>> changeMarks(KubeApi& api, const ApiResource& resource, const QString& nameSpace,
                                  const QString& name, Marks which, const MarkChanges& changes,
                                  const QString& uid)
{
    QJsonObject marks;
    for (auto it = changes.begin(); it != changes.end(); ++it)
        marks.insert(it.key(), it.value() ? QJsonValue(**it) : QJsonValue(QJsonValue::Null));
    return merge(
        api, resource, nameSpace, name,
        {{u"metadata"_s, QJsonObject{{which == Marks::Labels ? u"labels"_s : u"annotations"_s, marks}}}},
        uid);
}

QJsonObject restartPatch(const QDateTime& at, const QString& cause)
{
    // The annotation that kubectl writes, so that both tell the same story.
    const QJsonObject annotations{{u"kubectl.kubernetes.io/restartedAt"_s, at.toUTC().toString(Qt::ISODate)}};
    QJsonObject body{
        {u"spec"_s,
         QJsonObject{
             {u"template"_s, QJsonObject{{u"metadata"_s, QJsonObject{{u"annotations"_s, annotations}}}}}}}};
    if (!cause.isEmpty())
        body.insert(u"metadata"_s, QJsonObject{{u"annotations"_s, QJsonObject{{changeCauseKey, cause}}}});
    return body;
}

bool isRestartable(const ApiResource& resource)
{
    return resource.group == "apps"_L1 &&
           (resource.name == "deployments"_L1 || resource.name == "statefulsets"_L1 ||
            resource.name == "daemonsets"_L1);
}

QFuture<Result<void>> restartRollout(KubeApi& api, const ApiResource& resource, const QString& nameSpace,
                                     const QString& name, const QString& cause, Clock& clock,
                                     const QString& uid)
{
    return api.get(resource, nameSpace, name)
        .then([&api, &clock, resource, nameSpace, name, cause, uid](const Result<QByteArray>& object) {
            if (!object)
                return readyFuture<void>(failure(object.error()));
            const QJsonObject read = QJsonDocument::fromJson(*object).object();
            if (read.value("spec"_L1).toObject().value("paused"_L1).toBool())
                return readyFuture<void>(
                    failure(NotAllowed{NotAllowed::Kind::Unsupported, nameSpace + u'/' + name,
                                       Tr::tr("its rollout is paused"), Tr::tr("Resume it first.")}));
            const QString known = read.value("metadata"_L1).toObject().value("uid"_L1).toString();
            return merge(api, resource, nameSpace, name, restartPatch(clock.now(), cause),
                         uid.isEmpty() ? known : uid);
        })
        .unwrap();
}

QFuture<Result<void>> setSuspended(KubeApi& api, const ApiResource& cronJobs, const QString& nameSpace,
                                   const QString& name, bool suspended, const QString& uid)
{
    return merge(api, cronJobs, nameSpace, name, {{u"spec"_s, QJsonObject{{u"suspend"_s, suspended}}}}, uid);
}

QString manualJobName(const QString& cronJob, const QString& random)
{
    const QString tail = u"-manual-"_s + random;
    QString head = cronJob.left(mostNameLetters - tail.size());
    while (head.endsWith(u'.') || head.endsWith(u'-'))
        head.chop(1);
    return head + tail;
}

QJsonObject jobOfCronJob(const QJsonObject& cronJob, const ApiResource& cronJobs, const QString& jobName)
{
    const QJsonObject meta = cronJob.value("metadata"_L1).toObject();
    const QJsonObject jobTemplate = cronJob.value("spec"_L1).toObject().value("jobTemplate"_L1).toObject();
    const QJsonObject templateMeta = jobTemplate.value("metadata"_L1).toObject();
    QJsonObject annotations = templateMeta.value("annotations"_L1).toObject();
    annotations.insert(u"cronjob.kubernetes.io/instantiate"_s, u"manual"_s);
    // Without blockOwnerDeletion, which would ask for a right of its own.
    const QJsonObject owner{{u"apiVersion"_s, cronJobs.groupVersion()},
                            {u"kind"_s, cronJobs.kind},
                            {u"name"_s, meta.value("name"_L1)},
                            {u"uid"_s, meta.value("uid"_L1)},
                            {u"controller"_s, true}};
    QJsonObject jobMeta{{u"name"_s, jobName},
                        {u"namespace"_s, meta.value("namespace"_L1)},
                        {u"annotations"_s, annotations},
                        {u"ownerReferences"_s, QJsonArray{owner}}};
    if (const QJsonObject labels = templateMeta.value("labels"_L1).toObject(); !labels.isEmpty())
        jobMeta.insert(u"labels"_s, labels);
    return {{u"apiVersion"_s, u"batch/v1"_s},
            {u"kind"_s, u"Job"_s},
            {u"metadata"_s, jobMeta},
            {u"spec"_s, jobTemplate.value("spec"_L1)}};
}

QFuture<Result<QString>> runCronJob(KubeApi& api, const Discovery& discovery, const QString& nameSpace,
                                    const QString& name)
{
    const ApiResource* cronJobs = discovery.find(u"batch"_s, u"cronjobs"_s);
    const ApiResource* jobs = discovery.find(u"batch"_s, u"jobs"_s);
    if (!cronJobs || !jobs)
        return readyFuture<QString>(failure(NotAllowed{NotAllowed::Kind::Unsupported, u"cronjobs.batch"_s,
                                                       Tr::tr("the server does not know this kind")}));
    QString random;
    static const QLatin1String letters("bcdfghjklmnpqrstvwxz2456789"); // no words by accident
    for (int i = 0; i < 5; ++i)
        random += QChar(letters.at(QRandomGenerator::global()->bounded(int(letters.size()))));
    const QString jobName = manualJobName(name, random);
    return api.get(*cronJobs, nameSpace, name)
        .then([&api, nameSpace, jobName, cronJobs = *cronJobs, jobs = *jobs](const Result<QByteArray>& read) {
            if (!read)
                return readyFuture<QString>(failure(read.error()));
            const QJsonObject job = jobOfCronJob(QJsonDocument::fromJson(*read).object(), cronJobs, jobName);
            return api.create(jobs, nameSpace, compact(job), {fieldManager, false, false, false})
                .then([jobName](const Result<ApplyAnswer>& made) {
                    return made ? Result<QString>(jobName)
                                : Result<QString>(tl::unexpected<Error>(made.error()));
                });
        })
        .unwrap();
}

} // namespace kaptan::kube
