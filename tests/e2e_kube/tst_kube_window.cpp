#include "tests/e2e/window_driver.h"

#include "app/workload/log_store.h"
#include "ui/logs/logs_pane.h"

#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace kaptan;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray nameSpace = "kaptan-e2e";

const QByteArray objects =
    "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":["
    "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"kaptan-e2e\"}},"
    "{\"apiVersion\":\"apps/"
    "v1\",\"kind\":\"Deployment\",\"metadata\":{\"name\":\"web\",\"namespace\":\"kaptan-e2e\"},\"spec\":{"
    "\"replicas\":2,"
    " \"selector\":{\"matchLabels\":{\"app\":\"web\"}},\"template\":{\"metadata\":{\"labels\":{\"app\":"
    "\"web\"}},\"spec\":{"
    " \"terminationGracePeriodSeconds\":0,\"containers\":[{\"name\":\"web\",\"image\":\"test/"
    "busybox:1\",\"command\":[\"sh\",\"-c\","
    " \"while :; do echo tick of $HOSTNAME; sleep 0.5; "
    "done\"],\"readinessProbe\":{\"exec\":{\"command\":[\"true\"]},"
    " \"periodSeconds\":1}},{\"name\":\"proxy\",\"image\":\"test/"
    "busybox:1\",\"command\":[\"sleep\",\"100000\"]}]}}}}]}";

} // namespace

/// An operator's day on the real window, against the genuine cluster: by keys and clicks, and each time seen
/// both in the window and, from outside, by kubectl.
class TestKubeWindow : public QObject
{
    Q_OBJECT

    QString m_kubeconfig = qEnvironmentVariable("KAPTAN_TEST_KUBECONFIG");
    QString m_kubectl = qEnvironmentVariable("KAPTAN_TEST_KUBECTL");

    QByteArray kubectl(const QStringList& arguments, const QByteArray& input = {})
    {
        QProcess process;
        process.start(m_kubectl, QStringList{u"--kubeconfig"_s, m_kubeconfig} + arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60000) || process.exitCode() != 0)
            qWarning("kubectl %s: %s", qPrintable(arguments.join(u' ')),
                     process.readAllStandardError().constData());
        return process.readAllStandardOutput().trimmed();
    }

private Q_SLOTS:

    void cleanup()
    {
        if (!m_kubeconfig.isEmpty())
            kubectl({u"delete"_s, u"namespace"_s, QString::fromUtf8(nameSpace), u"--wait=false"_s,
                     u"--ignore-not-found"_s});
    }

    void anOperatorsDay()
    {
        if (m_kubeconfig.isEmpty())
            QSKIP("no genuine cluster was started (tests/run starts one)");
        kubectl({u"apply"_s, u"-f"_s, u"-"_s}, objects);
        const QString web = u"deployment:kaptan-e2e/web"_s;

        const auto driver = WindowDriver::onCluster(m_kubeconfig);
        QTRY_VERIFY2_WITH_TIMEOUT(driver->isLive(), qPrintable(driver->problems()), 30000);
        QVERIFY(driver->session()->versionText().startsWith(u"Kubernetes v"_s));
        auto* pane = driver->openPane(u"deployments"_s);
        QVERIFY(pane->isVisible());
        auto* table = driver->table(u"deploymentsTable"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(driver->ready(web) == u"2 / 2"_s, qPrintable(driver->problems()), 90000);
        QCOMPARE(driver->shown(web, u"group"_s), u"kaptan-e2e"_s);
        QTRY_COMPARE_WITH_TIMEOUT(driver->healthy(web), 2, 30000);

        // What a cluster has no word for says so instead of being tried.
        driver->select(web);
        QTRY_VERIFY(driver->isEnabled(u"scale"_s));
        QVERIFY(!driver->isEnabled(u"stop"_s));
        QVERIFY(!driver->isEnabled(u"repair"_s));

        // Scaled to three.
        QTest::keyClick(table, Qt::Key_S, Qt::ShiftModifier);
        QTRY_VERIFY(driver->dialog(u"scaleDialog"_s));
        driver->dialog(u"scaleDialog"_s)->findChild<QSpinBox*>(u"replicas"_s)->setValue(3);
        QTest::mouseClick(driver->dialog(u"scaleDialog"_s)->findChild<QPushButton*>(u"scaleYes"_s),
                          Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(driver->ready(web) == u"3 / 3"_s, qPrintable(driver->problems()), 90000);
        QCOMPARE(kubectl({u"-n"_s, QString::fromUtf8(nameSpace), u"get"_s, u"deployment"_s, u"web"_s, u"-o"_s,
                          u"jsonpath={.spec.replicas}"_s}),
                 QByteArray("3"));

        // A line of a log, of the first of the pod's containers.
        QTRY_VERIFY2_WITH_TIMEOUT(driver->isIdle(), qPrintable(driver->problems()), 60000);
        driver->select(web);
        QTRY_VERIFY(driver->isEnabled(u"logs"_s));
        QTest::keyClick(table, Qt::Key_L);
        auto* logs = driver->window()->findChild<ui::LogsPane*>();
        QVERIFY(logs);
        QTRY_VERIFY(logs->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(logs->view()->lineCount() > 0, 30000);
        const auto counts = logs->view()->store()->counts();
        const auto lines = logs->view()->store()->read(counts.first, 1);
        QVERIFY2(lines.at(0).bytes.contains("tick of web-"), lines.at(0).bytes.constData());

        // A pod is deleted from outside and replaced by the cluster.
        const auto before = driver->workload(web);
        QVERIFY(before);
        const QString victim = before->instances.first().name;
        kubectl({u"-n"_s, QString::fromUtf8(nameSpace), u"delete"_s, u"pod"_s, victim, u"--wait=false"_s});
        QTRY_VERIFY2_WITH_TIMEOUT(
            [&] {
                const auto now = driver->workload(web);
                return now && now->ready == 3 && now->instances.size() == 3 &&
                       std::none_of(now->instances.begin(), now->instances.end(),
                                    [&](const auto& one) { return one.name == victim; });
            }(),
            qPrintable(driver->problems()), 90000);

        // Events of the pods reached the connection.
        const auto events = driver->session()->events()->recent();
        QVERIFY(std::any_of(events.begin(), events.end(),
                            [&](const auto& one) { return one.workloadId == web; }));

        // Deleting asks, and then it is gone from the cluster too.
        QTRY_VERIFY2_WITH_TIMEOUT(driver->isIdle(), qPrintable(driver->problems()), 60000);
        driver->select(web);
        QTRY_VERIFY(driver->isEnabled(u"delete"_s));
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_VERIFY(driver->dialog(u"confirmDialog"_s));
        QTest::mouseClick(driver->dialog(u"confirmDialog"_s)->findChild<QPushButton*>(u"confirmYes"_s),
                          Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(driver->ready(web).isEmpty(), qPrintable(driver->problems()), 90000);
        QCOMPARE(
            kubectl({u"-n"_s, QString::fromUtf8(nameSpace), u"get"_s, u"deployments"_s, u"-o"_s, u"name"_s}),
            QByteArray());
    }

    /// A user who may look into one namespace only sees that one, and is told nothing of the others.
    void aUserOfOneNamespace()
    {
        const QString viewer = qEnvironmentVariable("KAPTAN_TEST_KUBECONFIG_VIEWER");
        if (viewer.isEmpty())
            QSKIP("no genuine cluster was started (tests/run starts one)");
        const auto driver = WindowDriver::onCluster(viewer);
        QTRY_VERIFY2_WITH_TIMEOUT(driver->isLive(), qPrintable(driver->problems()), 30000);
        for (const auto& one : driver->session()->workloads()->workloads())
            QCOMPARE(one->group, u"demo"_s);
    }
};

QTEST_MAIN(TestKubeWindow)
#include "tst_kube_window.moc"
