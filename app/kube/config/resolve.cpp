#include "app/kube/config/credentials.h"
#include "app/kube/config/proxy_rules.h"
#include "app/kube/config/small_file.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeContext)
};

/// "server (/home/x/.kube/config:12)".
QString fieldAt(const QString& field, const Place& place)
{
    return place.file.isEmpty() ? field : u"%1 (%2:%3)"_s.arg(field, place.file).arg(place.line);
}

/// What is there but cannot be used, with where and why.
Error brokenError(const QString& field, const KubeconfigProblem& problem)
{
    return Error(InvalidInput{fieldAt(field, problem.place), problem.why, problem.fix});
}

Result<QUrl> serverUrl(const NamedCluster& cluster, const NamedUser& user)
{
    const auto refuse = [&](const QString& why) {
        return failure(InvalidInput{fieldAt(u"server"_s, cluster.place), why,
                                    Tr::tr("Write a server such as https://host:6443.")});
    };
    QString text = cluster.server.trimmed();
    if (text.isEmpty())
        return refuse(Tr::tr("cluster “%1” has no server").arg(cluster.name));
    if (!text.contains(u"://"_s)) {
        // kubectl completes it by what else is there, and would send a token in the clear where nothing is.
        const bool tls = cluster.insecureSkipTlsVerify || !cluster.certificateAuthority.isEmpty() ||
                         !cluster.certificateAuthorityData.isEmpty() || !user.clientCertificate.isEmpty() ||
                         !user.clientCertificateData.isEmpty();
        if (!tls)
            return refuse(Tr::tr("the server of cluster “%1” has no scheme").arg(cluster.name));
        text.prepend(u"https://"_s);
    }
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return refuse(Tr::tr("the server of cluster “%1” is no address").arg(cluster.name));
    if (url.scheme() != u"https"_s && url.scheme() != u"http"_s)
        return refuse(Tr::tr("the server of cluster “%1” is neither https nor http").arg(cluster.name));
    if (!url.userInfo().isEmpty())
        return refuse(Tr::tr("the server of cluster “%1” holds a user name or a password").arg(cluster.name));
    if (url.hasQuery() || url.hasFragment())
        return refuse(Tr::tr("the server of cluster “%1” holds a query").arg(cluster.name));
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::StrictMode);
    return url;
}

Result<QByteArray> authorities(const NamedCluster& cluster)
{
    QByteArray pem = cluster.certificateAuthorityData;
    if (pem.isEmpty() && cluster.certificateAuthority.isEmpty())
        return pem;
    const QString field = pem.isEmpty() ? u"certificate-authority"_s : u"certificate-authority-data"_s;
    const auto refuse = [&](const QString& why, const QString& fix) {
        return failure(InvalidInput{fieldAt(field, cluster.place), why, fix});
    };
    if (cluster.insecureSkipTlsVerify)
        return refuse(
            Tr::tr("cluster “%1” names an authority and wants no certificate verified").arg(cluster.name),
            Tr::tr("Remove insecure-skip-tls-verify, or the authority."));
    if (pem.isEmpty()) {
        auto read = readSmallFile(cluster.certificateAuthority);
        if (!read)
            return refuse(read.error().message(), Tr::tr("Correct the path, or the rights of the file."));
        pem = *read;
    }
    if (!pem.contains("-----BEGIN "))
        return refuse(Tr::tr("the authority of cluster “%1” is no PEM certificate").arg(cluster.name),
                      Tr::tr("Name a file that holds “-----BEGIN CERTIFICATE-----”."));
    return pem;
}

bool knownProxy(const QUrl& url)
{
    static const QStringList schemes{u"http"_s, u"https"_s, u"socks5"_s, u"socks5h"_s};
    return url.isValid() && !url.host().isEmpty() && schemes.contains(url.scheme());
}

Result<std::optional<QUrl>> proxyFor(const NamedCluster& cluster, const QUrl& server,
                                     const QHash<QString, QString>& environment)
{
    const QString fix =
        //: The addresses are written as they are typed; do not translate them.
        Tr::tr("Write http://host:3128, https://host:3128 or socks5://host:1080.");
    // The address is not repeated: it may hold a password.
    if (!cluster.proxyUrl.isEmpty()) {
        const QUrl url(cluster.proxyUrl.trimmed(), QUrl::StrictMode);
        if (!knownProxy(url))
            return failure(InvalidInput{
                fieldAt(u"proxy-url"_s, cluster.place),
                Tr::tr("the proxy of cluster “%1” is no address of one").arg(cluster.name), fix});
        return std::optional(url);
    }
    const auto proxy = environmentProxy(server, environment);
    if (proxy && !proxy->isEmpty() && !knownProxy(*proxy))
        return failure(InvalidInput{server.scheme() == u"https"_s ? u"HTTPS_PROXY"_s : u"HTTP_PROXY"_s,
                                    Tr::tr("the environment names a proxy that is no address of one"), fix});
    return proxy;
}

} // namespace

Result<ResolvedContext> resolveContext(const Kubeconfig& config, const QString& contextName,
                                       const QHash<QString, QString>& environment)
{
    const QString name = contextName.isEmpty() ? config.currentContext : contextName;
    const QString files = config.files.join(u", "_s);
    if (name.isEmpty())
        return failure(
            InvalidInput{u"current-context"_s, Tr::tr("no context is chosen"),
                         Tr::tr("Choose one, or write it there: kubectl config use-context NAME")});
    const NamedContext* context = config.context(name);
    if (const auto broken = config.brokenContexts.constFind(name);
        !context && broken != config.brokenContexts.cend())
        return failure(brokenError(u"context"_s, *broken));
    if (!context)
        return failure(InvalidInput{Tr::tr("Context"), Tr::tr("“%1” is not there (%2)").arg(name, files),
                                    Tr::tr("Choose a context that these files have.")});
    const NamedCluster* cluster = config.cluster(context->cluster);
    if (const auto broken = config.brokenClusters.constFind(context->cluster);
        !cluster && broken != config.brokenClusters.cend())
        return failure(brokenError(u"cluster"_s, *broken));
    if (!cluster)
        return failure(InvalidInput{fieldAt(u"cluster"_s, context->place),
                                    context->cluster.isEmpty()
                                        ? Tr::tr("context “%1” names no cluster").arg(name)
                                        : Tr::tr("context “%1” names the cluster “%2”, which is not there")
                                              .arg(name, context->cluster),
                                    Tr::tr("Add that cluster, or name another.")});
    ResolvedContext resolved;
    if (!context->user.isEmpty()) {
        const NamedUser* user = config.user(context->user);
        if (const auto broken = config.brokenUsers.constFind(context->user);
            !user && broken != config.brokenUsers.cend())
            return failure(brokenError(u"user"_s, *broken));
        if (!user)
            return failure(InvalidInput{
                fieldAt(u"user"_s, context->place),
                Tr::tr("context “%1” names the user “%2”, which is not there").arg(name, context->user),
                Tr::tr("Add that user, or name another.")});
        resolved.user = *user;
    }
    resolved.name = name;
    resolved.context = *context;
    resolved.cluster = *cluster;
    resolved.asksBeforeExec = resolved.user.exec && !config.defaultPlaces;
    const auto url = serverUrl(*cluster, resolved.user);
    if (!url)
        return failure(url.error());
    const auto pem = authorities(*cluster);
    if (!pem)
        return failure(pem.error());
    const auto proxy = proxyFor(*cluster, *url, environment);
    if (!proxy)
        return failure(proxy.error());
    resolved.endpoint.url = *url;
    resolved.endpoint.caPem = *pem;
    resolved.endpoint.insecureSkipVerify = cluster->insecureSkipTlsVerify;
    resolved.endpoint.tlsServerName = cluster->tlsServerName;
    resolved.endpoint.proxy = *proxy;
    return resolved;
}

} // namespace kaptan::kube
