#pragma once

#include "app/workload/log_store.h"

#include <QThreadPool>

#include <memory>
#include <vector>

namespace kaptan::workload
{

/// The numbers of all lines of a store that a matcher finds, kept up to date while the store grows. The
/// looking is done by a worker; the owner polls from one thread (a view on its timer).
class LogSearch
{
public:
    explicit LogSearch(const LogStore& store, QThreadPool* pool = QThreadPool::globalInstance());
    ~LogSearch();
    LogSearch(const LogSearch&) = delete;
    LogSearch& operator=(const LogSearch&) = delete;

    /// Begins anew; an earlier run is cancelled without being waited for. An empty matcher ends the search.
    void start(const LogMatcher& matcher);

    const LogMatcher& matcher() const { return m_matcher; }

    bool isActive() const { return !m_matcher.isEmpty(); }

    /// Takes what the worker found, sends it after new lines, forgets dropped ones. True where matches() or
    /// isBusy() changed.
    bool poll();

    /// Lines that are there have not all been looked at.
    bool isBusy() const { return m_job != nullptr; }

    /// One past the last line looked at.
    qint64 scannedTo() const { return m_scannedTo; }

    /// Numbers of matching lines, ascending.
    const std::vector<qint64>& matches() const { return m_matches; }

    /// How many were forgotten at the front since start(), for who keeps an index into matches().
    qint64 forgotten() const { return m_forgotten; }

private:
    struct Job;
    static void run(const std::shared_ptr<Job>& job);

    const LogStore& m_store;
    QThreadPool* m_pool;
    LogMatcher m_matcher;
    std::shared_ptr<Job> m_job;
    std::vector<qint64> m_matches;
    qint64 m_scannedTo = 0;
    qint64 m_forgotten = 0;
    quint64 m_generation = 0;
};

} // namespace kaptan::workload
