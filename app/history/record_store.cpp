#include "app/history/record_store.h"

#include "app/history/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::history
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(History)
};

/// Words of others are kept, but not novels.
constexpr qsizetype longestText = 4096;
constexpr qsizetype longestName = 512;
constexpr qsizetype mostKnown = 100'000;
/// What somebody did with Kaptan and what Kaptan then sees are one: within this.
constexpr qint64 sameMs = 600'000;

QString text(const QString& words)
{
    // Never null: the columns say NOT NULL, and a null QString is bound as NULL.
    return words.isNull() ? u""_s : words.left(longestText);
}

QString name(const QString& words)
{
    return words.isNull() ? u""_s : words.left(longestName);
}

QVariant idOrNull(qint64 id)
{
    return id > 0 ? QVariant(id) : QVariant(QMetaType(QMetaType::LongLong));
}

tl::unexpected<Error> noDeployment(qint64 id)
{
    return failure(
        InvalidInput{Tr::tr("Deployment"), Tr::tr("there is none with the number %1").arg(id), {}});
}

} // namespace

void RecordStore::forgetKnown()
{
    m_connections.clear();
    m_workloads.clear();
}

Result<void> RecordStore::see(const ConnectionRecord& connection, const QDateTime& now)
{
    return m_database.run(u"INSERT INTO connections (key, name, kind, recorded, first_seen, last_seen) "
                          "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET name = excluded.name, "
                          "kind = excluded.kind, recorded = excluded.recorded, "
                          "last_seen = max(last_seen, excluded.last_seen)"_s,
                          {name(connection.key), name(connection.name), wordOf(connection.platform),
                           connection.recorded ? 1 : 0, msOf(now), msOf(now)});
}

Result<qint64> RecordStore::connection(const QString& key, const QDateTime& now)
{
    if (const auto known = m_connections.constFind(key); known != m_connections.cend())
        return *known;
    if (const auto made =
            m_database.run(u"INSERT OR IGNORE INTO connections (key, name, kind, first_seen, last_seen) "
                           "VALUES (?, ?, 'docker', ?, ?)"_s,
                           {name(key), name(key), msOf(now), msOf(now)});
        !made)
        return failure(made.error());
    const auto id = m_database.value(u"SELECT id FROM connections WHERE key = ?"_s, {name(key)});
    if (!id)
        return failure(id.error());
    m_connections.insert(key, id->toLongLong());
    return id->toLongLong();
}

Result<qint64> RecordStore::workload(const Subject& subject, const QDateTime& now)
{
    const QString known = subject.connection + u'\n' + subject.key;
    if (const auto it = m_workloads.constFind(known); it != m_workloads.cend())
        return *it;
    const auto owner = connection(subject.connection, now);
    if (!owner)
        return owner;
    if (const auto made = m_database.run(
            u"INSERT INTO workloads (connection_id, key, kind, namespace, name, first_seen, last_seen) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (connection_id, key) DO UPDATE SET "
            "last_seen = max(last_seen, excluded.last_seen)"_s,
            {*owner, name(subject.key), name(subject.kind), name(subject.nameSpace), name(subject.name),
             msOf(now), msOf(now)});
        !made)
        return failure(made.error());
    const auto id = m_database.value(u"SELECT id FROM workloads WHERE connection_id = ? AND key = ?"_s,
                                     {*owner, name(subject.key)});
    if (!id)
        return failure(id.error());
    if (m_workloads.size() >= mostKnown)
        m_workloads.clear();
    m_workloads.insert(known, id->toLongLong());
    return id->toLongLong();
}

Result<qint64> RecordStore::addDeployment(const Deployment& deployment, const QDateTime& now)
{
    qint64 id = 0;
    const auto done = m_database.transaction([&]() -> Result<void> {
        const auto owner = workload(deployment.subject, now);
        if (!owner)
            return failure(owner.error());
        if (deployment.actor.isEmpty()) {
            const auto told = m_database.value(
                u"SELECT 1 FROM deployments WHERE workload_id = ? AND started_at >= ? AND actor <> '' LIMIT 1"_s,
                {*owner, deployment.startedAt.toMSecsSinceEpoch() - sameMs});
            if (!told)
                return failure(told.error());
            if (told->isValid())
                return {};
        }
        const auto made =
            m_database.insert(u"INSERT INTO deployments (workload_id, revision_id, outcome, actor, reason, "
                              u"message, started_at, "
                              "ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                              {*owner, idOrNull(deployment.revisionId), wordOf(deployment.outcome),
                               name(deployment.actor), text(deployment.reason), text(deployment.message),
                               msOf(deployment.startedAt), msOf(deployment.endedAt)});
        if (!made)
            return failure(made.error());
        id = *made;
        return {};
    });
    if (!done)
        return failure(done.error());
    return id;
}

Result<void> RecordStore::updateDeployment(const Deployment& deployment)
{
    if (const auto done = m_database.run(
            u"UPDATE deployments SET revision_id = ?, outcome = ?, actor = ?, reason = ?, message = ?, "
            "started_at = ?, ended_at = ? WHERE id = ?"_s,
            {idOrNull(deployment.revisionId), wordOf(deployment.outcome), name(deployment.actor),
             text(deployment.reason), text(deployment.message), msOf(deployment.startedAt),
             msOf(deployment.endedAt), deployment.id});
        !done)
        return done;
    const auto changed = m_database.value(u"SELECT changes()"_s);
    if (changed && changed->toInt() == 0)
        return noDeployment(deployment.id);
    return {};
}

Result<void> RecordStore::removeDeployment(qint64 id)
{
    if (const auto done = m_database.run(u"DELETE FROM deployments WHERE id = ?"_s, {id}); !done)
        return done;
    const auto changed = m_database.value(u"SELECT changes()"_s);
    if (changed && changed->toInt() == 0)
        return noDeployment(id);
    return {};
}

Result<void> RecordStore::add(const ScalingEvent& event, const QDateTime& now)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto owner = workload(event.subject, now);
        if (!owner)
            return failure(owner.error());
        const qint64 since = event.at.toMSecsSinceEpoch() - sameMs;
        if (event.actor.isEmpty()) {
            const auto told =
                m_database.value(u"SELECT 1 FROM scaling_events WHERE workload_id = ? AND at >= ? AND "
                                 "to_replicas = ? AND actor <> '' LIMIT 1"_s,
                                 {*owner, since, event.to});
            if (!told)
                return failure(told.error());
            if (told->isValid())
                return {};
        } else if (auto seen =
                       m_database.run(u"DELETE FROM scaling_events WHERE workload_id = ? AND at >= ? AND "
                                      "to_replicas = ? AND actor = ''"_s,
                                      {*owner, since, event.to});
                   !seen) {
            return seen;
        }
        return m_database.run(
            u"INSERT INTO scaling_events (workload_id, at, from_replicas, to_replicas, actor, reason) "
            "VALUES (?, ?, ?, ?, ?, ?)"_s,
            {*owner, msOf(event.at), std::max(event.from, 0), std::max(event.to, 0), name(event.actor),
             text(event.reason)});
    });
}

Result<void> RecordStore::add(const HealthCheck& check, const QDateTime& now)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto owner = workload(check.subject, now);
        if (!owner)
            return failure(owner.error());
        return m_database.run(
            u"INSERT INTO health_checks (workload_id, instance, at, state, response_ms, message) "
            "VALUES (?, ?, ?, ?, ?, ?)"_s,
            {*owner, name(check.instance), msOf(check.at), wordOf(check.state),
             check.responseMs ? QVariant(std::max<qint64>(*check.responseMs, 0))
                              : QVariant(QMetaType(QMetaType::LongLong)),
             text(check.message)});
    });
}

Result<void> RecordStore::add(const AutoscalingRecord& record, const QDateTime& now)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto owner = workload(record.subject, now);
        if (!owner)
            return failure(owner.error());
        return m_database.run(
            u"INSERT INTO autoscaling (workload_id, at, metric, value, target, current, desired, decision, "
            u"message) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {*owner, msOf(record.at), name(record.metric),
             record.value ? QVariant(*record.value) : QVariant(QMetaType(QMetaType::Double)), record.target,
             std::max(record.current, 0), std::max(record.desired, 0), wordOf(record.decision),
             text(record.message)});
    });
}

Result<void> RecordStore::add(const Revision& revision, const QDateTime& now)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto owner = workload(revision.subject, now);
        if (!owner)
            return failure(owner.error());
        return m_database.run(
            u"INSERT INTO revisions (workload_id, number, at, images, manifest, cause) VALUES (?, ?, ?, ?, "
            u"?, ?) "
            "ON CONFLICT (workload_id, number) DO UPDATE SET manifest = excluded.manifest WHERE manifest = ''"_s,
            {*owner, revision.number, msOf(revision.at), text(revision.images.join(u'\n')),
             u""_s + withoutSecrets(revision.manifest), text(revision.cause)});
    });
}

Result<void> RecordStore::add(const StoredEvent& event, const Subject& subject, const QDateTime& now)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto connectionId = connection(event.connection, now);
        if (!connectionId)
            return failure(connectionId.error());
        QVariant workloadId = idOrNull(0);
        if (!subject.key.isEmpty()) {
            const auto owner = workload(subject, now);
            if (!owner)
                return failure(owner.error());
            workloadId = *owner;
        }
        const QDateTime first = event.firstAt.isValid() ? event.firstAt : event.lastAt;
        return m_database.run(
            u"INSERT INTO events (connection_id, workload_id, uid, first_at, last_at, count, severity, kind, "
            u"object, "
            "reason, message, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (connection_id, uid) DO UPDATE SET count = max(count, excluded.count), "
            "last_at = max(last_at, excluded.last_at), first_at = min(first_at, excluded.first_at), "
            "severity = excluded.severity, message = excluded.message, "
            "workload_id = coalesce(workload_id, excluded.workload_id)"_s,
            {*connectionId, workloadId, name(event.uid), msOf(std::min(first, event.lastAt)),
             msOf(event.lastAt), std::max(event.count, 1), wordOf(event.severity), name(event.kind),
             name(event.object), name(event.reason), text(event.message), name(event.source)});
    });
}

} // namespace kaptan::history
