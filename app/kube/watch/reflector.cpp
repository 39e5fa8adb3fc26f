#include "app/kube/watch/reflector.h"

#include "app/core/give_back.h"
#include "app/kube/watch/list_run.h"
#include "app/kube/watch/row_store.h"
#include "app/kube/watch/watch_run.h"

#include <QMutex>
#include <QRandomGenerator>

#include <utility>

namespace kaptan::kube
{

namespace
{

using namespace std::chrono_literals;
using Phase = WatchState::Phase;

constexpr std::chrono::milliseconds frame = 16ms;
/// A watch that ends sooner, and told nothing, was no success.
constexpr qint64 shortWatchMs = 5000;
/// So many watches that the server answers with errors mean that it does not like our version.
constexpr int errorsUntilRelist = 3;
/// Rows of a list that is worth to give memory back after.
constexpr qint64 bigList = 5000;
constexpr std::chrono::milliseconds afterBigList = 8s;

} // namespace

class Reflector::Private
{
public:
    Private(Reflector& owner, StreamOpener& streamOpener, WatchTarget watchTarget, RowKind kind, Clock& time,
            ReflectorOptions given)
        : q(owner), opener(streamOpener), target(std::move(watchTarget)), clock(time),
          options(std::move(given)), backoff(options.firstDelay, options.mostDelay, options.random)
    {
        if (!options.random)
            options.random = [] { return QRandomGenerator::global()->generateDouble(); };
        schema = {kind, Text(target.kind), std::make_shared<Interner>(), std::make_shared<TableHeader>()};
    }

    void startList();
    void startWatch();
    void onPage(DecodedPage& page);
    void onListTrouble(const Trouble& trouble);
    void onTold(DecodedEvents& events);
    void onWatchEnd(const std::optional<Trouble>& trouble);
    void onWatchTrouble(const Trouble& trouble);
    void refused(const Trouble& trouble);
    void breakOff();
    void wait(std::chrono::milliseconds delay, std::function<void()> action);
    void newsCame();
    void enter(Phase phase, const std::optional<Error>& error);
    void setListed(qint64 listed, qint64 remaining);

    Reflector& q;
    StreamOpener& opener;
    WatchTarget target;
    Clock& clock;
    ReflectorOptions options;
    RowSchema schema;
    RowStore store;
    Backoff backoff;
    mutable QMutex mutex; ///< of `state`
    WatchState state;
    std::unique_ptr<ListRun> list;
    std::unique_ptr<WatchRun> watch;
    Text version; ///< to watch from
    std::function<void()> waiting;
    int epoch = 0;                   ///< of `waiting`
    int expirations = 0, errors = 0; ///< in a row
    qint64 watchOpened = 0;
    bool framePending = false;
};

Reflector::Reflector(StreamOpener& opener, WatchTarget target, RowKind rowKind, Clock& clock,
                     ReflectorOptions options, QObject* parent)
    : QObject(parent),
      d(std::make_unique<Private>(*this, opener, std::move(target), rowKind, clock, std::move(options)))
{
    qRegisterMetaType<RowDelta>();
}

Reflector::~Reflector()
{
    d->breakOff();
}

const WatchTarget& Reflector::target() const
{
    return d->target;
}

void Reflector::start()
{
    if (d->state.phase != Phase::Stopped)
        return;
    {
        const QMutexLocker lock(&d->mutex);
        d->state.skipped = 0;
    }
    d->backoff.reset();
    d->expirations = d->errors = 0;
    d->enter(d->state.lastLive.isValid() ? Phase::Reconnecting : Phase::Listing, {});
    d->startList();
}

void Reflector::stop()
{
    if (d->state.phase == Phase::Stopped)
        return;
    d->breakOff();
    d->enter(Phase::Stopped, {});
}

void Reflector::retryNow()
{
    if (!d->waiting)
        return;
    ++d->epoch;
    d->backoff.reset();
    std::exchange(d->waiting, nullptr)();
}

WatchState Reflector::state() const
{
    const QMutexLocker lock(&d->mutex);
    return d->state;
}

QVector<RowPtr> Reflector::rows() const
{
    return d->store.rows();
}

RowPtr Reflector::row(const Text& uid) const
{
    return d->store.row(uid);
}

qsizetype Reflector::count() const
{
    return d->store.count();
}

QVector<TableColumn> Reflector::columns() const
{
    return d->schema.header->columns();
}

void Reflector::Private::enter(Phase phase, const std::optional<Error>& error)
{
    {
        const QMutexLocker lock(&mutex);
        if (state.phase == Phase::Live && phase != Phase::Live) {
            // A connection that died in silence was last known to be true when something came last.
            const QDateTime touched = watch ? watch->lastTouch() : QDateTime();
            const bool silent = error && error->as<TransportError>();
            state.lastLive = silent && touched.isValid() ? touched : clock.now();
        }
        if (state.phase != phase)
            state.since = clock.now();
        state.phase = phase;
        state.error = error;
    }
    Q_EMIT q.stateChanged();
}

void Reflector::Private::setListed(qint64 listed, qint64 remaining)
{
    {
        const QMutexLocker lock(&mutex);
        state.listed = listed;
        state.remaining = remaining;
    }
    Q_EMIT q.stateChanged();
}

void Reflector::Private::breakOff()
{
    ++epoch;
    waiting = nullptr;
    // They may be in the middle of a signal to us.
    if (list) {
        list->cancel();
        list.release()->deleteLater();
    }
    if (watch) {
        watch->cancel();
        watch.release()->deleteLater();
    }
}

void Reflector::Private::wait(std::chrono::milliseconds delay, std::function<void()> action)
{
    waiting = std::move(action);
    clock.callLater(delay, &q, [this, mine = ++epoch] {
        if (mine == epoch && waiting)
            std::exchange(waiting, nullptr)();
    });
}

void Reflector::Private::newsCame()
{
    if (framePending || !store.hasNews())
        return;
    framePending = true;
    clock.callLater(frame, &q, [this] {
        framePending = false;
        const RowDelta delta = store.takeNews();
        if (!delta.isEmpty())
            Q_EMIT q.changed(delta);
    });
}

void Reflector::Private::startList()
{
    breakOff();
    store.beginList();
    setListed(0, -1);
    list = std::make_unique<ListRun>(opener, target, schema, clock, options);
    QObject::connect(list.get(), &ListRun::page, &q,
                     [this](const std::shared_ptr<DecodedPage>& page) { onPage(*page); });
    QObject::connect(list.get(), &ListRun::stumbled, &q,
                     [this](const Trouble& trouble) { onListTrouble(trouble); });
    QObject::connect(list.get(), &ListRun::finished, &q, [this] {
        version = Text(
            std::string_view(list->resourceVersion().constData(), size_t(list->resourceVersion().size())));
        store.endList();
        newsCame();                  // an empty list is news too
        if (state.listed >= bigList) // when the panes have taken it over
            clock.callLater(afterBigList, &q, [pool = options.pool] {
                (pool ? pool : QThreadPool::globalInstance())->start(giveBackMemory);
            });
        if (target.watchable)
            return startWatch();
        enter(Phase::Live, {});
        wait(options.pollEvery, [this] { startList(); });
    });
    list->start();
}

void Reflector::Private::onPage(DecodedPage& page)
{
    backoff.reset();
    if (state.phase != Phase::Listing && !state.lastLive.isValid())
        enter(Phase::Listing, {}); // the first list goes on
    {
        const QMutexLocker lock(&mutex);
        state.skipped += page.skipped;
    }
    const qint64 listed = state.listed + qint64(page.objects.size());
    store.addListed(std::move(page.objects));
    newsCame();
    setListed(listed, page.head.continueToken.isEmpty() ? 0 : page.head.remaining);
}

void Reflector::Private::onListTrouble(const Trouble& trouble)
{
    if (trouble.kind == Trouble::Kind::Refused)
        return refused(trouble);
    enter(Phase::Reconnecting, trouble.error);
    const std::chrono::milliseconds delay =
        trouble.kind == Trouble::Kind::Slept ? 0ms : std::max(backoff.next(), trouble.retryAfter);
    if (trouble.kind == Trouble::Kind::Expired)
        return wait(delay, [this] { startList(); });
    wait(delay, [this] { list->again(); });
}

void Reflector::Private::refused(const Trouble& trouble)
{
    enter(Phase::Failed, trouble.error);
    breakOff();
    wait(std::max<std::chrono::milliseconds>(options.refusedPause, trouble.retryAfter),
         [this] { startList(); });
}

void Reflector::Private::startWatch()
{
    breakOff();
    watch = std::make_unique<WatchRun>(opener, target, schema, clock, options);
    watchOpened = clock.monotonicMs();
    QObject::connect(watch.get(), &WatchRun::opened, &q, [this] {
        if (state.phase != Phase::Live)
            enter(Phase::Live, {});
    });
    QObject::connect(watch.get(), &WatchRun::told, &q,
                     [this](const std::shared_ptr<DecodedEvents>& events) { onTold(*events); });
    QObject::connect(watch.get(), &WatchRun::ended, &q,
                     [this](const std::optional<Trouble>& trouble) { onWatchEnd(trouble); });
    const double jitter = 1 + options.random(); // so that the watches of a cluster do not end together
    watch->open(version, std::chrono::seconds(qint64(double(options.watchTimeout.count()) * jitter)));
}

void Reflector::Private::onTold(DecodedEvents& events)
{
    if (events.lines > 0 && !events.refused) {
        backoff.reset();
        expirations = errors = 0;
    }
    if (events.skipped > 0) {
        const QMutexLocker lock(&mutex);
        state.skipped += events.skipped;
    }
    if (!events.version.isEmpty())
        version = events.version;
    store.apply(std::move(events.changes));
    newsCame();
}

void Reflector::Private::onWatchEnd(const std::optional<Trouble>& trouble)
{
    if (trouble)
        return onWatchTrouble(*trouble);
    if (watch->hasTold() || clock.monotonicMs() - watchOpened >= shortWatchMs) {
        backoff.reset();
        return startWatch(); // the usual end: nothing is missed, the rows stay live
    }
    onWatchTrouble(
        {Trouble::Kind::Broken, Error(TransportError{TransportError::Kind::Closed, target.path, {}}), {}});
}

void Reflector::Private::onWatchTrouble(const Trouble& trouble)
{
    if (trouble.kind == Trouble::Kind::Refused)
        return refused(trouble);
    enter(Phase::Reconnecting, trouble.error);
    switch (trouble.kind) {
    case Trouble::Kind::Slept:
        return startWatch();
    case Trouble::Kind::Expired:
        if (++expirations == 1)
            return startList();
        return wait(std::max(backoff.next(), trouble.retryAfter), [this] { startList(); });
    case Trouble::Kind::Busy:
        ++errors;
        break;
    case Trouble::Kind::Broken:
    case Trouble::Kind::Refused:
        break;
    }
    const bool relist = errors >= errorsUntilRelist;
    if (relist)
        errors = 0;
    wait(std::max(backoff.next(), trouble.retryAfter),
         [this, relist] { relist ? startList() : startWatch(); });
}

} // namespace kaptan::kube
