#pragma once

#include "app/kube/api/wire.h"

#include <QFutureWatcher>
#include <QPromise>

namespace kaptan::kube
{

/// A promise that is kept whatever happens to who holds it.
template <class T>
class Ticket
{
public:
    Ticket() { m_promise.start(); }

    ~Ticket() { keep(tl::unexpected<Error>(Error(Cancelled{}))); }

    Ticket(const Ticket&) = delete;
    Ticket& operator=(const Ticket&) = delete;

    QFuture<Result<T>> future() { return m_promise.future(); }

    void keep(Result<T> result)
    {
        if (m_kept)
            return;
        m_kept = true;
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

private:
    QPromise<Result<T>> m_promise;
    bool m_kept = false;
};

/// One Wire::send(): asks for the identity, sends, and once more where the answer says that it may help.
/// Child of the wire; deletes itself.
class ApiCall : public QObject
{
    Q_OBJECT
public:
    static constexpr int kAttempts = 3; ///< of what an overloaded server turned away

    ApiCall(Wire& wire, net::Request request, std::shared_ptr<Ticket<net::Response>> ticket);
    void begin();

private:
    void attempt();
    void onAnswer(Result<net::Response> answer);
    void end(Result<net::Response> result);

    Wire& m_wire;
    net::Request m_request;
    std::shared_ptr<Ticket<net::Response>> m_ticket;
    QFutureWatcher<Result<net::Response>> m_outer;
    QFuture<Result<net::Response>> m_inner;
    Wire::ClientUse m_use;
    Identity m_identity; ///< as whom the last attempt went
    int m_attempts = 0;
    bool m_rejected = false;
    bool m_over = false;
};

} // namespace kaptan::kube
