#include "app/cli/apply_output.h"
#include "app/cli/diff_output.h"
#include "app/cli/get_output.h"
#include "app/cli/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace kaptan;
using namespace kaptan::cli;
using namespace Qt::StringLiterals;

namespace
{

kube::ApiResource resource(const QString& group, const QString& name, const QString& kind,
                           bool namespaced = true)
{
    kube::ApiResource made;
    made.group = group;
    made.version = u"v1"_s;
    made.name = name;
    made.kind = kind;
    made.namespaced = namespaced;
    return made;
}

Found pods()
{
    Found found{resource({}, u"pods"_s, u"Pod"_s), {}, {}};
    found.table.columns = {{u"Name"_s, u"string"_s, {}, 0},
                           {u"Nominated Node"_s, u"string"_s, {}, 1},
                           {u"Status"_s, u"string"_s, {}, 0}};
    for (const QString& name : {u"web-1"_s, u"db"_s}) {
        kube::TableRow row;
        row.name = name;
        row.nameSpace = u"shop"_s;
        row.cells = {name, u"<none>"_s, u"Running"_s};
        found.table.rows.append(row);
    }
    return found;
}

QJsonObject secret(const QString& value)
{
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Secret"_s},
            {u"metadata"_s,
             QJsonObject{{u"name"_s, u"s"_s},
                         {u"annotations"_s,
                          QJsonObject{{u"kubectl.kubernetes.io/last-applied-configuration"_s, value},
                                      {u"other"_s, u"kept"_s}}}}},
            {u"data"_s, QJsonObject{{u"password"_s, value}, {u"user"_s, u"c2hvcA=="_s}}},
            {u"stringData"_s, QJsonObject{{u"plain"_s, value}}}};
}

LoadedManifests twoObjects()
{
    LoadedManifests loaded;
    kube::ManifestObject one;
    one.apiVersion = u"apps/v1"_s;
    one.kind = u"Deployment"_s;
    one.nameSpace = u"shop"_s;
    one.name = u"web\x1b[31m"_s;
    kube::ManifestObject two;
    two.apiVersion = u"v1"_s;
    two.kind = u"Namespace"_s;
    two.name = u"shop"_s;
    loaded.objects = {one, two};
    loaded.places = {u"a.yaml:1"_s, u"a.yaml:9"_s};
    return loaded;
}

} // namespace

/// What the commands of clusters print.
class TestClusterOutput : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void tablesAsKubectlHasThem()
    {
        QCOMPARE(foundTable({pods()}, {}), u"NAME   STATUS\nweb-1  Running\ndb     Running\n"_s);
        QCOMPARE(foundTable({pods()}, {true, true}),
                 u"NAMESPACE  NAME   NOMINATED NODE  STATUS\nshop       web-1  <none>          Running\n"_s
                 u"shop       db     <none>          Running\n"_s);
        Found nodes{resource({}, u"nodes"_s, u"Node"_s, false), pods().table, {}};
        nodes.table.rows.resize(1);
        // Of several kinds the names say which; a kind without a namespace has no column for it.
        const QString both =
            foundTable({pods(), nodes, {resource({}, u"services"_s, u"Service"_s), {}, {}}}, {false, true});
        QVERIFY2(both.contains(u"\n\nNAME        STATUS\nnode/web-1  Running\n"_s), qPrintable(both));
        QVERIFY(both.contains(u"shop       pod/db"_s));
        QCOMPARE(foundTable({}, {}), QString());
        QCOMPARE(
            foundNames({pods(), {resource(u"apps"_s, u"deployments"_s, u"Deployment"_s), nodes.table, {}}}),
            u"pod/web-1\npod/db\ndeployment.apps/web-1\n"_s);
    }

    void aHostileTable()
    {
        Found found = pods();
        found.table.columns[0].name = u"Na\x1bme"_s;
        found.table.rows[0].cells[0] = u"web\x1b]0;owned\x07\nFAKE"_s + QString(10'000, u'x');
        const QString text = foundTable({found}, {});
        QVERIFY(!text.contains(u'\x1b') && !text.contains(u'\x07'));
        QCOMPARE(text.count(u'\n'), 3);
    }

    void jsonIsAListOrTheObject()
    {
        Found found = pods();
        found.objects = {QJsonObject{{u"kind"_s, u"Pod"_s}}, QJsonObject{{u"kind"_s, u"Pod"_s}}};
        QCOMPARE(foundJson({found}, false).value(u"items"_s).toArray().size(), 2);
        QCOMPARE(foundJson({found}, false).value(u"kind"_s).toString(), u"List"_s);
        found.objects.resize(1);
        QCOMPARE(foundJson({found}, true).value(u"kind"_s).toString(), u"Pod"_s);
        QCOMPARE(foundJson({found}, false).value(u"kind"_s).toString(), u"List"_s);
    }

    void jsonDoesNotActOnTheTerminal()
    {
        const QJsonObject bad{{u"a\u009b"_s, u"\u202e\x1b İ \U000E0001 ok"_s}};
        const QString text = jsonText(bad);
        for (const QChar c : text)
            QVERIFY(c == u'\n' || c.isPrint());
        QCOMPARE(QJsonDocument::fromJson(text.toUtf8()).object(), bad); // nothing is lost
        QVERIFY(text.contains(u"İ"_s));
    }

    void secretsAreHidden()
    {
        const QJsonObject hidden = withoutSecrets(secret(u"c2VjcmV0"_s));
        QVERIFY(!QJsonDocument(hidden).toJson().contains("c2VjcmV0"));
        QCOMPARE(hidden.value(u"data"_s).toObject().keys(), (QStringList{u"password"_s, u"user"_s}));
        QCOMPARE(hidden.value(u"metadata"_s)
                     .toObject()
                     .value(u"annotations"_s)
                     .toObject()
                     .value(u"other"_s)
                     .toString(),
                 u"kept"_s);
        QJsonObject map = secret(u"x"_s);
        map.insert(u"kind"_s, u"ConfigMap"_s);
        QCOMPARE(withoutSecrets(map), map);
        QVERIFY(!withoutSecrets({{u"apiVersion"_s, u"v1"_s}, {u"kind"_s, u"Secret"_s}}).contains(u"data"_s));
    }

    void aSecretsChangeIsSeenButNotItsValue()
    {
        const auto [before, after] = hiddenPair(secret(u"b2xk"_s), secret(u"bmV3"_s));
        for (const QJsonObject& one : {before, after}) {
            const QByteArray text = QJsonDocument(one).toJson();
            QVERIFY(!text.contains("b2xk") && !text.contains("bmV3"));
        }
        const QJsonObject was = before.value(u"data"_s).toObject(), is = after.value(u"data"_s).toObject();
        QVERIFY(was.value(u"password"_s) != is.value(u"password"_s));
        QCOMPARE(was.value(u"user"_s), is.value(u"user"_s));
        // A new one, one that goes.
        QVERIFY(!QJsonDocument(hiddenPair({}, secret(u"bmV3"_s)).second).toJson().contains("bmV3"));
        QVERIFY(!QJsonDocument(hiddenPair(secret(u"b2xk"_s), {}).first).toJson().contains("b2xk"));
        // What was something else before.
        QJsonObject other = secret(u"b2xk"_s);
        other.insert(u"kind"_s, u"ConfigMap"_s);
        QVERIFY(!QJsonDocument(hiddenPair(other, secret(u"bmV3"_s)).second).toJson().contains("bmV3"));
    }

    void diffs_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected"); // as diff -u has it, without its heads
        QTest::newRow("nothing") << u"a\n"_s << u"a\n"_s << QString();
        QTest::newRow("one line") << u"a\nb\nc\n"_s << u"a\nB\nc\n"_s
                                  << u"@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"_s;
        QTest::newRow("all new") << QString() << u"a\nb\n"_s << u"@@ -0,0 +1,2 @@\n+a\n+b\n"_s;
        QTest::newRow("all gone") << u"a\n"_s << QString() << u"@@ -1 +0,0 @@\n-a\n"_s;
        QTest::newRow("three lines around")
            << u"1\n2\n3\n4\n5\n6\n7\n8\n9\n"_s << u"1\n2\n3\n4\nx\n6\n7\n8\n9\n"_s
            << u"@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n"_s;
        QTest::newRow("near ones together") << u"1\n2\n3\n4\n5\n6\n7\n8\n"_s << u"x\n2\n3\n4\n5\n6\n7\ny\n"_s
                                            << u"@@ -1,8 +1,8 @@\n-1\n+x\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+y\n"_s;
        QTest::newRow("far ones apart")
            << u"1\n2\n3\n4\n5\n6\n7\n8\n9\n"_s << u"x\n2\n3\n4\n5\n6\n7\n8\ny\n"_s
            << u"@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+y\n"_s;
        QTest::newRow("added in between")
            << u"a\nb\n"_s << u"a\nx\nb\n"_s << u"@@ -1,2 +1,3 @@\n a\n+x\n b\n"_s;
        QTest::newRow("what a terminal acts on")
            << u"a\x1b[31m\n"_s << QString() << u"@@ -1 +0,0 @@\n-a\\u{1b}[31m\n"_s;
    }

    void diffs()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, expected);
        const QString heads = expected.isEmpty() ? QString() : u"--- live\n+++ file\n"_s;
        QCOMPARE(unifiedDiff(before, after, u"live"_s, u"file"_s, false), heads + expected);
        const QString coloured = unifiedDiff(before, after, u"live"_s, u"file"_s, true);
        QCOMPARE(coloured.contains(u"\x1b[3"_s), !expected.isEmpty());
        QCOMPARE(QString(coloured).remove(QRegularExpression(u"\x1b\\[[0-9]*m"_s)), heads + expected);
    }

    void outcomesOfAnApply()
    {
        const LoadedManifests manifests = twoObjects();
        kube::ApplyOutcome failed, created;
        failed.state = kube::ApplyOutcome::State::Failed;
        failed.warnings = {u"old\x1b version"_s};
        KubeError conflict;
        conflict.code = 409;
        conflict.reason = u"Conflict"_s;
        conflict.message = u"Apply failed with 1 conflict"_s;
        conflict.causes = {
            u"FieldManagerConflict: .spec.replicas: conflict with \"kubectl\\x1b\" using apps/v1"_s};
        failed.error = Error(conflict);
        created.state = kube::ApplyOutcome::State::Created;
        const QString table = applyTable(manifests, {failed, created}, true);
        QVERIFY2(table.startsWith(u"OBJECT"_s) && table.count(u'\n') == 3, qPrintable(table));
        QVERIFY(table.contains(u"deployment.apps/web\\u{1b}[31m"_s) && table.contains(u"failed"_s));
        QVERIFY(table.contains(u"created (dry run)"_s));
        QVERIFY(!applyTable(manifests, {failed, created}, false).contains(u"dry run"_s));

        const QString troubles = applyTroubles(manifests, {failed, created});
        QVERIFY2(troubles.contains(u"a.yaml:1: deployment.apps/web"_s), qPrintable(troubles));
        QVERIFY(troubles.contains(u".spec.replicas"_s) && troubles.contains(u"kubectl"_s));
        QVERIFY(troubles.contains(u"--force-conflicts"_s));
        QVERIFY(troubles.contains(u"Warning: "_s) && !troubles.contains(u'\x1b'));
        QCOMPARE(applyTroubles(manifests, {created, created}), QString());

        const QJsonObject json = applyJson(manifests, {failed, created}, false);
        QCOMPARE(json.keys(), (QStringList{u"dryRun"_s, u"objects"_s}));
        const QJsonObject first = json.value(u"objects"_s).toArray().at(0).toObject();
        QCOMPARE(first.keys(), (QStringList{u"apiVersion"_s, u"error"_s, u"kind"_s, u"name"_s, u"namespace"_s,
                                            u"place"_s, u"state"_s, u"warnings"_s}));
        QCOMPARE(first.value(u"state"_s).toString(), u"failed"_s);
        const QJsonObject held =
            first.value(u"error"_s).toObject().value(u"conflicts"_s).toArray().at(0).toObject();
        QCOMPARE(held.value(u"field"_s).toString(), u".spec.replicas"_s);
        QCOMPARE(json.value(u"objects"_s).toArray().at(1).toObject().value(u"state"_s).toString(),
                 u"created"_s);
        // What was not reached is told too.
        QCOMPARE(applyJson(manifests, {}, false)
                     .value(u"objects"_s)
                     .toArray()
                     .at(0)
                     .toObject()
                     .value(u"state"_s)
                     .toString(),
                 u"notSent"_s);
    }
};

QTEST_GUILESS_MAIN(TestClusterOutput)
#include "tst_cluster_output.moc"
