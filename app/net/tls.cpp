#include "app/net/tls.h"

#include <QCoreApplication>
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
        configuration.addCaCertificates(authorities);
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
        const QString name = error.certificate().subjectInfo(QSslCertificate::CommonName).join(u' ');
        const QString line = name.isEmpty()
                                 ? error.errorString()
                                 //: %1 is a problem in words, %2 the name in the certificate.
                                 : TlsText::tr("%1 (certificate of %2)").arg(error.errorString(), name);
        if (!result.problems.contains(line))
            result.problems += line;
    }
    if (result.problems.isEmpty())
        result.problems += fallback;
    return result;
}

} // namespace kaptan::net
