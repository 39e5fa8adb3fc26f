#pragma once

#include "app/history/database.h"
#include "app/history/records.h"

namespace kaptan::history
{

/// Writes records. Each function is one transaction, or a part of the one around it. Of one thread, as its
/// Database. Errors: StorageError.
class RecordStore
{
public:
    explicit RecordStore(Database& database) : m_database(database) {}

    Result<void> see(const ConnectionRecord& connection, const QDateTime& now);
    /// Its row, made where it is new (with its key as its name).
    Result<qint64> connection(const QString& key, const QDateTime& now);
    Result<qint64> workload(const Subject& subject, const QDateTime& now);

    /// What Kaptan sees (without an actor) of what somebody did with it ten minutes before is not told again:
    /// 0.
    Result<qint64> addDeployment(const Deployment& deployment, const QDateTime& now);
    /// InvalidInput where there is none of this id.
    Result<void> updateDeployment(const Deployment& deployment);
    Result<void> removeDeployment(qint64 id);

    /// As with deployments; one that was seen gives way to the one that says who did it.
    Result<void> add(const ScalingEvent& event, const QDateTime& now);
    Result<void> add(const HealthCheck& check, const QDateTime& now);
    Result<void> add(const AutoscalingRecord& record, const QDateTime& now);
    Result<void> add(const Revision& revision, const QDateTime& now);
    /// One of this uid takes over count and last time; its first time stays.
    Result<void> add(const StoredEvent& event, const Subject& subject, const QDateTime& now);

    /// What is remembered of rows: after a transaction that was rolled back.
    void forgetKnown();

private:
    Database& m_database;
    QHash<QString, qint64> m_connections;
    QHash<QString, qint64> m_workloads;
};

} // namespace kaptan::history
