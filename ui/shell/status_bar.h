#pragma once

#include "app/core/clock.h"
#include "app/session/session.h"
#include "ui/common/widgets.h"
#include "ui/shell/tasks.h"

#include <QTimer>

namespace kaptan::ui
{

/// The state of a connection in a word, with tone and icon.
struct StateWord {
    QString word; ///< "live", "stale since 14:03"
    Tone tone = Tone::Neutral;
    QString icon;
};

StateWord wordOf(const session::ConnectionState& state);

/// At the foot of the window: the connection's true state, engine and counts, the age of the data; the
/// running task with progress and cancel.
class StatusBar : public QWidget
{
    Q_OBJECT
public:
    StatusBar(TaskList& tasks, Clock& clock, QWidget* parent = nullptr);

    void setSession(session::Session* session);

    QString stateText() const { return m_state->text(); }

    QString engineText() const { return m_engine->fullText(); }

    QWidget* taskButton() const { return m_task; }

Q_SIGNALS:
    void tasksRequested();
    /// The state was clicked: the way to the connections.
    void connectionRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void refreshTasks();
    void retranslate();

    TaskList& m_tasks;
    Clock& m_clock;
    QPointer<session::Session> m_session;
    QPointer<workload::WorkloadSource> m_source;
    IconLabel* m_dot;
    QPushButton* m_state;
    ElidedLabel* m_engine;
    QLabel* m_age;
    QPushButton* m_task;
    MeterBar* m_bar;
    QPushButton* m_cancel;
    QTimer m_soon; ///< counts follow changes a few times a second, not each
    QTimer m_tick; ///< the age of data that is not live
    int m_shownTask = 0;
};

} // namespace kaptan::ui
