#include "app/docker/events/container_cache.h"

#include "app/core/when_done.h"
#include "app/docker/api/engine_error.h"
#include "app/docker/events/event_stream.h"
#include "app/docker/events/inspection_queue.h"

#include <QSet>

namespace kaptan::docker
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// One frame: nobody can see more.
constexpr auto frame = 16ms;
/// Events come in handfuls (create, connect, start): wait for the handful before reading again.
constexpr auto gather = 20ms;
/// More changed containers than this are read with the whole list.
constexpr int mostById = 100;
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

class ContainerCache::Private
{
public:
    Private(ContainerCache* cache, EngineApi& engine, Clock& time, Backoff delays)
        : q(cache), api(engine), clock(time), backoff(std::move(delays)),
          inspections(
              engine,
              [this](const QString& id, const Result<ContainerDetails>& details) {
                  onInspected(id, details);
              },
              cache)
    {
    }

    void attempt();
    void leave();
    void fail(const Error& error);
    void setPhase(CacheState::Phase phase, std::optional<Error> error = {});

    void listAll();
    void rebuild(const QVector<ContainerSummary>& list);
    void onEvents(const QVector<DockerEvent>& batch);
    void scheduleRead();
    void readChanged();
    void merge(const QVector<ContainerSummary>& list, const QSet<QString>& asked);
    void onInspected(const QString& id, const Result<ContainerDetails>& details);
    void remove(const QString& id);
    void watchTcp();

    void scheduleFlush();
    void flush();

    /// Calls `fn` later, unless the connection is another one by then.
    template <class Fn>
    void later(std::chrono::milliseconds delay, Fn fn)
    {
        clock.callLater(delay, q, [this, fn, wanted = generation] {
            if (wanted == generation)
                fn();
        });
    }

    /// Hands the result on, unless the connection is another one by then.
    template <class T, class Fn>
    void take(const QFuture<Result<T>>& future, Fn fn)
    {
        whenDone(future, q, [this, fn, wanted = generation](const Result<T>& result) {
            if (wanted == generation)
                fn(result);
        });
    }

    ContainerCache* q;
    EngineApi& api;
    Clock& clock;
    Backoff backoff;
    InspectionQueue inspections;
    CacheState state;
    QHash<QString, ContainerPtr> containers;
    EventStream* stream = nullptr;
    quint64 generation = 0; ///< counts attempts; answers to an earlier one are dropped
    bool running = false;
    bool waiting = false; ///< for the end of the backoff
    bool reading = false; ///< a list is under way
    bool readScheduled = false;
    qint64 liveSinceMs = 0;
    QSet<QString> changedIds; ///< to be read again
    QSet<QString> destroyed;  ///< while a list was under way that may still hold them

    // What the next flush tells.
    bool flushScheduled = false;
    bool reset = false;
    QSet<QString> upserted;
    QSet<QString> removed;
    QVector<DockerEvent> events;
};

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
    waiting = reading = readScheduled = false;
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

void ContainerCache::Private::attempt()
{
    leave();
    take(api.negotiate(), [this](const Result<EngineInfo>& info) {
        if (!info)
            return fail(info.error());
        stream = new EventStream(api, q);
        connect(stream, &EventStream::opened, q, [this] { listAll(); });
        connect(stream, &EventStream::events, q,
                [this](const QVector<DockerEvent>& batch) { onEvents(batch); });
        connect(stream, &EventStream::ended, q, [this](const Error& error) { fail(error); });
        stream->open();
    });
}

void ContainerCache::Private::listAll()
{
    reading = true;
    take(api.containers(true), [this](const Result<QVector<ContainerSummary>>& list) {
        if (!list)
            return fail(list.error());
        rebuild(*list);
    });
}

void ContainerCache::Private::rebuild(const QVector<ContainerSummary>& list)
{
    QHash<QString, ContainerPtr> fresh;
    fresh.reserve(list.size());
    QStringList unknown;
    QStringList known;
    for (const ContainerSummary& summary : list) {
        if (destroyed.contains(summary.id))
            continue;
        const ContainerPtr old = containers.value(summary.id);
        // Details of before may be out of date, but are better than none until the inspection comes.
        const auto details = old && old->state() == summary.state ? old->details : nullptr;
        fresh.insert(summary.id, std::make_shared<const CachedContainer>(CachedContainer{summary, details}));
        if (summary.state != ContainerState::Created)
            (details ? known : unknown).append(summary.id);
    }
    containers = std::move(fresh);
    destroyed.clear();
    reading = false;
    reset = true;
    liveSinceMs = clock.monotonicMs();
    flush();
    setPhase(CacheState::Phase::Live);
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

void ContainerCache::Private::onEvents(const QVector<DockerEvent>& batch)
{
    events += batch;
    for (const DockerEvent& event : batch) {
        if (!event.changesContainer())
            continue;
        if (event.type == "container"_L1 && event.action == "destroy"_L1)
            remove(event.containerId);
        else if (!destroyed.contains(event.containerId))
            changedIds.insert(event.containerId);
    }
    scheduleFlush();
    if (!changedIds.isEmpty())
        scheduleRead();
}

void ContainerCache::Private::remove(const QString& id)
{
    if (reading)
        destroyed.insert(id);
    changedIds.remove(id);
    inspections.forget(id);
    if (containers.remove(id) > 0) {
        upserted.remove(id);
        removed.insert(id);
        scheduleFlush();
    }
}

void ContainerCache::Private::scheduleRead()
{
    if (reading || readScheduled)
        return;
    readScheduled = true;
    later(gather, [this] {
        readScheduled = false;
        readChanged();
    });
}

void ContainerCache::Private::readChanged()
{
    if (changedIds.isEmpty())
        return;
    const QSet<QString> asked = std::exchange(changedIds, {});
    Filters filters;
    if (asked.size() <= mostById)
        filters.insert(u"id"_s, asked.values());
    reading = true;
    take(api.containers(true, filters), [this, asked](const Result<QVector<ContainerSummary>>& list) {
        reading = false;
        if (list) {
            merge(*list, asked);
        } else if (list.error().as<ParseError>()) {
            return fail(list.error());
        } else {
            // The stream still lives, so the engine is there: it was too busy for this.
            changedIds.unite(asked);
            changedIds.subtract(destroyed);
        }
        destroyed.clear();
        if (!changedIds.isEmpty()) {
            readScheduled = true;
            later(list ? gather : std::chrono::milliseconds(1000), [this] {
                readScheduled = false;
                readChanged();
            });
        }
    });
}

void ContainerCache::Private::merge(const QVector<ContainerSummary>& list, const QSet<QString>& asked)
{
    QSet<QString> missing = asked;
    for (const ContainerSummary& summary : list) {
        if (!missing.remove(summary.id) || destroyed.contains(summary.id))
            continue;
        const ContainerPtr old = containers.value(summary.id);
        containers.insert(summary.id, std::make_shared<const CachedContainer>(
                                          CachedContainer{summary, old ? old->details : nullptr}));
        if (!old || !old->summary.sameButForAge(summary)) {
            removed.remove(summary.id);
            upserted.insert(summary.id);
        }
        if (summary.state != ContainerState::Created)
            inspections.addFirst(summary.id);
    }
    for (const QString& id : std::as_const(missing))
        remove(id);
    if (!upserted.isEmpty())
        scheduleFlush();
}

void ContainerCache::Private::onInspected(const QString& id, const Result<ContainerDetails>& details)
{
    const ContainerPtr old = containers.value(id);
    // One that is gone tells so by its event; other troubles end with the stream or with the next event.
    if (!old || !details)
        return;
    if (old->details && *old->details == *details)
        return;
    containers.insert(id, std::make_shared<const CachedContainer>(CachedContainer{
                              old->summary, std::make_shared<const ContainerDetails>(*details)}));
    upserted.insert(id);
    scheduleFlush();
}

void ContainerCache::Private::scheduleFlush()
{
    if (flushScheduled)
        return;
    flushScheduled = true;
    clock.callLater(frame, q, [this] {
        if (std::exchange(flushScheduled, false))
            flush();
    });
}

void ContainerCache::Private::flush()
{
    ContainerDelta delta;
    delta.reset = std::exchange(reset, false);
    if (delta.reset) {
        delta.upserted = QVector<ContainerPtr>(containers.cbegin(), containers.cend());
    } else {
        for (const QString& id : std::as_const(upserted)) {
            if (const ContainerPtr container = containers.value(id))
                delta.upserted.append(container);
        }
        delta.removed = QVector<QString>(removed.cbegin(), removed.cend());
    }
    upserted.clear();
    removed.clear();
    const QVector<DockerEvent> batch = std::exchange(events, {});
    if (delta.reset || !delta.upserted.isEmpty() || !delta.removed.isEmpty())
        Q_EMIT q->changed(delta);
    if (!batch.isEmpty())
        Q_EMIT q->happened(batch);
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
