#include "app/cli/status.h"
#include "app/cli/text.h"
#include "app/core/quantity.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

using namespace workload;
using session::ConnectionSpec;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// The widest cell of a name and of an image, characters.
constexpr int nameLimit = 48;
constexpr int imageLimit = 40;

struct Word {
    const char* key;  ///< in JSON
    const char* text; ///< in the table, marked in the context "Cli"
};

Word wordOf(WorkloadState state)
{
    switch (state) {
    case WorkloadState::Failing:
        return {"failing", QT_TRANSLATE_NOOP("Cli", "Failing")};
    case WorkloadState::Degraded:
        return {"degraded", QT_TRANSLATE_NOOP("Cli", "Degraded")};
    case WorkloadState::Progressing:
        return {"progressing", QT_TRANSLATE_NOOP("Cli", "Progressing")};
    case WorkloadState::Running:
        return {"running", QT_TRANSLATE_NOOP("Cli", "Running")};
    case WorkloadState::Paused:
        return {"paused", QT_TRANSLATE_NOOP("Cli", "Paused")};
    case WorkloadState::Stopped:
        return {"stopped", QT_TRANSLATE_NOOP("Cli", "Stopped")};
    case WorkloadState::Completed:
        return {"completed", QT_TRANSLATE_NOOP("Cli", "Completed")};
    case WorkloadState::Unknown:
        break;
    }
    return {"unknown", QT_TRANSLATE_NOOP("Cli", "Unknown")};
}

const char* keyOf(InstanceState state)
{
    constexpr const char* keys[] = {"missing",  "created", "running", "restarting", "paused",
                                    "stopping", "exited",  "dead",    "unknown"};
    return keys[int(state)];
}

const char* keyOf(Health health)
{
    constexpr const char* keys[] = {"none", "starting", "healthy", "unhealthy", "unknown"};
    return keys[int(health)];
}

const char* keyOf(WorkloadKind kind)
{
    constexpr const char* keys[] = {"deployment",   "compose-service", "container",
                                    "stateful-set", "daemon-set",      "replica-set",
                                    "job",          "cron-job",        "pod"};
    return keys[int(kind)];
}

const char* keyOf(session::Origin origin)
{
    constexpr const char* keys[] = {"environment", "docker-context", "podman-connection", "default-socket",
                                    "embedded",    "added",          "kubeconfig"};
    return keys[int(origin)];
}

QJsonValue timeOf(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonArray portsOf(const QVector<PortMapping>& ports)
{
    QJsonArray list;
    for (const PortMapping& port : ports)
        list.append(QJsonObject{{u"hostIp"_s, port.hostIp},
                                {u"hostPort"_s, port.hostPort},
                                {u"hostPortEnd"_s, port.hostPortEnd},
                                {u"containerPort"_s, port.containerPort},
                                {u"protocol"_s, port.protocol}});
    return list;
}

QJsonObject jsonOf(const Instance& i)
{
    return {{u"id"_s, i.id},
            {u"name"_s, i.name},
            {u"image"_s, i.image},
            {u"replica"_s, i.replica},
            {u"state"_s, QLatin1String(keyOf(i.state))},
            {u"health"_s, QLatin1String(keyOf(i.health))},
            {u"ready"_s, i.isReady()},
            {u"restarts"_s, i.restarts},
            {u"exitCode"_s, i.exitCode ? QJsonValue(*i.exitCode) : QJsonValue()},
            {u"oomKilled"_s, i.oomKilled},
            {u"created"_s, timeOf(i.created)},
            {u"started"_s, timeOf(i.started)},
            {u"finished"_s, timeOf(i.finished)},
            {u"reason"_s, i.reason},
            {u"address"_s, i.address},
            {u"node"_s, i.node},
            {u"ports"_s, portsOf(i.ports)}};
}

QJsonObject jsonOf(const Workload& w)
{
    QJsonArray instances;
    for (const Instance& instance : w.instances)
        instances.append(jsonOf(instance));
    return {{u"id"_s, w.id},
            {u"name"_s, w.name},
            {u"group"_s, w.group},
            {u"kind"_s, QLatin1String(keyOf(w.kind))},
            {u"state"_s, QLatin1String(wordOf(w.state).key)},
            {u"reason"_s, w.reason},
            {u"desired"_s, w.desired},
            {u"ready"_s, w.ready},
            {u"restarts"_s, w.restarts},
            {u"revision"_s, w.revision},
            {u"created"_s, timeOf(w.created)},
            {u"images"_s, QJsonArray::fromStringList(w.images)},
            {u"networks"_s, QJsonArray::fromStringList(w.networks)},
            {u"ports"_s, portsOf(w.ports)},
            {u"instances"_s, instances}};
}

QJsonObject jsonOf(const session::ConnectionSpec& c)
{
    return {{u"id"_s, c.id},
            {u"name"_s, c.name},
            {u"address"_s, c.address},
            {u"origin"_s, QLatin1String(keyOf(c.origin))},
            {u"source"_s, c.source},
            {u"production"_s, c.production},
            {u"readOnly"_s, c.readOnly}};
}

QJsonObject jsonOf(const docker::EngineInfo& e)
{
    return {{u"platform"_s, e.flavor == docker::Flavor::Podman ? u"podman"_s : u"docker"_s},
            {u"name"_s, e.displayName()},
            {u"version"_s, e.version},
            {u"apiVersion"_s, e.apiVersion.toString()},
            {u"rootless"_s, e.rootless},
            {u"limitsIgnored"_s, e.limitsIgnored},
            {u"storageDriver"_s, e.storageDriver},
            {u"cgroupVersion"_s, e.cgroupVersion},
            {u"warnings"_s, QJsonArray::fromStringList(e.warnings)}};
}

QVector<QStringList> engineRows(const docker::EngineInfo& engine)
{
    return {//: %1 is "Docker 20.10.24", %2 a version
            {Tr::tr("Engine:"),
             Tr::tr("%1, API %2").arg(plain(engine.displayName()), plain(engine.apiVersion.toString()))},
            {Tr::tr("Host:"),
             //: %1 a host's name, %2 its operating system, %3 "4 CPUs", %4 an amount of memory
             Tr::tr("%1 (%2), %3, %4 memory")
                 .arg(plain(engine.hostName, nameLimit), plain(engine.operatingSystem, nameLimit),
                      Tr::tr("%n CPU(s)", nullptr, engine.cpus), quantity::formatBytes(engine.memoryBytes))}};
}

} // namespace

QString statusTable(const StatusReport& report)
{
    QStringList marks;
    if (report.connection.production)
        marks << Tr::tr("production");
    if (report.connection.readOnly)
        marks << Tr::tr("read-only");
    const ConnectionSpec& spec = report.connection;
    QString connection = plain(spec.address);
    if (spec.name != spec.address)
        connection = u"%1 (%2)"_s.arg(plain(spec.name, nameLimit), connection);
    if (!marks.isEmpty())
        connection += u" ["_s + marks.join(u", "_s) + u']';
    const QLocale locale;
    QVector<QStringList> head;
    head.append({Tr::tr("Connection:"), connection});
    if (report.engine)
        head += engineRows(*report.engine);
    else
        head.append({Tr::tr("Cluster:"), plain(report.versionText, nameLimit)});
    if (spec.insecureSkipVerify)
        head.append({Tr::tr("Warning:"), Tr::tr("the server's certificate is not checked")});
    for (const QString& note : report.notes)
        head.append({Tr::tr("Note:"), plain(note)});
    int ready = 0;
    for (const WorkloadPtr& one : report.workloads)
        ready += one->ready >= one->desired ? 1 : 0;
    head.append({Tr::tr("Workloads:"),
                 report.workloads.isEmpty()
                     ? Tr::tr("none")
                     //: %1 workloads out of %2 have all their instances ready
                     : Tr::tr("%1 of %2 with everything ready")
                           .arg(locale.toString(ready), locale.toString(report.workloads.size()))});
    QString text = table(head);
    if (report.workloads.isEmpty())
        return text;
    QVector<QStringList> rows{{Tr::tr("NAME"), Tr::tr("STATE"), Tr::tr("READY"), Tr::tr("RESTARTS"),
                               Tr::tr("IMAGE"), Tr::tr("AGE")}};
    for (const WorkloadPtr& one : report.workloads) {
        const QString name = one->group.isEmpty() ? one->name : one->group + u'/' + one->name;
        QString image = plain(one->images.value(0), imageLimit);
        if (one->images.size() > 1)
            image += u" +%1"_s.arg(one->images.size() - 1);
        rows.append({plain(name, nameLimit), QCoreApplication::translate("Cli", wordOf(one->state).text),
                     u"%1/%2"_s.arg(one->ready).arg(one->desired), locale.toString(one->restarts), image,
                     age(one->created, report.at)});
    }
    return text + u'\n' + table(rows);
}

QJsonObject statusJson(const StatusReport& report)
{
    QJsonArray workloads;
    for (const WorkloadPtr& one : report.workloads)
        workloads.append(jsonOf(*one));
    QJsonObject made{{u"connection"_s, jsonOf(report.connection)},
                     {u"state"_s, u"live"_s},
                     {u"at"_s, timeOf(report.at)},
                     {u"workloads"_s, workloads}};
    if (!report.notes.isEmpty()) // only a list with gaps has them
        made.insert(u"notes"_s, QJsonArray::fromStringList(report.notes));
    if (!report.engine) {
        made.insert(u"engine"_s,
                    QJsonObject{{u"platform"_s, u"kubernetes"_s}, {u"name"_s, report.versionText}});
        return made;
    }
    const docker::EngineInfo& e = *report.engine;
    made.insert(u"engine"_s, jsonOf(e));
    made.insert(u"host"_s, QJsonObject{{u"name"_s, e.hostName},
                                       {u"operatingSystem"_s, e.operatingSystem},
                                       {u"os"_s, e.os},
                                       {u"architecture"_s, e.arch},
                                       {u"kernel"_s, e.kernelVersion},
                                       {u"cpus"_s, e.cpus},
                                       {u"memoryBytes"_s, e.memoryBytes}});
    return made;
}

QJsonObject statusJson(const session::ConnectionSpec& connection, const Error& error)
{
    return {{u"connection"_s, jsonOf(connection)},
            {u"state"_s, u"failed"_s},
            {u"error"_s, QJsonObject{{u"message"_s, error.message()}, {u"advice"_s, error.advice()}}}};
}

} // namespace kaptan::cli
