#include "app/kube/config/kubeconfig.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace kaptan;
using namespace kaptan::kube;
using namespace Qt::StringLiterals;

class TestPlaces : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QString write(const QString& name, const QByteArray& text)
    {
        QFile file(m_dir.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                                  : QString();
    }

    static KubeconfigPlaces listed(const QStringList& files)
    {
        return KubeconfigPlaces::find({{u"KUBECONFIG"_s, files.join(QDir::listSeparator())}}, u"/nowhere"_s);
    }

private Q_SLOTS:

    void whichFilesCount()
    {
        const auto home = KubeconfigPlaces::find({}, u"/home/x"_s);
        QCOMPARE(home.files, QStringList{u"/home/x/.kube/config"_s});
        QVERIFY(home.defaultPlaces && !home.explicitFile);

        const QHash<QString, QString> environment{{u"KUBECONFIG"_s, u":/a::/b:/a:"_s}};
        const auto list = KubeconfigPlaces::find(environment, u"/home/x"_s);
        QCOMPARE(list.files, (QStringList{u"/a"_s, u"/b"_s}));
        QVERIFY(list.defaultPlaces && !list.explicitFile);

        const auto one = KubeconfigPlaces::find(environment, u"/home/x"_s, u"/c"_s);
        QCOMPARE(one.files, QStringList{u"/c"_s});
        QVERIFY(!one.defaultPlaces && one.explicitFile);

        QCOMPARE(KubeconfigPlaces::find({{u"KUBECONFIG"_s, u""_s}}, u"/home/x"_s).files, home.files);
        QVERIFY(KubeconfigPlaces::find({{u"KUBECONFIG"_s, u":"_s}}, u"/home/x"_s).files.isEmpty());
        QCOMPARE(KubeconfigPlaces::find({{u"KUBECONFIG"_s, u"r"_s}}, u"/home/x"_s).files,
                 QStringList{QDir::current().absoluteFilePath(u"r"_s)});
    }

    void theFirstWinsWhole()
    {
        const QString a = write(u"a"_s, "clusters: [{name: c, cluster: {server: https://a}}]\n"
                                        "users: [{name: u, user: {token: ta}}]\n");
        const QString b =
            write(u"b"_s, "current-context: x\n"
                          "clusters: [{name: c, cluster: {server: https://b, proxy-url: http://p}},\n"
                          "           {name: d, cluster: {server: https://d}}]\n"
                          "users: [{name: u, user: {username: ub}}]\n"
                          "contexts: [{name: x, context: {cluster: c, user: u}}]\n");
        const QString c = write(u"c"_s, "current-context: y\n");
        const auto config = loadKubeconfig(listed({a, m_dir.filePath(u"missing"_s), b, c}));
        QVERIFY(config.has_value());
        QVERIFY(config->problems.isEmpty() && config->defaultPlaces);
        QCOMPARE(config->files, (QStringList{a, b, c}));
        QCOMPARE(config->currentContext, u"x"_s);
        QCOMPARE(config->currentContextPlace, (Place{b, 1}));
        QCOMPARE(config->cluster(u"c"_s)->server, u"https://a"_s);
        QVERIFY(config->cluster(u"c"_s)->proxyUrl.isEmpty());
        QCOMPARE(config->cluster(u"d"_s)->place, (Place{b, 3}));
        QCOMPARE(config->user(u"u"_s)->token, u"ta"_s);
        QVERIFY(config->user(u"u"_s)->username.isEmpty());
    }

    /// Else the credentials of one file would go to the server of another.
    void aBrokenEntryKeepsItsPlace()
    {
        const QString a = write(u"a"_s, "current-context: x\n"
                                        "clusters: [{name: c, cluster: {server: [1]}}]\n"
                                        "users: [{name: u, user: {token: {a: 1}}}]\n"
                                        "contexts: [{name: x, context: {cluster: c, user: u}},\n"
                                        "           {name: y, context: {cluster: [c]}}]\n");
        const QString b = write(u"b"_s, "clusters: [{name: c, cluster: {server: https://b}}]\n"
                                        "users: [{name: u, user: {token: tb}}]\n"
                                        "contexts: [{name: y, context: {cluster: c, user: u}}]\n");
        const auto config = loadKubeconfig(listed({a, b}));
        QVERIFY(config.has_value());
        QVERIFY(!config->cluster(u"c"_s) && !config->user(u"u"_s) && !config->context(u"y"_s));
        QCOMPARE(config->brokenClusters.value(u"c"_s).place, (Place{a, 2}));
        QCOMPARE(config->brokenUsers.value(u"u"_s).place, (Place{a, 3}));
        QCOMPARE(config->brokenContexts.value(u"y"_s).place, (Place{a, 5}));
        QCOMPARE(config->problems.size(), 3); // that they are missing too would be no news
        // In the other order the good ones are the first.
        const auto other = loadKubeconfig(listed({b, a}));
        QVERIFY(other && other->cluster(u"c"_s) && other->user(u"u"_s) && other->context(u"y"_s));
        QVERIFY(other->brokenClusters.isEmpty() && other->brokenUsers.isEmpty());
    }

    void aBrokenFileOfAListIsAProblem()
    {
        const QString good = write(u"good"_s, "clusters: [{name: c, cluster: {server: https://a}}]\n");
        const QString bad = write(u"bad"_s, "a:\n\tb: 1\n");
        const auto config = loadKubeconfig(listed({bad, m_dir.path(), good}));
        QVERIFY(config.has_value());
        QVERIFY(config->cluster(u"c"_s));
        QCOMPARE(config->files, QStringList{good});
        QCOMPARE(config->problems.size(), 2);
        QCOMPARE(config->problems[0].place, (Place{bad, 2}));
        QCOMPARE(config->problems[1].place, (Place{m_dir.path(), 0}));
    }

    void anExplicitFileMustBeThereAndWhole()
    {
        const auto missing = loadKubeconfig(KubeconfigPlaces::find({}, {}, m_dir.filePath(u"missing"_s)));
        QVERIFY(!missing && missing.error().as<StorageError>());
        const auto broken = loadKubeconfig(KubeconfigPlaces::find({}, {}, write(u"broken"_s, "[")));
        QVERIFY(!broken && broken.error().as<ParseError>());
        const auto nothing = loadKubeconfig(KubeconfigPlaces::find({}, u"/nowhere"_s));
        QVERIFY(nothing && nothing->files.isEmpty());
    }

    void aLargeFileIsRefusedUnread()
    {
        const QString path = write(u"large"_s, "a: 1\n");
        QVERIFY(QFile::resize(path, 50 * 1024 * 1024));
        const auto config = loadKubeconfig(listed({path}));
        QVERIFY(config.has_value());
        QCOMPARE(config->problems.size(), 1);
        QVERIFY(config->problems[0].why.contains(u"4 MiB"_s));
    }

    void aPipeIsNotWaitedFor()
    {
        const QString path = m_dir.filePath(u"pipe"_s);
        QCOMPARE(mkfifo(qPrintable(path), 0600), 0);
        const auto config = loadKubeconfig(listed({path}));
        QVERIFY(config.has_value());
        QCOMPARE(config->problems.size(), 1);
    }

    void namesWithoutAnEntryAreSaid()
    {
        const QString path = write(u"refs"_s, "current-context: gone\n"
                                              "contexts:\n"
                                              "- {name: x, context: {cluster: c, user: u}}\n");
        const auto config = loadKubeconfig(listed({path}));
        QVERIFY(config.has_value());
        QCOMPARE(config->problems.size(), 3);
        QCOMPARE(config->problems[0].place, (Place{path, 3}));
        QVERIFY(config->problems[1].why.contains(u"“u”"_s));
        QCOMPARE(config->problems[2].place, (Place{path, 1}));
    }
};

QTEST_APPLESS_MAIN(TestPlaces)
#include "tst_places.moc"
