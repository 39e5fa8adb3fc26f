#pragma once

#include "app/docker/adapter/engine_backend.h"
#include "app/docker/api/engine_api.h"
#include "tests/support/patience.h"

#include <QFuture>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <optional>

/// What the tests on genuine engines share. All that they make is called "adapter-...".
namespace kaptan::test
{

using namespace Qt::StringLiterals;

/// Containers, networks and volumes, to be the same before and after. Other tests share the engine, so only
/// what a test of this room may have made is in it, and anonymous volumes are counted by who uses them.
struct Inventory {
    QStringList containers, networks, volumes;
    bool operator==(const Inventory&) const = default;
};

class EngineCase
{
public:
    /// False where there is no engine: the test skips with `why`.
    bool begin(const QString& socketVariable)
    {
        const QString path = qEnvironmentVariable(socketVariable.toLatin1().constData());
        if (path.isEmpty()) {
            why =
                u"%1 is not set: no such engine on this machine (tests/run starts it)"_s.arg(socketVariable);
            return false;
        }
        backend = std::make_unique<docker::EngineBackend>(net::Endpoint::unixSocket(path));
        backend->open();
        return QTest::qWaitFor([this] { return live(); }, slow);
    }

    bool live() const { return backend->state().phase == docker::EngineBackend::Phase::Live; }

    docker::EngineApi& api() const { return *backend->api(); }

    workload::WorkloadPtr find(const QString& id) const
    {
        for (const workload::WorkloadPtr& w : backend->workloads()->workloads()) {
            if (w->id == id)
                return w;
        }
        return nullptr;
    }

    /// Turns the event loop until the future has ended; a time-out is a failure without a result.
    template <class T>
    static std::optional<Result<T>> wait(QFuture<Result<T>> future, int ms = slow)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, ms) || future.resultCount() == 0)
            return std::nullopt;
        return future.result();
    }

    /// Empty where it went well, else why not.
    template <class T>
    static QString problem(const std::optional<Result<T>>& result)
    {
        if (!result)
            return u"no result"_s;
        return *result ? QString() : result->error().message() + u' ' + result->error().details();
    }

    Inventory inventory() const
    {
        Inventory all;
        const auto ours = [](const QString& name) {
            return name.startsWith("adapter-"_L1) || name.startsWith("kaptan-adapter-"_L1);
        };
        const auto containers = wait(api().containers());
        const auto networks = wait(api().networks());
        const auto volumes = wait(api().volumes());
        if (!containers || !*containers || !networks || !*networks || !volumes || !*volumes)
            return {{u"unreadable"_s}, {}, {}};
        for (const docker::ContainerSummary& c : **containers) {
            if (ours(c.name))
                all.containers.append(c.name);
        }
        for (const docker::NetworkSummary& n : **networks) {
            if (ours(n.name))
                all.networks.append(n.name);
        }
        for (const docker::VolumeSummary& v : **volumes) {
            if (ours(v.name))
                all.volumes.append(v.name);
        }
        all.containers.sort();
        all.networks.sort();
        all.volumes.sort();
        return all;
    }

    /// Whatever an earlier run has left.
    void cleanUp() const
    {
        const Inventory all = inventory();
        for (const QString& name : all.containers)
            wait(api().removeContainer(name, true, true));
        for (const QString& name : all.networks)
            wait(api().removeNetwork(name));
        for (const QString& name : all.volumes)
            wait(api().removeVolume(name, true));
    }

    /// Runs for ever, ends at once when told to, and crashes with 3 once /tmp/die appears.
    static workload::DeploySpec spec(const QString& name)
    {
        workload::DeploySpec s;
        s.name = name;
        s.image = u"test/busybox:1"_s;
        s.command = {u"sh"_s, u"-c"_s,
                     u"trap 'exit 0' TERM; echo started $X; while [ ! -e /tmp/die ]; do sleep 0.1; done; "
                     "rm /tmp/die; exit 3"_s};
        s.environment = {{u"X"_s, u"value of X"_s}};
        return s;
    }

    std::unique_ptr<docker::EngineBackend> backend;
    QString why;
};

} // namespace kaptan::test

/// Begins the case of this data row, or skips.
#define KAPTAN_ENGINE(engineCase)                                                                            \
    QFETCH(QString, engine);                                                                                 \
    kaptan::test::EngineCase engineCase;                                                                     \
    if (!engineCase.begin(engine)) {                                                                         \
        if (!engineCase.why.isEmpty())                                                                       \
            QSKIP(qPrintable(engineCase.why));                                                               \
        QFAIL("the engine did not become live");                                                             \
    }                                                                                                        \
    engineCase.cleanUp()

/// A future of the ports that must end well.
#define KAPTAN_OK(future)                                                                                    \
    do {                                                                                                     \
        const QString problemOfFuture =                                                                      \
            kaptan::test::EngineCase::problem(kaptan::test::EngineCase::wait(future));                       \
        QVERIFY2(problemOfFuture.isEmpty(), qPrintable(problemOfFuture));                                    \
    } while (false)
