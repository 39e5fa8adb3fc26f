#pragma once

#include "app/core/error.h"
#include "app/kube/manifest/network_policy.h"

#include <QMap>

/// What a new tenant of a cluster gets in one go: a namespace, and in it what keeps it in bounds.
/// https://kubernetes.io/docs/concepts/security/multi-tenancy/
namespace kaptan::kube
{

/// Who may pull images from a registry. Holds a password: never logged.
struct RegistryLogin {
    QString registry; ///< "registry.example.com"
    QString user, password;
    QString mail; ///< may be empty
    bool operator==(const RegistryLogin&) const = default;
};

/// A Secret of type kubernetes.io/dockerconfigjson.
QJsonObject pullSecret(const QString& nameSpace, const QString& name, const RegistryLogin& login);
/// The value of its key ".dockerconfigjson", base64.
QString pullSecretData(const RegistryLogin& login);
/// Reads that value. Nothing where it is none, or has more than one login or more in it than a login: then
/// only its own text shows it whole.
std::optional<RegistryLogin> readPullSecretData(const QString& base64);

/// Somebody who may do in the namespace what a ClusterRole says.
struct TenantBinding {
    QString role; ///< ClusterRole: "view", "edit", "admin", or one of the cluster's own
    QString kind; ///< "User", "Group", "ServiceAccount"
    QString name; ///< of a service account: of this namespace, or "namespace/name"
    bool operator==(const TenantBinding&) const = default;
};

struct Tenancy {
    QString name; ///< of the namespace
    QMap<QString, QString> labels;
    QMap<QString, QString> quota; ///< "requests.cpu": "4"; empty: no quota
    /// Of a container, "cpu" and "memory"; empty ones are not limited.
    QMap<QString, QString> defaultRequest, defaultLimit, most;
    QVector<PolicyTemplate> policies;
    QString ingressNamespace; ///< of the ingress controller; empty: ingress-nginx
    QString serviceAccount;   ///< empty: none
    QVector<TenantBinding> bindings;
    std::optional<RegistryLogin> login; ///< for the service account, where there is one
    QString loginName = QStringLiteral("registry");
};

/// What cannot be used; field names as in the form, translated.
QVector<InvalidInput> tenancyProblems(const Tenancy& tenancy);
/// All objects, in the order in which they depend on one another.
QVector<QJsonObject> tenancyObjects(const Tenancy& tenancy);
/// One text of many documents, to be looked at and applied.
QString tenancyManifest(const Tenancy& tenancy);

/// Whether this can be the name of a namespace or a service (RFC 1123 label), else why not and what helps.
std::optional<InvalidInput> labelNameProblem(const QString& name);
/// Of most other objects (RFC 1123 subdomain: dots are allowed).
std::optional<InvalidInput> objectNameProblem(const QString& name);
std::optional<InvalidInput> labelKeyProblem(const QString& key);
std::optional<InvalidInput> labelValueProblem(const QString& value);
/// "250m", "128Mi", "10".
std::optional<InvalidInput> quantityProblem(const QString& text);

} // namespace kaptan::kube
