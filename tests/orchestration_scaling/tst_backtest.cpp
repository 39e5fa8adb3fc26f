#include "app/orchestration/scaling/backtest.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace kaptan;
using namespace kaptan::scaling;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 start = 1'767'225'600; // 2026-01-01
constexpr qint64 mebi = 1024 * 1024;
constexpr ReplicaSize size{500'000, 256 * mebi, 1'000'000, 512 * mebi};

/// All pods, all their readings, and decide() for each step: what the live autoscaler does.
Backtest naive(const Rule& rule, const Load& load, int replicas, const Price& price)
{
    Backtest result;
    State state;
    for (qsizetype i = 0; i < load.steps(); ++i) {
        const qint64 now = load.from + i * load.step;
        const qint64 cpu = load.cpuAt(i), memory = load.memoryAt(i);
        Observed observed;
        observed.replicas = replicas;
        for (int p = 0; p < replicas; ++p) {
            Pod pod;
            pod.started = now - 86'400;
            pod.readyChanged = now - 86'000;
            for (const Metric& metric : rule.metrics) {
                const qint64 all = metric.isCpu() ? cpu : memory;
                Reading reading;
                reading.at = now;
                reading.window = 15;
                reading.request = metric.isCpu() ? size.cpuRequest : size.memoryRequest;
                if (metric.kind == Metric::Kind::Resource && all != Load::missing)
                    reading.value = all / replicas + (p < all % replicas ? 1 : 0);
                pod.readings.append(reading);
            }
            observed.pods.append(pod);
        }
        if (result.runs.isEmpty() || result.runs.last().replicas != replicas)
            result.runs.append({now, replicas});
        result.seconds += load.step;
        result.replicaSeconds += load.step * replicas;
        result.most = std::max(result.most, replicas);
        if (cpu == Load::missing && memory == Load::missing)
            result.unknownSeconds += load.step;
        else if (cpu > size.cpuCapacity * replicas || memory > size.memoryCapacity * replicas)
            result.saturatedSeconds += load.step;
        const Decision decision = decide(rule, state, observed, now);
        state = decision.newState;
        result.ups += decision.desired > replicas;
        result.downs += decision.desired < replicas;
        replicas = decision.desired;
    }
    result.cost = result.replicaHours() * (price.replicaHour + price.coreHour * 0.5 + price.gibHour * 0.25);
    return result;
}

/// A day's wave with noise, peaks and gaps; the same for the same seed.
Load randomLoad(quint32 seed, int steps, int gaps)
{
    QRandomGenerator random(seed);
    Load load;
    load.from = start;
    qint64 peak = 0;
    int cpuGap = 0, memoryGap = 0;
    for (int i = 0; i < steps; ++i) {
        if (random.bounded(400) == 0)
            peak = random.bounded(6'000'000);
        peak = peak * 98 / 100;
        const double wave = 1 + std::sin(double(i) / 5760 * 2 * M_PI);
        const qint64 cpu = qint64(wave * 1'200'000) + random.bounded(300'000) + peak;
        const qint64 memory = qint64(wave * 400) * mebi + random.bounded(50) * mebi + peak * 100;
        if (gaps > 0 && cpuGap == 0 && random.bounded(gaps) == 0)
            cpuGap = random.bounded(60);
        if (gaps > 0 && memoryGap == 0 && random.bounded(gaps) == 0)
            memoryGap = random.bounded(60);
        load.cpu.append(cpuGap > 0 ? Load::missing : cpu);
        load.memory.append(memoryGap > 0 ? Load::missing : memory);
        cpuGap = std::max(0, cpuGap - 1);
        memoryGap = std::max(0, memoryGap - 1);
    }
    return load;
}

Rule ruleNamed(const QString& name)
{
    Rule rule = defaultRule(name, u"deployment:web"_s);
    if (name == u"cpu")
        rule.metrics.removeLast();
    if (name == u"memory average") {
        rule.metrics = {
            {Metric::Kind::Resource, u"memory"_s, {}, Metric::Target::AverageValue, 200.0 * mebi}};
        rule.max = 25;
    }
    if (name == u"cpu average")
        rule.metrics = {{Metric::Kind::Resource, u"cpu"_s, {}, Metric::Target::AverageValue, 0.35}};
    if (name == u"steps of one") {
        rule.up = {60, Select::Min, {{Policy::Kind::Pods, 1, 60}, {Policy::Kind::Percent, 10, 300}}};
        rule.down = {300, Select::Min, {{Policy::Kind::Pods, 1, 120}}};
    }
    if (name == u"no policies") {
        rule.up = rule.down = {0, Select::Max, {}};
        rule.max = 40;
        rule.tolerance = 0.02;
    }
    if (name == u"never down")
        rule.down.select = Select::Disabled;
    if (name == u"not recorded")
        rule.metrics.append({Metric::Kind::Pods, u"qps"_s, {}, Metric::Target::AverageValue, 10});
    if (name == u"container")
        rule.metrics[1] = {Metric::Kind::ContainerResource, u"cpu"_s, u"app"_s, Metric::Target::Utilization,
                           50};
    return rule;
}

} // namespace

class TestBacktest : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void equalsTheLiveAutoscaler_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("gaps");
        QTest::addColumn<int>("replicas");
        quint32 seed = 7;
        for (const char* name : {"defaults", "cpu", "memory average", "cpu average", "steps of one",
                                 "no policies", "never down", "not recorded", "container"})
            for (const int gaps : {0, 200})
                for (const int replicas : {2, 0, 30}) {
                    ++seed;
                    QTest::addRow("%s, gaps %d, from %d", name, gaps, replicas)
                        << QString::fromLatin1(name) << seed << gaps << replicas;
                }
    }

    void equalsTheLiveAutoscaler()
    {
        QFETCH(QString, name);
        QFETCH(quint32, seed);
        QFETCH(int, gaps);
        QFETCH(int, replicas);
        const Rule rule = ruleNamed(name);
        QVERIFY(check(rule));
        const Load load = randomLoad(seed, 6000, gaps);
        const Price price{0.01, 0.04, 0.005};
        const Backtest fast = backtest(rule, load, size, replicas, price),
                       slow = naive(rule, load, replicas, price);
        QCOMPARE(fast.runs, slow.runs);
        QCOMPARE(fast, slow);
        QCOMPARE(fast.seconds, 6000 * 15);
        if (name == u"defaults" && replicas == 2)
            QVERIFY(fast.ups > 3 && fast.downs > 1 && fast.runs.size() > 5 && fast.most == 10);
        if (replicas == 0)
            QCOMPARE(fast.runs.size(), 1); // scaled to 0 by hand: left alone
    }

    /// Thirty days of samples every 15 seconds.
    void aMonth()
    {
        const Load load = randomLoad(42, 172'800, 2000);
        Backtest result;
        QBENCHMARK_ONCE
        {
            result = backtest(ruleNamed(u"defaults"_s), load, size, 2);
        }
        QCOMPARE(result.seconds, 30 * 86'400);
        QVERIFY(result.replicaHours() >= 2 * 720 && result.replicaHours() <= 10 * 720);
        QVERIFY(result.unknownSeconds >= 0 && result.saturatedSeconds > 0);
    }

    void figures()
    {
        Load load;
        load.from = start;
        load.step = 60;
        load.cpu = {1'000'000, 3'000'000, Load::missing, 1'000'000};
        Rule rule = ruleNamed(u"cpu"_s);
        const Backtest result = backtest(rule, load, size, 2, {1, 2, 4});
        // 100 % of 70: three; then nine are wanted, but only four more than the two of the first minute; then
        // nothing is known and nothing changes.
        const QVector<Backtest::Run> expected{{start, 2}, {start + 60, 3}, {start + 120, 6}};
        QCOMPARE(result.runs, expected);
        QCOMPARE(result.replicaSeconds, 60 * (2 + 3 + 6 + 6));
        QCOMPARE(result.unknownSeconds, 60);
        QCOMPARE(result.saturatedSeconds, 0);
        QCOMPARE(result.cost, 60.0 * 17 / 3600 * (1 + 2 * 0.5 + 4 * 0.25));
    }

    void samplesBecomeSteps()
    {
        const QVector<history::Sample> cpu{{100, 1}, {116, 2}, {129, 3}, {300, 4}};
        const Load load = loadOf(cpu, {}, 100, 220, 15, 45);
        const qint64 none = Load::missing;
        QCOMPARE(load.cpu, (QVector<qint64>{1, 1, 3, 3, 3, none, none, none}));
        QCOMPARE(load.memory, QVector<qint64>(8, none));
        QCOMPARE(load.steps(), 8);
        QCOMPARE(loadOf(cpu, {}, 100, 100).steps(), 0);
    }

    void spansBecomeSteps()
    {
        const QVector<history::Bucket> memory{{600, 1, 9, 40, 8}, {1800, 7, 7, 7, 1}};
        const Load load = loadOf(QVector<history::Bucket>{}, memory, 0, 2400, 300);
        const qint64 none = Load::missing;
        QCOMPARE(load.memory, (QVector<qint64>{none, none, 5, 5, none, none, 7, 7}));
        QCOMPARE(load.from, 0);
    }
};

QTEST_GUILESS_MAIN(TestBacktest)
#include "tst_backtest.moc"
