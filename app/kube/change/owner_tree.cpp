#include "app/kube/change/owner_tree.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeDeletion)
};

QString titleOf(const QString& nameSpace, const QString& name)
{
    return nameSpace.isEmpty() ? name : nameSpace + u'/' + name;
}

/// Where a pod or the template of a workload has its volumes.
QJsonObject podSpecOf(const QJsonObject& object)
{
    const QJsonObject spec = object.value("spec"_L1).toObject();
    QJsonObject inner = spec.value("jobTemplate"_L1).toObject().value("spec"_L1).toObject();
    if (inner.isEmpty())
        inner = spec;
    const QJsonObject ofTemplate = inner.value("template"_L1).toObject().value("spec"_L1).toObject();
    return ofTemplate.isEmpty() ? spec : ofTemplate;
}

bool isCustom(const QString& group)
{
    return group.contains(u'.') && !group.endsWith(".k8s.io"_L1);
}

} // namespace

MetaObject metaObjectOf(const ApiResource& resource, const QJsonObject& object)
{
    const QJsonObject meta = object.value("metadata"_L1).toObject();
    MetaObject one;
    one.resource = resource;
    one.nameSpace = meta.value("namespace"_L1).toString();
    one.name = meta.value("name"_L1).toString();
    one.uid = meta.value("uid"_L1).toString();
    one.labels = meta.value("labels"_L1).toObject();
    one.deleting = meta.contains("deletionTimestamp"_L1);
    const QJsonArray owners = meta.value("ownerReferences"_L1).toArray();
    for (const QJsonValue& owner : owners)
        one.owners.append(owner.toObject().value("uid"_L1).toString());
    const QJsonArray finalizers = meta.value("finalizers"_L1).toArray();
    for (const QJsonValue& finalizer : finalizers)
        one.finalizers.append(finalizer.toString());
    return one;
}

QVector<MetaObject> goesAlong(const QVector<MetaObject>& all, const QSet<QString>& rootUids)
{
    QMultiHash<QString, qsizetype> dependents;
    for (qsizetype i = 0; i < all.size(); ++i)
        for (const QString& owner : all[i].owners)
            dependents.insert(owner, i);
    QSet<QString> going = rootUids;
    QStringList next(rootUids.cbegin(), rootUids.cend());
    QSet<qsizetype> taken;
    while (!next.isEmpty()) {
        const QString owner = next.takeLast();
        const auto [from, to] = dependents.equal_range(owner);
        for (auto it = from; it != to; ++it) {
            const MetaObject& one = all[*it];
            if (going.contains(one.uid) ||
                !std::all_of(one.owners.cbegin(), one.owners.cend(),
                             [&going](const QString& uid) { return going.contains(uid); }))
                continue; // it comes again with its other owner, should that go too
            going.insert(one.uid);
            taken.insert(*it);
            next.append(one.uid);
        }
    }
    QVector<MetaObject> along;
    along.reserve(taken.size());
    for (qsizetype i = 0; i < all.size(); ++i)
        if (taken.contains(i))
            along.append(all[i]);
    return along;
}

QStringList ownedKinds(const ApiResource& resource)
{
    static const QHash<QString, QStringList> known{
        {u"deployments.apps"_s, {u"replicasets.apps"_s, u"pods"_s}},
        {u"replicasets.apps"_s, {u"pods"_s}},
        {u"replicationcontrollers"_s, {u"pods"_s}},
        {u"statefulsets.apps"_s, {u"pods"_s, u"controllerrevisions.apps"_s, u"persistentvolumeclaims"_s}},
        {u"daemonsets.apps"_s, {u"pods"_s, u"controllerrevisions.apps"_s}},
        {u"jobs.batch"_s, {u"pods"_s}},
        {u"cronjobs.batch"_s, {u"jobs.batch"_s, u"pods"_s}},
        {u"services"_s, {u"endpointslices.discovery.k8s.io"_s}},
        {u"pods"_s, {u"persistentvolumeclaims"_s}}, // of its ephemeral volumes
    };
    static const QStringList usual{u"deployments.apps"_s,
                                   u"statefulsets.apps"_s,
                                   u"daemonsets.apps"_s,
                                   u"replicasets.apps"_s,
                                   u"cronjobs.batch"_s,
                                   u"jobs.batch"_s,
                                   u"pods"_s,
                                   u"services"_s,
                                   u"ingresses.networking.k8s.io"_s,
                                   u"configmaps"_s,
                                   u"secrets"_s,
                                   u"serviceaccounts"_s,
                                   u"persistentvolumeclaims"_s,
                                   u"endpointslices.discovery.k8s.io"_s,
                                   u"controllerrevisions.apps"_s};
    if (isCustom(resource.group) && resource.namespaced)
        return usual;
    return known.value(resource.qualifiedName());
}

QString finalizerWords(const QString& finalizer)
{
    if (finalizer == "kubernetes"_L1)
        return Tr::tr("the namespace controller clears it when everything in the namespace is gone");
    if (finalizer == "kubernetes.io/pvc-protection"_L1)
        return Tr::tr("the cluster clears it when no pod uses the claim any more");
    if (finalizer == "kubernetes.io/pv-protection"_L1)
        return Tr::tr("the cluster clears it when no claim is bound to the volume any more");
    if (finalizer == "foregroundDeletion"_L1)
        return Tr::tr("the garbage collector clears it when what the object owns is gone");
    if (finalizer == "orphan"_L1)
        return Tr::tr("the garbage collector clears it when what the object owns was let go");
    if (finalizer == "customresourcecleanup.apiextensions.k8s.io"_L1)
        return Tr::tr("the API server clears it when every object of the kind is gone");
    if (finalizer == "batch.kubernetes.io/job-tracking"_L1)
        return Tr::tr("the Job controller clears it when it has counted the pod");
    if (finalizer == "service.kubernetes.io/load-balancer-cleanup"_L1)
        return Tr::tr("the cloud’s controller clears it when the load balancer is gone");
    if (finalizer.startsWith("external-attacher/"_L1))
        return Tr::tr("the storage driver clears it when the volume is detached");
    const QString domain = finalizer.section(u'/', 0, 0);
    if (domain != finalizer || domain.contains(u'.'))
        //: %1 is a domain ("example.com")
        return Tr::tr("a controller of %1 clears it; where that does not run any more, the object stays in "
                      "Terminating")
            .arg(domain);
    return Tr::tr("whoever set it clears it; where that does not run any more, the object stays in "
                  "Terminating");
}

QStringList claimsOf(const QJsonObject& object)
{
    QStringList claims;
    const QJsonArray volumes = podSpecOf(object).value("volumes"_L1).toArray();
    for (const QJsonValue& volume : volumes) {
        const QString claim =
            volume.toObject().value("persistentVolumeClaim"_L1).toObject().value("claimName"_L1).toString();
        if (!claim.isEmpty() && !claims.contains(claim))
            claims.append(claim);
    }
    return claims;
}

bool isClaimOf(const QString& claim, const QJsonObject& statefulSet)
{
    const QString set = statefulSet.value("metadata"_L1).toObject().value("name"_L1).toString();
    const QJsonArray templates =
        statefulSet.value("spec"_L1).toObject().value("volumeClaimTemplates"_L1).toArray();
    return std::any_of(templates.begin(), templates.end(), [&](const QJsonValue& one) {
        const QString head =
            one.toObject().value("metadata"_L1).toObject().value("name"_L1).toString() + u'-' + set + u'-';
        bool number = false;
        claim.mid(head.size()).toUInt(&number);
        return claim.startsWith(head) && number;
    });
}

QVector<DeletePreview::Group> grouped(const QVector<MetaObject>& objects)
{
    QVector<DeletePreview::Group> groups;
    QHash<QString, qsizetype> places;
    for (const MetaObject& one : objects) {
        const QString kind = one.resource.qualifiedName();
        if (!places.contains(kind)) {
            places.insert(kind, groups.size());
            groups.append({one.resource, 0, false, {}});
        }
        DeletePreview::Group& group = groups[places.value(kind)];
        ++group.count;
        if (group.names.size() < kNamesKept)
            group.names.append(titleOf(one.nameSpace, one.name));
    }
    return groups;
}

QVector<DeletePreview::Hold> holdsOf(const ApiResource& resource, const QJsonObject& object)
{
    const MetaObject meta = metaObjectOf(resource, object);
    const QString title = titleOf(meta.nameSpace, meta.name);
    QVector<DeletePreview::Hold> holds;
    for (const QString& finalizer : meta.finalizers)
        holds.append({title, finalizer, finalizerWords(finalizer), meta.deleting});
    if (resource.group.isEmpty() && resource.name == "namespaces"_L1 && meta.deleting) {
        const QJsonArray own = object.value("spec"_L1).toObject().value("finalizers"_L1).toArray();
        for (const QJsonValue& finalizer : own)
            holds.append({title, finalizer.toString(), finalizerWords(finalizer.toString()), true});
        const QJsonArray conditions = object.value("status"_L1).toObject().value("conditions"_L1).toArray();
        for (const QJsonValue& value : conditions) {
            const QJsonObject condition = value.toObject();
            if (condition.value("status"_L1).toString() == "True"_L1)
                holds.append({title, {}, condition.value("message"_L1).toString(), true});
        }
    }
    return holds;
}

} // namespace kaptan::kube
