#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <array>

namespace kaptan::ui
{

/// Measures every turn of the thread's event loop: CPU time of this thread (CLOCK_THREAD_CPUTIME_ID) and wall
/// time from waking to sleeping. Costs two clock calls a turn. Make it in the thread to be measured.
class StallMeter : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 frameNs = 16'000'000;

    struct Report {
        qint64 turns = 0;
        qint64 cpuNs = 0;       ///< sum
        qint64 worstCpuNs = 0;  ///< of one turn
        qint64 worstWallNs = 0; ///< of one turn
        qint64 overFrame = 0;   ///< turns with more than 16 ms of CPU
        /// Turns by CPU: below 1, 2, 4, 8, 16, 32, 64 ms, and more.
        std::array<qint64, 8> histogram{};
    };

    explicit StallMeter(QObject* parent = nullptr);

    const Report& report() const { return m_report; }

    void reset();

Q_SIGNALS:
    /// A turn took more than 16 ms of CPU.
    void stalled(qint64 cpuNs, qint64 wallNs);

private:
    void wake();
    void sleep();

    Report m_report;
    QElapsedTimer m_wall;
    qint64 m_cpuStart = -1;
    qint64 m_wallStart = 0;
};

} // namespace kaptan::ui
