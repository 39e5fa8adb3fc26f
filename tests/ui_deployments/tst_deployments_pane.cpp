#include "tests/ui_deployments/pane_rig.h"
#include "ui/deployments/action_bar.h"
#include "ui/deployments/chart_widget.h"
#include "ui/deployments/replica_list.h"
#include "ui/deployments/scale_dialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace kaptan;
using namespace kaptan::test;
using namespace kaptan::ui;
using workload::Workload;
using Rig = PaneRig;

class TestDeploymentsPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void faces();
    void thousandRowsInOneTurn();
    void tensOfThousandsComeInPortions();
    void countsFollowEveryDelta();
    void aVeryLongListIsSweptInSlices();
    void whatTheUserMayNotListIsSaid();
    void selectionAndScrollStayWhileDataStreams();
    void chipsFilter();
    void drawerShowsAndRepairs();
    void events();
    void onlyWhatIsInSightIsSampled();
    void portsOpen();
    void hostileNames();
    void targets();
    void smallWindow();
    void turkishAtRunTime();
    void anotherSession();

public Q_SLOTS:

    void openedUrl(const QUrl& url) { m_opened = url; }

private:
    QUrl m_opened;
};

void TestDeploymentsPane::faces()
{
    FakeHost host;
    FakeSession session;
    session.setPhase(session::Phase::Connecting);
    DeploymentsPane pane(host);
    pane.resize(1000, 600);
    pane.setSession(&session);
    pane.show();
    auto* frame = pane.findChild<PaneFrame*>();
    QCOMPARE(frame->face(), PaneFrame::Face::Loading);
    session.setPhase(session::Phase::Live);
    QTRY_COMPARE(frame->face(), PaneFrame::Face::Empty);
    QVERIFY(pane.findChild<QAction*>(QStringLiteral("deploy"))->isEnabled());
    session.setWorkloads(shop());
    QTRY_COMPARE(frame->face(), PaneFrame::Face::Data);
    QCOMPARE(pane.badge(), 1);
    session.setPhase(session::Phase::Reconnecting, Error(TransportError{}));
    QTRY_COMPARE(frame->face(), PaneFrame::Face::Stale);
    QCOMPARE(pane.findChild<TableView*>(QStringLiteral("deploymentsTable"))->rowModel()->rowCount(), 11);
    session.setPhase(session::Phase::Live);
    session.setWorkloads(shop());
    QTRY_COMPARE(frame->face(), PaneFrame::Face::Data);
}

void TestDeploymentsPane::thousandRowsInOneTurn()
{
    Rig rig;
    QSignalSpy refills(rig.table->rowModel(), &RowModelBase::refilled);
    rig.session.setWorkloads(many(1000));
    QCOMPARE(rig.table->rowModel()->rowCount(), 1000);
    QCOMPARE(refills.size(), 1);
    const auto before = rig.table->rowModel()->counters().dataChanged;
    // 100 changes in one turn are one batch.
    for (int i = 0; i < 100; ++i) {
        Workload changed = makeWorkload(QStringLiteral("web-%1").arg(i, 4, 10, QLatin1Char('0')), 1, 0);
        rig.session.put(changed);
    }
    rig.table->rowModel()->flush();
    QVERIFY(rig.table->rowModel()->counters().dataChanged - before <= 2);
    QCOMPARE(rig.pane.badge(), 100);
}

void TestDeploymentsPane::tensOfThousandsComeInPortions()
{
    Rig rig;
    rig.session.setWorkloads(many(5000));
    RowModelBase* model = rig.table->rowModel();
    // One turn takes a part; what is told meanwhile stands behind it, in its order.
    QCOMPARE(model->total(), 1000);
    rig.session.put(makeWorkload(QStringLiteral("web-4999"), 1, 0)); // which has not come yet
    QCOMPARE(model->total(), 1000);
    QTRY_COMPARE(model->total(), 5000);
    QTRY_COMPARE(rig.pane.badge(), 1); // the later word counts

    // Another list in its place: what is gone goes, the rest stays.
    rig.session.setWorkloads(many(2500));
    QVERIFY(model->total() <= 2500);
    QTRY_COMPARE(model->total(), 2500);
    QTRY_COMPARE(rig.pane.badge(), 0);

    // Another session: nothing of the old one comes late.
    rig.session.setWorkloads(many(6000));
    FakeSession other;
    rig.pane.setSession(&other);
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QCOMPARE(model->total(), 0);
    rig.pane.setSession(nullptr);
}

void TestDeploymentsPane::countsFollowEveryDelta()
{
    Rig rig(many(20));
    const auto name = [](int i) { return QStringLiteral("web-%1").arg(i, 4, 10, QLatin1Char('0')); };
    const auto failing = [](const QString& one) {
        return std::make_shared<const Workload>(makeWorkload(one, 1, 0));
    };
    QCOMPARE(rig.pane.badge(), 0);
    workload::WorkloadDelta delta;
    // Twice in one delta, and gone where it is there again.
    delta.upserted = {failing(name(1)), failing(name(1)),
                      failing(name(2)), std::make_shared<const Workload>(makeWorkload(name(2), 1)),
                      failing(name(3)), failing(QStringLiteral("new"))};
    delta.removed = {QStringLiteral("deployment:") + name(3), QStringLiteral("deployment:") + name(4),
                     QStringLiteral("deployment:") + name(4), QStringLiteral("deployment:nobody")};
    Q_EMIT rig.session.workloadSource().changed(delta);
    QCOMPARE(rig.pane.badge(), 3);
    delta = {};
    delta.removed = {QStringLiteral("deployment:") + name(1)};
    Q_EMIT rig.session.workloadSource().changed(delta);
    QCOMPARE(rig.pane.badge(), 2);
    rig.session.setWorkloads(many(5));
    QCOMPARE(rig.pane.badge(), 0);
    rig.session.put(makeWorkload(name(0), 1, 0));
    QCOMPARE(rig.pane.badge(), 1);
    FakeSession other;
    rig.pane.setSession(&other);
    QCOMPARE(rig.pane.badge(), 0);
    rig.pane.setSession(nullptr);
}

void TestDeploymentsPane::aVeryLongListIsSweptInSlices()
{
    Rig rig(many(900));
    RowModelBase* model = rig.table->rowModel();
    QVector<Workload> others = many(30'000);
    others.remove(0, 500);
    rig.session.setWorkloads(others);
    QCOMPARE(model->total(), 900); // the new list is not looked through in one turn
    rig.session.put(makeWorkload(QStringLiteral("web-0001"), 1, 0)); // told behind it: it is there again
    QTRY_COMPARE_WITH_TIMEOUT(model->total(), 29'501, 60'000);
    QTRY_COMPARE(rig.pane.badge(), 1);
    QCOMPARE(model->rowOf(QStringLiteral("deployment:web-0002")), -1);
}

void TestDeploymentsPane::selectionAndScrollStayWhileDataStreams()
{
    Rig rig(many(300));
    rig.select(QStringLiteral("web-0150"));
    QTRY_VERIFY(rig.table->verticalScrollBar()->value() > 0);
    const int scroll = rig.table->verticalScrollBar()->value();
    for (int i = 200; i < 260; ++i)
        rig.session.put(makeWorkload(QStringLiteral("web-%1").arg(i, 4, 10, QLatin1Char('0')), 2, 1));
    rig.table->rowModel()->flush();
    QCOMPARE(rig.table->currentKey(), QStringLiteral("deployment:web-0150"));
    QCOMPARE(rig.table->verticalScrollBar()->value(), scroll);
    // After a reconnect everything comes again.
    rig.session.setWorkloads(many(300));
    rig.table->rowModel()->flush();
    QCOMPARE(rig.table->currentKey(), QStringLiteral("deployment:web-0150"));
    QCOMPARE(rig.table->verticalScrollBar()->value(), scroll);
    QVERIFY(rig.action("restart")->isEnabled());
    // Its own row goes: nothing can be done to it.
    rig.session.take(QStringLiteral("deployment:web-0150"));
    rig.table->rowModel()->flush();
    QCoreApplication::processEvents();
    QVERIFY(!rig.table->selectedKeys().contains(QStringLiteral("deployment:web-0150")));
}

void TestDeploymentsPane::chipsFilter()
{
    Rig rig(shop());
    Q_EMIT rig.frame->chipClicked(QStringLiteral("degraded"));
    QCOMPARE(rig.table->rowModel()->rowCount(), 2);
    QCOMPARE(rig.child<QComboBox>("stateFilter")->currentText(), QStringLiteral("Degraded"));
    Q_EMIT rig.frame->chipClicked(QStringLiteral("degraded"));
    QCOMPARE(rig.table->rowModel()->rowCount(), 11);
    rig.child<QComboBox>("kindFilter")->setCurrentIndex(2);
    QCOMPARE(rig.table->rowModel()->rowCount(), 2);
    QTest::keyClicks(rig.frame->filterEdit(), QStringLiteral("mailer"));
    QTRY_COMPARE(rig.table->rowModel()->rowCount(), 1);
    QTest::keyClicks(rig.frame->filterEdit(), QStringLiteral("zzz"));
    QTRY_COMPARE(rig.table->rowModel()->rowCount(), 0);
    Q_EMIT rig.frame->clearFiltersRequested();
    QTRY_COMPARE(rig.table->rowModel()->rowCount(), 11);
}

void TestDeploymentsPane::drawerShowsAndRepairs()
{
    Rig rig(shop());
    rig.select(QStringLiteral("cart"));
    QTest::keyClick(rig.table, Qt::Key_Return);
    QVERIFY(rig.drawer->isOpen());
    auto* list = rig.child<ReplicaList>("replicaList");
    QCOMPARE(list->model()->rowCount(), 3);
    QVERIFY(list->model()
                ->index(0, 0)
                .data(ReplicaModel::DetailRole)
                .toString()
                .contains(QStringLiteral("172.18.0.2")));
    auto* repair = rig.child<QPushButton>("repairHere");
    QVERIFY(repair->isVisible());
    QApplication::processEvents(); // the drawer's layout
    QTest::mouseClick(repair, Qt::LeftButton);
    QCOMPARE(rig.session.actions, QStringList{QStringLiteral("repair deployment:cart")});
    // It comes back: the card goes, the drawer stays.
    Workload whole = makeWorkload(QStringLiteral("cart"), 3);
    rig.session.put(whole);
    QVERIFY(!rig.child<QWidget>("missingCard")->isVisible());
    QVERIFY(rig.child<QLabel>("stateSentence")->text().contains(u'3'));
    QTest::mouseClick(rig.child<QPushButton>("copySummary"), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("cart-2")));
    // Out of memory is said so.
    rig.select(QStringLiteral("fraud-scoring"));
    QVERIFY(list->model()
                ->index(0, 0)
                .data(ReplicaModel::DetailRole)
                .toString()
                .contains(QStringLiteral("out of memory")));
    QTest::keyClick(rig.table, Qt::Key_Escape);
    QVERIFY(!rig.drawer->isOpen());
    QVERIFY(rig.table->hasFocus());
    // Gone while it is looked at.
    QTest::keyClick(rig.table, Qt::Key_D);
    QVERIFY(rig.drawer->isOpen());
    rig.session.take(QStringLiteral("deployment:fraud-scoring"));
    QVERIFY(!rig.drawer->isOpen());
}

void TestDeploymentsPane::events()
{
    Rig rig(shop());
    const auto event = [](const QString& id, const QString& workloadId) {
        workload::Event one;
        one.id = id;
        one.at = QDateTime::currentDateTimeUtc();
        one.action = QStringLiteral("die");
        one.object = QStringLiteral("cart-1");
        one.workloadId = workloadId;
        return one;
    };
    rig.session.addEvents({event(QStringLiteral("1"), QStringLiteral("deployment:cart")),
                           event(QStringLiteral("2"), QStringLiteral("deployment:payments"))});
    rig.select(QStringLiteral("cart"));
    QTest::keyClick(rig.table, Qt::Key_Return);
    rig.drawer->setCurrentTab(QStringLiteral("events"));
    auto* view = rig.child<TableView>("workloadEvents");
    QCOMPARE(view->rowModel()->rowCount(), 1);
    rig.session.addEvents({event(QStringLiteral("3"), QStringLiteral("deployment:cart"))});
    QTRY_COMPARE(view->rowModel()->rowCount(), 2);
    QVector<workload::Event> flood;
    for (int i = 0; i < 3000; ++i)
        flood.append(event(QStringLiteral("f%1").arg(i), QStringLiteral("deployment:cart")));
    rig.session.addEvents(flood);
    QVERIFY(view->rowModel()->total() <= 1000);
}

void TestDeploymentsPane::onlyWhatIsInSightIsSampled()
{
    Rig rig(many(500));
    FakeMetrics& metrics = rig.session.metricSource();
    QTRY_VERIFY(metrics.watched().contains(QStringLiteral("id-web-0000-1")));
    QVERIFY(metrics.watched().size() < 40);
    rig.table->scrollToBottom();
    QTRY_VERIFY(metrics.watched().contains(QStringLiteral("id-web-0499-1")));
    QVERIFY(!metrics.watched().contains(QStringLiteral("id-web-0000-1")));
    // The open drawer's too.
    rig.select(QStringLiteral("web-0499"));
    QTest::keyClick(rig.table, Qt::Key_Return);
    rig.table->scrollToTop();
    QTRY_VERIFY(metrics.watched().contains(QStringLiteral("id-web-0000-1")));
    QVERIFY(metrics.watched().contains(QStringLiteral("id-web-0499-1")));
    workload::Usage usage;
    usage.instanceId = QStringLiteral("id-web-0499-1");
    usage.atMs = QDateTime::currentMSecsSinceEpoch();
    usage.cpuMillicores = 250;
    rig.session.sample({usage});
    QVERIFY(rig.child<ChartWidget>("cpuChart")->summary().contains(QStringLiteral("250m")));
    rig.pane.hide();
    QTRY_VERIFY(metrics.watched().isEmpty());
    rig.pane.show();
    QTRY_VERIFY(!metrics.watched().isEmpty());
    rig.pane.setSession(nullptr);
    QVERIFY(metrics.watched().isEmpty());
}

void TestDeploymentsPane::portsOpen()
{
    QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "openedUrl");
    Rig rig(shop());
    rig.select(QStringLiteral("cart"));
    QTest::keyClick(rig.table, Qt::Key_Return);
    auto* link = rig.child<QPushButton>("portLink");
    QVERIFY(link);
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(m_opened, QUrl(QStringLiteral("http://127.0.0.1:32768")));
    QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
}

void TestDeploymentsPane::hostileNames()
{
    const QStringList names{QStringLiteral("<b>bold</b><img src=x>"), QStringLiteral("line\nbreak\ttab"),
                            QStringLiteral("\u202Egnirts\u202C"), QString(10000, u'x')};
    QVector<Workload> all;
    for (int i = 0; i < names.size(); ++i) {
        Workload one = makeWorkload(QStringLiteral("w%1").arg(i), 1);
        one.name = one.reason = one.group = names.at(i);
        one.images = {names.at(i)};
        one.labels = {{names.at(i), names.at(i)}};
        one.instances[0].name = names.at(i);
        all.append(one);
    }
    Rig rig(all);
    for (int row = 0; row < names.size(); ++row) {
        const QString shown = rig.table->rowModel()->cellAt(row, DeploymentsModel::Name).text;
        QVERIFY(!shown.contains(u'\n'));
        QVERIFY(!shown.contains(QChar(0x202E)));
    }
    for (int i = 0; i < names.size(); ++i) {
        rig.select(QStringLiteral("w%1").arg(i));
        QTest::keyClick(rig.table, Qt::Key_Return);
        QVERIFY(rig.drawer->isOpen());
        rig.child<QPushButton>("labelsToggle")->setChecked(true);
        for (const QLabel* label : rig.pane.findChildren<QLabel*>())
            QVERIFY(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'));
        QVERIFY(!rig.pane.grab().isNull());
        rig.action("delete")->trigger();
        QTRY_VERIFY(question());
        QVERIFY(question()->sizeHint().width() < 1300);
        QTest::keyClick(question(), Qt::Key_Escape);
        QTRY_VERIFY(!question());
    }
    QVERIFY(rig.pane.minimumSizeHint().width() < 1000);
}

void TestDeploymentsPane::targets()
{
    Rig rig(shop());
    rig.child<QComboBox>("stateFilter")->setCurrentIndex(1);
    rig.pane.showTarget({{QStringLiteral("workloadId"), QStringLiteral("deployment:payments")}});
    QVERIFY(rig.drawer->isOpen());
    QTRY_COMPARE(rig.table->currentKey(), QStringLiteral("deployment:payments"));
    rig.pane.showTarget({{QStringLiteral("name"), QStringLiteral("search")}});
    QTRY_COMPARE(rig.table->currentKey(), QStringLiteral("deployment:search"));
    rig.pane.showTarget({{QStringLiteral("deploy"), QStringLiteral("cart")}});
    QTRY_COMPARE(rig.table->currentKey(), QStringLiteral("deployment:cart"));
    rig.pane.showTarget({{QStringLiteral("workloadId"), QStringLiteral("no such")}});
    rig.pane.showTarget({});
}

void TestDeploymentsPane::smallWindow()
{
    Rig rig(shop());
    auto* bar = rig.pane.findChild<ActionBar*>();
    QCOMPARE(bar->shownButtons(), 7);
    rig.pane.resize(760, 480);
    QCoreApplication::processEvents();
    QVERIFY(bar->shownButtons() < 7);
    QVERIFY(rig.child<QPushButton>("moreActions")->isVisible());
    QCOMPARE(rig.table->horizontalScrollBar()->maximum(), 0);
}

void TestDeploymentsPane::turkishAtRunTime()
{
    Rig rig(shop());
    rig.select(QStringLiteral("cart"));
    QTest::keyClick(rig.table, Qt::Key_Return);
    {
        const Language turkish(QStringLiteral("tr"));
        QVERIFY(turkish.loaded());
        QTRY_COMPARE(rig.action("scale")->text(), QStringLiteral("Ölçekle …"));
        QCOMPARE(rig.child<QComboBox>("stateFilter")->itemText(0), QStringLiteral("Durum: tümü"));
        QCOMPARE(rig.table->rowModel()->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Ad"));
        QTRY_VERIFY(rig.child<QLabel>("stateSentence")->text().contains(QStringLiteral("replika")));
        QCOMPARE(rig.table->currentKey(), QStringLiteral("deployment:cart"));
    }
    QTRY_COMPARE(rig.action("scale")->text(), QStringLiteral("Scale …"));
    const Language english(QStringLiteral("en"));
    QTRY_COMPARE(rig.child<QLabel>("stateSentence")->text(),
                 QStringLiteral("2 of 3 replicas are ready. 1 replica is missing."));
}

void TestDeploymentsPane::anotherSession()
{
    Rig rig(shop());
    rig.select(QStringLiteral("cart"));
    QTest::keyClick(rig.table, Qt::Key_Return);
    FakeSession other;
    other.setWorkloads({makeWorkload(QStringLiteral("alone"))});
    rig.pane.setSession(&other);
    QVERIFY(!rig.drawer->isOpen());
    QTRY_COMPARE(rig.table->rowModel()->rowCount(), 1);
    rig.session.put(makeWorkload(QStringLiteral("late")));
    QCoreApplication::processEvents();
    QCOMPARE(rig.table->rowModel()->rowCount(), 1);
    rig.pane.setSession(nullptr);
    QCOMPARE(rig.table->rowModel()->rowCount(), 0);
    QVERIFY(!rig.action("deploy")->isEnabled());
}

void TestDeploymentsPane::whatTheUserMayNotListIsSaid()
{
    PaneRig rig;
    const auto said = [&rig] {
        for (const QLabel* label : rig.frame->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(QStringLiteral("ReplicaSet")))
                return label->textFormat() == Qt::PlainText;
        return false;
    };
    QVERIFY(!said());
    session::ConnectionState state = rig.session.state();
    state.notes = {QStringLiteral("You may not list these kinds: ReplicaSet")};
    rig.session.setState(state);
    QTRY_VERIFY(said());
    state.notes.clear();
    rig.session.setState(state);
    QTRY_VERIFY(!said());
}

QTEST_MAIN(TestDeploymentsPane)
#include "tst_deployments_pane.moc"
