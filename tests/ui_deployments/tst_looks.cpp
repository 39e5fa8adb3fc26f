#include "tests/ui_deployments/rig.h"
#include "ui/common/drawer.h"
#include "ui/common/style.h"
#include "ui/common/table_view.h"
#include "ui/deployments/deploy_dialog.h"
#include "ui/deployments/deploy_form.h"
#include "ui/deployments/deployments_pane.h"

#include <QDir>
#include <QScrollBar>
#include <QTabWidget>
#include <QTest>

using namespace kaptan;
using namespace kaptan::test;
using namespace kaptan::ui;

namespace
{

/// Pictures go where KAPTAN_SHOTS points; without it nothing is written.
void keep(QWidget* widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("KAPTAN_SHOTS");
    if (!folder.isEmpty())
        QVERIFY(widget->grab().save(QDir(folder).filePath(name + QStringLiteral(".png"))));
}

} // namespace

/// The pane and its form in every theme and language: nothing scrolls sideways, nothing is cut off.
class TestLooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pane_data();
    void pane();
    void form_data();
    void form();
};

void TestLooks::pane_data()
{
    QTest::addColumn<int>("theme");
    QTest::addColumn<bool>("turkish");
    QTest::addColumn<QSize>("size");
    const QSize usual(1169, 692); // what the frame leaves at 1366x768
    QTest::newRow("light") << int(Theme::Light) << false << usual;
    QTest::newRow("dark") << int(Theme::Dark) << false << usual;
    QTest::newRow("contrast") << int(Theme::HighContrast) << false << usual;
    QTest::newRow("turkish") << int(Theme::Light) << true << usual;
    QTest::newRow("small") << int(Theme::Dark) << true << QSize(760, 480);
}

void TestLooks::pane()
{
    QFETCH(int, theme);
    QFETCH(bool, turkish);
    QFETCH(QSize, size);
    const QString tag = QLatin1String(QTest::currentDataTag());
    const Language language(turkish ? QStringLiteral("tr") : QStringLiteral("en"));
    QVERIFY(language.loaded());
    Style::instance().apply(Theme(theme), Density::Normal);
    FakeHost host;
    FakeSession session;
    DeploymentsPane pane(host);
    pane.resize(size);
    session.setWorkloads(shop());
    pane.setSession(&session);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    sampleHour(session);
    auto* table = pane.findChild<TableView*>(QStringLiteral("deploymentsTable"));
    QTRY_COMPARE(table->rowModel()->rowCount(), 11);
    table->rowModel()->flush();
    QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
    keep(&pane, QStringLiteral("deployments-") + tag);

    table->selectKey(QStringLiteral("deployment:cart"));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    auto* drawer = pane.findChild<Drawer*>();
    QVERIFY(drawer->isOpen());
    workload::Event event;
    for (int i = 0; i < 6; ++i) {
        event.id = QString::number(i);
        event.at = QDateTime::currentDateTimeUtc().addSecs(-30 * i);
        event.action = i == 2 ? QStringLiteral("die") : QStringLiteral("start");
        event.severity = i == 2 ? workload::EventSeverity::Error : workload::EventSeverity::Normal;
        event.object = QStringLiteral("cart-%1").arg(i % 3 + 1);
        event.workloadId = QStringLiteral("deployment:cart");
        event.message = i == 2 ? QStringLiteral("exit code 137, out of memory") : QString();
        session.addEvents({event});
    }
    QCoreApplication::processEvents();
    QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
    keep(&pane, QStringLiteral("deployments-drawer-") + tag);
    for (const char* tab : {"events", "metrics"}) {
        drawer->setCurrentTab(QLatin1String(tab));
        QCoreApplication::processEvents();
        keep(&pane, QStringLiteral("deployments-%1-%2").arg(QLatin1String(tab), tag));
    }
    Style::instance().apply(Theme::Light, Density::Normal);
}

void TestLooks::form_data()
{
    QTest::addColumn<int>("theme");
    QTest::addColumn<bool>("turkish");
    QTest::newRow("light") << int(Theme::Light) << false;
    QTest::newRow("dark") << int(Theme::Dark) << false;
    QTest::newRow("turkish") << int(Theme::Light) << true;
}

void TestLooks::form()
{
    QFETCH(int, theme);
    QFETCH(bool, turkish);
    const QString tag = QLatin1String(QTest::currentDataTag());
    const Language language(turkish ? QStringLiteral("tr") : QStringLiteral("en"));
    Style::instance().apply(Theme(theme), Density::Normal);
    DeployDialog dialog;
    workload::DeploySpec spec;
    spec.name = QStringLiteral("Web");
    spec.image = QStringLiteral("test/web:2");
    spec.replicas = 3;
    spec.environment = {{QStringLiteral("DB_HOST"), QStringLiteral("db")},
                        {QStringLiteral("DB_PASSWORD"), QStringLiteral("hunter2")}};
    spec.healthCheck.kind = workload::HealthCheck::Kind::Http;
    dialog.form()->setSpec(spec);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    keep(&dialog, QStringLiteral("deploy-%1").arg(tag));
    dialog.form()->showProblems();
    dialog.showError(Error(EngineError{409, QStringLiteral("port is already allocated"),
                                       QStringLiteral("POST /containers/create")}));
    auto* tabs = dialog.findChild<QTabWidget*>();
    for (int i = 0; i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        QCoreApplication::processEvents();
        keep(&dialog, QStringLiteral("deploy-%1-%2").arg(tag).arg(i));
    }
    Style::instance().apply(Theme::Light, Density::Normal);
}

QTEST_MAIN(TestLooks)
#include "tst_looks.moc"
