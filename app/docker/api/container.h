#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

/// Containers as the engine describes them. Field meanings:
/// https://docs.docker.com/engine/api/v1.41/#tag/Container
namespace kaptan::docker
{

/// What `State` says. Podman's "configured" and "initialized" are Created, its transient "stopped" is Exited.
enum class ContainerState { Created, Running, Paused, Restarting, Stopping, Removing, Exited, Dead, Unknown };

/// None: the container has no check. NotReported: the engine does not say here (Podman's lists): inspect it.
enum class HealthState { None, Starting, Healthy, Unhealthy, NotReported };

/// A port of the container, and where it is published (hostPort 0: not published, or to be chosen).
struct Port {
    QString hostIp; ///< empty: all addresses ("0.0.0.0" and "::" are folded into it)
    quint16 hostPort = 0;
    quint16 hostPortEnd = 0; ///< in a request only: the end of a range, 0 for a single port
    quint16 containerPort = 0;
    QString protocol = QStringLiteral("tcp");
    bool published = false;

    bool operator==(const Port&) const = default;
};

/// A container's place in one network.
struct NetworkAttachment {
    QString network;     ///< its name
    QString networkId;   ///< Podman gives the name here too
    QString ipAddress;   ///< empty while the container does not run
    QString ipv6Address; ///< empty where none
    QString gateway;
    QString macAddress;
    QStringList aliases; ///< Docker 20.10 gives them on inspect only

    bool operator==(const NetworkAttachment&) const = default;
};

struct Mount {
    QString type; ///< "volume", "bind", "tmpfs"
    QString name; ///< of a volume
    QString source;
    QString destination;
    bool readOnly = false; ///< Podman's list says true for all: believe inspect

    bool operator==(const Mount&) const = default;
};

/// One entry of GET /containers/json.
struct ContainerSummary {
    QString id;
    QString name;      ///< without the leading slash
    QStringList names; ///< all of them (links), without slashes
    QString image;     ///< as asked for, short: both engines say "test/busybox:1"
    QString imageId;   ///< "sha256:..."
    QString command;   ///< one line
    QDateTime created; ///< UTC, whole seconds
    ContainerState state = ContainerState::Unknown;
    QString status; ///< the engine's own words, "Up 3 seconds (healthy)"
    HealthState health = HealthState::None;
    std::optional<int> exitCode; ///< of the last end, out of the status; absent while it runs
    QHash<QString, QString> labels;
    QVector<Port> ports; ///< without doubles for IPv4 and IPv6
    QVector<NetworkAttachment> networks;
    QVector<Mount> mounts;

    /// Equal but for `status`, which grows older by itself.
    bool sameButForAge(const ContainerSummary& other) const;
};

/// One run of the health check.
struct HealthRun {
    QDateTime start, end; ///< UTC
    int exitCode = 0;
    QString output; ///< untrusted text
    bool operator==(const HealthRun&) const = default;
};

/// `Config.Healthcheck`. Durations in nanoseconds, as on the wire.
struct HealthConfig {
    QStringList test; ///< {"CMD-SHELL", "..."}, {"CMD", "a", "b"}, {"NONE"}; empty: the image's
    qint64 intervalNs = 0;
    qint64 timeoutNs = 0;
    qint64 startPeriodNs = 0;
    int retries = 0;

    bool isSet() const { return !test.isEmpty() && test.first() != QLatin1String("NONE"); }

    bool operator==(const HealthConfig&) const = default;
};

struct RestartPolicy {
    QString name; ///< "no", "on-failure", "always", "unless-stopped"; empty is "no"
    int maximumRetryCount = 0;
    bool operator==(const RestartPolicy&) const = default;
};

/// `Config`: what is portable.
struct ContainerConfig {
    QString image;
    QStringList command;
    QStringList entrypoint;
    /// "NAME=value" each. Secret: never logged, never part of an error or a tooltip.
    QStringList environment;
    QString workingDir;
    QString user;
    QString hostname;
    bool tty = false;
    bool openStdin = false;
    QVector<Port> exposedPorts;
    QHash<QString, QString> labels;
    HealthConfig healthcheck;
    QString stopSignal;
    std::optional<int> stopTimeout; ///< seconds

    bool operator==(const ContainerConfig&) const = default;
};

/// `HostConfig`: what depends on the machine.
struct HostConfig {
    QStringList binds; ///< "source:/target[:options]"; Podman answers with more options than were asked for
    QStringList tmpfs; ///< "/target[:options]"
    /// As asked for. Podman answers with the port that it chose where none was asked for.
    QVector<Port> portBindings;
    RestartPolicy restartPolicy;
    qint64 memory = 0;     ///< bytes, 0: no limit
    qint64 memorySwap = 0; ///< bytes, -1: no limit
    qint64 nanoCpus = 0;   ///< 1e9 is one core, 0: no limit
    qint64 cpuQuota = 0;   ///< set together with nanoCpus by Podman; Docker refuses both in one update
    qint64 cpuPeriod = 0;
    qint64 cpuShares = 0;
    qint64 pidsLimit = 0; ///< 0 or -1: no limit
    QString networkMode;  ///< "bridge" on Podman for every network: believe `networks`
    bool autoRemove = false;
    bool privileged = false;
    bool readonlyRootfs = false;
    bool init = false;
    QStringList extraHosts;
    QString logDriver;

    bool operator==(const HostConfig&) const = default;
};

/// GET /containers/{id}/json, the fields that Kaptan uses.
struct ContainerDetails {
    QString id;
    QString name;
    QDateTime created; ///< UTC
    QString imageId;
    ContainerState state = ContainerState::Unknown;
    int exitCode = 0;       ///< of the last end; 0 while it never ran
    bool oomKilled = false; ///< always false on Podman 4.3
    QString error;          ///< the engine's words about a failed start
    qint64 pid = 0;
    QDateTime startedAt;  ///< UTC, invalid where never
    QDateTime finishedAt; ///< UTC, invalid where never
    int restartCount = 0;
    HealthState health = HealthState::None; ///< Starting where a check is set and has not run
    int failingStreak = 0;
    QVector<HealthRun> healthLog; ///< oldest first, the engine keeps five
    ContainerConfig config;
    HostConfig host;
    QVector<Port> ports; ///< as they are published now
    QVector<NetworkAttachment> networks;
    QVector<Mount> mounts;

    QString lastHealthOutput() const { return healthLog.isEmpty() ? QString() : healthLog.last().output; }

    bool operator==(const ContainerDetails&) const = default;
};

/// For POST /networks/{id}/connect and for creation.
struct EndpointRequest {
    QString network;
    QStringList aliases;
    QString ipv4Address; ///< empty: chosen by the engine
};

/// POST /containers/create. Names have at least two characters: [a-zA-Z0-9][a-zA-Z0-9_.-]+
struct CreateRequest {
    QString name; ///< empty: the engine makes one up
    ContainerConfig config;
    HostConfig host;
    /// Engines before API 1.44 take one only at creation; connect the others afterwards.
    std::optional<EndpointRequest> network;
};

struct CreatedContainer {
    QString id;
    QStringList warnings;
};

/// What to change of a container's limits. Absent: as it is.
struct UpdateRequest {
    std::optional<qint64> memory;     ///< bytes
    std::optional<qint64> memorySwap; ///< bytes; -1: no limit
    std::optional<qint64> nanoCpus;
    std::optional<qint64> pidsLimit;
    std::optional<RestartPolicy> restartPolicy; ///< not on Podman 4.3
};

/// GET /containers/{id}/stats, one sample. Rates are made from two of them. -1: not said.
struct StatsSample {
    QString id;
    bool running = false;    ///< false: it did not run, all else is meaningless
    QDateTime read;          ///< UTC, of the engine's clock
    qint64 readNs = 0;       ///< the same in nanoseconds since 1970
    qint64 cpuTotalNs = -1;  ///< CPU time since its start
    qint64 cpuSystemNs = -1; ///< of the whole machine; Podman means something else by it
    int onlineCpus = 0;
    qint64 memoryUsage = -1; ///< bytes, without page cache that can be dropped (Docker)
    qint64 memoryLimit = -1; ///< bytes; -1: no limit below the machine's own memory
    qint64 networkRx = -1;   ///< bytes since its start, all interfaces
    qint64 networkTx = -1;
    qint64 blockRead = -1; ///< bytes since its start
    qint64 blockWrite = -1;
    qint64 pids = -1;
};

/// GET /containers/{id}/top
struct ProcessTable {
    QStringList titles;
    QVector<QStringList> rows;
};

/// GET /containers/{id}/logs. https://docs.docker.com/engine/api/v1.41/#operation/ContainerLogs
struct LogRequest {
    QString containerId;
    bool follow = true;
    bool standardOutput = true;
    bool standardError = true;
    bool timestamps = true; ///< Docker: nanoseconds, Podman: whole seconds
    int tail = -1;          ///< lines from the end, -1: all
    QDateTime since;        ///< invalid: from the start
    QDateTime until;        ///< invalid: to the end
};

/// The words of the API, "running" -> Running.
ContainerState containerState(const QString& word);
/// "healthy" -> Healthy; "" and "none" -> None.
HealthState healthState(const QString& word);

} // namespace kaptan::docker
