#include "app/net/streams.h"

#include "app/net/connection_pool.h"

namespace kaptan::net
{

BaseStream::BaseStream(Requester& requester, std::chrono::milliseconds timeout) : m_requester(&requester)
{
    connect(&requester, &Requester::closing, this, [this] {
        if (m_ended)
            return;
        drop();
        end(Error(Cancelled{}));
    });
    if (timeout.count() <= 0)
        return;
    requester.clock().callLater(timeout, this, [this, timeout] {
        if (m_headSeen || m_ended || !m_requester)
            return;
        const Error error = m_requester->timeoutError(timeout, false);
        drop();
        end(error);
    });
}

void BaseStream::abort()
{
    m_ended = true;
    drop();
}

void BaseStream::onHead()
{
    m_headSeen = true;
    Q_EMIT headReceived();
}

void BaseStream::end(const std::optional<Error>& error)
{
    if (m_ended)
        return;
    m_ended = true;
    Q_EMIT finished(error);
}

void BaseStream::endSoon(const Error& error)
{
    QMetaObject::invokeMethod(
        this, [this, error] { end(error); }, Qt::QueuedConnection);
}

ReplyStream::ReplyStream(Requester& requester, const Request& request)
    : BaseStream(requester, request.timeout)
{
    const auto reply = requester.send(request, true);
    if (!reply) {
        endSoon(reply.error());
        return;
    }
    m_answer = std::make_unique<Answer>(*reply, requester.endpoint());
    connect(m_answer.get(), &Answer::headReceived, this, &ReplyStream::onHead);
    connect(m_answer.get(), &Answer::readyRead, this, &Stream::readyRead);
    connect(m_answer.get(), &Answer::finished, this, &ReplyStream::end);
}

int ReplyStream::status() const
{
    return m_answer ? m_answer->status() : 0;
}

QByteArray ReplyStream::header(const QByteArray& name) const
{
    if (m_answer) {
        for (const auto& [key, value] : m_answer->headers()) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
    }
    return {};
}

qint64 ReplyStream::bytesAvailable() const
{
    return m_answer ? m_answer->bytesAvailable() : 0;
}

QByteArray ReplyStream::read(qint64 most)
{
    return m_answer ? m_answer->take(most) : QByteArray();
}

void ReplyStream::drop()
{
    if (m_answer)
        m_answer->abort();
}

UpgradeStream::UpgradeStream(Requester& requester, const Request& request)
    : BaseStream(requester, request.timeout)
{
    m_body.setData(request.body);
    m_body.open(QIODevice::ReadOnly);
    const Endpoint& endpoint = requester.endpoint();
    auto wire = endpoint.isUnixSocket() ? makeLocalWire(endpoint.socketPath()) : makeTcpWire(endpoint);
    m_connection = new HttpConnection(std::move(wire), &requester);
    connect(m_connection, &HttpConnection::headReceived, this, [this] {
        m_head = m_connection->head();
        onHead();
    });
    connect(m_connection, &HttpConnection::readyRead, this, &Stream::readyRead);
    connect(m_connection, &HttpConnection::bytesWritten, this, &Stream::bytesWritten);
    connect(m_connection, &HttpConnection::finished, this, &UpgradeStream::end);

    Exchange exchange;
    exchange.head = requester.upgradeHead(request);
    exchange.wantsUpgrade = true;
    exchange.body = &m_body;
    QMetaObject::invokeMethod(
        this,
        [this, exchange] {
            if (m_connection && !hasEnded())
                m_connection->start(exchange, &m_queue);
        },
        Qt::QueuedConnection);
}

UpgradeStream::~UpgradeStream()
{
    drop();
}

int UpgradeStream::status() const
{
    return m_head.status;
}

QByteArray UpgradeStream::header(const QByteArray& name) const
{
    return m_head.header(name);
}

qint64 UpgradeStream::bytesAvailable() const
{
    return m_queue.size();
}

QByteArray UpgradeStream::read(qint64 most)
{
    QByteArray bytes = m_queue.take(most);
    if (m_connection)
        m_connection->resume();
    return bytes;
}

void UpgradeStream::write(const QByteArray& bytes)
{
    if (m_connection)
        m_connection->write(bytes);
}

void UpgradeStream::closeWriting()
{
    if (m_connection)
        m_connection->closeWriting();
}

qint64 UpgradeStream::bytesToWrite() const
{
    return m_connection ? m_connection->bytesToWrite() : 0;
}

void UpgradeStream::drop()
{
    if (!m_connection)
        return;
    ConnectionPool::discard(m_connection);
    m_connection = nullptr;
    m_queue.clear();
}

} // namespace kaptan::net
