#include "app/docker/api/engine_error.h"
#include "app/docker/api/log_demuxer.h"
#include "engine_fixture.h"
#include "tests/support/patience.h"

#include <QSignalSpy>
#include <QTest>

using namespace kaptan;
using namespace kaptan::docker;
using namespace Qt::StringLiterals;
using kaptan::test::slow;

class TestContainers : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void aWholeLife_data() { eachEngine(); }

    void aWholeLife()
    {
        QFETCH(QString, socket);
        KAPTAN_NEED_ENGINE(socket);
        Engine e(socket, u"life"_s);
        CreateRequest request =
            e.shell(u"a"_s, u"trap 'exit 0' TERM; touch /tmp/ready; while :; do sleep 1; done"_s);
        request.config.labels = {{u"kaptan.test"_s, u"<b>life</b>"_s}};
        request.config.environment = {u"A=ü b"_s};
        request.host.memory = 64 * 1024 * 1024;
        request.host.nanoCpus = 500'000'000;
        request.host.restartPolicy = {u"on-failure"_s, 2};
        const auto created = await(e.api.createContainer(request));
        QVERIFY(succeeds(created));
        const QString id = created->id;

        auto details = await(e.api.inspectContainer(id));
        QVERIFY(succeeds(details));
        QCOMPARE(details->state, ContainerState::Created);
        QCOMPARE(details->name, request.name);
        QCOMPARE(details->config.image, u"test/busybox:1"_s);
        QVERIFY(details->config.environment.contains(u"A=ü b"_s));
        QCOMPARE(details->host.memory, request.host.memory);
        QCOMPARE(details->host.nanoCpus, request.host.nanoCpus);
        QCOMPARE(details->host.restartPolicy, request.host.restartPolicy);

        QVERIFY(succeeds(await(e.api.startContainer(id))));
        QVERIFY(succeeds(await(e.api.startContainer(id)))); // once more is no error
        const auto list = await(e.api.containers(true, {{u"label"_s, {u"kaptan.test=<b>life</b>"_s}}}));
        QVERIFY(succeeds(list));
        QCOMPARE(list->size(), 1);
        QCOMPARE(list->first().id, id);
        QCOMPARE(list->first().state, ContainerState::Running);
        QCOMPARE(list->first().image, u"test/busybox:1"_s);

        QVERIFY(succeeds(await(e.api.pauseContainer(id))));
        const auto twice = await(e.api.pauseContainer(id));
        QVERIFY(!twice);
        QVERIFY2(isWrongState(twice.error()), qPrintable(twice.error().message()));
        QCOMPARE(await(e.api.inspectContainer(id))->state, ContainerState::Paused);
        QVERIFY(succeeds(await(e.api.unpauseContainer(id))));
        QVERIFY(succeeds(await(e.api.renameContainer(id, e.name(u"b"_s)))));
        QCOMPARE(await(e.api.inspectContainer(id))->name, e.name(u"b"_s));

        UpdateRequest limits;
        limits.memory = 128 * 1024 * 1024;
        limits.memorySwap = 256 * 1024 * 1024;
        QVERIFY(succeeds(await(e.api.updateContainer(id, limits))));
        if (!e.api.isPodman())
            QCOMPARE(await(e.api.inspectContainer(id))->host.memory, *limits.memory);

        const auto sample = await(e.api.stats(id));
        QVERIFY(succeeds(sample));
        QVERIFY(sample->running);
        QVERIFY(sample->cpuTotalNs > 0);
        QVERIFY(sample->memoryUsage > 0);
        // Podman 4.3 sets the new limit, and goes on telling the old one.
        QCOMPARE(sample->memoryLimit, e.api.isPodman() ? request.host.memory : *limits.memory);
        const auto limit = await(e.api.exec(
            {id,
             {u"sh"_s, u"-c"_s,
              u"cat /sys/fs/cgroup/memory/memory.limit_in_bytes || cat /sys/fs/cgroup/memory.max"_s},
             {},
             {},
             {}}));
        QVERIFY(succeeds(limit));
        QCOMPARE(limit->standardOutput.trimmed(), QByteArray::number(*limits.memory));
        QVERIFY(sample->networkRx >= 0);
        const auto processes = await(e.api.top(id));
        QVERIFY(succeeds(processes));
        QVERIFY(!processes->rows.isEmpty());

        // Until it has set its trap, it is deaf.
        const auto ready = [&] {
            const auto there = await(e.api.exec({id, {u"test"_s, u"-e"_s, u"/tmp/ready"_s}, {}, {}, {}}));
            return there && there->exitCode == 0;
        };
        QVERIFY(QTest::qWaitFor(ready, slow));
        QCOMPARE(await(e.api.exec({id, {u"rm"_s, u"/tmp/ready"_s}, {}, {}, {}}))->exitCode, 0);
        QVERIFY(succeeds(await(e.api.restartContainer(id, 60))));
        QVERIFY(QTest::qWaitFor(ready, slow));
        QVERIFY(succeeds(await(e.api.stopContainer(id, 60))));
        QVERIFY(succeeds(await(e.api.stopContainer(id, 60))));
        QCOMPARE(*await(e.api.waitContainer(id)), 0);
        QTRY_COMPARE_WITH_TIMEOUT(await(e.api.inspectContainer(id))->state, ContainerState::Exited, slow);
        const auto still = await(e.api.stats(id));
        QVERIFY(succeeds(still));
        QVERIFY(!still->running);
        QVERIFY(succeeds(await(e.api.removeContainer(id))));
        QVERIFY(isNotFound(await(e.api.inspectContainer(id)).error()));
    }

    void refusals_data() { eachEngine(); }

    void refusals()
    {
        QFETCH(QString, socket);
        KAPTAN_NEED_ENGINE(socket);
        Engine e(socket, u"refusals"_s);
        const CreateRequest request = e.shell(u"a"_s, u"while :; do sleep 1; done"_s);
        const auto id = await(e.api.createContainer(request));
        QVERIFY(succeeds(id));
        const auto same = await(e.api.createContainer(request));
        QVERIFY(!same);
        QVERIFY2(isNameConflict(same.error()), qPrintable(same.error().message()));
        QVERIFY(same.error().message().contains(request.name));
        const auto stopped = await(e.api.exec({id->id, {u"true"_s}, {}, {}, {}}));
        QVERIFY(!stopped);
        QVERIFY2(isWrongState(stopped.error()), qPrintable(stopped.error().message()));
        QVERIFY(succeeds(await(e.api.startContainer(id->id))));
        const auto running = await(e.api.removeContainer(id->id));
        QVERIFY(!running);
        QVERIFY2(isWrongState(running.error()), qPrintable(running.error().message()));
        CreateRequest missing = request;
        missing.name = e.name(u"c"_s);
        missing.config.image = u"kaptantest/nothing:9"_s;
        const auto noImage = await(e.api.createContainer(missing));
        QVERIFY(!noImage);
        QVERIFY2(isNoSuchImage(noImage.error()), qPrintable(noImage.error().details()));
        UpdateRequest policy;
        policy.restartPolicy = RestartPolicy{u"always"_s, 0};
        QCOMPARE(await(e.api.updateContainer(id->id, policy)).has_value(), !e.api.isPodman());
        QVERIFY(succeeds(await(e.api.killContainer(id->id))));
        const auto nobody = await(e.api.killContainer(u"kaptantest-nobody"_s));
        QVERIFY(isNotFound(nobody.error()));
    }

    void commands_data() { eachEngine(); }

    void commands()
    {
        QFETCH(QString, socket);
        KAPTAN_NEED_ENGINE(socket);
        Engine e(socket, u"exec"_s);
        const auto id = await(e.api.createContainer(e.shell(u"a"_s, u"while :; do sleep 1; done"_s)));
        QVERIFY(succeeds(id));
        QVERIFY(succeeds(await(e.api.startContainer(id->id))));
        ExecRequest request;
        request.containerId = id->id;
        request.command = {u"sh"_s, u"-c"_s, u"echo out; echo err >&2; echo $X; pwd; exit 3"_s};
        request.environment = {u"X=secret words"_s};
        request.workingDir = u"/tmp"_s;
        const auto result = await(e.api.exec(request));
        QVERIFY(succeeds(result));
        QCOMPARE(result->exitCode, 3);
        QCOMPARE(result->standardOutput, QByteArray("out\nsecret words\n/tmp\n"));
        QCOMPARE(result->standardError, QByteArray("err\n"));
        request.command = {
            u"sh"_s, u"-c"_s,
            u"i=0; while [ $i -lt 2000 ]; do echo 0123456789012345678901234567890123456789; i=$((i+1)); done"_s};
        const auto much = await(e.api.exec(request, 1000));
        QVERIFY(succeeds(much));
        QVERIFY(much->truncated);
        QCOMPARE(much->standardOutput.size(), 1000);
        QCOMPARE(much->exitCode, 0);
    }

    void aDialogueWithACommand_data() { eachEngine(); }

    void aDialogueWithACommand()
    {
        QFETCH(QString, socket);
        KAPTAN_NEED_ENGINE(socket);
        Engine e(socket, u"tty"_s);
        const auto id = await(e.api.createContainer(e.shell(u"a"_s, u"while :; do sleep 1; done"_s)));
        QVERIFY(succeeds(id));
        QVERIFY(succeeds(await(e.api.startContainer(id->id))));
        ExecRequest request;
        request.containerId = id->id;
        request.command = {u"sh"_s};
        request.tty = request.attachStdin = true;
        const auto execId = await(e.api.createExec(request));
        QVERIFY(succeeds(execId));
        const auto stream = e.api.startExec(*execId, true);
        QSignalSpy head(stream.get(), &net::Stream::headReceived);
        QByteArray seen;
        connect(stream.get(), &net::Stream::readyRead, this, [&] { seen += stream->read(100'000); });
        bool finished = false;
        connect(stream.get(), &net::Stream::finished, this, [&] { finished = true; });
        QTRY_COMPARE_WITH_TIMEOUT(head.size(), 1, slow);
        QTRY_VERIFY_WITH_TIMEOUT(!seen.isEmpty(), slow); // the prompt: it has started, and may be resized now
        QVERIFY(succeeds(await(e.api.resizeExec(*execId, 101, 31))));
        stream->write("stty size; exit 5\n");
        QTRY_VERIFY2_WITH_TIMEOUT(seen.contains("31 101"), seen.constData(), slow);
        QTRY_VERIFY_WITH_TIMEOUT(finished, slow);
        QTRY_COMPARE_WITH_TIMEOUT(await(e.api.inspectExec(*execId))->exitCode, 5, slow);
    }

    void aLogIsFollowed_data() { eachEngine(); }

    void aLogIsFollowed()
    {
        QFETCH(QString, socket);
        KAPTAN_NEED_ENGINE(socket);
        Engine e(socket, u"logs"_s);
        const auto id = await(e.api.createContainer(e.shell(
            u"a"_s, u"echo one; echo two >&2; while [ ! -e /tmp/go ]; do sleep 0.1; done; echo three"_s)));
        QVERIFY(succeeds(id));
        QVERIFY(succeeds(await(e.api.startContainer(id->id))));
        LogRequest request;
        request.containerId = id->id;
        const auto stream = e.api.logs(request);
        QByteArray out;
        QByteArray err;
        LogDemuxer demuxer(false, [&](LogDemuxer::Stream source, const char* data, qsizetype size) {
            (source == LogDemuxer::Stream::Stderr ? err : out).append(data, size);
        });
        bool finished = false;
        std::optional<Error> error;
        connect(stream.get(), &net::Stream::readyRead, this,
                [&] { QVERIFY(demuxer.feed(stream->read(1 << 20))); });
        connect(stream.get(), &net::Stream::finished, this, [&](const std::optional<Error>& e2) {
            finished = true;
            error = e2;
        });
        QTRY_VERIFY_WITH_TIMEOUT(out.endsWith("Z one\n") && err.endsWith("Z two\n"), slow);
        QVERIFY(!finished);
        QVERIFY(succeeds(await(e.api.exec({id->id, {u"touch"_s, u"/tmp/go"_s}, {}, {}, {}}))));
        QTRY_VERIFY_WITH_TIMEOUT(finished, slow);
        QVERIFY(!error);
        QVERIFY(out.endsWith("Z three\n"));
        QVERIFY(demuxer.finish());

        request.follow = false;
        request.timestamps = false;
        request.tail = 1;
        const auto last = e.api.logs(request);
        out.clear();
        finished = false;
        connect(last.get(), &net::Stream::readyRead, this,
                [&] { QVERIFY(demuxer.feed(last->read(1 << 20))); });
        connect(last.get(), &net::Stream::finished, this, [&] { finished = true; });
        QTRY_VERIFY_WITH_TIMEOUT(finished, slow);
        QCOMPARE(out, QByteArray("three\n"));
    }

    void healthChecks_data() { eachEngine(); }

    void healthChecks()
    {
        QFETCH(QString, socket);
        KAPTAN_NEED_ENGINE(socket);
        Engine e(socket, u"health"_s);
        CreateRequest request = e.shell(u"a"_s, u"while :; do sleep 1; done"_s);
        // The first check waits to be let on: else it may be over before anybody has looked.
        request.config.healthcheck = {
            {u"CMD-SHELL"_s,
             u"echo checked; while [ ! -e /tmp/looked ]; do sleep 0.1; done; test ! -e /tmp/ill"_s},
            1'000'000'000,
            60'000'000'000,
            0,
            2};
        const auto id = await(e.api.createContainer(request));
        QVERIFY(succeeds(id));
        QVERIFY(succeeds(await(e.api.startContainer(id->id))));
        QCOMPARE(await(e.api.inspectContainer(id->id))->health, HealthState::Starting);
        QCOMPARE(await(e.api.exec({id->id, {u"touch"_s, u"/tmp/looked"_s}, {}, {}, {}}))->exitCode, 0);
        if (e.api.isPodman()) {
            QCOMPARE(*await(e.api.runHealthCheck(id->id)), HealthState::Healthy);
        } else {
            QVERIFY(isUnsupported(await(e.api.runHealthCheck(id->id)).error()));
        }
        QTRY_COMPARE_WITH_TIMEOUT(await(e.api.inspectContainer(id->id))->health, HealthState::Healthy, slow);
        QCOMPARE(await(e.api.exec({id->id, {u"touch"_s, u"/tmp/ill"_s}, {}, {}, {}}))->exitCode, 0);
        if (e.api.isPodman()) {
            QCOMPARE(*await(e.api.runHealthCheck(id->id)), HealthState::Unhealthy);
            QCOMPARE(*await(e.api.runHealthCheck(id->id)), HealthState::Unhealthy);
        }
        QTRY_COMPARE_WITH_TIMEOUT(await(e.api.inspectContainer(id->id))->health, HealthState::Unhealthy,
                                  slow);
        const auto details = await(e.api.inspectContainer(id->id));
        QVERIFY(details->failingStreak >= 2);
        QVERIFY2(details->lastHealthOutput().startsWith("checked"_L1),
                 qPrintable(details->lastHealthOutput()));
    }

    void waitingCanBeCancelled_data() { eachEngine(); }

    void waitingCanBeCancelled()
    {
        QFETCH(QString, socket);
        KAPTAN_NEED_ENGINE(socket);
        Engine e(socket, u"wait"_s);
        const auto id = await(
            e.api.createContainer(e.shell(u"a"_s, u"while [ ! -e /tmp/go ]; do sleep 0.1; done; exit 7"_s)));
        QVERIFY(succeeds(id));
        QVERIFY(succeeds(await(e.api.startContainer(id->id))));
        auto given = e.api.waitContainer(id->id);
        const auto kept = e.api.waitContainer(id->id);
        given.cancel();
        QVERIFY(await(given).error().isCancelled());
        QVERIFY(succeeds(await(e.api.exec({id->id, {u"touch"_s, u"/tmp/go"_s}, {}, {}, {}}))));
        const auto code = await(kept);
        QVERIFY(succeeds(code));
        QCOMPARE(*code, 7);
    }
};

QTEST_GUILESS_MAIN(TestContainers)
#include "tst_containers.moc"
