#include "app/net/answer.h"

#include "app/net/http_connection.h"
#include "app/net/local_reply.h"
#include "app/net/proxy.h"
#include "app/net/tls.h"

namespace kaptan::net
{

using Kind = TransportError::Kind;

namespace
{

Kind kindOf(QNetworkReply::NetworkError error, bool headSeen)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return Kind::Refused;
    case QNetworkReply::RemoteHostClosedError:
        return Kind::Closed;
    case QNetworkReply::HostNotFoundError:
        return Kind::NotFound;
    case QNetworkReply::TimeoutError:
        return Kind::Timeout;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return Kind::Proxy;
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return headSeen ? Kind::Closed : Kind::Unreachable;
    default:
        return Kind::Protocol;
    }
}

} // namespace

Answer::Answer(QNetworkReply* reply, const Endpoint& endpoint, QObject* parent)
    : QObject(parent), m_reply(reply), m_where(endpoint.displayName()), m_proxy(proxyName(endpoint))
{
    connect(reply, &QNetworkReply::metaDataChanged, this, &Answer::onHead);
    connect(reply, &QNetworkReply::readyRead, this, [this] {
        const QPointer<Answer> alive(this);
        onHead();
        if (alive)
            Q_EMIT readyRead();
    });
    connect(reply, &QNetworkReply::finished, this, &Answer::onFinished);
    connect(reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError>& errors) { m_sslErrors = errors; });
}

Answer::~Answer()
{
    abort();
}

void Answer::abort()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater(); // it may be on the stack
    m_reply = nullptr;
}

qint64 Answer::bytesAvailable() const
{
    return m_reply ? m_reply->bytesAvailable() : 0;
}

QByteArray Answer::take(qint64 most)
{
    if (!m_reply)
        return {};
    if (auto* local = qobject_cast<LocalReply*>(m_reply.data()))
        return local->take(most);
    return m_reply->read(std::min(most, m_reply->bytesAvailable()));
}

void Answer::onHead()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_status != 0 || status < 200)
        return;
    m_status = status;
    if (const auto* local = qobject_cast<LocalReply*>(m_reply.data())) {
        m_headers = local->headers();
    } else {
        m_headers = m_reply->rawHeaderPairs();
        qint64 bytes = 0;
        for (const auto& [name, value] : std::as_const(m_headers))
            bytes += name.size() + value.size() + 4;
        if (bytes > HttpConnection::kMaxHead) {
            abort();
            Q_EMIT finished(
                Error(TransportError{Kind::TooLarge, m_where, QStringLiteral("header of the answer")}));
            return;
        }
    }
    Q_EMIT headReceived();
}

void Answer::onFinished()
{
    const QPointer<Answer> alive(this);
    onHead();
    if (alive && m_reply)
        Q_EMIT finished(failure());
}

std::optional<Error> Answer::failure() const
{
    if (const auto* local = qobject_cast<LocalReply*>(m_reply.data()))
        return local->failure();
    const auto code = m_reply->error();
    if (code == QNetworkReply::NoError)
        return {};
    if (m_status >= 400 && code == networkErrorOfStatus(m_status))
        return {};
    if (!m_sslErrors.isEmpty() || code == QNetworkReply::SslHandshakeFailedError)
        return Error(tlsError(m_where, m_sslErrors, m_reply->errorString()));
    if (m_status >= 400 && code >= QNetworkReply::ContentAccessDenied)
        return {};
    if (code == QNetworkReply::OperationCanceledError)
        return Error(Cancelled{});
    Kind kind = kindOf(code, m_status != 0);
    // Behind a proxy it is the proxy that finds no host, is refused, or forbids the connection.
    if (!m_proxy.isEmpty() && m_status == 0 && kind != Kind::Timeout)
        kind = Kind::Proxy;
    return Error(
        TransportError{kind, m_where, m_reply->errorString(), kind == Kind::Proxy ? m_proxy : QString()});
}

} // namespace kaptan::net
