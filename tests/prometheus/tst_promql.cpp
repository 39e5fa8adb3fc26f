#include "app/prometheus/promql.h"
#include "app/prometheus/sources.h"
#include "app/settings/history_keys.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kaptan;
using namespace kaptan::prometheus;
using namespace Qt::StringLiterals;
using history::Metric;

namespace
{

history::Subject subject(const QString& kind, const QString& nameSpace, const QString& name)
{
    return {u"c1"_s, kind + u':' + nameSpace + u'/' + name, kind, nameSpace, name};
}

QByteArray matrix(const QByteArray& values)
{
    return R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[)" + values +
           "]}]}}";
}

} // namespace

class TestPromql : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void queries_data()
    {
        QTest::addColumn<history::Subject>("of");
        QTest::addColumn<history::Metric>("metric");
        QTest::addColumn<QString>("query");
        QTest::newRow("deployment")
            << subject(u"deployment"_s, u"shop"_s, u"web"_s) << Metric::Cpu
            << uR"(sum(rate(container_cpu_usage_seconds_total{namespace="shop",)"
               R"(pod=~"web-[a-z0-9]+-[a-z0-9]{5}",container!="",container!="POD"}[240s])))"_s;
        QTest::newRow("stateful set")
            << subject(u"statefulset"_s, u"shop"_s, u"db"_s) << Metric::Memory
            << uR"(sum(container_memory_working_set_bytes{namespace="shop",pod=~"db-[0-9]+",)"
               R"(container!="",container!="POD"}))"_s;
        QTest::newRow("network of pods")
            << subject(u"pod"_s, u"shop"_s, u"one"_s) << Metric::NetworkRx
            << uR"(sum(rate(container_network_receive_bytes_total{namespace="shop",pod=~"one"}[240s])))"_s;
        QTest::newRow("replicas") << subject(u"deployment"_s, u"shop"_s, u"web"_s) << Metric::Replicas
                                  << uR"(sum(kube_deployment_status_replicas_ready{namespace="shop",)"
                                     R"(deployment="web"}))"_s;
        QTest::newRow("restarts") << subject(u"daemonset"_s, u"shop"_s, u"log"_s) << Metric::Restarts
                                  << uR"(sum(kube_pod_container_status_restarts_total{namespace="shop",)"
                                     R"(pod=~"log-[a-z0-9]{5}"}))"_s;
        QTest::newRow("container") << subject(u"container"_s, {}, u"db"_s) << Metric::DiskWrite
                                   << uR"(sum(rate(container_fs_writes_bytes_total{name="db"}[240s])))"_s;
        QTest::newRow("compose")
            << subject(u"compose"_s, u"shop"_s, u"web"_s) << Metric::DiskUsed
            << uR"(sum(container_fs_usage_bytes{container_label_com_docker_compose_project=)"
               R"("shop",container_label_com_docker_compose_service="web"}))"_s;
        QTest::newRow("replicas of an engine")
            << subject(u"container"_s, {}, u"db"_s) << Metric::Replicas << QString();
        QTest::newRow("node") << history::Subject{u"c1"_s, u"node:n.1"_s, u"node"_s, {}, u"n.1"_s}
                              << Metric::Memory
                              << uR"(sum(container_memory_working_set_bytes{id="/",node="n.1"} or )"
                                 R"(container_memory_working_set_bytes{id="/",node="",)"
                                 R"(instance=~"n\\.1(:[0-9]+)?"}))"_s;
    }

    void queries()
    {
        QFETCH(history::Subject, of);
        QFETCH(history::Metric, metric);
        QFETCH(QString, query);
        QCOMPARE(promql(of, metric, 240), query);
    }

    /// A name is text, whatever it holds.
    void namesAreNoPartOfAQuery()
    {
        QCOMPARE(quoted(u"a\"} or up{x=\"\\"_s), uR"(a\"} or up{x=\"\\)"_s);
        QCOMPARE(quoted(u"a\nb"_s), uR"(a\u000ab)"_s);
        QCOMPARE(quotedPattern(u"a.b|.*"_s), uR"(a\\.b\\|\\.\\*)"_s);
        const QString query = promql(subject(u"container"_s, {}, u"x\"} or vector(1) #"_s), Metric::Cpu, 240);
        QCOMPARE(query.count(u'"') - query.count(u"\\\""_s), 2);
    }

    void steps()
    {
        QCOMPARE(stepOf(0, 3600, 600), 15);
        QCOMPARE(stepOf(0, 86400, 600), 144);
        QVERIFY((90 * 86400) / stepOf(0, 90 * 86400, 0) < 11'000); // what a server gives at the most
        QCOMPARE(stepOf(5, 5, 100), 15);
    }

    void answers()
    {
        const auto curve =
            curveOf(matrix(R"([100,"0.25"],[115.5,"NaN"],[130,"+Inf"],[145,"1"],[145,"7"],[1,2],"x")"), 200,
                    Metric::Cpu, 15, u"here"_s);
        QVERIFY(curve);
        QCOMPARE(curve->points.size(), 2);
        QCOMPARE(curve->points.first(), (history::Bucket{100, 250'000, 250'000, 250'000, 1}));
        QCOMPARE(curve->points.last().sum, 1'000'000);
        QCOMPARE(curve->gap, 37);
        QVERIFY(curve->points.last().at - curve->points.first().at > curve->gap);
        const auto none = curveOf(R"({"status":"success","data":{"resultType":"matrix","result":[]}})", 200,
                                  Metric::Memory, 15, u"here"_s);
        QVERIFY(none);
        QVERIFY(none->points.isEmpty());
    }

    void whatIsNoAnswer()
    {
        const auto refused =
            curveOf(R"({"status":"error","errorType":"bad_data","error":"parse error at char 4"})", 400,
                    Metric::Cpu, 15, u"here"_s);
        QVERIFY(!refused);
        QVERIFY(refused.error().as<HttpError>());
        QCOMPARE(refused.error().as<HttpError>()->body, u"parse error at char 4"_s);
        for (const QByteArray body :
             {"<html>a page</html>", "", "[]", R"({"status":"success"})",
              R"({"status":"success","data":{"resultType":"vector","result":[]}})",
              R"({"status":"success","data":{"resultType":"matrix","result":[{"values":)"}) {
            const auto answer = curveOf(body, 200, Metric::Cpu, 15, u"here"_s);
            QVERIFY2(!answer, body.constData());
            QVERIFY(answer.error().as<ParseError>());
        }
        QVERIFY(!versionOf(R"({"status":"success","data":{}})", 200, u"here"_s));
        QCOMPARE(*versionOf(R"({"status":"success","data":{"version":"2.42.0"}})", 200, u"here"_s),
                 u"2.42.0"_s);
    }

    void addresses()
    {
        const QTemporaryDir folder;
        settings::Settings settings(folder.path());
        Sources sources(settings);
        for (const QString& wrong :
             {u"monitoring:9090"_s, u"ftp://a:1"_s, u"http://"_s, u"http://a:1?x=1"_s, u"http://a/#b"_s,
              u"http://user:secret@a:9090"_s, u"unix:///run/p.sock"_s, u"http://a b"_s}) {
            const auto kept = sources.setAddress(u"c1"_s, wrong);
            QVERIFY2(!kept, qPrintable(wrong));
            QVERIFY(kept.error().as<InvalidInput>());
            QVERIFY(!kept.error().message().contains(u"secret"_s));
        }
        QVERIFY(!sources.source(u"c1"_s));
        QVERIFY(sources.setAddress(u"c1"_s, u" http://a.example:9090/prom/ "_s));
        QVERIFY(sources.setAddress(u"c 2"_s, u"https://b.example"_s));
        QCOMPARE(sources.address(u"c1"_s), u"http://a.example:9090/prom"_s);
        QCOMPARE(sources.address(u"c 2"_s), u"https://b.example"_s);
        QVERIFY(sources.source(u"c1"_s));
        QVERIFY(sources.source(u"c1"_s)->name().contains(u"a.example:9090"_s));
        QVERIFY(sources.setAddress(u"c1"_s, {}));
        QVERIFY(!sources.source(u"c1"_s));
        QCOMPARE(Sources(settings).address(u"c 2"_s), u"https://b.example"_s); // kept
    }
};

QTEST_GUILESS_MAIN(TestPromql)
#include "tst_promql.moc"
