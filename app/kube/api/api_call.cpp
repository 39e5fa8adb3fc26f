#include "app/kube/api/api_call.h"

#include "app/core/when_done.h"

#include <algorithm>

namespace kaptan::kube
{

using namespace std::chrono_literals;

namespace
{

/// Priority and fairness turned it away before anything happened: text, no Status. A disruption budget has
/// one.
bool isOverload(const net::Response& response)
{
    return response.status == 429 && !response.body.trimmed().startsWith('{');
}

} // namespace

ApiCall::ApiCall(Wire& wire, net::Request request, std::shared_ptr<Ticket<net::Response>> ticket)
    : QObject(&wire), m_wire(wire), m_request(std::move(request)), m_ticket(std::move(ticket))
{
}

void ApiCall::begin()
{
    connect(&m_outer, &QFutureWatcherBase::canceled, this, [this] {
        m_inner.cancel();
        end(tl::unexpected<Error>(Error(Cancelled{})));
    });
    m_outer.setFuture(m_ticket->future());
    attempt();
}

void ApiCall::attempt()
{
    if (m_over)
        return;
    ++m_attempts;
    m_wire.prepare(m_request, this, [this](const Result<Wire::Prepared>& prepared) {
        if (m_over)
            return;
        if (!prepared) {
            end(tl::unexpected<Error>(prepared.error()));
            return;
        }
        m_use = prepared->client;
        m_identity = prepared->identity;
        m_inner = m_use->send(prepared->request);
        whenDone(m_inner, this, [this](Result<net::Response> answer) { onAnswer(std::move(answer)); });
    });
}

void ApiCall::onAnswer(Result<net::Response> answer)
{
    if (m_over)
        return;
    if (!answer) {
        end(std::move(answer));
        return;
    }
    m_wire.noteWarnings(answer->headers);
    if (answer->status == 401 && !m_rejected) {
        m_rejected = true;
        m_wire.credentials().reject(m_identity);
        attempt();
        return;
    }
    // The client below has repeated GET by itself.
    if (isOverload(*answer) && m_request.method != "GET" && !m_request.idempotent && m_attempts < kAttempts) {
        const int asked = answer->header("Retry-After").toInt();
        m_wire.clock().callLater(std::chrono::seconds(std::clamp(asked, 1, 10)), this, [this] { attempt(); });
        return;
    }
    end(std::move(answer));
}

void ApiCall::end(Result<net::Response> result)
{
    if (m_over)
        return;
    m_over = true;
    m_ticket->keep(std::move(result));
    m_use.reset();
    deleteLater();
}

} // namespace kaptan::kube
