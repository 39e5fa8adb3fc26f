#include "ui/deployments/usage_history.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kaptan::ui
{

using workload::Usage;

namespace
{

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

double valueOf(const Usage& usage, Metric metric)
{
    switch (metric) {
    case Metric::Cpu:
        return usage.cpuMillicores;
    case Metric::Memory:
        return usage.memoryBytes < 0 ? nan : double(usage.memoryBytes);
    case Metric::NetworkRx:
        return usage.networkRxPerSecond;
    case Metric::NetworkTx:
        return usage.networkTxPerSecond;
    case Metric::DiskRead:
        return usage.diskReadPerSecond;
    case Metric::DiskWrite:
        return usage.diskWritePerSecond;
    }
    return nan;
}

} // namespace

void UsageHistory::setInstances(const QString& workloadId, const QStringList& instanceIds)
{
    Line& line = m_lines[workloadId];
    if (line.instances == instanceIds)
        return;
    const QSet<QString> there(instanceIds.cbegin(), instanceIds.cend());
    for (const QString& id : std::as_const(line.instances)) {
        if (there.contains(id))
            continue;
        m_workloadOf.remove(id);
        m_newest.remove(id);
    }
    line.instances = instanceIds;
    for (const QString& id : instanceIds)
        m_workloadOf.insert(id, workloadId);
}

void UsageHistory::remove(const QString& workloadId)
{
    for (const QString& id : m_lines.take(workloadId).instances) {
        m_workloadOf.remove(id);
        m_newest.remove(id);
    }
}

void UsageHistory::clear()
{
    m_lines.clear();
    m_workloadOf.clear();
    m_newest.clear();
}

QVector<QString> UsageHistory::record(const QVector<Usage>& batch)
{
    QHash<QString, qint64> touched;
    for (const Usage& usage : batch) {
        const auto owner = m_workloadOf.constFind(usage.instanceId);
        if (owner == m_workloadOf.cend())
            continue;
        m_newest.insert(usage.instanceId, usage);
        qint64& newest = touched[*owner];
        newest = std::max(newest, usage.atMs);
    }
    for (auto it = touched.cbegin(); it != touched.cend(); ++it) {
        Line& line = m_lines[it.key()];
        Point point;
        point.at = it.value();
        for (int m = 0; m < metricCount; ++m) {
            double sum = nan;
            for (const QString& id : std::as_const(line.instances)) {
                const auto usage = m_newest.constFind(id);
                if (usage == m_newest.cend() || point.at - usage->atMs > staleMs)
                    continue;
                const double value = valueOf(*usage, Metric(m));
                if (!std::isnan(value))
                    sum = std::isnan(sum) ? value : sum + value;
            }
            point.values[size_t(m)] = float(sum);
        }
        // A second sample within one step replaces the first, so that the ring spans its hour.
        auto& points = line.points;
        if (points.size() > 1 && point.at - points[points.size() - 2].at <= pointMs)
            points.pop_back();
        if (!points.empty() && point.at < points.back().at)
            points.clear(); // the clock was set back
        points.push_back(point);
        while (points.front().at < point.at - windowMs)
            points.pop_front();
    }
    return touched.keys().toVector();
}

double UsageHistory::current(const QString& workloadId, Metric metric, qint64 nowMs) const
{
    const auto line = m_lines.constFind(workloadId);
    if (line == m_lines.cend() || line->points.empty() || nowMs - line->points.back().at > staleMs)
        return nan;
    return double(line->points.back().values[size_t(metric)]);
}

double UsageHistory::currentOf(const QString& instanceId, Metric metric, qint64 nowMs) const
{
    const auto usage = m_newest.constFind(instanceId);
    if (usage == m_newest.cend() || nowMs - usage->atMs > staleMs)
        return nan;
    return valueOf(*usage, metric);
}

qint64 UsageHistory::memoryLimit(const QString& workloadId) const
{
    qint64 sum = 0;
    const Line line = m_lines.value(workloadId);
    for (const QString& id : line.instances) {
        const auto usage = m_newest.constFind(id);
        if (usage == m_newest.cend() || usage->memoryLimitBytes <= 0)
            return -1;
        sum += usage->memoryLimitBytes;
    }
    return line.instances.isEmpty() ? -1 : sum;
}

UsageHistory::Span UsageHistory::span(const QString& workloadId, Metric metric, int points) const
{
    Span span;
    const auto line = m_lines.constFind(workloadId);
    if (line == m_lines.cend() || line->points.empty() || points < 2)
        return span;
    const auto& all = line->points;
    span.toMs = all.back().at;
    const qint64 length = std::clamp<qint64>(span.toMs - all.front().at, 120 * 1000, windowMs);
    span.fromMs = span.toMs - length;
    QVector<double> sums(points, 0);
    QVector<int> counts(points, 0);
    const double step = double(length) / (points - 1);
    for (const Point& point : all) {
        const int at = int(std::lround(double(point.at - span.fromMs) / step));
        const double value = double(point.values[size_t(metric)]);
        if (at < 0 || at >= points || std::isnan(value))
            continue;
        sums[at] += value;
        ++counts[at];
    }
    span.values.fill(nan, points);
    double last = nan;
    qint64 lastAt = 0;
    for (int i = 0; i < points; ++i) {
        const qint64 at = span.fromMs + qint64(i * step);
        if (counts.at(i) > 0) {
            last = sums.at(i) / counts.at(i);
            lastAt = at;
            span.values[i] = last;
        } else if (!std::isnan(last) && at - lastAt <= std::max<qint64>(gapMs, qint64(step))) {
            span.values[i] = last;
        }
    }
    return span;
}

int UsageHistory::pointCount(const QString& workloadId) const
{
    const auto line = m_lines.constFind(workloadId);
    return line == m_lines.cend() ? 0 : int(line->points.size());
}

} // namespace kaptan::ui
