#include "app/net/local_reply.h"

#include "app/net/access_manager.h"
#include "app/net/connection_pool.h"

#include <QUrl>

namespace kaptan::net
{

namespace
{

/// A name or value that would end its line would let its author write headers of his own.
bool isSafe(const QByteArray& text)
{
    return !text.contains('\r') && !text.contains('\n') && !text.contains('\0');
}

QNetworkReply::NetworkError networkError(const Error& error)
{
    using Kind = TransportError::Kind;
    const auto* transport = error.as<TransportError>();
    if (!transport)
        return QNetworkReply::UnknownNetworkError;
    switch (transport->kind) {
    case Kind::NotFound:
        return QNetworkReply::HostNotFoundError;
    case Kind::Refused:
        return QNetworkReply::ConnectionRefusedError;
    case Kind::PermissionDenied:
        return QNetworkReply::ContentAccessDenied;
    case Kind::Closed:
        return QNetworkReply::RemoteHostClosedError;
    case Kind::Timeout:
        return QNetworkReply::TimeoutError;
    case Kind::Protocol:
    case Kind::TooLarge:
        return QNetworkReply::ProtocolFailure;
    default:
        return QNetworkReply::UnknownNetworkError;
    }
}

} // namespace

QNetworkReply::NetworkError networkErrorOfStatus(int status)
{
    switch (status) {
    case 400:
        return QNetworkReply::ProtocolInvalidOperationError;
    case 401:
        return QNetworkReply::AuthenticationRequiredError;
    case 403:
        return QNetworkReply::ContentAccessDenied;
    case 404:
        return QNetworkReply::ContentNotFoundError;
    case 405:
        return QNetworkReply::ContentOperationNotPermittedError;
    case 409:
        return QNetworkReply::ContentConflictError;
    case 410:
        return QNetworkReply::ContentGoneError;
    case 500:
        return QNetworkReply::InternalServerError;
    case 501:
        return QNetworkReply::OperationNotImplementedError;
    case 503:
        return QNetworkReply::ServiceUnavailableError;
    default:
        if (status >= 500)
            return QNetworkReply::UnknownServerError;
        return status >= 400 ? QNetworkReply::UnknownContentError : QNetworkReply::NoError;
    }
}

LocalReply::LocalReply(ConnectionPool& pool, QNetworkAccessManager::Operation operation,
                       const QNetworkRequest& request, QIODevice* outgoing, QObject* parent)
    : QNetworkReply(parent), m_pool(&pool), m_outgoing(outgoing)
{
    setRequest(request);
    setUrl(request.url());
    setOperation(operation);
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    // Later: the caller connects first.
    QMetaObject::invokeMethod(
        this, [this] { start(false); }, Qt::QueuedConnection);
}

LocalReply::~LocalReply()
{
    dropConnection();
}

void LocalReply::start(bool fresh)
{
    if (isFinished() || !m_pool)
        return;
    const QString path = request().attribute(AccessManager::kSocketPath).toString();
    m_connection = fresh ? nullptr : m_pool->takeIdle(path);
    m_reused = !m_connection.isNull();
    if (!m_connection)
        m_connection = m_pool->makeNew(path);
    connect(m_connection, &HttpConnection::headReceived, this, &LocalReply::onHead);
    connect(m_connection, &HttpConnection::readyRead, this, [this] { Q_EMIT readyRead(); });
    connect(m_connection, &HttpConnection::finished, this, &LocalReply::onFinished);

    Exchange exchange;
    exchange.head = requestHead(&exchange.chunkedBody);
    exchange.isHead = operation() == QNetworkAccessManager::HeadOperation;
    exchange.body = m_outgoing;
    m_connection->start(exchange, &m_body);
}

QByteArray LocalReply::verb() const
{
    switch (operation()) {
    case QNetworkAccessManager::HeadOperation:
        return "HEAD";
    case QNetworkAccessManager::GetOperation:
        return "GET";
    case QNetworkAccessManager::PutOperation:
        return "PUT";
    case QNetworkAccessManager::PostOperation:
        return "POST";
    case QNetworkAccessManager::DeleteOperation:
        return "DELETE";
    default:
        return request().attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    }
}

QByteArray LocalReply::requestHead(bool* chunked) const
{
    const QUrl url = request().url();
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    QByteArray head =
        verb() + ' ' + target + " HTTP/1.1\r\nHost: " + url.host(QUrl::FullyEncoded).toLatin1() + "\r\n";
    const auto names = request().rawHeaderList();
    for (const QByteArray& name : names) {
        const QByteArray value = request().rawHeader(name);
        if (isSafe(name) && isSafe(value))
            head += name + ": " + value + "\r\n";
    }
    *chunked = m_outgoing && m_outgoing->isSequential();
    if (*chunked)
        head += "Transfer-Encoding: chunked\r\n";
    else if (m_outgoing)
        head += "Content-Length: " + QByteArray::number(m_outgoing->size() - m_outgoing->pos()) + "\r\n";
    else if (operation() == QNetworkAccessManager::PostOperation ||
             operation() == QNetworkAccessManager::PutOperation)
        head += "Content-Length: 0\r\n";
    return head + "\r\n";
}

void LocalReply::onHead()
{
    const ResponseHead& head = m_connection->head();
    m_headers = head.headers;
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, head.status);
    setAttribute(QNetworkRequest::HttpReasonPhraseAttribute, QString::fromLatin1(head.reason));
    for (const auto& [name, value] : head.headers) {
        const QByteArray before = rawHeader(name);
        setRawHeader(name, before.isNull() ? value : before + ", " + value);
    }
    Q_EMIT metaDataChanged();
}

bool LocalReply::mayRepeat() const
{
    const bool idempotent = operation() == QNetworkAccessManager::GetOperation ||
                            operation() == QNetworkAccessManager::HeadOperation ||
                            request().attribute(AccessManager::kIdempotent).toBool();
    return m_reused && idempotent && m_connection->isUnanswered() &&
           (!m_outgoing || !m_outgoing->isSequential());
}

void LocalReply::onFinished(const std::optional<Error>& error)
{
    const auto* transport = error ? error->as<TransportError>() : nullptr;
    if (transport && transport->kind == TransportError::Kind::Closed && mayRepeat()) {
        // The server had closed the idle connection when the request was on its way. On a connection of its
        // own this cannot happen, so there is one repetition at most.
        dropConnection();
        if (m_outgoing)
            m_outgoing->reset();
        start(true);
        return;
    }
    if (m_connection && m_pool && !error) {
        m_pool->giveBack(m_connection);
        m_connection = nullptr;
    } else {
        dropConnection();
    }
    m_failure = error;
    if (error)
        end(networkError(*error), error->details());
    else
        end(networkErrorOfStatus(attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()),
            attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString());
}

void LocalReply::end(NetworkError code, const QString& text)
{
    if (isFinished())
        return;
    setFinished(true);
    const QPointer<LocalReply> alive(this);
    if (code != NoError) {
        setError(code, text);
        Q_EMIT errorOccurred(code);
    }
    if (alive) {
        Q_EMIT readChannelFinished();
    }
    if (alive)
        Q_EMIT finished();
}

void LocalReply::abort()
{
    if (isFinished())
        return;
    dropConnection();
    m_failure = Error(Cancelled{});
    m_body.clear();
    end(OperationCanceledError, QStringLiteral("aborted"));
}

void LocalReply::close()
{
    abort();
    QNetworkReply::close();
}

void LocalReply::dropConnection()
{
    if (!m_connection)
        return;
    m_connection->disconnect(this);
    ConnectionPool::discard(m_connection);
    m_connection = nullptr;
}

qint64 LocalReply::bytesAvailable() const
{
    return QNetworkReply::bytesAvailable() + m_body.size();
}

qint64 LocalReply::readData(char* data, qint64 most)
{
    const qint64 got = m_body.read(data, most);
    if (m_connection)
        m_connection->resume();
    return got == 0 && isFinished() ? -1 : got;
}

QByteArray LocalReply::take(qint64 most)
{
    QByteArray bytes = m_body.take(most);
    if (m_connection)
        m_connection->resume();
    return bytes;
}

} // namespace kaptan::net
