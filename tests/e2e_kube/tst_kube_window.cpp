#include "tests/e2e/window_driver.h"
#include "tests/kube_engine/genuine.h"
#include "tests/support/patience.h"

#include "app/workload/log_store.h"
#include "ui/logs/logs_pane.h"

#include <QPushButton>
#include <QScopeGuard>
#include <QSpinBox>
#include <QTest>

using namespace kaptan;
using namespace Qt::StringLiterals;
using genuine::kubectl;
using kaptan::test::slow;

namespace
{

/// Prints a line twice a second; a second container, and a probe that says yes. @N is the namespace.
constexpr auto kWeb = R"(
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: "@N"}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      terminationGracePeriodSeconds: 0
      containers:
      - name: web
        image: test/busybox:1
        command: [sh, -c, 'while :; do echo tick of $HOSTNAME; sleep 0.5; done']
        readinessProbe: {exec: {command: ["true"]}, periodSeconds: 1, timeoutSeconds: 30}
      - {name: proxy, image: test/busybox:1, command: [sleep, "100000"]}
)";

/// What the user of one namespace is to see. @D is its name.
constexpr auto kSeen = R"(
apiVersion: apps/v1
kind: Deployment
metadata: {name: "@D", namespace: demo}
spec:
  replicas: 1
  selector: {matchLabels: {app: "@D"}}
  template:
    metadata: {labels: {app: "@D"}}
    spec:
      terminationGracePeriodSeconds: 0
      containers: [{name: seen, image: test/busybox:1, command: [sleep, "100000"]}]
)";

} // namespace

/// An operator's day on the real window, against the genuine cluster: by keys and clicks, and each time seen
/// both in the window and, from outside, by kubectl.
class TestKubeWindow : public QObject
{
    Q_OBJECT

    // Its own, also where the one of an earlier run is still going.
    const QString m_space = u"kaptan-e2e-%1"_s.arg(QCoreApplication::applicationPid());
    bool m_made = false;

    QByteArray webObjects() const { return QByteArray(kWeb).replace("@N", m_space.toUtf8()); }

private Q_SLOTS:

    void initTestCase()
    {
        const QString why = genuine::missing({u"KAPTAN_TEST_KUBECONFIG"_s, u"KAPTAN_TEST_KUBECTL"_s});
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
        const auto made = kubectl({u"create"_s, u"namespace"_s, m_space});
        QVERIFY2(made.code == 0, made.err.constData());
        m_made = true;
    }

    void cleanupTestCase()
    {
        if (!m_made)
            return;
        const auto gone = kubectl({u"delete"_s, u"namespace"_s, m_space, u"--wait=false"_s});
        QVERIFY2(gone.code == 0, gone.err.constData());
    }

    void anOperatorsDay()
    {
        const auto applied = kubectl({u"apply"_s, u"-f"_s, u"-"_s}, webObjects());
        QVERIFY2(applied.code == 0, applied.err.constData());
        const QString web = u"deployment:%1/web"_s.arg(m_space);

        const auto driver = WindowDriver::onCluster(genuine::variable("KAPTAN_TEST_KUBECONFIG"));
        QTRY_VERIFY2_WITH_TIMEOUT(driver->isLive(), qPrintable(driver->problems()), slow);
        QVERIFY(driver->session()->versionText().startsWith(u"Kubernetes v"_s));
        auto* pane = driver->openPane(u"deployments"_s);
        QVERIFY(pane->isVisible());
        auto* table = driver->table(u"deploymentsTable"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(driver->ready(web) == u"2 / 2"_s, qPrintable(driver->problems()), slow);
        QCOMPARE(driver->shown(web, u"group"_s), m_space);
        QTRY_COMPARE_WITH_TIMEOUT(driver->healthy(web), 2, slow);

        // What a cluster has no word for says so instead of being tried.
        driver->select(web);
        QTRY_VERIFY_WITH_TIMEOUT(driver->isEnabled(u"scale"_s), slow);
        QVERIFY(!driver->isEnabled(u"stop"_s));
        QVERIFY(!driver->isEnabled(u"repair"_s));

        // Scaled to three.
        QTest::keyClick(table, Qt::Key_S, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(driver->dialog(u"scaleDialog"_s), slow);
        driver->dialog(u"scaleDialog"_s)->findChild<QSpinBox*>(u"replicas"_s)->setValue(3);
        QTest::mouseClick(driver->dialog(u"scaleDialog"_s)->findChild<QPushButton*>(u"scaleYes"_s),
                          Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(driver->ready(web) == u"3 / 3"_s, qPrintable(driver->problems()), slow);
        const auto scaled = kubectl(
            {u"-n"_s, m_space, u"get"_s, u"deployment"_s, u"web"_s, u"-o"_s, u"jsonpath={.spec.replicas}"_s});
        QVERIFY2(scaled.code == 0, scaled.err.constData());
        QCOMPARE(scaled.out, QByteArray("3"));

        // A line of a log, of the first of the pod's containers.
        QTRY_VERIFY2_WITH_TIMEOUT(driver->isIdle(), qPrintable(driver->problems()), slow);
        driver->select(web);
        QTRY_VERIFY_WITH_TIMEOUT(driver->isEnabled(u"logs"_s), slow);
        QTest::keyClick(table, Qt::Key_L);
        auto* logs = driver->window()->findChild<ui::LogsPane*>();
        QVERIFY(logs);
        QTRY_VERIFY_WITH_TIMEOUT(logs->isVisible(), slow);
        QTRY_VERIFY_WITH_TIMEOUT(logs->view()->lineCount() > 0, slow);
        const auto counts = logs->view()->store()->counts();
        const auto lines = logs->view()->store()->read(counts.first, 1);
        QVERIFY2(lines.at(0).bytes.contains("tick of web-"), lines.at(0).bytes.constData());

        // A pod is deleted from outside and replaced by the cluster.
        const auto before = driver->workload(web);
        QVERIFY(before);
        const QString victim = before->instances.first().name;
        const auto killed = kubectl({u"-n"_s, m_space, u"delete"_s, u"pod"_s, victim, u"--wait=false"_s});
        QVERIFY2(killed.code == 0, killed.err.constData());
        QTRY_VERIFY2_WITH_TIMEOUT(
            [&] {
                const auto now = driver->workload(web);
                return now && now->ready == 3 && now->instances.size() == 3 &&
                       std::none_of(now->instances.begin(), now->instances.end(),
                                    [&](const auto& one) { return one.name == victim; });
            }(),
            qPrintable(driver->problems()), slow);

        // Events of the pods reached the connection.
        QTRY_VERIFY2_WITH_TIMEOUT(
            [&] {
                const auto events = driver->session()->events()->recent();
                return std::any_of(events.begin(), events.end(),
                                   [&](const auto& one) { return one.workloadId == web; });
            }(),
            qPrintable(driver->problems()), slow);

        // Deleting asks, and then it is gone from the cluster too.
        QTRY_VERIFY2_WITH_TIMEOUT(driver->isIdle(), qPrintable(driver->problems()), slow);
        driver->select(web);
        QTRY_VERIFY_WITH_TIMEOUT(driver->isEnabled(u"delete"_s), slow);
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_VERIFY_WITH_TIMEOUT(driver->dialog(u"confirmDialog"_s), slow);
        QTest::mouseClick(driver->dialog(u"confirmDialog"_s)->findChild<QPushButton*>(u"confirmYes"_s),
                          Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(driver->ready(web).isEmpty(), qPrintable(driver->problems()), slow);
        const auto left = kubectl({u"-n"_s, m_space, u"get"_s, u"deployments"_s, u"-o"_s, u"name"_s});
        QVERIFY2(left.code == 0, left.err.constData());
        QCOMPARE(left.out, QByteArray());
    }

    /// A user who may look into one namespace only sees that one, and is told nothing of the others.
    void aUserOfOneNamespace()
    {
        const QString viewer = genuine::variable("KAPTAN_TEST_KUBECONFIG_VIEWER");
        if (viewer.isEmpty())
            QSKIP("KAPTAN_TEST_KUBECONFIG_VIEWER names no user");
        // One that is to be seen, and one beside it that is not.
        const QString name = u"seen-%1"_s.arg(QCoreApplication::applicationPid());
        const auto removed = qScopeGuard([&] {
            kubectl({u"-n"_s, u"demo"_s, u"delete"_s, u"deployment"_s, name, u"--wait=false"_s,
                     u"--ignore-not-found"_s});
        });
        for (const QByteArray& objects : {QByteArray(kSeen).replace("@D", name.toUtf8()), webObjects()}) {
            const auto applied = kubectl({u"apply"_s, u"-f"_s, u"-"_s}, objects);
            QVERIFY2(applied.code == 0, applied.err.constData());
        }

        const auto driver = WindowDriver::onCluster(viewer);
        QTRY_VERIFY2_WITH_TIMEOUT(driver->isLive(), qPrintable(driver->problems()), slow);
        QVERIFY(driver->openPane(u"deployments"_s)->isVisible());
        const QString seen = u"deployment:demo/"_s + name;
        QTRY_VERIFY2_WITH_TIMEOUT(driver->ready(seen) == u"1 / 1"_s, qPrintable(driver->problems()), slow);
        const auto workloads = driver->session()->workloads()->workloads();
        QVERIFY(!workloads.isEmpty());
        for (const auto& one : workloads)
            QCOMPARE(one->group, u"demo"_s);
        const auto* model = driver->table(u"deploymentsTable"_s)->rowModel();
        for (int row = 0; row < model->shown(); ++row)
            QCOMPARE(driver->shown(model->keyAt(row), u"group"_s), u"demo"_s);
        QVERIFY(driver->ready(u"deployment:%1/web"_s.arg(m_space)).isEmpty());
    }
};

QTEST_MAIN(TestKubeWindow)
#include "tst_kube_window.moc"
