#include "ui/cluster/kube_status.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeStatus)
};

/// Conditions that are bad news where they are true.
bool isBadWhenTrue(const QString& type)
{
    static const QSet<QString> known{u"NetworkUnavailable"_s, u"Failed"_s, u"Stalled"_s, u"Degraded"_s,
                                     u"FailureTarget"_s};
    return known.contains(type) || type.endsWith(u"Pressure"_s) || type.endsWith(u"Failure"_s) ||
           type.endsWith(u"Failing"_s);
}

/// Neither good nor bad by itself.
bool isPlain(const QString& type)
{
    static const QSet<QString> known{u"ScalingLimited"_s, u"Suspended"_s,           u"DisruptionAllowed"_s,
                                     u"Resizing"_s,       u"NonStructuralSchema"_s, u"SuccessCriteriaMet"_s};
    return known.contains(type) || type.startsWith(u"NamespaceDeletion"_s);
}

enum class Truth { Yes, No, Unknown };

QString words(const QString& kind, const QString& type, Truth truth)
{
    const bool yes = truth == Truth::Yes;
    if (type == "Ready"_L1 && kind == "Node"_L1)
        return yes                  ? Tr::tr("The kubelet is healthy and takes pods.")
               : truth == Truth::No ? Tr::tr("The kubelet is not healthy; no new pods are placed here.")
                                    : Tr::tr("Nothing has been heard of the node lately.");
    if (truth == Truth::Unknown)
        //: %1 is a condition of Kubernetes ("Available")
        return Tr::tr("It is not known whether “%1” holds.").arg(type);
    if (type == "MemoryPressure"_L1)
        return yes ? Tr::tr("Memory is short; pods may be evicted.") : Tr::tr("There is enough memory.");
    if (type == "DiskPressure"_L1)
        return yes ? Tr::tr("Disk space is short; pods may be evicted.")
                   : Tr::tr("There is enough disk space.");
    if (type == "PIDPressure"_L1)
        return yes ? Tr::tr("Too many processes run on the node.")
                   : Tr::tr("There is room for more processes.");
    if (type == "NetworkUnavailable"_L1)
        return yes ? Tr::tr("The network of the node is not set up.") : Tr::tr("The network is set up.");
    if (type == "PodScheduled"_L1)
        return yes ? Tr::tr("A node has been chosen.") : Tr::tr("No node fits.");
    if (type == "Initialized"_L1)
        return yes ? Tr::tr("The init containers are done.")
                   : Tr::tr("The init containers are not done yet.");
    if (type == "ContainersReady"_L1)
        return yes ? Tr::tr("All containers are ready.") : Tr::tr("Not all containers are ready.");
    if (type == "Ready"_L1 && kind == "Pod"_L1)
        return yes ? Tr::tr("It receives traffic.") : Tr::tr("It receives no traffic.");
    if (type == "Available"_L1 && kind == "Deployment"_L1)
        return yes ? Tr::tr("Enough replicas are available.") : Tr::tr("Too few replicas are available.");
    if (type == "Progressing"_L1 && kind == "Deployment"_L1)
        return yes ? Tr::tr("The rollout is done or goes on.") : Tr::tr("The rollout is stuck.");
    if (type == "ReplicaFailure"_L1)
        return yes ? Tr::tr("Replicas cannot be made.") : Tr::tr("Replicas can be made.");
    if (type == "Complete"_L1 && kind == "Job"_L1)
        return yes ? Tr::tr("The job is done.") : Tr::tr("The job is not done.");
    if (type == "Failed"_L1 && kind == "Job"_L1)
        return yes ? Tr::tr("The job has failed.") : Tr::tr("The job has not failed.");
    if (type == "Established"_L1)
        return yes ? Tr::tr("The kind can be used.") : Tr::tr("The kind cannot be used yet.");
    return yes ? Tr::tr("“%1” holds.").arg(type) : Tr::tr("“%1” does not hold.").arg(type);
}

} // namespace

StateLook statusLook(const QString& word)
{
    static const QSet<QString> good{u"Running"_s,   u"Ready"_s,       u"Active"_s,         u"Bound"_s,
                                    u"Available"_s, u"Succeeded"_s,   u"Completed"_s,      u"Complete"_s,
                                    u"Healthy"_s,   u"Established"_s, u"Approved,Issued"_s};
    static const QSet<QString> busy{u"Pending"_s,     u"ContainerCreating"_s, u"PodInitializing"_s,
                                    u"Terminating"_s, u"Released"_s,          u"Progressing"_s,
                                    u"Creating"_s,    u"Updating"_s,          u"Waiting"_s};
    static const QSet<QString> bad{u"Failed"_s,    u"Error"_s,     u"Lost"_s,
                                   u"OOMKilled"_s, u"Evicted"_s,   u"NotReady"_s,
                                   u"Unknown"_s,   u"Unhealthy"_s, u"ContainerCannotRun"_s};
    const QString first = word.section(u',', 0, 0);
    if (first == "Ready"_L1 && word.contains("SchedulingDisabled"_L1))
        return {word, Tone::Warning, u"pause"_s};
    if (good.contains(word))
        return {word, Tone::Ok, u"ok"_s};
    if (busy.contains(word) ||
        (word.startsWith(u"Init:"_s) && !word.contains(u"Err"_s) && !word.contains(u"BackOff"_s)))
        return {word, Tone::Progress, u"progress"_s};
    if (bad.contains(first) || word.endsWith(u"BackOff"_s) || word.contains(u"Err"_s) ||
        word.endsWith(u"Failed"_s) || word.startsWith(u"Invalid"_s))
        return {word, Tone::Error, u"error"_s};
    return {word, Tone::Neutral, {}};
}

QVector<ConditionWords> conditionWords(const QJsonObject& object)
{
    QVector<ConditionWords> result;
    const QString kind = object.value("kind"_L1).toString();
    const QJsonArray conditions = object.value("status"_L1)["conditions"_L1].toArray();
    for (const QJsonValue& value : conditions) {
        const QString type = value["type"_L1].toString();
        if (type.isEmpty())
            continue;
        const QString status = value["status"_L1].toString();
        const Truth truth = status == "True"_L1    ? Truth::Yes
                            : status == "False"_L1 ? Truth::No
                                                   : Truth::Unknown;
        ConditionWords line;
        line.type = type;
        line.words = words(kind, type, truth);
        const QString reason = value["reason"_L1].toString();
        const QString message = value["message"_L1].toString();
        const QString told = message.isEmpty()  ? reason
                             : reason.isEmpty() ? message
                                                : reason + u": "_s + message;
        if (!told.isEmpty())
            line.words += u'\n' + told;
        const QDateTime since = QDateTime::fromString(value["lastTransitionTime"_L1].toString(), Qt::ISODate);
        line.since = since.isValid() ? relativeTime(since) : QString();
        if (isPlain(type)) {
            line.tone = Tone::Neutral;
            line.icon = u"info"_s;
        } else if (truth == Truth::Unknown) {
            line.tone = Tone::Warning;
            line.icon = u"unknown"_s;
        } else {
            const bool good = (truth == Truth::Yes) != isBadWhenTrue(type);
            // What ended well is ready no more, and that is no fault.
            const bool done = reason == "PodCompleted"_L1;
            line.tone = good                  ? Tone::Ok
                        : done                ? Tone::Neutral
                        : isBadWhenTrue(type) ? Tone::Error
                                              : Tone::Warning;
            line.icon = good ? u"ok"_s : done ? u"info"_s : u"warning"_s;
        }
        result.append(line);
    }
    return result;
}

} // namespace kaptan::ui
