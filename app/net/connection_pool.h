#pragma once

#include "app/core/clock.h"
#include "app/net/http_connection.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace kaptan::net
{

/// The idle connections to Unix sockets. There is no upper limit of busy ones: a limit would let long streams
/// starve the calls, and a Unix socket costs a descriptor only.
class ConnectionPool : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMaxIdle = 8; ///< for each socket
    static constexpr std::chrono::seconds kIdleTime{20};

    explicit ConnectionPool(Clock& clock, QObject* parent = nullptr);

    /// An idle connection that still lives, or nothing.
    HttpConnection* takeIdle(const QString& socketPath);
    HttpConnection* makeNew(const QString& socketPath);
    /// After an exchange: kept when it can serve another, ended otherwise.
    void giveBack(HttpConnection* connection);

    static void discard(HttpConnection* connection);

private:
    struct Idle {
        HttpConnection* connection;
        qint64 since;
    };

    void remove(HttpConnection* connection);
    void sweepLater();

    Clock& m_clock;
    QHash<QString, std::vector<Idle>> m_idle;
    bool m_sweeping = false;
};

} // namespace kaptan::net
