#pragma once

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <functional>
#include <map>
#include <memory>

namespace kaptan
{

/// Time, injected by constructor, so that tests neither wait nor guess.
class Clock
{
public:
    virtual ~Clock() = default;

    /// The time of day, UTC, milliseconds.
    virtual QDateTime now() const = 0;
    /// Never goes back; milliseconds from an arbitrary start.
    virtual qint64 monotonicMs() const = 0;
    /// Calls `fn` once in the context's thread after the delay, unless the context is gone by then.
    /// To be called in the context's thread.
    virtual void callLater(std::chrono::milliseconds delay, QObject* context, std::function<void()> fn) = 0;

    /// The machine's own clock; lives as long as the program.
    static Clock& system();
};

/// A clock that moves only when told. Not thread-safe: for tests of one thread.
class ManualClock : public Clock
{
public:
    explicit ManualClock(QDateTime start = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC));

    QDateTime now() const override { return m_now; }

    qint64 monotonicMs() const override { return m_monotonic; }

    void callLater(std::chrono::milliseconds delay, QObject* context, std::function<void()> fn) override;

    /// Moves both clocks on and runs what became due, in order.
    void advance(std::chrono::milliseconds step);
    /// Calls that have not come due, of contexts that still live.
    int pending() const;

private:
    struct Call;
    QDateTime m_now;
    qint64 m_monotonic = 0;
    std::multimap<qint64, std::shared_ptr<Call>> m_calls;
};

/// Delays between attempts: doubled each time from `first` to `most`, each reduced by a random part of up to
/// a half ("equal jitter"), so that many clients do not return at the same instant.
class Backoff
{
public:
    using Random = std::function<double()>; ///< uniform in [0, 1)

    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds most, Random random = {});

    std::chrono::milliseconds next();

    void reset() { m_attempts = 0; }

    int attempts() const { return m_attempts; }

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_most;
    Random m_random;
    int m_attempts = 0;
};

} // namespace kaptan
