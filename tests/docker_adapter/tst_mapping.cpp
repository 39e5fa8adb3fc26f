#include "app/docker/adapter/create_request.h"
#include "app/docker/adapter/event_source.h"
#include "app/docker/adapter/grouping.h"
#include "app/docker/adapter/health_driver.h"
#include "app/docker/adapter/lifecycle_target.h"
#include "app/docker/adapter/rates.h"

#include <QTest>

#include <cmath>

using namespace kaptan;
using namespace kaptan::docker;
using workload::InstanceState;
using workload::WorkloadKind;
using workload::WorkloadState;
using Labels = QHash<QString, QString>;

namespace
{

const QDateTime now(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);
const QString web = QStringLiteral("web");

std::shared_ptr<CachedContainer> container(const QString& name, const Labels& all, ContainerState state)
{
    auto c = std::make_shared<CachedContainer>();
    c->summary.id = QStringLiteral("id-") + name;
    c->summary.name = name;
    c->summary.image = QStringLiteral("test/busybox:1");
    c->summary.labels = all;
    c->summary.state = state;
    c->summary.created = now.addSecs(-3600);
    return c;
}

workload::DeploySpec spec()
{
    workload::DeploySpec s;
    s.name = web;
    s.image = QStringLiteral("test/busybox:1");
    return s;
}

ContainerPtr replica(int number, ContainerState state = ContainerState::Running)
{
    return container(labels::replicaName(web, number), replicaRequest(spec(), true, number, 1).config.labels,
                     state);
}

ContainerPtr marker(const QString& name, int desired)
{
    return container(name, markerRequest(spec(), true, desired, 1).config.labels, ContainerState::Created);
}

} // namespace

class MappingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void groups_data();
    void groups();
    void deployment();
    void scaledDeployment();
    void stoppedDeployment();
    void deploymentWithoutMarker();
    void onlyTheMarker();
    void fixedPort();
    void composeService();
    void plainContainer();
    void stoppedByHand();
    void podmanHealth();
    void rates();
    void events_data();
    void events();
    void checksDue_data();
    void checksDue();
    void readyTimeouts();
};

void MappingTest::groups_data()
{
    QTest::addColumn<Labels>("all");
    QTest::addColumn<QString>("id");
    const auto l = [](std::initializer_list<std::pair<QString, QString>> list) { return Labels(list); };
    namespace key = labels::key;
    QTest::newRow("ours") << l({{key::deployment, web}}) << "deployment:web";
    QTest::newRow("compose") << l({{key::composeProject, QStringLiteral("shop")},
                                   {key::composeService, QStringLiteral("cart")}})
                             << "compose:shop/cart";
    QTest::newRow("podman-compose") << l({{key::podmanComposeProject, QStringLiteral("shop")},
                                          {key::podmanComposeService, QStringLiteral("cart")}})
                                    << "compose:shop/cart";
    QTest::newRow("compose run") << l({{key::composeProject, QStringLiteral("shop")},
                                       {key::composeService, QStringLiteral("cart")},
                                       {key::composeOneOff, QStringLiteral("True")}})
                                 << "container:3f2a";
    QTest::newRow("half of compose") << l({{key::composeProject, QStringLiteral("shop")}})
                                     << "container:3f2a";
    QTest::newRow("plain") << Labels() << "container:3f2a";
}

void MappingTest::groups()
{
    QFETCH(Labels, all);
    QFETCH(QString, id);
    QCOMPARE(workloadIdOf(all, QStringLiteral("3f2a")), id);
}

void MappingTest::deployment()
{
    const auto w = buildWorkload(QStringLiteral("deployment:web"),
                                 {replica(3), marker(QStringLiteral("kaptan-web"), 3), replica(1)}, now);
    QVERIFY(w);
    QCOMPARE(w->kind, WorkloadKind::Deployment);
    QCOMPARE(w->name, web);
    QCOMPARE(w->desired, 3);
    QCOMPARE(w->ready, 2);
    QCOMPARE(w->missing(), 1);
    QCOMPARE(w->revision, 1);
    QCOMPARE(w->state, WorkloadState::Degraded);
    QVERIFY(w->scalable);
    QCOMPARE(w->instances.size(), 3); // the marker is none
    QCOMPARE(w->instances.at(1).name, QStringLiteral("web-2"));
    QCOMPARE(w->instances.at(1).state, InstanceState::Missing);
    QVERIFY(w->instances.at(1).id.isEmpty());
}

void MappingTest::scaledDeployment()
{
    const auto w = buildWorkload(QStringLiteral("deployment:web"),
                                 {replica(1), marker(QStringLiteral("kaptan-web.5"), 1)}, now);
    QCOMPARE(w->desired, 5);
    QCOMPARE(w->missing(), 4);
}

void MappingTest::stoppedDeployment()
{
    const auto w = buildWorkload(
        QStringLiteral("deployment:web"),
        {replica(1, ContainerState::Exited), marker(QStringLiteral("kaptan-web.1.stopped"), 1)}, now);
    QVERIFY(w->stopped);
    QCOMPARE(w->state, WorkloadState::Stopped);
}

void MappingTest::deploymentWithoutMarker()
{
    const auto w = buildWorkload(QStringLiteral("deployment:web"), {replica(1), replica(3)}, now);
    QCOMPARE(w->desired, 3);
    QCOMPARE(w->missing(), 1);
}

void MappingTest::onlyTheMarker()
{
    const auto w =
        buildWorkload(QStringLiteral("deployment:web"), {marker(QStringLiteral("kaptan-web"), 2)}, now);
    QVERIFY(w);
    QCOMPARE(w->missing(), 2);
    QCOMPARE(w->state, WorkloadState::Failing);
    QCOMPARE(w->created, now.addSecs(-3600));
}

void MappingTest::fixedPort()
{
    workload::DeploySpec s = spec();
    s.ports = {{QString(), 8080, 0, 80, QStringLiteral("tcp")}};
    const auto w =
        buildWorkload(QStringLiteral("deployment:web"),
                      {container(QStringLiteral("kaptan-web"), markerRequest(s, true, 1, 1).config.labels,
                                 ContainerState::Created)},
                      now);
    QVERIFY(!w->scalable);
    QVERIFY(w->notScalableBecause.contains(QStringLiteral("8080")));
}

void MappingTest::composeService()
{
    const auto of = [](const QString& number) {
        return container(QStringLiteral("shop-cart-") + number,
                         {{labels::key::composeProject, QStringLiteral("shop")},
                          {labels::key::composeService, QStringLiteral("cart")},
                          {labels::key::composeNumber, number}},
                         ContainerState::Running);
    };
    const auto w = buildWorkload(QStringLiteral("compose:shop/cart"),
                                 {of(QStringLiteral("2")), of(QStringLiteral("1"))}, now);
    QCOMPARE(w->kind, WorkloadKind::ComposeService);
    QCOMPARE(w->group, QStringLiteral("shop"));
    QCOMPARE(w->name, QStringLiteral("cart"));
    QCOMPARE(w->desired, 2);
    QCOMPARE(w->instances.first().replica, 1);
    QVERIFY(!w->scalable && !w->notScalableBecause.isEmpty());
}

void MappingTest::plainContainer()
{
    auto c = container(QStringLiteral("<b>\u202egnp"), {}, ContainerState::Running);
    Port shown;
    shown.hostPort = 8080;
    shown.containerPort = 80;
    shown.published = true;
    Port inner;
    inner.containerPort = 9000;
    c->summary.ports = {shown, inner};
    const auto w = buildWorkload(QStringLiteral("container:id"), {c}, now);
    QCOMPARE(w->kind, WorkloadKind::Container);
    QCOMPARE(w->name, QStringLiteral("<b>\u202egnp"));
    QCOMPARE(w->state, WorkloadState::Running);
    QCOMPARE(w->ports.size(), 1);
    QVERIFY(!w->scalable && !w->notScalableBecause.isEmpty());
}

void MappingTest::stoppedByHand()
{
    auto c = container(QStringLiteral("db"), {}, ContainerState::Exited);
    c->summary.exitCode = 1; // its answer to SIGTERM
    auto details = std::make_shared<ContainerDetails>();
    details->host.restartPolicy.name = QStringLiteral("unless-stopped");
    c->details = details;
    QCOMPARE(buildWorkload(QStringLiteral("container:id"), {c}, now)->state, WorkloadState::Stopped);
    details->host.restartPolicy.name = QStringLiteral("on-failure");
    QCOMPARE(buildWorkload(QStringLiteral("container:id"), {c}, now)->state, WorkloadState::Failing);
}

void MappingTest::podmanHealth()
{
    workload::DeploySpec s = spec();
    s.healthCheck.kind = workload::HealthCheck::Kind::Tcp;
    s.healthCheck.port = 80;
    auto c = container(QStringLiteral("web-1"), replicaRequest(s, true, 1, 1).config.labels,
                       ContainerState::Running);
    c->summary.health = HealthState::NotReported;
    QCOMPARE(toInstance(*c).health, workload::Health::Starting);
    auto details = std::make_shared<ContainerDetails>();
    details->health = HealthState::Healthy;
    details->restartCount = 3;
    c->details = details;
    QCOMPARE(toInstance(*c).health, workload::Health::Healthy);
    QCOMPARE(toInstance(*c).restarts, 3);
}

void MappingTest::rates()
{
    StatsSample a;
    a.id = QStringLiteral("x");
    a.running = true;
    a.readNs = 1'000'000'000'000;
    a.cpuTotalNs = 5'000'000'000;
    a.memoryUsage = 1000;
    a.networkRx = 100;
    a.blockRead = 7;
    StatsSample b = a;
    b.readNs += 2'000'000'000;
    b.cpuTotalNs += 1'000'000'000; // half a core
    b.networkRx += 3000;

    const auto first = usageOf(std::nullopt, a, false);
    QVERIFY(std::isnan(first.cpuMillicores));
    QCOMPARE(first.memoryBytes, 1000);

    const auto both = usageOf(a, b, false);
    QCOMPARE(both.cpuMillicores, 500.0);
    QCOMPARE(both.networkRxPerSecond, 1500.0);
    QVERIFY(std::isnan(both.networkTxPerSecond)); // the engine does not say
    QCOMPARE(both.diskReadPerSecond, 0.0);
    QCOMPARE(both.atMs, 1'002'000);

    StatsSample restarted = b;
    restarted.cpuTotalNs = 10;
    restarted.networkRx = 100000;
    QVERIFY(std::isnan(usageOf(a, restarted, false).cpuMillicores));
    QVERIFY(std::isnan(usageOf(a, restarted, false).networkRxPerSecond));
    StatsSample wrapped = b;
    wrapped.networkRx = 1;
    QVERIFY(std::isnan(usageOf(a, wrapped, false).networkRxPerSecond));
    QVERIFY(std::isnan(usageOf(a, a, false).cpuMillicores)); // no time passed

    const auto rootless = usageOf(a, b, true);
    QVERIFY(std::isnan(rootless.cpuMillicores));
    QCOMPARE(rootless.memoryBytes, -1);
}

void MappingTest::events_data()
{
    using S = workload::EventSeverity;
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<int>("exitCode"); // -1: none
    QTest::addColumn<bool>("shown");
    QTest::addColumn<int>("severity");
    QTest::newRow("start") << "start"
                           << "" << -1 << true << int(S::Normal);
    QTest::newRow("ended well") << "die"
                                << "" << 0 << true << int(S::Normal);
    QTest::newRow("stopped") << "die"
                             << "" << 143 << true << int(S::Normal);
    QTest::newRow("crashed") << "die"
                             << "" << 3 << true << int(S::Error);
    QTest::newRow("out of memory") << "oom"
                                   << "" << -1 << true << int(S::Error);
    QTest::newRow("healthy") << "health_status"
                             << "healthy" << -1 << true << int(S::Normal);
    QTest::newRow("unhealthy") << "health_status"
                               << "unhealthy" << -1 << true << int(S::Warning);
    QTest::newRow("a check runs") << "exec_start"
                                  << "/bin/sh -c true" << -1 << false << 0;
    QTest::newRow("a check ended") << "exec_die"
                                   << "" << 1 << false << 0;
}

void MappingTest::events()
{
    QFETCH(QString, action);
    QFETCH(QString, detail);
    QFETCH(int, exitCode);
    QFETCH(bool, shown);
    QFETCH(int, severity);
    DockerEvent e;
    e.type = QStringLiteral("container");
    e.action = action;
    e.detail = detail;
    e.id = QStringLiteral("3f2a");
    e.name = QStringLiteral("web-1");
    e.attributes = {{labels::key::deployment, web}};
    if (exitCode >= 0)
        e.exitCode = exitCode;
    const auto event = toEvent(e);
    QCOMPARE(event.has_value(), shown);
    if (!shown)
        return;
    QCOMPARE(int(event->severity), severity);
    QCOMPARE(event->workloadId, QStringLiteral("deployment:web"));
    QCOMPARE(event->object, QStringLiteral("web-1"));
    e.attributes.insert(labels::key::marker, QStringLiteral("true"));
    QVERIFY(!toEvent(e)); // nobody wants to read of markers
}

void MappingTest::checksDue_data()
{
    QTest::addColumn<int>("started"); // seconds ago; -1: never
    QTest::addColumn<int>("ours");
    QTest::addColumn<int>("logged");
    QTest::addColumn<qint64>("due");
    QTest::newRow("let it come up") << 0 << -1 << -1 << 2000LL;
    QTest::newRow("never checked") << 60 << -1 << -1 << 0LL;
    QTest::newRow("we did just now") << 60 << 1 << 1 << 9000LL;
    QTest::newRow("we did an interval ago") << 60 << 10 << 10 << 0LL;
    QTest::newRow("we did before it restarted") << 5 << 8 << 8 << 0LL;
    QTest::newRow("systemd did, on time") << 60 << -1 << 9 << 8000LL;
    QTest::newRow("systemd did, since ours") << 60 << 20 << 5 << 12000LL;
    QTest::newRow("systemd did, and does no more") << 600 << -1 << 120 << 0LL;
}

void MappingTest::checksDue()
{
    QFETCH(int, started);
    QFETCH(int, ours);
    QFETCH(int, logged);
    QFETCH(qint64, due);
    const auto ago = [](int seconds) { return seconds < 0 ? QDateTime() : now.addSecs(-seconds); };
    ContainerDetails d;
    d.config.healthcheck.test = {QStringLiteral("CMD"), QStringLiteral("true")};
    d.config.healthcheck.intervalNs = 10'000'000'000;
    d.startedAt = ago(started);
    if (logged >= 0) {
        HealthRun run;
        run.end = ago(logged);
        d.healthLog = {run};
    }
    QCOMPARE(checkDueMs(d, ago(ours), now), due);
}

void MappingTest::readyTimeouts()
{
    HealthConfig none;
    QCOMPARE(readyTimeoutMs(none), 15'000);
    HealthConfig some;
    some.test = {QStringLiteral("CMD"), QStringLiteral("true")};
    some.intervalNs = 1'000'000'000;
    some.timeoutNs = 2'000'000'000;
    some.retries = 3;
    QCOMPARE(readyTimeoutMs(some), 3000 * 4 + 15'000);
    some.intervalNs = 600'000'000'000;
    QCOMPARE(readyTimeoutMs(some), 300'000);
}

QTEST_GUILESS_MAIN(MappingTest)
#include "tst_mapping.moc"
