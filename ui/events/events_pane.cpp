#include "ui/events/events_pane.h"

#include "app/session/joint_id.h"
#include "ui/common/format.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QScrollBar>
#include <QVBoxLayout>

namespace kaptan::ui
{

using namespace workload;

namespace
{
constexpr int applyInterval = 100; // milliseconds: eyes do not read faster
constexpr int ageInterval = 5000;  // milliseconds between looks at the clock
constexpr int mostHeld = 5000;
} // namespace

EventsPane::EventsPane(PaneHost& host, QWidget* parent)
    : Pane(host, parent), m_frame(new PaneFrame(this)), m_table(new TableView(m_frame)),
      m_model(new EventsModel(mostHeld, this)), m_drawer(nullptr), m_facts(new FactList),
      m_severity(new QPushButton), m_kind(new QPushButton), m_severityMenu(new QMenu(this)),
      m_kindMenu(new QMenu(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
    setFocusProxy(m_table);

    QAction* pause = add(QStringLiteral("pause"), {Qt::Key_P});
    pause->setCheckable(true);
    connect(pause, &QAction::triggered, this, &EventsPane::setPaused);
    connect(add(QStringLiteral("details"), {}), &QAction::triggered, this,
            [this] { showDetails(m_table->currentKey()); });
    connect(add(QStringLiteral("goToDeployment"), {Qt::Key_G}), &QAction::triggered, this,
            &EventsPane::goToDeployment);
    connect(add(QStringLiteral("copy"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}),
            &QAction::triggered, this, &EventsPane::copyEvent);
    connect(add(QStringLiteral("find"), {QKeySequence(Qt::CTRL | Qt::Key_F)}), &QAction::triggered, this,
            &EventsPane::focusFilter);

    m_frame->filterEdit();
    m_severity->setMenu(m_severityMenu);
    m_kind->setMenu(m_kindMenu);
    m_frame->addFilterWidget(m_severity);
    m_frame->addFilterWidget(m_kind);
    m_frame->addHeaderAction(pause);
    connect(m_severityMenu, &QMenu::aboutToShow, this, &EventsPane::fillSeverityMenu);
    connect(m_kindMenu, &QMenu::aboutToShow, this, &EventsPane::fillKindMenu);

    m_model->sort(EventsModel::Time, Qt::DescendingOrder);
    m_table->setRowModel(m_model);
    m_table->horizontalHeader()->setSortIndicator(EventsModel::Time, Qt::DescendingOrder);
    m_table->setRowActions({action(QStringLiteral("details")), action(QStringLiteral("goToDeployment")),
                            action(QStringLiteral("copy"))});
    m_table->viewport()->installEventFilter(this);
    m_frame->setContent(m_table);
    m_drawer = m_frame->drawer(QStringLiteral("events"));
    auto* page = new QWidget;
    auto* pageLayout = new QVBoxLayout(page);
    pageLayout->addWidget(m_facts);
    pageLayout->addStretch(1);
    m_drawer->addTab(QStringLiteral("summary"), QString(), page);
    m_drawer->addFooterAction(action(QStringLiteral("goToDeployment")), Look::Primary);
    m_drawer->addFooterStretch();
    m_drawer->addFooterAction(action(QStringLiteral("copy")));
    m_drawer->close();

    m_apply.setSingleShot(true);
    m_apply.setInterval(applyInterval);
    connect(&m_apply, &QTimer::timeout, this, [this] { applyHeld(false); });
    m_ages.setInterval(ageInterval);
    connect(&m_ages, &QTimer::timeout, this, [this] {
        if (m_table->isVisible())
            m_table->viewport()->update();
    });
    m_ages.start();
    connect(m_frame, &PaneFrame::filterChanged, this, [this](const QString& text) {
        m_model->setFilter(text);
        updateState();
    });
    connect(m_frame, &PaneFrame::clearFiltersRequested, this, [this] {
        m_model->setShownKind({});
        m_model->setShownSeverities(EventsModel::Shown::All);
        retranslate();
    });
    connect(m_frame, &PaneFrame::chipClicked, this, [this] {
        applyHeld(true);
        m_table->scrollToTop();
    });
    connect(m_frame, &PaneFrame::connectionsRequested, this,
            [this] { this->host().openPane(QStringLiteral("connections")); });
    connect(m_model, &RowModelBase::countsChanged, this, &EventsPane::updateState);
    connect(m_table, &TableView::activatedKey, this, &EventsPane::showDetails);
    connect(m_table, &TableView::currentKeyChanged, this, [this] {
        updateActions();
        if (m_drawer->isOpen())
            fillDrawer();
    });
    connect(m_table, &TableView::menuAboutToShow, this, &EventsPane::updateActions);
    connect(m_table, &TableView::escapePressed, m_drawer, &Drawer::close);
    connect(m_drawer, &Drawer::closed, this, [this] { applyHeld(false); });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (!m_held.isEmpty() && !m_apply.isActive())
            m_apply.start();
    });
    connect(&Style::instance(), &Style::changed, this, &EventsPane::restyle);
    m_frame->followSession(nullptr);
    restyle();
    retranslate();
}

QString EventsPane::title() const
{
    return tr("Events");
}

QAction* EventsPane::action(const QString& id) const
{
    return m_actions.value(id);
}

QAction* EventsPane::add(const QString& id, const QList<QKeySequence>& shortcuts)
{
    auto* made = new QAction(this);
    made->setObjectName(id);
    made->setShortcuts(shortcuts);
    made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_actions.insert(id, made);
    addAction(made);
    return made;
}

void EventsPane::setSession(session::Session* session)
{
    if (m_session)
        m_session->disconnect(this);
    if (m_source)
        m_source->disconnect(this);
    m_source.clear();
    m_session = session;
    m_held.clear();
    m_wasLive = false;
    m_drawer->close();
    m_model->setEvents({});
    m_model->setJoint(session && session->isJoint());
    m_frame->followSession(session);
    if (session) {
        connect(session, &session::Session::stateChanged, this, &EventsPane::sessionChanged);
        sessionChanged();
    }
    updateState();
}

void EventsPane::showTarget(const QVariantMap& target)
{
    for (const auto* key : {"filter", "name", "objectId"}) {
        const QString text = target.value(QLatin1String(key)).toString();
        if (text.isEmpty())
            continue;
        m_frame->filterEdit()->setText(QLatin1String(key) == QLatin1String("objectId") ? text.left(12)
                                                                                       : text);
        break;
    }
    m_table->setFocus();
}

void EventsPane::connectEvents()
{
    if (m_source || !m_session || !m_session->events())
        return;
    m_source = m_session->events();
    connect(m_source, &EventSource::happened, this, &EventsPane::take);
}

void EventsPane::sessionChanged()
{
    connectEvents();
    const bool live = m_session && m_session->state().isLiveInPart();
    // What happened meanwhile is among the recent ones; what is known already is left out.
    if (live && !m_wasLive && m_source) {
        m_held.append(m_source->recent());
        applyHeld(m_model->total() == 0);
    }
    m_wasLive = live;
    updateState();
}

void EventsPane::take(const QVector<Event>& batch)
{
    m_held.append(batch);
    if (m_held.size() > mostHeld)
        m_held.remove(0, m_held.size() - mostHeld);
    if (!m_apply.isActive())
        m_apply.start();
}

/// Somebody points at the top rows or reads one: new rows would push it away. Further down the table holds
/// its place by itself.
bool EventsPane::isBusy() const
{
    if (m_table->verticalScrollBar()->value() > 0)
        return false;
    return m_pointed || m_drawer->isOpen();
}

void EventsPane::applyHeld(bool always)
{
    if (!m_held.isEmpty() && (always || (!m_paused && !isBusy()))) {
        ++m_applied;
        m_model->add(std::exchange(m_held, {}));
    }
    updateState();
}

void EventsPane::setPaused(bool paused)
{
    m_paused = paused;
    action(QStringLiteral("pause"))->setChecked(paused);
    applyHeld(false);
    retranslate();
}

void EventsPane::updateState()
{
    const QLocale locale;
    const int total = m_model->total();
    const int shown = m_model->shown();
    if (m_model->isFiltered())
        //: Number of rows shown out of all
        m_frame->setCountText(tr("%1 of %2").arg(locale.toString(shown), locale.toString(total)));
    else
        m_frame->setCountText(total > 0 ? locale.toString(total) : QString());
    const bool live = m_session && m_session->state().lastLive.isValid();
    m_frame->setContentState(shown > 0   ? PaneFrame::ContentState::Data
                             : total > 0 ? PaneFrame::ContentState::NoMatch
                             : live      ? PaneFrame::ContentState::Empty
                                         : PaneFrame::ContentState::Unknown);
    QVector<PaneFrame::HeaderChip> chips;
    if (m_paused && m_held.isEmpty())
        chips.append({QStringLiteral("paused"), QStringLiteral("pause"), tr("Paused"), Tone::Warning, {}});
    if (!m_held.isEmpty() && (m_paused || isBusy()))
        chips.append({QStringLiteral("held"), QStringLiteral("arrow-up"),
                      tr("%Ln new", nullptr, static_cast<int>(m_held.size())),
                      m_paused ? Tone::Warning : Tone::Accent, tr("Show the new events")});
    m_frame->setChips(chips);
    updateActions();
}

void EventsPane::updateActions()
{
    const EventRow* row = m_model->find(m_table->currentKey());
    const QString none = row ? QString() : tr("Choose an event first");
    setActionReason(action(QStringLiteral("details")), none);
    setActionReason(action(QStringLiteral("copy")), none);
    setActionReason(action(QStringLiteral("goToDeployment")), row && row->event.workloadId.isEmpty()
                                                                  ? tr("This event belongs to no deployment")
                                                                  : none);
}

void EventsPane::showDetails(const QString& key)
{
    if (!m_model->find(key))
        return;
    m_drawer->open();
    updateActions();
    fillDrawer();
}

void EventsPane::fillDrawer()
{
    const EventRow* row = m_model->find(m_table->currentKey());
    if (!row)
        return;
    const Event& event = row->event;
    const StateLook state = look(event.severity);
    const QString objectId = session::ownId(event.objectId);
    m_drawer->setHeading(event.object.isEmpty() ? objectId.left(12) : event.object, state.icon, state.word,
                         state.tone);
    QString deployment = session::ownId(event.workloadId);
    if (m_session && m_session->workloads() && !deployment.isEmpty()) {
        for (const WorkloadPtr& workload : m_session->workloads()->workloads()) {
            if (workload->id == event.workloadId)
                deployment = workload->name;
        }
    }
    m_facts->set(QStringLiteral("time"), tr("Time"), absoluteTime(event.at));
    m_facts->set(QStringLiteral("kind"), tr("Kind"), event.kind);
    m_facts->set(QStringLiteral("action"), tr("Action"), event.action, Look::Mono);
    m_facts->set(QStringLiteral("object"), tr("Object"), event.object, Look::Mono);
    //: Identity of an object, a long hexadecimal number
    m_facts->set(QStringLiteral("objectId"), tr("Id"), objectId, Look::Mono);
    //: the connection that it is of, where several are shown together
    m_facts->set(QStringLiteral("connection"), tr("Cluster"), event.connection, Look::Mono);
    m_facts->set(QStringLiteral("deployment"), tr("Deployment"), deployment, Look::Mono);
    m_facts->set(QStringLiteral("message"), tr("Message"), event.message);
}

void EventsPane::copyEvent()
{
    const EventRow* row = m_model->find(m_table->currentKey());
    if (!row)
        return;
    const Event& event = row->event;
    QStringList parts{
        absoluteTime(event.at), look(event.severity).word,      event.kind,       event.action,
        event.object,           session::ownId(event.objectId), event.connection, event.message};
    parts.removeAll(QString());
    QGuiApplication::clipboard()->setText(plainLine(parts.join(u' ')));
}

void EventsPane::goToDeployment()
{
    const EventRow* row = m_model->find(m_table->currentKey());
    if (row && !row->event.workloadId.isEmpty())
        host().openPane(QStringLiteral("deployments"),
                        {{QStringLiteral("workloadId"), row->event.workloadId}});
}

bool EventsPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport()) {
        if (event->type() == QEvent::Enter || event->type() == QEvent::MouseMove) {
            m_pointed = true;
        } else if (event->type() == QEvent::Leave || event->type() == QEvent::Hide) {
            m_pointed = false;
            if (!m_held.isEmpty() && !m_apply.isActive())
                m_apply.start();
        }
    }
    return Pane::eventFilter(watched, event);
}

void EventsPane::changeEvent(QEvent* event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EventsPane::restyle()
{
    const Style& style = Style::instance();
    action(QStringLiteral("pause"))
        ->setIcon(style.icon(m_paused ? QStringLiteral("play") : QStringLiteral("pause")));
    action(QStringLiteral("goToDeployment"))->setIcon(style.icon(QStringLiteral("deployments")));
    action(QStringLiteral("copy"))->setIcon(style.icon(QStringLiteral("copy")));
}

void EventsPane::fillSeverityMenu()
{
    m_severityMenu->clear();
    using Shown = EventsModel::Shown;
    const QVector<QPair<Shown, QString>> choices{{Shown::All, tr("All")},
                                                 {Shown::WarningsAndErrors, tr("Warnings and errors")},
                                                 {Shown::Errors, tr("Errors")}};
    for (const auto& [shown, text] : choices) {
        QAction* choice = m_severityMenu->addAction(text);
        choice->setCheckable(true);
        choice->setChecked(shown == m_model->shownSeverities());
        connect(choice, &QAction::triggered, this, [this, chosen = shown] {
            m_model->setShownSeverities(chosen);
            retranslate();
        });
    }
}

void EventsPane::fillKindMenu()
{
    m_kindMenu->clear();
    for (const QString& kind : QStringList{QString()} + m_model->kinds()) {
        QString text = kind.isEmpty() ? tr("All") : plainLine(kind, 60);
        text.replace(u'&', QStringLiteral("&&"));
        QAction* choice = m_kindMenu->addAction(text);
        choice->setCheckable(true);
        choice->setChecked(kind == m_model->shownKind());
        connect(choice, &QAction::triggered, this, [this, kind] {
            m_model->setShownKind(kind);
            retranslate();
        });
    }
}

void EventsPane::retranslate()
{
    QAction* pause = action(QStringLiteral("pause"));
    pause->setText(m_paused ? tr("Go on") : tr("Pause"));
    action(QStringLiteral("details"))->setText(tr("Details"));
    action(QStringLiteral("goToDeployment"))->setText(tr("Go to deployment"));
    action(QStringLiteral("copy"))->setText(tr("Copy the event"));
    action(QStringLiteral("find"))->setText(tr("Filter the events"));
    m_frame->setTitle(title());
    m_frame->setEmptyFace(QStringLiteral("events"), tr("Nothing has happened yet"),
                          tr("Starts, stops, health changes and other events appear here as they happen."));
    using Shown = EventsModel::Shown;
    const Shown shown = m_model->shownSeverities();
    m_severity->setText(shown == Shown::All                 ? tr("Severity: all")
                        : shown == Shown::WarningsAndErrors ? tr("Severity: warnings and errors")
                                                            : tr("Severity: errors"));
    m_severity->setAccessibleName(m_severity->text());
    QString kind = plainLine(m_model->shownKind(), 40);
    kind.replace(u'&', QStringLiteral("&&"));
    m_kind->setText(kind.isEmpty() ? tr("Kind: all") : tr("Kind: %1").arg(kind));
    m_kind->setAccessibleName(m_kind->text());
    m_table->setAccessibleName(tr("Events"));
    m_drawer->setTabTitle(QStringLiteral("summary"), tr("Summary"));
    m_model->retranslate();
    restyle();
    if (m_drawer->isOpen())
        fillDrawer();
    updateState();
}

} // namespace kaptan::ui
