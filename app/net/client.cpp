#include "app/net/call.h"
#include "app/net/http.h"
#include "app/net/requester.h"
#include "app/net/streams.h"

#include <QPointer>

#include <deque>
#include <set>

namespace kaptan::net
{

namespace
{

/// Short calls side by side on one engine: enough to keep it busy, few enough to leave it its descriptors.
constexpr int kMaxRunning = 32;

} // namespace

class Client::Private
{
public:
    Private(Endpoint where, Clock& time, Backoff::Random randomness)
        : endpoint(std::move(where)), clock(time), random(std::move(randomness))
    {
    }

    Endpoint endpoint;
    Clock& clock;
    Backoff::Random random;
    QByteArray userAgent = "kaptan/" KAPTAN_VERSION;
    /// Made at the first call, in the thread to which the client was moved by then.
    QPointer<Requester> requester;
    std::set<Call*> calls;
    std::deque<Call*> waiting;
    int running = 0;

    Requester& wire(Client* client)
    {
        if (!requester)
            requester = new Requester(endpoint, clock, client);
        requester->userAgent = userAgent;
        return *requester;
    }

    void fill()
    {
        while (running < kMaxRunning && !waiting.empty()) {
            Call* next = waiting.front();
            waiting.pop_front();
            ++running;
            next->go();
        }
    }

    void begin(Client* client, std::shared_ptr<Ticket> ticket)
    {
        if (ticket->promise.isCanceled())
            return;
        auto* call = new Call(wire(client), random, std::move(ticket), client);
        calls.insert(call);
        connect(call, &Call::ready, client, [this, call] {
            waiting.push_back(call);
            fill();
        });
        connect(call, &Call::left, client, [this] {
            --running;
            fill();
        });
        connect(call, &Call::over, client, [this, call] {
            calls.erase(call);
            std::erase(waiting, call);
            call->deleteLater();
        });
        call->begin();
    }
};

Client::Client(Endpoint endpoint, QObject* parent) : Client(std::move(endpoint), Clock::system(), {}, parent)
{
}

Client::Client(Endpoint endpoint, Clock& clock, Backoff::Random random, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(endpoint), clock, std::move(random)))
{
}

Client::~Client()
{
    d->waiting.clear();
    d->running = kMaxRunning; // nothing starts any more
    while (!d->calls.empty()) {
        Call* call = *d->calls.begin();
        d->calls.erase(d->calls.begin());
        call->disconnect(this);
        call->cancel();
        call->setParent(nullptr);
        call->deleteLater();
    }
    if (d->requester) {
        Q_EMIT d->requester->closing();
        d->requester->setParent(nullptr);
        d->requester->deleteLater(); // one of its sockets may be on the stack
    }
}

const Endpoint& Client::endpoint() const
{
    return d->endpoint;
}

void Client::setUserAgent(const QByteArray& userAgent)
{
    d->userAgent = userAgent;
}

QFuture<Result<Response>> Client::send(const Request& request)
{
    auto ticket = std::make_shared<Ticket>(request);
    auto future = ticket->promise.future();
    // Dropped with its ticket, and so kept as Cancelled, when the client goes first.
    QMetaObject::invokeMethod(
        this, [this, ticket = std::move(ticket)] { d->begin(this, ticket); }, Qt::QueuedConnection);
    return future;
}

std::unique_ptr<Stream> Client::stream(const Request& request)
{
    return std::make_unique<ReplyStream>(d->wire(this), request);
}

std::unique_ptr<Stream> Client::upgrade(const Request& request)
{
    return std::make_unique<UpgradeStream>(d->wire(this), request);
}

} // namespace kaptan::net
