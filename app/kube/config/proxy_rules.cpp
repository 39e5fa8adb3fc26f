#include "app/kube/config/proxy_rules.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

QString either(const QHash<QString, QString>& environment, const QString& name)
{
    const QString value = environment.value(name);
    return value.isEmpty() ? environment.value(name.toLower()) : value;
}

struct HostPort {
    QString host;
    QString port; ///< empty: any
};

/// "h:1", "[::1]:1"; the whole of it as the host where there is no port. An empty host with a port is
/// nonsense.
HostPort split(const QString& text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        if (end > 0 && end + 1 == colon)
            return {text.mid(1, end - 1), text.mid(colon + 1)};
        return {text, {}};
    }
    if (colon < 0 || text.indexOf(u':') != colon) // none, or an IPv6 address
        return {text, {}};
    return {text.left(colon), text.mid(colon + 1)};
}

/// Only what is written as an address: QHostAddress itself would take "10" for 0.0.0.10.
QHostAddress address(const QString& text)
{
    if (!text.contains(u':') && text.count(u'.') != 3)
        return {};
    return QHostAddress(text);
}

/// Whether one item of NO_PROXY names this host (small letters, as the port).
bool names(const QString& item, const QString& host, const QString& port)
{
    const QHostAddress ip = address(host);
    if (item.contains(u'/')) {
        const QHostAddress net = address(item.section(u'/', 0, 0));
        const auto block = QHostAddress::parseSubnet(item);
        if (!net.isNull() && block.second >= 0)
            return !ip.isNull() && ip.protocol() == net.protocol() && ip.isInSubnet(block);
    }
    const HostPort wanted = split(item);
    if (wanted.host.isEmpty() || (!wanted.port.isEmpty() && wanted.port != port))
        return false;
    if (const QHostAddress other = address(wanted.host); !other.isNull())
        return !ip.isNull() && ip.isEqual(other, QHostAddress::ConvertV4MappedToIPv4);
    QString suffix = wanted.host;
    if (suffix.startsWith(u"*."_s))
        suffix.remove(0, 1);
    if (suffix.startsWith(u'.'))
        return host.endsWith(suffix);
    return host == suffix || host.endsWith(u'.' + suffix);
}

bool excluded(const QString& list, const QString& host, const QString& port)
{
    for (const QString& part : list.split(u',')) {
        const QString item = part.trimmed().toLower();
        if (item == u"*"_s || (!item.isEmpty() && names(item, host, port)))
            return true;
    }
    return false;
}

} // namespace

std::optional<QUrl> environmentProxy(const QUrl& server, const QHash<QString, QString>& environment)
{
    const bool secure = server.scheme() == u"https"_s;
    const QString text = either(environment, secure ? u"HTTPS_PROXY"_s : u"HTTP_PROXY"_s).trimmed();
    const QString host = server.host(QUrl::FullyEncoded).toLower().remove(u'[').remove(u']');
    const QString port = QString::number(server.port(secure ? 443 : 80));
    const QHostAddress ip = address(host);
    if (host == u"localhost"_s || (!ip.isNull() && ip.isLoopback()) ||
        excluded(either(environment, u"NO_PROXY"_s), host, port))
        return QUrl();
    if (text.isEmpty())
        return {};
    QUrl proxy(text, QUrl::StrictMode);
    // "proxy:3128" reads as a scheme "proxy".
    if (!text.contains(u"://"_s))
        proxy = QUrl(u"http://"_s + text, QUrl::StrictMode);
    if (!proxy.isValid() || proxy.host().isEmpty())
        return QUrl(u"invalid:"_s);
    return proxy;
}

} // namespace kaptan::kube
