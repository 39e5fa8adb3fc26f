#include "app/docker/events/container_cache_private.h"

/// How what happens reaches the cache: events gathered, changed containers read again, changes told a frame
/// at a time.
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
/// The engine was too busy to answer: give it time.
constexpr auto pauseAfterFailure = 1000ms;
/// Docker tells that a container has died before its own list says so.
constexpr auto untilTheListKnows = 1000ms;
/// More changed containers than this are read with the whole list.
constexpr int mostById = 100;

} // namespace

void ContainerCache::Private::onEvents(const QVector<DockerEvent>& batch)
{
    events += batch;
    for (const DockerEvent& event : batch) {
        if (!event.changesContainer())
            continue;
        if (event.type == "container"_L1 && event.action == "destroy"_L1) {
            remove(event.containerId);
        } else if (!destroyed.contains(event.containerId)) {
            changedIds.insert(event.containerId);
            doubted.remove(event.containerId);
        }
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
    doubted.remove(id);
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
            later(list ? std::chrono::milliseconds(gather) : pauseAfterFailure, [this] {
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
    if (details->state == old->summary.state) {
        doubted.remove(id);
    } else if (!doubted.contains(id)) { // once: there may be engines that never agree with themselves
        doubted.insert(id);
        later(untilTheListKnows, [this, id] {
            if (containers.contains(id)) {
                changedIds.insert(id);
                scheduleRead();
            }
        });
    }
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

} // namespace kaptan::docker
