#include "app/core/when_done.h"
#include "app/docker/adapter/flow.h"

#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTest>

using namespace kaptan;
using namespace kaptan::docker;

class FlowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneAfterAnother();
    void othersMeanwhile();
    void cancelledWhileWaiting();
    void cancelledByTheEnd();
    void undoHearsNoCancel();
    void forEachIsBounded();
    void forEachEndsAtTheFirstError();
    void progress();
};

void FlowTest::oneAfterAnother()
{
    FlowRunner runner;
    std::atomic<int> inside = 0, most = 0;
    QVector<QFuture<Result<int>>> futures;
    QMutex mutex;
    QVector<int> order;
    for (int i = 0; i < 8; ++i)
        futures.append(runner.run<int>(QStringLiteral("web"), [&, i](Flow&) -> Result<int> {
            most = std::max(most.load(), ++inside);
            const QMutexLocker lock(&mutex);
            order.append(i);
            --inside;
            return i;
        }));
    for (auto& future : futures)
        future.waitForFinished();
    QCOMPARE(most.load(), 1);
    QCOMPARE(order, QVector<int>({0, 1, 2, 3, 4, 5, 6, 7}));
    QCOMPARE(futures.last().result().value(), 7);
}

void FlowTest::othersMeanwhile()
{
    FlowRunner runner;
    QSemaphore go;
    const auto first = runner.run<void>(QStringLiteral("a"), [&go](Flow&) {
        go.acquire();
        return Result<void>();
    });
    auto second = runner.run<void>(QStringLiteral("b"), [&go](Flow&) {
        go.release();
        return Result<void>();
    });
    second.waitForFinished();
    QTRY_VERIFY(first.isFinished());
}

void FlowTest::cancelledWhileWaiting()
{
    FlowRunner runner;
    QPromise<Result<int>> never;
    never.start();
    QSemaphore begun;
    bool cancelled = false;
    auto future = runner.run<int>(QStringLiteral("web"), [&](Flow& flow) {
        begun.release();
        const auto result = flow.await(never.future());
        cancelled = !result && result.error().isCancelled();
        return result;
    });
    begun.acquire();
    future.cancel();
    future.waitForFinished();
    QTRY_VERIFY(cancelled);
    QCOMPARE(future.resultCount(), 0); // which whenDone() tells as Cancelled
}

void FlowTest::cancelledByTheEnd()
{
    QPromise<Result<int>> never;
    never.start();
    QFuture<Result<int>> future, waiting;
    {
        FlowRunner runner;
        QSemaphore begun;
        future = runner.run<int>(QStringLiteral("web"), [&](Flow& flow) {
            begun.release();
            return flow.await(never.future());
        });
        waiting = runner.run<int>(QStringLiteral("web"), [](Flow&) -> Result<int> { return 1; });
        begun.acquire();
    }
    QVERIFY(future.isFinished() && waiting.isFinished());
    QVERIFY(future.result().error().isCancelled());
    QVERIFY(waiting.result().error().isCancelled());
}

void FlowTest::undoHearsNoCancel()
{
    FlowRunner runner;
    QPromise<Result<int>> late;
    late.start();
    QSemaphore undoing;
    std::optional<Result<int>> got;
    auto future = runner.run<int>(QStringLiteral("web"), [&](Flow& flow) {
        flow.beginUndo();
        undoing.release();
        got = flow.await(late.future());
        return *got;
    });
    undoing.acquire();
    future.cancel();
    late.addResult(5);
    late.finish();
    QTRY_VERIFY(future.isFinished());
    future.waitForFinished();
    QTRY_VERIFY(got && got->has_value());
    QCOMPARE(got->value(), 5);
}

void FlowTest::forEachIsBounded()
{
    QThreadPool engine;
    FlowRunner runner;
    std::atomic<int> underWay = 0, most = 0;
    int told = 0;
    auto future = runner.run<void>(QStringLiteral("web"), [&](Flow& flow) {
        return flow.forEach(
            50, 3,
            [&](int) {
                most = std::max(most.load(), ++underWay);
                auto promise = std::make_shared<QPromise<Result<void>>>();
                promise->start();
                engine.start([promise, &underWay] {
                    --underWay;
                    promise->addResult(Result<void>());
                    promise->finish();
                });
                return promise->future();
            },
            [&](int) { ++told; });
    });
    future.waitForFinished();
    QVERIFY(future.result().has_value());
    QVERIFY(most <= 3);
    QCOMPARE(told, 50);
}

void FlowTest::forEachEndsAtTheFirstError()
{
    FlowRunner runner;
    int begun = 0;
    auto future = runner.run<void>(QStringLiteral("web"), [&](Flow& flow) {
        return flow.forEach(10, 1, [&](int i) {
            ++begun;
            return i == 2 ? readyFuture<void>(failure(EngineError{500, QStringLiteral("no"), {}}))
                          : readyFuture<void>({});
        });
    });
    future.waitForFinished();
    QCOMPARE(begun, 3);
    QVERIFY(!future.result());
}

void FlowTest::progress()
{
    FlowRunner runner;
    QSemaphore go;
    auto future = runner.run<void>(QStringLiteral("web"), [&go](Flow& flow) {
        flow.setRange(4);
        flow.setProgress(2, QStringLiteral("Creating web-2"));
        go.acquire();
        return Result<void>();
    });
    QTRY_COMPARE(future.progressValue(), 2);
    QCOMPARE(future.progressMaximum(), 4);
    QCOMPARE(future.progressText(), QStringLiteral("Creating web-2"));
    go.release();
    future.waitForFinished();
}

QTEST_GUILESS_MAIN(FlowTest)
#include "tst_flow.moc"
