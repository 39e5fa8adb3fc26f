// What can be done in the whole window: its keys, the command palette, the list of keys.
#include "ui/common/format.h"
#include "ui/common/plain_text.h"
#include "ui/common/widgets.h"
#include "ui/shell/developer_panel.h"
#include "ui/shell/key_list.h"
#include "ui/shell/list_popup.h"
#include "ui/shell/main_window.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/welcome.h"

#include <QApplication>

namespace kaptan::ui
{

namespace
{

QString keysOf(const QKeySequence& keys)
{
    return keys.toString(QKeySequence::NativeText);
}

QString wordOf(const QAction* action)
{
    QString text = action->text();
    return text.remove(u'&');
}

} // namespace

QAction* MainWindow::makeAction(const char* name, const QKeySequence& keys, void (MainWindow::*slot)())
{
    auto* action = new QAction(this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    m_actions.append({action, name});
    return action;
}

void MainWindow::makeActions()
{
    makeAction("palette", Qt::CTRL | Qt::Key_K, &MainWindow::openPalette);
    makeAction("filter", Qt::Key_Slash, &MainWindow::focusFilter);
    makeAction("switch", Qt::CTRL | Qt::Key_O, &MainWindow::showSwitcher);
    makeAction("retry", {}, &MainWindow::retry); // F5, see keyPressEvent()
    makeAction("tasks", Qt::CTRL | Qt::SHIFT | Qt::Key_T, &MainWindow::showTasks);
    makeAction("notifications", Qt::CTRL | Qt::SHIFT | Qt::Key_N, &MainWindow::showNotifications);
    makeAction("sidebar", Qt::CTRL | Qt::Key_B, &MainWindow::toggleSidebar);
    makeAction("keys", {}, &MainWindow::showKeys)->setShortcuts({Qt::Key_F1, Qt::Key_Question});
    makeAction("developer", Qt::CTRL | Qt::SHIFT | Qt::Key_F12, &MainWindow::toggleDeveloper);
    makeAction("quit", Qt::CTRL | Qt::Key_Q, &MainWindow::quit);
    for (int i = 0; i < m_order.size() && i < 9; ++i) {
        auto* action = new QAction(this);
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)));
        connect(action, &QAction::triggered, this, [this, i] { openPane(m_order.value(i)); });
        addAction(action);
    }
}

void MainWindow::retranslate()
{
    const QHash<QString, QString> texts{
        {QStringLiteral("palette"), tr("Command palette")},
        {QStringLiteral("filter"), tr("Filter")},
        {QStringLiteral("switch"), tr("Switch the connection")},
        {QStringLiteral("retry"), tr("Connect again now")},
        {QStringLiteral("tasks"), tr("Task list")},
        {QStringLiteral("notifications"), tr("Notifications")},
        {QStringLiteral("sidebar"), tr("Collapse or expand the sidebar")},
        {QStringLiteral("keys"), tr("List of keys")},
        {QStringLiteral("developer"), tr("Developer panel")},
        {QStringLiteral("quit"), tr("Quit")},
    };
    for (const auto& [action, name] : std::as_const(m_actions))
        action->setText(texts.value(QString::fromLatin1(name)));
    for (int i = 0; i < m_order.size(); ++i)
        m_sidebar->setTitle(m_order[i], m_panes.value(m_order[i])->title(),
                            keysOf(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i))));
    m_offer->setTexts(
        tr("This engine is empty. Deploy a small sample, a web page in two replicas, to look around?"),
        tr("Deploy the sample"), tr("Not now"));
    m_top->setUnread(m_notifications.unread());
    updateTitle();
}

// ---- command palette

QVector<Command> MainWindow::commands()
{
    QVector<Command> all;
    // What the pane can do first: it is what one looks at.
    if (const Pane* pane = m_panes.value(m_current); pane && !showsWelcome())
        for (QAction* action : pane->paletteActions()) {
            if (!action || action->isSeparator() || action->text().isEmpty() || !action->isVisible())
                continue;
            Command command;
            command.title = wordOf(action);
            command.group = pane->title();
            command.icon = pane->iconName();
            command.shortcut = keysOf(action->shortcut());
            if (!action->isEnabled())
                command.whyNot = action->toolTip() == command.title || action->toolTip().isEmpty()
                                     ? tr("Not possible now.")
                                     : action->toolTip();
            command.run = [guarded = QPointer<QAction>(action)] {
                if (guarded)
                    guarded->trigger();
            };
            all.append(command);
        }
    for (int i = 0; i < m_order.size(); ++i) {
        const QString id = m_order[i];
        const Pane* pane = m_panes.value(id);
        //: group in the command palette: panes that one can go to
        all.append({pane->title(),
                    tr("Go to"),
                    pane->iconName(),
                    keysOf(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i))),
                    {},
                    [this, id] { openPane(id); }});
    }
    for (const session::ConnectionSpec& spec : m_parts.connections.all())
        all.append({plainLine(spec.name, 80),
                    tr("Connect"),
                    QStringLiteral("plug"),
                    {},
                    spec.whyUnsupported,
                    [this, id = spec.id] { connectTo(id); }});
    addSettingCommands(all, QStringLiteral("appearance/theme"));
    addSettingCommands(all, QStringLiteral("appearance/density"));
    addSettingCommands(all, QStringLiteral("appearance/language"));
    for (const auto& [action, name] : std::as_const(m_actions)) {
        const QString id = QString::fromLatin1(name);
        if (id == QLatin1String("palette") || id == QLatin1String("developer"))
            continue;
        Command command;
        command.title = action->text();
        command.group = QStringLiteral("Kaptan");
        command.icon = QStringLiteral("kaptan");
        command.shortcut = id == QLatin1String("retry") ? keysOf(Qt::Key_F5) : keysOf(action->shortcut());
        if (id == QLatin1String("retry") && !m_session)
            command.whyNot = tr("There is no connection.");
        command.run = [action = action] { action->trigger(); };
        all.append(command);
    }
    return all;
}

void MainWindow::addSettingCommands(QVector<Command>& all, const QString& name)
{
    const settings::Definition* definition = settings::definition(name);
    if (!definition)
        return;
    const QString icon = name.endsWith(QLatin1String("theme"))      ? QStringLiteral("contrast")
                         : name.endsWith(QLatin1String("language")) ? QStringLiteral("globe")
                                                                    : QStringLiteral("list");
    for (const settings::Option& option : definition->options)
        //: a setting and its value: "Theme: Dark"
        all.append({tr("%1: %2").arg(definition->title(), option.text()),
                    tr("Settings"),
                    icon,
                    {},
                    {},
                    [this, name, value = option.value] { (void)m_parts.settings.setValue(name, value); }});
}

void MainWindow::openPalette()
{
    if (m_palette->isVisible())
        m_palette->dismiss();
    else
        m_palette->open(commands());
}

// ---- the rest

void MainWindow::focusFilter()
{
    if (Pane* pane = m_panes.value(m_current); pane && !showsWelcome())
        pane->focusFilter();
}

void MainWindow::showSwitcher()
{
    m_top->openSwitcher();
}

void MainWindow::showNotifications()
{
    m_notificationPopup->openAt(m_top->bell());
}

void MainWindow::showTasks()
{
    m_taskPopup->openAt(m_status->taskButton()->isVisible() ? m_status->taskButton() : m_status);
}

void MainWindow::toggleSidebar()
{
    (void)m_parts.settings.set(settings::key::sidebarCollapsed, !m_sidebar->isCollapsed());
    updateSidebar();
}

void MainWindow::toggleDeveloper()
{
    m_developer->setVisible(!m_developer->isVisible());
    (void)m_parts.settings.set(settings::key::developerPanel, m_developer->isVisible());
}

void MainWindow::retry()
{
    if (!m_session)
        return;
    const auto phase = m_session->state().phase;
    if (phase == session::Phase::Idle)
        m_session->open();
    else if (phase != session::Phase::Live)
        m_session->retryNow();
}

void MainWindow::showKeys()
{
    KeyList::Group window{tr("Everywhere"), {}};
    for (const auto& [action, name] : std::as_const(m_actions)) {
        const QString id = QString::fromLatin1(name);
        if (id == QLatin1String("developer"))
            continue;
        const QString keys = id == QLatin1String("retry")  ? keysOf(Qt::Key_F5)
                             : id == QLatin1String("keys") ? QStringLiteral("F1, ?")
                                                           : keysOf(action->shortcut());
        window.keys.append({keys, action->text()});
    }
    //: %1 to %2 are keys, "Ctrl+1" to "Ctrl+6"
    window.keys.append(
        {tr("%1 to %2").arg(keysOf(Qt::CTRL | Qt::Key_1), QString::number(qMin(9, int(m_order.size())))),
         tr("Go to a pane")});
    KeyList::Group table{tr("In a table"),
                         {{tr("Arrows"), tr("Move")},
                          {keysOf(Qt::Key_Return), tr("Open the details")},
                          {keysOf(Qt::Key_Escape), tr("Close the details, leave the filter")},
                          {keysOf(Qt::Key_Menu), tr("Menu of the row")},
                          {keysOf(QKeySequence::Copy), tr("Copy the row")}}};
    QVector<KeyList::Group> groups{window, table};
    if (const Pane* pane = m_panes.value(m_current)) {
        KeyList::Group own{pane->title(), {}};
        for (const QAction* action : pane->paletteActions())
            if (action && !action->shortcut().isEmpty() && !action->text().isEmpty())
                own.keys.append({keysOf(action->shortcut()), wordOf(action)});
        groups.prepend(own);
    }
    (new KeyList(groups, this))->open();
}

} // namespace kaptan::ui
