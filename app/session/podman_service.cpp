#include "app/session/podman_service.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace kaptan::session
{

namespace
{

/// What Podman asks for a container's open files as root; where this user may have less, crun refuses to
/// start.
constexpr quint64 podmanOpenFiles = 1048576;
/// Podman lowers its own limit of processes to this, so a container cannot have more.
constexpr quint64 podmanProcesses = 32768;

quint64 hardLimit(__rlimit_resource what)
{
    rlimit limit{};
    return getrlimit(what, &limit) == 0 ? limit.rlim_max : 0;
}

} // namespace

MachineTraits MachineTraits::here(const QString& searchPath)
{
    MachineTraits machine;
    machine.root = geteuid() == 0;
    machine.systemd = QFileInfo::exists(u"/run/systemd/system"_s);
    QFile controllers(u"/sys/fs/cgroup/unified/cgroup.controllers"_s);
    if (controllers.open(QIODevice::ReadOnly))
        machine.hybridCgroups = !controllers.readAll().trimmed().isEmpty();
    machine.openFiles = hardLimit(RLIMIT_NOFILE);
    machine.processes = hardLimit(RLIMIT_NPROC);
    machine.podman = QStandardPaths::findExecutable(u"podman"_s, searchPath.split(u':', Qt::SkipEmptyParts));
    return machine;
}

ServiceCommand serviceCommand(const MachineTraits& machine, const QString& socketPath,
                              const QString& configPath, const QHash<QString, QString>& environment)
{
    ServiceCommand command;
    command.program = machine.podman;
    command.arguments = {u"system"_s, u"service"_s, u"--time=0"_s, u"unix://"_s + socketPath};
    // crun refuses to start anything beside a v2 hierarchy that has controllers: hidden from the service.
    if (machine.root && machine.hybridCgroups) {
        command.arguments =
            QStringList{u"--mount"_s, u"sh"_s, u"-c"_s,
                        u"umount /sys/fs/cgroup/unified 2>/dev/null; exec \"$0\" \"$@\""_s, machine.podman} +
            command.arguments;
        command.program = u"unshare"_s;
    }
    const bool limited = machine.root && machine.openFiles < podmanOpenFiles;
    if ((machine.systemd && !limited) || environment.contains(u"CONTAINERS_CONF"_s))
        return command;
    command.environment.insert(u"CONTAINERS_CONF"_s, configPath);
    QString ulimits;
    if (limited)
        ulimits = u"default_ulimits = [\"nofile=%1:%1\", \"nproc=%2:%2\"]\n"_s.arg(machine.openFiles)
                      .arg(std::min(machine.processes, podmanProcesses));
    command.configText =
        u"# Written by Kaptan for its embedded engine at each start; your own containers.conf is "
        "not touched.\n"
        "[containers]\n"
        "log_driver = \"k8s-file\"\n"_s +
        ulimits;
    if (!machine.systemd)
        command.configText += u"[engine]\n"
                              "cgroup_manager = \"cgroupfs\"\n"
                              "events_logger = \"file\"\n"_s;
    return command;
}

bool servesSocket(qint64 pid, const QString& socketPath)
{
    QFile file(u"/proc/%1/cmdline"_s.arg(pid));
    return pid > 1 && file.open(QIODevice::ReadOnly) &&
           file.readAll().contains(QFile::encodeName(socketPath));
}

} // namespace kaptan::session
