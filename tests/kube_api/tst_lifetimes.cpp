#include "app/core/when_done.h"
#include "app/net/io_thread.h"
#include "fake_api.h"

#include <QSignalSpy>

using namespace kaptan;
using namespace kaptan::kube;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto kLog = "/api/v1/namespaces/shop/pods/web-1/log";

/// Every kind of call, each of which has to end whatever happens.
struct Everything {
    explicit Everything(KubeApi& api)
        : call(api.call(::get())), version(api.version()), discovery(api.discover()),
          object(api.get(pods(), u"shop"_s, u"web-1"_s)), table(api.table(pods(), u"shop"_s)),
          removal(api.remove(pods(), u"shop"_s, u"web-1"_s)), access(api.access(u"get"_s, pods(), u"shop"_s)),
          rules(api.rules(u"shop"_s)), metrics(api.metrics(u"nodes"_s)), summary(api.summary(u"n"_s))
    {
    }

    template <class Fn>
    void each(Fn fn)
    {
        fn(call);
        fn(version);
        fn(discovery);
        fn(object);
        fn(table);
        fn(removal);
        fn(access);
        fn(rules);
        fn(metrics);
        fn(summary);
    }

    /// How many have ended as Cancelled.
    int cancelled()
    {
        int count = 0;
        each([&count](const auto& future) { count += kindOf(waitFor(future)) == u"cancelled"_s ? 1 : 0; });
        return count;
    }

    static constexpr int kAll = 10;
    static constexpr int kRequests = 11; ///< discovery has two

    QFuture<Result<net::Response>> call;
    QFuture<Result<ServerVersion>> version;
    QFuture<Result<Discovery>> discovery;
    QFuture<Result<QByteArray>> object;
    QFuture<Result<Table>> table;
    QFuture<Result<void>> removal;
    QFuture<Result<Access>> access;
    QFuture<Result<AccessRules>> rules;
    QFuture<Result<QVector<MetricsItem>>> metrics;
    QFuture<Result<QVector<SummaryItem>>> summary;
};

void beSilent(FakeApi& server)
{
    for (const char* path :
         {"/x", "/version", "/api", "/apis", "/api/v1/namespaces/shop/pods/web-1",
          "/api/v1/namespaces/shop/pods", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
          "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews", "/apis/metrics.k8s.io/v1beta1/nodes",
          "/api/v1/nodes/n/proxy/stats/summary", kLog})
        server.script(path, {QByteArray()});
}

const QByteArray kStreamHead = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
                               "Transfer-Encoding: chunked\r\n\r\n";

QByteArray chunk(const QByteArray& bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

/// How a stream ended.
QString endOf(QSignalSpy& finished)
{
    if (finished.isEmpty())
        return u"not"_s;
    const auto error = finished.at(0).at(0).value<std::optional<Error>>();
    return error ? (error->as<KubeError>() ? u"kube"_s : kindOf(*error)) : u"-"_s;
}

} // namespace

/// Long answers, and everything that ends too early.
class TestLifetimes : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeSite> m_site;

    std::unique_ptr<net::Stream> openLog()
    {
        return m_site->api->open(podLogRequest(u"shop"_s, u"web-1"_s, {}));
    }

private Q_SLOTS:

    void init()
    {
        m_site = std::make_unique<FakeSite>();
        beSilent(m_site->server);
    }

    void cleanup() { m_site.reset(); }

    void destroyedBeforeAnythingBegan()
    {
        Everything all(*m_site->api);
        m_site->api.reset();
        QCOMPARE(all.cancelled(), Everything::kAll);
        QVERIFY(m_site->server.calls.empty());
    }

    void destroyedWhileTheIdentityIsFetched()
    {
        m_site->credentials->held = true;
        Everything all(*m_site->api);
        QTRY_COMPARE(m_site->credentials->asked, Everything::kRequests);
        m_site->api.reset();
        QCOMPARE(all.cancelled(), Everything::kAll);
    }

    void destroyedWithCallsUnderWay()
    {
        Everything all(*m_site->api);
        QTRY_COMPARE(m_site->server.calls.size(), size_t(Everything::kRequests));
        m_site->api.reset();
        QCOMPARE(all.cancelled(), Everything::kAll);
        QTRY_COMPARE(m_site->server.open(), 0);
    }

    void destroyedWhileItWaitsToTryAgain()
    {
        m_site->server.script("/x", {FakeApi::overloaded(5)});
        net::Request write = ::get();
        write.method = "PUT";
        write.timeout = 0ms;
        const auto future = m_site->api->call(write);
        QTRY_COMPARE(m_site->clock.pending(), 1);
        m_site->api.reset();
        QCOMPARE(kindOf(waitFor(future)), u"cancelled"_s);
        QCOMPARE(m_site->clock.pending(), 0);
        m_site->clock.advance(10s);
    }

    /// From the receiver of one of its own answers, as a session does that hears "401".
    void destroyedInsideAnAnswer()
    {
        m_site->server.script("/x", {FakeApi::refusal(403, "Forbidden", "no")});
        const auto other = m_site->api->version();
        QTRY_COMPARE(m_site->server.calls.size(), size_t(1));
        bool gone = false;
        whenDone(m_site->api->call(::get()), this, [&](const Result<net::Response>&) {
            m_site->api.reset();
            gone = true;
        });
        QTRY_VERIFY(gone);
        QCOMPARE(kindOf(waitFor(other)), u"cancelled"_s);
    }

    /// A warning comes while the call's own answer is on the stack.
    void destroyedInsideAWarning()
    {
        m_site->server.script("/x", {FakeApi::ok("{}", "Warning: 299 - \"old\"\r\n")});
        connect(m_site->api.get(), &KubeApi::warned, this, [this] { m_site->api.release()->deleteLater(); });
        QVERIFY(waitFor(m_site->api->call(::get())));
        QTRY_COMPARE(m_site->server.open(), 0);
    }

    void cancelledFuturesBreakOffTheirCalls()
    {
        Everything all(*m_site->api);
        QTRY_COMPARE(m_site->server.calls.size(), size_t(Everything::kRequests));
        all.each([](auto& future) { future.cancel(); });
        QCOMPARE(all.cancelled(), Everything::kAll);
        QTRY_COMPARE(m_site->server.open(), 0);
    }

    void cancelledBeforeTheIdentityComes()
    {
        m_site->credentials->held = true;
        Everything all(*m_site->api);
        QTRY_COMPARE(m_site->credentials->asked, Everything::kRequests);
        all.each([](auto& future) { future.cancel(); });
        QCOMPARE(all.cancelled(), Everything::kAll);
        m_site->credentials->release();
        // Another one proves that the loop has turned.
        m_site->server.script("/x", {FakeApi::ok("{}")});
        QVERIFY(waitFor(m_site->api->call(::get())));
        QCOMPARE(m_site->server.calls.size(), size_t(1));
    }

    void cancelledBetweenTwoAttempts()
    {
        m_site->server.script("/x", {FakeApi::overloaded(5), FakeApi::ok("{}")});
        net::Request write = ::get();
        write.method = "PUT";
        write.timeout = 0ms;
        auto future = m_site->api->call(write);
        QTRY_COMPARE(m_site->clock.pending(), 1);
        future.cancel();
        QCOMPARE(kindOf(waitFor(future)), u"cancelled"_s);
        QTRY_COMPARE(m_site->clock.pending(), 0);
        QCOMPARE(m_site->server.calls.size(), size_t(1));
    }

    void aThreadOfItsOwn()
    {
        m_site->server.script("/version",
                              {FakeApi::ok(R"({"major":"1","minor":"20","gitVersion":"v1.20.2"})")});
        net::IoThread thread(u"kube-test"_s);
        KubeApi* api = thread.adopt(
            std::make_unique<KubeApi>(m_site->server.endpoint(), std::make_unique<FakeCredentials>()));
        QVERIFY(waitFor(api->version()));
        QFuture<Result<Table>> hanging = api->table(pods(), u"shop"_s);
        QTRY_COMPARE(m_site->server.count("/api/v1/namespaces/shop/pods"), 1);
        const auto rules = api->rules({});
        thread.dismiss(api);
        QCOMPARE(kindOf(waitFor(hanging)), u"cancelled"_s);
        QCOMPARE(kindOf(waitFor(rules)), u"cancelled"_s);
    }

    void aStreamIsReadAsItComes()
    {
        m_site->server.script(kLog, {kStreamHead + chunk("one\n")});
        PodLogOptions options;
        options.container = u"web"_s;
        options.tailLines = 10;
        options.sinceTime = QDateTime(QDate(2026, 11, 23), QTime(15, 0, 5, 250), Qt::UTC);
        const auto stream = m_site->api->open(podLogRequest(u"shop"_s, u"web-1"_s, options));
        QSignalSpy head(stream.get(), &net::Stream::headReceived);
        QSignalSpy finished(stream.get(), &net::Stream::finished);
        QCOMPARE(stream->status(), 0);
        QTRY_COMPARE(stream->bytesAvailable(), 4ll);
        QCOMPARE(head.size(), 1);
        QCOMPARE(stream->status(), 200);
        QCOMPARE(stream->header("content-type"), QByteArray("text/plain"));
        QCOMPARE(stream->read(100), QByteArray("one\n"));
        const auto& call = m_site->server.calls.front();
        QCOMPARE(call.header("Authorization"), QByteArray("Bearer t1"));
        QCOMPARE(call.target,
                 QByteArray("/api/v1/namespaces/shop/pods/web-1/log?container=web&follow=true&"
                            "timestamps=true&tailLines=10&sinceTime=2026-11-23T15%3A00%3A05.250Z"));
        call.socket->write(chunk("two\n") + "0\r\n\r\n");
        QTRY_COMPARE(endOf(finished), u"-"_s);
        QCOMPARE(stream->read(100), QByteArray("two\n"));
    }

    void aRefusedStreamIsOpenedOnceMore()
    {
        m_site->server.script(kLog, {FakeApi::unauthorized(), kStreamHead + chunk("x") + "0\r\n\r\n"});
        const auto stream = openLog();
        QSignalSpy head(stream.get(), &net::Stream::headReceived);
        QSignalSpy finished(stream.get(), &net::Stream::finished);
        QTRY_COMPARE(endOf(finished), u"-"_s);
        QCOMPARE(head.size(), 1);
        QCOMPARE(stream->status(), 200);
        QCOMPARE(stream->read(10), QByteArray("x"));
        QCOMPARE(m_site->credentials->rejected, QByteArrayList{"Bearer t1"});
        QCOMPARE(m_site->server.calls.at(1).header("Authorization"), QByteArray("Bearer t2"));
    }

    void aStreamRefusedTwiceTellsIt()
    {
        m_site->server.script(kLog, {FakeApi::unauthorized()});
        const auto stream = openLog();
        QSignalSpy finished(stream.get(), &net::Stream::finished);
        QTRY_COMPARE(endOf(finished), u"-"_s);
        QCOMPARE(stream->status(), 401);
        QVERIFY(stream->read(1000).contains("Unauthorized"));
        QCOMPARE(m_site->server.calls.size(), size_t(2));
    }

    void aStreamOfNobodyEnds()
    {
        m_site->credentials->failing = Error(KubeError{});
        const auto stream = openLog();
        QSignalSpy finished(stream.get(), &net::Stream::finished);
        QTRY_COMPARE(endOf(finished), u"kube"_s);
        QVERIFY(m_site->server.calls.empty());
    }

    void aStreamWarnsToo()
    {
        QSignalSpy warned(m_site->api.get(), &KubeApi::warned);
        m_site->server.script(kLog, {"HTTP/1.1 200 OK\r\nWarning: 299 - \"a\"\r\nWarning: 299 - \"b\"\r\n"
                                     "Content-Length: 0\r\n\r\n"});
        for (int i = 0; i < 2; ++i) {
            const auto stream = openLog();
            QSignalSpy finished(stream.get(), &net::Stream::finished);
            QTRY_COMPARE(finished.size(), 1);
        }
        QCOMPARE(warned.size(), 2);
    }

    void abortedBeforeTheIdentityComes()
    {
        m_site->credentials->held = true;
        const auto stream = openLog();
        QSignalSpy finished(stream.get(), &net::Stream::finished);
        QTRY_COMPARE(m_site->credentials->asked, 1);
        stream->abort();
        m_site->credentials->release();
        m_site->server.script("/x", {FakeApi::ok("{}")});
        QVERIFY(waitFor(m_site->api->call(::get())));
        QCOMPARE(m_site->server.calls.size(), size_t(1)); // that of the proof alone
        QVERIFY(finished.isEmpty());
    }

    void deletedBeforeTheIdentityComes()
    {
        m_site->credentials->held = true;
        auto stream = openLog();
        QTRY_COMPARE(m_site->credentials->asked, 1);
        stream.reset();
        m_site->credentials->release();
        m_site->server.script("/x", {FakeApi::ok("{}")});
        QVERIFY(waitFor(m_site->api->call(::get())));
        QCOMPARE(m_site->server.calls.size(), size_t(1));
    }

    void abortedInTheMiddle()
    {
        m_site->server.script(kLog, {kStreamHead + chunk("one\n")});
        const auto stream = openLog();
        QSignalSpy finished(stream.get(), &net::Stream::finished);
        QTRY_COMPARE(stream->bytesAvailable(), 4ll);
        stream->abort();
        QTRY_COMPARE(m_site->server.open(), 0);
        QVERIFY(finished.isEmpty());
    }

    void deletedInItsOwnSignals_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("head") << 0;
        QTest::newRow("bytes") << 1;
        QTest::newRow("end") << 2;
    }

    void deletedInItsOwnSignals()
    {
        QFETCH(int, signal);
        m_site->server.script(kLog, {kStreamHead + chunk("one\n") + "0\r\n\r\n"});
        auto stream = openLog();
        const auto drop = [&] { stream.reset(); };
        if (signal == 0)
            connect(stream.get(), &net::Stream::headReceived, this, drop);
        else if (signal == 1)
            connect(stream.get(), &net::Stream::readyRead, this, drop);
        else
            connect(stream.get(), &net::Stream::finished, this, drop);
        QTRY_VERIFY(!stream);
    }

    void theApiGoesBeforeItsStreams()
    {
        m_site->server.script(kLog, {kStreamHead + chunk("one\n")});
        const auto running = openLog();
        QSignalSpy finished(running.get(), &net::Stream::finished);
        QTRY_COMPARE(running->bytesAvailable(), 4ll);
        m_site->credentials->held = true;
        auto waiting = openLog();
        QSignalSpy alsoFinished(waiting.get(), &net::Stream::finished);
        connect(waiting.get(), &net::Stream::finished, this, [&] { waiting.release()->deleteLater(); });
        const auto unconnected = openLog();
        m_site->api.reset();
        QTRY_COMPARE(endOf(finished), u"cancelled"_s);
        QTRY_COMPARE(endOf(alsoFinished), u"cancelled"_s);
        QCOMPARE(running->bytesAvailable(), 0ll);
        QCOMPARE(unconnected->status(), 0);
        running->abort();
        QTRY_COMPARE(m_site->server.open(), 0);
    }

    /// Streams have connections of their own: many that stay open starve no call.
    void manyStreamsStarveNoCall()
    {
        m_site->server.script(kLog, {kStreamHead});
        m_site->server.script("/x", {FakeApi::ok("{}")});
        std::vector<std::unique_ptr<net::Stream>> streams;
        for (int i = 0; i < 30; ++i)
            streams.push_back(openLog());
        QTRY_COMPARE(m_site->server.count(kLog), 30);
        QVERIFY(waitFor(m_site->api->call(::get())));
        for (const auto& stream : streams)
            QTRY_COMPARE(stream->status(), 200);
    }
};

QTEST_GUILESS_MAIN(TestLifetimes)
#include "tst_lifetimes.moc"
