#include "app/docker/api/decode.h"
#include "app/docker/api/engine_error.h"
#include "app/docker/api/event.h"
#include "app/docker/api/pull_progress.h"
#include "app/json/json_reader.h"
#include "recorded.h"

#include <QTest>

using namespace kaptan;
using namespace kaptan::docker;
using namespace Qt::StringLiterals;

namespace
{

const QString where = u"GET /x"_s;

net::Response answer(int status, const QByteArray& body, const QByteArray& type = "application/json")
{
    return {status, {qMakePair(QByteArray("Content-Type"), type)}, body};
}

void bothEngines()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("docker") << u"docker"_s;
    QTest::newRow("podman") << u"podman"_s;
}

QVector<DockerEvent> recordedEvents(const QString& engine)
{
    QVector<DockerEvent> events;
    for (const QByteArray& line : recorded(engine + "-events.jsonl"_L1).split('\n')) {
        if (!line.isEmpty())
            events.append(decodeEvent(line).value());
    }
    return events;
}

} // namespace

class TestDecodeEngine : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void versionAndInfo()
    {
        EngineInfo docker;
        QVERIFY(decode::version(recorded(u"docker-version.json"_s), where, docker));
        QVERIFY(decode::info(recorded(u"docker-info.json"_s), where, docker));
        QCOMPARE(docker.flavor, Flavor::Docker);
        QCOMPARE(docker.displayName(), u"Docker 20.10.24"_s);
        QCOMPARE(docker.maxApiVersion, (ApiVersion{1, 41}));
        QCOMPARE(docker.minApiVersion, (ApiVersion{1, 12}));
        QCOMPARE(docker.cgroupVersion, 1);
        QCOMPARE(docker.cpus, 2);
        QVERIFY(!docker.rootless);
        QVERIFY(docker.runsHealthChecks);
        EngineInfo podman;
        QVERIFY(decode::version(recorded(u"podman-version.json"_s), where, podman));
        QVERIFY(decode::info(recorded(u"podman-info.json"_s), where, podman));
        QCOMPARE(podman.flavor, Flavor::Podman);
        QCOMPARE(podman.displayName(), u"Podman 4.3.1"_s);
        QCOMPARE(podman.libpodVersion, u"4.3.1"_s);
        QVERIFY(!podman.runsHealthChecks);
        QVERIFY(!podman.limitsIgnored);
        EngineInfo rootless;
        QVERIFY(decode::info(R"({"Rootless":true,"CgroupVersion":"1"})", where, rootless));
        QVERIFY(rootless.limitsIgnored);
        QVERIFY(
            decode::info(R"({"SecurityOptions":["name=rootless"],"CgroupVersion":"2"})", where, rootless));
        QVERIFY(rootless.rootless && !rootless.limitsIgnored);
        QVERIFY(!decode::version("{}", where, rootless));
    }

    void versionsAreAgreedUpon_data()
    {
        QTest::addColumn<QString>("most");
        QTest::addColumn<QString>("least");
        QTest::addColumn<QString>("agreed");
        QTest::newRow("old server") << u"1.41"_s << u"1.12"_s << u"1.41"_s;
        QTest::newRow("new server") << u"1.52"_s << u"1.44"_s << u"1.47"_s;
        QTest::newRow("newer than we know") << u"2.3"_s << u"2.0"_s << u""_s;
        QTest::newRow("minimum above ours") << u"1.60"_s << u"1.48"_s << u""_s;
        QTest::newRow("ancient") << u"1.9"_s << u"1.1"_s << u""_s;
        QTest::newRow("no minimum") << u"1.40"_s << u""_s << u"1.40"_s;
    }

    void versionsAreAgreedUpon()
    {
        QFETCH(QString, most);
        QFETCH(QString, least);
        QFETCH(QString, agreed);
        EngineInfo server;
        server.maxApiVersion = ApiVersion::parse(most);
        server.minApiVersion = ApiVersion::parse(least);
        const auto version = decode::agree(server, {1, 47});
        if (agreed.isEmpty())
            QVERIFY(isUnsupported(version.error()));
        else
            QCOMPARE(version->toString(), agreed);
    }

    void listsOfImages_data() { bothEngines(); }

    void listsOfImages()
    {
        QFETCH(QString, engine);
        const auto images = decode::images(recorded(engine + "-images.json"_L1), where);
        QVERIFY(images);
        QCOMPARE(images->first().tags, QStringList{u"test/busybox:1"_s});
        QVERIFY(images->first().size > 1'000'000);
        const auto image = decode::image(recorded(engine + "-image.json"_L1), where);
        QVERIFY(image);
        QCOMPARE(image->id, images->first().id);
        QCOMPARE(image->command, QStringList{u"sh"_s});
        QCOMPARE(image->layers.size(), 1);
    }

    void networksAndVolumes_data() { bothEngines(); }

    void networksAndVolumes()
    {
        QFETCH(QString, engine);
        const auto networks = decode::networks(recorded(engine + "-networks.json"_L1), where);
        QVERIFY(networks);
        QVERIFY(std::any_of(networks->begin(), networks->end(),
                            [](const auto& n) { return n.name == "bridge"_L1; }));
        const auto network = decode::network(recorded(engine + "-network.json"_L1), where);
        QVERIFY(network);
        QCOMPARE(network->members.size(), 1);
        QCOMPARE(network->members.first().name, u"web-2"_s);
        QVERIFY(!network->members.first().ipv4Address.contains(u'/'));
        QCOMPARE(network->summary.labels.value(u"a"_s), u"b"_s);
        const auto volumes = decode::volumes(recorded(engine + "-volumes.json"_L1), where);
        QVERIFY(volumes);
        QCOMPARE(volumes->first().name, u"web-vol"_s);
        QVERIFY(volumes->first().created.isValid());
        QVERIFY(!volumes->first().isAnonymous());
        QVERIFY((VolumeSummary{QString(64, u'a'), {}, {}, {}, {}}).isAnonymous());
        QVERIFY(decode::volumes("{\"Volumes\":null}", where)->isEmpty());
    }

    void diskUse_data() { bothEngines(); }

    void diskUse()
    {
        QFETCH(QString, engine);
        const auto usage = decode::diskUsage(recorded(engine + "-df.json"_L1), where);
        QVERIFY(usage);
        QVERIFY(usage->imagesBytes > 1'000'000); // Podman says that all layers together are 0
        QCOMPARE(usage->reclaimableImagesBytes, 0);
        QCOMPARE(usage->containers.first().name, u"web-2"_s);
        QCOMPARE(usage->containersBytes, engine == "podman"_L1 ? 12 : 0);
        QCOMPARE(usage->volumes.first().name, u"web-vol"_s);
        QVERIFY(usage->volumes.first().inUse);
    }

    void imageNames()
    {
        QCOMPARE(shortImageName(u"docker.io/library/nginx:1"_s), u"nginx:1"_s);
        QCOMPARE(shortImageName(u"docker.io/test/busybox:1"_s), u"test/busybox:1"_s);
        QCOMPARE(shortImageName(u"quay.io/a/b"_s), u"quay.io/a/b"_s);
        QCOMPARE(shortImageName(u"localhost/x:1"_s), u"localhost/x:1"_s);
        QCOMPARE(withTag(u"nginx"_s), u"nginx:latest"_s);
        QCOMPARE(withTag(u"host:5000/nginx"_s), u"host:5000/nginx:latest"_s);
        QCOMPARE(withTag(u"host:5000/nginx:2"_s), u"host:5000/nginx:2"_s);
        QCOMPARE(withTag(u"a@sha256:12"_s), u"a@sha256:12"_s);
        QVERIFY(sameImageName(u"nginx"_s, u"docker.io/library/nginx:latest"_s));
        QVERIFY(!sameImageName(u"nginx"_s, u"quay.io/nginx"_s));
    }

    void times()
    {
        QCOMPARE(json::nanoseconds("1970-01-01T00:00:01.5Z"), 1'500'000'000);
        QCOMPARE(json::nanoseconds("2026-11-24T03:30:00.646331951Z") % 1'000'000'000, 646331951);
        QCOMPARE(json::nanoseconds("2026-11-24T06:30:00+03:00"), json::nanoseconds("2026-11-24T03:30:00Z"));
        QCOMPARE(json::nanoseconds("0001-01-01T00:00:00Z"), 0);
        QCOMPARE(json::nanoseconds("tomorrow"), 0);
        QCOMPARE(json::nanoseconds("2026-13-41T00:00:00Z"), 0);
        QCOMPARE(json::fromNanoseconds(json::nanoseconds("2026-11-24T03:30:00.646Z")),
                 QDateTime(QDate(2026, 11, 24), QTime(3, 30, 0, 646), Qt::UTC));
    }

    void aContainersLifeInEvents_data() { bothEngines(); }

    void aContainersLifeInEvents()
    {
        QFETCH(QString, engine);
        QStringList life;
        QString id;
        for (const DockerEvent& event : recordedEvents(engine)) {
            QVERIFY(event.at.isValid());
            if (event.type == "container"_L1 && event.action == "create"_L1 && id.isEmpty())
                id = event.id;
            if (event.changesContainer() && event.containerId == id)
                life.append(event.type + u' ' + event.action);
        }
        // The same but for what only one of them says.
        life.removeAll(u"container cleanup"_s);
        life.removeAll(u"container update"_s);
        life.removeDuplicates();
        if (engine == "docker"_L1)
            life.move(life.indexOf(u"network connect"_s), life.size() - 1); // Docker connects at the start
        QStringList expected = {u"container create"_s,   u"container start"_s,   u"container health_status"_s,
                                u"container pause"_s,    u"container unpause"_s, u"container rename"_s,
                                u"network disconnect"_s, u"network connect"_s,   u"container die"_s,
                                u"container destroy"_s};
        life.sort();
        expected.sort();
        QCOMPARE(life, expected);
    }

    void exitCodesAndVolumesInEvents_data() { bothEngines(); }

    void exitCodesAndVolumesInEvents()
    {
        QFETCH(QString, engine);
        QVector<int> codes;
        QStringList volumes;
        for (const DockerEvent& event : recordedEvents(engine)) {
            if (event.action == "die"_L1)
                codes.append(event.exitCode.value());
            if (event.type == "volume"_L1)
                volumes.append(event.action + u' ' + event.id);
            if (event.action == "start"_L1)
                QVERIFY(!event.exitCode); // Podman says 0 in every event
            if (event.action == "health_status"_L1)
                QCOMPARE(event.detail, engine == "docker"_L1 ? u"healthy"_s : QString());
        }
        QCOMPARE(codes, (QVector<int>{137, 7}));
        QVERIFY(volumes.contains(u"create web-vol"_s));
        QVERIFY(volumes.contains(u"destroy web-vol"_s));
    }

    void whatIsNoEvent()
    {
        for (const char* text :
             {"", "x", "[]", "{}", "{\"Type\":\"container\"}", "{\"Type\":3,\"Action\":{}}", "<html>"})
            QVERIFY(decodeEvent(text).error().as<ParseError>());
        const auto daemon = decodeEvent(
            R"({"Type":"daemon","Action":"reload","Actor":{"ID":"x","Attributes":{"name":"host"}},"time":5})");
        QVERIFY(daemon && !daemon->changesContainer());
        QCOMPARE(daemon->at.toSecsSinceEpoch(), 5);
    }

    void conflictsOfBothEngines()
    {
        const Error dockerName = engineError(
            answer(409, R"({"message":"Conflict. The container name /a is already in use by container b."})"),
            where);
        const Error podmanName = engineError(
            answer(
                500,
                R"({"cause":"that name is already in use","message":"container create: the container name a is already in use by b: that name is already in use","response":500})"),
            where);
        for (const Error& error : {dockerName, podmanName}) {
            QVERIFY(isNameConflict(error) && isConflict(error) && !isWrongState(error) && !isNotFound(error));
            QVERIFY(error.as<EngineError>()->engineMessage.contains("already in use"_L1));
        }
        const Error dockerRuns = engineError(
            answer(409, R"({"message":"You cannot remove a running container x. Stop it"})"), where);
        const Error podmanRuns = engineError(
            answer(
                500,
                R"({"cause":"container state improper","message":"cannot remove container x as it is running: container state improper","response":500})"),
            where);
        const Error podmanExec = engineError(
            answer(
                500,
                R"({"cause":"container state improper","message":"can only create exec sessions on running containers: container state improper","response":500})"),
            where);
        for (const Error& error : {dockerRuns, podmanRuns, podmanExec})
            QVERIFY(isWrongState(error) && isConflict(error) && !isNameConflict(error));
        QVERIFY(!isConflict(engineError(answer(500, R"({"message":"disk full"})"), where)));
    }

    void otherErrors()
    {
        QVERIFY(isNotFound(engineError(answer(404, R"({"message":"No such container: x"})"), where)));
        QVERIFY(isNotFound(engineError(
            answer(
                404,
                R"({"cause":"no such container","message":"no container with name or ID x found: no such container","response":404})"),
            where)));
        QVERIFY(isUnsupported(engineError(answer(404, "Not Found\n", "text/plain; charset=utf-8"), where)));
        QVERIFY(isUnsupported(engineError(answer(404, R"({"message":"page not found"})"), where)));
        QVERIFY(isNoSuchImage(engineError(answer(404, R"({"message":"No such image: x:latest"})"), where)));
        const Error page = engineError(answer(404, "<html><h1>404</h1>", "text/html"), where);
        QVERIFY(page.as<HttpError>() && !isUnsupported(page));
        QCOMPARE(
            engineError(answer(500, R"({"cause":"c","message":""})"), where).as<EngineError>()->engineMessage,
            u"c"_s);
        QCOMPARE(engineError(answer(502, ""), where).as<HttpError>()->status, 502);
        QVERIFY(engineError(answer(500, QByteArray(1'000'000, 'x'), "application/octet-stream"), where)
                    .as<HttpError>()
                    ->body.size() < 10'000);
    }

    void aPullsProgress()
    {
        PullProgress progress;
        const auto feed = [&](const char* line) { QVERIFY(progress.feed(line)); };
        feed(R"({"status":"Pulling from library/nginx","id":"latest"})");
        QCOMPARE(progress.value(), 0);
        feed(R"({"status":"Pulling fs layer","progressDetail":{},"id":"a"})");
        feed(R"({"status":"Pulling fs layer","progressDetail":{},"id":"b"})");
        feed(
            R"({"status":"Downloading","progressDetail":{"current":50,"total":100},"progress":"[==>]","id":"a"})");
        QCOMPARE(progress.value(), 225); // 0.9 of a half of one of two
        QCOMPARE(progress.text(), u"a: Downloading"_s);
        feed(R"({"status":"Already exists","progressDetail":{},"id":"b"})");
        QCOMPARE(progress.value(), 725);
        feed(R"({"status":"Downloading","progressDetail":{"current":10,"total":100},"id":"a"})");
        QCOMPARE(progress.value(), 725); // never back
        feed(R"({"status":"Pull complete","progressDetail":{},"id":"a"})");
        QCOMPARE(progress.value(), 1000);
        feed(R"({"status":"Digest: sha256:1"})");
        QCOMPARE(progress.status(), u"Digest: sha256:1"_s);
    }

    void aPullThatFailsInside200()
    {
        PullProgress progress;
        const auto fed = progress.feed(
            R"({"progressDetail":{},"errorDetail":{"message":"no such host"},"error":"no such host"})");
        QCOMPARE(fed.error().as<EngineError>()->engineMessage, u"no such host"_s);
        QVERIFY(progress.feed("<html>").error().as<ParseError>());
    }
};

QTEST_APPLESS_MAIN(TestDecodeEngine)
#include "tst_decode_engine.moc"
