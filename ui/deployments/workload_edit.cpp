// From a workload of a cluster to the place where its object is edited.
#include "ui/deployments/workload_actions.h"

namespace kaptan::ui
{

namespace
{

/// As the API names it.
QString kindWord(workload::WorkloadKind kind)
{
    switch (kind) {
    case workload::WorkloadKind::StatefulSet:
        return QStringLiteral("StatefulSet");
    case workload::WorkloadKind::DaemonSet:
        return QStringLiteral("DaemonSet");
    case workload::WorkloadKind::ReplicaSet:
        return QStringLiteral("ReplicaSet");
    case workload::WorkloadKind::Job:
        return QStringLiteral("Job");
    case workload::WorkloadKind::CronJob:
        return QStringLiteral("CronJob");
    case workload::WorkloadKind::Pod:
        return QStringLiteral("Pod");
    default:
        return QStringLiteral("Deployment");
    }
}

} // namespace

bool WorkloadActions::isCluster() const
{
    return m_session && m_session->platform() == workload::Platform::Kubernetes;
}

void WorkloadActions::edit()
{
    const Workloads those = selection();
    if (!isCluster() || those.size() != 1)
        return;
    const workload::Workload& workload = *those.first();
    m_host.openPane(QStringLiteral("cluster"), {{QStringLiteral("action"), QStringLiteral("edit")},
                                                {QStringLiteral("kind"), kindWord(workload.kind)},
                                                {QStringLiteral("namespace"), workload.group},
                                                {QStringLiteral("name"), workload.name}});
}

} // namespace kaptan::ui
