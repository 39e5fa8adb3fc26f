#include "app/session/discovery.h"
#include "app/session/podman_config.h"
#include "tests/session/made_up_machine.h"

#include <QTest>

using namespace kaptan;
using namespace kaptan::session;
using namespace Qt::StringLiterals;

namespace
{

QStringList names(const Discovery& discovery)
{
    QStringList all;
    for (const ConnectionSpec& one : discovery.found)
        all << one.name;
    return all;
}

const ConnectionSpec* named(const Discovery& discovery, const QString& name)
{
    for (const ConnectionSpec& one : discovery.found)
        if (one.name == name)
            return &one;
    return nullptr;
}

} // namespace

class TestDiscovery : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::MadeUpMachine> m;

private Q_SLOTS:

    void init() { m = std::make_unique<test::MadeUpMachine>(); }

    void nothingIsNothing()
    {
        const Discovery found = discover(m->surroundings);
        QVERIFY(found.found.isEmpty());
        QVERIFY(found.notes.isEmpty());
    }

    void precedence()
    {
        m->surroundings.environment = {{u"DOCKER_HOST"_s, u"tcp://first:2375"_s},
                                       {u"DOCKER_CONTEXT"_s, u"second"_s},
                                       {u"CONTAINER_HOST"_s, u"unix:///sixth.sock"_s}};
        m->context(u"second"_s, u"unix:///second.sock"_s);
        m->context(u"third"_s, u"unix:///third.sock"_s);
        m->context(u"other"_s, u"unix:///other.sock"_s);
        m->write(m->home(u".docker/config.json"_s), "{\"currentContext\": \"third\", \"auths\": {}}");
        m->write(m->root(u"run/docker.sock"_s), {});
        m->write(m->run(u"docker.sock"_s), {});
        m->write(m->run(u"podman/podman.sock"_s), {});
        m->write(m->root(u"run/podman/podman.sock"_s), {});
        m->write(m->run(u"kaptan/podman.sock"_s), {});
        const Discovery found = discover(m->surroundings);
        QCOMPARE(names(found), (QStringList{u"DOCKER_HOST"_s, u"second"_s, u"third"_s, u"Docker"_s,
                                            u"Docker (rootless)"_s, u"CONTAINER_HOST"_s, u"Podman"_s,
                                            u"Podman (system)"_s, u"Embedded engine"_s, u"other"_s}));
        QVERIFY(found.notes.isEmpty());
        QVERIFY(found.found.at(0).origin == Origin::Environment);
        QVERIFY(found.found.at(2).origin == Origin::DockerContext);
        QVERIFY(found.found.at(2).source.startsWith(m->home(u".docker/config.json"_s)));
        QVERIFY(found.found.at(3).origin == Origin::DefaultSocket);
        QVERIFY(found.found.at(8).origin == Origin::Embedded);
        QSet<QString> ids;
        for (const ConnectionSpec& one : found.found)
            ids.insert(one.id);
        QCOMPARE(ids.size(), found.found.size());
    }

    void oneAddressOnce()
    {
        m->write(m->root(u"run/docker.sock"_s), {});
        QVERIFY(QFile::link(m->root(u"run"_s), m->root(u"var-run"_s)));
        m->surroundings.environment = {{u"DOCKER_HOST"_s, u"unix://"_s + m->root(u"var-run/docker.sock"_s)}};
        m->context(u"mine"_s, u"unix://"_s + m->root(u"run/../run/docker.sock"_s));
        const Discovery found = discover(m->surroundings);
        QCOMPARE(names(found), QStringList{u"DOCKER_HOST"_s});
        QVERIFY(found.found.first().source.contains(m->root(u"run/docker.sock"_s)));
    }

    void idsDoNotDependOnWhetherTheEngineRuns()
    {
        m->write(m->home(u"real.sock"_s), {});
        const QString link = m->home(u"link.sock"_s);
        QVERIFY(QFile::link(m->home(u"real.sock"_s), link));
        const QString running = idOfAddress(u"unix://"_s + link);
        QVERIFY(QFile::remove(m->home(u"real.sock"_s)));
        QCOMPARE(idOfAddress(u"unix://"_s + link), running);
        QCOMPARE(idOfAddress(link), running);
        QCOMPARE(idOfAddress(u"tcp://HOST:2375"_s), idOfAddress(u"tcp://host"_s));
        QVERIFY(idOfAddress(u"tcp://host:2375"_s) != idOfAddress(u"https://host:2375"_s));
    }

    void dockerHostWithTls()
    {
        m->write(m->home(u"certs/ca.pem"_s), "x");
        m->write(m->home(u"certs/cert.pem"_s), "x");
        m->write(m->home(u"certs/key.pem"_s), "x");
        m->surroundings.environment = {{u"DOCKER_HOST"_s, u"tcp://h"_s},
                                       {u"DOCKER_TLS_VERIFY"_s, u"1"_s},
                                       {u"DOCKER_CERT_PATH"_s, m->home(u"certs"_s)}};
        const Discovery found = discover(m->surroundings);
        QCOMPARE(found.found.size(), 1);
        QCOMPARE(found.found.first().address, u"https://h:2376"_s);
        QCOMPARE(found.found.first().keyFile, m->home(u"certs/key.pem"_s));
        QVERIFY(!found.found.first().insecureSkipVerify);
    }

    void contextWithTls()
    {
        const QString folder = m->context(u"far"_s, u"tcp://far:2376"_s, true);
        const Discovery found = discover(m->surroundings);
        const ConnectionSpec* far = named(found, u"far"_s);
        QVERIFY(far);
        QCOMPARE(far->address, u"https://far:2376"_s);
        QCOMPARE(far->caFile, m->home(u".docker/contexts/tls/%1/docker/ca.pem"_s.arg(folder)));
    }

    void sshIsShownWithTheReason()
    {
        m->context(u"remote"_s, u"ssh://me@far"_s);
        m->write(m->home(u".config/containers/podman-connections.json"_s),
                 "{\"Connection\":{\"Default\":\"vm\",\"Connections\":{\"vm\":"
                 "{\"URI\":\"ssh://core@127.0.0.1:2222/run/podman/podman.sock\",\"Identity\":\"/k\"}}}}");
        const Discovery found = discover(m->surroundings);
        QCOMPARE(names(found), (QStringList{u"vm"_s, u"remote"_s}));
        for (const ConnectionSpec& one : found.found) {
            QVERIFY(!one.isSupported());
            QVERIFY(one.whyUnsupported.contains(u"ssh -L"_s));
        }
    }

    void brokenFilesGiveNotes_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        const QString config = u".docker/config.json"_s;
        const QString meta = u".docker/contexts/meta/abc/meta.json"_s;
        const QString toml = u".config/containers/containers.conf"_s;
        const QString json = u".config/containers/podman-connections.json"_s;
        QTest::newRow("config is no JSON") << config << QByteArray("{");
        QTest::newRow("config is an array") << config << QByteArray("[]");
        QTest::newRow("config is huge") << config << QByteArray(2 * 1024 * 1024, ' ');
        QTest::newRow("config is binary") << config << QByteArray("\0\1\2\xff", 4);
        QTest::newRow("unknown context") << config << QByteArray("{\"currentContext\": \"gone\"}");
        QTest::newRow("meta is empty") << meta << QByteArray();
        QTest::newRow("meta names nothing") << meta << QByteArray("{\"Name\": \"a\"}");
        QTest::newRow("meta of a strange scheme")
            << meta
            << QByteArray("{\"Name\":\"a\",\"Endpoints\":{\"docker\":{\"Host\":\"npipe:////./pipe\"}}}");
        QTest::newRow("TOML uri is no string")
            << toml << QByteArray("[engine.service_destinations.a]\nuri = ssh\n");
        QTest::newRow("TOML heading is broken") << toml << QByteArray("[engine.service_destinations.a\n");
        QTest::newRow("connections are no JSON") << json << QByteArray("[engine]\n");
    }

    void brokenFilesGiveNotes()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        m->write(m->home(file), text);
        m->write(m->root(u"run/docker.sock"_s), {});
        const Discovery found = discover(m->surroundings);
        QCOMPARE(names(found), QStringList{u"Docker"_s}); // the rest is found all the same
        QCOMPARE(found.notes.size(), 1);
        QCOMPARE(found.notes.first().where, m->home(file));
        QVERIFY(!found.notes.first().why.isEmpty());
    }

    void badVariablesGiveNotes()
    {
        m->surroundings.environment = {{u"DOCKER_HOST"_s, u"nonsense"_s}, {u"DOCKER_CONTEXT"_s, u"gone"_s}};
        const Discovery found = discover(m->surroundings);
        QVERIFY(found.found.isEmpty());
        QCOMPARE(found.notes.size(), 2);
        QCOMPARE(found.notes.at(0).where, u"DOCKER_HOST"_s);
        QCOMPARE(found.notes.at(1).where, u"DOCKER_CONTEXT"_s);
        QVERIFY(found.notes.at(1).why.contains(u"gone"_s));
    }

    void containersConf()
    {
        const QByteArray text = "# a comment\n[containers]\nannotations = [\n  \"a=b\",\n]\n[engine]\n"
                                "active_service = \"two words\" # the default\n"
                                "[engine.service_destinations]\n  [engine.service_destinations.one]\n"
                                "    uri = \"unix:///one.sock\"\n    identity = \"/k\"\n"
                                "[engine.service_destinations.\"two words\"]\nuri = 'unix:///two.sock'\n"
                                "[engine.service_destinations.empty]\n[network]\nuri = 3\n";
        const auto read = readContainersConf(text, u"f"_s);
        QVERIFY(read);
        QCOMPARE(read->active, u"two words"_s);
        QCOMPARE(read->all, (QVector<PodmanDestination>{{u"one"_s, u"unix:///one.sock"_s},
                                                        {u"two words"_s, u"unix:///two.sock"_s}}));
        m->write(m->home(u".config/containers/containers.conf"_s), text);
        QCOMPARE(names(discover(m->surroundings)), (QStringList{u"two words"_s, u"one"_s}));
    }

    void strangeNamesStayText()
    {
        m->context(u"<b>x</b>"_s, u"unix:///a"_s);
        QCOMPARE(names(discover(m->surroundings)), QStringList{u"<b>x</b>"_s});
    }
};

QTEST_GUILESS_MAIN(TestDiscovery)
#include "tst_discovery.moc"
