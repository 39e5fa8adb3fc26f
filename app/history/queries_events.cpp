#include "app/history/filter_sql.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::history
{

namespace
{

QString marks(qsizetype count)
{
    return QStringList(count, u"?"_s).join(u", "_s);
}

/// SQLite's own LIKE folds only a to z; what else there is counts as written.
QString pattern(QString words)
{
    words.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + words + u'%';
}

Where whereOf(const EventFilter& filter)
{
    Where where;
    if (!filter.connection.isEmpty())
        where.add(u"e.connection_id = (SELECT id FROM connections WHERE key = ?)"_s, filter.connection);
    if (!filter.workload.isEmpty()) {
        where.add(
            u"e.workload_id IN (SELECT w.id FROM workloads w JOIN connections c ON c.id = w.connection_id "
            "WHERE c.key = ? AND w.key = ?)"_s,
            filter.connection);
        where.values << filter.workload;
    }
    if (filter.from.isValid())
        where.add(u"e.last_at >= ?"_s, msOf(filter.from));
    if (filter.to.isValid())
        where.add(u"e.last_at <= ?"_s, msOf(filter.to));
    if (!filter.kinds.isEmpty()) {
        where.terms << u"e.kind IN (%1)"_s.arg(marks(filter.kinds.size()));
        for (const QString& kind : filter.kinds)
            where.values << kind;
    }
    if (!filter.reasons.isEmpty()) {
        where.terms << u"e.reason IN (%1)"_s.arg(marks(filter.reasons.size()));
        for (const QString& reason : filter.reasons)
            where.values << reason;
    }
    if (filter.least == workload::EventSeverity::Warning)
        where.terms << u"e.severity IN ('warning', 'error')"_s;
    if (filter.least == workload::EventSeverity::Error)
        where.terms << u"e.severity = 'error'"_s;
    if (!filter.text.isEmpty()) {
        where.terms
            << u"(e.object LIKE ? ESCAPE '\\' OR e.reason LIKE ? ESCAPE '\\' OR e.message LIKE ? ESCAPE '\\')"_s;
        for (int i = 0; i < 3; ++i)
            where.values << pattern(filter.text);
    }
    return where;
}

Result<QStringList> words(Database& database, const QString& column, const QString& connection)
{
    const auto rows =
        database.rows(u"SELECT DISTINCT %1 FROM events WHERE connection_id = (SELECT id FROM connections "
                      "WHERE key = ?) AND %1 <> '' ORDER BY %1 LIMIT 1000"_s.arg(column),
                      {connection});
    if (!rows)
        return failure(rows.error());
    QStringList found;
    while ((*rows)->next())
        found << (*rows)->value(0).toString();
    (*rows)->finish();
    return found;
}

} // namespace

Result<QVector<StoredEvent>> events(Database& database, const EventFilter& filter)
{
    Where where = whereOf(filter);
    where.values << filter.limit;
    const auto rows = database.rows(
        u"SELECT e.id, c.key, c.name, e.uid, coalesce(w.key, ''), e.first_at, e.last_at, e.count, "
        u"e.severity, "
        "e.kind, e.object, e.reason, e.message, e.source FROM events e JOIN connections c ON c.id = "
        "e.connection_id "
        "LEFT JOIN workloads w ON w.id = e.workload_id%1 ORDER BY e.last_at DESC, e.id DESC LIMIT ?"_s.arg(
            where.text()),
        where.values);
    if (!rows)
        return failure(rows.error());
    QVector<StoredEvent> found;
    while ((*rows)->next()) {
        const QSqlQuery& row = **rows;
        StoredEvent one;
        one.id = row.value(0).toLongLong();
        one.connection = row.value(1).toString();
        one.connectionName = row.value(2).toString();
        one.uid = row.value(3).toString();
        one.workload = row.value(4).toString();
        one.firstAt = timeOf(row.value(5));
        one.lastAt = timeOf(row.value(6));
        one.count = row.value(7).toInt();
        one.severity = severityOf(row.value(8).toString());
        one.kind = row.value(9).toString();
        one.object = row.value(10).toString();
        one.reason = row.value(11).toString();
        one.message = row.value(12).toString();
        one.source = row.value(13).toString();
        found.append(std::move(one));
    }
    (*rows)->finish();
    return found;
}

Result<QVector<EventBar>> eventBars(Database& database, const EventFilter& filter, int bars)
{
    const qint64 from = filter.from.toMSecsSinceEpoch();
    const qint64 to = filter.to.toMSecsSinceEpoch();
    bars = std::clamp(bars, 1, 2000);
    const qint64 width = std::max<qint64>((to - from + bars) / bars, 1);
    QVector<EventBar> found(bars);
    for (int i = 0; i < bars; ++i)
        found[i].atMs = from + i * width;
    Where where = whereOf(filter);
    const auto rows = database.rows(
        u"SELECT (e.last_at - %1) / %2, e.severity, count(*) FROM events e%3 GROUP BY 1, 2"_s.arg(from)
            .arg(width)
            .arg(where.text()),
        where.values);
    if (!rows)
        return failure(rows.error());
    while ((*rows)->next()) {
        const auto bar = (*rows)->value(0).toLongLong();
        if (bar < 0 || bar >= bars)
            continue;
        EventBar& one = found[bar];
        const int count = (*rows)->value(2).toInt();
        switch (severityOf((*rows)->value(1).toString())) {
        case workload::EventSeverity::Normal:
            one.normal += count;
            break;
        case workload::EventSeverity::Warning:
            one.warning += count;
            break;
        case workload::EventSeverity::Error:
            one.error += count;
            break;
        }
    }
    (*rows)->finish();
    return found;
}

Result<EventWords> eventWords(Database& database, const QString& connection)
{
    const auto kinds = words(database, u"kind"_s, connection);
    if (!kinds)
        return failure(kinds.error());
    const auto reasons = words(database, u"reason"_s, connection);
    if (!reasons)
        return failure(reasons.error());
    return EventWords{*kinds, *reasons};
}

} // namespace kaptan::history
