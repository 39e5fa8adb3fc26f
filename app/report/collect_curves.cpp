#include "app/report/collect.h"
#include "app/report/words.h"

#include <QHash>
#include <QMap>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kaptan::report
{

namespace
{

using history::Curve;
using history::Metric;

/// More are not seen on a page.
constexpr int pointsOfCurve = 400;
/// Asked for at once: days of every sample of all would fill the memory.
constexpr qsizetype subjectsAtOnce = 40;
constexpr qsizetype shownWorkloads = 5;

/// From what is counted to what is shown.
double scaleOf(Metric metric)
{
    return metric == Metric::Cpu ? 1e-6 : 1;
}

chart::Unit chartUnit(Metric metric)
{
    switch (history::unitOf(metric)) {
    case history::Unit::Microcores:
        return chart::Unit::Cores;
    case history::Unit::Bytes:
        return chart::Unit::Bytes;
    case history::Unit::BytesPerSecond:
        return chart::Unit::BytesPerSecond;
    case history::Unit::Count:
        break;
    }
    return chart::Unit::Count;
}

/// What a curve says in one line.
struct Summary {
    bool isThere = false;
    double mean = 0, min = 0, max = 0;
    double total = 0; ///< of a rate: what came together in the time that was measured
};

/// How many samples a span holds that was measured throughout: as those do that lie between two others.
double fullCountOf(const Curve& curve)
{
    qint64 sum = 0, spans = 0;
    int most = 1;
    for (qsizetype i = 0; i < curve.points.size(); ++i) {
        most = std::max(most, curve.points[i].count);
        if (i == 0 || i + 1 == curve.points.size() ||
            curve.points[i + 1].at - curve.points[i - 1].at > 2 * curve.step)
            continue;
        sum += curve.points[i].count;
        ++spans;
    }
    return spans > 0 ? double(sum) / double(spans) : most;
}

/// For how long each point was measured: gaps count for nothing.
double secondsOf(const Curve& curve, qsizetype i, double fullCount)
{
    if (curve.step > 0)
        return double(curve.step) * curve.points[i].count / std::max(1.0, fullCount);
    const qsizetype size = curve.points.size();
    if (i + 1 < size && curve.points[i + 1].at - curve.points[i].at <= curve.gap)
        return double(curve.points[i + 1].at - curve.points[i].at);
    // The last one before a gap stands for as long as the one before it did.
    if (i > 0 && curve.points[i].at - curve.points[i - 1].at <= curve.gap)
        return double(curve.points[i].at - curve.points[i - 1].at);
    return 0;
}

Summary summaryOf(const Curve& curve)
{
    Summary summary;
    const double scale = scaleOf(curve.metric);
    double sum = 0;
    qint64 count = 0;
    const double fullCount = fullCountOf(curve);
    for (qsizetype i = 0; i < curve.points.size(); ++i) {
        const history::Bucket& point = curve.points[i];
        if (point.count < 1)
            continue;
        const double min = double(point.min) * scale, max = double(point.max) * scale;
        summary.min = summary.isThere ? std::min(summary.min, min) : min;
        summary.max = summary.isThere ? std::max(summary.max, max) : max;
        summary.isThere = true;
        sum += double(point.sum) * scale;
        count += point.count;
        summary.total += double(point.sum) / point.count * scale * secondsOf(curve, i, fullCount);
    }
    if (count > 0)
        summary.mean = sum / double(count);
    return summary;
}

chart::Series seriesOf(const Curve& curve, const QString& name, qint64 toMs)
{
    chart::Series series;
    series.name = name;
    series.gapMs = curve.gap * 1000;
    const double scale = scaleOf(curve.metric);
    series.points.reserve(curve.points.size());
    for (const history::Bucket& point : curve.points) {
        if (point.count < 1)
            continue;
        const qint64 middle = std::min(toMs, point.at * 1000 + curve.step * 500);
        series.points.append({middle, double(point.min) * scale, double(point.max) * scale,
                              double(point.sum) / point.count * scale});
    }
    return series;
}

/// All of them together, by even spans of time. The extremes of several at different moments do not add up,
/// so that a sum has a mean only.
chart::Series sumOf(const QVector<const Curve*>& curves, const QString& name, qint64 from, qint64 to)
{
    // All of a connection are sampled at the same moments. A longer step would hide a short gap.
    qint64 step = std::max<qint64>(15, (to - from) / pointsOfCurve + 1), gap = 0;
    for (const Curve* curve : curves) {
        step = std::max(step, curve->step);
        gap = std::max(gap, curve->gap);
    }
    if (step > history::bucketSeconds)
        step = (step + history::bucketSeconds - 1) / history::bucketSeconds * history::bucketSeconds;
    QMap<qint64, double> sums;
    for (const Curve* curve : curves) {
        const double scale = scaleOf(curve->metric);
        QMap<qint64, std::pair<double, qint64>> own;
        for (const history::Bucket& point : curve->points) {
            auto& [sum, count] = own[point.at - point.at % step];
            sum += double(point.sum) * scale;
            count += point.count;
        }
        for (auto it = own.cbegin(); it != own.cend(); ++it)
            if (it.value().second > 0)
                sums[it.key()] += it.value().first / double(it.value().second);
    }
    chart::Series series;
    series.name = name;
    series.gapMs = std::max(gap, 2 * step) * 1000;
    for (auto it = sums.cbegin(); it != sums.cend(); ++it)
        series.points.append({std::clamp(it.key() * 1000 + step * 500, from * 1000, to * 1000), it.value(),
                              it.value(), it.value()});
    return series;
}

class Measuring
{
public:
    explicit Measuring(Collecting& collecting)
        : m_collecting(collecting), m_from(collecting.filter.from.toSecsSinceEpoch()),
          m_to(collecting.filter.to.toSecsSinceEpoch())
    {
    }

    Result<void> read()
    {
        QStringList keys;
        for (const history::Subject& workload : m_collecting.workloads)
            keys << workload.key;
        for (qsizetype i = 0; i < keys.size(); i += subjectsAtOnce) {
            history::CurveQuery query;
            query.connection = m_collecting.request.connection;
            query.subjects = keys.mid(i, subjectsAtOnce);
            query.metrics = {Metric::Cpu,      Metric::Memory,    Metric::NetworkRx, Metric::NetworkTx,
                             Metric::DiskRead, Metric::DiskWrite, Metric::Replicas};
            query.from = m_from;
            query.to = m_to;
            query.points = pointsOfCurve;
            auto found = history::curves(m_collecting.database, query);
            if (!found)
                return failure(found.error());
            m_curves += std::move(*found);
        }
        for (const Curve& curve : std::as_const(m_curves)) {
            m_byMetric[curve.metric].append(&curve);
            m_summaries[curve.subject].insert(curve.metric, summaryOf(curve));
        }
        return {};
    }

    /// A row a workload, those first that use most CPU.
    Table table() const
    {
        Table table{u"resources"_s,
                    Tr::tr("Resource use by workload"),
                    {{Tr::tr("Workload"), CellType::Text, 1},
                     {Tr::tr("CPU, mean"), CellType::Cores},
                     {Tr::tr("CPU, highest"), CellType::Cores},
                     {Tr::tr("Memory, mean"), CellType::Bytes},
                     {Tr::tr("Memory, highest"), CellType::Bytes},
                     //: heading of a column: bytes that came over the network
                     {Tr::tr("Received in all"), CellType::Bytes},
                     {Tr::tr("Sent in all"), CellType::Bytes},
                     //: heading of a column: bytes read from disks
                     {Tr::tr("Read in all"), CellType::Bytes},
                     {Tr::tr("Written in all"), CellType::Bytes}},
                    {},
                    {},
                    nothingRecorded()};
        QStringList keys = m_summaries.keys();
        std::sort(keys.begin(), keys.end(), [this](const QString& a, const QString& b) {
            const double first = summary(a, Metric::Cpu).mean, second = summary(b, Metric::Cpu).mean;
            return first != second ? first > second : m_collecting.nameOf(a) < m_collecting.nameOf(b);
        });
        for (const QString& key : std::as_const(keys)) {
            const Summary cpu = summary(key, Metric::Cpu), memory = summary(key, Metric::Memory);
            QVector<Cell> row{m_collecting.nameOf(key), level(cpu, cpu.mean), level(cpu, cpu.max),
                              level(memory, std::round(memory.mean)), level(memory, memory.max)};
            for (const Metric metric :
                 {Metric::NetworkRx, Metric::NetworkTx, Metric::DiskRead, Metric::DiskWrite})
                row.append(level(summary(key, metric), std::round(summary(key, metric).total)));
            table.rows.append(row);
        }
        return table;
    }

    QVector<chart::Spec> charts() const
    {
        return {topChart(Tr::tr("CPU"), Tr::tr("CPU: the workloads that use most"), Metric::Cpu),
                topChart(Tr::tr("Memory"), Tr::tr("Memory: the workloads that use most"), Metric::Memory),
                sumChart(Tr::tr("Network"), Tr::tr("Network: all workloads together"),
                         //: legend of a chart: from the network
                         {{Metric::NetworkRx, Tr::tr("received")}, {Metric::NetworkTx, Tr::tr("sent")}}),
                sumChart(Tr::tr("Disk"), Tr::tr("Disk: all workloads together"),
                         //: legend of a chart: from disks
                         {{Metric::DiskRead, Tr::tr("read")}, {Metric::DiskWrite, Tr::tr("written")}}),
                topChart(Tr::tr("Replicas"), Tr::tr("Replicas: the workloads that changed most"),
                         Metric::Replicas)};
    }

private:
    Summary summary(const QString& key, Metric metric) const { return m_summaries.value(key).value(metric); }

    static Cell level(const Summary& summary, double value) { return summary.isThere ? Cell(value) : Cell(); }

    chart::Spec frame(const QString& title, Metric metric) const
    {
        chart::Spec spec;
        spec.title = title;
        spec.unit = chartUnit(metric);
        spec.fromMs = m_from * 1000;
        spec.toMs = m_to * 1000;
        spec.locale = m_collecting.request.locale;
        spec.zone = m_collecting.request.zone;
        spec.markers = m_collecting.markers;
        spec.markerKeys = m_collecting.markerKeys;
        spec.emptyText = nothingRecorded();
        return spec;
    }

    /// How much a workload matters: of replicas, how they changed.
    double weight(const Curve& curve) const
    {
        const Summary of = summary(curve.subject, curve.metric);
        return curve.metric == Metric::Replicas ? of.max - of.min + of.max * 1e-6 : of.mean;
    }

    chart::Spec topChart(const QString& title, const QString& titleOfSome, Metric metric) const
    {
        QVector<const Curve*> curves = m_byMetric.value(metric);
        chart::Spec spec = frame(curves.size() > shownWorkloads ? titleOfSome : title, metric);
        std::stable_sort(curves.begin(), curves.end(),
                         [this](const Curve* a, const Curve* b) { return weight(*a) > weight(*b); });
        for (const Curve* curve : curves.mid(0, shownWorkloads))
            spec.series.append(seriesOf(*curve, m_collecting.nameOf(curve->subject), spec.toMs));
        return spec;
    }

    chart::Spec sumChart(const QString& title, const QString& titleOfAll,
                         const QVector<std::pair<Metric, QString>>& parts) const
    {
        chart::Spec spec = frame(m_collecting.workloads.size() > 1 ? titleOfAll : title, parts.first().first);
        for (const auto& [metric, name] : parts) {
            const QVector<const Curve*> curves = m_byMetric.value(metric);
            if (curves.size() == 1)
                spec.series.append(seriesOf(*curves.first(), name, spec.toMs));
            else if (!curves.isEmpty())
                spec.series.append(sumOf(curves, name, m_from, m_to));
        }
        return spec;
    }

    Collecting& m_collecting;
    qint64 m_from, m_to;
    QVector<Curve> m_curves;
    QMap<Metric, QVector<const Curve*>> m_byMetric;
    QHash<QString, QMap<Metric, Summary>> m_summaries;
};

} // namespace

Result<Measured> measured(Collecting& collecting)
{
    Measuring measuring(collecting);
    if (const auto done = measuring.read(); !done)
        return failure(done.error());
    return Measured{measuring.table(), measuring.charts()};
}

} // namespace kaptan::report
