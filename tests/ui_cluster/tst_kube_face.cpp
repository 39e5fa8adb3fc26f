#include "tests/kube_api/fake_api.h"
#include "tests/support/fake_session.h"
#include "tests/ui_cluster/pane_host.h"
#include "ui/cluster/figure_card.h"
#include "ui/cluster/kube_face.h"
#include "ui/cluster/kube_overview.h"
#include "ui/common/pane_frame.h"
#include "ui/common/table_view.h"

#include <QAction>
#include <QComboBox>
#include <QTest>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto kReview = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

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

/// A watch that stays silent.
QByteArray silence()
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
}

QByteArray table(const QByteArrayList& names)
{
    QByteArrayList rows;
    for (const QByteArray& name : names)
        rows += quoted("{'cells':['") + name + quoted("','2','16s','hint'],'object':{'metadata':{'name':'") +
                name + quoted("','namespace':'team-a','uid':'uid-") + name +
                quoted("','resourceVersion':'5','creationTimestamp':'2026-01-01T00:00:00Z'}}}");
    return FakeApi::ok(
        quoted("{'kind':'Table','apiVersion':'meta.k8s.io/v1','metadata':{'resourceVersion':'5'},"
               "'columnDefinitions':["
               "{'name':'Name','type':'string','priority':0},"
               "{'name':'Data','type':'integer','priority':0},"
               "{'name':'Age','type':'string','priority':0},"
               "{'name':'Hint','type':'string','priority':1}],'rows':[") +
        rows.join(',') + "]}");
}

QByteArray pod(const QByteArray& name)
{
    return quoted("{'metadata':{'name':'") + name + quoted("','namespace':'shop','uid':'uid-") + name +
           quoted("','resourceVersion':'5'},'spec':{'containers':[]},'status':{'phase':'Running'}}");
}

/// A cluster whose server the test plays.
struct Site {
    FakeApi server;
    std::unique_ptr<kube::Cluster> cluster;

    explicit Site(const QStringList& nameSpaces = {})
    {
        server.script("/version", {FakeApi::ok(quoted("{'major':'1','minor':'29','gitVersion':'v1.29.0'}"))});
        server.script("/api", {FakeApi::ok(quoted("{'kind':'APIVersions','versions':['v1']}"))});
        server.script("/apis", {FakeApi::ok(quoted("{'kind':'APIGroupList','groups':[]}"))});
        server.script(
            "/api/v1",
            {FakeApi::ok(quoted(
                "{'kind':'APIResourceList','groupVersion':'v1','resources':["
                "{'name':'pods','namespaced':true,'kind':'Pod','verbs':['get','list','watch']},"
                "{'name':'namespaces','namespaced':false,'kind':'Namespace','verbs':['get','list','watch']},"
                "{'name':'configmaps','namespaced':true,'kind':'ConfigMap',"
                "'verbs':['get','list','watch','delete']}]}"))});
        kube::Cluster::Options options;
        options.nameSpace = u"team-a"_s;
        options.nameSpaces = nameSpaces;
        cluster =
            std::make_unique<kube::Cluster>(server.endpoint(), std::make_unique<FakeCredentials>(), options);
    }

    bool isLive() const { return cluster->state().phase == kube::Cluster::Phase::Live; }

    /// The reviews that the server was silent about.
    void answerReviews(bool allowed)
    {
        server.script(kReview, {review(allowed)});
        for (const FakeApi::Call& call : server.calls)
            if (call.path() == QLatin1String(kReview) && call.socket)
                call.socket->write(review(allowed));
    }
};

} // namespace

/// The cluster's pane and a server that says what a genuine one does not say on demand.
class TestKubeFace : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase() { Style::instance().apply(Theme::Light, Density::Normal); }

    void aUserOfSomeNamespacesIsShownThose()
    {
        Site site({u"team-a"_s, u"team-b"_s});
        site.server.script(kReview, {QByteArray()});
        site.server.script("/api/v1/namespaces/team-a/configmaps", {table({"one", "two"}), silence()});
        site.server.script("/api/v1/namespaces/team-b/configmaps", {table({}), silence()});
        ClusterSession session;
        session.setCluster(site.cluster.get());
        session.setPhase(session::Phase::Connecting);
        test::PaneHostLog host;
        KubeFace face(host, u"cluster"_s);
        face.resize(1169, 640);
        face.show();
        face.setSession(&session);
        face.showTarget({{u"kind"_s, u"configmaps"_s}});
        site.cluster->open();
        QTRY_VERIFY(site.cluster->discovery() && site.server.count(kReview) > 0);
        // Opened as soon as it is known, but not looked for where it may not be.
        auto* box = face.findChild<QComboBox*>(u"namespaceBox"_s);
        QTRY_VERIFY(face.findChild<TableView*>(u"kubeTable"_s));
        QVERIFY(!site.isLive());

        site.answerReviews(false);
        QTRY_VERIFY(site.isLive());
        session.setPhase(session::Phase::Live);
        QTRY_VERIFY(face.findChild<TableView*>(u"kubeTable"_s)->rowModel()->total() == 2);
        QCOMPARE(box->itemText(0), u"All my namespaces"_s);
        QVERIFY(box->findData(u"team-a"_s) > 0 && box->findData(u"team-b"_s) > 0);
        QTRY_VERIFY(site.server.count("/api/v1/namespaces/team-b/configmaps") > 0);
        QCOMPARE(site.server.count("/api/v1/configmaps"), 0);
        QCOMPARE(site.server.count("/api/v1/namespaces"), 0);
        face.setSession(nullptr);
    }

    void moreColumnsLeaveTheRowsAlone()
    {
        Site site({u"team-a"_s});
        site.server.script(kReview, {review(false)});
        site.server.script("/api/v1/namespaces/team-a/configmaps", {table({"one", "two"}), silence()});
        site.cluster->open();
        QTRY_VERIFY(site.isLive());
        ClusterSession session;
        session.setCluster(site.cluster.get());
        test::PaneHostLog host;
        KubeFace face(host, u"cluster"_s);
        face.resize(1169, 640);
        face.show();
        face.setSession(&session);
        face.showTarget({{u"kind"_s, u"configmaps"_s}});
        const auto shown = [&] { return face.findChild<TableView*>(u"kubeTable"_s); };
        QTRY_VERIFY(shown() && shown()->rowModel()->total() == 2);
        TableView* view = shown();
        const auto isHidden = [&](const QString& id) {
            for (int i = 0; i < view->rowModel()->columns().size(); ++i)
                if (view->rowModel()->columns()[i].id == id)
                    return view->isColumnHidden(i);
            return true;
        };
        QVERIFY(isHidden(u"hint"_s));
        QVERIFY(!isHidden(u"data"_s));
        view->selectKey(u"uid-two"_s);
        auto* wide = face.findChild<QAction*>(u"wide"_s);
        wide->trigger();
        QCOMPARE(shown(), view);
        QVERIFY(!isHidden(u"hint"_s));
        QCOMPARE(view->currentKey(), u"uid-two"_s);
        wide->trigger();
        QVERIFY(isHidden(u"hint"_s));
        face.setSession(nullptr);
    }

    void anotherClusterIsSummedThoughTheFirstSumIsUnderWay()
    {
        Site one, two;
        for (Site* site : {&one, &two}) {
            site->server.script(kReview, {review(true)});
            site->server.script(
                "/api/v1/pods",
                {FakeApi::ok(quoted("{'kind':'PodList','metadata':{'resourceVersion':'5'},'items':[") +
                             (site == &one ? pod("a") : pod("a") + ',' + pod("b")) + "]}"),
                 silence()});
            site->cluster->open();
            QTRY_VERIFY(site->isLive());
            QTRY_COMPARE(site->cluster->pods().value(0)->snapshot().size(), site == &one ? 1 : 2);
            QTRY_COMPARE(site->server.count("/api/v1/pods"), 2);
        }
        QCoreApplication::processEvents(); // whatever the caches still tell
        KubeOverview overview;
        overview.resize(1000, 600);
        overview.show();
        overview.setCluster(one.cluster.get());
        overview.setActive(true); // begins a sum
        overview.setCluster(two.cluster.get());
        auto* pods = overview.findChild<FigureCard*>(u"kubePodsCard"_s);
        QTRY_COMPARE(pods->figure(), u"2"_s);
    }
};

QTEST_MAIN(TestKubeFace)
#include "tst_kube_face.moc"
