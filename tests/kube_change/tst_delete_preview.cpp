#include "app/kube/change/delete_preview.h"
#include "tests/kube_api/fake_api.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace kaptan;
using namespace kaptan::kube;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

ApiResource resource(const QString& group, const QString& name, const QString& kind, bool namespaced = true)
{
    ApiResource one;
    one.group = group;
    one.version = u"v1"_s;
    one.name = name;
    one.kind = kind;
    one.namespaced = namespaced;
    one.verbs = {u"list"_s, u"delete"_s};
    return one;
}

const ApiResource& ofPods()
{
    static const ApiResource one = resource({}, u"pods"_s, u"Pod"_s);
    return one;
}

MetaObject object(const QString& uid, const QStringList& owners)
{
    MetaObject one;
    one.resource = ofPods();
    one.nameSpace = u"shop"_s;
    one.name = u"pod-"_s + uid;
    one.uid = uid;
    one.owners = owners;
    return one;
}

QByteArray item(const QByteArray& name, const QByteArray& owner, const QByteArray& more = {})
{
    return quoted("{'metadata':{'namespace':'shop','name':'") + name + quoted("','uid':'uid-") + name +
           quoted("','ownerReferences':[{'uid':'") + owner + quoted("'}]") + more + "}}";
}

QByteArray list(const QByteArrayList& items, const QByteArray& meta = {})
{
    return FakeApi::ok(quoted("{'metadata':{") + meta + quoted("},'items':[") + items.join(',') + "]}");
}

QStringList names(const QVector<DeletePreview::Group>& groups, const QString& kind)
{
    for (const auto& group : groups)
        if (group.resource.kind == kind)
            return group.names;
    return {};
}

std::shared_ptr<const Discovery> kinds()
{
    auto all = std::make_shared<Discovery>();
    all->resources = {ofPods(),
                      resource({}, u"services"_s, u"Service"_s),
                      resource({}, u"persistentvolumeclaims"_s, u"PersistentVolumeClaim"_s),
                      resource({}, u"namespaces"_s, u"Namespace"_s, false),
                      resource(u"apps"_s, u"deployments"_s, u"Deployment"_s),
                      resource(u"apps"_s, u"replicasets"_s, u"ReplicaSet"_s),
                      resource(u"apps"_s, u"statefulsets"_s, u"StatefulSet"_s),
                      resource(u"shop.example.com"_s, u"coupons"_s, u"Coupon"_s),
                      resource(u"apiextensions.k8s.io"_s, u"customresourcedefinitions"_s,
                               u"CustomResourceDefinition"_s, false)};
    return all;
}

} // namespace

/// What a deletion takes along and what it leaves, said before.
class TestDeletePreview : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeSite> m_site;

    Result<DeletePreview> preview(const QString& kind, const QVector<DeleteRoot>& roots,
                                  const DeletePreviewLimits& limits = {})
    {
        const auto all = kinds();
        return waitFor(previewDelete(*m_site->api, all, *all->find(kind), roots, m_site->clock, limits));
    }

private Q_SLOTS:

    void init() { m_site = std::make_unique<FakeSite>(); }

    void cleanup() { m_site.reset(); }

    void owned_data()
    {
        QTest::addColumn<QStringList>("pairs"); // "child<owner,owner"
        QTest::addColumn<QStringList>("along");
        QTest::newRow("nothing") << QStringList{u"a<x"_s} << QStringList{};
        QTest::newRow("a chain") << QStringList{u"c<b"_s, u"b<a"_s, u"a<root"_s}
                                 << QStringList{u"c"_s, u"b"_s, u"a"_s};
        QTest::newRow("another owner stays") << QStringList{u"a<root,x"_s, u"b<a"_s} << QStringList{};
        QTest::newRow("both owners go")
            << QStringList{u"a<root"_s, u"b<root"_s, u"c<a,b"_s} << QStringList{u"a"_s, u"b"_s, u"c"_s};
        QTest::newRow("a ring") << QStringList{u"a<root,b"_s, u"b<a"_s} << QStringList{};
        QTest::newRow("its own owner") << QStringList{u"a<a"_s} << QStringList{};
    }

    void owned()
    {
        QFETCH(QStringList, pairs);
        QFETCH(QStringList, along);
        QVector<MetaObject> all;
        for (const QString& pair : pairs)
            all.append(object(pair.section(u'<', 0, 0), pair.section(u'<', 1).split(u',')));
        QStringList got;
        for (const MetaObject& one : goesAlong(all, {u"root"_s}))
            got.append(one.uid);
        QCOMPARE(got, along);
    }

    void aDeploymentTakesItsSetsAndPodsAndLeavesServiceAndClaim()
    {
        m_site->server.script("/apis/apps/v1/namespaces/shop/deployments/web",
                              {FakeApi::ok(quoted("{'metadata':{'name':'web','namespace':'shop','uid':'d'},"
                                                  "'spec':{'template':{'spec':{'volumes':[{"
                                                  "'persistentVolumeClaim':{'claimName':'files'}}]}}}}"))});
        m_site->server.script("/apis/apps/v1/namespaces/shop/replicasets",
                              {list({item("web-1", "d"), item("other", "x")})});
        m_site->server.script(
            "/api/v1/namespaces/shop/pods",
            {list({item("p1", "uid-web-1", quoted(",'labels':{'app':'web'}"))}, quoted("'continue':'more'")),
             list({item("p2", "uid-web-1"), item("p3", "uid-other")})});
        m_site->server.script(
            "/api/v1/namespaces/shop/services",
            {FakeApi::ok(quoted("{'items':[{'metadata':{'namespace':'shop','name':'web','uid':'s'},'spec':{"
                                "'selector':{'app':'web'}}},{'metadata':{'namespace':'shop','name':'db',"
                                "'uid':'t'},'spec':{'selector':{'app':'db'}}},{'metadata':{'namespace':"
                                "'shop','name':'none','uid':'v'},'spec':{}}]}"))});
        const auto got = preview(u"deployments.apps"_s, {{u"shop"_s, u"web"_s, u"d"_s}});
        QVERIFY(got);
        QCOMPARE(names(got->goes, u"ReplicaSet"_s), QStringList{u"shop/web-1"_s});
        QCOMPARE(names(got->goes, u"Pod"_s), (QStringList{u"shop/p1"_s, u"shop/p2"_s}));
        QCOMPARE(names(got->stays, u"Service"_s), QStringList{u"shop/web"_s});
        QCOMPARE(names(got->stays, u"PersistentVolumeClaim"_s), QStringList{u"shop/files"_s});
        QVERIFY(got->unread.isEmpty());
        for (const FakeApi::Call& call : m_site->server.calls)
            if (call.path().endsWith(u"/pods"_s))
                QVERIFY(call.header("Accept").contains("PartialObjectMetadataList"));
    }

    void claimsOfAStatefulSetStayUnlessItOwnsThem()
    {
        m_site->server.script(
            "/apis/apps/v1/namespaces/shop/statefulsets/db",
            {FakeApi::ok(quoted("{'metadata':{'name':'db','namespace':'shop','uid':'d'},'spec':{"
                                "'volumeClaimTemplates':[{'metadata':{'name':'data'}}]}}"))});
        m_site->server.script("/api/v1/namespaces/shop/pods", {list({item("db-0", "d")})});
        m_site->server.script("/api/v1/namespaces/shop/services", {list({})});
        m_site->server.script("/api/v1/namespaces/shop/persistentvolumeclaims",
                              {list({item("data-db-0", "x"), item("data-db-1", "d"), item("data-db", "x"),
                                     item("data-db-x", "x")})});
        const auto got = preview(u"statefulsets.apps"_s, {{u"shop"_s, u"db"_s, u"d"_s}});
        QVERIFY(got);
        QCOMPARE(names(got->goes, u"PersistentVolumeClaim"_s), QStringList{u"shop/data-db-1"_s});
        QCOMPARE(names(got->stays, u"PersistentVolumeClaim"_s), QStringList{u"shop/data-db-0"_s});
    }

    void aNamespaceIsCounted()
    {
        m_site->server.script("/api/v1/namespaces/shop",
                              {FakeApi::ok(quoted("{'metadata':{'name':'shop','uid':'n'}}"))});
        m_site->server.script(
            "/api/v1/namespaces/shop/pods",
            {list({item("a", "x"), item("b", "x")}, quoted("'continue':'more','remainingItemCount':1200"))});
        m_site->server.script("/api/v1/namespaces/shop/services", {list({})});
        m_site->server.script("/apis/apps/v1/namespaces/shop/deployments",
                              {FakeApi::refusal(403, "Forbidden", "no")});
        for (const char* path :
             {"/api/v1/namespaces/shop/persistentvolumeclaims", "/apis/apps/v1/namespaces/shop/replicasets",
              "/apis/apps/v1/namespaces/shop/statefulsets",
              "/apis/shop.example.com/v1/namespaces/shop/coupons"})
            m_site->server.script(path, {list({})});
        const auto got = preview(u"namespaces"_s, {{{}, u"shop"_s, u"n"_s}});
        QVERIFY(got);
        QCOMPARE(got->goes.size(), 1);
        QCOMPARE(got->goes.first().count, 1202);
        QCOMPARE(got->unread, QStringList{u"deployments.apps"_s});
    }

    void aDefinitionTakesItsObjects()
    {
        m_site->server.script("/apis/shop.example.com/v1/coupons", {list({item("ten", "x")})});
        m_site->server.script("/apis/apiextensions.k8s.io/v1/customresourcedefinitions/"
                              "coupons.shop.example.com",
                              {FakeApi::ok(quoted("{'metadata':{'name':'coupons.shop.example.com',"
                                                  "'finalizers':['customresourcecleanup.apiextensions.k8s.io'"
                                                  "],'deletionTimestamp':'2026-01-01T00:00:00Z'}}"))});
        const auto got = preview(u"customresourcedefinitions.apiextensions.k8s.io"_s,
                                 {{{}, u"coupons.shop.example.com"_s, u"c"_s}});
        QVERIFY(got);
        QCOMPARE(names(got->goes, u"Coupon"_s), QStringList{u"shop/ten"_s});
        QCOMPARE(got->holds.size(), 1);
        QVERIFY(got->holds.first().deleting);
        QVERIFY(got->holds.first().words.contains(u"every object of the kind"_s));
    }

    void whatDoesNotAnswerIsNamedAsUnread()
    {
        m_site->server.script("/apis/apps/v1/namespaces/shop/deployments/web", {QByteArray()});
        m_site->server.script("/apis/apps/v1/namespaces/shop/replicasets", {list({item("web-1", "d")})});
        m_site->server.script("/api/v1/namespaces/shop/pods", {QByteArray()});
        m_site->server.script("/api/v1/namespaces/shop/services", {list({})});
        const auto all = kinds();
        const auto future = previewDelete(*m_site->api, all, *all->find(u"deployments.apps"_s),
                                          {{u"shop"_s, u"web"_s, u"d"_s}}, m_site->clock, {});
        QTRY_COMPARE(m_site->server.calls.size(), size_t(4));
        m_site->clock.advance(6s);
        const auto got = waitFor(future);
        QVERIFY(got);
        QVERIFY(got->unread.contains(u"pods"_s));
        QVERIFY(got->unread.contains(u"deployments.apps"_s)); // what holds it
    }

    void whatIsNotReadIsNamedOnce()
    {
        m_site->server.script("/apis/apps/v1/namespaces/shop/deployments/web",
                              {FakeApi::refusal(403, "Forbidden", "no")});
        m_site->server.script("/apis/apps/v1/namespaces/shop/replicasets", {list({})});
        m_site->server.script("/api/v1/namespaces/shop/pods", {list({})});
        m_site->server.script("/api/v1/namespaces/shop/services", {list({}, quoted("'continue':'more'"))});
        DeletePreviewLimits limits;
        limits.roots = 1;
        const auto got = preview(u"deployments.apps"_s,
                                 {{u"shop"_s, u"web"_s, u"d"_s}, {u"shop"_s, u"other"_s, u"e"_s}}, limits);
        QVERIFY(got);
        QStringList unread = got->unread;
        unread.sort();
        QCOMPARE(unread, (QStringList{u"deployments.apps"_s, u"services"_s}));
    }

    void aDefinitionWhoseKindIsUnknownIsNamed()
    {
        const auto got = preview(u"customresourcedefinitions.apiextensions.k8s.io"_s,
                                 {{{}, u"gifts.shop.example.com"_s, u"g"_s}});
        QVERIFY(got);
        QCOMPARE(got->unread, QStringList{u"gifts.shop.example.com"_s});
    }

    void aLookThatWaitsIsNotHiddenByAnotherOfItsKind()
    {
        m_site->server.script("/api/v1/namespaces/a/pods", {list({})});
        m_site->server.script("/api/v1/namespaces/b/pods", {QByteArray()});
        const auto all = std::make_shared<Discovery>();
        all->resources = {ofPods(), resource({}, u"namespaces"_s, u"Namespace"_s, false)};
        const auto future = previewDelete(*m_site->api, all, all->resources.last(),
                                          {{{}, u"a"_s, u"1"_s}, {{}, u"b"_s, u"2"_s}}, m_site->clock, {});
        QTRY_COMPARE(m_site->server.calls.size(), size_t(4));
        QVERIFY(!QTest::qWaitFor([] { return false; }, 50)); // the others have answered
        m_site->clock.advance(6s);
        const auto got = waitFor(future);
        QVERIFY(got);
        QVERIFY(got->unread.contains(u"pods"_s));
    }

    void finalizersAreExplained()
    {
        const QJsonObject terminating =
            QJsonDocument::fromJson(
                quoted("{'metadata':{'name':'shop','deletionTimestamp':'2026-01-01T00:00:00Z'},'spec':{"
                       "'finalizers':['kubernetes']},'status':{'conditions':[{'type':'x','status':'False',"
                       "'message':'no'},{'type':'NamespaceContentRemaining','status':'True','message':'Some "
                       "resources are remaining: coupons.shop.example.com has 1 resource instances'}]}}"))
                .object();
        const auto holds = holdsOf(*kinds()->find(u"namespaces"_s), terminating);
        QCOMPARE(holds.size(), 2);
        QCOMPARE(holds[0].finalizer, u"kubernetes"_s);
        QVERIFY(holds[1].words.contains(u"coupons.shop.example.com"_s));
        QVERIFY(finalizerWords(u"example.com/guard"_s).contains(u"a controller of example.com"_s));
        QVERIFY(finalizerWords(u"example.com/guard"_s).contains(u"Terminating"_s));
        QVERIFY(!finalizerWords(u"guard"_s).contains(u"guard"_s));
    }
};

QTEST_GUILESS_MAIN(TestDeletePreview)
#include "tst_delete_preview.moc"
