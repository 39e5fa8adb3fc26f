#include "app/kube/api/decode.h"
#include "fake_api.h"

using namespace kaptan;
using namespace kaptan::kube;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto kPods = "/api/v1/namespaces/shop/pods";

/// A row of the shape that servers send with includeObject=Metadata.
QByteArray row(const QByteArray& name, const QByteArray& cells)
{
    return quoted("{'cells':[") + cells +
           quoted("],'object':{'kind':'PartialObjectMetadata','apiVersion':'meta.k8s.io/"
                  "v1','metadata':{'name':'") +
           name + quoted("','namespace':'shop','uid':'u-") + name +
           quoted("','creationTimestamp':'2026-11-23T15:00:05Z'}}}");
}

QByteArray table(const QByteArray& rows, const QByteArray& continueToken = {})
{
    return FakeApi::ok(
        quoted("{'kind':'Table','apiVersion':'meta.k8s.io/v1','metadata':{'resourceVersion':'42'") +
        (continueToken.isEmpty() ? QByteArray() : quoted(",'continue':'") + continueToken + '"') +
        quoted("},'columnDefinitions':[{'name':'Name','type':'string','format':'name','description':'d','"
               "priority':0},"
               "{'name':'Restarts','type':'integer','format':'','description':'','priority':0},"
               "{'name':'IP','type':'string','format':'','description':'','priority':1}],'rows':[") +
        rows + "]}\n");
}

QByteArray expired(const QByteArray& token)
{
    return FakeApi::answer(
        "410 Gone", quoted("{'kind':'Status','apiVersion':'v1','metadata':{") +
                        (token.isEmpty() ? QByteArray() : quoted("'continue':'") + token + '"') +
                        quoted("},'status':'Failure','message':'The provided continue parameter is too old',"
                               "'reason':'Expired','code':410}"));
}

QByteArray groupList(const QByteArray& groups)
{
    return FakeApi::ok(quoted("{'kind':'APIGroupList','apiVersion':'v1','groups':[") + groups + "]}");
}

QByteArray resourceList(const QByteArray& resources)
{
    return FakeApi::ok(quoted("{'kind':'APIResourceList','apiVersion':'v1','resources':[") + resources +
                       "]}");
}

QStringList namesOf(const Discovery& discovery)
{
    QStringList names;
    for (const ApiResource& resource : discovery.resources)
        names << resource.groupVersion() + u'/' + resource.name;
    return names;
}

QStringList namesOf(const Table& table)
{
    QStringList names;
    for (const TableRow& row : table.rows)
        names << row.name;
    return names;
}

} // namespace

/// What the server knows, and its own tables.
class TestLists : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeSite> m_site;

    void classic()
    {
        m_site->server.script(
            "/api", {FakeApi::ok(
                        quoted("{'kind':'APIVersions','versions':['v1'],'serverAddressByClientCIDRs':[]}"))});
        m_site->server.script(
            "/apis",
            {groupList(quoted(
                "{'name':'apps','versions':[{'groupVersion':'apps/v1','version':'v1'}],"
                "'preferredVersion':{'groupVersion':'apps/v1','version':'v1'}},"
                "{'name':'autoscaling','versions':[{'groupVersion':'autoscaling/v2beta2'},"
                "{'groupVersion':'autoscaling/v1'}],'preferredVersion':{'groupVersion':'autoscaling/v1'}},"
                "{'name':'metrics.k8s.io','versions':[{'groupVersion':'metrics.k8s.io/v1beta1'}],"
                "'preferredVersion':{'groupVersion':'metrics.k8s.io/v1beta1'}}"))});
        m_site->server.script(
            "/api/v1",
            {resourceList(quoted(
                "{'name':'pods','singularName':'','namespaced':true,'kind':'Pod','verbs':['get','list'],"
                "'shortNames':['po'],'categories':['all']},"
                "{'name':'pods/log','singularName':'','namespaced':true,'kind':'Pod','verbs':['get']},"
                "{'name':'nodes','singularName':'','namespaced':false,'kind':'Node','verbs':['get']}"))});
        m_site->server.script(
            "/apis/apps/v1",
            {resourceList(quoted("{'name':'deployments','singularName':'','namespaced':true,'kind':'"
                                 "Deployment','verbs':['get']},"
                                 "{'name':'deployments/"
                                 "scale','group':'autoscaling','version':'v1','kind':'Scale','verbs':[]}"))});
        for (const char* path : {"/apis/autoscaling/v1", "/apis/autoscaling/v2beta2"})
            m_site->server.script(
                path,
                {resourceList(quoted(
                    "{'name':'horizontalpodautoscalers','namespaced':true,'kind':'HorizontalPodAutoscaler',"
                    "'verbs':['list'],'shortNames':['hpa']}"))});
        m_site->server.script(
            "/apis/metrics.k8s.io/v1beta1",
            {resourceList(quoted("{'name':'pods','namespaced':true,'kind':'PodMetrics','verbs':['list']}"))});
    }

    /// Lets what waits for its next attempt try, until the future is there.
    template <class T>
    Result<T> waitThroughAttempts(const QFuture<Result<T>>& future)
    {
        const auto turn = [&] { return future.isFinished() || m_site->clock.pauses() > 0; };
        // Only then, so that no call reaches its time limit.
        while (QTest::qWaitFor(turn, 60'000) && !future.isFinished())
            m_site->clock.advance(1s);
        return waitFor(future);
    }

private Q_SLOTS:

    void init() { m_site = std::make_unique<FakeSite>(); }

    void cleanup() { m_site.reset(); }

    void classicDiscovery()
    {
        classic();
        const auto found = waitFor(m_site->api->discover());
        QVERIFY2(found, found ? "" : qPrintable(found.error().message()));
        // In the server's order, the preferred version of a group first.
        QCOMPARE(namesOf(*found), (QStringList{u"v1/pods"_s, u"v1/nodes"_s, u"apps/v1/deployments"_s,
                                               u"autoscaling/v1/horizontalpodautoscalers"_s,
                                               u"autoscaling/v2beta2/horizontalpodautoscalers"_s,
                                               u"metrics.k8s.io/v1beta1/pods"_s}));
        QVERIFY(found->staleGroups.isEmpty());
        const ApiResource& pod = found->resources[0];
        QCOMPARE(pod.subresources, QStringList{u"log"_s});
        QCOMPARE(pod.singularName, u"pod"_s); // which 1.20 leaves empty
        QVERIFY(pod.namespaced && !found->resources[1].namespaced);
        QVERIFY(pod.can(u"list"_s) && !pod.can(u"delete"_s));
        QCOMPARE(found->find(u"hpa"_s)->version, u"v1"_s);
        QCOMPARE(found->find(u"PODS"_s)->group, QString());
        QCOMPARE(found->find(u"po"_s)->name, u"pods"_s);
        QCOMPARE(found->find(u"deployment"_s)->name, u"deployments"_s);
        QCOMPARE(found->find(u"pods.metrics.k8s.io"_s)->kind, u"PodMetrics"_s);
        QCOMPARE(found->find(u"metrics.k8s.io"_s, u"pods"_s)->kind, u"PodMetrics"_s);
        QCOMPARE(found->find(u"autoscaling"_s, u"v2beta2"_s, u"horizontalpodautoscalers"_s)->version,
                 u"v2beta2"_s);
        QVERIFY(!found->find(u"unicorns"_s) && !found->find({}) && !found->find(u"apps"_s, u"pods"_s));
        const QByteArray accept = m_site->server.calls.front().header("Accept");
        QVERIFY(accept.startsWith("application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"));
        QVERIFY(accept.endsWith(",application/json"));
    }

    void aGroupThatIsDownIsStale_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("503") << FakeApi::text("503 Service Unavailable", "service unavailable\n");
        QTest::newRow("404") << FakeApi::text("404 Not Found", "404 page not found\n");
        QTest::newRow("403") << FakeApi::refusal(403, "Forbidden", "no");
        QTest::newRow("web page") << FakeApi::answer("200 OK", "<html>", {}, "text/html");
        QTest::newRow("cut") << FakeApi::ok(quoted("{'kind':'APIResourceList','resources':[{'na"));
        QTest::newRow("another kind") << FakeApi::ok(quoted("{'kind':'PodList','items':[]}"));
    }

    void aGroupThatIsDownIsStale()
    {
        QFETCH(QByteArray, answer);
        classic();
        m_site->server.script("/apis/metrics.k8s.io/v1beta1", {answer});
        const auto found = waitThroughAttempts(m_site->api->discover());
        QVERIFY(found);
        QCOMPARE(found->staleGroups, QStringList{u"metrics.k8s.io/v1beta1"_s});
        QCOMPARE(found->resources.size(), 5);
    }

    /// A list of kinds that lacks most of them because the server went away would be believed.
    void aServerThatGoesAwayIsNoStaleGroup()
    {
        classic();
        m_site->server.script("/apis/apps/v1", {"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"});
        const auto future = m_site->api->discover();
        for (int attempt = 1; attempt <= 3; ++attempt) {
            QTRY_COMPARE(m_site->server.count("/apis/apps/v1"), attempt);
            QTRY_COMPARE(m_site->clock.pending(), 1); // its limit: all others have answered
            for (const auto& call : m_site->server.calls) {
                if (call.path() == u"/apis/apps/v1"_s && call.socket)
                    EvilServer::closeSocket(call.socket);
            }
            if (attempt < 3) {
                QTRY_COMPARE(m_site->clock.pauses(), 1);
                m_site->clock.advance(1s);
            }
        }
        QCOMPARE(kindOf(waitFor(future)), u"closed"_s);
    }

    void aGroupThatHangsIsStale()
    {
        classic();
        m_site->server.script("/apis/metrics.k8s.io/v1beta1", {QByteArray()});
        const auto future = m_site->api->discover();
        QTRY_COMPARE(m_site->server.count("/apis/metrics.k8s.io/v1beta1"), 1);
        QTRY_COMPARE(m_site->clock.pending(), 1); // all others have answered
        m_site->clock.advance(31s);
        const auto found = waitFor(future);
        QVERIFY(found);
        QCOMPARE(found->staleGroups, QStringList{u"metrics.k8s.io/v1beta1"_s});
    }

    void whoMayNotAskHearsIt()
    {
        classic();
        m_site->server.script("/apis", {FakeApi::refusal(403, "Forbidden", "no")});
        QCOMPARE(codeOf(waitFor(m_site->api->discover())), 403);
    }

    void aggregatedDiscovery_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::newRow("v2") << QByteArray("v2");
        QTest::newRow("v2beta1") << QByteArray("v2beta1");
    }

    void aggregatedDiscovery()
    {
        QFETCH(QByteArray, version);
        const auto list = [&](const QByteArray& items) {
            return FakeApi::answer(
                "200 OK",
                quoted("{'kind':'APIGroupDiscoveryList','apiVersion':'apidiscovery.k8s.io/") + version +
                    quoted("','metadata':{},'items':[") + items + "]}",
                "Etag: \"0\"\r\nVary: Accept\r\n",
                "application/json;g=apidiscovery.k8s.io;v=" + version + ";as=APIGroupDiscoveryList");
        };
        m_site->server.script("/api", {list(quoted("{'metadata':{},'versions':[{'version':'v1','freshness':'"
                                                   "Current','resources':[{'resource':'pods',"
                                                   "'responseKind':{'group':'','version':'','kind':'Pod'},'"
                                                   "scope':'Namespaced','singularResource':'pod',"
                                                   "'verbs':['get'],'shortNames':['po'],'categories':['all'],"
                                                   "'subresources':[{'subresource':'log',"
                                                   "'responseKind':{'kind':'Pod'},'verbs':['get']}]}]}]}"))});
        m_site->server.script(
            "/apis",
            {list(quoted(
                "{'metadata':{'name':'autoscaling'},'versions':["
                "{'version':'v2','resources':[{'resource':'horizontalpodautoscalers','scope':'Namespaced'}]},"
                "{'version':'v1','resources':[{'resource':'horizontalpodautoscalers','scope':'Namespaced'}]}]"
                "},"
                "{'metadata':{'name':'metrics.k8s.io'},'versions':[{'version':'v1beta1','freshness':'Stale'}]"
                "}"))});
        const auto found = waitFor(m_site->api->discover());
        QVERIFY(found);
        QCOMPARE(namesOf(*found), (QStringList{u"v1/pods"_s, u"autoscaling/v2/horizontalpodautoscalers"_s,
                                               u"autoscaling/v1/horizontalpodautoscalers"_s}));
        QCOMPARE(found->staleGroups, QStringList{u"metrics.k8s.io/v1beta1"_s});
        ApiResource pod = pods();
        pod.singularName = u"pod"_s;
        pod.verbs = QStringList{u"get"_s};
        pod.shortNames = QStringList{u"po"_s};
        pod.categories = QStringList{u"all"_s};
        pod.subresources = QStringList{u"log"_s};
        QCOMPARE(found->resources[0], pod);
        QCOMPARE(m_site->server.calls.size(), size_t(2)); // no call for each group
    }

    /// The Content-Type decides: a server that says plain JSON and sends an aggregated list is no server.
    void aListOfAnotherKindIsNoDiscovery()
    {
        m_site->server.script("/api", {FakeApi::ok(quoted("{'kind':'APIGroupDiscoveryList','items':[]}"))});
        m_site->server.script("/apis", {groupList({})});
        const auto found = waitFor(m_site->api->discover());
        QVERIFY(!found && found.error().as<ParseError>());
    }

    void tables()
    {
        m_site->server.script(
            kPods, {table(row("a", quoted("'a',0,'10.0.0.1'")) + ',' + row("b", quoted("'b',12,null")))});
        const auto got = waitFor(m_site->api->table(pods(), u"shop"_s, u"app in (web, x+y),!old"_s));
        QVERIFY(got);
        QCOMPARE(got->columns.size(), 3);
        QCOMPARE(got->columns[1], (TableColumn{u"Restarts"_s, u"integer"_s, {}, 0}));
        QCOMPARE(got->columns[2].priority, 1);
        QCOMPARE(got->rows.size(), 2);
        QCOMPARE(got->rows[0].cells, (QStringList{u"a"_s, u"0"_s, u"10.0.0.1"_s}));
        QCOMPARE(got->rows[1].cells, (QStringList{u"b"_s, u"12"_s, QString()}));
        QCOMPARE(got->rows[1].uid, u"u-b"_s);
        QCOMPARE(got->rows[1].nameSpace, u"shop"_s);
        QCOMPARE(got->rows[1].created, QDateTime(QDate(2026, 11, 23), QTime(15, 0, 5), Qt::UTC));
        QVERIFY(!got->rows[1].deleting);
        QCOMPARE(got->resourceVersion, u"42"_s);
        const auto& call = m_site->server.calls.front();
        QCOMPARE(call.query(u"labelSelector"_s), u"app in (web, x+y),!old"_s);
        QCOMPARE(call.query(u"limit"_s), u"500"_s);
        QCOMPARE(call.query(u"includeObject"_s), u"Metadata"_s);
        QCOMPARE(call.header("Accept"),
                 QByteArray("application/json;as=Table;v=v1;g=meta.k8s.io,application/json"));
    }

    void emptyTables()
    {
        m_site->server.script(kPods, {FakeApi::ok(quoted("{'kind':'Table','metadata':{'resourceVersion':'1'},"
                                                         "'columnDefinitions':null,'rows':null}"))});
        const auto got = waitFor(m_site->api->table(pods(), u"shop"_s));
        QVERIFY(got && got->rows.isEmpty() && got->columns.isEmpty());
    }

    /// metrics.k8s.io ignores what was asked for.
    void aPlainListInsteadOfATable()
    {
        m_site->server.script(
            kPods,
            {FakeApi::ok(quoted(
                "{'kind':'PodMetricsList','metadata':{},'items':[{'metadata':{'name':'a','namespace':'shop',"
                "'creationTimestamp':'2026-11-23T15:00:05Z','deletionTimestamp':'2026-11-23T15:00:06Z'}},{}]"
                "}"))});
        const auto got = waitFor(m_site->api->table(pods(), u"shop"_s));
        QVERIFY(got);
        QCOMPARE(got->columns.size(), 2);
        QCOMPARE(got->columns[0].name, u"Name"_s);
        QCOMPARE(got->rows.size(), 2);
        QCOMPARE(got->rows[0].cells, (QStringList{u"a"_s, u"2026-11-23T15:00:05Z"_s}));
        QVERIFY(got->rows[0].deleting);
    }

    void pagesAreJoined()
    {
        m_site->server.script(kPods, {table(row("a", quoted("'a',0,'x'")), "to/ken+1=="),
                                      table(row("b", quoted("'b',0,'x'")))});
        const auto got = waitFor(m_site->api->table(pods(), u"shop"_s));
        QVERIFY(got);
        QCOMPARE(namesOf(*got), (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(got->continueToken.isEmpty());
        QCOMPARE(m_site->server.calls[0].query(u"continue"_s), QString());
        QCOMPARE(m_site->server.calls[1].query(u"continue"_s), u"to/ken+1=="_s);
        QCOMPARE(m_site->server.calls[1].query(u"limit"_s), u"500"_s);
    }

    void anExpiredTokenGoesOnWithTheNewOne()
    {
        m_site->server.script(kPods, {table(row("a", quoted("'a',0,'x'")), "old"), expired("new"),
                                      table(row("b", quoted("'b',0,'x'")))});
        const auto got = waitFor(m_site->api->table(pods(), u"shop"_s));
        QVERIFY(got);
        QCOMPARE(namesOf(*got), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(m_site->server.calls[2].query(u"continue"_s), u"new"_s);
    }

    void anExpiredTokenWithoutANewOneBeginsAgain()
    {
        m_site->server.script(kPods, {table(row("a", quoted("'a',0,'x'")), "old"), expired({}),
                                      table(row("a2", quoted("'a2',0,'x'")), "next"),
                                      table(row("b", quoted("'b',0,'x'")))});
        const auto got = waitFor(m_site->api->table(pods(), u"shop"_s));
        QVERIFY(got);
        QCOMPARE(namesOf(*got), (QStringList{u"a2"_s, u"b"_s})); // nothing of the first attempt
        QCOMPARE(m_site->server.calls[2].query(u"continue"_s), QString());
    }

    void aListThatAlwaysExpiresEnds_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("without a token") << QByteArray();
        QTest::newRow("with one") << QByteArray("again");
    }

    void aListThatAlwaysExpiresEnds()
    {
        QFETCH(QByteArray, token);
        m_site->server.script(kPods, {table({}, "first"), expired(token)});
        const auto got = waitFor(m_site->api->table(pods(), u"shop"_s));
        QCOMPARE(codeOf(got), 410);
        QCOMPARE(m_site->server.calls.size(), size_t(5));
    }

    void aTokenThatLeadsToItselfEnds()
    {
        m_site->server.script(kPods, {table(row("a", quoted("'a',0,'x'")), "same")});
        const auto got = waitFor(m_site->api->table(pods(), u"shop"_s));
        QVERIFY(!got && got.error().as<ParseError>());
        QCOMPARE(m_site->server.calls.size(), size_t(2));
    }

    void aPageThatIsCutIsNoTable()
    {
        m_site->server.script(kPods, {table(row("a", quoted("'a',0,'x'")), "next"),
                                      FakeApi::ok(quoted("{'kind':'Table','rows':[{'cel"))});
        const auto got = waitFor(m_site->api->table(pods(), u"shop"_s));
        QVERIFY(!got && got.error().as<ParseError>());
        QVERIFY2(got.error().message().contains(u"/api/v1/namespaces/shop/pods"_s),
                 qPrintable(got.error().message()));
    }

    void aTableOfTenMegabytes()
    {
        QByteArrayList rows;
        for (int i = 0; i < 500; ++i)
            rows << row("r" + QByteArray::number(i), '"' + QByteArray(21000, 'x') + quoted("',0,'x'"));
        const QByteArray all = rows.join(',');
        QVERIFY(all.size() > 10 * 1024 * 1024);
        m_site->server.script(kPods, {table(all)});
        const auto got = waitFor(m_site->api->table(pods(), u"shop"_s));
        QVERIFY(got);
        QCOMPARE(got->rows.size(), 500);
        QCOMPARE(got->rows.back().name, u"r499"_s);
        QCOMPARE(got->rows.back().cells[0].size(), 21000);
    }

    void whatIsNoTable_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char* body : {"", "[]", "{}", "null", "x", "{'kind':'Pod'}", "{'kind':5,'items':{}}"})
            QTest::newRow(body) << quoted(body);
    }

    void whatIsNoTable()
    {
        QFETCH(QByteArray, body);
        const auto got = decodeTable(body, u"GET /x"_s);
        QVERIFY(!got && got.error().as<ParseError>());
    }

    void strangeTables()
    {
        const auto got =
            decodeTable(quoted("{'kind':'Table','metadata':7,'columnDefinitions':[1,{'name':null}],"
                               "'rows':[5,{'cells':'x'},{'cells':[{'a':[1]},true,1.5,['b']],'object':null},"
                               "{'cells':[],'object':{'metadata':{'creationTimestamp':null,'name':3}}}]}"),
                        u"GET /x"_s);
        QVERIFY(got);
        QCOMPARE(got->columns.size(), 2);
        QCOMPARE(got->rows.size(), 4);
        QCOMPARE(got->rows[2].cells, (QStringList{u"{\"a\":[1]}"_s, u"true"_s, u"1.5"_s, u"[\"b\"]"_s}));
        QVERIFY(!got->rows[3].created.isValid());
    }

    void paths()
    {
        ApiResource node = pods();
        node.name = u"nodes"_s;
        node.namespaced = false;
        QCOMPARE(node.path(u"shop"_s, u"n"_s), u"/api/v1/nodes/n"_s);
        QCOMPARE(deployments().path(), u"/apis/apps/v1/deployments"_s);
        QCOMPARE(deployments().path(u"shop"_s, u"web"_s, u"scale"_s),
                 u"/apis/apps/v1/namespaces/shop/deployments/web/scale"_s);
        QCOMPARE(deployments().qualifiedName(), u"deployments.apps"_s);
        QCOMPARE(pods().qualifiedName(), u"pods"_s);
    }
};

QTEST_GUILESS_MAIN(TestLists)
#include "tst_lists.moc"
