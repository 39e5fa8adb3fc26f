#pragma once

#include "app/kube/manifest/network_policy.h"

/// Who may talk to whom, by the network policies of a cluster, as the specification has it. What a network
/// plugin adds or lacks is not known here.
namespace kaptan::kube
{

/// A pod, or a place outside of the cluster where `nameSpace` is empty.
struct PolicyPod {
    struct NamedPort {
        QString name, protocol;
        int port = 0;
        bool operator==(const NamedPort&) const = default;
    };

    QString nameSpace, name;
    Labels labels;
    QString address = {}; ///< may be empty: no range of addresses covers it then
    QVector<NamedPort> ports = {};
    bool hostNetwork = false; ///< the node's own network: policies do not reach it

    bool isOutside() const { return nameSpace.isEmpty(); }
};

/// The object of a pod as the server has it.
PolicyPod policyPod(const QJsonObject& pod);

struct PolicyWorld {
    QHash<QString, Labels> nameSpaces; ///< by name; one that is missing has no labels
    QVector<NetworkPolicy> policies;
};

/// Ports of protocols.
class PortSet
{
public:
    struct Range {
        QString protocol;
        int from = 1, to = 65535;
        bool operator==(const Range&) const = default;
    };

    static PortSet everything();
    void add(const Range& range);
    void add(const PortSet& other);
    PortSet common(const PortSet& other) const;

    bool isEmpty() const { return !m_all && m_ranges.isEmpty(); }

    bool isEverything() const { return m_all; }

    bool contains(const QString& protocol, int port) const;

    const QVector<Range>& ranges() const { return m_ranges; } ///< sorted, none touches another

    /// "TCP 80, TCP 8000-8100"; empty for nothing and for everything.
    QString toText() const;
    bool operator==(const PortSet&) const = default;

private:
    void tidy();
    bool m_all = false;
    QVector<Range> m_ranges;
};

/// What policies say of one end of a connection.
struct PolicySide {
    bool isolated = false; ///< some policy selects the pod in this direction
    PortSet ports;         ///< that this side lets through
    QStringList selecting; ///< names of the policies that select it
    QStringList allowing;  ///< those of them that let the other end through, on some port
};

/// Whether one may open a connection to another, and why.
struct PolicyVerdict {
    PolicySide egress;  ///< of the one who opens it
    PolicySide ingress; ///< of the one who is asked
    PortSet ports;      ///< what both allow

    bool allowed() const { return !ports.isEmpty(); }

    /// On some ports only.
    bool partly() const { return !ports.isEmpty() && !ports.isEverything(); }
};

PolicyVerdict mayTalk(const PolicyPod& from, const PolicyPod& to, const PolicyWorld& world);

/// Pods that policies cannot tell apart, as one row of the picture.
struct PolicyGroup {
    QString name;  ///< of the workload as far as its labels tell; untrusted
    PolicyPod pod; ///< one of them
    int count = 1;
};

/// By namespace and labels, without the labels that controllers give to each pod or revision. In the order
/// of namespace and name.
QVector<PolicyGroup> policyGroups(const QVector<PolicyPod>& pods);

/// Row by row: result[i * groups + j] is whether group i may talk to group j.
QVector<PolicyVerdict> policyMatrix(const QVector<PolicyGroup>& groups, const PolicyWorld& world);

/// Whether an address (IPv4 or IPv6) is in a range such as 10.0.0.0/8. False where either cannot be read.
bool addressInRange(const QString& address, const QString& cidr);
/// Whether this can be read as a range.
bool isAddressRange(const QString& cidr);

} // namespace kaptan::kube
