#include "ui/cluster/kube_kinds.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

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
        {Workloads, u""_s, u"pods"_s},
        {Workloads, u"apps"_s, u"deployments"_s},
        {Workloads, u"apps"_s, u"statefulsets"_s},
        {Workloads, u"apps"_s, u"daemonsets"_s},
        {Workloads, u"apps"_s, u"replicasets"_s},
        {Workloads, u"batch"_s, u"jobs"_s},
        {Workloads, u"batch"_s, u"cronjobs"_s},
        {Network, u""_s, u"services"_s},
        {Network, u""_s, u"endpoints"_s},
        {Network, u"networking.k8s.io"_s, u"ingresses"_s},
        {Network, u"networking.k8s.io"_s, u"networkpolicies"_s},
        {Configuration, u""_s, u"configmaps"_s},
        {Configuration, u""_s, u"secrets"_s},
        {Configuration, u""_s, u"resourcequotas"_s},
        {Configuration, u""_s, u"limitranges"_s},
        {Storage, u""_s, u"persistentvolumeclaims"_s},
        {Storage, u""_s, u"persistentvolumes"_s},
        {Storage, u"storage.k8s.io"_s, u"storageclasses"_s},
    };
    return kinds;
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
            entries.append({KindGroup::Other, resource.group, resource});
    }
    std::stable_sort(entries.begin(), entries.end(), [](const KindEntry& a, const KindEntry& b) {
        const qsizetype left = knownIndex(a.resource), right = knownIndex(b.resource);
        if (left != right)
            return left < right;
        return std::pair(a.apiGroup, a.resource.name) < std::pair(b.apiGroup, b.resource.name);
    });
    return entries;
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
