#include "app/kube/watch/cluster.h"

#include "app/core/when_done.h"
#include "app/kube/api/kube_error.h"
#include "app/net/io_thread.h"

#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kaptan::kube
{

namespace
{

constexpr auto firstRetry = 500ms;
constexpr auto longestRetry = 30s;

/// Of "/apis/apps/v1/namespaces/shop/deployments": "shop".
QString nameSpaceOf(const QString& path)
{
    const QString before = u"/namespaces/"_s;
    const qsizetype at = path.indexOf(before);
    return at < 0 ? QString() : path.mid(at + before.size()).section(u'/', 0, 0);
}

/// Of the user himself, not of one kind: nothing works any more.
bool isUnauthorized(const std::optional<Error>& error)
{
    const auto* status = error ? error->as<KubeError>() : nullptr;
    return status && status->code == 401;
}

} // namespace

class Cluster::Private
{
public:
    Private(Cluster& owner, const net::Endpoint& endpoint, std::unique_ptr<Credentials> credentials,
            Options given, Clock& time)
        : q(owner), clock(time), options(std::move(given)), thread(u"cluster"_s)
    {
        if (options.nameSpace.isEmpty())
            options.nameSpace = u"default"_s;
        api = thread.adopt(std::make_unique<KubeApi>(endpoint, std::move(credentials), clock));
        state.since = clock.now();
    }

    void attempt();
    void onDiscovery(const Result<Discovery>& found);
    void askScope();
    void becomeLive();
    void failed(const Error& error);
    void enter(Phase phase, const std::optional<Error>& error);
    void refreshKinds();
    void judge();
    bool noteRefusals();

    /// Watches one resource, once; one cache for each namespace of the scope.
    template <class Cache>
    QVector<Cache*> caches(const ApiResource* resource)
    {
        if (!resource || !wasLive || !resource->can(u"watch"_s) || !resource->can(u"list"_s))
            return {};
        const QString key = resource->path();
        QVector<Cache*> result;
        if (const auto known = watched.constFind(key); known != watched.cend()) {
            for (Reflector* one : *known)
                result.append(static_cast<Cache*>(one));
            return result;
        }
        QStringList places = resource->namespaced ? scope : QStringList();
        if (places.isEmpty())
            places.append(QString());
        for (const QString& place : std::as_const(places)) {
            auto* cache = thread.adopt(
                std::make_unique<Cache>(*api, WatchTarget::of(*resource, place), clock, options.reflector));
            QObject::connect(cache, &Reflector::stateChanged, &q, [this] { judge(); });
            watched[key].append(cache);
            result.append(cache);
            if (opened)
                thread.run([cache] { cache->start(); });
        }
        return result;
    }

    template <class Fn>
    void forAll(Fn fn)
    {
        for (const QVector<Reflector*>& some : std::as_const(watched))
            for (Reflector* one : some)
                thread.run([one, fn] { fn(*one); });
    }

    Cluster& q;
    Clock& clock;
    Options options;
    KubeApi* api = nullptr;
    State state;
    std::shared_ptr<const Discovery> discovery;
    std::shared_ptr<const ServerVersion> version;
    QStringList scope;
    QHash<QString, QVector<Reflector*>> watched; ///< by the resource's path
    Backoff backoff{firstRetry, longestRetry};
    int epoch = 0; ///< of attempts: answers to older ones do not count
    int unanswered = 0;
    bool opened = false;
    bool wasLive = false;
    bool nodesAllowed = false;
    bool waiting = false;
    net::IoThread thread; ///< last: what lives in it ends first
};

Cluster::Cluster(const net::Endpoint& endpoint, std::unique_ptr<Credentials> credentials, Options options,
                 Clock& clock, QObject* parent)
    : QObject(parent),
      d(std::make_unique<Private>(*this, endpoint, std::move(credentials), std::move(options), clock))
{
}

Cluster::~Cluster() = default;

void Cluster::open()
{
    if (d->opened)
        return;
    d->opened = true;
    d->backoff.reset();
    d->api->retryIdentity();
    d->enter(d->wasLive ? Phase::Reconnecting : Phase::Connecting, {});
    d->attempt();
    d->forAll([](Reflector& one) { one.start(); });
}

void Cluster::close()
{
    if (!d->opened)
        return;
    d->opened = false;
    ++d->epoch;
    d->waiting = false;
    d->state.refused.clear();
    d->forAll([](Reflector& one) { one.stop(); });
    d->enter(Phase::Idle, {});
}

void Cluster::retryNow()
{
    if (!d->opened)
        return;
    d->backoff.reset();
    d->api->retryIdentity();
    if (d->waiting)
        d->attempt();
    d->forAll([](Reflector& one) { one.retryNow(); });
}

Cluster::State Cluster::state() const
{
    return d->state;
}

KubeApi* Cluster::api() const
{
    return d->api;
}

std::shared_ptr<const Discovery> Cluster::discovery() const
{
    return d->discovery;
}

std::shared_ptr<const ServerVersion> Cluster::version() const
{
    return d->version;
}

QString Cluster::nameSpace() const
{
    return d->options.nameSpace;
}

QStringList Cluster::scope() const
{
    return d->scope;
}

net::IoThread& Cluster::thread() const
{
    return d->thread;
}

void Cluster::refreshKinds()
{
    d->refreshKinds();
}

QVector<PodCache*> Cluster::pods()
{
    return d->caches<PodCache>(d->discovery ? d->discovery->find(QString(), u"pods"_s) : nullptr);
}

QVector<EventCache*> Cluster::events()
{
    return d->caches<EventCache>(d->discovery ? d->discovery->find(QString(), u"events"_s) : nullptr);
}

NodeCache* Cluster::nodes()
{
    if (!d->nodesAllowed)
        return nullptr;
    const auto caches =
        d->caches<NodeCache>(d->discovery ? d->discovery->find(QString(), u"nodes"_s) : nullptr);
    return caches.value(0);
}

QVector<WorkloadCache*> Cluster::workloads(const QString& group, const QString& name)
{
    return d->caches<WorkloadCache>(d->discovery ? d->discovery->find(group, name) : nullptr);
}

void Cluster::Private::enter(Phase phase, const std::optional<Error>& error)
{
    if (phase == state.phase && !error && !state.error)
        return;
    if (state.phase == Phase::Live && phase != Phase::Live)
        state.lastLive = clock.now();
    if (state.phase != phase)
        state.since = clock.now();
    state.phase = phase;
    state.error = error;
    Q_EMIT q.stateChanged();
}

void Cluster::Private::attempt()
{
    waiting = false;
    const int mine = ++epoch;
    whenDone(api->version(), &q, [this, mine](const Result<ServerVersion>& answer) {
        if (mine != epoch)
            return;
        if (!answer)
            return failed(answer.error());
        version = std::make_shared<const ServerVersion>(*answer);
        whenDone(api->discover(), &q, [this, mine](const Result<Discovery>& found) {
            if (mine == epoch)
                onDiscovery(found);
        });
    });
}

void Cluster::Private::onDiscovery(const Result<Discovery>& found)
{
    if (!found)
        return failed(found.error());
    const bool same =
        discovery && discovery->resources == found->resources && discovery->staleGroups == found->staleGroups;
    if (!same)
        discovery = std::make_shared<const Discovery>(*found);
    if (wasLive) // what is watched stays what it is
        becomeLive();
    else
        askScope();
    if (!same)
        Q_EMIT q.discoveryChanged();
}

void Cluster::Private::askScope()
{
    const int mine = epoch;
    const ApiResource* pods = discovery->find(QString(), u"pods"_s);
    const ApiResource* nodes = discovery->find(QString(), u"nodes"_s);
    if (!pods)
        return failed(Error(ParseError{u"API"_s, u"GET /api/v1"_s, u"no pods"_s, -1}));
    unanswered = nodes ? 2 : 1;
    const auto answered = [this] {
        if (--unanswered == 0)
            becomeLive();
    };
    whenDone(api->access(u"list"_s, *pods, {}), &q, [this, mine, answered](const Result<Access>& access) {
        if (mine != epoch)
            return;
        // A server that does not answer this question answers the list itself.
        if (access && !access->allowed)
            scope = options.nameSpaces.isEmpty() ? QStringList{options.nameSpace} : options.nameSpaces;
        answered();
    });
    if (!nodes)
        return;
    whenDone(api->access(u"list"_s, *nodes, {}), &q, [this, mine, answered](const Result<Access>& access) {
        if (mine != epoch)
            return;
        nodesAllowed = !access || access->allowed;
        answered();
    });
}

void Cluster::Private::becomeLive()
{
    backoff.reset();
    wasLive = true;
    judge();
}

void Cluster::Private::failed(const Error& error)
{
    enter(wasLive ? Phase::Reconnecting : Phase::Failed, error);
    waiting = true;
    clock.callLater(backoff.next(), &q, [this, mine = epoch] {
        if (mine == epoch && waiting)
            attempt();
    });
}

void Cluster::Private::refreshKinds()
{
    if (!opened || state.phase != Phase::Live)
        return;
    whenDone(api->discover(), &q, [this](const Result<Discovery>& found) {
        if (!found ||
            (discovery->resources == found->resources && discovery->staleGroups == found->staleGroups))
            return;
        discovery = std::make_shared<const Discovery>(*found);
        Q_EMIT q.discoveryChanged();
    });
}

/// What may not be read at all; true where that changed.
bool Cluster::Private::noteRefusals()
{
    QVector<Refusal> refused;
    for (const QVector<Reflector*>& some : std::as_const(watched)) {
        for (const Reflector* one : some) {
            const WatchState theirs = one->state();
            const WatchTarget& target = one->target();
            if (theirs.phase == WatchState::Phase::Failed && theirs.error && isForbidden(*theirs.error))
                refused.append({target.path, target.kind, nameSpaceOf(target.path), *theirs.error});
        }
    }
    std::sort(refused.begin(), refused.end(),
              [](const Refusal& a, const Refusal& b) { return a.path < b.path; });
    const bool same =
        std::equal(refused.cbegin(), refused.cend(), state.refused.cbegin(), state.refused.cend(),
                   [](const Refusal& a, const Refusal& b) { return a.path == b.path; });
    state.refused = refused;
    return !same;
}

void Cluster::Private::judge()
{
    if (!opened || !wasLive || waiting)
        return;
    const bool news = noteRefusals();
    std::optional<WatchState> worst;
    bool unauthorized = false;
    for (const QVector<Reflector*>& some : std::as_const(watched)) {
        for (const Reflector* one : some) {
            const WatchState theirs = one->state();
            if (theirs.phase == WatchState::Phase::Failed && isUnauthorized(theirs.error)) {
                unauthorized = true;
                worst = theirs;
            } else if (theirs.phase == WatchState::Phase::Reconnecting && !unauthorized &&
                       (!worst || theirs.since < worst->since)) {
                worst = theirs;
            }
        }
    }
    if (!worst) {
        const bool wasLost = state.phase == Phase::Reconnecting || state.phase == Phase::Failed;
        if (news && state.phase == Phase::Live && !state.error)
            Q_EMIT q.stateChanged();
        enter(Phase::Live, {});
        if (wasLost)
            refreshKinds(); // it may have come back as another version
        return;
    }
    enter(unauthorized ? Phase::Failed : Phase::Reconnecting, worst->error);
    if (worst->lastLive.isValid())
        state.lastLive = worst->lastLive;
}

} // namespace kaptan::kube
