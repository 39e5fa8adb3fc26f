#include "app/workload/log_store.h"

#include <QTest>

#include <random>
#include <thread>

using namespace kaptan;
using namespace kaptan::workload;
using Stream = LogSink::Stream;

namespace
{
void put(LogStore& store, const QByteArray& bytes, Stream stream = Stream::Stdout)
{
    store.append(stream, bytes.constData(), bytes.size());
}

QByteArrayList all(const LogStore& store)
{
    QByteArrayList lines;
    for (const LogLine& line : store.read(0, 1 << 30))
        lines << line.bytes;
    return lines;
}

Error broken()
{
    return Error(TransportError{TransportError::Kind::Closed, {}, {}});
}
} // namespace

class TestLogStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void aCutAnywhereGivesTheSameLines()
    {
        const QByteArray text("one\ntwo \xC3\xA7\r\n\n\nfive\0six\nlast", 27);
        const QByteArrayList expected{"one", QByteArray("two \xC3\xA7"), "",
                                      "",    QByteArray("five\0six", 8), "last"};
        for (qsizetype a = 0; a <= text.size(); ++a) {
            for (qsizetype b = a; b <= text.size(); ++b) {
                LogStore store;
                put(store, text.first(a));
                put(store, text.sliced(a, b - a));
                put(store, text.sliced(b));
                QCOMPARE(all(store), expected);
            }
        }
    }

    void aLineWithoutItsEndIsThereAndBecomesWhole()
    {
        LogStore store;
        put(store, "name: ");
        QCOMPARE(store.counts().end, 1);
        QCOMPARE(store.counts().complete, 0);
        QVERIFY(store.read(0, 9).at(0).partial);
        put(store, "err", Stream::Stderr);
        QCOMPARE(store.counts().end, 2);
        put(store, "x\n");
        QCOMPARE(all(store), (QByteArrayList{"name: x", "err"}));
        store.ended({});
        const auto lines = store.read(0, 9);
        QVERIFY(!lines.at(1).partial);
        QVERIFY(lines.at(1).stream == Stream::Stderr);
        QVERIFY(store.end().has_value());
    }

    void streamsKeepTheirLinesApart()
    {
        LogStore store;
        for (int i = 0; i < 5000; ++i) {
            put(store, "out " + QByteArray::number(i).first(1));
            put(store, "err\nerr", Stream::Stderr);
            put(store, "\n");
            put(store, "\n", Stream::Stderr);
        }
        const auto lines = store.read(0, 1 << 20);
        QCOMPARE(lines.size(), size_t(15000));
        int errors = 0;
        for (const LogLine& line : lines) {
            QCOMPARE(line.bytes.startsWith("err"), line.stream == Stream::Stderr);
            errors += line.stream == Stream::Stderr;
        }
        QCOMPARE(errors, 10000);
    }

    void longLinesAreCutBetweenCharacters()
    {
        LogLimits limits;
        limits.lineBytes = 101;
        limits.blockBytes = 1000;
        const QByteArray word = QByteArray("\xC3\xA7").repeated(500);
        for (const int step : {1, 7, 100, 2000}) {
            LogStore store(limits);
            const QByteArray bytes = "x" + word + "\nnext\n";
            for (qsizetype i = 0; i < bytes.size(); i += step)
                put(store, bytes.mid(i, step));
            const auto lines = store.read(0, 100);
            QByteArray joined;
            for (size_t i = 0; i + 1 < lines.size(); ++i) {
                QVERIFY(lines[i].bytes.size() < 101);
                QVERIFY(!QString::fromUtf8(lines[i].bytes).contains(QChar::ReplacementCharacter));
                QCOMPARE(lines[i].continued, i > 0);
                joined += lines[i].bytes;
            }
            QCOMPARE(joined, "x" + word);
            QCOMPARE(lines.back().bytes, "next");
            QVERIFY(!lines.back().continued);
        }
    }

    void brokenUtf8OfManyContinuationBytesIsCutToo()
    {
        LogLimits limits;
        limits.lineBytes = 16;
        limits.blockBytes = 64;
        LogStore store(limits);
        put(store, QByteArray(1000, char(0x80)) + "\n");
        qsizetype sum = 0;
        for (const LogLine& line : store.read(0, 1000))
            sum += line.bytes.size();
        // What left with dropped blocks is none: the limit is far.
        QCOMPARE(sum, 1000);
    }

    void theOldestGoAndAreCounted()
    {
        LogLimits limits;
        limits.bytes = 10000;
        limits.lineBytes = 200;
        limits.blockBytes = 1000;
        LogStore store(limits);
        for (int i = 0; i < 5000; ++i)
            put(store, "line " + QByteArray::number(i) + "\n");
        const LogCounts counts = store.counts();
        QVERIFY(counts.kept <= limits.bytes);
        QVERIFY(counts.kept > limits.bytes / 2);
        QCOMPARE(counts.first, counts.dropped);
        QCOMPARE(counts.end, 5000);
        const auto lines = store.read(0, 1 << 20);
        QCOMPARE(lines.front().number, counts.first);
        for (const LogLine& line : lines)
            QCOMPARE(line.bytes, "line " + QByteArray::number(line.number));
        // One line out of the middle, wherever its block and its place in the index are.
        for (qint64 i = counts.first; i < counts.end; i += 13)
            QCOMPARE(store.read(i, 1).at(0).bytes, "line " + QByteArray::number(i));
        store.clear();
        QCOMPARE(store.counts().first, 5000);
        QCOMPARE(store.counts().dropped, 0);
        put(store, "after\n");
        QCOMPARE(store.read(0, 10).at(0).number, 5000);
    }

    void memoryStaysBelow1_3_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("error");
        QTest::newRow("empty") << QByteArray("\n") << false;
        QTest::newRow("empty, stderr") << QByteArray("\n") << true;
        QTest::newRow("usual") << QByteArray(112, 'x') + "\n" << true;
        QTest::newRow("as long as may be") << QByteArray(65535, 'x') + "\n" << true;
        QTest::newRow("just too long") << QByteArray(65536, 'x') + "\n" << true;
        QTest::newRow("one a megabyte") << QByteArray(1 << 20, 'x') + "\n" << false;
    }

    void memoryStaysBelow1_3()
    {
        QFETCH(QByteArray, line);
        QFETCH(bool, error);
        const QByteArray chunk = line.repeated(std::max<qsizetype>(1, (256 << 10) / line.size()));
        LogStore store;
        const Stream stream = error ? Stream::Stderr : Stream::Stdout;
        while (store.counts().received < (64 << 20))
            store.append(stream, chunk.constData(), chunk.size());
        const LogCounts counts = store.counts();
        QVERIFY2(static_cast<double>(store.memoryBytes()) <
                     1.3 * static_cast<double>(counts.kept) + (2 << 20),
                 qPrintable(QStringLiteral("%1 for %2").arg(store.memoryBytes()).arg(counts.kept)));
        QVERIFY(counts.kept >= 64 << 20);
    }

    void slicesOutliveWhatTheyWereTakenFrom()
    {
        LogLimits limits;
        limits.bytes = 4000;
        limits.lineBytes = 200;
        limits.blockBytes = 1000;
        LogStore store(limits);
        for (int i = 0; i < 200; ++i)
            put(store, QByteArray::number(i) + "\n");
        const auto slices = store.slices(50, 150);
        for (int i = 0; i < 5000; ++i)
            put(store, "other\n");
        int number = 50;
        for (const LogSlice& slice : slices) {
            QCOMPARE(slice.firstLine, number);
            for (const QByteArray& line : QByteArray(slice.data.get(), slice.size - 1).split('\n'))
                QCOMPARE(line, QByteArray::number(number++));
        }
        QCOMPARE(number, 150);
    }

    void whatComesTwiceAfterABreakIsLeftOut()
    {
        LogStore store;
        put(store,
            "2026-01-01T00:00:00.100000000Z a\n2026-01-01T00:00:00.200000001Z b\n"
            "2026-01-01T00:00:00.200000001Z b\n2026-01-01T00:00:00.200900000Z c\n2026-01-01T00:00:00.2");
        put(store, "2026-01-01T00:00:00.200500000Z e\n", Stream::Stderr);
        store.ended(broken());
        const QDateTime since = store.prepareResume();
        QCOMPARE(since, QDateTime(QDate(2026, 1, 1), QTime(0, 0, 0, 200), Qt::UTC));
        QVERIFY(!store.end());
        // Sent from the time on, whole; a third b is new.
        put(store, "2026-01-01T00:00:00.200500000Z e\n", Stream::Stderr);
        put(store, "2026-01-01T00:00:00.200000001Z b\n2026-01-01T00:00:00.200000001Z b\n"
                   "2026-01-01T00:00:00.200000001Z b\n2026-01-01T00:00:00.200900000Z c\n"
                   "2026-01-01T00:00:00.200900000Z d\n2026-01-01T00:00:01.000000000Z c\n"
                   "2026-01-01T00:00:01.000000000Z c\n");
        QByteArray last;
        for (const QByteArray& line : all(store))
            last += line.back();
        QCOMPARE(last, "abbcebdcc");
    }

    void resumingWithWholeSecondsAsPodmanSendsThem()
    {
        LogStore store;
        QByteArray text;
        for (int i = 0; i < 300; ++i)
            text += "2026-01-01T03:00:0" + QByteArray::number(i / 100) + "+03:00 " +
                    QByteArray::number(i % 7) + "\n";
        put(store, text);
        const QByteArrayList before = all(store);
        store.ended(broken());
        QCOMPARE(store.prepareResume(), QDateTime(QDate(2026, 1, 1), QTime(0, 0, 2), Qt::UTC));
        put(store, text.sliced(text.indexOf("2026-01-01T03:00:02")));
        QCOMPARE(all(store), before);
        put(store, "2026-01-01T03:00:02+03:00 1\n");
        QCOMPARE(all(store).size(), before.size() + 1);
    }

    void withoutTimestampsNothingIsLeftOut()
    {
        LogStore store;
        put(store, "a\nb\n");
        QVERIFY(!store.prepareResume().isValid());
        put(store, "a\nb\n");
        QCOMPARE(store.counts().end, 4);
    }

    void oneWritesWhileOthersRead()
    {
        LogLimits limits;
        limits.bytes = 1 << 20;
        limits.lineBytes = 1 << 10;
        limits.blockBytes = 16 << 10;
        LogStore store(limits);
        std::atomic<bool> stop{false};
        std::atomic<int> wrong{0};
        const auto reader = [&](unsigned seed) {
            std::mt19937 random(seed);
            while (!stop) {
                const LogCounts counts = store.counts();
                const qint64 span = std::max<qint64>(1, counts.end - counts.first);
                const qint64 at = counts.first + static_cast<qint64>(random() % static_cast<quint64>(span));
                for (const LogLine& line : store.read(at, 50)) {
                    if (!line.partial &&
                        line.bytes != QByteArray::number(line.number) + ":" +
                                          QByteArray(static_cast<int>(line.number % 90), 'y'))
                        ++wrong;
                }
                for (const LogSlice& slice : store.slices(at, counts.complete)) {
                    if (slice.data[static_cast<size_t>(slice.size) - 1] != '\n' ||
                        QByteArray(slice.data.get(), slice.size).toLongLong() > slice.firstLine)
                        ++wrong;
                    qint64 lines = 0;
                    for (qsizetype i = 0; i < slice.size; ++i)
                        lines += slice.data[static_cast<size_t>(i)] == '\n';
                    if (lines == 0)
                        ++wrong;
                }
            }
        };
        std::thread first(reader, 1);
        std::thread second(reader, 2);
        std::mt19937 random(3);
        QByteArray text;
        for (int i = 0; i < 60000; ++i)
            text += QByteArray::number(i) + ":" + QByteArray(i % 90, 'y') + "\n";
        for (qsizetype at = 0; at < text.size();) {
            const auto size =
                std::min<qsizetype>(static_cast<qsizetype>(1 + random() % 5000), text.size() - at);
            store.append(Stream::Stdout, text.constData() + at, size);
            at += size;
        }
        stop = true;
        first.join();
        second.join();
        QCOMPARE(wrong.load(), 0);
        QCOMPARE(store.counts().end, 60000);
    }
};

QTEST_GUILESS_MAIN(TestLogStore)
#include "tst_log_store.moc"
