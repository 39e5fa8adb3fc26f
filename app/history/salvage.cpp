#include "app/history/salvage.h"

#include "app/history/database.h"

#include <QSqlRecord>

using namespace Qt::StringLiterals;

namespace kaptan::history
{

namespace
{

/// In the order in which they lean on each other.
const QStringList& tables()
{
    static const QStringList names{
        u"connections"_s,    u"workloads"_s,     u"revisions"_s,     u"rollouts"_s, u"deployments"_s,
        u"scaling_events"_s, u"health_checks"_s, u"autoscaling"_s,   u"events"_s,   u"metric_series"_s,
        u"metric_ticks"_s,   u"metrics"_s,       u"metric_rollups"_s};
    return names;
}

/// As far as the table can be read: forward, and behind a damaged page backward from its end.
qint64 copyRows(Database& from, Database& to, const QString& table)
{
    qint64 copied = 0;
    const auto columns = to.rows(u"SELECT name FROM pragma_table_info(?)"_s, {table});
    if (!columns)
        return 0;
    QStringList names, marks;
    while ((*columns)->next()) {
        names << (*columns)->value(0).toString();
        marks << u"?"_s;
    }
    (*columns)->finish();
    const auto keys = to.rows(u"SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk"_s, {table});
    QStringList descending;
    while (keys && (*keys)->next())
        descending << (*keys)->value(0).toString() + u" DESC"_s;
    if (keys)
        (*keys)->finish();
    const QString put =
        u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(table, names.join(u", "_s), marks.join(u", "_s));
    const QString all = u"SELECT %1 FROM %2"_s.arg(names.join(u", "_s), table);
    for (const QString& query : {all, all + u" ORDER BY "_s + descending.join(u", "_s)}) {
        bool whole = false;
        (void)to.transaction([&]() -> Result<void> {
            const auto rows = from.rows(query);
            if (!rows)
                return {};
            while ((*rows)->next()) {
                QVariantList values;
                for (int i = 0; i < names.size(); ++i)
                    values << (*rows)->value(i);
                if (to.run(put, values)) {
                    const auto changed = to.value(u"SELECT changes()"_s);
                    copied += changed ? changed->toLongLong() : 0;
                }
            }
            whole = !(*rows)->lastError().isValid();
            (*rows)->finish();
            return {};
        });
        if (whole)
            break;
    }
    return copied;
}

} // namespace

Result<qint64> salvage(const QString& damaged, const QString& into)
{
    const auto from = Database::open(damaged, Database::Access::Read);
    if (!from)
        return failure(from.error());
    const auto to = Database::open(into, Database::Access::Write);
    if (!to)
        return failure(to.error());
    qint64 rows = 0;
    for (const QString& table : tables())
        rows += copyRows(**from, **to, table);
    return rows;
}

} // namespace kaptan::history
