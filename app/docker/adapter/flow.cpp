#include "app/docker/adapter/flow.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace kaptan::docker
{

namespace
{
/// Flows mostly wait; so many of different workloads may do so at once.
constexpr int flowsAtOnce = 16;
} // namespace

Result<void> Flow::awaitWithProgress(QFuture<Result<void>> future, int step, const QString& prefix)
{
    QString last;
    const auto done = std::make_shared<QSemaphore>();
    future.then(QtFuture::Launch::Sync, [done](const QFuture<Result<void>>&) { done->release(); });
    while (!done->tryAcquire(1, glanceMs)) {
        if (cancelled()) {
            future.cancel();
            return failure(Cancelled{});
        }
        const QString text = future.progressText();
        if (!text.isEmpty() && text != last) {
            last = text;
            setProgress(step, prefix + u' ' + text);
        }
    }
    return future.resultCount() > 0 ? future.result() : Result<void>(failure(Cancelled{}));
}

Result<void> Flow::forEach(int count, int width, const std::function<QFuture<Result<void>>(int)>& call,
                           const std::function<void(int)>& after)
{
    struct Running {
        int index;
        QFuture<Result<void>> future;
    };

    std::vector<Running> running;
    std::optional<Error> error;
    int begun = 0;
    const auto ended = std::make_shared<QSemaphore>();
    while ((begun < count && !error) || !running.empty()) {
        while (begun < count && !error && int(running.size()) < width && !cancelled()) {
            running.push_back({begun, call(begun)});
            running.back().future.then(QtFuture::Launch::Sync,
                                       [ended](const QFuture<Result<void>>&) { ended->release(); });
            ++begun;
        }
        if (running.empty())
            return failure(Cancelled{});
        while (!ended->tryAcquire(1, glanceMs)) { // each call has a time-out of its own
            if (*m_closing && !m_undoing)
                return failure(Cancelled{});
        }
        const auto done = std::find_if(running.begin(), running.end(),
                                       [](const Running& r) { return r.future.isFinished(); });
        if (done == running.end())
            continue;
        const Result<void> result =
            done->future.resultCount() > 0 ? done->future.result() : Result<void>(failure(Cancelled{}));
        const int index = done->index;
        running.erase(done);
        if (!result && !error)
            error = result.error();
        if (result && after)
            after(index);
    }
    if (error)
        return failure(*error);
    return {};
}

FlowRunner::FlowRunner() : m_closing(std::make_shared<std::atomic<bool>>(false))
{
    m_pool.setMaxThreadCount(flowsAtOnce);
}

FlowRunner::~FlowRunner()
{
    cancelAll();
    m_pool.waitForDone(); // the waiting ones start one after another, and end at once
}

void FlowRunner::cancelAll()
{
    const QMutexLocker lock(&m_mutex);
    *m_closing = true;
    m_closing = std::make_shared<std::atomic<bool>>(false);
}

FlowToken FlowRunner::token()
{
    const QMutexLocker lock(&m_mutex);
    return m_closing;
}

void FlowRunner::enqueue(const QString& key, Job job)
{
    {
        const QMutexLocker lock(&m_mutex);
        const auto it = m_waiting.find(key);
        if (it != m_waiting.end()) {
            it->enqueue(std::move(job));
            return;
        }
        m_waiting.insert(key, {});
    }
    start(key, std::move(job));
}

void FlowRunner::start(const QString& key, Job job)
{
    m_pool.start([this, key, job = std::move(job)] {
        job();
        next(key);
    });
}

void FlowRunner::next(const QString& key)
{
    Job job;
    {
        const QMutexLocker lock(&m_mutex);
        const auto it = m_waiting.find(key);
        if (it->isEmpty()) {
            m_waiting.erase(it);
            return;
        }
        job = it->dequeue();
    }
    start(key, std::move(job));
}

} // namespace kaptan::docker
