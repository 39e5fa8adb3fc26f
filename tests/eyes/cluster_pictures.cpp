#include "pictures.h"

#include "ui/common/drawer.h"
#include "ui/logs/logs_pane.h"

#include <QComboBox>
#include <QFile>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>

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

/// A kubeconfig from elsewhere, which signs in by a program of its own and does not check the server: the
/// question before it, the mark beside the name, and the namespaces by hand.
void elsewhere(WindowDriver& driver)
{
    QFile known(qEnvironmentVariable("KAPTAN_TEST_KUBECONFIG_TOKEN"));
    if (!known.open(QIODevice::ReadOnly))
        qFatal("no kubeconfig with a token");
    const QString text = QString::fromUtf8(known.readAll());
    const auto part = [&text](const char* pattern) {
        return QRegularExpression(QString::fromLatin1(pattern)).match(text).captured(1);
    };
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"from-a-colleague.yaml"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no kubeconfig can be written");
    file.write(
        u"apiVersion: v1\nkind: Config\ncurrent-context: staging\n"
        "clusters: [{name: c, cluster: {server: '%1', insecure-skip-tls-verify: true}}]\n"
        "contexts: [{name: staging, context: {cluster: c, user: u}}]\n"
        "users: [{name: u, user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: /bin/sh,"
        " interactiveMode: Never, env: [{name: PATH, value: '/opt/colleague/bin:/usr/bin:/bin'}],"
        " args: ['-c', 'printf %s \"$0\"', '{\"apiVersion\":\"client.authentication.k8s.io/v1\","
        "\"kind\":\"ExecCredential\",\"status\":{\"token\":\"%2\"}}']}}}]\n"_s
            .arg(part("server: \"([^\"]+)"), part("user: \\{token: ([0-9a-f]+)"))
            .toUtf8());
    file.close();
    auto& connections = driver.app().connections();
    const auto added = connections.addKubeconfig(file.fileName());
    if (!added)
        qFatal("%s", qPrintable(added.error().message()));
    QString id;
    for (const auto& spec : connections.all())
        if (spec.name.contains(u"staging"_s))
            id = spec.id;
    const auto look = [&driver](const QString& language, const QString& theme) {
        set(driver, settings::key::language, language);
        set(driver, settings::key::theme, theme);
        return theme + u'-' + language.left(2);
    };
    const auto answer = [&driver](const QString& suffix, const QString& button) {
        waitFor("the question", [&] { return driver.dialog(u"confirmDialog"_s) != nullptr; });
        shoot(u"kube-command-question-"_s + suffix);
        QTest::mouseClick(driver.dialog(u"confirmDialog"_s)->findChild<QPushButton*>(button), Qt::LeftButton);
    };
    QString suffix = look(u"tr_TR"_s, u"dark"_s);
    driver.window()->connectTo(id);
    answer(suffix, u"confirmNo"_s);
    settle(1000);
    shoot(u"kube-command-refused-"_s + suffix);
    suffix = look(u"en"_s, u"light"_s);
    driver.session()->retryNow();
    answer(suffix, u"confirmYes"_s);
    waitFor("the colleague's cluster", [&] { return driver.isLive(); });
    for (const QString& language : {u"tr_TR"_s, u"en"_s}) {
        suffix = look(language, language == u"en" ? u"light"_s : u"dark"_s);
        ui::Pane* pane = driver.openPane(u"connections"_s);
        driver.table(u"connectionsTable"_s)->selectKey(id);
        pane->findChild<QAction*>(u"nameSpaces"_s)->trigger();
        waitFor("the namespaces", [&] { return driver.dialog(u"namespacesDialog"_s) != nullptr; });
        shoot(u"kube-namespaces-"_s + suffix);
        closeDialogs();
    }
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
    waitFor("their deployments", [&] {
        int all = 0;
        for (const QString& id : std::as_const(ids))
            all += driver.app().connections().session(id)->workloads()->totals().workloads;
        return all > 0 && table->rowModel()->total() == all;
    });
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

void shootCluster(const QString& kubeconfig, bool onlyChanges)
{
    const auto driver = WindowDriver::onCluster(kubeconfig);
    driver->window()->setGeometry(0, 0, 1366, 768);
    waitFor("the cluster is live", [&] { return driver->isLive(); });
    driver->openPane(u"deployments"_s);
    waitFor("the shop's deployments", [&] { return driver->workload(u"deployment:shop/web"_s) != nullptr; });
    const auto pictures = [&](const QString& suffix) {
        if (!onlyChanges)
            round(*driver, suffix);
        shootChanges(*driver, suffix);
    };
    settle(onlyChanges ? 1000 : 20000); // curves want samples
    set(*driver, settings::key::theme, u"light"_s);
    pictures(u"light-en"_s);
    set(*driver, settings::key::language, u"tr_TR"_s);
    set(*driver, settings::key::theme, u"dark"_s);
    pictures(u"dark-tr"_s);
    set(*driver, settings::key::language, u"en"_s);
    driver->window()->setGeometry(0, 0, 900, 560);
    pictures(u"small-dark-en"_s);
    if (onlyChanges)
        return;
    driver->window()->setGeometry(0, 0, 1366, 768);
    const QString own = driver->session()->spec().id;
    elsewhere(*driver);
    driver->window()->connectTo(own);
    together(*driver);
}
