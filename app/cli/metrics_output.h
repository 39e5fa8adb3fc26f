#pragma once

#include "app/cli/period.h"
#include "app/history/queries.h"

#include <QVector>

namespace kaptan::cli
{

/// A curve with the name of whose it is.
struct MetricLine {
    history::Subject subject;
    QString name; ///< as shown and typed
    history::Curve curve;
};

/// What metrics shows.
struct MetricsReport {
    history::ConnectionRecord connection;
    Period period;
    QVector<MetricLine> lines;
};

/// Of all of a curve's samples. It has some.
struct MetricFigures {
    double mean = 0, min = 0, max = 0;
    double last = 0; ///< of the last span its mean
    bool operator==(const MetricFigures&) const = default;
};

/// In the metric's unit (microcores, bytes...).
MetricFigures figuresOf(const history::Curve& curve);
/// The points joined to spans of so many seconds, which begin at multiples of it; not shorter than the points
/// already stand for.
history::Curve inSteps(history::Curve curve, qint64 step);

/// Mean, smallest, largest and last value of each, a line each.
QString metricsTable(const MetricsReport& report);
/// Every point, with times in UTC and values in cores, bytes, bytes a second or pieces; what was not measured
/// has no point. Stable keys, as those of statusJson().
QString metricsJson(const MetricsReport& report);
QString metricsCsv(const MetricsReport& report);

} // namespace kaptan::cli
