#pragma once

#include "app/core/clock.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

namespace kaptan::net
{

class ConnectionPool;

/// QNetworkAccessManager that also speaks the scheme "unix+http", as Qt 6.8 does: HTTP over Unix sockets. The
/// host of such a URL is only sent as the Host header; the path of the socket is the attribute kSocketPath,
/// so that path and query of the URL stay those of the request. Always our own reply, on newer Qt too,
/// because Qt's has neither streams without a limit of connections nor upgrades.
class AccessManager : public QNetworkAccessManager
{
    Q_OBJECT
public:
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    static constexpr auto kSocketPath = QNetworkRequest::FullLocalServerNameAttribute;
#else
    static constexpr auto kSocketPath = QNetworkRequest::Attribute(QNetworkRequest::User + 1);
#endif
    /// bool: the call may be sent again when a reused connection ends before the answer begins.
    static constexpr auto kIdempotent = QNetworkRequest::Attribute(QNetworkRequest::User + 2);

    explicit AccessManager(Clock& clock, QObject* parent = nullptr);

    /// What every request of ours has: HTTP/1.1, no redirects, no cookies, no stored credentials.
    static QNetworkRequest prepared(const QUrl& url);

protected:
    QNetworkReply* createRequest(Operation operation, const QNetworkRequest& request,
                                 QIODevice* outgoing) override;

private:
    ConnectionPool* m_pool;
};

} // namespace kaptan::net
