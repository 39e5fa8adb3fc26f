#include "app/core/when_done.h"
#include "app/net/io_thread.h"
#include "evil_server.h"

#include <QLocalSocket>
#include <QSignalSpy>

#include <sys/stat.h>
#include <unistd.h>

using namespace kaptan;
using namespace kaptan::net;
using namespace std::chrono_literals;

namespace
{

void hang(QIODevice*, const QByteArray&, int) {}

/// Without jitter, so that a delay is known.
double noJitter()
{
    return 0;
}

} // namespace

/// send() over Unix sockets.
class TestCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void requestAndAnswer()
    {
        QByteArray seen;
        EvilServer server([&](QIODevice* socket, const QByteArray& request, int) {
            seen = request;
            socket->write("HTTP/1.1 201 Made\r\nX-A: 1\r\nx-a:  2 \r\nContent-Length: 2\r\n\r\nhi");
        });
        Client client(server.endpoint());
        Request request = get(QStringLiteral("/v1.41/a b/\u00fc%41?"));
        request.method = "POST";
        request.query.addQueryItem(QStringLiteral("t"), QStringLiteral("1+2"));
        addQuery(request.query, QStringLiteral("f"), QStringLiteral("{&}"));
        request.headers = {{"X-Registry-Auth", "abc"}};
        request.body = "{}";
        const auto answer = waitFor(client.send(request));
        QVERIFY(answer);
        QCOMPARE(answer->status, 201);
        QCOMPARE(answer->body, QByteArray("hi"));
        QCOMPARE(answer->header("X-A"), QByteArray("1"));
        QCOMPARE(answer->headers.at(1).second, QByteArray("2"));
        QVERIFY2(seen.startsWith("POST /v1.41/a%20b/%C3%BC%2541%3F?t=1%2B2&f=%7B%26%7D HTTP/1.1\r\n"),
                 seen.constData());
        for (const char* line : {"\r\nHost: localhost\r\n", "\r\nContent-Length: 2\r\n", "\r\n\r\n{}",
                                 "\r\nX-Registry-Auth: abc\r\n", "\r\nContent-Type: application/json\r\n"})
            QVERIFY2(seen.contains(line), seen.constData());
        QVERIFY(seen.toLower().contains("user-agent: kaptan/"));
    }

    void headerCannotBeSmuggled()
    {
        QByteArray seen;
        EvilServer server([&](QIODevice* socket, const QByteArray& request, int) {
            seen = request;
            socket->write(EvilServer::ok("x"));
        });
        Client client(server.endpoint());
        Request request = get();
        request.headers = {{"X-A", "1\r\nX-Evil: 1"}};
        QVERIFY(waitFor(client.send(request)));
        QVERIFY(!seen.contains("X-Evil"));
    }

    void methods_data()
    {
        QTest::addColumn<QByteArray>("method");
        for (const char* method : {"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"})
            QTest::newRow(method) << QByteArray(method);
    }

    void methods()
    {
        QFETCH(QByteArray, method);
        QByteArray seen;
        EvilServer server([&](QIODevice* socket, const QByteArray& request, int) {
            seen = request;
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n" +
                          QByteArray(request.startsWith("HEAD") ? "" : "abc"));
        });
        Client client(server.endpoint());
        Request request = get();
        request.method = method;
        for (int i = 0; i < 2; ++i) {
            const auto answer = waitFor(client.send(request));
            QVERIFY(answer);
            QVERIFY(seen.startsWith(method + " /x HTTP/1.1\r\n"));
            QCOMPARE(answer->body, QByteArray(method == "HEAD" ? "" : "abc"));
        }
        QCOMPARE(server.connections, 1);
    }

    void anyStatusIsAnAnswer_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {204, 301, 304, 400, 401, 403, 404, 409, 418, 500, 501})
            QTest::addRow("%d", status) << status;
    }

    void anyStatusIsAnAnswer()
    {
        QFETCH(int, status);
        EvilServer server([&](QIODevice* socket, const QByteArray&, int) {
            const bool empty = status == 204 || status == 304;
            socket->write("HTTP/1.1 " + QByteArray::number(status) + " Word\r\nLocation: /elsewhere\r\n" +
                          (empty ? "\r\n" : "Content-Length: 4\r\n\r\nbody"));
        });
        Client client(server.endpoint());
        const auto answer = waitFor(client.send(get()));
        QVERIFY(answer);
        QCOMPARE(answer->status, status);
        QCOMPARE(server.requests, 1); // a redirect is not followed either
    }

    void keepsConnectionsAlive()
    {
        EvilServer server(
            [](QIODevice* socket, const QByteArray&, int) { socket->write(EvilServer::ok("x")); });
        Client client(server.endpoint());
        for (int i = 0; i < 20; ++i)
            QVERIFY(waitFor(client.send(get())));
        QCOMPARE(server.connections, 1);
        QCOMPARE(server.requests, 20);
    }

    void manyAtOnce()
    {
        EvilServer server(
            [](QIODevice* socket, const QByteArray&, int) { socket->write(EvilServer::ok("x")); });
        Client client(server.endpoint());
        QList<QFuture<Result<Response>>> calls;
        for (int i = 0; i < 300; ++i)
            calls += client.send(get());
        for (const auto& call : calls)
            QVERIFY(waitFor(call));
        QVERIFY(server.connections <= 32);
        QTRY_VERIFY(server.open <= 8); // what stays idle
    }

    void idleConnectionsEnd()
    {
        EvilServer server(
            [](QIODevice* socket, const QByteArray&, int) { socket->write(EvilServer::ok("x")); });
        ManualClock clock;
        Client client(server.endpoint(), clock, noJitter);
        QVERIFY(waitFor(client.send(get())));
        QCOMPARE(server.open, 1);
        clock.advance(21s);
        QTRY_COMPARE(server.open, 0);
    }

    void closedIdleConnectionIsNoticed()
    {
        EvilServer server([](QIODevice* socket, const QByteArray&, int count) {
            socket->write(EvilServer::ok(QByteArray::number(count)));
            EvilServer::closeSocket(socket);
        });
        Client client(server.endpoint());
        for (int i = 0; i < 3; ++i) {
            Request post = get();
            post.method = "POST";
            QVERIFY(waitFor(client.send(post)));
        }
        QCOMPARE(server.connections, 3);
    }

    void repeatedWhenTheIdleConnectionClosesOnUse()
    {
        // The second request of a connection is answered by its end, as when the server's idle time runs out
        // just then.
        QHash<QIODevice*, int> used;
        EvilServer server([&](QIODevice* socket, const QByteArray&, int) {
            if (++used[socket] == 2)
                EvilServer::closeSocket(socket);
            else
                socket->write(EvilServer::ok("x"));
        });
        ManualClock clock; // so that it is no ordinary retry, which would wait
        Client client(server.endpoint(), clock, noJitter);
        QVERIFY(waitFor(client.send(get())));
        QVERIFY(waitFor(client.send(get())));
        QCOMPARE(server.requests, 3);
        QCOMPARE(server.connections, 2);
        // What must not happen twice is not repeated.
        Request post = get();
        post.method = "POST";
        QCOMPARE(kindOf(waitFor(client.send(post))), QStringLiteral("closed"));
        QCOMPARE(server.requests, 4);
        QVERIFY(waitFor(client.send(get())));
        post.idempotent = true;
        QVERIFY(waitFor(client.send(post)));
    }

    void transientFailuresAreRetried()
    {
        EvilServer server([](QIODevice* socket, const QByteArray&, int count) {
            if (count == 1)
                EvilServer::closeSocket(socket);
            else if (count == 2)
                socket->write("HTTP/1.1 503 Later\r\nContent-Length: 0\r\nRetry-After: 3\r\n\r\n");
            else
                socket->write(EvilServer::ok("x"));
        });
        ManualClock clock;
        Client client(server.endpoint(), clock, noJitter);
        const auto call = client.send(get());
        QTRY_COMPARE(clock.pending(), 2); // the limit of the call and the retry
        QCOMPARE(server.requests, 1);
        clock.advance(199ms);
        QCOMPARE(clock.pending(), 2);
        clock.advance(1ms);
        QTRY_COMPARE(server.requests, 2);
        QTRY_VERIFY(clock.pending() >= 3); // and the sweep of idle connections
        clock.advance(2900ms);
        QCoreApplication::processEvents();
        QCOMPARE(server.requests, 2); // the server asked for three seconds
        clock.advance(100ms);
        QVERIFY(waitFor(call));
        QCOMPARE(server.requests, 3);
    }

    void retriesEnd_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<bool>("idempotent");
        QTest::addColumn<int>("requests");
        QTest::newRow("GET") << QByteArray("GET") << false << 3;
        QTest::newRow("HEAD") << QByteArray("HEAD") << false << 3;
        QTest::newRow("POST") << QByteArray("POST") << false << 1;
        QTest::newRow("idempotent POST") << QByteArray("POST") << true << 3;
    }

    void retriesEnd()
    {
        QFETCH(QByteArray, method);
        QFETCH(bool, idempotent);
        QFETCH(int, requests);
        EvilServer server([](QIODevice* socket, const QByteArray&, int) { EvilServer::closeSocket(socket); });
        ManualClock clock;
        Client client(server.endpoint(), clock, noJitter);
        Request request = get();
        request.method = method;
        request.idempotent = idempotent;
        request.timeout = 0ms;
        const auto call = client.send(request);
        for (int i = 1; i < requests; ++i) {
            QTRY_COMPARE(clock.pending(), 1);
            clock.advance(10s);
        }
        QCOMPARE(kindOf(waitFor(call)), QStringLiteral("closed"));
        QCOMPARE(server.requests, requests);
        QCOMPARE(clock.pending(), 0);
    }

    void timeLimit_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("no answer") << QByteArray();
        QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nX-");
        QTest::newRow("half a body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
    }

    void timeLimit()
    {
        QFETCH(QByteArray, start);
        EvilServer server([&](QIODevice* socket, const QByteArray&, int) { socket->write(start); });
        ManualClock clock;
        Client client(server.endpoint(), clock, noJitter);
        const auto call = client.send(get());
        QTRY_COMPARE(server.requests, 1);
        clock.advance(29999ms);
        QVERIFY(!call.isFinished());
        clock.advance(1ms);
        const auto answer = waitFor(call);
        QCOMPARE(kindOf(answer), QStringLiteral("timeout"));
        QCOMPARE(answer.error().as<TransportError>()->where, server.socketPath());
        QTRY_COMPARE(server.open, 0); // the call is off the wire too
    }

    void cancelledByItsFuture()
    {
        EvilServer server(hang);
        Client client(server.endpoint());
        auto call = client.send(get());
        QTRY_COMPARE(server.open, 1);
        call.cancel();
        QCOMPARE(kindOf(waitFor(call)), QStringLiteral("cancelled"));
        QTRY_COMPARE(server.open, 0);
    }

    void cancelledBeforeItBegins()
    {
        EvilServer server(hang);
        Client client(server.endpoint());
        auto call = client.send(get());
        call.cancel();
        QCOMPARE(kindOf(waitFor(call)), QStringLiteral("cancelled"));
        QCOMPARE(server.requests, 0);
    }

    void clientGoesFirst()
    {
        EvilServer server(hang);
        auto client = std::make_unique<Client>(server.endpoint());
        QList<QFuture<Result<Response>>> calls;
        for (int i = 0; i < 40; ++i) // more than run at once
            calls += client->send(get());
        QTRY_COMPARE(server.requests, 32);
        calls += client->send(get()); // not begun yet
        int told = 0;
        for (const auto& call : calls)
            whenDone(call, this, [&](const Result<Response>& r) { told += kindOf(r) == u"cancelled"; });
        client.reset();
        for (const auto& call : calls) {
            QVERIFY(call.isFinished());
            QCOMPARE(kindOf(call.result()), QStringLiteral("cancelled"));
        }
        QTRY_COMPARE(told, 41);
        QTRY_COMPARE(server.open, 0);
    }

    void clientGoesInTheSlotOfACall()
    {
        EvilServer server(
            [](QIODevice* socket, const QByteArray&, int) { socket->write(EvilServer::ok("x")); });
        auto client = std::make_unique<Client>(server.endpoint());
        const auto call = client->send(get()).then([&](const Result<Response>& r) {
            client.reset();
            return r;
        });
        QVERIFY(waitFor(call));
        QVERIFY(!client);
    }

    void bodyLimit_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::newRow("announced") << QByteArray("Content-Length: 10000000000");
        QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked");
        QTest::newRow("until the end") << QByteArray("Connection: close");
    }

    void bodyLimit()
    {
        QFETCH(QByteArray, headers);
        EvilServer server([&](QIODevice* socket, const QByteArray&, int) {
            socket->write("HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\n");
            for (int i = 0; i < 100; ++i)
                socket->write((headers.startsWith('T') ? "3e8\r\n" : "") + QByteArray(1000, 'x') +
                              (headers.startsWith('T') ? "\r\n" : ""));
        });
        Client client(server.endpoint());
        Request request = get();
        request.maxBody = 50000;
        QCOMPARE(kindOf(waitFor(client.send(request))), QStringLiteral("too large"));
        QTRY_COMPARE(server.open, 0);
    }

    void headOfTenMegabytes()
    {
        EvilServer server([](QIODevice* socket, const QByteArray&, int) {
            socket->write("HTTP/1.1 200 OK\r\nX: " + QByteArray(10'000'000, 'x') +
                          "\r\nContent-Length: 0\r\n\r\n");
        });
        Client client(server.endpoint());
        QCOMPARE(kindOf(waitFor(client.send(get()))), QStringLiteral("too large"));
        QCOMPARE(server.requests, 1);
        QTRY_COMPARE(server.open, 0);
        QVERIFY(server.accepted < 2'000'000); // it was not read to its end
    }

    void aServerThatTalksFirst()
    {
        EvilServer server([](QIODevice*, const QByteArray&, int) {});
        server.greeting = "220 mail.example ESMTP\r\n";
        Client client(server.endpoint());
        const auto answer = waitFor(client.send(get()));
        QCOMPARE(kindOf(answer), QStringLiteral("protocol"));
        QVERIFY(answer.error().message().contains(server.socketPath()));
    }

    void bytesThatNobodyAskedFor()
    {
        EvilServer server([](QIODevice* socket, const QByteArray&, int) {
            socket->write(EvilServer::ok("x") + EvilServer::ok("forged"));
        });
        Client client(server.endpoint());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(waitFor(client.send(get()))->body, QByteArray("x"));
        QCOMPARE(server.connections, 3);
    }

    void largeBodiesBothWays()
    {
        QByteArray large(20 * 1024 * 1024 + 7, Qt::Uninitialized);
        for (qsizetype i = 0; i < large.size(); ++i)
            large[i] = char(i * 31 + i / 4096);
        EvilServer server([&](QIODevice* socket, const QByteArray& request, int) {
            socket->write(EvilServer::ok(request.mid(request.indexOf("\r\n\r\n") + 4)));
        });
        Client client(server.endpoint());
        Request request = get();
        request.method = "PUT";
        request.body = large;
        const auto answer = waitFor(client.send(request));
        QVERIFY(answer);
        QVERIFY(answer->body == large);
    }

    void missingSocket()
    {
        QTemporaryDir dir;
        Client client(Endpoint::unixSocket(dir.filePath(QStringLiteral("none"))));
        const auto answer = waitFor(client.send(get()));
        QCOMPARE(kindOf(answer), QStringLiteral("not found"));
        QCOMPARE(answer.error().as<TransportError>()->where, dir.filePath(QStringLiteral("none")));
    }

    void staleSocket()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("stale"));
        QLocalServer server;
        QVERIFY(server.listen(dir.filePath(QStringLiteral("s"))));
        QVERIFY(::link(qPrintable(dir.filePath(QStringLiteral("s"))), qPrintable(path)) == 0);
        server.close(); // removes its own name; the second one stays and nobody listens
        Client client(Endpoint::unixSocket(path));
        QCOMPARE(kindOf(waitFor(client.send(get()))), QStringLiteral("refused"));
    }

    void forbiddenSocket()
    {
        EvilServer server(hang);
        QVERIFY(::chmod(qPrintable(server.socketPath()), 0) == 0);
        Client client(server.endpoint());
        const bool root = ::geteuid() == 0; // whom no permission stops
        if (root)
            QVERIFY(::seteuid(65534) == 0);
        const auto answer = waitFor(client.send(get()));
        if (root)
            QVERIFY(::seteuid(0) == 0);
        QCOMPARE(kindOf(answer), QStringLiteral("permission"));
        QVERIFY(answer.error().message().contains(server.socketPath()));
    }

    void pathThatCannotBeASocket()
    {
        for (const QString& path : {QStringLiteral("/") + QString(300, u'x'), QStringLiteral("/dev/null/x"),
                                    QStringLiteral("/etc/passwd")}) {
            Client client(Endpoint::unixSocket(path));
            const auto answer = waitFor(client.send(get()));
            QVERIFY(!answer);
            QVERIFY(answer.error().as<TransportError>());
        }
    }

    void inAThreadOfItsOwn()
    {
        EvilServer server([](QIODevice* socket, const QByteArray&, int count) {
            if (count <= 50)
                socket->write(EvilServer::ok("x"));
        });
        QList<QFuture<Result<Response>>> calls;
        {
            IoThread thread(QStringLiteral("net-test"));
            Client* client = thread.adopt(std::make_unique<Client>(server.endpoint()));
            for (int i = 0; i < 50; ++i)
                calls += client->send(get());
            for (const auto& call : calls)
                QVERIFY(waitFor(call));
            calls += client->send(get());
            QTRY_COMPARE(server.requests, 51);
            Client* second = thread.adopt(std::make_unique<Client>(server.endpoint()));
            auto pending = second->send(get());
            thread.dismiss(second);
            QCOMPARE(kindOf(waitFor(pending)), QStringLiteral("cancelled"));
        }
        QCOMPARE(kindOf(waitFor(calls.last())), QStringLiteral("cancelled"));
        QTRY_COMPARE(server.open, 0);
    }
};

QTEST_GUILESS_MAIN(TestCalls)
#include "tst_calls.moc"
