#pragma once

#include "app/core/result.h"
#include "app/net/http.h"

#include <QSslConfiguration>
#include <QSslError>

namespace kaptan::net
{

/// HTTP/1.1 only, with the authorities of the endpoint (the system's where it names none) and its client
/// certificate. TlsError where a PEM block cannot be read.
Result<QSslConfiguration> tlsConfiguration(const Endpoint& endpoint);

/// Each problem in words, with the certificate it is about.
TlsError tlsError(const QString& where, const QList<QSslError>& errors, const QString& fallback);

} // namespace kaptan::net
