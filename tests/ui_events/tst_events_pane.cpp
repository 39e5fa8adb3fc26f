#include "tests/support/fake_session.h"
#include "tests/support/recording_host.h"
#include "ui/events/events_pane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QTest>

using namespace kaptan;
using namespace kaptan::test;
using namespace kaptan::ui;
using namespace kaptan::workload;

namespace
{
int next = 0;

Event makeEvent(const QString& object, EventSeverity severity = EventSeverity::Normal,
                const QString& kind = QStringLiteral("container"))
{
    Event made;
    made.id = QString::number(++next);
    made.at = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC).addMSecs(next * 10);
    made.severity = severity;
    made.kind = kind;
    made.action = QStringLiteral("start");
    made.object = object;
    made.objectId = QStringLiteral("0123456789abcdef");
    made.message = QStringLiteral("message of ") + object;
    return made;
}

struct Shown {
    RecordingHost host;
    FakeSession session;
    EventsPane pane{host};

    Shown()
    {
        pane.resize(1000, 500);
        pane.setSession(&session);
        pane.show();
    }

    QString objectAt(int row) const { return pane.model()->rowAt(row)->event.object; }

    void point(bool inside)
    {
        if (inside) {
            QEnterEvent enter(QPointF(9, 9), QPointF(9, 9), QPointF(9, 9));
            QCoreApplication::sendEvent(pane.table()->viewport(), &enter);
        } else {
            QEvent leave(QEvent::Leave);
            QCoreApplication::sendEvent(pane.table()->viewport(), &leave);
        }
    }
};
} // namespace

class TestEventsPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void theNewestIsOnTop()
    {
        Shown s;
        QVERIFY(s.pane.frame()->face() == PaneFrame::Face::Empty);
        s.session.addEvents({makeEvent(QStringLiteral("a")), makeEvent(QStringLiteral("b"))});
        QTRY_COMPARE(s.pane.model()->shown(), 2);
        QCOMPARE(s.objectAt(0), QStringLiteral("b"));
        s.session.addEvents({makeEvent(QStringLiteral("c"))});
        QTRY_COMPARE(s.pane.model()->shown(), 3);
        QCOMPARE(s.objectAt(0), QStringLiteral("c"));
        QVERIFY(s.pane.frame()->face() == PaneFrame::Face::Data);
        // What is known comes again after a break: no row twice.
        s.session.setPhase(session::Phase::Reconnecting);
        QVERIFY(s.pane.frame()->face() == PaneFrame::Face::Stale);
        s.session.setPhase(session::Phase::Live);
        QCOMPARE(s.pane.model()->total(), 3);
        s.pane.setSession(nullptr);
        QCOMPARE(s.pane.model()->total(), 0);
    }

    void rowsAreBounded()
    {
        Shown s;
        QVector<Event> many;
        for (int i = 0; i < 6000; ++i)
            many << makeEvent(QStringLiteral("n%1").arg(i));
        s.session.addEvents(many);
        QTRY_COMPARE(s.pane.model()->total(), 5000);
        QCOMPARE(s.objectAt(0), QStringLiteral("n5999"));
        s.session.addEvents({makeEvent(QStringLiteral("last"))});
        QTRY_COMPARE(s.objectAt(0), QStringLiteral("last"));
        QCOMPARE(s.pane.model()->total(), 5000);
    }

    void aHundredASecondCostAFewBatches()
    {
        Shown s;
        s.session.addEvents({makeEvent(QStringLiteral("first"))});
        QTRY_COMPARE(s.pane.model()->total(), 1);
        const int before = s.pane.applied();
        for (int i = 0; i < 100; ++i)
            s.session.addEvents({makeEvent(QStringLiteral("e%1").arg(i))});
        QTRY_COMPARE(s.pane.model()->total(), 101);
        QVERIFY2(s.pane.applied() - before <= 2, qPrintable(QString::number(s.pane.applied() - before)));
    }

    void nothingMovesUnderThePointerOrWhilePaused()
    {
        Shown s;
        s.session.addEvents({makeEvent(QStringLiteral("a"))});
        QTRY_COMPARE(s.pane.model()->total(), 1);
        s.point(true);
        s.session.addEvents({makeEvent(QStringLiteral("b"))});
        QTRY_COMPARE(s.pane.held(), 1);
        const auto hasChip = [&] {
            for (const ChipLabel* chip : s.pane.findChildren<ChipLabel*>())
                if (chip->isVisible() && chip->text().contains(u'1'))
                    return true;
            return false;
        };
        QTRY_VERIFY(hasChip());
        QCOMPARE(s.pane.model()->total(), 1);
        s.point(false);
        QTRY_COMPARE(s.pane.model()->total(), 2);

        s.pane.action(QStringLiteral("pause"))->trigger();
        s.session.addEvents({makeEvent(QStringLiteral("c"))});
        QTRY_VERIFY(hasChip());
        QCOMPARE(s.pane.model()->total(), 2);
        s.pane.action(QStringLiteral("pause"))->trigger();
        QTRY_COMPARE(s.pane.model()->total(), 3);
    }

    void filters()
    {
        Shown s;
        s.session.addEvents(
            {makeEvent(QStringLiteral("web")), makeEvent(QStringLiteral("db"), EventSeverity::Error),
             makeEvent(QStringLiteral("img"), EventSeverity::Warning, QStringLiteral("image"))});
        QTRY_COMPARE(s.pane.model()->shown(), 3);
        s.pane.model()->setShownSeverities(EventsModel::Shown::WarningsAndErrors);
        QCOMPARE(s.pane.model()->shown(), 2);
        s.pane.model()->setShownKind(QStringLiteral("image"));
        QCOMPARE(s.objectAt(0), QStringLiteral("img"));
        s.pane.showTarget({{QStringLiteral("filter"), QStringLiteral("nothing like it")}});
        QCOMPARE(s.pane.model()->shown(), 0);
        QVERIFY(s.pane.frame()->face() == PaneFrame::Face::Empty);
        Q_EMIT s.pane.frame()->clearFiltersRequested();
        s.pane.frame()->filterEdit()->clear();
        QCOMPARE(s.pane.model()->shown(), 3);
    }

    void theDrawerTellsAllAndLeadsOn()
    {
        Shown s;
        Event bad = makeEvent(QStringLiteral("<b>web</b>\nx"), EventSeverity::Error);
        bad.workloadId = QStringLiteral("deployment:web");
        s.session.addEvents({makeEvent(QStringLiteral("other")), bad});
        QTRY_COMPARE(s.pane.model()->shown(), 2);
        QVERIFY(!s.pane.action(QStringLiteral("goToDeployment"))->isEnabled());
        s.pane.table()->selectKey(bad.id);
        QTest::keyClick(s.pane.table(), Qt::Key_Return);
        QVERIFY(s.pane.drawer()->isOpen());
        const auto* facts = s.pane.drawer()->findChild<FactList*>();
        QCOMPARE(facts->value(QStringLiteral("action")), QStringLiteral("start"));
        QVERIFY(facts->value(QStringLiteral("object")).contains(QStringLiteral("<b>web</b>")));
        s.pane.action(QStringLiteral("goToDeployment"))->trigger();
        QCOMPARE(s.host.panes, QStringList{QStringLiteral("deployments")});
        QCOMPARE(s.host.lastTarget.value(QStringLiteral("workloadId")).toString(),
                 QStringLiteral("deployment:web"));
        s.pane.action(QStringLiteral("copy"))->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("message of <b>web</b>")));
        s.pane.table()->selectKey(s.pane.model()->rowAt(0)->event.id);
        QTRY_VERIFY(!s.pane.action(QStringLiteral("goToDeployment"))->isEnabled());
        QVERIFY(!s.pane.action(QStringLiteral("goToDeployment"))->toolTip().isEmpty());
        QTest::keyClick(s.pane.table(), Qt::Key_Escape);
        QVERIFY(!s.pane.drawer()->isOpen());
    }
};

QTEST_MAIN(TestEventsPane)
#include "tst_events_pane.moc"
