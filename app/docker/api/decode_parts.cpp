#include "app/docker/api/decode_parts.h"

#include <algorithm>
#include <tuple>

namespace kaptan::docker
{

using namespace Qt::StringLiterals;

ContainerState containerState(const QString& word)
{
    if (word == "running"_L1)
        return ContainerState::Running;
    if (word == "exited"_L1 || word == "stopped"_L1)
        return ContainerState::Exited;
    if (word == "created"_L1 || word == "configured"_L1 || word == "initialized"_L1)
        return ContainerState::Created;
    if (word == "paused"_L1)
        return ContainerState::Paused;
    if (word == "restarting"_L1)
        return ContainerState::Restarting;
    if (word == "removing"_L1)
        return ContainerState::Removing;
    if (word == "stopping"_L1)
        return ContainerState::Stopping;
    if (word == "dead"_L1)
        return ContainerState::Dead;
    return ContainerState::Unknown;
}

HealthState healthState(const QString& word)
{
    if (word == "healthy"_L1)
        return HealthState::Healthy;
    if (word == "unhealthy"_L1)
        return HealthState::Unhealthy;
    if (word == "starting"_L1)
        return HealthState::Starting;
    return HealthState::None;
}

bool ContainerSummary::sameButForAge(const ContainerSummary& other) const
{
    return id == other.id && names == other.names && image == other.image && imageId == other.imageId &&
           command == other.command && created == other.created && state == other.state &&
           health == other.health && exitCode == other.exitCode && labels == other.labels &&
           ports == other.ports && networks == other.networks && mounts == other.mounts;
}

namespace decode
{

QString withoutSlash(const QString& name)
{
    return name.startsWith(u'/') ? name.mid(1) : name;
}

QVector<NetworkAttachment> attachments(const json::Value& networks)
{
    QVector<NetworkAttachment> all;
    networks.forEachMember([&all](std::string_view name, const json::Value& value) {
        NetworkAttachment network;
        network.network = json::text(name);
        network.networkId = value["NetworkID"].string();
        network.ipAddress = value["IPAddress"].string();
        network.ipv6Address = value["GlobalIPv6Address"].string();
        network.gateway = value["Gateway"].string();
        network.macAddress = value["MacAddress"].string();
        network.aliases = value["Aliases"].strings();
        all.append(network);
    });
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.network < b.network; });
    return all;
}

QVector<Mount> mounts(const json::Value& mounts)
{
    QVector<Mount> all;
    mounts.forEach([&all](const json::Value& value) {
        Mount mount;
        mount.type = value["Type"].string();
        mount.name = value["Name"].string();
        mount.source = value["Source"].string();
        mount.destination = value["Destination"].string();
        mount.readOnly = !value["RW"].boolean();
        all.append(mount);
    });
    std::sort(all.begin(), all.end(),
              [](const auto& a, const auto& b) { return a.destination < b.destination; });
    return all;
}

Port containerPort(std::string_view text)
{
    Port port;
    const size_t slash = text.find('/');
    port.containerPort = json::text(text.substr(0, slash)).toUShort();
    if (slash != std::string_view::npos)
        port.protocol = json::text(text.substr(slash + 1));
    return port;
}

QVector<Port> portMap(const json::Value& ports)
{
    QVector<Port> all;
    ports.forEachMember([&all](std::string_view key, const json::Value& bindings) {
        const Port port = containerPort(key);
        if (port.containerPort == 0)
            return;
        if (bindings.size() == 0)
            all.append(port);
        bindings.forEach([&](const json::Value& binding) {
            Port published = port;
            published.published = true;
            published.hostIp = binding["HostIp"].string();
            const QString hostPort = binding["HostPort"].string();
            published.hostPort = hostPort.section(u'-', 0, 0).toUShort();
            published.hostPortEnd = hostPort.section(u'-', 1, 1).toUShort();
            all.append(published);
        });
    });
    settle(all);
    return all;
}

void settle(QVector<Port>& ports)
{
    for (Port& port : ports) {
        if (port.hostIp == "0.0.0.0"_L1 || port.hostIp == "::"_L1)
            port.hostIp.clear();
    }
    const auto key = [](const Port& port) {
        return std::tie(port.containerPort, port.protocol, port.hostPort, port.hostIp, port.hostPortEnd);
    };
    std::sort(ports.begin(), ports.end(), [&](const Port& a, const Port& b) { return key(a) < key(b); });
    ports.erase(std::unique(ports.begin(), ports.end()), ports.end());
}

bool holdsPorts(ContainerState state)
{
    return state == ContainerState::Running || state == ContainerState::Paused ||
           state == ContainerState::Restarting || state == ContainerState::Stopping;
}

} // namespace decode
} // namespace kaptan::docker
