#pragma once

#include "app/core/result.h"

#include <QDateTime>
#include <QHash>
#include <QMetaType>
#include <QString>

#include <optional>

namespace kaptan::docker
{

/// One line of GET /events, the two engines' words made one.
/// https://docs.docker.com/engine/api/v1.41/#operation/SystemEvents
struct DockerEvent {
    QString type; ///< "container", "image", "network", "volume", "daemon", "plugin", ...
    /// Docker's word: "start", "die", "destroy", "exec_create", "health_status" ... Podman's "remove" of
    /// containers and volumes is "destroy", its "died" and "exec_died" are "die" and "exec_die", "exec" is
    /// "exec_start". Podman alone has "init" and "cleanup".
    QString action;
    QString detail;      ///< what followed the word: "healthy", the command of an exec; empty on Podman
    QString id;          ///< of what it happened to: container id, volume name, ...
    QString name;        ///< its name, short; may be empty
    QString containerId; ///< the container concerned, also of network and volume events; empty where none
    QDateTime at;        ///< UTC
    qint64 timeNano = 0; ///< since 1970
    std::optional<int> exitCode;        ///< of "die" and "exec_die"
    QHash<QString, QString> attributes; ///< the container's labels among them

    /// The container's row may look different after it (not so: exec, attach, top, ...).
    bool changesContainer() const;
};

/// ParseError where it is no event. `json` is one line.
Result<DockerEvent> decodeEvent(const QByteArray& json);

} // namespace kaptan::docker

Q_DECLARE_METATYPE(kaptan::docker::DockerEvent)
