#include "tests/ui_deployments/rig.h"

#include <cmath>

namespace kaptan::test
{

using namespace workload;

QVector<Workload> shop()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVector<Workload> all;
    const auto add = [&](const QString& name, int replicas, int ready, WorkloadState state,
                         const QString& reason, qint64 ageSeconds, const QString& image) -> Workload& {
        Workload w = makeWorkload(name, replicas, ready);
        w.state = state;
        w.reason = reason;
        w.images = {image};
        w.created = now.addSecs(-ageSeconds);
        for (Instance& one : w.instances)
            one.started = one.created = w.created;
        all.append(w);
        return all.last();
    };
    add(QStringLiteral("api-gateway"), 12, 12, WorkloadState::Running, {}, 6 * 86400,
        QStringLiteral("shop/gateway:3.1.0"));
    Workload& cart = add(QStringLiteral("cart"), 3, 2, WorkloadState::Degraded,
                         QStringLiteral("cart-3 is missing"), 240, QStringLiteral("shop/cart:2.8.0"));
    cart.instances[2] = makeInstance(QStringLiteral("cart-3"), 3, InstanceState::Missing);
    cart.instances[0].health = cart.instances[1].health = Health::Healthy;
    cart.instances[0].restarts = 2;
    cart.hasHealthCheck = true;
    cart.labels = {{QStringLiteral("team"), QStringLiteral("shop")},
                   {QStringLiteral("tier"), QStringLiteral("front")}};
    PortMapping port;
    port.hostPort = 32768;
    port.containerPort = 80;
    cart.instances[0].ports = {port};
    port.hostPort = 32769;
    cart.instances[1].ports = {port};
    recount(cart);
    add(QStringLiteral("checkout-web"), 8, 8, WorkloadState::Running, {}, 2 * 86400,
        QStringLiteral("shop/web:2026.11"));
    Workload& fraud =
        add(QStringLiteral("fraud-scoring"), 3, 0, WorkloadState::Failing, QStringLiteral("OOMKilled"), 1080,
            QStringLiteral("registry.example:5000/ml/fraud-scoring:0.9"));
    for (Instance& one : fraud.instances) {
        one.state = InstanceState::Restarting;
        one.restarts = 14;
        one.exitCode = 137;
        one.oomKilled = true;
    }
    recount(fraud);
    Workload& compose = add(QStringLiteral("inventory-sync"), 4, 3, WorkloadState::Degraded,
                            QStringLiteral("Exited (1)"), 9 * 3600, QStringLiteral("shop/inventory:17"));
    compose.kind = WorkloadKind::ComposeService;
    compose.group = QStringLiteral("backoffice");
    compose.id = QStringLiteral("compose:backoffice/inventory-sync");
    Workload& mailer = add(QStringLiteral("mailer"), 2, 2, WorkloadState::Running, {}, 41 * 86400,
                           QStringLiteral("shop/mailer:1.0"));
    mailer.kind = WorkloadKind::ComposeService;
    mailer.group = QStringLiteral("backoffice");
    mailer.id = QStringLiteral("compose:backoffice/mailer");
    add(QStringLiteral("payments"), 6, 6, WorkloadState::Running, {}, 11 * 86400,
        QStringLiteral("shop/payments:5.2.1"));
    add(QStringLiteral("recommendations"), 7, 5, WorkloadState::Progressing, {}, 86400,
        QStringLiteral("ml/recommend:latest"));
    Workload& redis =
        add(QStringLiteral("redis"), 1, 1, WorkloadState::Running, {}, 3 * 86400, QStringLiteral("redis:7"));
    redis.kind = WorkloadKind::Container;
    redis.id = QStringLiteral("container:redis");
    redis.scalable = false;
    redis.notScalableBecause = QStringLiteral("A plain container is not scaled.");
    add(QStringLiteral("search"), 4, 4, WorkloadState::Running, {}, 3 * 86400,
        QStringLiteral("shop/search:8"));
    Workload& store = add(QStringLiteral("session-store"), 2, 0, WorkloadState::Stopped, {}, 20 * 86400,
                          QStringLiteral("shop/sessions:4"));
    store.stopped = true;
    for (Instance& one : store.instances)
        one.exitCode = 0;
    return all;
}

void sampleHour(FakeSession& session)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto workloads = session.workloadSource().workloads();
    for (qint64 at = now - 3590 * 1000; at <= now; at += 20 * 1000) {
        QVector<Usage> batch;
        int seed = 0;
        for (const WorkloadPtr& workload : workloads) {
            ++seed;
            const double phase = double(at % 3600000) / 3600000 * 6.28;
            for (const Instance& instance : workload->instances) {
                if (instance.state != InstanceState::Running)
                    continue;
                Usage usage;
                usage.instanceId = instance.id;
                usage.atMs = at;
                const double wave =
                    std::sin(phase * (1 + seed % 4) + seed) + 0.4 * std::sin(phase * 23 + seed * 7);
                usage.cpuMillicores = 60 + 20 * seed + 30 * wave;
                usage.memoryBytes = qint64((90 + 20 * seed + 5 * wave) * 1024 * 1024);
                usage.memoryLimitBytes = 512LL * 1024 * 1024;
                usage.networkRxPerSecond = 40e3 + 20e3 * wave;
                usage.networkTxPerSecond = 90e3 + 30e3 * std::cos(phase * 5);
                usage.diskReadPerSecond = std::max(0.0, 8e3 * std::sin(phase * 9));
                usage.diskWritePerSecond = std::max(0.0, 20e3 * std::sin(phase * 3 + 1));
                batch.append(usage);
            }
        }
        session.sample(batch);
    }
}

} // namespace kaptan::test
