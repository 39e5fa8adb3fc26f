#include "genuine.h"
#include "tests/support/patience.h"

#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <sys/stat.h>
#include <unistd.h>

using namespace kaptan;
using namespace kaptan::kube;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using genuine::wait;
using genuine::wordsOf;
using kaptan::test::slow;

namespace
{

ApiResource nodes()
{
    ApiResource resource;
    resource.version = u"v1"_s;
    resource.name = u"nodes"_s;
    resource.namespaced = false;
    return resource;
}

/// tinyproxy from Debian, on a free port of loopback, as nobody where the tests are root.
class Proxy
{
public:
    explicit Proxy(int serverPort)
    {
        // Its own folder: the user that it becomes could not enter one of ours.
        ::chmod(m_dir.path().toUtf8().constData(), 0777);
        QTcpServer probe;
        if (!probe.listen(QHostAddress::LocalHost))
            qFatal("no free port");
        m_port = probe.serverPort();
        probe.close();
        QFile config(m_dir.filePath(u"conf"_s));
        if (!config.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        config.write("Port " + QByteArray::number(m_port) +
                     "\nListen 127.0.0.1\nAllow 127.0.0.1\nTimeout 600\n" + "LogLevel Connect\nLogFile \"" +
                     logFile().toUtf8() + "\"\nConnectPort " + QByteArray::number(serverPort) + "\n");
        config.close();
        config.setPermissions(config.permissions() | QFile::ReadOther);
        m_process.setChildProcessModifier([] {
            if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0))
                ::_exit(1);
        });
        m_process.start(u"tinyproxy"_s, {u"-d"_s, u"-c"_s, config.fileName()});
    }

    ~Proxy() { stop(); }

    void stop()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    bool listens() const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        return socket.waitForConnected(1000);
    }

    QString url() const { return u"http://127.0.0.1:%1"_s.arg(m_port); }

    QByteArray log() const
    {
        QFile file(logFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QString logFile() const { return m_dir.filePath(u"log"_s); }

    QTemporaryDir m_dir;
    quint16 m_port = 0;
    QProcess m_process;
};

/// microsocks from Debian, on a free port of loopback; it lets in only who knows the password.
class SocksProxy
{
public:
    SocksProxy()
    {
        QTcpServer probe;
        if (!probe.listen(QHostAddress::LocalHost))
            qFatal("no free port");
        m_port = probe.serverPort();
        probe.close();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(u"microsocks"_s, {u"-i"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(m_port), u"-u"_s,
                                          u"kaptan"_s, u"-P"_s, u"sesame"_s});
    }

    ~SocksProxy()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    bool listens() const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        return socket.waitForConnected(1000);
    }

    QByteArray url(const QByteArray& password) const
    {
        return "socks5://kaptan:" + password + "@127.0.0.1:" + QByteArray::number(m_port);
    }

    QByteArray log() { return m_log += m_process.readAll(); }

private:
    quint16 m_port = 0;
    QByteArray m_log;
    QProcess m_process;
};

} // namespace

/// Who asks, and by which way, at a genuine server: exec plugins and proxies for real.
class TestIdentity : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    ResolvedContext m_token, m_admin;

    QString write(const QString& name, const QByteArray& text, bool program = false)
    {
        QFile file(m_dir->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        if (program)
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }

    int runs() const
    {
        QFile file(m_dir->filePath(u"runs"_s));
        return file.open(QIODevice::ReadOnly) ? int(file.readAll().count('\n')) : 0;
    }

    /// A kubeconfig beside the genuine cluster's, whose user or cluster has these lines.
    Result<ResolvedContext> context(const QByteArray& user, const QByteArray& cluster = {})
    {
        return genuine::contextOf(
            write(u"config"_s, "apiVersion: v1\nkind: Config\ncurrent-context: c\ncontexts:\n"
                               "- {name: c, context: {cluster: c, user: u}}\n"
                               "clusters:\n- name: c\n  cluster:\n    server: " +
                                   m_token.cluster.server.toUtf8() +
                                   "\n    certificate-authority-data: " + m_token.endpoint.caPem.toBase64() +
                                   '\n' + cluster + "users:\n- name: u\n  user:\n" + user));
    }

    /// The plugin's script: notes its run, then says `status`.
    Result<ResolvedContext> pluginContext(const QByteArray& script, const QByteArray& version)
    {
        write(u"helper"_s, "#!/bin/sh\necho run >>" + m_dir->filePath(u"runs"_s).toUtf8() + '\n' + script,
              true);
        return context("    exec:\n      apiVersion: client.authentication.k8s.io/" + version +
                       "\n      command: ./helper\n      args: [get-token, --cluster, testbed]\n"
                       "      provideClusterInfo: true\n      interactiveMode: IfAvailable\n"
                       "      env: [{name: FLAVOUR, value: plain}]\n");
    }

    static QByteArray answer(const QByteArray& status, const QByteArray& version)
    {
        return "cat <<'X'\n{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/" +
               version + "\",\"status\":{" + status + "}}\nX\n";
    }

    QByteArray tokenStatus(const QByteArray& more = {}) const
    {
        return "\"token\":\"" + m_token.user.token.toUtf8() + '"' + more;
    }

private Q_SLOTS:

    void initTestCase()
    {
        const QString why =
            genuine::missing({u"KAPTAN_TEST_KUBECONFIG"_s, u"KAPTAN_TEST_KUBECONFIG_TOKEN"_s});
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
        const auto token = genuine::contextOf(genuine::variable("KAPTAN_TEST_KUBECONFIG_TOKEN"));
        const auto admin = genuine::contextOf(genuine::variable("KAPTAN_TEST_KUBECONFIG"));
        QVERIFY2(token, wordsOf(token).constData());
        QVERIFY2(admin, wordsOf(admin).constData());
        m_token = *token;
        m_admin = *admin;
    }

    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void aPluginRunsOnceUntilItsAnswerExpires_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::newRow("v1") << QByteArray("v1");
        QTest::newRow("v1beta1") << QByteArray("v1beta1");
    }

    void aPluginRunsOnceUntilItsAnswerExpires()
    {
        QFETCH(QByteArray, version);
        // Fails where it was not started as it ought to be.
        const auto made = pluginContext(
            "[ \"$*\" = 'get-token --cluster testbed' ] && [ \"$FLAVOUR\" = plain ] || exit 3\n"
            "case $KUBERNETES_EXEC_INFO in *'\"server\":\"https://'*) ;; *) exit 4 ;; esac\n" +
                answer(tokenStatus(",\"expirationTimestamp\":\"2026-01-01T01:00:00Z\""), version),
            version);
        QVERIFY2(made, wordsOf(made).constData());
        ManualClock clock; // begins at midnight of 2026
        const auto api = genuine::apiOf(*made, clock);
        for (int i = 0; i < 3; ++i) {
            const auto table = wait(api->table(nodes(), {}));
            QVERIFY2(table, wordsOf(table).constData());
            QVERIFY(!table->rows.isEmpty());
        }
        QCOMPARE(runs(), 1);
        clock.advance(59min + 45s); // within the last half minute it is as good as expired
        QVERIFY(wait(api->table(nodes(), {})));
        QCOMPARE(runs(), 2);
    }

    /// A token that the server took once and takes no more, long before the plugin said that it would expire.
    void aRefusedTokenRunsThePluginAgain()
    {
        const auto made = pluginContext("if [ $(wc -l <" + m_dir->filePath(u"runs"_s).toUtf8() +
                                            ") = 1 ]; then\n" + answer("\"token\":\"stale\"", "v1") +
                                            "else\n" + answer(tokenStatus(), "v1") + "fi\n",
                                        "v1");
        QVERIFY2(made, wordsOf(made).constData());
        const auto api = genuine::apiOf(*made);
        // Side by side: all are refused, and one new run serves all.
        const auto first = api->table(nodes(), {}), second = api->table(nodes(), {});
        QVERIFY2(wait(first), wordsOf(wait(first)).constData());
        QVERIFY2(wait(second), wordsOf(wait(second)).constData());
        QCOMPARE(runs(), 2);
    }

    void aPluginsCertificate()
    {
        const auto escaped = [](const QByteArray& pem) { return QByteArray(pem).replace('\n', "\\n"); };
        const auto made = pluginContext(
            answer("\"clientCertificateData\":\"" + escaped(m_admin.user.clientCertificateData) +
                       "\",\"clientKeyData\":\"" + escaped(m_admin.user.clientKeyData) + '"',
                   "v1"),
            "v1");
        QVERIFY2(made, wordsOf(made).constData());
        const auto table = wait(genuine::apiOf(*made)->table(nodes(), {}));
        QVERIFY2(table, wordsOf(table).constData());
        QCOMPARE(runs(), 1);
    }

    void aPluginThatFailsSaysWhy()
    {
        const auto made = pluginContext("echo 'log in first' >&2; exit 7\n", "v1");
        QVERIFY2(made, wordsOf(made).constData());
        const auto table = wait(genuine::apiOf(*made)->table(nodes(), {}));
        QVERIFY(!table && table.error().as<ProcessError>());
        QCOMPARE(table.error().as<ProcessError>()->stderrText, u"log in first"_s);
    }

    void throughAProxy()
    {
        if (genuine::run(u"tinyproxy"_s, {u"-v"_s}).code != 0)
            QSKIP("tinyproxy is not installed: packaging/install-packages kube");
        const int port = m_token.endpoint.url.port();
        Proxy proxy(port);
        QTRY_VERIFY_WITH_TIMEOUT(proxy.listens(), slow);
        const QByteArray user = "    token: " + m_token.user.token.toUtf8() + '\n';
        const auto made = context(user, "    proxy-url: " + proxy.url().toUtf8() + '\n');
        QVERIFY2(made, wordsOf(made).constData());
        const auto api = genuine::apiOf(*made);
        const auto table = wait(api->table(nodes(), {}));
        QVERIFY2(table, wordsOf(table).constData());
        const QByteArray asked = "CONNECT 127.0.0.1:" + QByteArray::number(port);
        QTRY_VERIFY2_WITH_TIMEOUT(proxy.log().contains(asked), proxy.log().constData(), slow);
        // What is in between sees no token: the tunnel is opened without it.
        QVERIFY(!proxy.log().contains(m_token.user.token.toUtf8()));
        proxy.stop();
        const auto gone = wait(genuine::apiOf(*made)->table(nodes(), {}));
        QVERIFY(!gone);
        const auto* transport = gone.error().as<TransportError>();
        QVERIFY2(transport && transport->kind == TransportError::Kind::Proxy, wordsOf(gone).constData());
    }

    void throughASocksProxy()
    {
        if (QStandardPaths::findExecutable(u"microsocks"_s).isEmpty())
            QSKIP("microsocks is not installed: packaging/install-packages kube");
        SocksProxy proxy;
        QTRY_VERIFY_WITH_TIMEOUT(proxy.listens(), slow);
        const QByteArray user = "    token: " + m_token.user.token.toUtf8() + '\n';
        const auto made = context(user, "    proxy-url: " + proxy.url("sesame") + '\n');
        QVERIFY2(made, wordsOf(made).constData());
        const auto table = wait(genuine::apiOf(*made)->table(nodes(), {}));
        QVERIFY2(table, wordsOf(table).constData());
        QTRY_VERIFY2_WITH_TIMEOUT(
            proxy.log().contains("connected to 127.0.0.1:" + QByteArray::number(m_token.endpoint.url.port())),
            proxy.log().constData(), slow);
        const auto wrong = context(user, "    proxy-url: " + proxy.url("another") + '\n');
        QVERIFY2(wrong, wordsOf(wrong).constData());
        const auto refused = wait(genuine::apiOf(*wrong)->table(nodes(), {}));
        QVERIFY(!refused);
        const auto* transport = refused.error().as<TransportError>();
        QVERIFY2(transport && transport->kind == TransportError::Kind::Proxy, wordsOf(refused).constData());
        QVERIFY(!wordsOf(refused).contains("another")); // passwords are in no message
    }

    void aProxyThatRefuses()
    {
        if (genuine::run(u"tinyproxy"_s, {u"-v"_s}).code != 0)
            QSKIP("tinyproxy is not installed: packaging/install-packages kube");
        Proxy proxy(1); // lets nobody through to the server's port
        QTRY_VERIFY_WITH_TIMEOUT(proxy.listens(), slow);
        const auto made = context("    token: x\n", "    proxy-url: " + proxy.url().toUtf8() + '\n');
        QVERIFY2(made, wordsOf(made).constData());
        const auto refused = wait(genuine::apiOf(*made)->table(nodes(), {}));
        QVERIFY(!refused);
        const auto* transport = refused.error().as<TransportError>();
        QVERIFY2(transport && transport->kind == TransportError::Kind::Proxy, wordsOf(refused).constData());
    }
};

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"
