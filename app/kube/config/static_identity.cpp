#include "app/kube/config/static_identity.h"

#include "app/kube/config/small_file.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeCredentials)
};

tl::unexpected<Error> refuse(const NamedUser& user, const QString& field, const QString& why,
                             const QString& fix)
{
    const QString where =
        user.place.file.isEmpty() ? field : u"%1 (%2:%3)"_s.arg(field, user.place.file).arg(user.place.line);
    return failure(InvalidInput{where, why, fix});
}

/// No line break or other control character: it would begin another header.
bool fitsHeader(const QByteArray& value)
{
    return std::none_of(value.begin(), value.end(), [](char c) { return uchar(c) < 0x20 || c == 0x7f; });
}

Result<QByteArray> dataOrFile(const QByteArray& data, const QString& path)
{
    if (!data.isEmpty() || path.isEmpty())
        return data;
    return readSmallFile(path);
}

Result<void> addCertificate(const NamedUser& user, Identity& identity)
{
    const auto cert = dataOrFile(user.clientCertificateData, user.clientCertificate);
    if (!cert)
        return failure(cert.error());
    const auto key = dataOrFile(user.clientKeyData, user.clientKey);
    if (!key)
        return failure(key.error());
    if (cert->isEmpty() != key->isEmpty())
        return refuse(user, cert->isEmpty() ? u"client-certificate"_s : u"client-key"_s,
                      Tr::tr("user “%1” has a certificate without its key, or a key without its certificate")
                          .arg(user.name),
                      Tr::tr("Add the one that is missing."));
    if (!cert->isEmpty() && (!cert->contains("-----BEGIN ") || !key->contains("-----BEGIN ")))
        return refuse(user, cert->contains("-----BEGIN ") ? u"client-key"_s : u"client-certificate"_s,
                      Tr::tr("the certificate or the key of user “%1” is not in PEM form").arg(user.name),
                      Tr::tr("Name files that hold “-----BEGIN …-----”."));
    identity.clientCertPem = *cert;
    identity.clientKeyPem = *key;
    return {};
}

Result<void> addAuthorization(const NamedUser& user, Identity& identity)
{
    QByteArray token = user.token.toUtf8().trimmed();
    if (!user.tokenFile.isEmpty()) {
        const auto read = readSmallFile(user.tokenFile);
        // kubectl, too, then takes the token beside it.
        if (!read && token.isEmpty())
            return failure(read.error());
        if (read && read->trimmed().isEmpty())
            return refuse(user, u"tokenFile"_s, Tr::tr("the file %1 is empty").arg(user.tokenFile),
                          Tr::tr("Write the token into it."));
        if (read)
            token = read->trimmed();
    }
    if (!fitsHeader(token) || token.contains(' '))
        return refuse(
            user, user.tokenFile.isEmpty() ? u"token"_s : u"tokenFile"_s,
            Tr::tr("the token of user “%1” holds a character that no header can carry").arg(user.name),
            Tr::tr("Write the token alone, on one line."));
    if (!token.isEmpty()) {
        identity.headers.append({"Authorization", "Bearer " + token});
    } else if (!user.username.isEmpty()) {
        if (user.username.contains(u':'))
            return refuse(user, u"username"_s, Tr::tr("the name holds a colon"), Tr::tr("Use another user."));
        identity.headers.append(
            {"Authorization", "Basic " + (user.username + u':' + user.password).toUtf8().toBase64()});
    }
    return {};
}

/// As a part of a header's name; servers undo the percent signs.
QByteArray headerKey(const QString& key)
{
    return QUrl::toPercentEncoding(key, "!#$&'*+^`|", "");
}

Result<void> addImpersonation(const NamedUser& user, Identity& identity)
{
    net::Headers headers;
    if (!user.impersonateUid.isEmpty())
        headers.append({"Impersonate-Uid", user.impersonateUid.toUtf8()});
    for (const QString& group : user.impersonateGroups)
        headers.append({"Impersonate-Group", group.toUtf8()});
    for (const auto& [key, values] : user.impersonateExtra) {
        for (const QString& value : values)
            headers.append({"Impersonate-Extra-" + headerKey(key), value.toUtf8()});
    }
    if (user.impersonate.isEmpty() && !headers.isEmpty())
        return refuse(user, u"as"_s, Tr::tr("user “%1” impersonates groups of nobody").arg(user.name),
                      Tr::tr("Add “as” with the name of a user."));
    if (!user.impersonate.isEmpty())
        headers.prepend({"Impersonate-User", user.impersonate.toUtf8()});
    for (const auto& header : headers) {
        if (!fitsHeader(header.second))
            return refuse(user, u"as"_s,
                          Tr::tr("what user “%1” impersonates holds a character that no header can carry")
                              .arg(user.name),
                          Tr::tr("Write names without line breaks."));
    }
    identity.headers += headers;
    return {};
}

} // namespace

Result<Identity> staticIdentity(const NamedUser& user)
{
    Identity identity;
    for (const auto add : {addCertificate, addAuthorization, addImpersonation}) {
        if (const auto added = add(user, identity); !added)
            return failure(added.error());
    }
    if (!user.authProvider.isEmpty() && !user.exec && !authorizes(identity) &&
        identity.clientCertPem.isEmpty())
        return failure(
            NotAllowed{NotAllowed::Kind::Unsupported, u"auth-provider “%1”"_s.arg(user.authProvider),
                       Tr::tr("such providers have been given up in favour of exec plugins"),
                       Tr::tr("Write the entry anew with your provider’s tool, which then names a plugin.")});
    return identity;
}

bool readsFiles(const NamedUser& user)
{
    return !user.tokenFile.isEmpty() || !user.clientCertificate.isEmpty() || !user.clientKey.isEmpty();
}

bool authorizes(const Identity& identity)
{
    return std::any_of(identity.headers.begin(), identity.headers.end(),
                       [](const auto& header) { return header.first == "Authorization"; });
}

} // namespace kaptan::kube
