#include "app/kube/adapter/pod_instance.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

using namespace workload;

namespace
{

using Kind = ContainerRow::Kind;
using State = ContainerRow::State;

/// What the kubelet says while nothing is wrong.
bool isOrdinaryWait(const QString& reason)
{
    return reason.isEmpty() || reason == u"ContainerCreating" || reason == u"PodInitializing";
}

InstanceState stateOf(const ContainerRow& row)
{
    switch (row.state) {
    case State::Running:
        return InstanceState::Running;
    case State::Terminated:
        return InstanceState::Exited;
    case State::Waiting:
        return row.reason == "CrashLoopBackOff" ? InstanceState::Restarting : InstanceState::Created;
    case State::Unknown:
        break;
    }
    return InstanceState::Unknown;
}

QVector<workload::Probe> probesOf(const ContainerRow& row)
{
    using P = workload::Probe;
    QVector<P> probes;
    const bool running = row.state == State::Running;
    const bool begun = running && row.started;
    if (row.probes & StartupProbe)
        probes.append({P::Kind::Startup, begun     ? Health::Healthy
                                         : running ? Health::Starting
                                                   : Health::Unknown});
    if (row.probes & ReadinessProbe)
        probes.append({P::Kind::Readiness, row.ready ? Health::Healthy
                                           : begun   ? Health::Unhealthy
                                           : running ? Health::Starting
                                                     : Health::Unknown});
    // That it runs is all that the API tells: a container that fails this probe is restarted.
    if (row.probes & LivenessProbe)
        probes.append({P::Kind::Liveness, begun     ? Health::Healthy
                                          : running ? Health::Starting
                                                    : Health::Unknown});
    return probes;
}

/// The state of a pod in the phase Running: that of its worst main container.
InstanceState runningState(const PodRow& row)
{
    bool waits = false;
    bool unknown = false;
    for (const ContainerRow& one : row.containers) {
        if (one.kind == Kind::Init || one.kind == Kind::Ephemeral)
            continue;
        if (one.state == State::Waiting && one.reason == "CrashLoopBackOff")
            return InstanceState::Restarting;
        if (one.state == State::Terminated && one.exitCode != 0)
            return InstanceState::Restarting;
        waits = waits || one.state == State::Waiting;
        unknown = unknown || one.state == State::Unknown;
    }
    if (unknown)
        return InstanceState::Unknown;
    return waits ? InstanceState::Created : InstanceState::Running;
}

} // namespace

InstanceState stateOf(const PodRow& row)
{
    if (row.reason == "NodeLost")
        return InstanceState::Unknown;
    if (row.deletionMs != 0)
        return InstanceState::Stopping;
    switch (row.phase) {
    case PodRow::Phase::Pending:
        for (const ContainerRow& one : row.containers)
            if (stateOf(one) == InstanceState::Restarting)
                return InstanceState::Restarting; // an init container that keeps crashing
        return InstanceState::Created;
    case PodRow::Phase::Running:
        return runningState(row);
    case PodRow::Phase::Succeeded:
    case PodRow::Phase::Failed:
        return InstanceState::Exited;
    case PodRow::Phase::Unknown:
        break;
    }
    return InstanceState::Unknown;
}

namespace
{

QString reasonOf(const PodRow& row)
{
    if (!row.reason.isEmpty())
        return sharedString(row.reason.view());
    QString ended;
    for (const ContainerRow& one : row.containers) {
        const QString reason = sharedString(one.reason.view());
        if (one.state == State::Waiting && !isOrdinaryWait(reason))
            return reason;
        if (one.state == State::Terminated && one.exitCode != 0 && ended.isEmpty())
            ended = reason;
    }
    return ended.isEmpty() ? sharedString(row.unscheduledReason.view()) : ended;
}

Health healthOf(const PodRow& row, InstanceState state)
{
    bool probed = row.hasReadinessGate;
    bool begun = true;
    for (const ContainerRow& one : row.containers) {
        if (one.kind == Kind::Init || one.kind == Kind::Ephemeral)
            continue;
        probed = probed || (one.probes & (ReadinessProbe | StartupProbe)) != 0;
        begun = begun && (one.started || (one.probes & StartupProbe) == 0);
    }
    if (!probed)
        return Health::None;
    if (state != InstanceState::Running)
        return Health::Unknown;
    if (row.isReady)
        return Health::Healthy;
    return begun ? Health::Unhealthy : Health::Starting;
}

} // namespace

QDateTime timeOf(qint64 ms)
{
    return ms == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

QString sharedString(std::string_view utf8)
{
    constexpr qsizetype most = 20000; // more are no repetitions any more
    thread_local QHash<QByteArray, QString> known;
    if (utf8.empty())
        return {};
    const auto key = QByteArray::fromRawData(utf8.data(), qsizetype(utf8.size()));
    if (const auto at = known.constFind(key); at != known.cend())
        return *at;
    if (known.size() >= most)
        known.clear();
    return *known.insert(QByteArray(utf8.data(), qsizetype(utf8.size())), QString::fromUtf8(key));
}

InstanceContainer toContainer(const ContainerRow& row)
{
    InstanceContainer made;
    made.name = sharedString(row.name.view());
    made.image = sharedString(row.image.view());
    made.role = row.kind == Kind::Ephemeral ? InstanceContainer::Role::Ephemeral
                : row.kind == Kind::Plain   ? InstanceContainer::Role::Main
                                            : InstanceContainer::Role::Init;
    made.ready = row.ready;
    made.restarts = row.restarts;
    made.state = stateOf(row);
    made.reason = sharedString(row.reason.view());
    if (row.state == State::Running)
        made.started = timeOf(row.sinceMs);
    if (row.state == State::Terminated) {
        made.lastReason = made.reason;
        made.lastExitCode = row.exitCode;
        made.lastFinished = timeOf(row.sinceMs);
    } else if (!row.lastReason.isEmpty() || row.lastEndMs != 0) {
        made.lastReason = sharedString(row.lastReason.view());
        made.lastExitCode = row.lastExitCode;
        made.lastFinished = timeOf(row.lastEndMs);
    }
    made.probes = probesOf(row);
    return made;
}

Instance toInstance(const PodRow& row)
{
    Instance made;
    made.id = row.uid.toString();
    made.name = row.name.toString();
    made.state = stateOf(row);
    made.health = healthOf(row, made.state);
    made.reason = reasonOf(row);
    made.created = timeOf(row.createdMs);
    made.started = timeOf(row.startedMs);
    made.address = row.podIp.toString();
    made.node = sharedString(row.node.view());
    made.ownerKind = sharedString(row.ownerKind.view());
    made.ownerName = sharedString(row.ownerName.view());
    made.containers.reserve(qsizetype(row.containers.size()));
    for (const ContainerRow& one : row.containers) {
        made.containers.append(toContainer(one));
        const InstanceContainer& container = made.containers.constLast();
        made.restarts += container.restarts;
        if (made.image.isEmpty() && one.kind == Kind::Plain)
            made.image = container.image;
        made.oomKilled = made.oomKilled || (container.lastReason == u"OOMKilled" && !container.ready);
        if (made.state == InstanceState::Exited && one.kind == Kind::Plain &&
            one.state == State::Terminated && made.exitCode.value_or(0) == 0) {
            made.exitCode = one.exitCode;
            made.finished = timeOf(one.sinceMs);
        } else if (made.state == InstanceState::Restarting && container.lastExitCode.value_or(0) != 0) {
            made.exitCode = container.lastExitCode;
        }
    }
    if (row.phase == PodRow::Phase::Failed && made.exitCode.value_or(0) == 0)
        made.exitCode = 1; // evicted, past its deadline: it failed whatever its containers say
    if (!row.unscheduledReason.isEmpty())
        made.conditions.append({u"PodScheduled"_s,
                                u"False"_s,
                                sharedString(row.unscheduledReason.view()),
                                sharedString(row.unscheduledMessage.view()),
                                {}});
    return made;
}

QVector<Instance> PodInstances::make() const
{
    QVector<Instance> all;
    all.reserve(m_pods.size());
    for (const auto& pod : m_pods)
        all.append(made(*pod));
    return all;
}

Instance PodInstances::made(const PodRow& row) const
{
    Instance instance = toInstance(row);
    if (m_onItsOwn) { // the workload says it
        instance.ownerKind.clear();
        instance.ownerName.clear();
    }
    return instance;
}

QStringList PodInstances::ids(bool runningOnly) const
{
    QStringList ids;
    ids.reserve(m_pods.size());
    for (const auto& pod : m_pods)
        if (!runningOnly || stateOf(*pod) == InstanceState::Running)
            ids += pod->uid.toString();
    return ids;
}

bool PodInstances::makesSameAs(const InstanceMaker& other) const
{
    const auto* that = dynamic_cast<const PodInstances*>(&other);
    if (!that || that->m_onItsOwn != m_onItsOwn || that->m_pods.size() != m_pods.size())
        return false;
    // A row is never changed, so that those of the same address say the same; few are not.
    return std::equal(m_pods.cbegin(), m_pods.cend(), that->m_pods.cbegin(),
                      [this](const auto& a, const auto& b) { return a == b || made(*a) == made(*b); });
}

bool isInTrouble(const Instance& instance)
{
    static const QSet<QString> hopeless{u"CrashLoopBackOff"_s,  u"ImagePullBackOff"_s,
                                        u"ErrImagePull"_s,      u"ErrImageNeverPull"_s,
                                        u"InvalidImageName"_s,  u"CreateContainerConfigError"_s,
                                        u"RunContainerError"_s, u"CreateContainerError"_s,
                                        u"ImageInspectError"_s, u"RegistryUnavailable"_s};
    switch (instance.state) {
    case InstanceState::Restarting:
    case InstanceState::Dead:
        return true;
    case InstanceState::Exited:
        return instance.exitCode.value_or(0) != 0;
    case InstanceState::Created:
        return hopeless.contains(instance.reason) || instance.reason == u"Unschedulable";
    case InstanceState::Running:
        return instance.health == Health::Unhealthy || hopeless.contains(instance.reason);
    default:
        return false;
    }
}

} // namespace kaptan::kube
