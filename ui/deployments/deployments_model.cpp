#include "ui/deployments/deployments_model.h"

#include "ui/common/format.h"

#include <cmath>

namespace kaptan::ui
{

using workload::Workload;
using workload::WorkloadState;

namespace
{

QVector<Column> columnsOfTable()
{
    // Widths leave the name at 1366x768 (a content of 1169) some 230 pixels; with the drawer open the image,
    // the kind and the restarts give way first.
    return {
        {QStringLiteral("name"), CellKind::Mono, 150, true, 0, true, false},
        {QStringLiteral("connection"), CellKind::MonoMuted, 110, false, 0, true, false},
        {QStringLiteral("group"), CellKind::MonoMuted, 92, false, 4, true, false},
        {QStringLiteral("kind"), CellKind::Muted, 128, false, 8, true, false},
        {QStringLiteral("state"), CellKind::Chip, 150, false, 0, true, false},
        {QStringLiteral("ready"), CellKind::Number, 64, false, 0, true, false},
        {QStringLiteral("cpu"), CellKind::Number, 60, false, 2, true, true},
        {QStringLiteral("cpuLine"), CellKind::Sparkline, 66, false, 6, false, false},
        {QStringLiteral("memory"), CellKind::Number, 82, false, 3, true, true},
        {QStringLiteral("memoryLine"), CellKind::Sparkline, 66, false, 5, false, false},
        {QStringLiteral("restarts"), CellKind::Number, 78, false, 7, true, true},
        {QStringLiteral("image"), CellKind::MonoMuted, 158, false, 9, true, false},
        {QStringLiteral("age"), CellKind::Number, 66, false, 1, true, false},
    };
}

/// Worst first, so that sorting by state brings what needs a person to the top.
int rank(WorkloadState state)
{
    switch (state) {
    case WorkloadState::Failing:
        return 0;
    case WorkloadState::Degraded:
        return 1;
    case WorkloadState::Unknown:
        return 2;
    case WorkloadState::Progressing:
        return 3;
    case WorkloadState::Paused:
        return 4;
    case WorkloadState::Running:
        return 5;
    case WorkloadState::Completed:
        return 6;
    case WorkloadState::Stopped:
        return 7;
    }
    return 8;
}

QString imagesText(const Workload& workload)
{
    return workload.images.join(QStringLiteral(", "));
}

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

bool matches(StateFilter filter, WorkloadState state)
{
    switch (filter) {
    case StateFilter::All:
        return true;
    case StateFilter::Failing:
        return state == WorkloadState::Failing;
    case StateFilter::Degraded:
        return state == WorkloadState::Degraded || state == WorkloadState::Unknown;
    case StateFilter::UnderWay:
        return state == WorkloadState::Progressing;
    case StateFilter::Running:
        return state == WorkloadState::Running || state == WorkloadState::Paused;
    case StateFilter::Stopped:
        return state == WorkloadState::Stopped || state == WorkloadState::Completed;
    }
    return true;
}

DeploymentsModel::DeploymentsModel(const UsageHistory& history, QObject* parent)
    : RowModel<WorkloadRow>(columnsOfTable(), parent), m_history(history)
{
}

QString DeploymentsModel::columnTitle(int column) const
{
    switch (column) {
    case Name:
        return tr("Name");
    case Connection:
        //: column: the connection that a row is of, where several are shown together
        return tr("Cluster");
    case Group:
        if (m_joint && !m_onCluster)
            //: column: a Compose project or a cluster's namespace
            return tr("Group");
        //: a Compose project
        return m_onCluster ? tr("Namespace") : tr("Project");
    case Kind:
        return tr("Kind");
    case State:
        return tr("State");
    case Ready:
        //: column: ready replicas of wanted ones
        return tr("Ready");
    case Cpu:
        return tr("CPU");
    case CpuLine:
    case MemoryLine:
        //: column of small charts: the last hour
        return tr("1 h");
    case Memory:
        return tr("Memory");
    case Restarts:
        return tr("Restarts");
    case Image:
        return tr("Image");
    case Age:
        return tr("Age");
    default:
        return {};
    }
}

QString DeploymentsModel::columnToolTip(int column) const
{
    switch (column) {
    case Ready:
        return tr("Replicas that run and are healthy, of those that ought to");
    case Cpu:
        return tr("Cores, or thousandths of one (250m), all replicas together");
    case CpuLine:
        return tr("CPU of the last hour, or since the row has been in sight");
    case Memory:
        return tr("Memory in use without caches, all replicas together");
    case MemoryLine:
        return tr("Memory of the last hour, or since the row has been in sight");
    case Restarts:
        return tr("Restarts by the engine, all replicas together");
    case Age:
        return tr("Since the oldest replica was created");
    default:
        return {};
    }
}

void DeploymentsModel::setOrigin(bool onCluster, bool joint)
{
    m_onCluster = onCluster;
    m_joint = joint;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnTotal - 1);
}

void DeploymentsModel::setStateFilter(StateFilter filter)
{
    if (m_state == filter)
        return;
    m_state = filter;
    refilter();
}

void DeploymentsModel::setKindFilter(std::optional<workload::WorkloadKind> kind)
{
    if (m_kind == kind)
        return;
    m_kind = kind;
    refilter();
}

workload::WorkloadPtr DeploymentsModel::workload(const QString& id) const
{
    const WorkloadRow* row = find(id);
    return row ? row->workload : nullptr;
}

QString DeploymentsModel::pending(const QString& id) const
{
    const WorkloadRow* row = find(id);
    return row ? row->pending : QString();
}

void DeploymentsModel::setPending(const QString& id, const QString& word)
{
    if (const WorkloadRow* row = find(id); row && row->pending != word)
        upsert({WorkloadRow{row->workload, word}});
}

Cell DeploymentsModel::lineCell(const QString& id, Metric metric, int color) const
{
    Cell cell;
    auto span = m_history.span(id, metric, 32);
    if (!span.values.isEmpty())
        cell.series = std::make_shared<const QVector<double>>(std::move(span.values));
    cell.seriesColor = color;
    return cell;
}

Cell DeploymentsModel::cell(const WorkloadRow& row, int column) const
{
    const Workload& workload = *row.workload;
    Cell cell;
    switch (column) {
    case Name:
        cell.text = workload.name;
        break;
    case Connection:
        cell.text = workload.connection;
        break;
    case Group:
        cell.text = workload.group;
        break;
    case Kind:
        cell.text = kindName(workload.kind);
        break;
    case State:
        if (!row.pending.isEmpty())
            return stateCell({row.pending, Tone::Progress, look(WorkloadState::Progressing).icon});
        return stateCell(look(workload.state), workload.reason);
    case Ready:
        cell = readyCell(workload.ready, workload.desired);
        if (workload.state == WorkloadState::Stopped || workload.state == WorkloadState::Completed)
            cell.tone = Tone::Neutral;
        break;
    case Cpu:
        return cpuCell(m_history.current(workload.id, Metric::Cpu, nowMs()));
    case CpuLine:
        return lineCell(workload.id, Metric::Cpu, int(Metric::Cpu));
    case Memory: {
        const double bytes = m_history.current(workload.id, Metric::Memory, nowMs());
        return bytesCell(std::isnan(bytes) ? -1 : qint64(bytes));
    }
    case MemoryLine:
        return lineCell(workload.id, Metric::Memory, int(Metric::Memory));
    case Restarts:
        cell = countCell(workload.restarts);
        cell.dim = workload.restarts == 0;
        break;
    case Image:
        cell.text = imagesText(workload);
        break;
    case Age:
        return timeCell(workload.created);
    default:
        break;
    }
    return cell;
}

SortKey DeploymentsModel::sortKey(const WorkloadRow& row, int column) const
{
    const Workload& workload = *row.workload;
    const auto numberOr = [](double value) { return std::isnan(value) ? -1 : value; };
    switch (column) {
    case Name:
        return {0, workload.name};
    case Connection:
        return {0, workload.connection};
    case Group:
        return {workload.group.isEmpty() ? 1.0 : 0.0, workload.group};
    case Kind:
        return {0, kindName(workload.kind)};
    case State:
        return {double(rank(workload.state)), workload.name};
    case Ready:
        return {workload.desired == 0 ? 2 : double(workload.ready) / workload.desired, workload.name};
    case Cpu:
        return {numberOr(m_history.current(workload.id, Metric::Cpu, nowMs())), {}};
    case Memory:
        return {numberOr(m_history.current(workload.id, Metric::Memory, nowMs())), {}};
    case Restarts:
        return {double(workload.restarts), {}};
    case Image:
        return {0, imagesText(workload)};
    case Age:
        return {-double(workload.created.toMSecsSinceEpoch()), {}};
    default:
        return {};
    }
}

QString DeploymentsModel::haystack(const WorkloadRow& row) const
{
    const Workload& workload = *row.workload;
    return QStringList{workload.name.left(2000), workload.group.left(2000), workload.connection.left(2000),
                       kindName(workload.kind),  look(workload.state).word, imagesText(workload).left(4000)}
        .join(u'\n');
}

bool DeploymentsModel::accepts(const WorkloadRow& row) const
{
    return matches(m_state, row.workload->state) && (!m_kind || *m_kind == row.workload->kind);
}

} // namespace kaptan::ui
