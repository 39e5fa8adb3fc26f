#include "app/kube/api/wire.h"

#include "app/core/when_done.h"
#include "app/kube/api/api_call.h"
#include "app/kube/api/kube_error.h"

namespace kaptan::kube
{

Wire::Wire(net::Endpoint endpoint, std::unique_ptr<Credentials> credentials, Clock& clock)
    : m_endpoint(std::move(endpoint)), m_credentials(std::move(credentials)), m_clock(clock)
{
    m_credentials->setParent(this); // moves with us
}

Wire::~Wire()
{
    Q_EMIT closing();
    m_credentials->setParent(nullptr);
}

Wire::ClientUse Wire::clientOf(const Identity& identity)
{
    if (!m_client || m_client->endpoint().clientCertPem != identity.clientCertPem ||
        m_client->endpoint().clientKeyPem != identity.clientKeyPem) {
        net::Endpoint endpoint = m_endpoint;
        endpoint.clientCertPem = identity.clientCertPem;
        endpoint.clientKeyPem = identity.clientKeyPem;
        // A child, so that all end with the wire; later, because the last use may end inside its own signal.
        auto* client = new net::Client(endpoint, m_clock, {}, this);
        m_client = ClientUse(client, [alive = QPointer<net::Client>(client)](net::Client*) {
            if (alive)
                alive->deleteLater();
        });
    }
    return m_client;
}

void Wire::prepare(const net::Request& request, QObject* receiver,
                   std::function<void(const Result<Prepared>&)> fn)
{
    whenDone(m_credentials->identity(), receiver,
             [wire = QPointer<Wire>(this), request, fn = std::move(fn)](const Result<Identity>& identity) {
                 if (!wire)
                     return;
                 if (!identity) {
                     fn(tl::unexpected<Error>(identity.error()));
                     return;
                 }
                 net::Request wanted = request;
                 wanted.headers += identity->headers;
                 fn(Prepared{std::move(wanted), wire->clientOf(*identity), *identity});
             });
}

QFuture<Result<net::Response>> Wire::send(const net::Request& request)
{
    auto ticket = std::make_shared<Ticket<net::Response>>();
    auto future = ticket->future();
    QMetaObject::invokeMethod(
        this, [this, request, ticket] { (new ApiCall(*this, request, ticket))->begin(); },
        Qt::QueuedConnection);
    return future;
}

void Wire::noteWarnings(const net::Headers& headers)
{
    const QStringList texts = warnings(headers);
    for (const QString& text : texts) {
        if (m_warnings.contains(text) || m_warnings.size() >= 1000)
            continue;
        m_warnings.insert(text);
        Q_EMIT warned(text);
    }
}

} // namespace kaptan::kube
