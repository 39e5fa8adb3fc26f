#pragma once

#include "app/docker/api/container.h"
#include "app/json/json_reader.h"

/// Pieces that several answers share; for this room's own sources only.
namespace kaptan::docker::decode
{

QString withoutSlash(const QString& name);
/// {"bridge": {"IPAddress": ...}}, sorted by name.
QVector<NetworkAttachment> attachments(const json::Value& networks);
/// [{"Type": "bind", "Source": ...}], sorted by destination.
QVector<Mount> mounts(const json::Value& mounts);
/// "80/tcp"; containerPort 0 where it is none.
Port containerPort(std::string_view text);
/// {"80/tcp": [{"HostIp": "", "HostPort": "8080"}]}
QVector<Port> portMap(const json::Value& ports);
/// Folds doubles of IPv4 and IPv6 and sorts, for engines list them in any order.
void settle(QVector<Port>& ports);
/// It has ports only while it has a network.
bool holdsPorts(ContainerState state);

} // namespace kaptan::docker::decode
