#include "app/kube/watch/pod_summary.h"
#include "tests/kube_watch_engine/genuine_cluster.h"
#include "tests/support/patience.h"

#include <QTest>
#include <QThread>

#include <atomic>

using namespace kaptan;
using namespace kaptan::kube;
using namespace kaptan::kube::test;
using namespace Qt::StringLiterals;
using kaptan::test::slow;

namespace
{

QString str(const Text& text)
{
    return text.toString();
}

/// What is compared of an object: by its uid, everything that changes in these tests.
using Prints = QMap<QString, QString>;

QString commonPrint(const Row& row)
{
    return str(row.nameSpace) + u'/' + str(row.name) + u' ' + str(row.labels);
}

QString commonPrint(const QJsonObject& object)
{
    const QJsonObject metadata = object[u"metadata"_s].toObject();
    const QJsonObject labels = metadata[u"labels"_s].toObject();
    QStringList pairs;
    for (auto it = labels.begin(); it != labels.end(); ++it)
        pairs << it.key() + u'=' + it.value().toString();
    pairs.sort();
    return metadata[u"namespace"_s].toString() + u'/' + metadata[u"name"_s].toString() + u' ' +
           pairs.join(u',');
}

QString print(const PodRow& row)
{
    static const char* phases[] = {"", "Pending", "Running", "Succeeded", "Failed"};
    return commonPrint(row) + u' ' + str(row.node) + u' ' + QString::fromLatin1(phases[int(row.phase)]);
}

QString podPrint(const QJsonObject& object)
{
    return commonPrint(object) + u' ' + object[u"spec"_s][u"nodeName"_s].toString() + u' ' +
           object[u"status"_s][u"phase"_s].toString();
}

QString print(const WorkloadRow& row)
{
    return commonPrint(row) + u" %1 %2 %3"_s.arg(row.generation).arg(row.desired).arg(row.ready);
}

QString deploymentPrint(const QJsonObject& object)
{
    return commonPrint(object) + u" %1 %2 %3"_s.arg(object[u"metadata"_s][u"generation"_s].toInt())
                                     .arg(object[u"spec"_s][u"replicas"_s].toInt())
                                     .arg(object[u"status"_s][u"readyReplicas"_s].toInt());
}

QString print(const NodeRow& row)
{
    return commonPrint(row) + u' ' + str(row.kubeletVersion);
}

QString nodePrint(const QJsonObject& object)
{
    return commonPrint(object) + u' ' + object[u"status"_s][u"nodeInfo"_s][u"kubeletVersion"_s].toString();
}

QString print(const EventRow& row)
{
    return commonPrint(row) + u" %1 "_s.arg(row.count) + str(row.message);
}

QString eventPrint(const QJsonObject& object)
{
    return commonPrint(object) +
           u" %1 "_s.arg(std::max({1, object[u"count"_s].toInt(), object[u"series"_s][u"count"_s].toInt()})) +
           object[u"message"_s].toString();
}

template <class R>
Prints printsOf(const ResourceCache<R>& cache)
{
    Prints prints;
    for (const auto& row : cache.snapshot())
        prints.insert(str(row->uid), print(*row));
    return prints;
}

Prints printsOf(const QJsonArray& items, QString (*printOf)(const QJsonObject&))
{
    Prints prints;
    for (const QJsonValue& item : items)
        prints.insert(item[u"metadata"_s][u"uid"_s].toString(), printOf(item.toObject()));
    return prints;
}

QByteArray podBody(const QString& name)
{
    return R"({"metadata":{"name":")" + name.toLatin1() +
           R"("},"spec":{"schedulerName":"nobody","containers":[{"name":"c","image":"test/busybox:1"}]}})";
}

QByteArray deploymentBody(const QString& name)
{
    return R"({"metadata":{"name":")" + name.toLatin1() +
           R"("},"spec":{"replicas":0,"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":)"
           R"({"a":"b"}},"spec":{"containers":[{"name":"c","image":"test/busybox:1"}]}}}})";
}

QByteArray eventBody(const QString& name, const QString& nameSpace, int count)
{
    return R"({"metadata":{"name":")" + name.toLatin1() + R"("},"involvedObject":{"kind":"Pod","name":"p",)" +
           R"("namespace":")" + nameSpace.toLatin1() + R"("},"message":"told )" + QByteArray::number(count) +
           R"(","reason":"Test","type":"Normal","count":)" + QByteArray::number(count) + '}';
}

QByteArray seqPatch(int seq)
{
    return R"({"metadata":{"labels":{"seq":")" + QByteArray::number(seq) + R"("}}})";
}

} // namespace

/// Lists and watches of a genuine API server.
class TestReflectorEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        if (const QString why = GenuineCluster::why(); !why.isEmpty())
            QSKIP(qPrintable(why));
        m_cluster = std::make_unique<GenuineCluster>();
        m_space = u"watch-%1"_s.arg(QCoreApplication::applicationPid());
        QCOMPARE(m_cluster->call("POST", u"/api/v1/namespaces"_s,
                                 R"({"metadata":{"name":")" + m_space.toLatin1() + R"("}})"),
                 201);
        // Pods need the namespace's service account, which a controller makes.
        QTRY_COMPARE_WITH_TIMEOUT(
            m_cluster->call("GET", u"/api/v1/namespaces/%1/serviceaccounts/default"_s.arg(m_space)), 200,
            slow);
        m_pods = m_cluster->cache<PodRow>(u"/api/v1/pods"_s, u"Pod"_s);
        m_deployments = m_cluster->cache<WorkloadRow>(u"/apis/apps/v1/deployments"_s, u"Deployment"_s);
        m_nodes = m_cluster->cache<NodeRow>(u"/api/v1/nodes"_s, u"Node"_s);
        m_events = m_cluster->cache<EventRow>(u"/api/v1/events"_s, u"Event"_s);
        for (Reflector* reflector : reflectors())
            QTRY_COMPARE_WITH_TIMEOUT(reflector->state().phase, WatchState::Phase::Live, slow);
    }

    void cleanupTestCase()
    {
        if (m_cluster)
            m_cluster->call("DELETE", u"/api/v1/namespaces/"_s + m_space);
        m_cluster.reset();
    }

    void theFirstListIsWhatTheServerHas() { compareAll(); }

    void rowsStayTrueWhileObjectsComeChangeAndGo()
    {
        churn(0, 40);
        compareAll();
    }

    void nothingIsMissedWhenTheApiServerDies()
    {
        std::atomic<bool> enough{false};
        std::atomic<int> refused{0};
        std::unique_ptr<QThread> load(QThread::create([&] {
            for (int round = 1; !enough; ++round)
                refused += churn(round * 1000, 5);
        }));
        load->start();
        const bool restarted = GenuineCluster::restartApiServer(2);
        enough = true;
        load->wait();
        QVERIFY(restarted);
        QVERIFY(refused > 0); // it was away under load
        for (Reflector* reflector : reflectors())
            QTRY_COMPARE_WITH_TIMEOUT(reflector->state().phase, WatchState::Phase::Live, slow);
        churn(900'000, 5);
        compareAll();
        for (Reflector* reflector : reflectors())
            QTRY_VERIFY_WITH_TIMEOUT(!reflector->state().error, slow);
    }

    void aServerThatAsksForANewListGetsOne()
    {
        // Its memory of changes ends with it: a version from before is answered by 410 once etcd was
        // compacted, or by the changes. Both must do.
        churn(2'000'000, 10);
        QVERIFY(GenuineCluster::restartApiServer(0));
        churn(2'100'000, 10);
        compareAll();
    }

    void statusesAreKubectlsOwn()
    {
        const auto ours = [this] {
            QStringList lines;
            for (const auto& pod : m_pods->snapshot()) {
                const PodSummary summary = summaryOf(*pod);
                lines << u"%1 %2 %3/%4 %5 %6"_s.arg(str(pod->nameSpace), str(pod->name))
                             .arg(summary.ready)
                             .arg(summary.total)
                             .arg(QString::fromStdString(summary.status))
                             .arg(summary.restarts);
            }
            lines.sort();
            return lines;
        };
        const auto theirs = [] {
            QStringList lines;
            const QString table = GenuineCluster::kubectl({u"get"_s, u"pods"_s, u"-A"_s, u"--no-headers"_s});
            for (const QString& line : table.split(u'\n', Qt::SkipEmptyParts))
                lines << line.simplified().section(u' ', 0, 4);
            lines.sort();
            return lines;
        };
        // A pod of the cluster may crash between the two looks: some look must see the same.
        QStringList we, they;
        const bool same = QTest::qWaitFor(
            [&] {
                they = theirs();
                we = ours();
                return we == they && !we.isEmpty();
            },
            slow);
        QVERIFY2(same, qPrintable(u"ours\n%1\nkubectl's\n%2"_s.arg(we.join(u'\n'), they.join(u'\n'))));
    }

private:
    QList<Reflector*> reflectors() const { return {m_pods, m_deployments, m_nodes, m_events}; }

    /// Makes, changes and deletes; how many of it did not go through.
    int churn(int first, int count)
    {
        const QString core = u"/api/v1/namespaces/%1/"_s.arg(m_space);
        const QString apps = u"/apis/apps/v1/namespaces/%1/deployments"_s.arg(m_space);
        const QByteArray merge = "application/merge-patch+json";
        int failed = 0;
        const auto must = [&](int status) { failed += status < 200 || status > 299; };
        for (int i = first; i < first + count; ++i) {
            const QString pod = u"pod-%1"_s.arg(i);
            must(m_cluster->call("POST", core + u"pods"_s, podBody(pod)));
            must(m_cluster->call("PATCH", core + u"pods/"_s + pod, seqPatch(i), merge));
            const QString event = u"event-%1"_s.arg(i);
            must(m_cluster->call("POST", core + u"events"_s, eventBody(event, m_space, 1)));
            must(m_cluster->call("PATCH", core + u"events/"_s + event, R"({"count":7})", merge));
            if (i % 3 == 0)
                must(m_cluster->call("DELETE", core + u"pods/"_s + pod + u"?gracePeriodSeconds=0"_s));
            if (i % 5 == 0) {
                const QString name = u"deployment-%1"_s.arg(i);
                must(m_cluster->call("POST", apps, deploymentBody(name)));
                must(m_cluster->call("PATCH", apps + u'/' + name, seqPatch(i), merge));
                if (i % 2 == 0)
                    must(m_cluster->call("DELETE", apps + u'/' + name));
            }
        }
        must(m_cluster->call("PATCH", u"/api/v1/nodes/"_s + str(m_nodes->snapshot()[0]->name),
                             seqPatch(first), merge));
        return failed;
    }

    void compareAll()
    {
        compare(*m_pods, u"/api/v1/pods"_s, podPrint);
        compare(*m_deployments, u"/apis/apps/v1/deployments"_s, deploymentPrint);
        compare(*m_nodes, u"/api/v1/nodes"_s, nodePrint);
        compare(*m_events, u"/api/v1/events"_s, eventPrint);
    }

    /// The cluster never rests: a list is fetched anew until both agree.
    template <class R>
    void compare(const ResourceCache<R>& cache, const QString& path, QString (*printOf)(const QJsonObject&))
    {
        Prints ours, theirs;
        const bool same = QTest::qWaitFor(
            [&] {
                const auto items = m_cluster->list(path);
                if (!items)
                    return false;
                theirs = printsOf(*items, printOf);
                ours = printsOf(cache);
                return ours == theirs && !ours.isEmpty();
            },
            slow);
        if (same)
            return;
        for (auto it = theirs.cbegin(); it != theirs.cend(); ++it)
            if (ours.value(it.key()) != it.value())
                qInfo() << path << "ours" << ours.value(it.key()) << "theirs" << it.value();
        for (auto it = ours.cbegin(); it != ours.cend(); ++it)
            if (!theirs.contains(it.key()))
                qInfo() << path << "only ours" << it.value();
        QFAIL(qPrintable(u"rows differ: %1 of ours, %2 of the server"_s.arg(ours.size()).arg(theirs.size())));
    }

    std::unique_ptr<GenuineCluster> m_cluster;
    QString m_space;
    PodCache* m_pods = nullptr;
    WorkloadCache* m_deployments = nullptr;
    NodeCache* m_nodes = nullptr;
    EventCache* m_events = nullptr;
};

QTEST_GUILESS_MAIN(TestReflectorEngine)
#include "tst_reflector_engine.moc"
