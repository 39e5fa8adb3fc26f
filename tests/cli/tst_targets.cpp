#include "app/cli/cluster_job.h"
#include "app/cli/manifests.h"
#include "app/cli/rollout.h"
#include "app/cli/targets.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace kaptan;
using namespace kaptan::cli;
using namespace Qt::StringLiterals;

namespace
{

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

/// What the words of the cluster commands name.
class TestTargets : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void words_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<bool>("objects");
        QTest::addColumn<QStringList>("expected"); // "kind name"
        QTest::newRow("a kind") << QStringList{u"pods"_s} << false << QStringList{u"pods "_s};
        QTest::newRow("kinds") << QStringList{u"pods,svc,pods"_s} << false
                               << QStringList{u"pods "_s, u"svc "_s};
        QTest::newRow("names") << QStringList{u"pod"_s, u"a"_s, u"b.c"_s} << true
                               << QStringList{u"pod a"_s, u"pod b.c"_s};
        QTest::newRow("slashes") << QStringList{u"deployment.apps/web"_s, u"svc/db"_s} << true
                                 << QStringList{u"deployment.apps web"_s, u"svc db"_s};
        QTest::newRow("roles have colons") << QStringList{u"clusterrole/system:node"_s} << false
                                           << QStringList{u"clusterrole system:node"_s};
    }

    void words()
    {
        QFETCH(QStringList, words);
        QFETCH(bool, objects);
        QFETCH(QStringList, expected);
        const auto read = readTargets(words, objects ? TargetForm::Objects : TargetForm::KindsOrObjects);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message()));
        QStringList found;
        for (const TargetWord& one : *read)
            found << one.kind + u' ' + one.name;
        QCOMPARE(found, expected);
    }

    void badWords_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<bool>("objects");
        QTest::addColumn<QString>("named"); // the word that the error names
        QTest::newRow("nothing") << QStringList() << false << u"KIND"_s;
        QTest::newRow("no object") << QStringList{u"pods"_s} << true << u"pods"_s;
        QTest::newRow("mixed") << QStringList{u"pod/a"_s, u"b"_s} << false << u"b"_s;
        QTest::newRow("no kind") << QStringList{u"/a"_s} << false << u"/a"_s;
        QTest::newRow("no name") << QStringList{u"pod/"_s} << false << u"pod/"_s;
        QTest::newRow("two slashes") << QStringList{u"pod/a/b"_s} << false << u"pod/a/b"_s;
        QTest::newRow("a way out") << QStringList{u"pod/.."_s} << false << u"pod/.."_s;
        QTest::newRow("an empty name") << QStringList{u"pod"_s, QString()} << false << QString();
        QTest::newRow("kinds with names") << QStringList{u"pods,svc"_s, u"a"_s} << false << u"pods,svc"_s;
        QTest::newRow("an empty kind") << QStringList{u"pods,"_s} << false << u"pods,"_s;
        QTest::newRow("a percent sign") << QStringList{u"pod"_s, u"%2e"_s} << true << u"%2e"_s;
    }

    void badWords()
    {
        QFETCH(QStringList, words);
        QFETCH(bool, objects);
        QFETCH(QString, named);
        const auto read = readTargets(words, objects ? TargetForm::Objects : TargetForm::KindsOrObjects);
        QVERIFY(!read);
        const auto* why = read.error().as<InvalidInput>();
        QVERIFY(why);
        QCOMPARE(why->field, named);
        QVERIFY(!why->why.isEmpty() && !why->fix.isEmpty());
    }

    void foldersAreReadByName()
    {
        QTemporaryDir folder;
        write(folder.filePath(u"b.yaml"_s), "b");
        write(folder.filePath(u"a.json"_s), "a");
        write(folder.filePath(u"notes.txt"_s), "n");
        QDir(folder.path()).mkdir(u"more"_s);
        write(folder.filePath(u"more/c.yml"_s), "c");
        const auto texts = [&](bool recursive, QStringList& errors) {
            QStringList all;
            for (const ManifestSource& one : readPlace(folder.path(), recursive, errors))
                all << one.text;
            return all;
        };
        QStringList errors;
        QCOMPARE(texts(false, errors), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(texts(true, errors), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(errors, QStringList());
        QCOMPARE(readPlace(folder.filePath(u"notes.txt"_s), false, errors).size(), 1); // named by somebody
    }

    void whatCannotBeReadIsNamed()
    {
        QTemporaryDir folder;
        QStringList errors;
        QVERIFY(readPlace(folder.filePath(u"none.yaml"_s), false, errors).isEmpty());
        QVERIFY(readPlace(folder.path(), false, errors).isEmpty());
        write(folder.filePath(u"latin.yaml"_s), "a: \xfc\n");
        QVERIFY(readPlace(folder.filePath(u"latin.yaml"_s), false, errors).isEmpty());
        QCOMPARE(errors.size(), 3);
        QVERIFY(errors.at(0).startsWith(folder.filePath(u"none.yaml"_s) + u": "_s));
        QVERIFY(errors.at(1).contains(u"no manifest"_s) && errors.at(1).contains(u"-R"_s));
        QVERIFY(errors.at(2).contains(u"UTF-8"_s));
    }

    void placesOfProblems()
    {
        QCOMPARE(problemLine(u"a.yaml"_s, 3, 1, u"it is wrong"_s, u"Mend it."_s),
                 u"a.yaml:3:1: it is wrong. Mend it."_s);
        QCOMPARE(problemLine(u"a.yaml"_s, 0, 0, u"it is wrong."_s, {}), u"a.yaml: it is wrong."_s);
    }

    void objectsOfAllSources()
    {
        const QByteArray pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop}\n";
        const ManifestSource one{u"one.yaml"_s,
                                 QString::fromUtf8(pod + "---\n" + QByteArray(pod).replace(": a", ": b"))};
        LoadedManifests loaded = parseSources({one}, {});
        QCOMPARE(loaded.errors, QStringList());
        QCOMPARE(loaded.places, (QStringList{u"one.yaml:1"_s, u"one.yaml:5"_s}));
        QCOMPARE(titleOf(loaded.objects.at(1)), u"pod/b"_s);
        // The same twice, at its second place.
        loaded = parseSources({one, {u"two.yaml"_s, u"\n"_s + QString::fromUtf8(pod)}}, {});
        QCOMPARE(loaded.errors.size(), 1);
        QVERIFY2(loaded.errors.first().startsWith(u"two.yaml:2: "_s) &&
                     loaded.errors.first().contains(u"one.yaml:1"_s),
                 qPrintable(loaded.errors.first()));
        // Another namespace than -n.
        QCOMPARE(parseSources({one}, u"shop"_s).errors, QStringList());
        QCOMPARE(parseSources({one}, u"other"_s).errors.size(), 2);
        // What is no YAML.
        loaded = parseSources({{u"bad.yaml"_s, u"a: [\n"_s}}, {});
        QVERIFY(!loaded.errors.isEmpty() && loaded.errors.first().startsWith(u"bad.yaml:"_s));
    }

    void rollouts_data()
    {
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<int>("state");
        using State = Rollout::State;
        const auto row = [](const char* name, const char* json, State state) {
            QTest::newRow(name) << QByteArray(json) << int(state);
        };
        row("not begun",
            R"({"kind":"Deployment","metadata":{"generation":2},"status":{"observedGeneration":1}})",
            State::Going);
        row("half",
            R"({"kind":"Deployment","spec":{"replicas":2},"status":{"replicas":3,"updatedReplicas":1}})",
            State::Going);
        row("old ones left",
            R"({"kind":"Deployment","spec":{"replicas":2},"status":{"replicas":3,"updatedReplicas":2,"availableReplicas":3}})",
            State::Going);
        row("not ready",
            R"({"kind":"Deployment","spec":{"replicas":2},"status":{"replicas":2,"updatedReplicas":2,"availableReplicas":1}})",
            State::Going);
        row("done",
            R"({"kind":"Deployment","spec":{"replicas":2},"status":{"replicas":2,"updatedReplicas":2,"availableReplicas":2}})",
            State::Done);
        row("none wanted", R"({"kind":"Deployment","spec":{"replicas":0},"status":{}})", State::Done);
        row("stuck",
            R"({"kind":"Deployment","spec":{"replicas":1},"status":{"conditions":[{"type":"Progressing","reason":"ProgressDeadlineExceeded"}]}})",
            State::Stuck);
        row("a set half way",
            R"({"kind":"StatefulSet","spec":{"replicas":2},"status":{"readyReplicas":2,"updatedReplicas":1,"currentRevision":"a","updateRevision":"b"}})",
            State::Going);
        row("a set done",
            R"({"kind":"StatefulSet","spec":{"replicas":2},"status":{"readyReplicas":2,"currentRevision":"b","updateRevision":"b"}})",
            State::Done);
        row("a set with a partition",
            R"({"kind":"StatefulSet","spec":{"replicas":3,"updateStrategy":{"type":"RollingUpdate","rollingUpdate":{"partition":2}}},"status":{"readyReplicas":3,"updatedReplicas":1,"currentRevision":"a","updateRevision":"b"}})",
            State::Done);
        row("on delete", R"({"kind":"DaemonSet","spec":{"updateStrategy":{"type":"OnDelete"}}})",
            State::Manual);
        row("daemons going",
            R"({"kind":"DaemonSet","status":{"desiredNumberScheduled":3,"updatedNumberScheduled":3,"numberAvailable":2}})",
            State::Going);
        row("daemons done",
            R"({"kind":"DaemonSet","status":{"desiredNumberScheduled":3,"updatedNumberScheduled":3,"numberAvailable":3}})",
            State::Done);
    }

    void rollouts()
    {
        QFETCH(QByteArray, object);
        QFETCH(int, state);
        const Rollout read = rolloutOf(QJsonDocument::fromJson(object).object());
        QCOMPARE(int(read.state), state);
        QCOMPARE(read.why.isEmpty(),
                 read.state == Rollout::State::Done || read.state == Rollout::State::Stuck);
    }
};

QTEST_GUILESS_MAIN(TestTargets)
#include "tst_targets.moc"
