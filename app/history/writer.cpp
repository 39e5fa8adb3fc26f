#include "app/history/writer.h"

#include "app/history/retention.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>

#include <utility>

using namespace Qt::StringLiterals;

namespace kaptan::history
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(History)
};

Q_LOGGING_CATEGORY(log, "kaptan.history")

/// Values that wait where nothing can be stored: some 100 MB. Then the oldest samples go: a gap.
constexpr qint64 mostWaiting = 2'000'000;
/// Before a full disk is tried again.
constexpr unsigned long retryMs = 5'000;
constexpr unsigned long idleMs = 20'000;
constexpr qint64 tidyEveryMs = 60'000;
constexpr qint64 forgetEveryMs = 3'600'000;

} // namespace

Writer::Writer(QString file, Clock& clock, const Retention& retention, std::chrono::milliseconds gather)
    : m_file(std::move(file)), m_clock(clock), m_gather(gather), m_retention(retention)
{
    setObjectName(u"history writer"_s);
}

Writer::~Writer()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_end = true;
        m_wake.wakeAll();
        m_opened.wakeAll();
    }
    wait();
}

void Writer::post(WriteJob job)
{
    const QMutexLocker lock(&m_mutex);
    m_waiting += job.weight;
    m_queue.push_back(std::move(job));
    if (m_waiting > mostWaiting)
        drop();
    m_wake.wakeAll();
}

/// The oldest samples; records stay.
void Writer::drop()
{
    for (auto it = m_queue.begin(); it != m_queue.end() && m_waiting > mostWaiting;) {
        if (it->isData) {
            m_waiting -= it->weight;
            it = m_queue.erase(it);
        } else {
            ++it;
        }
    }
}

void Writer::setRetention(const Retention& retention)
{
    const QMutexLocker lock(&m_mutex);
    m_retention = retention;
}

Retention Writer::retention() const
{
    const QMutexLocker lock(&m_mutex);
    return m_retention;
}

void Writer::hurry()
{
    const QMutexLocker lock(&m_mutex);
    m_hurry = true;
    m_wake.wakeAll();
}

History::State Writer::state() const
{
    const QMutexLocker lock(&m_mutex);
    return m_state;
}

void Writer::waitForOpening() const
{
    const QMutexLocker lock(&m_mutex);
    while (m_state == History::State::Opening && !m_end)
        m_opened.wait(&m_mutex);
}

std::optional<Error> Writer::problem() const
{
    const QMutexLocker lock(&m_mutex);
    return m_problem;
}

Opening Writer::opening() const
{
    const QMutexLocker lock(&m_mutex);
    return m_opening;
}

void Writer::set(History::State state, const std::optional<Error>& problem)
{
    {
        const QMutexLocker lock(&m_mutex);
        const bool same = m_state == state && m_problem.has_value() == problem.has_value();
        m_state = state;
        m_problem = problem;
        m_opened.wakeAll();
        if (same)
            return;
    }
    if (problem)
        qCWarning(log).noquote() << problem->message();
    Q_EMIT changed();
}

void Writer::heal()
{
    const QMutexLocker lock(&m_mutex);
    m_suspect = true;
    m_wake.wakeAll();
}

bool Writer::open()
{
    ++m_generation;
    const auto opening = prepareHistory(m_file, m_clock, m_healed);
    if (!opening) {
        // What cannot be written may still be read.
        const auto readable = Database::open(m_file, Database::Access::Read);
        const bool reads = readable && (*readable)->value(u"SELECT count(*) FROM metric_series"_s);
        set(reads ? History::State::ReadOnly : History::State::Broken, opening.error());
        return false;
    }
    {
        const QMutexLocker lock(&m_mutex);
        const Opening before = std::exchange(m_opening, *opening);
        if (m_opening.setAside.isEmpty()) {
            m_opening.setAside = before.setAside;
            m_opening.salvaged = before.salvaged;
        }
    }
    if (opening->isReadOnly) {
        set(History::State::ReadOnly, std::nullopt);
        return false;
    }
    auto database = Database::open(m_file, Database::Access::Write);
    if (!database) {
        set(History::State::Broken, database.error());
        return false;
    }
    m_database = std::move(*database);
    m_records = std::make_unique<RecordStore>(*m_database);
    m_metrics = std::make_unique<MetricStore>(*m_database);
    set(History::State::Ready, std::nullopt);
    return true;
}

void Writer::close()
{
    m_metrics.reset();
    m_records.reset();
    m_database.reset();
}

void Writer::run()
{
    bool usable = open();
    while (takeJobs()) {
        bool suspect = false;
        {
            const QMutexLocker lock(&m_mutex);
            suspect = std::exchange(m_suspect, false);
        }
        if (suspect && usable && !std::exchange(m_healed, true)) {
            close();
            usable = open();
        }
        if (!usable) {
            answer(failure(
                problem().value_or(Error(StorageError{m_file, Tr::tr("it was written by a newer Kaptan")}))));
            continue;
        }
        if (!commitTaken()) {
            if (m_database->sawDamage() && !m_healed) {
                heal();
                continue;
            }
            const QMutexLocker lock(&m_mutex);
            if (m_end) // what cannot be stored now is lost
                break;
            m_wake.wait(&m_mutex, retryMs);
            continue;
        }
        tidyUp();
    }
    answer(failure(Cancelled{}));
    close();
}

/// Waits for jobs, then for more of them; false at the end. After idling it comes back without any.
bool Writer::takeJobs()
{
    QMutexLocker lock(&m_mutex);
    if (!m_taken.empty()) { // of an attempt that failed: first
        while (!m_queue.empty()) {
            m_taken.push_back(std::move(m_queue.front()));
            m_queue.pop_front();
        }
        return true;
    }
    if (m_queue.empty() && !m_end && !m_suspect)
        m_wake.wait(&m_mutex, idleMs);
    QElapsedTimer gathering;
    gathering.start();
    while (!m_queue.empty() && !m_hurry && !m_end) {
        const qint64 left = m_gather.count() - gathering.elapsed();
        if (left <= 0)
            break;
        m_wake.wait(&m_mutex, static_cast<unsigned long>(left));
    }
    m_hurry = false;
    m_taken.swap(m_queue);
    return !m_taken.empty() || !m_end;
}

/// The disk or the file, not the job: all is tried again later.
bool Writer::isFatal() const
{
    switch (m_database->lastCode()) {
    case 5:  // BUSY
    case 6:  // LOCKED
    case 7:  // NOMEM
    case 8:  // READONLY
    case 10: // IOERR
    case 11: // CORRUPT
    case 13: // FULL
    case 14: // CANTOPEN
    case 26: // NOTADB
        return true;
    default:
        return false;
    }
}

bool Writer::commitTaken()
{
    if (m_taken.empty())
        return true;
    QVector<Result<void>> results;
    const auto done = m_database->transaction([&]() -> Result<void> {
        Stores stores{*m_database, *m_records, *m_metrics, m_clock.now()};
        for (WriteJob& job : m_taken) {
            Result<void> one = job.run(stores);
            if (!one && isFatal() && one.error().as<StorageError>())
                return one;
            if (!one)
                qCWarning(log).noquote() << one.error().message();
            results.append(std::move(one));
        }
        return {};
    });
    if (!done) {
        m_records->forgetKnown();
        m_metrics->forgetKnown();
        set(History::State::Ready, done.error());
        return false;
    }
    {
        const QMutexLocker lock(&m_mutex);
        for (const WriteJob& job : m_taken)
            m_waiting -= job.weight;
    }
    std::deque<WriteJob> taken;
    taken.swap(m_taken);
    set(History::State::Ready, std::nullopt);
    for (size_t i = 0; i < taken.size(); ++i)
        if (taken[i].done)
            taken[i].done(results.at(qsizetype(i)));
    Q_EMIT committed();
    return true;
}

void Writer::answer(const Result<void>& result)
{
    {
        const QMutexLocker lock(&m_mutex);
        for (const WriteJob& job : m_taken)
            m_waiting -= job.weight;
    }
    for (const WriteJob& job : m_taken)
        if (job.done)
            job.done(result);
    m_taken.clear();
}

/// Packs and forgets, a slice at a time, for as long as nobody wants to write.
void Writer::tidyUp()
{
    const qint64 now = m_clock.monotonicMs();
    if (now < m_tidyAt)
        return;
    const auto isWanted = [this] {
        const QMutexLocker lock(&m_mutex);
        return m_end || !m_queue.empty();
    };
    const QDateTime time = m_clock.now();
    for (bool more = true; more;) {
        const auto packed = m_metrics->packSome(MetricStore::packBefore(time.toSecsSinceEpoch()));
        more = packed && *packed;
        if (isWanted() && more)
            return; // goes on after the next batch
    }
    if (now >= m_forgetAt) {
        for (bool more = true; more;) {
            const auto forgotten = forgetSome(*m_database, *m_metrics, retention(), time);
            more = forgotten && *forgotten;
            if (isWanted() && more)
                return;
        }
        m_forgetAt = now + forgetEveryMs;
    }
    m_tidyAt = now + tidyEveryMs;
}

} // namespace kaptan::history
