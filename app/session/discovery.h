#pragma once

#include "app/session/session.h"

#include <QHash>
#include <QString>
#include <QVector>

namespace kaptan::session
{

/// What discovery looks at, given by the caller so that a test can make up a machine.
struct Surroundings {
    QHash<QString, QString> environment; ///< DOCKER_HOST and its kin
    QString home;
    QString runtimeDir; ///< $XDG_RUNTIME_DIR; empty where there is none
    QString configHome; ///< $XDG_CONFIG_HOME or ~/.config
    QString root;       ///< before the absolute paths of system files ("/run/docker.sock"); empty for real

    /// The machine and user this program runs as.
    static Surroundings system();
    /// Where the embedded engine's socket is or will be.
    QString embeddedSocket() const;
};

/// A file or variable that could not be used, and why; both for the operator.
struct DiscoveryNote {
    QString where;
    QString why;

    bool operator==(const DiscoveryNote&) const = default;
};

struct Discovery {
    QVector<ConnectionSpec> found; ///< by precedence, each address once
    QVector<DiscoveryNote> notes;
    QStringList kubeconfigs; ///< files whose changes count, there or not
};

/// Reads the environment and the configuration of Docker and Podman and looks whether default sockets exist.
/// Contacts nothing. What was named by a variable or a file is listed even where its socket is missing;
/// default sockets only where they exist.
/// https://docs.docker.com/engine/manage-resources/contexts/ and containers.conf(5)
Discovery discover(const Surroundings& surroundings);

/// The contexts of kubeconfig files as connections, the current one first, and what is wrong with the files.
/// `file` empty: kubectl's own places ($KUBECONFIG, ~/.kube/config). `files`, where given, gets the files
/// that were looked for. Contacts nothing and runs nothing.
Discovery discoverContexts(const Surroundings& surroundings, const QString& file = {},
                           QStringList* files = nullptr);

/// The same for every way of writing one address ("/var/run/docker.sock" and "unix:///run/docker.sock").
QString resolvedAddress(const QString& address);
/// The id of a found connection.
QString idOfAddress(const QString& address);

} // namespace kaptan::session
