#pragma once

#include <QPair>
#include <QString>

namespace kaptan::session
{

/// Stands in the ids of a joint session between the connection's id and what the member itself says: ␟, which
/// neither an id of a connection nor a name of an engine or a cluster can hold.
constexpr QChar jointMark{0x241f};

/// The id in a joint session of what the member calls `own`. Nothing stays nothing: a missing instance.
inline QString jointId(const QString& connectionId, const QString& own)
{
    return own.isEmpty() ? QString() : connectionId + jointMark + own;
}

/// The connection's id and the member's own one; the first is empty where `id` is of no joint session.
inline QPair<QString, QString> splitJointId(const QString& id)
{
    const auto at = id.indexOf(jointMark);
    return at < 0 ? qMakePair(QString(), id) : qMakePair(id.left(at), id.mid(at + 1));
}

/// What the engine or the cluster itself calls it, to be shown and copied.
inline QString ownId(const QString& id)
{
    return splitJointId(id).second;
}

} // namespace kaptan::session
