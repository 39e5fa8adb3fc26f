#pragma once

#include "app/kube/manifest/label_selector.h"

#include <QJsonValue>

#include <optional>

/// Network policies as objects: read, made, written without loss. Who may talk to whom by them is decided in
/// policy_traffic.h. https://kubernetes.io/docs/concepts/services-networking/network-policies/
namespace kaptan::kube
{

/// Addresses outside of the cluster.
struct IpBlock {
    QString cidr;
    QStringList except;
    QJsonObject rest = {};
    bool operator==(const IpBlock&) const = default;
};

/// One end of a rule: pods of this namespace; pods of other namespaces; addresses.
struct PolicyPeer {
    std::optional<LabelSelector> pods, nameSpaces;
    std::optional<IpBlock> block = {};
    QJsonObject rest = {};

    static PolicyPeer read(const QJsonObject& json);
    QJsonObject toJson() const;
    bool operator==(const PolicyPeer&) const = default;
};

struct PolicyPort {
    std::optional<QString> protocol;                     ///< nothing: TCP
    QJsonValue port = QJsonValue(QJsonValue::Undefined); ///< number or a port's name; Undefined: all of them
    std::optional<int> endPort = {};
    QJsonObject rest = {};

    static PolicyPort read(const QJsonObject& json);
    QJsonObject toJson() const;
    bool operator==(const PolicyPort&) const = default;
};

/// What one rule lets through: any of the peers on any of the ports. No peers: everybody; no ports: all.
struct PolicyRule {
    std::optional<QVector<PolicyPeer>> peers; ///< "from", "to"
    std::optional<QVector<PolicyPort>> ports = {};
    QJsonObject rest = {};

    bool everybody() const { return !peers || peers->isEmpty(); }

    bool everyPort() const { return !ports || ports->isEmpty(); }

    bool operator==(const PolicyRule&) const = default;
};

enum class Direction { Ingress, Egress };

struct NetworkPolicy {
    QString nameSpace, name;
    LabelSelector pods; ///< empty: all pods of the namespace
    std::optional<QStringList> types;
    std::optional<QVector<PolicyRule>> ingress, egress = {};
    QJsonObject rest = {}; ///< the object without what is above

    static NetworkPolicy read(const QJsonObject& object);
    /// The same object again, what was not understood included.
    QJsonObject toJson() const;

    /// Whether pods that it selects are closed in this direction, but for its rules. Where policyTypes is
    /// missing: ingress always, egress where it has egress rules.
    bool isolates(Direction direction) const;
    /// Its rules of a direction that count.
    QVector<PolicyRule> rules(Direction direction) const;
    bool operator==(const NetworkPolicy&) const = default;
};

enum class PolicyTemplate { DenyAll, AllowSameNamespace, AllowFromIngress, AllowDns };

/// All of them, in the order in which they are offered.
QVector<PolicyTemplate> policyTemplates();
/// "Deny everything"; translated.
QString policyTemplateTitle(PolicyTemplate of);
/// What it does, one sentence; translated.
QString policyTemplateText(PolicyTemplate of);

/// The policy of a template. `ingress` says in which namespaces the ingress controller lives; only
/// AllowFromIngress reads it.
NetworkPolicy policyFromTemplate(PolicyTemplate of, const QString& nameSpace, const LabelSelector& ingress);
/// Namespaces that are named so, by the label that the server gives them since 1.21. (Older ones need it set
/// by hand.)
LabelSelector namespaceNamed(const QString& name);
/// Where ingress-nginx lives when nobody says otherwise.
LabelSelector ingressNamespace();

/// A rule in words: "from pods with app=web on TCP 80". Translated; holds untrusted text.
QString ruleText(const PolicyRule& rule, Direction direction);
QString peerText(const PolicyPeer& peer);

} // namespace kaptan::kube
