#include "app/net/connection_pool.h"

#include <algorithm>

namespace kaptan::net
{

ConnectionPool::ConnectionPool(Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) {}

HttpConnection* ConnectionPool::takeIdle(const QString& socketPath)
{
    auto& idle = m_idle[socketPath];
    while (!idle.empty()) {
        // The one used last: it is the least likely to be closed by the server just now.
        HttpConnection* connection = idle.back().connection;
        idle.pop_back();
        disconnect(connection, nullptr, this, nullptr);
        if (connection->isReusable())
            return connection;
        discard(connection);
    }
    return nullptr;
}

HttpConnection* ConnectionPool::makeNew(const QString& socketPath)
{
    return new HttpConnection(makeLocalWire(socketPath), this);
}

void ConnectionPool::giveBack(HttpConnection* connection)
{
    disconnect(connection, nullptr, nullptr, nullptr);
    auto& idle = m_idle[connection->where()];
    if (!connection->isReusable()) {
        discard(connection);
        return;
    }
    if (idle.size() >= kMaxIdle) {
        discard(idle.front().connection);
        idle.erase(idle.begin());
    }
    idle.push_back({connection, m_clock.monotonicMs()});
    connect(connection, &HttpConnection::dropped, this, [this, connection] { remove(connection); });
    sweepLater();
}

void ConnectionPool::remove(HttpConnection* connection)
{
    auto& idle = m_idle[connection->where()];
    idle.erase(std::remove_if(idle.begin(), idle.end(),
                              [connection](const Idle& i) { return i.connection == connection; }),
               idle.end());
    discard(connection);
}

void ConnectionPool::discard(HttpConnection* connection)
{
    // Later: it may be on the stack, telling of its own end.
    connection->disconnect();
    connection->abort();
    connection->deleteLater();
}

void ConnectionPool::sweepLater()
{
    if (m_sweeping)
        return;
    m_sweeping = true;
    m_clock.callLater(kIdleTime, this, [this] {
        m_sweeping = false;
        const qint64 limit = m_clock.monotonicMs() - std::chrono::milliseconds(kIdleTime).count();
        bool some = false;
        for (auto& idle : m_idle) {
            while (!idle.empty() && idle.front().since <= limit) {
                discard(idle.front().connection);
                idle.erase(idle.begin());
            }
            some |= !idle.empty();
        }
        if (some)
            sweepLater();
    });
}

} // namespace kaptan::net
