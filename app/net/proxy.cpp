#include "app/net/proxy.h"

#include <QCoreApplication>

namespace kaptan::net
{

namespace
{

struct ProxyText {
    Q_DECLARE_TR_FUNCTIONS(ProxyText)
};

} // namespace

Result<std::optional<QNetworkProxy>> proxyOf(const Endpoint& endpoint)
{
    if (!endpoint.proxy)
        return std::nullopt;
    const QUrl& url = *endpoint.proxy;
    if (url.isEmpty())
        return QNetworkProxy(QNetworkProxy::NoProxy);
    QNetworkProxy proxy;
    int usualPort = 1080;
    if (url.scheme() == QLatin1String("http")) {
        proxy.setType(QNetworkProxy::HttpProxy);
        usualPort = 80;
    } else if (url.scheme() == QLatin1String("socks5") || url.scheme() == QLatin1String("socks5h")) {
        proxy.setType(QNetworkProxy::Socks5Proxy); // names are resolved over there, as Go does
    } else {
        return failure(
            NotAllowed{NotAllowed::Kind::Unsupported,
                       //: %1 is the address of a proxy
                       ProxyText::tr("A connection through the proxy %1").arg(proxyName(endpoint)),
                       ProxyText::tr("proxies of the kind “%1” are not supported").arg(url.scheme()),
                       ProxyText::tr("Use a proxy with an address that begins with http:// or socks5://.")});
    }
    proxy.setHostName(url.host());
    proxy.setPort(quint16(url.port(usualPort)));
    // Qt sends Latin-1; so the bytes of UTF-8, as everybody else sends them, go through.
    proxy.setUser(QString::fromLatin1(url.userName(QUrl::FullyDecoded).toUtf8()));
    proxy.setPassword(QString::fromLatin1(url.password(QUrl::FullyDecoded).toUtf8()));
    return proxy;
}

QString proxyName(const Endpoint& endpoint)
{
    return endpoint.proxy ? endpoint.proxy->toDisplayString(QUrl::RemoveUserInfo | QUrl::RemovePath |
                                                            QUrl::RemoveQuery | QUrl::RemoveFragment)
                          : QString();
}

} // namespace kaptan::net
