#include "bench.h"
#include "history_bench.h"

#include "app/history/history.h"
#include "app/history/queries.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace kaptan::history;

namespace bench
{

namespace
{

constexpr int runs = 9;
constexpr int openings = 41;
constexpr int chartPoints = 600;
constexpr int metricCount = int(benchMetrics.size());

double threadCpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

QString ms(double value)
{
    return u"%1 ms"_s.arg(value, 0, 'f', value < 10 ? 2 : 0);
}

void say(const QString& line)
{
    std::printf("history: %s\n", qPrintable(line));
    std::fflush(stdout);
}

/// Ours and the peer's time for the same question, interleaved.
struct Pair {
    double ours = 0, peer = 0;
};

Pair interleaved(int count, const std::function<void(int)>& ours, const std::function<void(int)>& peer)
{
    QList<double> a, b;
    for (int run = 0; run < count; ++run) {
        // Each goes first as often as the other.
        if (run % 2)
            b << wallMs([&] { peer(run); });
        a << wallMs([&] { ours(run); });
        if (run % 2 == 0)
            b << wallMs([&] { peer(run); });
    }
    return {median(a), median(b)};
}

/// The ratio is that to the peer; the goal is a time.
Row timed(const QString& figure, const Pair& pair, double goalMs)
{
    return {u"%1 (goal %2 ms)"_s.arg(figure).arg(goalMs), ms(pair.ours),
            u"a row a sample %1"_s.arg(ms(pair.peer)), pair.ours / pair.peer, goalMs / pair.peer};
}

/// The peer's points of one series: joined by SQLite where there are more than the chart draws.
qsizetype peerPoints(Database& peer, qint64 series, qint64 from, qint64 to, qint64 pace)
{
    const qint64 samples = (to - from) / pace + 1;
    const qint64 step = samples <= chartPoints ? 1 : (to - from + chartPoints) / chartPoints;
    const QString sql =
        step == 1
            ? u"SELECT at, value, value, value, 1 FROM samples WHERE series = ? AND at BETWEEN ? AND ? "
              "ORDER BY at"_s
            : u"SELECT at / %1 * %1, min(value), max(value), sum(value), count(*) FROM samples WHERE series "
              "= ? AND at BETWEEN ? AND ? GROUP BY at / %1 ORDER BY 1"_s.arg(step);
    QSqlQuery* rows = must(peer.rows(sql, {series, from, to}));
    QVector<Bucket> points;
    while (rows->next())
        points.append({rows->value(0).toLongLong(), rows->value(1).toLongLong(), rows->value(2).toLongLong(),
                       rows->value(3).toLongLong(), rows->value(4).toInt()});
    rows->finish();
    return points.size();
}

QList<Row> sizes(const QString& ours, const QString& peer, const Plan& plan)
{
    const double count = double(plan.samples());
    const double a = double(QFileInfo(ours).size()) / count, b = double(QFileInfo(peer).size()) / count;
    const auto text = [](double bytes) { return u"%1 bytes"_s.arg(bytes, 0, 'f', 2); };
    return {
        {u"a sample in the file, all of it counted"_s, text(a), u"limit 6 bytes"_s, a / 6, 1},
        {u"the same against a table of one row a sample"_s, text(a), u"SQLite %1"_s.arg(text(b)), a / b, 1}};
}

QList<Row> charts(const QString& ours, const QString& peer, const Plan& plan)
{
    const auto database = must(Database::open(ours, Database::Access::Read));
    const auto other = must(Database::open(peer, Database::Access::Read));
    QList<Row> rows;
    const QList<QPair<QString, qint64>> spans{
        {u"one hour"_s, 3600}, {u"one day"_s, 86400}, {u"30 days"_s, 30 * 86400}};
    for (const auto& [name, seconds] : spans) {
        const auto ask = [&, span = seconds](int run) {
            CurveQuery query;
            query.connection = QString::fromUtf16(benchConnection);
            query.subjects = {subjectOf(run % plan.longLived)};
            query.metrics = {benchMetrics[size_t(run % 6)]};
            query.from = plan.end - span;
            query.to = plan.end - 1;
            query.points = chartPoints;
            const auto found = must(curves(*database, query));
            if (found.size() != 1 || found.first().points.size() < 200)
                qFatal("the chart came short");
        };
        const auto askPeer = [&, span = seconds](int run) {
            if (peerPoints(*other, run % plan.longLived * metricCount + run % 6, plan.end - span,
                           plan.end - 1, plan.step) < 200)
                qFatal("the peer's chart came short");
        };
        ask(0);
        askPeer(0);
        rows << timed(u"one series over %1, from question to points"_s.arg(name),
                      interleaved(runs, ask, askPeer), 20);
    }
    const auto all = [&](int) {
        CurveQuery query;
        query.connection = QString::fromUtf16(benchConnection);
        query.from = plan.end - 3600;
        query.to = plan.end - 1;
        query.points = chartPoints;
        if (must(curves(*database, query)).size() != plan.all * metricCount)
            qFatal("series are missing");
    };
    const auto allPeer = [&](int) {
        for (int series = 0; series < plan.all * metricCount; ++series)
            peerPoints(*other, series, plan.end - 3600, plan.end - 1, plan.step);
    };
    rows << timed(u"%1 workloads with %2 series each, one hour"_s.arg(plan.all).arg(metricCount),
                  interleaved(runs, all, allPeer), 100);
    return rows;
}

/// The writer's CPU time for each 15 seconds of so many workloads: an hour's samples, and packing that hour.
Row recording(const QString& file)
{
    constexpr int workloads = 10'000, ticks = 240;
    constexpr qint64 step = 15;
    const qint64 begin = Plan().end;
    BenchClock clock(begin);
    History::Options options;
    options.file = file;
    options.clock = &clock;
    History history(options);
    const QString key = QString::fromUtf16(benchConnection);
    history.see({key, u"Bench"_s, kaptan::workload::Platform::Kubernetes, true});
    QVector<Measurement> values;
    QVector<Wave> waves;
    for (int workload = 0; workload < workloads; ++workload) {
        for (const Metric metric : benchMetrics) {
            waves.append(waveOf(workload, metric));
            values.append({subjectOf(workload), metric, 0});
        }
    }
    double spent = 0;
    const auto counted = [&](const std::function<void()>& fn) {
        const double process = cpuMs(), own = threadCpuMs();
        fn();
        spent += cpuMs() - process - (threadCpuMs() - own); // all threads but this one
    };
    const auto tick = [&](qint64 at) {
        for (qsizetype i = 0; i < values.size(); ++i)
            values[i].value = waves[i].next();
        counted([&] {
            history.measure(key, at, values);
            must(history.flush().result());
        });
    };
    tick(begin); // the rows of the series are made once
    const double first = spent;
    spent = 0;
    for (int i = 1; i <= ticks; ++i) {
        clock.advance(step);
        tick(begin + i * step);
        if (i % 4 == 0)
            counted([&] { must(history.tidy().result()); });
    }
    const double ticksOnly = spent;
    // Until that hour is packed, minute by minute as the writer does.
    for (int minute = 0; minute < 120; ++minute) {
        clock.advance(60);
        counted([&] { must(history.tidy().result()); });
    }
    say(u"%1 series: made in %2, %3 a tick, packing an hour %4"_s.arg(values.size())
            .arg(ms(first), ms(ticksOnly / ticks), ms(spent - ticksOnly)));
    return {u"recording %1 workloads with %2 series each, CPU time in 15 s"_s.arg(workloads).arg(metricCount),
            ms(spent / ticks), u"limit 1500 ms (10 % of a core)"_s, spent / ticks / 1500, 1};
}

Row opening(const QString& full, const QString& empty)
{
    BenchClock clock(Plan().end);
    const auto open = [&clock](const QString& file) {
        must(prepareHistory(file, clock, false));
        const auto database = must(Database::open(file, Database::Access::Read));
        if (must(connections(*database)).size() != 1)
            qFatal("the connection is missing");
    };
    Plan nothing;
    nothing.longLived = nothing.all = 0;
    makeHistory(empty, nothing);
    open(full);
    open(empty);
    const Pair pair = interleaved(
        openings, [&](int) { open(full); }, [&](int) { open(empty); });
    return {u"opening that file, with a first question"_s, ms(pair.ours),
            u"an empty one %1"_s.arg(ms(pair.peer)), pair.ours / pair.peer, 1.1};
}

} // namespace

QList<Row> historyFigure()
{
    QTemporaryDir folder;
    const Plan plan;
    const QString ours = folder.filePath(u"history.db"_s), peer = folder.filePath(u"peer.db"_s);
    say(u"%1 samples, a tenth of 30 days of %2 workloads with %3 series each: %4 workloads for 30 days, all "
        u"of "
        "them for the last %5 hours; a third each smooth, bursty and noisy"_s.arg(plan.samples())
            .arg(plan.all)
            .arg(metricCount)
            .arg(plan.longLived)
            .arg(plan.lastHours));
    say(u"the history is made in %1"_s.arg(ms(wallMs([&] { makeHistory(ours, plan); }))));
    say(u"the peer is made in %1"_s.arg(ms(wallMs([&] { makePeer(peer, plan); }))));
    QList<Row> rows = sizes(ours, peer, plan);
    rows += charts(ours, peer, plan);
    rows += recording(folder.filePath(u"recording.db"_s));
    rows += opening(ours, folder.filePath(u"empty.db"_s));
    return rows;
}

} // namespace bench
