#include "engine_case.h"

#include <QMutex>

#include <cmath>

using namespace kaptan;
using namespace kaptan::test;

namespace
{

/// Keeps all it gets; called from the log's thread.
class KeepingSink : public workload::LogSink
{
public:
    void append(Stream stream, const char* data, qsizetype size) override
    {
        const QMutexLocker lock(&m_mutex);
        (stream == Stream::Stderr ? m_err : m_out).append(data, size);
    }

    void ended(const std::optional<Error>& error) override
    {
        const QMutexLocker lock(&m_mutex);
        ++m_ends;
        m_error = error;
    }

    QByteArray out() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_out;
    }

    QByteArray err() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_err;
    }

    int ends() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_ends;
    }

    std::optional<Error> error() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_error;
    }

private:
    mutable QMutex m_mutex;
    QByteArray m_out, m_err;
    std::optional<Error> m_error;
    int m_ends = 0;
};

} // namespace

/// What is read of an engine: usage, events, logs.
class SourcesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void usageOfABusyLoop_data() { engines(); }

    void usageOfABusyLoop();

    void eventsOfACrash_data() { engines(); }

    void eventsOfACrash();

    void logOfBothStreams_data() { engines(); }

    void logOfBothStreams();

    void logFollowedBeforeItsFirstLine_data() { engines(); }

    void logFollowedBeforeItsFirstLine();

    void logIsHeldWhilePaused_data() { engines(); }

    void logIsHeldWhilePaused();

    void logWithTerminal_data() { engines(); }

    void logWithTerminal();

    void noLog_data() { engines(); }

    void noLog();

    void closedAndOpened_data() { engines(); }

    void closedAndOpened();
    void noEngine();

private:
    static void engines()
    {
        QTest::addColumn<QString>("engine");
        QTest::newRow("docker") << u"KAPTAN_TEST_DOCKER"_s;
        QTest::newRow("podman") << u"KAPTAN_TEST_PODMAN"_s;
    }

    /// A started container of the shell's words; its id.
    static QString run(const EngineCase& c, const QString& name, const QString& words, bool tty = false,
                       qint64 nanoCpus = 0)
    {
        docker::CreateRequest request;
        request.name = name;
        request.config.image = u"test/busybox:1"_s;
        request.config.command = {u"sh"_s, u"-c"_s, words};
        request.config.tty = tty;
        request.host.nanoCpus = nanoCpus;
        const auto made = c.wait(c.api().createContainer(request));
        if (!made || !*made || !c.wait(c.api().startContainer((*made)->id)).value_or(failure(Cancelled{})))
            return {};
        return (*made)->id;
    }
};

void SourcesTest::usageOfABusyLoop()
{
    KAPTAN_ENGINE(c);
    const QString id = run(c, u"adapter-busy"_s, u"while :; do :; done"_s, false, 250'000'000);
    QVERIFY(!id.isEmpty());
    const QString idle = run(c, u"adapter-idle"_s, u"sleep 1000"_s);
    QVERIFY(!idle.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(c.find(u"container:"_s + idle), slow);
    QVector<workload::Usage> seen;
    connect(c.backend->metrics(), &workload::MetricSource::sampled, this,
            [&seen](const QVector<workload::Usage>& batch) { seen += batch; });
    c.backend->metrics()->watch(this, {id});
    const auto rated = [&seen] {
        return std::count_if(seen.cbegin(), seen.cend(), [](const auto& u) { return u.cpuMillicores > 0; });
    };
    // Its limit is 250; a busy machine may give it less for a while.
    const auto atItsLimit = [&seen] {
        return !seen.isEmpty() && seen.last().cpuMillicores > 150 && seen.last().cpuMillicores < 350;
    };
    QTRY_VERIFY2_WITH_TIMEOUT(rated() >= 3 && atItsLimit(),
                              qPrintable(QString::number(seen.isEmpty() ? -1 : seen.last().cpuMillicores)),
                              slow);
    c.backend->metrics()->watch(this, {});
    QVERIFY(std::isnan(seen.first().cpuMillicores)); // one sample is no rate
    for (const workload::Usage& usage : std::as_const(seen)) {
        QCOMPARE(usage.instanceId, id); // nothing that nobody watches
        QVERIFY(usage.memoryBytes > 0 && usage.memoryBytes < (64 << 20));
    }
    QVERIFY(seen.last().networkRxPerSecond >= 0);
    disconnect(c.backend->metrics(), nullptr, this, nullptr);
    c.cleanUp();
}

void SourcesTest::eventsOfACrash()
{
    KAPTAN_ENGINE(c);
    QVector<workload::Event> seen;
    connect(c.backend->events(), &workload::EventSource::happened, this,
            [&seen](const QVector<workload::Event>& batch) { seen += batch; });
    const QString id = run(c, u"adapter-crash"_s, u"exit 3"_s);
    QVERIFY(!id.isEmpty());
    const auto death = [&seen, &id] {
        return std::find_if(seen.cbegin(), seen.cend(), [&id](const workload::Event& e) {
            return e.objectId == id && e.action == u"die";
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(death() != seen.cend(), slow);
    QCOMPARE(death()->severity, workload::EventSeverity::Error);
    QCOMPARE(death()->object, u"adapter-crash"_s);
    QCOMPARE(death()->workloadId, u"container:"_s + id);
    QVERIFY(death()->message.contains(u"3"_s));
    QVERIFY(c.backend->events()->recent().size() >= seen.size());
    disconnect(c.backend->events(), nullptr, this, nullptr);
    c.cleanUp();
}

void SourcesTest::logOfBothStreams()
{
    KAPTAN_ENGINE(c);
    const QString id =
        run(c, u"adapter-log"_s,
            u"echo out; echo err >&2; while [ ! -e /tmp/go ]; do sleep 0.1; done; echo last"_s);
    QVERIFY(!id.isEmpty());
    KeepingSink sink;
    const auto handle = c.backend->logs()->open(id, {}, sink);
    QTRY_VERIFY_WITH_TIMEOUT(sink.out().endsWith("out\n") && sink.err().endsWith("err\n"), slow);
    const QByteArray stamp = sink.out().split(' ').first();
    QVERIFY2(QDateTime::fromString(QString::fromLatin1(stamp.left(19)), Qt::ISODate).isValid(),
             stamp.constData());
    QCOMPARE(sink.ends(), 0); // it follows
    const auto go = c.wait(c.api().exec({id, {u"touch"_s, u"/tmp/go"_s}, {}, {}, {}}));
    QCOMPARE(c.problem(go), QString());
    QTRY_COMPARE_WITH_TIMEOUT(sink.ends(), 1, slow); // the container ended
    QVERIFY2(!sink.error(), sink.error() ? qPrintable(sink.error()->message()) : "");
    QVERIFY(sink.out().endsWith("last\n"));
    c.cleanUp();
}

void SourcesTest::logFollowedBeforeItsFirstLine()
{
    KAPTAN_ENGINE(c);
    // More than once: whether the engine has made the log's file by then is chance.
    for (int i = 0; i < 4; ++i) {
        const QString name = u"adapter-silent-%1"_s.arg(i);
        const QString id =
            run(c, name, u"sleep 2; echo first; sleep 1; while :; do echo more; sleep 1; done"_s);
        QVERIFY(!id.isEmpty());
        KeepingSink sink;
        workload::LogOptions options;
        options.timestamps = false;
        const auto handle = c.backend->logs()->open(id, options, sink);
        QTRY_VERIFY_WITH_TIMEOUT(sink.out().startsWith("first"), slow);
        QTRY_VERIFY_WITH_TIMEOUT(sink.out().contains("more"), slow);
        QCOMPARE(sink.ends(), 0);
    }
    c.cleanUp();
}

void SourcesTest::logIsHeldWhilePaused()
{
    KAPTAN_ENGINE(c);
    const QString id = run(c, u"adapter-much"_s, u"while :; do seq 1 100000; done"_s, false, 300'000'000);
    QVERIFY(!id.isEmpty());
    // Podman may lose the first line where it is written while the follow begins.
    const auto hasLogged = [&] {
        KeepingSink once;
        workload::LogOptions end;
        end.tail = 1;
        end.follow = false;
        const auto look = c.backend->logs()->open(id, end, once);
        return QTest::qWaitFor([&] { return once.ends() > 0; }, 5000) && !once.out().isEmpty();
    };
    QVERIFY(QTest::qWaitFor(hasLogged, slow));
    KeepingSink sink;
    workload::LogOptions options;
    options.timestamps = false;
    auto handle = c.backend->logs()->open(id, options, sink);
    // Podman reads the log's file by looking at it now and then: on a busy machine that takes its time.
    QVERIFY(QTest::qWaitFor([&] { return sink.out().size() > 100'000 || sink.ends() > 0; }, slow));
    QVERIFY2(sink.ends() == 0, qPrintable(sink.error() ? sink.error()->message() : u"it ended"_s));
    handle->setPaused(true);
    qsizetype held = -1;
    // What was under way may still come; then nothing does.
    QVERIFY(QTest::qWaitFor(
        [&] {
            const qsizetype now = sink.out().size();
            return std::exchange(held, now) == now;
        },
        slow));
    QVERIFY(!QTest::qWaitFor([&] { return sink.out().size() > held + 4 * 1024 * 1024; }, 1500));
    handle->setPaused(false);
    QTRY_VERIFY_WITH_TIMEOUT(sink.out().size() > held + 200'000, slow);
    handle.reset();
    const qsizetype atEnd = sink.out().size();
    QVERIFY(!QTest::qWaitFor([&] { return sink.out().size() != atEnd || sink.ends() > 0; }, 300));
    c.cleanUp();
}

void SourcesTest::logWithTerminal()
{
    KAPTAN_ENGINE(c);
    const QString id = run(c, u"adapter-tty"_s, u"echo hello"_s, true);
    QVERIFY(!id.isEmpty());
    KeepingSink sink;
    workload::LogOptions options;
    options.timestamps = false;
    const auto handle = c.backend->logs()->open(id, options, sink);
    QTRY_COMPARE_WITH_TIMEOUT(sink.ends(), 1, slow);
    QCOMPARE(sink.out(), QByteArray("hello\r\n"));
    c.cleanUp();
}

void SourcesTest::noLog()
{
    KAPTAN_ENGINE(c);
    KeepingSink gone, missing;
    const auto first = c.backend->logs()->open(u"adapter-no-such"_s, {}, gone);
    QTRY_COMPARE_WITH_TIMEOUT(gone.ends(), 1, slow);
    QVERIFY(gone.error() && gone.error()->httpStatus() == 404);
    const auto second = c.backend->logs()->open({}, {}, missing);
    QTRY_COMPARE_WITH_TIMEOUT(missing.ends(), 1, slow);
    QVERIFY(missing.error());
    auto outlives = c.backend->logs()->open(u"adapter-no-such"_s, {}, gone);
    c.backend.reset();
    outlives->setPaused(true);
    outlives->setPaused(false);
}

void SourcesTest::closedAndOpened()
{
    KAPTAN_ENGINE(c);
    const QString id = run(c, u"adapter-again"_s, u"sleep 1000"_s);
    QTRY_VERIFY_WITH_TIMEOUT(c.find(u"container:"_s + id), slow);
    QVERIFY(c.backend->info() && !c.backend->info()->version.isEmpty());
    QVERIFY(c.backend->state().lastLive.isValid());
    c.backend->close();
    QTRY_COMPARE_WITH_TIMEOUT(c.backend->state().phase, docker::EngineBackend::Phase::Idle, slow);
    QVERIFY(c.find(u"container:"_s + id)); // the last data stays
    c.backend->open();
    QTRY_VERIFY_WITH_TIMEOUT(c.live(), slow);
    KAPTAN_OK(c.api().removeContainer(id, true));
    QTRY_VERIFY_WITH_TIMEOUT(!c.find(u"container:"_s + id), slow);
}

void SourcesTest::noEngine()
{
    docker::EngineBackend backend(net::Endpoint::unixSocket(u"/nonexistent/engine.sock"_s));
    QSignalSpy changes(&backend, &docker::EngineBackend::stateChanged);
    backend.open();
    QTRY_COMPARE_WITH_TIMEOUT(backend.state().phase, docker::EngineBackend::Phase::Failed, slow);
    QVERIFY(backend.state().error);
    QVERIFY(backend.state().error->as<TransportError>());
    QVERIFY(!changes.isEmpty());
    workload::DeploySpec spec = EngineCase::spec(u"adapter-none"_s);
    const auto deployed = EngineCase::wait(backend.deploying()->deploy(spec));
    QVERIFY(deployed && !*deployed);
    backend.retryNow();
    backend.close();
    QTRY_COMPARE_WITH_TIMEOUT(backend.state().phase, docker::EngineBackend::Phase::Idle, slow);
}

QTEST_GUILESS_MAIN(SourcesTest)
#include "tst_sources.moc"
