#include "app/cli/metrics_output.h"

#include "app/cli/csv_output.h"
#include "app/cli/history_job.h"
#include "app/cli/text.h"
#include "app/core/quantity.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

using namespace history;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

constexpr int nameLimit = 60;

/// Cores instead of microcores; the others stay.
double inBaseUnit(double value, Metric metric)
{
    return unitOf(metric) == Unit::Microcores ? value / 1e6 : value;
}

/// For programs.
QString unitWord(Metric metric)
{
    switch (unitOf(metric)) {
    case Unit::Microcores:
        return u"cores"_s;
    case Unit::Bytes:
        return u"bytes"_s;
    case Unit::BytesPerSecond:
        return u"bytes/s"_s;
    case Unit::Count:
        break;
    }
    return u"count"_s;
}

/// For people.
QString valueText(double value, Metric metric)
{
    switch (unitOf(metric)) {
    case Unit::Microcores:
        return quantity::formatCpu(value / 1000);
    case Unit::Bytes:
        return quantity::formatBytes(qint64(std::llround(value)));
    case Unit::BytesPerSecond:
        return quantity::formatRate(value);
    case Unit::Count:
        break;
    }
    return QLocale().toString(value, 'f', value == std::floor(value) ? 0 : 1);
}

double meanOf(const Bucket& point)
{
    return point.count > 0 ? double(point.sum) / point.count : 0;
}

QDateTime timeOf(const Bucket& point)
{
    return QDateTime::fromSecsSinceEpoch(point.at, Qt::UTC);
}

/// The shortest text that is read back as the same number.
QString numberText(double value)
{
    if (value == std::floor(value) && std::abs(value) < 9e15)
        return QString::number(qint64(value));
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

/// Hundreds of thousands of points: as objects of JSON they would take a hundred times their memory.
QString pointText(const Bucket& point, const Curve& curve)
{
    QString text = u"{\"at\":\"%1\",\"value\":%2"_s.arg(isoText(timeOf(point)),
                                                        numberText(inBaseUnit(meanOf(point), curve.metric)));
    if (curve.step > 0)
        text += u",\"min\":%1,\"max\":%2,\"samples\":%3"_s.arg(
            numberText(inBaseUnit(double(point.min), curve.metric)),
            numberText(inBaseUnit(double(point.max), curve.metric)), QString::number(point.count));
    return text + u'}';
}

} // namespace

MetricFigures figuresOf(const Curve& curve)
{
    MetricFigures figures;
    double sum = 0, count = 0;
    bool isFirst = true;
    for (const Bucket& point : curve.points) {
        sum += double(point.sum);
        count += point.count;
        figures.min = isFirst ? double(point.min) : std::min(figures.min, double(point.min));
        figures.max = isFirst ? double(point.max) : std::max(figures.max, double(point.max));
        figures.last = meanOf(point);
        isFirst = false;
    }
    figures.mean = count > 0 ? sum / count : 0;
    return figures;
}

Curve inSteps(Curve curve, qint64 step)
{
    if (curve.step > 0) // whole spans
        step = (step + curve.step - 1) / curve.step * curve.step;
    if (step <= std::max<qint64>(curve.step, 1))
        return curve;
    QVector<Bucket> spans;
    for (const Bucket& point : std::as_const(curve.points)) {
        const qint64 at = point.at - point.at % step;
        if (spans.isEmpty() || spans.last().at != at) {
            spans.append(point);
            spans.last().at = at;
            continue;
        }
        Bucket& last = spans.last();
        last.min = std::min(last.min, point.min);
        last.max = std::max(last.max, point.max);
        last.sum += point.sum;
        last.count += point.count;
    }
    curve.points = spans;
    curve.step = step;
    curve.gap = std::max(curve.gap, 2 * step);
    return curve;
}

QString metricsTable(const MetricsReport& report)
{
    QVector<QStringList> rows{{Tr::tr("NAME"),
                               //: head of a column: what is measured
                               Tr::tr("METRIC"),
                               //: head of a column: the arithmetic mean
                               Tr::tr("MEAN"),
                               //: head of a column: the smallest value
                               Tr::tr("MIN"),
                               //: head of a column: the largest value
                               Tr::tr("MAX"),
                               //: head of a column: the newest value
                               Tr::tr("LAST")}};
    for (const MetricLine& line : report.lines) {
        const MetricFigures figures = figuresOf(line.curve);
        QStringList cells{plain(line.name, nameLimit), nameOf(line.curve.metric)};
        for (const double value : {figures.mean, figures.min, figures.max, figures.last})
            cells << valueText(value, line.curve.metric);
        rows.append(cells);
    }
    return headText(report.connection, report.period) + u'\n' + table(rows);
}

QString metricsJson(const MetricsReport& report)
{
    QString text = jsonText(headJson(report.connection, report.period), QJsonDocument::Compact);
    text.chop(1);
    text += u",\"series\":["_s;
    bool isFirst = true;
    for (const MetricLine& line : report.lines) {
        const MetricFigures figures = figuresOf(line.curve);
        const auto base = [&line](double value) { return inBaseUnit(value, line.curve.metric); };
        QString head = jsonText(QJsonObject{{u"id"_s, line.subject.key},
                                            {u"kind"_s, line.subject.kind},
                                            {u"namespace"_s, line.subject.nameSpace},
                                            {u"name"_s, line.subject.name},
                                            {u"metric"_s, nameOf(line.curve.metric)},
                                            {u"unit"_s, unitWord(line.curve.metric)},
                                            {u"step"_s, line.curve.step},
                                            {u"mean"_s, base(figures.mean)},
                                            {u"min"_s, base(figures.min)},
                                            {u"max"_s, base(figures.max)},
                                            {u"last"_s, base(figures.last)}},
                                QJsonDocument::Compact);
        head.chop(1);
        text += (isFirst ? u"\n"_s : u",\n"_s) + head + u",\"points\":["_s;
        isFirst = false;
        for (qsizetype i = 0; i < line.curve.points.size(); ++i)
            text += (i == 0 ? QString() : u","_s) + pointText(line.curve.points.at(i), line.curve);
        text += u"]}"_s;
    }
    return text + u"]}\n"_s;
}

QString metricsCsv(const MetricsReport& report)
{
    using report::CellType;
    report::Table made;
    made.columns = {{u"at"_s, CellType::Time},
                    {u"id"_s},
                    {u"name"_s},
                    {u"metric"_s},
                    {u"unit"_s},
                    {u"value"_s, CellType::Number},
                    {u"min"_s, CellType::Number},
                    {u"max"_s, CellType::Number},
                    {u"samples"_s, CellType::Number}};
    for (const MetricLine& line : report.lines) {
        const Metric metric = line.curve.metric;
        for (const Bucket& point : line.curve.points)
            made.rows.append({timeOf(point), line.subject.key, line.name, nameOf(metric), unitWord(metric),
                              inBaseUnit(meanOf(point), metric), inBaseUnit(double(point.min), metric),
                              inBaseUnit(double(point.max), metric), double(point.count)});
    }
    return csvText(std::move(made));
}

} // namespace kaptan::cli
