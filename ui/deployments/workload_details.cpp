#include "ui/deployments/workload_details.h"

#include "app/core/quantity.h"
#include "ui/common/format.h"
#include "ui/common/plain_text.h"
#include "ui/deployments/workload_actions.h"

#include <QVBoxLayout>

#include <algorithm>

namespace kaptan::ui
{

using workload::Event;

namespace
{

constexpr int eventLimit = 500;

enum EventColumn { At, What, Message };

} // namespace

WorkloadEventsModel::WorkloadEventsModel(QObject* parent)
    : RowModel<Event>({{QStringLiteral("at"), CellKind::Muted, 62, false, 0, true, true},
                       {QStringLiteral("what"), CellKind::Chip, 118, false, 0, true, false},
                       {QStringLiteral("message"), CellKind::Text, 140, true, 0, false, false}},
                      parent)
{
    sort(At, Qt::DescendingOrder);
}

QString WorkloadEventsModel::columnTitle(int column) const
{
    switch (column) {
    case At:
        return tr("Age");
    case What:
        //: column of events: what happened
        return tr("What");
    default:
        return tr("Message");
    }
}

Cell WorkloadEventsModel::cell(const Event& event, int column) const
{
    Cell cell;
    switch (column) {
    case At:
        return timeCell(event.at);
    case What: {
        StateLook state = look(event.severity);
        state.word = plainLine(event.action, 60);
        return stateCell(state);
    }
    default:
        cell.text =
            event.message.isEmpty() ? event.object : event.object + QStringLiteral(": ") + event.message;
        return cell;
    }
}

SortKey WorkloadEventsModel::sortKey(const Event& event, int column) const
{
    if (column == At)
        return {double(event.at.toMSecsSinceEpoch()), {}};
    return {0, column == What ? event.action : event.object};
}

QString WorkloadEventsModel::haystack(const Event& event) const
{
    return event.action + u'\n' + event.object.left(500) + u'\n' + event.message.left(500);
}

void WorkloadEventsModel::show(const QVector<Event>& events)
{
    setRows(events.size() > eventLimit ? events.last(eventLimit) : events);
}

void WorkloadEventsModel::add(const QVector<Event>& events)
{
    upsert(events);
    trim();
}

void WorkloadEventsModel::trim()
{
    if (total() <= eventLimit * 2)
        return;
    QVector<QPair<qint64, QString>> ages;
    forEach([&](const Event& event) { ages.append({event.at.toMSecsSinceEpoch(), event.id}); });
    std::sort(ages.begin(), ages.end());
    QVector<QString> old;
    for (qsizetype i = 0; i + eventLimit < ages.size(); ++i)
        old.append(ages.at(i).second);
    remove(old);
}

WorkloadDetails::WorkloadDetails(Drawer& drawer, WorkloadActions& actions, const UsageHistory& history,
                                 history::History* kept, QObject* parent)
    : QObject(parent), m_drawer(drawer), m_history(history), m_summary(new SummaryTab(actions, history)),
      m_eventsView(new TableView), m_events(new WorkloadEventsModel(this)), m_noEvents(new QLabel),
      m_kept(kept), m_past(new HistoryTab), m_curves(new ChartPanel), m_cpu(new ChartWidget),
      m_memory(new ChartWidget), m_network(new ChartWidget), m_disk(new ChartWidget)
{
    m_eventsView->setObjectName(QStringLiteral("workloadEvents"));
    m_eventsView->setRowModel(m_events);
    m_eventsView->setMultiSelection(true);
    m_events->sort(At, Qt::DescendingOrder);
    connect(m_eventsView, &TableView::escapePressed, &m_drawer, &Drawer::close);
    m_noEvents->setTextFormat(Qt::PlainText);
    m_noEvents->setWordWrap(true);
    m_noEvents->setContentsMargins(space::l, space::l, space::l, space::l);
    setLook(m_noEvents, Look::Muted);
    auto* events = new QWidget;
    auto* eventColumn = new QVBoxLayout(events);
    eventColumn->setContentsMargins(0, 0, 0, 0);
    eventColumn->setSpacing(0);
    eventColumn->addWidget(m_noEvents);
    eventColumn->addWidget(m_eventsView, 1);
    const auto showEmpty = [this] {
        m_noEvents->setVisible(m_events->total() == 0);
        m_eventsView->setVisible(m_events->total() > 0);
    };
    connect(m_events, &RowModelBase::countsChanged, this, showEmpty);
    connect(m_events, &RowModelBase::refilled, this, showEmpty);
    showEmpty();

    auto* charts = new QWidget;
    auto* chartColumn = new QVBoxLayout(charts);
    chartColumn->setContentsMargins(0, 0, 0, 0);
    chartColumn->setSpacing(space::m);
    for (ChartWidget* chart : {m_cpu, m_memory, m_network, m_disk})
        chartColumn->addWidget(chart);
    chartColumn->addStretch();
    m_cpu->setObjectName(QStringLiteral("cpuChart"));

    m_drawer.addTab(QStringLiteral("summary"), tr("Summary"), m_summary);
    m_drawer.addTab(QStringLiteral("events"), tr("Events"), events, true);
    m_drawer.addTab(QStringLiteral("metrics"), tr("Metrics"), charts);
    m_drawer.addTab(QStringLiteral("charts"), tr("Charts"), m_curves, true);
    m_drawer.setTabVisible(QStringLiteral("charts"), kept != nullptr);
    //: a tab: what was done to a deployment, and when
    m_drawer.addTab(QStringLiteral("history"), tr("History"), m_past, true);
    m_drawer.setTabVisible(QStringLiteral("history"), kept != nullptr);
    connect(&m_drawer, &Drawer::currentTabChanged, this, [this] { touch(); });
    retranslate();
}

void WorkloadDetails::setSession(session::Session* session)
{
    m_session = session;
    show(nullptr);
}

void WorkloadDetails::retranslate()
{
    m_drawer.setTabTitle(QStringLiteral("summary"), tr("Summary"));
    m_drawer.setTabTitle(QStringLiteral("events"), tr("Events"));
    m_drawer.setTabTitle(QStringLiteral("metrics"), tr("Metrics"));
    //: a tab: what was recorded over hours and days
    m_drawer.setTabTitle(QStringLiteral("charts"), tr("Charts"));
    m_drawer.setTabTitle(QStringLiteral("history"), tr("History"));
    m_past->retranslate();
    m_eventsView->setAccessibleName(tr("Events of this deployment"));
    m_noEvents->setText(tr("No events since the connection was made."));
    m_events->retranslate();
    m_summary->retranslate();
    if (m_workload)
        show(m_workload);
}

void WorkloadDetails::show(const workload::WorkloadPtr& workload)
{
    const bool other = !m_workload || !workload || m_workload->id != workload->id;
    m_workload = workload;
    if (!workload) {
        m_events->show({});
        m_past->show(m_kept, {});
        m_curves->show(m_kept, {}, {});
        return;
    }
    const StateLook state = look(workload->state);
    m_drawer.setHeading(workload->name, state.icon, state.word, state.tone);
    session::Session* owner = m_session ? m_session->memberOf(workload->id) : nullptr;
    m_summary->setOnCluster(owner && owner->platform() == workload::Platform::Kubernetes);
    m_summary->show(workload, owner ? owner->spec().address : QString());
    const history::Subject subject =
        owner ? history::subjectOf(owner->spec().id, *workload) : history::Subject();
    m_past->show(m_kept, subject);
    m_curves->show(
        m_kept,
        [this, connection = subject.connection] { return m_sources ? m_sources(connection) : nullptr; },
        subject);
    if (other) {
        QVector<Event> mine;
        if (m_session && m_session->events())
            for (const Event& event : m_session->events()->recent())
                if (event.workloadId == workload->id)
                    mine.append(event);
        m_events->show(mine);
        m_eventsView->scrollToTop();
    }
    showCharts();
}

void WorkloadDetails::addEvents(const QVector<Event>& batch)
{
    if (!m_workload)
        return;
    QVector<Event> mine;
    for (const Event& event : batch)
        if (event.workloadId == m_workload->id)
            mine.append(event);
    if (!mine.isEmpty())
        m_events->add(mine);
}

void WorkloadDetails::touch()
{
    if (!m_workload || !m_drawer.isOpen())
        return;
    m_summary->touch();
    showCharts();
}

void WorkloadDetails::showCharts()
{
    const QString id = m_workload->id;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto line = [&](Metric metric, const QString& name) {
        return ChartWidget::Line{name, m_history.current(id, metric, now), m_history.span(id, metric, 120),
                                 int(metric)};
    };
    const auto cpu = [](double value) { return quantity::formatCpu(value); };
    const auto bytes = [](double value) { return quantity::formatBytes(qint64(value)); };
    const auto rate = [](double value) { return quantity::formatRate(value); };
    m_cpu->set(tr("CPU"), {line(Metric::Cpu, {})}, cpu);
    m_memory->set(tr("Memory"), {line(Metric::Memory, {})}, bytes);
    //: chart legend: bytes received and sent over the network
    m_network->set(tr("Network"), {line(Metric::NetworkRx, tr("in")), line(Metric::NetworkTx, tr("out"))},
                   rate);
    //: chart legend: bytes read from and written to disk
    m_disk->set(tr("Disk"), {line(Metric::DiskRead, tr("read")), line(Metric::DiskWrite, tr("written"))},
                rate);
}

} // namespace kaptan::ui
