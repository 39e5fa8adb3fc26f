#include "evil_server.h"

#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>

using namespace kaptan;
using namespace kaptan::net;
using namespace std::chrono_literals;

/// https with certificates made on the spot.
class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        openssl({"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Evil Host",
                 "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "server.key", "-out", "server.pem"});
        openssl({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                 "-days", "2", "-subj", "/CN=operator", "-keyout", "client.key", "-out", "client.pem"});
        openssl({"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=elsewhere",
                 "-addext", "subjectAltName=DNS:elsewhere", "-keyout", "other.key", "-out", "other.pem"});
        // Only `ca` takes dates of the past.
        openssl({"req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Old Host", "-addext",
                 "subjectAltName=IP:127.0.0.1", "-keyout", "expired.key", "-out", "expired.csr"});
        write("index", {});
        write("ca.cnf", "[ca]\ndefault_ca=d\n[d]\ndatabase=index\nnew_certs_dir=.\nrand_serial=yes\n"
                        "default_md=sha256\npolicy=p\ncopy_extensions=copy\n[p]\ncommonName=supplied\n");
        openssl({"ca", "-batch", "-notext", "-config", "ca.cnf", "-selfsign", "-keyfile", "expired.key",
                 "-in", "expired.csr", "-startdate", "20200101000000Z", "-enddate", "20200201000000Z", "-out",
                 "expired.pem"});
        openssl({"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                 "/CN=Inner Authority", "-keyout", "authority.key", "-out", "authority.pem"});
        openssl({"req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Issued Host", "-addext",
                 "subjectAltName=IP:127.0.0.1", "-keyout", "issued.key", "-out", "issued.csr"});
        openssl({"x509", "-req", "-in", "issued.csr", "-copy_extensions", "copy", "-CA", "authority.pem",
                 "-CAkey", "authority.key", "-CAcreateserial", "-days", "2", "-out", "issued.pem"});
    }

    void init()
    {
        m_connections = 0;
        m_peer.clear();
        startServer("server");
    }

    void cleanup() { m_server.reset(); }

    void selfSigned()
    {
        Client client(endpoint());
        const auto answer = waitFor(client.send(get()));
        QCOMPARE(kindOf(answer), QStringLiteral("tls"));
        const auto* tls = answer.error().as<TlsError>();
        QCOMPARE(tls->where, endpoint().displayName());
        QCOMPARE(tls->problems.size(), 1);
        QVERIFY2(tls->problems.first().contains(u"self-signed") &&
                     tls->problems.first().contains(u"Evil Host"),
                 qPrintable(tls->problems.first()));
        QCOMPARE(m_connections, 1); // no certificate becomes good by asking again
    }

    void selfSignedStreamAndUpgrade()
    {
        Client client(endpoint());
        for (const bool upgrade : {false, true}) {
            const auto stream = upgrade ? client.upgrade(get()) : client.stream(get());
            QSignalSpy end(stream.get(), &Stream::finished);
            QTRY_COMPARE(end.count(), 1);
            const auto error = end.first().first().value<std::optional<Error>>();
            QVERIFY(error);
            QCOMPARE(kindOf(*error), QStringLiteral("tls"));
            QVERIFY(error->details().contains(u"self-signed"));
        }
    }

    void wrongName()
    {
        startServer("other");
        Endpoint where = endpoint();
        where.caPem = read("other.pem");
        Client client(where);
        const auto answer = waitFor(client.send(get()));
        QCOMPARE(kindOf(answer), QStringLiteral("tls"));
        QVERIFY2(answer.error().details().contains(u"host name"), qPrintable(answer.error().details()));
    }

    void anUnknownAuthorityIsNamed()
    {
        startServer("issued");
        Client client(endpoint());
        const auto answer = waitFor(client.send(get()));
        QCOMPARE(kindOf(answer), QStringLiteral("tls"));
        const QString said = answer.error().details();
        QVERIFY2(said.contains(u"Inner Authority") && said.contains(u"certificate of Issued Host"),
                 qPrintable(said));
        Endpoint where = endpoint();
        where.caPem = read("authority.pem");
        Client knowing(where);
        QVERIFY(waitFor(knowing.send(get())));
    }

    /// Also what a clock that is wrong looks like: both dates are told.
    void expired()
    {
        startServer("expired");
        Endpoint where = endpoint();
        where.caPem = read("expired.pem");
        Client client(where);
        const auto answer = waitFor(client.send(get()));
        QCOMPARE(kindOf(answer), QStringLiteral("tls"));
        const QString said = answer.error().details();
        const QString today = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyy-MM-dd"));
        QVERIFY2(said.contains(u"Old Host") && said.contains(u"2020-02-01") && said.contains(today),
                 qPrintable(said));
    }

    void knownAuthority()
    {
        Endpoint where = endpoint();
        where.caPem = read("server.pem");
        Client client(where);
        const auto answer = waitFor(client.send(get()));
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray("secure"));
        const auto stream = client.upgrade(get());
        QSignalSpy head(stream.get(), &Stream::headReceived);
        QTRY_COMPARE(head.count(), 1);
        QTRY_COMPARE(stream->bytesAvailable(), 6);
        QCOMPARE(stream->read(100), QByteArray("secure"));
    }

    /// As kubectl: a server that only the system's authorities vouch for is not the one that was named.
    void onlyTheNamedAuthorityIsTrusted()
    {
        const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
        const auto restore = qScopeGuard([&] { QSslConfiguration::setDefaultConfiguration(before); });
        QSslConfiguration system = before;
        system.setCaCertificates(QSslCertificate::fromData(read("server.pem"), QSsl::Pem));
        QSslConfiguration::setDefaultConfiguration(system);
        Client trusting(endpoint());
        QVERIFY(waitFor(trusting.send(get())));
        Endpoint where = endpoint();
        where.caPem = read("authority.pem");
        Client client(where);
        QCOMPARE(kindOf(waitFor(client.send(get()))), QStringLiteral("tls"));
        const auto stream = client.upgrade(get());
        QSignalSpy end(stream.get(), &Stream::finished);
        QTRY_COMPARE(end.count(), 1);
        QVERIFY(end.first().first().value<std::optional<Error>>());
    }

    void verificationOff()
    {
        Endpoint where = endpoint();
        where.insecureSkipVerify = true;
        Client client(where);
        QVERIFY(waitFor(client.send(get())));
        const auto stream = client.upgrade(get());
        QSignalSpy head(stream.get(), &Stream::headReceived);
        QTRY_COMPARE(head.count(), 1);
    }

    void clientCertificate()
    {
        Endpoint where = endpoint();
        where.caPem = read("server.pem");
        where.clientCertPem = read("client.pem");
        where.clientKeyPem = read("client.key");
        Client client(where);
        QVERIFY(waitFor(client.send(get())));
        QCOMPARE(m_peer.subjectInfo(QSslCertificate::CommonName), QStringList{QStringLiteral("operator")});
    }

    /// tls-server-name of a kubeconfig: another name than that of the address.
    void serverName()
    {
        startServer("other");
        Endpoint where = endpoint();
        where.caPem = read("other.pem");
        where.tlsServerName = QStringLiteral("elsewhere");
        Client client(where);
        QVERIFY(waitFor(client.send(get())));
        for (const bool upgrade : {false, true}) {
            const auto stream = upgrade ? client.upgrade(get()) : client.stream(get());
            QSignalSpy head(stream.get(), &Stream::headReceived);
            QTRY_COMPARE(head.count(), 1);
        }
        where.tlsServerName = QStringLiteral("nowhere");
        Client wrong(where);
        QCOMPARE(kindOf(waitFor(wrong.send(get()))), QStringLiteral("tls"));
    }

    void clientKeyForms_data()
    {
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<QString>("make");
        QTest::newRow("RSA, PKCS#1") << QByteArray("-----BEGIN RSA PRIVATE KEY")
                                     << QStringLiteral("rsa -traditional -in server.key");
        QTest::newRow("RSA, PKCS#8") << QByteArray("-----BEGIN PRIVATE KEY")
                                     << QStringLiteral("pkcs8 -topk8 -nocrypt -in server.key");
        QTest::newRow("EC, SEC1") << QByteArray("-----BEGIN EC PRIVATE KEY")
                                  << QStringLiteral("ec -in client.key");
        QTest::newRow("EC, PKCS#8") << QByteArray("-----BEGIN PRIVATE KEY")
                                    << QStringLiteral("pkcs8 -topk8 -nocrypt -in client.key");
    }

    void clientKeyForms()
    {
        QFETCH(QByteArray, begin);
        QFETCH(QString, make);
        QProcess process;
        process.setWorkingDirectory(m_dir.path());
        process.start(QStringLiteral("openssl"), make.split(u' '));
        QVERIFY(process.waitForFinished(60000));
        Endpoint where = endpoint();
        where.caPem = read("server.pem");
        where.clientCertPem = read(make.contains(u"server") ? "server.pem" : "client.pem");
        where.clientKeyPem = process.readAllStandardOutput();
        QVERIFY2(where.clientKeyPem.startsWith(begin), where.clientKeyPem.left(40).constData());
        Client client(where);
        QVERIFY(waitFor(client.send(get())));
        QCOMPARE(m_peer.toPem(), where.clientCertPem);
    }

    void unreadablePem_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("authority") << 0;
        QTest::newRow("certificate") << 1;
        QTest::newRow("key") << 2;
        QTest::newRow("key without its certificate") << 3;
    }

    void unreadablePem()
    {
        QFETCH(int, which);
        Endpoint where = endpoint();
        const QByteArray rubbish = "-----BEGIN SECRET-----\nhunter2\n-----END SECRET-----\n";
        where.caPem = which == 0 ? rubbish : read("server.pem");
        where.clientCertPem = which == 1 ? rubbish : which == 2 ? read("client.pem") : QByteArray();
        where.clientKeyPem = which == 2 ? rubbish : which == 3 ? read("client.key") : QByteArray();
        Client client(where);
        const auto answer = waitFor(client.send(get()));
        QCOMPARE(kindOf(answer), QStringLiteral("tls"));
        QVERIFY(!answer.error().details().contains(u"hunter2"));
        for (const bool upgrade : {false, true}) {
            const auto stream = upgrade ? client.upgrade(get()) : client.stream(get());
            QSignalSpy end(stream.get(), &Stream::finished);
            QTRY_COMPARE(end.count(), 1);
        }
        QCOMPARE(m_connections, 0);
    }

    void noTlsThere()
    {
        EvilServer server([](QIODevice* socket, const QByteArray&, int) { socket->write("what?\r\n"); },
                          EvilServer::Tcp);
        server.raw = true;
        Endpoint where = server.endpoint();
        where.url.setScheme(QStringLiteral("https"));
        Client client(where);
        QCOMPARE(kindOf(waitFor(client.send(get()))), QStringLiteral("tls"));
    }

    void silentTlsServerTimesOut()
    {
        EvilServer server([](QIODevice*, const QByteArray&, int) {}, EvilServer::Tcp);
        server.raw = true;
        Endpoint where = server.endpoint();
        where.url.setScheme(QStringLiteral("https"));
        ManualClock clock;
        Client client(where, clock, {});
        const auto call = client.send(get());
        QTRY_COMPARE(server.requests, 1); // the client's hello
        clock.advance(30s);
        const auto answer = waitFor(call);
        QCOMPARE(kindOf(answer), QStringLiteral("timeout"));
        QVERIFY(answer.error().details().contains(u"client certificate"));
    }

private:
    void openssl(const std::initializer_list<const char*>& arguments)
    {
        QStringList list;
        for (const char* argument : arguments)
            list += QString::fromLatin1(argument);
        QProcess process;
        process.setWorkingDirectory(m_dir.path());
        process.start(QStringLiteral("openssl"), list);
        QVERIFY2(process.waitForFinished(60000) && process.exitCode() == 0,
                 process.readAllStandardError().constData());
    }

    void write(const char* name, const QByteArray& text) const
    {
        QFile file(m_dir.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }

    QByteArray read(const char* name) const
    {
        QFile file(m_dir.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void startServer(const char* identity)
    {
        m_server = std::make_unique<QSslServer>();
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(read((identity + QByteArray(".pem")).constData())));
        configuration.setPrivateKey(QSslKey(read((identity + QByteArray(".key")).constData()), QSsl::Rsa));
        configuration.setPeerVerifyMode(QSslSocket::QueryPeer);
        m_server->setSslConfiguration(configuration);
        connect(m_server.get(), &QSslServer::sslErrors, this,
                [](QSslSocket* socket, const QList<QSslError>&) { socket->ignoreSslErrors(); });
        connect(m_server.get(), &QSslServer::startedEncryptionHandshake, this, [this] { ++m_connections; });
        connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
            while (auto* socket = qobject_cast<QSslSocket*>(m_server->nextPendingConnection())) {
                const auto answer = [this, socket] {
                    if (!socket->readAll().contains("\r\n\r\n"))
                        return;
                    m_peer = socket->peerCertificate();
                    socket->write(EvilServer::ok("secure"));
                };
                connect(socket, &QIODevice::readyRead, this, answer);
                if (socket->bytesAvailable() > 0)
                    answer();
            }
        });
        QVERIFY(m_server->listen(QHostAddress::LocalHost));
    }

    Endpoint endpoint() const
    {
        return *Endpoint::parse(QStringLiteral("https://127.0.0.1:%1").arg(m_server->serverPort()));
    }

    static Request get() { return ::get(); }

    QTemporaryDir m_dir;
    std::unique_ptr<QSslServer> m_server;
    QSslCertificate m_peer;
    int m_connections = 0;
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
