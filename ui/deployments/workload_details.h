#pragma once

#include "app/session/session.h"
#include "ui/common/chart_panel.h"
#include "ui/common/drawer.h"
#include "ui/common/row_model.h"
#include "ui/common/table_view.h"
#include "ui/deployments/chart_widget.h"
#include "ui/deployments/history_tab.h"
#include "ui/deployments/summary_tab.h"

#include <QPointer>

namespace kaptan::ui
{

/// Events of one workload, newest first; the last 500.
class WorkloadEventsModel : public RowModel<workload::Event>
{
    Q_OBJECT
public:
    explicit WorkloadEventsModel(QObject* parent = nullptr);
    QString columnTitle(int column) const override;
    void show(const QVector<workload::Event>& events);
    void add(const QVector<workload::Event>& events);

protected:
    QString keyOf(const workload::Event& event) const override { return event.id; }

    Cell cell(const workload::Event& event, int column) const override;
    SortKey sortKey(const workload::Event& event, int column) const override;
    QString haystack(const workload::Event& event) const override;

private:
    void trim();
};

/// Fills the drawer with one workload: summary, events, metrics of the moment, charts and changes of the
/// history.
class WorkloadDetails : public QObject
{
    Q_OBJECT
public:
    WorkloadDetails(Drawer& drawer, WorkloadActions& actions, const UsageHistory& history,
                    history::History* kept, QObject* parent);

    void setSession(session::Session* session);

    /// Where a further source of a connection's curves is found; see PaneHost::curveSource().
    using Sources = std::function<history::CurveSource*(const QString& connectionId)>;

    void setSources(Sources sources) { m_sources = std::move(sources); }

    /// Null empties it.
    void show(const workload::WorkloadPtr& workload);

    workload::WorkloadPtr shown() const { return m_workload; }

    /// New samples, or time passed.
    void touch();
    void addEvents(const QVector<workload::Event>& batch);
    void retranslate();

private:
    void showCharts();

    Drawer& m_drawer;
    const UsageHistory& m_history;
    QPointer<session::Session> m_session;
    workload::WorkloadPtr m_workload;
    SummaryTab* m_summary;
    TableView* m_eventsView;
    WorkloadEventsModel* m_events;
    QLabel* m_noEvents;
    history::History* m_kept; ///< null: nothing is
    HistoryTab* m_past;
    ChartPanel* m_curves;
    Sources m_sources;
    ChartWidget* m_cpu;
    ChartWidget* m_memory;
    ChartWidget* m_network;
    ChartWidget* m_disk;
};

} // namespace kaptan::ui
