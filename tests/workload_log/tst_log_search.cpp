#include "app/workload/log_search.h"

#include <QTest>

using namespace kaptan;
using namespace kaptan::workload;

namespace
{
LogMatcher matcher(const QString& pattern, bool expression = false, bool caseSensitive = false,
                   const QLocale& locale = QLocale::c())
{
    return LogMatcher::make(pattern, expression, caseSensitive, locale).value();
}

bool found(const LogMatcher& m, const QByteArray& line)
{
    return m.matches(line.constData(), line.size());
}

QString shown(const QByteArray& line)
{
    return decodeLogLine(line.constData(), line.size()).text;
}

void put(LogStore& store, const QByteArray& bytes)
{
    store.append(LogSink::Stream::Stdout, bytes.constData(), bytes.size());
}
} // namespace

class TestLogSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void stamps_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<int>("length");
        const qint64 start = QDateTime(QDate(2024, 2, 29), QTime(12, 34, 56), Qt::UTC).toMSecsSinceEpoch();
        QTest::newRow("Docker") << QByteArray("2024-02-29T12:34:56.123456789Z text") << start + 123 << 31;
        QTest::newRow("Podman") << QByteArray("2024-02-29T15:34:56+03:00 text") << start << 26;
        QTest::newRow("west") << QByteArray("2024-02-29T07:04:56.5-05:30 ") << start + 500 << 28;
        QTest::newRow("bare") << QByteArray("2024-02-29T12:34:56Z") << start << 20;
        QTest::newRow("old") << QByteArray("1969-12-31T23:59:59Z x") << qint64(-1000) << 21;
        QTest::newRow("no blank") << QByteArray("2024-02-29T12:34:56Ztext") << qint64(0) << 0;
        QTest::newRow("month 13") << QByteArray("2024-13-29T12:34:56Z text") << qint64(0) << 0;
        QTest::newRow("cut off") << QByteArray("2024-02-29T12:34:56.1234") << qint64(0) << 0;
        QTest::newRow("zone cut off") << QByteArray("2024-02-29T12:34:56+0") << qint64(0) << 0;
        QTest::newRow("words") << QByteArray("listening on port 80, all is well") << qint64(0) << 0;
    }

    void stamps()
    {
        QFETCH(QByteArray, line);
        QFETCH(qint64, ms);
        QFETCH(int, length);
        const auto stamp = parseLogStamp(line.constData(), line.size());
        QCOMPARE(stamp.has_value(), length > 0);
        if (stamp) {
            QCOMPARE(stamp->ms(), ms);
            QCOMPARE(stamp->length, length);
        }
    }

    void hostileBytesAreShownSafely()
    {
        QCOMPARE(shown("a\tb\r\r"), QStringLiteral("a\tb"));
        QCOMPARE(shown(QByteArray("a\0b\x07\x7F", 5)), QString::fromUtf8("a\u2400b\u2407\u2421"));
        QCOMPARE(shown("10%\r20%"), QString::fromUtf8("10%\u240D20%"));
        QCOMPARE(shown("\xE2\x80\xAEtxt.exe"), QString::fromUtf8("\uFFFDtxt.exe"));
        QCOMPARE(shown("\xFF\xFEx"), QString::fromUtf8("\uFFFD\uFFFDx"));
        QCOMPARE(shown("\xC2\x9B"
                       "31m"),
                 QString::fromUtf8("\uFFFD31m"));
        QCOMPARE(shown("\x1B]0;title\x07"
                       "a\x1B[2Jb\x1B(Bc\x1B"),
                 QStringLiteral("abc"));
        // A sequence without an end does not hide what follows.
        QVERIFY(shown("\x1B]0;secret deeds").contains(QStringLiteral("secret deeds")));
        QCOMPARE(shown("\x1B[12;\x01x"), QString::fromUtf8("\u2401x"));
    }

    void coloursBecomeSpans()
    {
        const QByteArray line("\x1B[31merr\x1B[0m ok \x1B[1;38;5;10;48;2;0;0;255mx\x1B[39m\x1B[22my");
        const LogDisplay display = decodeLogLine(line.constData(), line.size());
        QCOMPARE(display.text, QStringLiteral("err ok xy"));
        QCOMPARE(display.spans.size(), 3);
        QCOMPARE(display.spans[0].start, 0);
        QCOMPARE(display.spans[0].length, 3);
        QCOMPARE(int(display.spans[0].style.foreground), 1);
        QCOMPARE(int(display.spans[1].style.foreground), 10);
        QCOMPARE(int(display.spans[1].style.background), 12);
        QVERIFY(display.spans[1].style.bold);
        QCOMPARE(int(display.spans[2].style.foreground), -1);
        QVERIFY(!display.spans[2].style.bold);
    }

    void wordsAreFoundInEveryCase_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("turkish");
        QTest::addColumn<bool>("expected");
        const auto u = [](const char* text) { return QString::fromUtf8(text); };
        QTest::newRow("ascii") << u("ERRor") << QByteArray("an errOR here") << false << true;
        QTest::newRow("info in Turkish") << u("info") << QByteArray("INFO started") << true << true;
        QTest::newRow("İ") << u("istanbul") << QByteArray("merhaba İSTANBUL") << true << true;
        QTest::newRow("İ, needle") << u("İstanbul") << QByteArray("merhaba istanbul") << true << true;
        QTest::newRow("ı") << u("ışık") << QByteArray("IŞIK") << true << true;
        QTest::newRow("ı elsewhere") << u("ı") << QByteArray("Iq") << false << false;
        QTest::newRow("ç") << u("çay") << QByteArray("ÇAY") << false << true;
        QTest::newRow("letters it has not") << u("ğ") << QByteArray("g") << true << false;
        QTest::newRow("through colours") << u("error") << QByteArray("er\x1B[31mror") << false << true;
        QTest::newRow("not in escapes") << u("31m") << QByteArray("er\x1B[31mror") << false << false;
    }

    void wordsAreFoundInEveryCase()
    {
        QFETCH(QString, pattern);
        QFETCH(QByteArray, line);
        QFETCH(bool, turkish);
        QFETCH(bool, expected);
        const QLocale locale(turkish ? QLocale::Turkish : QLocale::English);
        QCOMPARE(found(matcher(pattern, false, false, locale), line), expected);
    }

    void caseAndExpressions()
    {
        QVERIFY(!found(matcher(QStringLiteral("Error"), false, true), "error"));
        QVERIFY(found(matcher(QStringLiteral("Error"), false, true), "Error"));
        QVERIFY(found(matcher(QStringLiteral("^e.*r$"), true), "Error\r"));
        QVERIFY(!found(matcher(QStringLiteral("^e.*r$"), true, true), "Error"));
        QVERIFY(!LogMatcher::make(QStringLiteral("(("), true, false).has_value());
        QVERIFY(!found(LogMatcher(), "x"));
        const auto places = matcher(QStringLiteral("aa")).find(QStringLiteral("aaAAb"));
        QCOMPARE(places, (QVector<QPair<int, int>>{{0, 2}, {2, 2}}));
    }

    void anExpressionThatExplodesGivesUp()
    {
        const LogMatcher bad = matcher(QStringLiteral("^(([a-z])+.)+[A-Z]([a-z])+$"), true, true);
        QVERIFY(!found(bad, QByteArray(5000, 'a')));
        QVERIFY(bad.find(QString(5000, u'a')).isEmpty());
    }

    void aSearchFollowsTheStore()
    {
        LogLimits limits;
        limits.bytes = 100000;
        limits.lineBytes = 1000;
        limits.blockBytes = 10000;
        LogStore store(limits);
        for (int i = 0; i < 1000; ++i)
            put(store, i % 10 == 3 ? "2026-01-01T00:00:00Z needle\n" : "2026-01-01T00:00:00Z hay\n");
        LogSearch search(store);
        search.start(matcher(QStringLiteral("NEEDLE")));
        QTRY_VERIFY((search.poll(), !search.isBusy() && search.scannedTo() == 1000));
        QCOMPARE(search.matches().size(), size_t(100));
        QCOMPARE(search.matches().at(1), 13);
        // The timestamp is no text to be searched.
        search.start(matcher(QStringLiteral("2026")));
        QTRY_VERIFY((search.poll(), !search.isBusy()));
        QVERIFY(search.matches().empty());

        search.start(matcher(QStringLiteral("needle")));
        QTRY_VERIFY((search.poll(), !search.isBusy()));
        put(store, "needle\nneed");
        QTRY_VERIFY((search.poll(), search.scannedTo() == 1001));
        QCOMPARE(search.matches().back(), 1000);
        put(store, "le\n");
        QTRY_COMPARE((search.poll(), search.matches().back()), 1001);
        for (int i = 0; i < 5000; ++i)
            put(store, "2026-01-01T00:00:00Z only hay from now on\n");
        QTRY_VERIFY((search.poll(), search.scannedTo() == store.counts().complete));
        QVERIFY(search.matches().empty());
        QCOMPARE(search.forgotten(), 102);
    }

    void aMillionLinesWithoutTheCallersThread()
    {
        LogStore store;
        QByteArray chunk;
        for (int i = 0; i < 1000; ++i)
            chunk += "2026-01-01T00:00:00.000000000Z GET /items/" + QByteArray::number(i) + " 200 OK\n";
        for (int i = 0; i < 1000; ++i)
            put(store, chunk);
        QCOMPARE(store.counts().end, 1000000);
        LogSearch search(store);
        search.start(matcher(QStringLiteral("items/77 ")));
        search.start(matcher(QStringLiteral("/items/777 "))); // the first is cancelled
        QTRY_VERIFY_WITH_TIMEOUT((search.poll(), !search.isBusy()), 60000);
        QCOMPARE(search.matches().size(), size_t(1000));
        QCOMPARE(search.matches().back(), 999777);
    }

    void aSearchMayEndBeforeItsWorker()
    {
        LogStore store;
        for (int i = 0; i < 100000; ++i)
            put(store, "some line of text\n");
        for (int i = 0; i < 20; ++i) {
            LogSearch search(store);
            search.start(matcher(QStringLiteral("text")));
        }
        QVERIFY(QThreadPool::globalInstance()->waitForDone(60000));
    }
};

QTEST_GUILESS_MAIN(TestLogSearch)
#include "tst_log_search.moc"
