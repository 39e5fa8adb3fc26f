#pragma once

#include "app/workload/model.h"

#include <QHash>
#include <QSet>
#include <QVector>

#include <array>

namespace kaptan::ui
{

enum class Metric { Cpu, Memory, NetworkRx, NetworkTx, DiskRead, DiskWrite };
inline constexpr int metricCount = 6;

/// The samples of the last hour, summed over the instances of each workload. Bounded: 720 points a workload,
/// 5 s apart; a workload that was not watched has gaps. Pure; times are UTC milliseconds since 1970.
class UsageHistory
{
public:
    static constexpr qint64 windowMs = 3600 * 1000;
    static constexpr qint64 pointMs = 5000;
    static constexpr qint64 staleMs = 60 * 1000; ///< an older sample is no current value
    static constexpr qint64 gapMs = 30 * 1000;   ///< a longer silence is a gap in the line

    /// It was told of its instances: of very many workloads only those that are looked at.
    bool knows(const QString& workloadId) const { return m_lines.contains(workloadId); }

    /// Which instances a workload has now; samples of others are dropped.
    void setInstances(const QString& workloadId, const QStringList& instanceIds);
    void remove(const QString& workloadId);
    void clear();

    /// The workloads that have a new value.
    QVector<QString> record(const QVector<workload::Usage>& batch);

    /// The newest value; NaN where there is none of the last minute.
    double current(const QString& workloadId, Metric metric, qint64 nowMs) const;
    /// Of one instance.
    double currentOf(const QString& instanceId, Metric metric, qint64 nowMs) const;
    /// Sum of the instances' memory limits, -1 where one has none or is not known.
    qint64 memoryLimit(const QString& workloadId) const;

    struct Span {
        qint64 fromMs = 0;
        qint64 toMs = 0;
        QVector<double> values; ///< evenly spaced, NaN in a gap
    };

    /// `points` values up to the newest sample: the last hour, or less while there is less (2 min at least).
    /// Empty without samples.
    Span span(const QString& workloadId, Metric metric, int points) const;

    int pointCount(const QString& workloadId) const;

private:
    struct Point {
        qint64 at = 0;
        std::array<float, metricCount> values{};
    };

    struct Line {
        QStringList instances;
        QVector<Point> points; ///< most of very many workloads never have one
    };

    QHash<QString, Line> m_lines;
    QHash<QString, QString> m_workloadOf;     ///< by instance
    QHash<QString, workload::Usage> m_newest; ///< by instance
};

} // namespace kaptan::ui
