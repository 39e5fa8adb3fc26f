#include "tests/support/patience.h"
#include "tests/support/place/place.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using kaptan::test::slow;

namespace
{

struct Ended {
    int code = -1;
    QString out;
    QString err;
};

} // namespace

/// The program itself, as a shell starts it.
class TestKaptanctl : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

    void prepare(QProcess& process, const QHash<QString, QString>& more = {}) const
    {
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
        environment.insert(u"HOME"_s, m_home.path());
        environment.insert(u"KAPTAN_CONFIG_DIR"_s, m_home.filePath(u"config"_s));
        environment.insert(u"LANG"_s, u"C.UTF-8"_s);
        for (auto it = more.cbegin(); it != more.cend(); ++it)
            environment.insert(it.key(), it.value());
        process.setProcessEnvironment(environment);
    }

    Ended run(const QStringList& arguments, const QHash<QString, QString>& more = {}) const
    {
        QProcess process;
        prepare(process, more);
        process.start(kaptan::test::kaptanctl(), arguments);
        if (!process.waitForFinished(slow) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

private Q_SLOTS:

    void status_data()
    {
        QTest::addColumn<QString>("socket");
        QTest::addColumn<QString>("platform");
        QTest::newRow("docker") << qEnvironmentVariable("KAPTAN_TEST_DOCKER") << u"docker"_s;
        QTest::newRow("podman") << qEnvironmentVariable("KAPTAN_TEST_PODMAN") << u"podman"_s;
    }

    void status()
    {
        QFETCH(QString, socket);
        QFETCH(QString, platform);
        if (socket.isEmpty())
            QSKIP("no genuine engine: its variable (KAPTAN_TEST_DOCKER, KAPTAN_TEST_PODMAN) is not set");
        const Ended table = run({u"status"_s}, {{u"DOCKER_HOST"_s, u"unix://"_s + socket}});
        QVERIFY2(table.code == 0, qPrintable(table.err));
        QVERIFY(table.out.contains(u"DOCKER_HOST (unix://%1)"_s.arg(socket)));
        QVERIFY(table.out.contains(platform, Qt::CaseInsensitive));
        QVERIFY2(table.err.isEmpty(), qPrintable(table.err));

        const Ended json = run({u"status"_s, u"--output"_s, u"json"_s, u"--connection"_s, socket});
        QVERIFY2(json.code == 0, qPrintable(json.err));
        const QJsonObject root = QJsonDocument::fromJson(json.out.toUtf8()).object();
        QCOMPARE(root.value(u"state"_s).toString(), u"live"_s);
        QCOMPARE(root.value(u"engine"_s).toObject().value(u"platform"_s).toString(), platform);
        QVERIFY(root.value(u"host"_s).toObject().value(u"cpus"_s).toInt() > 0);
        QVERIFY(root.value(u"workloads"_s).isArray());
        QVERIFY(!QFile::exists(m_home.filePath(u"config/settings.json"_s))); // looking changes nothing
    }

    void noEngine()
    {
        // An empty home on a machine with an engine at its default place still finds that one: point
        // elsewhere.
        const Ended ended = run({u"status"_s, u"-c"_s, u"unix:///no/such.sock"_s});
        QCOMPARE(ended.code, 3);
        QVERIFY(ended.out.isEmpty());
        QVERIFY2(ended.err.contains(u"/no/such.sock"_s), qPrintable(ended.err));
        QVERIFY(ended.err.contains(u"systemctl"_s)); // what to do
        const Ended json = run({u"status"_s, u"-c"_s, u"unix:///no/such.sock"_s, u"-o"_s, u"json"_s});
        QCOMPARE(json.code, 3);
        const QJsonObject root = QJsonDocument::fromJson(json.out.toUtf8()).object();
        QCOMPARE(root.value(u"state"_s).toString(), u"failed"_s);
        QVERIFY(!root.value(u"error"_s).toObject().value(u"message"_s).toString().isEmpty());
    }

    void aForbiddenSocketNamesTheGroup()
    {
        if (geteuid() != 0)
            QSKIP("only root can run the program as somebody else");
        // The socket is reached through a folder that everybody may pass, as /run is.
        QTemporaryDir open(u"/tmp/kst-XXXXXX"_s);
        QFile::setPermissions(open.path(), QFile::Permissions(0x7755));
        const QString program = open.filePath(u"kaptanctl"_s);
        QVERIFY(QFile::copy(kaptan::test::kaptanctl(), program));
        QFile::setPermissions(program, QFile::Permissions(0x7755));
        QLocalServer server;
        QVERIFY(server.listen(open.filePath(u"docker.sock"_s)));
        QFile::setPermissions(server.fullServerName(), QFile::ReadOwner | QFile::WriteOwner);
        QProcess process;
        prepare(process, {{u"HOME"_s, u"/nonexistent"_s}, {u"KAPTAN_CONFIG_DIR"_s, u"/nonexistent"_s}});
        process.start(u"setpriv"_s, {u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s, program,
                                     u"status"_s, u"-c"_s, open.filePath(u"docker.sock"_s)});
        QVERIFY(process.waitForFinished(slow));
        const QString err = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(process.exitCode() == 3, qPrintable(err));
        QVERIFY2(err.contains(u"usermod -aG docker"_s), qPrintable(err));
    }

    void usage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("unknown command") << QStringList{u"frob"_s};
        QTest::newRow("unknown option") << QStringList{u"status"_s, u"--frob"_s};
        QTest::newRow("one word too many") << QStringList{u"status"_s, u"now"_s};
        QTest::newRow("unknown format") << QStringList{u"status"_s, u"-o"_s, u"xml"_s};
        QTest::newRow("unknown name") << QStringList{u"status"_s, u"-c"_s, u"no such\x1b[2J name"_s};
        QTest::newRow("bad time") << QStringList{u"status"_s, u"--timeout"_s, u"soon"_s};
        QTest::newRow("missing value") << QStringList{u"status"_s, u"--output"_s};
    }

    void usage()
    {
        QFETCH(QStringList, arguments);
        const Ended ended = run(arguments);
        QCOMPARE(ended.code, 2);
        QVERIFY(ended.out.isEmpty());
        QVERIFY(ended.err.startsWith(u"kaptanctl: "_s));
        QVERIFY(!ended.err.contains(u'\x1b'));
    }

    void helpAndVersion()
    {
        QCOMPARE(run({u"--version"_s}).out, u"kaptanctl %1\n"_s.arg(QStringLiteral(KAPTAN_VERSION)));
        const Ended help = run({u"--help"_s});
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains(u"status"_s) && help.out.contains(u"Exit codes"_s));
        QVERIFY(run({u"status"_s, u"--help"_s}).out.contains(u"--connection"_s));
    }

    void speaksTurkish()
    {
        QVERIFY(run({u"--help"_s}, {{u"LANG"_s, u"tr_TR.UTF-8"_s}}).out.contains(u"Çıkış kodları"_s));
        QVERIFY(run({u"--help"_s}, {{u"LC_MESSAGES"_s, u"tr_TR.UTF-8"_s}}).out.contains(u"Çıkış kodları"_s));
        QVERIFY(run({u"--help"_s, u"--language"_s, u"tr"_s}).out.contains(u"Çıkış kodları"_s));
        QVERIFY(run({u"--language=en"_s, u"--help"_s}, {{u"LANG"_s, u"tr_TR.UTF-8"_s}})
                    .out.contains(u"Exit codes"_s));
        const Ended ended = run({u"status"_s, u"-c"_s, u"/no/such.sock"_s, u"--language"_s, u"tr"_s});
        QVERIFY2(ended.err.contains(u"/no/such.sock yok"_s), qPrintable(ended.err));
    }

    void badSettingsAreSaidAndSetAside()
    {
        QTemporaryDir config;
        QFile file(config.filePath(u"settings.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ broken");
        file.close();
        const Ended ended =
            run({u"status"_s, u"-c"_s, u"/no/such.sock"_s}, {{u"KAPTAN_CONFIG_DIR"_s, config.path()}});
        QCOMPARE(ended.code, 3);
        QVERIFY(ended.err.contains(u"settings.json.bad-"_s));
    }

    void aSignalEndsItCleanly_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("code");
        QTest::newRow("Ctrl+C") << SIGINT << 130;
        QTest::newRow("asked to end") << SIGTERM << 143;
    }

    void aSignalEndsItCleanly()
    {
        QFETCH(int, number);
        QFETCH(int, code);
        QTcpServer silent; // accepts and says nothing, so that the program waits
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QProcess process;
        prepare(process);
        process.start(kaptan::test::kaptanctl(),
                      {u"status"_s, u"-c"_s, u"tcp://127.0.0.1:%1"_s.arg(silent.serverPort())});
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), slow);
        QCOMPARE(::kill(pid_t(process.processId()), number), 0);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, slow);
        QVERIFY(process.exitStatus() == QProcess::NormalExit);
        QCOMPARE(process.exitCode(), code);
    }
};

QTEST_GUILESS_MAIN(TestKaptanctl)
#include "tst_kaptanctl.moc"
