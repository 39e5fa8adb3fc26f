#pragma once

#include "app/core/result.h"
#include "app/net/http.h"

namespace kaptan::docker
{

/// The error of an answer with an error status. `where` is method and path. An engine's {"message"} becomes
/// an EngineError (Podman's plain "Not Found" for a call that it lacks: NotAllowed::Unsupported), other
/// answers an HttpError.
Error engineError(const net::Response& response, const QString& where);
/// The same of its parts, for answers that were read as a stream.
Error engineError(int status, const QByteArray& contentType, const QByteArray& body, const QString& where);

/// What the status means on both engines: Podman answers 500 where Docker answers 409.
bool isNotFound(const Error& error);
/// The name is taken.
bool isNameConflict(const Error& error);
/// The container's state forbids it: remove a running one, exec in a stopped one, pause a paused one.
bool isWrongState(const Error& error);
/// Either of the two above, or another 409.
bool isConflict(const Error& error);
/// The image is not on the engine (pull it first).
bool isNoSuchImage(const Error& error);
/// The call exists on newer or other engines only.
bool isUnsupported(const Error& error);

} // namespace kaptan::docker
