#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

/// Commands in a running container: https://docs.docker.com/engine/api/v1.41/#tag/Exec
namespace kaptan::docker
{

struct ExecRequest {
    QString containerId;
    QStringList command;
    QStringList environment; ///< "NAME=value"; secret
    QString user;            ///< empty: the container's own
    QString workingDir;
    bool tty = false;
    bool attachStdin = false;
    bool privileged = false;
};

struct ExecState {
    QString id;
    QString containerId;
    bool running = false;
    int exitCode = -1; ///< -1 while it runs
    qint64 pid = 0;
};

/// A command that ran to its end.
struct ExecResult {
    int exitCode = 0;
    QByteArray standardOutput;
    QByteArray standardError;
    bool truncated = false; ///< more output than was to be kept
};

struct AttachRequest {
    QString containerId;
    bool standardInput = true;
    bool logs = false; ///< what was written before, too
};

} // namespace kaptan::docker
