#include "tests/support/patience.h"
#include "tests/support/place/place.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using kaptan::test::slow;

namespace
{

struct Ended {
    int code = -1;
    QString out, err;
};

/// A cluster that nobody answers for.
constexpr auto kubeconfig = "apiVersion: v1\nkind: Config\nclusters:\n"
                            "- {name: c, cluster: {server: \"https://127.0.0.1:1\"}}\n"
                            "users:\n- {name: u, user: {token: t}}\ncontexts:\n"
                            "- {name: live, context: {cluster: c, user: u, namespace: shop}}\n"
                            "- {name: other, context: {cluster: c, user: u}}\n";

} // namespace

/// What the commands of clusters refuse before they ask anybody.
class TestClusterWords : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

    QString file(const QString& name, const QByteArray& text) const
    {
        const QString path = m_home.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile made(path);
        if (!made.open(QIODevice::WriteOnly) || made.write(text) != text.size())
            return {};
        return path;
    }

    Ended run(const QStringList& arguments, const QByteArray& input = {}) const
    {
        QProcess process;
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
        environment.insert(u"HOME"_s, m_home.path());
        environment.insert(u"KAPTAN_CONFIG_DIR"_s, m_home.filePath(u"config"_s));
        environment.insert(u"LANG"_s, u"C.UTF-8"_s);
        process.setProcessEnvironment(environment);
        process.start(kaptan::test::kaptanctl(), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(slow) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    /// Marks the context as the window does.
    void mark(const QByteArray& context, const char* what) const
    {
        const QByteArray id =
            "kube-" + QCryptographicHash::hash('\0' + context, QCryptographicHash::Sha256).toHex().left(16);
        const QJsonObject marks{{QString::fromLatin1(id), QJsonObject{{QLatin1String(what), true}}}};
        file(u"config/settings.json"_s, QJsonDocument(QJsonObject{{u"marks"_s, marks}}).toJson());
    }

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(!file(u".kube/config"_s, QByteArray(kubeconfig) + "current-context: live\n").isEmpty());
        QVERIFY(!file(u"pod.yaml"_s, "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n").isEmpty());
    }

    void init() { QFile::remove(m_home.filePath(u"config/settings.json"_s)); }

    void usage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* name, const QString& words, const QString& named) {
            QTest::newRow(name) << words.split(u' ') << named;
        };
        row("get nothing", u"get"_s, u"KIND"_s);
        row("get a format", u"get pods -o xml"_s, u"xml"_s);
        row("get everywhere a name", u"get pods web -A"_s, u"--all-namespaces"_s);
        row("get everywhere somewhere", u"get pods -A -n shop"_s, u"--namespace"_s);
        row("get labels of a name", u"get pod/web -l a=b"_s, u"--selector"_s);
        row("a bad namespace", u"get pods -n ../../x"_s, u"../../x"_s);
        row("apply nothing", u"apply"_s, u"-f"_s);
        row("apply a word", u"apply web.yaml"_s, u"web.yaml"_s);
        row("apply the input twice", u"apply -f - -f -"_s, u"-f -"_s);
        row("diff nothing", u"diff"_s, u"-f"_s);
        row("delete nothing", u"delete"_s, u"KIND"_s);
        row("delete a kind", u"delete pods"_s, u"pods"_s);
        row("delete both", u"delete pod/a -f x.yaml"_s, u"pod/a"_s);
        row("delete by another way", u"delete pod/a --cascade sideways"_s, u"sideways"_s);
        row("a time without waiting", u"delete pod/a --wait-timeout 3"_s, u"--wait-timeout"_s);
        row("a bad time", u"delete pod/a --wait --wait-timeout soon"_s, u"soon"_s);
        row("confirm without yes", u"delete pod/a --confirm live"_s, u"--confirm"_s);
        row("confirm another", u"delete pod/a --yes --confirm other"_s, u"other"_s);
        row("restart nothing", u"restart"_s, u"KIND"_s);
        row("restart a kind", u"restart deployment"_s, u"deployment"_s);
        row("drain nothing", u"drain"_s, u"NODE"_s);
        row("drain two", u"drain a b"_s, u"b"_s);
        row("drain a path", u"drain ../a"_s, u"../a"_s);
        row("drain for ever", u"drain a --drain-timeout x"_s, u"--drain-timeout"_s);
        row("cordon nothing", u"cordon"_s, u"NODE"_s);
        row("an unknown context", u"get pods --context none"_s, u"none"_s);
    }

    void usage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, named);
        const Ended ended = run(arguments);
        QVERIFY2(ended.code == 2, qPrintable(u"%1: "_s.arg(ended.code) + ended.err));
        QVERIFY(ended.out.isEmpty());
        QVERIFY2(ended.err.startsWith(u"kaptanctl: "_s) && ended.err.contains(named), qPrintable(ended.err));
        QVERIFY2(ended.err.count(u'\n') >= 2, qPrintable(ended.err)); // what to do about it
    }

    void anOptionsValueIsNoCommand()
    {
        // The namespace is called as a command is.
        const Ended ended = run({u"-n"_s, u"status"_s, u"get"_s});
        QCOMPARE(ended.code, 2);
        QVERIFY2(ended.err.contains(u"KIND"_s), qPrintable(ended.err));
    }

    void enginesAreRefused()
    {
        const Ended ended =
            run({u"apply"_s, u"-f"_s, m_home.filePath(u"pod.yaml"_s), u"-c"_s, u"/no/such.sock"_s});
        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.err.contains(u"engine"_s) && ended.err.contains(u"--context"_s),
                 qPrintable(ended.err));
    }

    void noCurrentContextIsNotGuessed()
    {
        const QString other = file(u"other.kubeconfig"_s, kubeconfig);
        const Ended ended = run({u"get"_s, u"pods"_s, u"--kubeconfig"_s, other});
        QCOMPARE(ended.code, 2);
        QVERIFY2(ended.err.contains(u"--context"_s), qPrintable(ended.err));
    }

    void nobodyAnswers()
    {
        const Ended ended = run({u"get"_s, u"pods"_s});
        QVERIFY2(ended.code == 3, qPrintable(ended.err));
        QVERIFY2(ended.err.contains(u"127.0.0.1:1"_s), qPrintable(ended.err));
    }

    void badManifestsAreToldWithTheirPlace()
    {
        const QString bad = file(u"bad.yaml"_s, "kind: Pod\nmetadata:\n\tname: a\n");
        const Ended applied = run({u"apply"_s, u"-f"_s, bad, u"-f"_s, m_home.filePath(u"none.yaml"_s)});
        QVERIFY2(applied.code == 1, qPrintable(applied.err)); // before the cluster is asked
        QVERIFY2(applied.err.contains(bad + u":3:"_s), qPrintable(applied.err));
        QVERIFY2(applied.err.contains(u"none.yaml: "_s), qPrintable(applied.err));
        QVERIFY(applied.out.isEmpty());
        QCOMPARE(run({u"diff"_s, u"-f"_s, bad}).code, 4);
        QCOMPARE(run({u"apply"_s, u"-f"_s, u"-"_s}, "a: [").code, 1);
        QCOMPARE(run({u"apply"_s, u"-f"_s, u"-"_s}, "").code, 1);
        QCOMPARE(run({u"apply"_s, u"-f"_s, u"http://127.0.0.1:1/x.yaml"_s}).code, 1);
    }

    void readOnlyIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString pod = m_home.filePath(u"pod.yaml"_s);
        QTest::newRow("apply") << QStringList{u"apply"_s, u"-f"_s, pod};
        QTest::newRow("delete") << QStringList{u"delete"_s, u"pod/a"_s};
        QTest::newRow("restart") << QStringList{u"restart"_s, u"deployment/a"_s};
        QTest::newRow("drain") << QStringList{u"drain"_s, u"a"_s};
        QTest::newRow("cordon") << QStringList{u"cordon"_s, u"a"_s};
        QTest::newRow("uncordon") << QStringList{u"uncordon"_s, u"a"_s};
        QTest::newRow("by the context's name")
            << QStringList{u"delete"_s, u"pod/a"_s, u"--context"_s, u"live"_s};
        QTest::newRow("by its file") << QStringList{u"delete"_s, u"pod/a"_s, u"--kubeconfig"_s,
                                                    m_home.filePath(u".kube/config"_s)};
        QTest::newRow("by its connection") << QStringList{u"delete"_s, u"pod/a"_s, u"-c"_s, u"live"_s};
        QTest::newRow("whatever is confirmed")
            << QStringList{u"delete"_s, u"pod/a"_s, u"--yes"_s, u"--confirm"_s, u"live"_s};
    }

    void readOnlyIsRefused()
    {
        QFETCH(QStringList, arguments);
        mark("live", "readOnly");
        const Ended ended = run(arguments);
        QVERIFY2(ended.code == 1, qPrintable(ended.err));
        QVERIFY2(ended.err.contains(u"read-only"_s) && ended.err.contains(u"live"_s), qPrintable(ended.err));
        QVERIFY(ended.out.isEmpty());
    }

    void aCopyOfTheFileHasItsMarks()
    {
        mark("live", "readOnly");
        const QString copy = file(u"copy.kubeconfig"_s, QByteArray(kubeconfig) + "current-context: live\n");
        QCOMPARE(run({u"delete"_s, u"pod/a"_s, u"--kubeconfig"_s, copy}).code, 1);
    }

    void whatReadsIsNotRefused()
    {
        mark("live", "readOnly");
        const QString pod = m_home.filePath(u"pod.yaml"_s);
        QCOMPARE(run({u"get"_s, u"pods"_s}).code, 3);
        QCOMPARE(run({u"diff"_s, u"-f"_s, pod}).code, 3);
        QCOMPARE(run({u"apply"_s, u"-f"_s, pod, u"--dry-run"_s}).code, 3);
        QCOMPARE(run({u"delete"_s, u"pod/a"_s, u"--dry-run"_s}).code, 3);
        QCOMPARE(run({u"drain"_s, u"a"_s, u"--dry-run"_s}).code, 3);
    }

    void productionAsksForItsName()
    {
        mark("live", "production");
        for (const QStringList& words :
             {QStringList{u"delete"_s, u"pod/a"_s}, QStringList{u"restart"_s, u"ds/a"_s},
              QStringList{u"delete"_s, u"pod/a"_s, u"--yes"_s}}) {
            const Ended ended = run(words, "live\n"); // no terminal
            QVERIFY2(ended.code == 1, qPrintable(ended.err));
            QVERIFY2(ended.err.contains(u"production"_s) && ended.err.contains(u"--confirm"_s),
                     qPrintable(ended.err));
        }
        // With its name it goes on, to where nobody answers.
        QCOMPARE(run({u"delete"_s, u"pod/a"_s, u"--yes"_s, u"--confirm"_s, u"live"_s}).code, 3);
        // Another one is not asked for.
        QCOMPARE(run({u"delete"_s, u"pod/a"_s, u"-n"_s, u"x"_s, u"--dry-run"_s}).code, 3);
    }

    void helpTellsTheWords()
    {
        for (const QString& command : {u"get"_s, u"apply"_s, u"diff"_s, u"delete"_s, u"restart"_s, u"drain"_s,
                                       u"cordon"_s, u"uncordon"_s}) {
            const Ended help = run({command, u"--help"_s});
            QCOMPARE(help.code, 0);
            QVERIFY2(help.out.contains(u"kaptanctl "_s + command + u' '), qPrintable(help.out));
            QVERIFY(help.out.contains(u"--context"_s));
            QVERIFY(run({u"--help"_s}).out.contains(u"\n  "_s + command));
        }
        QVERIFY(run({u"diff"_s, u"--help"_s}).out.contains(u"4"_s));
        QVERIFY(run({u"apply"_s, u"--help"_s, u"--language"_s, u"tr"_s}).out.contains(u"DOSYA"_s));
    }
};

QTEST_GUILESS_MAIN(TestClusterWords)
#include "tst_cluster_words.moc"
