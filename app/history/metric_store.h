#pragma once

#include "app/history/database.h"
#include "app/history/metric_codec.h"

#include <QHash>
#include <QVector>

namespace kaptan::history
{

/// Measurements: a moment's values go into ticks (a row for 256 series); pack() makes blocks of an hour out
/// of them, one a series, and keeps the spans of ten minutes. A query finds a sample wherever it is. Of one
/// thread, as its Database.
class MetricStore
{
public:
    explicit MetricStore(Database& database) : m_database(database) {}

    /// The series of `metric` ("cpu", "memory") of `subject` (a workload's key, "node:" and its name) of that
    /// connection's row; made where it is new.
    Result<qint64> series(qint64 connection, const QString& subject, const QString& metric);

    /// What is remembered of rows: after a transaction that was rolled back.
    void forgetKnown() { m_series.clear(); }

    struct Value {
        qint64 series = 0;
        qint64 value = 0;
    };

    /// What was measured at one moment, in seconds. A series measured twice in that second keeps the first.
    Result<void> add(qint64 at, QVector<Value> values);

    /// Packs what is older than `before` of one group of series, in one transaction; false where nothing is
    /// left to pack.
    Result<bool> packSome(qint64 before);

    /// What packSome() is to be asked for at that time: hours that ended an hour ago or earlier, as a whole.
    /// A bound that moves on by minutes would make blocks of a minute.
    static qint64 packBefore(qint64 now) { return now - now % 3600 - 3600; }

    /// Raw, by rising time, from..to inclusive.
    Result<QVector<Sample>> samples(qint64 series, qint64 from, qint64 to);
    /// The same of many series at once, in their order: what they share is read once.
    Result<QVector<QVector<Sample>>> samplesOf(const QVector<qint64>& series, qint64 from, qint64 to);
    /// By spans of ten minutes that begin within from..to; those not packed yet are of the raw samples.
    Result<QVector<Bucket>> buckets(qint64 series, qint64 from, qint64 to);

    /// Removes raw samples that ended before `raw` and spans of days before `rolledUp`, at most `most` rows;
    /// the number removed.
    Result<int> forget(qint64 raw, qint64 rolledUp, int most);

private:
    Result<void> packSeries(qint64 series, const QVector<Sample>& samples);
    Result<QVector<Sample>> blockSamples(qint64 series, qint64 from, qint64 to, bool cut);
    Result<bool> areMost(const QVector<qint64>& series);
    Result<void> allBlocks(const QVector<qint64>& series, qint64 from, qint64 to,
                           QVector<QVector<Sample>>& found);
    Result<QVector<Sample>> tickSamples(qint64 series, qint64 from, qint64 to);

    Database& m_database;
    QHash<QString, qint64> m_series;
    qint64 m_packed = -1; ///< the part behind which is looked next
};

} // namespace kaptan::history
