#include "app/history/records.h"

using namespace Qt::StringLiterals;

namespace kaptan::history
{

namespace
{

constexpr std::array<const char16_t*, allMetrics.size()> metricNames{u"cpu",      u"memory",    u"net-rx",
                                                                     u"net-tx",   u"disk-read", u"disk-write",
                                                                     u"replicas", u"restarts",  u"disk-used"};

QString kindWord(workload::WorkloadKind kind)
{
    using workload::WorkloadKind;
    switch (kind) {
    case WorkloadKind::Deployment:
        return u"deployment"_s;
    case WorkloadKind::ComposeService:
        return u"compose"_s;
    case WorkloadKind::Container:
        return u"container"_s;
    case WorkloadKind::StatefulSet:
        return u"statefulset"_s;
    case WorkloadKind::DaemonSet:
        return u"daemonset"_s;
    case WorkloadKind::ReplicaSet:
        return u"replicaset"_s;
    case WorkloadKind::Job:
        return u"job"_s;
    case WorkloadKind::CronJob:
        return u"cronjob"_s;
    case WorkloadKind::Pod:
        return u"pod"_s;
    }
    return u"workload"_s;
}

} // namespace

Unit unitOf(Metric metric)
{
    switch (metric) {
    case Metric::Cpu:
        return Unit::Microcores;
    case Metric::Memory:
    case Metric::DiskUsed:
        return Unit::Bytes;
    case Metric::NetworkRx:
    case Metric::NetworkTx:
    case Metric::DiskRead:
    case Metric::DiskWrite:
        return Unit::BytesPerSecond;
    case Metric::Replicas:
    case Metric::Restarts:
        break;
    }
    return Unit::Count;
}

QString nameOf(Metric metric)
{
    return QString::fromUtf16(metricNames.at(static_cast<size_t>(metric)));
}

std::optional<Metric> metricOf(const QString& name)
{
    for (const Metric metric : allMetrics)
        if (nameOf(metric) == name)
            return metric;
    return std::nullopt;
}

Subject subjectOf(const QString& connectionKey, const workload::Workload& workload)
{
    const QString kind = kindWord(workload.kind);
    // Not the id: that of a plain container is another one as soon as it is made again.
    return {connectionKey, kind + u':' + workload.group + u'/' + workload.name, kind, workload.group,
            workload.name};
}

QString nodeSubject(const QString& node)
{
    return u"node:"_s + node;
}

EventIdentity identityOf(const workload::Event& event)
{
    const qsizetype dash = event.id.lastIndexOf(u'-');
    bool counted = false;
    const int count = dash < 0 ? 0 : QStringView(event.id).mid(dash + 1).toInt(&counted);
    if (!counted)
        return {event.id, 1};
    const QString before = event.id.left(dash);
    if (before.contains(u'-')) // a uid
        return {before, std::max(count, 1)};
    // The number behind the nanosecond is of this run of the program alone.
    return {before + u' ' + event.kind + u' ' + event.action + u' ' + event.objectId.left(64), 1};
}

} // namespace kaptan::history
