#include "app/history/queries.h"
#include "app/recorder/recorder.h"
#include "app/session/connections.h"
#include "app/settings/history_keys.h"
#include "tests/kube_engine/genuine.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace kaptan;
using namespace Qt::StringLiterals;
using kaptan::test::slow;

namespace
{

/// What the kubelet's summary says of one pod, or of the node where none is named, with the moments that its
/// figures are of.
struct Said {
    double cpuAt = 0, cpuSeconds = 0; ///< since the start
    double networkAt = 0, received = 0;
    double memory = 0, disk = 0;
};

double secondsOf(const QJsonValue& time)
{
    return double(QDateTime::fromString(time.toString(), Qt::ISODateWithMs).toMSecsSinceEpoch()) / 1000;
}

std::optional<Said> saidOf(const QString& podPrefix)
{
    const auto nodes =
        genuine::kubectl({u"get"_s, u"--raw"_s, u"/api/v1/nodes/node-1/proxy/stats/summary"_s});
    const QJsonArray pods = QJsonDocument::fromJson(nodes.out).object()[u"pods"_s].toArray();
    if (podPrefix.isEmpty()) {
        const QJsonValue node = QJsonDocument::fromJson(nodes.out).object()[u"node"_s];
        return Said{secondsOf(node[u"cpu"_s][u"time"_s]),
                    node[u"cpu"_s][u"usageCoreNanoSeconds"_s].toDouble() / 1e9,
                    0,
                    0,
                    node[u"memory"_s][u"workingSetBytes"_s].toDouble(),
                    node[u"fs"_s][u"usedBytes"_s].toDouble()};
    }
    for (const QJsonValue& pod : pods) {
        if (!pod[u"podRef"_s][u"name"_s].toString().startsWith(podPrefix))
            continue;
        const QJsonValue cpu = pod[u"cpu"_s], network = pod[u"network"_s];
        if (!cpu.isObject() || !network.isObject())
            return std::nullopt; // it is young
        return Said{secondsOf(cpu[u"time"_s]),
                    cpu[u"usageCoreNanoSeconds"_s].toDouble() / 1e9,
                    secondsOf(network[u"time"_s]),
                    network[u"rxBytes"_s].toDouble(),
                    pod[u"memory"_s][u"workingSetBytes"_s].toDouble(),
                    pod[u"ephemeral-storage"_s][u"usedBytes"_s].toDouble()};
    }
    return std::nullopt;
}

QByteArray deployment(const QString& name, const QString& words, const QString& cpuLimit)
{
    const QJsonObject labels{{u"app"_s, name}};
    QJsonObject container{{u"name"_s, u"main"_s},
                          {u"image"_s, u"test/busybox:1"_s},
                          {u"imagePullPolicy"_s, u"Never"_s},
                          {u"command"_s, QJsonArray{u"sh"_s, u"-c"_s, words}}};
    if (!cpuLimit.isEmpty())
        container[u"resources"_s] = QJsonObject{{u"limits"_s, QJsonObject{{u"cpu"_s, cpuLimit}}}};
    const QJsonObject pod{{u"terminationGracePeriodSeconds"_s, 0}, {u"containers"_s, QJsonArray{container}}};
    return QJsonDocument(
               QJsonObject{
                   {u"apiVersion"_s, u"apps/v1"_s},
                   {u"kind"_s, u"Deployment"_s},
                   {u"metadata"_s, QJsonObject{{u"name"_s, name}}},
                   {u"spec"_s, QJsonObject{{u"selector"_s, QJsonObject{{u"matchLabels"_s, labels}}},
                                           {u"template"_s,
                                            QJsonObject{{u"metadata"_s, QJsonObject{{u"labels"_s, labels}}},
                                                        {u"spec"_s, pod}}}}}})
        .toJson();
}

} // namespace

/// A genuine cluster is recorded for two minutes: what is kept is what the kubelet itself says of that time,
/// and a time in which nobody recorded is a gap.
class TestRecordCluster : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase()
    {
        const QString missing = genuine::missing({u"KAPTAN_TEST_KUBECONFIG"_s, u"KAPTAN_TEST_KUBECTL"_s});
        if (!missing.isEmpty())
            QSKIP(qPrintable(missing));
        QCOMPARE(genuine::kubectl({u"create"_s, u"namespace"_s, m_nameSpace}).code, 0);
    }

    void cleanupTestCase()
    {
        genuine::kubectl({u"delete"_s, u"namespace"_s, m_nameSpace, u"--wait=false"_s});
    }

    void whatIsKeptIsWhatTheKubeletSays()
    {
        // Works at a limit and keeps memory; asks another for a megabyte again and again.
        apply(deployment(u"busy"_s, u"a=$(head -c 20000000 /dev/zero | tr '\\0' x); while :; do :; done"_s,
                         u"250m"_s));
        apply(deployment(u"server"_s,
                         u"mkdir /www; dd if=/dev/zero of=/www/one bs=1M count=1; "
                         "dd if=/dev/zero of=/kept bs=1M count=24; httpd -f -p 8080 -h /www"_s,
                         {}));
        QByteArray address;
        QTRY_VERIFY_WITH_TIMEOUT(
            !(address = genuine::kubectl({u"-n"_s, m_nameSpace, u"get"_s, u"pods"_s, u"-l"_s, u"app=server"_s,
                                          u"-o"_s, u"jsonpath={.items[0].status.podIP}"_s})
                            .out.trimmed())
                 .isEmpty(),
            slow);
        apply(deployment(u"client"_s,
                         u"while :; do wget -q -O /dev/null http://%1:8080/one; usleep 200000; done"_s.arg(
                             QString::fromUtf8(address)),
                         {}));

        const QTemporaryDir folder;
        settings::Settings settings(folder.path());
        QVERIFY(settings.set(settings::key::historyInterval, 5));
        session::Surroundings around;
        around.home = around.configHome = around.runtimeDir = around.root = folder.path();
        around.environment.insert(u"KUBECONFIG"_s, genuine::variable("KAPTAN_TEST_KUBECONFIG"));
        session::Connections connections(settings, around);
        QVERIFY(!connections.all().isEmpty());
        const QString id = connections.all().first().id;
        connections.session(id)->open();
        const auto options = [&] {
            recorder::Recorder::Options made;
            made.lockFolder = folder.path();
            made.session = [&connections](const QString& wanted) { return connections.session(wanted); };
            return made;
        };
        const qint64 start = QDateTime::currentSecsSinceEpoch();
        {
            history::History history(
                {folder.filePath(u"history.db"_s), nullptr, {}, std::chrono::milliseconds(100)});
            recorder::Recorder recorder(history, settings, options());
            recorder.setShown({id});
            // Young pods' figures come by and by, and are old ones at first: the kubelet looks at the disk
            // once a minute.
            QTRY_VERIFY_WITH_TIMEOUT(newest(history, id, u"busy"_s, history::Metric::Cpu) > 200'000 &&
                                         newest(history, id, u"busy"_s, history::Metric::Memory) > 19e6 &&
                                         newest(history, id, u"client"_s, history::Metric::NetworkRx) > 0 &&
                                         newest(history, id, u"server"_s, history::Metric::DiskUsed) > 24e6,
                                     3 * slow);
            const int have = count(history, id, u"busy"_s, history::Metric::Cpu);
            QTRY_VERIFY_WITH_TIMEOUT(count(history, id, u"busy"_s, history::Metric::Cpu) >= have + 5, slow);
            const auto busy = saidOf(u"busy-"_s), client = saidOf(u"client-"_s),
                       server = saidOf(u"server-"_s), node = saidOf({});
            QVERIFY(busy && client && server && node);
            const qint64 until = QDateTime::currentSecsSinceEpoch() + 120;
            QTRY_VERIFY_WITH_TIMEOUT(QDateTime::currentSecsSinceEpoch() >= until, 2 * slow);
            const auto busyThen = saidOf(u"busy-"_s), clientThen = saidOf(u"client-"_s),
                       serverThen = saidOf(u"server-"_s), nodeThen = saidOf({});
            QVERIFY(busyThen && clientThen && serverThen && nodeThen);

            // What is told is some seconds old, as the kubelet and the metrics API gather it.
            near("cpu",
                 mean(history, id, u"busy"_s, history::Metric::Cpu, busy->cpuAt, busyThen->cpuAt) / 1e6,
                 (busyThen->cpuSeconds - busy->cpuSeconds) / (busyThen->cpuAt - busy->cpuAt));
            near("memory",
                 mean(history, id, u"busy"_s, history::Metric::Memory, busy->cpuAt, busyThen->cpuAt),
                 (busy->memory + busyThen->memory) / 2);
            near("network",
                 mean(history, id, u"client"_s, history::Metric::NetworkRx, client->networkAt,
                      clientThen->networkAt),
                 (clientThen->received - client->received) / (clientThen->networkAt - client->networkAt));
            near("disk",
                 mean(history, id, u"server"_s, history::Metric::DiskUsed, server->cpuAt, serverThen->cpuAt),
                 (server->disk + serverThen->disk) / 2);
            // The whole machine's, which goes up and down: what is sampled of it is not its mean to a tenth.
            const double nodeCpu =
                mean(history, id, {}, history::Metric::Cpu, node->cpuAt, nodeThen->cpuAt) / 1e6;
            qInfo("the node's cpu: kept %.4g, the kubelet says %.4g", nodeCpu,
                  (nodeThen->cpuSeconds - node->cpuSeconds) / (nodeThen->cpuAt - node->cpuAt));
            QVERIFY(nodeCpu > 0.2); // the busy pod is on it
            near("the node's memory",
                 mean(history, id, {}, history::Metric::Memory, node->cpuAt, nodeThen->cpuAt),
                 (node->memory + nodeThen->memory) / 2);
            near("the node's disk",
                 mean(history, id, {}, history::Metric::DiskUsed, node->cpuAt, nodeThen->cpuAt),
                 (node->disk + nodeThen->disk) / 2);
        }
        const qint64 stopped = QDateTime::currentSecsSinceEpoch();
        // Nobody records for a while: as long as four samples.
        QTRY_VERIFY_WITH_TIMEOUT(QDateTime::currentSecsSinceEpoch() >= stopped + 20, slow);
        {
            history::History history(
                {folder.filePath(u"history.db"_s), nullptr, {}, std::chrono::milliseconds(100)});
            recorder::Recorder recorder(history, settings, options());
            const int have = count(history, id, u"busy"_s, history::Metric::Replicas);
            QVERIFY(have >= 20); // what was kept is there again
            recorder.setShown({id});
            connections.session(id)->open();
            QTRY_VERIFY_WITH_TIMEOUT(count(history, id, u"busy"_s, history::Metric::Replicas) >= have + 2,
                                     2 * slow);
            const auto points = curve(history, id, u"busy"_s, history::Metric::Replicas, start - 60,
                                      QDateTime::currentSecsSinceEpoch());
            qint64 longest = 0;
            for (qsizetype i = 1; i < points.size(); ++i)
                longest = std::max(longest, points[i].at - points[i - 1].at);
            QVERIFY2(longest >= 15, qPrintable(QString::number(longest)));
        }
    }

private:
    void apply(const QByteArray& manifest) const
    {
        const auto done = genuine::kubectl({u"-n"_s, m_nameSpace, u"apply"_s, u"-f"_s, u"-"_s}, manifest);
        QVERIFY2(done.code == 0, done.err.constData());
    }

    QVector<history::Bucket> curve(history::History& history, const QString& connection, const QString& name,
                                   history::Metric metric, qint64 from, qint64 to) const
    {
        const QString subject =
            name.isEmpty() ? history::nodeSubject(u"node-1"_s) : u"deployment:"_s + m_nameSpace + u'/' + name;
        const history::CurveQuery query{connection, {subject}, {metric}, from, to, 0};
        auto future = history.read<QVector<history::Curve>>(
            [query](history::Database& database) { return history::curves(database, query); });
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, slow) || !future.result() ||
            future.result()->isEmpty())
            return {};
        return future.result()->first().points;
    }

    int count(history::History& history, const QString& connection, const QString& name,
              history::Metric metric) const
    {
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        return int(curve(history, connection, name, metric, now - 3600, now + 60).size());
    }

    double newest(history::History& history, const QString& connection, const QString& name,
                  history::Metric metric) const
    {
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        const auto points = curve(history, connection, name, metric, now - 60, now + 60);
        return points.isEmpty() ? -1 : double(points.last().sum);
    }

    double mean(history::History& history, const QString& connection, const QString& name,
                history::Metric metric, double from, double to) const
    {
        const auto points = curve(history, connection, name, metric, qint64(from), qint64(to));
        double sum = 0;
        for (const history::Bucket& point : points)
            sum += double(point.sum);
        return points.isEmpty() ? -1 : sum / double(points.size());
    }

    /// Within ten percent.
    static void near(const char* what, double kept, double said)
    {
        qInfo("%s: kept %.4g, the kubelet says %.4g, %.3f", what, kept, said, kept / said);
        QVERIFY2(std::abs(kept - said) <= 0.1 * said,
                 qPrintable(u"%1: %2 kept, %3 said"_s.arg(QLatin1String(what)).arg(kept).arg(said)));
    }

    QString m_nameSpace = u"kaptan-record-%1"_s.arg(QCoreApplication::applicationPid());
};

QTEST_GUILESS_MAIN(TestRecordCluster)
#include "tst_record_cluster.moc"
