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
        C{.id = QStringLiteral("kind"), .kind = CellKind::Muted, .width = 90, .hideOrder = 2},
        C{.id = QStringLiteral("action"), .kind = CellKind::Mono, .width = 172},
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

void EventsModel::setEvents(const QVector<Event>& events)
{
    m_ids.clear();
    m_kinds.clear();
    setRows({});
    add(events);
}

void EventsModel::add(const QVector<Event>& events)
{
    QVector<EventRow> rows;
    QSet<QString> batch;
    const auto from = std::max<qsizetype>(0, events.size() - m_limit);
    for (const Event& event : events.sliced(from)) {
        if (event.id.isEmpty() || find(event.id) || batch.contains(event.id))
            continue;
        batch.insert(event.id);
        rows.append({event, m_next++});
        m_ids.push_back(event.id);
        m_kinds.insert(event.kind);
    }
    QVector<QString> gone;
    while (static_cast<int>(m_ids.size()) > m_limit) {
        gone.append(m_ids.front());
        m_ids.pop_front();
    }
    if (!rows.isEmpty())
        apply(std::move(rows), gone);
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
    const double time =
        static_cast<double>(event.at.toMSecsSinceEpoch()) + static_cast<double>(row.number % 1000) / 1000.0;
    switch (column) {
    case Time:
        return {time, {}};
    case Connection:
        return {0, event.connection};
    case Severity:
        return {static_cast<double>(event.severity), {}};
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
