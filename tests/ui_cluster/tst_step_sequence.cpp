#include "app/core/when_done.h"
#include "tests/support/fake_session.h"
#include "ui/cluster/step_sequence.h"

#include <QTest>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;

class TestStepSequence : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void theFirstErrorCountsAndTheOthersGoOn()
    {
        QStringList done;
        const auto step = [&](const QString& name, bool works) -> Step {
            return [&done, name, works] {
                done << name;
                return works ? readyFuture<void>({}) : readyFuture<void>(failure(Cancelled{}));
            };
        };
        const auto future = runInOrder({step(u"a"_s, true), step(u"b"_s, false), step(u"c"_s, true)}, this);
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(done, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QVERIFY(!future.result());
    }

    void aReadOnlyMarkStopsWhatHasNotBegun()
    {
        auto session = std::make_unique<test::FakeSession>();
        QStringList done;
        QPromise<Result<void>> held;
        held.start();
        QVector<Step> steps;
        steps << writingTo(session.get(), [&] {
            done << u"a"_s;
            return held.future();
        }) << writingTo(session.get(), [&] {
            done << u"b"_s;
            return readyFuture<void>({});
        });
        const auto future = runInOrder(steps, this);
        QCOMPARE(done, QStringList{u"a"_s});
        session->setReadOnly(u"This connection is read-only."_s);
        held.addResult(Result<void>());
        held.finish();
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(done, QStringList{u"a"_s});
        QVERIFY(!future.result());
        QVERIFY2(future.result().error().message().contains(u"read-only"_s),
                 qPrintable(future.result().error().message()));

        session.reset();
        const auto late = steps.last()();
        QVERIFY(late.isFinished() && !late.result() && late.result().error().isCancelled());
        QCOMPARE(done, QStringList{u"a"_s});
    }
};

QTEST_GUILESS_MAIN(TestStepSequence)
#include "tst_step_sequence.moc"
