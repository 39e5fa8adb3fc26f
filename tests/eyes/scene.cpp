#include "scene.h"

using namespace kaptan;
using namespace Qt::StringLiterals;

namespace
{

void deploy(WindowDriver& driver, const workload::DeploySpec& spec)
{
    auto future = driver.session()->deploying()->deploy(spec);
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60000) || !future.result())
        qFatal("scene: %s",
               future.resultCount() ? qPrintable(future.result().error().message()) : "deploy hangs");
}

workload::DeploySpec spec(const QString& name, int replicas, const QString& script)
{
    workload::DeploySpec made;
    made.name = name;
    made.image = u"test/busybox:1"_s;
    made.pullIfMissing = false;
    made.replicas = replicas;
    made.command = {u"sh"_s, u"-c"_s, script};
    made.memoryBytes = 128 << 20;
    made.cpuMillicores = 500;
    return made;
}

void plain(EngineProbe& probe, const QString& name, const QString& script, const QJsonObject& labels = {},
           bool start = true)
{
    const auto made = probe.call("POST", u"/containers/create?name="_s + name,
                                 {{u"Image"_s, u"test/busybox:1"_s},
                                  {u"Cmd"_s, QJsonArray{u"sh"_s, u"-c"_s, script}},
                                  {u"Labels"_s, labels}});
    if (made.status >= 300)
        qFatal("scene: %s", made.body.constData());
    if (start)
        probe.call("POST", u"/containers/%1/start"_s.arg(name));
}

} // namespace

void makeScene(WindowDriver& driver, EngineProbe& probe)
{
    // Enough work for a curve, little enough that two engines and the window share two cores.
    const QString busy = u"i=0; while :; do i=$((i+1)); [ $((i % %1)) = 0 ] && { echo \"$(date -Iseconds) "
                         u"INFO order $i accepted, "
                         u"customer $((i * 7919 % 100000))\"; sleep 0.2; }; done"_s;
    auto gateway = spec(u"api-gateway"_s, 4, u"httpd -p 8080 -h /var/www; "_s + busy.arg(400));
    gateway.healthCheck.kind = workload::HealthCheck::Kind::Http;
    gateway.healthCheck.port = 8080;
    gateway.healthCheck.intervalSeconds = 2;
    workload::PortMapping port;
    port.containerPort = 8080;
    gateway.ports = {port};
    deploy(driver, gateway);
    deploy(driver, spec(u"cart"_s, 3, busy.arg(100)));
    deploy(driver, spec(u"checkout-web"_s, 5, busy.arg(600)));
    auto search = spec(u"search"_s, 2, u"touch /tmp/ok; "_s + busy.arg(200));
    search.healthCheck.kind = workload::HealthCheck::Kind::Command;
    search.healthCheck.command = u"test -e /tmp/ok"_s;
    search.healthCheck.intervalSeconds = 1;
    search.healthCheck.retries = 1;
    deploy(driver, search);
    deploy(driver, spec(u"fraud-scoring"_s, 2, u"echo 'model file is corrupt' >&2; sleep 1; exit 3"_s));
    deploy(driver, spec(u"mailer"_s, 2, u"sleep 100000"_s));
    deploy(driver, spec(u"session-store"_s, 2, u"sleep 100000"_s));
    auto stopped = driver.session()->lifecycle()->stop(u"deployment:session-store"_s);
    if (!QTest::qWaitFor([&] { return stopped.isFinished(); }, 60000))
        qFatal("scene: stop hangs");
    for (const QString& service : {u"web"_s, u"worker"_s})
        plain(probe, u"shop-%1-1"_s.arg(service), busy.arg(800),
              {{u"com.docker.compose.project"_s, u"shop"_s},
               {u"com.docker.compose.service"_s, service},
               {u"com.docker.compose.container-number"_s, u"1"_s}});
    plain(probe, u"backup-job"_s, u"echo 'dumped 182 tables'; exit 0"_s);
    plain(probe, u"legacy-db"_s, u"sleep 100000"_s);
    probe.call("DELETE", u"/containers/cart-2?force=1"_s);
    probe.exec(u"search-2"_s, {u"rm"_s, u"/tmp/ok"_s});
    probe.call("POST", u"/volumes/create"_s, {{u"Name"_s, u"orders-data"_s}});
}

void endScene(EngineProbe& probe)
{
    const auto listed = probe.get(u"/containers/json?all=1"_s).array();
    for (const auto& one : listed)
        probe.call("DELETE", u"/containers/%1?force=1"_s.arg(one[u"Id"_s].toString()));
}
