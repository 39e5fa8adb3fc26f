#pragma once

#include "app/core/result.h"

#include <QString>
#include <QVector>

namespace kaptan::session
{

/// One of Podman's own connections.
struct PodmanDestination {
    QString name;
    QString uri; ///< "ssh://core@host:22/run/podman/podman.sock", "unix:///run/podman/podman.sock"

    bool operator==(const PodmanDestination&) const = default;
};

struct PodmanDestinations {
    QVector<PodmanDestination> all; ///< in the order of the file
    QString active;                 ///< the name of the default one; may be empty
};

/// The service destinations of a containers.conf (TOML; only the part of it that is needed is understood).
/// A ParseError's `why` says which line.
Result<PodmanDestinations> readContainersConf(const QByteArray& text, const QString& where);

/// podman-connections.json, of Podman 5 and newer.
Result<PodmanDestinations> readPodmanConnections(const QByteArray& text, const QString& where);

} // namespace kaptan::session
