#include "app/kube/adapter/cluster_backend.h"
#include "tests/kube_api/fake_api.h"

#include <QTest>

using namespace kaptan;
using namespace kaptan::kube;
using namespace Qt::StringLiterals;

/// What a user may not list is told; it is no empty list.
class TestClusterBackend : public QObject
{
    Q_OBJECT

    static constexpr const char* podList = "/api/v1/pods";
    static constexpr const char* deploymentList = "/apis/apps/v1/deployments";

    static void describe(FakeApi& server)
    {
        server.script("/version", {FakeApi::ok(quoted("{'major':'1','minor':'29','gitVersion':'v1.29.4'}"))});
        server.script("/api", {FakeApi::ok(quoted("{'kind':'APIVersions','versions':['v1']}"))});
        server.script("/apis",
                      {FakeApi::ok(quoted("{'kind':'APIGroupList','groups':[{'name':'apps','versions':"
                                          "[{'groupVersion':'apps/v1'}],'preferredVersion':"
                                          "{'groupVersion':'apps/v1'}}]}"))});
        server.script("/api/v1",
                      {FakeApi::ok(quoted("{'kind':'APIResourceList','resources':[{'name':'pods','kind':"
                                          "'Pod','namespaced':true,'verbs':['list','watch']}]}"))});
        server.script(
            "/apis/apps/v1",
            {FakeApi::ok(quoted("{'kind':'APIResourceList','resources':[{'name':'deployments',"
                                "'kind':'Deployment','namespaced':true,'verbs':['list','watch']}]}"))});
        server.script("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                      {FakeApi::ok(quoted("{'status':{'allowed':true}}"))});
    }

    /// A list, and a watch that stays open.
    static std::vector<QByteArray> empty()
    {
        return {FakeApi::ok(quoted("{'kind':'List','metadata':{'resourceVersion':'10'},'items':[]}")),
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"};
    }

    static std::vector<QByteArray> refused() { return {FakeApi::refusal(403, "Forbidden", "not yours")}; }

private Q_SLOTS:

    void aKindThatMayNotBeListed()
    {
        FakeApi server;
        describe(server);
        server.script(podList, empty());
        server.script(deploymentList, refused());
        ClusterBackend backend(server.endpoint(), std::make_unique<FakeCredentials>(), {});
        QVector<Cluster::Refusal> told;
        connect(&backend.cluster(), &Cluster::stateChanged, this, [&] { told = backend.state().refused; });
        backend.open();
        QTRY_COMPARE(backend.state().phase, Cluster::Phase::Live);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.first().kind, u"Deployment"_s);
        QCOMPARE(told.first().nameSpace, QString());
        QVERIFY(!backend.whyEmpty());
        backend.close();
        QVERIFY(backend.state().refused.isEmpty());
    }

    void nothingMayBeListed()
    {
        FakeApi server;
        describe(server);
        // Not of all namespaces, and not of the one that is looked at instead.
        server.script("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                      {FakeApi::ok(quoted("{'status':{'allowed':false}}"))});
        server.script("/api/v1/namespaces/shop/pods", refused());
        server.script("/apis/apps/v1/namespaces/shop/deployments", refused());
        ClusterBackend::Options options;
        options.cluster.nameSpace = u"shop"_s;
        ClusterBackend backend(server.endpoint(), std::make_unique<FakeCredentials>(), options);
        backend.open();
        QTRY_COMPARE(backend.state().phase, Cluster::Phase::Live);
        QTRY_COMPARE(backend.state().refused.size(), 2);
        for (const Cluster::Refusal& one : backend.state().refused)
            QCOMPARE(one.nameSpace, u"shop"_s);
        QVERIFY(backend.whyEmpty());
        QCOMPARE(backend.whyEmpty()->httpStatus(), 403);
    }
};

QTEST_GUILESS_MAIN(TestClusterBackend)
#include "tst_cluster_backend.moc"
