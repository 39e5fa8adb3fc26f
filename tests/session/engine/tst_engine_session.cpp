#include "app/core/when_done.h"
#include "app/docker/api/engine_api.h"
#include "app/session/connections.h"
#include "app/session/embedded_engine.h"
#include "app/session/sample.h"
#include "app/settings/settings.h"
#include "tests/support/patience.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>

using namespace kaptan;
using namespace kaptan::session;
using namespace Qt::StringLiterals;
using kaptan::test::slow;

namespace
{

template <class T>
Result<T> wait(const QFuture<Result<T>>& future, int timeoutMs = slow)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, timeoutMs) || future.resultCount() == 0)
        return failure(Cancelled{});
    return future.result();
}

template <class T>
QByteArray why(const Result<T>& result)
{
    return result ? QByteArray() : (result.error().message() + u'\n' + result.error().details()).toUtf8();
}

} // namespace

/// Sessions with genuine engines, and the engine that Kaptan starts itself (with a storage of the test's
/// own).
class TestEngineSession : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<settings::Settings> m_settings;
    Surroundings m_surroundings;

    qint64 servicePid() const
    {
        QFile file(m_surroundings.runtimeDir + u"/kaptan/podman.pid"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll().toLongLong() : 0;
    }

    /// Of the service that was started; /proc knows.
    static bool lives(qint64 pid)
    {
        return pid > 1 && QFile::exists(u"/proc/%1/exe"_s.arg(pid)) && ::kill(pid_t(pid), 0) == 0;
    }

private Q_SLOTS:

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>(u"/tmp/kst-XXXXXX"_s); // short: paths of sockets are
        m_settings = std::make_unique<settings::Settings>(m_dir->filePath(u"config"_s));
        m_surroundings = {};
        m_surroundings.environment = Surroundings::system().environment;
        for (const auto& name :
             {u"DOCKER_HOST"_s, u"DOCKER_CONTEXT"_s, u"CONTAINER_HOST"_s, u"CONTAINERS_CONF"_s})
            m_surroundings.environment.remove(name);
        m_surroundings.home = m_dir->path();
        m_surroundings.configHome = m_dir->filePath(u".config"_s);
        m_surroundings.runtimeDir = m_dir->filePath(u"run"_s);
        m_surroundings.root = m_dir->filePath(u"root"_s);
        QVERIFY(QDir().mkpath(m_surroundings.runtimeDir));
        QFile storage(m_dir->filePath(u"storage.conf"_s));
        QVERIFY(storage.open(QIODevice::WriteOnly));
        storage.write(
            u"[storage]\ndriver = \"overlay\"\ngraphroot = \"%1/graph\"\nrunroot = \"%1/runroot\"\n"_s
                .arg(m_dir->path())
                .toUtf8());
        m_surroundings.environment.insert(u"CONTAINERS_STORAGE_CONF"_s, storage.fileName());
    }

    void cleanup()
    {
        m_settings.reset();
        // Podman leaves its storage mounted on itself where it shares the mounts of the machine.
        QProcess::execute(u"sh"_s,
                          {u"-c"_s, u"umount \"$0\"/graph/overlay 2>/dev/null || :"_s, m_dir->path()});
        m_dir.reset();
    }

    void goesLive_data()
    {
        QTest::addColumn<QString>("socket");
        QTest::addColumn<QString>("name");
        QTest::newRow("docker") << qEnvironmentVariable("KAPTAN_TEST_DOCKER") << u"Docker 20"_s;
        QTest::newRow("podman") << qEnvironmentVariable("KAPTAN_TEST_PODMAN") << u"Podman 4"_s;
    }

    void goesLive()
    {
        QFETCH(QString, socket);
        QFETCH(QString, name);
        if (socket.isEmpty())
            QSKIP("no genuine engine: its variable (KAPTAN_TEST_DOCKER, KAPTAN_TEST_PODMAN) is not set");
        m_surroundings.environment.insert(u"DOCKER_HOST"_s, u"unix://"_s + socket);
        Connections list(*m_settings, m_surroundings);
        const auto best = list.best();
        QVERIFY(best);
        QCOMPARE(best->name, u"DOCKER_HOST"_s);

        const auto report = wait(list.test(*best));
        QVERIFY2(report, why(report).constData());
        QVERIFY(report->versionText.startsWith(name.section(u' ', 0, 0)));
        QVERIFY(!report->apiVersion.isEmpty());
        const bool podman = report->platform == workload::Platform::Podman;
        if (podman)
            QVERIFY(!report->limits.isEmpty());

        Session* session = list.session(best->id);
        QSignalSpy changes(session, &Session::stateChanged);
        session->open();
        QTRY_VERIFY_WITH_TIMEOUT(session->state().phase == Phase::Live, slow);
        QVERIFY(changes.count() >= 1);
        QVERIFY(session->versionText().startsWith(name.section(u' ', 0, 0)));
        QVERIFY((session->platform() == workload::Platform::Podman) == podman);
        QVERIFY(session->state().lastLive.isValid());
        QVERIFY(!session->state().error);
        QVERIFY(session->engine() && session->metrics() && session->events() && session->logs());
        session->close();
        QTRY_VERIFY_WITH_TIMEOUT(session->state().phase == Phase::Idle, slow);
    }

    void embeddedEngineFromStartToEnd()
    {
        if (qEnvironmentVariableIsEmpty("KAPTAN_TEST_PODMAN"))
            QSKIP("no Podman can be started here: KAPTAN_TEST_PODMAN is not set");
        Connections list(*m_settings, m_surroundings);
        QVERIFY(list.all().isEmpty());
        qint64 pid = 0;
        {
            EmbeddedEngine engine(list, *m_settings, m_dir->filePath(u"data"_s));
            QVERIFY(!engine.whyUnavailable());
            // A stale socket is replaced.
            QVERIFY(QDir().mkpath(m_surroundings.runtimeDir + u"/kaptan"_s));
            QFile stale(engine.socketPath());
            QVERIFY(stale.open(QIODevice::WriteOnly));
            stale.close();

            const auto started = wait(engine.start());
            QVERIFY2(started, why(started).constData());
            QVERIFY(engine.state() == EmbeddedEngine::State::Running);
            QVERIFY(started->origin == Origin::Embedded);
            QCOMPARE(list.all().size(), 1);
            QCOMPARE(list.best()->id, started->id);
            pid = servicePid();
            QVERIFY(lives(pid));
            const auto again = wait(engine.start()); // runs already
            QVERIFY2(again, why(again).constData());
            QCOMPARE(servicePid(), pid);
            QVERIFY(!(QFile::permissions(m_surroundings.runtimeDir + u"/kaptan"_s) & QFile::ReadOther));

            Session* session = list.session(started->id);
            session->open();
            QTRY_VERIFY_WITH_TIMEOUT(session->state().phase == Phase::Live, slow);

            // Killed in the middle: reconnecting, stale, and back to live by itself.
            QCOMPARE(::kill(pid_t(pid), SIGKILL), 0);
            QTRY_VERIFY_WITH_TIMEOUT(session->state().phase == Phase::Reconnecting, slow);
            QVERIFY(session->state().isStale());
            QVERIFY(session->state().error.has_value());
            QTRY_VERIFY_WITH_TIMEOUT(!lives(pid), slow);
            const auto restarted = wait(engine.start());
            QVERIFY2(restarted, why(restarted).constData());
            QVERIFY(servicePid() != pid);
            session->retryNow();
            QTRY_VERIFY_WITH_TIMEOUT(session->state().phase == Phase::Live, slow);
            pid = servicePid();

            // Stopped on purpose, and started once more.
            const auto stopped = wait(engine.stop());
            QVERIFY2(stopped, why(stopped).constData());
            QVERIFY(!lives(pid));
            QVERIFY(!QFile::exists(engine.socketPath()));
            const auto third = wait(engine.start());
            QVERIFY2(third, why(third).constData());
            pid = servicePid();
            list.session(started->id)->close();
        }
        QTRY_VERIFY_WITH_TIMEOUT(!lives(pid), slow); // it ends with the program
    }

    void embeddedEngineIsKeptWhereTheSettingsSaySo()
    {
        if (qEnvironmentVariableIsEmpty("KAPTAN_TEST_PODMAN"))
            QSKIP("no Podman can be started here: KAPTAN_TEST_PODMAN is not set");
        Connections list(*m_settings, m_surroundings);
        {
            EmbeddedEngine engine(list, *m_settings, m_dir->filePath(u"data"_s));
            engine.setKeepsRunning(true);
            const auto started = wait(engine.start());
            QVERIFY2(started, why(started).constData());
        }
        const qint64 pid = servicePid();
        QVERIFY(lives(pid));
        EmbeddedEngine next(list, *m_settings, m_dir->filePath(u"data"_s));
        QVERIFY(next.state() == EmbeddedEngine::State::Running);
        const auto stopped = wait(next.stop());
        QVERIFY2(stopped, why(stopped).constData());
        QVERIFY(!lives(pid));
    }

    void sample_data() { goesLive_data(); }

    /// The sample on each engine, whole: image, deployment, health; then all of it away.
    void sample()
    {
        QFETCH(QString, socket);
        if (socket.isEmpty())
            QSKIP("no genuine engine: its variable (KAPTAN_TEST_DOCKER, KAPTAN_TEST_PODMAN) is not set");
        QVERIFY(!Sample::whyUnavailable());
        m_surroundings.environment.insert(u"DOCKER_HOST"_s, u"unix://"_s + socket);
        Connections list(*m_settings, m_surroundings);
        Session* session = list.session(list.best()->id);
        session->open();
        QTRY_VERIFY_WITH_TIMEOUT(session->state().phase == Phase::Live, slow);
        const auto deployed = wait(Sample::deploy(*session));
        QVERIFY2(deployed, why(deployed).constData());
        const auto find = [&]() -> workload::WorkloadPtr {
            for (const auto& one : session->workloads()->workloads())
                if (one->id == *deployed)
                    return one;
            return nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(find() && find()->ready == 2, slow);
        QCOMPARE(find()->name, Sample::deploymentName());
        QVERIFY(find()->hasHealthCheck);
        const auto twice = wait(Sample::deploy(*session));
        QVERIFY(!twice); // it is there already, and says so
        QTRY_VERIFY_WITH_TIMEOUT(find() && find()->ready == 2,
                                 slow); // its health may have been late meanwhile
        const auto removed = wait(session->lifecycle()->remove(*deployed));
        QVERIFY2(removed, why(removed).constData());
        QTRY_VERIFY_WITH_TIMEOUT(!find(), slow);
        const auto image = wait(session->engine()->removeImage(Sample::imageName(), true));
        QVERIFY2(image, why(image).constData());
    }

    void readOnlyDeploysNothing()
    {
        m_surroundings.environment.insert(u"DOCKER_HOST"_s, u"unix:///nowhere.sock"_s);
        Connections list(*m_settings, m_surroundings);
        const QString id = list.all().first().id;
        QVERIFY(list.setMarks(id, false, true));
        Session* session = list.session(id);
        session->open();
        const auto deployed = wait(Sample::deploy(*session));
        QVERIFY(!deployed);
        QVERIFY(deployed.error().as<NotAllowed>());
        QVERIFY(deployed.error().message().contains(u"read-only"_s));
    }
};

QTEST_GUILESS_MAIN(TestEngineSession)
#include "tst_engine_session.moc"
