#include "ui/shell/main_window.h"

#include "app/prometheus/sources.h"

#include "ui/cluster/cluster_pane.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/pane_frame.h"
#include "ui/common/plain_text.h"
#include "ui/connections/connections_pane.h"
#include "ui/deployments/deployments_pane.h"
#include "ui/events/events_pane.h"
#include "ui/logs/logs_pane.h"
#include "ui/overview/overview_pane.h"
#include "ui/reports/reports_pane.h"
#include "ui/settings/settings_pane.h"
#include "ui/shell/developer_panel.h"
#include "ui/shell/list_popup.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/welcome.h"

#include <QApplication>
#include <QCloseEvent>
#include <QGridLayout>
#include <QKeyEvent>

namespace kaptan::ui
{

namespace key = settings::key;

/// Below this width words in the sidebar cost more than they give.
static constexpr int narrowWindow = 1000;

MainWindow::MainWindow(const Parts& parts)
    : m_parts(parts), m_tasks(parts.clock, this), m_notifications(parts.clock, this)
{
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(900, 560);
    resize(1366, 768);

    m_top = new TopBar(parts.connections, this);
    m_sidebar = new Sidebar(this);
    m_offer = new OfferBar(this);
    m_stack = new QStackedWidget(this);
    m_stack->setFocusPolicy(Qt::ClickFocus);
    m_welcome = new WelcomePage(parts.connections, parts.embedded, m_stack);
    m_stack->addWidget(m_welcome);
    m_developer = new DeveloperPanel(this);
    m_status = new StatusBar(m_tasks, parts.clock, this);
    auto* middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_offer);
    middle->addWidget(m_stack, 1);
    middle->addWidget(m_developer);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(m_top, 0, 0, 1, 2);
    grid->addWidget(m_sidebar, 1, 0);
    grid->addLayout(middle, 1, 1);
    grid->addWidget(m_status, 2, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(1, 1);

    m_palette = new CommandPalette(this);
    m_taskPopup = new TaskPopup(m_tasks, this);
    m_notificationPopup = new NotificationPopup(m_notifications, this);
    m_toast = new Toast(this);

    makePanes();
    makeActions();
    connect(m_sidebar, &Sidebar::chosen, this, [this](const QString& id) { openPane(id); });
    connect(m_sidebar, &Sidebar::collapseToggled, this,
            [this](bool collapsed) { (void)m_parts.settings.set(key::sidebarCollapsed, collapsed); });
    connect(m_top, &TopBar::connectionChosen, this, &MainWindow::connectTo);
    connect(m_top, &TopBar::manageConnections, this, [this] { openPane(QStringLiteral("connections")); });
    connect(m_top, &TopBar::paletteRequested, this, &MainWindow::openPalette);
    connect(m_top, &TopBar::notificationsRequested, this, &MainWindow::showNotifications);
    connect(m_status, &StatusBar::tasksRequested, this, &MainWindow::showTasks);
    connect(m_status, &StatusBar::connectionRequested, this, [this] {
        openPane(QStringLiteral("connections"),
                 m_session ? QVariantMap{{QStringLiteral("connectionId"), m_session->spec().id}}
                           : QVariantMap());
    });
    connect(m_taskPopup, &TaskPopup::openRequested, this, &MainWindow::openPane);
    connect(m_notificationPopup, &NotificationPopup::openRequested, this, &MainWindow::openPane);
    connect(m_toast, &Toast::activated, this,
            [this](const Notification& n) { openPane(n.paneId, n.target); });
    connect(&m_notifications, &NotificationList::changed, this,
            [this] { m_top->setUnread(m_notifications.unread()); });
    connect(&m_notifications, &NotificationList::added, this, [this](const Notification& n) {
        m_toast->place(m_status->height());
        m_toast->present(n);
    });
    connect(&m_tasks, &TaskList::ended, this, &MainWindow::followTask);
    connect(m_welcome, &WelcomePage::engineStarted, this, &MainWindow::connectTo);
    connect(m_welcome, &WelcomePage::addRequested, this, [this] {
        openPane(QStringLiteral("connections"), {{QStringLiteral("add"), true}});
    });
    connect(m_welcome, &WelcomePage::connectionsRequested, this,
            [this] { openPane(QStringLiteral("connections")); });
    connect(m_offer, &OfferBar::accepted, this, &MainWindow::deploySample);
    connect(m_offer, &OfferBar::declined, this, [this] {
        m_offerDeclined = m_session ? m_session->spec().id : QString();
        updateOffer();
    });
    connect(&m_parts.connections, &session::Connections::changed, this, &MainWindow::updateWelcome);
    connect(&m_parts.connections, &session::Connections::aboutToRemove, this, [this](const QString& id) {
        if (m_session && m_session->spec().id == id)
            setSession(nullptr);
    });
    connect(&m_parts.settings, &settings::Settings::changed, this, &MainWindow::updateSidebar);

    m_offerSoon.setSingleShot(true);
    m_offerSoon.setInterval(300);
    connect(&m_offerSoon, &QTimer::timeout, this, &MainWindow::updateOffer);

    restoreLayout();
    retranslate();
    openPane(m_panes.contains(parts.settings.get(key::lastPane)) ? parts.settings.get(key::lastPane)
                                                                 : QStringLiteral("deployments"));
    setSession(nullptr);
}

MainWindow::~MainWindow()
{
    // Panes let go of the session while the window's parts still live.
    for (Pane* pane : std::as_const(m_panes))
        pane->setSession(nullptr);
}

history::CurveSource* MainWindow::curveSource(const QString& connectionId)
{
    return m_parts.prometheus ? m_parts.prometheus->source(connectionId) : nullptr;
}

void MainWindow::makePanes()
{
    addPane(new OverviewPane(*this, m_stack, m_parts.clock), false);
    addPane(new ClusterPane(*this, m_stack), false);
    addPane(new DeploymentsPane(*this, m_stack), false);
    auto* logs = new LogsPane(*this, m_stack);
    addPane(logs, false);
    addPane(new EventsPane(*this, m_stack, m_parts.clock), false);
    addPane(new ReportsPane(*this, m_stack, m_parts.clock), false);
    auto* connections = new ConnectionsPane(*this, m_parts.connections, m_parts.embedded, m_stack);
    if (m_parts.prometheus)
        connections->setSources(*m_parts.prometheus);
    addPane(connections, true);
    addPane(new SettingsPane(*this, m_parts.settings, m_stack), true);
    connect(connections, &ConnectionsPane::connectRequested, this, &MainWindow::connectTo);
    connect(connections, &ConnectionsPane::togetherRequested, this, &MainWindow::connectTogether);

    // How logs look is a setting; a change in the pane is kept, a change of the setting is shown.
    settings::Settings& settings = m_parts.settings;
    const auto loadLogs = [logs, &settings] {
        if (logs->showsTimestamps() != settings.get(key::logTimestamps))
            logs->setTimestamps(settings.get(key::logTimestamps));
        if (logs->wraps() != settings.get(key::logWrap))
            logs->setWrap(settings.get(key::logWrap));
        logs->setBufferBytes(qint64(settings.get(key::logBuffer)) << 20);
    };
    loadLogs();
    connect(&settings, &settings::Settings::changed, logs, [loadLogs](const QString& name) {
        if (name.startsWith(QLatin1String("logs/")))
            loadLogs();
    });
    connect(logs, &LogsPane::displayOptionsChanged, this, [logs, &settings] {
        (void)settings.set(key::logTimestamps, logs->showsTimestamps());
        (void)settings.set(key::logWrap, logs->wraps());
    });
}

void MainWindow::addPane(Pane* pane, bool below)
{
    const QString id = pane->paneId();
    m_panes.insert(id, pane);
    m_order.append(id);
    m_stack->addWidget(pane);
    m_sidebar->addPane(id, pane->iconName(), below);
    connect(pane, &Pane::badgeChanged, this, [this, pane, id] { m_sidebar->setBadge(id, pane->badge()); });
    m_sidebar->setBadge(id, pane->badge());
    if (!pane->focusProxy())
        if (auto* frame = pane->findChild<PaneFrame*>())
            pane->setFocusProxy(frame);
    for (PaneFrame* frame : pane->findChildren<PaneFrame*>())
        connect(frame, &PaneFrame::connectionsRequested, this,
                [this] { openPane(QStringLiteral("connections")); });
}

// ---- panes

void MainWindow::openPane(const QString& paneId, const QVariantMap& target)
{
    Pane* pane = m_panes.value(paneId);
    if (!pane)
        return;
    m_current = paneId;
    m_sidebar->setCurrent(paneId);
    updateWelcome();
    focusPane();
    if (!target.isEmpty())
        pane->showTarget(target);
    updateTitle();
    updateOffer();
}

void MainWindow::focusPane()
{
    QWidget* shown = m_stack->currentWidget();
    const QWidget* focus = focusWidget();
    if (!shown || (focus && focus != shown && shown->isAncestorOf(focus) && focus->isVisible()))
        return;
    // A pane that has nothing to show yet takes the focus to its content when that comes; see PaneFrame.
    QWidget* wanted = shown;
    while (wanted->focusProxy())
        wanted = wanted->focusProxy();
    if (wanted != shown && wanted->isVisibleTo(this))
        wanted->setFocus();
    else
        m_stack->setFocus();
}

bool MainWindow::showsWelcome() const
{
    return m_stack->currentWidget() == m_welcome;
}

void MainWindow::updateWelcome()
{
    // Connections and settings help even where there is no engine.
    const bool own = m_current == QLatin1String("connections") || m_current == QLatin1String("settings");
    const bool lost = !m_session && !m_parts.connections.best() && m_parts.settings.get(key::offerEmbedded);
    QWidget* shown = lost && !own ? static_cast<QWidget*>(m_welcome) : m_panes.value(m_current);
    if (shown)
        m_stack->setCurrentWidget(shown);
}

// ---- what panes ask for

void MainWindow::notify(Severity severity, const QString& title, const QString& text, const QString& paneId,
                        const QVariantMap& target)
{
    Notification notification;
    notification.severity = severity;
    notification.title = title;
    notification.text = text;
    notification.paneId = paneId;
    notification.target = target;
    m_notifications.add(notification);
}

void MainWindow::runTask(const QString& title, const QString& doneText, const QFuture<Result<void>>& future,
                         const QString& paneId, const QVariantMap& target)
{
    m_tasks.add(title, doneText, future, paneId, target);
}

void MainWindow::followTask(const Task& task)
{
    if (m_closing)
        return;
    // Whoever has done something here knows the way.
    if (task.state == Task::State::Done && m_session)
        m_offerDeclined = m_session->spec().id;
    if (task.state == Task::State::Done)
        notify(Severity::Success, task.doneText.isEmpty() ? task.title : task.doneText, {}, task.paneId,
               task.target);
    else if (task.state == Task::State::Cancelled)
        //: %1 is the title of a task
        notify(Severity::Info, tr("Cancelled: %1").arg(task.title), {}, task.paneId, task.target);
    else if (task.error)
        notify(Severity::Error, task.error->message(), task.error->advice(), task.paneId, task.target);
}

// ---- the window

void MainWindow::restoreLayout()
{
    const QByteArray geometry = m_parts.settings.get(key::windowGeometry);
    if (!geometry.isEmpty())
        restoreGeometry(geometry);
    updateSidebar();
}

void MainWindow::saveLayout()
{
    (void)m_parts.settings.set(key::windowGeometry, saveGeometry());
    (void)m_parts.settings.set(key::lastPane, m_current);
}

void MainWindow::updateSidebar()
{
    const bool collapsed = m_parts.settings.get(key::sidebarCollapsed) || width() < narrowWindow;
    if (collapsed != m_sidebar->isCollapsed())
        m_sidebar->setCollapsed(collapsed);
}

void MainWindow::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    focusPane();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    updateSidebar();
    if (m_toast->isVisible())
        m_toast->place(m_status->height());
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    // Not a shortcut, so that a pane's own F5 comes first instead of both being ambiguous.
    if (event->key() == Qt::Key_F5) {
        retry();
        return;
    }
    QWidget::keyPressEvent(event);
}

void MainWindow::closeNow()
{
    m_closing = true;
    m_tasks.cancelAll();
    close();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    const int active = m_tasks.active();
    if (m_closing || active == 0 || !m_parts.settings.get(key::confirmQuit)) {
        m_closing = true;
        saveLayout();
        event->accept();
        return;
    }
    event->ignore();
    Question question;
    question.title = tr("Quit Kaptan");
    //: %n tasks that are still running
    question.text = tr("%n tasks are under way and will be cancelled.", nullptr, active);
    Question::Group group{tr("Tasks"), {}};
    for (const Task& task : m_tasks.tasks())
        if (task.isActive())
            group.names.append(task.title);
    question.goes = {group};
    question.confirmText = tr("Cancel them and quit");
    ConfirmDialog::ask(this, question, [this] { closeNow(); });
}

void MainWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        // After the panes, so that their titles are in the new language.
        QMetaObject::invokeMethod(this, &MainWindow::retranslate, Qt::QueuedConnection);
}

} // namespace kaptan::ui
