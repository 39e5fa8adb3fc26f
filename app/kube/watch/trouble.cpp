#include "app/kube/watch/trouble.h"

#include "app/kube/api/kube_error.h"
#include "app/kube/watch/answers.h"

#include <algorithm>

namespace kaptan::kube
{

namespace
{

constexpr std::chrono::milliseconds tickEach{5000};
/// A tick that is later than this by either clock was late because the machine slept.
constexpr qint64 sleptMs = 30'000;
constexpr int longestPause = 300; ///< seconds; more is believed of no server

Trouble::Kind kindOf(int status)
{
    if (status == 410)
        return Trouble::Kind::Expired;
    if (status == 408 || status == 429 || status >= 500)
        return Trouble::Kind::Busy;
    return status >= 400 ? Trouble::Kind::Refused : Trouble::Kind::Broken;
}

} // namespace

Trouble troubleOf(int status, const QByteArray& body, const QByteArray& retryAfter, const QString& where)
{
    Error error = kubeError(status, retryAfter, body, QStringLiteral("GET ") + where);
    const int seconds = error.as<KubeError>()->retryAfterSeconds;
    return {kindOf(status), std::move(error), std::chrono::seconds(std::clamp(seconds, 0, longestPause))};
}

Trouble troubleOf(const StatusAnswer& status, const QString& where)
{
    const bool expired = status.code == 410 || status.reason == QLatin1String("Expired") ||
                         status.reason == QLatin1String("Gone");
    return {expired ? Trouble::Kind::Expired : Trouble::Kind::Busy,
            Error(KubeError{status.code,
                            status.reason,
                            status.message,
                            QStringLiteral("GET ") + where,
                            {},
                            status.retryAfterSeconds}),
            std::chrono::seconds(std::clamp(status.retryAfterSeconds, 0, longestPause))};
}

SilenceGuard::SilenceGuard(Clock& clock, std::chrono::milliseconds limit, std::function<void()> onSilence)
    : m_clock(clock), m_limit(limit), m_onSilence(std::move(onSilence)), m_touchedAt(clock.now()),
      m_tickedAt(m_touchedAt), m_touched(clock.monotonicMs()), m_ticked(m_touched)
{
    m_clock.callLater(tickEach, this, [this] { tick(); });
}

void SilenceGuard::touch()
{
    m_touched = m_clock.monotonicMs();
    m_touchedAt = m_clock.now();
}

void SilenceGuard::tick()
{
    if (m_stopped)
        return;
    const qint64 ms = m_clock.monotonicMs();
    const QDateTime now = m_clock.now();
    const qint64 expected = tickEach.count() + sleptMs;
    const bool slept = ms - m_ticked > expected || m_tickedAt.msecsTo(now) > expected;
    m_ticked = ms;
    m_tickedAt = now;
    if (slept || ms - m_touched > m_limit.count())
        return m_onSilence(); // which may end us
    m_clock.callLater(tickEach, this, [this] { tick(); });
}

} // namespace kaptan::kube
