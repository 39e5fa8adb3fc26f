#include "ui/events/events_model.h"

#include "app/session/joint_id.h"
#include "ui/common/format.h"

#include <algorithm>

namespace kaptan::ui
{

using namespace workload;

namespace
{
QVector<Column> eventColumns()
{
    using C = Column;
    return {
        C{.id = QStringLiteral("time"), .kind = CellKind::Muted, .width = 84, .descendingFirst = true},
        C{.id = QStringLiteral("connection"), .kind = CellKind::MonoMuted, .width = 110},
        C{.id = QStringLiteral("severity"), .kind = CellKind::Chip, .width = 104},
        C{.id = QStringLiteral("count"),
          .kind = CellKind::Number,
          .width = 64,
          .hideOrder = 3,
          .descendingFirst = true},
        C{.id = QStringLiteral("kind"), .kind = CellKind::Muted, .width = 90, .hideOrder = 2},
        C{.id = QStringLiteral("action"), .kind = CellKind::Mono, .width = 150},
        C{.id = QStringLiteral("object"), .kind = CellKind::Mono, .width = 210},
        C{.id = QStringLiteral("message"),
          .kind = CellKind::Text,
          .width = 200,
          .stretch = true,
          .hideOrder = 1},
    };
}

Tone toneOf(EventSeverity severity)
{
    return look(severity).tone;
}
} // namespace

EventsModel::EventsModel(int limit, QObject* parent) : RowModel(eventColumns(), parent), m_limit(limit) {}

QString EventsModel::columnTitle(int column) const
{
    switch (column) {
    case Time:
        return tr("Time");
    case Connection:
        //: column: the connection that it is of, where several are shown together
        return tr("Cluster");
    case Severity:
        return tr("Severity");
    case Count:
        //: column: how often an event happened
        return tr("Count");
    case Kind:
        //: What an event is about: container, image, network …
        return tr("Kind");
    case Action:
        //: What happened, the engine's own word
        return tr("Action");
    case Object:
        return tr("Object");
    default:
        return tr("Message");
    }
}

void EventsModel::setJoint(bool joint)
{
    if (std::exchange(m_joint, joint) != joint)
        Q_EMIT headerDataChanged(Qt::Horizontal, Connection, Connection);
}

EventRow EventsModel::rowOf(const Event& event) const
{
    EventRow row;
    row.event = event;
    QString prefix;
    Event own = event;
    if (m_joint) {
        const auto [connection, id] = session::splitJointId(event.id);
        row.connectionKey = connection;
        own.id = id;
        own.objectId = session::ownId(event.objectId);
        prefix = connection + u'\n';
    }
    const history::EventIdentity identity = history::identityOf(own);
    row.key = prefix + identity.uid;
    row.count = identity.count;
    // A cluster's message ends with the count, which has a column here.
    const QString suffix = QStringLiteral(" (×%1)").arg(row.count);
    if (row.count > 1 && row.event.message.endsWith(suffix))
        row.event.message.chop(suffix.size());
    row.isLive = true;
    return row;
}

EventRow EventsModel::rowOf(const history::StoredEvent& stored) const
{
    EventRow row;
    row.connectionKey = stored.connection;
    row.key = m_joint ? stored.connection + u'\n' + stored.uid : stored.uid;
    row.count = stored.count;
    row.firstAt = stored.firstAt;
    row.source = stored.source;
    row.subject = stored.workload;
    Event& event = row.event;
    event.id = row.key;
    event.at = stored.lastAt;
    event.severity = stored.severity;
    event.kind = stored.kind;
    event.action = stored.reason;
    event.object = stored.object;
    event.message = stored.message;
    const QString suffix = QStringLiteral(" (×%1)").arg(row.count);
    if (row.count > 1 && event.message.endsWith(suffix))
        event.message.chop(suffix.size());
    if (m_joint)
        event.connection = stored.connectionName;
    return row;
}

void EventsModel::note(const EventRow& row)
{
    m_kinds.insert(row.event.kind);
    m_reasons.insert(row.event.action);
}

void EventsModel::setEvents(const QVector<Event>& events)
{
    m_ids.clear();
    m_stored.clear();
    m_kinds.clear();
    m_reasons.clear();
    setRows({});
    add(events);
}

void EventsModel::add(const QVector<Event>& events)
{
    QVector<EventRow> rows;
    QHash<QString, qsizetype> batch;
    const auto from = std::max<qsizetype>(0, events.size() - m_limit);
    for (const Event& event : events.sliced(from)) {
        if (event.id.isEmpty())
            continue;
        EventRow row = rowOf(event);
        if (const auto twice = batch.constFind(row.key); twice != batch.cend()) {
            if (rows[*twice].count <= row.count) {
                row.number = rows[*twice].number;
                row.firstAt = rows[*twice].firstAt;
                row.source = rows[*twice].source;
                row.subject = rows[*twice].subject;
                rows[*twice] = std::move(row);
            }
            continue;
        }
        const EventRow* known = find(row.key);
        if (known && known->isLive && known->count >= row.count)
            continue;
        if (known) {
            row.firstAt = known->firstAt;
            row.source = known->source;
            row.subject = known->subject;
            // What is stored may be newer than what a cluster tells again.
            if (known->count > row.count) {
                row.count = known->count;
                row.event.at = known->event.at;
            }
        }
        row.number = known && known->isLive ? known->number : m_next++;
        if (!known || !known->isLive)
            m_ids.push_back(row.key);
        m_stored.remove(row.key);
        note(row);
        batch.insert(row.key, rows.size());
        rows.append(std::move(row));
    }
    QVector<QString> gone;
    while (static_cast<int>(m_ids.size()) > m_limit) {
        gone.append(m_ids.front());
        m_ids.pop_front();
    }
    if (!rows.isEmpty())
        apply(std::move(rows), gone);
}

int EventsModel::addStored(const QVector<history::StoredEvent>& events, bool anew)
{
    QVector<EventRow> rows;
    QSet<QString> before;
    if (anew)
        before = std::exchange(m_stored, {});
    int news = 0;
    for (const history::StoredEvent& event : events) {
        EventRow row = rowOf(event);
        const EventRow* known = find(row.key);
        if (known && known->isLive) {
            // The live row knows more of its object; the history may know of more times, and of the first.
            if (known->count >= row.count && known->firstAt == row.firstAt && known->source == row.source)
                continue;
            EventRow both = *known;
            both.firstAt = row.firstAt;
            both.source = row.source;
            both.subject = row.subject;
            if (row.count > both.count) {
                both.count = row.count;
                both.event.at = row.event.at;
            }
            rows.append(std::move(both));
            continue;
        }
        if (!known)
            ++news;
        row.number = known ? known->number : -1;
        m_stored.insert(row.key);
        before.remove(row.key);
        note(row);
        rows.append(std::move(row));
    }
    const QVector<QString> gone(before.cbegin(), before.cend());
    if (!rows.isEmpty() || !gone.isEmpty())
        apply(std::move(rows), gone);
    return news;
}

void EventsModel::setShownSeverities(Shown shown)
{
    if (std::exchange(m_shown, shown) != shown)
        refilter();
}

void EventsModel::setShownKind(const QString& kind)
{
    if (std::exchange(m_kind, kind) != kind)
        refilter();
}

void EventsModel::setShownReason(const QString& reason)
{
    if (std::exchange(m_reason, reason) != reason)
        refilter();
}

void EventsModel::setShownTime(const QDateTime& from, const QDateTime& to)
{
    if (m_from == from && m_to == to)
        return;
    m_from = from;
    m_to = to;
    refilter();
}

EventChoice EventsModel::choice() const
{
    EventChoice choice;
    choice.from = m_from;
    choice.to = m_to;
    choice.kind = m_kind;
    choice.reason = m_reason;
    choice.text = filter();
    choice.least = m_shown == Shown::Errors              ? EventSeverity::Error
                   : m_shown == Shown::WarningsAndErrors ? EventSeverity::Warning
                                                         : EventSeverity::Normal;
    return choice;
}

QStringList EventsModel::reasons() const
{
    QStringList reasons(m_reasons.cbegin(), m_reasons.cend());
    reasons.sort();
    return reasons;
}

QStringList EventsModel::kinds() const
{
    QStringList kinds(m_kinds.cbegin(), m_kinds.cend());
    kinds.sort();
    return kinds;
}

Cell EventsModel::cell(const EventRow& row, int column) const
{
    const Event& event = row.event;
    Cell cell;
    switch (column) {
    case Time:
        return timeCell(event.at);
    case Connection:
        cell.text = event.connection;
        break;
    case Severity:
        return stateCell(look(event.severity));
    case Count:
        return row.count > 1 ? countCell(row.count) : cell;
    case Kind:
        cell.text = event.kind;
        break;
    case Action:
        cell.text = event.action;
        break;
    case Object:
        cell.text = event.object.isEmpty() ? session::ownId(event.objectId).left(12) : event.object;
        break;
    default:
        cell.text = event.message;
        cell.tone = event.severity == EventSeverity::Error ? toneOf(event.severity) : Tone::Neutral;
        break;
    }
    return cell;
}

SortKey EventsModel::sortKey(const EventRow& row, int column) const
{
    const Event& event = row.event;
    // Events of one instant stay in the order in which they came.
    const double time = static_cast<double>(event.at.toMSecsSinceEpoch()) +
                        static_cast<double>(std::max<qint64>(row.number, 0) % 1000) / 1000.0;
    switch (column) {
    case Time:
        return {time, {}};
    case Connection:
        return {0, event.connection};
    case Severity:
        return {static_cast<double>(event.severity), {}};
    case Count:
        return {static_cast<double>(row.count), {}};
    case Kind:
        return {0, event.kind};
    case Action:
        return {0, event.action};
    case Object:
        return {0, event.object};
    default:
        return {0, event.message};
    }
}

QString EventsModel::haystack(const EventRow& row) const
{
    const Event& event = row.event;
    return event.kind + u' ' + event.action + u' ' + event.object + u' ' +
           session::ownId(event.objectId).left(12) + u' ' + event.message + u' ' + event.connection;
}

bool EventsModel::accepts(const EventRow& row) const
{
    if (!m_kind.isEmpty() && row.event.kind != m_kind)
        return false;
    if (!m_reason.isEmpty() && row.event.action != m_reason)
        return false;
    if ((m_from.isValid() && row.event.at < m_from) || (m_to.isValid() && row.event.at > m_to))
        return false;
    switch (m_shown) {
    case Shown::All:
        return true;
    case Shown::WarningsAndErrors:
        return row.event.severity != EventSeverity::Normal;
    case Shown::Errors:
        return row.event.severity == EventSeverity::Error;
    }
    return true;
}

} // namespace kaptan::ui
