#pragma once

#include <QJsonObject>

namespace kaptan::kube
{

/// The object with the protocol of each port of a Service or a container; for this room's own sources. It is
/// one of the keys by which these lists merge, and everybody leaves it out: servers before 1.21 refuse to
/// apply that instead of taking TCP.
QJsonObject withPortKeys(const QJsonObject& object);

} // namespace kaptan::kube
