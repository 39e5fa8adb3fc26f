#include "app/orchestration/scaling/hpa.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

using namespace kaptan;
using namespace kaptan::scaling;
using namespace Qt::StringLiterals;

// The figures and names of the tables are those of Kubernetes' own tests (pkg/controller/podautoscaler), so
// that this autoscaler and a cluster's give the same answers. Levels there count twice, for two containers a
// pod.

namespace
{

constexpr qint64 now = 1'000'000;

using Kind = Metric::Kind;
using Target = Metric::Target;

/// One row of replica_calculator_test.go.
struct Case {
    int replicas = 0;
    QVector<qint64> levels = {}; ///< of pods: thousandths
    double goal = 0;             ///< percent, or thousandths
    int expected = 0;
    qint64 current = 0; ///< percent, or thousandths
    Kind kind = Kind::Resource;
    Target target = Target::Utilization;
    QString ready = {};            ///< T and F, a pod each; empty: all are
    QString age = {};              ///< h(ot) and c(ool); empty: old
    QString phase = {};            ///< R(unning), P(ending), F(ailed), D(eleting)
    QVector<qint64> requests = {}; ///< thousandths; empty: 1 core each
    bool noRequest = false;
    Failure failure = Failure::None;
};

Rule ruleOf(const Case& row)
{
    Rule rule;
    rule.cpuInitializationSeconds = 120;
    rule.initialReadinessSeconds = 10;
    Metric metric;
    metric.kind = row.kind;
    metric.target = row.target;
    metric.name = row.kind == Kind::Resource ? u"cpu"_s : u"qps"_s;
    metric.value = row.target == Target::Utilization ? row.goal : row.goal / 1000;
    rule.metrics = {metric};
    return rule;
}

Observed observedOf(const Case& row)
{
    Observed observed;
    observed.replicas = row.replicas;
    const bool one = row.kind == Kind::Object || row.kind == Kind::External;
    if (one)
        observed.values = {row.levels.first()};
    const int factor = row.kind == Kind::Resource ? 1000 : 1;
    for (int i = 0; i < std::max<int>(row.replicas, int(row.phase.size())); ++i) {
        Pod pod;
        pod.ready = i >= row.ready.size() || row.ready.at(i) == u'T';
        const QChar age = i < row.age.size() ? row.age.at(i) : u' ';
        pod.started = age == u'h' ? now : age == u'c' ? now - 180 : 0;
        const QChar phase = i < row.phase.size() ? row.phase.at(i) : u'R';
        pod.phase = phase == u'P'   ? Pod::Phase::Pending
                    : phase == u'F' ? Pod::Phase::Failed
                                    : Pod::Phase::Running;
        pod.deleting = phase == u'D';
        Reading reading;
        if (!one && i < row.levels.size())
            reading.value = row.levels.at(i) * factor;
        if (!row.noRequest)
            reading.request = (i < row.requests.size() ? row.requests.at(i) : 1000) * factor;
        reading.window = 60;
        pod.readings = {reading};
        observed.pods.append(pod);
    }
    return observed;
}

/// Behaviour of generateScalingRules(): pods, their period, percent, its period, the window.
Behaviour rules(int pods, int podsPeriod, int percent, int percentPeriod, int window)
{
    Behaviour behaviour{window, Select::Max, {}};
    if (pods > 0)
        behaviour.policies.append({Policy::Kind::Pods, pods, podsPeriod});
    if (percent > 0)
        behaviour.policies.append({Policy::Kind::Percent, percent, percentPeriod});
    return behaviour;
}

const Behaviour none{0, Select::Max, {}};

/// As generateEventsUniformDistribution().
QVector<Stamped> spread(const QVector<int>& counts, int seconds)
{
    const double segment = double(seconds) / double(counts.size());
    QVector<Stamped> events;
    for (int i = 0; i < counts.size(); ++i)
        events.append({counts.at(i), now - qint64(seconds - segment * (i + 1) + segment / 2)});
    return events;
}

QVector<int> countsOf(const QVector<Stamped>& stamped)
{
    QVector<int> counts;
    for (const Stamped& one : stamped)
        counts << one.count;
    std::sort(counts.begin(), counts.end());
    return counts;
}

/// Ready pods that use so many thousandths of one core each.
Observed cores(const QVector<qint64>& levels)
{
    return observedOf({.replicas = int(levels.size()), .levels = levels});
}

Rule plain(int min, int max, double goal)
{
    Rule rule = ruleOf({.goal = goal});
    rule.name = u"web"_s;
    rule.workload = u"deployment:shop/web"_s;
    rule.min = min;
    rule.max = max;
    rule.up = none;
    rule.down = none;
    return rule;
}

} // namespace

Q_DECLARE_METATYPE(Case)
Q_DECLARE_METATYPE(kaptan::scaling::Behaviour)

class TestHpa : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void replicas_data()
    {
        QTest::addColumn<Case>("row");
        const auto row = [](const char* name, const Case& one) { QTest::newRow(name) << one; };
        constexpr auto share = Kind::Resource, pods = Kind::Pods, object = Kind::Object,
                       external = Kind::External;
        constexpr auto percent = Target::Utilization, average = Target::AverageValue, value = Target::Value;
        row("DisjointResourcesMetrics",
            {.replicas = 1, .levels = {}, .goal = 100, .failure = Failure::NoValue});
        row("ScaleUp", {3, {300, 500, 700}, 30, 5, 50});
        row("ScaleUpUnreadyLessScale", {3, {300, 500, 700}, 30, 4, 60, share, percent, u"FTT"_s});
        row("ScaleUpHotCpuLessScale", {3, {300, 500, 700}, 30, 4, 60, share, percent, {}, u"hcc"_s});
        row("ScaleUpUnreadyNoScale", {3, {400, 500, 700}, 30, 3, 40, share, percent, u"TFF"_s});
        row("ScaleHotCpuNoScale", {3, {400, 500, 700}, 30, 3, 40, share, percent, u"TFF"_s, u"chh"_s});
        row("ScaleUpIgnoresFailedPods", {2, {500, 700}, 30, 4, 60, share, percent, u"TTFF"_s, {}, u"RRFF"_s});
        row("ScaleUpIgnoresDeletionPods",
            {2, {500, 700}, 30, 4, 60, share, percent, u"TTFF"_s, {}, u"RRDD"_s});
        row("ScaleUpCM", {3, {20000, 10000, 30000}, 15000, 4, 20000, pods, average});
        row("ScaleUpCMUnreadyHotCpuNoLessScale",
            {3, {50000, 10000, 30000}, 15000, 6, 30000, pods, average, u"TTF"_s, u"cch"_s});
        row("ScaleUpCMUnreadyHotCpuScaleWouldScaleDown",
            {3, {50000, 15000, 30000}, 15000, 7, 31666, pods, average, u"FTF"_s, u"hch"_s});
        row("ScaleUpCMObject", {3, {20000}, 15000, 4, 20000, object, value});
        row("ScaleUpCMPerPodObject", {3, {20000}, 5000, 4, 6667, object, average});
        row("ScaleUpCMObjectIgnoresUnreadyPods", {3, {50000}, 10000, 5, 50000, object, value, u"FTF"_s});
        row("ScaleUpCMExternal", {1, {8600}, 4400, 2, 8600, pods, average});
        row("ScaleUpCMExternalIgnoresUnreadyPods", {3, {8600}, 4400, 2, 8600, external, value, u"FTF"_s});
        row("ScaleUpPerPodCMExternal", {3, {8600}, 2150, 4, 2867, external, average});
        row("ScaleDown", {5, {100, 300, 500, 250, 250}, 50, 3, 28});
        row("ScaleDownCM", {5, {12000, 12000, 12000, 12000, 12000}, 20000, 3, 12000, pods, average});
        row("ScaleDownPerPodCMObject", {5, {6000}, 2000, 3, 1200, object, average});
        row("ScaleDownCMObject", {5, {12000}, 20000, 3, 12000, object, value});
        row("ScaleDownCMExternal", {5, {8600}, 14334, 3, 8600, external, value});
        row("ScaleDownPerPodCMExternal", {5, {8600}, 2867, 3, 1720, external, average});
        row("ScaleDownIncludeUnreadyPods",
            {5, {100, 300, 500, 250, 250}, 50, 2, 30, share, percent, u"TTTFF"_s});
        row("ScaleDownExcludeUnscheduledPods",
            {5, {100}, 50, 1, 10, share, percent, u"TFFFF"_s, {}, u"RPPPP"_s});
        row("ScaleDownIgnoreHotCpuPods",
            {5, {100, 300, 500, 250, 250}, 50, 2, 30, share, percent, {}, u"ccchh"_s});
        row("ScaleDownIgnoresFailedPods",
            {5, {100, 300, 500, 250, 250}, 50, 3, 28, share, percent, u"TTTTTFF"_s, {}, u"RRRRRFF"_s});
        row("ScaleDownIgnoresDeletionPods",
            {5, {100, 300, 500, 250, 250}, 50, 3, 28, share, percent, u"TTTTTFF"_s, {}, u"RRRRRDD"_s});
        row("Tolerance", {3, {1010, 1030, 1020}, 100, 3, 102, share, percent, {}, {}, {}, {900, 1000, 1100}});
        row("ToleranceCM", {3, {20000, 21000, 21000}, 20000, 3, 20666, pods, average});
        row("ToleranceCMObject", {3, {20666}, 20000, 3, 20666, object, value});
        row("TolerancePerPodCMObject", {4, {20166}, 5000, 4, 5042, object, average});
        row("ToleranceCMExternal", {3, {8600}, 8888, 3, 8600, external, value});
        row("TolerancePerPodCMExternal", {3, {8600}, 2900, 3, 2867, external, average});
        row("SuperfluousMetrics", {4, {4000, 9500, 3000, 7000, 3200, 2000}, 100, 24, 587});
        row("MissingMetrics", {4, {400, 95}, 100, 3, 24});
        row("EmptyMetrics", {.replicas = 4, .levels = {}, .goal = 100, .failure = Failure::NoValue});
        row("EmptyCPURequest",
            {.replicas = 1, .levels = {200}, .goal = 100, .noRequest = true, .failure = Failure::NoRequest});
        row("MissingMetricsNoChangeEq", {2, {1000}, 100, 2, 100});
        row("MissingMetricsNoChangeGt", {2, {1900}, 100, 2, 190});
        row("MissingMetricsNoChangeLt", {2, {600}, 100, 2, 60});
        row("MissingMetricsUnreadyChange", {3, {100, 450}, 50, 3, 45, share, percent, u"FTT"_s});
        row("MissingMetricsHotCpuNoChange", {3, {100, 450}, 50, 3, 45, share, percent, {}, u"hcc"_s});
        row("MissingMetricsUnreadyScaleUp", {3, {100, 2000}, 50, 4, 200, share, percent, u"FTT"_s});
        row("MissingMetricsHotCpuScaleUp", {3, {100, 2000}, 50, 4, 200, share, percent, u"FTT"_s, u"hcc"_s});
        row("MissingMetricsUnreadyScaleDown", {4, {100, 100, 100}, 50, 3, 10, share, percent, u"FTTT"_s});
        row("DuringRollingUpdateWithMaxSurge", {2, {100, 100}, 50, 2, 10, share, percent, {}, {}, u"RRR"_s});
        const QVector<qint64> tenRequests{400, 200, 310, 290, 302, 298, 301, 299, 300, 300};
        row("ComputedToleranceAlgImplementation",
            {10, QVector<qint64>(10, 150), 56, 9, 50, share, percent, {}, {}, {}, tenRequests});
        row("ComputedToleranceAlgImplementation, within",
            {10, QVector<qint64>(10, 150), 55, 10, 50, share, percent, {}, {}, {}, tenRequests});
        // Our own
        row("ScaleFromZeroCMObject", {0, {8600}, 4400, 2, 8600, object, value});
    }

    void replicas()
    {
        QFETCH(Case, row);
        const Rule rule = ruleOf(row);
        const Observed observed = observedOf(row);
        const Proposal found =
            propose(rule.metrics.first(), rule.tolerance, group(rule, 0, observed, now), row.replicas);
        QCOMPARE(found.failure, row.failure);
        if (row.failure != Failure::None)
            return;
        QCOMPARE(found.replicas, row.expected);
        QCOMPARE(found.current, row.current);
    }

    void groupPods_data()
    {
        QTest::addColumn<QString>("resource");
        QTest::addColumn<qint64>("started"); // seconds ago, -1: unknown
        QTest::addColumn<QString>("ready");  // T, F or nothing
        QTest::addColumn<qint64>("changed"); // seconds ago
        QTest::addColumn<qint64>("at");      // seconds ago, -1: no metric
        QTest::addColumn<int>("window");
        QTest::addColumn<QString>("where"); // ready, unready, missing
        const QString cpu = u"cpu"_s, memory = u"memory"_s, t = u"T"_s, f = u"F"_s;
        const auto row = [](const char* name, const QString& resource, qint64 started, const QString& ready,
                            qint64 changed, qint64 at, int window, const char* where) {
            QTest::newRow(name) << resource << started << ready << changed << at << window
                                << QString::fromLatin1(where);
        };
        row("count in a ready pod - memory", memory, -1, {}, 0, 0, 60, "ready");
        row("ignore a pod without ready condition - CPU", cpu, 0, {}, 0, 0, 0, "unready");
        row("count in a ready pod with fresh metrics during initialization period - CPU", cpu, 60, t, 30, 0,
            30, "ready");
        row("ignore a ready pod without fresh metrics during initialization period - CPU", cpu, 60, t, 30, 0,
            60, "unready");
        row("ignore an unready pod during initialization period - CPU", cpu, 600, f, 594, 0, 0, "unready");
        row("count in a ready pod without fresh metrics after initialization period - CPU", cpu, 180, t, 180,
            120, 60, "ready");
        row("count in an unready pod that was ready after initialization period - CPU", cpu, 600, f, 540, 0,
            0, "ready");
        row("ignore pod that has never been ready after initialization period - CPU", cpu, 600, f, 590, 0, 0,
            "ready");
        row("a missing pod", cpu, 180, {}, 0, -1, 0, "missing");
    }

    void groupPods()
    {
        QFETCH(QString, resource);
        QFETCH(qint64, started);
        QFETCH(QString, ready);
        QFETCH(qint64, changed);
        QFETCH(qint64, at);
        QFETCH(int, window);
        QFETCH(QString, where);
        Rule rule = ruleOf({.goal = 50});
        rule.metrics[0].name = resource;
        Pod pod;
        pod.phase = Pod::Phase::Succeeded;
        pod.started = started < 0 ? std::nullopt : std::optional(now - started);
        pod.ready = ready.isEmpty() ? std::nullopt : std::optional(ready == u"T");
        pod.readyChanged = now - changed;
        Reading reading;
        if (at >= 0) {
            reading.value = 1;
            reading.at = now - at;
        }
        reading.window = window;
        pod.readings = {reading};
        const Totals totals = group(rule, 0, {1, {pod}, {}}, now);
        QCOMPARE(totals.ready, int(where == u"ready"));
        QCOMPARE(totals.unready, int(where == u"unready"));
        QCOMPARE(totals.missing, int(where == u"missing"));
    }

    void scalingWithRules_data()
    {
        QTest::addColumn<QVector<int>>("replicas"); // current, wanted, minimum, maximum, expected
        QTest::addColumn<QString>("reason");
        QTest::addColumn<Behaviour>("up");
        QTest::addColumn<Behaviour>("down");
        QTest::addColumn<QVector<int>>("ups");
        QTest::addColumn<QVector<int>>("downs");
        const auto row = [](const char* name, const QVector<int>& replicas, const char* reason,
                            const Behaviour& up = none, const Behaviour& down = none,
                            const QVector<int>& ups = {}, const QVector<int>& downs = {}) {
            QTest::newRow(name) << replicas << QString::fromLatin1(reason) << up << down << ups << downs;
        };
        const char* const within = "DesiredWithinRange";
        const char* const few = "TooFewReplicas";
        const char* const many = "TooManyReplicas";
        const char* const upLimit = "ScaleUpLimit";
        const char* const downLimit = "ScaleDownLimit";
        // TestConvertDesiredReplicasWithRules
        row("prenormalized desired replicas within range", {5, 7, 3, 8, 7}, within);
        row("prenormalized desired replicas < minReplicas", {3, 1, 2, 8, 2}, few);
        row("prenormalized desired replicas within range when minReplicas is 0", {1, 0, 0, 10, 0}, within);
        row("maxReplicas is the limit because maxReplicas < scaleUpLimit", {20, 1000, 1, 10, 10}, many);
        row("scaleUpLimit is the limit because scaleUpLimit < maxReplicas", {3, 1000, 1, 2000, 6}, upLimit);
        row("scaleUpLimit is at least 4", {1, 1000, 1, 2000, 4}, upLimit);
        // TestScalingWithRules
        row("desired replica count is more than the maximum replica count", {100, 1000, 100, 150, 150}, many);
        row("scaleUpLimit is the limit because scaleUpLimit < maxReplicas with user policies",
            {3, 1000, 1, 2000, 4}, upLimit, rules(0, 0, 1, 60, 0));
        row("scaleDownLimit is the limit because scaleDownLimit > minReplicas with user defined policies",
            {1000, 3, 3, 2000, 980}, downLimit, none, rules(20, 60, 0, 0, 0));
        row("scaleUp with default behavior", {10, 50, 1, 1000, 20}, upLimit);
        row("scaleUp with pods policy larger than percent policy", {10, 500, 1, 1000, 110}, upLimit,
            rules(100, 60, 100, 60, 0));
        row("scaleUp with percent policy larger than pods policy", {10, 500, 1, 1000, 20}, upLimit,
            rules(2, 60, 100, 60, 0));
        row("scaleUp with spec MaxReplicas limitation with large pod policy", {10, 50, 1, 1000, 50}, within,
            rules(100, 60, 0, 0, 0));
        row("scaleUp with spec MaxReplicas limitation with large percent policy", {10, 50, 1, 1000, 50},
            within, rules(10000, 60, 0, 0, 0));
        row("scaleUp with pod policy limitation", {10, 50, 1, 1000, 40}, upLimit, rules(30, 60, 0, 0, 0));
        row("scaleUp with percent policy limitation", {10, 50, 1, 1000, 30}, upLimit,
            rules(0, 0, 200, 60, 0));
        row("scaleDown with percent policy larger than pod policy", {100, 2, 1, 1000, 80}, downLimit, none,
            rules(20, 60, 1, 60, 300));
        row("scaleDown with pod policy larger than percent policy", {100, 2, 1, 1000, 98}, downLimit, none,
            rules(2, 60, 1, 60, 300));
        row("scaleDown with spec MinReplicas limitation with large pod policy", {10, 0, 1, 1000, 1}, few,
            none, rules(100, 60, 0, 0, 300));
        row("scaleDown with spec MinReplicas limitation with large percent policy", {10, 2, 5, 1000, 5}, few,
            none, rules(0, 0, 100, 60, 300));
        row("scaleDown with pod policy limitation", {10, 2, 1, 1000, 5}, downLimit, none,
            rules(5, 60, 0, 0, 300));
        row("scaleDown with percent policy limitation", {10, 5, 1, 1000, 5}, within, none,
            rules(0, 0, 50, 60, 300));
        row("scaleUp with spec MaxReplicas limitation with large pod policy and events",
            {100, 500, 1, 200, 200}, many, rules(300, 60, 0, 0, 0), none, {1, 5, 9});
        row("scaleUp with spec MaxReplicas limitation with large percent policy and events",
            {100, 500, 1, 200, 200}, many, rules(0, 0, 10000, 60, 0), none, {1, 5, 9});
        row("scaleUp with currentReplicas limitation with rate.PeriodSeconds with a lot of recent scale up "
            "events",
            {100, 500, 1, 1000, 100}, upLimit, rules(5, 120, 0, 0, 0), none, {1, 5, 9});
        row("scaleUp with pod policy and previous scale up events", {100, 500, 1, 1000, 235}, upLimit,
            rules(150, 120, 0, 0, 0), none, {1, 5, 9});
        row("scaleUp with percent policy and previous scale up events", {100, 500, 1, 1000, 255}, upLimit,
            rules(0, 0, 200, 120, 0), none, {1, 5, 9});
        row("scaleDown with default policy and previous events", {10, 5, 1, 1000, 5}, within, none, none, {},
            {1, 5, 9});
        row("scaleDown with large pod policy and previous events", {100, 0, 1, 1000, 1}, few, none,
            rules(115, 120, 0, 0, 300), {}, {1, 5, 9});
        row("scaleDown with spec MinReplicas limitation with large pod policy and previous events",
            {100, 0, 5, 1000, 5}, few, none, rules(130, 120, 0, 0, 300), {}, {1, 5, 9});
        row("scaleDown with spec MinReplicas limitation with large percent policy and previous events",
            {100, 2, 5, 1000, 5}, few, none, rules(0, 0, 100, 120, 300), {}, {1, 5, 9});
        row("scaleDown with pod policy limitation and previous events", {100, 2, 1, 1000, 100}, downLimit,
            none, rules(5, 120, 0, 0, 300), {}, {1, 5, 9});
        row("scaleDown with percent policy limitation and previous events", {100, 0, 1, 1000, 56}, downLimit,
            none, rules(0, 0, 50, 120, 300), {}, {2, 4, 6});
        row("scaleDown with previous events preventing further scale down", {100, 0, 1, 1000, 100}, downLimit,
            none, rules(0, 0, 10, 120, 300), {}, {10, 10, 10});
        row("scaleDown with with previous events still allowing more scale down", {10, 5, 1, 1000, 5}, within,
            none, rules(0, 0, 1000, 120, 300), {}, {10, 10, 10});
        row("check 'outdated' flag for events for one behavior for up", {100, 200, 1, 1000, 200}, within,
            rules(1000, 60, 0, 0, 0), none, {8, 12, 9, 11});
        row("events were not marked 'outdated' for two different policies for up", {100, 200, 1, 1000, 200},
            within, rules(1000, 120, 100, 60, 0), none, {8, 12, 9, 11});
        row("events were marked 'outdated' for two different policies for up", {100, 200, 1, 1000, 200},
            within, rules(1000, 30, 100, 60, 0), none, {8, 12, 9, 11});
        row("check 'outdated' flag for events for one behavior for down", {100, 5, 1, 1000, 5}, within, none,
            rules(1000, 60, 0, 0, 300), {}, {8, 12, 9, 11});
        row("events were not marked 'outdated' for two different policies for down", {100, 5, 1, 1000, 5},
            within, none, rules(1000, 120, 100, 60, 300), {}, {8, 12, 9, 11});
        row("events were marked 'outdated' for two different policies for down", {100, 5, 1, 1000, 5}, within,
            none, rules(1000, 30, 100, 60, 300), {}, {8, 12, 9, 11});
        Behaviour off = rules(100, 60, 0, 0, 0), least = rules(4, 60, 100, 60, 0);
        off.select = Select::Disabled;
        least.select = Select::Min;
        // Our own
        Behaviour both = rules(2, 60, 50, 60, 300);
        both.select = Select::Min;
        row("scaleUp with the least of pods and percent", {1, 100, 1, 1000, 2}, upLimit, both);
        row("scaleDown with the least of pods and percent", {5, 1, 1, 1000, 3}, downLimit, none, both);
        row("scaleUp disabled", {10, 50, 1, 1000, 10}, upLimit, off);
        row("scaleDown disabled", {10, 5, 1, 1000, 10}, downLimit, none, off);
        row("scaleUp with the least of two policies", {10, 50, 1, 1000, 14}, upLimit, least);
        row("scaleDown with the least of two policies", {10, 1, 1, 1000, 6}, downLimit, none, least);
    }

    void scalingWithRules()
    {
        QFETCH(QVector<int>, replicas);
        QFETCH(QString, reason);
        QFETCH(Behaviour, up);
        QFETCH(Behaviour, down);
        QFETCH(QVector<int>, ups);
        QFETCH(QVector<int>, downs);
        Rule rule = plain(replicas.at(2), replicas.at(3), 50);
        rule.up = up;
        rule.down = down;
        const State state{{}, spread(ups, 120), spread(downs, 120)};
        const Limited found = limited(rule, state, replicas.at(0), replicas.at(1), now);
        QCOMPARE(found.replicas, replicas.at(4));
        QCOMPARE(wordOf(found.reason), reason);
    }

    void stabilization_data()
    {
        QTest::addColumn<QVector<QVector<int>>>("known"); // count, seconds ago
        QTest::addColumn<int>("current");
        QTest::addColumn<int>("desired");
        QTest::addColumn<int>("up");
        QTest::addColumn<int>("down");
        QTest::addColumn<int>("expected");
        QTest::addColumn<QVector<int>>("kept"); // in any order
        const auto row = [](const char* name, const QVector<QVector<int>>& known, int current, int desired,
                            int up, int down, int expected, const QVector<int>& kept) {
            QTest::newRow(name) << known << current << desired << up << down << expected << kept;
        };
        // TestNormalizeDesiredReplicas
        row("empty log", {}, 100, 5, 0, 300, 5, {5});
        row("stabilize", {{4, 120}, {5, 60}}, 100, 3, 0, 300, 5, {3, 4, 5});
        row("no stabilize", {{1, 120}, {2, 60}}, 100, 3, 0, 300, 3, {1, 2, 3});
        row("no stabilize - old recommendations", {{10, 600}, {9, 540}}, 100, 3, 0, 300, 3, {3, 10});
        row("stabilize - old recommendations", {{10, 600}, {4, 60}, {5, 120}, {9, 540}}, 100, 3, 0, 300, 5,
            {3, 4, 5, 10});
        // TestNormalizeDesiredReplicasWithBehavior
        row("empty recommendations for scaling down", {}, 100, 5, 0, 0, 5, {5});
        row("simple scale down stabilization", {{4, 120}, {5, 60}}, 100, 3, 0, 180, 5, {3, 4, 5});
        row("simple scale up stabilization", {{4, 120}, {5, 60}}, 1, 7, 300, 0, 4, {4, 5, 7});
        row("no scale down stabilization", {{1, 120}, {2, 60}}, 100, 3, 300, 0, 3, {1, 2, 3});
        row("no scale up stabilization", {{4, 120}, {5, 60}}, 1, 3, 0, 300, 3, {3, 4, 5});
        row("no scale down stabilization, reuse recommendation element", {{10, 600}, {9, 540}}, 100, 3, 0, 0,
            3, {3, 10});
        row("no scale up stabilization, reuse recommendation element", {{10, 600}, {9, 540}}, 1, 100, 0, 0,
            100, {10, 100});
        row("scale down stabilization, reuse one of obsolete recommendation element",
            {{10, 600}, {4, 60}, {5, 120}, {9, 540}}, 100, 3, 0, 180, 5, {3, 4, 5, 10});
        row("scale up stabilization, reuse one of obsolete recommendation element",
            {{10, 6000}, {6, 60}, {5, 120}, {9, 180}}, 1, 100, 300, 0, 5, {5, 6, 9, 100});
    }

    void stabilization()
    {
        QFETCH(QVector<QVector<int>>, known);
        QFETCH(int, current);
        QFETCH(int, desired);
        QFETCH(int, up);
        QFETCH(int, down);
        QFETCH(int, expected);
        QFETCH(QVector<int>, kept);
        Rule rule = plain(1, 1000, 50);
        rule.up.stabilizationSeconds = up;
        rule.down.stabilizationSeconds = down;
        State state;
        for (const QVector<int>& one : known)
            state.recommendations.append({one.at(0), now - one.at(1)});
        QCOMPARE(stabilized(rule, state, current, desired, now), expected);
        QCOMPARE(countsOf(state.recommendations), kept);
    }

    void storeScaleEvents_data()
    {
        QTest::addColumn<QVector<QVector<int>>>("known"); // count, seconds ago
        QTest::addColumn<Behaviour>("policies");
        QTest::addColumn<int>("change");        // within 60 seconds, before
        QTest::addColumn<QVector<int>>("kept"); // after 5 more; those out of date left out
        const auto row = [](const char* name, const QVector<QVector<int>>& known, const Behaviour& policies,
                            int change, const QVector<int>& kept) {
            QTest::newRow(name) << known << policies << change << kept;
        };
        row("empty entries with default behavior", {}, none, 0, {});
        row("empty entries with two-policy-behavior", {}, rules(10, 60, 100, 60, 0), 0, {5});
        row("one outdated entry to be kept untouched without behavior", {{7, 61}}, none, 0, {7});
        row("one outdated entry to be replaced with behavior", {{7, 61}}, rules(10, 60, 100, 60, 0), 0, {5});
        row("one actual entry to be not touched with behavior", {{7, 58}}, rules(10, 60, 100, 60, 0), 7,
            {5, 7});
        row("two entries, one of them to be replaced", {{7, 61}, {6, 59}}, rules(10, 60, 0, 0, 0), 6, {5, 6});
        row("replace one entry, use policies with different periods", {{8, 29}, {6, 59}, {7, 61}, {9, 61}},
            rules(10, 60, 100, 30, 0), 14, {5, 6, 8});
        row("two entries, both actual", {{7, 58}, {6, 59}}, rules(10, 120, 100, 30, 0), 13, {5, 6, 7});
    }

    void storeScaleEvents()
    {
        QFETCH(QVector<QVector<int>>, known);
        QFETCH(Behaviour, policies);
        QFETCH(int, change);
        QFETCH(QVector<int>, kept);
        QVector<Stamped> events;
        for (const QVector<int>& one : known)
            events.append({one.at(0), now - one.at(1)});
        QCOMPARE(changedWithin(events, 60, now), change);
        Rule rule = plain(1, 1000, 50);
        rule.up = rule.down = policies;
        State up{{}, events, {}}, down{{}, {}, events};
        remember(rule, up, 10, 15, now);
        remember(rule, down, 10, 5, now);
        QCOMPARE(countsOf(up.ups), kept);
        QCOMPARE(countsOf(down.downs), kept);
    }

    /// Whole decisions, of horizontal_test.go.
    void decisions_data()
    {
        QTest::addColumn<QVector<int>>("replicas"); // minimum, maximum, expected
        QTest::addColumn<QVector<qint64>>("levels");
        QTest::addColumn<double>("goal");
        QTest::addColumn<bool>("another"); // a second metric that cannot be read
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("active");
        QTest::addColumn<bool>("bound");
        const auto row = [](const char* name, const QVector<int>& replicas, const QVector<qint64>& levels,
                            double goal, bool another, const char* reason, bool active, bool bound) {
            QTest::newRow(name) << replicas << levels << goal << another << QString::fromLatin1(reason)
                                << active << bound;
        };
        row("ScaleUp", {2, 6, 5}, {300, 500, 700}, 30, false, "DesiredWithinRange", true, false);
        row("ScaleDown", {2, 6, 3}, {100, 300, 500, 250, 250}, 50, false, "DesiredWithinRange", true, false);
        row("MaxReplicas", {2, 5, 5}, {8000, 9500, 1000}, 90, false, "TooManyReplicas", true, true);
        row("MinReplicas", {2, 5, 2}, {10, 95, 10}, 90, false, "TooFewReplicas", true, true);
        row("ZeroReplicas", {3, 5, 0}, {}, 90, false, "ScalingDisabled", false, false);
        row("TooFewReplicas", {3, 5, 3}, {500, 500}, 90, false, "TooFewReplicas", true, true);
        row("TooManyReplicas", {3, 5, 5}, QVector<qint64>(10, 500), 90, false, "TooManyReplicas", true, true);
        row("ScaleUpOneMetricEmpty", {2, 6, 4}, {300, 400, 500}, 30, true, "DesiredWithinRange", true, false);
        row("NoScaleDownOneMetricEmpty", {2, 6, 5}, {100, 300, 500, 250, 250}, 50, true, "FailedGetMetrics",
            false, false);
    }

    void decisions()
    {
        QFETCH(QVector<int>, replicas);
        QFETCH(QVector<qint64>, levels);
        QFETCH(double, goal);
        QFETCH(bool, another);
        QFETCH(QString, reason);
        QFETCH(bool, active);
        QFETCH(bool, bound);
        Rule rule = plain(replicas.at(0), replicas.at(1), goal);
        if (another)
            rule.metrics.append({Kind::External, u"qps"_s, {}, Target::Value, 0.1});
        const Decision found = decide(rule, {}, cores(levels), now);
        QCOMPARE(found.desired, replicas.at(2));
        QCOMPARE(wordOf(found.reason), reason);
        QCOMPARE(found.conditions[1].holds, active);
        QCOMPARE(found.conditions[2].holds, bound);
        QVERIFY(
            !described(rule, found, {found.proposals.constData(), size_t(found.proposals.size())}).isEmpty());
        for (const Condition& condition : found.conditions)
            QVERIFY(!sentenceOf(condition.reason).isEmpty());
    }

    /// Nonsense of an engine neither overflows nor asks for fewer than none.
    void numbersBeyondMeasure()
    {
        const qint64 huge = std::numeric_limits<qint64>::max();
        Rule rule = plain(1, 1000, 0.001);
        rule.metrics[0].value = 1;
        Observed observed = cores(QVector<qint64>(100, 1));
        for (Pod& pod : observed.pods)
            pod.readings[0].value = huge;
        QCOMPARE(decide(rule, {}, observed, now).desired, 200); // the double is the most at once
        for (Pod& pod : observed.pods)
            pod.readings[0].value = -huge;
        QCOMPARE(decide(rule, {}, observed, now).desired, 1);
        rule.metrics = {{Kind::External, u"queue"_s, {}, Target::AverageValue, 0.001}};
        observed.values = {huge};
        QCOMPARE(decide(rule, {}, observed, now).desired, 200);
        observed.values = {-huge};
        QCOMPARE(decide(rule, {}, observed, now).desired, 1);
    }

    /// The one that asks for the most decides.
    void theHighestOfSeveralMetrics()
    {
        Rule rule = plain(1, 20, 50);
        rule.metrics.append({Kind::Pods, u"qps"_s, {}, Target::AverageValue, 10});
        Observed observed = cores({500, 500});
        for (Pod& pod : observed.pods)
            pod.readings.append({20'000, {}, 0, 0});
        const Decision found = decide(rule, {}, observed, now);
        QCOMPARE(found.desired, 4);
        QCOMPARE(found.metric, 1);
        QCOMPARE(found.proposals.at(0).replicas, 2);
    }

    /// Kaptan's own defaults: the first rise is at once, the next one within what five minutes allow, and it
    /// falls only once ten minutes wanted less.
    void theDefaults()
    {
        Rule rule = defaultRule(u"web"_s, u"deployment:web"_s);
        QVERIFY(check(rule));
        QCOMPARE(rule.metrics.at(0).value, 70.0);
        QCOMPARE(rule.metrics.at(1).value, 80.0);
        QCOMPARE(rule.min, 2);
        QCOMPARE(rule.max, 10);
        rule.metrics.removeLast();
        State state;
        const auto step = [&](int replicas, qint64 level, qint64 at) {
            const Decision found = decide(rule, state, cores(QVector<qint64>(replicas, level)), at);
            state = found.newState;
            return found;
        };
        QCOMPARE(step(2, 2000, now).desired, 6);
        Decision next = step(6, 2000, now + 15);
        QCOMPARE(next.desired, 6);
        QCOMPARE(wordOf(next.reason), u"ScaleUpLimit"_s);
        QCOMPARE(step(6, 2000, now + 301).desired, 10);
        next = step(10, 70, now + 316);
        QCOMPARE(next.desired, 10);
        QCOMPARE(wordOf(next.reason), u"ScaleDownStabilized"_s);
        QCOMPARE(wordOf(next.conditions[0].reason), u"ScaleDownStabilized"_s);
        QCOMPARE(step(10, 70, now + 901).desired, 2);
    }

    void wrongRulesAreRefused_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<bool>("good");
        for (const char* good : {"nothing", "object from 0"})
            QTest::newRow(good) << QString::fromLatin1(good) << true;
        for (const char* bad : {"min above max",
                                "min below 0",
                                "max 0",
                                "min 0",
                                "no metric",
                                "target 0",
                                "target below 0",
                                "target NaN",
                                "target infinite",
                                "target beyond measure",
                                "unknown resource",
                                "no container",
                                "utilization of pods",
                                "value of a resource",
                                "tolerance NaN",
                                "window",
                                "period",
                                "policy 0",
                                "no workload",
                                "no metric name"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << false;
    }

    void wrongRulesAreRefused()
    {
        QFETCH(QString, change);
        QFETCH(bool, good);
        Rule rule = defaultRule(u"web"_s, u"deployment:web"_s);
        Metric& metric = rule.metrics[0];
        const QHash<QString, std::function<void()>> changes{
            {u"nothing"_s, [] {}},
            {u"object from 0"_s,
             [&] {
                 rule.min = 0;
                 metric = {Kind::Object, u"queue"_s, {}, Target::AverageValue, 5};
             }},
            {u"min above max"_s, [&] { rule.min = 11; }},
            {u"min below 0"_s, [&] { rule.min = -1; }},
            {u"max 0"_s, [&] { rule.min = rule.max = 0; }},
            {u"min 0"_s, [&] { rule.min = 0; }},
            {u"no metric"_s, [&] { rule.metrics.clear(); }},
            {u"target 0"_s, [&] { metric.value = 0; }},
            {u"target below 0"_s, [&] { metric.value = -70; }},
            {u"target NaN"_s, [&] { metric.value = std::nan(""); }},
            {u"target infinite"_s, [&] { metric.value = std::numeric_limits<double>::infinity(); }},
            {u"target beyond measure"_s, [&] { metric.value = 20'000; }},
            {u"unknown resource"_s, [&] { metric.name = u"disk"_s; }},
            {u"no container"_s, [&] { metric.kind = Kind::ContainerResource; }},
            {u"utilization of pods"_s, [&] { metric.kind = Kind::Pods; }},
            {u"value of a resource"_s, [&] { metric.target = Target::Value; }},
            {u"tolerance NaN"_s, [&] { rule.tolerance = std::nan(""); }},
            {u"window"_s, [&] { rule.down.stabilizationSeconds = 3601; }},
            {u"period"_s, [&] { rule.up.policies[0].periodSeconds = 1801; }},
            {u"policy 0"_s, [&] { rule.up.policies[0].value = 0; }},
            {u"no workload"_s, [&] { rule.workload.clear(); }},
            {u"no metric name"_s, [&] { metric.name.clear(); }},
        };
        QVERIFY(changes.contains(change));
        changes.value(change)();
        const auto checked = check(rule);
        QCOMPARE(checked.has_value(), good);
        if (!good) {
            const auto* input = checked.error().as<InvalidInput>();
            QVERIFY(input && !input->field.isEmpty() && !input->why.isEmpty() && !input->fix.isEmpty());
        }
    }

    void twoRulesOnOneWorkload()
    {
        const Rule web = defaultRule(u"web"_s, u"deployment:web"_s),
                   cart = defaultRule(u"cart"_s, u"deployment:cart"_s);
        QVERIFY(check(QVector<Rule>{web, cart}));
        const auto checked = check(QVector<Rule>{web, cart, defaultRule(u"more"_s, web.workload)});
        QVERIFY(!checked);
        QVERIFY(checked.error().as<InvalidInput>()->why.contains(u"deployment:web"_s));
    }
};

QTEST_GUILESS_MAIN(TestHpa)
#include "tst_hpa.moc"
