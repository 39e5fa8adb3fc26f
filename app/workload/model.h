#pragma once

#include "app/workload/instance_list.h"

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QVector>

#include <limits>
#include <memory>
#include <optional>

/// The vocabulary that every backend and every pane shares: plain values, no behaviour beyond what follows
/// from them. Values handed out are immutable (shared_ptr<const T>), so that any thread may keep and read
/// them.
namespace kaptan::workload
{

enum class Platform { Docker, Podman, Kubernetes };

/// What groups the instances of a workload.
enum class WorkloadKind {
    Deployment,     ///< containers with Kaptan's own labels
    ComposeService, ///< containers with Compose labels, one project and service
    Container,      ///< a plain container, a group of one
    // Of a Kubernetes cluster, where a Deployment is the cluster's own.
    StatefulSet,
    DaemonSet,
    ReplicaSet, ///< one that no Deployment owns
    Job,
    CronJob,
    Pod, ///< one that nothing owns, a group of one
};

/// The state of the whole, worst first where several apply; see summarize().
enum class WorkloadState { Failing, Degraded, Progressing, Running, Paused, Stopped, Completed, Unknown };

struct Workload {
    QString id; ///< stable while it lives: "deployment:web", "compose:shop/cart", "container:3f2a..."
    QString name;
    QString group; ///< namespace or Compose project; empty where it has none
    WorkloadKind kind = WorkloadKind::Container;
    int desired = 1;
    bool stopped = false; ///< somebody stopped it on purpose: its instances ought not to run
    int ready = 0;
    int revision = 0; ///< 0 where unknown
    WorkloadState state = WorkloadState::Unknown;
    QString reason; ///< why it is not simply running, a short word or sentence; may be empty
    QStringList images;
    QDateTime created; ///< of the oldest instance, UTC
    int restarts = 0;  ///< sum over the instances
    QVector<PortMapping> ports;
    QStringList networks;
    InstanceList instances; ///< sorted by replica, then name; missing ones included
    QMap<QString, QString> labels;
    bool hasHealthCheck = false;
    bool scalable = false; ///< can be given more replicas (no fixed host port, our own or Compose's)
    QString notScalableBecause;
    QString ownerKind; ///< of what made it ("CronJob" of a Job); empty where nobody did
    QString ownerName;
    QVector<Condition> conditions; ///< in the backend's order
    /// Name of the connection that it belongs to, where several are shown together; else empty. Untrusted.
    QString connection;

    /// Instances that ought to be and are not.
    int missing() const;
    bool operator==(const Workload&) const = default;
};

using WorkloadPtr = std::shared_ptr<const Workload>;

/// Sets ready, restarts, created, images, state and reason from the instances, `kind`, `desired` and
/// `stopped`. Pure. Where several apply, in this order:
/// - Stopped: `stopped`, or none are desired, or all have ended by a signal that somebody sent, or a plain
///   container that was never started; Progressing while some still run.
/// - Paused: all are. Completed: all have ended with code 0.
/// - Failing: none ready though some ought to be, and one keeps crashing, is dead, unhealthy or has failed,
///   or all are missing. Degraded: some ready, and one of the same or a paused one.
/// - Progressing: some are starting, created just now (2 minutes before `now`, where that is valid), or there
///   are too many. Degraded: fewer ready than desired and nothing under way.
/// `reason` is the backend's short word and untranslated, as "OOMKilled" or "Exited (3)".
void summarize(Workload& workload, const QDateTime& now = {});

/// What changed since the last one. `reset` means that `upserted` is everything there is.
struct WorkloadDelta {
    bool reset = false;
    QVector<WorkloadPtr> upserted;
    QVector<QString> removed; ///< ids
};

/// Rates and levels of one instance. NaN, and -1 for bytes, where the backend does not say.
struct Usage {
    QString instanceId;
    qint64 atMs = 0;                                                 ///< UTC, milliseconds since 1970
    double cpuMillicores = std::numeric_limits<double>::quiet_NaN(); ///< thousandths of a core
    qint64 memoryBytes = -1;      ///< without page cache that can be dropped
    qint64 memoryLimitBytes = -1; ///< -1: no limit
    double networkRxPerSecond = std::numeric_limits<double>::quiet_NaN(); ///< bytes
    double networkTxPerSecond = std::numeric_limits<double>::quiet_NaN(); ///< bytes
    double diskReadPerSecond = std::numeric_limits<double>::quiet_NaN();  ///< bytes
    double diskWritePerSecond = std::numeric_limits<double>::quiet_NaN(); ///< bytes
    qint64 diskUsedBytes = -1; ///< of what it wrote itself, logs included: not its volumes
};

enum class EventSeverity { Normal, Warning, Error };

struct Event {
    QString id;   ///< unique within the connection
    QDateTime at; ///< UTC
    EventSeverity severity = EventSeverity::Normal;
    QString kind;   ///< "container", "image", "network", "volume", "daemon"
    QString action; ///< the backend's word: "start", "die", "health_status"
    QString object; ///< name of what it happened to
    QString objectId;
    QString workloadId; ///< empty where it belongs to none
    QString message;    ///< plain text; may be empty
    QString connection; ///< as in Workload
};

/// What a new deployment is to be. Field errors come back as InvalidInput naming the field.
struct HealthCheck {
    enum class Kind { None, Command, Http, Tcp };
    Kind kind = Kind::None;
    QString command; ///< for Command: run by the container's shell
    quint16 port = 0;
    QString path = QStringLiteral("/");
    int intervalSeconds = 10;
    int timeoutSeconds = 5;
    int retries = 3;
    int startPeriodSeconds = 0;

    bool operator==(const HealthCheck&) const = default;
};

struct VolumeMount {
    enum class Kind { Volume, Bind, Tmpfs };
    Kind kind = Kind::Volume;
    QString source; ///< volume name or host path; empty for Tmpfs
    QString target; ///< absolute path in the container
    bool readOnly = false;

    bool operator==(const VolumeMount&) const = default;
};

enum class RestartPolicy { No, OnFailure, Always, UnlessStopped };

struct DeploySpec {
    QString name; ///< [a-z0-9] and [a-z0-9-], at most 48 characters
    QString image;
    bool pullIfMissing = true;
    int replicas = 1;    ///< 0 to 1000
    QStringList command; ///< empty: the image's own; already split into words
    QStringList entrypoint;
    QVector<QPair<QString, QString>> environment; ///< in order; values may be secret: never logged
    QVector<PortMapping> ports;
    QVector<VolumeMount> volumes;
    qint64 cpuMillicores = 0; ///< 0: no limit
    qint64 memoryBytes = 0;   ///< 0: no limit
    RestartPolicy restartPolicy = RestartPolicy::UnlessStopped;
    int restartMaxRetries = 0; ///< OnFailure: 0 means no bound
    HealthCheck healthCheck;
    QString network; ///< empty: a network of its own, made when missing
    QHash<QString, QString> labels;
    QString workingDir;
    QString user;

    bool operator==(const DeploySpec&) const = default;
};

/// What a removal will take along, for the question before it.
struct RemovalPreview {
    QStringList instances; ///< names
    QStringList networks;  ///< made for this workload and used by nothing else
    QStringList volumes;   ///< anonymous ones that go with the containers
    QStringList keptVolumes;
};

} // namespace kaptan::workload

Q_DECLARE_METATYPE(kaptan::workload::WorkloadDelta)
Q_DECLARE_METATYPE(kaptan::workload::Usage)
Q_DECLARE_METATYPE(kaptan::workload::Event)
