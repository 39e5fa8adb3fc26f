#include "ui/cluster/kube_kinds.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeKinds)
};

struct Known {
    KindGroup group;
    QString apiGroup, name;
};

const QVector<Known>& knownKinds()
{
    using enum KindGroup;
    static const QVector<Known> kinds{
        {Cluster, u""_s, u"nodes"_s},
        {Cluster, u""_s, u"namespaces"_s},
        {Cluster, u""_s, u"events"_s},
        {Workloads, u""_s, u"pods"_s},
        {Workloads, u"apps"_s, u"deployments"_s},
        {Workloads, u"apps"_s, u"statefulsets"_s},
        {Workloads, u"apps"_s, u"daemonsets"_s},
        {Workloads, u"apps"_s, u"replicasets"_s},
        {Workloads, u"batch"_s, u"jobs"_s},
        {Workloads, u"batch"_s, u"cronjobs"_s},
        {Workloads, u"autoscaling"_s, u"horizontalpodautoscalers"_s},
        {Workloads, u"policy"_s, u"poddisruptionbudgets"_s},
        {Network, u""_s, u"services"_s},
        {Network, u""_s, u"endpoints"_s},
        {Network, u"networking.k8s.io"_s, u"ingresses"_s},
        {Network, u"networking.k8s.io"_s, u"networkpolicies"_s},
        {Network, u"networking.k8s.io"_s, u"ingressclasses"_s},
        {Configuration, u""_s, u"configmaps"_s},
        {Configuration, u""_s, u"secrets"_s},
        {Storage, u""_s, u"persistentvolumeclaims"_s},
        {Storage, u""_s, u"persistentvolumes"_s},
        {Storage, u"storage.k8s.io"_s, u"storageclasses"_s},
        {Quotas, u""_s, u"resourcequotas"_s},
        {Quotas, u""_s, u"limitranges"_s},
        {Access, u""_s, u"serviceaccounts"_s},
        {Access, u"rbac.authorization.k8s.io"_s, u"roles"_s},
        {Access, u"rbac.authorization.k8s.io"_s, u"rolebindings"_s},
        {Access, u"rbac.authorization.k8s.io"_s, u"clusterroles"_s},
        {Access, u"rbac.authorization.k8s.io"_s, u"clusterrolebindings"_s},
        {Custom, u"apiextensions.k8s.io"_s, u"customresourcedefinitions"_s},
    };
    return kinds;
}

/// Not one of Kubernetes' own groups: those have no dot, or end in k8s.io.
bool isCustom(const QString& group)
{
    return group.contains(u'.') && !group.endsWith(u".k8s.io"_s);
}

qsizetype knownIndex(const kube::ApiResource& resource)
{
    const auto& kinds = knownKinds();
    const auto it = std::find_if(kinds.begin(), kinds.end(), [&](const Known& known) {
        return known.apiGroup == resource.group && known.name == resource.name;
    });
    return it - kinds.begin();
}

/// 0 exact, 1 begins, 2 contains, 3 not at all. `word` is in lower case.
int distance(const kube::ApiResource& resource, const QString& word)
{
    QStringList names{resource.name, resource.singularName, resource.kind.toLower()};
    names += resource.shortNames;
    if (!resource.group.isEmpty())
        names.append(resource.name + u'.' + resource.group);
    int best = 3;
    for (const QString& name : std::as_const(names)) {
        if (name == word)
            return 0;
        if (name.startsWith(word))
            best = std::min(best, 1);
        else if (name.contains(word))
            best = std::min(best, 2);
    }
    return best;
}

} // namespace

QVector<KindEntry> kindEntries(const QVector<kube::ApiResource>& resources)
{
    QVector<KindEntry> entries;
    QSet<QString> seen;
    for (const kube::ApiResource& resource : resources) {
        // Reviews and the like can only be created: nothing to show. The preferred version comes first.
        const QString key = resource.group + u'/' + resource.name;
        if (!resource.can(u"list"_s) || seen.contains(key))
            continue;
        seen.insert(key);
        const qsizetype index = knownIndex(resource);
        if (index < knownKinds().size())
            entries.append({knownKinds().at(index).group, {}, resource});
        else
            entries.append(
                {isCustom(resource.group) ? KindGroup::Custom : KindGroup::Other, resource.group, resource});
    }
    std::stable_sort(entries.begin(), entries.end(), [](const KindEntry& a, const KindEntry& b) {
        const qsizetype left = knownIndex(a.resource), right = knownIndex(b.resource);
        if (left != right)
            return left < right;
        return std::tuple(a.group, a.apiGroup, a.resource.name) <
               std::tuple(b.group, b.apiGroup, b.resource.name);
    });
    return entries;
}

QString groupTitle(KindGroup group)
{
    switch (group) {
    case KindGroup::Cluster:
        return Tr::tr("Cluster");
    case KindGroup::Workloads:
        return Tr::tr("Workloads");
    case KindGroup::Network:
        return Tr::tr("Network");
    case KindGroup::Configuration:
        return Tr::tr("Configuration");
    case KindGroup::Storage:
        return Tr::tr("Storage");
    case KindGroup::Quotas:
        return Tr::tr("Quotas");
    case KindGroup::Access:
        //: heading: roles, bindings, service accounts
        return Tr::tr("Access");
    case KindGroup::Custom:
        return Tr::tr("Custom resources");
    case KindGroup::Other:
        return Tr::tr("Other kinds");
    }
    return {};
}

QString kindTitle(const kube::ApiResource& resource)
{
    if (knownIndex(resource) == knownKinds().size())
        return resource.kind;
    //: below: kinds of Kubernetes in the plural; loan words may stay
    static const QHash<QString, const char*> words{
        {u"nodes"_s, QT_TRANSLATE_NOOP("KubeKinds", "Nodes")},
        {u"namespaces"_s, QT_TRANSLATE_NOOP("KubeKinds", "Namespaces")},
        {u"events"_s, QT_TRANSLATE_NOOP("KubeKinds", "Events")},
        {u"pods"_s, QT_TRANSLATE_NOOP("KubeKinds", "Pods")},
        {u"deployments"_s, QT_TRANSLATE_NOOP("KubeKinds", "Deployments")},
        {u"statefulsets"_s, QT_TRANSLATE_NOOP("KubeKinds", "StatefulSets")},
        {u"daemonsets"_s, QT_TRANSLATE_NOOP("KubeKinds", "DaemonSets")},
        {u"replicasets"_s, QT_TRANSLATE_NOOP("KubeKinds", "ReplicaSets")},
        {u"jobs"_s, QT_TRANSLATE_NOOP("KubeKinds", "Jobs")},
        {u"cronjobs"_s, QT_TRANSLATE_NOOP("KubeKinds", "CronJobs")},
        {u"horizontalpodautoscalers"_s, QT_TRANSLATE_NOOP("KubeKinds", "Pod autoscalers")},
        {u"poddisruptionbudgets"_s, QT_TRANSLATE_NOOP("KubeKinds", "Disruption budgets")},
        {u"services"_s, QT_TRANSLATE_NOOP("KubeKinds", "Services")},
        {u"endpoints"_s, QT_TRANSLATE_NOOP("KubeKinds", "Endpoints")},
        {u"ingresses"_s, QT_TRANSLATE_NOOP("KubeKinds", "Ingresses")},
        {u"ingressclasses"_s, QT_TRANSLATE_NOOP("KubeKinds", "Ingress classes")},
        {u"networkpolicies"_s, QT_TRANSLATE_NOOP("KubeKinds", "Network policies")},
        {u"configmaps"_s, QT_TRANSLATE_NOOP("KubeKinds", "ConfigMaps")},
        {u"secrets"_s, QT_TRANSLATE_NOOP("KubeKinds", "Secrets")},
        {u"persistentvolumeclaims"_s, QT_TRANSLATE_NOOP("KubeKinds", "Volume claims")},
        {u"persistentvolumes"_s, QT_TRANSLATE_NOOP("KubeKinds", "Volumes")},
        {u"storageclasses"_s, QT_TRANSLATE_NOOP("KubeKinds", "Storage classes")},
        {u"resourcequotas"_s, QT_TRANSLATE_NOOP("KubeKinds", "Resource quotas")},
        {u"limitranges"_s, QT_TRANSLATE_NOOP("KubeKinds", "Limit ranges")},
        {u"serviceaccounts"_s, QT_TRANSLATE_NOOP("KubeKinds", "Service accounts")},
        {u"roles"_s, QT_TRANSLATE_NOOP("KubeKinds", "Roles")},
        {u"rolebindings"_s, QT_TRANSLATE_NOOP("KubeKinds", "Role bindings")},
        {u"clusterroles"_s, QT_TRANSLATE_NOOP("KubeKinds", "Cluster roles")},
        {u"clusterrolebindings"_s, QT_TRANSLATE_NOOP("KubeKinds", "Cluster role bindings")},
        {u"customresourcedefinitions"_s, QT_TRANSLATE_NOOP("KubeKinds", "Definitions")},
    };
    const char* word = words.value(resource.name);
    return word ? QCoreApplication::translate("KubeKinds", word) : resource.kind;
}

QVector<KindEntry> findKinds(const QVector<KindEntry>& entries, const QString& word)
{
    QString wanted = word.trimmed().toLower();
    if (wanted.startsWith(u':'))
        wanted = wanted.mid(1).trimmed();
    if (wanted.isEmpty())
        return entries;
    QVector<KindEntry> found;
    for (int wantedDistance = 0; wantedDistance < 3; ++wantedDistance)
        for (const KindEntry& entry : entries)
            if (distance(entry.resource, wanted) == wantedDistance)
                found.append(entry);
    return found;
}

} // namespace kaptan::ui
