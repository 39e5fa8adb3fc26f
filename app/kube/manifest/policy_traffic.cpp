#include "app/kube/manifest/policy_traffic.h"

#include <QJsonArray>
#include <QMap>

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

using Address = std::array<quint8, 16>;

/// IPv4 stands in the last four bytes behind ::ffff, so that the two never match each other by chance.
std::optional<Address> readAddress(QStringView text, bool* isFour)
{
    Address out{};
    *isFour = !text.contains(u':');
    if (*isFour) {
        const auto parts = text.split(u'.');
        if (parts.size() != 4)
            return std::nullopt;
        out[10] = out[11] = 0xff;
        for (int i = 0; i < 4; ++i) {
            bool ok = false;
            const uint part = parts.at(i).toUInt(&ok);
            if (!ok || part > 255 || parts.at(i).size() > 3)
                return std::nullopt;
            out[size_t(12 + i)] = quint8(part);
        }
        return out;
    }
    const qsizetype gap = text.indexOf(u"::");
    const auto words = [](QStringView half) {
        return half.isEmpty() ? QList<QStringView>() : half.split(u':');
    };
    const QList<QStringView> head = words(gap < 0 ? text : text.left(gap));
    const QList<QStringView> tail = gap < 0 ? QList<QStringView>() : words(text.mid(gap + 2));
    const qsizetype count = head.size() + tail.size();
    if (gap < 0 ? count != 8 : count > 7)
        return std::nullopt;
    const auto put = [&](const QList<QStringView>& list, size_t at) {
        for (const QStringView word : list) {
            bool ok = false;
            const uint value = word.toUInt(&ok, 16);
            if (!ok || value > 0xffff)
                return false;
            out[at++] = quint8(value >> 8);
            out[at++] = quint8(value & 0xff);
        }
        return true;
    };
    if (!put(head, 0) || !put(tail, size_t(16 - 2 * tail.size())))
        return std::nullopt;
    return out;
}

struct Subnet {
    Address address;
    int bits = 0; ///< of 128
    bool four = false;
};

std::optional<Subnet> readRange(const QString& cidr)
{
    const qsizetype slash = cidr.indexOf(u'/');
    if (slash < 0)
        return std::nullopt;
    Subnet range;
    const auto address = readAddress(QStringView(cidr).left(slash), &range.four);
    bool ok = false;
    range.bits = QStringView(cidr).mid(slash + 1).toInt(&ok);
    if (!address || !ok || range.bits < 0 || range.bits > (range.four ? 32 : 128))
        return std::nullopt;
    range.address = *address;
    if (range.four)
        range.bits += 96;
    return range;
}

/// Labels that tell the pods of one workload apart; policies could name them, but nobody does.
bool isOfOnePod(const QString& key)
{
    static const QStringList own{u"pod-template-hash"_s,
                                 u"controller-revision-hash"_s,
                                 u"statefulset.kubernetes.io/pod-name"_s,
                                 u"pod-template-generation"_s,
                                 u"controller-uid"_s,
                                 u"job-name"_s,
                                 u"apps.kubernetes.io/pod-index"_s,
                                 u"batch.kubernetes.io/controller-uid"_s,
                                 u"batch.kubernetes.io/job-name"_s,
                                 u"batch.kubernetes.io/job-completion-index"_s};
    return own.contains(key);
}

QString groupName(const PolicyPod& pod)
{
    for (const auto& key : {u"app.kubernetes.io/name"_s, u"app"_s, u"k8s-app"_s, u"name"_s, u"run"_s})
        if (pod.labels.contains(key)) {
            const QString part = pod.labels.value(u"app.kubernetes.io/component"_s);
            return pod.labels.value(key) + (part.isEmpty() ? QString() : u'/' + part);
        }
    return pod.name;
}

bool peerMatches(const PolicyPeer& peer, const PolicyPod& other, const QString& home,
                 const PolicyWorld& world)
{
    if (peer.block)
        return addressInRange(other.address, peer.block->cidr) &&
               std::none_of(peer.block->except.begin(), peer.block->except.end(),
                            [&](const QString& except) { return addressInRange(other.address, except); });
    if (other.isOutside() || (!peer.pods && !peer.nameSpaces))
        return false;
    // A pod on the node's network has the node's address: selectors of pods do not see it.
    if (other.hostNetwork)
        return false;
    const bool place = peer.nameSpaces ? peer.nameSpaces->matches(world.nameSpaces.value(other.nameSpace))
                                       : other.nameSpace == home;
    return place && (!peer.pods || peer.pods->matches(other.labels));
}

/// The ports of a rule, names looked up at the pod that is asked.
PortSet portsOf(const PolicyRule& rule, const PolicyPod& asked)
{
    if (rule.everyPort())
        return PortSet::everything();
    PortSet set;
    for (const PolicyPort& port : *rule.ports) {
        const QString protocol = port.protocol.value_or(u"TCP"_s);
        if (port.port.isUndefined()) {
            set.add(PortSet::Range{protocol});
        } else if (port.port.isDouble()) {
            const int from = port.port.toInt();
            set.add({protocol, from, qMax(from, port.endPort.value_or(from))});
        } else {
            for (const PolicyPod::NamedPort& named : asked.ports)
                if (named.name == port.port.toString() && named.protocol == protocol)
                    set.add({protocol, named.port, named.port});
        }
    }
    return set;
}

PolicySide side(const PolicyPod& of, const PolicyPod& other, const PolicyPod& asked, Direction direction,
                const PolicyWorld& world)
{
    PolicySide result;
    if (!of.isOutside() && !of.hostNetwork)
        for (const NetworkPolicy& policy : world.policies) {
            if (policy.nameSpace != of.nameSpace || !policy.isolates(direction) ||
                !policy.pods.matches(of.labels))
                continue;
            result.isolated = true;
            result.selecting.append(policy.name);
            PortSet lets;
            for (const PolicyRule& rule : policy.rules(direction)) {
                const bool meant =
                    rule.everybody() ||
                    std::any_of(rule.peers->begin(), rule.peers->end(), [&](const PolicyPeer& peer) {
                        return peerMatches(peer, other, policy.nameSpace, world);
                    });
                if (meant)
                    lets.add(portsOf(rule, asked));
            }
            if (!lets.isEmpty())
                result.allowing.append(policy.name);
            result.ports.add(lets);
        }
    if (!result.isolated)
        result.ports = PortSet::everything();
    return result;
}

} // namespace

// ---- PortSet

PortSet PortSet::everything()
{
    PortSet set;
    set.m_all = true;
    return set;
}

void PortSet::add(const Range& range)
{
    if (m_all || range.from > range.to)
        return;
    m_ranges.append(range);
    tidy();
}

void PortSet::add(const PortSet& other)
{
    if (other.m_all) {
        m_all = true;
        m_ranges.clear();
    }
    if (m_all)
        return;
    m_ranges += other.m_ranges;
    tidy();
}

void PortSet::tidy()
{
    std::sort(m_ranges.begin(), m_ranges.end(), [](const Range& a, const Range& b) {
        return std::tie(a.protocol, a.from, a.to) < std::tie(b.protocol, b.from, b.to);
    });
    QVector<Range> joined;
    for (const Range& range : std::as_const(m_ranges)) {
        if (!joined.isEmpty() && joined.last().protocol == range.protocol &&
            joined.last().to + 1 >= range.from)
            joined.last().to = qMax(joined.last().to, range.to);
        else
            joined.append(range);
    }
    m_ranges = joined;
}

PortSet PortSet::common(const PortSet& other) const
{
    if (m_all)
        return other;
    if (other.m_all)
        return *this;
    PortSet set;
    for (const Range& a : m_ranges)
        for (const Range& b : other.m_ranges)
            if (a.protocol == b.protocol)
                set.add({a.protocol, qMax(a.from, b.from), qMin(a.to, b.to)});
    return set;
}

bool PortSet::contains(const QString& protocol, int port) const
{
    return m_all || std::any_of(m_ranges.begin(), m_ranges.end(), [&](const Range& range) {
               return range.protocol == protocol && range.from <= port && port <= range.to;
           });
}

QString PortSet::toText() const
{
    QStringList parts;
    for (const Range& range : m_ranges) {
        if (range.from == 1 && range.to == 65535)
            parts << range.protocol;
        else if (range.from == range.to)
            parts << u"%1 %2"_s.arg(range.protocol).arg(range.from);
        else
            parts << u"%1 %2-%3"_s.arg(range.protocol).arg(range.from).arg(range.to);
    }
    return parts.join(u", "_s);
}

// ---- pods

PolicyPod policyPod(const QJsonObject& pod)
{
    PolicyPod made;
    const QJsonObject meta = pod.value("metadata"_L1).toObject();
    made.nameSpace = meta.value("namespace"_L1).toString();
    made.name = meta.value("name"_L1).toString();
    made.labels = labelsOf(pod);
    made.address = pod.value("status"_L1).toObject().value("podIP"_L1).toString();
    const QJsonObject spec = pod.value("spec"_L1).toObject();
    made.hostNetwork = spec.value("hostNetwork"_L1).toBool();
    for (const QJsonValue& container : spec.value("containers"_L1).toArray())
        for (const QJsonValue& value : container.toObject().value("ports"_L1).toArray()) {
            const QJsonObject port = value.toObject();
            made.ports.append({port.value("name"_L1).toString(), port.value("protocol"_L1).toString(u"TCP"_s),
                               port.value("containerPort"_L1).toInt()});
        }
    return made;
}

PolicyVerdict mayTalk(const PolicyPod& from, const PolicyPod& to, const PolicyWorld& world)
{
    PolicyVerdict verdict;
    verdict.egress = side(from, to, to, Direction::Egress, world);
    verdict.ingress = side(to, from, to, Direction::Ingress, world);
    verdict.ports = verdict.egress.ports.common(verdict.ingress.ports);
    return verdict;
}

QVector<PolicyGroup> policyGroups(const QVector<PolicyPod>& pods)
{
    QMap<std::tuple<QString, QString, QString>, PolicyGroup> groups;
    for (const PolicyPod& pod : pods) {
        Labels shared = pod.labels;
        shared.removeIf([](const Labels::iterator it) { return isOfOnePod(it.key()); });
        const QString name = groupName(pod);
        const auto key =
            std::tuple(pod.nameSpace, name, labelText(shared) + (pod.hostNetwork ? u"\nhost"_s : QString()));
        if (const auto known = groups.find(key); known != groups.end())
            ++known->count;
        else
            groups.insert(key, {name, pod});
    }
    return QVector<PolicyGroup>(groups.cbegin(), groups.cend());
}

QVector<PolicyVerdict> policyMatrix(const QVector<PolicyGroup>& groups, const PolicyWorld& world)
{
    QVector<PolicyVerdict> all;
    all.reserve(groups.size() * groups.size());
    for (const PolicyGroup& from : groups)
        for (const PolicyGroup& to : groups)
            all.append(mayTalk(from.pod, to.pod, world));
    return all;
}

bool addressInRange(const QString& address, const QString& cidr)
{
    const auto range = readRange(cidr);
    bool four = false;
    const auto one = readAddress(address, &four);
    if (!range || !one || four != range->four)
        return false;
    for (int bit = 0; bit < range->bits; ++bit) {
        const size_t byte = size_t(bit / 8);
        const quint8 mask = quint8(0x80 >> (bit % 8));
        if (((*one)[byte] & mask) != (range->address[byte] & mask))
            return false;
    }
    return true;
}

bool isAddressRange(const QString& cidr)
{
    return readRange(cidr).has_value();
}

} // namespace kaptan::kube
