#include "genuine.h"

#include "app/kube/config/credentials.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace kaptan;
using namespace kaptan::kube;
using namespace Qt::StringLiterals;

namespace
{

/// The vocabulary of the combinations: files as people and tools write them.
const QHash<QString, QByteArray>& vocabulary()
{
    static const QByteArray head = "apiVersion: v1\nkind: Config\n";
    static const QHash<QString, QByteArray> files{
        {u"plain"_s,
         head + "current-context: dev\nclusters:\n- name: dev\n  cluster:\n    server: https://dev:6443\n"
                "users:\n- name: dev\n  user:\n    token: t-dev\n"
                "contexts:\n- name: dev\n  context:\n    cluster: dev\n    user: dev\n"},
        {u"other"_s, head +
                         "current-context: prod\nclusters:\n- name: prod\n  cluster:\n    server: "
                         "https://prod:6443\n    tls-server-name: api.prod\nusers:\n- name: prod\n  user:\n"
                         "    username: me\n    password: p w\ncontexts:\n- name: prod\n  context:\n"
                         "    cluster: prod\n    user: prod\n    namespace: shop\n"},
        // The same names as in "plain", with other values and fields that do not clash.
        {u"clash"_s,
         head + "current-context: later\nclusters:\n- name: dev\n  cluster:\n    server: https://clash\n"
                "    insecure-skip-tls-verify: true\n    proxy-url: http://proxy:3128\n"
                "users:\n- name: dev\n  user:\n    username: clash\n    password: clash\n    as: boss\n"
                "contexts:\n- name: dev\n  context:\n    cluster: other\n    user: other\n"
                "    namespace: clash\n"},
        {u"clusters"_s, head + "clusters:\n- name: only\n  cluster:\n    server: http://only:8080\n"
                               "    insecure-skip-tls-verify: yes\n"},
        {u"users"_s,
         head + "users:\n- name: only\n  user:\n    tokenFile: token\n    as: boss\n    as-groups: [a, b]\n"
                "    as-user-extra:\n      scopes: [x, \"y z\"]\n"},
        {u"contexts"_s,
         head + "contexts:\n- name: only\n  context: {cluster: only, user: only, namespace: space}\n"},
        {u"current"_s, head + "current-context: only\n"},
        {u"dangling"_s,
         head + "current-context: nowhere\ncontexts:\n- name: c\n  context: {cluster: gone, user: gone}\n"},
        {u"empty"_s, ""},
        {u"comment"_s, "# nothing yet\n"},
        {u"headless"_s, "clusters:\n- name: headless\n  cluster: {server: \"https://headless\"}\n"},
        {u"nulls"_s, head + "clusters: null\nusers:\ncontexts: []\ncurrent-context: \"\"\npreferences: {}\n"},
        {u"json"_s,
         ""
         R"({"kind":"Config","apiVersion":"v1","current-context":"j","clusters":[{"name":"j","cluster":)"
         R"({"server":"https://j:1/base/path","certificate-authority-data":"YWJj"}}],"users":[{"name":"j",)"
         R"("user":{"client-certificate-data":"ZGVm","client-key-data":"Z2hp"}}],"contexts":[{"name":"j",)"
         R"("context":{"cluster":"j","user":"j"}}]})"},
        {u"anchors"_s, head + "clusters:\n- name: a1\n  cluster: &shared\n    server: https://shared\n"
                              "- name: a2\n  cluster: *shared\nusers: []\n"},
        {u"paths"_s, head + "clusters:\n- name: paths\n  cluster:\n    server: https://paths\n"
                            "    certificate-authority: pki/../pki/ca.crt\nusers:\n- name: paths\n  user:\n"
                            "    client-certificate: /etc/absolute.crt\n    client-key: ./relative.key\n"
                            "    tokenFile: ../up/token\n"},
        {u"exec"_s,
         head +
             "users:\n- name: exec\n  user:\n    exec:\n"
             "      apiVersion: client.authentication.k8s.io/v1beta1\n      command: aws\n"
             "      args: [eks, get-token, \"--cluster-name\", c]\n      env:\n"
             "      - {name: AWS_PROFILE, value: \"work\"}\n      - {name: EMPTY, value: \"\"}\n"
             "      provideClusterInfo: true\n      installHint: |\n        Install it.\n        Twice.\n"},
        {u"execPath"_s,
         head + "users:\n- name: execPath\n  user:\n    exec:\n"
                "      apiVersion: client.authentication.k8s.io/v1alpha1\n      command: ./bin/helper\n"},
        {u"provider"_s, head + "users:\n- name: provider\n  user:\n    auth-provider:\n      name: gcp\n"
                               "      config: {cmd-path: /usr/bin/gcloud}\n"},
        {u"unknown"_s, head + "colour: blue\nclusters:\n- name: unknown\n  cluster:\n    server: https://u\n"
                              "    invented: [1, {a: b}]\n    extensions:\n    - name: made.up\n"
                              "      extension: {a: 1}\n  note: x\n"},
        {u"words"_s,
         head + "clusters:\n- name: \"123\"\n  cluster: {server: \"https://n\"}\n- name: 'it''s: odd #1'\n"
                "  cluster: {server: 'https://o'}\n- name: arn:aws:eks:eu-1:1:cluster/x\n"
                "  cluster: {server: https://arn}\n- name: \u0131\u015f\u0131k\n  cluster:\n"
                "    server: https://i\n"},
        {u"crlf"_s, "apiVersion: v1\r\nkind: Config\r\ncurrent-context: crlf\r\ncontexts:\r\n- name: crlf\r\n"
                    "  context:\r\n    cluster: c\r\n    user: u\r\n"},
        {u"documents"_s, "---\n" + head + "current-context: first\n"},
        {u"folded"_s, head + "clusters:\n- name: folded\n  cluster:\n    server: >-\n      https://folded\n"
                             "    certificate-authority-data: |\n      YWJj\n      ZGVm\n"},
        {u"userless"_s, head + "current-context: userless\nclusters:\n- name: userless\n  cluster:\n"
                               "    server: https://x\ncontexts:\n- name: userless\n  context:\n"
                               "    cluster: userless\n    user: \"\"\n"},
        {u"many"_s, head +
                        [] {
                            QByteArray text = "clusters:\n";
                            for (int i = 0; i < 200; ++i)
                                text += "- {name: many-" + QByteArray::number(i) +
                                        ", cluster: {server: \"https://m:" + QByteArray::number(i) + "\"}}\n";
                            return text;
                        }()},
    };
    return files;
}

QJsonObject without(QJsonObject object)
{
    for (const QString& key : object.keys()) {
        const QJsonValue value = object.value(key);
        if (value.isNull() || value == QJsonValue(QString()) || value == QJsonValue(false) ||
            (value.isArray() && value.toArray().isEmpty()))
            object.remove(key);
    }
    return object;
}

QString base64(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QJsonArray list(const QStringList& texts)
{
    return QJsonArray::fromStringList(texts);
}

/// One form for both: names to fields, without what is empty; paths absolute.
struct Form {
    QJsonObject clusters, users, contexts;
    QString current;

    QByteArray text() const
    {
        return QJsonDocument(QJsonObject{{u"clusters"_s, clusters},
                                         {u"users"_s, users},
                                         {u"contexts"_s, contexts},
                                         {u"current-context"_s, current}})
            .toJson();
    }
};

Form ours(const Kubeconfig& config)
{
    Form form;
    form.current = config.currentContext;
    for (const NamedCluster& c : config.clusters)
        form.clusters.insert(c.name,
                             without({{u"server"_s, c.server},
                                      {u"tls-server-name"_s, c.tlsServerName},
                                      {u"insecure-skip-tls-verify"_s, c.insecureSkipTlsVerify},
                                      {u"certificate-authority"_s, c.certificateAuthority},
                                      {u"certificate-authority-data"_s, base64(c.certificateAuthorityData)},
                                      {u"proxy-url"_s, c.proxyUrl}}));
    for (const NamedContext& c : config.contexts)
        form.contexts.insert(
            c.name, without({{u"cluster"_s, c.cluster}, {u"user"_s, c.user}, {u"namespace"_s, c.nameSpace}}));
    for (const NamedUser& user : config.users) {
        QJsonObject fields{{u"client-certificate"_s, user.clientCertificate},
                           {u"client-key"_s, user.clientKey},
                           {u"client-certificate-data"_s, base64(user.clientCertificateData)},
                           {u"client-key-data"_s, base64(user.clientKeyData)},
                           {u"token"_s, user.token},
                           {u"tokenFile"_s, user.tokenFile},
                           {u"username"_s, user.username},
                           {u"password"_s, user.password},
                           {u"as"_s, user.impersonate},
                           {u"as-groups"_s, list(user.impersonateGroups)},
                           {u"auth-provider"_s, user.authProvider}};
        QJsonObject extra;
        for (const auto& [key, values] : user.impersonateExtra)
            extra.insert(key, list(values));
        if (!extra.isEmpty())
            fields.insert(u"as-user-extra"_s, extra);
        if (user.exec) {
            QJsonArray variables;
            for (const auto& [name, value] : user.exec->env)
                variables.append(QJsonObject{{u"name"_s, name}, {u"value"_s, value}});
            fields.insert(u"exec"_s, without({{u"apiVersion"_s, user.exec->apiVersion},
                                              {u"command"_s, user.exec->command},
                                              {u"args"_s, list(user.exec->args)},
                                              {u"env"_s, variables},
                                              {u"installHint"_s, user.exec->installHint},
                                              {u"provideClusterInfo"_s, user.exec->provideClusterInfo}}));
        }
        form.users.insert(user.name, without(fields));
    }
    return form;
}

QString beside(const QString& path, const Place& place)
{
    return path.isEmpty() ? path : QDir::cleanPath(QFileInfo(place.file).dir().absoluteFilePath(path));
}

/// `config view` leaves paths as they were written: they belong to the file that named the entry, and which
/// one that is has to be the one that we say.
Form theirs(const QJsonObject& view, const Kubeconfig& config)
{
    Form form;
    form.current = view.value(u"current-context"_s).toString();
    const auto each = [&view](const QString& kind, const QString& field, auto fn) {
        for (const QJsonValue& value : view.value(kind).toArray())
            fn(value.toObject().value(u"name"_s).toString(), value.toObject().value(field).toObject());
    };
    const auto absolute = [](QJsonObject& fields, const QStringList& keys, const Place& place) {
        for (const QString& key : keys) {
            if (fields.contains(key))
                fields.insert(key, beside(fields.value(key).toString(), place));
        }
    };
    each(u"clusters"_s, u"cluster"_s, [&](const QString& name, QJsonObject fields) {
        fields.remove(u"extensions"_s);
        const NamedCluster* known = config.cluster(name);
        absolute(fields, {u"certificate-authority"_s}, known ? known->place : Place());
        form.clusters.insert(name, without(fields));
    });
    each(u"contexts"_s, u"context"_s, [&](const QString& name, const QJsonObject& fields) {
        form.contexts.insert(name, without(fields));
    });
    each(u"users"_s, u"user"_s, [&](const QString& name, QJsonObject fields) {
        const NamedUser* known = config.user(name);
        const Place place = known ? known->place : Place();
        absolute(fields, {u"client-certificate"_s, u"client-key"_s, u"tokenFile"_s}, place);
        if (fields.contains(u"auth-provider"_s))
            fields.insert(u"auth-provider"_s, fields.value(u"auth-provider"_s).toObject().value(u"name"_s));
        if (fields.contains(u"exec"_s)) {
            QJsonObject exec = fields.value(u"exec"_s).toObject();
            if (exec.value(u"command"_s).toString().contains(u'/'))
                absolute(exec, {u"command"_s}, place);
            fields.insert(u"exec"_s, without(exec));
        }
        form.users.insert(name, without(fields));
    });
    return form;
}

} // namespace

/// kubectl as the oracle: what we merge is what `kubectl config view --raw` shows. Needs no server.
class TestKubeconfigOracle : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QByteArray view(const QStringList& arguments, const QString& list, int& code, QByteArray& complaint)
    {
        QProcess process;
        QProcessEnvironment environment;
        environment.insert(u"HOME"_s, m_dir->path());
        environment.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
        if (!list.isNull())
            environment.insert(u"KUBECONFIG"_s, list);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_dir->path());
        process.start(genuine::variable("KAPTAN_TEST_KUBECTL"),
                      QStringList{u"config"_s, u"view"_s, u"--raw"_s, u"-o"_s, u"json"_s} + arguments);
        process.waitForFinished(60000);
        code = process.exitCode();
        complaint = process.readAllStandardError();
        return process.readAllStandardOutput();
    }

private Q_SLOTS:

    void initTestCase()
    {
        const QString why = genuine::missing({u"KAPTAN_TEST_KUBECTL"_s});
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
    }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_dir->path()).mkpath(u"sub/dir"_s) && QDir(m_dir->path()).mkpath(u".kube"_s));
    }

    /// A word of the vocabulary is a file in a folder of its own; "-" is one that is missing, "" nothing
    /// between two colons. `list` is $KUBECONFIG, unset where it is null; `home` is ~/.kube/config, `named`
    /// --kubeconfig.
    void merges_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("home");
        QTest::addColumn<QString>("named");
        for (const char* one :
             {"plain",     "other",  "clash",    "clusters", "users",   "contexts", "current",
              "dangling",  "empty",  "comment",  "headless", "nulls",   "json",     "anchors",
              "paths",     "exec",   "execPath", "provider", "unknown", "words",    "crlf",
              "documents", "folded", "userless", "many"})
            QTest::newRow(one) << QString::fromLatin1(one) << QString() << QString();
        for (const char* list : {"plain:other",
                                 "other:plain",
                                 "plain:clash",
                                 "clash:plain",
                                 "plain:clash:other",
                                 "current:plain",
                                 "plain:current",
                                 "empty:plain",
                                 "nulls:other:plain",
                                 "clusters:users:contexts:current",
                                 "current:contexts:users:clusters",
                                 "-:plain",
                                 "plain:-",
                                 "-:-",
                                 "::plain:",
                                 "plain:plain",
                                 "json:anchors:words:exec:paths",
                                 "paths:json:execPath",
                                 "dangling:plain:dangling",
                                 "many:plain:many"})
            QTest::newRow(list) << QString::fromLatin1(list) << u"other"_s << QString();
        QTest::newRow("home alone") << QString() << u"plain"_s << QString();
        QTest::newRow("nothing at all") << QString() << QString() << QString();
        QTest::newRow("an empty list is none") << u""_s << u"plain"_s << QString();
        QTest::newRow("named over all") << u"plain:clash"_s << u"other"_s << u"json"_s;
        QTest::newRow("named, relative paths") << QString() << u"other"_s << u"paths"_s;
    }

    void merges()
    {
        QFETCH(QString, list);
        QFETCH(QString, home);
        QFETCH(QString, named);
        const auto place = [this](const QString& word, const QString& path) {
            QDir().mkpath(QFileInfo(path).path());
            QFile file(path);
            if (!vocabulary().contains(word) || !file.open(QIODevice::WriteOnly))
                qFatal("no such word");
            file.write(vocabulary().value(word));
        };
        QStringList paths;
        for (const QString& word : list.split(u':')) {
            const QString path = m_dir->filePath(u"sub/"_s + word + u"/config"_s);
            if (!word.isEmpty() && word != u"-"_s)
                place(word, path);
            paths << (word.isEmpty() ? QString() : path);
        }
        const QString variable = list.isEmpty() ? list : paths.join(u':');
        if (!home.isEmpty())
            place(home, m_dir->filePath(u".kube/config"_s));
        const QString explicitFile = named.isEmpty() ? QString() : m_dir->filePath(u"sub/named"_s);
        if (!named.isEmpty())
            place(named, explicitFile);

        int code = 0;
        QByteArray complaint;
        const QByteArray json =
            view(named.isEmpty() ? QStringList() : QStringList{u"--kubeconfig"_s, explicitFile}, variable,
                 code, complaint);
        QVERIFY2(code == 0, complaint.constData());
        const QJsonDocument document = QJsonDocument::fromJson(json);
        QVERIFY2(document.isObject(), json.constData());

        QHash<QString, QString> environment;
        if (!variable.isNull())
            environment.insert(u"KUBECONFIG"_s, variable);
        const auto config = loadKubeconfig(KubeconfigPlaces::find(environment, m_dir->path(), explicitFile));
        QVERIFY2(config, genuine::wordsOf(config).constData());
        const QByteArray us = ours(*config).text();
        const QByteArray them = theirs(document.object(), *config).text();
        QVERIFY2(us == them, ("ours:\n" + us + "\ntheirs:\n" + them).constData());
    }

    /// What kubectl refuses, we name as a problem of that file.
    void refusals_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no YAML") << QByteArray("clusters: [\n");
        QTest::newRow("a list") << QByteArray("- a\n- b\n");
        QTest::newRow("another kind") << QByteArray("apiVersion: v1\nkind: Pod\n");
        QTest::newRow("a mapping for a list") << QByteArray("clusters: {a: b}\n");
        QTest::newRow("a list for text") << QByteArray("clusters: [{name: a, cluster: {server: [x]}}]\n");
        QTest::newRow("text for a truth") << QByteArray(
            "clusters: [{name: a, cluster: {server: \"https://a\", insecure-skip-tls-verify: \"true\"}}]\n");
        QTest::newRow("no base64") << QByteArray(
            "clusters: [{name: a, cluster: {server: \"https://a\", certificate-authority-data: \"%%\"}}]\n");
        QTest::newRow("twice the same name")
            << QByteArray("clusters: [{name: a, cluster: {server: \"https://a\"}}, {name: a, cluster: "
                          "{server: \"https://b\"}}]\n");
    }

    void refusals()
    {
        QFETCH(QByteArray, text);
        QFile file(m_dir->filePath(u"broken"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        int code = 0;
        QByteArray complaint;
        view({}, file.fileName(), code, complaint);
        QVERIFY2(code != 0, "kubectl takes it");
        const auto config =
            loadKubeconfig(KubeconfigPlaces::find({{u"KUBECONFIG"_s, file.fileName()}}, m_dir->path()));
        QVERIFY(config);
        QVERIFY(!config->problems.isEmpty());
        QCOMPARE(config->problems.at(0).place.file, file.fileName());
    }
};

QTEST_GUILESS_MAIN(TestKubeconfigOracle)
#include "tst_kubeconfig_oracle.moc"
