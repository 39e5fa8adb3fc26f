#include "app/kube/manifest/tenancy.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

QString pullSecretData(const RegistryLogin& login)
{
    QJsonObject one{{u"username"_s, login.user}, {u"password"_s, login.password}};
    if (!login.mail.isEmpty())
        one.insert("email"_L1, login.mail);
    one.insert("auth"_L1, QString::fromLatin1((login.user + u':' + login.password).toUtf8().toBase64()));
    const QJsonObject config{{u"auths"_s, QJsonObject{{login.registry, one}}}};
    return QString::fromLatin1(QJsonDocument(config).toJson(QJsonDocument::Compact).toBase64());
}

QJsonObject pullSecret(const QString& nameSpace, const QString& name, const RegistryLogin& login)
{
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Secret"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, nameSpace}}},
            {u"type"_s, u"kubernetes.io/dockerconfigjson"_s},
            {u"data"_s, QJsonObject{{u".dockerconfigjson"_s, pullSecretData(login)}}}};
}

std::optional<RegistryLogin> readPullSecretData(const QString& base64)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(base64.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    QJsonObject config = QJsonDocument::fromJson(*decoded).object();
    const QJsonObject logins = config.take("auths"_L1).toObject();
    if (!config.isEmpty() || logins.size() != 1)
        return std::nullopt;
    QJsonObject one = logins.begin()->toObject();
    RegistryLogin login;
    login.registry = logins.begin().key();
    login.user = one.take("username"_L1).toString();
    login.password = one.take("password"_L1).toString();
    login.mail = one.take("email"_L1).toString();
    // kubectl writes both; others only "auth".
    const QString auth = QString::fromUtf8(QByteArray::fromBase64(one.take("auth"_L1).toString().toLatin1()));
    if (login.user.isEmpty() && login.password.isEmpty() && auth.contains(u':')) {
        login.user = auth.section(u':', 0, 0);
        login.password = auth.section(u':', 1);
    }
    if (!one.isEmpty() || (!auth.isEmpty() && auth != login.user + u':' + login.password))
        return std::nullopt;
    return login;
}

} // namespace kaptan::kube
