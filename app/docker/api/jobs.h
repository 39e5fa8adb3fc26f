#pragma once

#include "app/docker/api/engine_api.h"
#include "app/docker/api/json_lines.h"
#include "app/docker/api/log_demuxer.h"
#include "app/docker/api/pull_progress.h"

#include <QFutureWatcher>
#include <QPromise>

#include <memory>
#include <optional>

/// Calls that read a stream to its end; for this room's own sources only. Each is a child of the EngineApi,
/// lives in its thread and deletes itself when its future has ended.
namespace kaptan::docker
{

/// What both jobs do with their promise.
template <class T>
class Job : public QObject
{
public:
    using Promise = std::shared_ptr<QPromise<Result<T>>>;

    Job(QObject* parent, Promise promise) : QObject(parent), m_promise(std::move(promise))
    {
        connect(&m_watcher, &QFutureWatcherBase::canceled, this, [this] { end(failure(Cancelled{})); });
        m_watcher.setFuture(m_promise->future());
    }

    ~Job() override
    {
        if (m_promise)
            finish(failure(Cancelled{}));
    }

protected:
    bool hasEnded() const { return !m_promise; }

    void end(Result<T> result)
    {
        if (!m_promise)
            return;
        finish(std::move(result));
        deleteLater();
    }

    Promise m_promise;

private:
    void finish(Result<T> result)
    {
        m_watcher.disconnect();
        const Promise promise = std::move(m_promise);
        m_promise.reset();
        promise->addResult(std::move(result));
        promise->finish();
    }

    QFutureWatcher<Result<T>> m_watcher;
};

class PullJob : public Job<void>
{
public:
    PullJob(EngineApi& api, Promise promise, const net::Request& request, const QString& name);

private:
    void read();
    void onFinished(const std::optional<Error>& error);
    void report();
    void fail(Error error);

    std::unique_ptr<net::Stream> m_stream;
    JsonLines m_lines;
    PullProgress m_progress;
    QByteArray m_refusal;
    QString m_name;
    QString m_where;
};

class ExecJob : public Job<ExecResult>
{
public:
    ExecJob(EngineApi& api, Promise promise, const ExecRequest& request, qint64 keep);

private:
    void onCreated(const Result<QString>& id);
    void read();
    void onFinished(const std::optional<Error>& error);
    void askForCode();
    void fail(Error error);

    EngineApi& m_api;
    ExecRequest m_request;
    QString m_execId;
    std::unique_ptr<net::Stream> m_stream;
    LogDemuxer m_demuxer;
    QByteArray m_refusal;
    ExecResult m_result;
    qint64 m_keep;
    int m_asked = 0;
};

} // namespace kaptan::docker
