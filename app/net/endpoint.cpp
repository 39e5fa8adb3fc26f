#include "app/net/http.h"

#include <QCoreApplication>

namespace kaptan::net
{

namespace
{

constexpr auto kUnixScheme = "unix+http";

struct EndpointText {
    Q_DECLARE_TR_FUNCTIONS(EndpointText)
};

tl::unexpected<Error> badAddress(const QString& why)
{
    return failure(InvalidInput{
        EndpointText::tr("Address"), why,
        //: The three forms are written as they are typed; do not translate them.
        EndpointText::tr("Write unix:///run/docker.sock, tcp://host:2375 or https://host:2376.")});
}

} // namespace

Endpoint Endpoint::unixSocket(const QString& path)
{
    Endpoint endpoint;
    endpoint.url.setScheme(QLatin1String(kUnixScheme));
    endpoint.url.setHost(QStringLiteral("")); // present and empty: three slashes
    endpoint.url.setPath(path, QUrl::DecodedMode);
    return endpoint;
}

Result<Endpoint> Endpoint::parse(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return badAddress(EndpointText::tr("The address is empty."));
    if (trimmed.startsWith(QLatin1Char('/')))
        return unixSocket(trimmed);

    const qsizetype colon = trimmed.indexOf(QLatin1String("://"));
    if (colon <= 0)
        return badAddress(EndpointText::tr("The address has neither a scheme nor a leading slash."));
    const QString scheme = trimmed.left(colon).toLower();
    if (scheme == QLatin1String("unix") || scheme == QLatin1String(kUnixScheme)) {
        const QString path = trimmed.mid(colon + 3);
        if (!path.startsWith(QLatin1Char('/')))
            return badAddress(EndpointText::tr("The path of a socket begins with a slash."));
        return unixSocket(path);
    }
    if (scheme == QLatin1String("ssh"))
        return failure(NotAllowed{NotAllowed::Kind::Unsupported, trimmed,
                                  EndpointText::tr("Connections over SSH are not supported yet.")});
    if (scheme != QLatin1String("tcp") && scheme != QLatin1String("http") && scheme != QLatin1String("https"))
        return badAddress(EndpointText::tr("The scheme \"%1\" is not known.").arg(scheme));

    QUrl url(trimmed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return badAddress(EndpointText::tr("The address has no valid host name."));
    if (!url.userInfo().isEmpty())
        return badAddress(EndpointText::tr("An address cannot hold a user name or a password."));
    if (url.hasQuery() || url.hasFragment())
        return badAddress(EndpointText::tr("An address cannot hold a query."));
    if (scheme == QLatin1String("tcp")) {
        // 2376 is the port that the engines keep for TLS.
        url.setScheme(url.port() == 2376 ? QStringLiteral("https") : QStringLiteral("http"));
        if (url.port() < 0)
            url.setPort(2375);
    }
    if (url.path() == QLatin1String("/"))
        url.setPath({});
    Endpoint endpoint;
    endpoint.url = url;
    return endpoint;
}

bool Endpoint::isUnixSocket() const
{
    return url.scheme() == QLatin1String(kUnixScheme);
}

QString Endpoint::socketPath() const
{
    return isUnixSocket() ? url.path(QUrl::FullyDecoded) : QString();
}

QString Endpoint::displayName() const
{
    if (isUnixSocket())
        return socketPath();
    QString host = url.host();
    if (host.contains(QLatin1Char(':')))
        host = QLatin1Char('[') + host + QLatin1Char(']');
    const int port = url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
    return QStringLiteral("%1:%2").arg(host).arg(port);
}

void addQuery(QUrlQuery& query, const QString& name, const QString& value)
{
    query.addQueryItem(QString::fromLatin1(QUrl::toPercentEncoding(name)),
                       QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

QByteArray Response::header(const QByteArray& name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace kaptan::net
