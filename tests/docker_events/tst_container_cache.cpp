#include "app/docker/events/container_cache.h"
#include "tests/docker_api/fake_engine.h"

#include <QSignalSpy>
#include <QTest>

using namespace kaptan;
using namespace kaptan::docker;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

using Phase = CacheState::Phase;

QByteArray entry(const QByteArray& id, const QByteArray& state = "running",
                 const QByteArray& status = "Up 1 second")
{
    return R"({"Id":")" + id + R"(","Names":["/)" + id + R"("],"State":")" + state + R"(","Status":")" +
           status + R"(","HostConfig":{"NetworkMode":"x"}})";
}

QByteArray told(const QByteArray& action, const QByteArray& id)
{
    return R"({"Type":"container","Action":")" + action + R"(","Actor":{"ID":")" + id +
           R"(","Attributes":{"name":"n"}},"timeNano":1795491000610498948})" + "\n";
}

struct Fixture {
    FakeEngine engine;
    ManualClock clock;
    net::Client client{net::Endpoint::unixSocket(engine.path())};
    EngineApi api{client};
    ContainerCache cache{api, clock, Backoff(1000ms, 8000ms, [] { return 0.0; })};
    QVector<ContainerDelta> deltas;

    Fixture()
    {
        QObject::connect(&cache, &ContainerCache::changed, &cache,
                         [this](const ContainerDelta& delta) { deltas.append(delta); });
    }

    /// Lets time pass in small steps until it is so; the clock of the cache, not of the wall.
    template <class Condition>
    bool until(Condition condition)
    {
        return QTest::qWaitFor([&] {
            clock.advance(25ms);
            return condition();
        });
    }

    bool live()
    {
        return until([this] { return cache.state().phase == Phase::Live; });
    }

    int callsTo(const QByteArray& part) const
    {
        return int(std::count_if(engine.calls.begin(), engine.calls.end(),
                                 [&](const QByteArray& call) { return call.contains(part); }));
    }
};

} // namespace

class TestContainerCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void nothingIsMissedWhileTheListComes()
    {
        Fixture f;
        FakeEngine::Call list;
        f.engine.handle = [&](const FakeEngine::Call& call) {
            if (!call.target.contains("/containers/json") || list.socket)
                return false;
            list = call;
            return true;
        };
        f.cache.start();
        QVERIFY(f.until([&] { return !list.socket.isNull(); }));
        QCOMPARE(f.engine.streams, 1); // the stream was there first
        // While the engine collects the list, one container comes and another goes.
        f.engine.containers = "[" + entry("b") + "]";
        f.engine.events.chunk(told("create", "b") + told("destroy", "a"));
        QVERIFY(f.until([&] { return f.cache.state().phase == Phase::Connecting; }));
        QSignalSpy happened(&f.cache, &ContainerCache::happened);
        QVERIFY(f.until([&] { return happened.size() == 1; }));
        list.answer("[" + entry("a") + "]"); // of a moment ago
        QVERIFY(f.live());
        QVERIFY(f.until([&] { return f.cache.container(u"b"_s) != nullptr; }));
        QVERIFY(!f.cache.container(u"a"_s));
        QVERIFY(f.deltas.first().reset);
        QVERIFY(f.callsTo("filters") == 1);
    }

    void oneDestroyedWhileItIsReadStaysAway()
    {
        Fixture f;
        f.engine.containers = "[" + entry("a") + "]";
        f.cache.start();
        QVERIFY(f.live());
        FakeEngine::Call read;
        f.engine.handle = [&](const FakeEngine::Call& call) {
            if (!call.target.contains("filters"))
                return false;
            read = call;
            return true;
        };
        f.engine.events.chunk(told("start", "a"));
        QVERIFY(f.until([&] { return !read.socket.isNull(); }));
        f.engine.events.chunk(told("destroy", "a"));
        QVERIFY(f.until([&] { return f.cache.containers().isEmpty(); }));
        read.answer("[" + entry("a", "exited", "Exited (3) now") + "]");
        f.engine.handle = {};
        f.engine.containers = "[" + entry("b") + "]";
        f.engine.events.chunk(told("create", "b"));
        QVERIFY(f.until([&] { return f.cache.container(u"b"_s) != nullptr; })); // read after the one for "a"
        QVERIFY(!f.cache.container(u"a"_s));
    }

    /// Docker tells that a container has died before its own list says so; what an inspection says is right.
    void aListThatIsBehindIsReadAgainOnce()
    {
        Fixture f;
        f.engine.containers = "[" + entry("a") + "]";
        QByteArray inspected = R"({"Id":"a","Name":"/a","State":{"Status":"running","Running":true}})";
        f.engine.handle = [&](const FakeEngine::Call& call) {
            if (!call.target.endsWith("/containers/a/json"))
                return false;
            call.answer(inspected);
            return true;
        };
        f.cache.start();
        QVERIFY(f.live());
        inspected = R"({"Id":"a","Name":"/a","State":{"Status":"exited","ExitCode":9}})";
        f.engine.events.chunk(told("die", "a")); // the list still says that it runs
        QVERIFY(f.until([&] {
            const ContainerPtr a = f.cache.container(u"a"_s);
            return a && a->details && a->details->state == ContainerState::Exited;
        }));
        QCOMPARE(f.cache.container(u"a"_s)->summary.state, ContainerState::Running);
        f.engine.containers = "[" + entry("a", "exited", "Exited (9) now") + "]";
        QVERIFY(f.until([&] { return f.cache.container(u"a"_s)->summary.state == ContainerState::Exited; }));

        // One that never agrees with itself is not asked for ever.
        f.engine.containers = "[" + entry("a") + "]";
        f.engine.events.chunk(told("start", "a"));
        QVERIFY(f.until([&] { return f.cache.container(u"a"_s)->summary.state == ContainerState::Running; }));
        const qint64 since = f.clock.monotonicMs();
        QVERIFY(f.until([&] { return f.clock.monotonicMs() > since + 10'000; }));
        QVERIFY2(f.callsTo("/containers/json") <= 6,
                 qPrintable(QString::number(f.callsTo("/containers/json"))));
    }

    void manyEventsAreOneReadAndOneChange()
    {
        Fixture f;
        QByteArray list = "[";
        for (int i = 0; i < 50; ++i)
            list += (i ? "," : "") + entry("c" + QByteArray::number(i), "created", "Created");
        f.engine.containers = list + "]";
        f.cache.start();
        QVERIFY(f.live());
        QCOMPARE(f.cache.containers().size(), 50);
        QCOMPARE(f.callsTo("/containers/json"), 1);
        QCOMPARE(f.callsTo("/containers/c"), 0); // none was ever started: none is inspected
        f.deltas.clear();
        f.engine.containers.replace("Created", "Created ").replace("created", "paused");
        QByteArray events;
        for (int i = 0; i < 50; ++i)
            events += told("exec_create: sh", "c" + QByteArray::number(i)) +
                      told("pause", "c" + QByteArray::number(i));
        f.engine.events.chunk(events);
        QVERIFY(f.until([&] { return !f.deltas.isEmpty(); }));
        QCOMPARE(f.deltas.size(), 1);
        QCOMPARE(f.deltas.first().upserted.size(), 50);
        QVERIFY(!f.deltas.first().reset);
        QCOMPARE(f.callsTo("/containers/json"), 2);
    }

    void whatChangesNothingIsNotRead()
    {
        Fixture f;
        f.engine.containers = "[" + entry("a", "created", "Created") + "]";
        f.cache.start();
        QVERIFY(f.live());
        QSignalSpy happened(&f.cache, &ContainerCache::happened);
        f.engine.events.chunk(told("exec_create: sh", "a") + told("exec_die", "a") + told("top", "a"));
        QVERIFY(f.until([&] { return happened.size() == 1; }));
        f.clock.advance(1s);
        QCOMPARE(f.callsTo("/containers/json"), 1);
        QCOMPARE(f.deltas.size(), 1);
        // A container that only grew older is no change either.
        f.engine.containers = "[" + entry("a", "created", "Created long ago") + "]";
        f.engine.events.chunk(told("update", "a"));
        QVERIFY(f.until([&] { return f.callsTo("/containers/json") == 2; }));
        f.engine.containers = "[" + entry("b") + "]";
        f.engine.events.chunk(told("create", "b"));
        QVERIFY(f.until([&] { return f.cache.container(u"b"_s) != nullptr && f.deltas.size() > 1; }));
        QCOMPARE(f.deltas.size(), 2);
        QCOMPARE(f.deltas.last().upserted.size(), 1);
        QCOMPARE(f.deltas.last().upserted.first()->id(), u"b"_s);
    }

    void aServerThatIsNoEngine_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("page") << QByteArray("<html>Welcome</html>")
                              << QByteArray("200 OK\r\nContent-Type: text/html");
        QTest::newRow("page of unknown type") << QByteArray("<html>Welcome</html>") << QByteArray("200 OK");
        QTest::newRow("not found") << QByteArray("<html>404</html>")
                                   << QByteArray("404 Not Found\r\nContent-Type: text/html");
        QTest::newRow("other JSON") << QByteArray("{\"hello\":1}")
                                    << QByteArray("200 OK\r\nContent-Type: application/json");
        QTest::newRow("nothing") << QByteArray() << QByteArray("200 OK");
    }

    void aServerThatIsNoEngine()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, head);
        Fixture f;
        f.engine.handle = [&](const FakeEngine::Call& call) {
            call.answer(body, head);
            return true;
        };
        f.cache.start();
        QVERIFY(f.until([&] { return f.cache.state().error.has_value(); }));
        const Error& error = *f.cache.state().error;
        QVERIFY2(error.as<ParseError>() || error.as<HttpError>(), qPrintable(error.message()));
        QVERIFY(!error.advice().isEmpty());
        QCOMPARE(f.cache.state().phase, Phase::Connecting);
        // It becomes an engine: back by itself.
        f.engine.handle = {};
        QVERIFY(f.live());
        QVERIFY(!f.cache.state().error);
    }

    void brokenStreams_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no JSON") << QByteArray("this is no event\n");
        QTest::newRow("other JSON") << QByteArray("{\"a\":1}\n");
        QTest::newRow("a line without end") << QByteArray(5 * 1024 * 1024, 'x');
        QTest::newRow("the end in the middle") << QByteArray("{\"Type\":\"conta");
    }

    void brokenStreams()
    {
        QFETCH(QByteArray, bytes);
        Fixture f;
        f.engine.containers = "[" + entry("a") + "]";
        f.cache.start();
        QVERIFY(f.live());
        f.engine.events.chunk(bytes);
        if (qstrcmp(QTest::currentDataTag(), "the end in the middle") == 0)
            f.engine.events.socket->disconnectFromServer();
        QVERIFY(f.until([&] { return f.cache.state().phase == Phase::Reconnecting; }));
        QVERIFY(f.cache.state().error);
        QVERIFY(f.cache.container(u"a"_s));
        QVERIFY(f.live());
        QCOMPARE(f.engine.streams, 2);
    }

    void attemptsGrowRarer()
    {
        Fixture f;
        f.engine.handle = [](const FakeEngine::Call& call) {
            call.answer(R"({"message":"the disk is full"})",
                        "500 Internal Server Error\r\nContent-Type: application/json");
            return true;
        };
        QVector<qint64> at;
        QObject::connect(&f.cache, &ContainerCache::stateChanged, &f.cache, [&] {
            if (f.cache.state().error)
                at.append(f.clock.monotonicMs());
        });
        f.cache.start();
        QVERIFY(QTest::qWaitFor([&] { return at.size() == 1; }));
        QVERIFY(f.cache.state().error->message().contains("the disk is full"_L1));
        for (const auto delay : {1000ms, 2000ms, 4000ms, 8000ms, 8000ms}) {
            const auto seen = at.size();
            f.clock.advance(delay - 1ms);
            QCOMPARE(f.clock.pending(), 1);
            f.clock.advance(1ms);
            QCOMPARE(f.clock.pending(), 0);
            QVERIFY(QTest::qWaitFor([&] { return at.size() == seen + 1; }));
        }
        const auto seen = at.size();
        f.cache.retryNow(); // does not wait
        QVERIFY(QTest::qWaitFor([&] { return at.size() == seen + 1; }));
        f.cache.stop();
        const auto calls = f.engine.calls.size();
        f.clock.advance(1h);
        QCoreApplication::processEvents();
        QCOMPARE(f.engine.calls.size(), calls);
        QCOMPARE(f.cache.state().phase, Phase::Idle);
    }

    void aFailedReadIsTriedAgain()
    {
        Fixture f;
        f.engine.containers = "[" + entry("a") + "]";
        f.cache.start();
        QVERIFY(f.live());
        bool refused = false;
        f.engine.handle = [&](const FakeEngine::Call& call) {
            if (!call.target.contains("filters") || refused)
                return false;
            refused = true;
            call.answer(R"({"message":"busy"})",
                        "500 Internal Server Error\r\nContent-Type: application/json");
            return true;
        };
        f.engine.containers = "[" + entry("a", "exited", "Exited (4) now") + "]";
        f.engine.events.chunk(told("die", "a"));
        QVERIFY(f.until([&] { return f.cache.container(u"a"_s)->summary.exitCode == 4; }));
        QVERIFY(refused);
        QCOMPARE(f.cache.state().phase, Phase::Live);
    }
};

QTEST_GUILESS_MAIN(TestContainerCache)
#include "tst_container_cache.moc"
