#include "ui/cluster/pods_model.h"

#include "app/kube/watch/pod_summary.h"
#include "ui/common/format.h"

#include <QCoreApplication>

/// What the rows of the pods' table show.
namespace kaptan::ui
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Pods)
};

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

StateLook statusLook(const kube::PodRow& pod, const kube::PodSummary& summary)
{
    using Phase = kube::PodRow::Phase;
    const QString word = textOf(summary.status); // kubectl's own, in every language
    const auto look = [&](Tone tone, const char* icon) {
        return StateLook{word, tone, QString::fromLatin1(icon)};
    };
    if (pod.deletionMs != 0)
        return look(Tone::Progress, "progress");
    if (pod.phase == Phase::Succeeded)
        return look(Tone::Neutral, "ok");
    if (pod.phase == Phase::Failed)
        return look(Tone::Error, "error");
    if (summary.status == "Running")
        return summary.ready < summary.total ? look(Tone::Warning, "warning") : look(Tone::Ok, "check");
    for (const char* underWay : {"Pending", "ContainerCreating", "PodInitializing", "SchedulingGated"})
        if (summary.status == underWay)
            return pod.unscheduledReason == std::string_view("Unschedulable")
                       ? look(Tone::Warning, "warning")
                       : look(Tone::Progress, "progress");
    if (summary.status.starts_with("Init:") && summary.status.find('/') != std::string::npos)
        return look(Tone::Progress, "progress");
    if (summary.status == "Unknown")
        return look(Tone::Neutral, "unknown");
    if (summary.status == "NotReady")
        return look(Tone::Warning, "warning");
    return look(Tone::Error, "error"); // CrashLoopBackOff, ImagePullBackOff, OOMKilled, ...
}

Cell textCell(const kube::Text& text)
{
    Cell cell;
    cell.text = text.isEmpty() ? QStringLiteral("–") : text.toString();
    cell.dim = text.isEmpty();
    return cell;
}

} // namespace

QString PodsModel::columnTitle(int column) const
{
    switch (column) {
    case Namespace:
        return Tr::tr("Namespace");
    case Name:
        return Tr::tr("Name");
    case Ready:
        //: column: how many containers of a pod are ready
        return Tr::tr("Ready");
    case Status:
        return Tr::tr("State");
    case Restarts:
        //: column: how often containers of a pod were restarted
        return Tr::tr("Restarts");
    case Age:
        //: column: since when it exists
        return Tr::tr("Age");
    case Ip:
        //: column: address of a pod
        return Tr::tr("IP");
    case Node:
        return Tr::tr("Node");
    default:
        return {};
    }
}

QString PodsModel::columnToolTip(int column) const
{
    return column == Ready ? Tr::tr("Containers that are ready, of all") : QString();
}

Cell PodsModel::slotCell(int slot, int column) const
{
    const kube::PodRow& pod = at(slot);
    switch (column) {
    case Namespace:
        return textCell(pod.nameSpace);
    case Name:
        return textCell(pod.name);
    case Ready: {
        const kube::PodSummary summary = summaryOf(pod);
        Cell cell = readyCell(summary.ready, summary.total);
        if (pod.phase == kube::PodRow::Phase::Succeeded)
            cell.tone = Tone::Neutral;
        return cell;
    }
    case Status: {
        QString why = pod.message.toString();
        if (why.isEmpty())
            why = pod.unscheduledMessage.toString();
        return stateCell(statusLook(pod, summaryOf(pod)), why);
    }
    case Restarts: {
        const kube::PodSummary summary = summaryOf(pod);
        Cell cell = countCell(summary.restarts);
        cell.dim = summary.restarts == 0;
        if (summary.restarts > 0 && summary.lastRestartMs > 0) {
            const QDateTime last = QDateTime::fromMSecsSinceEpoch(summary.lastRestartMs, Qt::UTC);
            //: behind a number of restarts: %1 is a time span such as "3 min"
            cell.unit = Tr::tr("(%1 ago)").arg(relativeTime(last));
            cell.toolTip = absoluteTime(last);
        }
        return cell;
    }
    case Age:
        return timeCell(pod.createdMs > 0 ? QDateTime::fromMSecsSinceEpoch(pod.createdMs, Qt::UTC)
                                          : QDateTime());
    case Ip:
        return textCell(pod.podIp);
    case Node:
        return textCell(pod.node);
    default:
        return {};
    }
}

} // namespace kaptan::ui
