#include "app/docker/adapter/create_request.h"
#include "app/docker/adapter/labels.h"
#include "app/docker/adapter/spec_check.h"

#include <QTest>

#include <functional>

using namespace kaptan;
using namespace kaptan::docker;
using workload::DeploySpec;

namespace
{

DeploySpec full()
{
    DeploySpec spec;
    spec.name = QStringLiteral("web");
    spec.image = QStringLiteral("test/busybox:1");
    spec.replicas = 3;
    spec.command = {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("echo 'a b' \"$X\"")};
    spec.entrypoint = {QStringLiteral("/bin/env")};
    spec.environment = {{QStringLiteral("X"), QStringLiteral("hush=hush")}, {QStringLiteral("B"), QString()}};
    spec.ports = {{QStringLiteral("127.0.0.1"), 8000, 8004, 80, QStringLiteral("tcp")},
                  {QString(), 0, 0, 53, QStringLiteral("udp")}};
    spec.volumes = {
        {workload::VolumeMount::Kind::Volume, QStringLiteral("data"), QStringLiteral("/data"), false},
        {workload::VolumeMount::Kind::Bind, QStringLiteral("/etc"), QStringLiteral("/host"), true},
        {workload::VolumeMount::Kind::Tmpfs, QString(), QStringLiteral("/run"), false}};
    spec.cpuMillicores = 250;
    spec.memoryBytes = 64 << 20;
    spec.restartPolicy = workload::RestartPolicy::OnFailure;
    spec.restartMaxRetries = 4;
    spec.healthCheck.kind = workload::HealthCheck::Kind::Http;
    spec.healthCheck.port = 80;
    spec.healthCheck.path = QStringLiteral("/it's");
    spec.network = QStringLiteral("kaptan-web");
    spec.labels = {{QStringLiteral("team"), QStringLiteral("blue")}};
    spec.workingDir = QStringLiteral("/srv");
    spec.user = QStringLiteral("1000");
    return spec;
}

} // namespace

class SpecsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void labelKeepsAllButSecrets();
    void brokenLabel();
    void replica();
    void marker();
    void healthTests_data();
    void healthTests();
    void check_data();
    void check();
    void replicasAndPorts();
};

void SpecsTest::labelKeepsAllButSecrets()
{
    const QString label = encodeSpec(full(), true);
    QVERIFY(!label.contains(QStringLiteral("hush")));
    auto kept = decodeSpec(label);
    QVERIFY(kept.has_value());
    QVERIFY(kept->ownNetwork);
    fillEnvironment(kept->spec,
                    {QStringLiteral("PATH=/bin"), QStringLiteral("B="), QStringLiteral("X=hush=hush")});
    DeploySpec expected = full();
    expected.replicas = kept->spec.replicas; // of the marker's name, not of the label
    QCOMPARE(kept->spec.environment, expected.environment);
    QCOMPARE(kept->spec.ports, expected.ports);
    QCOMPARE(kept->spec.volumes, expected.volumes);
    QCOMPARE(kept->spec.healthCheck, expected.healthCheck);
    QCOMPARE(encodeSpec(kept->spec, true), label);
    QCOMPARE(replicaRequest(kept->spec, true, 2, 1).config, replicaRequest(expected, true, 2, 1).config);
    QCOMPARE(replicaRequest(kept->spec, true, 2, 1).host, replicaRequest(expected, true, 2, 1).host);
}

void SpecsTest::brokenLabel()
{
    for (const QString& text :
         {QString(), QStringLiteral("{"), QStringLiteral("[1]"), QStringLiteral("null")})
        QVERIFY(!decodeSpec(text));
    QVERIFY(decodeSpec(QStringLiteral("{\"ports\": 7, \"healthCheck\": [], \"restart\": \"sometimes\"}")));
}

void SpecsTest::replica()
{
    const CreateRequest r = replicaRequest(full(), true, 2, 1);
    QCOMPARE(r.name, QStringLiteral("web-2"));
    QCOMPARE(r.config.labels.value(labels::key::deployment), QStringLiteral("web"));
    QCOMPARE(r.config.labels.value(labels::key::replica), QStringLiteral("2"));
    QCOMPARE(r.config.labels.value(QStringLiteral("team")), QStringLiteral("blue"));
    QVERIFY(!r.config.labels.contains(labels::key::marker));
    QCOMPARE(r.config.environment, QStringList({QStringLiteral("X=hush=hush"), QStringLiteral("B=")}));
    QCOMPARE(r.host.binds, QStringList({QStringLiteral("data:/data"), QStringLiteral("/etc:/host:ro")}));
    QCOMPARE(r.host.tmpfs, QStringList({QStringLiteral("/run")}));
    QCOMPARE(r.host.nanoCpus, 250'000'000);
    QCOMPARE(r.host.memory, 64 << 20);
    QCOMPARE(r.host.restartPolicy.name, QStringLiteral("on-failure"));
    QCOMPARE(r.host.restartPolicy.maximumRetryCount, 4);
    QCOMPARE(r.host.portBindings.size(), 2);
    QCOMPARE(r.host.portBindings.at(0).hostPort, 8001); // the second of the range
    QCOMPARE(r.host.portBindings.at(1).hostPort, 0);
    QVERIFY(r.network);
    QCOMPARE(r.network->aliases, QStringList({QStringLiteral("web"), QStringLiteral("web-2")}));
    QCOMPARE(r.config.healthcheck.intervalNs, 10'000'000'000);

    DeploySpec onBridge = full();
    onBridge.network = QStringLiteral("bridge"); // has no aliases
    QVERIFY(!replicaRequest(onBridge, false, 1, 1).network);
}

void SpecsTest::marker()
{
    const CreateRequest m = markerRequest(full(), true, 3, 1);
    QCOMPARE(m.name, QStringLiteral("kaptan-web"));
    QCOMPARE(m.config.labels.value(labels::key::marker), QStringLiteral("true"));
    QCOMPARE(m.config.labels.value(labels::key::desired), QStringLiteral("3"));
    QCOMPARE(m.config.environment.size(), 2);
    QCOMPARE(m.host.networkMode, QStringLiteral("none"));
    QVERIFY(m.host.portBindings.isEmpty());
    QVERIFY(m.host.binds.isEmpty());
    QVERIFY(!m.config.healthcheck.isSet());
}

void SpecsTest::healthTests_data()
{
    using Kind = workload::HealthCheck::Kind;
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("contains");
    QTest::newRow("command") << int(Kind::Command) << "test -e /ok";
    QTest::newRow("http") << int(Kind::Http) << "'http://127.0.0.1:8080/a'\\''b'";
    QTest::newRow("tcp, port in the kernel's table") << int(Kind::Tcp) << ":1F90 ";
}

void SpecsTest::healthTests()
{
    QFETCH(int, kind);
    QFETCH(QString, contains);
    workload::HealthCheck check;
    check.kind = workload::HealthCheck::Kind(kind);
    check.command = QStringLiteral("test -e /ok");
    check.port = 8080;
    check.path = QStringLiteral("/a'b");
    const QStringList test = healthTest(check);
    QCOMPARE(test.size(), 2);
    QCOMPARE(test.first(), QStringLiteral("CMD-SHELL"));
    QVERIFY2(test.last().contains(contains), qPrintable(test.last()));
    QVERIFY(!test.last().contains(QStringLiteral("wget -T")));
}

void SpecsTest::check_data()
{
    QTest::addColumn<DeploySpec>("spec");
    QTest::addColumn<QString>("field"); // empty: all is well
    const auto row = [](const char* name, const char* field, const std::function<void(DeploySpec&)>& change) {
        DeploySpec spec = full();
        change(spec);
        QTest::newRow(name) << spec << QString::fromLatin1(field);
    };
    row("whole", "", [](DeploySpec&) {});
    row("least", "", [](DeploySpec& s) {
        s = {};
        s.name = QStringLiteral("ab");
        s.image = QStringLiteral("x");
    });
    for (const char* name : {"", "a", "Web", "-web", "web_1", "we b", "web\n", "<b>", "wéb", "web.5"})
        row(qPrintable(QStringLiteral("name '%1'").arg(QString::fromUtf8(name))), "Name",
            [name](DeploySpec& s) { s.name = QString::fromUtf8(name); });
    row("long name", "Name", [](DeploySpec& s) { s.name = QString(49, u'a'); });
    row("longest name", "", [](DeploySpec& s) { s.name = QString(48, u'a'); });
    row("no image", "Image", [](DeploySpec& s) { s.image.clear(); });
    row("blank in image", "Image", [](DeploySpec& s) { s.image = QStringLiteral("a b"); });
    row("negative replicas", "Replicas", [](DeploySpec& s) { s.replicas = -1; });
    row("many replicas", "Replicas", [](DeploySpec& s) { s.replicas = 1001; });
    row("no replicas", "", [](DeploySpec& s) { s.replicas = 0; });
    row("variable without a name", "Environment", [](DeploySpec& s) { s.environment[0].first.clear(); });
    row("variable with =", "Environment",
        [](DeploySpec& s) { s.environment[0].first = QStringLiteral("a=b"); });
    row("variable twice", "Environment", [](DeploySpec& s) { s.environment[1].first = QStringLiteral("X"); });
    row("no container port", "Ports", [](DeploySpec& s) { s.ports[0].containerPort = 0; });
    row("unknown protocol", "Ports", [](DeploySpec& s) { s.ports[0].protocol = QStringLiteral("tpc"); });
    row("range backwards", "Ports", [](DeploySpec& s) { s.ports[0].hostPortEnd = 7000; });
    row("range too narrow", "Ports", [](DeploySpec& s) { s.ports[0].hostPortEnd = 8001; });
    row("one host port for three", "Ports", [](DeploySpec& s) { s.ports[0].hostPortEnd = 0; });
    row("one host port for one", "", [](DeploySpec& s) {
        s.ports[0].hostPortEnd = 0;
        s.replicas = 1;
    });
    row("host port twice", "Ports", [](DeploySpec& s) { s.ports[1] = s.ports[0]; });
    row("ports on the host's network", "Ports", [](DeploySpec& s) { s.network = QStringLiteral("host"); });
    row("relative target", "Volumes", [](DeploySpec& s) { s.volumes[0].target = QStringLiteral("data"); });
    row("target is the root", "Volumes", [](DeploySpec& s) { s.volumes[0].target = QStringLiteral("/"); });
    row("target twice", "Volumes", [](DeploySpec& s) { s.volumes[0].target = QStringLiteral("/run"); });
    row("volume's name", "Volumes", [](DeploySpec& s) { s.volumes[0].source = QStringLiteral("a/b"); });
    row("bind of a name", "Volumes", [](DeploySpec& s) { s.volumes[1].source = QStringLiteral("etc"); });
    row("bind with a colon", "Volumes", [](DeploySpec& s) { s.volumes[1].source = QStringLiteral("/a:b"); });
    row("negative CPU", "CPU limit", [](DeploySpec& s) { s.cpuMillicores = -1; });
    row("little memory", "Memory limit", [](DeploySpec& s) { s.memoryBytes = 1024; });
    row("check without a port", "Health check", [](DeploySpec& s) { s.healthCheck.port = 0; });
    row("check without a slash", "Health check",
        [](DeploySpec& s) { s.healthCheck.path = QStringLiteral("x"); });
    row("check never", "Health check", [](DeploySpec& s) { s.healthCheck.intervalSeconds = 0; });
    row("check without a command", "Health check", [](DeploySpec& s) {
        s.healthCheck.kind = workload::HealthCheck::Kind::Command;
        s.healthCheck.command = QStringLiteral(" ");
    });
    row("network's name", "Network", [](DeploySpec& s) { s.network = QStringLiteral("a b"); });
    row("our own label", "Labels", [](DeploySpec& s) { s.labels.insert(labels::key::marker, {}); });
}

void SpecsTest::check()
{
    QFETCH(DeploySpec, spec);
    QFETCH(QString, field);
    const auto result = checkSpec(spec);
    if (field.isEmpty()) {
        QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().message()));
        return;
    }
    QVERIFY(!result);
    const auto* invalid = result.error().as<InvalidInput>();
    QVERIFY(invalid);
    QCOMPARE(invalid->field, field);
    QVERIFY(!invalid->why.isEmpty() && !invalid->fix.isEmpty());
    QVERIFY(!result.error().message().contains(QStringLiteral("hush"))); // a value may be secret
}

void SpecsTest::replicasAndPorts()
{
    QCOMPARE(replicaBound({}).most, 1000);
    QCOMPARE(replicaBound(full().ports).most, 5);
    QVERIFY(checkReplicas(full().ports, 5));
    QVERIFY(!checkReplicas(full().ports, 6));
    QCOMPARE(hostPortOf(full().ports.at(0), 5), 8004);
}

QTEST_GUILESS_MAIN(SpecsTest)
#include "tst_specs.moc"
