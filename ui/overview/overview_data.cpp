#include "ui/overview/overview_data.h"

#include "app/history/queries.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

using history::Metric;

constexpr int points = 240;
constexpr qint64 newest = 180; ///< seconds: older samples say nothing of now

struct Total {
    double sum = 0;
    int curves = 0;
};

/// One line of all curves of these metrics together: what was measured at the same time is added up.
chart::Series together(const QVector<history::Curve>& curves, Metric metric, const QString& name,
                       double scale)
{
    chart::Series series;
    series.name = name;
    QMap<qint64, Total> sums;
    qint64 gap = 0;
    for (const history::Curve& curve : curves) {
        if (curve.metric != metric)
            continue;
        gap = std::max(gap, curve.gap);
        for (const history::Bucket& point : curve.points) {
            if (point.count < 1)
                continue;
            Total& total = sums[point.at];
            total.sum += double(point.sum) / point.count * scale;
            ++total.curves;
        }
    }
    for (auto it = sums.cbegin(); it != sums.cend(); ++it)
        series.points.append({it.key() * 1000, it->sum, it->sum, it->sum});
    series.gapMs = gap * 1000;
    return series;
}

} // namespace

WorkloadSummary summaryOf(const QVector<workload::WorkloadPtr>& all, int most)
{
    using workload::WorkloadState;
    WorkloadSummary found;
    QVector<workload::WorkloadPtr> degraded;
    for (const workload::WorkloadPtr& one : all) {
        ++found.workloads;
        ++found.states[one->state];
        if (one->state != WorkloadState::Stopped && one->state != WorkloadState::Completed) {
            found.desired += one->desired;
            found.ready += std::min(one->ready, one->desired);
        }
        if (one->state == WorkloadState::Failing && found.unwell.size() < most)
            found.unwell.append(one);
        if (one->state == WorkloadState::Degraded && degraded.size() < most)
            degraded.append(one);
        if (one->state == WorkloadState::Progressing && found.underWay.size() < most)
            found.underWay.append(one);
    }
    found.unwell += degraded.mid(0, most - found.unwell.size());
    return found;
}

Result<OverviewCharts> overviewCharts(history::Database& database, const QString& connection, qint64 from,
                                      qint64 to, const ChartWords& words, int mostConsumers)
{
    history::CurveQuery query;
    query.connection = connection;
    query.from = from;
    query.to = to;
    query.points = points;
    // What machines use, and what workloads have ready.
    query.metrics = {Metric::Cpu,       Metric::Memory,   Metric::NetworkRx,
                     Metric::NetworkTx, Metric::DiskRead, Metric::DiskWrite};
    const auto nodes = database.rows(u"SELECT DISTINCT subject FROM metric_series WHERE connection_id = "
                                     u"(SELECT id FROM connections WHERE key = ?) "
                                     "AND subject LIKE 'node:%'"_s,
                                     {connection});
    if (!nodes)
        return failure(nodes.error());
    while ((*nodes)->next())
        query.subjects << (*nodes)->value(0).toString();
    (*nodes)->finish();
    QVector<history::Curve> usage;
    if (!query.subjects.isEmpty()) {
        auto found = history::curves(database, query);
        if (!found)
            return failure(found.error());
        usage = std::move(*found);
    }
    query.subjects.clear();
    query.metrics = {Metric::Replicas};
    const auto replicas = history::curves(database, query);
    if (!replicas)
        return failure(replicas.error());

    OverviewCharts made;
    const auto add = [&](const QString& title, chart::Unit unit, const QVector<chart::Series>& series) {
        chart::Spec spec;
        spec.title = title;
        spec.unit = unit;
        spec.fromMs = from * 1000;
        spec.toMs = to * 1000;
        spec.series = series;
        spec.hasLegend = series.size() > 1;
        spec.zone = QTimeZone::systemTimeZone();
        made.specs.append(spec);
    };
    add(words.cpu, chart::Unit::Cores, {together(usage, Metric::Cpu, words.cpu, 1e-6)});
    add(words.memory, chart::Unit::Bytes, {together(usage, Metric::Memory, words.memory, 1)});
    add(words.network, chart::Unit::BytesPerSecond,
        {together(usage, Metric::NetworkRx, words.received, 1),
         together(usage, Metric::NetworkTx, words.sent, 1)});
    add(words.disk, chart::Unit::BytesPerSecond,
        {together(usage, Metric::DiskRead, words.read, 1),
         together(usage, Metric::DiskWrite, words.written, 1)});
    add(words.replicas, chart::Unit::Count, {together(*replicas, Metric::Replicas, words.ready, 1)});

    const auto values = history::latest(database, connection, to - newest);
    if (!values)
        return failure(values.error());
    QHash<QString, Consumer> consumers;
    for (const history::Latest& one : *values) {
        if (one.measurement.subject.startsWith("node:"_L1))
            continue;
        Consumer& consumer = consumers[one.measurement.subject];
        consumer.subject = one.measurement.subject;
        if (one.measurement.metric == Metric::Cpu)
            consumer.cpu = one.measurement.value;
        if (one.measurement.metric == Metric::Memory)
            consumer.memory = one.measurement.value;
    }
    for (const Consumer& one : std::as_const(consumers))
        if (one.cpu >= 0 || one.memory >= 0)
            made.consumers.append(one);
    const auto most = std::min<qsizetype>(mostConsumers, made.consumers.size());
    std::partial_sort(made.consumers.begin(), made.consumers.begin() + most, made.consumers.end(),
                      [](const Consumer& a, const Consumer& b) {
                          return std::tie(b.cpu, b.memory, a.subject) < std::tie(a.cpu, a.memory, b.subject);
                      });
    made.consumers.resize(most);
    return made;
}

} // namespace kaptan::ui
