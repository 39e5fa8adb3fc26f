#include "app/kube/manifest/yaml_path_at.h"

#include <QTest>

using namespace kaptan::kube;
using namespace Qt::StringLiterals;

using Where = YamlPlace::Where;

Q_DECLARE_METATYPE(Where)

class TestYamlPathAt : public QObject
{
    Q_OBJECT

    /// The text without its "|", which is where the cursor stands.
    static YamlPlace at(QString text)
    {
        const qsizetype cursor = text.indexOf(u'|');
        text.remove(cursor, 1);
        const QString before = text.left(cursor);
        return placeAt(text, int(before.count(u'\n')) + 1, int(cursor - before.lastIndexOf(u'\n') - 1) + 1);
    }

private Q_SLOTS:

    void places_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Where>("where");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("present");
        const auto row = [](const char* name, const char* text, Where where, const char* path,
                            const char* typed, const QStringList& present = {}) {
            QTest::newRow(name) << QString::fromUtf8(text) << where << QString::fromUtf8(path)
                                << QString::fromUtf8(typed) << present;
        };
        const QStringList none;
        row("nothing yet", "|", Where::Key, "", "");
        row("a first key", "ki|", Where::Key, "", "ki");
        row("beside others", "kind: Pod\nsp|\nmetadata:\n  name: a\n", Where::Key, "", "sp",
            {u"kind"_s, u"metadata"_s});
        row("a value", "kind: Dep|", Where::Value, "kind", "Dep");
        row("an empty value", "kind: |", Where::Value, "kind", "");
        row("below a key", "spec:\n  re|", Where::Key, "spec", "re");
        row("an empty line as far in", "spec:\n  replicas: 1\n  |\n", Where::Key, "spec", "",
            {u"replicas"_s});
        row("an empty line at the left", "spec:\n  replicas: 1\n|\n", Where::Key, "", "", {u"spec"_s});
        row("between siblings", "spec:\n  a: 1\n  |\n  b: 2\nstatus: {}\n", Where::Key, "spec", "",
            {u"a"_s, u"b"_s});
        row("in the first item", "spec:\n  containers:\n  - name: web\n    im|\n", Where::Key,
            "spec.containers[0]", "im", {u"name"_s});
        row("in the second item", "spec:\n  containers:\n  - name: a\n    image: x\n  - name: b\n    |\n",
            Where::Key, "spec.containers[1]", "", {u"name"_s});
        row("a list further in", "spec:\n  containers:\n    - name: a\n    - na|\n", Where::Key,
            "spec.containers[1]", "na");
        row("an item that has just begun", "containers:\n- name: a\n- |\n", Where::Key, "containers[1]", "");
        row("a sibling of a list", "spec:\n  containers:\n  - name: a\n  rest|\n", Where::Key, "spec", "rest",
            {u"containers"_s});
        row("the value of an item's key", "a:\n- name: we|", Where::Value, "a[0].name", "we");
        row("a list in a list", "a:\n- - x: 1\n    |\n", Where::Key, "a[0][0]", "", {u"x"_s});
        row("back out of depth", "a:\n  b:\n    c:\n      d: 1\n    |", Where::Key, "a.b", "", {u"c"_s});
        row("deep in a template",
            "spec:\n  template:\n    spec:\n      containers:\n      - name: web\n        livenessProbe:\n   "
            "       "
            "httpGet:\n            po|",
            Where::Key, "spec.template.spec.containers[0].livenessProbe.httpGet", "po");
        row("a key in quotes", "metadata:\n  annotations:\n    \"a.b/c\": |", Where::Value,
            "metadata.annotations[\"a.b/c\"]", "");
        row("a quote that is open", "metadata:\n  labels:\n    \"ap|", Where::Key, "metadata.labels", "ap");
        row("no YAML above", "spec:\n  replicas: [1\n", Where::Nowhere, "", "");
        row("a broken line above", "kind: Pod\nwhat is this\nspec:\n  |", Where::Key, "spec", "");
        row("a comment", "spec:\n  # re|", Where::Nowhere, "", "");
        row("behind a comment's sign", "a: 1 # b|", Where::Nowhere, "", "");
        row("a sign within a word", "a: b#c|", Where::Value, "a", "b#c");
        row("comments count for nothing", "spec:\n# spec2:\n  # x:\n  |", Where::Key, "spec", "");
        row("in a text of many lines", "data:\n  a: >\n    key: |\n", Where::Nowhere, "", "");
        row("an empty line of it", "data:\n  a: >-\n    one\n    |\n    two\n", Where::Nowhere, "", "");
        row("behind it", "data:\n  a: >\n    key: x\n  |\n", Where::Key, "data", "", {u"a"_s});
        row("keys of it are none", "data:\n  a: >\n    spec:\n      x: 1\nspec:\n  |", Where::Key, "spec",
            "");
        row("an item that is such a text", "args:\n- >\n  a:\n    b\n- |", Where::Key, "args[1]", "");
        row("flow style", "a: {b|", Where::Nowhere, "", "");
        row("flow style of many lines", "a: {\n  b: 1,\n  |\n}\n", Where::Nowhere, "", "");
        row("behind flow style", "a: {\n  b: 1\n}\nc:\n  |\n", Where::Key, "c", "");
        row("another document", "kind: A\nspec:\n  a: 1\n---\nkind: B\nspec:\n  |\n", Where::Key, "spec", "");
        row("the line between documents", "a: 1\n--|-\nb: 2\n", Where::Nowhere, "", "");
        row("a colon within a word", "image: test/busybox:1|", Where::Value, "image", "test/busybox:1");
        row("an address", "- http://x|", Where::Key, "[0]", "http://x");
    }

    void places()
    {
        QFETCH(QString, text);
        QFETCH(Where, where);
        QFETCH(QString, path);
        QFETCH(QString, typed);
        QFETCH(QStringList, present);
        if (!text.contains(u'|'))
            text += u'|';
        const YamlPlace place = at(text);
        QCOMPARE(place.where, where);
        if (where == Where::Nowhere)
            return;
        QCOMPARE(place.path.toString(), path);
        QCOMPARE(place.typed, typed);
        QCOMPARE(place.present, present);
    }

    void whatItIsOf()
    {
        const QString text =
            u"# first\napiVersion: v1\nkind: Pod\n---\nspec:\n  |\nkind: \"Deployment\" # a\n"_s
            u"apiVersion: apps/v1\n---\nkind: Third\n"_s;
        const YamlPlace place = at(text);
        QCOMPARE(place.document, 1);
        QCOMPARE(place.kind, u"Deployment"_s);
        QCOMPARE(place.apiVersion, u"apps/v1"_s);
        QCOMPARE(at(u"---\nkind: Pod\n|"_s).document, 0);
    }

    void placesThatAreNotThere()
    {
        QCOMPARE(placeAt(QString(), 5, 5).path, YamlPath());
        QCOMPARE(placeAt(u"a:\n  b: 1"_s, 99, 99).path.toString(), u"a.b"_s);
        QCOMPARE(placeAt(u"a: 1"_s, 0, 0).path, YamlPath());
        QCOMPARE(pathAt(u"a:\n  "_s, 2, 3).toString(), u"a"_s);
    }

    void everyPlaceOfABadTextEnds()
    {
        const QString text = u"a:\n- - {x: [\n  '\"\n\t b: |\n :\n-\n--- \n...\n? x\n: y\n&a *b\n%"_s;
        for (int line = 0; line < 15; ++line)
            for (int column = 0; column < 15; ++column)
                placeAt(text, line, column);
    }

    void aLargeTextIsQuick()
    {
        QString text = u"apiVersion: v1\nkind: ConfigMap\ndata:\n"_s;
        for (int i = 0; i < 10'000; ++i)
            text += u"  key-%1: value\n"_s.arg(i);
        const YamlPlace place = placeAt(text + u"  k"_s, 10'004, 4);
        QCOMPARE(place.path.toString(), u"data"_s);
        QCOMPARE(place.present.size(), 10'000);
    }
};

QTEST_GUILESS_MAIN(TestYamlPathAt)
#include "tst_yaml_path_at.moc"
