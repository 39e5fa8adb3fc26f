#include "ui/common/chart_query.h"

#include "app/history/known_texts.h"

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

using history::Curve;
using history::Metric;

chart::Series seriesOf(const Curve& curve, const QString& name, qint64 shiftMs, qint64 toMs)
{
    chart::Series series;
    series.name = name;
    series.gapMs = curve.gap * 1000;
    const double scale = curve.metric == Metric::Cpu ? 1e-6 : 1;
    series.points.reserve(curve.points.size());
    for (const history::Bucket& point : curve.points) {
        if (point.count < 1)
            continue;
        const qint64 at = std::min(toMs, point.at * 1000 + curve.step * 500 + shiftMs);
        series.points.append({at, double(point.min) * scale, double(point.max) * scale,
                              double(point.sum) / point.count * scale});
    }
    return series;
}

} // namespace

QVector<SubjectChart> chartsOf(const QVector<Curve>& now, const QVector<Curve>& before,
                               const QVector<chart::Marker>& markers, const ChartQuestion& question,
                               const SubjectWords& words)
{
    struct Plan {
        QString id, title;
        chart::Unit unit;
        QVector<QPair<Metric, QString>> parts;
    };

    using chart::Unit;
    const QVector<Plan> plans{
        {u"cpu"_s, words.cpu, Unit::Cores, {{Metric::Cpu, words.cpu}}},
        {u"memory"_s, words.memory, Unit::Bytes, {{Metric::Memory, words.memory}}},
        {u"network"_s,
         words.network,
         Unit::BytesPerSecond,
         {{Metric::NetworkRx, words.received}, {Metric::NetworkTx, words.sent}}},
        {u"disk"_s,
         words.disk,
         Unit::BytesPerSecond,
         {{Metric::DiskRead, words.read}, {Metric::DiskWrite, words.written}}},
        {u"disk-used"_s, words.diskUsed, Unit::Bytes, {{Metric::DiskUsed, words.diskUsed}}},
        {u"replicas"_s, words.replicas, Unit::Count, {{Metric::Replicas, words.replicas}}},
        {u"restarts"_s, words.restarts, Unit::Count, {{Metric::Restarts, words.restarts}}}};
    const qint64 toMs = question.to * 1000, length = toMs - question.from * 1000;
    QVector<SubjectChart> made;
    for (const Plan& plan : plans) {
        SubjectChart one;
        one.id = plan.id;
        one.spec.title = plan.title;
        one.spec.unit = plan.unit;
        one.spec.fromMs = question.from * 1000;
        one.spec.toMs = toMs;
        one.spec.zone = QTimeZone::systemTimeZone();
        one.spec.markers = markers;
        one.spec.hasLegend = plan.parts.size() > 1;
        bool any = false;
        for (const auto& [metric, name] : plan.parts) {
            const auto find = [metric = metric](const QVector<Curve>& all) {
                return std::find_if(all.cbegin(), all.cend(),
                                    [metric](const Curve& curve) { return curve.metric == metric; });
            };
            // An empty one keeps the colours of the others.
            chart::Series series;
            series.name = name;
            if (const auto it = find(now); it != now.cend())
                series = seriesOf(*it, name, 0, toMs);
            any = any || !series.points.isEmpty();
            one.spec.series.append(series);
            if (const auto it = find(before); it != before.cend()) {
                one.before.append(seriesOf(*it, name, length, toMs));
                any = true;
            }
        }
        if (any)
            made.append(one);
    }
    return made;
}

Result<QVector<chart::Marker>> chartMarkers(history::Database& database, const ChartQuestion& question,
                                            const SubjectWords& words)
{
    QVector<chart::Marker> markers;
    if (question.subject.key.startsWith("node:"_L1))
        return markers;
    history::RecordFilter filter;
    filter.connection = question.subject.connection;
    filter.workload = question.subject.key;
    filter.from = QDateTime::fromSecsSinceEpoch(question.from, Qt::UTC);
    filter.to = QDateTime::fromSecsSinceEpoch(question.to, Qt::UTC);
    filter.limit = 200;
    const auto deployed = history::deployments(database, filter);
    if (!deployed)
        return failure(deployed.error());
    const auto scaled = history::scalingEvents(database, filter);
    if (!scaled)
        return failure(scaled.error());
    const auto text = [](const QString& pattern, const QString& what, const QString& who) {
        const QString line = pattern.arg(what);
        return who.isEmpty() ? line : line + u" · "_s + who;
    };
    for (const history::Deployment& one : *deployed) {
        const bool isBad =
            one.outcome != history::Outcome::Running && one.outcome != history::Outcome::Succeeded;
        markers.append({one.startedAt.toMSecsSinceEpoch(), text(words.deployed, one.reason, one.actor),
                        isBad ? words.bad : words.good});
    }
    for (const history::ScalingEvent& one : *scaled)
        markers.append({one.at.toMSecsSinceEpoch(),
                        text(words.scaled, u"%1 → %2"_s.arg(one.from).arg(one.to),
                             one.actor.isEmpty() ? history::shownText(one.reason) : one.actor),
                        words.plain});
    return markers;
}

Result<QVector<SubjectChart>> subjectCharts(history::Database& database, const ChartQuestion& question,
                                            const SubjectWords& words)
{
    history::CurveQuery query;
    query.connection = question.subject.connection;
    query.subjects = {question.subject.key};
    query.from = question.from;
    query.to = question.to;
    query.points = question.points;
    const auto now = history::curves(database, query);
    if (!now)
        return failure(now.error());
    QVector<Curve> before;
    if (question.compare) {
        query.from = question.from - (question.to - question.from);
        query.to = question.from - 1;
        auto found = history::curves(database, query);
        if (!found)
            return failure(found.error());
        before = std::move(*found);
    }
    const auto markers = chartMarkers(database, question, words);
    if (!markers)
        return failure(markers.error());
    return chartsOf(*now, before, *markers, question, words);
}

} // namespace kaptan::ui
