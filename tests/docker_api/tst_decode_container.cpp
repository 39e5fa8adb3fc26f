#include "app/docker/api/decode.h"
#include "app/docker/api/encode.h"
#include "recorded.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace kaptan;
using namespace kaptan::docker;
using namespace Qt::StringLiterals;

namespace
{

void bothEngines()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("docker") << u"docker"_s;
    QTest::newRow("podman") << u"podman"_s;
}

const QString where = u"GET /x"_s;

} // namespace

class TestDecodeContainer : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void aListSaysTheSameOfBothEngines_data() { bothEngines(); }

    void aListSaysTheSameOfBothEngines()
    {
        QFETCH(QString, engine);
        const auto list = decode::containers(recorded(engine + "-containers.json"_L1), where);
        QVERIFY(list);
        QCOMPARE(list->size(), 1);
        const ContainerSummary& web = list->first();
        QCOMPARE(web.id.size(), 64);
        QCOMPARE(web.name, u"web-1"_s);
        QCOMPARE(web.image, u"test/busybox:1"_s);
        QVERIFY(web.imageId.startsWith("sha256:"_L1));
        QCOMPARE(web.state, ContainerState::Running);
        QVERIFY(!web.exitCode);
        QCOMPARE(web.labels, (QHash<QString, QString>{{u"kaptan.test"_s, u"x"_s}}));
        QCOMPARE(web.ports.size(), 1); // Docker lists IPv4 and IPv6 apart
        QCOMPARE(web.ports.first().containerPort, 80);
        QVERIFY(web.ports.first().hostPort > 1024);
        QVERIFY(web.ports.first().hostIp.isEmpty());
        QVERIFY(web.ports.first().published);
        QCOMPARE(web.networks.size(), 1);
        QCOMPARE(web.networks.first().network, u"web-net"_s);
        QVERIFY(web.networks.first().ipAddress.endsWith(".0.2"_L1));
        QCOMPARE(web.mounts.size(), 1);
        QCOMPARE(web.mounts.first().name, u"web-vol"_s);
        QCOMPARE(web.created.date().year(), 2026);
        QCOMPARE(web.health, engine == "docker"_L1 ? HealthState::Healthy : HealthState::NotReported);
    }

    void anEndedContainerTellsItsExitCodeInTheList_data() { bothEngines(); }

    void anEndedContainerTellsItsExitCodeInTheList()
    {
        QFETCH(QString, engine);
        const auto list = decode::containers(recorded(engine + "-containers-exited.json"_L1), where);
        QVERIFY(list);
        QCOMPARE(list->first().state, ContainerState::Exited);
        QCOMPARE(list->first().exitCode, std::optional<int>(137));
        QVERIFY(list->first().ports.isEmpty()); // Podman goes on listing the port that it will take again
        QCOMPARE(list->first().health, HealthState::None);
    }

    void statusWords_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("status");
        QTest::addColumn<ContainerState>("expected");
        QTest::addColumn<HealthState>("health");
        QTest::addColumn<int>("exitCode");
        using S = ContainerState;
        using H = HealthState;
        QTest::newRow("up") << u"running"_s << u"Up 2 hours"_s << S::Running << H::None << -1;
        QTest::newRow("starting") << u"running"_s << u"Up 1 second (health: starting)"_s << S::Running
                                  << H::Starting << -1;
        QTest::newRow("unhealthy") << u"running"_s << u"Up 2 days (unhealthy)"_s << S::Running << H::Unhealthy
                                   << -1;
        QTest::newRow("paused") << u"paused"_s << u"Up 3 seconds (Paused)"_s << S::Paused << H::None << -1;
        QTest::newRow("loop") << u"restarting"_s << u"Restarting (1) 3 seconds ago"_s << S::Restarting
                              << H::None << 1;
        QTest::newRow("podman stopped")
            << u"stopped"_s << u"Exited (0) 1 second ago"_s << S::Exited << H::None << 0;
        QTest::newRow("podman configured") << u"configured"_s << u"Created"_s << S::Created << H::None << -1;
        QTest::newRow("new word") << u"levitating"_s << u""_s << S::Unknown << H::None << -1;
    }

    void statusWords()
    {
        QFETCH(QString, state);
        QFETCH(QString, status);
        const QJsonObject entry{{u"Id"_s, u"abc"_s},
                                {u"State"_s, state},
                                {u"Status"_s, status},
                                {u"HostConfig"_s, QJsonObject{{u"NetworkMode"_s, u"x"_s}}}};
        const auto list = decode::containers(QJsonDocument(QJsonArray{entry}).toJson(), where);
        QVERIFY(list);
        QTEST(list->first().state, "expected");
        QTEST(list->first().health, "health");
        QTEST(list->first().exitCode.value_or(-1), "exitCode");
        QCOMPARE(list->first().name, u"abc"_s); // no name at all
    }

    void anInspectionSaysTheSameOfBothEngines_data() { bothEngines(); }

    void anInspectionSaysTheSameOfBothEngines()
    {
        QFETCH(QString, engine);
        const auto web = decode::container(recorded(engine + "-inspect-running.json"_L1), where);
        QVERIFY(web);
        QCOMPARE(web->name, u"web-1"_s);
        QCOMPARE(web->state, ContainerState::Running);
        QCOMPARE(web->health, HealthState::Healthy);
        QVERIFY(web->startedAt.isValid());
        QVERIFY(!web->finishedAt.isValid());
        QCOMPARE(web->restartCount, 0);
        QVERIFY(!web->healthLog.isEmpty());
        QVERIFY(web->healthLog.first().end > web->healthLog.first().start);
        QCOMPARE(web->config.image, u"test/busybox:1"_s);
        QVERIFY(web->config.environment.contains(u"SECRET=abc"_s));
        QCOMPARE(web->config.command.size(), 3);
        QVERIFY(web->config.healthcheck.isSet());
        QCOMPARE(web->config.healthcheck.intervalNs, 1'000'000'000);
        QCOMPARE(web->config.healthcheck.retries, 2);
        QVERIFY(!web->config.tty);
        QCOMPARE(web->host.memory, 67108864);
        QCOMPARE(web->host.nanoCpus, 500000000);
        QCOMPARE(web->host.pidsLimit, 100);
        QCOMPARE(web->host.restartPolicy, (RestartPolicy{u"on-failure"_s, 3}));
        QCOMPARE(web->ports.size(), 1);
        QCOMPARE(web->networks.first().aliases.mid(0, 2), (QStringList{u"web"_s, u"api"_s}));
        QVERIFY(web->mounts.first().readOnly);
    }

    void anInspectionOfAnEndedOne_data() { bothEngines(); }

    void anInspectionOfAnEndedOne()
    {
        QFETCH(QString, engine);
        const auto web = decode::container(recorded(engine + "-inspect-exited.json"_L1), where);
        QVERIFY(web);
        QCOMPARE(web->state, ContainerState::Exited);
        QCOMPARE(web->exitCode, 137);
        QVERIFY(web->finishedAt > web->startedAt);
        QVERIFY(web->ports.isEmpty());
        QVERIFY(web->networks.first().aliases.contains(u"w2"_s));
    }

    void aCheckThatHasNotRunIsStarting()
    {
        const QByteArray json = R"({"Id":"a","State":{"Status":"running","Health":{"Status":"","Log":null}},
            "Config":{"Healthcheck":{"Test":["CMD","true"]}}})";
        QCOMPARE(decode::container(json, where)->health, HealthState::Starting);
        const QByteArray none =
            R"({"Id":"a","State":{"Status":"running"},"Config":{"Healthcheck":{"Test":["NONE"]}}})";
        QCOMPARE(decode::container(none, where)->health, HealthState::None);
    }

    void hostileNamesStayPlainText()
    {
        const QString name = u"<b>x</b>\n\u202Eabc"_s + QString(10000, u'n');
        const QJsonObject entry{{u"Id"_s, u"1"_s},
                                {u"Names"_s, QJsonArray{u"/"_s + name}},
                                {u"Labels"_s, QJsonObject{{name, name}}}};
        const auto list = decode::containers(QJsonDocument(QJsonArray{entry}).toJson(), where);
        QCOMPARE(list->first().name, name);
        QCOMPARE(list->first().labels.value(name), name);
    }

    void whatIsNoListIsAParseError_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("page") << QByteArray("<!DOCTYPE html><html><body>Welcome</body></html>");
        QTest::newRow("text") << QByteArray("OK");
        QTest::newRow("cut") << recorded(u"docker-containers.json"_s).left(700);
        QTest::newRow("object") << QByteArray("{\"a\":1}");
        QTest::newRow("no ids") << QByteArray("[{\"a\":1}]");
        QTest::newRow("numbers") << QByteArray("[1,2]");
        QTest::newRow("bad utf-8") << QByteArray("[{\"Id\":\"\xff\xfe\"}]");
        QTest::newRow("deep") << QByteArray(5000, '[');
    }

    void whatIsNoListIsAParseError()
    {
        QFETCH(QByteArray, body);
        const auto list = decode::containers(body, where);
        QVERIFY(!list);
        const auto* error = list.error().as<ParseError>();
        QVERIFY(error);
        QVERIFY(!error->why.isEmpty());
        QCOMPARE(error->where, where);
    }

    void everyCutOfAnInspectionIsAnError()
    {
        const QByteArray whole = recorded(u"docker-inspect-running.json"_s).trimmed();
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY(!decode::container(whole.left(size), where));
    }

    void stats()
    {
        const auto docker = decode::stats(recorded(u"docker-stats.json"_s), 25276502016, where);
        QVERIFY(docker);
        QVERIFY(docker->running);
        QCOMPARE(docker->cpuTotalNs, 94901106);
        QCOMPARE(docker->memoryUsage, 2813952 - 217088);
        QCOMPARE(docker->memoryLimit, 67108864);
        QCOMPARE(docker->networkRx, 1096);
        QCOMPARE(docker->blockRead, 0);
        QCOMPARE(docker->pids, 1);
        QCOMPARE(docker->onlineCpus, 2);
        QCOMPARE(docker->readNs % 1'000'000'000, 299380383);
        const auto podman = decode::stats(recorded(u"podman-stats.json"_s), 25276502016, where);
        QVERIFY(podman);
        QVERIFY(podman->running);
        QCOMPARE(podman->id.size(), 64);
        QCOMPARE(podman->memoryUsage, 2560000);
        QCOMPARE(podman->networkTx, 1330);
        QCOMPARE(decode::stats(recorded(u"docker-stats.json"_s), 67108864, where)->memoryLimit, -1);
    }

    void statsOfOneThatDoesNotRun_data() { bothEngines(); }

    void statsOfOneThatDoesNotRun()
    {
        QFETCH(QString, engine);
        const auto sample = decode::stats(recorded(engine + "-stats-stopped.json"_L1), 0, where);
        QVERIFY(sample);
        QVERIFY(!sample->running);
        QCOMPARE(sample->memoryUsage, -1);
    }

    void statsOfCgroup2AndAllInterfaces()
    {
        const QByteArray json =
            R"({"read":"2026-01-01T00:00:00.5Z","cpu_stats":{"cpu_usage":{"total_usage":5},"online_cpus":4},
            "memory_stats":{"usage":1000,"stats":{"inactive_file":300},"limit":18446744073709551615},
            "networks":{"eth0":{"rx_bytes":1,"tx_bytes":2},"eth1":{"rx_bytes":10,"tx_bytes":20}},
            "blkio_stats":{"io_service_bytes_recursive":[{"op":"read","value":7},{"op":"Write","value":8},{"op":"Total","value":15},{"op":"read","value":1}]}})";
        const auto sample = decode::stats(json, 1'000'000, where);
        QVERIFY(sample);
        QCOMPARE(sample->memoryUsage, 700);
        QCOMPARE(sample->memoryLimit, -1);
        QCOMPARE(sample->networkRx, 11);
        QCOMPARE(sample->networkTx, 22);
        QCOMPARE(sample->blockRead, 8);
        QCOMPARE(sample->blockWrite, 8);
    }

    void processes_data() { bothEngines(); }

    void processes()
    {
        QFETCH(QString, engine);
        const auto table = decode::top(recorded(engine + "-top.json"_L1), where);
        QVERIFY(table);
        QCOMPARE(table->rows.size(), 1);
        QCOMPARE(table->rows.first().size(), table->titles.size());
        QCOMPARE(table->rows.first().last(), u"httpd -f -p 80 -h /var/www"_s);
        QVERIFY(table->titles.contains(u"PID"_s));
    }

    void execState_data() { bothEngines(); }

    void execState()
    {
        QFETCH(QString, engine);
        const auto state = decode::exec(recorded(engine + "-exec.json"_L1), where);
        QVERIFY(state);
        QVERIFY(!state->running);
        QCOMPARE(state->exitCode, 3);
        QCOMPARE(decode::exec(R"({"ID":"x","Running":true,"ExitCode":null})", where)->exitCode, -1);
    }

    void aRequestSaysOnlyWhatIsSet()
    {
        CreateRequest request;
        request.config.image = u"a"_s;
        QCOMPARE(encode::create(request),
                 (QJsonObject{{u"Image"_s, u"a"_s}, {u"HostConfig"_s, QJsonObject()}}));
        request.host.nanoCpus = 500;
        request.host.cpuQuota = 7; // as Podman reports both
        request.host.portBindings = {{{}, 8000, 8010, 80, u"tcp"_s, true},
                                     {u"127.0.0.1"_s, 0, 0, 80, u"tcp"_s, true}};
        request.host.restartPolicy = {u"always"_s, 5};
        request.host.tmpfs = {u"/run:size=1m,mode=700"_s, u"/tmp"_s};
        request.network = EndpointRequest{u"net"_s, {u"web"_s}, {}};
        const QJsonObject body = encode::create(request);
        const QJsonObject host = body["HostConfig"_L1].toObject();
        QVERIFY(!host.contains("CpuQuota"_L1));
        QCOMPARE(host["NetworkMode"_L1].toString(), u"net"_s);
        QCOMPARE(host["RestartPolicy"_L1].toObject(), (QJsonObject{{u"Name"_s, u"always"_s}}));
        QCOMPARE(host["Tmpfs"_L1].toObject(),
                 (QJsonObject{{u"/run"_s, u"size=1m,mode=700"_s}, {u"/tmp"_s, u""_s}}));
        const QJsonArray ports = host["PortBindings"_L1].toObject()["80/tcp"_L1].toArray();
        QCOMPARE(ports.at(0).toObject()["HostPort"_L1].toString(), u"8000-8010"_s);
        QCOMPARE(ports.at(1).toObject()["HostPort"_L1].toString(), u""_s);
        QVERIFY(body["ExposedPorts"_L1].toObject().contains("80/tcp"_L1));
        QCOMPARE(body["NetworkingConfig"_L1]["EndpointsConfig"_L1]["net"_L1]["Aliases"_L1].toArray(),
                 QJsonArray{u"web"_s});
    }

    void limitsInTheWordsOfEach()
    {
        UpdateRequest request;
        request.memory = 1000;
        request.nanoCpus = 1'500'000'000;
        QCOMPARE(encode::update(request), (QJsonObject{{u"Memory"_s, 1000}, {u"NanoCpus"_s, 1'500'000'000}}));
        QCOMPARE(encode::libpodUpdate(request),
                 (QJsonObject{{u"memory"_s, QJsonObject{{u"limit"_s, 1000}}},
                              {u"cpu"_s, QJsonObject{{u"period"_s, 100000}, {u"quota"_s, 150000}}}}));
    }
};

QTEST_APPLESS_MAIN(TestDecodeContainer)
#include "tst_decode_container.moc"
