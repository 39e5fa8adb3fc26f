#include "ui/deployments/workload_verbs.h"

#include "ui/common/format.h"
#include "ui/common/plain_text.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QSet>
#include <QUrl>

#include <algorithm>

namespace kaptan::ui
{

using workload::Instance;
using workload::InstanceState;
using workload::Workload;
using workload::WorkloadKind;
using workload::WorkloadPtr;
using workload::WorkloadState;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Deployments)
};

bool runs(const Instance& instance)
{
    switch (instance.state) {
    case InstanceState::Running:
    case InstanceState::Restarting:
    case InstanceState::Paused:
    case InstanceState::Stopping:
        return true;
    default:
        return false;
    }
}

bool exists(const Instance& instance)
{
    return instance.state != InstanceState::Missing && !instance.id.isEmpty();
}

bool any(const Workload& workload, bool (*test)(const Instance&))
{
    return std::any_of(workload.instances.cbegin(), workload.instances.cend(), test);
}

/// What has a template that a cluster rolls out again; engines restart everything.
bool isRestartable(const Workload& workload)
{
    switch (workload.kind) {
    case WorkloadKind::ReplicaSet:
    case WorkloadKind::Job:
    case WorkloadKind::CronJob:
    case WorkloadKind::Pod:
        return false;
    default:
        return true;
    }
}

bool makesSense(Verb verb, const Workload& workload)
{
    switch (verb) {
    case Verb::Logs:
        return any(workload, exists);
    case Verb::Restart:
        return isRestartable(workload) && any(workload, exists);
    case Verb::Stop:
        return any(workload, runs);
    case Verb::Start:
        return any(workload, [](const Instance& one) { return exists(one) && !runs(one); });
    case Verb::Repair:
        return workload.missing() > 0;
    case Verb::Scale:
        return workload.scalable;
    case Verb::Delete:
    case Verb::CopyName:
        return true;
    }
    return true;
}

/// Why none of them is concerned.
QString senseless(Verb verb, const Workload& workload)
{
    switch (verb) {
    case Verb::Logs:
        return Tr::tr("No replica has been made yet, so there is no log.");
    case Verb::Restart:
        return isRestartable(workload)
                   ? Tr::tr("There is no replica to restart.")
                   : Tr::tr("It has no template to be rolled out again. Delete its pods instead.");
    case Verb::Stop:
        return Tr::tr("Nothing of it runs.");
    case Verb::Start:
        return Tr::tr("All replicas run already.");
    case Verb::Repair:
        return Tr::tr("No replica is missing.");
    case Verb::Scale:
        return workload.notScalableBecause.isEmpty()
                   ? Tr::tr("Only deployments and Compose services can be scaled.")
                   : workload.notScalableBecause;
    case Verb::Delete:
    case Verb::CopyName:
        break;
    }
    return {};
}

bool writes(Verb verb)
{
    return verb != Verb::Logs && verb != Verb::CopyName;
}

QString notLive(session::Session* session)
{
    if (!session)
        return Tr::tr("There is no connection.");
    if (session->state().phase != session::Phase::Live)
        return Tr::tr("The connection is not live now.");
    return {};
}

/// Clusters have no such words.
QString notOnClusters(Verb verb)
{
    switch (verb) {
    case Verb::Stop:
        return Tr::tr("A cluster has no “stop”: scale it to 0 replicas.");
    case Verb::Start:
        return Tr::tr("A cluster has no “start”: scale it to the replicas that it ought to have.");
    case Verb::Repair:
        return Tr::tr("The cluster replaces missing pods by itself.");
    default:
        return {};
    }
}

QString notWritable(session::Session* session, const void* port)
{
    const QString why = session->whyNotWritable();
    if (!why.isEmpty())
        return why;
    return port ? QString() : Tr::tr("This connection cannot do that.");
}

/// Why not on this connection, whatever the selection is.
QString whyNotOn(session::Session* session, Verb verb)
{
    if (const QString why = notLive(session); !why.isEmpty())
        return why;
    if (session->platform() == workload::Platform::Kubernetes)
        if (const QString why = notOnClusters(verb); !why.isEmpty())
            return why;
    if (writes(verb)) {
        const void* port = verb == Verb::Scale ? static_cast<const void*>(session->scaling())
                                               : static_cast<const void*>(session->lifecycle());
        return notWritable(session, port);
    }
    return session->logs() ? QString() : Tr::tr("This connection cannot do that.");
}

} // namespace

QString whyNot(Verb verb, const Workloads& selection, session::Session* session, const QString& pending)
{
    if (selection.isEmpty())
        return Tr::tr("Select a deployment first.");
    if (verb == Verb::CopyName)
        return {};
    if (!session)
        return Tr::tr("There is no connection.");
    if ((verb == Verb::Logs || verb == Verb::Scale) && selection.size() > 1)
        return Tr::tr("Select a single deployment for this.");
    // Of several connections shown together only those matter that the selection is of.
    QSet<session::Session*> owners;
    if (!session->isJoint())
        owners.insert(session);
    else
        for (const WorkloadPtr& workload : selection)
            owners.insert(session->memberOf(workload->id));
    for (session::Session* owner : std::as_const(owners))
        if (const QString why = whyNotOn(owner, verb); !why.isEmpty())
            return why;
    if (writes(verb) && !pending.isEmpty())
        //: %1 what is being done: "Stopping"
        return Tr::tr("Wait for what is under way: %1.").arg(pending);
    if (std::none_of(selection.cbegin(), selection.cend(),
                     [verb](const WorkloadPtr& workload) { return makesSense(verb, *workload); }))
        return senseless(verb, *selection.first());
    return {};
}

QString whyNotDeploy(session::Session* session)
{
    if (session && session->isJoint())
        return Tr::tr("Several connections are shown together. Choose one of them to deploy to it.");
    if (const QString why = notLive(session); !why.isEmpty())
        return why;
    if (session->platform() == workload::Platform::Kubernetes)
        return session->whyNotWritable(); // a new object of the cluster, in its pane
    return notWritable(session, session->deploying());
}

Workloads concerned(Verb verb, const Workloads& selection)
{
    Workloads those;
    for (const WorkloadPtr& workload : selection)
        if (makesSense(verb, *workload))
            those.append(workload);
    return those;
}

const Instance* telling(const Workload& workload)
{
    const Instance* first = nullptr;
    for (const Instance& instance : workload.instances) {
        if (!exists(instance))
            continue;
        if (!instance.isReady())
            return &instance;
        if (!first)
            first = &instance;
    }
    return first;
}

QString productionOf(const Workloads& selection, session::Session& session)
{
    QStringList names;
    for (const WorkloadPtr& workload : selection) {
        const session::ConnectionSpec& spec = session.specOf(workload->id);
        if (spec.production && !names.contains(spec.name))
            names.append(spec.name);
    }
    return names.join(QStringLiteral(" + "));
}

QString portUrl(const workload::PortMapping& port, const QString& address)
{
    if (port.hostPort == 0 || port.protocol != u"tcp")
        return {};
    QString host = port.hostIp;
    if (host.isEmpty() || host == u"0.0.0.0" || host == u"::") {
        const QUrl engine(address);
        const bool remote = engine.isValid() && !engine.host().isEmpty() && engine.scheme() != u"unix";
        host = remote ? engine.host() : QStringLiteral("127.0.0.1");
    }
    QUrl url;
    const bool tls = port.containerPort == 443 || port.containerPort == 8443;
    url.setScheme(tls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(host);
    url.setPort(port.hostPort);
    return url.isValid() ? url.toString() : QString();
}

QString stateSentence(const Workload& workload)
{
    if (workload.state == WorkloadState::Stopped)
        return Tr::tr("Stopped; nothing of it runs.");
    if (workload.state == WorkloadState::Completed)
        return Tr::tr("It has done its work and ended with code 0.");
    const int missing = workload.missing();
    QString text =
        workload.ready == workload.desired
            ? Tr::tr("All %n replicas are ready.", nullptr, workload.desired)
            : Tr::tr("%1 of %n replicas are ready.", nullptr, workload.desired).arg(workload.ready);
    if (missing > 0)
        text += u' ' + Tr::tr("%n replicas are missing.", nullptr, missing);
    return text;
}

QString lastEnd(const Instance& instance)
{
    if (!instance.exitCode)
        return {};
    const int code = *instance.exitCode;
    if (instance.oomKilled)
        //: how a container's process ended last
        return Tr::tr("exit %1, out of memory").arg(code);
    // 128 + the number of the signal, as shells have it.
    if (code == 137)
        return Tr::tr("exit 137, killed");
    if (code == 143)
        return Tr::tr("exit 143, terminated");
    if (code == 139)
        return Tr::tr("exit 139, crashed");
    return Tr::tr("exit %1").arg(code);
}

} // namespace kaptan::ui
