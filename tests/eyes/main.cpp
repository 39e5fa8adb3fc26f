#include "pictures.h"
#include "scene.h"

#include "app/settings/history_keys.h"
#include "ui/common/drawer.h"
#include "ui/logs/logs_pane.h"

#include <QPushButton>

using namespace kaptan;
using namespace Qt::StringLiterals;

namespace
{

/// Every pane and what opens from them, in the theme and language that are set.
void round(WindowDriver& driver, const QString& suffix)
{
    driver.openPane(u"overview"_s);
    settle(1500);
    shoot(u"overview-"_s + suffix);
    driver.openPane(u"reports"_s);
    settle(3000);
    shoot(u"reports-"_s + suffix);
    driver.openPane(u"deployments"_s);
    auto* table = driver.table(u"deploymentsTable"_s);
    table->clearSelection();
    shoot(u"deployments-"_s + suffix);
    driver.select(u"deployment:cart"_s);
    QTest::keyClick(table, Qt::Key_Return);
    shoot(u"deployments-drawer-"_s + suffix);
    auto* drawer = driver.window()->pane(u"deployments"_s)->findChild<ui::Drawer*>();
    for (const QString& tab : {u"charts"_s, u"history"_s}) {
        drawer->setCurrentTab(tab);
        settle(1500);
        shoot(u"deployments-"_s + tab + u'-' + suffix);
    }
    drawer->setCurrentTab(u"summary"_s);
    QTest::keyClick(table, Qt::Key_Escape);
    QTest::keyClick(table, Qt::Key_N, Qt::ControlModifier);
    shoot(u"deploy-form-"_s + suffix);
    closeDialogs();
    driver.select(u"deployment:mailer"_s);
    QTest::keyClick(table, Qt::Key_Delete);
    if (!QTest::qWaitFor([&] { return driver.dialog(u"confirmDialog"_s) != nullptr; }, 5000))
        qFatal("waited in vain");
    shoot(u"delete-question-"_s + suffix);
    closeDialogs();
    driver.select(u"deployment:mailer"_s);
    QTest::keyClick(table, Qt::Key_S, Qt::ShiftModifier);
    shoot(u"scale-"_s + suffix);
    closeDialogs();
    driver.window()->openPane(u"logs"_s, {{u"workloadId"_s, u"deployment:api-gateway"_s}});
    shoot(u"logs-"_s + suffix);
    driver.openPane(u"events"_s);
    shoot(u"events-"_s + suffix);
    driver.openPane(u"cluster"_s);
    settle(1500);
    shoot(u"cluster-"_s + suffix);
    driver.openPane(u"connections"_s);
    shoot(u"connections-"_s + suffix);
    driver.openPane(u"settings"_s);
    shoot(u"settings-"_s + suffix);
    driver.openPane(u"deployments"_s);
    QTest::keyClick(driver.window(), Qt::Key_K, Qt::ControlModifier);
    shoot(u"palette-"_s + suffix);
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : driver.window(),
                    Qt::Key_Escape);
    settle(100);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const bool onlyChanges = argc == 3 && app.arguments().at(2) == u"kube-changes"_s;
    const bool onlyCluster = argc == 3 && (onlyChanges || app.arguments().at(2) == u"kube"_s);
    if (argc != 2 && !onlyCluster)
        return 2;
    setPictureFolder(app.arguments().at(1));

    if (!onlyCluster) {
        WindowDriver empty({});
        empty.window()->setGeometry(0, 0, 1366, 768);
        shoot(u"first-run-light-en"_s);
        set(empty, settings::key::theme, u"dark"_s);
        set(empty, settings::key::language, u"tr_TR"_s);
        shoot(u"first-run-dark-tr"_s);
    }
    for (const QString& engine : onlyCluster ? QStringList() : QStringList{u"docker"_s, u"podman"_s}) {
        const QString socket =
            qEnvironmentVariable(engine == u"docker" ? "KAPTAN_TEST_DOCKER" : "KAPTAN_TEST_PODMAN");
        WindowDriver driver(u"unix://"_s + socket, engine + u"-test"_s);
        driver.window()->setGeometry(0, 0, 1366, 768);
        if (!QTest::qWaitFor([&] { return driver.isLive(); }, 30000))
            qFatal("the engine is not live");
        EngineProbe probe(socket);
        makeScene(driver, probe);
        if (!driver.app().settings().set(settings::key::historyInterval, 5))
            qFatal("the interval was not taken");
        driver.openPane(u"deployments"_s);
        settle(45000); // curves want samples
        set(driver, settings::key::theme, u"light"_s);
        if (engine == u"podman") {
            driver.openPane(u"deployments"_s);
            shoot(u"podman-deployments-light-en"_s);
            driver.openPane(u"cluster"_s);
            settle(1500);
            shoot(u"podman-cluster-light-en"_s);
            endScene(probe);
            continue;
        }
        for (const QString& language : {u"en"_s, u"tr_TR"_s}) {
            set(driver, settings::key::language, language);
            for (const QString& theme : {u"light"_s, u"dark"_s}) {
                set(driver, settings::key::theme, theme);
                round(driver, theme + u'-' + language.left(2));
            }
        }
        set(driver, settings::key::language, u"en"_s);
        set(driver, settings::key::theme, u"light"_s);
        driver.window()->setGeometry(0, 0, 900, 560);
        round(driver, u"small-light-en"_s);
        endScene(probe);
    }
    if (const QString kubeconfig = qEnvironmentVariable("KAPTAN_TEST_KUBECONFIG"); !kubeconfig.isEmpty())
        shootCluster(kubeconfig, onlyChanges);
    return 0;
}
