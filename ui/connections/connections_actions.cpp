#include "app/core/when_done.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/pane_frame.h"
#include "ui/common/plain_text.h"
#include "ui/common/table_view.h"
#include "ui/connections/connection_dialog.h"
#include "ui/connections/connections_pane.h"
#include "ui/connections/namespaces_dialog.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>

/// What can be done in the connections pane.
namespace kaptan::ui
{

using session::ConnectionSpec;
using session::Origin;
using session::Phase;

void ConnectionsPane::makeActions()
{
    const auto make = [this](const char* name, const QKeySequence& shortcut,
                             void (ConnectionsPane::*slot)()) {
        auto* action = new QAction(this);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(shortcut);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        return action;
    };
    // Enter, Space, F2 and Delete belong to the table: elsewhere they press buttons and edit text.
    const auto ofTable = [this](QAction* action) {
        removeAction(action);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_table->addAction(action);
    };
    m_connect = make("connect", Qt::Key_Return, &ConnectionsPane::connectCurrent);
    ofTable(m_connect);
    m_together = make("together", Qt::CTRL | Qt::Key_J, &ConnectionsPane::showTogether);
    m_disconnect = make("disconnect", Qt::CTRL | Qt::Key_D, &ConnectionsPane::disconnectCurrent);
    m_test = make("test", Qt::CTRL | Qt::Key_T, &ConnectionsPane::testCurrent);
    m_add = make("add", Qt::CTRL | Qt::Key_N, &ConnectionsPane::addConnection);
    m_addKubeconfig =
        make("addKubeconfig", Qt::CTRL | Qt::SHIFT | Qt::Key_O, &ConnectionsPane::addKubeconfig);
    m_nameSpaces = make("nameSpaces", {}, &ConnectionsPane::editNameSpaces);
    m_prometheus = make("prometheus", {}, &ConnectionsPane::editPrometheus);
    m_prometheus->setVisible(false);
    m_edit = make("edit", Qt::Key_F2, &ConnectionsPane::editCurrent);
    ofTable(m_edit);
    m_remove = make("remove", Qt::Key_Delete, &ConnectionsPane::removeCurrent);
    ofTable(m_remove);
    m_startEmbedded = make("startEmbedded", {}, &ConnectionsPane::startEmbedded);
    m_stopEmbedded = make("stopEmbedded", {}, &ConnectionsPane::stopEmbedded);
    m_copy = make("copyAddress", Qt::CTRL | Qt::SHIFT | Qt::Key_C, &ConnectionsPane::updateActions);
    connect(m_copy, &QAction::triggered, this, [this] {
        if (const auto spec = current())
            QGuiApplication::clipboard()->setText(spec->address);
    });
    m_showDetails = make("showDetails", Qt::Key_Space, &ConnectionsPane::updateActions);
    ofTable(m_showDetails);
    connect(m_showDetails, &QAction::triggered, this, [this] {
        Drawer* drawer = m_frame->drawer({});
        if (drawer->isOpen())
            drawer->close();
        else if (const auto spec = current())
            showDetails(spec->id);
    });
    m_refresh = make("refresh", Qt::Key_F5, &ConnectionsPane::updateActions);
    connect(m_refresh, &QAction::triggered, this, [this] { m_connections.refresh(); });
    m_production = make("markProduction", {}, &ConnectionsPane::updateActions);
    m_production->setCheckable(true);
    connect(m_production, &QAction::triggered, this, [this] { toggleMark(true); });
    m_readOnly = make("markReadOnly", {}, &ConnectionsPane::updateActions);
    m_readOnly->setCheckable(true);
    connect(m_readOnly, &QAction::triggered, this, [this] { toggleMark(false); });
    m_keepEmbedded = make("keepEmbedded", {}, &ConnectionsPane::updateActions);
    m_keepEmbedded->setCheckable(true);
    connect(m_keepEmbedded, &QAction::toggled, this, [this](bool on) { m_embedded.setKeepsRunning(on); });
}

void ConnectionsPane::retranslate()
{
    const Style& style = Style::instance();
    const auto word = [&style](QAction* action, const QString& text, const char* icon) {
        const bool reasoned = !action->isEnabled();
        action->setText(text);
        if (!reasoned)
            action->setToolTip({});
        action->setIcon(style.icon(QString::fromLatin1(icon)));
    };
    m_frame->setTitle(title());
    word(m_connect, tr("Connect"), "plug");
    //: the deployments of several connections in one table
    word(m_together, tr("Show together"), "connections");
    word(m_disconnect, tr("Disconnect"), "unplug");
    //: tries a connection without keeping it open
    word(m_test, tr("Test"), "health");
    word(m_add, tr("Add …"), "add");
    m_add->setIcon(style.icon(QStringLiteral("add"), style.color(ColorRole::OnAccent)));
    m_add->setToolTip(tr("Add a connection by its address"));
    //: adds the contexts of a kubeconfig file
    word(m_addKubeconfig, tr("Add kubeconfig …"), "add");
    m_addKubeconfig->setToolTip(tr("Reads the contexts of one more kubeconfig file; changes nothing in it"));
    word(m_nameSpaces, tr("Namespaces …"), "layers");
    word(m_prometheus, QStringLiteral("Prometheus …"), "health");
    m_prometheus->setToolTip(tr("Names a Prometheus as a further source for charts"));
    word(m_edit, tr("Edit …"), "edit");
    word(m_remove, tr("Remove …"), "trash");
    word(m_copy, tr("Copy address"), "copy");
    word(m_showDetails, tr("Details"), "info");
    word(m_refresh, tr("Look again"), "refresh");
    m_refresh->setToolTip(tr("Looks for sockets, variables and configuration files again; contacts nothing"));
    word(m_production, tr("Mark as production"), "shield");
    word(m_readOnly, tr("Mark as read-only"), "lock");
    //: keep measurements of a connection, also while another is shown
    word(m_record, tr("Record always"), "save");
    word(m_startEmbedded, tr("Start the embedded engine"), "play");
    m_startEmbedded->setIcon({}); // on an empty face its button is filled, beside the table it is not
    word(m_stopEmbedded, tr("Stop the embedded engine"), "stop");
    word(m_keepEmbedded, tr("Keep it running when Kaptan ends"), "clock");
    m_frame->setEmptyFace(QStringLiteral("plug"), tr("No container engine found"),
                          tr("Kaptan looked at DOCKER_HOST and CONTAINER_HOST, at Docker contexts and Podman "
                             "connections, and for "
                             "sockets at their usual places. Start the embedded engine, which needs no root, "
                             "or add the address of "
                             "an engine that runs elsewhere (Ctrl+N)."),
                          m_startEmbedded);
    m_table->setAccessibleName(tr("Connections"));
    Drawer* drawer = m_frame->drawer({});
    //: tab of the details: the main facts
    drawer->setTabTitle(QStringLiteral("summary"), tr("Summary"));
    drawer->setTabTitle(QStringLiteral("test"), tr("Test", "tab"));
    m_model->retranslate();
    refill();
}

void ConnectionsPane::updateActions()
{
    const auto spec = current();
    const QStringList selected = m_table->selectedKeys();
    const QString none = selected.size() > 1 ? tr("Choose a single connection for this.")
                         : spec              ? QString()
                                             : tr("Choose a connection in the table.");
    setActionReason(m_together, whyNotTogether(selected));
    m_togetherBox->setVisible(selected.size() > 1);
    session::Session* session = spec ? sessionOf(spec->id) : nullptr;
    const Phase phase = session ? session->state().phase : Phase::Idle;
    const QString unsupported = none.isEmpty() && !spec->isSupported() ? spec->whyUnsupported : none;
    const bool shown = session && session == m_session && phase == Phase::Live;
    setActionReason(m_connect, !unsupported.isEmpty() ? unsupported
                               : shown                ? tr("It is connected and shown already.")
                                                      : QString());
    setActionReason(m_disconnect, !none.isEmpty()        ? none
                                  : phase == Phase::Idle ? tr("It is not connected.")
                                                         : QString());
    const bool testing = spec && m_tests.value(spec->id).running;
    setActionReason(m_test, testing ? tr("A test is under way.") : unsupported);
    setActionReason(m_edit, none);
    setActionReason(m_copy, none);
    setActionReason(m_showDetails, none);
    setActionReason(m_production, none);
    setActionReason(m_readOnly, none);
    const bool recorded = spec && host().recorder() && host().recorder()->isMarked(spec->id);
    setActionReason(m_record, recorded ? none : unsupported);
    m_record->setChecked(recorded);
    m_production->setChecked(spec && spec->production);
    m_readOnly->setChecked(spec && spec->readOnly);
    const bool cluster = spec && spec->isCluster();
    m_nameSpaces->setVisible(cluster);
    setActionReason(m_nameSpaces, none);
    setActionReason(m_prometheus, none);
    const bool found = spec && spec->origin != Origin::Added && !(cluster && !spec->kubeconfig.isEmpty());
    //: %1 is a file or a variable
    setActionReason(m_remove,
                    !none.isEmpty() ? none
                    : found         ? tr("It was found in %1: remove it there.")
                                  .arg(plainLine(spec->source.isEmpty() ? spec->address : spec->source, 200))
                            : QString());
}

void ConnectionsPane::connectCurrent()
{
    const auto spec = current();
    if (!spec || !m_connect->isEnabled())
        return;
    session::Session* session = sessionOf(spec->id);
    if (session && (session->state().phase == Phase::Failed || session->state().phase == Phase::Reconnecting))
        session->retryNow();
    Q_EMIT connectRequested(spec->id);
    refill();
}

QString ConnectionsPane::whyNotTogether(const QStringList& ids) const
{
    if (ids.size() < 2)
        return tr("Choose two or more connections in the table (Ctrl+click).");
    for (const QString& id : ids)
        if (const auto spec = m_connections.find(id); spec && !spec->isSupported())
            return tr("“%1” cannot be opened: %2").arg(plainLine(spec->name, 100), spec->whyUnsupported);
    return {};
}

void ConnectionsPane::showTogether()
{
    const QStringList ids = m_table->selectedKeys();
    if (!whyNotTogether(ids).isEmpty())
        return;
    Q_EMIT togetherRequested(ids);
    refill();
}

void ConnectionsPane::disconnectCurrent()
{
    const auto spec = current();
    if (!spec)
        return;
    if (session::Session* session = sessionOf(spec->id))
        session->close();
    refill();
}

void ConnectionsPane::testCurrent()
{
    const auto spec = current();
    if (!spec || m_tests.value(spec->id).running)
        return;
    const QString id = spec->id;
    m_tests[id].running = true;
    m_frame->drawer({})->setCurrentTab(QStringLiteral("test"));
    showDetails(id);
    refill();
    whenDone(m_connections.test(*spec), this, [this, id](const Result<session::TestReport>& result) {
        if (!m_connections.find(id))
            return; // removed meanwhile
        TestOutcome outcome;
        outcome.at = QDateTime::currentDateTimeUtc();
        if (result)
            outcome.report = *result;
        else
            outcome.error = result.error();
        m_tests.insert(id, outcome);
        refill();
    });
}

void ConnectionsPane::addConnection()
{
    auto* dialog = new ConnectionDialog(m_connections, {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConnectionDialog::saved, this, [this](const QString& id) {
        refill();
        m_table->selectKey(id);
        m_table->setFocus();
    });
    dialog->open();
}

void ConnectionsPane::editCurrent()
{
    const auto spec = current();
    if (!spec)
        return;
    auto* dialog = new ConnectionDialog(m_connections, *spec, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConnectionDialog::saved, this, [this](const QString& id) {
        m_tests.remove(id); // it may be another engine now
        refill();
    });
    dialog->open();
}

void ConnectionsPane::removeCurrent()
{
    const auto spec = current();
    if (!spec || !m_remove->isEnabled())
        return;
    if (!spec->kubeconfig.isEmpty()) {
        removeKubeconfig(spec->kubeconfig);
        return;
    }
    Question question;
    question.title = tr("Remove connection");
    question.text = tr("Kaptan forgets this connection. The engine and everything on it stay as they are.");
    //: heading of a list with one name
    question.goes = {{tr("Connection"), {spec->name + QStringLiteral(" · ") + spec->address}}};
    question.confirmText = tr("Remove connection");
    question.typedName = spec->production ? spec->name : QString();
    const QString id = spec->id;
    ConfirmDialog::ask(this, question, [this, id] {
        m_frame->drawer({})->close();
        const auto removed = m_connections.remove(id);
        if (!removed)
            host().notify(PaneHost::Severity::Error, removed.error().message(), removed.error().advice());
        refill();
    });
}

void ConnectionsPane::removeKubeconfig(const QString& file)
{
    Question question;
    question.title = tr("Remove kubeconfig file");
    //: %1 is a file
    question.text = tr("Kaptan no longer reads %1. The file stays as it is.").arg(plainLine(file, 300));
    QStringList names;
    for (const ConnectionSpec& spec : m_connections.all())
        if (spec.kubeconfig == file) {
            names.append(spec.name);
            if (spec.production && question.typedName.isEmpty())
                question.typedName = spec.name;
        }
    question.goes = {{tr("%n connection(s)", nullptr, int(names.size())), names}};
    question.confirmText = question.title;
    ConfirmDialog::ask(this, question, [this, file] {
        m_frame->drawer({})->close();
        m_connections.removeKubeconfig(file);
        refill();
    });
}

void ConnectionsPane::addKubeconfig()
{
    auto* files = new QFileDialog(this, tr("Add kubeconfig"), m_connections.surroundings().home);
    files->setObjectName(QStringLiteral("kubeconfigFiles"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    connect(files, &QFileDialog::fileSelected, this, &ConnectionsPane::keepKubeconfig);
    files->open();
}

void ConnectionsPane::keepKubeconfig(const QString& file)
{
    const auto kept = m_connections.addKubeconfig(file);
    if (!kept) {
        host().notify(PaneHost::Severity::Error, kept.error().message(), kept.error().advice(), paneId());
        return;
    }
    refill();
    for (const ConnectionSpec& spec : m_connections.all())
        if (spec.kubeconfig == file) {
            m_table->selectKey(spec.id);
            break;
        }
    m_table->setFocus();
}

void ConnectionsPane::editNameSpaces()
{
    const auto spec = current();
    if (!spec || !spec->isCluster())
        return;
    auto* dialog = new NamespacesDialog(m_connections, *spec, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NamespacesDialog::saved, this, [this] { refill(); });
    dialog->open();
}

void ConnectionsPane::toggleMark(bool production)
{
    const auto spec = current();
    if (!spec)
        return;
    const auto marked = m_connections.setMarks(spec->id, production ? !spec->production : spec->production,
                                               production ? spec->readOnly : !spec->readOnly);
    if (!marked)
        host().notify(PaneHost::Severity::Error, marked.error().message(), marked.error().advice());
    refill();
}

/// The same future without its value, for the task list.
template <class T>
static QPair<QFuture<Result<void>>, std::shared_ptr<QPromise<Result<void>>>> taskOf(const QFuture<Result<T>>&)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    return {promise->future(), promise};
}

void ConnectionsPane::startEmbedded()
{
    m_embeddedError.reset();
    updateFaces();
    const auto future = m_embedded.start();
    const auto [task, promise] = taskOf(future);
    host().runTask(tr("Start the embedded engine"), tr("The embedded engine is running."), task, paneId());
    updateEmbedded();
    whenDone(future, this, [this, promise = promise](const Result<ConnectionSpec>& result) {
        promise->addResult(result ? Result<void>() : Result<void>(failure(result.error())));
        promise->finish();
        if (!result) {
            m_embeddedError = result.error();
            refill();
            return;
        }
        refill();
        m_table->selectKey(result->id);
        Q_EMIT connectRequested(result->id);
        refill();
    });
}

void ConnectionsPane::stopEmbedded()
{
    m_embeddedError.reset();
    // Otherwise its session would try to come back.
    for (const ConnectionSpec& spec : m_connections.all())
        if (spec.origin == Origin::Embedded)
            if (session::Session* session = sessionOf(spec.id))
                session->close();
    const auto future = m_embedded.stop();
    host().runTask(tr("Stop the embedded engine"),
                   tr("The embedded engine is stopped; its containers go on."), future, paneId());
    updateEmbedded();
    whenDone(future, this, [this](const Result<void>& result) {
        if (!result)
            m_embeddedError = result.error();
        refill();
    });
}

} // namespace kaptan::ui
