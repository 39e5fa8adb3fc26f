#include "app/docker/api/engine_api.h"
#include "app/docker/api/engine_error.h"
#include "fake_engine.h"

#include <QFutureWatcher>
#include <QTest>
#include <QThread>

using namespace kaptan;
using namespace kaptan::docker;
using namespace Qt::StringLiterals;

namespace
{

template <class T>
Result<T> await(const QFuture<Result<T>>& future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 10000) || future.resultCount() == 0)
        return failure(Cancelled{});
    return future.result();
}

struct Fixture {
    FakeEngine engine;
    net::Client client{net::Endpoint::unixSocket(engine.path())};
    std::unique_ptr<EngineApi> api = std::make_unique<EngineApi>(client);
    FakeEngine::Call last;

    /// Takes the next call to `part` and does not answer it.
    void hold(const QByteArray& part)
    {
        engine.handle = [this, part](const FakeEngine::Call& call) {
            if (!call.target.contains(part))
                return false;
            last = call;
            return true;
        };
    }
};

} // namespace

class TestCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void theLowerVersionIsSpoken()
    {
        Fixture f;
        f.engine.handle = [](const FakeEngine::Call& call) {
            if (!call.target.endsWith("/_ping"))
                return false;
            call.answer("OK", "200 OK\r\nApi-Version: 1.52");
            return true;
        };
        QVERIFY(await(f.api->containers()));
        QCOMPARE(f.engine.calls.last(),
                 QByteArray("/containers/json?all=1")); // before anything is agreed upon
        const auto info = await(f.api->negotiate());
        QVERIFY(info);
        QCOMPARE(info->maxApiVersion, (ApiVersion{1, 52}));
        QCOMPARE(info->apiVersion, EngineApi::newestApi);
        QVERIFY(await(f.api->containers(false)));
        QCOMPARE(f.engine.calls.last(),
                 "/v" + EngineApi::newestApi.toString().toLatin1() + "/containers/json");
    }

    void aServerThatWantsNewerClients()
    {
        Fixture f;
        f.engine.handle = [](const FakeEngine::Call& call) {
            if (!call.target.endsWith("/version"))
                return false;
            call.answer(R"({"Version":"99","ApiVersion":"1.90","MinAPIVersion":"1.80"})");
            return true;
        };
        // /_ping of this one says 1.41, which only /version's minimum forbids.
        const auto info = await(f.api->negotiate());
        QVERIFY(!info);
        QVERIFY(isUnsupported(info.error()));
        QVERIFY2(info.error().message().contains("1.80"_L1), qPrintable(info.error().message()));
        QVERIFY(!f.api->info());
    }

    void anyTextReachesTheQuery()
    {
        Fixture f;
        const QString label = u"a=\"%41+ü&b\" #\n"_s;
        QVERIFY(await(f.api->containers(true, {{u"label"_s, {label}}})));
        const QByteArray query = f.engine.calls.last().mid(f.engine.calls.last().indexOf('?') + 1);
        QVERIFY(!query.contains(' ') && !query.contains('#') && !query.contains('+'));
        const QString decoded = QUrl::fromPercentEncoding(query.mid(query.indexOf("filters=") + 8));
        QCOMPARE(decoded, u"{\"label\":[\"a=\\\"%41+ü&b\\\" #\\n\"]}"_s);
    }

    void aPageWithStatus200IsNoSuccess()
    {
        Fixture f;
        f.engine.handle = [](const FakeEngine::Call& call) {
            call.answer("<html>Please log in</html>", "200 OK\r\nContent-Type: text/html");
            return true;
        };
        const auto stopped = await(f.api->stopContainer(u"x"_s));
        QVERIFY(stopped.error().as<ParseError>());
        QVERIFY(await(f.api->pull(u"x"_s)).error().as<ParseError>());
        const auto exec = await(f.api->exec({u"x"_s, {u"true"_s}, {}, {}, {}}));
        QVERIFY(exec.error().as<ParseError>());
    }

    /// Podman drops a container's commands with its end, which the command itself may have brought about.
    void aCommandThatTheEngineHasForgottenRanAllTheSame()
    {
        Fixture f;
        QByteArray state = "404 Not Found\r\nContent-Type: application/json";
        f.engine.handle = [&state](const FakeEngine::Call& call) {
            if (call.target.endsWith("/containers/x/exec")) {
                call.answer(R"({"Id":"e1"})", "201 Created\r\nContent-Type: application/json");
            } else if (call.target.endsWith("/exec/e1/start")) {
                call.socket->write("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n" +
                                   QByteArray("\1\0\0\0\0\0\0\3out", 11));
                call.socket->disconnectFromServer();
            } else if (call.target.endsWith("/exec/e1/json")) {
                call.answer(R"({"message":"no exec session with ID e1 found: no such exec session"})", state);
            } else {
                return false;
            }
            return true;
        };
        const auto ran = await(f.api->exec({u"x"_s, {u"true"_s}, {}, {}, {}}));
        QVERIFY2(ran, ran ? "" : qPrintable(ran.error().message()));
        QCOMPARE(ran->standardOutput, QByteArray("out"));
        QVERIFY(!ran->exitCode); // not known, and not made up

        state = "500 Internal Server Error\r\nContent-Type: application/json";
        QVERIFY(await(f.api->exec({u"x"_s, {u"true"_s}, {}, {}, {}})).error().as<EngineError>());
    }

    void aPullTellsHowFarItIs()
    {
        Fixture f;
        f.hold("/images/create");
        const auto future = f.api->pull(u"quay.io/a/b"_s);
        QFutureWatcher<Result<void>> watcher;
        QStringList texts;
        connect(&watcher, &QFutureWatcherBase::progressTextChanged, this,
                [&texts](const QString& text) { texts.append(text); });
        watcher.setFuture(future);
        QTRY_VERIFY(f.last.socket);
        QVERIFY(f.last.target.contains("fromImage=quay.io%2Fa%2Fb&tag=latest") ||
                f.last.target.contains("fromImage=quay.io/a/b&tag=latest"));
        f.last.beginStream();
        f.last.chunk("{\"status\":\"Downloading\",\"progressDetail\":{\"current\":1,\"to");
        f.last.chunk("tal\":2},\"id\":\"a\"}\r\n");
        QTRY_COMPARE(future.progressValue(), 450);
        QCOMPARE(future.progressMaximum(), 1000);
        QTRY_VERIFY(texts.contains(u"a: Downloading"_s));
        f.last.chunk("{\"status\":\"Pull complete\",\"progressDetail\":{},\"id\":\"a\"}"); // no line end
        f.last.endStream();
        QVERIFY(await(future));
        QCOMPARE(future.progressValue(), 1000);
    }

    void aPullThatBreaks_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<bool>("dropped");
        QTest::newRow("closed in the middle") << QByteArray("{\"status\":\"Downloading\"}\n") << true;
        QTest::newRow("told in the stream")
            << QByteArray("{\"errorDetail\":{\"message\":\"manifest unknown\"}}\n") << false;
        QTest::newRow("nonsense") << QByteArray("nonsense\n") << false;
    }

    void aPullThatBreaks()
    {
        QFETCH(QByteArray, lines);
        QFETCH(bool, dropped);
        Fixture f;
        f.hold("/images/create");
        const auto future = f.api->pull(u"a/b:1"_s);
        QTRY_VERIFY(f.last.socket);
        f.last.beginStream();
        f.last.chunk(lines);
        if (dropped) {
            QTRY_VERIFY(f.last.socket->bytesToWrite() == 0);
            f.last.socket->disconnectFromServer();
        }
        const auto pulled = await(future);
        QVERIFY(!pulled);
        QVERIFY(!pulled.error().isCancelled());
        QVERIFY(pulled.error().message().contains("a/b:1"_L1));
    }

    void cancellingAPullClosesItsConnection()
    {
        Fixture f;
        f.hold("/images/create");
        auto future = f.api->pull(u"a/b:1"_s);
        QTRY_VERIFY(f.last.socket);
        f.last.beginStream();
        future.cancel();
        QTRY_VERIFY(!f.last.socket || f.last.socket->state() == QLocalSocket::UnconnectedState);
        QVERIFY(future.isFinished());
    }

    void cancellingAWaitClosesItsConnection()
    {
        Fixture f;
        f.hold("/wait");
        auto future = f.api->waitContainer(u"x"_s);
        QTRY_VERIFY(f.last.socket);
        future.cancel();
        QTRY_VERIFY(!f.last.socket || f.last.socket->state() == QLocalSocket::UnconnectedState);
    }

    void whatIsUnderWayEndsWithTheApi()
    {
        Fixture f;
        f.hold("/");
        const auto pull = f.api->pull(u"a/b:1"_s);
        const auto exec = f.api->exec({u"x"_s, {u"true"_s}, {}, {}, {}});
        const auto wait = f.api->waitContainer(u"x"_s);
        QTRY_COMPARE(f.engine.calls.size(), 3);
        f.api.reset();
        QVERIFY(pull.isFinished());
        QVERIFY(exec.isFinished());
        QVERIFY(await(pull).error().isCancelled());
        f.last.drop();
        Q_UNUSED(wait);
    }

    void callsComeFromAnyThread()
    {
        Fixture f;
        QVERIFY(await(f.api->negotiate()));
        QFuture<Result<QVector<ContainerSummary>>> list;
        QFuture<Result<void>> pull;
        const std::unique_ptr<QThread> other(QThread::create([&] {
            list = f.api->containers();
            pull = f.api->pull(u"a"_s);
        }));
        other->start();
        QTRY_VERIFY(other->isFinished());
        QVERIFY(await(list));
        QVERIFY(isNotFound(await(pull).error()));
    }

    void noSecretInAnError()
    {
        Fixture f;
        CreateRequest request;
        request.name = u"x"_s;
        request.config.environment = {u"PASSWORD=hunter2"_s};
        const auto created = await(f.api->createContainer(request));
        QVERIFY(!created);
        QVERIFY(!(created.error().message() + created.error().details()).contains("hunter2"_L1));
    }
};

QTEST_GUILESS_MAIN(TestCalls)
#include "tst_calls.moc"
