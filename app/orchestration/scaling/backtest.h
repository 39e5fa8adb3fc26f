#pragma once

#include "app/history/metric_codec.h"
#include "app/orchestration/scaling/hpa.h"

namespace kaptan::scaling
{

/// What a workload used as a whole, at an even pace.
struct Load {
    static constexpr qint64 missing = -1;

    qint64 from = 0;        ///< seconds
    int step = 15;          ///< seconds
    QVector<qint64> cpu;    ///< microcores, or missing
    QVector<qint64> memory; ///< bytes, or missing

    qsizetype steps() const { return std::max(cpu.size(), memory.size()); }

    qint64 cpuAt(qsizetype i) const { return i < cpu.size() ? cpu[i] : missing; }

    qint64 memoryAt(qsizetype i) const { return i < memory.size() ? memory[i] : missing; }
};

/// At every step the newest sample that is at most `gap` seconds old, as the live autoscaler would see it.
Load loadOf(const QVector<history::Sample>& cpu, const QVector<history::Sample>& memory, qint64 from,
            qint64 to, int step = 15, qint64 gap = 45);
/// At every step the mean of the span of ten minutes that it lies in.
Load loadOf(const QVector<history::Bucket>& cpu, const QVector<history::Bucket>& memory, qint64 from,
            qint64 to, int step = 15);

/// What one replica asks for and can use.
struct ReplicaSize {
    qint64 cpuRequest = 0, memoryRequest = 0;   ///< microcores, bytes; 0: none
    qint64 cpuCapacity = 0, memoryCapacity = 0; ///< its limits; 0: as much as it requests

    qint64 cpuMost() const { return cpuCapacity > 0 ? cpuCapacity : cpuRequest; }

    qint64 memoryMost() const { return memoryCapacity > 0 ? memoryCapacity : memoryRequest; }
};

struct Price {
    double replicaHour = 0; ///< for each replica
    double coreHour = 0;    ///< for each core that is requested
    double gibHour = 0;     ///< for each GiB of memory that is requested
};

struct Backtest {
    struct Run {
        qint64 at = 0; ///< seconds; until the next one's
        int replicas = 0;

        bool operator==(const Run&) const = default;
    };

    QVector<Run> runs; ///< neighbours differ
    qint64 seconds = 0;
    qint64 saturatedSeconds = 0; ///< more was used than the replicas can
    qint64 unknownSeconds = 0;   ///< neither CPU nor memory was there
    qint64 replicaSeconds = 0;
    int most = 0, ups = 0, downs = 0;
    double cost = 0;

    double replicaHours() const { return double(replicaSeconds) / 3600; }

    bool operator==(const Backtest&) const = default;
};

/// Replays what was recorded: at each step the load is spread over the replicas that are there, all ready,
/// and the same code that decides live says how many there are at the next. Metrics that are no resource of
/// whole pods are not in the record and count as missing.
Backtest backtest(const Rule& rule, const Load& load, const ReplicaSize& size, int startReplicas,
                  const Price& price = {});

} // namespace kaptan::scaling
