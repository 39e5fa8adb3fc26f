#include "app/net/http_connection.h"
#include "evil_server.h"

#include <QSignalSpy>

using namespace kaptan;
using namespace kaptan::net;

namespace
{

/// Bytes come when the test says so, cut where it says.
class FakeDevice : public QIODevice
{
public:
    FakeDevice() { open(QIODevice::ReadWrite | QIODevice::Unbuffered); }

    bool isSequential() const override { return true; }

    qint64 bytesAvailable() const override { return in.size(); }

    QByteArray in;
    QByteArray out;

protected:
    qint64 readData(char* data, qint64 most) override
    {
        const qint64 part = std::min<qint64>(most, in.size());
        memcpy(data, in.constData(), size_t(part));
        in.remove(0, part);
        return part;
    }

    qint64 writeData(const char* data, qint64 size) override
    {
        out.append(data, size);
        return size;
    }
};

class FakeWire : public Wire
{
public:
    FakeWire() { m_where = QStringLiteral("/fake"); }

    void open() override
    {
        opened_ = true;
        Q_EMIT opened();
    }

    QIODevice* device() override { return &fake; }

    bool isOpen() const override { return opened_; }

    qintptr descriptor() const override { return -1; }

    void abort() override { opened_ = false; }

    void flush() override {}

    FakeDevice fake;
    bool opened_ = false;
};

struct Outcome {
    int status = 0;
    QByteArray body;
    QString end = QStringLiteral("hangs");
    Headers headers;
};

/// Sends `answer` in the pieces that `cuts` makes, then closes.
Outcome exchange(const QByteArray& answer, const QList<qsizetype>& cuts, bool close = true,
                 bool upgrade = false)
{
    auto owned = std::make_unique<FakeWire>();
    FakeWire* wire = owned.get();
    HttpConnection connection(std::move(owned));
    BodyQueue queue;
    Outcome outcome;
    QObject::connect(&connection, &HttpConnection::finished, [&](const std::optional<Error>& error) {
        outcome.end = error ? kindOf(*error) : QStringLiteral("-");
    });
    Exchange out;
    out.head = "GET / HTTP/1.1\r\n\r\n";
    out.wantsUpgrade = upgrade;
    connection.start(out, &queue);
    qsizetype from = 0;
    QList<qsizetype> ends = cuts;
    ends.append(answer.size());
    for (const qsizetype end : ends) {
        wire->fake.in += answer.mid(from, end - from);
        from = end;
        Q_EMIT wire->readyRead();
    }
    if (close)
        Q_EMIT wire->closed();
    outcome.status = connection.head().status;
    outcome.headers = connection.head().headers;
    outcome.body = queue.take(1 << 30);
    return outcome;
}

const QByteArray kChunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

} // namespace

/// HTTP/1.1 byte by byte, without a socket.
class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void answers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("end");
        const auto row = [](const char* name, const QByteArray& answer, int status, const QByteArray& body,
                            const char* end = "-") {
            QTest::newRow(name) << answer << status << body << QString::fromLatin1(end);
        };
        row("length", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 200, "hello");
        row("no length", "HTTP/1.1 200 OK\r\n\r\nhello", 200, "hello");
        row("HTTP/1.0", "HTTP/1.0 200 OK\r\n\r\nhello", 200, "hello");
        row("empty", "HTTP/1.1 204 None\r\n\r\n", 204, "");
        row("chunked", kChunked + "5\r\nhello\r\n1\r\n!\r\n0\r\n\r\n", 200, "hello!");
        row("extension", kChunked + "5;a=b;c=\"d\"\r\nhello\r\n0;x\r\n\r\n", 200, "hello");
        row("trailers", kChunked + "5\r\nhello\r\n0\r\nX-Sum: 1\r\nX-Two: 2\r\n\r\n", 200, "hello");
        row("interim answers",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nLink: x\r\n\r\n"
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi",
            200, "hi");
        row("nothing", "", 0, "", "closed");
        row("half a head", "HTTP/1.1 200 OK\r\nContent-Le", 200, "", "closed");
        row("half a body", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello", 200, "hello", "closed");
        row("half a chunk", kChunked + "50\r\nhello", 200, "hello", "closed");
        row("no last chunk", kChunked + "5\r\nhello\r\n", 200, "hello", "closed");
        row("chunk longer than it says", kChunked + "3\r\nhello\r\n0\r\n\r\n", 200, "hel", "protocol");
        row("chunk that hides a next one", kChunked + "3\r\nabcXX0\r\n\r\n", 200, "abc", "protocol");
        row("chunk shorter than it says", kChunked + "9\r\nhello\r\n0\r\n\r\n", 200, "hello\r\n0\r",
            "protocol");
        row("chunk size beyond 64 bits", kChunked + "fffffffffffffffff\r\nhello", 200, "", "protocol");
        row("chunk size that is none", kChunked + "zz\r\nhello", 200, "", "protocol");
        row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", 200, "",
            "protocol");
        row("length and chunks",
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 200, "",
            "protocol");
        row("negative length", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello", 200, "", "protocol");
        row("no HTTP", "SSH-2.0-OpenSSH_9.2p1\r\n", 0, "", "protocol");
        row("binary", QByteArray("\x16\x03\x01\x02\x00\x01", 6), 0, "", "protocol");
        row("unasked switch", "HTTP/1.1 101 Go\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\nraw", 101, "",
            "protocol");
        row("interim answers without end", QByteArray("HTTP/1.1 100 C\r\n\r\n").repeated(100), 100, "",
            "protocol");
    }

    /// Each answer whole, in single bytes, and cut in two at every place: what comes out is the same.
    void answers()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, end);
        QList<qsizetype> everywhere;
        for (qsizetype i = 1; i < answer.size(); ++i)
            everywhere.append(i);
        QList<QList<qsizetype>> ways{{}, everywhere};
        for (const qsizetype cut : everywhere)
            ways += QList<qsizetype>{cut};
        for (const auto& cuts : ways) {
            const Outcome outcome = exchange(answer, cuts);
            QCOMPARE(outcome.end, end);
            if (end == u"-")
                QCOMPARE(outcome.status, status);
            QCOMPARE(outcome.body, body);
        }
    }

    void headersInPieces()
    {
        const QByteArray answer = "HTTP/1.1 200 OK\r\nX-Long: a b\r\nx-empty:\r\nSet: 1 \r\nSet: 2\r\n"
                                  "Content-Length: 0\r\n\r\n";
        for (qsizetype cut = 1; cut < answer.size(); ++cut) {
            const Outcome outcome = exchange(answer, {cut}, false);
            QCOMPARE(outcome.end, QStringLiteral("-"));
            const Headers expected{
                {"X-Long", "a b"}, {"x-empty", ""}, {"Set", "1"}, {"Set", "2"}, {"Content-Length", "0"}};
            QCOMPARE(outcome.headers, expected);
        }
    }

    void trailersAreNoHeaders()
    {
        const Outcome outcome = exchange(kChunked + "0\r\nX-Late: 1\r\n\r\n", {}, false);
        QCOMPARE(outcome.end, QStringLiteral("-"));
        QCOMPARE(outcome.headers.size(), 1);
    }

    void headLimit_data()
    {
        QTest::addColumn<QByteArray>("answer");
        const QByteArray status = "HTTP/1.1 200 OK\r\n";
        QTest::newRow("one value") << status + "X: " + QByteArray(10'000'000, 'x');
        QTest::newRow("one name") << status + QByteArray(10'000'000, 'x');
        QTest::newRow("many") << status + QByteArray("X: y\r\n").repeated(1'000'000);
        QTest::newRow("reason") << "HTTP/1.1 200 " + QByteArray(10'000'000, 'x');
        QTest::newRow("chunk extension") << kChunked + "5;" + QByteArray(10'000'000, 'x');
        QTest::newRow("trailers") << kChunked + "0\r\n" + QByteArray("X: y\r\n").repeated(1'000'000);
    }

    void headLimit()
    {
        QFETCH(QByteArray, answer);
        QCOMPARE(exchange(answer, {100, 70'000}).end, QStringLiteral("too large"));
    }

    void upgrades_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("101") << QByteArray(
            "HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n");
        QTest::newRow("200") << QByteArray(
            "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.raw-stream\r\n\r\n");
        QTest::newRow("100 and 101") << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 101 "
                                                   "UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n");
    }

    void upgrades()
    {
        QFETCH(QByteArray, head);
        const QByteArray raw("HTTP/1.1 500 this is no head\r\n\r\n\0\1\2 5\r\n", 39);
        for (qsizetype cut = 1; cut < head.size() + raw.size(); ++cut) {
            const Outcome outcome = exchange(head + raw, {cut}, true, true);
            QCOMPARE(outcome.end, QStringLiteral("-"));
            QCOMPARE(outcome.body, raw);
        }
    }

    void refusedUpgradeIsAnOrdinaryAnswer()
    {
        const Outcome outcome = exchange("HTTP/1.1 409 No\r\nContent-Length: 3\r\n\r\nwhy", {}, false, true);
        QCOMPARE(outcome.status, 409);
        QCOMPARE(outcome.body, QByteArray("why"));
        QCOMPARE(outcome.end, QStringLiteral("-"));
    }

    void stopsReadingAheadOfItsReader()
    {
        auto owned = std::make_unique<FakeWire>();
        FakeWire* wire = owned.get();
        HttpConnection connection(std::move(owned));
        BodyQueue queue;
        QSignalSpy end(&connection, &HttpConnection::finished);
        connection.start({.head = "GET / HTTP/1.1\r\n\r\n"}, &queue);
        const QByteArray body(10'000'000, 'x');
        wire->fake.in = "HTTP/1.1 200 OK\r\n\r\n" + body;
        Q_EMIT wire->readyRead();
        Q_EMIT wire->closed();
        QVERIFY(queue.size() <= 1024 * 1024);
        QVERIFY(end.isEmpty());
        qint64 got = 0;
        while (end.isEmpty()) {
            got += queue.take(100'000).size();
            connection.resume();
            QCoreApplication::processEvents();
            QVERIFY(queue.size() <= 1024 * 1024);
        }
        QCOMPARE(got + queue.size(), body.size());
        QVERIFY(!end.first().first().value<std::optional<Error>>());
    }

    void smallChunksMakeLargeBlocks()
    {
        // 60 bytes each, as an engine sends log lines: no block, signal or copy for each.
        QByteArray answer = kChunked;
        for (int i = 0; i < 3000; ++i)
            answer += "3c\r\n" + QByteArray(60, 'x') + "\r\n";
        auto owned = std::make_unique<FakeWire>();
        FakeWire* wire = owned.get();
        HttpConnection connection(std::move(owned));
        BodyQueue queue;
        QSignalSpy ready(&connection, &HttpConnection::readyRead);
        connection.start({.head = "GET / HTTP/1.1\r\n\r\n"}, &queue);
        wire->fake.in = answer;
        Q_EMIT wire->readyRead();
        QCOMPARE(ready.count(), 1);
        QCOMPARE(queue.take(1 << 20), QByteArray(180'000, 'x'));
    }
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
