#include "ui/common/format.h"

#include "app/core/quantity.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace kaptan::ui
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

Cell split(const QString& amount)
{
    Cell cell;
    const qsizetype blank = amount.indexOf(u' ');
    cell.text = blank < 0 ? amount : amount.left(blank);
    if (blank >= 0)
        cell.unit = amount.mid(blank + 1);
    cell.copy = amount;
    return cell;
}

QString icon(const char* name)
{
    return QString::fromLatin1(name);
}

} // namespace

StateLook look(workload::WorkloadState state)
{
    using State = workload::WorkloadState;
    switch (state) {
    case State::Failing:
        //: state of a deployment: none of it works
        return {Tr::tr("Failing"), Tone::Error, icon("error")};
    case State::Degraded:
        //: state of a deployment: part of it works
        return {Tr::tr("Degraded"), Tone::Warning, icon("warning")};
    case State::Progressing:
        //: state of a deployment: it is being started, scaled or changed
        return {Tr::tr("Under way"), Tone::Progress, icon("progress")};
    case State::Running:
        return {Tr::tr("Running"), Tone::Ok, icon("check")};
    case State::Paused:
        return {Tr::tr("Paused"), Tone::Neutral, icon("pause")};
    case State::Stopped:
        return {Tr::tr("Stopped"), Tone::Neutral, icon("stop")};
    case State::Completed:
        //: state of a deployment: it ended as it should
        return {Tr::tr("Completed"), Tone::Neutral, icon("ok")};
    case State::Unknown:
        break;
    }
    return {Tr::tr("Unknown"), Tone::Neutral, icon("unknown")};
}

StateLook look(workload::InstanceState state)
{
    using State = workload::InstanceState;
    switch (state) {
    case State::Missing:
        //: state of a container: it ought to be there and is not
        return {Tr::tr("Missing"), Tone::Warning, icon("missing")};
    case State::Created:
        return {Tr::tr("Created"), Tone::Progress, icon("progress")};
    case State::Running:
        return {Tr::tr("Running"), Tone::Ok, icon("check")};
    case State::Restarting:
        return {Tr::tr("Restarting"), Tone::Warning, icon("restart")};
    case State::Paused:
        return {Tr::tr("Paused"), Tone::Neutral, icon("pause")};
    case State::Stopping:
        return {Tr::tr("Stopping"), Tone::Progress, icon("progress")};
    case State::Exited:
        //: state of a container: its process ended
        return {Tr::tr("Exited"), Tone::Neutral, icon("stop")};
    case State::Dead:
        return {Tr::tr("Dead"), Tone::Error, icon("error")};
    case State::Unknown:
        break;
    }
    return {Tr::tr("Unknown"), Tone::Neutral, icon("unknown")};
}

StateLook look(workload::Health health)
{
    switch (health) {
    case workload::Health::None:
        return {Tr::tr("No check"), Tone::Neutral, icon("skip")};
    case workload::Health::Starting:
        //: health of a container: its checks have not passed yet
        return {Tr::tr("Starting"), Tone::Progress, icon("progress")};
    case workload::Health::Healthy:
        return {Tr::tr("Healthy"), Tone::Ok, icon("check")};
    case workload::Health::Unhealthy:
        return {Tr::tr("Unhealthy"), Tone::Error, icon("error")};
    case workload::Health::Unknown:
        break;
    }
    return {Tr::tr("Unknown"), Tone::Neutral, icon("unknown")};
}

StateLook look(workload::EventSeverity severity)
{
    switch (severity) {
    case workload::EventSeverity::Warning:
        return {Tr::tr("Warning"), Tone::Warning, icon("warning")};
    case workload::EventSeverity::Error:
        return {Tr::tr("Error"), Tone::Error, icon("error")};
    case workload::EventSeverity::Normal:
        break;
    }
    //: severity of an event: nothing special
    return {Tr::tr("Normal"), Tone::Neutral, icon("info")};
}

StateLook look(const workload::Instance& instance)
{
    if (instance.state == workload::InstanceState::Running && instance.health != workload::Health::None)
        return look(instance.health);
    StateLook result = look(instance.state);
    const bool failed = instance.oomKilled || instance.exitCode.value_or(0) != 0;
    if (instance.state == workload::InstanceState::Exited && failed) {
        result.tone = Tone::Error;
        result.icon = icon("error");
        if (instance.exitCode)
            //: a container's process ended with this exit code
            result.word = Tr::tr("Exited %1").arg(*instance.exitCode);
        if (instance.oomKilled)
            //: the kernel ended a container's process because it ran out of memory
            result.word = Tr::tr("Out of memory");
    }
    return result;
}

QString kindName(workload::WorkloadKind kind)
{
    switch (kind) {
    case workload::WorkloadKind::Deployment:
        return Tr::tr("Deployment");
    case workload::WorkloadKind::ComposeService:
        return Tr::tr("Compose service");
    case workload::WorkloadKind::Container:
        return Tr::tr("Container");
    case workload::WorkloadKind::StatefulSet:
        return Tr::tr("StatefulSet");
    case workload::WorkloadKind::DaemonSet:
        return Tr::tr("DaemonSet");
    case workload::WorkloadKind::ReplicaSet:
        return Tr::tr("ReplicaSet");
    case workload::WorkloadKind::Job:
        //: a kind of Kubernetes, as are the words around it: what runs to its end
        return Tr::tr("Job");
    case workload::WorkloadKind::CronJob:
        return Tr::tr("CronJob");
    case workload::WorkloadKind::Pod:
        return Tr::tr("Pod");
    }
    return {};
}

QString platformName(workload::Platform platform)
{
    switch (platform) {
    case workload::Platform::Docker:
        return QStringLiteral("Docker");
    case workload::Platform::Podman:
        return QStringLiteral("Podman");
    case workload::Platform::Kubernetes:
        return QStringLiteral("Kubernetes");
    }
    return {};
}

QString relativeTime(const QDateTime& then, const QDateTime& now)
{
    if (!then.isValid())
        return QStringLiteral("–");
    const qint64 seconds = then.secsTo(now);
    if (seconds < 5) // clocks of two machines differ by as much
        //: an age: it happened this moment
        return Tr::tr("now");
    if (seconds < 60)
        //: an age in seconds, as short as it can be
        return Tr::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        //: an age in minutes, as short as it can be
        return Tr::tr("%1 min").arg(seconds / 60);
    if (seconds < 86400)
        //: an age in hours, as short as it can be
        return Tr::tr("%1 h").arg(seconds / 3600);
    if (seconds < qint64(86400) * 730)
        //: an age in days, as short as it can be
        return Tr::tr("%1 d").arg(seconds / 86400);
    //: an age in years, as short as it can be
    return Tr::tr("%1 y").arg(seconds / (qint64(86400) * 365));
}

QString absoluteTime(const QDateTime& time)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    return local.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss ")) + local.timeZoneAbbreviation();
}

QString durationText(qint64 ms)
{
    const QLocale locale;
    if (ms < 1000)
        //: a duration in milliseconds
        return Tr::tr("%1 ms").arg(ms);
    if (ms < 60'000)
        return Tr::tr("%1 s").arg(locale.toString(double(ms) / 1000.0, 'f', ms < 10'000 ? 1 : 0));
    const qint64 seconds = ms / 1000;
    if (seconds < 3600)
        //: a duration: minutes and seconds
        return Tr::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    //: a duration: hours and minutes
    return Tr::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

Cell stateCell(const StateLook& state, const QString& toolTip)
{
    Cell cell;
    cell.text = state.word;
    cell.tone = state.tone;
    cell.icon = state.icon;
    cell.toolTip = toolTip;
    return cell;
}

Cell timeCell(const QDateTime& then, const QDateTime& now)
{
    Cell cell;
    cell.text = relativeTime(then, now);
    cell.toolTip = cell.copy = absoluteTime(then);
    cell.dim = true;
    return cell;
}

Cell readyCell(int ready, int desired)
{
    const QLocale locale;
    Cell cell;
    cell.text = locale.toString(ready) + QStringLiteral(" / ") + locale.toString(desired);
    if (ready < desired)
        cell.tone = ready == 0 ? Tone::Error : Tone::Warning;
    return cell;
}

Cell cpuCell(double millicores)
{
    Cell cell;
    cell.text = quantity::formatCpu(millicores);
    return cell;
}

Cell bytesCell(qint64 bytes)
{
    return split(quantity::formatBytes(bytes));
}

Cell rateCell(double bytesPerSecond)
{
    return split(quantity::formatRate(bytesPerSecond));
}

Cell countCell(qint64 count)
{
    Cell cell;
    cell.text = QLocale().toString(count);
    return cell;
}

QString portsText(const QVector<workload::PortMapping>& ports)
{
    QStringList parts;
    for (const workload::PortMapping& port : ports) {
        QString text;
        if (port.hostPort > 0) {
            if (!port.hostIp.isEmpty() && port.hostIp != QLatin1String("0.0.0.0") &&
                port.hostIp != QLatin1String("::"))
                text = port.hostIp + u':';
            text += QString::number(port.hostPort);
            if (port.hostPortEnd > port.hostPort)
                text += u'-' + QString::number(port.hostPortEnd);
            text += QStringLiteral(" → ");
        }
        text += QString::number(port.containerPort);
        if (port.protocol != QLatin1String("tcp"))
            text += u'/' + port.protocol;
        if (!parts.contains(text)) // the same port on IPv4 and IPv6 is told once
            parts.append(text);
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace kaptan::ui
