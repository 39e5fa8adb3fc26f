#include "app/core/clock.h"

#include <QTest>

using namespace kaptan;
using namespace std::chrono_literals;

class TestClock : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void callsComeInOrderAndOnlyWhenDue()
    {
        ManualClock clock;
        QObject context;
        QStringList seen;
        clock.callLater(20ms, &context, [&] { seen << QStringLiteral("b"); });
        clock.callLater(10ms, &context, [&] {
            seen << QStringLiteral("a");
            clock.callLater(5ms, &context, [&] { seen << QStringLiteral("a2"); });
        });
        clock.advance(9ms);
        QVERIFY(seen.isEmpty());
        clock.advance(11ms);
        QCOMPARE(seen.join(u','), QStringLiteral("a,a2,b"));
        QCOMPARE(clock.monotonicMs(), 20);
        QCOMPARE(clock.now().time().msec(), 20);
    }

    void aDeadContextIsNotCalled()
    {
        ManualClock clock;
        auto context = std::make_unique<QObject>();
        bool called = false;
        clock.callLater(1ms, context.get(), [&] { called = true; });
        QCOMPARE(clock.pending(), 1);
        context.reset();
        QCOMPARE(clock.pending(), 0);
        clock.advance(5ms);
        QVERIFY(!called);
    }

    void backoffDoublesJittersAndEnds()
    {
        double jitter = 0;
        Backoff backoff(100ms, 1000ms, [&] { return jitter; });
        QCOMPARE(backoff.next(), 100ms);
        QCOMPARE(backoff.next(), 200ms);
        jitter = 0.999999;
        QCOMPARE(backoff.next().count(), 201);
        jitter = 0;
        QCOMPARE(backoff.next(), 800ms);
        QCOMPARE(backoff.next(), 1000ms);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(backoff.next(), 1000ms);
        backoff.reset();
        QCOMPARE(backoff.next(), 100ms);
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
