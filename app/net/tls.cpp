#include "app/net/tls.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSslCertificate>
#include <QSslKey>

namespace kaptan::net
{

namespace
{

struct TlsText {
    Q_DECLARE_TR_FUNCTIONS(TlsText)
};

QSslKey readKey(const QByteArray& pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

QString nameIn(const QStringList& parts)
{
    return parts.join(u' ').left(200);
}

/// The problem, whose certificate it is, and what helps to find the cause: who issued it, or until when it is
/// good and what this machine takes for now.
QString problemLine(const QSslError& error)
{
    const QSslCertificate certificate = error.certificate();
    const QString name = nameIn(certificate.subjectInfo(QSslCertificate::CommonName));
    const auto utc = [](const QDateTime& time) {
        return time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"));
    };
    switch (error.error()) {
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
        //: %1 is a problem in words, %2 the name in the certificate, %3 to %5 dates
        return TlsText::tr("%1 (certificate of %2, valid from %3 to %4; the clock of this machine says %5)")
            .arg(error.errorString(), name, utc(certificate.effectiveDate()), utc(certificate.expiryDate()),
                 utc(QDateTime::currentDateTimeUtc()));
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted:
        //: %1 is a problem in words, %2 the name in the certificate, %3 of the authority that issued it
        return TlsText::tr(
                   "%1 (certificate of %2, issued by %3, which is no authority that this connection trusts)")
            .arg(error.errorString(), name, nameIn(certificate.issuerInfo(QSslCertificate::CommonName)));
    default:
        //: %1 is a problem in words, %2 the name in the certificate.
        return name.isEmpty() ? error.errorString()
                              : TlsText::tr("%1 (certificate of %2)").arg(error.errorString(), name);
    }
}

} // namespace

Result<QSslConfiguration> tlsConfiguration(const Endpoint& endpoint)
{
    const QString where = endpoint.displayName();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setAllowedNextProtocols({QByteArray("http/1.1")});
    if (!endpoint.caPem.isEmpty()) {
        const auto authorities = QSslCertificate::fromData(endpoint.caPem, QSsl::Pem);
        if (authorities.isEmpty())
            return failure(TlsError{
                where, {TlsText::tr("The certificate of the authority cannot be read; it has to be PEM.")}});
        // Only these: with the system's beside them any public authority could vouch for a stranger's server.
        configuration.setCaCertificates(authorities);
    }
    if (!endpoint.clientCertPem.isEmpty() || !endpoint.clientKeyPem.isEmpty()) {
        const auto chain = QSslCertificate::fromData(endpoint.clientCertPem, QSsl::Pem);
        if (chain.isEmpty())
            return failure(
                TlsError{where, {TlsText::tr("The client certificate cannot be read; it has to be PEM.")}});
        const QSslKey key = readKey(endpoint.clientKeyPem);
        if (key.isNull())
            return failure(
                TlsError{where,
                         {TlsText::tr("The key of the client certificate cannot be read; RSA and EC "
                                      "keys in PEM without a passphrase can.")}});
        configuration.setLocalCertificateChain(chain);
        configuration.setPrivateKey(key);
    }
    if (endpoint.insecureSkipVerify)
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

TlsError tlsError(const QString& where, const QList<QSslError>& errors, const QString& fallback)
{
    TlsError result{where, {}};
    for (const QSslError& error : errors) {
        const QString line = problemLine(error);
        if (!result.problems.contains(line))
            result.problems += line;
    }
    if (result.problems.isEmpty())
        result.problems += fallback;
    return result;
}

} // namespace kaptan::net
