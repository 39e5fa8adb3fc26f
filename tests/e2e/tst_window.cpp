#include "engine_probe.h"
#include "tests/support/patience.h"
#include "window_driver.h"

#include "app/workload/log_store.h"
#include "ui/logs/logs_pane.h"

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace kaptan;
using namespace Qt::StringLiterals;
using kaptan::test::slow;

/// An operator's day on the real window, against each genuine engine: by keys and clicks, and each time seen
/// both in the window and, from outside, on the engine.
class TestWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void anOperatorsDay_data()
    {
        QTest::addColumn<QString>("socket");
        QTest::addColumn<QString>("engine");
        QTest::newRow("Docker") << qEnvironmentVariable("KAPTAN_TEST_DOCKER") << u"Docker"_s;
        QTest::newRow("Podman") << qEnvironmentVariable("KAPTAN_TEST_PODMAN") << u"Podman"_s;
    }

    void anOperatorsDay()
    {
        QFETCH(QString, socket);
        QFETCH(QString, engine);
        if (socket.isEmpty())
            QSKIP("no genuine engine of this kind was started (tests/run starts them)");
        EngineProbe probe(socket);
        const auto before = probe.belongings();
        QVERIFY2(!before.isEmpty(), "the engine does not answer");

        WindowDriver driver(u"unix://"_s + socket);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isLive(), slow);
        QVERIFY2(driver.session()->versionText().startsWith(engine),
                 qPrintable(driver.session()->versionText()));

        // Deployed by the form: three replicas with limits and a health check.
        auto* pane = driver.openPane(u"deployments"_s);
        auto* table = driver.table(u"deploymentsTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(pane->isAncestorOf(QApplication::focusWidget()),
                                 slow); // also where the engine is empty
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(driver.dialog(u"deployDialog"_s), slow);
        auto* form = driver.dialog(u"deployDialog"_s);
        WindowDriver::type(form->findChild<QLineEdit*>(u"deployName"_s), u"e2e-web"_s);
        WindowDriver::type(form->findChild<QComboBox*>(u"deployImage"_s)->lineEdit(), u"test/busybox:1"_s);
        form->findChild<QSpinBox*>(u"deployReplicas"_s)->setValue(3);
        WindowDriver::type(
            form->findChild<QLineEdit*>(u"deployCommand"_s),
            u"sh -c 'while [ ! -e /tmp/die ]; do echo tick of $HOSTNAME; sleep 0.5; done; rm /tmp/die; exit 3'"_s);
        WindowDriver::type(form->findChild<QLineEdit*>(u"deployCpu"_s), u"250m"_s);
        WindowDriver::type(form->findChild<QLineEdit*>(u"deployMemory"_s), u"64Mi"_s);
        auto* health = form->findChild<QComboBox*>(u"deployHealth"_s);
        health->setCurrentIndex(1); // a command
        WindowDriver::type(form->findChild<QLineEdit*>(u"deployHealthCommand"_s), u"test -d /tmp"_s);
        for (auto* spin : form->findChildren<QSpinBox*>()) {
            if (spin->objectName() == u"deployHealthInterval"_s)
                spin->setValue(1);
        }
        QTest::mouseClick(form->findChild<QPushButton*>(u"deployYes"_s), Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(driver.ready(u"deployment:e2e-web"_s) == u"3 / 3"_s,
                                  qPrintable(driver.problems()), slow);
        QTRY_COMPARE_WITH_TIMEOUT(driver.healthy(u"deployment:e2e-web"_s), 3, slow);
        const auto details = probe.get(u"/containers/e2e-web-1/json"_s).object()[u"HostConfig"_s].toObject();
        QCOMPARE(details[u"Memory"_s].toInteger(), 64 << 20);

        // Scaled to five.
        QTRY_VERIFY2_WITH_TIMEOUT(driver.isIdle(), qPrintable(driver.problems()), slow);
        driver.select(u"deployment:e2e-web"_s);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isEnabled(u"scale"_s), slow);
        QTest::keyClick(table, Qt::Key_S, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(driver.dialog(u"scaleDialog"_s), slow);
        driver.dialog(u"scaleDialog"_s)->findChild<QSpinBox*>(u"replicas"_s)->setValue(5);
        QTest::mouseClick(driver.dialog(u"scaleDialog"_s)->findChild<QPushButton*>(u"scaleYes"_s),
                          Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(driver.ready(u"deployment:e2e-web"_s) == u"5 / 5"_s,
                                  qPrintable(driver.problems()), slow);

        // A line of a log.
        QTRY_VERIFY2_WITH_TIMEOUT(driver.isIdle(), qPrintable(driver.problems()), slow);
        driver.select(u"deployment:e2e-web"_s);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isEnabled(u"logs"_s), slow);
        QTest::keyClick(table, Qt::Key_L);
        auto* logs = driver.window()->findChild<ui::LogsPane*>();
        QVERIFY(logs);
        QTRY_VERIFY_WITH_TIMEOUT(logs->isVisible(), slow);
        QTRY_VERIFY_WITH_TIMEOUT(logs->view()->lineCount() > 0, slow);
        const auto counts = logs->view()->store()->counts();
        const auto lines = logs->view()->store()->read(counts.first, 1);
        QVERIFY2(lines.at(0).bytes.contains("tick of "), lines.at(0).bytes.constData());

        // A process ends from inside and comes back by its restart policy.
        pane = driver.openPane(u"deployments"_s);
        QVERIFY(pane->isVisible());
        QVERIFY(probe.exec(u"e2e-web-2"_s, {u"touch"_s, u"/tmp/die"_s}));
        QTRY_VERIFY2_WITH_TIMEOUT(driver.restarts(u"deployment:e2e-web"_s) == 1,
                                  qPrintable(driver.problems()), slow);
        QTRY_COMPARE_WITH_TIMEOUT(driver.ready(u"deployment:e2e-web"_s), u"5 / 5"_s, slow);

        // One is removed from outside, is shown as missing, and is repaired.
        QVERIFY(probe.call("DELETE", u"/containers/e2e-web-3?force=1"_s).status < 300);
        QTRY_COMPARE_WITH_TIMEOUT(driver.ready(u"deployment:e2e-web"_s), u"4 / 5"_s, slow);
        QTRY_COMPARE_WITH_TIMEOUT(driver.missing(u"deployment:e2e-web"_s), 1, slow);
        QTRY_VERIFY2_WITH_TIMEOUT(driver.isIdle(), qPrintable(driver.problems()), slow);
        driver.select(u"deployment:e2e-web"_s);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isEnabled(u"repair"_s), slow);
        QTest::keyClick(table, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY2_WITH_TIMEOUT(driver.ready(u"deployment:e2e-web"_s) == u"5 / 5"_s,
                                  qPrintable(driver.problems()), slow);
        QCOMPARE(probe.call("GET", u"/containers/e2e-web-3/json"_s).status, 200);

        // Deleting asks, and Enter means no.
        QTRY_VERIFY2_WITH_TIMEOUT(driver.isIdle(), qPrintable(driver.problems()), slow);
        driver.select(u"deployment:e2e-web"_s);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isEnabled(u"delete"_s), slow);
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_VERIFY_WITH_TIMEOUT(driver.dialog(u"confirmDialog"_s), slow);
        QVERIFY(QTest::qWaitForWindowActive(driver.dialog(u"confirmDialog"_s), slow));
        QTest::keyClick(driver.dialog(u"confirmDialog"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!driver.dialog(u"confirmDialog"_s), slow);
        QCOMPARE(probe.call("GET", u"/containers/e2e-web-1/json"_s).status, 200);
        QTRY_VERIFY2_WITH_TIMEOUT(driver.isIdle(), qPrintable(driver.problems()), slow);
        driver.select(u"deployment:e2e-web"_s);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isEnabled(u"delete"_s), slow);
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_VERIFY_WITH_TIMEOUT(driver.dialog(u"confirmDialog"_s), slow);
        QTest::mouseClick(driver.dialog(u"confirmDialog"_s)->findChild<QPushButton*>(u"confirmYes"_s),
                          Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(driver.ready(u"deployment:e2e-web"_s).isEmpty(),
                                  qPrintable(driver.problems()), 90000);
        QTRY_COMPARE_WITH_TIMEOUT(probe.belongings(), before, slow);
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
