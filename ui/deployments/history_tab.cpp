#include "ui/deployments/history_tab.h"

#include "app/core/when_done.h"
#include "app/history/known_texts.h"
#include "ui/common/diff_view.h"
#include "ui/common/format.h"
#include "ui/common/plain_text.h"
#include "ui/common/table_view.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

constexpr int soon = 1000; // milliseconds after something was written
constexpr int mostRows = 500;
/// Seconds within which what Kaptan scaled is the same as what its recorder saw.
constexpr qint64 sameMoment = 60;

enum PastColumn { At, What, Who, Message };

QString outcomeWord(history::Outcome outcome)
{
    using history::Outcome;
    switch (outcome) {
    case Outcome::Running:
        //: of a deployment: under way
        return HistoryTab::tr("under way");
    case Outcome::Succeeded:
        return HistoryTab::tr("succeeded");
    case Outcome::Failed:
        return HistoryTab::tr("failed");
    case Outcome::Aborted:
        return HistoryTab::tr("aborted");
    case Outcome::RolledBack:
        return HistoryTab::tr("rolled back");
    }
    return {};
}

PastRow rowOf(const history::Deployment& one)
{
    using history::Outcome;
    PastRow row;
    row.key = u"d%1"_s.arg(one.id);
    row.at = one.startedAt;
    row.tone = one.outcome == Outcome::Succeeded ? Tone::Ok
               : one.outcome == Outcome::Running ? Tone::Progress
               : one.outcome == Outcome::Failed  ? Tone::Error
                                                 : Tone::Warning;
    row.icon = u"deployments"_s;
    row.what = HistoryTab::tr("Deployment");
    row.who = one.actor;
    QStringList parts{outcomeWord(one.outcome)};
    if (one.endedAt.isValid())
        parts << durationText(one.startedAt.msecsTo(one.endedAt));
    parts << one.reason << history::shownText(one.message);
    parts.removeAll(QString());
    row.message = parts.join(u" · "_s);
    return row;
}

PastRow rowOf(const history::ScalingEvent& one)
{
    PastRow row;
    row.key = u"s%1"_s.arg(one.id);
    row.at = one.at;
    row.tone = Tone::Accent;
    row.icon = u"scale"_s;
    row.what = HistoryTab::tr("Scaling");
    row.who = one.actor;
    row.message = u"%1 → %2"_s.arg(one.from).arg(one.to);
    if (!one.reason.isEmpty())
        row.message += u" · "_s + history::shownText(one.reason);
    return row;
}

PastRow rowOf(const history::Revision& one)
{
    PastRow row;
    row.key = u"r%1"_s.arg(one.id);
    row.at = one.at;
    row.icon = u"layers"_s;
    //: %1 its number
    row.what = HistoryTab::tr("Revision %1").arg(one.number);
    row.message = one.images.join(u", "_s);
    if (!one.cause.isEmpty())
        row.message += u" · "_s + one.cause;
    return row;
}

PastRow rowOf(const history::StoredEvent& one)
{
    const StateLook state = look(one.severity);
    PastRow row;
    row.key = u"e%1"_s.arg(one.id);
    row.at = one.lastAt;
    row.tone = state.tone;
    row.icon = state.icon;
    row.what = one.reason;
    row.who = one.source;
    QStringList parts{one.object, one.message};
    parts.removeAll(QString());
    row.message = parts.join(u": "_s);
    if (one.count > 1 && !row.message.endsWith(u')'))
        row.message += u" (×%1)"_s.arg(one.count);
    return row;
}

} // namespace

PastModel::PastModel(QObject* parent)
    : RowModel<PastRow>({{u"at"_s, CellKind::Muted, 62, false, 0, true, true},
                         {u"what"_s, CellKind::Chip, 128, false, 0, true, false},
                         {u"who"_s, CellKind::MonoMuted, 100, false, 1, true, false},
                         {u"message"_s, CellKind::Text, 140, true, 0, false, false}},
                        parent)
{
    sort(At, Qt::DescendingOrder);
}

QString PastModel::columnTitle(int column) const
{
    switch (column) {
    case At:
        return tr("Age");
    case What:
        //: column of a history: what happened
        return tr("What");
    case Who:
        //: column of a history: who did it or told of it
        return tr("Who");
    default:
        return tr("Details");
    }
}

Cell PastModel::cell(const PastRow& row, int column) const
{
    Cell cell;
    switch (column) {
    case At:
        return timeCell(row.at);
    case What:
        return stateCell({plainLine(row.what, 60), row.tone, row.icon});
    case Who:
        cell.text = row.who;
        return cell;
    default:
        cell.text = row.message;
        return cell;
    }
}

SortKey PastModel::sortKey(const PastRow& row, int column) const
{
    if (column == At)
        return {double(row.at.toMSecsSinceEpoch()), {}};
    return {0, column == Who ? row.who : row.what};
}

QString PastModel::haystack(const PastRow& row) const
{
    return row.what + u'\n' + row.who + u'\n' + row.message.left(500);
}

HistoryTab::HistoryTab(QWidget* parent)
    : QWidget(parent), m_model(new PastModel(this)), m_table(new TableView), m_hint(new QLabel),
      m_choice(new QWidget), m_before(new QComboBox), m_after(new QComboBox), m_compare(new QPushButton),
      m_diff(new DiffView)
{
    m_table->setObjectName(u"workloadHistory"_s);
    m_table->setRowModel(m_model);
    m_table->setMultiSelection(true);
    m_model->sort(At, Qt::DescendingOrder);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setContentsMargins(space::l, space::l, space::l, space::l);
    setLook(m_hint, Look::Muted);
    m_compare->setObjectName(u"compareRevisions"_s);
    m_compare->setCheckable(true);
    auto* choice = new QHBoxLayout(m_choice);
    choice->setContentsMargins(space::s, space::xs, space::s, space::xs);
    choice->addWidget(m_before, 1);
    choice->addWidget(m_after, 1);
    choice->addWidget(m_compare);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_choice);
    column->addWidget(m_hint);
    column->addWidget(m_table, 1);
    column->addWidget(m_diff, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soon);
    connect(&m_soon, &QTimer::timeout, this, &HistoryTab::ask);
    connect(m_compare, &QPushButton::toggled, this, &HistoryTab::compare);
    for (QComboBox* box : {m_before, m_after})
        connect(box, &QComboBox::currentIndexChanged, this, &HistoryTab::compare);
    retranslate();
    showState();
}

void HistoryTab::show(history::History* history, const history::Subject& subject)
{
    if (m_history == history && m_subject == subject)
        return;
    if (m_history)
        m_history->disconnect(this);
    m_history = history;
    m_subject = subject;
    m_asked = m_failed = false;
    ++m_turn;
    take({});
    if (m_history)
        connect(m_history, &history::History::written, this, &HistoryTab::askSoon);
    if (isVisible())
        ask();
}

void HistoryTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    ask();
}

void HistoryTab::askSoon()
{
    if (isVisible() && !m_soon.isActive())
        m_soon.start();
}

Result<HistoryTab::Past> HistoryTab::read(history::Database& database, const history::RecordFilter& filter)
{
    Past past;
    const auto deployments = history::deployments(database, filter);
    if (!deployments)
        return failure(deployments.error());
    for (const history::Deployment& one : *deployments)
        past.rows << rowOf(one);
    const auto scalings = history::scalingEvents(database, filter);
    if (!scalings)
        return failure(scalings.error());
    for (const history::ScalingEvent& one : *scalings) {
        // Known with its name already.
        const bool isSeenTwice =
            one.actor.isEmpty() &&
            std::any_of(scalings->cbegin(), scalings->cend(), [&](const history::ScalingEvent& other) {
                return !other.actor.isEmpty() && other.to == one.to &&
                       std::abs(other.at.secsTo(one.at)) <= sameMoment;
            });
        if (!isSeenTwice)
            past.rows << rowOf(one);
    }
    auto revisions = history::revisions(database, filter);
    if (!revisions)
        return failure(revisions.error());
    for (const history::Revision& one : *revisions)
        past.rows << rowOf(one);
    past.revisions = std::move(*revisions);
    history::EventFilter events;
    events.connection = filter.connection;
    events.workload = filter.workload;
    events.limit = filter.limit;
    const auto happened = history::events(database, events);
    if (!happened)
        return failure(happened.error());
    for (const history::StoredEvent& one : *happened)
        past.rows << rowOf(one);
    return past;
}

void HistoryTab::ask()
{
    if (!m_history || m_subject.key.isEmpty())
        return;
    m_asked = true;
    history::RecordFilter filter;
    filter.connection = m_subject.connection;
    filter.workload = m_subject.key;
    filter.limit = mostRows;
    const auto future =
        m_history->read<Past>([filter](history::Database& database) { return read(database, filter); });
    whenDone(future, this, [this, turn = ++m_turn](const Result<Past>& past) {
        if (turn != m_turn)
            return;
        m_failed = !past;
        if (!past) {
            m_hint->setText(past.error().message());
            showState();
            return;
        }
        take(*past);
    });
}

void HistoryTab::take(const Past& past)
{
    QSet<QString> gone;
    m_model->forEach([&](const PastRow& row) { gone.insert(row.key); });
    for (const PastRow& row : past.rows)
        gone.remove(row.key);
    m_model->apply(past.rows, QVector<QString>(gone.cbegin(), gone.cend()));
    QVector<history::Revision> revisions;
    for (const history::Revision& one : past.revisions)
        if (!one.manifest.isEmpty())
            revisions << one;
    if (m_revisions != revisions) {
        m_revisions = revisions;
        fillRevisions();
    }
    showState();
}

/// At first the newest against the one before.
void HistoryTab::fillRevisions()
{
    const QSignalBlocker before(m_before), after(m_after);
    for (QComboBox* box : {m_before, m_after}) {
        box->clear();
        for (const history::Revision& one : std::as_const(m_revisions))
            box->addItem(tr("Revision %1").arg(one.number));
    }
    m_before->setCurrentIndex(m_revisions.size() > 1 ? 1 : -1);
    if (m_revisions.size() < 2)
        m_compare->setChecked(false);
    compare();
}

void HistoryTab::compare()
{
    const int before = m_before->currentIndex();
    const int after = m_after->currentIndex();
    if (m_compare->isChecked() && before >= 0 && after >= 0)
        m_diff->setTexts({m_revisions[before].manifest, m_revisions[after].manifest});
    showState();
}

void HistoryTab::showState()
{
    const bool isComparing = m_compare->isChecked();
    const bool any = m_model->total() > 0;
    m_choice->setVisible(m_revisions.size() > 1);
    m_diff->setVisible(isComparing);
    m_table->setVisible(any && !isComparing);
    m_hint->setVisible(!any || m_failed);
    if (!m_failed)
        m_hint->setText(tr("Nothing was recorded of it yet. Kaptan keeps revisions from when it first sees "
                           "them."));
}

void HistoryTab::retranslate()
{
    m_table->setAccessibleName(tr("History of this deployment"));
    m_compare->setText(tr("Compare"));
    m_before->setAccessibleName(tr("The earlier revision"));
    m_after->setAccessibleName(tr("The later revision"));
    m_model->retranslate();
    if (isVisible())
        ask();
    showState();
}

} // namespace kaptan::ui
