#pragma once

#include "app/core/result.h"

#include <QUrl>

namespace kaptan::session
{

/// A text that a web server holds (a manifest): http or https, whatever it is redirected to included. UTF-8.
/// InvalidInput for other addresses; HttpError for an error status; TooLarge beyond `most` bytes. Main
/// thread.
QFuture<Result<QString>> fetchText(const QUrl& url, qint64 most = 64 * 1024 * 1024);

} // namespace kaptan::session
