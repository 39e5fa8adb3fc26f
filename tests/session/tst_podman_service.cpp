#include "app/session/connections.h"
#include "app/session/embedded_engine.h"
#include "app/session/podman_service.h"
#include "app/session/tar_writer.h"
#include "app/settings/settings.h"
#include "tests/session/made_up_machine.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

using namespace kaptan;
using namespace kaptan::session;
using namespace Qt::StringLiterals;

class TestPodmanService : public QObject
{
    Q_OBJECT

    static MachineTraits desktop()
    {
        MachineTraits machine;
        machine.podman = u"/usr/bin/podman"_s;
        return machine;
    }

private Q_SLOTS:

    void onADesktopTheUsersOwnConfigurationServes()
    {
        const auto command = serviceCommand(desktop(), u"/r/p.sock"_s, u"/d/c.conf"_s, {});
        QCOMPARE(command.program, u"/usr/bin/podman"_s);
        QCOMPARE(command.arguments,
                 (QStringList{u"system"_s, u"service"_s, u"--time=0"_s, u"unix:///r/p.sock"_s}));
        QVERIFY(command.configText.isEmpty() && command.environment.isEmpty());
    }

    void withoutSystemd()
    {
        MachineTraits machine = desktop();
        machine.systemd = false;
        auto command = serviceCommand(machine, u"/r/p.sock"_s, u"/d/c.conf"_s, {});
        QCOMPARE(command.environment.value(u"CONTAINERS_CONF"_s), u"/d/c.conf"_s);
        QVERIFY(command.configText.contains(u"cgroupfs"_s));
        QVERIFY(!command.configText.contains(u"default_ulimits"_s));
        command =
            serviceCommand(machine, u"/r/p.sock"_s, u"/d/c.conf"_s, {{u"CONTAINERS_CONF"_s, u"/mine"_s}});
        QVERIFY(command.environment.isEmpty()); // the user's word counts
    }

    void rootWithFewFiles()
    {
        MachineTraits machine = desktop();
        machine.root = true;
        machine.openFiles = 20000;
        const auto command = serviceCommand(machine, u"/r/p.sock"_s, u"/d/c.conf"_s, {});
        QVERIFY(command.configText.contains(u"\"nofile=20000:20000\", \"nproc=32768:32768\""_s));
        QVERIFY(!command.configText.contains(u"cgroupfs"_s)); // systemd is there
    }

    void hybridCgroupsAreHidden()
    {
        MachineTraits machine = desktop();
        machine.root = machine.hybridCgroups = true;
        const auto command = serviceCommand(machine, u"/r/p.sock"_s, u"/d/c.conf"_s, {});
        QCOMPARE(command.program, u"unshare"_s);
        QCOMPARE(command.arguments.last(), u"unix:///r/p.sock"_s);
    }

    void withoutPodmanItSaysWhatToInstall()
    {
        test::MadeUpMachine made;
        made.surroundings.environment.insert(u"PATH"_s, made.surroundings.home);
        QTemporaryDir config;
        settings::Settings settings(config.path());
        Connections list(settings, made.surroundings);
        EmbeddedEngine engine(list, settings, config.path());
        QVERIFY(engine.whyUnavailable());
        const auto future = engine.start();
        QVERIFY(future.isFinished());
        QVERIFY(!future.result());
        QVERIFY(future.result().error().advice().contains(u"apt install podman"_s));
        QVERIFY(engine.state() == EmbeddedEngine::State::Stopped);
    }

    void aPodmanThatEndsAtOnceIsQuoted()
    {
        test::MadeUpMachine made;
        const QString podman = made.home(u"bin/podman"_s);
        made.write(podman, "#!/bin/sh\necho 'no space for containers' >&2\nexit 125\n");
        QFile::setPermissions(podman, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        made.surroundings.environment.insert(u"PATH"_s, made.home(u"bin"_s) + u":/usr/bin:/bin"_s);
        QTemporaryDir config;
        settings::Settings settings(config.path());
        Connections list(settings, made.surroundings);
        EmbeddedEngine engine(list, settings, config.path());
        const auto future = engine.start();
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20000);
        QVERIFY(!future.result());
        QVERIFY2(future.result().error().details().contains(u"no space for containers"_s),
                 qPrintable(future.result().error().message()));
        QVERIFY(engine.state() == EmbeddedEngine::State::Stopped);
        QVERIFY(!engine.stop().result()); // nothing of ours runs
    }

    void knowsItsProcess()
    {
        QVERIFY(!servesSocket(QCoreApplication::applicationPid(), u"/no/such/socket"_s));
        QVERIFY(servesSocket(QCoreApplication::applicationPid(),
                             QFileInfo(QCoreApplication::applicationFilePath()).fileName()));
        QVERIFY(!servesSocket(0, u"a"_s));
        QVERIFY(!servesSocket(999999999, u"a"_s));
    }

    /// What tar itself reads.
    void tarIsReadByTar()
    {
        TarWriter writer;
        writer.directory("bin");
        writer.file("bin/tool", QByteArray(1000, 'x'), 0755);
        writer.file("empty", {});
        writer.symlink("bin/link", "tool");
        const QByteArray archive = writer.take();
        QCOMPARE(archive.size() % 512, 0);
        QProcess tar;
        tar.start(u"tar"_s, {u"-tvf"_s, u"-"_s});
        QVERIFY(tar.waitForStarted());
        tar.write(archive);
        tar.closeWriteChannel();
        QVERIFY(tar.waitForFinished());
        const QByteArray listed = tar.readAllStandardOutput();
        QCOMPARE(tar.exitCode(), 0);
        QVERIFY2(tar.readAllStandardError().isEmpty(), listed.constData());
        QVERIFY(listed.contains("-rwxr-xr-x"));
        QVERIFY(listed.contains("1000 1970"));
        QVERIFY(listed.contains("bin/link -> tool"));
    }
};

QTEST_GUILESS_MAIN(TestPodmanService)
#include "tst_podman_service.moc"
