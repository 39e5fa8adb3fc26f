#include "app/kube/config/credentials.h"
#include "app/kube/config/proxy_rules.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kaptan;
using namespace kaptan::kube;
using namespace Qt::StringLiterals;

class TestResolve : public QObject
{
    Q_OBJECT

    /// A context "x" of cluster "c" with these lines, as user "u".
    static Kubeconfig config(const QByteArray& cluster, const QByteArray& user = "{}")
    {
        auto parsed = parseKubeconfig("current-context: x\nclusters:\n- name: c\n  cluster: " + cluster +
                                          "\nusers: [{name: u, user: " + user +
                                          "}]\ncontexts: [{name: x, context: {cluster: c, user: u}}]\n",
                                      u"/k/config"_s);
        return parsed ? *parsed : Kubeconfig{};
    }

    static QString refusal(const Kubeconfig& config, const QString& name = {},
                           const QHash<QString, QString>& environment = {})
    {
        const auto resolved = resolveContext(config, name, environment);
        return resolved ? QString() : resolved.error().message();
    }

private Q_SLOTS:

    void allThatAContextSays()
    {
        const auto resolved = resolveContext(
            config("{server: 'https://h:6443/k8s/', tls-server-name: t, certificate-authority-data: "
                   "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t, proxy-url: 'socks5://p:1'}",
                   "{token: s}"),
            {}, {{u"HTTPS_PROXY"_s, u"http://other"_s}});
        QVERIFY(resolved.has_value());
        QCOMPARE(resolved->name, u"x"_s);
        QCOMPARE(resolved->user.token, u"s"_s);
        QCOMPARE(resolved->endpoint.url, QUrl(u"https://h:6443/k8s"_s));
        QCOMPARE(resolved->endpoint.tlsServerName, u"t"_s);
        QCOMPARE(resolved->endpoint.caPem, "-----BEGIN CERTIFICATE-----");
        QCOMPARE(resolved->endpoint.proxy, std::optional(QUrl(u"socks5://p:1"_s)));
        QVERIFY(!resolved->endpoint.insecureSkipVerify && !resolved->asksBeforeExec);
    }

    void whatIsBrokenIsSaid()
    {
        const QString server = refusal(config("{server: [1]}"));
        QVERIFY2(server.contains(u"/k/config:4"_s) && server.contains(u"server"_s), qPrintable(server));
        const QString token = refusal(config("{server: 'https://h'}", "{token: [geheim]}"));
        QVERIFY2(token.contains(u"/k/config:5"_s) && token.contains(u"token"_s), qPrintable(token));
        QVERIFY(!token.contains(u"geheim"_s));
        Kubeconfig context = config("{server: 'https://h'}");
        context.contexts.clear();
        context.brokenContexts.insert(u"x"_s, {{u"/k/other"_s, 7}, u"it is odd"_s, {}});
        const QString odd = refusal(context);
        QVERIFY2(odd.contains(u"/k/other:7"_s) && odd.contains(u"it is odd"_s), qPrintable(odd));
    }

    void insecureMustBeSaid()
    {
        const auto resolved =
            resolveContext(config("{server: 'h:1', insecure-skip-tls-verify: true}"), {}, {});
        QVERIFY(resolved && resolved->endpoint.insecureSkipVerify);
        QCOMPARE(resolved->endpoint.url, QUrl(u"https://h:1"_s));
    }

    void addresses_data()
    {
        QTest::addColumn<QByteArray>("cluster");
        QTest::addColumn<QString>("says");
        QTest::newRow("none") << QByteArray("{}") << u"no server"_s;
        QTest::newRow("scheme") << QByteArray("{server: 'h:6443'}") << u"no scheme"_s;
        QTest::newRow("other") << QByteArray("{server: 'ftp://h'}") << u"neither https"_s;
        QTest::newRow("host") << QByteArray("{server: 'https://'}") << u"no address"_s;
        QTest::newRow("port") << QByteArray("{server: 'https://h:99999'}") << u"no address"_s;
        QTest::newRow("user") << QByteArray("{server: 'https://a:geheim@h'}") << u"password"_s;
        QTest::newRow("query") << QByteArray("{server: 'https://h?a=geheim'}") << u"query"_s;
        QTest::newRow("proxy") << QByteArray("{server: 'https://h', proxy-url: 'ftp://a:geheim@p'}")
                               << u"no address of one"_s;
        QTest::newRow("proxy word") << QByteArray("{server: 'https://h', proxy-url: geheim}")
                                    << u"no address of one"_s;
        QTest::newRow("ca") << QByteArray("{server: 'https://h', certificate-authority: gone}")
                            << u"/k/gone"_s;
        QTest::newRow("no PEM") << QByteArray("{server: 'https://h', certificate-authority-data: YQ==}")
                                << u"no PEM"_s;
        QTest::newRow("both") << QByteArray("{server: 'https://h', certificate-authority: /a, "
                                            "insecure-skip-tls-verify: true}")
                              << u"wants no certificate"_s;
    }

    void addresses()
    {
        QFETCH(QByteArray, cluster);
        QFETCH(QString, says);
        const QString said = refusal(config(cluster));
        QVERIFY2(said.contains(says), qPrintable(said));
        QVERIFY2(said.contains(u"/k/config:3"_s), qPrintable(said));
        QVERIFY(!said.contains(u"geheim"_s));
    }

    void namesThatAreNotThere()
    {
        const Kubeconfig good = config("{server: 'https://h'}");
        QVERIFY(refusal(good, u"y"_s).contains(u"“y”"_s));
        QVERIFY(refusal({}).contains(u"no context"_s));
        Kubeconfig lost = good;
        lost.users.clear();
        QVERIFY(refusal(lost).contains(u"user “u”"_s));
        lost.contexts[0].user.clear(); // anonymous
        QCOMPARE(refusal(lost), QString());
        lost.clusters.clear();
        QVERIFY(refusal(lost).contains(u"cluster “c”"_s));
    }

    void theAuthorityIsReadFromItsFile()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(u"ca.pem"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("-----BEGIN CERTIFICATE-----");
        file.close();
        const auto resolved = resolveContext(
            config("{server: 'https://h', certificate-authority: '" + file.fileName().toUtf8() + "'}"), {},
            {});
        QVERIFY(resolved.has_value());
        QCOMPARE(resolved->endpoint.caPem, "-----BEGIN CERTIFICATE-----");
    }

    void programsOfForeignFilesAreAskedAbout()
    {
        Kubeconfig foreign = config("{server: 'https://h'}", "{exec: {apiVersion: v, command: c}}");
        QVERIFY(resolveContext(foreign, {}, {})->asksBeforeExec);
        foreign.defaultPlaces = true;
        QVERIFY(!resolveContext(foreign, {}, {})->asksBeforeExec);
    }

    void proxiesOfTheEnvironment_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("noProxy");
        QTest::addColumn<bool>("proxied");
        const auto row = [](const char* server, const char* noProxy, bool proxied) {
            QTest::addRow("%s by %s", server, noProxy)
                << QString::fromLatin1(server) << QString::fromLatin1(noProxy) << proxied;
        };
        row("https://a.b.c", "", true);
        row("https://a.b.c", "*", false);
        row("https://a.b.c", "x, *", false);
        row("https://a.b.c", "b.c", false);
        row("https://B.C", "b.c", false);
        row("https://b.c", "B.C", false);
        row("https://xb.c", "b.c", true);
        row("https://a.b.c", ".b.c", false);
        row("https://b.c", ".b.c", true);
        row("https://a.b.c", "*.b.c", false);
        row("https://b.c", "*.b.c", true);
        row("https://a.b.c", " x , b.c ,", false);
        row("https://a.b.c", "b.c:443", false);
        row("https://a.b.c:6443", "b.c:443", true);
        row("https://a.b.c:6443", "b.c:6443", false);
        row("https://a.b.c", ":443", true);
        row("https://10.1.2.3", "10.0.0.0/8", false);
        row("https://11.1.2.3", "10.0.0.0/8", true);
        row("https://10.1.2.3", "10.1.2.3", false);
        row("https://10.1.2.3", "10.1.2.3:6443", true);
        row("https://10.1.2.3:6443", "10.1.2.3:6443", false);
        row("https://10.1.2.3", "10", true);
        row("https://[fd00::1]", "fd00::/8", false);
        row("https://[fd00::1]", "fd00::1", false);
        row("https://[fd00::1]:6443", "[fd00::1]:6443", false);
        row("https://[fd00::1]", "[fd00::1]:6443", true);
        row("https://[fe00::1]", "fd00::/8", true);
        row("https://10.1.2.3", "::/0", true);
        row("https://localhost:6443", "", false);
        row("https://127.0.0.9", "", false);
        row("https://[::1]", "", false);
        row("https://localhost.x", "", true);
    }

    void proxiesOfTheEnvironment()
    {
        QFETCH(QString, server);
        QFETCH(QString, noProxy);
        QFETCH(bool, proxied);
        const auto proxy = environmentProxy(QUrl(server), {{u"HTTPS_PROXY"_s, u"http://p:1"_s},
                                                           {u"HTTP_PROXY"_s, u"http://no"_s},
                                                           {u"no_proxy"_s, noProxy}});
        QVERIFY(proxy.has_value());
        QCOMPARE(*proxy, proxied ? QUrl(u"http://p:1"_s) : QUrl());
    }

    void whichVariable()
    {
        const QUrl https(u"https://h"_s);
        const QUrl http(u"http://h"_s);
        QVERIFY(
            !environmentProxy(https, {{u"HTTP_PROXY"_s, u"http://p"_s}, {u"ALL_PROXY"_s, u"http://p"_s}}));
        QCOMPARE(environmentProxy(http, {{u"http_proxy"_s, u"p:3128"_s}}),
                 std::optional(QUrl(u"http://p:3128"_s)));
        QCOMPARE(
            environmentProxy(https, {{u"https_proxy"_s, u"http://a"_s}, {u"HTTPS_PROXY"_s, u"http://b"_s}}),
            std::optional(QUrl(u"http://b"_s)));
        const QString said =
            refusal(config("{server: 'https://h'}"), {}, {{u"HTTPS_PROXY"_s, u"ftp://a:geheim@p"_s}});
        QVERIFY(said.startsWith(u"HTTPS_PROXY"_s) && !said.contains(u"geheim"_s));
        QVERIFY(!refusal(config("{server: 'https://h'}"), {}, {{u"HTTPS_PROXY"_s, u"http://"_s}}).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestResolve)
#include "tst_resolve.moc"
