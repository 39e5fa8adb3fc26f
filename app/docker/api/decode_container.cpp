#include "app/docker/api/decode.h"
#include "app/docker/api/decode_parts.h"

#include <QRegularExpression>

namespace kaptan::docker::decode
{

using namespace Qt::StringLiterals;
using json::Shape;
using json::Value;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EngineAnswer)
};

/// "Exited (137) 1 second ago" and "Restarting (1) 3 seconds ago" -> the number; a list says it nowhere else.
std::optional<int> exitCodeOf(const QString& status)
{
    const qsizetype open = status.indexOf(u'(');
    const qsizetype close = status.indexOf(u')', open + 1);
    if (open < 0 || close < 0)
        return {};
    bool number = false;
    const int code = status.mid(open + 1, close - open - 1).toInt(&number);
    return number ? std::optional<int>(code) : std::nullopt;
}

/// "Up 3 seconds (healthy)", "(unhealthy)", "(health: starting)".
HealthState healthOf(const QString& status)
{
    if (!status.endsWith(u')'))
        return HealthState::None;
    const qsizetype open = status.lastIndexOf(u'(');
    const QString word = status.mid(open + 1, status.size() - open - 2);
    return healthState(word.startsWith("health: "_L1) ? word.mid(8) : word);
}

ContainerSummary summary(const Value& value)
{
    ContainerSummary container;
    container.id = value["Id"].string();
    for (const QString& name : value["Names"].strings()) {
        container.names.append(withoutSlash(name));
        // "/other/alias" is a link's name, not its own.
        if (container.name.isEmpty() && !container.names.last().contains(u'/'))
            container.name = container.names.last();
    }
    if (container.name.isEmpty())
        container.name = container.names.value(0, container.id.left(12));
    container.image = shortImageName(value["Image"].string());
    container.imageId = value["ImageID"].string();
    container.command = value["Command"].string();
    container.created = QDateTime::fromSecsSinceEpoch(value["Created"].integer(), Qt::UTC);
    container.state = containerState(value["State"].string());
    container.status = value["Status"].string();
    const bool runs = container.state == ContainerState::Running || container.state == ContainerState::Paused;
    if (!runs)
        container.exitCode = exitCodeOf(container.status);
    // Podman's lists never tell of health, and are known by lacking HostConfig.
    container.health = value["HostConfig"].isPresent() ? healthOf(container.status)
                       : runs                          ? HealthState::NotReported
                                                       : HealthState::None;
    container.labels = value["Labels"].stringMap();
    if (holdsPorts(container.state)) {
        value["Ports"].forEach([&container](const Value& entry) {
            Port port;
            port.hostIp = entry["IP"].string();
            port.hostPort = quint16(entry["PublicPort"].integer());
            port.containerPort = quint16(entry["PrivatePort"].integer());
            port.protocol = entry["Type"].string();
            port.published = port.hostPort != 0;
            container.ports.append(port);
        });
        settle(container.ports);
    }
    container.networks = attachments(value["NetworkSettings"]["Networks"]);
    container.mounts = mounts(value["Mounts"]);
    return container;
}

HealthConfig healthConfig(const Value& value)
{
    HealthConfig config;
    config.test = value["Test"].strings();
    config.intervalNs = value["Interval"].integer();
    config.timeoutNs = value["Timeout"].integer();
    config.startPeriodNs = value["StartPeriod"].integer();
    config.retries = int(value["Retries"].integer());
    return config;
}

ContainerConfig containerConfig(const Value& value)
{
    ContainerConfig config;
    config.image = shortImageName(value["Image"].string());
    config.command = value["Cmd"].strings();
    config.entrypoint = value["Entrypoint"].strings();
    config.environment = value["Env"].strings();
    config.workingDir = value["WorkingDir"].string();
    config.user = value["User"].string();
    config.hostname = value["Hostname"].string();
    config.tty = value["Tty"].boolean();
    config.openStdin = value["OpenStdin"].boolean();
    config.exposedPorts = portMap(value["ExposedPorts"]);
    config.labels = value["Labels"].stringMap();
    config.healthcheck = healthConfig(value["Healthcheck"]);
    config.stopSignal = value["StopSignal"].string();
    if (const Value timeout = value["StopTimeout"]; timeout.isPresent())
        config.stopTimeout = int(timeout.integer());
    return config;
}

HostConfig hostConfig(const Value& value)
{
    HostConfig host;
    host.binds = value["Binds"].strings();
    const QHash<QString, QString> tmpfs = value["Tmpfs"].stringMap();
    for (auto it = tmpfs.begin(); it != tmpfs.end(); ++it)
        host.tmpfs.append(it->isEmpty() ? it.key() : it.key() + u':' + *it);
    host.tmpfs.sort();
    host.portBindings = portMap(value["PortBindings"]);
    host.restartPolicy.name = value["RestartPolicy"]["Name"].string();
    host.restartPolicy.maximumRetryCount = int(value["RestartPolicy"]["MaximumRetryCount"].integer());
    host.memory = value["Memory"].integer();
    host.memorySwap = value["MemorySwap"].integer();
    host.nanoCpus = value["NanoCpus"].integer();
    host.cpuQuota = value["CpuQuota"].integer();
    host.cpuPeriod = value["CpuPeriod"].integer();
    host.cpuShares = value["CpuShares"].integer();
    host.pidsLimit = value["PidsLimit"].integer();
    host.networkMode = value["NetworkMode"].string();
    host.autoRemove = value["AutoRemove"].boolean();
    host.privileged = value["Privileged"].boolean();
    host.readonlyRootfs = value["ReadonlyRootfs"].boolean();
    host.init = value["Init"].boolean();
    host.extraHosts = value["ExtraHosts"].strings();
    host.logDriver = value["LogConfig"]["Type"].string();
    return host;
}

void readState(const Value& state, ContainerDetails& container)
{
    container.state = containerState(state["Status"].string());
    container.exitCode = int(state["ExitCode"].integer());
    container.oomKilled = state["OOMKilled"].boolean();
    container.error = state["Error"].string();
    container.pid = state["Pid"].integer();
    container.startedAt = state["StartedAt"].time();
    container.finishedAt = state["FinishedAt"].time();
    Value health = state["Health"];
    if (!health.isPresent())
        health = state["Healthcheck"]; // libpod's own word, as older Podman has it here too
    container.health = healthState(health["Status"].string());
    container.failingStreak = int(health["FailingStreak"].integer());
    health["Log"].forEach([&container](const Value& entry) {
        HealthRun run;
        run.start = entry["Start"].time();
        run.end = entry["End"].time();
        run.exitCode = int(entry["ExitCode"].integer());
        run.output = entry["Output"].string();
        container.healthLog.append(run);
    });
}

} // namespace

Result<QVector<ContainerSummary>> containers(const QByteArray& text, const QString& where)
{
    const QString what = Tr::tr("container list");
    return json::read(text, Shape::Array, what, where,
                      [&](const Value& root) -> Result<QVector<ContainerSummary>> {
                          QVector<ContainerSummary> all;
                          all.reserve(root.size());
                          bool sound = true;
                          root.forEach([&](const Value& entry) {
                              all.append(summary(entry));
                              sound = sound && !all.last().id.isEmpty();
                          });
                          if (!sound)
                              return tl::unexpected<Error>(json::shapeError(what, where));
                          return all;
                      });
}

Result<ContainerDetails> container(const QByteArray& text, const QString& where)
{
    const QString what = Tr::tr("description of a container");
    return json::read(text, Shape::Object, what, where, [&](const Value& root) -> Result<ContainerDetails> {
        ContainerDetails container;
        container.id = root["Id"].string();
        if (container.id.isEmpty())
            return tl::unexpected<Error>(json::shapeError(what, where));
        container.name = withoutSlash(root["Name"].string());
        container.created = root["Created"].time();
        container.imageId = root["Image"].string();
        container.restartCount = int(root["RestartCount"].integer());
        readState(root["State"], container);
        container.config = containerConfig(root["Config"]);
        container.host = hostConfig(root["HostConfig"]);
        // Podman says "" or nothing of a check that has not run.
        if (container.health == HealthState::None && container.config.healthcheck.isSet())
            container.health = HealthState::Starting;
        // and "healthy" or "starting" of containers whose check was taken away.
        if (!container.config.healthcheck.isSet())
            container.health = HealthState::None;
        if (holdsPorts(container.state))
            container.ports = portMap(root["NetworkSettings"]["Ports"]);
        container.networks = attachments(root["NetworkSettings"]["Networks"]);
        container.mounts = mounts(root["Mounts"]);
        return container;
    });
}

Result<CreatedContainer> created(const QByteArray& text, const QString& where)
{
    const QString what = Tr::tr("new container's id");
    return json::read(text, Shape::Object, what, where, [&](const Value& root) -> Result<CreatedContainer> {
        CreatedContainer container{root["Id"].string(), root["Warnings"].strings()};
        if (container.id.isEmpty())
            return tl::unexpected<Error>(json::shapeError(what, where));
        return container;
    });
}

Result<ProcessTable> top(const QByteArray& text, const QString& where)
{
    return json::read(
        text, Shape::Object, Tr::tr("process list"), where, [](const Value& root) -> Result<ProcessTable> {
            ProcessTable table;
            table.titles = root["Titles"].strings();
            root["Processes"].forEach([&table](const Value& row) { table.rows.append(row.strings()); });
            // Podman 4.3 gives each line whole, as ps printed it.
            if (table.titles.size() == 1) {
                static const QRegularExpression blanks(u"\\s+"_s);
                table.titles = table.titles.first().split(blanks, Qt::SkipEmptyParts);
                for (QStringList& row : table.rows) {
                    const QString line = row.value(0).trimmed();
                    const qsizetype last = table.titles.size() - 1;
                    row.clear();
                    qsizetype at = 0;
                    for (qsizetype column = 0; column < last && at < line.size(); ++column) {
                        const QRegularExpressionMatch blank = blanks.match(line, at);
                        if (!blank.hasMatch())
                            break;
                        row.append(line.mid(at, blank.capturedStart() - at));
                        at = blank.capturedEnd();
                    }
                    row.append(line.mid(at));
                }
            }
            return table;
        });
}

Result<int> waitStatus(const QByteArray& text, const QString& where)
{
    return json::read(text, Shape::Object, Tr::tr("exit code"), where,
                      [](const Value& root) -> Result<int> { return int(root["StatusCode"].integer()); });
}

Result<HealthState> healthRun(const QByteArray& text, const QString& where)
{
    return json::read(
        text, Shape::Object, Tr::tr("result of a health check"), where,
        [](const Value& root) -> Result<HealthState> { return healthState(root["Status"].string()); });
}

Result<ExecState> exec(const QByteArray& text, const QString& where)
{
    const QString what = Tr::tr("state of a command");
    return json::read(text, Shape::Object, what, where, [&](const Value& root) -> Result<ExecState> {
        ExecState state;
        state.id = root["ID"].string();
        if (state.id.isEmpty())
            return tl::unexpected<Error>(json::shapeError(what, where));
        state.containerId = root["ContainerID"].string();
        state.running = root["Running"].boolean();
        state.exitCode = state.running ? -1 : int(root["ExitCode"].integer(-1));
        state.pid = root["Pid"].integer();
        return state;
    });
}

} // namespace kaptan::docker::decode
