#include "app/cli/history_commands.h"
#include "app/cli/history_job.h"
#include "app/cli/metrics_output.h"
#include "app/cli/near_names.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

constexpr auto standardSpan = u"1h";

struct MetricsChoice {
    QStringList words;
    QVector<history::Metric> metrics;
    Period period;
    qint64 step = 0; ///< seconds; 0: as it is stored
    Shape shape = Shape::Table;
};

QStringList metricNames()
{
    QStringList names;
    for (const history::Metric one : history::allMetrics)
        names << history::nameOf(one);
    return names;
}

Result<QVector<history::Metric>> metricsOf(const QCommandLineParser& parser)
{
    QVector<history::Metric> metrics;
    for (const QString& value : parser.values(u"metric"_s)) {
        for (const QString& word : value.split(u',')) {
            const auto metric = history::metricOf(word.trimmed());
            if (!metric)
                return failure(InvalidInput{u"--metric"_s, Tr::tr("there is no metric “%1”").arg(word),
                                            Tr::tr("There are: %1").arg(metricNames().join(u", "_s))});
            if (!metrics.contains(*metric))
                metrics.append(*metric);
        }
    }
    return metrics;
}

Result<MetricsChoice> choiceOf(const QCommandLineParser& parser)
{
    MetricsChoice choice;
    choice.words = wordsOf(parser);
    const auto shape = shapeOf(parser);
    if (!shape)
        return failure(shape.error());
    choice.shape = *shape;
    const auto metrics = metricsOf(parser);
    if (!metrics)
        return failure(metrics.error());
    choice.metrics = *metrics;
    const auto period = periodOf(parser, QDateTime::currentDateTimeUtc(), QString::fromUtf16(standardSpan));
    if (!period)
        return failure(period.error());
    choice.period = *period;
    if (!parser.isSet(u"step"_s))
        return choice;
    const auto step = secondsOf(parser.value(u"step"_s));
    if (!step)
        return failure(InvalidInput{u"--step"_s,
                                    Tr::tr("“%1” is no span of time").arg(parser.value(u"step"_s)),
                                    Tr::tr("Use whole numbers with s, m, h, d or w: 90s, 1h30m, 7d.")});
    if (choice.shape == Shape::Table)
        return failure(InvalidInput{u"--step"_s, Tr::tr("a table has one line for the whole period"),
                                    Tr::tr("Add -o json or -o csv to get the points.")});
    choice.step = *step;
    return choice;
}

Result<Answer> answer(OpenHistory& open, const MetricsChoice& choice)
{
    const auto all = recordedSubjects(open.database, open.connection.key);
    if (!all)
        return failure(all.error());
    history::CurveQuery query;
    query.connection = open.connection.key;
    query.metrics = choice.metrics;
    query.from = choice.period.from.toSecsSinceEpoch();
    query.to = choice.period.to.toSecsSinceEpoch();
    for (const QString& word : choice.words) {
        const auto found = findSubjects(*all, word);
        if (!found)
            return failure(found.error());
        for (const history::Subject& one : *found)
            query.subjects << one.key;
    }
    query.subjects.removeDuplicates();
    auto curves = history::curves(open.database, query);
    if (!curves)
        return failure(curves.error());

    QHash<QString, history::Subject> subjects;
    QHash<QString, int> times; // of a shown name
    for (const history::Subject& one : *all) {
        subjects.insert(one.key, one);
        ++times[shownName(one)];
    }
    MetricsReport report{open.connection, choice.period, {}};
    for (history::Curve& curve : *curves) {
        MetricLine line{subjects.value(curve.subject, {{}, curve.subject, {}, {}, curve.subject}), {}, {}};
        line.name = shownName(line.subject);
        if (times.value(line.name) > 1)
            line.name = line.subject.key;
        line.curve = choice.step > 0 ? inSteps(std::move(curve), choice.step) : std::move(curve);
        report.lines.append(std::move(line));
    }
    std::stable_sort(report.lines.begin(), report.lines.end(),
                     [](const MetricLine& a, const MetricLine& b) { return a.name < b.name; });
    Answer made;
    if (report.lines.isEmpty())
        made.err = nothingText(open.connection, choice.period);
    if (choice.shape == Shape::Json)
        made.out = metricsJson(report);
    else if (choice.shape == Shape::Csv)
        made.out = metricsCsv(report);
    else if (!report.lines.isEmpty())
        made.out = metricsTable(report);
    return made;
}

} // namespace

void describeMetrics(QCommandLineParser& parser)
{
    describeHistory(parser);
    describePeriod(parser, QString::fromUtf16(standardSpan));
    parser.addOption({u"metric"_s,
                      //: %1 is a list of words that are typed as they are
                      Tr::tr("Only these, with commas between them: %1.").arg(metricNames().join(u", "_s)),
                      //: the name of a value in the help, in capitals
                      Tr::tr("METRIC")});
    parser.addOption(
        {u"step"_s,
         Tr::tr("Joins the points of json and csv to spans of this length. Default: every sample, "
                "of more than three days spans of ten minutes."),
         //: the name of a value in the help, in capitals
         Tr::tr("SPAN")});
    describeShape(parser);
}

Result<Job*> startMetrics(const QCommandLineParser& parser, const Context& context, QObject* parent)
{
    const auto choice = choiceOf(parser);
    if (!choice)
        return failure(choice.error());
    const auto history = historyOf(parser);
    if (!history)
        return failure(history.error());
    return readHistory(
        *history, [choice = *choice](OpenHistory& open) { return answer(open, choice); }, context, parent);
}

} // namespace kaptan::cli
