#include "ui/overview/overview_pane.h"

#include "app/chart/scale.h"
#include "app/core/when_done.h"
#include "app/history/history.h"
#include "ui/common/format.h"
#include "ui/common/plain_text.h"

#include <QEvent>
#include <QPromise>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QThreadPool>

#include <utility>

namespace kaptan::ui
{

namespace
{

using workload::WorkloadState;

constexpr int mostRows = 6;
constexpr int soonMs = 400;
constexpr int againMs = 15'000;
constexpr int narrow = 620, wide = 1040; ///< pixels
constexpr int spans[] = {900, 3600, 6 * 3600, 86400, 7 * 86400};

/// The worst first: what needs a person stands where one looks first.
constexpr WorkloadState shownStates[] = {
    WorkloadState::Failing, WorkloadState::Degraded, WorkloadState::Progressing, WorkloadState::Running,
    WorkloadState::Paused,  WorkloadState::Stopped,  WorkloadState::Completed};

const QString deploymentsPane = QStringLiteral("deployments");

QString nameOf(const workload::Workload& workload)
{
    return workload.group.isEmpty() ? workload.name : workload.group + u'/' + workload.name;
}

} // namespace

OverviewPane::OverviewPane(PaneHost& host, QWidget* parent, Clock& clock)
    : Pane(host, parent), m_clock(clock), m_frame(new PaneFrame(this)), m_body(new QWidget),
      m_grid(new QGridLayout), m_tileRow(new QWidget), m_span(new QComboBox), m_whole(new QPushButton)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
    m_frame->filterEdit()->hide(); // there is nothing to be looked for
    m_span->setObjectName(QStringLiteral("span"));
    for (const int seconds : spans)
        m_span->addItem(QString(), seconds);
    m_span->setCurrentIndex(1);
    m_whole->setObjectName(QStringLiteral("whole"));
    m_whole->hide();
    m_frame->addHeaderWidget(m_whole);
    m_frame->addHeaderWidget(m_span);
    connect(m_span, &QComboBox::currentIndexChanged, this, &OverviewPane::whole);
    connect(m_whole, &QPushButton::clicked, this, &OverviewPane::whole);

    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(space::l, space::m, space::l, space::l);
    body->setSpacing(space::m);
    auto* tiles = new QHBoxLayout(m_tileRow);
    tiles->setContentsMargins(0, 0, 0, 0);
    tiles->setSpacing(space::s);
    for (const WorkloadState state : shownStates) {
        auto* tile = new StateTile(m_tileRow);
        connect(tile, &StateTile::clicked, this, [this, state] {
            this->host().openPane(deploymentsPane, {{QStringLiteral("filter"), look(state).word}});
        });
        tiles->addWidget(tile, 1);
        m_tiles.insert(state, tile);
    }
    body->addWidget(m_tileRow);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(space::m);
    body->addLayout(m_grid);
    body->addStretch(1);
    for (int i = 0; i < 5; ++i) {
        auto* card = new Card(QString(), m_body);
        auto* chart = new CurveView;
        connect(chart, &CurveView::spanChosen, this, &OverviewPane::zoom);
        connect(chart, &CurveView::wholeChosen, this, &OverviewPane::whole);
        connect(chart, &CurveView::looked, this, [this, chart](qint64 atMs) {
            for (CurveView* other : std::as_const(m_charts))
                if (other != chart) {
                    const QSignalBlocker blocker(other);
                    other->lookAt(atMs); // the same moment in all of them
                }
        });
        card->body()->addWidget(chart);
        m_chartCards.append(card);
        m_charts.append(chart);
    }
    for (const char* id : {"unwell", "underWay", "consumers", "events"})
        addCard(QString::fromLatin1(id));
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_body);
    m_frame->setContent(scroll);
    setFocusProxy(scroll);

    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &OverviewPane::count);
    m_eventsSoon.setSingleShot(true);
    m_eventsSoon.setInterval(soonMs);
    connect(&m_eventsSoon, &QTimer::timeout, this, &OverviewPane::showEvents);
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, &OverviewPane::loadCharts);
    m_again.start();
    place();
    retranslate();
}

QString OverviewPane::title() const
{
    return tr("Overview");
}

void OverviewPane::addCard(const QString& id)
{
    List list;
    list.card = new Card(QString(), m_body);
    list.card->body()->setSpacing(0);
    list.empty = new QLabel;
    list.empty->setTextFormat(Qt::PlainText);
    list.empty->setWordWrap(true);
    setLook(list.empty, Look::Muted);
    list.card->body()->addWidget(list.empty);
    for (int i = 0; i < mostRows; ++i) {
        auto* row = new LinkRow;
        row->hide();
        connect(row, &LinkRow::clicked, this, [this, id, i] {
            const auto targets = m_cards.value(id).targets;
            if (i < targets.size())
                this->host().openPane(targets[i].first, targets[i].second);
        });
        list.card->body()->addWidget(row);
        list.rows.append(row);
    }
    list.card->body()->addStretch(1);
    m_cards.insert(id, list);
}

void OverviewPane::fill(const QString& id, qsizetype count,
                        const std::function<void(LinkRow&, qsizetype)>& set)
{
    List& list = m_cards[id];
    list.targets.clear();
    for (qsizetype i = 0; i < list.rows.size(); ++i) {
        if (i < count)
            set(*list.rows[i], i);
        list.rows[i]->setVisible(i < count);
    }
    list.empty->setVisible(count == 0);
}

/// As many columns as there is room for.
void OverviewPane::place()
{
    const int columns = width() >= wide ? 3 : width() >= narrow ? 2 : 1;
    if (std::exchange(m_columns, columns) == columns)
        return;
    QVector<QWidget*> all;
    for (Card* card : std::as_const(m_chartCards))
        all.append(card);
    for (const char* id : {"unwell", "consumers", "events", "underWay"})
        all.append(m_cards.value(QString::fromLatin1(id)).card);
    for (QWidget* card : std::as_const(all))
        m_grid->removeWidget(card);
    for (int i = 0; i < all.size(); ++i)
        m_grid->addWidget(all[i], i / columns, i % columns);
    for (int i = 0; i < 3; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
}

void OverviewPane::resizeEvent(QResizeEvent* event)
{
    Pane::resizeEvent(event);
    place();
}

void OverviewPane::setSession(session::Session* session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    ++m_turn;
    m_counting = m_loading = false;
    m_summary = {};
    m_last = {};
    m_zoom.reset();
    m_whole->hide();
    m_frame->followSession(session);
    m_frame->setContentState(PaneFrame::ContentState::Unknown);
    for (CurveView* chart : std::as_const(m_charts))
        chart->set({});
    if (session)
        connect(session, &session::Session::stateChanged, this, &OverviewPane::connectSources);
    connectSources();
}

void OverviewPane::connectSources()
{
    workload::WorkloadSource* workloads = m_session ? m_session->workloads() : nullptr;
    workload::EventSource* events = m_session ? m_session->events() : nullptr;
    if (workloads != m_workloads) {
        if (m_workloads)
            m_workloads->disconnect(this);
        m_workloads = workloads;
        if (workloads)
            connect(workloads, &workload::WorkloadSource::changed, this, [this] {
                if (!m_soon.isActive())
                    m_soon.start();
            });
    }
    if (events != m_events) {
        if (m_events)
            m_events->disconnect(this);
        m_events = events;
        if (events)
            connect(events, &workload::EventSource::happened, this, [this] {
                if (!m_eventsSoon.isActive())
                    m_eventsSoon.start();
            });
    }
    if (isVisible()) {
        count();
        showEvents();
        loadCharts();
    }
}

void OverviewPane::showEvent(QShowEvent* event)
{
    Pane::showEvent(event);
    count();
    showEvents();
    loadCharts();
}

/// The counting itself is done elsewhere: there may be ten thousand.
void OverviewPane::count()
{
    if (!m_workloads || !isVisible() || !m_session)
        return;
    if (m_counting) {
        m_soon.start();
        return;
    }
    m_counting = true;
    auto promise = std::make_shared<QPromise<Result<WorkloadSummary>>>();
    promise->start();
    const auto future = promise->future();
    QThreadPool::globalInstance()->start([promise, all = m_workloads->workloads()] {
        promise->addResult(summaryOf(all, mostRows));
        promise->finish();
    });
    whenDone(future, this, [this, turn = m_turn](const Result<WorkloadSummary>& summary) {
        if (turn != m_turn)
            return;
        m_counting = false;
        ++m_counts;
        showSummary(*summary);
    });
}

void OverviewPane::showSummary(const WorkloadSummary& summary)
{
    m_summary = summary;
    const bool live = m_session && m_session->state().isLiveInPart();
    m_frame->setContentState(summary.workloads > 0 ? PaneFrame::ContentState::Data
                             : live                ? PaneFrame::ContentState::Empty
                                                   : PaneFrame::ContentState::Unknown);
    //: %1 of %2 instances are ready; %n are workloads
    m_frame->setCountText(tr("%n workload(s), %1 of %2 instances ready", nullptr, summary.workloads)
                              .arg(QLocale().toString(summary.ready), QLocale().toString(summary.desired)));
    for (auto it = m_tiles.cbegin(); it != m_tiles.cend(); ++it) {
        const StateLook state = look(it.key());
        it.value()->set(summary.states.value(it.key()), state.icon, state.word, state.tone);
        // What is rare is not shown while there is none of it.
        it.value()->setVisible(summary.states.value(it.key()) > 0 || it.key() == WorkloadState::Failing ||
                               it.key() == WorkloadState::Degraded || it.key() == WorkloadState::Running);
    }
    const auto show = [this](const QString& id, const QVector<workload::WorkloadPtr>& all) {
        fill(id, all.size(), [&](LinkRow& row, qsizetype i) {
            const workload::Workload& one = *all[i];
            const StateLook state = look(one.state);
            row.set(state.icon, state.tone, nameOf(one),
                    one.reason.isEmpty() ? state.word : state.word + QStringLiteral(": ") + one.reason);
            m_cards[id].targets.append({deploymentsPane, {{QStringLiteral("workloadId"), one.id}}});
        });
    };
    show(QStringLiteral("unwell"), summary.unwell);
    show(QStringLiteral("underWay"), summary.underWay);
}

void OverviewPane::showEvents()
{
    if (!m_events || !isVisible())
        return;
    const QVector<workload::Event> recent = m_events->recent();
    const qsizetype count = std::min<qsizetype>(recent.size(), mostRows);
    const QDateTime now = m_clock.now();
    fill(QStringLiteral("events"), count, [&](LinkRow& row, qsizetype i) {
        const workload::Event& one = recent[recent.size() - 1 - i];
        const StateLook severity = look(one.severity);
        row.set(severity.icon, severity.tone, one.action + u' ' + one.object, relativeTime(one.at, now));
        m_cards[QStringLiteral("events")].targets.append(
            {QStringLiteral("events"), {{QStringLiteral("filter"), one.object}}});
    });
}

qint64 OverviewPane::span() const
{
    return m_span->currentData().toLongLong();
}

ChartWords OverviewPane::words() const
{
    return {tr("CPU"), tr("Memory"), tr("Network"), tr("Disk"), tr("Replicas"),
            //: of a network, in a legend
            tr("received"),
            //: of a network, in a legend
            tr("sent"),
            //: from a disk, in a legend
            tr("read"),
            //: to a disk, in a legend
            tr("written"),
            //: replicas, in a legend
            tr("ready")};
}

void OverviewPane::loadCharts()
{
    history::History* history = host().history();
    if (!history || !m_session || !isVisible() || m_loading)
        return;
    m_loading = true;
    // Of several connections the first: sums over machines that have nothing in common say nothing.
    const QString connection = m_session->members().first()->spec().id;
    const qint64 now = m_clock.now().toSecsSinceEpoch();
    const auto asked = m_zoom.value_or(QPair<qint64, qint64>(now - span(), now));
    const auto charts = history->read<OverviewCharts>(
        [connection, from = asked.first, to = asked.second, words = words()](history::Database& database) {
            return overviewCharts(database, connection, from, to, words, mostRows);
        });
    whenDone(charts, this,
             [this, turn = m_turn, zoom = m_zoom, asked = span()](const Result<OverviewCharts>& found) {
                 if (turn != m_turn)
                     return;
                 m_loading = false;
                 if (asked != span() || zoom != m_zoom)
                     return loadCharts();
                 showCharts(found);
             });
}

void OverviewPane::zoom(qint64 fromMs, qint64 toMs)
{
    const qint64 now = m_clock.now().toSecsSinceEpoch();
    const qint64 length = std::clamp<qint64>((toMs - fromMs) / 1000, 60, 35 * 86400);
    const qint64 to = std::min(fromMs / 1000 + length, now); // nobody knows what comes
    m_zoom = {to - length, to};
    m_whole->show();
    loadCharts();
}

void OverviewPane::whole()
{
    m_zoom.reset();
    m_whole->hide();
    loadCharts();
}

void OverviewPane::showCharts(const Result<OverviewCharts>& charts)
{
    if (!charts) // the window says what is wrong with the history
        return;
    m_last = *charts;
    for (qsizetype i = 0; i < m_charts.size() && i < charts->specs.size(); ++i) {
        chart::Spec spec = charts->specs[i];
        spec.emptyText = tr("Nothing was recorded in this time");
        spec.title.clear(); // the card around it says it
        m_charts[i]->set(spec);
    }
    fill(QStringLiteral("consumers"), charts->consumers.size(), [&](LinkRow& row, qsizetype i) {
        const Consumer& one = charts->consumers[i];
        const QString name = one.subject.section(u':', 1);
        QStringList said;
        if (one.cpu >= 0)
            said << chart::valueText(double(one.cpu) * 1e-6, chart::Unit::Cores, QLocale());
        if (one.memory >= 0)
            said << chart::valueText(double(one.memory), chart::Unit::Bytes, QLocale());
        row.set(QStringLiteral("cpu"), Tone::Neutral, name.startsWith(u'/') ? name.mid(1) : name,
                said.join(QStringLiteral(" · ")));
        m_cards[QStringLiteral("consumers")].targets.append(
            {deploymentsPane, {{QStringLiteral("name"), name.section(u'/', -1)}}});
    });
}

void OverviewPane::changeEvent(QEvent* event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void OverviewPane::retranslate()
{
    m_frame->setTitle(title());
    m_frame->setEmptyFace(QStringLiteral("overview"), tr("Nothing runs here yet"),
                          tr("What is deployed is shown here: its state, what it uses, what happens to it."));
    const QStringList names{tr("15 minutes"), tr("1 hour"), tr("6 hours"), tr("24 hours"), tr("7 days")};
    for (int i = 0; i < names.size(); ++i)
        m_span->setItemText(i, names[i]);
    m_span->setToolTip(tr("The time that the curves show"));
    //: a button: the curves up to the present moment again, after zooming
    m_whole->setText(tr("Up to now"));
    const ChartWords heads = words();
    const QStringList headings{heads.cpu, heads.memory, heads.network, heads.disk, heads.replicas};
    for (qsizetype i = 0; i < m_chartCards.size(); ++i)
        m_chartCards[i]->setHeading(headings[i]);
    const auto card = [this](const char* id, const QString& heading, const QString& empty) {
        List& list = m_cards[QString::fromLatin1(id)];
        list.card->setHeading(heading);
        list.empty->setText(empty);
    };
    card("unwell", tr("Needs attention"), tr("All is well."));
    card("underWay", tr("Under way"), tr("Nothing changes just now."));
    card("consumers", tr("Uses most"), tr("Nothing was measured in the last minutes."));
    card("events", tr("Recent events"), tr("Nothing happened lately."));
    if (m_counts > 0)
        showSummary(m_summary);
    showEvents();
    loadCharts();
}

} // namespace kaptan::ui
