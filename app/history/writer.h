#pragma once

#include "app/history/history.h"
#include "app/history/metric_store.h"
#include "app/history/record_store.h"

#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <atomic>
#include <deque>

namespace kaptan::history
{

/// What a job of the writer works with; all of its thread.
struct Stores {
    Database& database;
    RecordStore& records;
    MetricStore& metrics;
    QDateTime now;
};

struct WriteJob {
    std::function<Result<void>(Stores&)> run;
    /// Once what it did is committed, or cannot be; may be null.
    std::function<void(const Result<void>&)> done;
    int weight = 1;      ///< how much is kept of it in memory, in values
    bool isData = false; ///< samples, which may be let go where nothing can be stored for long
};

/// The one thread that writes. It opens the file, gathers jobs and commits them together, and between them
/// packs and forgets.
class Writer : public QThread
{
    Q_OBJECT
public:
    Writer(QString file, Clock& clock, const Retention& retention, std::chrono::milliseconds gather);
    /// Commits what waits, once.
    ~Writer() override;

    /// Any thread.
    void post(WriteJob job);
    /// Commits without gathering any longer.
    void hurry();
    /// From the next time on that something is forgotten.
    void setRetention(const Retention& retention);
    Retention retention() const;

    History::State state() const;
    /// Until the file is open, or cannot be.
    void waitForOpening() const;
    /// Somebody found that the file is damaged: it is set aside once, and a new one begun.
    void heal();

    /// Another number means another file of the same name.
    int generation() const { return m_generation; }

    std::optional<Error> problem() const;
    Opening opening() const;

Q_SIGNALS:
    // From this thread.
    void changed();
    void committed();

protected:
    void run() override;

private:
    bool open();
    void set(History::State state, const std::optional<Error>& problem);
    bool takeJobs();
    bool commitTaken();
    void answer(const Result<void>& result);
    bool isFatal() const;
    void tidyUp();
    void close();
    void drop();

    const QString m_file;
    Clock& m_clock;
    const std::chrono::milliseconds m_gather;

    mutable QMutex m_mutex; ///< of what follows
    QWaitCondition m_wake;
    mutable QWaitCondition m_opened;
    Retention m_retention;
    std::deque<WriteJob> m_queue;
    qint64 m_waiting = 0; ///< their weights
    bool m_hurry = false;
    bool m_end = false;
    bool m_suspect = false;
    std::atomic<int> m_generation = 0;
    History::State m_state = History::State::Opening;
    std::optional<Error> m_problem;
    Opening m_opening;

    // Of this thread.
    std::unique_ptr<Database> m_database;
    std::unique_ptr<RecordStore> m_records;
    std::unique_ptr<MetricStore> m_metrics;
    std::deque<WriteJob> m_taken;
    qint64 m_tidyAt = 0;   ///< by the monotonic clock
    qint64 m_forgetAt = 0; ///< by the monotonic clock
    bool m_healed = false; ///< a damaged file was set aside once in this run
};

} // namespace kaptan::history
