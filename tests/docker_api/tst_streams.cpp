#include "app/docker/api/json_lines.h"
#include "app/docker/api/log_demuxer.h"
#include "recorded.h"

#include <QTest>

using namespace kaptan;
using namespace kaptan::docker;
using namespace Qt::StringLiterals;

namespace
{

QByteArray frame(int stream, const QByteArray& payload)
{
    QByteArray header(8, '\0');
    header[0] = char(stream);
    for (int i = 0; i < 4; ++i)
        header[4 + i] = char((payload.size() >> (8 * (3 - i))) & 0xff);
    return header + payload;
}

struct Collected {
    QByteArray out, err;
    LogDemuxer demuxer;

    explicit Collected(bool raw = false)
        : demuxer(raw, [this](LogDemuxer::Stream stream, const char* data, qsizetype size) {
              (stream == LogDemuxer::Stream::Stderr ? err : out).append(data, size);
          })
    {
    }
};

} // namespace

class TestStreams : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void recordedLogs_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::newRow("docker") << u"docker"_s;
        QTest::newRow("podman") << u"podman"_s;
    }

    void recordedLogs()
    {
        QFETCH(QString, engine);
        Collected log;
        QVERIFY(log.demuxer.feed(recorded(engine + "-logs.bin"_L1)));
        QVERIFY(log.demuxer.finish());
        QVERIFY(log.out.endsWith("Z out\n"));
        QVERIFY(log.err.endsWith("Z err\n"));
    }

    void cutAtEveryByte()
    {
        const QByteArray whole = frame(1, "one\n") + frame(2, {}) + frame(2, "two\n") + frame(3, "x") +
                                 frame(0, "in") + frame(1, QByteArray(300, 'z'));
        for (qsizetype cut = 0; cut <= whole.size(); ++cut) {
            Collected log;
            QVERIFY(log.demuxer.feed(whole.left(cut)));
            QVERIFY(log.demuxer.feed(whole.mid(cut)));
            QVERIFY(log.demuxer.finish());
            QCOMPARE(log.out, "one\nin" + QByteArray(300, 'z'));
            QCOMPARE(log.err, QByteArray("two\nx"));
        }
        Collected single;
        for (const char byte : whole)
            QVERIFY(single.demuxer.feed(&byte, 1));
        QCOMPARE(single.err, QByteArray("two\nx"));
    }

    void payloadIsHandedOnWhereItLies()
    {
        const QByteArray whole = frame(1, QByteArray(100'000, 'a'));
        const char* seen = nullptr;
        LogDemuxer demuxer(false, [&](LogDemuxer::Stream, const char* data, qsizetype) { seen = data; });
        QVERIFY(demuxer.feed(whole));
        QCOMPARE(static_cast<const void*>(seen), static_cast<const void*>(whole.constData() + 8));
    }

    void lyingFrames_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("offset");
        QTest::newRow("4 GiB") << QByteArray("\x01\0\0\0\xff\xff\xff\xff", 8) << 0;
        QTest::newRow("one byte too long") << QByteArray("\x01\0\0\0\x01\0\0\x01", 8) << 0;
        QTest::newRow("no such stream") << QByteArray("\x04\0\0\0\0\0\0\x01z", 9) << 0;
        QTest::newRow("not zero") << QByteArray("\x01\0\x01\0\0\0\0\x01z", 9) << 0;
        QTest::newRow("text of a TTY") << QByteArray("hello world\n") << 0;
    }

    void lyingFrames()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, offset);
        Collected log;
        const auto fed = log.demuxer.feed(bytes);
        QVERIFY(!fed);
        QCOMPARE(fed.error().as<ParseError>()->offset, offset);
        QVERIFY(!log.demuxer.feed(frame(1, "x"))); // for good
        QVERIFY(log.out.size() < 16);
    }

    void anEndInsideAFrame()
    {
        Collected log;
        QVERIFY(log.demuxer.feed(frame(1, "abc").left(9)));
        QVERIFY(log.demuxer.finish().error().as<ParseError>());
        // Shorter than it says: the next frame's header is eaten, and what follows is out of step.
        Collected shorter;
        QVERIFY(shorter.demuxer.feed(frame(1, "abcd").left(11) + frame(1, "efgh")));
        QVERIFY(!shorter.demuxer.finish());
        Collected header;
        QVERIFY(header.demuxer.feed(QByteArray("\x01\0", 2)));
        QVERIFY(!header.demuxer.finish());
    }

    void rawOfATty()
    {
        Collected log(true);
        QVERIFY(log.demuxer.feed("hel"));
        QVERIFY(log.demuxer.feed(QByteArray("lo\r\n\xff\xff", 6)));
        QCOMPARE(log.out, QByteArray("hello\r\n\xff\xff"));
        QVERIFY(log.demuxer.finish());
    }

    void linesCutAtEveryByte()
    {
        const QByteArray whole = "{\"a\":1}\n\r\n{\"b\":2}\r\n{\"c\":3}";
        for (qsizetype cut = 0; cut <= whole.size(); ++cut) {
            JsonLines lines;
            QList<QByteArray> seen;
            const auto take = [&seen](const QByteArray& line) {
                seen.append(QByteArray(line.constData(), line.size()));
                return Result<void>();
            };
            QVERIFY(lines.feed(whole.left(cut), take));
            QVERIFY(lines.feed(whole.mid(cut), take));
            QVERIFY(lines.finish(take));
            QCOMPARE(seen, (QList<QByteArray>{"{\"a\":1}", "{\"b\":2}", "{\"c\":3}"}));
        }
    }

    void aLineWithoutEndIsAnError()
    {
        JsonLines lines;
        const QByteArray block(1024 * 1024, 'x');
        Result<void> fed;
        int blocks = 0;
        for (; fed && blocks < 100; ++blocks)
            fed = lines.feed(block, [](const QByteArray&) { return Result<void>(); });
        QVERIFY(fed.error().as<ParseError>());
        QCOMPARE(blocks, 5);
    }

    void aLinesErrorEndsIt()
    {
        JsonLines lines;
        int seen = 0;
        const auto fed = lines.feed("a\nb\nc\n", [&seen](const QByteArray&) -> Result<void> {
            ++seen;
            return failure(Cancelled{});
        });
        QVERIFY(!fed);
        QCOMPARE(seen, 1);
    }
};

QTEST_APPLESS_MAIN(TestStreams)
#include "tst_streams.moc"
