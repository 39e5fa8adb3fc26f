#include "app/docker/adapter/engine_backend.h"
#include "tests/docker_api/fake_engine.h"
#include "tests/support/patience.h"

#include <QTest>

using namespace kaptan;
using namespace kaptan::docker;
using namespace Qt::StringLiterals;

class TestLifecycle : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    /// Podman's answer where the container ended by itself just before it was to be killed: it is stopped
    /// then.
    void aRestartThatFindsTheContainerStoppedStartsIt()
    {
        FakeEngine engine;
        engine.containers = R"([{"Id":"c1","Names":["/c1"],"State":"running","Status":"Up 1 second"}])";
        QByteArray refusal =
            R"({"cause":"container state improper","message":"sending SIGKILL to container c1: container state improper: stopped","response":500})";
        engine.handle = [&refusal](const FakeEngine::Call& call) {
            if (call.target.endsWith("/containers/c1/json"))
                call.answer(R"({"Id":"c1","Name":"/c1","State":{"Status":"running","Running":true}})");
            else if (call.target.contains("/containers/c1/restart"))
                call.answer(refusal, "500 Internal Server Error\r\nContent-Type: application/json");
            else if (call.target.endsWith("/containers/c1/start"))
                call.answer("", "204 No Content");
            else
                return false;
            return true;
        };
        EngineBackend backend(net::Endpoint::unixSocket(engine.path()));
        backend.open();
        const auto there = [&] { return backend.workloads() && !backend.workloads()->workloads().isEmpty(); };
        QTRY_VERIFY_WITH_TIMEOUT(there(), test::slow);
        const auto started = [&engine] {
            return std::any_of(engine.calls.cbegin(), engine.calls.cend(),
                               [](const QByteArray& call) { return call.endsWith("/containers/c1/start"); });
        };
        auto first = backend.lifecycle()->restartInstance(u"c1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(started(), test::slow);
        first.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(first.isFinished(), test::slow);

        // Any other refusal is told, and nothing is started behind it.
        engine.calls.clear();
        refusal = R"({"cause":"disk","message":"no space left on device","response":500})";
        auto second = backend.lifecycle()->restartInstance(u"c1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(second.isFinished(), test::slow);
        QVERIFY(second.resultCount() == 1 && !second.result());
        QVERIFY(second.result().error().message().contains(u"no space left"_s));
        QVERIFY(!started());
    }

    /// Podman refuses a log whose newest line is half written just then; a moment later it does not.
    void aLogWhoseLastLineIsHalfWrittenIsAskedForAgain()
    {
        struct Sink : workload::LogSink {
            void append(Stream, const char* data, qsizetype size) override { text.append(data, size); }

            void ended(const std::optional<Error>& why) override
            {
                error = why;
                hasEnded = true;
            }

            QByteArray text;
            std::optional<Error> error;
            std::atomic<bool> hasEnded = false;
        };

        FakeEngine engine;
        engine.containers = R"([{"Id":"c1","Names":["/c1"],"State":"running","Status":"Up 1 second"}])";
        int refusals = 2;
        engine.handle = [&refusals](const FakeEngine::Call& call) {
            if (call.target.endsWith("/containers/c1/json"))
                call.answer(
                    R"({"Id":"c1","Name":"/c1","Config":{"Tty":true},"State":{"Status":"running","Running":true}})");
            else if (!call.target.contains("/containers/c1/logs"))
                return false;
            else if (refusals-- > 0)
                call.answer(
                    R"({"cause":"'2026-' is not a valid container log line","message":"failed to obtain logs","response":500})",
                    "500 Internal Server Error\r\nContent-Type: application/json");
            else
                call.answer("hello\n");
            return true;
        };
        EngineBackend backend(net::Endpoint::unixSocket(engine.path()));
        backend.open();
        QTRY_VERIFY_WITH_TIMEOUT(backend.logs(), test::slow);
        Sink once;
        const auto handle = backend.logs()->open(u"c1"_s, {}, once);
        QTRY_VERIFY_WITH_TIMEOUT(once.hasEnded.load(), test::slow);
        QCOMPARE(once.text, QByteArray("hello\n"));
        QVERIFY(!once.error);

        // One that stays so is told, after a while.
        refusals = 1000;
        Sink never;
        const auto second = backend.logs()->open(u"c1"_s, {}, never);
        QTRY_VERIFY_WITH_TIMEOUT(never.hasEnded.load(), test::slow);
        QVERIFY(never.error && never.text.isEmpty());
        QVERIFY(refusals < 1000 - 10 && refusals > 900);
    }
};

QTEST_GUILESS_MAIN(TestLifecycle)
#include "tst_lifecycle.moc"
