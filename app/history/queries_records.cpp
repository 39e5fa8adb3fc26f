#include "app/history/filter_sql.h"

using namespace Qt::StringLiterals;

namespace kaptan::history
{

namespace
{

/// The columns of a subject, which come first in each of these questions.
const QString& subjectColumns()
{
    static const QString columns = u"c.key, w.key, w.kind, w.namespace, w.name"_s;
    return columns;
}

constexpr int subjectWidth = 5;

Subject subjectIn(const QSqlQuery& row)
{
    return {row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
            row.value(3).toString(), row.value(4).toString()};
}

/// Those of one workload or connection are found by the workload's index, the others by their time's.
QString question(const QString& table, const QString& columns, const QString& time,
                 const RecordFilter& filter, QVariantList& values)
{
    Where where;
    if (!filter.workload.isEmpty())
        where.add(
            u"t.workload_id IN (SELECT w.id FROM workloads w JOIN connections c ON c.id = w.connection_id "
            "WHERE c.key = ? AND w.key = ?)"_s,
            filter.connection);
    if (!filter.workload.isEmpty())
        where.values << filter.workload;
    else if (!filter.connection.isEmpty())
        where.add(u"c.key = ?"_s, filter.connection);
    if (filter.from.isValid())
        where.add(u"t.%1 >= ?"_s.arg(time), msOf(filter.from));
    if (filter.to.isValid())
        where.add(u"t.%1 <= ?"_s.arg(time), msOf(filter.to));
    values = where.values;
    values << filter.limit;
    return u"SELECT %1, t.id, %2 FROM %3 t JOIN workloads w ON w.id = t.workload_id JOIN connections c ON "
           u"c.id = "
           "w.connection_id%4 ORDER BY t.%5 DESC, t.id DESC LIMIT ?"_s.arg(subjectColumns(), columns, table,
                                                                           where.text(), time);
}

template <class T, class Make>
Result<QVector<T>> all(Database& database, const QString& table, const QString& columns, const QString& time,
                       const RecordFilter& filter, Make make)
{
    QVariantList values;
    const QString sql = question(table, columns, time, filter, values);
    const auto rows = database.rows(sql, values);
    if (!rows)
        return failure(rows.error());
    QVector<T> found;
    while ((*rows)->next()) {
        T one = make(**rows, subjectWidth + 1);
        one.subject = subjectIn(**rows);
        one.id = (*rows)->value(subjectWidth).toLongLong();
        found.append(std::move(one));
    }
    (*rows)->finish();
    return found;
}

const QString& deploymentColumns()
{
    static const QString columns =
        u"coalesce(t.revision_id, 0), t.outcome, t.actor, t.reason, t.message, t.started_at, t.ended_at"_s;
    return columns;
}

Deployment deploymentIn(const QSqlQuery& row, int at)
{
    Deployment one;
    one.revisionId = row.value(at).toLongLong();
    one.outcome = outcomeOf(row.value(at + 1).toString());
    one.actor = row.value(at + 2).toString();
    one.reason = row.value(at + 3).toString();
    one.message = row.value(at + 4).toString();
    one.startedAt = timeOf(row.value(at + 5));
    one.endedAt = timeOf(row.value(at + 6));
    return one;
}

} // namespace

Result<QVector<ConnectionRecord>> connections(Database& database)
{
    const auto rows =
        database.rows(u"SELECT key, name, kind, recorded FROM connections ORDER BY name, key"_s);
    if (!rows)
        return failure(rows.error());
    QVector<ConnectionRecord> found;
    while ((*rows)->next())
        found.append({(*rows)->value(0).toString(), (*rows)->value(1).toString(),
                      platformOf((*rows)->value(2).toString()), (*rows)->value(3).toBool()});
    (*rows)->finish();
    return found;
}

Result<QVector<Subject>> workloads(Database& database, const QString& connection)
{
    // Those that were only measured have series, and no row of their own.
    const auto rows = database.rows(
        u"SELECT %1 FROM workloads w JOIN connections c ON c.id = w.connection_id WHERE c.key = ? UNION "
        "SELECT c.key, s.subject, '', '', '' FROM metric_series s JOIN connections c ON c.id = "
        "s.connection_id "
        "WHERE c.key = ? AND s.subject NOT LIKE 'node:%' AND NOT EXISTS (SELECT 1 FROM workloads w WHERE "
        "w.connection_id = s.connection_id AND w.key = s.subject)"_s.replace(u"%1"_s, subjectColumns()),
        {connection, connection});
    if (!rows)
        return failure(rows.error());
    QVector<Subject> found;
    while ((*rows)->next()) {
        Subject one = subjectIn(**rows);
        if (one.kind.isEmpty()) { // "deployment:shop/web" says it all
            one.kind = one.key.section(u':', 0, 0);
            const QString rest = one.key.section(u':', 1);
            one.nameSpace = rest.section(u'/', 0, 0);
            one.name = rest.section(u'/', 1);
        }
        found.append(one);
    }
    (*rows)->finish();
    std::sort(found.begin(), found.end(), [](const Subject& a, const Subject& b) {
        return std::tie(a.nameSpace, a.name, a.key) < std::tie(b.nameSpace, b.name, b.key);
    });
    return found;
}

Result<QVector<Deployment>> deployments(Database& database, const RecordFilter& filter)
{
    return all<Deployment>(database, u"deployments"_s, deploymentColumns(), u"started_at"_s, filter,
                           deploymentIn);
}

Result<std::optional<Deployment>> deployment(Database& database, qint64 id)
{
    const auto rows =
        database.rows(u"SELECT %1, %2 FROM deployments t JOIN workloads w ON w.id = t.workload_id JOIN "
                      u"connections c ON c.id = "
                      "w.connection_id WHERE t.id = ?"_s.arg(subjectColumns(), deploymentColumns()),
                      {id});
    if (!rows)
        return failure(rows.error());
    std::optional<Deployment> found;
    if ((*rows)->next()) {
        found = deploymentIn(**rows, subjectWidth);
        found->subject = subjectIn(**rows);
        found->id = id;
    }
    (*rows)->finish();
    return found;
}

Result<QVector<ScalingEvent>> scalingEvents(Database& database, const RecordFilter& filter)
{
    return all<ScalingEvent>(database, u"scaling_events"_s,
                             u"t.at, t.from_replicas, t.to_replicas, t.actor, t.reason"_s, u"at"_s, filter,
                             [](const QSqlQuery& row, int at) {
                                 ScalingEvent one;
                                 one.at = timeOf(row.value(at));
                                 one.from = row.value(at + 1).toInt();
                                 one.to = row.value(at + 2).toInt();
                                 one.actor = row.value(at + 3).toString();
                                 one.reason = row.value(at + 4).toString();
                                 return one;
                             });
}

Result<QVector<HealthCheck>> healthChecks(Database& database, const RecordFilter& filter)
{
    return all<HealthCheck>(database, u"health_checks"_s,
                            u"t.instance, t.at, t.state, t.response_ms, t.message"_s, u"at"_s, filter,
                            [](const QSqlQuery& row, int at) {
                                HealthCheck one;
                                one.instance = row.value(at).toString();
                                one.at = timeOf(row.value(at + 1));
                                one.state = checkStateOf(row.value(at + 2).toString());
                                if (!row.isNull(at + 3))
                                    one.responseMs = row.value(at + 3).toLongLong();
                                one.message = row.value(at + 4).toString();
                                return one;
                            });
}

Result<QVector<AutoscalingRecord>> autoscaling(Database& database, const RecordFilter& filter)
{
    return all<AutoscalingRecord>(
        database, u"autoscaling"_s,
        u"t.at, t.metric, t.value, t.target, t.current, t.desired, t.decision, t.message"_s, u"at"_s, filter,
        [](const QSqlQuery& row, int at) {
            AutoscalingRecord one;
            one.at = timeOf(row.value(at));
            one.metric = row.value(at + 1).toString();
            if (!row.isNull(at + 2))
                one.value = row.value(at + 2).toDouble();
            one.target = row.value(at + 3).toDouble();
            one.current = row.value(at + 4).toInt();
            one.desired = row.value(at + 5).toInt();
            one.decision = decisionOf(row.value(at + 6).toString());
            one.message = row.value(at + 7).toString();
            return one;
        });
}

Result<QVector<Revision>> revisions(Database& database, const RecordFilter& filter)
{
    return all<Revision>(database, u"revisions"_s, u"t.number, t.at, t.images, t.manifest, t.cause"_s,
                         u"at"_s, filter, [](const QSqlQuery& row, int at) {
                             Revision one;
                             one.number = row.value(at).toInt();
                             one.at = timeOf(row.value(at + 1));
                             one.images = row.value(at + 2).toString().split(u'\n', Qt::SkipEmptyParts);
                             one.manifest = row.value(at + 3).toString();
                             one.cause = row.value(at + 4).toString();
                             return one;
                         });
}

} // namespace kaptan::history
