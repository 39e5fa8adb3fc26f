#include "app/core/error.h"
#include "app/core/when_done.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTest>

using namespace kaptan;
using namespace Qt::StringLiterals;

class TestError : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void saysWhatWhereWhyAndWhatToDo()
    {
        Error error(
            TransportError{TransportError::Kind::PermissionDenied, u"/run/docker.sock"_s, u"EACCES"_s});
        error.during(QT_TRANSLATE_NOOP("Operation", "list containers"));
        QCOMPARE(error.message(), u"Could not list containers: this user may not open /run/docker.sock."_s);
        QVERIFY(error.advice().contains(u"usermod -aG docker"_s));
        QCOMPARE(error.details(), u"EACCES"_s);
    }

    void theInnermostOperationStays()
    {
        Error error(Cancelled{});
        error.during("pull image", u"web:1"_s).during("deploy", u"shop"_s);
        QCOMPARE(error.message(), u"Could not pull image web:1: cancelled."_s);
    }

    void aLongMessageIsCutInTheSentenceAndWholeInTheDetails()
    {
        const QString longText = u"<b>x</b>\n"_s.repeated(2000);
        const Error error(EngineError{500, longText, u"POST /x"_s});
        QVERIFY(error.message().size() < 400);
        QVERIFY(!error.message().contains(u'\n'));
        QVERIFY(error.details().contains(longText));
        QCOMPARE(error.httpStatus(), 500);
    }

    void onlyWhatMaySucceedLaterIsTransient()
    {
        QVERIFY(Error(TransportError{TransportError::Kind::Closed, {}, {}}).isTransient());
        QVERIFY(!Error(TransportError{TransportError::Kind::PermissionDenied, {}, {}}).isTransient());
        QVERIFY(Error(HttpError{503, {}, {}}).isTransient());
        QVERIFY(!Error(EngineError{409, {}, {}}).isTransient());
        QVERIFY(!Error(Cancelled{}).isTransient());
    }

    void whenDoneDeliversOnce()
    {
        QPromise<Result<int>> promise;
        promise.start();
        QList<int> seen;
        whenDone(promise.future(), this, [&](Result<int> result) { seen << result.value_or(-1); });
        promise.addResult(Result<int>(7));
        promise.finish();
        QTRY_COMPARE(seen, QList<int>{7});
    }

    void aDroppedPromiseArrivesAsCancelled()
    {
        bool cancelled = false;
        {
            QPromise<Result<int>> promise;
            promise.start();
            whenDone(promise.future(), this,
                     [&](Result<int> result) { cancelled = !result && result.error().isCancelled(); });
        }
        QTRY_VERIFY(cancelled);
    }

    void aDeadReceiverIsSilent()
    {
        QPromise<Result<int>> promise;
        promise.start();
        auto receiver = std::make_unique<QObject>();
        bool called = false;
        whenDone(promise.future(), receiver.get(), [&](const Result<int>&) { called = true; });
        receiver.reset();
        promise.addResult(Result<int>(1));
        promise.finish();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
