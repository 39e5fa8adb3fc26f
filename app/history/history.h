#pragma once

#include "app/core/clock.h"
#include "app/core/result.h"
#include "app/history/opening.h"
#include "app/history/records.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>

namespace kaptan::history
{

/// How long each is kept; automatic, in slices.
struct Retention {
    int rawDays = 35;       ///< samples as they were taken
    int rolledUpDays = 730; ///< spans of ten minutes
    int eventDays = 365;
    int checkDays = 90;
    int recordDays = 730; ///< deployments, scalings, autoscaling
};

/// Everything that Kaptan saw and did, in one SQLite file. One thread writes, in batches; questions are
/// answered by others, which never wait for it. Several processes may have the same file open.
///
/// Writing never fails towards the caller: what cannot be stored now (a full disk) is kept in memory, up to a
/// bound, and tried again; problem() says so. Signals arrive in the thread that made it.
class History : public QObject
{
    Q_OBJECT
public:
    struct Options {
        QString file;           ///< empty: defaultFile()
        Clock* clock = nullptr; ///< null: the machine's
        Retention retention;
        /// How long writes are gathered before they are committed.
        std::chrono::milliseconds gather{500};
    };

    enum class State {
        Opening,
        Ready,
        ReadOnly, ///< a newer Kaptan wrote it, or the folder cannot be written: what is there can be read
        Broken,   ///< it cannot be used at all: error() says why
    };

    /// <data>/kaptan/history.db, below KAPTAN_DATA_DIR where that is set.
    static QString defaultFile();

    /// Begins to open it and returns at once.
    explicit History(Options options, QObject* parent = nullptr);
    /// Commits what waits.
    ~History() override;

    State state() const;
    /// Of Broken and ReadOnly; while Ready: why what waits could not be stored.
    std::optional<Error> problem() const;
    /// What was found when it was opened: set aside, salvaged, copied. Valid from Ready or ReadOnly on.
    Opening opening() const;
    QString file() const;

    // Any thread from here on. Times are UTC.

    /// What is older goes by and by, as from the start.
    void setRetention(const Retention& retention);

    void see(const ConnectionRecord& connection);
    /// A moment's measurements, in seconds since 1970. The connection was seen before; its workloads need not
    /// be.
    void measure(const QString& connection, qint64 at, const QVector<Measurement>& values);
    /// `subjects` by the workload's id: to which workload an event's workloadId belongs.
    void store(const QString& connection, const QVector<workload::Event>& events,
               const QHash<QString, Subject>& subjects = {});
    /// Kaptan's own: `reason` is "deployed", "scaled", "restarted", "deleted", "applied", "checked"...
    void note(const Subject& subject, workload::EventSeverity severity, const QString& reason,
              const QString& message, const QString& actor);
    void add(const ScalingEvent& event);
    void add(const QVector<HealthCheck>& checks);
    void add(const AutoscalingRecord& record);
    /// One that is known already (workload and number) stays as it is, but for a missing manifest.
    void add(const Revision& revision);

    /// The id; the deployment's own is not looked at. 0 where it has no actor and somebody's own record of it
    /// is there already.
    QFuture<Result<qint64>> addDeployment(const Deployment& deployment);
    /// By its id; NotFound as InvalidInput where there is none.
    QFuture<Result<void>> updateDeployment(const Deployment& deployment);
    QFuture<Result<void>> removeDeployment(qint64 id);

    /// All that was told before is committed when it is done.
    QFuture<Result<void>> flush();
    /// Packs and forgets now instead of by and by (tests, the settings pane).
    QFuture<Result<void>> tidy();

    /// Runs `fn` in a reader's thread, on a connection of its own that sees what was committed.
    template <class T>
    QFuture<Result<T>> read(std::function<Result<T>(Database&)> fn)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        QFuture<Result<T>> future = promise->future();
        readLater([promise, fn = std::move(fn)](Result<Database*> database) {
            if (!promise->isCanceled())
                promise->addResult(database ? fn(**database) : Result<T>(failure(database.error())));
            promise->finish();
        });
        return future;
    }

Q_SIGNALS:
    void stateChanged();
    void problemChanged();
    /// Something new was committed; at most once a second.
    void written();

private:
    void checkLater();
    void readLater(std::function<void(Result<Database*>)> fn);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kaptan::history
