#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

/// One container or pod, as a part of a workload.
namespace kaptan::workload
{

/// What one instance does now.
enum class InstanceState { Missing, Created, Running, Restarting, Paused, Stopping, Exited, Dead, Unknown };

/// What the instance's own health check says; None where it has no check.
enum class Health { None, Starting, Healthy, Unhealthy, Unknown };

struct PortMapping {
    QString hostIp;            ///< empty: all addresses
    quint16 hostPort = 0;      ///< 0: chosen by the engine
    quint16 hostPortEnd = 0;   ///< the end of a range, 0 where it is a single port
    quint16 containerPort = 0; ///< 1 to 65535
    QString protocol = QStringLiteral("tcp");

    bool operator==(const PortMapping&) const = default;
};

/// A check that a cluster runs on a container.
struct Probe {
    enum class Kind { Startup, Readiness, Liveness };
    Kind kind = Kind::Readiness;
    Health health = Health::Unknown; ///< what follows from the container's state; Unknown: nobody says

    bool operator==(const Probe&) const = default;
};

/// One container of an instance that has several (a pod).
struct InstanceContainer {
    enum class Role { Init, Main, Ephemeral };
    QString name;  ///< with the instance's id the identity of its log: "uid/name"
    QString image; ///< as it was asked for
    Role role = Role::Main;
    bool ready = false;
    int restarts = 0;
    InstanceState state = InstanceState::Unknown;
    QString reason;                  ///< the backend's word: "CrashLoopBackOff"; may be empty
    QString message;                 ///< plain text, untrusted; may be empty
    QDateTime started;               ///< UTC; invalid where it does not run
    QString lastReason;              ///< why it ended the last time ("OOMKilled"); empty where it never did
    std::optional<int> lastExitCode; ///< of that end
    QDateTime lastFinished;          ///< UTC, of that end
    QVector<Probe> probes;

    bool operator==(const InstanceContainer&) const = default;
};

/// What a controller says about an object, in its own words.
struct Condition {
    QString type;   ///< "Available", "Progressing", "PodScheduled"
    QString status; ///< "True", "False", "Unknown"
    QString reason;
    QString message; ///< plain text, untrusted
    QDateTime since; ///< UTC, of the last change of status; invalid where not told

    bool operator==(const Condition&) const = default;
};

struct Instance {
    QString id;      ///< the backend's own identity; empty where Missing
    QString name;    ///< as the backend shows it, no leading slash
    QString image;   ///< as it was asked for, short form ("test/busybox:1")
    int replica = 0; ///< 1.. within its workload, 0 where the workload does not number them
    InstanceState state = InstanceState::Unknown;
    Health health = Health::None;
    int restarts = 0;
    std::optional<int> exitCode; ///< of the last end
    bool oomKilled = false;
    QDateTime created;  ///< UTC
    QDateTime started;  ///< UTC; invalid where never
    QDateTime finished; ///< UTC; invalid where never or running
    QString reason;     ///< a short word of the backend ("OOMKilled"), may be empty
    QString lastHealthOutput;
    QVector<PortMapping> ports; ///< as they are published now
    QString address;            ///< in its network; empty where none
    QString node;               ///< the machine it runs on; empty where there is one only, or none yet
    QString ownerKind;          ///< what made it, between it and the workload: "ReplicaSet"; may be empty
    QString ownerName;          ///< "web-7d4b9c"; with ownerKind a level of the owner tree
    QVector<InstanceContainer> containers; ///< empty where an instance is one container
    QVector<Condition> conditions;

    /// Runs and, where it has a health check, is healthy.
    bool isReady() const
    {
        return state == InstanceState::Running && (health == Health::None || health == Health::Healthy);
    }

    bool operator==(const Instance&) const = default;
};

} // namespace kaptan::workload
