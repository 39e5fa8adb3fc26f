#include "ui/connections/connections_pane.h"

#include "ui/common/pane_frame.h"
#include "ui/common/plain_text.h"
#include "ui/common/table_view.h"
#include "ui/connections/connection_details.h"
#include "ui/connections/embedded_strip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kaptan::ui
{

using session::ConnectionSpec;
using session::Phase;
using EmbeddedState = session::EmbeddedEngine::State;

ConnectionsPane::ConnectionsPane(PaneHost& host, session::Connections& connections,
                                 session::EmbeddedEngine& embedded, QWidget* parent)
    : Pane(host, parent), m_connections(connections), m_embedded(embedded), m_frame(new PaneFrame(this)),
      m_table(new TableView(this)), m_model(new ConnectionsModel(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
    makeActions();
    followRecorder();

    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_table->setObjectName(QStringLiteral("connectionsTable"));
    m_table->setMinimumHeight(120);
    m_model->sort(ConnectionsModel::Source);
    m_table->setRowModel(m_model);
    m_table->setMultiSelection(true);
    column->addWidget(m_table, 1);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(space::l, space::s, space::l, space::m);
    below->setSpacing(space::s);
    m_notes = new NotesCard(content);
    m_strip = new EmbeddedStrip(m_startEmbedded, m_stopEmbedded, m_keepEmbedded, content);
    below->addWidget(m_notes);
    below->addWidget(m_strip);
    column->addLayout(below);
    content->setFocusProxy(m_table);
    setFocusProxy(m_table);
    m_frame->setContent(content);
    m_frame->filterEdit();
    m_frame->addHeaderAction(m_test);
    m_frame->addHeaderAction(m_disconnect);
    // Only while several rows are selected: the button is for those alone.
    m_togetherBox = new QWidget(this);
    auto* box = new QHBoxLayout(m_togetherBox);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(new ActionButton(m_together, m_togetherBox));
    m_frame->addHeaderWidget(m_togetherBox);
    m_frame->addHeaderAction(m_connect);
    m_frame->addHeaderAction(m_addKubeconfig);
    m_frame->addHeaderAction(m_add, Look::Primary);

    Drawer* drawer = m_frame->drawer(QStringLiteral("connections"));
    m_details = new ConnectionDetails(drawer);
    drawer->addTab(QStringLiteral("summary"), {}, m_details->summaryPage());
    drawer->addTab(QStringLiteral("test"), {}, m_details->testPage());
    drawer->addFooterAction(m_edit);
    drawer->addFooterAction(m_nameSpaces);
    drawer->addFooterStretch();
    drawer->addFooterAction(m_remove, Look::Danger);
    connect(m_details, &ConnectionDetails::retryRequested, this, &ConnectionsPane::connectCurrent);
    connect(m_details, &ConnectionDetails::testRequested, this, &ConnectionsPane::testCurrent);

    auto* separator = new QAction(this);
    separator->setSeparator(true);
    auto* second = new QAction(this);
    second->setSeparator(true);
    m_table->setRowActions({m_connect, m_together, m_disconnect, m_test, m_showDetails, separator,
                            m_production, m_readOnly, m_record, m_prometheus, m_nameSpaces, m_edit, m_copy,
                            second, m_remove});
    connect(m_table, &TableView::activatedKey, this,
            [this] { m_table->selectedKeys().size() > 1 ? showTogether() : connectCurrent(); });
    connect(m_table, &TableView::selectedKeysChanged, this, [this, drawer] {
        updateActions();
        if (const auto spec = current(); spec && drawer->isOpen())
            showDetails(spec->id);
    });
    connect(m_table, &TableView::escapePressed, drawer, &Drawer::close);
    connect(m_table, &TableView::menuAboutToShow, this, &ConnectionsPane::updateActions);
    connect(m_table, &TableView::currentKeyChanged, this, [this, drawer](const QString& key) {
        updateActions();
        if (!drawer->isOpen())
            return;
        if (key.isEmpty())
            drawer->close();
        else
            showDetails(key);
    });
    connect(m_frame, &PaneFrame::filterChanged, m_model, &ConnectionsModel::setFilter);
    connect(m_model, &RowModelBase::countsChanged, this, &ConnectionsPane::updateFaces);

    connect(&m_connections, &session::Connections::changed, this, &ConnectionsPane::refill);
    connect(&m_connections, &session::Connections::aboutToRemove, this, [this](const QString& id) {
        m_tests.remove(id);
        if (session::Session* session = sessionOf(id)) {
            session->disconnect(this);
            m_followed.remove(session);
        }
    });
    connect(&m_embedded, &session::EmbeddedEngine::stateChanged, this, &ConnectionsPane::updateEmbedded);
    connect(&Style::instance(), &Style::changed, this, &ConnectionsPane::retranslate);
    retranslate();
}

ConnectionsPane::~ConnectionsPane() = default;

QString ConnectionsPane::title() const
{
    return tr("Connections");
}

void ConnectionsPane::setSession(session::Session* session)
{
    m_session = session;
    refill();
}

void ConnectionsPane::showTarget(const QVariantMap& target)
{
    const QString id = target.value(QStringLiteral("connectionId")).toString();
    if (!id.isEmpty()) {
        m_table->selectKey(id);
        showDetails(id);
    }
    if (target.value(QStringLiteral("add")).toBool())
        addConnection();
}

void ConnectionsPane::focusFilter()
{
    m_frame->focusFilter();
}

QList<QAction*> ConnectionsPane::paletteActions() const
{
    QList<QAction*> list{m_add,      m_addKubeconfig, m_nameSpaces,   m_prometheus,  m_connect,
                         m_together, m_disconnect,    m_test,         m_showDetails, m_edit,
                         m_remove,   m_copy,          m_production,   m_readOnly,    m_record,
                         m_refresh,  m_startEmbedded, m_stopEmbedded, m_keepEmbedded};
    list.removeIf([](const QAction* action) { return !action->isVisible(); });
    return list;
}

void ConnectionsPane::showEvent(QShowEvent* event)
{
    Pane::showEvent(event);
    refill();
}

void ConnectionsPane::changeEvent(QEvent* event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

// ---- what is shown

session::Session* ConnectionsPane::sessionOf(const QString& id) const
{
    // Never session(id): that would make one.
    const auto sessions = m_connections.sessions();
    for (session::Session* session : sessions)
        if (session->spec().id == id)
            return session;
    return nullptr;
}

std::optional<ConnectionSpec> ConnectionsPane::current() const
{
    // Ctrl+click takes a row from the selection and makes it the current one: what is seen counts.
    const QStringList selected = m_table->selectedKeys();
    const QString key = selected.size() == 1 ? selected.first() : m_table->currentKey();
    return key.isEmpty() ? std::nullopt : m_connections.find(key);
}

ConnectionRow ConnectionsPane::rowOf(const ConnectionSpec& spec) const
{
    ConnectionRow row;
    row.spec = spec;
    const TestOutcome test = m_tests.value(spec.id);
    row.testing = test.running;
    fillRecording(row);
    if (test.report)
        row.versionText = test.report->versionText;
    if (session::Session* session = sessionOf(spec.id)) {
        row.state = session->state();
        if (!session->versionText().isEmpty())
            row.versionText = session->versionText();
        row.current = m_session && m_session->members().contains(session);
    }
    return row;
}

void ConnectionsPane::followSessions()
{
    const auto sessions = m_connections.sessions();
    for (session::Session* session : sessions) {
        if (m_followed.contains(session))
            continue;
        m_followed.insert(session);
        connect(session, &session::Session::stateChanged, this, &ConnectionsPane::refill);
        connect(session, &QObject::destroyed, this, [this, session] { m_followed.remove(session); });
    }
}

void ConnectionsPane::refill()
{
    followSessions();
    QVector<ConnectionRow> rows;
    QVector<QString> gone;
    QSet<QString> ids;
    int failed = 0;
    for (const ConnectionSpec& spec : m_connections.all()) {
        ConnectionRow row = rowOf(spec);
        row.place = int(rows.size());
        failed += row.state && row.state->phase == Phase::Failed ? 1 : 0;
        ids.insert(spec.id);
        rows.append(row);
    }
    m_model->forEach([&](const ConnectionRow& row) {
        if (!ids.contains(row.spec.id))
            gone.append(row.spec.id);
    });
    m_model->apply(std::move(rows), gone);
    if (m_badge != failed) {
        m_badge = failed;
        Q_EMIT badgeChanged();
    }
    m_notes->show(m_connections.notes());
    updateFaces();
    updateActions();
    updateEmbedded();
    if (const auto spec = current(); spec && m_frame->drawer({})->isOpen())
        showDetails(spec->id);
}

void ConnectionsPane::updateFaces()
{
    m_frame->setCountText(m_model->shown() == m_model->total()
                              ? QLocale().toString(m_model->total())
                              //: rows shown of all there are
                              : tr("%L1 of %L2").arg(m_model->shown()).arg(m_model->total()));
    using State = PaneFrame::ContentState;
    m_frame->setContentState(m_model->total() == 0   ? State::Empty
                             : m_model->shown() == 0 ? State::NoMatch
                                                     : State::Data);
    // The list of what could not be used is out of sight with the table.
    const auto notes = m_connections.notes();
    QStringList lines;
    for (const session::DiscoveryNote& note : notes)
        lines.append(QStringLiteral("%1: %2").arg(plainLine(note.where, 200), plainLine(note.why, 200)));
    m_frame->setNotice(m_model->total() == 0 ? lines.join(u'\n') : QString());
    if (m_model->total() > 0)
        m_frame->clearError();
    else if (m_embeddedError)
        m_frame->showError(*m_embeddedError, [this] { startEmbedded(); });
}

void ConnectionsPane::updateEmbedded()
{
    const EmbeddedState state = m_embedded.state();
    const auto unavailable = m_embedded.whyUnavailable();
    m_strip->show(state, m_embedded.socketPath(), unavailable, m_embeddedError);
    m_startEmbedded->setVisible(state == EmbeddedState::Stopped || state == EmbeddedState::Starting);
    m_stopEmbedded->setVisible(!m_startEmbedded->isVisible());
    setActionReason(m_startEmbedded, state == EmbeddedState::Starting ? tr("It is starting.")
                                     : unavailable
                                         ? (unavailable->message() + u' ' + unavailable->advice()).trimmed()
                                         : QString());
    setActionReason(m_stopEmbedded, state == EmbeddedState::Stopping ? tr("It is stopping.") : QString());
    m_keepEmbedded->setChecked(m_embedded.keepsRunning());
}

void ConnectionsPane::showDetails(const QString& id)
{
    const auto spec = m_connections.find(id);
    if (!spec)
        return;
    const ConnectionRow row = rowOf(*spec);
    const StateLook state = look(row);
    Drawer* drawer = m_frame->drawer({});
    drawer->setHeading(spec->name, state.icon, state.word, state.tone);
    m_details->show(row, m_tests.value(id));
    if (!drawer->isOpen())
        drawer->open();
}

} // namespace kaptan::ui
