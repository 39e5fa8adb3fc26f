#pragma once

#include "app/core/clock.h"
#include "app/net/answer.h"
#include "app/net/requester.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>

namespace kaptan::net
{

/// A promise that is kept whatever happens to who holds it.
struct Ticket {
    explicit Ticket(Request wanted) : request(std::move(wanted)) { promise.start(); }

    ~Ticket() { keep(tl::unexpected<Error>(Error(Cancelled{}))); }

    Ticket(const Ticket&) = delete;
    Ticket& operator=(const Ticket&) = delete;

    void keep(Result<Response> result);

    Request request;
    QPromise<Result<Response>> promise;

private:
    bool m_kept = false;
};

/// One send(): its attempts, time limit and cancellation. Ends with over().
class Call : public QObject
{
    Q_OBJECT
public:
    static constexpr int kAttempts = 3;

    Call(Requester& requester, Backoff::Random random, std::shared_ptr<Ticket> ticket, QObject* parent);

    /// Starts the first or next attempt; the owner says when there is room.
    void go();
    void cancel();

Q_SIGNALS:
    /// Wants go() when there is room.
    void ready();
    /// Uses the wire no more, for now or for ever.
    void left();
    void over();

private:
    friend class Client;
    void begin();
    void onHead();
    void onReadable();
    void onFinished(const std::optional<Error>& error);
    bool retryLater(const std::optional<Error>& error);
    void end(Result<Response> result);
    void leave();

    Requester& m_requester;
    std::shared_ptr<Ticket> m_ticket;
    Backoff m_backoff;
    QFutureWatcher<Result<Response>> m_watcher;
    std::unique_ptr<Answer> m_answer;
    QByteArrayList m_body;
    qint64 m_received = 0;
    int m_attempts = 0;
    bool m_onWire = false;
    bool m_over = false;
};

} // namespace kaptan::net
