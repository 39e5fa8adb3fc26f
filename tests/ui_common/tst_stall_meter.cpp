#include "ui/common/stall_meter.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <ctime>

using namespace kaptan::ui;

namespace
{

qint64 cpuNs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

/// Uses so much CPU of this thread, however busy the machine is.
void burn(qint64 ns)
{
    const qint64 until = cpuNs() + ns;
    while (cpuNs() < until) {
    }
}

} // namespace

/// The meter that every promise about stalls rests on must itself be able to see one.
class TestStallMeter : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void aPostedCallThatWorksTooLongIsSeen()
    {
        StallMeter meter;
        int stalls = 0;
        connect(&meter, &StallMeter::stalled, this, [&] { ++stalls; });
        bool done = false;
        QMetaObject::invokeMethod(
            this,
            [&] {
                burn(40'000'000);
                done = true;
            },
            Qt::QueuedConnection);
        QTRY_VERIFY(done && stalls > 0);
        QVERIFY(meter.report().worstCpuNs >= 40'000'000);
        QVERIFY(meter.report().worstWallNs >= 40'000'000);
        QCOMPARE(meter.report().overFrame, stalls);
        QVERIFY(meter.report().histogram[6] + meter.report().histogram[7] > 0);
    }

    void aTimerThatWorksTooLongIsSeen()
    {
        StallMeter meter;
        bool done = false;
        QTimer::singleShot(20, this, [&] {
            burn(40'000'000);
            done = true;
        });
        QTRY_VERIFY(done && meter.report().overFrame > 0);
        QVERIFY(meter.report().worstCpuNs >= 40'000'000);
    }

    /// As the program itself runs its loop: the dispatcher may wait.
    void aLoopThatMayWaitIsMeasuredToo()
    {
        StallMeter meter;
        QEventLoop loop;
        QTimer::singleShot(20, this, [] { burn(40'000'000); });
        QTimer::singleShot(200, &loop, &QEventLoop::quit);
        loop.exec();
        QVERIFY(meter.report().overFrame > 0);
        QVERIFY(meter.report().worstCpuNs >= 40'000'000);
    }

    void waitingIsNoWork()
    {
        StallMeter meter;
        bool done = false;
        QTimer::singleShot(300, this, [&] { done = true; });
        QTRY_VERIFY(done && meter.report().turns > 0);
        QVERIFY(meter.report().cpuNs < 300'000'000);
    }
};

QTEST_MAIN(TestStallMeter)
#include "tst_stall_meter.moc"
