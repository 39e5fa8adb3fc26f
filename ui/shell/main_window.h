#pragma once

#include "app/session/connections.h"
#include "app/session/embedded_engine.h"
#include "app/settings/settings.h"
#include "ui/common/pane.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/notifications.h"
#include "ui/shell/tasks.h"

#include <QHash>
#include <QPointer>
#include <QStackedWidget>
#include <QTimer>

namespace kaptan::prometheus
{
class Sources;
}

namespace kaptan::recorder
{
class Recorder;
}

namespace kaptan::ui
{

class DeveloperPanel;
class NotificationPopup;
class OfferBar;
class Sidebar;
class StatusBar;
class TaskPopup;
class TopBar;
class WelcomePage;

/// The window: sidebar, top bar, the panes, status bar, and what panes ask of their host.
class MainWindow : public QWidget, public PaneHost
{
    Q_OBJECT
public:
    /// All outlive the window.
    struct Parts {
        settings::Settings& settings;
        session::Connections& connections;
        session::EmbeddedEngine& embedded;
        Clock& clock;
        history::History* history = nullptr;       ///< null: nothing is kept
        recorder::Recorder* recorder = nullptr;    ///< null: nothing is recorded
        prometheus::Sources* prometheus = nullptr; ///< null: none can be named
    };

    explicit MainWindow(const Parts& parts);
    ~MainWindow() override;

    // PaneHost
    void openPane(const QString& paneId, const QVariantMap& target = {}) override;
    void notify(Severity severity, const QString& title, const QString& text, const QString& paneId = {},
                const QVariantMap& target = {}) override;
    void runTask(const QString& title, const QString& doneText, const QFuture<Result<void>>& future,
                 const QString& paneId = {}, const QVariantMap& target = {}) override;

    history::History* history() override { return m_parts.history; }

    recorder::Recorder* recorder() override { return m_parts.recorder; }

    history::CurveSource* curveSource(const QString& connectionId) override;

    /// Opens the session of a connection and shows it everywhere.
    void connectTo(const QString& connectionId);
    /// The same for several connections, side by side.
    void connectTogether(const QStringList& connectionIds);
    /// Shows a session that somebody else owns and opens (tests); null shows none.
    void setSession(session::Session* session);

    session::Session* session() const { return m_session; }

    Pane* pane(const QString& paneId) const { return m_panes.value(paneId); }

    QString currentPane() const { return m_current; }

    bool showsWelcome() const;

    TaskList& tasks() { return m_tasks; }

    NotificationList& notifications() { return m_notifications; }

    CommandPalette* commandPalette() const { return m_palette; }

    StatusBar* statusBar() const { return m_status; }

    Sidebar* sidebar() const { return m_sidebar; }

    DeveloperPanel* developerPanel() const { return m_developer; }

    /// Closes without a question; running tasks are cancelled.
    void closeNow();

Q_SIGNALS:
    void sessionChanged();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makePanes();
    void openAndShow(session::Session& session);
    void focusPane();
    void addPane(Pane* pane, bool below);
    void makeActions();
    QAction* makeAction(const char* name, const QKeySequence& keys, void (MainWindow::*slot)());
    void retranslate();
    void restoreLayout();
    void saveLayout();
    void updateSidebar();
    void updateTitle();
    void updateWelcome();
    void updateOffer();
    void deploySample();
    void followTask(const Task& task);
    QVector<Command> commands();
    void addSettingCommands(QVector<Command>& all, const QString& key);

    void openPalette();
    void focusFilter();
    void showKeys();
    void toggleSidebar();
    void showSwitcher();
    void showNotifications();
    void showTasks();
    void toggleDeveloper();
    void retry();

    void quit() { close(); }

    Parts m_parts;
    TaskList m_tasks;
    NotificationList m_notifications;
    TopBar* m_top;
    Sidebar* m_sidebar;
    QStackedWidget* m_stack;
    WelcomePage* m_welcome;
    OfferBar* m_offer;
    StatusBar* m_status;
    DeveloperPanel* m_developer;
    CommandPalette* m_palette;
    TaskPopup* m_taskPopup;
    NotificationPopup* m_notificationPopup;
    Toast* m_toast;
    QHash<QString, Pane*> m_panes;
    QStringList m_order; ///< of panes, as Ctrl+1 to 9 count them
    QString m_current;
    QPointer<session::Session> m_session;
    QPointer<workload::WorkloadSource> m_source;
    QVector<QPair<QAction*, const char*>> m_actions; ///< with their names
    QTimer m_offerSoon; ///< whether an engine is empty is looked at a few times a second, not at each change
    QString m_offerDeclined; ///< connection whose operator wants no sample
    bool m_sampleRunning = false;
    bool m_closing = false;
};

} // namespace kaptan::ui
