#include "app/workload/log_search.h"

#include <algorithm>
#include <cstring>

namespace kaptan::workload
{

struct LogSearch::Job {
    LogMatcher matcher;
    std::vector<LogSlice> slices;
    qint64 end = 0;
    std::atomic<bool> cancelled{false};
    std::mutex mutex;
    std::vector<qint64> found; ///< since the last poll
    qint64 scannedTo = 0;
    bool done = false;
};

LogSearch::LogSearch(const LogStore& store, QThreadPool* pool) : m_store(store), m_pool(pool) {}

LogSearch::~LogSearch()
{
    if (m_job)
        m_job->cancelled = true;
}

void LogSearch::start(const LogMatcher& matcher)
{
    if (m_job)
        m_job->cancelled = true;
    m_job.reset();
    m_matcher = matcher;
    m_matches.clear();
    m_matches.shrink_to_fit();
    m_scannedTo = 0;
    m_forgotten = 0;
    m_generation = 0;
    if (isActive())
        poll();
}

bool LogSearch::poll()
{
    if (!isActive())
        return false;
    bool changed = false;
    if (m_job) {
        const std::lock_guard lock(m_job->mutex);
        changed = !m_job->found.empty() || m_job->done;
        m_matches.insert(m_matches.end(), m_job->found.begin(), m_job->found.end());
        m_job->found.clear();
        m_scannedTo = m_job->scannedTo;
    }
    if (m_job && m_job->done)
        m_job.reset();
    const quint64 generation = m_store.generation();
    if (generation == m_generation)
        return changed;
    const LogCounts counts = m_store.counts();
    const auto kept = std::lower_bound(m_matches.begin(), m_matches.end(), counts.first);
    if (kept != m_matches.begin()) {
        m_forgotten += kept - m_matches.begin();
        m_matches.erase(m_matches.begin(), kept);
        changed = true;
    }
    if (m_job)
        return changed;
    m_generation = generation;
    if (m_scannedTo < counts.complete) {
        m_job = std::make_shared<Job>();
        m_job->matcher = m_matcher;
        m_job->slices = m_store.slices(m_scannedTo, counts.complete);
        m_job->scannedTo = m_scannedTo;
        m_job->end = counts.complete;
        m_pool->start([job = m_job] { run(job); });
    }
    return changed;
}

void LogSearch::run(const std::shared_ptr<Job>& job)
{
    std::vector<qint64> found;
    const auto publish = [&](qint64 scannedTo, bool done) {
        const std::lock_guard lock(job->mutex);
        job->found.insert(job->found.end(), found.begin(), found.end());
        job->scannedTo = scannedTo;
        job->done = done;
        found.clear();
    };
    for (LogSlice& slice : job->slices) {
        const char* at = slice.data.get();
        const char* end = at + slice.size;
        qint64 number = slice.firstLine;
        for (; at < end; ++number) {
            if (job->cancelled.load(std::memory_order_relaxed))
                return;
            const auto* newline = static_cast<const char*>(memchr(at, '\n', static_cast<size_t>(end - at)));
            qsizetype size = newline - at;
            const auto stamp = parseLogStamp(at, size);
            const int skipped = stamp ? stamp->length : 0;
            if (job->matcher.matches(at + skipped, size - skipped))
                found.push_back(number);
            at = newline + 1;
        }
        slice.data.reset();
        publish(number, false);
    }
    publish(job->end, true);
}

} // namespace kaptan::workload
