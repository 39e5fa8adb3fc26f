#pragma once

#include "app/workload/model.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVector>

#include <array>
#include <optional>

/// What the history keeps, as plain values. Nothing secret is in it: values of environments and of Secrets
/// are dropped before (see withoutSecrets()). All text is untrusted.
namespace kaptan::history
{

/// What is measured. How each is counted, as whole numbers: see unitOf().
enum class Metric { Cpu, Memory, NetworkRx, NetworkTx, DiskRead, DiskWrite, Replicas, Restarts, DiskUsed };

inline constexpr std::array<Metric, 9> allMetrics{Metric::Cpu,       Metric::Memory,   Metric::NetworkRx,
                                                  Metric::NetworkTx, Metric::DiskRead, Metric::DiskWrite,
                                                  Metric::Replicas,  Metric::Restarts, Metric::DiskUsed};

enum class Unit {
    Microcores,     ///< millionths of a core
    Bytes,          ///< memory, used disk
    BytesPerSecond, ///< network, disk
    Count,          ///< ready replicas; restarts so far
};

Unit unitOf(Metric metric);
/// As it is in the file and typed in a terminal: "cpu", "memory", "net-rx", "net-tx", "disk-read",
/// "disk-write", "replicas", "restarts", "disk-used".
QString nameOf(Metric metric);
std::optional<Metric> metricOf(const QString& name);

/// A connection, by the id that the program's settings know it by.
struct ConnectionRecord {
    QString key;
    QString name;
    workload::Platform platform = workload::Platform::Docker;
    bool recorded = false;

    bool operator==(const ConnectionRecord&) const = default;
};

/// Whose something is. `key` stays the same where a workload is made again under its name.
struct Subject {
    QString connection; ///< the connection's key
    QString key;        ///< "deployment:shop/web", "container:/db"
    QString kind;       ///< "deployment", "compose", "container", "statefulset", ...
    QString nameSpace;  ///< or Compose project; may be empty
    QString name;

    bool operator==(const Subject&) const = default;
};

Subject subjectOf(const QString& connectionKey, const workload::Workload& workload);
/// The series' subject of a node or of an engine's machine: "node:" and its name.
QString nodeSubject(const QString& node);

/// One value of one moment.
struct Measurement {
    QString subject; ///< a workload's key, or nodeSubject()
    Metric metric = Metric::Cpu;
    qint64 value = 0; ///< in unitOf(metric)

    bool operator==(const Measurement&) const = default;
};

enum class Outcome { Running, Succeeded, Failed, Aborted, RolledBack };

struct Revision {
    qint64 id = 0; ///< 0: not stored yet
    Subject subject;
    int number = 0;
    QDateTime at; ///< UTC
    QStringList images;
    QString manifest; ///< YAML or JSON, without anything secret; may be empty
    QString cause;    ///< why, by whom

    bool operator==(const Revision&) const = default;
};

struct Deployment {
    qint64 id = 0; ///< 0: not stored yet
    Subject subject;
    qint64 revisionId = 0; ///< 0: none
    Outcome outcome = Outcome::Running;
    QString actor;       ///< who: "ayse@laptop", "kubectl", empty where unknown
    QString reason;      ///< "image web:2"
    QString message;     ///< why it failed; may be empty
    QDateTime startedAt; ///< UTC
    QDateTime endedAt;   ///< UTC; invalid while Running

    bool operator==(const Deployment&) const = default;
};

struct ScalingEvent {
    qint64 id = 0;
    Subject subject;
    QDateTime at; ///< UTC
    int from = 0, to = 0;
    QString actor;
    QString reason;

    bool operator==(const ScalingEvent&) const = default;
};

enum class CheckState { Healthy, Degraded, Unhealthy, Unknown };

struct HealthCheck {
    qint64 id = 0;
    Subject subject;
    QString instance; ///< empty: the workload as a whole
    QDateTime at;     ///< UTC
    CheckState state = CheckState::Unknown;
    std::optional<qint64> responseMs;
    QString message;

    bool operator==(const HealthCheck&) const = default;
};

enum class Decision { Up, Down, Hold, Limited, Unknown };

struct AutoscalingRecord {
    qint64 id = 0;
    Subject subject;
    QDateTime at; ///< UTC
    QString metric;
    std::optional<double> value; ///< none: it was missing
    double target = 0;
    int current = 0, desired = 0;
    Decision decision = Decision::Hold;
    QString message;

    bool operator==(const AutoscalingRecord&) const = default;
};

/// An event of a cluster or an engine, or Kaptan's own (`source` is "kaptan" then). What repeats is one with
/// its count.
struct StoredEvent {
    qint64 id = 0;
    QString connection;        ///< the connection's key
    QString connectionName;    ///< as it was called last
    QString uid;               ///< unique within the connection, without the count
    QString workload;          ///< the workload's key; empty where it belongs to none that is known
    QDateTime firstAt, lastAt; ///< UTC
    int count = 1;
    workload::EventSeverity severity = workload::EventSeverity::Normal;
    QString kind;    ///< of the object: "Pod", "container"
    QString object;  ///< its name
    QString reason;  ///< "BackOff", "die", "scaled"
    QString message; ///< plain text
    QString source;  ///< "kubelet", "docker", "kaptan"; may be empty

    bool operator==(const StoredEvent&) const = default;
};

/// What makes a backend's event the same one when it comes again: an id without its count ("uid-count" on a
/// cluster), or an engine's nanosecond with what happened to whom.
struct EventIdentity {
    QString uid;
    int count = 1;

    bool operator==(const EventIdentity&) const = default;
};

EventIdentity identityOf(const workload::Event& event);

/// The text of a manifest (YAML) with every value of a Secret's data and of an environment replaced by
/// "<removed>"; what cannot be read is removed as a whole.
QString withoutSecrets(const QString& manifest);

} // namespace kaptan::history
