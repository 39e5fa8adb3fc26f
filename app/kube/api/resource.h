#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

/// The kinds that a server knows. https://kubernetes.io/docs/reference/using-api/api-concepts/
namespace kaptan::kube
{

/// One resource of one group and version, as discovery tells it.
struct ApiResource {
    QString group; ///< empty: core
    QString version;
    QString name; ///< plural: "deployments"
    QString singularName;
    QString kind; ///< "Deployment"
    bool namespaced = true;
    QStringList verbs;
    QStringList shortNames;
    QStringList categories;
    QStringList subresources; ///< "scale", "log"

    bool can(const QString& verb) const { return verbs.contains(verb); }

    /// "deployments.apps", as kubectl writes it; "pods" for the core group.
    QString qualifiedName() const;
    /// "apps/v1", "v1".
    QString groupVersion() const;
    /// "/apis/apps/v1/namespaces/n/deployments/web/scale"; empty parts are left out. Decoded.
    QString path(const QString& nameSpace = {}, const QString& objectName = {},
                 const QString& subresource = {}) const;

    bool operator==(const ApiResource&) const = default;
};

/// All resources, the preferred version of each group first.
struct Discovery {
    QVector<ApiResource> resources;
    QStringList staleGroups; ///< "metrics.k8s.io/v1beta1": an aggregated server that does not answer

    /// By plural, singular, short name, kind or qualified name, without case; preferred version first. Null
    /// where unknown.
    const ApiResource* find(const QString& word) const;
    /// By group and plural, whatever the version.
    const ApiResource* find(const QString& group, const QString& name) const;
    /// Exactly this version.
    const ApiResource* find(const QString& group, const QString& version, const QString& name) const;
};

struct ServerVersion {
    int major = 0, minor = 0;
    QString gitVersion; ///< "v1.36.2"
};

} // namespace kaptan::kube
