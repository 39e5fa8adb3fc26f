#include "tests/support/fake_session.h"
#include "tests/support/recording_host.h"
#include "ui/common/style.h"
#include "ui/logs/instance_picker.h"
#include "ui/logs/logs_pane.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kaptan;
using namespace kaptan::test;
using namespace kaptan::ui;
using namespace kaptan::workload;
using namespace std::chrono_literals;

namespace
{
struct Shown {
    RecordingHost host;
    ManualClock clock;
    FakeSession session;
    Workload web = makeWorkload(QStringLiteral("web"), 2);
    LogsPane pane{host, nullptr, clock};

    Shown()
    {
        session.setWorkloads({web, makeWorkload(QStringLiteral("<b>cart</b>"), 1)});
        pane.resize(1000, 500);
        pane.setSession(&session);
        pane.show();
    }

    QString first() const { return web.instances[0].id; }

    void open()
    {
        pane.showTarget({{QStringLiteral("instanceId"), first()},
                         {QStringLiteral("name"), web.instances[0].name},
                         {QStringLiteral("workloadId"), web.id}});
    }

    void put(const QByteArray& bytes) { session.logSource().append(pane.feed()->target().instanceId, bytes); }

    void look()
    {
        pane.feed()->poll();
        pane.view()->poll();
    }

    QStringList lines() const
    {
        QStringList lines;
        for (const LogLine& line : pane.view()->store()->read(0, 10000))
            lines << QString::fromUtf8(line.bytes);
        return lines;
    }

    QStringList chips() const
    {
        QStringList words;
        for (const ChipLabel* chip : pane.findChildren<ChipLabel*>()) {
            if (chip->isVisible())
                words << chip->text();
        }
        return words;
    }
};

Error broken()
{
    return Error(TransportError{TransportError::Kind::Closed, QStringLiteral("/run/x.sock"), {}});
}
} // namespace

class TestLogsPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void opensWhatItIsToldTo()
    {
        Shown s;
        QCOMPARE(s.session.logSource().opened, 0);
        s.open();
        QCOMPARE(s.session.logSource().opened, 1);
        QCOMPARE(s.session.logSource().current.first()->instanceId, s.first());
        QCOMPARE(s.session.logSource().current.first()->options.tail, 10000);
        s.put("2026-01-01T00:00:00.5Z hello\n");
        s.look();
        QCOMPARE(s.pane.view()->lineCount(), 1);
        s.open(); // the same again changes nothing
        QCOMPARE(s.session.logSource().opened, 1);
        s.pane.showTarget({{QStringLiteral("workloadId"), QStringLiteral("deployment:<b>cart</b>")}});
        s.look();
        QCOMPARE(s.session.logSource().current.size(), 1);
        QCOMPARE(s.session.logSource().current.first()->instanceId, QStringLiteral("id-<b>cart</b>-1"));
        QCOMPARE(s.pane.view()->lineCount(), 0);
        s.pane.setSession(nullptr);
        QVERIFY(s.session.logSource().current.isEmpty());
    }

    void theChooserListsAndNarrowsByKeyboard()
    {
        Shown s;
        s.pane.action(QStringLiteral("choose"))->trigger();
        InstancePicker* picker = s.pane.picker();
        QVERIFY(picker->isVisible());
        QTRY_COMPARE(picker->list()->count(), 3);
        QTest::keyClicks(picker->filterEdit(), QStringLiteral("WEB"));
        QTRY_COMPARE(picker->list()->count(), 2);
        QTest::keyClick(picker->filterEdit(), Qt::Key_Down);
        QTest::keyClick(picker->filterEdit(), Qt::Key_Return);
        QVERIFY(!picker->isVisible());
        QCOMPARE(s.pane.feed()->target().name, s.web.instances[1].name);
    }

    /// A list of a whole cluster would stop the window for seconds: it is cut, and found by typing.
    void theChooserShowsThePartOfAMultitudeThatIsAskedFor()
    {
        Shown s;
        s.session.put(makeWorkload(QStringLiteral("many"), 1200));
        s.pane.action(QStringLiteral("choose"))->trigger();
        InstancePicker* picker = s.pane.picker();
        QTRY_COMPARE(picker->list()->count(), 501);
        QListWidgetItem* hint = picker->list()->item(500);
        QVERIFY(!(hint->flags() & Qt::ItemIsSelectable));
        picker->list()->setCurrentRow(499);
        QTest::keyClick(picker->filterEdit(), Qt::Key_Down); // not onto the hint
        QCOMPARE(picker->list()->currentRow(), 499);
        QTest::keyClicks(picker->filterEdit(), QStringLiteral("many-1187"));
        QTest::keyClick(picker->filterEdit(),
                        Qt::Key_Return); // means what was typed, looked up already or not
        QTRY_VERIFY(!picker->isVisible());
        QVERIFY2(s.pane.feed()->target().name.endsWith(QStringLiteral("many-1187")),
                 qPrintable(s.pane.feed()->target().name));
    }

    void ofAPodWithSeveralContainersTheLogOfOneIsKeptTo()
    {
        Shown s;
        Workload pod = makeWorkload(QStringLiteral("two"), 1);
        for (const char* name : {"app", "sidecar"}) {
            InstanceContainer one;
            one.name = QString::fromLatin1(name);
            pod.instances[0].containers.append(one);
        }
        s.session.put(pod);
        s.pane.action(QStringLiteral("choose"))->trigger();
        QTest::keyClicks(s.pane.picker()->filterEdit(), QStringLiteral("sidecar"));
        QTest::keyClick(s.pane.picker()->filterEdit(), Qt::Key_Return);
        const auto opened = [&s] {
            const auto& logs = s.session.logSource().current;
            return logs.isEmpty() ? QString() : logs.first()->instanceId;
        };
        QTRY_COMPARE(opened(), pod.instances[0].id + QStringLiteral("/sidecar"));
        pod.instances[0].id = QStringLiteral("id-of-the-next");
        s.session.put(pod);
        QTRY_COMPARE(opened(), QStringLiteral("id-of-the-next/sidecar"));
        QCOMPARE(s.pane.feed()->target().shownName(), pod.instances[0].name + QStringLiteral("/sidecar"));
    }

    void pausingHoldsTheSender()
    {
        Shown s;
        s.open();
        s.put("a\n");
        s.look();
        s.pane.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&s.pane));
        s.pane.view()->setFocus();
        QTest::keyClick(s.pane.view(), Qt::Key_P);
        QVERIFY(s.session.logSource().current.first()->paused);
        QVERIFY(!s.pane.view()->isFollowing());
        s.put("b\nc\n"); // was on the way
        s.look();
        QVERIFY2(s.chips().join(u'|').contains(u'2'), qPrintable(s.chips().join(u'|')));
        QTest::keyClick(s.pane.view(), Qt::Key_F); // following means reading
        QVERIFY(!s.session.logSource().current.first()->paused);
        QVERIFY(s.pane.view()->isFollowing());
        QVERIFY(s.chips().isEmpty());
    }

    void aBrokenConnectionGoesOnWithoutRepeats()
    {
        Shown s;
        s.open();
        s.put("2026-01-01T00:00:00.100000000Z a\n2026-01-01T00:00:00.200000005Z b\n2026-01-01T00:00:00.3");
        s.session.setPhase(session::Phase::Reconnecting, broken());
        s.session.logSource().end(s.first(), broken());
        s.look();
        QVERIFY(s.session.logSource().current.isEmpty());
        QVERIFY(s.pane.feed()->state() == LogFeed::State::Waiting);
        s.clock.advance(60s); // not while the session is away
        QCOMPARE(s.session.logSource().opened, 1);

        s.session.setPhase(session::Phase::Live);
        QCOMPARE(s.session.logSource().opened, 2);
        const LogOptions options = s.session.logSource().current.first()->options;
        QCOMPARE(options.since, QDateTime(QDate(2026, 1, 1), QTime(0, 0, 0, 200), Qt::UTC));
        QCOMPARE(options.tail, -1);
        s.put("2026-01-01T00:00:00.200000005Z b\n2026-01-01T00:00:00.300000000Z c\n");
        s.look();
        QCOMPARE(s.lines().join(u'|'),
                 QStringLiteral("2026-01-01T00:00:00.100000000Z a|2026-01-01T00:00:00.200000005Z b|"
                                "2026-01-01T00:00:00.300000000Z c"));
    }

    void aLogThatBreaksAloneIsTriedAgainSlowerAndSlower()
    {
        Shown s;
        s.open();
        for (int i = 0; i < 20; ++i) {
            s.session.logSource().end(s.first(), broken());
            s.look();
            s.clock.advance(1s);
        }
        QVERIFY2(s.session.logSource().opened < 8, qPrintable(QString::number(s.session.logSource().opened)));
        // The jitter may just have opened it again: it breaks once more.
        s.session.logSource().end(s.first(), broken());
        s.look();
        QVERIFY(s.pane.feed()->error().has_value());
        s.clock.advance(60s);
        QVERIFY(s.pane.feed()->state() == LogFeed::State::Following);
    }

    void aStoppedInstanceSaysSoAndGoesOnWhenItRuns()
    {
        Shown s;
        s.open();
        s.put("2026-01-01T00:00:00.1Z a\n");
        s.web.instances[0].state = InstanceState::Exited;
        s.web.instances[0].exitCode = 137;
        s.session.put(s.web);
        s.session.logSource().end(s.first());
        s.look();
        QVERIFY(s.pane.feed()->state() == LogFeed::State::Stopped);
        QVERIFY2(s.chips().join(u'|').contains(QStringLiteral("137")), qPrintable(s.chips().join(u'|')));
        s.clock.advance(60s);
        QCOMPARE(s.session.logSource().opened, 1);
        s.web.instances[0].state = InstanceState::Running;
        s.session.put(s.web);
        s.clock.advance(1s);
        QCOMPARE(s.session.logSource().opened, 2);
        QVERIFY(s.session.logSource().current.first()->options.since.isValid());
        QVERIFY(s.chips().isEmpty());
    }

    void aReplicaThatIsReplacedIsFollowed()
    {
        Shown s;
        s.open();
        s.put("2026-01-01T00:00:00.1Z old\n");
        s.session.logSource().end(s.first());
        s.web.instances[0].id = QStringLiteral("id-new");
        s.session.put(s.web);
        s.look();
        s.clock.advance(1s);
        QCOMPARE(s.session.logSource().current.size(), 1);
        QCOMPARE(s.session.logSource().current.first()->instanceId, QStringLiteral("id-new"));
        s.put("2026-01-01T00:00:09.1Z new\n");
        s.look();
        QCOMPARE(s.pane.view()->lineCount(), 2);

        s.session.take(s.web.id);
        s.session.logSource().end(QStringLiteral("id-new"));
        s.look();
        QVERIFY(s.pane.feed()->state() == LogFeed::State::Gone);
        QCOMPARE(s.pane.view()->lineCount(), 2); // what was read stays
    }

    void searchesFromTheField()
    {
        Shown s;
        s.open();
        s.put("one\ntwo\nthree two\n");
        s.look();
        s.pane.focusFilter();
        auto* field = s.pane.findChild<QLineEdit*>(QStringLiteral("filterEdit"));
        QTest::keyClicks(field, QStringLiteral("TWO"));
        QTRY_COMPARE((s.look(), s.pane.view()->search().matches().size()), size_t(2));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(s.pane.view()->currentMatch(), 1);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(s.pane.view()->currentMatch(), 0);
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(s.pane.view()->currentMatch(), 1);
        s.pane.action(QStringLiteral("matchesOnly"))->trigger();
        QCOMPARE(s.pane.view()->lineCount(), 2);
        s.pane.action(QStringLiteral("case"))->trigger();
        QTRY_COMPARE((s.look(), s.pane.view()->lineCount()), 0);
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(s.pane.view()->lineCount(), 3);
        // A broken expression finds nothing and says why.
        s.pane.action(QStringLiteral("expression"))->trigger();
        QTest::keyClicks(field, QStringLiteral("(("));
        QVERIFY(!s.pane.view()->search().isActive());
        QVERIFY(!s.pane.action(QStringLiteral("next"))->isEnabled());
        QVERIFY(!s.pane.action(QStringLiteral("next"))->toolTip().isEmpty());
    }

    void savesThroughATask()
    {
        Shown s;
        s.open();
        s.put("a\nb\n");
        s.look();
        QTemporaryDir dir;
        s.pane.saveTo(dir.filePath(QStringLiteral("x.log")));
        QCOMPARE(s.host.tasks.size(), 1);
        s.host.lastTask.waitForFinished();
        QFile file(dir.filePath(QStringLiteral("x.log")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("a\nb\n"));
    }

    void everyActionHasWordsAndEveryButtonAName()
    {
        Shown s;
        for (const QAction* action : s.pane.paletteActions())
            QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        s.open();
        for (const QWidget* widget : s.pane.findChildren<QWidget*>()) {
            if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible())
                QVERIFY2(!widget->accessibleName().isEmpty(),
                         qPrintable(QString::fromLatin1(widget->metaObject()->className()) +
                                    widget->objectName()));
        }
    }
};

QTEST_MAIN(TestLogsPane)
#include "tst_logs_pane.moc"
