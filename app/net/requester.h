#pragma once

#include "app/core/clock.h"
#include "app/net/access_manager.h"
#include "app/net/http.h"

#include <QNetworkProxy>
#include <QObject>
#include <QSslConfiguration>

#include <optional>
#include <vector>

class QNetworkReply;

namespace kaptan::net
{

/// Turns our requests into those of the access managers of one identity, and spreads them so that no call
/// waits behind a stream. The root of everything a client has on the wire.
class Requester : public QObject
{
    Q_OBJECT
public:
    Requester(Endpoint endpoint, Clock& clock, QObject* parent);

    const Endpoint& endpoint() const { return m_endpoint; }

    Clock& clock() const { return m_clock; }

    /// A reply on the wire that the caller deletes later, or why there cannot be one.
    Result<QNetworkReply*> send(const Request& request, bool isStream);

    /// The first bytes of an upgrade, with headers but without the body.
    QByteArray upgradeHead(const Request& request) const;
    /// For sentences: why the head did not come in time.
    Error timeoutError(std::chrono::milliseconds limit, bool headSeen) const;

    QByteArray userAgent;

Q_SIGNALS:
    /// The client goes; streams end themselves.
    void closing();

private:
    struct Managed {
        AccessManager* manager;
        bool forStreams;
        int active;
    };

    AccessManager* managerFor(bool isStream);
    void released(AccessManager* manager);
    QUrl urlOf(const Request& request) const;
    Headers headersOf(const Request& request) const;

    Endpoint m_endpoint;
    Clock& m_clock;
    std::vector<Managed> m_managers;
    std::optional<Result<QSslConfiguration>> m_tls;
    std::optional<Result<std::optional<QNetworkProxy>>> m_proxy;
};

} // namespace kaptan::net
