#include "ui/logs/log_text_job.h"
#include "ui/logs/log_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kaptan;
using namespace kaptan::ui;
using namespace kaptan::workload;

namespace
{
struct Shown {
    std::shared_ptr<LogStore> store = std::make_shared<LogStore>();
    LogView view{store};

    explicit Shown(int lines = 0)
    {
        view.resize(640, 400);
        view.show();
        put(lines);
        view.poll();
        (void)view.grab(); // laid out and painted once
    }

    void put(const QByteArray& bytes, LogSink::Stream stream = LogSink::Stream::Stdout)
    {
        store->append(stream, bytes.constData(), bytes.size());
        view.poll();
    }

    void put(int lines)
    {
        QByteArray text;
        for (int i = 0; i < lines; ++i)
            text += "line " + QByteArray::number(m_next++) + "\n";
        put(text);
    }

    QString copied()
    {
        QGuiApplication::clipboard()->clear();
        view.copy();
        return QGuiApplication::clipboard()->text();
    }

private:
    int m_next = 0;
};
} // namespace

class TestLogView : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void followsUntilSomebodyScrollsUp()
    {
        Shown s(1000);
        const qint64 end = s.view.topLine();
        QVERIFY(end > 950);
        s.put(100);
        QCOMPARE(s.view.topLine(), end + 100);
        QVERIFY(s.view.isFollowing());

        QTest::keyClick(&s.view, Qt::Key_PageUp);
        QVERIFY(!s.view.isFollowing());
        const qint64 top = s.view.topLine();
        s.put(50);
        QCOMPARE(s.view.topLine(), top);
        QCOMPARE(s.view.newLines(), 50);
        auto* button = s.view.findChild<QPushButton*>();
        QVERIFY(button->isVisible());
        QVERIFY(button->text().contains(QStringLiteral("50")));
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(s.view.isFollowing());
        QVERIFY(!button->isVisible());
        QCOMPARE(s.view.topLine(), end + 150);

        // The wheel stops it too, the End key goes on.
        QWheelEvent up(QPointF(50, 50), s.view.viewport()->mapToGlobal(QPointF(50, 50)), {}, QPoint(0, 120),
                       Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(s.view.viewport(), &up);
        QVERIFY(!s.view.isFollowing());
        QTest::keyClick(&s.view, Qt::Key_End);
        QVERIFY(s.view.isFollowing());
        // Down to the end follows as well.
        QTest::keyClick(&s.view, Qt::Key_Up);
        QVERIFY(!s.view.isFollowing());
        QTest::keyClick(&s.view, Qt::Key_Down);
        QVERIFY(s.view.isFollowing());
    }

    void theScrollBarLeadsToTheSameLines()
    {
        Shown s(1000);
        s.view.verticalScrollBar()->setValue(400);
        QCOMPARE(s.view.topLine(), 400);
        QVERIFY(!s.view.isFollowing());
        s.view.verticalScrollBar()->setValue(s.view.verticalScrollBar()->maximum());
        QVERIFY(s.view.isFollowing());
        QTest::keyClick(&s.view, Qt::Key_Home);
        QCOMPARE(s.view.topLine(), 0);
    }

    void wrappedLinesScrollByRows()
    {
        Shown s;
        s.view.setWrap(true);
        s.put(QByteArray(30000, 'x') + "\nlast\n"); // hundreds of rows
        QCOMPARE(s.view.topLine(), 0);              // its end is at the bottom, above "last"
        QVERIFY(s.view.isFollowing());
        QTest::keyClick(&s.view, Qt::Key_Up);
        QVERIFY(!s.view.isFollowing());
        for (int i = 0; i < 500; ++i)
            QTest::keyClick(&s.view, Qt::Key_Down);
        QVERIFY(s.view.isFollowing());
        QTest::keyClick(&s.view, Qt::Key_Home);
        QVERIFY(!s.view.isFollowing());
        // The first page of the line, then the next one: the place in the text moves on.
        const auto click = [&] {
            QTest::mouseClick(s.view.viewport(), Qt::LeftButton, {}, QPoint(100, 100));
        };
        click();
        const int first = s.view.selection().first.column;
        QTest::keyClick(&s.view, Qt::Key_PageDown);
        click();
        QVERIFY(s.view.selection().first.column > first + 500);
        QCOMPARE(s.view.selection().first.line, 0);
        s.view.setWrap(false);
        QTest::keyClick(&s.view, Qt::Key_End);
        QVERIFY(s.view.horizontalScrollBar()->maximum() == 0 || s.view.grab().width() > 0);
    }

    void whatIsSelectedIsWhatIsCopied()
    {
        Shown s;
        s.put("2026-01-01T00:00:00Z first line\n2026-01-01T00:00:01Z \x1B[31mred\x1B[0m and\ttab\n"
              "2026-01-01T00:00:02Z \xC3\xA7i\xC4\x9F"
              "dem\nno stamp\n");
        s.view.selectAll();
        QCOMPARE(s.copied(), QString::fromUtf8("first line\nred and\ttab\nçiğdem\nno stamp"));
        s.view.setTimestamps(true);
        QCOMPARE(s.copied(),
                 QString::fromUtf8("2026-01-01T00:00:00Z first line\n2026-01-01T00:00:01Z red and\ttab\n"
                                   "2026-01-01T00:00:02Z çiğdem\nno stamp"));
        s.view.setTimestamps(false);

        // With the keyboard, from the first visible line.
        s.view.clearSelection();
        QTest::keyClick(&s.view, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&s.view, Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(s.copied(), QStringLiteral("first line\nred and\ttab"));
        QTest::keyClick(&s.view, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(s.copied(), QStringLiteral("first line\nred and\tta"));
        QTest::keyClick(&s.view, Qt::Key_Escape);
        QVERIFY(!s.view.hasSelection());

        // A double click takes a word, a drag goes over lines.
        QTest::mouseDClick(s.view.viewport(), Qt::LeftButton, {}, QPoint(30, 12));
        QCOMPARE(s.copied(), QStringLiteral("first"));
        QTest::mousePress(s.view.viewport(), Qt::LeftButton, {}, QPoint(0, 12));
        QMouseEvent move(QEvent::MouseMove, QPointF(600, 12),
                         s.view.viewport()->mapToGlobal(QPointF(600, 12)), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(s.view.viewport(), &move);
        QTest::mouseRelease(s.view.viewport(), Qt::LeftButton, {}, QPoint(600, 12));
        QCOMPARE(s.copied(), QStringLiteral("first line"));
    }

    void longSelectionsAreCopiedByAWorker()
    {
        Shown s(20000);
        s.view.selectAll();
        QSignalSpy done(&s.view, &LogView::copied);
        s.view.copy();
        QVERIFY(done.isEmpty());
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(done.first().first().toLongLong(), 20000);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 20000);
        QCOMPARE(lines.last(), QStringLiteral("line 19999"));
    }

    void aLineCutForDisplayIsOneInTheCopy()
    {
        Shown s;
        s.put("a" + QByteArray(200000, 'x') + "z\nnext\n");
        QVERIFY(s.view.lineCount() > 3);
        s.view.selectAll();
        const QString text = s.copied();
        QCOMPARE(text.count(u'\n'), 1);
        QCOMPARE(text.indexOf(u'\n'), 200002);
    }

    void findsGoesRoundAndShowsMatchesOnly()
    {
        Shown s(1000);
        s.view.setMatcher(LogMatcher::make(QStringLiteral("LINE 77"), false, false).value());
        QTRY_VERIFY((s.view.poll(), !s.view.search().isBusy()));
        QCOMPARE(s.view.search().matches().size(), size_t(11)); // 77, 770 to 779
        s.view.findNext(false);
        QCOMPARE(s.view.currentMatch(), 10); // the last one: it followed the end
        s.view.findNext(false);
        QCOMPARE(s.view.currentMatch(), 0);
        QVERIFY(s.view.topLine() <= 77 && s.view.topLine() > 50);
        QVERIFY(!s.view.isFollowing());
        s.view.findNext(true);
        QCOMPARE(s.view.currentMatch(), 10);

        s.view.setMatchesOnly(true);
        QCOMPARE(s.view.lineCount(), 11);
        s.put("line 77 again\nsomething else\n");
        QTRY_COMPARE((s.view.poll(), s.view.lineCount()), 12);
        s.view.selectAll();
        const QStringList lines = s.copied().split(u'\n');
        QCOMPARE(lines.size(), 12);
        QCOMPARE(lines.last(), QStringLiteral("line 77 again"));
        (void)s.view.grab();
        s.view.setMatcher({});
        QCOMPARE(s.view.lineCount(), 1002);
    }

    void hostileTextIsPaintedSafely_data()
    {
        QTest::addColumn<bool>("wrap");
        QTest::newRow("wrapped") << true;
        QTest::newRow("scrolled") << false;
    }

    void hostileTextIsPaintedSafely()
    {
        QFETCH(bool, wrap);
        Shown s;
        s.view.setWrap(wrap);
        s.view.setTimestamps(true);
        s.put("2026-01-01T00:00:00Z \xE2\x80\xAE\xE2\x81\xA6rtl\xE2\x80\x8F\n" + QByteArray(1, '\0') +
              "\x1B[\x1B]\x1BP\x1B[999999999999m\n<img src=x onerror=y>\n\xFF\xFE\xC3\n" +
              QByteArray("\xD7\xA9\xCC\x81").repeated(5000) + "\n" + QByteArray("\xCC\x81").repeated(20000) +
              "\n" + QByteArray("\xF0\x9F\x9A\x80").repeated(9000) + "\n" + QByteArray("\t").repeated(20000) +
              "\n" + QByteArray(40000, 'w') + "\n");
        s.view.setMatcher(LogMatcher::make(QStringLiteral("w"), false, false).value());
        for (const int key : {Qt::Key_Home, Qt::Key_PageDown, Qt::Key_Right, Qt::Key_End}) {
            QTest::keyClick(&s.view, static_cast<Qt::Key>(key));
            QVERIFY(!s.view.grab().isNull());
        }
        for (int y = 0; y < 400; y += 9)
            QTest::mouseClick(s.view.viewport(), Qt::LeftButton, {}, QPoint(y * 2, y));
        s.view.selectAll();
        const QString text = s.copied();
        for (const QChar c : text)
            QVERIFY(c.unicode() >= 0x20 || c == u'\n' || c == u'\t');
        QVERIFY(!text.contains(QChar(0x202E)));
        QVERIFY(text.contains(QStringLiteral("<img src=x onerror=y>")));
    }

    void paintsAtItsOwnPaceAndOnlyWhatIsVisible()
    {
        Shown s(1000);
        const auto before = s.view.counters();
        // A hundred thousand lines in a thousand pieces within one turn of the loop.
        QByteArray piece;
        for (int i = 0; i < 100; ++i)
            piece += "many lines of some length " + QByteArray::number(i) + "\n";
        for (int i = 0; i < 1000; ++i)
            s.store->append(LogSink::Stream::Stdout, piece.constData(), piece.size());
        QCoreApplication::sendPostedEvents();
        s.view.poll();
        QTRY_COMPARE(s.view.lineCount(), 101000);
        (void)s.view.grab();
        const auto after = s.view.counters();
        QVERIFY(after.paints - before.paints < 10);
        QVERIFY2(after.layouts - before.layouts < 200,
                 qPrintable(QString::number(after.layouts - before.layouts)));
        // Nothing new: looked at, not painted.
        QCoreApplication::processEvents();
        const qint64 paints = s.view.counters().paints;
        for (int i = 0; i < 10; ++i)
            s.view.poll();
        QCoreApplication::processEvents();
        QCOMPARE(s.view.counters().paints, paints);
        s.view.hide();
        const qint64 polls = s.view.counters().polls;
        s.store->append(LogSink::Stream::Stdout, "x\n", 2);
        QCoreApplication::processEvents();
        QCOMPARE(s.view.counters().polls, polls);
    }

    void linesThatAreDroppedDoNotMoveTheRest()
    {
        LogLimits limits;
        limits.bytes = 40000;
        limits.lineBytes = 1000;
        limits.blockBytes = 4000;
        auto store = std::make_shared<LogStore>(limits);
        LogView view(store);
        view.resize(600, 300);
        view.show();
        const auto put = [&](int from, int to) {
            for (int i = from; i < to; ++i) {
                const QByteArray line = "line " + QByteArray::number(i) + "\n";
                store->append(LogSink::Stream::Stdout, line.constData(), line.size());
            }
            view.poll();
        };
        put(0, 2000);
        view.verticalScrollBar()->setValue(1500);
        const qint64 top = view.topLine();
        put(2000, 3000);
        QCOMPARE(view.topLine(), top);
        put(3000, 9000);
        QCOMPARE(view.topLine(), store->counts().first);
        (void)view.grab();
        store->clear();
        view.poll();
        QCOMPARE(view.lineCount(), 0);
        (void)view.grab();
    }

    void savesAllOrNothing()
    {
        Shown s(5000);
        QTemporaryDir dir;
        LogTextJob job;
        job.end = 5000;
        const QString path = dir.filePath(QStringLiteral("a.log"));
        auto saved = saveLog(s.store, job, path);
        saved.waitForFinished();
        QVERIFY(saved.result().has_value());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto lines = file.readAll().split('\n');
        QCOMPARE(lines.size(), 5001);
        QCOMPARE(lines.at(4999), QByteArray("line 4999"));
        auto failed = saveLog(s.store, job, dir.filePath(QStringLiteral("no/such/dir/a.log")));
        failed.waitForFinished();
        QVERIFY(failed.result().error().as<StorageError>());
    }
};

QTEST_MAIN(TestLogView)
#include "tst_log_view.moc"
