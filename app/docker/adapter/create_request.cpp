#include "app/docker/adapter/create_request.h"

#include "app/docker/adapter/labels.h"

namespace kaptan::docker
{

namespace
{

constexpr qint64 nsPerSecond = 1'000'000'000;
constexpr qint64 nsPerMillicore = 1'000'000;

QString quotedForShell(const QString& text)
{
    QString inner = text;
    inner.replace(u'\'', QLatin1String("'\\''"));
    return u'\'' + inner + u'\'';
}

QString restartWord(workload::RestartPolicy policy)
{
    switch (policy) {
    case workload::RestartPolicy::No:
        return QStringLiteral("no");
    case workload::RestartPolicy::OnFailure:
        return QStringLiteral("on-failure");
    case workload::RestartPolicy::Always:
        return QStringLiteral("always");
    case workload::RestartPolicy::UnlessStopped:
        return QStringLiteral("unless-stopped");
    }
    return QStringLiteral("no");
}

QHash<QString, QString> commonLabels(const workload::DeploySpec& spec, bool ownNetwork, int desired,
                                     int revision)
{
    QHash<QString, QString> all = spec.labels;
    all.insert(labels::key::deployment, spec.name);
    all.insert(labels::key::revision, QString::number(revision));
    all.insert(labels::key::desired, QString::number(desired));
    all.insert(labels::key::spec, encodeSpec(spec, ownNetwork));
    all.insert(labels::key::appName, spec.name);
    all.insert(labels::key::managedBy, labels::key::managedByKaptan);
    return all;
}

QStringList environmentOf(const workload::DeploySpec& spec)
{
    QStringList entries;
    for (const auto& [name, value] : spec.environment)
        entries.append(name + u'=' + value);
    return entries;
}

HealthConfig healthOf(const workload::HealthCheck& check)
{
    HealthConfig config;
    config.test = healthTest(check);
    if (!config.isSet())
        return config;
    config.intervalNs = check.intervalSeconds * nsPerSecond;
    config.timeoutNs = check.timeoutSeconds * nsPerSecond;
    config.startPeriodNs = check.startPeriodSeconds * nsPerSecond;
    config.retries = check.retries;
    return config;
}

void addMounts(HostConfig& host, const QVector<workload::VolumeMount>& volumes)
{
    for (const workload::VolumeMount& mount : volumes) {
        if (mount.kind == workload::VolumeMount::Kind::Tmpfs)
            host.tmpfs.append(mount.readOnly ? mount.target + QLatin1String(":ro") : mount.target);
        else
            host.binds.append(mount.source + u':' + mount.target +
                              (mount.readOnly ? QLatin1String(":ro") : QLatin1String()));
    }
}

} // namespace

quint16 hostPortOf(const workload::PortMapping& port, int replica)
{
    return port.hostPortEnd > port.hostPort ? quint16(port.hostPort + replica - 1) : port.hostPort;
}

ReplicaBound replicaBound(const QVector<workload::PortMapping>& ports)
{
    ReplicaBound bound;
    for (const workload::PortMapping& port : ports) {
        if (port.hostPort == 0)
            continue;
        const int width = port.hostPortEnd > port.hostPort ? port.hostPortEnd - port.hostPort + 1 : 1;
        if (width < bound.most)
            bound = {width, port};
    }
    return bound;
}

bool isBuiltInNetwork(const QString& network)
{
    return network == u"bridge" || network == u"default" || network == u"host" || network == u"none" ||
           network == u"podman" || network == u"slirp4netns" || network.startsWith(u"container:");
}

QStringList healthTest(const workload::HealthCheck& check)
{
    using Kind = workload::HealthCheck::Kind;
    const QString shell = QStringLiteral("CMD-SHELL");
    switch (check.kind) {
    case Kind::None:
        return {};
    case Kind::Command:
        return {shell, check.command};
    case Kind::Http: {
        // No -T: Debian's static busybox crashes with it; the engine's own time-out bounds the check.
        const QString url =
            quotedForShell(QStringLiteral("http://127.0.0.1:%1%2").arg(check.port).arg(check.path));
        return {shell, QStringLiteral("if command -v wget >/dev/null 2>&1; then wget -q -O /dev/null %1; "
                                      "else curl -fsS -o /dev/null %1; fi || exit 1")
                           .arg(url)};
    }
    case Kind::Tcp:
        // Not every nc has -z (Debian's busybox has not), and many images have none: then a listening socket
        // in the kernel's own table (state 0A) answers.
        return {shell,
                QStringLiteral("nc -z 127.0.0.1 %1 >/dev/null 2>&1 || cat /proc/net/tcp /proc/net/tcp6 "
                               "2>/dev/null | grep -qE ':%2 [0-9A-F]*:0000 0A' || exit 1")
                    .arg(check.port)
                    .arg(QString::number(check.port, 16).toUpper().rightJustified(4, u'0'))};
    }
    return {};
}

CreateRequest replicaRequest(const workload::DeploySpec& spec, bool ownNetwork, int replica, int revision)
{
    CreateRequest request;
    request.name = labels::replicaName(spec.name, replica);
    ContainerConfig& config = request.config;
    config.image = spec.image;
    config.command = spec.command;
    config.entrypoint = spec.entrypoint;
    config.environment = environmentOf(spec);
    config.workingDir = spec.workingDir;
    config.user = spec.user;
    config.labels = commonLabels(spec, ownNetwork, spec.replicas, revision);
    config.labels.insert(labels::key::replica, QString::number(replica));
    config.healthcheck = healthOf(spec.healthCheck);
    if (spec.network != u"host")
        config.hostname = request.name;

    HostConfig& host = request.host;
    addMounts(host, spec.volumes);
    for (const workload::PortMapping& port : spec.ports) {
        Port binding;
        binding.hostIp = port.hostIp;
        binding.hostPort = hostPortOf(port, replica);
        binding.containerPort = port.containerPort;
        binding.protocol = port.protocol;
        binding.published = true;
        host.portBindings.append(binding);
    }
    host.restartPolicy = {restartWord(spec.restartPolicy),
                          spec.restartPolicy == workload::RestartPolicy::OnFailure ? spec.restartMaxRetries
                                                                                   : 0};
    host.nanoCpus = spec.cpuMillicores * nsPerMillicore;
    host.memory = spec.memoryBytes;
    host.networkMode = spec.network;
    if (!isBuiltInNetwork(spec.network))
        request.network = EndpointRequest{spec.network, {spec.name, request.name}, {}};
    return request;
}

CreateRequest markerRequest(const workload::DeploySpec& spec, bool ownNetwork, int desired, int revision)
{
    CreateRequest request;
    request.name = labels::markerName(spec.name);
    request.config.image = spec.image;
    request.config.command = {QStringLiteral("true")};
    request.config.environment = environmentOf(spec);
    request.config.labels = commonLabels(spec, ownNetwork, desired, revision);
    request.config.labels.insert(labels::key::marker, QStringLiteral("true"));
    request.host.networkMode = QStringLiteral("none");
    request.host.restartPolicy.name = QStringLiteral("no");
    return request;
}

void fillEnvironment(workload::DeploySpec& spec, const QStringList& environment)
{
    QHash<QString, QString> values;
    for (const QString& entry : environment) {
        const qsizetype equals = entry.indexOf(u'=');
        if (equals > 0)
            values.insert(entry.left(equals), entry.mid(equals + 1));
    }
    for (auto& [name, value] : spec.environment)
        value = values.value(name);
}

} // namespace kaptan::docker
