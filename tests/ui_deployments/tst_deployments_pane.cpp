#include "tests/ui_deployments/rig.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/drawer.h"
#include "ui/common/pane_frame.h"
#include "ui/common/table_view.h"
#include "ui/deployments/action_bar.h"
#include "ui/deployments/chart_widget.h"
#include "ui/deployments/deployments_pane.h"
#include "ui/deployments/replica_list.h"
#include "ui/deployments/scale_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
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

namespace
{

struct Rig {
    Rig()
    {
        pane.resize(1169, 692);
        pane.setSession(&session);
        pane.show();
        table = pane.findChild<TableView*>(QStringLiteral("deploymentsTable"));
        frame = pane.findChild<PaneFrame*>();
        drawer = pane.findChild<Drawer*>();
    }

    explicit Rig(const QVector<Workload>& workloads) : Rig()
    {
        session.setWorkloads(workloads);
        table->rowModel()->flush();
    }

    QAction* action(const char* name) const { return pane.findChild<QAction*>(QLatin1String(name)); }

    template <class T>
    T* child(const char* name) const
    {
        return pane.findChild<T*>(QLatin1String(name));
    }

    void select(const QString& name)
    {
        table->selectKey(QStringLiteral("deployment:") + name);
        table->setFocus();
        QCoreApplication::processEvents();
    }

    FakeHost host;
    FakeSession session;
    DeploymentsPane pane{host};
    TableView* table = nullptr;
    PaneFrame* frame = nullptr;
    Drawer* drawer = nullptr;
};

QVector<Workload> many(int count)
{
    QVector<Workload> all;
    for (int i = 0; i < count; ++i)
        all.append(makeWorkload(QStringLiteral("web-%1").arg(i, 4, 10, QLatin1Char('0')), 1));
    return all;
}

ConfirmDialog* question()
{
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (auto* dialog = qobject_cast<ConfirmDialog*>(widget); dialog && dialog->isVisible())
            return dialog;
    return nullptr;
}

} // namespace

class TestDeploymentsPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void faces();
    void thousandRowsInOneTurn();
    void selectionAndScrollStayWhileDataStreams();
    void chipsFilter();
    void actionsSayWhyNot();
    void readOnlySaysSo();
    void lifecycleRunsAsTasks();
    void severalAtOnceAreAskedFor();
    void productionIsAskedFor();
    void deleteAsksAndCancelIsTheDefault();
    void deleteOfProductionWantsTheName();
    void refusedPreviewIsTold();
    void scaling();
    void drawerShowsAndRepairs();
    void replicaMenu();
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

void TestDeploymentsPane::actionsSayWhyNot()
{
    Rig rig(shop());
    rig.table->clearSelection();
    QCoreApplication::processEvents();
    for (const char* name : {"logs", "scale", "restart", "stop", "start", "repair", "delete", "copyName"}) {
        QVERIFY2(!rig.action(name)->isEnabled(), name);
        QVERIFY(rig.action(name)->toolTip().contains(QStringLiteral("Select")));
        QVERIFY(rig.pane.paletteActions().contains(rig.action(name)));
        QVERIFY(!rig.action(name)->shortcut().isEmpty());
    }
    rig.select(QStringLiteral("api-gateway"));
    QVERIFY(rig.action("stop")->isEnabled());
    QVERIFY(!rig.action("start")->isEnabled());
    QVERIFY(rig.action("start")->toolTip().contains(QStringLiteral("run already")));
    QVERIFY(!rig.action("repair")->isEnabled());
    rig.select(QStringLiteral("session-store"));
    QVERIFY(!rig.action("stop")->isEnabled());
    QVERIFY(rig.action("start")->isEnabled());
    rig.table->selectKey(QStringLiteral("container:redis"));
    QCoreApplication::processEvents();
    QVERIFY(!rig.action("scale")->isEnabled());
    QVERIFY(rig.action("scale")->toolTip().contains(QStringLiteral("A plain container is not scaled.")));
    rig.table->selectAll();
    QCoreApplication::processEvents();
    QVERIFY(!rig.action("logs")->isEnabled());
    QVERIFY(rig.action("delete")->isEnabled());
    rig.session.setPhase(session::Phase::Reconnecting, Error(TransportError{}));
    QVERIFY(!rig.action("delete")->isEnabled());
    QVERIFY(rig.action("delete")->toolTip().contains(QStringLiteral("not live")));
}

void TestDeploymentsPane::readOnlySaysSo()
{
    Rig rig(shop());
    rig.select(QStringLiteral("cart"));
    rig.session.setReadOnly(QStringLiteral("This connection is read-only."));
    for (const char* name : {"deploy", "scale", "restart", "stop", "repair", "delete"}) {
        QVERIFY2(!rig.action(name)->isEnabled(), name);
        QVERIFY2(rig.action(name)->toolTip().contains(QStringLiteral("read-only")), name);
    }
    QVERIFY(rig.action("logs")->isEnabled());
    QTest::keyClick(rig.table, Qt::Key_Delete);
    QCoreApplication::processEvents();
    QVERIFY(rig.session.actions.isEmpty());
}

void TestDeploymentsPane::lifecycleRunsAsTasks()
{
    Rig rig(shop());
    rig.select(QStringLiteral("payments"));
    rig.session.hold(QStringLiteral("restart"));
    QTest::keyClick(rig.table, Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(rig.session.actions, QStringList{QStringLiteral("restart deployment:payments")});
    QCOMPARE(rig.host.tasks.size(), 1);
    // Under way: the row says so, and nothing else is begun.
    const int row = rig.table->rowModel()->rowOf(QStringLiteral("deployment:payments"));
    QCOMPARE(rig.table->rowModel()->cellAt(row, DeploymentsModel::State).text, QStringLiteral("Restarting"));
    QVERIFY(!rig.action("stop")->isEnabled());
    QVERIFY(rig.action("stop")->toolTip().contains(QStringLiteral("Restarting")));
    rig.session.release(QStringLiteral("restart"));
    QTRY_VERIFY(rig.action("stop")->isEnabled());
    QTest::mouseClick(rig.child<QPushButton>("stopButton"), Qt::LeftButton);
    QCOMPARE(rig.session.actions.last(), QStringLiteral("stop deployment:payments"));
    QTest::keyClick(rig.table, Qt::Key_L);
    QCOMPARE(rig.host.opened.last().paneId, QStringLiteral("logs"));
    QCOMPARE(rig.host.opened.last().target.value(QStringLiteral("workloadId")).toString(),
             QStringLiteral("deployment:payments"));
    // The log of the one that fails is the telling one.
    rig.select(QStringLiteral("recommendations"));
    QTest::keyClick(rig.table, Qt::Key_L);
    QCOMPARE(rig.host.opened.last().target.value(QStringLiteral("name")).toString(),
             QStringLiteral("recommendations-6"));
    rig.action("copyName")->trigger();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("recommendations"));
}

void TestDeploymentsPane::severalAtOnceAreAskedFor()
{
    Rig rig(shop());
    rig.table->selectAll();
    QCoreApplication::processEvents();
    rig.action("stop")->trigger();
    QTRY_VERIFY(question());
    QVERIFY(rig.session.actions.isEmpty());
    QTest::mouseClick(question()->findChild<QPushButton*>(QStringLiteral("confirmYes")), Qt::LeftButton);
    QTRY_COMPARE(rig.session.actions.size(), 10); // not the one that is stopped
    QVERIFY(!rig.session.actions.contains(QStringLiteral("stop deployment:session-store")));
}

void TestDeploymentsPane::productionIsAskedFor()
{
    Rig rig(shop());
    auto spec = rig.session.spec();
    spec.production = true;
    rig.session.setSpec(spec);
    rig.select(QStringLiteral("cart"));
    rig.action("restart")->trigger();
    QTRY_VERIFY(question());
    QVERIFY(QTest::qWaitForWindowActive(question())); // until then Return is the table's shortcut
    QTest::keyClick(question(), Qt::Key_Return);
    QTRY_VERIFY(!question());
    QVERIFY(rig.session.actions.isEmpty());
}

void TestDeploymentsPane::deleteAsksAndCancelIsTheDefault()
{
    Rig rig(shop());
    rig.select(QStringLiteral("cart"));
    workload::RemovalPreview preview;
    preview.instances = {QStringLiteral("cart-1"), QStringLiteral("cart-2")};
    preview.networks = {QStringLiteral("kaptan-cart")};
    preview.volumes = {QStringLiteral("0a1b2c")};
    preview.keptVolumes = {QStringLiteral("cart-data")};
    rig.session.previews.insert(QStringLiteral("deployment:cart"), preview);
    QTest::keyClick(rig.table, Qt::Key_Delete);
    QTRY_VERIFY(question());
    QString all;
    for (const QLabel* label : question()->findChildren<QLabel*>())
        all += label->text() + u'\n';
    for (const QPlainTextEdit* names : question()->findChildren<QPlainTextEdit*>())
        all += names->toPlainText() + u'\n';
    for (const char* name : {"cart-1", "cart-2", "kaptan-cart", "0a1b2c", "cart-data"})
        QVERIFY2(all.contains(QLatin1String(name)), qPrintable(all));
    QVERIFY(QTest::qWaitForWindowActive(question())); // until then Return is the table's shortcut
    QTest::keyClick(question(), Qt::Key_Return);
    QTRY_VERIFY(!question());
    QVERIFY(!rig.session.actions.contains(QStringLiteral("remove deployment:cart")));
    rig.pane.activateWindow();
    QTRY_VERIFY(rig.pane.isActiveWindow());
    rig.table->setFocus();
    QTest::keyClick(rig.table, Qt::Key_Delete);
    QTRY_VERIFY(question());
    QTest::mouseClick(question()->findChild<QPushButton*>(QStringLiteral("confirmYes")), Qt::LeftButton);
    QTRY_VERIFY(rig.session.actions.contains(QStringLiteral("remove deployment:cart")));
    QCOMPARE(rig.host.tasks.size(), 1);
}

void TestDeploymentsPane::deleteOfProductionWantsTheName()
{
    Rig rig(shop());
    auto spec = rig.session.spec();
    spec.production = true;
    rig.session.setSpec(spec);
    rig.select(QStringLiteral("cart"));
    rig.action("delete")->trigger();
    QTRY_VERIFY(question());
    auto* yes = question()->findChild<QPushButton*>(QStringLiteral("confirmYes"));
    QVERIFY(!yes->isEnabled());
    QTest::keyClicks(question()->findChild<QLineEdit*>(QStringLiteral("confirmName")),
                     QStringLiteral("cart"));
    QVERIFY(yes->isEnabled());
    QTest::keyClick(question(), Qt::Key_Escape);
    QTRY_VERIFY(!question());
}

void TestDeploymentsPane::refusedPreviewIsTold()
{
    Rig rig(shop());
    rig.select(QStringLiteral("cart"));
    rig.session.answer(QStringLiteral("previewRemoval"),
                       failure(EngineError{500, QStringLiteral("disk is gone"), {}}));
    rig.action("delete")->trigger();
    QTRY_COMPARE(rig.host.notes.size(), 1);
    QVERIFY(rig.host.notes.first().contains(QStringLiteral("disk is gone")));
    QVERIFY(!question());
}

void TestDeploymentsPane::scaling()
{
    Rig rig(shop());
    rig.select(QStringLiteral("payments"));
    QTest::keyClick(rig.table, Qt::Key_S, Qt::ShiftModifier);
    auto* dialog = rig.pane.findChild<ScaleDialog*>();
    QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
    auto* yes = dialog->findChild<QPushButton*>(QStringLiteral("scaleYes"));
    QVERIFY(!yes->isEnabled()); // 6 it is
    auto* spin = dialog->findChild<QSpinBox*>(QStringLiteral("replicas"));
    spin->selectAll();
    QTest::keyClicks(spin, QStringLiteral("9"));
    QVERIFY(yes->isEnabled());
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(spin, Qt::Key_Return);
    QTRY_COMPARE(rig.session.actions, QStringList{QStringLiteral("scale deployment:payments 9")});
    QTRY_VERIFY(!rig.pane.findChild<ScaleDialog*>());
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

void TestDeploymentsPane::replicaMenu()
{
    Rig rig(shop());
    rig.select(QStringLiteral("cart"));
    QTest::keyClick(rig.table, Qt::Key_Return);
    auto* list = rig.child<ReplicaList>("replicaList");
    list->setCurrentIndex(list->model()->index(1, 0));
    Q_EMIT list->menuRequested(list->mapToGlobal(QPoint(5, 5)));
    auto* menu = rig.child<QMenu>("replicaMenu");
    QVERIFY(menu);
    menu->actions().at(0)->trigger();
    QCOMPARE(rig.host.opened.last().target.value(QStringLiteral("instanceId")).toString(),
             QStringLiteral("id-cart-2"));
    menu->actions().at(1)->trigger();
    QCOMPARE(rig.session.actions.last(), QStringLiteral("restartInstance id-cart-2"));
    menu->close();
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(rig.host.opened.size(), 2);
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

QTEST_MAIN(TestDeploymentsPane)
#include "tst_deployments_pane.moc"
