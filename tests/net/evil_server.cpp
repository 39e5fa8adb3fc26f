#include "evil_server.h"

#include <QLocalSocket>
#include <QTcpSocket>

using namespace kaptan;

EvilServer::EvilServer(Handler handler, Kind kind) : m_handler(std::move(handler)), m_kind(kind)
{
    if (kind == Local) {
        connect(&m_local, &QLocalServer::newConnection, this, [this] {
            while (auto* socket = m_local.nextPendingConnection()) {
                connect(socket, &QLocalSocket::disconnected, this, [this] { --open; });
                take(socket);
            }
        });
        if (!m_local.listen(socketPath()))
            qFatal("cannot listen");
    } else {
        connect(&m_tcp, &QTcpServer::newConnection, this, [this] {
            while (auto* socket = m_tcp.nextPendingConnection()) {
                connect(socket, &QTcpSocket::disconnected, this, [this] { --open; });
                take(socket);
            }
        });
        if (!m_tcp.listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
    }
}

net::Endpoint EvilServer::endpoint() const
{
    if (m_kind == Local)
        return net::Endpoint::unixSocket(socketPath());
    return *net::Endpoint::parse(QStringLiteral("http://127.0.0.1:%1").arg(m_tcp.serverPort()));
}

void EvilServer::take(QIODevice* socket)
{
    ++connections;
    ++open;
    if (!greeting.isEmpty())
        socket->write(greeting);
    connect(socket, &QIODevice::bytesWritten, this, [this](qint64 bytes) { accepted += bytes; });
    auto buffer = std::make_shared<QByteArray>();
    connect(socket, &QIODevice::readyRead, this, [this, socket, buffer] {
        buffer->append(socket->readAll());
        if (raw) {
            m_handler(socket, std::exchange(*buffer, {}), ++requests);
            return;
        }
        const qsizetype end = buffer->indexOf("\r\n\r\n");
        if (end < 0)
            return;
        qsizetype length = end + 4;
        const QByteArray head = buffer->left(length).toLower();
        const qsizetype at = head.indexOf("content-length:");
        if (at >= 0)
            length += head.mid(at + 15, head.indexOf('\r', at) - at - 15).trimmed().toLongLong();
        else if (head.contains("transfer-encoding: chunked"))
            length = buffer->endsWith("\r\n0\r\n\r\n") ? buffer->size() : buffer->size() + 1;
        if (buffer->size() < length)
            return;
        const QByteArray request = buffer->left(length);
        buffer->remove(0, length);
        m_handler(socket, request, ++requests);
    });
}

void EvilServer::closeSocket(QIODevice* socket)
{
    if (auto* local = qobject_cast<QLocalSocket*>(socket))
        local->disconnectFromServer();
    else if (auto* tcp = qobject_cast<QAbstractSocket*>(socket))
        tcp->disconnectFromHost();
}

QByteArray EvilServer::ok(const QByteArray& body, const QByteArray& headers)
{
    return "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

QString kindOf(const Error& error)
{
    if (error.isCancelled())
        return QStringLiteral("cancelled");
    if (error.as<TlsError>())
        return QStringLiteral("tls");
    const auto* transport = error.as<TransportError>();
    if (!transport)
        return QStringLiteral("other");
    static const QStringList names{
        QStringLiteral("not found"),   QStringLiteral("refused"),  QStringLiteral("permission"),
        QStringLiteral("closed"),      QStringLiteral("timeout"),  QStringLiteral("proxy"),
        QStringLiteral("unreachable"), QStringLiteral("protocol"), QStringLiteral("too large")};
    return names.value(int(transport->kind));
}
