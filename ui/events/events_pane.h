#pragma once

#include "ui/common/pane.h"
#include "ui/common/pane_frame.h"
#include "ui/common/table_view.h"
#include "ui/events/events_model.h"
#include "ui/events/stored_events.h"
#include "ui/events/time_line.h"
#include "ui/events/time_range.h"

#include <QMenu>
#include <QTimer>

#include <functional>

namespace kaptan::ui
{

/// What happens on a connection, live, and what happened before and was kept, as one list, the newest first:
/// older ones are fetched where one scrolls to the end or narrows the choice. New rows wait while somebody
/// points at the rows or reads one, and while it is paused; a chip says how many and shows them.
class EventsPane : public Pane
{
    Q_OBJECT
public:
    explicit EventsPane(PaneHost& host, QWidget* parent = nullptr, Clock& clock = Clock::system());

    QString paneId() const override { return QStringLiteral("events"); }

    QString title() const override;

    QString iconName() const override { return QStringLiteral("events"); }

    void setSession(session::Session* session) override;
    /// {"filter"}: shows what holds these words ("objectId" or "name" do the same).
    void showTarget(const QVariantMap& target) override;

    void focusFilter() override { m_frame->focusFilter(); }

    EventsModel* model() const { return m_model; }

    TableView* table() const { return m_table; }

    PaneFrame* frame() const { return m_frame; }

    Drawer* drawer() const { return m_drawer; }

    TimeLine* timeLine() const { return m_timeLine; }

    TimeRange* timeRange() const { return m_range; }

    StoredEvents* stored() const { return m_stored; }

    /// "pause", "details", "goToDeployment", "copy", "find".
    QAction* action(const QString& id) const;

    bool isPaused() const { return m_paused; }

    void setPaused(bool paused);

    /// Events that came and are not shown yet.
    int held() const { return static_cast<int>(m_held.size()); }

    /// How often rows were put into the model, for tests.
    int applied() const { return m_applied; }

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeActions();
    void makeFilters();
    void connectFrame();
    void followHistory();
    void takeWritten();
    void askHistory();
    void takePage(const QVector<history::StoredEvent>& events, bool anew);
    void fetchMore();
    void showOwnBars();
    void passTime();
    QString workloadIdOf(const EventRow& row) const;
    void connectEvents();
    void sessionChanged();
    void take(const QVector<workload::Event>& batch);
    void applyHeld(bool always);
    bool isBusy() const;
    void updateState();
    void updateActions();
    void showDetails(const QString& key);
    void fillDrawer();
    void copyEvent();
    void goToDeployment();
    QAction* add(const QString& id, const QList<QKeySequence>& shortcuts);
    void retranslate();
    void restyle();
    void fillSeverityMenu();
    void fillWordMenu(QMenu& menu, const QStringList& words, const QString& shown,
                      const std::function<void(const QString&)>& choose);
    void showFilters();

    PaneFrame* m_frame;
    TableView* m_table;
    EventsModel* m_model;
    Drawer* m_drawer;
    FactList* m_facts;
    QPushButton* m_severity;
    QPushButton* m_kind;
    QPushButton* m_reason;
    QMenu* m_severityMenu;
    QMenu* m_kindMenu;
    QMenu* m_reasonMenu;
    TimeRange* m_range;
    TimeLine* m_timeLine;
    StoredEvents* m_stored;
    Clock& m_clock;
    QHash<QString, QAction*> m_actions;
    QPointer<session::Session> m_session;
    QPointer<workload::EventSource> m_source;
    QVector<workload::Event> m_held;
    QTimer m_apply;
    QTimer m_ages;
    QTimer m_ask;         ///< a choice that is being made
    QTimer m_news;        ///< something was stored
    int m_sinceRange = 0; ///< turns of m_ages
    bool m_atEnd = false; ///< the history has been read to the end of the choice
    bool m_paused = false;
    bool m_pointed = false;
    bool m_wasLive = false;
    int m_applied = 0;
};

} // namespace kaptan::ui
