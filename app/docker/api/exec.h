#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

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
    /// Absent where the engine had forgotten it: Podman drops a container's commands the moment the container
    /// ends, which a command may itself bring about.
    std::optional<int> exitCode;
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
