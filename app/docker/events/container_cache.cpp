#include "app/docker/events/container_cache_private.h"

namespace kaptan::docker
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// A connection that lived this long was a good one: the next trouble begins with the shortest delay.
constexpr qint64 goodAfterMs = 5000;
/// TCP does not tell when the other side vanished; Unix sockets do.
constexpr auto tcpCheck = 30s;

} // namespace

HealthState CachedContainer::health() const
{
    if (summary.health != HealthState::NotReported)
        return summary.health;
    return details ? details->health : HealthState::NotReported;
}

void ContainerCache::Private::setPhase(CacheState::Phase phase, std::optional<Error> error)
{
    const bool begins = state.phase != phase;
    if (begins) {
        if (state.phase == CacheState::Phase::Live)
            state.lastLive = clock.now();
        state.phase = phase;
        state.since = clock.now();
    }
    state.error = std::move(error);
    Q_EMIT q->stateChanged();
}

/// Drops what belongs to the present connection.
void ContainerCache::Private::leave()
{
    ++generation;
    waiting = reading = readScheduled = negotiated = negotiating = false;
    early.reset();
    changedIds.clear();
    destroyed.clear();
    inspections.clear();
    if (stream) {
        stream->disconnect(q);
        stream->deleteLater(); // this may be one of its signals
        stream = nullptr;
    }
}

void ContainerCache::Private::fail(const Error& error)
{
    if (state.phase == CacheState::Phase::Live && clock.monotonicMs() - liveSinceMs >= goodAfterMs)
        backoff.reset();
    leave();
    waiting = true;
    later(backoff.next(), [this] { attempt(); });
    const bool wasLive = state.phase == CacheState::Phase::Live || state.lastLive.isValid();
    setPhase(wasLive ? CacheState::Phase::Reconnecting : CacheState::Phase::Connecting, error);
}

/// The list needs the event stream to be open, and the first table needs the list: who is there is asked once
/// that has come and is shown, since Docker starts programs to answer, which holds up the list beside it. On
/// the first attempt stream and list go out without a version, which every engine takes.
void ContainerCache::Private::attempt()
{
    leave();
    stream = new EventStream(api, q);
    connect(stream, &EventStream::opened, q, [this] { listAll(); });
    connect(stream, &EventStream::events, q, [this](const QVector<DockerEvent>& batch) { onEvents(batch); });
    connect(stream, &EventStream::ended, q, [this](const Error& error) { onTrouble(error); });
    stream->open();
}

void ContainerCache::Private::ask()
{
    if (std::exchange(negotiating, true))
        return;
    take(api.negotiate(), [this](const Result<EngineInfo>& info) {
        if (!info)
            return fail(info.error());
        negotiated = true;
        if (const auto error = std::exchange(early, {}))
            return fail(*error);
        becomeLive();
    });
}

/// Where nobody has said yet that an engine is there, that answer explains more than this error, unless
/// nothing could be reached at all.
void ContainerCache::Private::onTrouble(const Error& error)
{
    using Kind = TransportError::Kind;
    const auto* transport = error.as<TransportError>();
    const bool unreachable =
        transport && (transport->kind == Kind::NotFound || transport->kind == Kind::Refused ||
                      transport->kind == Kind::PermissionDenied);
    if (negotiated || unreachable) {
        fail(error);
    } else if (!early) {
        early = error;
        ask();
    }
}

void ContainerCache::Private::listAll()
{
    reading = true;
    take(api.containers(true), [this](const Result<QVector<ContainerSummary>>& list) {
        if (!list)
            return onTrouble(list.error());
        rebuild(*list);
        ask();
    });
}

void ContainerCache::Private::rebuild(const QVector<ContainerSummary>& list)
{
    QHash<QString, ContainerPtr> fresh;
    fresh.reserve(list.size());
    for (const ContainerSummary& summary : list) {
        if (destroyed.contains(summary.id))
            continue;
        const ContainerPtr old = containers.value(summary.id);
        // Details of before may be out of date, but are better than none until the inspection comes.
        const auto details = old && old->state() == summary.state ? old->details : nullptr;
        fresh.insert(summary.id, std::make_shared<const CachedContainer>(CachedContainer{summary, details}));
    }
    containers = std::move(fresh);
    reset = true;
    flush();
}

void ContainerCache::Private::becomeLive()
{
    destroyed.clear();
    reading = false;
    liveSinceMs = clock.monotonicMs();
    setPhase(CacheState::Phase::Live);
    QStringList unknown;
    QStringList known;
    for (const ContainerPtr& container : std::as_const(containers)) {
        if (container->state() != ContainerState::Created)
            (container->details ? known : unknown).append(container->id());
    }
    // Restart counts, start times and Podman's health are nowhere else: one inspection each of what was ever
    // started, in the background.
    for (const QString& id : unknown + known)
        inspections.addLast(id);
    if (!changedIds.isEmpty())
        scheduleRead();
    watchTcp();
}

void ContainerCache::Private::watchTcp()
{
    if (api.client().endpoint().isUnixSocket())
        return;
    later(tcpCheck, [this] {
        take(api.ping(), [this](const Result<void>& answered) {
            if (!answered)
                return fail(answered.error());
            watchTcp();
        });
    });
}

ContainerCache::ContainerCache(EngineApi& api, Clock& clock, Backoff backoff, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(this, api, clock, std::move(backoff)))
{
    d->state.since = clock.now();
}

ContainerCache::~ContainerCache() = default;

void ContainerCache::start()
{
    if (d->running)
        return;
    d->running = true;
    d->setPhase(CacheState::Phase::Connecting);
    d->attempt();
}

void ContainerCache::stop()
{
    if (!d->running)
        return;
    d->running = false;
    d->leave();
    d->setPhase(CacheState::Phase::Idle);
}

void ContainerCache::retryNow()
{
    if (d->running && d->waiting)
        d->attempt();
}

const CacheState& ContainerCache::state() const
{
    return d->state;
}

const QHash<QString, ContainerPtr>& ContainerCache::containers() const
{
    return d->containers;
}

ContainerPtr ContainerCache::container(const QString& id) const
{
    return d->containers.value(id);
}

void ContainerCache::refresh(const QString& id)
{
    refresh(QStringList{id});
}

void ContainerCache::refresh(const QStringList& ids)
{
    if (d->state.phase != CacheState::Phase::Live)
        return; // the list that makes it live again reads all
    for (const QString& id : ids) {
        if (d->containers.contains(id))
            d->inspections.addFirst(id);
    }
}

} // namespace kaptan::docker
