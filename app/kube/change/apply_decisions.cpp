#include "app/kube/change/apply_decisions.h"

#include "app/kube/api/kube_error.h"

#include <QJsonArray>

namespace kaptan::kube
{

using namespace Qt::StringLiterals;

namespace
{

QString keyOf(const QString& group, const QString& version, const QString& kind)
{
    return group + u'/' + version + u'/' + kind;
}

} // namespace

void KindTable::take(const Discovery& discovery)
{
    take(discovery.resources);
}

void KindTable::take(const QVector<ApiResource>& resources)
{
    for (const ApiResource& resource : resources) {
        const QString key = keyOf(resource.group, resource.version, resource.kind);
        // A kind may have several resources; the one that can be written is meant.
        const auto known = m_kinds.constFind(key);
        const bool writes = resource.can(u"patch"_s) || resource.can(u"create"_s);
        if (known == m_kinds.constEnd() || (writes && !known->can(u"patch"_s) && !known->can(u"create"_s)))
            m_kinds.insert(key, resource);
    }
}

QVector<ApiResource> KindTable::definedBy(const QJsonObject& definition)
{
    const QJsonObject spec = definition.value(u"spec"_s).toObject();
    const QJsonObject names = spec.value(u"names"_s).toObject();
    ApiResource resource;
    resource.group = spec.value(u"group"_s).toString();
    resource.name = names.value(u"plural"_s).toString();
    resource.singularName = names.value(u"singular"_s).toString();
    resource.kind = names.value(u"kind"_s).toString();
    resource.namespaced = spec.value(u"scope"_s).toString() != u"Cluster"_s;
    resource.verbs =
        QStringList{u"get"_s, u"list"_s, u"watch"_s, u"create"_s, u"update"_s, u"patch"_s, u"delete"_s};
    QVector<ApiResource> resources;
    if (resource.kind.isEmpty() || resource.name.isEmpty() || resource.group.isEmpty())
        return resources;
    const QJsonArray versions = spec.value(u"versions"_s).toArray();
    for (const QJsonValue& value : versions) {
        const QJsonObject version = value.toObject();
        resource.version = version.value(u"name"_s).toString();
        if (version.value(u"served"_s).toBool(true) && !resource.version.isEmpty())
            resources.append(resource);
    }
    resource.version = spec.value(u"version"_s).toString(); // v1beta1 with only one
    if (versions.isEmpty() && !resource.version.isEmpty())
        resources.append(resource);
    return resources;
}

const ApiResource* KindTable::find(const ManifestObject& object) const
{
    const auto it = m_kinds.constFind(keyOf(object.group(), object.version(), object.kind));
    return it == m_kinds.constEnd() ? nullptr : &*it;
}

bool isDefinition(const ManifestObject& object)
{
    return object.kind == u"CustomResourceDefinition"_s && object.group() == u"apiextensions.k8s.io"_s;
}

bool isNamespace(const ManifestObject& object)
{
    return object.kind == u"Namespace"_s && object.group().isEmpty();
}

Retry retryOf(const Error& error, bool fresh)
{
    if (error.isTransient())
        return Retry::Later;
    const auto* status = error.as<KubeError>();
    if (!status)
        return Retry::No;
    // Somebody wrote it at the same instant; the server has tried a few times itself.
    if (status->code == 409 && conflictsOf(error).isEmpty() && status->reason == u"Conflict"_s &&
        status->message.contains(u"the object has been modified"_s))
        return Retry::Soon;
    if (!fresh)
        return Retry::No;
    // The path of a kind that was just defined, a namespace that not every part of the server has seen.
    if (status->code == 404)
        return Retry::Soon;
    // Pods need the account that a controller makes in every new namespace.
    if (status->code == 403 && status->message.contains(u"service account"_s) &&
        status->message.contains(u"not found"_s))
        return Retry::Soon;
    return Retry::No;
}

} // namespace kaptan::kube
