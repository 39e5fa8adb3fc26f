#include "engine_case.h"

#include "app/docker/adapter/labels.h"

using namespace kaptan;
using namespace kaptan::test;
using workload::InstanceState;
using workload::WorkloadState;

/// What an operator does to deployments, on genuine engines.
class DeploymentsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void lifeOfADeployment_data() { engines(); }

    void lifeOfADeployment();

    void failureLeavesNothing_data() { engines(); }

    void failureLeavesNothing();

    void cancelLeavesNothing_data() { engines(); }

    void cancelLeavesNothing();

    void repairFromTheMarkerAlone_data() { engines(); }

    void repairFromTheMarkerAlone();

    void survivesAPrune_data() { engines(); }

    void survivesAPrune();

    void refusals_data() { engines(); }

    void refusals();

    void volumesAndPorts_data() { engines(); }

    void volumesAndPorts();

    void plainContainers_data() { engines(); }

    void plainContainers();

private:
    static void engines()
    {
        QTest::addColumn<QString>("engine");
        QTest::newRow("docker") << u"KAPTAN_TEST_DOCKER"_s;
        QTest::newRow("podman") << u"KAPTAN_TEST_PODMAN"_s;
    }
};

void DeploymentsTest::lifeOfADeployment()
{
    KAPTAN_ENGINE(c);
    const Inventory before = c.inventory();
    const QString id = u"deployment:adapter-life"_s;
    workload::DeploySpec spec = c.spec(u"adapter-life"_s);
    spec.replicas = 3;
    spec.cpuMillicores = 200;
    spec.memoryBytes = 32 << 20;
    spec.healthCheck.kind = workload::HealthCheck::Kind::Command;
    spec.healthCheck.command = u"test ! -e /tmp/sick"_s;
    spec.healthCheck.intervalSeconds = 1;
    const auto deployed = c.wait(c.backend->deploying()->deploy(spec));
    QCOMPARE(c.problem(deployed), QString());
    QCOMPARE(deployed->value(), id);
    QVERIFY(c.find(id)); // at once

    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->ready, 3, slow);
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->state, WorkloadState::Running, slow);
    QVERIFY(c.find(id)->hasHealthCheck);
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->instances.at(2).health, workload::Health::Healthy, slow);
    QCOMPARE(c.find(id)->networks, QStringList{u"kaptan-adapter-life"_s});
    const QString first = c.find(id)->instances.at(0).id;
    const auto details = c.wait(c.api().inspectContainer(first));
    QCOMPARE(c.problem(details), QString());
    QCOMPARE((*details)->host.memory, 32 << 20);
    QCOMPARE((*details)->host.nanoCpus, 200'000'000);

    // Scale up and down; the numbers survive this program.
    KAPTAN_OK(c.backend->scaling()->scale(id, 5));
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->ready, 5, slow);
    QCOMPARE(c.find(id)->desired, 5);
    KAPTAN_OK(c.backend->scaling()->scale(id, 2));
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->instances.size(), 2, slow);
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->state, WorkloadState::Running, slow);
    QCOMPARE(c.find(id)->instances.at(0).id, first); // the highest went

    // A crash from inside, and back by the restart policy.
    const auto crash = c.wait(c.api().exec({first, {u"touch"_s, u"/tmp/die"_s}, {}, {}, {}}));
    QCOMPARE(c.problem(crash), QString());
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->instances.at(0).restarts, 1, slow);
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->state, WorkloadState::Running, slow);
    QCOMPARE(c.find(id)->restarts, 1);

    // Unhealthy is seen.
    const QString second = c.find(id)->instances.at(1).id;
    const auto sick = c.wait(c.api().exec({second, {u"touch"_s, u"/tmp/sick"_s}, {}, {}, {}}));
    QCOMPARE(c.problem(sick), QString());
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->state, WorkloadState::Degraded, slow);
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->reason, u"Unhealthy"_s, slow); // not the crash before

    // One removed from outside, and repaired.
    KAPTAN_OK(c.api().removeContainer(second, true));
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->missing(), 1, slow);
    QCOMPARE(c.find(id)->instances.at(1).name, u"adapter-life-2"_s);
    KAPTAN_OK(c.backend->lifecycle()->repair(id));
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->ready, 2, slow);
    const auto repaired = c.wait(c.api().inspectContainer(u"adapter-life-2"_s));
    QCOMPARE(c.problem(repaired), QString());
    QVERIFY((*repaired)->config.environment.contains(u"X=value of X"_s));
    QCOMPARE((*repaired)->host.memory, 32 << 20);

    KAPTAN_OK(c.backend->lifecycle()->stop(id));
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->state, WorkloadState::Stopped, slow);
    QTRY_VERIFY_WITH_TIMEOUT(c.find(id)->stopped, slow);
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->ready, 0, slow);
    {
        // The intent is the engine's, not this program's.
        EngineCase other;
        QVERIFY(other.begin(engine));
        QTRY_VERIFY_WITH_TIMEOUT(other.find(id), slow);
        QTRY_COMPARE_WITH_TIMEOUT(other.find(id)->state, WorkloadState::Stopped, slow);
        QTRY_COMPARE_WITH_TIMEOUT(other.find(id)->desired, 2, slow);
    }
    KAPTAN_OK(c.backend->lifecycle()->start(id));
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->state, WorkloadState::Running, slow);

    const QDateTime started = c.find(id)->instances.at(1).started;
    KAPTAN_OK(c.backend->lifecycle()->restart(id));
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->ready, 2, slow);
    QTRY_VERIFY_WITH_TIMEOUT(c.find(id)->instances.at(1).started > started, slow);
    KAPTAN_OK(c.backend->lifecycle()->restartInstance(c.find(id)->instances.at(0).id));

    const auto preview = c.wait(c.backend->lifecycle()->previewRemoval(id));
    QCOMPARE(c.problem(preview), QString());
    QCOMPARE((*preview)->instances, QStringList({u"adapter-life-1"_s, u"adapter-life-2"_s}));
    QCOMPARE((*preview)->networks, QStringList{u"kaptan-adapter-life"_s});
    KAPTAN_OK(c.backend->lifecycle()->remove(id));
    QVERIFY(!c.find(id));
    QCOMPARE(c.inventory(), before);
}

void DeploymentsTest::failureLeavesNothing()
{
    KAPTAN_ENGINE(c);
    const Inventory before = c.inventory();
    // The third cannot be made: its name is taken.
    docker::CreateRequest obstacle;
    obstacle.name = u"adapter-half-3"_s;
    obstacle.config.image = u"test/busybox:1"_s;
    const auto made = c.wait(c.api().createContainer(obstacle));
    QCOMPARE(c.problem(made), QString());
    workload::DeploySpec spec = c.spec(u"adapter-half"_s);
    spec.replicas = 4;
    spec.volumes = {{workload::VolumeMount::Kind::Volume, u"adapter-half-data"_s, u"/data"_s, false}};
    const auto deployed = c.wait(c.backend->deploying()->deploy(spec));
    QVERIFY(deployed && !*deployed);
    QVERIFY2(deployed->error().message().contains(u"adapter-half"_s),
             qPrintable(deployed->error().message()));
    KAPTAN_OK(c.api().removeContainer(obstacle.name, true));
    QCOMPARE(c.inventory(), before);

    // Started with a command that does not exist: the engine only says so at the start.
    spec.command = {u"/no/such/program"_s};
    const auto second = c.wait(c.backend->deploying()->deploy(spec));
    QVERIFY(second && !*second);
    QCOMPARE(c.inventory(), before);
    QTRY_VERIFY_WITH_TIMEOUT(!c.find(u"deployment:adapter-half"_s), slow);
}

void DeploymentsTest::cancelLeavesNothing()
{
    KAPTAN_ENGINE(c);
    const Inventory before = c.inventory();
    workload::DeploySpec spec = c.spec(u"adapter-cancel"_s);
    spec.replicas = 20;
    auto future = c.backend->deploying()->deploy(spec);
    QTRY_VERIFY_WITH_TIMEOUT(future.progressValue() > 3 || future.isFinished(), slow);
    QVERIFY(!future.isFinished());
    future.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(c.inventory(), before, slow);
    QTRY_VERIFY_WITH_TIMEOUT(!c.find(u"deployment:adapter-cancel"_s), slow);
    QTRY_COMPARE_WITH_TIMEOUT(c.inventory(), before, slow);
}

void DeploymentsTest::repairFromTheMarkerAlone()
{
    KAPTAN_ENGINE(c);
    const Inventory before = c.inventory();
    const QString id = u"deployment:adapter-lost"_s;
    workload::DeploySpec spec = c.spec(u"adapter-lost"_s);
    spec.replicas = 2;
    KAPTAN_OK(c.backend->deploying()->deploy(spec));
    const workload::WorkloadPtr lost = c.find(id); // kept: it is replaced while its instances go
    for (const auto& instance : lost->instances)
        KAPTAN_OK(c.api().removeContainer(instance.name, true));
    KAPTAN_OK(c.api().removeNetwork(u"kaptan-adapter-lost"_s));
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->missing(), 2, slow);
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->state, WorkloadState::Failing, slow);
    KAPTAN_OK(c.backend->lifecycle()->repair(id));
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->state, WorkloadState::Running, slow);
    const auto details = c.wait(c.api().inspectContainer(u"adapter-lost-1"_s));
    QCOMPARE(c.problem(details), QString());
    QVERIFY((*details)->config.environment.contains(u"X=value of X"_s));
    KAPTAN_OK(c.backend->lifecycle()->remove(id));
    QCOMPARE(c.inventory(), before);
}

void DeploymentsTest::survivesAPrune()
{
    KAPTAN_ENGINE(c);
    const Inventory before = c.inventory();
    const QString id = u"deployment:adapter-prune"_s;
    workload::DeploySpec spec = c.spec(u"adapter-prune"_s);
    spec.replicas = 2;
    KAPTAN_OK(c.backend->deploying()->deploy(spec));
    KAPTAN_OK(c.api().removeContainer(docker::labels::markerName(spec.name), true));
    KAPTAN_OK(c.backend->scaling()->scale(id, 3));
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->ready, 3, slow);
    QVERIFY(c.inventory().containers.contains(u"kaptan-adapter-prune"_s));
    KAPTAN_OK(c.backend->lifecycle()->remove(id));
    QCOMPARE(c.inventory(), before);
}

void DeploymentsTest::refusals()
{
    KAPTAN_ENGINE(c);
    const Inventory before = c.inventory();
    const auto field = [&c](const workload::DeploySpec& spec) {
        const auto result = c.wait(c.backend->deploying()->deploy(spec));
        if (!result || *result)
            return u"nothing refused"_s;
        const auto* invalid = result->error().as<InvalidInput>();
        return invalid ? invalid->field : result->error().message();
    };
    workload::DeploySpec spec = c.spec(u"adapter-<b>"_s);
    QCOMPARE(field(spec), u"Name"_s);
    spec = c.spec(u"adapter-no"_s);
    spec.image = u"adapter/none:1"_s;
    spec.pullIfMissing = false;
    QCOMPARE(field(spec), u"Image"_s);
    spec = c.spec(u"adapter-no"_s);
    spec.network = u"adapter-no-such-network"_s;
    QCOMPARE(field(spec), u"Network"_s);
    spec = c.spec(u"adapter-no"_s);
    spec.replicas = 2;
    spec.ports = {{QString(), 18080, 0, 80, u"tcp"_s}};
    QCOMPARE(field(spec), u"Ports"_s);
    QCOMPARE(c.inventory(), before);

    spec = c.spec(u"adapter-twice"_s);
    KAPTAN_OK(c.backend->deploying()->deploy(spec));
    QCOMPARE(field(spec), u"Name"_s);
    const QString id = u"deployment:adapter-twice"_s;
    QVERIFY(c.find(id)); // the first is untouched
    const auto many = c.wait(c.backend->scaling()->scale(id, 1001));
    QVERIFY(many && !*many);
    KAPTAN_OK(c.backend->lifecycle()->remove(id));
    const auto gone = c.wait(c.backend->lifecycle()->restart(id));
    QVERIFY(gone && !*gone);
    QCOMPARE(c.inventory(), before);
}

void DeploymentsTest::volumesAndPorts()
{
    KAPTAN_ENGINE(c);
    const Inventory before = c.inventory();
    const QString id = u"deployment:adapter-vol"_s;
    workload::DeploySpec spec = c.spec(u"adapter-vol"_s);
    spec.replicas = 2;
    spec.command = {u"httpd"_s, u"-f"_s, u"-p"_s, u"80"_s, u"-h"_s, u"/var/www"_s};
    spec.volumes = {{workload::VolumeMount::Kind::Volume, u"adapter-vol-data"_s, u"/data"_s, false},
                    {workload::VolumeMount::Kind::Tmpfs, {}, u"/scratch"_s, false}};
    spec.ports = {{u"127.0.0.1"_s, 18180, 18182, 80, u"tcp"_s}, {u"127.0.0.1"_s, 0, 0, 81, u"tcp"_s}};
    spec.healthCheck.kind = workload::HealthCheck::Kind::Http;
    spec.healthCheck.port = 80;
    spec.healthCheck.path = u"/index.html"_s;
    spec.healthCheck.intervalSeconds = 1;
    KAPTAN_OK(c.backend->deploying()->deploy(spec));
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->ready, 2, slow);
    QSet<int> ports;
    for (const workload::PortMapping& port : c.find(id)->ports) {
        QVERIFY(port.hostPort > 0);
        ports.insert(port.hostPort);
    }
    QCOMPARE(ports.size(), 4);
    QVERIFY(ports.contains(18180) && ports.contains(18181));
    const auto tooMany = c.wait(c.backend->scaling()->scale(id, 4));
    QVERIFY(tooMany && !*tooMany);
    QVERIFY(tooMany->error().as<InvalidInput>());
    const auto preview = c.wait(c.backend->lifecycle()->previewRemoval(id));
    QCOMPARE(c.problem(preview), QString());
    QCOMPARE((*preview)->keptVolumes, QStringList{u"adapter-vol-data"_s});
    KAPTAN_OK(c.backend->lifecycle()->remove(id));
    QCOMPARE(c.inventory().volumes, QStringList{u"adapter-vol-data"_s});
    KAPTAN_OK(c.api().removeVolume(u"adapter-vol-data"_s));
    QCOMPARE(c.inventory(), before);

    // The other check, of a port alone.
    spec.volumes.clear();
    spec.ports.clear();
    spec.healthCheck.kind = workload::HealthCheck::Kind::Tcp;
    KAPTAN_OK(c.backend->deploying()->deploy(spec));
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->ready, 2, slow);
    KAPTAN_OK(c.backend->lifecycle()->remove(id));
    spec.healthCheck.port = 99;
    KAPTAN_OK(c.backend->deploying()->deploy(spec));
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->state, WorkloadState::Failing, slow);
    KAPTAN_OK(c.backend->lifecycle()->remove(id));
    QCOMPARE(c.inventory(), before);
}

void DeploymentsTest::plainContainers()
{
    KAPTAN_ENGINE(c);
    docker::CreateRequest request;
    request.name = u"adapter-plain"_s;
    request.config = {};
    request.config.image = u"test/busybox:1"_s;
    request.config.command = c.spec(u"x"_s).command;
    const auto made = c.wait(c.api().createContainer(request));
    QCOMPARE(c.problem(made), QString());
    const QString id = u"container:"_s + (*made)->id;
    QTRY_VERIFY_WITH_TIMEOUT(c.find(id), slow);
    QCOMPARE(c.find(id)->state, WorkloadState::Stopped);
    KAPTAN_OK(c.backend->lifecycle()->start(id));
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->state, WorkloadState::Running, slow);
    KAPTAN_OK(c.backend->lifecycle()->restart(id));
    const auto scaled = c.wait(c.backend->scaling()->scale(id, 2));
    QVERIFY(scaled && !*scaled);
    QVERIFY(scaled->error().as<NotAllowed>());
    const auto crash = c.wait(c.api().exec({(*made)->id, {u"touch"_s, u"/tmp/die"_s}, {}, {}, {}}));
    QCOMPARE(c.problem(crash), QString());
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->state, WorkloadState::Failing, slow);
    QCOMPARE(c.find(id)->reason, u"Exited (3)"_s);
    KAPTAN_OK(c.backend->lifecycle()->repair(id));
    QTRY_COMPARE_WITH_TIMEOUT(c.find(id)->state, WorkloadState::Running, slow);
    KAPTAN_OK(c.backend->lifecycle()->remove(id));
    QVERIFY(!c.find(id));
}

QTEST_GUILESS_MAIN(DeploymentsTest)
#include "tst_deployments.moc"
