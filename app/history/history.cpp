#include "app/history/history.h"

#include "app/history/retention.h"
#include "app/history/writer.h"

#include <QCoreApplication>
#include <QStandardPaths>
#include <QThreadPool>
#include <QThreadStorage>
#include <QTimer>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace kaptan::history
{

namespace
{

constexpr int readers = 2;
constexpr std::chrono::seconds checkAfter{30};

} // namespace

class History::Private
{
public:
    Private(History& q, const Options& options)
        : file(options.file.isEmpty() ? defaultFile() : options.file),
          clock(options.clock ? *options.clock : Clock::system()),
          writer(file, clock, options.retention, options.gather)
    {
        pool.setMaxThreadCount(readers);
        pool.setExpiryTimeout(-1); // each keeps its connection
        soon.setSingleShot(true);
        soon.setInterval(1000);
        QObject::connect(&soon, &QTimer::timeout, &q, &History::written);
        QObject::connect(&writer, &Writer::committed, &q, [this] {
            if (!soon.isActive())
                soon.start();
        });
        QObject::connect(&writer, &Writer::changed, &q, [&q] {
            Q_EMIT q.stateChanged();
            Q_EMIT q.problemChanged();
        });
    }

    ~Private()
    {
        pool.clear();
        pool.waitForDone();
    }

    /// A job whose outcome somebody waits for.
    QFuture<Result<void>> ask(std::function<Result<void>(Stores&)> run)
    {
        auto promise = std::make_shared<QPromise<Result<void>>>();
        promise->start();
        QFuture<Result<void>> future = promise->future();
        writer.post({std::move(run),
                     [promise](const Result<void>& result) {
                         promise->addResult(result);
                         promise->finish();
                     },
                     1, false});
        writer.hurry();
        return future;
    }

    template <class T>
    void post(const T& record)
    {
        writer.post(
            {[record](Stores& stores) { return stores.records.add(record, stores.now); }, {}, 1, false});
    }

    const QString file;
    Clock& clock;

    /// Of each reader's thread.
    struct Reader {
        std::unique_ptr<Database> database;
        int generation = 0;
    };

    QThreadStorage<Reader*> reader;
    QThreadPool pool;
    QTimer soon;
    Writer writer;
};

QString History::defaultFile()
{
    const QString own = qEnvironmentVariable("KAPTAN_DATA_DIR");
    if (!own.isEmpty())
        return own + u"/history.db"_s;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/kaptan/history.db"_s;
}

History::History(Options options, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(*this, options))
{
    d->writer.start();
    checkLater();
}

History::~History() = default;

History::State History::state() const
{
    return d->writer.state();
}

std::optional<Error> History::problem() const
{
    return d->writer.problem();
}

Opening History::opening() const
{
    return d->writer.opening();
}

QString History::file() const
{
    return d->file;
}

void History::setRetention(const Retention& retention)
{
    d->writer.setRetention(retention);
}

void History::see(const ConnectionRecord& connection)
{
    d->writer.post(
        {[connection](Stores& stores) { return stores.records.see(connection, stores.now); }, {}, 1, false});
}

void History::measure(const QString& connection, qint64 at, const QVector<Measurement>& values)
{
    if (values.isEmpty())
        return;
    d->writer.post({[connection, at, values](Stores& stores) -> Result<void> {
                        const auto owner = stores.records.connection(connection, stores.now);
                        if (!owner)
                            return failure(owner.error());
                        QVector<MetricStore::Value> rows;
                        rows.reserve(values.size());
                        for (const Measurement& one : values) {
                            const auto series =
                                stores.metrics.series(*owner, one.subject, nameOf(one.metric));
                            if (!series)
                                return failure(series.error());
                            rows.append({*series, one.value});
                        }
                        return stores.metrics.add(at, std::move(rows));
                    },
                    {},
                    static_cast<int>(values.size()),
                    true});
}

void History::store(const QString& connection, const QVector<workload::Event>& events,
                    const QHash<QString, Subject>& subjects)
{
    for (const workload::Event& event : events) {
        const EventIdentity identity = identityOf(event);
        StoredEvent stored;
        stored.connection = connection;
        stored.uid = identity.uid;
        stored.count = identity.count;
        stored.firstAt = stored.lastAt = event.at.isValid() ? event.at : d->clock.now();
        stored.severity = event.severity;
        stored.kind = event.kind;
        stored.object = event.object;
        stored.reason = event.action;
        stored.message = event.message;
        d->writer.post({[stored, subject = subjects.value(event.workloadId)](Stores& stores) {
                            return stores.records.add(stored, subject, stores.now);
                        },
                        {},
                        1,
                        false});
    }
}

void History::note(const Subject& subject, workload::EventSeverity severity, const QString& reason,
                   const QString& message, const QString& actor)
{
    StoredEvent stored;
    stored.connection = subject.connection;
    stored.uid = u"kaptan-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    stored.firstAt = stored.lastAt = d->clock.now();
    stored.severity = severity;
    stored.kind = subject.kind;
    stored.object = subject.nameSpace.isEmpty() ? subject.name : subject.nameSpace + u'/' + subject.name;
    stored.reason = reason;
    stored.message = actor.isEmpty() ? message : message.isEmpty() ? actor : message + u" ("_s + actor + u')';
    stored.source = u"kaptan"_s;
    d->writer.post(
        {[stored, subject](Stores& stores) { return stores.records.add(stored, subject, stores.now); },
         {},
         1,
         false});
}

void History::add(const ScalingEvent& event)
{
    d->post(event);
}

void History::add(const QVector<HealthCheck>& checks)
{
    for (const HealthCheck& check : checks)
        d->post(check);
}

void History::add(const AutoscalingRecord& record)
{
    d->post(record);
}

void History::add(const Revision& revision)
{
    d->post(revision);
}

QFuture<Result<qint64>> History::addDeployment(const Deployment& deployment)
{
    auto promise = std::make_shared<QPromise<Result<qint64>>>();
    promise->start();
    QFuture<Result<qint64>> future = promise->future();
    auto id = std::make_shared<qint64>(0);
    d->writer.post({[deployment, id](Stores& stores) -> Result<void> {
                        const auto made = stores.records.addDeployment(deployment, stores.now);
                        if (!made)
                            return failure(made.error());
                        *id = *made;
                        return {};
                    },
                    [promise, id](const Result<void>& result) {
                        promise->addResult(result ? Result<qint64>(*id)
                                                  : Result<qint64>(failure(result.error())));
                        promise->finish();
                    },
                    1, false});
    d->writer.hurry();
    return future;
}

QFuture<Result<void>> History::updateDeployment(const Deployment& deployment)
{
    return d->ask([deployment](Stores& stores) { return stores.records.updateDeployment(deployment); });
}

QFuture<Result<void>> History::removeDeployment(qint64 id)
{
    return d->ask([id](Stores& stores) { return stores.records.removeDeployment(id); });
}

QFuture<Result<void>> History::flush()
{
    return d->ask([](Stores&) -> Result<void> { return {}; });
}

QFuture<Result<void>> History::tidy()
{
    return d->ask([retention = d->writer.retention()](Stores& stores) -> Result<void> {
        const qint64 now = stores.now.toSecsSinceEpoch();
        for (bool more = true; more;) {
            const auto packed = stores.metrics.packSome(MetricStore::packBefore(now));
            if (!packed)
                return failure(packed.error());
            more = *packed;
        }
        for (bool more = true; more;) {
            const auto forgotten = forgetSome(stores.database, stores.metrics, retention, stores.now);
            if (!forgotten)
                return failure(forgotten.error());
            more = *forgotten;
        }
        return {};
    });
}

void History::readLater(std::function<void(Result<Database*>)> fn)
{
    d->pool.start([this, fn = std::move(fn)] {
        d->writer.waitForOpening();
        const int generation = d->writer.generation();
        // One that was set aside is another file now.
        if (!d->reader.hasLocalData() || d->reader.localData()->generation != generation) {
            d->reader.setLocalData(nullptr);
            auto opened = Database::open(d->file, Database::Access::Read);
            if (!opened)
                return fn(failure(opened.error()));
            d->reader.setLocalData(new Private::Reader{std::move(*opened), generation});
        }
        Database* database = d->reader.localData()->database.get();
        fn(database);
        if (database->sawDamage())
            d->writer.heal();
    });
}

/// Reads the whole file once, when the program has long begun: a start must not wait for that.
void History::checkLater()
{
    d->clock.callLater(checkAfter, this, [this] {
        (void)read<bool>([](Database& database) -> Result<bool> {
            const auto verdict = database.value(u"PRAGMA quick_check(1)"_s);
            if (verdict && verdict->toString() != "ok"_L1)
                database.noteDamage();
            return verdict.has_value();
        });
    });
}

} // namespace kaptan::history
