#include "app/docker/api/engine_error.h"
#include "engine_fixture.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace kaptan;
using namespace kaptan::docker;
using namespace Qt::StringLiterals;

class TestThings : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void whoIsThere_data() { eachEngine(); }

    void whoIsThere()
    {
        QFETCH(QString, socket);
        KAPTAN_NEED_ENGINE(socket);
        Engine e(socket, u"who"_s);
        const auto info = e.api.info();
        const bool podman = qstrcmp(QTest::currentDataTag(), "podman") == 0;
        QCOMPARE(info->flavor, podman ? Flavor::Podman : Flavor::Docker);
        QCOMPARE(info->libpodVersion.isEmpty(), !podman);
        QVERIFY(info->apiVersion >= (ApiVersion{1, 40}));
        QVERIFY(info->apiVersion <= info->maxApiVersion);
        QVERIFY(info->cpus > 0 && info->memoryBytes > 0);
        QVERIFY(info->displayName().startsWith(podman ? u"Podman "_s : u"Docker "_s));
        QVERIFY(succeeds(await(e.api.ping())));
        const auto usage = await(e.api.diskUsage());
        QVERIFY(succeeds(usage));
        QVERIFY(usage->imagesBytes > 0);
        QVERIFY(std::any_of(usage->images.begin(), usage->images.end(),
                            [](const auto& image) { return image.name == "test/busybox:1"_L1; }));
    }

    void pullsFailInWords_data() { eachEngine(); }

    void pullsFailInWords()
    {
        QFETCH(QString, socket);
        KAPTAN_NEED_ENGINE(socket);
        Engine e(socket, u"pull"_s);
        const auto pulled = await(e.api.pull(u"nosuch.invalid/thing:1"_s));
        QVERIFY(!pulled);
        const auto* error = pulled.error().as<EngineError>();
        QVERIFY(error);
        QVERIFY(error->engineMessage.contains("nosuch.invalid"_L1));
        QVERIFY(pulled.error().message().contains("nosuch.invalid/thing:1"_L1));
        auto cancelled = e.api.pull(u"nosuch.invalid/thing:1"_s);
        cancelled.cancel();
        QVERIFY(await(cancelled).error().isCancelled());
    }

    void anImageIsImported_data() { eachEngine(); }

    void anImageIsImported()
    {
        QFETCH(QString, socket);
        KAPTAN_NEED_ENGINE(socket);
        Engine e(socket, u"image"_s);
        QTemporaryDir root;
        QProcess tar;
        tar.setWorkingDirectory(root.path());
        tar.start(u"tar"_s, {u"-c"_s, u"."_s});
        QVERIFY(tar.waitForFinished(test::slow));
        const QByteArray archive = tar.readAllStandardOutput();
        const QString name = e.name(u"root"_s) + ":7"_L1;
        const auto id = await(e.api.importImage(archive, name, {u"CMD [\"/x\"]"_s}));
        QVERIFY(succeeds(id));
        const auto images = await(e.api.images());
        QVERIFY(succeeds(images));
        const auto hasTag = [](const QVector<ImageSummary>& all, const QString& tag) {
            return std::any_of(all.begin(), all.end(), [&](const ImageSummary& image) {
                return std::any_of(image.tags.begin(), image.tags.end(),
                                   [&](const QString& t) { return sameImageName(t, tag); });
            });
        };
        QVERIFY(hasTag(*images, name));
        const auto image = await(e.api.inspectImage(name));
        QVERIFY(succeeds(image));
        QCOMPARE(image->command, QStringList{u"/x"_s});
        const QString other = e.name(u"other"_s) + ":8"_L1;
        QVERIFY(succeeds(await(e.api.tagImage(name, other))));
        QVERIFY(hasTag(*await(e.api.images()), other));
        QVERIFY(succeeds(await(e.api.removeImage(name))));
        QVERIFY(succeeds(await(e.api.removeImage(other))));
        QVERIFY(isNotFound(await(e.api.inspectImage(name)).error()));
        QVERIFY(!await(e.api.importImage("this is no tar", e.name(u"bad"_s))));
    }

    void aliasesAreTheSwitchOfTraffic_data() { eachEngine(); }

    void aliasesAreTheSwitchOfTraffic()
    {
        QFETCH(QString, socket);
        KAPTAN_NEED_ENGINE(socket);
        Engine e(socket, u"net"_s);
        NetworkCreateRequest network;
        network.name = e.name(u"net"_s);
        network.labels = {{u"a"_s, u"b"_s}};
        QVERIFY(succeeds(await(e.api.createNetwork(network))));
        const auto again = await(e.api.createNetwork(network));
        QVERIFY(!again);
        QVERIFY2(isNameConflict(again.error()), qPrintable(again.error().details()));
        CreateRequest request = e.shell(u"a"_s, u"while :; do sleep 1; done"_s);
        request.network = EndpointRequest{network.name, {u"web"_s}, {}};
        const auto id = await(e.api.createContainer(request));
        QVERIFY(succeeds(id));
        QVERIFY(succeeds(await(e.api.startContainer(id->id))));
        const auto aliases = [&] { return await(e.api.inspectContainer(id->id))->networks.value(0).aliases; };
        QVERIFY(aliases().contains(u"web"_s));
        const auto details = await(e.api.inspectNetwork(network.name));
        QVERIFY(succeeds(details));
        QCOMPARE(details->members.size(), 1);
        QCOMPARE(details->members.first().containerId, id->id);
        QVERIFY(!details->members.first().ipv4Address.isEmpty());
        QVERIFY(succeeds(await(e.api.disconnectNetwork(id->id, network.name))));
        QVERIFY(succeeds(await(e.api.connectNetwork(id->id, {network.name, {u"web2"_s}, {}}))));
        QVERIFY(aliases().contains(u"web2"_s) && !aliases().contains(u"web"_s));
        QVERIFY(!await(e.api.removeNetwork(network.name))); // it is in use
        QVERIFY(succeeds(await(e.api.removeContainer(id->id, true))));
        QVERIFY(succeeds(await(e.api.removeNetwork(network.name))));
        const auto gone = await(e.api.removeNetwork(network.name));
        QVERIFY2(isNotFound(gone.error()), qPrintable(gone.error().details()));
    }

    void volumes_data() { eachEngine(); }

    void volumes()
    {
        QFETCH(QString, socket);
        KAPTAN_NEED_ENGINE(socket);
        Engine e(socket, u"vol"_s);
        const auto made = await(e.api.createVolume({e.name(u"v"_s), {}, {{u"x"_s, u"y"_s}}}));
        QVERIFY(succeeds(made));
        CreateRequest request = e.shell(u"a"_s, u"true"_s);
        request.host.binds = {made->name + ":/data:ro"_L1};
        request.host.tmpfs = {u"/scratch:size=1m"_s};
        const auto id = await(e.api.createContainer(request));
        QVERIFY(succeeds(id));
        const auto mounts = await(e.api.inspectContainer(id->id))->mounts;
        const auto mount = std::find_if(mounts.begin(), mounts.end(),
                                        [](const Mount& m) { return m.destination == "/data"_L1; });
        QVERIFY(mount != mounts.end());
        QCOMPARE(mount->name, made->name);
        QVERIFY(mount->readOnly);
        QVERIFY(isConflict(await(e.api.removeVolume(made->name)).error()));
        QVERIFY(succeeds(await(e.api.removeContainer(id->id, true, true))));
        const auto list = await(e.api.volumes({{u"name"_s, {made->name}}}));
        QVERIFY(succeeds(list));
        QCOMPARE(list->size(), 1);
        QCOMPARE(list->first().labels.value(u"x"_s), u"y"_s);
        QVERIFY(succeeds(await(e.api.removeVolume(made->name))));
    }

    void aConflictOfPortsIsToldInWords_data() { eachEngine(); }

    void aConflictOfPortsIsToldInWords()
    {
        QFETCH(QString, socket);
        KAPTAN_NEED_ENGINE(socket);
        Engine e(socket, u"ports"_s);
        CreateRequest request = e.shell(u"a"_s, u"while :; do sleep 1; done"_s);
        // Of IPv4 alone: Docker chooses a port for each family, which are two where one of them is taken.
        request.host.portBindings = {{u"127.0.0.1"_s, 0, 0, 80, u"tcp"_s, true}};
        const auto id = await(e.api.createContainer(request));
        QVERIFY(succeeds(id));
        QVERIFY(succeeds(await(e.api.startContainer(id->id))));
        const auto list = await(e.api.containers(true, {{u"id"_s, {id->id}}}));
        QCOMPARE(list->size(), 1);
        QCOMPARE(list->first().ports.size(), 1);
        const quint16 port = list->first().ports.first().hostPort;
        QVERIFY(port > 0);
        QCOMPARE(await(e.api.inspectContainer(id->id))->ports, list->first().ports);
        request.name = e.name(u"b"_s);
        request.host.portBindings.first().hostPort = port;
        const auto second = await(e.api.createContainer(request));
        QVERIFY(succeeds(second));
        const auto started = await(e.api.startContainer(second->id));
        QVERIFY(!started);
        QVERIFY2(started.error().as<EngineError>()->engineMessage.contains(QString::number(port)),
                 qPrintable(started.error().message()));
    }
};

QTEST_GUILESS_MAIN(TestThings)
#include "tst_things.moc"
