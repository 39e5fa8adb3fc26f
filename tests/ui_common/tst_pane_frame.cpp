#include "sample_model.h"
#include "tests/support/fake_session.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/faces.h"
#include "ui/common/pane_frame.h"
#include "ui/common/plain_text.h"
#include "ui/common/stall_meter.h"
#include "ui/common/table_view.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <ctime>

using namespace kaptan;
using namespace kaptan::ui;
using session::Phase;

namespace
{

Error refused()
{
    return Error(TransportError{TransportError::Kind::Refused, QStringLiteral("/run/docker.sock"),
                                QStringLiteral("connect: refused")});
}

struct Framed {
    Framed()
    {
        frame.setTitle(QStringLiteral("Deployments"));
        frame.setCountText(QStringLiteral("6 of 6"));
        frame.setChips({{QStringLiteral("failing"), QStringLiteral("error"), QStringLiteral("1 failing"),
                         Tone::Error, QStringLiteral("Show only these")}});
        deploy.setText(QStringLiteral("Deploy …"));
        frame.addHeaderAction(&deploy, Look::Primary);
        table = new TableView;
        table->setRowModel(&model);
        frame.filterEdit();
        frame.setContent(table);
        frame.setEmptyFace(QStringLiteral("deployments"), QStringLiteral("Nothing is deployed"),
                           QStringLiteral("Deploy an image to begin."), &deploy);
        frame.resize(1100, 600);
        frame.show();
    }

    QAction deploy;
    SampleModel model;
    PaneFrame frame;
    TableView* table;
};

} // namespace

class TestPaneFrame : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        Style::instance().apply(Theme::Light, Density::Normal);
    }

    void theFaceFollowsSessionAndContent()
    {
        using Face = PaneFrame::Face;
        using Content = PaneFrame::ContentState;
        test::FakeSession session;
        session.setPhase(Phase::Connecting);
        Framed f;
        f.frame.followSession(nullptr);
        QCOMPARE(f.frame.face(), Face::Empty);
        QSignalSpy wanted(&f.frame, &PaneFrame::connectionsRequested);
        f.frame.findChild<QPushButton*>(QStringLiteral("faceButton"))->click();
        QCOMPARE(wanted.size(), 1);

        f.frame.followSession(&session);
        QCOMPARE(f.frame.face(), Face::Loading);
        session.setPhase(Phase::Live);
        QCOMPARE(f.frame.face(), Face::Loading); // nothing came yet
        f.frame.setContentState(Content::Empty);
        QCOMPARE(f.frame.face(), Face::Empty);
        QVERIFY(!f.table->isVisible());
        f.model.setRows(SampleModel::some());
        f.frame.setContentState(Content::Data);
        QCOMPARE(f.frame.face(), Face::Data);
        QVERIFY(f.table->isVisible());
        shot(f, "data");

        session.setPhase(Phase::Reconnecting, refused());
        QCOMPARE(f.frame.face(), Face::Stale);
        QVERIFY(f.table->isVisible());
        auto* banner = f.frame.findChild<StaleBanner*>();
        QVERIFY(banner->isVisible());
        QVERIFY(banner->accessibleName().contains(QStringLiteral("/run/docker.sock")));
        shot(f, "stale");
        f.frame.findChild<QPushButton*>(QStringLiteral("staleRetry"))->click();
        QVERIFY(session.actions.contains(QStringLiteral("retry")));

        session.setPhase(Phase::Live);
        QCOMPARE(f.frame.face(), Face::Data);
        QVERIFY(!banner->isVisible());
        f.frame.setContentState(Content::NoMatch);
        QCOMPARE(f.frame.face(), Face::Empty);
    }

    void rowsOfAFormerConnectionAreNotShownAsCurrent()
    {
        test::FakeSession session;
        session::ConnectionState state;
        state.phase = Phase::Connecting;
        session.setState(state);
        Framed f;
        f.frame.followSession(&session);
        f.model.setRows(SampleModel::some());
        f.frame.setContentState(PaneFrame::ContentState::Data);
        QCOMPARE(f.frame.face(), PaneFrame::Face::Data); // it is just coming
        session.setPhase(Phase::Live);
        QCOMPARE(f.frame.face(), PaneFrame::Face::Data);
        session.setPhase(Phase::Connecting);
        QCOMPARE(f.frame.face(), PaneFrame::Face::Loading);
        QVERIFY(!f.table->isVisible());
    }

    void aConnectionThatNeverWasIsAnError()
    {
        test::FakeSession session;
        session::ConnectionState state;
        state.phase = Phase::Failed;
        state.error = refused();
        session.setState(state);
        Framed f;
        f.frame.followSession(&session);
        QCOMPARE(f.frame.face(), PaneFrame::Face::Error);
        auto* face = f.frame.findChild<FaceWidget*>();
        QVERIFY(face->title().contains(QStringLiteral("/run/docker.sock")));
        QVERIFY(!face->text().isEmpty());
        shot(f, "error");
    }

    void aPanesOwnErrorCanBeRetried()
    {
        test::FakeSession session;
        Framed f;
        f.frame.followSession(&session);
        f.frame.setContentState(PaneFrame::ContentState::Data);
        int retried = 0;
        f.frame.showError(
            Error(EngineError{500, QStringLiteral("no\nspace <b>left</b>"), QStringLiteral("GET /x")}),
            [&] { ++retried; });
        QCOMPARE(f.frame.face(), PaneFrame::Face::Error);
        f.frame.findChild<QPushButton*>(QStringLiteral("faceButton"))->click();
        QCOMPARE(retried, 1);
        QCOMPARE(f.frame.face(), PaneFrame::Face::Data);
    }

    void theSkeletonComesOnlyLate()
    {
        Framed f;
        auto* skeleton = f.frame.findChild<SkeletonWidget*>();
        QVERIFY(!skeleton->isVisible());
        QTRY_VERIFY(skeleton->isVisible());
        shot(f, "loading");
        f.frame.setContentState(PaneFrame::ContentState::Data);
        QVERIFY(!skeleton->isVisible());
    }

    void escapeLeavesTheFilterAndTheDrawer()
    {
        Framed f;
        f.frame.setContentState(PaneFrame::ContentState::Data);
        f.model.setRows(SampleModel::some());
        QVERIFY(QTest::qWaitForWindowExposed(&f.frame));
        QSignalSpy filter(&f.frame, &PaneFrame::filterChanged);
        f.frame.focusFilter();
        QLineEdit* edit = f.frame.filterEdit();
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, QStringLiteral("ca"));
        QCOMPARE(filter.size(), 2);
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(edit->text().isEmpty());
        QTest::keyClick(edit, Qt::Key_Down);
        QTRY_VERIFY(f.table->hasFocus());

        Drawer* drawer = f.frame.drawer(QStringLiteral("test"));
        auto* facts = new FactList;
        facts->set(QStringLiteral("image"), QStringLiteral("Image"), QStringLiteral("test/busybox:1"),
                   Look::Mono);
        facts->set(QStringLiteral("ready"), QStringLiteral("Ready"), QStringLiteral("2 of 2"));
        drawer->addTab(QStringLiteral("summary"), QStringLiteral("Summary"), facts);
        drawer->addTab(QStringLiteral("logs"), QStringLiteral("Logs"), new QWidget);
        drawer->setHeading(QStringLiteral("cart"), QStringLiteral("progress"), QStringLiteral("Under way"),
                           Tone::Progress);
        QVERIFY(!drawer->isOpen());
        drawer->open();
        QVERIFY(drawer->isVisible());
        QVERIFY(drawer->width() >= 300);
        shot(f, "drawer");
        drawer->setCurrentTab(QStringLiteral("logs"));
        QCOMPARE(drawer->currentTab(), QStringLiteral("logs"));
        QTest::keyClick(drawer, Qt::Key_Escape);
        QVERIFY(!drawer->isVisible());
        QVERIFY(f.table->hasFocus());
    }

    void aChipIsAButton()
    {
        Framed f;
        QSignalSpy clicked(&f.frame, &PaneFrame::chipClicked);
        auto* chip = f.frame.findChild<ChipLabel*>();
        QTest::keyClick(chip, Qt::Key_Space);
        QCOMPARE(clicked.value(0).value(0).toString(), QStringLiteral("failing"));
    }

    void aButtonFollowsItsAction()
    {
        QAction action(QStringLiteral("&Stop"));
        action.setShortcut(QKeySequence(QStringLiteral("Ctrl+T")));
        ActionButton button(&action);
        QVERIFY(button.toolTip().contains(QStringLiteral("Ctrl+T")));
        setActionReason(&action, QStringLiteral("This connection is read-only."));
        QVERIFY(!button.isEnabled());
        QVERIFY(button.toolTip().contains(QStringLiteral("read-only")));
        setActionReason(&action, {});
        QVERIFY(button.isEnabled());
        QVERIFY(button.toolTip().contains(QStringLiteral("Stop")));
    }

    void theDefaultOfAQuestionIsNo()
    {
        QWidget window;
        window.show();
        int confirmed = 0;
        Question question;
        question.title = QStringLiteral("Delete deployment");
        question.text = QStringLiteral("3 containers are stopped and deleted.");
        question.goes = {{QStringLiteral("3 containers"),
                          {QStringLiteral("web-1"), QStringLiteral("web-2"), QString(10'000, u'x')}}};
        question.stays = {{QStringLiteral("1 volume is kept"), {QStringLiteral("data")}}};
        question.confirmText = QStringLiteral("Delete 3 containers");
        auto* dialog = ConfirmDialog::ask(&window, question, [&] { ++confirmed; });
        QVERIFY(dialog->width() < 900);
        const QString shots = qEnvironmentVariable("KAPTAN_SHOTS");
        if (!shots.isEmpty())
            dialog->grab().save(shots + QStringLiteral("/confirm.png"));
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(confirmed, 0);

        question.typedName = QStringLiteral("web");
        dialog = ConfirmDialog::ask(&window, question, [&] { ++confirmed; });
        auto* yes = dialog->findChild<QPushButton*>(QStringLiteral("confirmYes"));
        QVERIFY(!yes->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("confirmName")), QStringLiteral("web"));
        QVERIFY(yes->isEnabled());
        yes->click();
        QCOMPARE(confirmed, 1);
    }

    void plainText()
    {
        QCOMPARE(plainLine(QStringLiteral("a\r\n\tb")), QStringLiteral("a b"));
        QCOMPARE(plainLine(QStringLiteral("<b>")), QStringLiteral("<b>"));
        QCOMPARE(plainLine(QString(20'000, u'x')).size(), 10'001);
        const QString arabic = QString::fromUtf8("مرحبا");
        QCOMPARE(plainLine(arabic), QChar(0x2068) + arabic + QChar(0x2069));
        QCOMPARE(plainLine(QStringLiteral("evil\u202Egnp.exe\u2066")), QStringLiteral("evilgnp.exe"));
        QCOMPARE(plainBlock(QStringLiteral("a\n\x1b[31mb")), QStringLiteral("a\n [31mb"));
        QVERIFY(!plainToolTip(QStringLiteral("<img src=x>")).contains(QStringLiteral("<img")));
        // half of a surrogate pair is not left over
        const QString smile = QString::fromUtf8("😀");
        QCOMPARE(plainLine(QString(9, u'x') + smile, 10), QString(9, u'x') + u'…');
    }

    void formats()
    {
        const QDateTime now(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);
        QCOMPARE(relativeTime(now.addSecs(-2), now), QStringLiteral("now"));
        QCOMPARE(relativeTime(now.addSecs(30), now), QStringLiteral("now"));
        QCOMPARE(relativeTime(now.addSecs(-40), now), QStringLiteral("40 s"));
        QCOMPARE(relativeTime(now.addSecs(-200), now), QStringLiteral("3 min"));
        QCOMPARE(relativeTime(now.addSecs(-9 * 3600), now), QStringLiteral("9 h"));
        QCOMPARE(relativeTime(now.addDays(-41), now), QStringLiteral("41 d"));
        QCOMPARE(relativeTime({}, now), QStringLiteral("–"));
        QVERIFY(absoluteTime(now).startsWith(QStringLiteral("2026-11-24")));
        QCOMPARE(durationText(3400), QStringLiteral("3.4 s"));
        QCOMPARE(durationText(125'000), QStringLiteral("2 min 5 s"));
        QCOMPARE(bytesCell(536870912).text, QStringLiteral("512"));
        QCOMPARE(bytesCell(536870912).unit, QStringLiteral("Mi"));
        QCOMPARE(readyCell(0, 3).tone, Tone::Error);
        QCOMPARE(readyCell(2, 3).tone, Tone::Warning);
        QCOMPARE(readyCell(0, 0).tone, Tone::Neutral);
        workload::PortMapping four{QStringLiteral("0.0.0.0"), 8080, 0, 80};
        workload::PortMapping six{QStringLiteral("::"), 8080, 0, 80};
        workload::PortMapping udp{{}, 0, 0, 53, QStringLiteral("udp")};
        QCOMPARE(portsText({four, six, udp}), QStringLiteral("8080 → 80, 53/udp"));
    }

    void theStallMeterSeesAStall()
    {
        StallMeter meter;
        QSignalSpy stalled(&meter, &StallMeter::stalled);
        QTimer::singleShot(0, this, [] {
            const auto cpuMs = [] {
                timespec time{};
                clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
                return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
            };
            volatile double x = 1;
            // Busy on purpose, and by CPU time, which is what is measured: others may have the machine
            // meanwhile.
            for (const qint64 start = cpuMs(); cpuMs() - start < 60;)
                x = x * 1.0000001;
        });
        QTRY_VERIFY_WITH_TIMEOUT(!stalled.isEmpty(), 60000);
        QVERIFY(meter.report().worstCpuNs > StallMeter::frameNs);
        QVERIFY(meter.report().overFrame >= 1);
        meter.reset();
        QCOMPARE(meter.report().turns, 0);
    }

private:
    static void shot(const Framed& f, const char* name)
    {
        const QString shots = qEnvironmentVariable("KAPTAN_SHOTS");
        if (shots.isEmpty())
            return;
        QCoreApplication::processEvents();
        const_cast<PaneFrame&>(f.frame).grab().save(shots +
                                                    QStringLiteral("/frame-%1.png").arg(QLatin1String(name)));
    }
};

QTEST_MAIN(TestPaneFrame)
#include "tst_pane_frame.moc"
