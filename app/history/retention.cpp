#include "app/history/retention.h"

using namespace Qt::StringLiterals;

namespace kaptan::history
{

namespace
{

/// Rows, and pages, that are done within a few milliseconds.
constexpr int slice = 500;

struct Rule {
    QString sql; ///< takes a time in milliseconds and the slice
    int days;
};

QVector<Rule> rules(const Retention& retention)
{
    const auto rule = [](const char* table, const char* column, int days) {
        const QString name = QString::fromLatin1(table);
        return Rule{u"DELETE FROM %1 WHERE id IN (SELECT id FROM %1 WHERE %2 < ? LIMIT ?)"_s.arg(
                        name, QString::fromLatin1(column)),
                    days};
    };
    return {rule("events", "last_at", retention.eventDays),
            rule("health_checks", "at", retention.checkDays),
            rule("autoscaling", "at", retention.recordDays),
            rule("scaling_events", "at", retention.recordDays),
            rule("deployments", "started_at", retention.recordDays),
            rule("rollouts", "started_at", retention.recordDays),
            rule("revisions", "at", retention.recordDays)};
}

Result<bool> giveBack(Database& database)
{
    const auto free = database.value(u"PRAGMA freelist_count"_s);
    if (!free)
        return failure(free.error());
    if (free->toLongLong() < slice) // some are good to have: the next rows need them
        return false;
    // A step frees a page: all of them have to be asked for.
    const auto pages = database.rows(u"PRAGMA incremental_vacuum(%1)"_s.arg(slice));
    if (!pages)
        return failure(pages.error());
    while ((*pages)->next()) {
    }
    (*pages)->finish();
    const auto left = database.value(u"PRAGMA freelist_count"_s);
    if (!left)
        return failure(left.error());
    return left->toLongLong() < free->toLongLong(); // a file that cannot shrink is left as it is
}

} // namespace

Result<bool> forgetSome(Database& database, MetricStore& metrics, const Retention& retention,
                        const QDateTime& now)
{
    for (const Rule& rule : rules(retention)) {
        const auto done =
            database.run(rule.sql, {now.addDays(-qint64(rule.days)).toMSecsSinceEpoch(), slice});
        if (!done)
            return failure(done.error());
        const auto changed = database.value(u"SELECT changes()"_s);
        if (changed && changed->toInt() > 0)
            return true;
    }
    const qint64 seconds = now.toSecsSinceEpoch();
    constexpr qint64 day = 86400;
    const auto removed =
        metrics.forget(seconds - retention.rawDays * day, seconds - retention.rolledUpDays * day, slice);
    if (!removed)
        return failure(removed.error());
    if (*removed > 0)
        return true;
    return giveBack(database);
}

} // namespace kaptan::history
