#include "app/kube/config/credentials.h"
#include "app/session/discovery.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::session
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Discovery)
};

constexpr qsizetype mostContexts = 500;

/// Changes with everything that decides how a context connects. Only ever compared.
QByteArray fingerprintOf(const kube::NamedContext& context, const kube::NamedCluster* cluster,
                         const kube::NamedUser* user)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << context.nameSpace;
    if (cluster)
        out << cluster->server << cluster->tlsServerName << cluster->insecureSkipTlsVerify
            << cluster->certificateAuthority << cluster->certificateAuthorityData << cluster->proxyUrl
            << cluster->execExtension;
    if (user) {
        out << user->clientCertificate << user->clientKey << user->clientCertificateData
            << user->clientKeyData << user->token << user->tokenFile << user->username << user->password
            << user->impersonate << user->impersonateUid << user->impersonateGroups << user->impersonateExtra;
        if (user->exec)
            out << user->exec->command << user->exec->args << user->exec->env << user->exec->apiVersion;
    }
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// Of the name and the place that it was asked for: it stays the same while the file is edited.
QString idOf(const QString& explicitFile, const QString& context)
{
    const QByteArray hash =
        QCryptographicHash::hash(explicitFile.toUtf8() + '\0' + context.toUtf8(), QCryptographicHash::Sha256);
    return u"kube-"_s + QString::fromLatin1(hash.toHex().left(16));
}

QString placeOf(const kube::KubeconfigProblem& problem)
{
    QString where = problem.place.file;
    if (problem.place.line > 0)
        where += u':' + QString::number(problem.place.line);
    return where;
}

QString said(const kube::KubeconfigProblem& problem)
{
    return placeOf(problem) + u": "_s + problem.why + u". "_s + problem.fix;
}

ConnectionSpec specOf(const kube::Kubeconfig& config, const kube::NamedContext& context, const QString& file)
{
    const kube::NamedCluster* cluster = config.cluster(context.cluster);
    ConnectionSpec spec;
    spec.id = idOf(file, context.name);
    spec.name = context.name;
    spec.context = context.name;
    spec.kubeconfig = file;
    spec.nameSpace = context.nameSpace;
    spec.origin = Origin::Kubeconfig;
    spec.source = context.place.file;
    spec.fingerprint = fingerprintOf(context, cluster, config.user(context.user));
    if (cluster) {
        spec.address = cluster->server;
        spec.insecureSkipVerify = cluster->insecureSkipTlsVerify;
    }
    const auto brokenCluster = config.brokenClusters.constFind(context.cluster);
    const auto brokenUser = config.brokenUsers.constFind(context.user);
    if (!cluster && brokenCluster != config.brokenClusters.cend())
        //: %1 says where and why
        spec.whyUnsupported = Tr::tr("Its cluster cannot be used: %1").arg(said(*brokenCluster));
    else if (!cluster)
        spec.whyUnsupported =
            //: %1 is a name in a kubeconfig file, "it" a context
            Tr::tr("It names the cluster “%1”, which no kubeconfig file defines.").arg(context.cluster);
    else if (cluster->server.isEmpty())
        spec.whyUnsupported = Tr::tr("Its cluster “%1” has no server address.").arg(context.cluster);
    else if (brokenUser != config.brokenUsers.cend() && !config.user(context.user))
        //: %1 says where and why
        spec.whyUnsupported = Tr::tr("Its user cannot be used: %1").arg(said(*brokenUser));
    else if (!context.user.isEmpty() && !config.user(context.user))
        spec.whyUnsupported =
            Tr::tr("It names the user “%1”, whom no kubeconfig file defines.").arg(context.user);
    return spec;
}

} // namespace

Discovery discoverContexts(const Surroundings& surroundings, const QString& file, QStringList* files)
{
    Discovery result;
    const auto places = kube::KubeconfigPlaces::find(surroundings.environment, surroundings.home, file);
    if (files)
        *files = places.files;
    const auto config = kube::loadKubeconfig(places);
    if (!config) {
        result.notes.append({file, config.error().message()});
        return result;
    }
    for (const kube::KubeconfigProblem& problem : config->problems) {
        const QString where = placeOf(problem);
        const QString why = problem.fix.isEmpty() ? problem.why : problem.why + u' ' + problem.fix;
        if (!result.notes.contains({where, why}))
            result.notes.append({where, why});
    }
    for (const kube::NamedContext& context : config->contexts)
        if (result.found.size() < mostContexts)
            result.found.append(specOf(*config, context, file));
    std::stable_partition(result.found.begin(), result.found.end(), [&config](const ConnectionSpec& one) {
        return one.context == config->currentContext;
    });
    return result;
}

} // namespace kaptan::session
