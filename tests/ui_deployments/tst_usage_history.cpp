#include "ui/deployments/usage_history.h"

#include <QTest>

#include <cmath>

using namespace kaptan;
using namespace kaptan::ui;

namespace
{

constexpr qint64 start = 1'800'000'000'000;

workload::Usage usage(const QString& id, qint64 at, double cpu, qint64 memory = 100, qint64 limit = -1)
{
    workload::Usage one;
    one.instanceId = id;
    one.atMs = at;
    one.cpuMillicores = cpu;
    one.memoryBytes = memory;
    one.memoryLimitBytes = limit;
    return one;
}

const QString web = QStringLiteral("deployment:web");
const QString a = QStringLiteral("a");
const QString b = QStringLiteral("b");

} // namespace

class TestUsageHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sumsOverInstances();
    void unknownInstancesAreDropped();
    void oldValuesAreNoCurrentOnes();
    void firstSampleHasNoCpu();
    void isBounded();
    void gapsStayGaps();
    void aClockSetBack();
    void limits();
};

void TestUsageHistory::sumsOverInstances()
{
    UsageHistory history;
    history.setInstances(web, {a, b});
    QCOMPARE(history.record({usage(a, start, 100), usage(b, start + 5, 50)}), QVector<QString>{web});
    QCOMPARE(history.current(web, Metric::Cpu, start + 10), 150.0);
    QCOMPARE(history.current(web, Metric::Memory, start + 10), 200.0);
    QCOMPARE(history.currentOf(b, Metric::Cpu, start + 10), 50.0);
    // One is gone: its last sample no longer counts.
    history.setInstances(web, {a});
    history.record({usage(a, start + 5000, 80)});
    QCOMPARE(history.current(web, Metric::Cpu, start + 5000), 80.0);
    QVERIFY(std::isnan(history.currentOf(b, Metric::Cpu, start + 5000)));
}

void TestUsageHistory::unknownInstancesAreDropped()
{
    UsageHistory history;
    history.setInstances(web, {a});
    QVERIFY(history.record({usage(b, start, 100)}).isEmpty());
    history.remove(web);
    QVERIFY(history.record({usage(a, start, 100)}).isEmpty());
    QVERIFY(history.span(web, Metric::Cpu, 10).values.isEmpty());
}

void TestUsageHistory::oldValuesAreNoCurrentOnes()
{
    UsageHistory history;
    history.setInstances(web, {a, b});
    history.record({usage(a, start, 100), usage(b, start, 10)});
    QVERIFY(std::isnan(history.current(web, Metric::Cpu, start + UsageHistory::staleMs + 1)));
    // Nor part of the sum, when only the other one is sampled on.
    history.record({usage(b, start + 2 * UsageHistory::staleMs, 10)});
    QCOMPARE(history.current(web, Metric::Cpu, start + 2 * UsageHistory::staleMs), 10.0);
}

void TestUsageHistory::firstSampleHasNoCpu()
{
    UsageHistory history;
    history.setInstances(web, {a});
    history.record({usage(a, start, std::nan(""))});
    QVERIFY(std::isnan(history.current(web, Metric::Cpu, start)));
    QCOMPARE(history.current(web, Metric::Memory, start), 100.0);
}

void TestUsageHistory::isBounded()
{
    UsageHistory history;
    history.setInstances(web, {a});
    for (int second = 0; second < 3 * 3600; ++second)
        history.record({usage(a, start + second * 1000LL, second)});
    QVERIFY(history.pointCount(web) <= 722);
    QVERIFY(history.pointCount(web) >= 600);
    const auto span = history.span(web, Metric::Cpu, 60);
    QCOMPARE(span.values.size(), 60);
    QCOMPARE(span.toMs, start + (3 * 3600 - 1) * 1000LL);
    QVERIFY(span.toMs - span.fromMs > UsageHistory::windowMs - UsageHistory::pointMs);
    QVERIFY(span.values.first() < span.values.last());
    QVERIFY(span.values.first() > 2 * 3600 - 120);
}

void TestUsageHistory::gapsStayGaps()
{
    UsageHistory history;
    history.setInstances(web, {a});
    for (int second = 0; second <= 600; second += 5)
        if (second < 100 || second > 500)
            history.record({usage(a, start + second * 1000LL, 7)});
    const auto span = history.span(web, Metric::Cpu, 61); // 10 s each
    QCOMPARE(span.values.at(0), 7.0);
    QVERIFY(std::isnan(span.values.at(30)));
    QCOMPARE(span.values.at(60), 7.0);
}

void TestUsageHistory::aClockSetBack()
{
    UsageHistory history;
    history.setInstances(web, {a});
    history.record({usage(a, start + 3600 * 1000, 1)});
    history.record({usage(a, start, 2)});
    QCOMPARE(history.current(web, Metric::Cpu, start), 2.0);
    QCOMPARE(history.pointCount(web), 1);
}

void TestUsageHistory::limits()
{
    UsageHistory history;
    history.setInstances(web, {a, b});
    history.record({usage(a, start, 1, 1, 1000)});
    QCOMPARE(history.memoryLimit(web), -1);
    history.record({usage(b, start, 1, 1, 500)});
    QCOMPARE(history.memoryLimit(web), 1500);
    QCOMPARE(history.memoryLimit(QStringLiteral("other")), -1);
}

QTEST_GUILESS_MAIN(TestUsageHistory)
#include "tst_usage_history.moc"
