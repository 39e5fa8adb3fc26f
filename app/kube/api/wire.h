#pragma once

#include "app/kube/config/credentials.h"
#include "app/net/http.h"

#include <QPointer>
#include <QSet>

#include <functional>
#include <memory>

namespace kaptan::kube
{

/// A net::Client for each client certificate that the credentials gave: connections belong to an identity, so
/// a new certificate needs new ones. Requests and streams under way keep theirs.
class Wire : public QObject
{
    Q_OBJECT
public:
    using ClientUse = std::shared_ptr<net::Client>;

    Wire(net::Endpoint endpoint, std::unique_ptr<Credentials> credentials, Clock& clock);
    ~Wire() override;

    const net::Endpoint& endpoint() const { return m_endpoint; }

    Clock& clock() const { return m_clock; }

    Credentials& credentials() const { return *m_credentials; }

    /// A request as somebody: with the identity's headers, the client to send it with, and who that is.
    struct Prepared {
        net::Request request;
        ClientUse client;
        Identity identity;
    };

    /// In the wire's thread, as is everything below. Dropped when `receiver` goes.
    void prepare(const net::Request& request, QObject* receiver,
                 std::function<void(const Result<Prepared>&)> fn);

    /// Sends a request as the identity, whatever the status of its answer; 401 and overload are tried again.
    /// Any thread.
    QFuture<Result<net::Response>> send(const net::Request& request);

    void noteWarnings(const net::Headers& headers);

Q_SIGNALS:
    void closing();
    void warned(const QString& text);

private:
    ClientUse clientOf(const Identity& identity);

    net::Endpoint m_endpoint;
    std::unique_ptr<Credentials> m_credentials;
    Clock& m_clock;
    ClientUse m_client;
    QSet<QString> m_warnings;
};

} // namespace kaptan::kube
