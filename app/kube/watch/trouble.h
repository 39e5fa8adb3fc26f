#pragma once

#include "app/core/clock.h"
#include "app/core/result.h"
#include "app/net/http.h"

#include <QObject>

#include <chrono>
#include <functional>

/// What goes wrong with a list or a watch, and what follows. For this room's own sources only.
namespace kaptan::kube
{

struct StatusAnswer;

struct Trouble {
    enum class Kind {
        Broken,  ///< the transport, or what came is not readable: again after a pause
        Busy,    ///< the server asks to wait (429, 5xx)
        Expired, ///< 410: only a new list helps
        Refused, ///< trying again does not help
        Slept,   ///< the machine slept, or nothing came for too long: again at once
    };
    Kind kind = Kind::Broken;
    Error error;
    std::chrono::milliseconds retryAfter{0}; ///< at least
};

/// From an answer with an error status; `retryAfter` is the header of that name.
Trouble troubleOf(int status, const QByteArray& body, const QByteArray& retryAfter, const QString& where);

/// From an ERROR event of a watch.
Trouble troubleOf(const StatusAnswer& status, const QString& where);

/// Notices a stream that is silent for too long, and a machine that slept: then the connection is dead though
/// nobody says so.
class SilenceGuard : public QObject
{
    Q_OBJECT
public:
    SilenceGuard(Clock& clock, std::chrono::milliseconds limit, std::function<void()> onSilence);

    void touch(); ///< something came

    void stop() { m_stopped = true; }

    /// When something came last, by the clock that never goes back.
    qint64 touchedMs() const { return m_touched; }

    /// UTC, when something came last.
    const QDateTime& lastTouch() const { return m_touchedAt; }

private:
    void tick();

    Clock& m_clock;
    std::chrono::milliseconds m_limit;
    std::function<void()> m_onSilence;
    QDateTime m_touchedAt, m_tickedAt;
    qint64 m_touched = 0, m_ticked = 0;
    bool m_stopped = false;
};

} // namespace kaptan::kube
