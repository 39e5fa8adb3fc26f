#pragma once

#include <QString>

/// What a node itself uses comes in the same batches as what instances use, under an id of its own: its
/// system and what nobody watches count too.
namespace kaptan::workload
{

/// The instanceId of such a Usage. No instance is named so: those of pods and containers hold no colon.
inline QString nodeUsageId(const QString& node)
{
    return QStringLiteral("node:") + node;
}

/// Of such an id: the node's name.
inline QString nodeOfUsage(const QString& instanceId)
{
    return instanceId.mid(5);
}

inline bool isNodeUsage(const QString& instanceId)
{
    return instanceId.startsWith(QLatin1String("node:"));
}

} // namespace kaptan::workload
