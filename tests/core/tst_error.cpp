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

    void itSaysWhoseItIsWhereSeveralAreShown()
    {
        Error error(TransportError{TransportError::Kind::Refused, u"/run/x.sock"_s, {}});
        const QString sentence = error.message();
        QCOMPARE(error.of(u"staging\n"_s).message(), u"staging: "_s + sentence);
        error.during(QT_TRANSLATE_NOOP("Operation", "list containers"));
        QVERIFY(error.message().startsWith(u"staging: Could not list containers"_s));
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

    void whatAClusterSays_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QStringList>("causes");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("advice");
        const QStringList none;
        QTest::newRow("forbidden in the cluster")
            << 403 << u"Forbidden"_s
            << u"nodes is forbidden: User \"u\" cannot list resource \"nodes\" in API group \"\" at the cluster scope"_s
            << none << u"The cluster says: nodes is forbidden"_s << u"“list” on nodes in the whole cluster"_s;
        QTest::newRow("forbidden in a namespace")
            << 403 << u"Forbidden"_s
            << u"deployments.apps \"web\" is forbidden: User \"u\" cannot patch resource \"deployments\" in API group \"apps\" in the namespace \"shop\""_s
            << none << u"deployments.apps \"web\" is forbidden"_s
            << u"“patch” on deployments.apps in the namespace shop"_s;
        QTest::newRow("forbidden in other words")
            << 403 << u"Forbidden"_s << u"no"_s << none << u"The cluster says: no."_s << u"administrator"_s;
        QTest::newRow("quota") << 403 << u"Forbidden"_s
                               << u"pods \"x\" is forbidden: exceeded quota: q, requested: pods=1"_s << none
                               << u"exceeded quota"_s << u"larger quota"_s;
        QTest::newRow("dying namespace")
            << 403 << u"Forbidden"_s << u"no new content"_s
            << QStringList{u"NamespaceTerminating: namespace shop is being terminated"_s}
            << u"no new content"_s << u"being deleted"_s;
        QTest::newRow("unauthorized") << 401 << u"Unauthorized"_s << u"Unauthorized"_s << none
                                      << u"does not accept the credentials"_s << u"Log in again"_s;
        QTest::newRow("gone") << 410 << u"Expired"_s << u"too old resource version: 1 (2)"_s << none
                              << u"no longer keeps the version"_s << u"Load the list again."_s;
        QTest::newRow("conflict") << 409 << u"Conflict"_s << u"the object has been modified"_s << none
                                  << u"has been modified"_s << u"same time"_s;
        QTest::newRow("exists") << 409 << u"AlreadyExists"_s << u"pods \"x\" already exists"_s << none
                                << u"already exists"_s << u"another name"_s;
        QTest::newRow("invalid") << 422 << u"Invalid"_s << u"Deployment \"web\" is invalid"_s
                                 << QStringList{u"FieldValueInvalid: spec.replicas: must not be negative"_s}
                                 << u"is invalid"_s << u"spec.replicas"_s;
        QTest::newRow("overload") << 429 << QString() << u"Too many requests, please try again later."_s
                                  << none << u"too much to do"_s << u"Try again in"_s;
        QTest::newRow("budget") << 429 << u"TooManyRequests"_s
                                << u"Cannot evict pod as it would violate the pod's disruption budget."_s
                                << QStringList{u"DisruptionBudget: needs 2 healthy pods"_s}
                                << u"Cannot evict"_s << u"budget protects"_s;
        QTest::newRow("server") << 503 << QString() << QString() << none << u"answered 503 to GET /x"_s
                                << u"its log"_s;
    }

    void whatAClusterSays()
    {
        QFETCH(int, code);
        QFETCH(QString, reason);
        QFETCH(QString, message);
        QFETCH(QStringList, causes);
        QFETCH(QString, sentence);
        QFETCH(QString, advice);
        const Error error(KubeError{code, reason, message, u"GET /x"_s, causes, 1});
        QVERIFY2(error.message().contains(sentence), qPrintable(error.message()));
        QVERIFY2(error.advice().contains(advice), qPrintable(error.advice()));
        QCOMPARE(error.httpStatus(), code);
        QVERIFY(error.details().contains(u"GET /x"_s) && error.details().contains(message));
        const bool budget = !causes.isEmpty() && code == 429;
        QCOMPARE(error.isTransient(), (code == 429 && !budget) || code == 503);
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
