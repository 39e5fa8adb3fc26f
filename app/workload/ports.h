#pragma once

#include "app/core/result.h"
#include "app/workload/model.h"

#include <QObject>
#include <QSet>

/// Ports by capability. A backend implements only what it truly has; the UI hides what is missing.
///
/// Threads: a port lives in its session's own thread. Methods marked "any thread" may be called from
/// anywhere; signals reach a receiver in the UI thread as queued connections, at most one batch a frame.
/// Futures may be finished in any thread: the UI takes them through whenDone().
namespace kaptan::workload
{

class WorkloadSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// All there is now. Any thread; cheap (shared values).
    virtual QVector<WorkloadPtr> workloads() const = 0;

    /// Null where unknown. Any thread.
    virtual WorkloadPtr find(const QString& id) const;
    /// The workload that has an instance of this id; null where none has. Any thread.
    virtual WorkloadPtr ofInstance(const QString& instanceId) const;

    struct Totals {
        int workloads = 0;
        int instances = 0;
    };

    /// How many there are. Any thread; without a copy of them all where there may be very many.
    virtual Totals totals() const;

Q_SIGNALS:
    void changed(const kaptan::workload::WorkloadDelta& delta);
};

class MetricSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Samples only these instances from now on, at once and then each interval. Any thread. Sets of several
    /// watchers are united; a watcher that is gone passes an empty set.
    virtual void watch(const void* watcher, const QSet<QString>& instanceIds) = 0;

Q_SIGNALS:
    void sampled(const QVector<kaptan::workload::Usage>& batch);
};

class EventSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// The newest ones kept (bounded), oldest first. Any thread.
    virtual QVector<Event> recent() const = 0;

Q_SIGNALS:
    void happened(const QVector<kaptan::workload::Event>& batch);
};

/// Takes the bytes of a log as they come, in a worker thread. See LogStore for the one that keeps them.
class LogSink
{
public:
    enum class Stream : quint8 { Stdout, Stderr };
    virtual ~LogSink() = default;
    /// Any number of bytes, lines may be cut anywhere. Each line begins with its RFC 3339 timestamp and a
    /// blank where timestamps were asked for. Must return fast; back-pressure is the caller's (it reads no
    /// further).
    virtual void append(Stream stream, const char* data, qsizetype size) = 0;
    /// The log ended: the instance stopped (no error), or the connection broke.
    virtual void ended(const std::optional<Error>& error) = 0;
};

struct LogOptions {
    bool follow = true;
    int tail = 10000; ///< lines from the end; -1: all
    QDateTime since;  ///< UTC; invalid: from the start
    bool timestamps = true;
};

/// Keeps a log open; destroying it closes it. After the destructor the sink is not called again.
class LogHandle
{
public:
    virtual ~LogHandle() = default;
    /// Stops reading (the sender is held by back-pressure) and goes on. Any thread.
    virtual void setPaused(bool paused) = 0;
};

class LogSource
{
public:
    virtual ~LogSource() = default;
    /// Any thread. The sink must outlive the handle.
    virtual std::unique_ptr<LogHandle> open(const QString& instanceId, const LogOptions& options,
                                            LogSink& sink) = 0;
};

/// Futures of long actions report progress (range, value, text) and heed QFuture::cancel().
class LifecycleTarget
{
public:
    virtual ~LifecycleTarget() = default;
    virtual QFuture<Result<void>> start(const QString& workloadId) = 0;
    virtual QFuture<Result<void>> stop(const QString& workloadId) = 0;
    /// One instance after another, so that the others serve.
    virtual QFuture<Result<void>> restart(const QString& workloadId) = 0;
    /// Re-creates what is missing, as it was.
    virtual QFuture<Result<void>> repair(const QString& workloadId) = 0;
    virtual QFuture<Result<RemovalPreview>> previewRemoval(const QString& workloadId) = 0;
    virtual QFuture<Result<void>> remove(const QString& workloadId) = 0;
    /// One instance alone.
    virtual QFuture<Result<void>> restartInstance(const QString& instanceId) = 0;
};

class ScaleTarget
{
public:
    virtual ~ScaleTarget() = default;
    /// 0 to 1000 replicas.
    virtual QFuture<Result<void>> scale(const QString& workloadId, int replicas) = 0;
};

class DeployTarget
{
public:
    virtual ~DeployTarget() = default;
    /// What can be said without the engine: the first field that cannot be used, with its name as the form
    /// shows it.
    virtual Result<void> check(const DeploySpec& spec) const = 0;
    /// The id of the new workload. On failure what was made is removed again.
    virtual QFuture<Result<QString>> deploy(const DeploySpec& spec) = 0;
    /// Names for the form's lists.
    virtual QFuture<Result<QStringList>> imageNames() = 0;
    virtual QFuture<Result<QStringList>> networkNames() = 0;
    virtual QFuture<Result<QStringList>> volumeNames() = 0;
};

} // namespace kaptan::workload
