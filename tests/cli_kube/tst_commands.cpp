#include "genuine.h"
#include "tests/support/place/place.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <pty.h>
#include <unistd.h>

using namespace kaptan;
using namespace Qt::StringLiterals;
using genuine::kubectl;
using genuine::Output;
using kaptan::test::slow;

namespace
{

/// In an order that none of them could be made in.
constexpr auto folderFirst =
    "apiVersion: apps/v1\nkind: Deployment\n"
    "metadata: {name: web, namespace: NS, labels: {app: web}}\n"
    "spec:\n  replicas: 1\n  selector: {matchLabels: {app: web}}\n"
    "  template:\n    metadata: {labels: {app: web}}\n    spec:\n"
    "      terminationGracePeriodSeconds: 0\n"
    "      containers: [{name: web, image: test/busybox:1, command: [sleep, \"3600\"]}]\n"
    "---\napiVersion: kaptan-ctl.example.com/v1\nkind: Gadget\n"
    "metadata: {name: first, namespace: NS}\nspec: {size: 1}\n";
constexpr auto folderSecond =
    "apiVersion: v1\nkind: Secret\nmetadata: {name: login, namespace: NS}\ndata: {password: "
    "Zmlyc3Qtc2VjcmV0}\n" // servers write what stands in stringData anew at each apply
    "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: NS}\ndata: {greeting: "
    "hello}\n"
    "---\napiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n"
    "metadata: {name: gadgets.kaptan-ctl.example.com}\nspec:\n  group: kaptan-ctl.example.com\n  scope: "
    "Namespaced\n"
    "  names: {kind: Gadget, plural: gadgets, singular: gadget}\n  versions:\n"
    "  - name: v1\n    served: true\n    storage: true\n    schema:\n      openAPIV3Schema:\n        type: "
    "object\n"
    "        properties: {spec: {type: object, properties: {size: {type: integer}}}}\n"
    "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: NS}\n";

/// The words of each line, whatever is between them.
QVector<QStringList> cells(const QByteArray& text)
{
    static const QRegularExpression blanks(u" {2,}"_s);
    QVector<QStringList> rows;
    for (const QString& line : QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts))
        rows.append(line.trimmed().split(blanks));
    return rows;
}

} // namespace

/// kaptanctl on a genuine cluster, with kubectl beside it.
class TestCommands : public QObject
{
    Q_OBJECT

    const QString m_namespace = u"ctl-%1"_s.arg(QCoreApplication::applicationPid());
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

    QByteArray placed(const char* text) const { return QByteArray(text).replace("NS", m_namespace.toUtf8()); }

    QProcessEnvironment environment(const char* identity) const
    {
        QProcessEnvironment made;
        made.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
        made.insert(u"HOME"_s, m_home.path());
        made.insert(u"KAPTAN_CONFIG_DIR"_s, m_home.filePath(u"config"_s));
        made.insert(u"KUBECONFIG"_s, genuine::variable(identity));
        made.insert(u"LANG"_s, u"C.UTF-8"_s);
        return made;
    }

    Output runAs(const char* identity, const QStringList& arguments, const QByteArray& input = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(environment(identity));
        process.start(kaptan::test::kaptanctl(), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(slow) || process.exitStatus() != QProcess::NormalExit)
            return {-1, {}, process.errorString().toUtf8()};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    Output run(const QStringList& arguments, const QByteArray& input = {}) const
    {
        return runAs("KAPTAN_TEST_KUBECONFIG", arguments, input);
    }

    QByteArray field(const QString& object, const QString& path) const
    {
        return kubectl({u"-n"_s, m_namespace, u"get"_s, object, u"-o"_s, u"jsonpath="_s + path}).out;
    }

    QString configMap(const QByteArray& greeting) const
    {
        return file(u"settings.yaml"_s, placed("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, "
                                               "namespace: NS}\ndata: {greeting: ") +
                                            greeting + "}\n");
    }

private Q_SLOTS:

    void initTestCase()
    {
        const QString why = genuine::missing(
            {u"KAPTAN_TEST_KUBECONFIG"_s, u"KAPTAN_TEST_KUBECONFIG_VIEWER"_s, u"KAPTAN_TEST_KUBECTL"_s});
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY(!file(u"all/1.yaml"_s, placed(folderFirst)).isEmpty());
        QVERIFY(!file(u"all/2.yaml"_s, placed(folderSecond)).isEmpty());
    }

    void cleanupTestCase()
    {
        if (genuine::variable("KAPTAN_TEST_KUBECTL").isEmpty())
            return;
        kubectl({u"delete"_s, u"namespace"_s, m_namespace, u"--wait=false"_s});
        kubectl({u"delete"_s, u"crd"_s, u"gadgets.kaptan-ctl.example.com"_s, u"--wait=false"_s});
    }

    void aDryRunChangesNothing()
    {
        const QString alone =
            file(u"alone.yaml"_s, placed("apiVersion: v1\nkind: Namespace\nmetadata: {name: NS}\n"));
        const Output dry = run({u"apply"_s, u"-f"_s, alone, u"--dry-run"_s});
        QVERIFY2(dry.code == 0, dry.err.constData());
        QVERIFY2(dry.out.contains("namespace/") && dry.out.contains("(dry run)"), dry.out.constData());
        QVERIFY(kubectl({u"get"_s, u"namespace"_s, m_namespace}).code != 0);
    }

    void diffOfWhatIsNotThere()
    {
        const Output diff = run({u"diff"_s, u"-f"_s, m_home.filePath(u"all"_s)});
        QVERIFY2(diff.code == 1, diff.err.constData());
        QVERIFY2(diff.out.contains("+kind: Gadget") && diff.out.contains("+kind: Namespace"),
                 diff.out.constData());
        QVERIFY(!diff.out.contains("first-secret") && !diff.out.contains('\x1b'));
    }

    void aFolderIsAppliedInItsOrder()
    {
        const Output applied = run({u"apply"_s, u"-f"_s, m_home.filePath(u"all"_s)});
        QVERIFY2(applied.code == 0, (applied.out + applied.err).constData());
        const auto rows = cells(applied.out);
        QCOMPARE(rows.size(), 7);
        QCOMPARE(rows.at(1), (QStringList{u"deployment.apps/web"_s, m_namespace, u"created"_s}));
        for (const QStringList& row : rows.mid(1))
            QCOMPARE(row.last(), u"created"_s);
        QCOMPARE(field(u"configmap/settings"_s, u"{.data.greeting}"_s), "hello");
        QCOMPARE(field(u"gadget/first"_s, u"{.spec.size}"_s), "1");

        // Kubernetes 1.20 writes a namespace anew at its second apply; and servers tell times in whole
        // seconds: within the same one an apply that changed nothing cannot be told from a change while a
        // controller writes.
        QCOMPARE(run({u"apply"_s, u"-f"_s, m_home.filePath(u"all"_s)}).code, 0);
        const QDateTime then = QDateTime::currentDateTimeUtc();
        QTRY_VERIFY_WITH_TIMEOUT(then.secsTo(QDateTime::currentDateTimeUtc()) >= 2, 30000);
        const Output again = run({u"apply"_s, u"-f"_s, m_home.filePath(u"all"_s), u"-o"_s, u"json"_s});
        QVERIFY2(again.code == 0, (again.out + again.err).constData());
        const QJsonArray objects = QJsonDocument::fromJson(again.out).object().value(u"objects"_s).toArray();
        QCOMPARE(objects.size(), 6);
        for (const QJsonValue& one : objects)
            QVERIFY2(one.toObject().value(u"state"_s).toString() == u"unchanged"_s, again.out.constData());
    }

    void exitCodesOfDiff()
    {
        const Output same = run({u"diff"_s, u"-f"_s, m_home.filePath(u"all"_s)});
        QVERIFY2(same.code == 0, (same.out + same.err).constData());
        QCOMPARE(same.out, QByteArray());
        const Output other = run({u"diff"_s, u"-f"_s, configMap("bye")});
        QVERIFY2(other.code == 1, other.err.constData());
        QVERIFY2(other.out.contains("-  greeting: hello\n+  greeting: bye\n"), other.out.constData());
        QCOMPARE(field(u"configmap/settings"_s, u"{.data.greeting}"_s), "hello");
        const Output wrong =
            run({u"diff"_s, u"-f"_s, u"-"_s},
                placed("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: Not_A_Name, namespace: NS}\n"));
        QVERIFY2(wrong.code > 1, wrong.out.constData());
        QVERIFY(wrong.err.contains("Not_A_Name"));
        const Output unknown =
            run({u"diff"_s, u"-f"_s, u"-"_s}, "apiVersion: no/v1\nkind: Such\nmetadata: {name: a}\n");
        QVERIFY2(unknown.code > 1 && unknown.err.contains("no/v1 Such"), unknown.err.constData());
    }

    void aSecretsValueIsNeverShown()
    {
        const Output diff =
            run({u"diff"_s, u"-f"_s, u"-"_s},
                placed("apiVersion: v1\nkind: Secret\nmetadata: {name: login, namespace: NS}\n"
                       "stringData: {password: second-secret}\n"));
        QVERIFY2(diff.code == 1 && diff.out.contains("hidden"), (diff.out + diff.err).constData());
        const Output shown =
            run({u"get"_s, u"secret"_s, u"login"_s, u"-n"_s, m_namespace, u"-o"_s, u"yaml"_s});
        QVERIFY2(shown.code == 0 && shown.out.contains("password: ") && shown.err.contains("--show-secrets"),
                 (shown.out + shown.err).constData());
        for (const char* secret : {"first-secret", "second-secret"})
            for (const QByteArray& text : {QByteArray(secret), QByteArray(secret).toBase64()})
                QVERIFY2(!diff.out.contains(text) && !shown.out.contains(text), text.constData());
        const Output asked =
            run({u"get"_s, u"secret/login"_s, u"-n"_s, m_namespace, u"-o"_s, u"json"_s, u"--show-secrets"_s});
        QVERIFY(asked.out.contains(QByteArray("first-secret").toBase64()));
    }

    void theColumnsAreKubectls_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("deployments") << QStringList{u"deployments"_s};
        QTest::newRow("wide") << QStringList{u"deploy"_s, u"-o"_s, u"wide"_s};
        QTest::newRow("by name") << QStringList{u"configmap"_s, u"settings"_s};
        QTest::newRow("a custom kind") << QStringList{u"gadgets"_s};
        QTest::newRow("labels") << QStringList{u"deployments"_s, u"-l"_s, u"app=web"_s};
        QTest::newRow("nodes") << QStringList{u"nodes"_s};
        QTest::newRow("names") << QStringList{u"deploy"_s, u"-o"_s, u"name"_s};
        QTest::newRow("several") << QStringList{u"deploy,cm"_s};
    }

    void theColumnsAreKubectls()
    {
        QFETCH(QStringList, words);
        // An age may become another one between the two.
        QVector<QStringList> ours, theirs;
        const bool same = QTest::qWaitFor(
            [&] {
                const Output our = run(QStringList{u"get"_s} + words + QStringList{u"-n"_s, m_namespace});
                const Output their =
                    kubectl(QStringList{u"get"_s} + words + QStringList{u"-n"_s, m_namespace});
                ours = cells(our.out);
                theirs = cells(their.out);
                return our.code == 0 && their.code == 0 && ours == theirs;
            },
            slow);
        if (!same)
            qDebug() << ours << theirs;
        QVERIFY(same);
    }

    void whatIsNotThere()
    {
        const Output one = run({u"get"_s, u"pod"_s, u"nobody"_s, u"-n"_s, m_namespace});
        QCOMPARE(one.code, 1);
        QVERIFY2(one.err.contains("nobody"), one.err.constData());
        const Output none = run({u"get"_s, u"cronjobs"_s, u"-n"_s, m_namespace});
        QCOMPARE(none.code, 0);
        QVERIFY(none.out.isEmpty() && none.err.contains(m_namespace.toUtf8()));
        const Output kind = run({u"get"_s, u"deplomyents"_s});
        QCOMPARE(kind.code, 1);
        QVERIFY2(kind.err.contains("deployments.apps"), kind.err.constData());
    }

    void aConflictNamesWhoManagesTheField()
    {
        const Output taken =
            kubectl({u"apply"_s, u"--server-side"_s, u"--force-conflicts"_s, u"-f"_s, configMap("theirs")});
        QVERIFY2(taken.code == 0, taken.err.constData());
        const Output refused = run({u"apply"_s, u"-f"_s, configMap("ours")});
        QVERIFY2(refused.code == 1, (refused.out + refused.err).constData());
        QVERIFY2(refused.err.contains(".data.greeting") && refused.err.contains("kubectl") &&
                     refused.err.contains("--force-conflicts"),
                 refused.err.constData());
        QCOMPARE(field(u"configmap/settings"_s, u"{.data.greeting}"_s), "theirs");
        const Output diff = run({u"diff"_s, u"-f"_s, configMap("ours")});
        QVERIFY2(diff.err.contains(".data.greeting"), diff.err.constData());
        const Output forced = run({u"apply"_s, u"-f"_s, configMap("ours"), u"--force-conflicts"_s});
        QVERIFY2(forced.code == 0, forced.err.constData());
        QCOMPARE(field(u"configmap/settings"_s, u"{.data.greeting}"_s), "ours");
    }

    void theServersWarningsAreShown()
    {
        const Output warned =
            run({u"apply"_s, u"--dry-run"_s, u"-f"_s, u"-"_s},
                placed("apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: old, "
                       "namespace: NS}\nspec: {backend: {serviceName: a, servicePort: 80}}\n"));
        if (warned.err.contains("no such kind") || warned.err.contains("does not know"))
            QSKIP("a server without the old kind");
        QVERIFY2(warned.code == 0 && warned.err.contains("Warning: ") && warned.err.contains("deprecated"),
                 (warned.out + warned.err).constData());
    }

    void oneThatFailsDoesNotStopTheOthers()
    {
        const Output applied =
            run({u"apply"_s, u"-f"_s, u"-"_s},
                placed("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: good, namespace: NS}\n---\n"
                       "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: Bad_Name, namespace: NS}\n---\n"
                       "apiVersion: no/v1\nkind: Such\nmetadata: {name: unknown, namespace: NS}\n"));
        QVERIFY2(applied.code == 1, (applied.out + applied.err).constData());
        const auto rows = cells(applied.out);
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows.at(1).last(), u"created"_s);
        QCOMPARE(rows.at(2).last(), u"failed"_s);
        QCOMPARE(rows.at(3).last(), u"failed"_s);
        QVERIFY2(applied.err.contains("-:5: configmap/Bad_Name"), applied.err.constData());
    }

    void theViewerIsRefused()
    {
        const QByteArray map =
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: not-for-you, namespace: demo}\n";
        const Output applied = runAs("KAPTAN_TEST_KUBECONFIG_VIEWER", {u"apply"_s, u"-f"_s, u"-"_s}, map);
        QVERIFY2(applied.code == 1 && applied.err.contains("patch") && applied.err.contains("configmaps"),
                 (applied.out + applied.err).constData());
        QVERIFY(kubectl({u"-n"_s, u"demo"_s, u"get"_s, u"configmap"_s, u"not-for-you"_s}).code != 0);
        const Output got = runAs("KAPTAN_TEST_KUBECONFIG_VIEWER", {u"get"_s, u"nodes"_s});
        QVERIFY2(got.code == 1 && got.err.contains("nodes"), got.err.constData());
        QCOMPARE(runAs("KAPTAN_TEST_KUBECONFIG_VIEWER", {u"get"_s, u"pods"_s}).code,
                 0); // of its own namespace
    }

    void restart()
    {
        QTRY_COMPARE_WITH_TIMEOUT(field(u"deployment/web"_s, u"{.status.availableReplicas}"_s), "1", slow);
        const Output done = run({u"restart"_s, u"deployment/web"_s, u"-n"_s, m_namespace, u"--wait"_s,
                                 u"--cause"_s, u"a new certificate"_s});
        QVERIFY2(done.code == 0, (done.out + done.err).constData());
        QVERIFY2(done.out.contains("deployment.apps/web: restarted") && done.out.contains("all pods are new"),
                 done.out.constData());
        QCOMPARE(field(u"deployment/web"_s, u"{.metadata.annotations.kubernetes\\.io/change-cause}"_s),
                 "a new certificate");
        QCOMPARE(
            field(u"deployment/web"_s, u"{.metadata.annotations.deployment\\.kubernetes\\.io/revision}"_s),
            "2");
        const Output wrong = run({u"restart"_s, u"configmap/settings"_s, u"-n"_s, m_namespace});
        QCOMPARE(wrong.code, 1);
        QVERIFY(wrong.err.contains("template"));
    }

    void drainAsAShow()
    {
        const QString node = QString::fromUtf8(
            kubectl({u"get"_s, u"nodes"_s, u"-o"_s, u"jsonpath={.items[0].metadata.name}"_s}).out);
        const Output shown = run({u"drain"_s, node, u"--dry-run"_s, u"--force"_s, u"--ignore-daemonsets"_s,
                                  u"--delete-emptydir-data"_s});
        QVERIFY2(shown.code == 0, (shown.out + shown.err).constData());
        QVERIFY2(shown.out.contains(m_namespace.toUtf8() + "/web-"), shown.out.constData());
        QVERIFY(
            kubectl({u"get"_s, u"node"_s, node, u"-o"_s, u"jsonpath={.spec.unschedulable}"_s}).out.isEmpty());
        QCOMPARE(run({u"drain"_s, u"no-such-node"_s, u"--dry-run"_s}).code, 1);
        QCOMPARE(run({u"cordon"_s, u"no-such-node"_s}).code, 1);
    }

    void productionAsksAtTheTerminal_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<int>("code");
        QTest::newRow("another name") << QByteArray("yes\n") << 1;
        QTest::newRow("nothing") << QByteArray("\n") << 1;
        QTest::newRow("its name") << QByteArray("testbed-admin\n") << 0;
    }

    void productionAsksAtTheTerminal()
    {
        QFETCH(QByteArray, typed);
        QFETCH(int, code);
        QVERIFY2(run({u"apply"_s, u"-f"_s, configMap("kept")}).code == 0, "applied");
        const QByteArray id =
            "kube-" + QCryptographicHash::hash(QByteArray("\0testbed-admin", 14), QCryptographicHash::Sha256)
                          .toHex()
                          .left(16);
        const QString settings =
            file(u"config/settings.json"_s, "{\"marks\":{\"" + id + "\":{\"production\":true}}}");
        int master = -1, slave = -1;
        QCOMPARE(openpty(&master, &slave, nullptr, nullptr, nullptr), 0);
        QProcess process;
        process.setProcessEnvironment(environment("KAPTAN_TEST_KUBECONFIG"));
        process.setChildProcessModifier([slave] { ::dup2(slave, 0); });
        process.start(kaptan::test::kaptanctl(), {u"delete"_s, u"cm/settings"_s, u"-n"_s, m_namespace});
        QByteArray asked;
        QTRY_VERIFY_WITH_TIMEOUT((asked += process.readAllStandardError()).contains("Type its name"), slow);
        QVERIFY2(asked.contains("configmap/settings") && asked.contains("testbed-admin"), asked.constData());
        QCOMPARE(::write(master, typed.constData(), size_t(typed.size())), ssize_t(typed.size()));
        QVERIFY(process.waitForFinished(slow));
        QFile::remove(settings);
        ::close(master);
        ::close(slave);
        QCOMPARE(process.exitCode(), code);
        QCOMPARE(kubectl({u"-n"_s, m_namespace, u"get"_s, u"cm"_s, u"settings"_s}).code == 0, code != 0);
    }

    void whatIsHeldIsExplained()
    {
        const Output made =
            run({u"apply"_s, u"-f"_s, u"-"_s},
                placed("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: held, namespace: NS, "
                       "finalizers: [example.com/held]}\n"));
        QVERIFY2(made.code == 0, made.err.constData());
        const Output dry = run({u"delete"_s, u"cm/held"_s, u"-n"_s, m_namespace, u"--dry-run"_s});
        QVERIFY2(dry.code == 0 && dry.out.contains("(dry run)"), dry.err.constData());
        QCOMPARE(field(u"cm/held"_s, u"{.metadata.deletionTimestamp}"_s), "");
        const Output held = run({u"delete"_s, u"cm"_s, u"held"_s, u"-n"_s, m_namespace, u"--wait"_s,
                                 u"--wait-timeout"_s, u"1"_s});
        QVERIFY2(held.code == 1 && held.err.contains("example.com/held"), held.err.constData());
        kubectl({u"-n"_s, m_namespace, u"patch"_s, u"cm"_s, u"held"_s, u"--type=merge"_s, u"-p"_s,
                 u"{\"metadata\":{\"finalizers\":null}}"_s});
    }

    void whatWasAppliedIsDeleted()
    {
        const Output missing = run({u"delete"_s, u"cm"_s, u"nobody"_s, u"-n"_s, m_namespace});
        QCOMPARE(missing.code, 1);
        QCOMPARE(run({u"delete"_s, u"cm"_s, u"nobody"_s, u"-n"_s, m_namespace, u"--ignore-not-found"_s}).code,
                 0);
        const Output gone =
            run({u"delete"_s, u"-f"_s, m_home.filePath(u"all"_s), u"--wait"_s, u"--ignore-not-found"_s});
        QVERIFY2(gone.code == 0, (gone.out + gone.err).constData());
        QVERIFY(kubectl({u"get"_s, u"namespace"_s, m_namespace}).code != 0);
        QVERIFY(kubectl({u"get"_s, u"crd"_s, u"gadgets.kaptan-ctl.example.com"_s}).code != 0);
        // The namespace goes last of all, so that each was told by itself.
        QVERIFY2(gone.out.indexOf("deployment.apps/web") < gone.out.indexOf("namespace/"),
                 gone.out.constData());
    }
};

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
