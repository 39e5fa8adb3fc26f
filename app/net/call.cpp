#include "app/net/call.h"

namespace kaptan::net
{

using namespace std::chrono_literals;
using Kind = TransportError::Kind;

namespace
{

constexpr qint64 kPiece = 1024 * 1024;
constexpr auto kMostWait = 10s; ///< that a server's Retry-After may ask of us

bool mayPass(const std::optional<Error>& error, int status)
{
    if (!error)
        return status == 429 || status == 502 || status == 503 || status == 504;
    const auto* transport = error->as<TransportError>();
    // A socket that is missing, stale or forbidden stays so: whoever keeps the connection decides when to try
    // again.
    return transport && (transport->kind == Kind::Closed || transport->kind == Kind::Timeout ||
                         transport->kind == Kind::Unreachable || transport->kind == Kind::Proxy);
}

} // namespace

void Ticket::keep(Result<Response> result)
{
    if (m_kept)
        return;
    m_kept = true;
    promise.addResult(std::move(result));
    promise.finish();
}

Call::Call(Requester& requester, Backoff::Random random, std::shared_ptr<Ticket> ticket, QObject* parent)
    : QObject(parent), m_requester(requester), m_ticket(std::move(ticket)),
      m_backoff(200ms, 5s, std::move(random))
{
}

void Call::begin()
{
    connect(&m_watcher, &QFutureWatcherBase::canceled, this, &Call::cancel);
    m_watcher.setFuture(m_ticket->promise.future());
    const auto limit = m_ticket->request.timeout;
    if (limit > 0ms) {
        m_requester.clock().callLater(limit, this, [this, limit] {
            if (m_over)
                return;
            end(tl::unexpected<Error>(m_requester.timeoutError(limit, m_answer && m_answer->status() != 0)));
        });
    }
    Q_EMIT ready();
}

void Call::go()
{
    m_onWire = true;
    ++m_attempts;
    m_body.clear();
    m_received = 0;
    const auto reply = m_requester.send(m_ticket->request, false);
    if (!reply) {
        end(tl::unexpected<Error>(reply.error()));
        return;
    }
    m_answer = std::make_unique<Answer>(*reply, m_requester.endpoint());
    connect(m_answer.get(), &Answer::headReceived, this, &Call::onHead);
    connect(m_answer.get(), &Answer::readyRead, this, &Call::onReadable);
    connect(m_answer.get(), &Answer::finished, this, &Call::onFinished);
}

void Call::cancel()
{
    end(tl::unexpected<Error>(Error(Cancelled{})));
}

void Call::onHead()
{
    if (m_ticket->request.method == "HEAD")
        return;
    Response head;
    head.headers = m_answer->headers();
    if (head.header("Content-Length").toLongLong() > m_ticket->request.maxBody)
        m_received = m_ticket->request.maxBody + 1; // refused before it is read
    onReadable();
}

void Call::onReadable()
{
    while (!m_over && m_answer && m_received <= m_ticket->request.maxBody) {
        QByteArray piece = m_answer->take(kPiece);
        if (piece.isEmpty())
            return;
        m_received += piece.size();
        m_body.append(std::move(piece));
    }
    if (!m_over && m_received > m_ticket->request.maxBody) {
        end(failure(TransportError{Kind::TooLarge, m_requester.endpoint().displayName(),
                                   QStringLiteral("body above %1 bytes").arg(m_ticket->request.maxBody)}));
    }
}

void Call::onFinished(const std::optional<Error>& error)
{
    onReadable();
    if (m_over || retryLater(error))
        return;
    if (error) {
        end(tl::unexpected<Error>(*error));
        return;
    }
    Response response;
    response.status = m_answer->status();
    response.headers = m_answer->headers();
    response.body = m_body.size() == 1 ? m_body.takeFirst() : m_body.join();
    end(std::move(response));
}

bool Call::retryLater(const std::optional<Error>& error)
{
    const Request& request = m_ticket->request;
    const bool idempotent = request.idempotent || request.method == "GET" || request.method == "HEAD";
    if (!idempotent || m_attempts >= kAttempts || !mayPass(error, m_answer->status()))
        return false;
    Response head;
    head.headers = m_answer->headers();
    const std::chrono::seconds asked(head.header("Retry-After").toInt()); // a date reads as 0
    auto delay = m_backoff.next();
    if (!error && asked > 0s)
        delay = std::max<std::chrono::milliseconds>(delay, std::min<std::chrono::seconds>(asked, kMostWait));
    leave();
    m_requester.clock().callLater(delay, this, [this] {
        if (!m_over)
            Q_EMIT ready();
    });
    return true;
}

/// Lets go of the wire; the answer may be on the stack, so it dies later.
void Call::leave()
{
    if (m_answer) {
        m_answer->disconnect(this);
        m_answer->abort();
        m_answer.release()->deleteLater();
    }
    if (m_onWire) {
        m_onWire = false;
        Q_EMIT left();
    }
}

void Call::end(Result<Response> result)
{
    if (m_over)
        return;
    m_over = true;
    leave();
    m_ticket->keep(std::move(result));
    Q_EMIT over();
}

} // namespace kaptan::net
