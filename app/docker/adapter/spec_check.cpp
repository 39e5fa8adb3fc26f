#include "app/docker/adapter/spec_check.h"

#include "app/docker/adapter/create_request.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace kaptan::docker
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DeploySpec)
};

constexpr int longestName = 48;
constexpr int mostReplicas = 1000;
constexpr qint64 leastMemory = 6 * 1024 * 1024; // what Docker accepts

tl::unexpected<Error> invalid(const QString& field, const QString& why, const QString& fix)
{
    return failure(InvalidInput{field, why, fix});
}

Result<void> checkName(const QString& name)
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9][a-z0-9-]*\\z"));
    if (name.size() < 2 || name.size() > longestName || !form.match(name).hasMatch())
        return invalid(Tr::tr("Name"), Tr::tr("it cannot be the name of a deployment"),
                       Tr::tr("Use 2 to 48 of a–z, 0–9 and “-”, and begin with a letter or digit."));
    return {};
}

Result<void> checkImage(const QString& image)
{
    static const QRegularExpression bad(QStringLiteral("[\\s\\x00-\\x1f]"));
    if (image.isEmpty())
        return invalid(Tr::tr("Image"), Tr::tr("a deployment needs one"), Tr::tr("Write name:tag."));
    if (image.size() > 512 || image.contains(bad))
        return invalid(Tr::tr("Image"), Tr::tr("it is no name of an image"),
                       Tr::tr("Write name:tag without blanks."));
    return {};
}

Result<void> checkEnvironment(const QVector<QPair<QString, QString>>& environment)
{
    QSet<QString> seen;
    for (const auto& [name, value] : environment) {
        // The value is not in the message: it may be secret.
        if (name.isEmpty() || name.contains(u'=') || name.contains(QChar(0)) || value.contains(QChar(0)))
            return invalid(Tr::tr("Environment"), Tr::tr("“%1” is no name of a variable").arg(name.left(64)),
                           Tr::tr("Write NAME=value; a name is not empty and holds no “=”."));
        if (seen.contains(name))
            return invalid(Tr::tr("Environment"), Tr::tr("“%1” is there twice").arg(name.left(64)),
                           Tr::tr("Remove one of the two."));
        seen.insert(name);
    }
    return {};
}

Result<void> checkPort(const workload::PortMapping& port)
{
    const QString field = Tr::tr("Ports");
    if (port.containerPort == 0)
        return invalid(field, Tr::tr("the port of the container is missing"),
                       Tr::tr("Give a number from 1 to 65535."));
    if (port.protocol != u"tcp" && port.protocol != u"udp" && port.protocol != u"sctp")
        return invalid(field, Tr::tr("“%1” is no protocol").arg(port.protocol.left(32)),
                       Tr::tr("Use tcp, udp or sctp."));
    if (port.hostPortEnd != 0 && (port.hostPort == 0 || port.hostPortEnd < port.hostPort))
        return invalid(field, Tr::tr("the range ends before it begins"),
                       Tr::tr("Write the lower port first, such as 8000-8010."));
    return {};
}

Result<void> checkPorts(const workload::DeploySpec& spec)
{
    QSet<QString> seen;
    for (const workload::PortMapping& port : spec.ports) {
        if (const auto ok = checkPort(port); !ok)
            return ok;
        if (port.hostPort == 0)
            continue;
        const QString key = QStringLiteral("%1 %2 %3").arg(port.hostIp).arg(port.hostPort).arg(port.protocol);
        if (seen.contains(key))
            return invalid(Tr::tr("Ports"), Tr::tr("the host port %1 is there twice").arg(port.hostPort),
                           Tr::tr("Give each mapping a host port of its own."));
        seen.insert(key);
    }
    if (!spec.ports.isEmpty() && (spec.network == u"host" || spec.network == u"none"))
        return invalid(Tr::tr("Ports"), Tr::tr("the network “%1” publishes none").arg(spec.network),
                       Tr::tr("Choose another network, or remove the ports."));
    return checkReplicas(spec.ports, spec.replicas);
}

Result<void> checkVolumes(const QVector<workload::VolumeMount>& volumes)
{
    static const QRegularExpression volumeName(QStringLiteral("^[a-zA-Z0-9][a-zA-Z0-9_.-]+\\z"));
    using Kind = workload::VolumeMount::Kind;
    const QString field = Tr::tr("Volumes");
    QSet<QString> targets;
    for (const workload::VolumeMount& mount : volumes) {
        if (!mount.target.startsWith(u'/') || mount.target == u"/" || mount.target.contains(u':'))
            return invalid(field, Tr::tr("“%1” is no folder in the container").arg(mount.target.left(128)),
                           Tr::tr("Give a path that begins with “/” and holds no “:”."));
        if (targets.contains(mount.target))
            return invalid(field, Tr::tr("“%1” is there twice").arg(mount.target.left(128)),
                           Tr::tr("Remove one of the two."));
        targets.insert(mount.target);
        if (mount.kind == Kind::Volume && !volumeName.match(mount.source).hasMatch())
            return invalid(field, Tr::tr("“%1” is no name of a volume").arg(mount.source.left(128)),
                           Tr::tr("Use letters, digits, “_”, “.” and “-”, at least 2 of them."));
        if (mount.kind == Kind::Bind && (!mount.source.startsWith(u'/') || mount.source.contains(u':')))
            return invalid(field, Tr::tr("“%1” is no folder of the host").arg(mount.source.left(128)),
                           Tr::tr("Give a path that begins with “/” and holds no “:”."));
    }
    return {};
}

Result<void> checkHealth(const workload::HealthCheck& check)
{
    using Kind = workload::HealthCheck::Kind;
    const QString field = Tr::tr("Health check");
    switch (check.kind) {
    case Kind::None:
        return {};
    case Kind::Command:
        if (check.command.trimmed().isEmpty())
            return invalid(field, Tr::tr("the command is missing"),
                           Tr::tr("Write one that ends with 0 where all is well."));
        break;
    case Kind::Http:
        if (!check.path.startsWith(u'/'))
            return invalid(field, Tr::tr("the path does not begin with “/”"),
                           Tr::tr("Write it as /healthz."));
        [[fallthrough]];
    case Kind::Tcp:
        if (check.port == 0)
            return invalid(field, Tr::tr("the port is missing"), Tr::tr("Give a number from 1 to 65535."));
        break;
    }
    if (check.intervalSeconds < 1 || check.timeoutSeconds < 1 || check.retries < 1 ||
        check.startPeriodSeconds < 0)
        return invalid(field, Tr::tr("a time or number is too small"),
                       Tr::tr("Interval, time-out and retries are at least 1."));
    return {};
}

Result<void> checkLimits(const workload::DeploySpec& spec)
{
    if (spec.cpuMillicores < 0)
        return invalid(Tr::tr("CPU limit"), Tr::tr("it is negative"), Tr::tr("Give 0 for no limit."));
    if (spec.memoryBytes != 0 && spec.memoryBytes < leastMemory)
        return invalid(Tr::tr("Memory limit"), Tr::tr("it is too small for an engine"),
                       Tr::tr("Give at least 6Mi, or 0 for no limit."));
    return {};
}

} // namespace

Result<void> checkReplicas(const QVector<workload::PortMapping>& ports, int replicas)
{
    if (replicas < 0 || replicas > mostReplicas)
        return invalid(Tr::tr("Replicas"), Tr::tr("%1 cannot be the number of them").arg(replicas),
                       Tr::tr("Give a number from 0 to 1000."));
    const ReplicaBound bound = replicaBound(ports);
    if (replicas <= bound.most)
        return {};
    if (bound.most == 1)
        return invalid(Tr::tr("Ports"),
                       Tr::tr("only one instance can hold the host port %1").arg(bound.port.hostPort),
                       Tr::tr("Use 0 for a port that the engine chooses, or a range such as 8000-8010."));
    return invalid(Tr::tr("Ports"),
                   Tr::tr("the range %1–%2 has not enough ports for %3 replicas")
                       .arg(bound.port.hostPort)
                       .arg(bound.port.hostPortEnd)
                       .arg(replicas),
                   Tr::tr("Widen the range, or use 0 for ports that the engine chooses."));
}

Result<void> checkSpec(const workload::DeploySpec& spec)
{
    static const QRegularExpression networkName(QStringLiteral("^[a-zA-Z0-9][a-zA-Z0-9_.-]*\\z"));
    if (const auto ok = checkName(spec.name); !ok)
        return ok;
    if (const auto ok = checkImage(spec.image); !ok)
        return ok;
    if (spec.replicas < 0 || spec.replicas > mostReplicas)
        return checkReplicas({}, spec.replicas);
    if (const auto ok = checkEnvironment(spec.environment); !ok)
        return ok;
    if (const auto ok = checkPorts(spec); !ok)
        return ok;
    if (const auto ok = checkVolumes(spec.volumes); !ok)
        return ok;
    if (const auto ok = checkLimits(spec); !ok)
        return ok;
    if (const auto ok = checkHealth(spec.healthCheck); !ok)
        return ok;
    if (!spec.network.isEmpty() && !networkName.match(spec.network).hasMatch())
        return invalid(Tr::tr("Network"), Tr::tr("“%1” is no name of a network").arg(spec.network.left(64)),
                       Tr::tr("Choose one from the list, or leave it empty for one of its own."));
    for (auto it = spec.labels.cbegin(); it != spec.labels.cend(); ++it) {
        if (it.key().isEmpty() || it.key().startsWith(u"io.kaptan."))
            return invalid(Tr::tr("Labels"), Tr::tr("“%1” cannot be used").arg(it.key().left(64)),
                           Tr::tr("Names are not empty, and those that begin with io.kaptan. are taken."));
    }
    return {};
}

} // namespace kaptan::docker
