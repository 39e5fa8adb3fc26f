#include "tests/e2e/engine_probe.h"
#include "tests/e2e/window_driver.h"

#include "app/session/joint_id.h"
#include "app/workload/log_store.h"
#include "ui/logs/logs_pane.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace kaptan;
using namespace Qt::StringLiterals;

namespace
{

/// A namespace with one deployment of one pod in it, as the file that kubectl reads.
QByteArray objects(const QString& nameSpace)
{
    const QJsonObject labels{{u"app"_s, u"e2e-both"_s}};
    const QJsonObject container{
        {u"name"_s, u"main"_s},
        {u"image"_s, u"test/busybox:1"_s},
        {u"command"_s, QJsonArray{u"sh"_s, u"-c"_s, u"while :; do echo pod $HOSTNAME; sleep 0.5; done"_s}}};
    const QJsonObject pod{{u"terminationGracePeriodSeconds"_s, 0}, {u"containers"_s, QJsonArray{container}}};
    const QJsonObject spec{
        {u"replicas"_s, 1},
        {u"selector"_s, QJsonObject{{u"matchLabels"_s, labels}}},
        {u"template"_s, QJsonObject{{u"metadata"_s, QJsonObject{{u"labels"_s, labels}}}, {u"spec"_s, pod}}}};
    const QJsonObject space{{u"apiVersion"_s, u"v1"_s},
                            {u"kind"_s, u"Namespace"_s},
                            {u"metadata"_s, QJsonObject{{u"name"_s, nameSpace}}}};
    const QJsonObject deployment{
        {u"apiVersion"_s, u"apps/v1"_s},
        {u"kind"_s, u"Deployment"_s},
        {u"metadata"_s, QJsonObject{{u"name"_s, u"e2e-both"_s}, {u"namespace"_s, nameSpace}}},
        {u"spec"_s, spec}};
    return QJsonDocument(QJsonObject{{u"apiVersion"_s, u"v1"_s},
                                     {u"kind"_s, u"List"_s},
                                     {u"items"_s, QJsonArray{space, deployment}}})
        .toJson();
}

} // namespace

/// A genuine cluster and a genuine Docker in one table of the real window: what is done to a row is done
/// where it belongs, seen from outside by kubectl and by the engine's own API.
class TestKubeJoint : public QObject
{
    Q_OBJECT

    QString m_kubeconfig = qEnvironmentVariable("KAPTAN_TEST_KUBECONFIG");
    QString m_kubectl = qEnvironmentVariable("KAPTAN_TEST_KUBECTL");
    QString m_docker = qEnvironmentVariable("KAPTAN_TEST_DOCKER");
    QString m_nameSpace = u"kaptan-joint-%1"_s.arg(QCoreApplication::applicationPid());

    /// Nothing where it fails.
    std::optional<QByteArray> kubectl(const QStringList& arguments, const QByteArray& input = {})
    {
        QProcess process;
        process.start(m_kubectl, QStringList{u"--kubeconfig"_s, m_kubeconfig} + arguments);
        process.write(input);
        process.closeWriteChannel();
        if (process.waitForFinished(120'000) && process.exitCode() == 0)
            return process.readAllStandardOutput().trimmed();
        qWarning("kubectl %s: %s", qPrintable(arguments.join(u' ')),
                 process.readAllStandardError().constData());
        return std::nullopt;
    }

    QByteArray wanted() // of the cluster's deployment
    {
        return kubectl({u"-n"_s, m_nameSpace, u"get"_s, u"deployment"_s, u"e2e-both"_s,
                        u"--ignore-not-found"_s, u"-o"_s, u"jsonpath={.spec.replicas}"_s})
            .value_or("?");
    }

private Q_SLOTS:

    void cleanup()
    {
        if (!m_kubeconfig.isEmpty())
            kubectl({u"delete"_s, u"namespace"_s, m_nameSpace, u"--wait=false"_s, u"--ignore-not-found"_s});
    }

    void aClusterAndAnEngineInOneTable()
    {
        if (m_kubeconfig.isEmpty() || m_docker.isEmpty())
            QSKIP("a genuine cluster and a genuine Docker are needed (tests/run starts them)");
        QVERIFY(kubectl({u"apply"_s, u"-f"_s, u"-"_s}, objects(m_nameSpace)));
        EngineProbe atDocker(m_docker);
        const auto before = atDocker.belongings();
        QVERIFY2(!before.isEmpty(), "the engine does not answer");

        const auto driver = WindowDriver::onCluster(m_kubeconfig);
        QTRY_VERIFY2_WITH_TIMEOUT(driver->isLive(), qPrintable(driver->problems()), 60000);
        auto& connections = driver->app().connections();
        const QString clusterId = driver->session()->spec().id;
        session::ConnectionSpec spec;
        spec.name = u"the docker"_s;
        spec.address = u"unix://"_s + m_docker;
        const auto added = connections.add(spec);
        QVERIFY(added);
        driver->window()->connectTogether({clusterId, added->id});
        QTRY_VERIFY2_WITH_TIMEOUT(driver->session()->isJoint() && driver->isLive(),
                                  qPrintable(driver->problems()), 60000);

        workload::DeploySpec deploy;
        deploy.name = u"e2e-both"_s;
        deploy.image = u"test/busybox:1"_s;
        deploy.pullIfMissing = false;
        deploy.command = {u"sh"_s, u"-c"_s, u"while true; do echo container $HOSTNAME; sleep 0.5; done"_s};
        auto made = connections.session(added->id)->deploying()->deploy(deploy);
        QTRY_VERIFY_WITH_TIMEOUT(made.isFinished(), 60000);
        QVERIFY2(made.result(), made.result() ? "" : qPrintable(made.result().error().message()));

        // One name, two rows.
        const QString onCluster = session::jointId(clusterId, u"deployment:%1/e2e-both"_s.arg(m_nameSpace));
        const QString onDocker = session::jointId(added->id, u"deployment:e2e-both"_s);
        for (const QString& id : {onCluster, onDocker})
            QTRY_VERIFY2_WITH_TIMEOUT(driver->ready(id) == u"1 / 1"_s, qPrintable(driver->problems()), 90000);
        QCOMPARE(driver->shown(onDocker, u"connection"_s), u"the docker"_s);
        QVERIFY(driver->shown(onCluster, u"connection"_s) != u"the docker"_s);
        QCOMPARE(driver->shown(onCluster, u"group"_s), m_nameSpace);

        // The cluster's is scaled, Docker's stays as it is.
        driver->select(onCluster);
        QTRY_VERIFY(driver->isEnabled(u"scale"_s));
        auto* table = driver->table(u"deploymentsTable"_s);
        QTest::keyClick(table, Qt::Key_S, Qt::ShiftModifier);
        QTRY_VERIFY(driver->dialog(u"scaleDialog"_s));
        driver->dialog(u"scaleDialog"_s)->findChild<QSpinBox*>(u"replicas"_s)->setValue(2);
        QTest::mouseClick(driver->dialog(u"scaleDialog"_s)->findChild<QPushButton*>(u"scaleYes"_s),
                          Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(driver->ready(onCluster) == u"2 / 2"_s, qPrintable(driver->problems()),
                                  90000);
        QCOMPARE(wanted(), QByteArray("2"));
        QCOMPARE(driver->ready(onDocker), u"1 / 1"_s);
        QVERIFY(atDocker.call("GET", u"/containers/e2e-both-2/json"_s).status == 404);

        // A log of each comes from where it is.
        QTRY_VERIFY2_WITH_TIMEOUT(driver->isIdle(), qPrintable(driver->problems()), 60000);
        auto* logs = driver->window()->findChild<ui::LogsPane*>();
        for (const auto& [id, word] :
             {std::pair(onCluster, "pod e2e-both-"), std::pair(onDocker, "container ")}) {
            driver->select(id);
            QTRY_VERIFY(driver->isEnabled(u"logs"_s));
            QTest::keyClick(table, Qt::Key_L);
            const auto line = [&]() -> QByteArray {
                const auto& store = *logs->view()->store();
                const auto lines = store.read(store.counts().first, 1);
                return lines.empty() ? QByteArray() : lines.at(0).bytes;
            };
            QTRY_VERIFY2_WITH_TIMEOUT(line().contains(word), line().constData(), 60000);
        }

        // Both are deleted by one answer.
        driver->select(onCluster);
        table->selectionModel()->select(table->rowModel()->index(table->rowModel()->rowOf(onDocker), 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTRY_VERIFY(driver->isEnabled(u"delete"_s));
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_VERIFY(driver->dialog(u"confirmDialog"_s));
        QTest::mouseClick(driver->dialog(u"confirmDialog"_s)->findChild<QPushButton*>(u"confirmYes"_s),
                          Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(driver->ready(onCluster).isEmpty() && driver->ready(onDocker).isEmpty(),
                                  qPrintable(driver->problems()), 90000);
        QCOMPARE(wanted(), QByteArray());
        QTRY_COMPARE_WITH_TIMEOUT(atDocker.belongings(), before, 60000);
    }
};

QTEST_MAIN(TestKubeJoint)
#include "tst_kube_joint.moc"
