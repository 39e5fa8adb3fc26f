#include "evil_server.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QLocalSocket>
#include <QNetworkReply>
#include <QSignalSpy>

#include "app/net/access_manager.h"

using namespace kaptan;
using namespace kaptan::net;
using namespace std::chrono_literals;

namespace
{

/// Everything that a stream says, in order.
struct Listener {
    explicit Listener(Stream* s) : stream(s)
    {
        QObject::connect(s, &Stream::headReceived, s, [this] { said += 'h'; });
        QObject::connect(s, &Stream::readyRead, s, [this] {
            if (reads)
                body += stream->read(1 << 20);
        });
        QObject::connect(s, &Stream::finished, s, [this](const std::optional<Error>& error) {
            said += 'f';
            end = error ? kindOf(*error) : QStringLiteral("-");
            body += stream->read(1 << 30);
        });
    }

    Stream* stream;
    QByteArray said;
    QByteArray body;
    QString end;
    bool reads = true;
};

} // namespace

/// stream() and upgrade(), over Unix sockets and over TCP.
class TestStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase_data()
    {
        QTest::addColumn<bool>("tcp");
        QTest::newRow("unix") << false;
        QTest::newRow("tcp") << true;
    }

    void streamsWhatComes()
    {
        QIODevice* peer = nullptr;
        EvilServer server(
            [&](QIODevice* socket, const QByteArray&, int) {
                peer = socket;
                socket->write("HTTP/1.1 200 OK\r\nX-A: 1\r\nTransfer-Encoding: chunked\r\n\r\n");
            },
            kind());
        Client client(server.endpoint());
        const auto stream = client.stream(get());
        Listener heard(stream.get());
        QTRY_COMPARE(heard.said, QByteArray("h"));
        QCOMPARE(stream->status(), 200);
        QCOMPARE(stream->header("x-a"), QByteArray("1"));
        for (const char* line : {"one", "two"}) {
            peer->write(QByteArray("3\r\n") + line + "\r\n");
            QTRY_VERIFY(heard.body.endsWith(line));
        }
        peer->write("0\r\n\r\n");
        QTRY_COMPARE(heard.said, QByteArray("hf"));
        QCOMPARE(heard.end, QStringLiteral("-"));
        QCOMPARE(heard.body, QByteArray("onetwo"));
    }

    /// A watch may have nothing to say for minutes, and its lines must not wait for a whole gzip block.
    void silenceIsNoFailure()
    {
        QByteArray asked;
        QIODevice* peer = nullptr;
        EvilServer server(
            [&](QIODevice* socket, const QByteArray& request, int) {
                asked = request;
                peer = socket;
                socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            },
            kind());
        ManualClock clock;
        Client client(server.endpoint(), clock, {});
        const auto stream = client.stream(get());
        Listener heard(stream.get());
        QTRY_COMPARE(heard.said, QByteArray("h"));
        clock.advance(1h);
        peer->write("3\r\none\r\n");
        QTRY_COMPARE(heard.body, QByteArray("one"));
        QCOMPARE(heard.said, QByteArray("h"));
        QVERIFY2(!asked.toLower().contains("gzip"), asked.constData());
    }

    void errorStatusIsNoFailure()
    {
        EvilServer server([](QIODevice* socket, const QByteArray&,
                             int) { socket->write("HTTP/1.1 404 None\r\nContent-Length: 3\r\n\r\nwhy"); },
                          kind());
        Client client(server.endpoint());
        const auto stream = client.stream(get());
        Listener heard(stream.get());
        QTRY_COMPARE(heard.said, QByteArray("hf"));
        QCOMPARE(stream->status(), 404);
        QCOMPARE(heard.end, QStringLiteral("-"));
        QCOMPARE(heard.body, QByteArray("why"));
    }

    void cutOff_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("end");
        QTest::newRow("nothing") << QByteArray() << QStringLiteral("closed");
        QTest::newRow("half") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf")
                              << QStringLiteral("closed");
        QTest::newRow("no HTTP") << QByteArray("220 mail.example ESMTP\r\n").repeated(9)
                                 << QStringLiteral("protocol");
        // 10 MB are in tst_calls. QNetworkAccessManager takes one system call a byte, and above 100 KiB gives
        // no headers.
        QTest::newRow("long head") << "HTTP/1.1 200 OK\r\nX: " + QByteArray(90'000, 'x') +
                                          "\r\nContent-Length: 0\r\n\r\n"
                                   << QStringLiteral("too large");
    }

    void cutOff()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, end);
        EvilServer server(
            [&](QIODevice* socket, const QByteArray&, int) {
                socket->write(answer);
                EvilServer::closeSocket(socket);
            },
            kind());
        Client client(server.endpoint());
        const auto stream = client.stream(get());
        Listener heard(stream.get());
        QTRY_VERIFY(heard.said.endsWith('f'));
        QCOMPARE(heard.said.count('f'), 1);
        if (isTcp() && end == u"protocol")
            QVERIFY(heard.end == u"protocol" ||
                    heard.end == u"closed"); // QNetworkAccessManager hears the end first
        else
            QCOMPARE(heard.end, end);
    }

    void aSlowReaderStopsTheSender()
    {
        const QByteArray block(1 << 20, 'x');
        constexpr int blocks = 40;
        EvilServer server(
            [&](QIODevice* socket, const QByteArray&, int) {
                socket->write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
                for (int i = 0; i < blocks; ++i)
                    socket->write(block);
                EvilServer::closeSocket(socket);
            },
            kind());
        Client client(server.endpoint());
        const auto stream = client.stream(get());
        Listener heard(stream.get());
        heard.reads = false;
        QTRY_VERIFY(stream->bytesAvailable() >= 512 * 1024);
        // Wait until nothing moves any more: twenty turns in which the kernel took nothing.
        qint64 before = -1;
        for (int quiet = 0; quiet < 20; quiet = server.accepted == before ? quiet + 1 : 0) {
            before = server.accepted;
            QEventLoop turn;
            QTimer::singleShot(1, &turn, &QEventLoop::quit);
            turn.exec();
        }
        QVERIFY2(stream->bytesAvailable() <= 1024 * 1024 + 64 * 1024,
                 qPrintable(QString::number(stream->bytesAvailable())));
        // Our megabyte, and what the kernel keeps on both sides of the connection.
        QVERIFY2(server.accepted < 12 * 1024 * 1024, qPrintable(QString::number(server.accepted)));
        heard.reads = true;
        heard.body += stream->read(1 << 20);
        QTRY_COMPARE_WITH_TIMEOUT(heard.end, QStringLiteral("-"), 20000);
        QCOMPARE(heard.body.size(), blocks * block.size());
    }

    void manyStreamsStarveNobody()
    {
        EvilServer server(
            [&](QIODevice* socket, const QByteArray& request, int) {
                if (request.startsWith("GET /stream"))
                    socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n");
                else
                    socket->write(EvilServer::ok("x"));
            },
            kind());
        Client client(server.endpoint());
        std::vector<std::unique_ptr<Stream>> streams;
        for (int i = 0; i < 23; ++i)
            streams.push_back(client.stream(get(QStringLiteral("/stream"))));
        for (const auto& stream : streams)
            QTRY_COMPARE(stream->bytesAvailable(), 2);
        QVERIFY(waitFor(client.send(get())));
        QCOMPARE(server.open, 24);
        streams.clear();
        QTRY_VERIFY(server.open <= 1);
    }

    void limitOfTheHead()
    {
        EvilServer server([](QIODevice*, const QByteArray&, int) {}, kind());
        ManualClock clock;
        Client client(server.endpoint(), clock, {});
        const auto stream = client.stream(get());
        Listener heard(stream.get());
        const auto duplex = client.upgrade(get());
        Listener heard2(duplex.get());
        QTRY_COMPARE(server.requests, 2);
        clock.advance(30s);
        QCOMPARE(heard.end, QStringLiteral("timeout"));
        QCOMPARE(heard2.end, QStringLiteral("timeout"));
        QTRY_COMPARE(server.open, 0);
    }

    void noLimitAfterTheHead()
    {
        EvilServer server([](QIODevice* socket, const QByteArray&,
                             int) { socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"); },
                          kind());
        ManualClock clock;
        Client client(server.endpoint(), clock, {});
        const auto stream = client.stream(get());
        Listener heard(stream.get());
        QTRY_COMPARE(heard.said, QByteArray("h"));
        clock.advance(24h);
        QCOMPARE(heard.said, QByteArray("h"));
    }

    void abortIsSilent()
    {
        EvilServer server([](QIODevice* socket, const QByteArray&,
                             int) { socket->write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"); },
                          kind());
        Client client(server.endpoint());
        const auto stream = client.stream(get());
        Listener heard(stream.get());
        QTRY_COMPARE(heard.body, QByteArray("half"));
        stream->abort();
        QTRY_COMPARE(server.open, 0);
        QCOMPARE(heard.said, QByteArray("h"));
    }

    void deletedInItsOwnSignals_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<bool>("upgrade");
        for (const bool upgrade : {false, true}) {
            const char* kind = upgrade ? "upgrade" : "stream";
            QTest::addRow("%s head", kind) << 0 << upgrade;
            QTest::addRow("%s readyRead", kind) << 1 << upgrade;
            QTest::addRow("%s finished", kind) << 2 << upgrade;
        }
    }

    void deletedInItsOwnSignals()
    {
        QFETCH(int, signal);
        QFETCH(bool, upgrade);
        EvilServer server([](QIODevice* socket, const QByteArray&,
                             int) { socket->write(EvilServer::ok(QByteArray(100000, 'x'))); },
                          kind());
        Client client(server.endpoint());
        auto stream = upgrade ? client.upgrade(get()) : client.stream(get());
        const auto kill = [&] { stream.reset(); };
        if (signal == 0)
            connect(stream.get(), &Stream::headReceived, this, kill);
        else if (signal == 1)
            connect(stream.get(), &Stream::readyRead, this, kill);
        else
            connect(stream.get(), &Stream::finished, this, kill);
        QTRY_VERIFY(!stream);
        QVERIFY(waitFor(client.send(get())));
    }

    void clientGoesFirst()
    {
        EvilServer server([](QIODevice* socket, const QByteArray&,
                             int) { socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"); },
                          kind());
        auto client = std::make_unique<Client>(server.endpoint());
        const auto stream = client->stream(get());
        Listener heard(stream.get());
        const auto fresh = client->upgrade(get());
        Listener heardFresh(fresh.get());
        QTRY_COMPARE(heard.said, QByteArray("h"));
        client.reset();
        QCOMPARE(heard.end, QStringLiteral("cancelled"));
        QCOMPARE(heardFresh.end, QStringLiteral("cancelled"));
        QVERIFY(stream->read(10).isEmpty());
        stream->abort();
        QTRY_COMPARE(server.open, 0);
    }

    void duplexWithHalfClose()
    {
        QByteArray received;
        QByteArray asked;
        bool ended = false;
        EvilServer server(
            [&](QIODevice* socket, const QByteArray& request, int) {
                asked = request;
                socket->disconnect();
                connect(socket, &QIODevice::readyRead, this, [&, socket] { received += socket->readAll(); });
                const auto onEnd = [&, socket] { // the descriptor still takes what we say
                    ended = true;
                    received += socket->readAll();
                };
                if (auto* local = qobject_cast<QLocalSocket*>(socket))
                    connect(local, &QLocalSocket::disconnected, this, onEnd);
                else
                    connect(qobject_cast<QTcpSocket*>(socket), &QTcpSocket::disconnected, this, onEnd);
                socket->write("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\nwelcome");
            },
            kind());
        Client client(server.endpoint());
        Request request = get(QStringLiteral("/exec/1/start"));
        request.method = "POST";
        request.body = "{\"Tty\":false}";
        const auto stream = client.upgrade(request);
        Listener heard(stream.get());
        QSignalSpy written(stream.get(), &Stream::bytesWritten);
        QTRY_COMPARE(heard.body, QByteArray("welcome"));
        QCOMPARE(stream->status(), 101);
        QVERIFY2(asked.startsWith("POST /exec/1/start HTTP/1.1\r\n"), asked.constData());
        QVERIFY(asked.contains("\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n"));
        QVERIFY(asked.endsWith("\r\n\r\n{\"Tty\":false}"));
        const QByteArray input(3'000'000, 'i');
        stream->write(input);
        QVERIFY(stream->bytesToWrite() > 0);
        stream->closeWriting(); // what is not out yet goes first
        QTRY_VERIFY(ended);
        QVERIFY(received == input);
        QVERIFY(!written.isEmpty());
        QTRY_COMPARE(heard.end, QStringLiteral("-"));
    }

    void upgradeToNobody()
    {
        Client client(isTcp() ? *Endpoint::parse(QStringLiteral("http://127.0.0.1:1"))
                              : Endpoint::unixSocket(QStringLiteral("/nowhere/socket")));
        const auto duplex = client.upgrade(get());
        Listener heard(duplex.get());
        const auto stream = client.stream(get());
        Listener heard2(stream.get());
        const QString expected = isTcp() ? QStringLiteral("refused") : QStringLiteral("not found");
        QTRY_COMPARE(heard.end, expected);
        QTRY_COMPARE(heard2.end, expected);
    }

    /// The manager by itself, as any code for QNetworkAccessManager uses it.
    void anOrdinaryReply()
    {
        if (isTcp())
            return; // that is Qt's own
        EvilServer server([](QIODevice* socket, const QByteArray& request, int) {
            socket->write(
                "HTTP/1.1 404 None\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n" +
                QByteArray::number(request.size(), 16) + "\r\n" + request + "\r\n0\r\n\r\n");
        });
        AccessManager manager(Clock::system());
        QNetworkRequest request(QUrl(QStringLiteral("unix+http://docker/a?b")));
        request.setAttribute(AccessManager::kSocketPath, server.socketPath());
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-tar"));
        QSignalSpy finished(&manager, &QNetworkAccessManager::finished);

        // A body whose length nobody knows goes out in chunks.
        QLocalServer pipe;
        QTemporaryDir dir;
        QVERIFY(pipe.listen(dir.filePath(QStringLiteral("p"))));
        QLocalSocket source;
        source.connectToServer(pipe.fullServerName());
        QTRY_VERIFY(pipe.hasPendingConnections());
        QLocalSocket* writer = pipe.nextPendingConnection();
        QNetworkReply* reply = manager.post(request, &source);
        writer->write("hello ");
        QTRY_COMPARE(server.open, 1);
        writer->write("world");
        writer->disconnectFromServer();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(reply->error(), QNetworkReply::ContentNotFoundError);
        QCOMPARE(reply->rawHeader("content-type"), QByteArray("text/plain"));
        const QByteArray echo = reply->readAll();
        QVERIFY2(echo.startsWith("POST /a?b HTTP/1.1\r\nHost: docker\r\n"), echo.constData());
        QVERIFY(echo.contains("\r\nTransfer-Encoding: chunked\r\n"));
        QByteArray chunks = echo.mid(echo.indexOf("\r\n\r\n") + 4);
        QByteArray sent;
        while (!chunks.startsWith("0\r\n")) {
            const qsizetype eol = chunks.indexOf("\r\n");
            QVERIFY(eol > 0);
            const qsizetype size = chunks.left(eol).toLongLong(nullptr, 16);
            sent += chunks.mid(eol + 2, size);
            chunks = chunks.mid(eol + 2 + size + 2);
        }
        QCOMPARE(sent, QByteArray("hello world"));
        delete reply;
    }

private:
    static bool isTcp()
    {
        QFETCH_GLOBAL(bool, tcp);
        return tcp;
    }

    static EvilServer::Kind kind() { return isTcp() ? EvilServer::Tcp : EvilServer::Local; }
};

QTEST_GUILESS_MAIN(TestStreams)
#include "tst_streams.moc"
