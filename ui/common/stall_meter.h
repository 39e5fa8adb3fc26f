#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <array>

namespace kaptan::ui
{

/// Measures every turn of the thread's event loop in which something happened: CPU time of this thread
/// (CLOCK_THREAD_CPUTIME_ID, which stands while it sleeps), and wall time from the first event of the turn.
/// Costs a clock call a turn. Make it in the application's own thread.
///
/// Each signal of the dispatcher ends a turn: GLib's, which Debian's Qt uses, polls and delivers between
/// aboutToBlock() and awake() where it may wait, and between one awake() and the next where it may not.
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

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void turn();

    Report m_report;
    QElapsedTimer m_wall;
    qint64 m_cpuStart = -1;
    qint64 m_wallStart = -1; ///< -1: nothing happened yet in this turn
};

} // namespace kaptan::ui
