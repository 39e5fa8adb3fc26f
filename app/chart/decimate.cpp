#include "app/chart/decimate.h"

#include <algorithm>
#include <cmath>

namespace kaptan::chart
{

QVector<Column> decimate(const Series& series, qint64 fromMs, qint64 toMs, int columns)
{
    QVector<Column> found;
    if (toMs <= fromMs || columns < 1)
        return found;
    const double perMs = double(columns) / double(toMs - fromMs);
    int current = -1;
    qint64 first = 0, last = 0, count = 0;
    double sum = 0;
    const auto close = [&] {
        if (count == 0)
            return;
        found.last().atMs = first + (last - first) / 2;
        found.last().mean = sum / double(count);
    };
    for (const Point& point : series.points) {
        if (point.atMs < fromMs || point.atMs > toMs || !std::isfinite(point.min) ||
            !std::isfinite(point.max) || !std::isfinite(point.mean))
            continue;
        const int column = std::min(columns - 1, int(double(point.atMs - fromMs) * perMs));
        if (column != current || found.isEmpty()) {
            close();
            const bool gap = count == 0 || point.atMs - last > series.gapMs;
            found.append({point.atMs, point.min, point.max, point.mean, gap});
            current = column;
            first = point.atMs;
            count = 0;
            sum = 0;
        }
        Column& into = found.last();
        into.min = std::min(into.min, point.min);
        into.max = std::max(into.max, point.max);
        sum += point.mean;
        ++count;
        last = point.atMs;
    }
    close();
    return found;
}

} // namespace kaptan::chart
