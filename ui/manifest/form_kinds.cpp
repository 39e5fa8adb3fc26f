// Which kinds have a form.
#include "ui/manifest/form_builders.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(FormKinds)
};

struct Known {
    const char16_t* apiVersion;
    const char16_t* kind;
    void (*build)(FormPage&);
    const char* title; ///< null: not offered for new objects
};

const Known known[] = {
    {u"apps/v1", u"Deployment", forms::deployment,
     QT_TRANSLATE_NOOP("FormKinds", "Deployment: pods that may be replaced")},
    {u"apps/v1", u"StatefulSet", forms::statefulSet,
     QT_TRANSLATE_NOOP("FormKinds", "StatefulSet: pods with names and storage of their own")},
    {u"apps/v1", u"DaemonSet", forms::daemonSet,
     QT_TRANSLATE_NOOP("FormKinds", "DaemonSet: a pod on each node")},
    {u"batch/v1", u"Job", forms::job, QT_TRANSLATE_NOOP("FormKinds", "Job: runs to its end")},
    {u"batch/v1", u"CronJob", forms::cronJob, QT_TRANSLATE_NOOP("FormKinds", "CronJob: runs by the clock")},
    {u"batch/v1beta1", u"CronJob", forms::cronJob, nullptr},
    {u"v1", u"Service", forms::service,
     QT_TRANSLATE_NOOP("FormKinds", "Service: a name and a port for pods")},
    {u"networking.k8s.io/v1", u"Ingress", forms::ingress,
     QT_TRANSLATE_NOOP("FormKinds", "Ingress: HTTP from outside")},
    {u"v1", u"ConfigMap", forms::configMap, QT_TRANSLATE_NOOP("FormKinds", "ConfigMap: configuration")},
    {u"v1", u"Secret", forms::secret,
     QT_TRANSLATE_NOOP("FormKinds", "Secret: passwords, certificates, registry logins")},
    {u"v1", u"PersistentVolumeClaim", forms::volumeClaim,
     QT_TRANSLATE_NOOP("FormKinds", "PersistentVolumeClaim: storage")},
    {u"v1", u"Namespace", forms::nameSpace, QT_TRANSLATE_NOOP("FormKinds", "Namespace")},
    {u"v1", u"ResourceQuota", forms::resourceQuota,
     QT_TRANSLATE_NOOP("FormKinds", "ResourceQuota: what a namespace gets together")},
    {u"v1", u"LimitRange", forms::limitRange,
     QT_TRANSLATE_NOOP("FormKinds", "LimitRange: what each container gets")},
    {u"networking.k8s.io/v1", u"NetworkPolicy", forms::networkPolicy,
     QT_TRANSLATE_NOOP("FormKinds", "NetworkPolicy: who may talk to whom")},
    {u"v1", u"ServiceAccount", forms::serviceAccount,
     QT_TRANSLATE_NOOP("FormKinds", "ServiceAccount: whom pods act as")},
    {u"rbac.authorization.k8s.io/v1", u"Role", forms::role,
     QT_TRANSLATE_NOOP("FormKinds", "Role: what one may do in a namespace")},
    {u"rbac.authorization.k8s.io/v1", u"RoleBinding", forms::roleBinding,
     QT_TRANSLATE_NOOP("FormKinds", "RoleBinding: who has a role")},
    {u"rbac.authorization.k8s.io/v1", u"ClusterRole", forms::clusterRole, nullptr},
    {u"rbac.authorization.k8s.io/v1", u"ClusterRoleBinding", forms::clusterRoleBinding, nullptr},
    {u"autoscaling/v2", u"HorizontalPodAutoscaler", forms::autoscaler,
     QT_TRANSLATE_NOOP("FormKinds", "HorizontalPodAutoscaler: replicas by load")},
    {u"autoscaling/v2beta2", u"HorizontalPodAutoscaler", forms::autoscaler, nullptr},
    {u"autoscaling/v1", u"HorizontalPodAutoscaler", forms::autoscalerOld, nullptr},
    {u"policy/v1", u"PodDisruptionBudget", forms::disruptionBudget,
     QT_TRANSLATE_NOOP("FormKinds", "PodDisruptionBudget: pods that must stay")},
    {u"policy/v1beta1", u"PodDisruptionBudget", forms::disruptionBudget, nullptr},
};

} // namespace

Form* makeForm(const QString& apiVersion, const QString& kind, const FormContext& context, QWidget* parent)
{
    const auto* found = std::find_if(std::begin(known), std::end(known), [&](const Known& one) {
        return kind == QStringView(one.kind) && apiVersion == QStringView(one.apiVersion);
    });
    if (found == std::end(known))
        return nullptr;
    return new FormPage(context, found->build, parent);
}

QVector<FormKind> formKinds()
{
    QVector<FormKind> all;
    for (const Known& one : known)
        if (one.title)
            all.append({QString::fromUtf16(one.apiVersion), QString::fromUtf16(one.kind), Tr::tr(one.title)});
    return all;
}

QStringList formVersions(const QString& kind)
{
    QStringList all;
    for (const Known& one : known)
        if (kind == QStringView(one.kind))
            all.append(QString::fromUtf16(one.apiVersion));
    return all;
}

} // namespace kaptan::ui
