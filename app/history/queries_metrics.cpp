#include "app/history/metric_store.h"
#include "app/history/queries.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::history
{

namespace
{

/// Longer ranges are drawn from the spans of ten minutes.
constexpr qint64 longestRaw = 3 * 86400;
constexpr qint64 shortestGap = 45;
/// With so many, each is asked for; else all are, and those sorted out.
constexpr qsizetype fewSubjects = 40;

struct Series {
    qint64 id = 0;
    QString subject;
    Metric metric = Metric::Cpu;
};

Result<QVector<Series>> seriesOf(Database& database, const CurveQuery& query)
{
    QVector<Series> found;
    const auto take = [&](const QString& sql, const QVariantList& values) -> Result<void> {
        const auto rows = database.rows(sql, values);
        if (!rows)
            return failure(rows.error());
        const QSet<QString> wanted(query.subjects.cbegin(), query.subjects.cend());
        while ((*rows)->next()) {
            const auto metric = metricOf((*rows)->value(2).toString());
            const QString subject = (*rows)->value(1).toString();
            if (metric && (query.metrics.isEmpty() || query.metrics.contains(*metric)) &&
                (wanted.isEmpty() || wanted.contains(subject)))
                found.append({(*rows)->value(0).toLongLong(), subject, *metric});
        }
        (*rows)->finish();
        return {};
    };
    const QString all = u"SELECT id, subject, metric FROM metric_series WHERE connection_id = "
                        "(SELECT id FROM connections WHERE key = ?)"_s;
    if (query.subjects.isEmpty() || query.subjects.size() > fewSubjects) {
        if (const auto done = take(all, {query.connection}); !done)
            return failure(done.error());
    } else {
        for (const QString& subject : query.subjects)
            if (const auto done = take(all + u" AND subject = ?"_s, {query.connection, subject}); !done)
                return failure(done.error());
    }
    std::sort(found.begin(), found.end(), [](const Series& a, const Series& b) {
        return std::pair(a.subject, a.metric) < std::pair(b.subject, b.metric);
    });
    found.erase(std::unique(found.begin(), found.end(),
                            [](const Series& a, const Series& b) { return a.id == b.id; }),
                found.end());
    return found;
}

/// From how far apart on two samples have a gap between them: their own pace says it. The lower quartile of
/// their steps, since of few samples the most may have a gap behind them.
qint64 gapOf(const QVector<Sample>& samples)
{
    QVector<qint64> steps;
    for (qsizetype i = 1; i < samples.size() && steps.size() < 200; ++i)
        steps.append(samples[i].at - samples[i - 1].at);
    if (steps.isEmpty())
        return shortestGap;
    const qsizetype pace = steps.size() / 4;
    std::nth_element(steps.begin(), steps.begin() + pace, steps.end());
    return std::max(shortestGap, steps[pace] * 5 / 2);
}

/// Joined to spans of `step` seconds, which begin at its multiples.
QVector<Bucket> spans(const QVector<Bucket>& points, qint64 step)
{
    QVector<Bucket> joined;
    for (const Bucket& point : points) {
        const qint64 at = point.at - ((point.at % step) + step) % step;
        if (joined.isEmpty() || joined.last().at != at) {
            joined.append(point);
            joined.last().at = at;
            continue;
        }
        Bucket& last = joined.last();
        last.min = std::min(last.min, point.min);
        last.max = std::max(last.max, point.max);
        last.sum += point.sum;
        last.count += point.count;
    }
    return joined;
}

void limit(Curve& curve, const CurveQuery& query)
{
    if (query.points <= 0 || curve.points.size() <= query.points)
        return;
    qint64 step = (query.to - query.from + query.points) / query.points;
    if (curve.step > 0) // whole spans
        step = (step + curve.step - 1) / curve.step * curve.step;
    if (step <= std::max<qint64>(curve.step, 1))
        return;
    curve.points = spans(curve.points, step);
    curve.step = step;
    curve.gap = std::max(curve.gap, 2 * step);
}

} // namespace

Result<QVector<Curve>> curves(Database& database, const CurveQuery& query)
{
    const auto series = seriesOf(database, query);
    if (!series)
        return failure(series.error());
    MetricStore store(database);
    QVector<Curve> found;
    if (query.to - query.from <= longestRaw) {
        QVector<qint64> ids;
        for (const Series& one : *series)
            ids.append(one.id);
        const auto samples = store.samplesOf(ids, query.from, query.to);
        if (!samples)
            return failure(samples.error());
        for (qsizetype i = 0; i < series->size(); ++i) {
            const QVector<Sample>& ofOne = samples->at(i);
            if (ofOne.isEmpty())
                continue;
            Curve curve{series->at(i).subject, series->at(i).metric, 0, gapOf(ofOne), {}};
            curve.points.reserve(ofOne.size());
            for (const Sample& sample : ofOne)
                curve.points.append({sample.at, sample.value, sample.value, sample.value, 1});
            limit(curve, query);
            found.append(std::move(curve));
        }
        return found;
    }
    for (const Series& one : *series) {
        auto buckets = store.buckets(one.id, query.from, query.to);
        if (!buckets)
            return failure(buckets.error());
        if (buckets->isEmpty())
            continue;
        Curve curve{one.subject, one.metric, bucketSeconds, 2 * bucketSeconds, std::move(*buckets)};
        limit(curve, query);
        found.append(std::move(curve));
    }
    return found;
}

Result<QVector<Latest>> latest(Database& database, const QString& connection, qint64 since)
{
    CurveQuery query;
    query.connection = connection;
    const auto series = seriesOf(database, query);
    if (!series)
        return failure(series.error());
    QVector<qint64> ids;
    for (const Series& one : *series)
        ids.append(one.id);
    MetricStore store(database);
    const auto samples = store.samplesOf(ids, since, std::numeric_limits<qint64>::max());
    if (!samples)
        return failure(samples.error());
    QVector<Latest> found;
    for (qsizetype i = 0; i < series->size(); ++i)
        if (!samples->at(i).isEmpty())
            found.append({{series->at(i).subject, series->at(i).metric, samples->at(i).last().value},
                          samples->at(i).last().at});
    return found;
}

Result<Size> size(Database& database)
{
    Size found;
    const auto number = [&](const QString& sql, qint64& into) -> Result<void> {
        const auto value = database.value(sql);
        if (!value)
            return failure(value.error());
        into = value->toLongLong();
        return {};
    };
    qint64 pages = 0, pageSize = 0;
    const QVector<QPair<QString, qint64*>> questions{
        {u"PRAGMA page_count"_s, &pages},
        {u"PRAGMA page_size"_s, &pageSize},
        {u"SELECT coalesce(sum(samples), 0) FROM metrics"_s, &found.samples},
        {u"SELECT count(*) FROM events"_s, &found.events},
        {u"SELECT count(*) FROM deployments"_s, &found.deployments},
        {u"SELECT coalesce(min(start_at), 0) FROM metrics"_s, &found.oldestSample}};
    for (const auto& [sql, into] : questions)
        if (const auto done = number(sql, *into); !done)
            return failure(done.error());
    found.bytes = pages * pageSize;
    return found;
}

} // namespace kaptan::history
