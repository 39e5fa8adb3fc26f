#include "app/docker/events/container_cache.h"
#include "local_proxy.h"
#include "tests/docker_api/engine/engine_fixture.h"
#include "tests/support/patience.h"

#include <QSignalSpy>
#include <QTest>

using namespace kaptan;
using namespace kaptan::docker;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using kaptan::test::slow;

namespace
{

using Phase = CacheState::Phase;

/// What a receiver of the cache's changes knows, by applying nothing but them.
struct Mirror : QObject {
    QHash<QString, ContainerPtr> known;
    QVector<DockerEvent> events;
    int resets = 0;

    explicit Mirror(ContainerCache& cache)
    {
        connect(&cache, &ContainerCache::changed, this, [this](const ContainerDelta& delta) {
            if (delta.reset) {
                known.clear();
                ++resets;
            }
            for (const ContainerPtr& container : delta.upserted)
                known.insert(container->id(), container);
            for (const QString& id : delta.removed)
                known.remove(id);
        });
        connect(&cache, &ContainerCache::happened, this,
                [this](const QVector<DockerEvent>& batch) { events += batch; });
    }

    ContainerState state(const QString& id) const
    {
        return known.contains(id) ? known[id]->state() : ContainerState::Unknown;
    }

    /// Empty ones until they were inspected.
    ContainerDetails details(const QString& id) const
    {
        const ContainerPtr container = known.value(id);
        return container && container->details ? *container->details : ContainerDetails();
    }

    bool saw(const QString& action, const QString& id) const
    {
        return std::any_of(events.begin(), events.end(),
                           [&](const DockerEvent& e) { return e.action == action && e.containerId == id; });
    }
};

const QString loop = u"trap 'exit 0' TERM; while :; do sleep 0.2; done"_s;

} // namespace

class TestContainerCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void itFollowsWhatHappensOutside_data() { eachEngine(); }

    void itFollowsWhatHappensOutside()
    {
        QFETCH(QString, socket);
        KAPTAN_NEED_ENGINE(socket);
        Engine outside(socket, u"cache"_s);
        const auto before = await(outside.api.createContainer(outside.shell(u"before"_s, loop)));
        QVERIFY(succeeds(before));

        net::Client client(net::Endpoint::unixSocket(socket));
        EngineApi api(client);
        ContainerCache cache(api, Clock::system());
        Mirror mirror(cache);
        cache.start();
        QCOMPARE(cache.state().phase, Phase::Connecting);
        QTRY_COMPARE_WITH_TIMEOUT(cache.state().phase, Phase::Live, slow);
        QCOMPARE(mirror.state(before->id), ContainerState::Created);
        QVERIFY(!mirror.known[before->id]->details); // never started: nothing to inspect

        const auto made = await(outside.api.createContainer(outside.shell(u"a"_s, loop)));
        QVERIFY(succeeds(made));
        QTRY_COMPARE_WITH_TIMEOUT(mirror.state(made->id), ContainerState::Created, slow);
        QVERIFY(succeeds(await(outside.api.startContainer(made->id))));
        QTRY_COMPARE_WITH_TIMEOUT(mirror.state(made->id), ContainerState::Running, slow);
        QTRY_VERIFY_WITH_TIMEOUT(mirror.details(made->id).startedAt.isValid(), slow);
        QVERIFY(succeeds(await(outside.api.pauseContainer(made->id))));
        QTRY_COMPARE_WITH_TIMEOUT(mirror.state(made->id), ContainerState::Paused, slow);
        QVERIFY(succeeds(await(outside.api.unpauseContainer(made->id))));
        QTRY_COMPARE_WITH_TIMEOUT(mirror.state(made->id), ContainerState::Running, slow);
        QVERIFY(succeeds(await(outside.api.renameContainer(made->id, outside.name(u"b"_s)))));
        QTRY_COMPARE_WITH_TIMEOUT(mirror.known[made->id]->summary.name, outside.name(u"b"_s), slow);
        QVERIFY(succeeds(await(outside.api.killContainer(made->id))));
        QTRY_COMPARE_WITH_TIMEOUT(mirror.state(made->id), ContainerState::Exited, slow);
        QTRY_COMPARE_WITH_TIMEOUT(mirror.known[made->id]->summary.exitCode, std::optional<int>(137), slow);
        QTRY_COMPARE_WITH_TIMEOUT(mirror.details(made->id).exitCode, 137, slow);
        QVERIFY(succeeds(await(outside.api.removeContainer(made->id))));
        QTRY_VERIFY_WITH_TIMEOUT(!mirror.known.contains(made->id), slow);
        for (const auto& action : {u"create"_s, u"start"_s, u"pause"_s, u"die"_s, u"destroy"_s})
            QTRY_VERIFY2_WITH_TIMEOUT(mirror.saw(action, made->id), qPrintable(action), slow);
        QCOMPARE(mirror.resets, 1);
        QCOMPARE(cache.state().phase, Phase::Live);

        cache.stop();
        QCOMPARE(cache.state().phase, Phase::Idle);
        QVERIFY(cache.container(before->id));
    }

    void crashesAreCounted_data() { eachEngine(); }

    void crashesAreCounted()
    {
        QFETCH(QString, socket);
        KAPTAN_NEED_ENGINE(socket);
        Engine e(socket, u"crash"_s);
        ContainerCache cache(e.api, Clock::system());
        Mirror mirror(cache);
        cache.start();
        QTRY_COMPARE_WITH_TIMEOUT(cache.state().phase, Phase::Live, slow);
        CreateRequest request = e.shell(u"a"_s, u"exit 9"_s);
        request.host.restartPolicy = {u"on-failure"_s, 2};
        const auto id = await(e.api.createContainer(request));
        QVERIFY(succeeds(id));
        QVERIFY(succeeds(await(e.api.startContainer(id->id))));
        const auto restarts = [&] {
            const ContainerPtr container = mirror.known.value(id->id);
            return container && container->details ? container->details->restartCount : -1;
        };
        QTRY_COMPARE_WITH_TIMEOUT(restarts(), 2, slow);
        QTRY_COMPARE_WITH_TIMEOUT(mirror.state(id->id), ContainerState::Exited, slow);
        QTRY_COMPARE_WITH_TIMEOUT(mirror.known[id->id]->summary.exitCode, std::optional<int>(9), slow);
    }

    void itComesBackAfterABreak_data() { eachEngine(); }

    void itComesBackAfterABreak()
    {
        QFETCH(QString, socket);
        KAPTAN_NEED_ENGINE(socket);
        Engine outside(socket, u"break"_s);
        LocalProxy proxy(socket);
        net::Client client(net::Endpoint::unixSocket(proxy.path()));
        EngineApi api(client);
        ContainerCache cache(api, Clock::system(), Backoff(10ms, 50ms));
        Mirror mirror(cache);
        const auto stays = await(outside.api.createContainer(outside.shell(u"stays"_s, loop)));
        const auto goes = await(outside.api.createContainer(outside.shell(u"goes"_s, loop)));
        QVERIFY(succeeds(stays) && succeeds(goes));
        QVERIFY(succeeds(await(outside.api.startContainer(stays->id))));
        cache.start();
        QTRY_COMPARE_WITH_TIMEOUT(cache.state().phase, Phase::Live, slow);
        QTRY_VERIFY_WITH_TIMEOUT(mirror.known.contains(goes->id), slow);
        const QDateTime liveSince = cache.state().since;

        proxy.cut();
        QTRY_COMPARE_WITH_TIMEOUT(cache.state().phase, Phase::Reconnecting, slow);
        QTRY_VERIFY_WITH_TIMEOUT(cache.state().error, slow);
        QVERIFY(cache.state().error->as<TransportError>());
        QVERIFY(cache.state().lastLive >= liveSince);
        QVERIFY(mirror.known.contains(goes->id)); // what was known stays
        QVERIFY(succeeds(await(outside.api.removeContainer(goes->id))));
        QVERIFY(succeeds(await(outside.api.killContainer(stays->id))));
        const auto came = await(outside.api.createContainer(outside.shell(u"came"_s, loop)));
        QVERIFY(succeeds(came));
        QVERIFY(mirror.known.contains(goes->id));

        proxy.resume();
        QTRY_COMPARE_WITH_TIMEOUT(cache.state().phase, Phase::Live, slow);
        QVERIFY(!cache.state().error);
        QCOMPARE(mirror.resets, 2);
        QVERIFY(!mirror.known.contains(goes->id));
        QCOMPARE(mirror.state(came->id), ContainerState::Created);
        QTRY_COMPARE_WITH_TIMEOUT(mirror.state(stays->id), ContainerState::Exited, slow);
        QTRY_COMPARE_WITH_TIMEOUT(mirror.details(stays->id).exitCode, 137, slow);
        // and lives on the new stream
        QVERIFY(succeeds(await(outside.api.startContainer(came->id))));
        QTRY_COMPARE_WITH_TIMEOUT(mirror.state(came->id), ContainerState::Running, slow);
    }

    void healthIsKnownOnBoth_data() { eachEngine(); }

    void healthIsKnownOnBoth()
    {
        QFETCH(QString, socket);
        KAPTAN_NEED_ENGINE(socket);
        Engine e(socket, u"chealth"_s);
        ContainerCache cache(e.api, Clock::system());
        Mirror mirror(cache);
        cache.start();
        QTRY_COMPARE_WITH_TIMEOUT(cache.state().phase, Phase::Live, slow);
        CreateRequest request = e.shell(u"a"_s, loop);
        // The first check waits to be let on: else it may be over before anybody has looked.
        request.config.healthcheck = {
            {u"CMD-SHELL"_s, u"while [ ! -e /tmp/looked ]; do sleep 0.1; done; test ! -e /tmp/ill"_s},
            500'000'000,
            60'000'000'000,
            0,
            1};
        const auto id = await(e.api.createContainer(request));
        QVERIFY(succeeds(id));
        QVERIFY(succeeds(await(e.api.startContainer(id->id))));
        const auto health = [&] {
            const ContainerPtr container = mirror.known.value(id->id);
            return container ? container->health() : HealthState::None;
        };
        const auto check = [&] {
            if (!e.api.isPodman())
                return;
            QVERIFY(succeeds(await(e.api.runHealthCheck(id->id))));
            cache.refresh(id->id);
        };
        QTRY_COMPARE_WITH_TIMEOUT(health(), HealthState::Starting, slow);
        QCOMPARE(await(e.api.exec({id->id, {u"touch"_s, u"/tmp/looked"_s}, {}, {}, {}}))->exitCode, 0);
        check();
        QTRY_COMPARE_WITH_TIMEOUT(health(), HealthState::Healthy, slow);
        QCOMPARE(await(e.api.exec({id->id, {u"touch"_s, u"/tmp/ill"_s}, {}, {}, {}}))->exitCode, 0);
        check();
        QTRY_COMPARE_WITH_TIMEOUT(health(), HealthState::Unhealthy, slow);
        QVERIFY(succeeds(await(e.api.killContainer(id->id))));
        QTRY_COMPARE_WITH_TIMEOUT(health(), HealthState::None, slow);
    }

    void manyAtOnceCostFewReads_data() { eachEngine(); }

    void manyAtOnceCostFewReads()
    {
        QFETCH(QString, socket);
        KAPTAN_NEED_ENGINE(socket);
        Engine e(socket, u"many"_s);
        LocalProxy proxy(socket);
        net::Client client(net::Endpoint::unixSocket(proxy.path()));
        EngineApi api(client);
        ContainerCache cache(api, Clock::system());
        Mirror mirror(cache);
        QSignalSpy changes(&cache, &ContainerCache::changed);
        cache.start();
        QTRY_COMPARE_WITH_TIMEOUT(cache.state().phase, Phase::Live, slow);
        QVector<QFuture<Result<CreatedContainer>>> futures;
        constexpr int count = 40;
        for (int i = 0; i < count; ++i)
            futures.append(e.api.createContainer(e.shell(QString::number(i), loop)));
        QSet<QString> ids;
        for (const auto& future : futures) {
            const auto made = await(future);
            QVERIFY(succeeds(made));
            ids.insert(made->id);
        }
        const auto all = [&] {
            return std::all_of(ids.begin(), ids.end(),
                               [&](const QString& id) { return mirror.known.contains(id); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(all(), slow);
        QVERIFY2(changes.size() <= count + 1, qPrintable(QString::number(changes.size())));
        for (const QString& id : std::as_const(ids))
            QVERIFY(succeeds(await(e.api.removeContainer(id))));
        QTRY_VERIFY_WITH_TIMEOUT(std::none_of(ids.begin(), ids.end(),
                                              [&](const QString& id) { return mirror.known.contains(id); }),
                                 slow);
    }
};

QTEST_GUILESS_MAIN(TestContainerCache)
#include "tst_container_cache.moc"
