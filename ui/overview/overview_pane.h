#pragma once

#include "app/core/clock.h"
#include "ui/common/curve_view.h"
#include "ui/common/pane.h"
#include "ui/common/pane_frame.h"
#include "ui/common/widgets.h"
#include "ui/overview/overview_data.h"
#include "ui/overview/overview_parts.h"

#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>
#include <QTimer>

#include <optional>

namespace kaptan::ui
{

/// A connection at a glance: workloads by state, what is unwell or under way, what uses most, what happened
/// last, and curves of the whole. Everything leads to its pane.
class OverviewPane : public Pane
{
    Q_OBJECT
public:
    explicit OverviewPane(PaneHost& host, QWidget* parent = nullptr, Clock& clock = Clock::system());

    QString paneId() const override { return QStringLiteral("overview"); }

    QString title() const override;

    QString iconName() const override { return QStringLiteral("overview"); }

    void setSession(session::Session* session) override;

    PaneFrame* frame() const { return m_frame; }

    /// Of the state; null where it has none (Unknown).
    StateTile* tile(workload::WorkloadState state) const { return m_tiles.value(state); }

    /// Rows of "unwell", "underWay", "consumers", "events", as they are shown.
    QVector<LinkRow*> rows(const QString& card) const { return m_cards.value(card).rows; }

    /// "cpu", "memory", "network", "disk", "replicas", in this order.
    const QVector<CurveView*>& charts() const { return m_charts; }

    /// How often workloads were counted, for tests.
    int counted() const { return m_counts; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct List {
        Card* card = nullptr;
        QLabel* empty = nullptr;
        QVector<LinkRow*> rows;
        QVector<QPair<QString, QVariantMap>> targets; ///< pane and target of each row
    };

    void addCard(const QString& id);
    void fill(const QString& id, qsizetype count, const std::function<void(LinkRow&, qsizetype)>& set);
    void connectSources();
    void count();
    void showSummary(const WorkloadSummary& summary);
    void showEvents();
    void loadCharts();
    void showCharts(const Result<OverviewCharts>& charts);
    void place();
    void retranslate();
    ChartWords words() const;
    qint64 span() const;
    void zoom(qint64 fromMs, qint64 toMs);
    void whole();

    Clock& m_clock;
    PaneFrame* m_frame;
    QWidget* m_body;
    QGridLayout* m_grid;
    QWidget* m_tileRow;
    QMap<workload::WorkloadState, StateTile*> m_tiles;
    QMap<QString, List> m_cards;
    QVector<Card*> m_chartCards;
    QVector<CurveView*> m_charts;
    QComboBox* m_span;
    QPushButton* m_whole;                        ///< back from a zoom
    std::optional<QPair<qint64, qint64>> m_zoom; ///< from, to in seconds
    QPointer<session::Session> m_session;
    QPointer<workload::WorkloadSource> m_workloads;
    QPointer<workload::EventSource> m_events;
    WorkloadSummary m_summary;
    OverviewCharts m_last;
    QTimer m_soon;       ///< for many changes one count
    QTimer m_eventsSoon; ///< the same of events
    QTimer m_again;      ///< curves grow
    int m_columns = 0;
    int m_counts = 0;
    int m_turn = 0; ///< answers of an older one are dropped
    bool m_counting = false, m_loading = false;
};

} // namespace kaptan::ui
