#include "tests/ui_deployments/pane_rig.h"
#include "ui/deployments/action_bar.h"
#include "ui/deployments/chart_widget.h"
#include "ui/deployments/replica_list.h"
#include "ui/deployments/scale_dialog.h"

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
using Rig = PaneRig;

/// What can be done with the rows of the pane: when it is offered, what it asks, what it calls.
class TestWorkloadActions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void actionsSayWhyNot();
    void readOnlySaysSo();
    void lifecycleRunsAsTasks();
    void severalAtOnceAreAskedFor();
    void productionIsAskedFor();
    void deleteAsksAndCancelIsTheDefault();
    void deleteOfProductionWantsTheName();
    void refusedPreviewIsTold();
    void scaling();
    void replicaMenu();
    void aReplicaOfProductionIsAskedFor();
    void aPodThatIsRestartedIsSaidToBeDeleted();
    void scalingProductionToNothingIsAskedFor();
};

namespace
{

/// "Restart this replica" of the second one of "cart".
void restartReplica(Rig& rig)
{
    rig.select(QStringLiteral("cart"));
    QTest::keyClick(rig.table, Qt::Key_Return);
    auto* list = rig.child<ReplicaList>("replicaList");
    list->setCurrentIndex(list->model()->index(1, 0));
    Q_EMIT list->menuRequested(list->mapToGlobal(QPoint(5, 5)));
    auto* menu = rig.child<QMenu>("replicaMenu");
    QVERIFY(menu);
    menu->actions().at(1)->trigger();
    menu->close();
}

void makeProduction(Rig& rig)
{
    auto spec = rig.session.spec();
    spec.production = true;
    rig.session.setSpec(spec);
}

QPushButton* yes()
{
    return question()->findChild<QPushButton*>(QStringLiteral("confirmYes"));
}

} // namespace

void TestWorkloadActions::actionsSayWhyNot()
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

void TestWorkloadActions::readOnlySaysSo()
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

void TestWorkloadActions::lifecycleRunsAsTasks()
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

void TestWorkloadActions::severalAtOnceAreAskedFor()
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

void TestWorkloadActions::productionIsAskedFor()
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

void TestWorkloadActions::deleteAsksAndCancelIsTheDefault()
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

void TestWorkloadActions::deleteOfProductionWantsTheName()
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

void TestWorkloadActions::refusedPreviewIsTold()
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

void TestWorkloadActions::scaling()
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

void TestWorkloadActions::replicaMenu()
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

void TestWorkloadActions::aReplicaOfProductionIsAskedFor()
{
    Rig rig(shop());
    makeProduction(rig);
    restartReplica(rig);
    QTRY_VERIFY(question());
    QVERIFY(rig.session.actions.isEmpty());
    // What was answered too late for the session is not done to another, nor to one that is read-only now.
    rig.session.setReadOnly(QStringLiteral("This connection is read-only."));
    QTest::mouseClick(yes(), Qt::LeftButton);
    QTRY_VERIFY(!question());
    QVERIFY(rig.session.actions.isEmpty());
    rig.session.setReadOnly({});
    restartReplica(rig);
    QTRY_VERIFY(question());
    QTest::mouseClick(yes(), Qt::LeftButton);
    QTRY_COMPARE(rig.session.actions, QStringList{QStringLiteral("restartInstance id-cart-2")});
}

void TestWorkloadActions::aPodThatIsRestartedIsSaidToBeDeleted()
{
    Rig rig(shop());
    rig.session.setPlatform(workload::Platform::Kubernetes, QStringLiteral("Kubernetes v1.29"));
    restartReplica(rig);
    QTRY_VERIFY(question());
    QVERIFY(rig.session.actions.isEmpty());
    QString words;
    for (const QLabel* label : question()->findChildren<QLabel*>())
        words += label->text() + u'\n';
    QVERIFY2(words.contains(QStringLiteral("deleted and replaced")), qPrintable(words));
    QVERIFY(yes()->isEnabled());
    QTest::mouseClick(yes(), Qt::LeftButton);
    QTRY_COMPARE(rig.session.actions, QStringList{QStringLiteral("restartInstance id-cart-2")});

    makeProduction(rig);
    restartReplica(rig);
    QTRY_VERIFY(question());
    QVERIFY(!yes()->isEnabled());
    QTest::keyClicks(question()->findChild<QLineEdit*>(QStringLiteral("confirmName")),
                     QStringLiteral("cart"));
    QVERIFY(yes()->isEnabled());
    QTest::mouseClick(yes(), Qt::LeftButton);
    QTRY_COMPARE(rig.session.actions.size(), 2);
}

void TestWorkloadActions::scalingProductionToNothingIsAskedFor()
{
    Rig rig(shop());
    makeProduction(rig);
    const auto scaleTo = [&](const QString& replicas) {
        rig.select(QStringLiteral("payments"));
        rig.action("scale")->trigger();
        auto* dialog = rig.pane.findChild<ScaleDialog*>();
        QVERIFY(dialog);
        auto* spin = dialog->findChild<QSpinBox*>(QStringLiteral("replicas"));
        spin->selectAll();
        QTest::keyClicks(spin, replicas);
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("scaleYes")), Qt::LeftButton);
        QTRY_VERIFY(!rig.pane.findChild<ScaleDialog*>());
    };
    scaleTo(QStringLiteral("0"));
    QTRY_VERIFY(question());
    QVERIFY(rig.session.actions.isEmpty());
    QVERIFY(!yes()->isEnabled());
    QTest::keyClicks(question()->findChild<QLineEdit*>(QStringLiteral("confirmName")),
                     QStringLiteral("payments"));
    QTest::mouseClick(yes(), Qt::LeftButton);
    QTRY_COMPARE(rig.session.actions, QStringList{QStringLiteral("scale deployment:payments 0")});
    scaleTo(QStringLiteral("5"));
    QTRY_COMPARE(rig.session.actions.last(), QStringLiteral("scale deployment:payments 5"));
    QVERIFY(!question());
}

QTEST_MAIN(TestWorkloadActions)
#include "tst_workload_actions.moc"
