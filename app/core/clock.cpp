#include "app/core/clock.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>

namespace kaptan
{

namespace
{

class SystemClock : public Clock
{
public:
    SystemClock() { m_elapsed.start(); }

    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }

    qint64 monotonicMs() const override { return m_elapsed.elapsed(); }

    void callLater(std::chrono::milliseconds delay, QObject* context, std::function<void()> fn) override
    {
        QTimer::singleShot(delay, context, std::move(fn));
    }

private:
    QElapsedTimer m_elapsed;
};

} // namespace

Clock& Clock::system()
{
    static SystemClock clock;
    return clock;
}

struct ManualClock::Call {
    QPointer<QObject> context;
    std::function<void()> fn;
};

ManualClock::ManualClock(QDateTime start) : m_now(std::move(start)) {}

void ManualClock::callLater(std::chrono::milliseconds delay, QObject* context, std::function<void()> fn)
{
    m_calls.emplace(m_monotonic + delay.count(), std::make_shared<Call>(Call{context, std::move(fn)}));
}

void ManualClock::advance(std::chrono::milliseconds step)
{
    const qint64 end = m_monotonic + step.count();
    while (!m_calls.empty() && m_calls.begin()->first <= end) {
        const auto first = m_calls.begin();
        const auto call = first->second;
        const qint64 due = std::max(first->first, m_monotonic);
        m_calls.erase(first);
        m_now = m_now.addMSecs(due - m_monotonic);
        m_monotonic = due;
        if (call->context)
            call->fn();
    }
    m_now = m_now.addMSecs(end - m_monotonic);
    m_monotonic = end;
}

int ManualClock::pending() const
{
    return int(std::count_if(m_calls.begin(), m_calls.end(),
                             [](const auto& c) { return !c.second->context.isNull(); }));
}

Backoff::Backoff(std::chrono::milliseconds first, std::chrono::milliseconds most, Random random)
    : m_first(first), m_most(most), m_random(std::move(random))
{
    if (!m_random)
        m_random = [] { return QRandomGenerator::global()->generateDouble(); };
}

std::chrono::milliseconds Backoff::next()
{
    const int doublings = std::min(m_attempts++, 20);
    const auto whole = std::min<qint64>(m_most.count(), m_first.count() << doublings);
    return std::chrono::milliseconds(whole - qint64(double(whole) / 2 * m_random()));
}

} // namespace kaptan
