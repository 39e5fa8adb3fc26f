#include "app/kube/adapter/metric_source.h"
#include "tests/kube_api/fake_api.h"
#include "tests/kube_watch/scripted_opener.h"

#include <QSignalSpy>
#include <QTest>

using namespace kaptan;
using namespace kaptan::kube;
using namespace kaptan::kube::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

QByteArray podOn(const QByteArray& node, const QByteArray& name)
{
    return quoted("{'metadata':{'name':'NAME','namespace':'shop','uid':'uid-NAME','resourceVersion':'5'},"
                  "'spec':{'nodeName':'NODE','containers':[{'name':'web','image':'nginx'}]},"
                  "'status':{'phase':'Running'}}")
        .replace("NAME", name)
        .replace("NODE", node);
}

QByteArray summary(qint64 received)
{
    return FakeApi::ok(quoted("{'node':{'nodeName':'here'},'pods':[{'podRef':{'name':'a','namespace':'shop'},"
                              "'network':{'rxBytes':RX,'txBytes':0},'ephemeral-storage':{'usedBytes':4096},"
                              "'cpu':{'usageNanoCores':250000000},'memory':{'workingSetBytes':777}}]}")
                           .replace("RX", QByteArray::number(received)));
}

} // namespace

class TestMetrics : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    /// One that was scaled away with its pod still in the list costs the others nothing.
    void aNodeThatIsGoneIsOneNode()
    {
        FakeSite site;
        const char* here = "/api/v1/nodes/here/proxy/stats/summary";
        const char* gone = "/api/v1/nodes/gone/proxy/stats/summary";
        site.server.script(here, {summary(1000), summary(31000)});
        site.server.script(gone, {FakeApi::refusal(404, "NotFound", "nodes not found")});
        site.server.script(
            "/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods",
            {FakeApi::ok(
                quoted("{'kind':'PodMetricsList','items':[{'metadata':{'name':'a','namespace':'shop'},"
                       "'timestamp':'2026-01-01T00:00:00Z','containers':[{'name':'web','usage':"
                       "{'cpu':'1m','memory':'1Mi'}}]}]}"))});
        ScriptedOpener opener;
        PodCache pods{opener, {u"/api/v1/pods"_s, u"Pod"_s, {}, {}}, site.clock};
        ClusterWorkloads workloads{site.clock};
        workloads.follow(pods);
        pods.start();
        opener.calls.value(0).answer(
            200, quoted("{'kind':'List','apiVersion':'v1','metadata':{'resourceVersion':'10'},'items':[") +
                     podOn("here", "a") + "," + podOn("gone", "b") + "]}");
        QVERIFY(QTest::qWaitFor([&] {
            site.clock.advance(1ms);
            return workloads.pod(u"uid-a"_s) && workloads.pod(u"uid-b"_s);
        }));

        ClusterMetrics metrics(*site.api, workloads, site.clock, 15s);
        QSignalSpy sampled(&metrics, &workload::MetricSource::sampled);
        metrics.setLive(true);
        metrics.watch(this, {u"uid-a"_s, u"uid-b"_s});
        QTRY_COMPARE(sampled.size(), 1);
        QCOMPARE(site.server.count(here), 1);
        QCOMPARE(site.server.count(gone), 1);
        site.clock.advance(15s);
        QTRY_COMPARE(sampled.size(), 2);
        QCOMPARE(site.server.count(here), 2);
        QCOMPARE(site.server.count(gone), 1); // and it is not asked for ever
        const auto batch = sampled.last().first().value<QVector<workload::Usage>>();
        QCOMPARE(batch.size(), 1);
        QCOMPARE(batch.first().networkRxPerSecond, 2000.0);
        QCOMPARE(batch.first().diskUsedBytes, 4096);
        QCOMPARE(batch.first().cpuMillicores, 1.0); // as metrics.k8s.io says, not the kubelet
        QCOMPARE(batch.first().memoryBytes, 1024 * 1024);
    }

    /// The kubelet counts every ten seconds or so, and is asked every ten seconds or so: what it counted is
    /// divided by its own time, and what it has not counted again is no silence.
    void ratesAreOfTheKubeletsTime()
    {
        const auto at = [](qint64 received, const char* time) {
            return FakeApi::ok(quoted("{'node':{'nodeName':'here'},'pods':[{'podRef':{'name':'a','namespace':"
                                      "'shop'},'network':{'time':'TIME','rxBytes':RX,'txBytes':0}}]}")
                                   .replace("RX", QByteArray::number(received))
                                   .replace("TIME", time));
        };
        FakeSite site;
        site.server.script("/api/v1/nodes/here/proxy/stats/summary",
                           {at(1000, "2026-01-01T00:00:00Z"), at(13'000, "2026-01-01T00:00:12Z"),
                            at(13'000, "2026-01-01T00:00:12Z"), at(33'000, "2026-01-01T00:00:32Z")});
        site.server.script("/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods",
                           {FakeApi::refusal(404, "NotFound", "the server could not find the resource")});
        ScriptedOpener opener;
        PodCache pods{opener, {u"/api/v1/pods"_s, u"Pod"_s, {}, {}}, site.clock};
        ClusterWorkloads workloads{site.clock};
        workloads.follow(pods);
        pods.start();
        opener.calls.value(0).answer(
            200, quoted("{'kind':'List','apiVersion':'v1','metadata':{'resourceVersion':'10'},'items':[") +
                     podOn("here", "a") + "]}");
        QVERIFY(QTest::qWaitFor([&] {
            site.clock.advance(1ms);
            return workloads.pod(u"uid-a"_s) != nullptr;
        }));
        ClusterMetrics metrics(*site.api, workloads, site.clock, 15s);
        QVector<double> rates;
        connect(
            &metrics, &workload::MetricSource::sampled, this,
            [&rates](const QVector<workload::Usage>& batch) { rates << batch.first().networkRxPerSecond; },
            Qt::QueuedConnection);
        metrics.setLive(true);
        metrics.watch(this, {u"uid-a"_s});
        QTRY_COMPARE(site.server.count("/api/v1/nodes/here/proxy/stats/summary"), 1);
        for (int i = 1; i <= 3; ++i) {
            QTRY_VERIFY(site.clock.pending() > 0);
            site.clock.advance(300s); // without a figure the source waits long
            QTRY_COMPARE(rates.size(), i);
        }
        QCOMPARE(rates, (QVector<double>{1000.0, 1000.0, 1000.0}));
    }

    /// Nothing need be installed: without metrics.k8s.io the kubelet's own figures do.
    void withoutAMetricsServerTheKubeletSays()
    {
        FakeSite site;
        site.server.script("/api/v1/nodes/here/proxy/stats/summary", {summary(1000), summary(31000)});
        site.server.script("/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods",
                           {FakeApi::refusal(404, "NotFound", "the server could not find the resource")});
        ScriptedOpener opener;
        PodCache pods{opener, {u"/api/v1/pods"_s, u"Pod"_s, {}, {}}, site.clock};
        ClusterWorkloads workloads{site.clock};
        workloads.follow(pods);
        pods.start();
        opener.calls.value(0).answer(
            200, quoted("{'kind':'List','apiVersion':'v1','metadata':{'resourceVersion':'10'},'items':[") +
                     podOn("here", "a") + "]}");
        QVERIFY(QTest::qWaitFor([&] {
            site.clock.advance(1ms);
            return workloads.pod(u"uid-a"_s) != nullptr;
        }));
        ClusterMetrics metrics(*site.api, workloads, site.clock, 15s);
        QSignalSpy sampled(&metrics, &workload::MetricSource::sampled);
        metrics.setLive(true);
        metrics.watch(this, {u"uid-a"_s});
        QTRY_COMPARE(sampled.size(), 1);
        const auto batch = sampled.last().first().value<QVector<workload::Usage>>();
        QCOMPARE(batch.first().cpuMillicores, 250.0);
        QCOMPARE(batch.first().memoryBytes, 777);
        site.clock.advance(15s); // not the long pause of a server that has no figures at all
        QTRY_COMPARE(sampled.size(), 2);
    }

    void whoMayNotAsksNoMore()
    {
        FakeSite site;
        const char* here = "/api/v1/nodes/here/proxy/stats/summary";
        site.server.script(here, {FakeApi::refusal(403, "Forbidden", "no")});
        site.server.script(
            "/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods",
            {FakeApi::ok(
                quoted("{'kind':'PodMetricsList','items':[{'metadata':{'name':'a','namespace':'shop'},"
                       "'timestamp':'2026-01-01T00:00:00Z','containers':[{'name':'web','usage':"
                       "{'cpu':'1m','memory':'1Mi'}}]}]}"))});
        ScriptedOpener opener;
        PodCache pods{opener, {u"/api/v1/pods"_s, u"Pod"_s, {}, {}}, site.clock};
        ClusterWorkloads workloads{site.clock};
        workloads.follow(pods);
        pods.start();
        opener.calls.value(0).answer(
            200, quoted("{'kind':'List','apiVersion':'v1','metadata':{'resourceVersion':'10'},'items':[") +
                     podOn("here", "a") + "]}");
        QVERIFY(QTest::qWaitFor([&] {
            site.clock.advance(1ms);
            return workloads.pod(u"uid-a"_s) != nullptr;
        }));
        ClusterMetrics metrics(*site.api, workloads, site.clock, 15s);
        QSignalSpy sampled(&metrics, &workload::MetricSource::sampled);
        metrics.setLive(true);
        metrics.watch(this, {u"uid-a"_s});
        QTRY_COMPARE(sampled.size(), 1);
        site.clock.advance(15s);
        QTRY_COMPARE(sampled.size(), 2);
        QCOMPARE(site.server.count(here), 1);
    }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
