#include "app/kube/adapter/lifecycle_target.h"
#include "tests/kube_api/fake_api.h"
#include "tests/kube_watch/scripted_opener.h"

#include <QTest>

#include <array>
#include <new>

using namespace kaptan;
using namespace kaptan::kube;
using namespace kaptan::kube::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestLifecycle : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    /// A backend ends its lifecycle before the cluster's thread, in which the calls are made.
    void whatIsUnderWayOutlivesIt_data()
    {
        QTest::addColumn<bool>("scales");
        QTest::newRow("restart") << false;
        QTest::newRow("scale") << true;
    }

    void whatIsUnderWayOutlivesIt()
    {
        QFETCH(bool, scales);
        FakeSite site;
        ScriptedOpener opener;
        WorkloadCache cache{opener, {u"/apis/apps/v1/deployments"_s, u"Deployment"_s, {}, {}}, site.clock};
        ClusterWorkloads workloads{site.clock};
        workloads.follow(cache);
        cache.start();
        opener.calls.value(0).answer(
            200, quoted("{'kind':'List','apiVersion':'v1','metadata':{'resourceVersion':'10'},'items':["
                        "{'metadata':{'name':'web','namespace':'shop','uid':'u','resourceVersion':'5'},"
                        "'spec':{'replicas':1},'status':{'replicas':1}}]}"));
        const QString id = u"deployment:shop/web"_s;
        QVERIFY(QTest::qWaitFor([&] {
            site.clock.advance(1ms);
            return workloads.find(id) != nullptr;
        }));
        auto discovery = std::make_shared<Discovery>();
        discovery->resources = {deployments()};

        alignas(ClusterLifecycle) std::array<std::byte, sizeof(ClusterLifecycle)> place{};
        auto* lifecycle = new (place.data())
            ClusterLifecycle(*site.api, workloads, site.clock, [discovery] { return discovery; });
        const auto done = scales ? lifecycle->scale(id, 3) : lifecycle->restart(id);
        QVERIFY(!done.isFinished());
        lifecycle->~ClusterLifecycle();
        place.fill(std::byte{0});

        const QString path = u"/apis/apps/v1/namespaces/shop/deployments/web"_s;
        QTRY_VERIFY(!site.server.calls.empty());
        QVERIFY(site.server.calls.front().path().startsWith(path));
    }
};

QTEST_GUILESS_MAIN(TestLifecycle)
#include "tst_lifecycle.moc"
