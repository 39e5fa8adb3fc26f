#include "app/net/wire.h"

#include "app/net/proxy.h"
#include "app/net/tls.h"

#include <QLocalSocket>
#include <QSslSocket>
#include <QTcpSocket>

#include <sys/socket.h>

namespace kaptan::net
{

using Kind = TransportError::Kind;

void Wire::closeWriting()
{
    m_closeWriting = true;
    flush();
    shutDownWhenWritten();
}

void Wire::shutDownWhenWritten()
{
    // QAbstractSocket knows no half-close, so the descriptor is told itself. Over TLS this stands for the
    // close_notify that QSslSocket cannot send alone: servers end their reading on it all the same.
    if (m_closeWriting && isOpen() && device()->bytesToWrite() == 0)
        ::shutdown(int(descriptor()), SHUT_WR);
}

bool Wire::isQuiet() const
{
    if (!isOpen())
        return false;
    char byte = 0;
    const auto got = ::recv(int(descriptor()), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

namespace
{

class LocalWire : public Wire
{
public:
    explicit LocalWire(const QString& path)
    {
        m_where = path;
        m_socket.setReadBufferSize(kReadBuffer);
        connect(&m_socket, &QLocalSocket::connected, this, &Wire::opened);
        connect(&m_socket, &QLocalSocket::readyRead, this, &Wire::readyRead);
        connect(&m_socket, &QLocalSocket::disconnected, this, &Wire::closed);
        connect(&m_socket, &QLocalSocket::bytesWritten, this, [this] {
            shutDownWhenWritten();
            Q_EMIT bytesWritten();
        });
        connect(&m_socket, &QLocalSocket::errorOccurred, this, [this](QLocalSocket::LocalSocketError error) {
            if (error == QLocalSocket::PeerClosedError)
                return; // disconnected() follows
            Q_EMIT failed(Error(TransportError{kind(error), m_where, m_socket.errorString()}));
        });
        connect(this, &Wire::opened, this, [this] { m_wasOpen = true; });
    }

    void open() override { m_socket.connectToServer(m_where); }

    QIODevice* device() override { return &m_socket; }

    bool isOpen() const override { return m_socket.state() == QLocalSocket::ConnectedState; }

    qintptr descriptor() const override { return m_socket.socketDescriptor(); }

    void flush() override { m_socket.flush(); }

    void abort() override
    {
        m_socket.disconnect(this);
        m_socket.abort();
    }

private:
    Kind kind(QLocalSocket::LocalSocketError error) const
    {
        switch (error) {
        case QLocalSocket::ServerNotFoundError:
            return Kind::NotFound;
        case QLocalSocket::ConnectionRefusedError:
            return Kind::Refused;
        case QLocalSocket::SocketAccessError:
            return Kind::PermissionDenied;
        case QLocalSocket::SocketTimeoutError:
            return Kind::Timeout;
        default:
            return m_wasOpen ? Kind::Closed : Kind::Unreachable;
        }
    }

    QLocalSocket m_socket;
    bool m_wasOpen = false;
};

class TcpWire : public Wire
{
public:
    TcpWire(const Endpoint& endpoint, std::unique_ptr<QTcpSocket> socket)
        : m_endpoint(endpoint), m_socket(std::move(socket))
    {
        m_where = endpoint.displayName();
        m_proxy = proxyOf(endpoint);
        if (m_proxy && *m_proxy)
            m_socket->setProxy(**m_proxy);
        m_socket->setReadBufferSize(kReadBuffer);
        connect(m_socket.get(), &QAbstractSocket::readyRead, this, &Wire::readyRead);
        connect(m_socket.get(), &QAbstractSocket::disconnected, this, &Wire::closed);
        connect(m_socket.get(), &QAbstractSocket::bytesWritten, this, [this] {
            shutDownWhenWritten();
            Q_EMIT bytesWritten();
        });
        connect(m_socket.get(), &QAbstractSocket::errorOccurred, this,
                [this](QAbstractSocket::SocketError error) { report(error); });
        connect(this, &Wire::opened, this, [this] { m_wasOpen = true; });
    }

    QIODevice* device() override { return m_socket.get(); }

    qintptr descriptor() const override { return m_socket->socketDescriptor(); }

    void flush() override { m_socket->flush(); }

    void abort() override
    {
        m_socket->disconnect(this);
        m_socket->abort();
    }

protected:
    virtual ErrorCause cause(QAbstractSocket::SocketError error) const
    {
        const Kind what = kind(error);
        return TransportError{what, m_where, m_socket->errorString(),
                              what == Kind::Proxy ? proxyName(m_endpoint) : QString()};
    }

    /// Says why there is no way, where the endpoint's proxy is none that we can use.
    bool hasWay()
    {
        if (!m_proxy)
            Q_EMIT failed(m_proxy.error());
        return m_proxy.has_value();
    }

    Kind kind(QAbstractSocket::SocketError error) const
    {
        // Behind a proxy it is the proxy that finds no host, is refused, or forbids the connection.
        if (!m_wasOpen && !proxyName(m_endpoint).isEmpty() && error != QAbstractSocket::SocketTimeoutError)
            return Kind::Proxy;
        switch (error) {
        case QAbstractSocket::ConnectionRefusedError:
            return Kind::Refused;
        case QAbstractSocket::HostNotFoundError:
            return Kind::NotFound;
        case QAbstractSocket::SocketAccessError:
            return Kind::PermissionDenied;
        case QAbstractSocket::SocketTimeoutError:
            return Kind::Timeout;
        case QAbstractSocket::ProxyAuthenticationRequiredError:
        case QAbstractSocket::ProxyConnectionRefusedError:
        case QAbstractSocket::ProxyConnectionClosedError:
        case QAbstractSocket::ProxyConnectionTimeoutError:
        case QAbstractSocket::ProxyNotFoundError:
        case QAbstractSocket::ProxyProtocolError:
            return Kind::Proxy;
        default:
            return m_wasOpen ? Kind::Closed : Kind::Unreachable;
        }
    }

    void report(QAbstractSocket::SocketError error)
    {
        if (error == QAbstractSocket::RemoteHostClosedError && m_wasOpen)
            return; // disconnected() follows
        Q_EMIT failed(Error(cause(error)));
    }

    Endpoint m_endpoint;
    std::unique_ptr<QTcpSocket> m_socket;
    Result<std::optional<QNetworkProxy>> m_proxy;
    bool m_wasOpen = false;
};

class PlainWire : public TcpWire
{
public:
    explicit PlainWire(const Endpoint& endpoint) : TcpWire(endpoint, std::make_unique<QTcpSocket>())
    {
        connect(m_socket.get(), &QAbstractSocket::connected, this, [this] {
            m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            Q_EMIT opened();
        });
    }

    void open() override
    {
        if (hasWay())
            m_socket->connectToHost(m_endpoint.url.host(), quint16(m_endpoint.url.port(80)));
    }

    bool isOpen() const override { return m_socket->state() == QAbstractSocket::ConnectedState; }
};

class TlsWire : public TcpWire
{
public:
    explicit TlsWire(const Endpoint& endpoint) : TcpWire(endpoint, std::make_unique<QSslSocket>())
    {
        connect(socket(), &QSslSocket::encrypted, this, &Wire::opened);
        connect(socket(), &QSslSocket::sslErrors, this,
                [this](const QList<QSslError>& errors) { m_errors = errors; });
        // With unread decrypted bytes QSslSocket counts both of its buffers.
        connect(socket(), &QSslSocket::connected, this,
                [this] { m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1); });
    }

    void open() override
    {
        if (!hasWay())
            return;
        const auto configuration = tlsConfiguration(m_endpoint);
        if (!configuration) {
            Q_EMIT failed(configuration.error());
            return;
        }
        socket()->setSslConfiguration(*configuration);
        if (m_endpoint.insecureSkipVerify)
            socket()->ignoreSslErrors();
        socket()->connectToHostEncrypted(m_endpoint.url.host(), quint16(m_endpoint.url.port(443)),
                                         m_endpoint.tlsServerName.isEmpty() ? m_endpoint.url.host()
                                                                            : m_endpoint.tlsServerName);
    }

    bool isOpen() const override
    {
        return m_socket->state() == QAbstractSocket::ConnectedState && socket()->isEncrypted();
    }

protected:
    ErrorCause cause(QAbstractSocket::SocketError error) const override
    {
        if (!m_errors.isEmpty() || error == QAbstractSocket::SslHandshakeFailedError)
            return tlsError(m_where, m_errors, m_socket->errorString());
        return TcpWire::cause(error);
    }

private:
    QSslSocket* socket() const { return static_cast<QSslSocket*>(m_socket.get()); }

    QList<QSslError> m_errors;
};

} // namespace

std::unique_ptr<Wire> makeLocalWire(const QString& socketPath)
{
    return std::make_unique<LocalWire>(socketPath);
}

std::unique_ptr<Wire> makeTcpWire(const Endpoint& endpoint)
{
    if (endpoint.url.scheme() == QLatin1String("https"))
        return std::make_unique<TlsWire>(endpoint);
    return std::make_unique<PlainWire>(endpoint);
}

} // namespace kaptan::net
