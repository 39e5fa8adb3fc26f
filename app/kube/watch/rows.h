#pragma once

#include "app/kube/watch/text.h"

#include <QtGlobal>

#include <memory>
#include <optional>
#include <vector>

/// What is kept of an object: what tables, owner trees and summaries need. Immutable: any thread may keep it.
/// Times are milliseconds since 1970, UTC; 0 where there is none. A full object is fetched when it is opened.
namespace kaptan::kube
{

/// What all kinds have.
struct Row {
    Text uid, nameSpace, name; ///< nameSpace is empty for what belongs to no namespace
    qint64 createdMs = 0;
    qint64 deletionMs = 0; ///< when deletion was asked for
    /// The controlling owner (`controller: true`, else the first); empty where there is none.
    Text ownerUid, ownerKind, ownerName;
    Text labels; ///< "app=web,tier=front", sorted by key

    /// Null where there is no such label; "" is a value.
    std::optional<std::string_view> label(std::string_view key) const;
};

using RowPtr = std::shared_ptr<const Row>;

/// The decoders that there are.
enum class RowKind { Pod, Workload, Node, Event, Cells };

/// One entry of status.conditions.
struct ConditionRow {
    enum class Status : quint8 { Unknown, False, True };
    Text type, reason, message;
    qint64 sinceMs = 0;
    Status status = Status::Unknown;
};

/// Bits of ContainerRow::probes.
enum Probe : quint8 { LivenessProbe = 1, ReadinessProbe = 2, StartupProbe = 4 };

struct ContainerRow {
    enum class Kind : quint8 { Plain, Init, Sidecar, Ephemeral }; ///< Sidecar: init, restarts always
    enum class State : quint8 { Unknown, Waiting, Running, Terminated };

    Text name, image;     ///< the image as the spec writes it
    Text reason;          ///< of waiting or terminated: "CrashLoopBackOff"
    Text lastReason;      ///< of the last termination before this run: "OOMKilled"
    qint64 sinceMs = 0;   ///< running: started; terminated: finished
    qint64 lastEndMs = 0; ///< when the run before this one ended
    qint32 restarts = 0;
    qint32 exitCode = 0;     ///< where terminated
    qint32 lastExitCode = 0; ///< where lastReason or lastEndMs is set
    Kind kind = Kind::Plain;
    State state = State::Unknown;
    bool ready = false;
    bool started = false; ///< the startup probe succeeded
    quint8 probes = 0;    ///< Probe
};

struct PodRow : Row {
    static constexpr RowKind kKind = RowKind::Pod;
    enum class Phase : quint8 { Unknown, Pending, Running, Succeeded, Failed };

    Text node, podIp;
    Text reason, message; ///< of the status: "Evicted"
    /// Why it is not scheduled ("Unschedulable" and the scheduler's words); empty where it is.
    Text unscheduledReason, unscheduledMessage;
    qint64 startedMs = 0;
    qint64 requestMemory = 0, limitMemory = 0;     ///< bytes, all plain containers and sidecars together
    qint32 requestCpuMilli = 0, limitCpuMilli = 0; ///< thousandths of a core
    std::vector<ContainerRow> containers;          ///< init ones first, ephemeral ones last
    Phase phase = Phase::Unknown;
    bool isReady = false;          ///< the condition Ready
    bool isScheduled = false;      ///< the condition PodScheduled
    bool hasReadinessGate = false; ///< containers alone do not say whether it is ready
};

/// One container of a pod template.
struct TemplateContainerRow {
    Text name, image;
    quint8 probes = 0; ///< Probe
    bool isInit = false;
};

/// Deployment, StatefulSet, DaemonSet, ReplicaSet, ReplicationController, Job, CronJob: all of them in one
/// shape; what a kind lacks is 0 or empty. `kind` says which.
struct WorkloadRow : Row {
    static constexpr RowKind kKind = RowKind::Workload;

    Text kind; ///< "Deployment"; from the resource that is watched, lists do not say it
    qint64 generation = 0, observedGeneration = 0;
    qint32 desired = 0; ///< spec.replicas (1 where unsaid); desiredNumberScheduled; Job: completions
    qint32 current = 0, ready = 0, updated = 0, available = 0;
    bool isPaused = false;                        ///< spec.paused; Job, CronJob: spec.suspend
    Text revision;                                ///< annotation deployment.kubernetes.io/revision
    Text currentRevision, updateRevision;         ///< StatefulSet
    Text strategy;                                ///< "RollingUpdate", "Recreate", "OnDelete"
    qint32 parallelism = 0;                       ///< Job
    qint32 active = 0, succeeded = 0, failed = 0; ///< Job; CronJob: only how many are active
    qint64 startedMs = 0, completedMs = 0;        ///< Job
    Text schedule, timeZone;                      ///< CronJob
    qint64 lastScheduleMs = 0, lastSuccessMs = 0; ///< CronJob
    std::vector<TemplateContainerRow> containers;
    std::vector<ConditionRow> conditions;
};

struct TaintRow {
    Text key, value, effect;
};

struct NodeRow : Row {
    static constexpr RowKind kKind = RowKind::Node;

    struct Amounts {
        qint64 cpuMilli = 0, memory = 0, ephemeralStorage = 0; ///< bytes
        qint32 pods = 0;
    };

    Amounts capacity, allocatable;
    Text internalIp, externalIp, kubeletVersion, osImage, kernel, runtime, architecture;
    Text roles; ///< "control-plane,worker", from labels
    bool isUnschedulable = false;
    std::vector<ConditionRow> conditions;
    std::vector<TaintRow> taints;
};

/// Core v1 and events.k8s.io alike.
struct EventRow : Row {
    static constexpr RowKind kKind = RowKind::Event;

    Text objectKind, objectNameSpace, objectName, objectUid, objectFieldPath;
    Text type; ///< "Normal", "Warning"
    Text reason, message;
    Text source; ///< component, with its host behind a slash where it says one
    /// series.lastObservedTime, lastTimestamp, eventTime, creationTimestamp: the first there is.
    qint64 lastMs = 0;
    qint64 firstMs = 0;
    qint32 count = 1;
};

/// Any kind, as the server renders it. One whose server has no table for it has the cells name and creation.
struct CellsRow : Row {
    static constexpr RowKind kKind = RowKind::Cells;

    std::vector<Text> cells; ///< as many as there are columns, or fewer; null is empty
};

} // namespace kaptan::kube
