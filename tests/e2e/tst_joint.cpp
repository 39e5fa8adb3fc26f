#include "engine_probe.h"
#include "tests/support/patience.h"
#include "window_driver.h"

#include "app/session/joint_id.h"
#include "app/workload/log_store.h"
#include "ui/logs/logs_pane.h"

#include <QDialog>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace kaptan;
using namespace Qt::StringLiterals;
using kaptan::test::slow;

/// Two genuine engines in one table of the real window: what is done to a row is done on its engine and not
/// on the other, seen from outside.
class TestJoint : public QObject
{
    Q_OBJECT

    static constexpr auto own = "deployment:e2e-joint";

    static workload::DeploySpec spec()
    {
        workload::DeploySpec wanted;
        wanted.name = u"e2e-joint"_s;
        wanted.image = u"test/busybox:1"_s;
        wanted.pullIfMissing = false;
        wanted.command = {u"sh"_s, u"-c"_s, u"while true; do echo tick of $HOSTNAME; sleep 0.5; done"_s};
        return wanted;
    }

    static bool exists(EngineProbe& probe, int replica)
    {
        return probe.call("GET", u"/containers/e2e-joint-%1/json"_s.arg(replica)).status == 200;
    }

private Q_SLOTS:

    void twoEnginesInOneTable()
    {
        const QString docker = qEnvironmentVariable("KAPTAN_TEST_DOCKER");
        const QString podman = qEnvironmentVariable("KAPTAN_TEST_PODMAN");
        if (docker.isEmpty() || podman.isEmpty())
            QSKIP("two genuine engines are needed (tests/run starts them)");
        EngineProbe atDocker(docker), atPodman(podman);
        const auto dockerBefore = atDocker.belongings(), podmanBefore = atPodman.belongings();
        QVERIFY2(!dockerBefore.isEmpty() && !podmanBefore.isEmpty(), "an engine does not answer");

        WindowDriver driver(u"unix://"_s + docker, u"the docker"_s);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isLive(), slow);
        auto& connections = driver.app().connections();
        const QString dockerId = driver.session()->spec().id;
        session::ConnectionSpec second;
        second.name = u"the podman"_s;
        second.address = u"unix://"_s + podman;
        const auto added = connections.add(second);
        QVERIFY(added);
        const QString podmanId = added->id;
        QCOMPARE(connections.sessions().size(), 1); // that it is in the list is no reason to contact it

        // Chosen in the list and shown together.
        driver.openPane(u"connections"_s);
        auto* list = driver.table(u"connectionsTable"_s);
        list->clearSelection();
        for (const QString& id : {dockerId, podmanId})
            list->selectionModel()->select(list->rowModel()->index(list->rowModel()->rowOf(id), 0),
                                           QItemSelectionModel::Select | QItemSelectionModel::Rows);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_J, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(driver.session()->isJoint() && driver.isLive(), slow);
        QCOMPARE(driver.window()->currentPane(), u"deployments"_s);
        const QString version = driver.session()->versionText();
        QVERIFY2(version.contains(u"Docker"_s) && version.contains(u"Podman"_s), qPrintable(version));

        // The same deployment on both: two rows, each with its connection.
        for (const QString& id : {dockerId, podmanId}) {
            auto made = connections.session(id)->deploying()->deploy(spec());
            QTRY_VERIFY_WITH_TIMEOUT(made.isFinished(), slow);
            QVERIFY2(made.result(), made.result() ? "" : qPrintable(made.result().error().message()));
        }
        const QString onDocker = session::jointId(dockerId, QString::fromLatin1(own));
        const QString onPodman = session::jointId(podmanId, QString::fromLatin1(own));
        QTRY_VERIFY2_WITH_TIMEOUT(driver.ready(onDocker) == u"1 / 1"_s, qPrintable(driver.problems()), slow);
        QTRY_VERIFY2_WITH_TIMEOUT(driver.ready(onPodman) == u"1 / 1"_s, qPrintable(driver.problems()), slow);
        QCOMPARE(driver.shown(onDocker, u"connection"_s), u"the docker"_s);
        QCOMPARE(driver.shown(onPodman, u"connection"_s), u"the podman"_s);

        // Podman's is scaled, Docker's stays as it is.
        driver.select(onPodman);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isEnabled(u"scale"_s), slow);
        auto* table = driver.table(u"deploymentsTable"_s);
        QTest::keyClick(table, Qt::Key_S, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(driver.dialog(u"scaleDialog"_s), slow);
        driver.dialog(u"scaleDialog"_s)->findChild<QSpinBox*>(u"replicas"_s)->setValue(2);
        QTest::mouseClick(driver.dialog(u"scaleDialog"_s)->findChild<QPushButton*>(u"scaleYes"_s),
                          Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(driver.ready(onPodman) == u"2 / 2"_s, qPrintable(driver.problems()), slow);
        QVERIFY(exists(atPodman, 2));
        QVERIFY(!exists(atDocker, 2));
        QCOMPARE(driver.ready(onDocker), u"1 / 1"_s);

        // What somebody does to Docker's from outside is seen in its row.
        QVERIFY(atDocker.call("POST", u"/containers/e2e-joint-1/stop?t=0"_s).status < 300);
        QTRY_COMPARE_WITH_TIMEOUT(driver.ready(onDocker), u"0 / 1"_s, slow);
        QCOMPARE(driver.ready(onPodman), u"2 / 2"_s);

        // A log comes from the engine whose row it is.
        QTRY_VERIFY2_WITH_TIMEOUT(driver.isIdle(), qPrintable(driver.problems()), slow);
        driver.select(onPodman);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isEnabled(u"logs"_s), slow);
        QTest::keyClick(table, Qt::Key_L);
        auto* logs = driver.window()->findChild<ui::LogsPane*>();
        QTRY_VERIFY_WITH_TIMEOUT(logs->view()->lineCount() > 0, slow);
        const auto lines = logs->view()->store()->read(logs->view()->store()->counts().first, 1);
        QVERIFY2(lines.at(0).bytes.contains("tick of "), lines.at(0).bytes.constData());

        // Both are deleted by one answer.
        driver.select(onPodman);
        const int row = table->rowModel()->rowOf(onDocker);
        table->selectionModel()->select(table->rowModel()->index(row, 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isEnabled(u"delete"_s), slow);
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_VERIFY_WITH_TIMEOUT(driver.dialog(u"confirmDialog"_s), slow);
        QTest::mouseClick(driver.dialog(u"confirmDialog"_s)->findChild<QPushButton*>(u"confirmYes"_s),
                          Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(driver.ready(onDocker).isEmpty() && driver.ready(onPodman).isEmpty(),
                                  qPrintable(driver.problems()), 90000);
        QTRY_COMPARE_WITH_TIMEOUT(atDocker.belongings(), dockerBefore, slow);
        QTRY_COMPARE_WITH_TIMEOUT(atPodman.belongings(), podmanBefore, slow);

        // One alone again: the other one is let go.
        driver.window()->connectTo(podmanId);
        QVERIFY(!driver.session()->isJoint());
        QTRY_COMPARE_WITH_TIMEOUT(connections.session(dockerId)->state().phase, session::Phase::Idle, slow);
        QCOMPARE(connections.session(podmanId)->state().phase, session::Phase::Live);
    }
};

QTEST_MAIN(TestJoint)
#include "tst_joint.moc"
