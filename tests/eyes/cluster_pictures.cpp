#include "pictures.h"

#include "ui/common/drawer.h"
#include "ui/logs/logs_pane.h"

#include <QComboBox>

using namespace kaptan;
using namespace Qt::StringLiterals;

namespace
{

ui::Drawer* openDrawer(WindowDriver& driver)
{
    for (auto* drawer : driver.window()->findChildren<ui::Drawer*>())
        if (drawer->isVisible())
            return drawer;
    return nullptr;
}

ui::TableView* openTable(WindowDriver& driver, const QString& name)
{
    for (auto* table : driver.window()->findChildren<ui::TableView*>(name))
        if (table->isVisible() && table->rowModel()->total() > 0)
            return table;
    return nullptr;
}

void waitFor(const char* what, const std::function<bool()>& condition)
{
    if (!QTest::qWaitFor(condition, 30000))
        qFatal("waited in vain: %s", what);
}

/// The objects of a kind, and one of them in the drawer.
void kind(WindowDriver& driver, const QString& suffix, const QString& kind, const QString& name,
          const QString& tab = {})
{
    driver.window()->openPane(u"cluster"_s,
                              {{u"kind"_s, kind}, {u"namespace"_s, u"shop"_s}, {u"name"_s, name}});
    waitFor(qPrintable(kind), [&] {
        const auto* table = openTable(driver, u"kubeTable"_s);
        return table && !table->currentKey().isEmpty();
    });
    shoot(u"kube-%1-%2"_s.arg(kind, suffix));
    QTest::keyClick(openTable(driver, u"kubeTable"_s), Qt::Key_Return);
    waitFor("drawer", [&] { return openDrawer(driver) != nullptr; });
    settle(800);
    openDrawer(driver)->setCurrentTab(tab.isEmpty() ? u"summary"_s : tab);
    shoot(u"kube-%1-drawer-%2"_s.arg(kind, suffix));
    openDrawer(driver)->close();
}

void round(WindowDriver& driver, const QString& suffix)
{
    driver.openPane(u"deployments"_s);
    auto* table = driver.table(u"deploymentsTable"_s);
    table->clearSelection();
    shoot(u"kube-deployments-"_s + suffix);
    driver.select(u"deployment:shop/web"_s);
    QTest::keyClick(table, Qt::Key_Return);
    settle(800);
    shoot(u"kube-deployments-drawer-"_s + suffix);
    QTest::keyClick(table, Qt::Key_Escape);
    driver.window()->openPane(u"cluster"_s, {{u"kind"_s, u"overview"_s}});
    settle(1500);
    shoot(u"kube-overview-"_s + suffix);
    kind(driver, suffix, u"pods"_s, u"homeless"_s);
    kind(driver, suffix, u"secrets"_s, u"database-login"_s, u"yaml"_s);
    kind(driver, suffix, u"resourcequotas"_s, u"budget"_s);
    kind(driver, suffix, u"services"_s, u"web"_s);
    driver.window()->openPane(u"logs"_s, {{u"workloadId"_s, u"deployment:shop/web"_s}});
    settle(1500);
    shoot(u"kube-logs-"_s + suffix);
    driver.openPane(u"events"_s);
    shoot(u"kube-events-"_s + suffix);
    driver.openPane(u"connections"_s);
    shoot(u"kube-connections-"_s + suffix);
}

/// The cluster and the engines side by side.
void together(WindowDriver& driver)
{
    QStringList ids{driver.session()->spec().id};
    for (const char* engine : {"docker", "podman"}) {
        session::ConnectionSpec spec;
        spec.name = QString::fromLatin1(engine);
        spec.address =
            u"unix://"_s + qEnvironmentVariable(("KAPTAN_TEST_" + QByteArray(engine).toUpper()).constData());
        const auto added = driver.app().connections().add(spec);
        if (!added)
            qFatal("%s", qPrintable(added.error().message()));
        ids << added->id;
    }
    driver.window()->connectTogether(ids);
    waitFor("all are live", [&] { return driver.isLive(); });
    set(driver, settings::key::theme, u"light"_s);
    driver.openPane(u"deployments"_s);
    auto* table = driver.table(u"deploymentsTable"_s);
    waitFor("their deployments", [&] { return table->rowModel()->total() > 15; });
    settle(3000);
    shoot(u"together-deployments-light-en"_s);
    driver.openPane(u"events"_s);
    shoot(u"together-events-light-en"_s);
    driver.openPane(u"cluster"_s);
    shoot(u"together-cluster-light-en"_s);
    driver.openPane(u"connections"_s);
    shoot(u"together-connections-light-en"_s);
}

} // namespace

void shootCluster(const QString& kubeconfig)
{
    const auto driver = WindowDriver::onCluster(kubeconfig);
    driver->window()->setGeometry(0, 0, 1366, 768);
    waitFor("the cluster is live", [&] { return driver->isLive(); });
    driver->openPane(u"deployments"_s);
    waitFor("the shop's deployments", [&] { return driver->workload(u"deployment:shop/web"_s) != nullptr; });
    settle(20000); // curves want samples
    set(*driver, settings::key::theme, u"light"_s);
    round(*driver, u"light-en"_s);
    set(*driver, settings::key::language, u"tr_TR"_s);
    set(*driver, settings::key::theme, u"dark"_s);
    round(*driver, u"dark-tr"_s);
    set(*driver, settings::key::language, u"en"_s);
    driver->window()->setGeometry(0, 0, 900, 560);
    round(*driver, u"small-dark-en"_s);
    driver->window()->setGeometry(0, 0, 1366, 768);
    together(*driver);
}
