#pragma once

#include "app/core/result.h"

#include <QFuture>
#include <QHash>
#include <QMutex>
#include <QPromise>
#include <QQueue>
#include <QSemaphore>
#include <QString>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

/// Long flows: plain code on a worker thread that may wait for futures.
namespace kaptan::docker
{

/// True once all flows that hold it are to end.
using FlowToken = std::shared_ptr<std::atomic<bool>>;

/// One flow as its body sees it. For the worker's thread.
class Flow
{
public:
    virtual ~Flow() = default;

    /// Somebody pressed cancel, or the program ends.
    bool cancelled() const { return !m_undoing && (promiseCancelled() || *m_closing); }

    /// From here on a cancel is heard no more: what was made is being taken back.
    void beginUndo() { m_undoing = true; }

    virtual void setRange(int steps) = 0;
    /// `text` is translated and may hold names.
    virtual void setProgress(int done, const QString& text) = 0;

    /// Blocks until the call has ended; Cancelled as soon as the flow is cancelled.
    template <class T>
    Result<T> await(QFuture<Result<T>> future)
    {
        const auto done = std::make_shared<QSemaphore>();
        future.then(QtFuture::Launch::Sync, [done](const QFuture<Result<T>>&) { done->release(); });
        for (int waited = 0; !done->tryAcquire(1, glanceMs); waited += glanceMs) {
            if (cancelled() || (*m_closing && waited >= longestUndoCallMs)) {
                future.cancel();
                return failure(Cancelled{});
            }
        }
        if (future.resultCount() == 0)
            return failure(Cancelled{});
        return future.result();
    }

    /// As await(), telling the progress of the call in percent of one step.
    Result<void> awaitWithProgress(QFuture<Result<void>> future, int step, const QString& prefix);

    /// Runs `call` for 0 to count-1, at most `width` at a time, and waits for all that were begun. The first
    /// error ends it, after `after` was told of each that succeeded.
    Result<void> forEach(int count, int width, const std::function<QFuture<Result<void>>(int)>& call,
                         const std::function<void(int)>& after = {});

protected:
    explicit Flow(FlowToken closing) : m_closing(std::move(closing)) {}

    virtual bool promiseCancelled() const = 0;

private:
    static constexpr int glanceMs = 50; ///< how often a waiting worker looks whether it was cancelled

    /// Nobody waits longer for an engine that hangs while the window closes.
    static constexpr int longestUndoCallMs = 3000;

    FlowToken m_closing;
    bool m_undoing = false;
};

/// Runs flows on a pool of its own; those of one key one after another, in the order they came.
class FlowRunner
{
public:
    FlowRunner();
    /// Cancels all and waits.
    ~FlowRunner();

    template <class T>
    QFuture<Result<T>> run(const QString& key, std::function<Result<T>(Flow&)> body);

    /// Cancels all that is under way or waits for its turn; does not wait for it. Later ones are not touched.
    void cancelAll();

private:
    using Job = std::function<void()>;

    template <class T>
    class TypedFlow;

    FlowToken token();
    void enqueue(const QString& key, Job job);
    void start(const QString& key, Job job);
    void next(const QString& key);

    QMutex m_mutex;
    QHash<QString, QQueue<Job>> m_waiting; ///< by key; a key is here while one of its flows runs
    FlowToken m_closing;
    QThreadPool m_pool;
};

template <class T>
class FlowRunner::TypedFlow : public Flow
{
public:
    TypedFlow(FlowToken closing, QPromise<Result<T>>& promise) : Flow(std::move(closing)), m_promise(promise)
    {
    }

    void setRange(int steps) override { m_promise.setProgressRange(0, steps); }

    void setProgress(int done, const QString& text) override
    {
        m_promise.setProgressValueAndText(done, text);
    }

protected:
    bool promiseCancelled() const override { return m_promise.isCanceled(); }

private:
    QPromise<Result<T>>& m_promise;
};

template <class T>
QFuture<Result<T>> FlowRunner::run(const QString& key, std::function<Result<T>(Flow&)> body)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    const QFuture<Result<T>> future = promise->future();
    promise->start();
    enqueue(key, [token = token(), promise, body = std::move(body)] {
        TypedFlow<T> flow(token, *promise);
        promise->addResult(flow.cancelled() ? Result<T>(failure(Cancelled{})) : body(flow));
        promise->finish();
    });
    return future;
}

} // namespace kaptan::docker
