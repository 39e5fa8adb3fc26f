#include "ui/cluster/kube_figures.h"

#include "app/core/quantity.h"
#include "ui/common/plain_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeFigures)
};

using Status = kube::ConditionRow::Status;

double part(double value, double whole)
{
    return whole > 0 && !std::isnan(value) ? value / whole : -1;
}

/// "350m / 2", calm until little is left.
Cell shareCell(const QString& value, const QString& whole, double share)
{
    Cell cell;
    cell.text = value + u" / "_s + whole;
    if (share >= 0)
        //: %1 is a percentage
        cell.toolTip = Tr::tr("%1 % of what pods may have").arg(QLocale().toString(share * 100, 'f', 0));
    cell.tone = share > 0.95 ? Tone::Error : share > 0.85 ? Tone::Warning : Tone::Neutral;
    return cell;
}

} // namespace

PodLoads sumPods(const QVector<std::shared_ptr<const kube::PodRow>>& pods)
{
    using Phase = kube::PodRow::Phase;
    PodLoads loads;
    QHash<kube::Text, NodeLoad> byNode; // without decoding a name for each pod
    for (const auto& pod : pods) {
        ++loads.total;
        switch (pod->phase) {
        case Phase::Running:
            ++loads.running;
            break;
        case Phase::Pending:
            ++loads.pending;
            break;
        case Phase::Succeeded:
            ++loads.succeeded;
            continue;
        case Phase::Failed:
            ++loads.failed;
            continue;
        case Phase::Unknown:
            ++loads.unknown;
            break;
        }
        if (pod->node.isEmpty())
            continue;
        for (NodeLoad* load : {&byNode[pod->node], &loads.all}) {
            ++load->pods;
            load->cpuMilli += pod->requestCpuMilli;
            load->memory += pod->requestMemory;
        }
    }
    for (auto it = byNode.cbegin(); it != byNode.cend(); ++it)
        loads.byNode.insert(it.key().toString(), it.value());
    return loads;
}

QVector<HealthCheck> healthChecks(const QByteArray& text)
{
    QVector<HealthCheck> checks;
    for (const QByteArray& line : text.split('\n')) {
        const bool ok = line.startsWith("[+]");
        if (!ok && !line.startsWith("[-]"))
            continue;
        const QByteArray rest = line.mid(3);
        checks.append({QString::fromUtf8(rest.left(rest.indexOf(' '))), ok});
    }
    return checks;
}

StateLook nodeLook(const kube::NodeRow& node)
{
    Status ready = Status::Unknown;
    bool pressed = false;
    for (const kube::ConditionRow& condition : node.conditions) {
        if (condition.type == "Ready")
            ready = condition.status;
        else if (condition.status == Status::True)
            pressed = true;
    }
    if (ready == Status::Unknown)
        return {Tr::tr("Unheard of"), Tone::Error, u"unknown"_s};
    if (ready == Status::False)
        return {Tr::tr("Not ready"), Tone::Error, u"error"_s};
    if (pressed)
        return {Tr::tr("Under pressure"), Tone::Warning, u"warning"_s};
    if (node.isUnschedulable)
        //: a node that takes no new pods
        return {Tr::tr("Cordoned"), Tone::Warning, u"pause"_s};
    return {Tr::tr("Ready"), Tone::Ok, u"ok"_s};
}

QString nodeProblems(const kube::NodeRow& node)
{
    QStringList lines;
    for (const kube::ConditionRow& condition : node.conditions) {
        const bool isReady = condition.type == "Ready";
        if (isReady == (condition.status == Status::True))
            continue;
        lines.append(condition.type.toString() + u": "_s + plainLine(condition.message.toString(), 200));
    }
    if (node.isUnschedulable)
        lines.append(Tr::tr("It is cordoned: no new pods are placed here."));
    return lines.join(u'\n');
}

NodesModel::NodesModel(QObject* parent)
    : RowModel<NodeLine>(
          {
              {.id = u"name"_s, .kind = CellKind::Mono, .width = 150, .stretch = true},
              {.id = u"state"_s, .kind = CellKind::Chip, .width = 100},
              {.id = u"cpu"_s, .width = 104, .hideOrder = 2, .descendingFirst = true},
              {.id = u"cpuUsed"_s,
               .kind = CellKind::Number,
               .width = 72,
               .hideOrder = 4,
               .descendingFirst = true},
              {.id = u"memory"_s, .width = 132, .hideOrder = 1, .descendingFirst = true},
              {.id = u"memoryUsed"_s,
               .kind = CellKind::Number,
               .width = 84,
               .hideOrder = 3,
               .descendingFirst = true},
              {.id = u"pods"_s, .width = 84, .hideOrder = 5, .descendingFirst = true},
              {.id = u"roles"_s, .kind = CellKind::Muted, .width = 100, .hideOrder = 7},
              {.id = u"taints"_s, .kind = CellKind::MonoMuted, .width = 140, .hideOrder = 9},
              {.id = u"version"_s, .kind = CellKind::Muted, .width = 80, .hideOrder = 8},
              {.id = u"age"_s, .kind = CellKind::Muted, .width = 64, .hideOrder = 6},
          },
          parent)
{
}

QString NodesModel::columnTitle(int column) const
{
    switch (column) {
    case Name:
        return tr("Node");
    case State:
        return tr("State");
    case CpuRequested:
        return tr("CPU requested");
    case CpuUsed:
        return tr("CPU used");
    case MemoryRequested:
        return tr("Memory requested");
    case MemoryUsed:
        return tr("Memory used");
    case Pods:
        return tr("Pods");
    case Roles:
        return tr("Roles");
    case Taints:
        return tr("Taints");
    case Version:
        return tr("Kubelet");
    case Age:
        return tr("Age");
    }
    return {};
}

QString NodesModel::columnToolTip(int column) const
{
    if (column == CpuRequested || column == MemoryRequested)
        return tr("What the pods on the node ask for, of what it gives to pods");
    return {};
}

Cell NodesModel::cell(const NodeLine& line, int column) const
{
    const kube::NodeRow& node = *line.node;
    const auto& may = node.allocatable;
    Cell cell;
    switch (column) {
    case Name:
        cell.text = node.name.toString();
        cell.toolTip = plainLine(node.internalIp.toString() + u' ' + node.osImage.toString(), 300);
        return cell;
    case State:
        return stateCell(nodeLook(node), nodeProblems(node));
    case CpuRequested:
        cell = shareCell(quantity::formatCpu(double(line.load.cpuMilli)),
                         quantity::formatCpu(double(may.cpuMilli)),
                         part(double(line.load.cpuMilli), double(may.cpuMilli)));
        cell.toolTip += u'\n' + tr("Capacity: %1").arg(quantity::formatCpu(double(node.capacity.cpuMilli)));
        return cell;
    case CpuUsed:
        return cpuCell(line.usedCpuMilli);
    case MemoryRequested:
        cell = shareCell(quantity::formatBytes(line.load.memory), quantity::formatBytes(may.memory),
                         part(double(line.load.memory), double(may.memory)));
        cell.toolTip += u'\n' + tr("Capacity: %1").arg(quantity::formatBytes(node.capacity.memory));
        return cell;
    case MemoryUsed:
        return bytesCell(line.usedMemory);
    case Pods:
        return shareCell(QLocale().toString(line.load.pods), QLocale().toString(may.pods),
                         part(line.load.pods, may.pods));
    case Roles:
        cell.text = node.roles.toString();
        return cell;
    case Taints: {
        QStringList lines;
        for (const kube::TaintRow& taint : node.taints)
            lines.append(taint.key.toString() +
                         (taint.value.isEmpty() ? QString() : u'=' + taint.value.toString()) + u':' +
                         taint.effect.toString());
        cell.text = lines.join(u", "_s);
        cell.toolTip = lines.join(u'\n');
        return cell;
    }
    case Version:
        cell.text = node.kubeletVersion.toString();
        return cell;
    case Age:
        return timeCell(QDateTime::fromMSecsSinceEpoch(node.createdMs, Qt::UTC));
    }
    return cell;
}

SortKey NodesModel::sortKey(const NodeLine& line, int column) const
{
    const auto& may = line.node->allocatable;
    switch (column) {
    case CpuRequested:
        return {part(double(line.load.cpuMilli), double(may.cpuMilli)), {}};
    case CpuUsed:
        return {std::isnan(line.usedCpuMilli) ? -1 : line.usedCpuMilli, {}};
    case MemoryRequested:
        return {part(double(line.load.memory), double(may.memory)), {}};
    case MemoryUsed:
        return {double(line.usedMemory), {}};
    case Pods:
        return {double(line.load.pods), {}};
    case Age:
        return {double(-line.node->createdMs), {}};
    default:
        return {0, cell(line, column).text};
    }
}

QString NodesModel::haystack(const NodeLine& line) const
{
    return line.node->name.toString() + u'\n' + line.node->roles.toString() + u'\n' +
           line.node->labels.toString() + u'\n' + line.node->internalIp.toString();
}

} // namespace kaptan::ui
