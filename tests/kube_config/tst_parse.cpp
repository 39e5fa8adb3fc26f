#include "app/kube/config/kubeconfig.h"

#include <QTest>

using namespace kaptan;
using namespace kaptan::kube;
using namespace Qt::StringLiterals;

class TestParse : public QObject
{
    Q_OBJECT

    static Kubeconfig parsed(const QByteArray& text)
    {
        auto config = parseKubeconfig(text, u"/home/x/.kube/config"_s);
        return config ? *config : Kubeconfig{};
    }

    static QString refusal(const QByteArray& text)
    {
        auto config = parseKubeconfig(text, u"/f"_s);
        return config ? QString() : config.error().message();
    }

private Q_SLOTS:

    void everyFieldOfAFile()
    {
        const Kubeconfig config = parsed(R"(apiVersion: v1
kind: Config
current-context: prod
clusters:
- name: main
  cluster:
    server: https://h:6443
    tls-server-name: inner
    insecure-skip-tls-verify: false
    certificate-authority: ca.pem
    certificate-authority-data: Y2E=
    proxy-url: http://p:3128
    disable-compression: true
    extensions:
    - name: other
      extension: {a: 1}
    - name: client.authentication.k8s.io/exec
      extension: {audience: x, n: 7, on: true, text: "7", none: null, list: [1.5]}
users:
- name: me
  user:
    client-certificate: ../c.pem
    client-key: /abs/k.pem
    client-certificate-data: Yw==
    client-key-data: aw==
    token: 12345
    tokenFile: t
    username: u
    password: p
    as: boss
    as-uid: "1"
    as-groups: [g1, g2]
    as-user-extra: {scopes: [a, b]}
    auth-provider: {name: gcp}
    exec:
      apiVersion: client.authentication.k8s.io/v1
      command: ./bin/get
      args: [a, b]
      env: [{name: A, value: "1"}, {name: B}]
      installHint: get it
      provideClusterInfo: true
      interactiveMode: Never
contexts:
- name: prod
  context: {cluster: main, user: me, namespace: shop}
)");
        QCOMPARE(config.problems.size(), 0);
        QCOMPARE(config.currentContext, u"prod"_s);
        QCOMPARE(config.currentContextPlace, (Place{u"/home/x/.kube/config"_s, 3}));
        const NamedCluster* cluster = config.cluster(u"main"_s);
        QVERIFY(cluster);
        QCOMPARE(cluster->place.line, 5);
        QCOMPARE(cluster->server, u"https://h:6443"_s);
        QCOMPARE(cluster->tlsServerName, u"inner"_s);
        QCOMPARE(cluster->certificateAuthority, u"/home/x/.kube/ca.pem"_s);
        QCOMPARE(cluster->certificateAuthorityData, "ca");
        QCOMPARE(cluster->proxyUrl, u"http://p:3128"_s);
        QVERIFY(cluster->disableCompression && !cluster->insecureSkipTlsVerify);
        QCOMPARE(cluster->execExtension,
                 R"({"audience":"x","list":[1.5],"n":7,"none":null,"on":true,"text":"7"})");
        const NamedUser* user = config.user(u"me"_s);
        QVERIFY(user && user->exec);
        QCOMPARE(user->clientCertificate, u"/home/x/c.pem"_s);
        QCOMPARE(user->clientKey, u"/abs/k.pem"_s);
        QCOMPARE(user->clientCertificateData, "c");
        QCOMPARE(user->clientKeyData, "k");
        QCOMPARE(user->token, u"12345"_s);
        QCOMPARE(user->tokenFile, u"/home/x/.kube/t"_s);
        QCOMPARE(user->username + user->password, u"up"_s);
        QCOMPARE(user->impersonate + user->impersonateUid, u"boss1"_s);
        QCOMPARE(user->impersonateGroups, (QStringList{u"g1"_s, u"g2"_s}));
        QCOMPARE(user->impersonateExtra.size(), 1);
        QCOMPARE(user->impersonateExtra[0].first, u"scopes"_s);
        QCOMPARE(user->impersonateExtra[0].second, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(user->authProvider, u"gcp"_s);
        QCOMPARE(user->exec->command, u"/home/x/.kube/bin/get"_s);
        QCOMPARE(user->exec->args, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(user->exec->env.size(), 2);
        QCOMPARE(user->exec->env[0].second, u"1"_s);
        QCOMPARE(user->exec->installHint, u"get it"_s);
        QVERIFY(user->exec->provideClusterInfo);
        QVERIFY(user->exec->interactive == ExecPlugin::Interactive::Never);
        const NamedContext* context = config.context(u"prod"_s);
        QVERIFY(context);
        QCOMPARE(context->cluster + context->user + context->nameSpace, u"mainmeshop"_s);
    }

    void jsonIsTheSame()
    {
        const Kubeconfig config =
            parsed("{\"clusters\":[\n{\"name\":\"a\",\"cluster\":{\"server\":\"https://h\"}}]}");
        QVERIFY(config.problems.isEmpty() && config.cluster(u"a"_s));
        QCOMPARE(config.cluster(u"a"_s)->place.line, 2);
    }

    void emptyFilesAreNoError()
    {
        QCOMPARE(refusal(""), QString());
        QCOMPARE(refusal("# nothing\n"), QString());
    }

    void aFileThatIsNoKubeconfig_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("binary") << QByteArray("\x7f"
                                              "ELF\0\1",
                                              6)
                                << u"not text"_s;
        QTest::newRow("another kind") << QByteArray("kind: Pod\napiVersion: v1\n") << u"“Pod”"_s;
        QTest::newRow("a list") << QByteArray("- a\n") << u"/f:1"_s;
        QTest::newRow("a word") << QByteArray("hello") << u"no mapping"_s;
        QTest::newRow("tab") << QByteArray("a:\n\tb: 1\n") << u"/f:2"_s;
        QTest::newRow("unknown alias") << QByteArray("a: *b\n") << u"no valid YAML"_s;
        QTest::newRow("brackets") << QByteArray(100000, '[') << u"too deeply"_s;
        QTest::newRow("braces") << QByteArray("a:\n") + QByteArray("{a: ").repeated(100000) << u"/f:2"_s;
        QTest::newRow("dashes") << QByteArray("- ").repeated(100000) << u"no valid YAML"_s;
        QTest::newRow("questions") << QByteArray("? ").repeated(100000) << u"no valid YAML"_s;
        QTest::newRow("hidden brackets") << QByteArray("[ #]\n").repeated(20000) << u"no valid YAML"_s;
        QTest::newRow("large") << QByteArray(largestKubeconfig + 1, ' ') << u"4 MiB"_s;
        QByteArray bomb = "x0: &x0 {a: 1}\n";
        for (int i = 1; i < 40; ++i)
            bomb += u"x%1: &x%1 {a: *x%2, b: *x%2}\n"_s.arg(i).arg(i - 1).toUtf8();
        bomb += "clusters:\n- name: a\n  cluster:\n    extensions:\n    - name: "
                "client.authentication.k8s.io/exec\n"
                "      extension: *x39\n";
        QTest::newRow("bomb") << bomb << u"without measure"_s;
        QTest::newRow("cycle") << QByteArray(
                                      "clusters:\n- name: a\n  cluster:\n    extensions:\n    - name: "
                                      "client.authentication.k8s.io/exec\n      extension: &e {a: *e}\n")
                               << u"lead back"_s;
        QByteArray wide =
            "l: &l " + QByteArray(100000, 'a') + "\nusers:\n- name: a\n  user:\n    as-groups: [";
        wide += QByteArray("*l , ").repeated(20000) + "]\n";
        QTest::newRow("wide bomb") << wide << u"without measure"_s;
    }

    void aFileThatIsNoKubeconfig()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const QString said = refusal(text);
        QVERIFY2(said.contains(says), qPrintable(u"said: "_s + said));
    }

    void aWrongFieldCostsItsEntryOnly_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* list, const char* body, const QString& says) {
            QTest::addRow("%s %s", list, body) << QByteArray(list) << QByteArray(body) << says;
        };
        for (const char* field : {"server", "tls-server-name", "certificate-authority", "proxy-url"})
            row("cluster", (QByteArray(field) + ": [1]").constData(), QString::fromLatin1(field));
        row("cluster", "certificate-authority-data: '%%%'", u"base64"_s);
        row("cluster", "certificate-authority-data: QQ", u"base64"_s);
        row("cluster", "insecure-skip-tls-verify: maybe", u"true nor false"_s);
        row("cluster", "insecure-skip-tls-verify: \"true\"", u"true nor false"_s);
        row("cluster", "disable-compression: {}", u"true nor false"_s);
        row("cluster", "extensions: 1", u"no list"_s);
        row("cluster", "extensions: [{name: client.authentication.k8s.io/exec, extension: 1}]",
            u"no mapping"_s);
        row("cluster", "server: a, server: b", u"twice"_s);
        row("cluster", "[1]: a", u"no text"_s);
        for (const char* field : {"client-certificate", "client-key", "token", "tokenFile", "username",
                                  "password", "as", "as-uid"})
            row("user", (QByteArray(field) + ": {a: 1}").constData(), QString::fromLatin1(field));
        row("user", "client-key-data: '*'", u"base64"_s);
        row("user", "client-certificate-data: '*'", u"base64"_s);
        row("user", "as-groups: g", u"no list"_s);
        row("user", "as-groups: [[g]]", u"no text"_s);
        row("user", "as-user-extra: [a]", u"no mapping"_s);
        row("user", "as-user-extra: {a: b}", u"no list"_s);
        row("user", "auth-provider: gcp", u"no mapping"_s);
        row("user", "exec: get", u"no mapping"_s);
        row("user", "exec: {apiVersion: v}", u"no command"_s);
        row("user", "exec: {command: c}", u"no apiVersion"_s);
        row("user", "exec: {apiVersion: v, command: c, args: x}", u"no list"_s);
        row("user", "exec: {apiVersion: v, command: c, env: x}", u"no list"_s);
        row("user", "exec: {apiVersion: v, command: c, env: [x]}", u"no mapping"_s);
        row("user", "exec: {apiVersion: v, command: c, env: [{value: x}]}", u"usable name"_s);
        row("user", "exec: {apiVersion: v, command: c, interactiveMode: Soon}", u"interactiveMode"_s);
        for (const char* field : {"cluster", "user", "namespace"})
            row("context", (QByteArray(field) + ": [a]").constData(), QString::fromLatin1(field));
    }

    void aWrongFieldCostsItsEntryOnly()
    {
        QFETCH(QByteArray, list);
        QFETCH(QByteArray, body);
        QFETCH(QString, says);
        const QByteArray good = "{server: https://h, cluster: c}";
        const Kubeconfig config = parsed(list + "s:\n- {name: bad, " + list + ":\n  {" + body +
                                         "}}\n- {name: good, " + list + ": " + good + "}\n");
        QCOMPARE(config.problems.size(), 1);
        const KubeconfigProblem problem = config.problems[0];
        QVERIFY2(problem.why.contains(says), qPrintable(problem.why));
        QVERIFY2(problem.why.contains(u"bad"_s), qPrintable(problem.why));
        QVERIFY(!problem.fix.isEmpty());
        QCOMPARE(problem.place.file, u"/home/x/.kube/config"_s);
        QVERIFY(problem.place.line == 2 || problem.place.line == 3);
        QStringList names;
        for (const auto& one : config.clusters)
            names << one.name;
        for (const auto& one : config.users)
            names << one.name;
        for (const auto& one : config.contexts)
            names << one.name;
        QCOMPARE(names, QStringList{u"good"_s});
    }

    void namesThatAreMissingOrThereTwice()
    {
        const Kubeconfig config = parsed("clusters:\n"
                                         "- cluster: {server: https://a}\n"
                                         "- {name: a, cluster: {server: https://1}}\n"
                                         "- {name: a, cluster: {server: https://2}}\n"
                                         "- 7\n"
                                         "contexts: {a: b}\n"
                                         "users: [{name: u}]\n");
        QCOMPARE(config.problems.size(), 4);
        QCOMPARE(config.problems[0].place.line, 2);
        QCOMPARE(config.problems[1].place.line, 4);
        QVERIFY(config.problems[1].why.contains(u"twice"_s));
        QCOMPARE(config.problems[2].place.line, 5);
        QCOMPARE(config.problems[3].place.line, 6);
        QCOMPARE(config.clusters.size(), 1);
        QCOMPARE(config.clusters[0].server, u"https://1"_s);
        QCOMPARE(config.users.size(), 1); // without a body: anonymous
    }

    void missingValuesAreSaidAndTheEntryStays()
    {
        const Kubeconfig config =
            parsed("clusters: [{name: a, cluster: {}}]\ncontexts: [{name: b, context: null}]\n");
        QCOMPARE(config.problems.size(), 2);
        QVERIFY(config.cluster(u"a"_s) && config.context(u"b"_s));
    }

    void problemsHoldNoSecret()
    {
        const Kubeconfig config =
            parsed("users:\n- name: a\n  user:\n    token: [hunter2]\n    client-key-data: '%hunter2'\n"
                   "    password: {hunter2: hunter2}\n");
        QCOMPARE(config.problems.size(), 3);
        for (const KubeconfigProblem& problem : config.problems)
            QVERIFY(!(problem.why + problem.fix).contains(u"hunter2"_s));
        QVERIFY(!refusal("users:\n- {name: a, user: {token: hunter2\n").contains(u"hunter2"_s));
    }

    void thousandsOfEntriesAreNoBomb()
    {
        QByteArray text = "clusters:\n";
        for (int i = 0; i < 5000; ++i)
            text += u"- {name: c%1, cluster: {server: \"https://h%1\"}}\n"_s.arg(i).toUtf8();
        const Kubeconfig config = parsed(text);
        QCOMPARE(config.clusters.size(), 5000);
        QVERIFY(config.problems.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestParse)
#include "tst_parse.moc"
