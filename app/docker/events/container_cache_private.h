#pragma once

#include "app/core/when_done.h"
#include "app/docker/events/container_cache.h"
#include "app/docker/events/event_stream.h"
#include "app/docker/events/inspection_queue.h"

#include <QSet>

/// The cache's inside: its connection (container_cache.cpp) and its changes (container_changes.cpp). For
/// these two sources only.
namespace kaptan::docker
{

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
    void ask();
    void leave();
    void onTrouble(const Error& error);
    void fail(const Error& error);
    void setPhase(CacheState::Phase phase, std::optional<Error> error = {});

    void listAll();
    void rebuild(const QVector<ContainerSummary>& list);
    void becomeLive();
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
    bool negotiated = false;
    bool negotiating = false;   ///< negotiation is under way or done, on this connection
    std::optional<Error> early; ///< trouble from before that
    bool waiting = false;       ///< for the end of the backoff
    bool reading = false;       ///< a list is under way
    bool readScheduled = false;
    qint64 liveSinceMs = 0;
    QSet<QString> changedIds; ///< to be read again
    QSet<QString> doubted;    ///< list and inspection differ, and were read again for that
    QSet<QString> destroyed;  ///< while a list was under way that may still hold them

    // What the next flush tells.
    bool flushScheduled = false;
    bool reset = false;
    QSet<QString> upserted;
    QSet<QString> removed;
    QVector<DockerEvent> events;
};

} // namespace kaptan::docker
