#pragma once

#include "app/core/clock.h"
#include "app/history/database.h"
#include "app/history/records.h"

#include <QVector>

#include <array>
#include <atomic>
#include <memory>

/// Made-up measurements, and the files that the figure "history" compares.
namespace bench
{

/// How a workload's measurements go: a third each.
enum class Manner { Smooth, Bursty, Noisy };

/// One series, value by value; the same again for the same seed.
class Wave
{
public:
    Wave(Manner manner, kaptan::history::Metric metric, quint64 seed);
    qint64 next();

private:
    quint64 random();
    qint64 below(qint64 bound);

    Manner m_manner;
    kaptan::history::Metric m_metric;
    quint64 m_state;
    qint64 m_size; ///< about how large the values are
    qint64 m_value;
    int m_burst = 0; ///< samples that it still lasts
};

/// A clock of several threads that moves when told.
class BenchClock : public kaptan::Clock
{
public:
    explicit BenchClock(qint64 seconds) : m_ms(seconds * 1000) {}

    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_ms, Qt::UTC); }

    qint64 monotonicMs() const override { return m_ms; }

    /// Nothing that is measured is called later.
    void callLater(std::chrono::milliseconds, QObject*, std::function<void()>) override {}

    void advance(qint64 seconds) { m_ms += seconds * 1000; }

private:
    std::atomic<qint64> m_ms;
};

/// What is in both files: a few workloads for 30 days, and many for the last hours.
struct Plan {
    int longLived = 20, all = 200;
    qint64 days = 30, lastHours = 3;
    qint64 step = 15;
    qint64 end = 1'795'000'000 / 3600 * 3600; ///< not included

    qint64 begin() const { return end - days * 86400; }

    qint64 beginOf(int workload) const { return workload < longLived ? begin() : end - lastHours * 3600; }

    qint64 samples() const;
};

/// Those that all have.
constexpr std::array<kaptan::history::Metric, 8> benchMetrics{
    kaptan::history::Metric::Cpu,       kaptan::history::Metric::Memory,   kaptan::history::Metric::NetworkRx,
    kaptan::history::Metric::NetworkTx, kaptan::history::Metric::DiskRead, kaptan::history::Metric::DiskWrite,
    kaptan::history::Metric::Replicas,  kaptan::history::Metric::Restarts};

constexpr auto benchConnection = u"bench";
QString subjectOf(int workload);
Wave waveOf(int workload, kaptan::history::Metric metric);

/// Through the store, a tick after the other, packed as it becomes old. Ends the program where it fails.
void makeHistory(const QString& file, const Plan& plan);
/// A row a sample: (series, at, value), without row ids. The series are workload * 8 + metric.
void makePeer(const QString& file, const Plan& plan);

/// What must not fail here.
template <class T>
T must(kaptan::Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message()));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace bench
