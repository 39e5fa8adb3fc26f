#pragma once

#include "app/core/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace kaptan::session
{

/// What decides how Podman has to be started on this machine; made up by tests.
struct MachineTraits {
    bool root = false;
    bool systemd = true;         ///< it was booted by systemd
    bool hybridCgroups = false;  ///< cgroup v1 with controllers in v2 beside it
    quint64 openFiles = 1048576; ///< the hard limit of this process
    quint64 processes = 4194304; ///< the hard limit of this process
    QString podman;              ///< its path; empty: not installed

    /// This machine; `searchPath` as $PATH.
    static MachineTraits here(const QString& searchPath);
};

/// A command to start, and the file it needs.
struct ServiceCommand {
    QString program;
    QStringList arguments;
    QHash<QString, QString> environment; ///< beside the program's own
    QString configText;                  ///< of containers.conf; empty where the user's own serves
};

/// How to start the service at this socket. `configPath` is where the configuration will be, `environment`
/// the user's: a CONTAINERS_CONF of the user's own is never replaced.
ServiceCommand serviceCommand(const MachineTraits& machine, const QString& socketPath,
                              const QString& configPath, const QHash<QString, QString>& environment);

/// A process whose command line names this socket lives under this id (and is no zombie).
bool servesSocket(qint64 pid, const QString& socketPath);

} // namespace kaptan::session
