#pragma once

#include "tests/kube_engine/genuine.h"
#include "tests/support/place/place.h"

#include <QFileInfo>

/// Nodes that a test may drain: those of `kube.sh pretend`, on which pods run that only seem to.
namespace pretended
{

inline QString node(int number)
{
    return QStringLiteral("pretended-%1").arg(number);
}

/// Sees to it that both are there and take pods. What went wrong; empty where nothing did.
inline QString prepare()
{
    // <D>/run/admin.kubeconfig
    const QString place = QFileInfo(QFileInfo(genuine::variable("KAPTAN_TEST_KUBECONFIG")).path()).path();
    const genuine::Output made = genuine::run(
        QStringLiteral("/usr/bin/env"), {QStringLiteral("D=") + place, QStringLiteral("bash"),
                                         kaptan::test::sourceDir() + QStringLiteral("/tests/testbed/kube.sh"),
                                         QStringLiteral("pretend"), QStringLiteral("2")});
    if (made.code != 0)
        return QString::fromUtf8(made.out + made.err);
    for (const int number : {1, 2})
        genuine::kubectl({QStringLiteral("uncordon"), node(number)});
    return {};
}

/// A deployment on those nodes only, with a budget of its own.
inline QByteArray workload(const QByteArray& name, int replicas, int minAvailable)
{
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name +
           "}\nspec:\n  replicas: " + QByteArray::number(replicas) +
           "\n  selector: {matchLabels: {app: " + name +
           "}}\n  template:\n    metadata: {labels: {app: " + name +
           "}}\n    spec:\n      terminationGracePeriodSeconds: 1\n"
           "      tolerations: [{key: kaptan.test/pretended, operator: Exists}]\n"
           "      affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: "
           "{nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: "
           "[pretended-1, pretended-2]}]}]}}}\n"
           "      containers: [{name: main, image: 'test/busybox:1'}]\n---\n"
           "apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: " +
           name + "}\nspec: {minAvailable: " + QByteArray::number(minAvailable) +
           ", selector: {matchLabels: {app: " + name + "}}}\n";
}

/// Puts these into a namespace, all their pods on the first node, and lets new ones come to the second.
inline QString fill(const QString& nameSpace, const QByteArray& manifests)
{
    using genuine::kubectl;
    kubectl({QStringLiteral("create"), QStringLiteral("namespace"), nameSpace});
    kubectl({QStringLiteral("cordon"), node(2)});
    const genuine::Output applied = kubectl(
        {QStringLiteral("-n"), nameSpace, QStringLiteral("apply"), QStringLiteral("-f"), QStringLiteral("-")},
        manifests);
    const genuine::Output ready =
        kubectl({QStringLiteral("-n"), nameSpace, QStringLiteral("wait"), QStringLiteral("--for"),
                 QStringLiteral("condition=Available"), QStringLiteral("deployment"), QStringLiteral("--all"),
                 QStringLiteral("--timeout=80s")});
    kubectl({QStringLiteral("uncordon"), node(2)});
    return QString::fromUtf8(applied.code == 0 && ready.code == 0 ? QByteArray() : applied.err + ready.err);
}

/// As it was before. The namespace goes by and by.
inline void tidy(const QString& nameSpace)
{
    for (const int number : {1, 2})
        genuine::kubectl({QStringLiteral("uncordon"), node(number)});
    genuine::kubectl({QStringLiteral("delete"), QStringLiteral("namespace"), nameSpace,
                      QStringLiteral("--ignore-not-found"), QStringLiteral("--wait=false")});
}

} // namespace pretended
