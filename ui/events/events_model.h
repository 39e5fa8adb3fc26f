#pragma once

#include "app/workload/model.h"
#include "ui/common/row_model.h"

#include <deque>

namespace kaptan::ui
{

struct EventRow {
    workload::Event event;
    qint64 number = 0; ///< in order of arrival, for events of one millisecond
};

/// The newest events of a session, at most `limit` of them, the newest first.
class EventsModel : public RowModel<EventRow>
{
    Q_OBJECT
public:
    enum Column { Time, Connection, Severity, Kind, Action, Object, Message };
    enum class Shown { All, WarningsAndErrors, Errors };

    explicit EventsModel(int limit = 5000, QObject* parent = nullptr);

    QString columnTitle(int column) const override;

    bool hasColumn(int column) const override { return column != Connection || m_joint; }

    /// Of several connections shown together: a column says of which.
    void setJoint(bool joint);

    void setEvents(const QVector<workload::Event>& events);
    /// Oldest first; known ids are left out. The oldest rows go where there are too many.
    void add(const QVector<workload::Event>& events);

    Shown shownSeverities() const { return m_shown; }

    void setShownSeverities(Shown shown);

    QString shownKind() const { return m_kind; }

    void setShownKind(const QString& kind); ///< empty: all

    bool isFiltered() const { return m_shown != Shown::All || !m_kind.isEmpty() || !filter().isEmpty(); }

    QStringList kinds() const; ///< that have been seen, sorted

protected:
    QString keyOf(const EventRow& row) const override { return row.event.id; }

    Cell cell(const EventRow& row, int column) const override;
    SortKey sortKey(const EventRow& row, int column) const override;
    QString haystack(const EventRow& row) const override;
    bool accepts(const EventRow& row) const override;

private:
    int m_limit;
    bool m_joint = false;
    qint64 m_next = 0;
    std::deque<QString> m_ids; ///< in order of arrival
    QSet<QString> m_kinds;
    Shown m_shown = Shown::All;
    QString m_kind;
};

} // namespace kaptan::ui
