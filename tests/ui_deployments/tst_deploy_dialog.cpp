#include "tests/ui_deployments/rig.h"
#include "ui/deployments/deploy_dialog.h"
#include "ui/deployments/deploy_form.h"
#include "ui/deployments/deployments_pane.h"
#include "ui/deployments/environment_table.h"
#include "ui/deployments/spec_text.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

using namespace kaptan;
using namespace kaptan::test;
using namespace kaptan::ui;
using workload::DeploySpec;
using workload::HealthCheck;

namespace
{

DeploySpec fullSpec()
{
    DeploySpec spec;
    spec.name = QStringLiteral("web");
    spec.image = QStringLiteral("test/web:2");
    spec.pullIfMissing = false;
    spec.replicas = 3;
    spec.command = {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("echo \"it's\"; sleep 1")};
    spec.entrypoint = {QStringLiteral("/bin/tini"), QStringLiteral("--")};
    spec.environment = {{QStringLiteral("B"), QStringLiteral(" two  words ")},
                        {QStringLiteral("A_PASSWORD"), QStringLiteral("x\ny")}};
    spec.ports = *spec_text::parsePorts(QStringLiteral("8000-8010:80 127.0.0.1::443 53/udp"));
    spec.volumes = *spec_text::parseVolumes(QStringLiteral("data:/data\n/srv:/srv:ro\ntmpfs:/run"));
    spec.cpuMillicores = 1250;
    spec.memoryBytes = 512LL * 1024 * 1024 + 1;
    spec.restartPolicy = workload::RestartPolicy::OnFailure;
    spec.restartMaxRetries = 7;
    spec.healthCheck = {
        HealthCheck::Kind::Http, QStringLiteral("true"), 8080, QStringLiteral("/healthz"), 11, 6, 4, 30};
    spec.network = QStringLiteral("shop");
    spec.labels = {{QStringLiteral("team"), QStringLiteral("a=b c")}, {QStringLiteral("flag"), QString()}};
    spec.workingDir = QStringLiteral("/srv");
    spec.user = QStringLiteral("1000:1000");
    return spec;
}

template <class T>
T* child(QWidget* parent, const char* name)
{
    return parent->findChild<T*>(QLatin1String(name));
}

} // namespace

class TestDeployDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void specComesBack();
    void saysWhatIsWrongBelowTheField();
    void firstProblemIsShownOnDeploy();
    void replicasCannotShareAPort();
    void hiddenValuesStayHidden();
    void pastesAnEnvFile();
    void enterAndEscape();
    void theEnginesCheckLandsAtItsField();
    void refusalKeepsEverything();
    void successClosesAndSelects();
    void inTheBackgroundAndBack();
    void turkishAtRunTime();
};

void TestDeployDialog::specComesBack()
{
    DeployForm form;
    QCOMPARE(form.spec(), DeploySpec());
    form.setSpec(fullSpec());
    QCOMPARE(form.spec(), fullSpec());
    QVERIFY(form.problems().isEmpty());
    form.setSpec({});
    QCOMPARE(form.spec(), DeploySpec());
}

void TestDeployDialog::saysWhatIsWrongBelowTheField()
{
    DeployForm form;
    form.show();
    // Nothing is red before it was touched.
    QCOMPARE(form.problemText(DeployForm::Name), QString());
    auto* name = child<QLineEdit>(&form, "deployName");
    QTest::keyClicks(name, QStringLiteral("My Web"));
    QVERIFY(form.problemText(DeployForm::Name).contains(QStringLiteral("a–z")));
    name->clear();
    QTest::keyClicks(name, QStringLiteral("my-web"));
    QCOMPARE(form.problemText(DeployForm::Name), QString());
    form.setTaken({QStringLiteral("my-web")});
    QVERIFY(form.problemText(DeployForm::Name).contains(QStringLiteral("already")));

    const auto check = [&](QWidget* field, const QString& text, DeployForm::Field id, const QString& says) {
        QTest::keyClicks(field, text);
        QVERIFY2(form.problemText(id).contains(says), qPrintable(form.problemText(id)));
    };
    check(child<QLineEdit>(&form, "deployCommand"), QStringLiteral("sh -c 'x"), DeployForm::Command,
          QStringLiteral("not closed"));
    check(child<QPlainTextEdit>(&form, "deployPorts"), QStringLiteral("http:80"), DeployForm::Ports,
          QStringLiteral("no port of the host"));
    auto* tabs = child<QTabWidget>(&form, "deployTabs");
    tabs->setCurrentIndex(1);
    check(child<QPlainTextEdit>(&form, "deployVolumes"), QStringLiteral("data"), DeployForm::Volumes,
          QStringLiteral("where"));
    QVERIFY(!tabs->tabIcon(1).isNull());
    tabs->setCurrentIndex(2);
    check(child<QLineEdit>(&form, "deployCpu"), QStringLiteral("lots"), DeployForm::Cpu,
          QStringLiteral("CPU"));
    check(child<QLineEdit>(&form, "deployMemory"), QStringLiteral("1Mi"), DeployForm::Memory,
          QStringLiteral("6 Mi"));
    tabs->setCurrentIndex(4);
    check(child<QPlainTextEdit>(&form, "deployLabels"), QStringLiteral("a b=c"), DeployForm::Labels,
          QStringLiteral("no label"));
}

void TestDeployDialog::firstProblemIsShownOnDeploy()
{
    DeployDialog dialog;
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    int asked = 0;
    connect(&dialog, &DeployDialog::deployRequested, this, [&] { ++asked; });
    QTest::mouseClick(child<QPushButton>(&dialog, "deployYes"), Qt::LeftButton);
    QCOMPARE(asked, 0);
    QVERIFY(!dialog.form()->problemText(DeployForm::Name).isEmpty());
    QVERIFY(!dialog.form()->problemText(DeployForm::Image).isEmpty());

    DeploySpec spec = fullSpec();
    spec.healthCheck.port = 0;
    dialog.form()->setSpec(spec);
    QTest::mouseClick(child<QPushButton>(&dialog, "deployYes"), Qt::LeftButton);
    QCOMPARE(asked, 0);
    QCOMPARE(child<QTabWidget>(&dialog, "deployTabs")->currentIndex(), 3);
    QVERIFY(!dialog.form()->problemText(DeployForm::HealthPort).isEmpty());
    child<QSpinBox>(&dialog, "deployHealthPort")->setValue(80);
    QCOMPARE(dialog.form()->problemText(DeployForm::HealthPort), QString());
    QTest::mouseClick(child<QPushButton>(&dialog, "deployYes"), Qt::LeftButton);
    QCOMPARE(asked, 1);
}

void TestDeployDialog::replicasCannotShareAPort()
{
    DeployForm form;
    DeploySpec spec = fullSpec();
    spec.ports = *spec_text::parsePorts(QStringLiteral("8080:80"));
    form.setSpec(spec);
    QCOMPARE(form.problems().size(), 1);
    QCOMPARE(form.problems().first().first, DeployForm::Ports);
    spec.ports = *spec_text::parsePorts(QStringLiteral("8080-8081:80"));
    form.setSpec(spec);
    QCOMPARE(form.problems().size(), 1);
    spec.ports = *spec_text::parsePorts(QStringLiteral("8080-8082:80"));
    form.setSpec(spec);
    QVERIFY(form.problems().isEmpty());
    spec.ports = *spec_text::parsePorts(QStringLiteral("8080:80"));
    spec.replicas = 1;
    form.setSpec(spec);
    QVERIFY(form.problems().isEmpty());
}

void TestDeployDialog::hiddenValuesStayHidden()
{
    DeployForm form;
    DeploySpec spec;
    spec.environment = {{QStringLiteral("API_TOKEN"), QStringLiteral("hunter2")},
                        {QStringLiteral("HOST"), QStringLiteral("db")}};
    form.setSpec(spec);
    auto* model = form.findChild<EnvironmentModel*>();
    const QModelIndex secret = model->index(0, EnvironmentModel::Value);
    for (const int role :
         {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole), int(Qt::StatusTipRole)})
        QVERIFY(!model->data(secret, role).toString().contains(QStringLiteral("hunter")));
    QCOMPARE(model->data(model->index(1, EnvironmentModel::Value), Qt::DisplayRole).toString(),
             QStringLiteral("db"));
    model->setRevealed(true);
    QCOMPARE(model->data(secret, Qt::DisplayRole).toString(), QStringLiteral("hunter2"));
}

void TestDeployDialog::pastesAnEnvFile()
{
    DeployForm form;
    form.show();
    auto* table = form.findChild<EnvironmentTable*>();
    QApplication::clipboard()->setText(QStringLiteral("# db\nDB_HOST=db\nexport DB_PASSWORD='a b'\n"));
    table->view()->setFocus();
    QTest::keyClick(table->view(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(form.spec().environment.size(), 2);
    QCOMPARE(form.spec().environment.at(1).second, QStringLiteral("a b"));
    QApplication::clipboard()->setText(QStringLiteral("DB_HOST=other\nhunter2"));
    QTest::mouseClick(child<QPushButton>(&form, "pasteEnv"), Qt::LeftButton);
    QVERIFY(form.problemText(DeployForm::Environment).contains(QStringLiteral("Line 2")));
    QVERIFY(!form.problemText(DeployForm::Environment).contains(QStringLiteral("hunter")));
    QCOMPARE(form.spec().environment.first().second, QStringLiteral("db"));
    // Typed into the empty last row.
    auto* model = table->model();
    QVERIFY(model->setData(model->index(2, 0), QStringLiteral("PORT=80"), Qt::EditRole));
    QCOMPARE(form.spec().environment.last(),
             (QPair<QString, QString>{QStringLiteral("PORT"), QStringLiteral("80")}));
    QVERIFY(model->setData(model->index(3, 0), QStringLiteral("PORT"), Qt::EditRole));
    QVERIFY(form.problemText(DeployForm::Environment).contains(QStringLiteral("twice")));
}

void TestDeployDialog::enterAndEscape()
{
    DeployDialog dialog;
    dialog.form()->setSpec(fullSpec());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    int asked = 0;
    connect(&dialog, &DeployDialog::deployRequested, this, [&] { ++asked; });
    QTest::keyClick(child<QPlainTextEdit>(&dialog, "deployPorts"), Qt::Key_Return);
    QCOMPARE(asked, 0); // a line more
    QTest::keyClick(child<QLineEdit>(&dialog, "deployName"), Qt::Key_Return);
    QCOMPARE(asked, 1);
    QTest::keyClick(child<QLineEdit>(&dialog, "deployName"), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(asked, 2);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void TestDeployDialog::theEnginesCheckLandsAtItsField()
{
    DeployDialog dialog;
    dialog.form()->setSpec(fullSpec());
    dialog.setChecker([](const DeploySpec&) -> Result<void> {
        return failure(
            InvalidInput{QStringLiteral("Memory limit"), QStringLiteral("too much"), QStringLiteral("less")});
    });
    dialog.show();
    QTest::mouseClick(child<QPushButton>(&dialog, "deployYes"), Qt::LeftButton);
    QVERIFY(dialog.form()->problemText(DeployForm::Memory).contains(QStringLiteral("too much")));
    QCOMPARE(child<QTabWidget>(&dialog, "deployTabs")->currentIndex(), 2);
    dialog.setChecker([](const DeploySpec&) -> Result<void> {
        return failure(
            InvalidInput{QStringLiteral("Moon"), QStringLiteral("is full"), QStringLiteral("wait")});
    });
    QTest::mouseClick(child<QPushButton>(&dialog, "deployYes"), Qt::LeftButton);
    QVERIFY(dialog.errorText().contains(QStringLiteral("is full")));
}

namespace
{

struct Rig {
    Rig()
    {
        session.setWorkloads({makeWorkload(QStringLiteral("taken"), 1)});
        pane.setSession(&session);
        pane.resize(1100, 640);
        pane.show();
        pane.findChild<QAction*>(QStringLiteral("deploy"))->trigger();
        dialog = pane.findChild<DeployDialog*>();
        dialog->form()->setSpec(fullSpec());
    }

    void submit() { QTest::mouseClick(child<QPushButton>(dialog, "deployYes"), Qt::LeftButton); }

    FakeHost host;
    FakeSession session;
    DeploymentsPane pane{host};
    DeployDialog* dialog = nullptr;
};

} // namespace

void TestDeployDialog::refusalKeepsEverything()
{
    Rig rig;
    QVERIFY(rig.dialog->isVisible());
    rig.session.answer(
        QStringLiteral("deploy"),
        failure(EngineError{500, QStringLiteral("<b>no</b> such runtime"), QStringLiteral("POST /create")}));
    rig.submit();
    QTRY_VERIFY(!rig.dialog->errorText().isEmpty());
    QVERIFY(rig.dialog->isVisible());
    QVERIFY(rig.dialog->errorText().contains(QStringLiteral("<b>no</b> such runtime")));
    QCOMPARE(rig.dialog->form()->spec(), fullSpec());
    QVERIFY(!rig.dialog->isBusy());
    QTRY_VERIFY(rig.host.tasks.value(0).future.isFinished());
    QVERIFY(!rig.host.tasks.at(0).future.result());
    // A refusal that names a field stands at that field.
    rig.session.answer(QStringLiteral("deploy"),
                       failure(InvalidInput{QStringLiteral("Name"), QStringLiteral("taken meanwhile"), {}}));
    rig.submit();
    QTRY_VERIFY(
        rig.dialog->form()->problemText(DeployForm::Name).contains(QStringLiteral("taken meanwhile")));
    rig.session.answer(QStringLiteral("deploy"), {});
    rig.submit();
    QTRY_VERIFY(!rig.dialog->isVisible());
    QCOMPARE(rig.session.actions.filter(QStringLiteral("deploy web")).size(), 3);
    QCOMPARE(*rig.session.lastDeploy, fullSpec());
}

void TestDeployDialog::successClosesAndSelects()
{
    Rig rig;
    rig.dialog->form()->setSpec({});
    QTest::keyClicks(child<QLineEdit>(rig.dialog, "deployName"), QStringLiteral("taken"));
    QVERIFY(rig.dialog->form()->problemText(DeployForm::Name).contains(QStringLiteral("already")));
    rig.dialog->form()->setSpec(fullSpec());
    auto* images = child<QComboBox>(rig.dialog, "deployImage");
    QTRY_COMPARE(images->count(), 2);
    QCOMPARE(images->currentText(), QStringLiteral("test/web:2"));
    rig.submit();
    QTRY_VERIFY(!rig.dialog->isVisible());
    QCOMPARE(rig.host.tasks.size(), 1);
    QVERIFY(rig.host.tasks.first().title.contains(QStringLiteral("web")));
    // The next one begins empty.
    rig.pane.findChild<QAction*>(QStringLiteral("deploy"))->trigger();
    QCOMPARE(rig.dialog->form()->spec().name, QString());
}

void TestDeployDialog::inTheBackgroundAndBack()
{
    Rig rig;
    rig.session.hold(QStringLiteral("deploy"));
    rig.submit();
    QVERIFY(rig.dialog->isBusy());
    QVERIFY(rig.dialog->isVisible());
    rig.session.progress(QStringLiteral("deploy"), 2, 5, QStringLiteral("Pulling"));
    QTRY_COMPARE(rig.host.tasks.at(0).future.progressValue(), 2);
    rig.submit(); // "Continue in the background"
    QVERIFY(!rig.dialog->isVisible());
    QVERIFY(rig.dialog->isBusy());
    rig.session.release(QStringLiteral("deploy"),
                        failure(EngineError{404, QStringLiteral("no such image"), {}}));
    QTRY_VERIFY(!rig.dialog->isBusy());
    QVERIFY(!rig.dialog->isVisible()); // nothing pops up into other work
    const auto task = rig.host.tasks.at(0);
    QCOMPARE(task.paneId, QStringLiteral("deployments"));
    rig.pane.showTarget(task.target); // the notification was clicked
    QVERIFY(rig.dialog->isVisible());
    QCOMPARE(rig.dialog->form()->spec(), fullSpec());
    QVERIFY(rig.dialog->errorText().contains(QStringLiteral("no such image")));
    // Cancelling the task cancels the deployment.
    rig.submit();
    rig.host.tasks[1].future.cancel();
    QTRY_VERIFY(rig.session.heldIsCancelled(QStringLiteral("deploy")));
    rig.session.release(QStringLiteral("deploy"), failure(Cancelled{}));
}

void TestDeployDialog::turkishAtRunTime()
{
    DeployDialog dialog;
    dialog.form()->setSpec(fullSpec());
    dialog.show();
    const Language turkish(QStringLiteral("tr"));
    QVERIFY(turkish.loaded());
    QTRY_COMPARE(child<QPushButton>(&dialog, "deployYes")->text(), QStringLiteral("Dağıt"));
    QCOMPARE(child<QTabWidget>(&dialog, "deployTabs")->tabText(3), QStringLiteral("Sağlık denetimi"));
    QCOMPARE(dialog.form()->spec(), fullSpec());
}

QTEST_MAIN(TestDeployDialog)
#include "tst_deploy_dialog.moc"
