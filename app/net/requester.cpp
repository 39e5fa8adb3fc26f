#include "app/net/requester.h"

#include "app/net/proxy.h"
#include "app/net/tls.h"

#include <QNetworkReply>

#include <algorithm>

namespace kaptan::net
{

namespace
{

// QNetworkAccessManager has six connections for a host; the seventh request waits silently.
constexpr int kCallsEach = 6;
constexpr int kStreamsEach = 5;
constexpr int kCallManagers = 4;

bool has(const Headers& headers, const char* name)
{
    return std::any_of(headers.begin(), headers.end(), [name](const auto& header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

Requester::Requester(Endpoint endpoint, Clock& clock, QObject* parent)
    : QObject(parent), m_endpoint(std::move(endpoint)), m_clock(clock)
{
}

QUrl Requester::urlOf(const Request& request) const
{
    QUrl url = m_endpoint.url;
    if (m_endpoint.isUnixSocket()) {
        url.setPath({});
        url.setHost(QStringLiteral("localhost"));
        url.setPath(request.path, QUrl::DecodedMode);
    } else {
        url.setPath(url.path(QUrl::FullyDecoded) + request.path, QUrl::DecodedMode);
    }
    if (!request.query.isEmpty()) {
        QString query = request.query.toString(QUrl::FullyEncoded);
        query.replace(QLatin1Char('+'), QLatin1String("%2B")); // servers read a plus as a space
        url.setQuery(query);
    }
    return url;
}

Headers Requester::headersOf(const Request& request) const
{
    Headers headers = request.headers;
    if (!userAgent.isEmpty() && !has(headers, "User-Agent"))
        headers.emplaceBack("User-Agent", userAgent);
    const bool mayHaveBody = !request.body.isEmpty() || request.method == "POST" || request.method == "PUT";
    if (mayHaveBody && !has(headers, "Content-Type"))
        headers.emplaceBack("Content-Type", "application/json");
    return headers;
}

Result<QNetworkReply*> Requester::send(const Request& request, bool isStream)
{
    if (!m_proxy)
        m_proxy = proxyOf(m_endpoint);
    if (!*m_proxy)
        return tl::unexpected<Error>(m_proxy->error());
    QNetworkRequest wanted = AccessManager::prepared(urlOf(request));
    const Headers headers = headersOf(request);
    for (const auto& [name, value] : headers)
        wanted.setRawHeader(name, value);
    // The manager would ask for gzip by itself and hold back what it cannot unpack yet.
    if (isStream && !has(headers, "Accept-Encoding"))
        wanted.setRawHeader("Accept-Encoding", "identity");
    wanted.setAttribute(AccessManager::kIdempotent, request.idempotent);
    if (m_endpoint.isUnixSocket()) {
        wanted.setAttribute(AccessManager::kSocketPath, m_endpoint.socketPath());
    } else if (m_endpoint.url.scheme() == QLatin1String("https")) {
        if (!m_tls)
            m_tls = tlsConfiguration(m_endpoint);
        if (!*m_tls)
            return tl::unexpected<Error>(m_tls->error());
        wanted.setSslConfiguration(**m_tls);
        if (!m_endpoint.tlsServerName.isEmpty())
            wanted.setPeerVerifyName(m_endpoint.tlsServerName);
    }

    AccessManager* manager = managerFor(isStream);
    QNetworkReply* reply = nullptr;
    if (request.method == "GET" && request.body.isEmpty())
        reply = manager->get(wanted);
    else if (request.method == "HEAD")
        reply = manager->head(wanted);
    else if (request.method == "POST")
        reply = manager->post(wanted, request.body);
    else if (request.method == "PUT")
        reply = manager->put(wanted, request.body);
    else if (request.method == "DELETE" && request.body.isEmpty())
        reply = manager->deleteResource(wanted);
    else
        reply = manager->sendCustomRequest(wanted, request.method, request.body);
    reply->setReadBufferSize(1024 * 1024);
    connect(reply, &QObject::destroyed, this, [this, manager] { released(manager); });
    return reply;
}

AccessManager* Requester::managerFor(bool isStream)
{
    const bool unlimited = m_endpoint.isUnixSocket();
    const bool forStreams = isStream && !unlimited;
    Managed* best = nullptr;
    int sameKind = 0;
    for (Managed& managed : m_managers) {
        if (managed.forStreams != forStreams)
            continue;
        ++sameKind;
        if (!best || managed.active < best->active)
            best = &managed;
    }
    const bool full = best && !unlimited && best->active >= (forStreams ? kStreamsEach : kCallsEach);
    // Calls that find all full wait for one another; streams never do.
    if (!best || (full && (forStreams || sameKind < kCallManagers))) {
        m_managers.push_back({new AccessManager(m_clock, this), forStreams, 0});
        best = &m_managers.back();
        if (**m_proxy)
            best->manager->setProxy(***m_proxy);
    }
    ++best->active;
    return best->manager;
}

void Requester::released(AccessManager* manager)
{
    const auto it = std::find_if(m_managers.begin(), m_managers.end(),
                                 [manager](const Managed& m) { return m.manager == manager; });
    if (it == m_managers.end() || --it->active > 0)
        return;
    // One of each kind stays for its idle connections.
    const auto others = std::count_if(m_managers.begin(), m_managers.end(),
                                      [&](const Managed& m) { return m.forStreams == it->forStreams; });
    if (others > 1) {
        manager->deleteLater();
        m_managers.erase(it);
    }
}

QByteArray Requester::upgradeHead(const Request& request) const
{
    const QUrl url = urlOf(request);
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    const QByteArray host =
        m_endpoint.isUnixSocket() ? QByteArray("localhost") : url.authority(QUrl::FullyEncoded).toLatin1();
    QByteArray head = request.method + ' ' + target + " HTTP/1.1\r\nHost: " + host + "\r\n";
    const Headers headers = headersOf(request);
    for (const auto& [name, value] : headers) {
        const QByteArray line = name + ": " + value;
        if (!line.contains('\r') && !line.contains('\n') && !line.contains('\0'))
            head += line + "\r\n";
    }
    return head + "Connection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: " +
           QByteArray::number(request.body.size()) + "\r\n\r\n";
}

Error Requester::timeoutError(std::chrono::milliseconds limit, bool headSeen) const
{
    QString words = QStringLiteral("no %1 within %2 ms")
                        .arg(headSeen ? QStringLiteral("complete answer") : QStringLiteral("answer"))
                        .arg(limit.count());
    // A TLS 1.3 server that misses a certificate says so only after the handshake, and Qt never hears it.
    if (!headSeen && m_endpoint.url.scheme() == QLatin1String("https") && m_endpoint.clientCertPem.isEmpty())
        words += QStringLiteral("; the server may require a client certificate");
    // A proxy that closes without a word: Qt never hears that either.
    if (const QString proxy = proxyName(m_endpoint); !headSeen && !proxy.isEmpty())
        words += QStringLiteral("; through the proxy %1").arg(proxy);
    return Error(TransportError{TransportError::Kind::Timeout, m_endpoint.displayName(), words});
}

} // namespace kaptan::net
