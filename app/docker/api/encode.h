#pragma once

#include "app/docker/api/container.h"

#include <QJsonObject>

/// Requests as JSON. Pure.
namespace kaptan::docker::encode
{

/// The body of POST /containers/create.
QJsonObject create(const CreateRequest& request);
/// The body of POST /containers/{id}/update.
QJsonObject update(const UpdateRequest& request);
/// The same for libpod, whose words are those of the OCI runtime specification.
QJsonObject libpodUpdate(const UpdateRequest& request);
QJsonObject endpoint(const EndpointRequest& request);
QJsonObject labels(const QHash<QString, QString>& labels);

} // namespace kaptan::docker::encode
