#include "tests/kube_api/fake_api.h"
#include "tests/support/fake_session.h"
#include "tests/ui_cluster/pane_host.h"
#include "ui/cluster/drain_dialog.h"
#include "ui/cluster/kube_admin_actions.h"
#include "ui/cluster/kube_face.h"
#include "ui/cluster/marks_dialog.h"
#include "ui/common/table_view.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto kReview = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
constexpr auto kNodes = "/api/v1/nodes";
constexpr auto kNode = "/api/v1/nodes/n1";
constexpr auto kDeployments = "/apis/apps/v1/deployments";
constexpr auto kWeb = "/apis/apps/v1/namespaces/shop/deployments/web";

class ClusterSession : public test::FakeSession
{
public:
    kube::Cluster* cluster() override { return m_cluster; }

    void setCluster(kube::Cluster* cluster) { m_cluster = cluster; }

private:
    kube::Cluster* m_cluster = nullptr;
};

QByteArray review(bool allowed)
{
    return FakeApi::answer("201 Created", allowed ? quoted("{'status':{'allowed':true}}")
                                                  : quoted("{'status':{'allowed':false}}"));
}

QByteArray silence()
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
}

QByteArray table(const QByteArrayList& names, const QByteArray& nameSpace)
{
    QByteArrayList rows;
    for (const QByteArray& name : names)
        rows += quoted("{'cells':['") + name + quoted("','16s'],'object':{'metadata':{'name':'") + name +
                quoted("','uid':'uid-") + name +
                (nameSpace.isEmpty() ? QByteArray("\"") : quoted("','namespace':'") + nameSpace + '"') +
                quoted(",'resourceVersion':'5','creationTimestamp':'2026-01-01T00:00:00Z'}}}");
    return FakeApi::ok(quoted("{'kind':'Table','apiVersion':'meta.k8s.io/v1','metadata':{'resourceVersion':"
                              "'5'},'columnDefinitions':[{'name':'Name','type':'string','priority':0},"
                              "{'name':'Age','type':'string','priority':0}],'rows':[") +
                       rows.join(',') + "]}");
}

QByteArray group(const char* name)
{
    return quoted("{'name':'") + name + quoted("','versions':[{'groupVersion':'") + name +
           quoted("/v1','version':'v1'}],'preferredVersion':{'groupVersion':'") + name +
           quoted("/v1','version':'v1'}}");
}

QByteArray kinds(const char* groupVersion, const char* resources)
{
    return FakeApi::ok(quoted("{'kind':'APIResourceList','groupVersion':'") + groupVersion +
                       quoted("','resources':[") + quoted(resources) + "]}");
}

QByteArray pod(const QByteArray& name, const QByteArray& owner)
{
    return quoted("{'metadata':{'namespace':'shop','name':'") + name + quoted("','uid':'uid-") + name +
           quoted("','labels':{'app':'db'},'ownerReferences':[") + owner +
           quoted("]},'spec':{},'status':{'phase':'Running'}}");
}

QByteArray pods(const QByteArrayList& items)
{
    return FakeApi::ok(quoted("{'kind':'PodList','metadata':{},'items':[") + items.join(',') + "]}");
}

/// A cluster whose server the test plays, with a face that shows it.
struct Site {
    FakeApi server;
    std::unique_ptr<kube::Cluster> cluster;
    ClusterSession session;
    test::PaneHostLog host;
    std::unique_ptr<KubeFace> face;

    Site()
    {
        server.script("/version", {FakeApi::ok(quoted("{'major':'1','minor':'29','gitVersion':'v1.29.0'}"))});
        server.script("/api", {FakeApi::ok(quoted("{'kind':'APIVersions','versions':['v1']}"))});
        server.script("/apis", {FakeApi::ok(quoted("{'kind':'APIGroupList','groups':[") + group("apps") +
                                            ',' + group("batch") + ',' + group("policy") + "]}")});
        server.script(
            "/api/v1",
            {kinds("v1",
                   "{'name':'pods','namespaced':true,'kind':'Pod','verbs':['get','list','watch','delete']},"
                   "{'name':'pods/eviction','namespaced':true,'group':'policy','version':'v1','kind':"
                   "'Eviction','verbs':['create']},"
                   "{'name':'services','namespaced':true,'kind':'Service','verbs':['get','list']},"
                   "{'name':'nodes','namespaced':false,'kind':'Node','verbs':['get','list','watch',"
                   "'patch','delete']}")});
        server.script(
            "/apis/apps/v1",
            {kinds("apps/v1", "{'name':'deployments','namespaced':true,'kind':'Deployment','verbs':["
                              "'get','list','watch','patch','delete']},{'name':'replicasets',"
                              "'namespaced':true,'kind':'ReplicaSet','verbs':['get','list']}")});
        server.script("/apis/batch/v1",
                      {kinds("batch/v1", "{'name':'cronjobs','namespaced':true,'kind':'CronJob','verbs':["
                                         "'get','list','watch','patch']},{'name':'jobs','namespaced':true,"
                                         "'kind':'Job','verbs':['get','list','create']}")});
        server.script("/apis/policy/v1", {kinds("policy/v1", "{'name':'poddisruptionbudgets','namespaced':"
                                                             "true,'kind':'PodDisruptionBudget','verbs':["
                                                             "'get','list']}")});
        server.script(kReview, {review(true)});
        server.script(kNodes, {table({"n1", "n2"}, {}), silence()});
        server.script(kDeployments, {table({"web"}, "shop"), silence()});
        server.script("/apis/batch/v1/cronjobs", {table({"backup"}, "shop"), silence()});
        cluster = std::make_unique<kube::Cluster>(server.endpoint(), std::make_unique<FakeCredentials>(),
                                                  kube::Cluster::Options{});
    }

    ~Site()
    {
        if (face)
            face->setSession(nullptr);
        face.reset();
    }

    /// Shows the kind and chooses that row.
    bool show(const QString& kind, const QString& key)
    {
        cluster->open();
        if (!QTest::qWaitFor([&] { return cluster->state().phase == kube::Cluster::Phase::Live; }))
            return false;
        session.setCluster(cluster.get());
        session.setPhase(session::Phase::Connecting);
        face = std::make_unique<KubeFace>(host, u"cluster"_s);
        face->resize(1169, 640);
        face->show();
        face->setSession(&session);
        face->showTarget({{u"kind"_s, kind}});
        session.setPhase(session::Phase::Live);
        const auto view = [&] { return face->findChild<TableView*>(u"kubeTable"_s); };
        if (!QTest::qWaitFor([&] { return view() && view()->rowModel()->rowOf(key) >= 0; }))
            return false;
        view()->selectKey(key);
        return QTest::qWaitFor([&] { return view()->currentKey() == key; });
    }

    QAction* action(const char* name) const { return face->findChild<QAction*>(QString::fromLatin1(name)); }

    template <class Dialog>
    Dialog* dialog() const
    {
        return face->window()->findChild<Dialog*>();
    }

    /// The last call of that method.
    QJsonObject sent(const QByteArray& method) const
    {
        for (auto it = server.calls.rbegin(); it != server.calls.rend(); ++it)
            if (it->method == method)
                return QJsonDocument::fromJson(it->body).object();
        return {};
    }

    /// The last patch without its condition; nothing where that is not this object.
    QJsonObject patched(const char* uid) const
    {
        QJsonObject body = sent("PATCH");
        return body.take("metadata"_L1)["uid"_L1].toString() == QLatin1String(uid) ? body : QJsonObject();
    }
};

QJsonObject parsed(const char* text)
{
    return QJsonDocument::fromJson(quoted(text)).object();
}

} // namespace

/// What an administrator does in the cluster's pane, against a server that the test plays.
class TestKubeAdmin : public QObject
{
    Q_OBJECT

    std::unique_ptr<Site> m_site;

    void click(QWidget* dialog, const char* button)
    {
        auto* found = dialog->findChild<QPushButton*>(QString::fromLatin1(button));
        QVERIFY(found);
        QTest::mouseClick(found, Qt::LeftButton);
    }

    void closeConnection()
    {
        m_site->face->setSession(nullptr);
        m_site->session.setCluster(nullptr);
        m_site->cluster.reset();
    }

    /// A drain of n1 whose only pod is shutting down; null where it did not begin.
    DrainDialog* drainUnderWay()
    {
        constexpr auto eviction = "/api/v1/namespaces/shop/pods/db/eviction";
        const QByteArray set = quoted("{'kind':'ReplicaSet','name':'db','controller':true}");
        m_site->server.script("/api/v1/pods", {pods({pod("db", set)})});
        m_site->server.script(kNode, {FakeApi::ok("{}")});
        m_site->server.script(eviction, {FakeApi::answer("201 Created", "{}")});
        if (!m_site->show(u"nodes"_s, u"uid-n1"_s))
            return nullptr;
        m_site->action("kubeDrain")->trigger();
        auto* dialog = m_site->dialog<DrainDialog>();
        auto* yes = dialog->findChild<QPushButton*>(u"drainYes"_s);
        if (!QTest::qWaitFor([&] { return yes->isEnabled(); }))
            return nullptr;
        click(dialog, "drainYes");
        return QTest::qWaitFor([&] { return m_site->server.count(eviction) == 1; }) ? dialog : nullptr;
    }

private Q_SLOTS:

    void initTestCase() { Style::instance().apply(Theme::Light, Density::Normal); }

    void init() { m_site = std::make_unique<Site>(); }

    void cleanup() { m_site.reset(); }

    void whoMayNotIsToldTheVerbAndTheResource()
    {
        QVERIFY(m_site->show(u"nodes"_s, u"uid-n1"_s));
        QTRY_VERIFY(m_site->action("kubeCordon")->isEnabled());
        m_site->server.script(kReview, {review(false)});
        for (auto* permissions : m_site->cluster->findChildren<kube::Permissions*>())
            permissions->forget();
        QTRY_VERIFY(!m_site->action("kubeCordon")->isEnabled());
        QCOMPARE(m_site->action("kubeCordon")->toolTip(), u"You may not patch nodes."_s);
        QCOMPARE(m_site->action("kubeDrain")->toolTip(), u"You may not patch nodes."_s);
        QTRY_COMPARE(m_site->action("kubeRemove")->toolTip(), u"You may not delete nodes."_s);
        m_site->action("kubeDrain")->trigger();
        QVERIFY(!m_site->dialog<DrainDialog>());
        m_site->session.setReadOnly(u"It is read-only."_s);
        Q_EMIT m_site->session.stateChanged();
        QCOMPARE(m_site->action("kubeDrain")->toolTip(), u"It is read-only."_s);
    }

    void eachKindHasItsOwn()
    {
        QVERIFY(m_site->show(u"deployments"_s, u"uid-web"_s));
        const QList<QAction*> palette = m_site->face->paletteActions();
        QVERIFY(palette.contains(m_site->action("kubeRestart")));
        QVERIFY(palette.contains(m_site->action("kubeLabels")));
        QVERIFY(!palette.contains(m_site->action("kubeDrain")));
        QVERIFY(!palette.contains(m_site->action("kubeSuspend")));
    }

    void cordonIsOneCall()
    {
        m_site->server.script(kNode, {FakeApi::ok("{}")});
        QVERIFY(m_site->show(u"nodes"_s, u"uid-n1"_s));
        m_site->action("kubeCordon")->trigger();
        QTRY_COMPARE(m_site->server.count(kNode), 1);
        QCOMPARE(m_site->patched("uid-n1"), parsed("{'spec':{'unschedulable':true}}"));
        QCOMPARE(m_site->host.tasks, QStringList{u"Cordon n1"_s});
    }

    void productionAsksForItsName()
    {
        session::ConnectionSpec spec = m_site->session.spec();
        spec.production = true;
        spec.name = u"shop-prod"_s;
        m_site->session.setSpec(spec);
        m_site->server.script(kNode, {FakeApi::ok("{}")});
        QVERIFY(m_site->show(u"nodes"_s, u"uid-n1"_s));
        m_site->action("kubeUncordon")->trigger();
        auto* question = m_site->dialog<ConfirmDialog>();
        QVERIFY(question);
        QCOMPARE(m_site->server.count(kNode), 0);
        QTest::keyClicks(question->findChild<QLineEdit*>(u"confirmName"_s), u"shop-prod"_s);
        click(question, "confirmYes");
        QTRY_COMPARE(m_site->server.count(kNode), 1);
        QCOMPARE(m_site->patched("uid-n1"), parsed("{'spec':{'unschedulable':null}}"));
    }

    void aRestartKeepsItsCause_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("one") << u"new certificate"_s;
        QTest::newRow("none") << QString(); // that of the restart before would stand for this one
    }

    void aRestartKeepsItsCause()
    {
        QFETCH(QString, typed);
        m_site->server.script(kWeb, {FakeApi::ok("{}")});
        QVERIFY(m_site->show(u"deployments"_s, u"uid-web"_s));
        m_site->action("kubeRestart")->trigger();
        auto* dialog = m_site->face->window()->findChild<QDialog*>(u"nameDialog"_s);
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"name"_s), typed);
        click(dialog, "nameYes");
        QTRY_COMPARE(m_site->server.count(kWeb), 2);
        QCOMPARE(m_site->sent("PATCH")
                     .value("metadata"_L1)
                     .toObject()
                     .value("annotations"_L1)
                     .toObject()
                     .value("kubernetes.io/change-cause"_L1)
                     .toString(),
                 typed.isEmpty() ? u"Restarted with Kaptan"_s : typed);
    }

    void cronJobsAreSuspendedAndRun()
    {
        m_site->server.script("/apis/batch/v1/namespaces/shop/cronjobs/backup",
                              {FakeApi::ok(quoted("{'metadata':{'name':'backup','namespace':'shop','uid':'u'"
                                                  "},'spec':{'jobTemplate':{'spec':{}}}}"))});
        m_site->server.script("/apis/batch/v1/namespaces/shop/jobs", {FakeApi::answer("201 Created", "{}")});
        QVERIFY(m_site->show(u"cronjobs"_s, u"uid-backup"_s));
        m_site->action("kubeSuspend")->trigger();
        QTRY_COMPARE(m_site->patched("uid-backup"), parsed("{'spec':{'suspend':true}}"));
        m_site->action("kubeRunNow")->trigger();
        QTRY_COMPARE(m_site->server.count("/apis/batch/v1/namespaces/shop/jobs"), 1);
    }

    void taintsAreCheckedWhileTheyAreTyped()
    {
        m_site->server.script(
            kNode, {FakeApi::ok(quoted("{'metadata':{'name':'n1','resourceVersion':'7'},'spec':{'taints':[{"
                                       "'key':'gpu','effect':'NoSchedule'}]}}"))});
        QVERIFY(m_site->show(u"nodes"_s, u"uid-n1"_s));
        m_site->action("kubeTaints")->trigger();
        QTRY_VERIFY(m_site->dialog<MarksDialog>());
        auto* dialog = m_site->dialog<MarksDialog>();
        auto* save = dialog->findChild<QPushButton*>(u"marksSave"_s);
        QVERIFY(save->isEnabled());
        click(dialog, "marksAdd");
        QVERIFY(!save->isEnabled());
        auto* key = dialog->findChild<QLineEdit*>(u"key1"_s);
        QTest::keyClicks(key, u"gpu"_s);
        QVERIFY(!save->isEnabled()); // twice with the same effect
        QVERIFY(dialog->findChild<QLabel*>(u"marksHint"_s)->text().contains(u"only once"_s));
        dialog->findChild<QComboBox*>(u"effect1"_s)->setCurrentText(u"NoExecute"_s);
        QVERIFY(save->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"value1"_s), u"a b"_s);
        QVERIFY(!save->isEnabled());
        dialog->findChild<QLineEdit*>(u"value1"_s)->setText(u"a"_s);
        click(dialog, "marksSave");
        QTRY_COMPARE(m_site->sent("PATCH"),
                     parsed("{'metadata':{'resourceVersion':'7'},'spec':{'taints':[{'key':'gpu','effect':"
                            "'NoSchedule'},{'key':'gpu','value':'a','effect':'NoExecute'}]}}"));
    }

    void marksThatDoNotFitALineStay()
    {
        m_site->server.script(
            kWeb, {FakeApi::ok(quoted("{'metadata':{'name':'web','uid':'u','annotations':{'a':'1',"
                                      "'kubectl.kubernetes.io/last-applied-configuration':'{}',"
                                      "'long':'x\\ny','z':'2'}}}"))});
        QVERIFY(m_site->show(u"deployments"_s, u"uid-web"_s));
        m_site->action("kubeAnnotations")->trigger();
        QTRY_VERIFY(m_site->dialog<MarksDialog>());
        auto* dialog = m_site->dialog<MarksDialog>();
        QVERIFY(dialog->findChild<QLineEdit*>(u"value1"_s)->isReadOnly());
        dialog->findChild<QLineEdit*>(u"value0"_s)->setText(u"9"_s);
        click(dialog, "remove2");
        click(dialog, "marksSave");
        const QJsonObject marks = parsed("{'metadata':{'uid':'u','annotations':{'a':'9','z':null}}}");
        QTRY_COMPARE(m_site->sent("PATCH"), marks);
    }

    void aDialogThatIsLeftOpenChangesNothingWhenTheConnectionIsClosed()
    {
        m_site->server.script(kWeb, {FakeApi::ok(quoted("{'metadata':{'name':'web','labels':{'a':'1'}}}"))});
        QVERIFY(m_site->show(u"deployments"_s, u"uid-web"_s));
        m_site->action("kubeLabels")->trigger();
        QTRY_VERIFY(m_site->dialog<MarksDialog>());
        auto* dialog = m_site->dialog<MarksDialog>();
        dialog->findChild<QLineEdit*>(u"value0"_s)->setText(u"9"_s);
        closeConnection();
        click(dialog, "marksSave");
        QVERIFY(m_site->host.tasks.isEmpty());
    }

    void aDeletionSaysWhatItTakesAlong()
    {
        m_site->server.script(kWeb, {FakeApi::ok(quoted("{'metadata':{'name':'web','namespace':'shop','uid':"
                                                        "'uid-web','finalizers':['example.com/guard']}}"))});
        m_site->server.script("/apis/apps/v1/namespaces/shop/replicasets",
                              {pods({pod("web-1", quoted("{'uid':'uid-web'}"))})});
        m_site->server.script("/api/v1/namespaces/shop/pods",
                              {pods({pod("web-1-a", quoted("{'uid':'uid-web-1'}"))})});
        m_site->server.script("/api/v1/namespaces/shop/services",
                              {FakeApi::ok(quoted("{'items':[{'metadata':{'namespace':'shop','name':'front',"
                                                  "'uid':'s'},'spec':{'selector':{'app':'db'}}}]}"))});
        QVERIFY(m_site->show(u"deployments"_s, u"uid-web"_s));
        m_site->action("kubeRemove")->trigger();
        QTRY_VERIFY(m_site->dialog<ConfirmDialog>());
        QStringList lists;
        for (const auto* list : m_site->dialog<ConfirmDialog>()->findChildren<QPlainTextEdit*>())
            lists << list->accessibleName() + u": "_s + list->toPlainText();
        QCOMPARE(lists.size(), 5);
        QCOMPARE(lists[1], u"1 × ReplicaSets: shop/web-1"_s);
        QCOMPARE(lists[2], u"1 × Pods: shop/web-1-a"_s);
        QCOMPARE(lists[3], u"Stays: 1 × Services: shop/front"_s);
        QVERIFY(lists[4].contains(u"shop/web: example.com/guard – a controller of example.com"_s));
        m_site->dialog<ConfirmDialog>()->reject();
    }

    void aDrainIsForetoldBlockedAndCancelled()
    {
        const QByteArray set = quoted("{'kind':'ReplicaSet','name':'db','controller':true}");
        m_site->server.script("/api/v1/pods", {pods({pod("bare", {}), pod("db", set)})});
        m_site->server.script(kNode, {FakeApi::ok("{}")});
        m_site->server.script("/api/v1/namespaces/shop/pods/bare/eviction",
                              {FakeApi::answer("201 Created", "{}")});
        m_site->server.script("/api/v1/namespaces/shop/pods/db/eviction",
                              {FakeApi::refusal(429, "TooManyRequests", "budget",
                                                R"("details":{"causes":[{"reason":"DisruptionBudget"}]},)")});
        m_site->server.script("/apis/policy/v1/namespaces/shop/poddisruptionbudgets",
                              {FakeApi::ok(quoted("{'items':[{'metadata':{'namespace':'shop','name':'keep'},"
                                                  "'spec':{'selector':{'matchLabels':{'app':'db'}}},"
                                                  "'status':{'disruptionsAllowed':0}}]}"))});
        QVERIFY(m_site->show(u"nodes"_s, u"uid-n1"_s));
        m_site->action("kubeDrain")->trigger();
        auto* dialog = m_site->dialog<DrainDialog>();
        QVERIFY(dialog);
        auto* tree = dialog->findChild<QTreeWidget*>(u"drainPods"_s);
        auto* yes = dialog->findChild<QPushButton*>(u"drainYes"_s);
        QTRY_COMPARE(tree->topLevelItemCount(), 2);
        QVERIFY(!yes->isEnabled());
        QVERIFY(tree->topLevelItem(0)->text(2).contains(u"no controller"_s));
        dialog->findChild<QCheckBox*>(u"drainForce"_s)->click();
        QVERIFY(yes->isEnabled());
        click(dialog, "drainYes");
        QCOMPARE(m_site->host.tasks, QStringList{u"Drain n1"_s});
        QTRY_COMPARE(tree->topLevelItem(1)->text(2), u"blocked by the budget shop/keep"_s);
        QTRY_COMPARE(tree->topLevelItem(0)->text(2), u"is shutting down"_s);
        auto* summary = dialog->findChild<QLabel*>(u"drainSummary"_s);
        QVERIFY(summary->text().contains(u"0 of 2 gone. Blocked by shop/keep"_s));
        click(dialog, "drainStop");
        QTRY_VERIFY(summary->text().contains(u"stays cordoned"_s));
        QTRY_VERIFY(m_site->host.futures.first().isFinished());
        QVERIFY(!m_site->host.futures.first().result());
        click(dialog, "drainClose");
    }

    void aDrainGoesOnWithoutItsDialogAndIsCancelledByItsTask()
    {
        QPointer<DrainDialog> dialog = drainUnderWay();
        QVERIFY(dialog);
        click(dialog, "drainClose");
        QTRY_VERIFY(!dialog);
        QVERIFY(!m_site->host.futures.first().isFinished());
        m_site->host.futures.first().cancel();
        QTRY_COMPARE(m_site->host.notices.size(), 1);
        QVERIFY(m_site->host.notices.first().contains(u"stays cordoned"_s));
    }

    void aDrainEndsWithItsConnectionAndSaysSo()
    {
        auto* dialog = drainUnderWay();
        QVERIFY(dialog);
        closeConnection();
        const QFuture<Result<void>> task = m_site->host.futures.first();
        QVERIFY(task.isFinished() && task.resultCount() == 1);
        QVERIFY(task.result().error().advice().contains(u"stays cordoned"_s));
        const QString summary = dialog->findChild<QLabel*>(u"drainSummary"_s)->text();
        QVERIFY(summary.contains(u"broken off"_s) && summary.contains(u"shop/db"_s));
        QVERIFY(!dialog->findChild<QPushButton*>(u"drainStop"_s)->isVisibleTo(dialog));
    }

    void aDrainIsCancelledWhenTheConnectionBecomesReadOnly()
    {
        auto* dialog = drainUnderWay();
        QVERIFY(dialog);
        m_site->session.setReadOnly(u"It is read-only."_s);
        QTRY_VERIFY(dialog->findChild<QLabel*>(u"drainSummary"_s)->text().contains(u"cancelled"_s));
    }
};

QTEST_MAIN(TestKubeAdmin)
#include "tst_kube_admin.moc"
