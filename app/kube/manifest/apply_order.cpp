#include "app/kube/manifest/manifest.h"

#include <QHash>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

/// Of kinds of Kubernetes' own groups, in the order in which they are needed.
const QHash<QString, int>& ranks()
{
    static const QHash<QString, int> all = [] {
        const QVector<QStringList> order{
            {u"Namespace"_s},
            {u"CustomResourceDefinition"_s},
            {u"PriorityClass"_s, u"RuntimeClass"_s, u"StorageClass"_s, u"IngressClass"_s, u"CSIDriver"_s},
            {u"NetworkPolicy"_s, u"ResourceQuota"_s, u"LimitRange"_s, u"PodSecurityPolicy"_s},
            {u"PodDisruptionBudget"_s},
            {u"ServiceAccount"_s},
            {u"Secret"_s, u"ConfigMap"_s},
            {u"PersistentVolume"_s},
            {u"PersistentVolumeClaim"_s},
            {u"ClusterRole"_s, u"Role"_s},
            {u"ClusterRoleBinding"_s, u"RoleBinding"_s},
            {u"Service"_s, u"Endpoints"_s, u"EndpointSlice"_s},
            {u"DaemonSet"_s},
            {u"Pod"_s, u"PodTemplate"_s},
            {u"ReplicationController"_s, u"ReplicaSet"_s, u"Deployment"_s, u"StatefulSet"_s},
            {u"Job"_s, u"CronJob"_s},
            {u"HorizontalPodAutoscaler"_s, u"VerticalPodAutoscaler"_s},
            {u"Ingress"_s},
        };
        QHash<QString, int> made;
        for (int i = 0; i < order.size(); ++i)
            for (const QString& kind : order[i])
                made.insert(kind, i);
        return made;
    }();
    return all;
}

constexpr int unknownRank = 50;
constexpr int apiServiceRank = 90; // what it stands for runs first
constexpr int webhookRank = 91;    // would refuse everything until its own pods run

/// Kubernetes' own groups have no dot or end with k8s.io. Somebody else's "Service" is none.
bool isOwnGroup(const QString& group)
{
    return !group.contains(u'.') || group == "k8s.io"_L1 || group.endsWith(".k8s.io"_L1);
}

} // namespace

int applyRank(const ManifestObject& object)
{
    if (!isOwnGroup(object.group()))
        return unknownRank;
    if (object.kind == "APIService"_L1)
        return apiServiceRank;
    if (object.kind.endsWith("WebhookConfiguration"_L1) ||
        object.kind.startsWith("ValidatingAdmissionPolicy"_L1))
        return webhookRank;
    return ranks().value(object.kind, unknownRank);
}

QVector<int> applyOrder(const QVector<ManifestObject>& objects)
{
    QVector<int> rank(objects.size()), order(objects.size());
    std::transform(objects.begin(), objects.end(), rank.begin(), applyRank);
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return rank[a] < rank[b]; });
    return order;
}

} // namespace kaptan::kube
