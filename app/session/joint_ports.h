#pragma once

#include "app/workload/ports.h"

#include <QHash>
#include <QMutex>
#include <QSet>

/// The ports of a joint session that carry data: what its members' ports tell, with ids that say whose it is.
/// They live in a thread of the joint session, where the copies are made. attach() and detach() are called in
/// the main thread, where the members' ports are born and die; after detach() a port is not touched again.
namespace kaptan::session
{

class JointWorkloads : public workload::WorkloadSource
{
    Q_OBJECT
public:
    using WorkloadSource::WorkloadSource;

    QVector<workload::WorkloadPtr> workloads() const override;
    workload::WorkloadPtr find(const QString& id) const override;
    workload::WorkloadPtr ofInstance(const QString& instanceId) const override;

    void attach(const QString& connectionId, const QString& name, workload::WorkloadSource* source);
    /// Its workloads are removed.
    void detach(const QString& connectionId);
    /// The connection has another name now.
    void rename(const QString& connectionId, const QString& name);

private:
    struct Part {
        QString name;
        QHash<QString, workload::WorkloadPtr> own; ///< as the member gave them, by its own ids
    };

    void begin(const QString& connectionId, const QString& name);
    void end(const QString& connectionId);
    void take(const QString& connectionId, const workload::WorkloadDelta& delta);

    QHash<QString, Part> m_parts; ///< of the ports' thread
    mutable QMutex m_sourcesMutex;
    QHash<QString, workload::WorkloadSource*> m_sources;
    mutable QMutex m_mutex; ///< of the three below
    QHash<QString, workload::WorkloadPtr> m_all;
    mutable QVector<workload::WorkloadPtr> m_list;
    mutable bool m_listDirty = false;
};

class JointMetrics : public workload::MetricSource
{
    Q_OBJECT
public:
    using MetricSource::MetricSource;

    void watch(const void* watcher, const QSet<QString>& instanceIds) override;

    void attach(const QString& connectionId, workload::MetricSource* source);
    void detach(const QString& connectionId);

private:
    /// By connection and then by watcher, with the members' own ids.
    using Wanted = QHash<QString, QHash<const void*, QSet<QString>>>;

    void take(const QString& connectionId, const QVector<workload::Usage>& batch);

    QMutex m_mutex; ///< of the two below
    QHash<QString, workload::MetricSource*> m_sources;
    Wanted m_wanted;
};

class JointEvents : public workload::EventSource
{
    Q_OBJECT
public:
    using EventSource::EventSource;

    QVector<workload::Event> recent() const override;

    void attach(const QString& connectionId, const QString& name, workload::EventSource* source);
    void detach(const QString& connectionId);
    /// Of events to come.
    void rename(const QString& connectionId, const QString& name);

private:
    void begin(const QString& connectionId, const QString& name);
    void take(const QString& connectionId, const QVector<workload::Event>& batch);

    QHash<QString, QString> m_names; ///< of the ports' thread, as is the next
    QSet<QString> m_known;           ///< ids of those that are kept
    QMutex m_sourcesMutex;
    QHash<QString, workload::EventSource*> m_sources;
    mutable QMutex m_mutex; ///< of the one below
    QVector<workload::Event> m_kept;
};

class JointLogs : public workload::LogSource
{
public:
    std::unique_ptr<workload::LogHandle> open(const QString& instanceId, const workload::LogOptions& options,
                                              workload::LogSink& sink) override;

    void attach(const QString& connectionId, workload::LogSource* source);
    void detach(const QString& connectionId);

private:
    QMutex m_mutex; ///< of the one below
    QHash<QString, workload::LogSource*> m_sources;
};

} // namespace kaptan::session
