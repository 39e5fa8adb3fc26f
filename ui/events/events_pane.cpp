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

#include <algorithm>

namespace kaptan::ui
{

using namespace workload;

namespace
{
constexpr int applyInterval = 100; // milliseconds: eyes do not read faster
constexpr int ageInterval = 5000;  // milliseconds between looks at the clock
constexpr int mostHeld = 5000;
constexpr int askDelay = 200;      // milliseconds after a key of the filter
constexpr int newsDelay = 1500;    // milliseconds after something was stored
constexpr int mostStored = 50'000; // rows; who wants older ones narrows the time
constexpr int rangeTurns = 12;     // of ageInterval: how often "the last hour" moves on
} // namespace

EventsPane::EventsPane(PaneHost& host, QWidget* parent, Clock& clock)
    : Pane(host, parent), m_frame(new PaneFrame(this)), m_table(new TableView),
      m_model(new EventsModel(mostHeld, this)), m_drawer(nullptr), m_facts(new FactList),
      m_severity(new QPushButton), m_kind(new QPushButton), m_reason(new QPushButton),
      m_severityMenu(new QMenu(this)), m_kindMenu(new QMenu(this)), m_reasonMenu(new QMenu(this)),
      m_range(new TimeRange(clock)), m_timeLine(new TimeLine), m_stored(new StoredEvents(clock, this)),
      m_clock(clock)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
    setFocusProxy(m_table);
    makeActions();
    makeFilters();

    m_model->sort(EventsModel::Time, Qt::DescendingOrder);
    m_table->setRowModel(m_model);
    m_table->horizontalHeader()->setSortIndicator(EventsModel::Time, Qt::DescendingOrder);
    m_table->setRowActions({action(QStringLiteral("details")), action(QStringLiteral("goToDeployment")),
                            action(QStringLiteral("copy"))});
    m_table->viewport()->installEventFilter(this);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_timeLine);
    column->addWidget(m_table, 1);
    content->setFocusProxy(m_table);
    m_frame->setContent(content);
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
    connect(&m_ages, &QTimer::timeout, this, &EventsPane::passTime);
    m_ages.start();
    m_ask.setSingleShot(true);
    m_ask.setInterval(askDelay);
    connect(&m_ask, &QTimer::timeout, this, &EventsPane::askHistory);
    m_news.setSingleShot(true);
    m_news.setInterval(newsDelay);
    connect(&m_news, &QTimer::timeout, this, [this] {
        if (!m_paused && !isBusy() && isVisible())
            m_stored->askNews();
    });
    connectFrame();
    connect(&Style::instance(), &Style::changed, this, &EventsPane::restyle);
    m_frame->followSession(nullptr);
    restyle();
    retranslate();
}

void EventsPane::makeActions()
{
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
    m_frame->addHeaderAction(pause);
}

void EventsPane::connectFrame()
{
    connect(m_frame, &PaneFrame::filterChanged, this, [this](const QString& text) {
        m_model->setFilter(text);
        updateState();
        m_ask.start();
    });
    connect(m_frame, &PaneFrame::clearFiltersRequested, this, [this] {
        m_model->setShownKind({});
        m_model->setShownReason({});
        m_model->setShownSeverities(EventsModel::Shown::All);
        m_range->setKind(TimeRange::Kind::All);
        retranslate();
        m_ask.start();
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
        fetchMore();
    });
    connect(m_stored, &StoredEvents::page, this, &EventsPane::takePage);
    connect(m_stored, &StoredEvents::barsChanged, m_timeLine, &TimeLine::set);
    connect(m_stored, &StoredEvents::failed, this,
            [this](const Error& error) { m_frame->setNotice(error.message()); });
    connect(m_timeLine, &TimeLine::chosen, m_range, &TimeRange::setFromTo);
    connect(m_timeLine, &TimeLine::resetRequested, m_range,
            [this] { m_range->setKind(TimeRange::Kind::All); });
    connect(m_range, &TimeRange::changed, this, [this] {
        m_model->setShownTime(m_range->from(), m_range->to());
        updateState();
        askHistory();
    });
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
    m_frame->setKeptContent(false);
    m_frame->followSession(session);
    m_frame->setNotice({});
    m_timeLine->set({}, {}, {});
    followHistory();
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
    showOwnBars();
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
        showOwnBars();
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
    const bool asking = m_stored->isThere() && (m_stored->isBusy() || m_ask.isActive());
    // A choice that hides all that is known may find older ones: until then it is not known.
    m_frame->setContentState(shown > 0 ? PaneFrame::ContentState::Data
                             : asking  ? PaneFrame::ContentState::Unknown
                             : m_model->isFiltered() && (total > 0 || m_stored->isThere())
                                 ? PaneFrame::ContentState::NoMatch
                             : total > 0 ? PaneFrame::ContentState::NoMatch
                             : live      ? PaneFrame::ContentState::Empty
                                         : PaneFrame::ContentState::Unknown);
    m_frame->setKeptContent(m_model->storedOnly() > 0);
    QVector<PaneFrame::HeaderChip> chips;
    if (m_paused && m_held.isEmpty())
        chips.append({QStringLiteral("paused"), QStringLiteral("pause"), tr("Paused"), Tone::Warning, {}});
    if (!m_held.isEmpty() && (m_paused || isBusy()))
        chips.append({QStringLiteral("held"), QStringLiteral("arrow-up"),
                      tr("%Ln new", nullptr, static_cast<int>(m_held.size())),
                      m_paused ? Tone::Warning : Tone::Accent, tr("Show the new events")});
    if (m_session && !m_session->state().isLiveInPart() && m_model->storedOnly() > 0 &&
        m_session->state().phase != session::Phase::Reconnecting)
        chips.append({QStringLiteral("kept"),
                      QStringLiteral("unplug"),
                      //: there is no connection; what is shown was kept in the history
                      tr("Not connected: kept events"),
                      Tone::Neutral,
                      {}});
    m_frame->setChips(chips);
    updateActions();
}

void EventsPane::followHistory()
{
    history::History* kept = host().history();
    QStringList keys;
    if (m_session)
        for (const session::Session* member : m_session->members())
            keys << member->spec().id;
    m_stored->setSource(kept, keys);
    if (kept)
        // As one pane is asked for many connections: once.
        connect(kept, &history::History::written, this, &EventsPane::takeWritten, Qt::UniqueConnection);
    askHistory();
}

/// The first one starts the clock: a history that is written all the time is looked at all the same.
void EventsPane::takeWritten()
{
    if (!m_news.isActive())
        m_news.start();
}

void EventsPane::askHistory()
{
    m_ask.stop();
    m_atEnd = false;
    if (m_stored->isThere())
        m_stored->ask(m_model->choice());
    else
        showOwnBars();
    updateState();
}

void EventsPane::takePage(const QVector<history::StoredEvent>& events, bool anew)
{
    m_model->addStored(events, anew);
    if (anew)
        m_table->scrollToTop();
    m_atEnd = !m_stored->hasMore();
    updateState();
    fetchMore();
}

/// Near the end, or where the filter leaves less than a page of the window.
void EventsPane::fetchMore()
{
    const QScrollBar* bar = m_table->verticalScrollBar();
    const bool nearEnd = bar->value() >= bar->maximum() - bar->pageStep();
    if (nearEnd && m_stored->hasMore() && !m_stored->isBusy() && m_model->storedOnly() < mostStored)
        m_stored->askMore();
}

/// Without a history the line of time shows what the list holds.
void EventsPane::showOwnBars()
{
    if (m_stored->isThere())
        return;
    QDateTime from = m_range->from();
    const QDateTime to = m_range->to().isValid() ? m_range->to() : m_clock.now();
    if (!from.isValid()) {
        m_model->forEach([&](const EventRow& row) {
            if (!from.isValid() || row.event.at < from)
                from = row.event.at;
        });
    }
    if (!from.isValid() || from >= to) {
        m_timeLine->set({}, {}, {});
        return;
    }
    QVector<history::EventBar> bars(StoredEvents::bars);
    const qint64 start = from.toMSecsSinceEpoch();
    const qint64 width = std::max<qint64>((from.msecsTo(to) + bars.size()) / bars.size(), 1);
    for (qsizetype i = 0; i < bars.size(); ++i)
        bars[i].atMs = start + i * width;
    m_model->forEach([&](const EventRow& row) {
        const qint64 at = (row.event.at.toMSecsSinceEpoch() - start) / width;
        if (row.event.at < from || at >= bars.size())
            return;
        history::EventBar& bar = bars[at];
        ++(row.event.severity == EventSeverity::Error     ? bar.error
           : row.event.severity == EventSeverity::Warning ? bar.warning
                                                          : bar.normal);
    });
    m_timeLine->set(bars, from, to);
}

/// Ages grow; what is of "the last hour" moves on.
void EventsPane::passTime()
{
    if (!m_table->isVisible())
        return;
    m_table->viewport()->update();
    if (++m_sinceRange < rangeTurns || m_paused)
        return;
    m_sinceRange = 0;
    if (m_range->kind() != TimeRange::Kind::FromTo)
        m_model->setShownTime(m_range->from(), m_range->to());
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

} // namespace kaptan::ui
