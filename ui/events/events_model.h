#pragma once

#include "app/history/records.h"
#include "app/workload/model.h"
#include "ui/common/row_model.h"

#include <deque>

namespace kaptan::ui
{

/// One event of the list: it came live, or was kept in the history, or both.
struct EventRow {
    QString key; ///< the event's identity, without its count; of several connections with the connection's
    workload::Event event;
    int count = 1;
    QDateTime firstAt; ///< UTC; of stored ones
    QString source;    ///< "kubelet", "kaptan"; may be empty
    QString subject;   ///< of stored ones: the workload's key in the history
    QString connectionKey;
    qint64 number = 0; ///< in order of arrival, for events of one millisecond
    bool isLive = false;
};

/// Which events are asked for. Empty texts, lists and invalid times leave a bound out.
struct EventChoice {
    QDateTime from, to; ///< UTC, inclusive
    workload::EventSeverity least = workload::EventSeverity::Normal;
    QString kind, reason, text;

    bool operator==(const EventChoice&) const = default;
};

/// Live events of a session, at most `limit` of them, and stored ones, the newest first. What came live and
/// is stored too is one row.
class EventsModel : public RowModel<EventRow>
{
    Q_OBJECT
public:
    enum Column { Time, Connection, Severity, Count, Kind, Action, Object, Message };
    enum class Shown { All, WarningsAndErrors, Errors };

    explicit EventsModel(int limit = 5000, QObject* parent = nullptr);

    QString columnTitle(int column) const override;

    bool hasColumn(int column) const override { return column != Connection || m_joint; }

    /// Of several connections shown together: a column says of which.
    void setJoint(bool joint);

    bool isJoint() const { return m_joint; }

    void setEvents(const QVector<workload::Event>& events);
    /// Oldest first; what is known already, the same often, is left out. The oldest rows go where there are
    /// too many.
    void add(const QVector<workload::Event>& events);

    /// Stored ones in the place of the stored ones before (`anew`), or beside them. How many were not known.
    int addStored(const QVector<history::StoredEvent>& events, bool anew);

    /// Stored rows that did not come live.
    int storedOnly() const { return static_cast<int>(m_stored.size()); }

    Shown shownSeverities() const { return m_shown; }

    void setShownSeverities(Shown shown);

    QString shownKind() const { return m_kind; }

    void setShownKind(const QString& kind); ///< empty: all

    QString shownReason() const { return m_reason; }

    void setShownReason(const QString& reason); ///< empty: all

    /// UTC, inclusive; invalid: no bound.
    void setShownTime(const QDateTime& from, const QDateTime& to);

    /// All filters, for a question to the history.
    EventChoice choice() const;

    bool isFiltered() const
    {
        return m_shown != Shown::All || !m_kind.isEmpty() || !m_reason.isEmpty() || m_from.isValid() ||
               m_to.isValid() || !filter().isEmpty();
    }

    QStringList kinds() const;   ///< that have been seen, sorted
    QStringList reasons() const; ///< that have been seen, sorted

protected:
    QString keyOf(const EventRow& row) const override { return row.key; }

    Cell cell(const EventRow& row, int column) const override;
    SortKey sortKey(const EventRow& row, int column) const override;
    QString haystack(const EventRow& row) const override;
    bool accepts(const EventRow& row) const override;

private:
    EventRow rowOf(const workload::Event& event) const;
    EventRow rowOf(const history::StoredEvent& event) const;
    void note(const EventRow& row);

    int m_limit;
    bool m_joint = false;
    qint64 m_next = 0;
    std::deque<QString> m_ids; ///< of live rows, in order of arrival
    QSet<QString> m_stored;    ///< keys of rows that are only stored
    QSet<QString> m_kinds, m_reasons;
    Shown m_shown = Shown::All;
    QString m_kind, m_reason;
    QDateTime m_from, m_to;
};

} // namespace kaptan::ui
