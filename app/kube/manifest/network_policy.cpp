#include "app/kube/manifest/network_policy.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(NetworkPolicy)
};

/// Takes a value out where it has the type that is understood; else it stays in `rest`.
std::optional<QJsonObject> takeObject(QJsonObject& rest, QLatin1String key)
{
    if (!rest.value(key).isObject())
        return std::nullopt;
    return rest.take(key).toObject();
}

template <class T, class Read>
std::optional<QVector<T>> takeList(QJsonObject& rest, QLatin1String key, Read read)
{
    const QJsonValue value = rest.value(key);
    if (!value.isArray())
        return std::nullopt;
    const QJsonArray list = value.toArray();
    if (!std::all_of(list.begin(), list.end(), [](const QJsonValue& one) { return one.isObject(); }))
        return std::nullopt;
    QVector<T> all;
    for (const QJsonValue& one : list)
        all.append(read(one.toObject()));
    rest.remove(key);
    return all;
}

std::optional<QStringList> takeStrings(QJsonObject& rest, QLatin1String key)
{
    if (!rest.value(key).isArray())
        return std::nullopt;
    QStringList all;
    for (const QJsonValue& one : rest.take(key).toArray())
        all.append(one.toString());
    return all;
}

template <class T, class Write>
QJsonArray toArray(const QVector<T>& list, Write write)
{
    QJsonArray array;
    for (const T& one : list)
        array.append(write(one));
    return array;
}

PolicyRule readRule(const QJsonObject& json, QLatin1String peers)
{
    PolicyRule rule;
    rule.rest = json;
    rule.peers = takeList<PolicyPeer>(rule.rest, peers, PolicyPeer::read);
    rule.ports = takeList<PolicyPort>(rule.rest, "ports"_L1, PolicyPort::read);
    return rule;
}

QJsonObject writeRule(const PolicyRule& rule, QLatin1String peers)
{
    QJsonObject json = rule.rest;
    if (rule.peers)
        json.insert(peers, toArray(*rule.peers, [](const PolicyPeer& one) { return one.toJson(); }));
    if (rule.ports)
        json.insert("ports"_L1, toArray(*rule.ports, [](const PolicyPort& one) { return one.toJson(); }));
    return json;
}

QString portText(const PolicyPort& port)
{
    const QString protocol = port.protocol.value_or(u"TCP"_s);
    if (port.port.isUndefined())
        return Tr::tr("every port of %1").arg(protocol);
    QString text = protocol + u' ' + port.port.toVariant().toString();
    if (port.endPort)
        text += u'-' + QString::number(*port.endPort);
    return text;
}

} // namespace

PolicyPeer PolicyPeer::read(const QJsonObject& json)
{
    PolicyPeer peer;
    peer.rest = json;
    if (const auto pods = takeObject(peer.rest, "podSelector"_L1))
        peer.pods = LabelSelector::read(*pods);
    if (const auto spaces = takeObject(peer.rest, "namespaceSelector"_L1))
        peer.nameSpaces = LabelSelector::read(*spaces);
    if (auto block = takeObject(peer.rest, "ipBlock"_L1)) {
        IpBlock made;
        made.cidr = block->take("cidr"_L1).toString();
        made.except = takeStrings(*block, "except"_L1).value_or(QStringList());
        made.rest = *block;
        peer.block = made;
    }
    return peer;
}

QJsonObject PolicyPeer::toJson() const
{
    QJsonObject json = rest;
    if (pods)
        json.insert("podSelector"_L1, pods->toJson());
    if (nameSpaces)
        json.insert("namespaceSelector"_L1, nameSpaces->toJson());
    if (block) {
        QJsonObject made = block->rest;
        made.insert("cidr"_L1, block->cidr);
        if (!block->except.isEmpty())
            made.insert("except"_L1, QJsonArray::fromStringList(block->except));
        json.insert("ipBlock"_L1, made);
    }
    return json;
}

PolicyPort PolicyPort::read(const QJsonObject& json)
{
    PolicyPort port{std::nullopt};
    port.rest = json;
    if (json.value("protocol"_L1).isString())
        port.protocol = port.rest.take("protocol"_L1).toString();
    if (const QJsonValue value = json.value("port"_L1); value.isDouble() || value.isString())
        port.port = port.rest.take("port"_L1);
    if (json.value("endPort"_L1).isDouble())
        port.endPort = port.rest.take("endPort"_L1).toInt();
    return port;
}

QJsonObject PolicyPort::toJson() const
{
    QJsonObject json = rest;
    if (protocol)
        json.insert("protocol"_L1, *protocol);
    if (!port.isUndefined())
        json.insert("port"_L1, port);
    if (endPort)
        json.insert("endPort"_L1, *endPort);
    return json;
}

NetworkPolicy NetworkPolicy::read(const QJsonObject& object)
{
    NetworkPolicy policy;
    policy.rest = object;
    QJsonObject meta = object.value("metadata"_L1).toObject();
    policy.nameSpace = meta.take("namespace"_L1).toString();
    policy.name = meta.take("name"_L1).toString();
    QJsonObject spec = object.value("spec"_L1).toObject();
    if (const auto pods = takeObject(spec, "podSelector"_L1))
        policy.pods = LabelSelector::read(*pods);
    policy.types = takeStrings(spec, "policyTypes"_L1);
    policy.ingress = takeList<PolicyRule>(spec, "ingress"_L1,
                                          [](const QJsonObject& one) { return readRule(one, "from"_L1); });
    policy.egress = takeList<PolicyRule>(spec, "egress"_L1,
                                         [](const QJsonObject& one) { return readRule(one, "to"_L1); });
    policy.rest.insert("metadata"_L1, meta);
    policy.rest.insert("spec"_L1, spec);
    return policy;
}

QJsonObject NetworkPolicy::toJson() const
{
    QJsonObject object = rest;
    if (!object.contains("apiVersion"_L1))
        object.insert("apiVersion"_L1, u"networking.k8s.io/v1"_s);
    if (!object.contains("kind"_L1))
        object.insert("kind"_L1, u"NetworkPolicy"_s);
    QJsonObject meta = rest.value("metadata"_L1).toObject();
    if (!name.isEmpty())
        meta.insert("name"_L1, name);
    if (!nameSpace.isEmpty())
        meta.insert("namespace"_L1, nameSpace);
    object.insert("metadata"_L1, meta);
    QJsonObject spec = rest.value("spec"_L1).toObject();
    spec.insert("podSelector"_L1, pods.toJson());
    if (types)
        spec.insert("policyTypes"_L1, QJsonArray::fromStringList(*types));
    if (ingress)
        spec.insert("ingress"_L1,
                    toArray(*ingress, [](const PolicyRule& one) { return writeRule(one, "from"_L1); }));
    if (egress)
        spec.insert("egress"_L1,
                    toArray(*egress, [](const PolicyRule& one) { return writeRule(one, "to"_L1); }));
    object.insert("spec"_L1, spec);
    return object;
}

bool NetworkPolicy::isolates(Direction direction) const
{
    if (types && !types->isEmpty())
        return types->contains(direction == Direction::Ingress ? "Ingress"_L1 : "Egress"_L1);
    return direction == Direction::Ingress || (egress && !egress->isEmpty());
}

QVector<PolicyRule> NetworkPolicy::rules(Direction direction) const
{
    if (!isolates(direction))
        return {};
    return (direction == Direction::Ingress ? ingress : egress).value_or(QVector<PolicyRule>());
}

QVector<PolicyTemplate> policyTemplates()
{
    return {PolicyTemplate::DenyAll, PolicyTemplate::AllowSameNamespace, PolicyTemplate::AllowFromIngress,
            PolicyTemplate::AllowDns};
}

QString policyTemplateTitle(PolicyTemplate of)
{
    switch (of) {
    //: a network policy to choose
    case PolicyTemplate::DenyAll:
        return Tr::tr("Deny everything");
    case PolicyTemplate::AllowSameNamespace:
        return Tr::tr("Allow within the namespace");
    case PolicyTemplate::AllowFromIngress:
        return Tr::tr("Allow from the ingress controller");
    case PolicyTemplate::AllowDns:
        break;
    }
    return Tr::tr("Allow DNS");
}

QString policyTemplateText(PolicyTemplate of)
{
    switch (of) {
    case PolicyTemplate::DenyAll:
        return Tr::tr("Closes all pods of the namespace in both directions, but for what others allow.");
    case PolicyTemplate::AllowSameNamespace:
        return Tr::tr("Pods of the namespace may talk to one another.");
    case PolicyTemplate::AllowFromIngress:
        return Tr::tr("Pods of the ingress controller's namespace may reach all pods here.");
    case PolicyTemplate::AllowDns:
        break;
    }
    return Tr::tr("Pods may ask the cluster's DNS for names (port 53); without it nearly nothing works.");
}

LabelSelector namespaceNamed(const QString& name)
{
    return {{{u"kubernetes.io/metadata.name"_s, name}}, {}};
}

LabelSelector ingressNamespace()
{
    return namespaceNamed(u"ingress-nginx"_s);
}

NetworkPolicy policyFromTemplate(PolicyTemplate of, const QString& nameSpace, const LabelSelector& ingress)
{
    NetworkPolicy policy;
    policy.nameSpace = nameSpace;
    const PolicyPeer everyPodHere{LabelSelector{}, std::nullopt};
    switch (of) {
    case PolicyTemplate::DenyAll:
        policy.name = u"deny-all"_s;
        policy.types = {u"Ingress"_s, u"Egress"_s};
        break;
    case PolicyTemplate::AllowSameNamespace:
        policy.name = u"allow-same-namespace"_s;
        policy.types = {u"Ingress"_s, u"Egress"_s};
        policy.ingress = {PolicyRule{QVector{everyPodHere}}};
        policy.egress = {PolicyRule{QVector{everyPodHere}}};
        break;
    case PolicyTemplate::AllowFromIngress:
        policy.name = u"allow-from-ingress"_s;
        policy.types = {u"Ingress"_s};
        policy.ingress = {PolicyRule{QVector{PolicyPeer{std::nullopt, ingress}}}};
        break;
    case PolicyTemplate::AllowDns: {
        policy.name = u"allow-dns"_s;
        policy.types = {u"Egress"_s};
        // CoreDNS keeps the label of its predecessor everywhere; its namespace has none on older servers.
        const PolicyPeer dns{LabelSelector{{{u"k8s-app"_s, u"kube-dns"_s}}, {}}, LabelSelector{}};
        PolicyRule rule{QVector{dns}};
        rule.ports = QVector{PolicyPort{u"UDP"_s, 53}, PolicyPort{u"TCP"_s, 53}};
        policy.egress = {rule};
        break;
    }
    }
    return policy;
}

QString peerText(const PolicyPeer& peer)
{
    if (peer.block) {
        if (peer.block->except.isEmpty())
            //: %1: a range of addresses
            return Tr::tr("addresses in %1").arg(peer.block->cidr);
        return Tr::tr("addresses in %1 but not %2").arg(peer.block->cidr, peer.block->except.join(u", "_s));
    }
    const QString pods = peer.pods ? peer.pods->toText() : QString();
    if (!peer.nameSpaces)
        //: of this namespace; %1: labels
        return pods.isEmpty() ? Tr::tr("all pods of this namespace") : Tr::tr("pods with %1").arg(pods);
    const QString spaces = peer.nameSpaces->toText();
    if (pods.isEmpty())
        return spaces.isEmpty() ? Tr::tr("all pods of the cluster")
                                //: %1: labels
                                : Tr::tr("all pods of namespaces with %1").arg(spaces);
    return spaces.isEmpty() ? Tr::tr("pods with %1 of every namespace").arg(pods)
                            //: %1, %2: labels
                            : Tr::tr("pods with %1 of namespaces with %2").arg(pods, spaces);
}

QString ruleText(const PolicyRule& rule, Direction direction)
{
    QStringList peers, ports;
    if (!rule.everybody())
        for (const PolicyPeer& peer : *rule.peers)
            peers.append(peerText(peer));
    if (!rule.everyPort())
        for (const PolicyPort& port : *rule.ports)
            ports.append(portText(port));
    //: whom a rule lets in or out: everybody
    const QString who = peers.isEmpty() ? Tr::tr("everybody") : peers.join(u"; "_s);
    const QString on = ports.isEmpty() ? Tr::tr("every port") : ports.join(u", "_s);
    return direction == Direction::Ingress
               //: %1: who (several with "; "), %2: ports
               ? Tr::tr("from %1, on %2").arg(who, on)
               //: %1: whom (several with "; "), %2: ports
               : Tr::tr("to %1, on %2").arg(who, on);
}

} // namespace kaptan::kube
