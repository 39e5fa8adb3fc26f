#include "app/docker/api/encode.h"

#include <QJsonArray>

namespace kaptan::docker::encode
{

using namespace Qt::StringLiterals;

namespace
{

void setIf(QJsonObject& object, QLatin1String key, const QString& value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

void setIf(QJsonObject& object, QLatin1String key, qint64 value)
{
    if (value != 0)
        object.insert(key, value);
}

void setIf(QJsonObject& object, QLatin1String key, bool value)
{
    if (value)
        object.insert(key, true);
}

void setIf(QJsonObject& object, QLatin1String key, const QStringList& value)
{
    if (!value.isEmpty())
        object.insert(key, QJsonArray::fromStringList(value));
}

QString portKey(const Port& port)
{
    return QString::number(port.containerPort) + u'/' + port.protocol;
}

QJsonObject restartPolicy(const RestartPolicy& policy)
{
    QJsonObject object{{u"Name"_s, policy.name.isEmpty() ? u"no"_s : policy.name}};
    // Docker refuses a count with any other policy.
    if (policy.name == "on-failure"_L1)
        object.insert("MaximumRetryCount"_L1, policy.maximumRetryCount);
    return object;
}

QJsonObject hostConfig(const HostConfig& host)
{
    QJsonObject object;
    setIf(object, "Binds"_L1, host.binds);
    if (!host.tmpfs.isEmpty()) {
        QJsonObject tmpfs;
        for (const QString& entry : host.tmpfs)
            tmpfs.insert(entry.section(u':', 0, 0), entry.section(u':', 1));
        object.insert("Tmpfs"_L1, tmpfs);
    }
    QJsonObject bindings;
    for (const Port& port : host.portBindings) {
        const QString key = portKey(port);
        QString hostPort = port.hostPort > 0 ? QString::number(port.hostPort) : QString();
        if (port.hostPort > 0 && port.hostPortEnd > port.hostPort)
            hostPort += u'-' + QString::number(port.hostPortEnd);
        QJsonArray entries = bindings.value(key).toArray();
        entries.append(QJsonObject{{u"HostIp"_s, port.hostIp}, {u"HostPort"_s, hostPort}});
        bindings.insert(key, entries);
    }
    if (!bindings.isEmpty())
        object.insert("PortBindings"_L1, bindings);
    if (!host.restartPolicy.name.isEmpty())
        object.insert("RestartPolicy"_L1, restartPolicy(host.restartPolicy));
    setIf(object, "Memory"_L1, host.memory);
    setIf(object, "MemorySwap"_L1, host.memorySwap);
    setIf(object, "NanoCpus"_L1, host.nanoCpus);
    if (host.nanoCpus == 0) { // both are refused with 409
        setIf(object, "CpuQuota"_L1, host.cpuQuota);
        setIf(object, "CpuPeriod"_L1, host.cpuPeriod);
    }
    setIf(object, "CpuShares"_L1, host.cpuShares);
    setIf(object, "PidsLimit"_L1, host.pidsLimit);
    setIf(object, "NetworkMode"_L1, host.networkMode);
    setIf(object, "AutoRemove"_L1, host.autoRemove);
    setIf(object, "Privileged"_L1, host.privileged);
    setIf(object, "ReadonlyRootfs"_L1, host.readonlyRootfs);
    setIf(object, "Init"_L1, host.init);
    setIf(object, "ExtraHosts"_L1, host.extraHosts);
    if (!host.logDriver.isEmpty())
        object.insert("LogConfig"_L1, QJsonObject{{u"Type"_s, host.logDriver}});
    return object;
}

} // namespace

QJsonObject labels(const QHash<QString, QString>& labels)
{
    QJsonObject object;
    for (auto it = labels.begin(); it != labels.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QJsonObject endpoint(const EndpointRequest& request)
{
    QJsonObject object;
    setIf(object, "Aliases"_L1, request.aliases);
    if (!request.ipv4Address.isEmpty())
        object.insert("IPAMConfig"_L1, QJsonObject{{u"IPv4Address"_s, request.ipv4Address}});
    return object;
}

QJsonObject create(const CreateRequest& request)
{
    const ContainerConfig& config = request.config;
    QJsonObject object{{u"Image"_s, config.image}};
    setIf(object, "Cmd"_L1, config.command);
    setIf(object, "Entrypoint"_L1, config.entrypoint);
    setIf(object, "Env"_L1, config.environment);
    setIf(object, "WorkingDir"_L1, config.workingDir);
    setIf(object, "User"_L1, config.user);
    setIf(object, "Hostname"_L1, config.hostname);
    setIf(object, "Tty"_L1, config.tty);
    setIf(object, "OpenStdin"_L1, config.openStdin);
    setIf(object, "StopSignal"_L1, config.stopSignal);
    if (config.stopTimeout)
        object.insert("StopTimeout"_L1, *config.stopTimeout);
    if (!config.labels.isEmpty())
        object.insert("Labels"_L1, labels(config.labels));
    QJsonObject exposed;
    for (const QVector<Port>& ports : {config.exposedPorts, request.host.portBindings}) {
        for (const Port& port : ports)
            exposed.insert(portKey(port), QJsonObject());
    }
    if (!exposed.isEmpty())
        object.insert("ExposedPorts"_L1, exposed);
    if (!config.healthcheck.test.isEmpty()) {
        QJsonObject health{{u"Test"_s, QJsonArray::fromStringList(config.healthcheck.test)}};
        setIf(health, "Interval"_L1, config.healthcheck.intervalNs);
        setIf(health, "Timeout"_L1, config.healthcheck.timeoutNs);
        setIf(health, "StartPeriod"_L1, config.healthcheck.startPeriodNs);
        setIf(health, "Retries"_L1, qint64(config.healthcheck.retries));
        object.insert("Healthcheck"_L1, health);
    }
    QJsonObject host = hostConfig(request.host);
    if (request.network) {
        host.insert("NetworkMode"_L1, request.network->network);
        object.insert("NetworkingConfig"_L1,
                      QJsonObject{{u"EndpointsConfig"_s,
                                   QJsonObject{{request.network->network, endpoint(*request.network)}}}});
    }
    object.insert("HostConfig"_L1, host);
    return object;
}

QJsonObject update(const UpdateRequest& request)
{
    QJsonObject object;
    if (request.memory)
        object.insert("Memory"_L1, *request.memory);
    if (request.memorySwap)
        object.insert("MemorySwap"_L1, *request.memorySwap);
    if (request.nanoCpus)
        object.insert("NanoCpus"_L1, *request.nanoCpus);
    if (request.pidsLimit)
        object.insert("PidsLimit"_L1, *request.pidsLimit);
    if (request.restartPolicy)
        object.insert("RestartPolicy"_L1, restartPolicy(*request.restartPolicy));
    return object;
}

QJsonObject libpodUpdate(const UpdateRequest& request)
{
    QJsonObject object;
    QJsonObject memory;
    if (request.memory)
        memory.insert("limit"_L1, *request.memory);
    if (request.memorySwap)
        memory.insert("swap"_L1, *request.memorySwap);
    if (!memory.isEmpty())
        object.insert("memory"_L1, memory);
    if (request.nanoCpus) {
        constexpr qint64 period = 100'000; // microseconds, the kernel's default
        object.insert("cpu"_L1, QJsonObject{{u"period"_s, period},
                                            {u"quota"_s, *request.nanoCpus > 0
                                                             ? *request.nanoCpus * period / 1'000'000'000
                                                             : qint64(-1)}});
    }
    if (request.pidsLimit)
        object.insert("pids"_L1, QJsonObject{{u"limit"_s, *request.pidsLimit}});
    return object;
}

} // namespace kaptan::docker::encode
