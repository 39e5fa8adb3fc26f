#include "app/kube/config/exec_credential.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeCredentials)
};

constexpr auto v1 = "client.authentication.k8s.io/v1";
constexpr auto v1beta1 = "client.authentication.k8s.io/v1beta1";

/// A string or nothing; `good` becomes false for anything else.
QByteArray text(const QJsonObject& object, const QString& key, bool& good)
{
    const QJsonValue value = object.value(key);
    good = good && (value.isString() || value.isNull() || value.isUndefined());
    return value.toString().toUtf8();
}

} // namespace

std::optional<Error> pluginRefusal(const ExecPlugin& plugin)
{
    if (plugin.apiVersion != QLatin1String(v1) && plugin.apiVersion != QLatin1String(v1beta1))
        return Error(InvalidInput{
            u"exec.apiVersion"_s,
            Tr::tr("“%1” is not spoken by this program").arg(plugin.apiVersion.left(100)),
            //: The two versions are values of a file; do not translate them.
            Tr::tr("Use client.authentication.k8s.io/v1 or client.authentication.k8s.io/v1beta1; "
                   "the plugin may have to be updated.")});
    if (plugin.interactive == ExecPlugin::Interactive::Always)
        return Error(NotAllowed{NotAllowed::Kind::Unsupported, plugin.command,
                                Tr::tr("it wants to ask in a terminal (interactiveMode: Always)"),
                                Tr::tr("Use a token, or a plugin that can do without a terminal.")});
    return {};
}

QByteArray execInfo(const ExecPlugin& plugin, const NamedCluster& cluster, const QByteArray& caPem)
{
    QJsonObject spec{{u"interactive"_s, false}};
    if (plugin.provideClusterInfo) {
        QJsonObject info{{u"server"_s, cluster.server}};
        if (!cluster.tlsServerName.isEmpty())
            info.insert(u"tls-server-name"_s, cluster.tlsServerName);
        if (cluster.insecureSkipTlsVerify)
            info.insert(u"insecure-skip-tls-verify"_s, true);
        if (!caPem.isEmpty())
            info.insert(u"certificate-authority-data"_s, QString::fromLatin1(caPem.toBase64()));
        if (!cluster.proxyUrl.isEmpty())
            info.insert(u"proxy-url"_s, cluster.proxyUrl);
        if (cluster.disableCompression)
            info.insert(u"disable-compression"_s, true);
        if (!cluster.execExtension.isEmpty())
            info.insert(u"config"_s, QJsonDocument::fromJson(cluster.execExtension).object());
        spec.insert(u"cluster"_s, info);
    }
    const QJsonObject whole{
        {u"kind"_s, u"ExecCredential"_s}, {u"apiVersion"_s, plugin.apiVersion}, {u"spec"_s, spec}};
    return QJsonDocument(whole).toJson(QJsonDocument::Compact);
}

Result<PluginAnswer> readExecCredential(const QByteArray& output, const ExecPlugin& plugin)
{
    const auto refuse = [&](const QString& why) {
        return failure(
            ProcessError{plugin.command, why, {}, Tr::tr("Update the plugin, or correct its arguments.")});
    };
    const QJsonDocument document = QJsonDocument::fromJson(output);
    if (!document.isObject())
        return refuse(Tr::tr("its output is no JSON object"));
    const QJsonObject root = document.object();
    if (root.value(u"kind"_s).toString() != u"ExecCredential"_s)
        return refuse(Tr::tr("its output is no ExecCredential"));
    if (root.value(u"apiVersion"_s).toString() != plugin.apiVersion)
        return refuse(Tr::tr("it answered in another version than %1").arg(plugin.apiVersion));
    if (!root.value(u"status"_s).isObject())
        return refuse(Tr::tr("its output has no status"));
    const QJsonObject status = root.value(u"status"_s).toObject();
    bool good = true;
    PluginAnswer answer;
    answer.token = text(status, u"token"_s, good).trimmed();
    answer.clientCertPem = text(status, u"clientCertificateData"_s, good);
    answer.clientKeyPem = text(status, u"clientKeyData"_s, good);
    const QByteArray expires = text(status, u"expirationTimestamp"_s, good);
    if (!good)
        return refuse(Tr::tr("its status holds a field of a wrong type"));
    if (answer.clientCertPem.isEmpty() != answer.clientKeyPem.isEmpty())
        return refuse(Tr::tr("it gave a certificate without its key, or a key without its certificate"));
    if (answer.token.isEmpty() && answer.clientCertPem.isEmpty())
        return refuse(Tr::tr("it gave neither a token nor a certificate"));
    for (const char c : answer.token) {
        if (c <= ' ' || c > '~')
            return refuse(Tr::tr("its token holds a character that no header can carry"));
    }
    if (!expires.isEmpty()) {
        const QDateTime time = QDateTime::fromString(QString::fromLatin1(expires), Qt::ISODateWithMs);
        // Without an offset it would be local time, which RFC 3339 does not know.
        if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
            return refuse(Tr::tr("its expirationTimestamp is no time"));
        answer.expires = time.toUTC();
    }
    return answer;
}

} // namespace kaptan::kube
