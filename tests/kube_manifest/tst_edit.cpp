#include "app/kube/manifest/manifest.h"
#include "app/kube/manifest/yaml_edit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kaptan;
using namespace kaptan::kube;

namespace
{

QJsonValue json(const QString& text)
{
    return QJsonDocument::fromJson(u"[%1]"_s.arg(text).toUtf8()).array().at(0);
}

} // namespace

class TestEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paths();
    void sets_data();
    void sets();
    void removes_data();
    void removes();
    void refusals_data();
    void refusals();
    void otherDocumentsStay();
    void windowsLines();
    void whatCannotBeOpened();
    void lines();
    void aValueThatIsThereChangesNothing();
};

void TestEdit::paths()
{
    const YamlPath path{u"metadata"_s, u"annotations"_s, u"a.b/c\"d"_s, 0, u"x"_s};
    QCOMPARE(path.toString(), u"metadata.annotations[\"a.b/c\\\"d\"][0].x"_s);
    QCOMPARE(YamlPath::of(path.toString()), path);
    QCOMPARE(YamlPath::of(u"spec.containers[12].image"_s),
             (YamlPath{u"spec"_s, u"containers"_s, 12, u"image"_s}));
    QCOMPARE((YamlPath{u"a"_s} / 3 / u""_s).toString(), u"a[3][\"\"]"_s);
    QCOMPARE(YamlPath::of(u"a[3][\"\"]"_s), (YamlPath{u"a"_s, 3, u""_s}));
    for (const QString& odd : {u"["_s, u"[\""_s, u"a[x"_s, u"[]"_s, u"..."_s, u"[\"a\\"_s})
        YamlPath::of(odd);
}

void TestEdit::sets_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("after");
    const auto row = [](const char* name, const char* before, const char* path, const char* value,
                        const char* after) {
        QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(path)
                            << QString::fromUtf8(value) << QString::fromUtf8(after);
    };
    row("plain", "a: 1\nb: 2 # two\nc: 3\n", "b", "5", "a: 1\nb: 5 # two\nc: 3\n");
    row("blanks around", "a:   1   # x\n", "a", "\"z\"", "a:   z   # x\n");
    row("double quotes", "a: \"x\" # c\n", "a", "\"y\"", "a: \"y\" # c\n");
    row("single quotes", "a: 'x'\n", "a", "\"it's\"", "a: 'it''s'\n");
    row("single quotes cannot", "a: 'x'\n", "a", "\"\\u202e\"", "a: \"\\u202e\"\n");
    row("quotes are needed", "a: x\n", "a", "\"yes\"", "a: \"yes\"\n");
    row("quotes go with the text", "a: \"x\"\n", "a", "5", "a: 5\n");
    row("truth", "a: yes\n", "a", "false", "a: false\n");
    row("quoted key", "\"a\": 1\n'b' : 2\n", "b", "3", "\"a\": 1\n'b' : 3\n");
    row("no line break at the end", "a: 1", "a", "2", "a: 2");
    row("no line break, new key", "a: 1", "b", "2", "a: 1\nb: 2");
    row("nothing behind the colon", "a:\nb: 2\n", "a", "1", "a: 1\nb: 2\n");
    row("nothing but a comment", "a: # why\nb: 2\n", "a", "1", "a: 1 # why\nb: 2\n");
    row("null", "a: null\nb: ~\n", "b", "1", "a: null\nb: 1\n");
    row("a key called null", "a:\nnull_: 1\n", "a", "1", "a: 1\nnull_: 1\n");
    row("nested", "a:\n  b:\n    c: 1 # one\n  d: 2\n", "a.b.c", "3", "a:\n  b:\n    c: 3 # one\n  d: 2\n");
    row("new key", "a:\n  b: 1\n\n# next\nc: 2\n", "a.x", "\"z\"", "a:\n  b: 1\n  x: z\n\n# next\nc: 2\n");
    row("new way", "a:\n  b: 1\n", "a.x.w.z", "1", "a:\n  b: 1\n  x:\n    w:\n      z: 1\n");
    row("new way by four", "a:\n    b: 1\n", "a.x.w", "1", "a:\n    b: 1\n    x:\n        w: 1\n");
    row("mapping that is null", "a:\nb: 1\n", "a.x", "1", "a:\n  x: 1\nb: 1\n");
    row("mapping that is {}", "a: {} # none\nb: 1\n", "a.x", "1", "a: # none\n  x: 1\nb: 1\n");
    row("list item", "a:\n- b: 1\n  c: 2\n- b: 3\n", "a[1].b", "4", "a:\n- b: 1\n  c: 2\n- b: 4\n");
    row("key of a list item", "a:\n- b: 1\n- b: 3\n", "a[0].c", "4", "a:\n- b: 1\n  c: 4\n- b: 3\n");
    row("append", "a:\n- 1\n- 2\nb: 1\n", "a[2]", "3", "a:\n- 1\n- 2\n- 3\nb: 1\n");
    row("append, indented", "a:\n  - 1 # one\nb: 1\n", "a[1]", "{\"x\":1,\"name\":\"m\"}",
        "a:\n  - 1 # one\n  - name: m\n    x: 1\nb: 1\n");
    row("list that is []", "a: []\n", "a[0]", "1", "a:\n- 1\n");
    row("new list as the others", "a:\n    - 1\nb: {}\n", "c", "[1]", "a:\n    - 1\nb: {}\nc:\n    - 1\n");
    row("item of scalars", "a:\n- x # one\n- y\n", "a[0]", "\"z\"", "a:\n- z # one\n- y\n");
    row("item that is nothing", "a:\n-\n- y\n", "a[0]", "\"z\"", "a:\n- z\n- y\n");
    row("list in list", "a:\n- - 1\n  - 2\n- - 3\n", "a[0][2]", "5", "a:\n- - 1\n  - 2\n  - 5\n- - 3\n");
    row("flow", "a: {b: 1, c: [1, 2]} # f\n", "a.b", "2", "a: {b: 2, c: [1, 2]} # f\n");
    row("flow, new key", "a: {b: 1} # f\n", "a.c", "\"x, y\"", "a: {b: 1, c: \"x, y\"} # f\n");
    row("flow, append", "a: [1, 2]\n", "a[2]", "{\"x\":[1]}", "a: [1, 2, {x: [1]}]\n");
    row("flow, empty within", "a: {b: {}, c: []}\n", "a.b.x", "1", "a: {b: {x: 1}, c: []}\n");
    row("flow, null within", "a: {b: , c}\n", "a.b", "1", "a: {b: 1 , c}\n");
    row("flow, no colon", "a: {b: , c}\n", "a.c", "1", "a: {b: , c: 1}\n");
    row("flow over lines", "a: {\n  b: 1,\n  c: 2\n}\n", "a.d", "3", "a: {\n  b: 1,\n  c: 2,\n  d: 3\n}\n");
    row("json", "{\n  \"a\": \"x\",\n  \"b\": [1]\n}\n", "a", "\"y\"",
        "{\n  \"a\": \"y\",\n  \"b\": [1]\n}\n");
    row("json, new key", "{\n  \"a\": \"x\"\n}\n", "b.c", "\"y\"",
        "{\n  \"a\": \"x\",\n  \"b\": {\"c\": \"y\"}\n}\n");
    row("block scalar", "a: |\n  one\n  two\nb: 1\n", "a", "\"three\\nfour\\n\"",
        "a: |\n  three\n  four\nb: 1\n");
    row("block scalar to one line", "a: | # why\n  one\n\n  two\nb: 1\n", "a", "\"x\"", "a: x # why\nb: 1\n");
    row("one line to block scalar", "a: x # why\nb: 1\n", "a", "\"x\\ny\"", "a: |- # why\n  x\n  y\nb: 1\n");
    row("block scalar in an item", "a:\n- |\n  one\n- 2\n", "a[0]", "\"x\\n\\ny\\n\"",
        "a:\n- |\n  x\n\n  y\n- 2\n");
    row("behind a block scalar", "a:\n  b: |\n    one\n\nc: 1\n", "a.d", "1",
        "a:\n  b: |\n    one\n  d: 1\n\nc: 1\n");
    row("plain over lines", "a: one\n  two\nb: 1\n", "a", "\"x\"", "a: x\nb: 1\n");
    row("quotes over lines", "a: \"one\n  two\" # c\nb: 1\n", "a", "\"x\"", "a: \"x\" # c\nb: 1\n");
    row("mapping to scalar", "a: # why\n  b: 1\n  # c\n  c: 2\nd: 1\n", "a", "1", "a: 1 # why\nd: 1\n");
    row("scalar to mapping", "a: 1 # why\nd: 1\n", "a", "{\"x\":1}", "a: # why\n  x: 1\nd: 1\n");
    row("mapping to mapping", "a:\n  # keep\n  b: 1 # one\n  c: 2\n  d: 3\n", "a",
        "{\"b\":1,\"c\":5,\"e\":{\"f\":[]}}", "a:\n  # keep\n  b: 1 # one\n  c: 5\n  e:\n    f: []\n");
    row("list loses an item", "a:\n- x: 1 # one\n- x: 2 # two\n- x: 3 # three\n", "a",
        "[{\"x\":1},{\"x\":3}]", "a:\n- x: 1 # one\n- x: 3 # three\n");
    row("list gains an item", "a:\n- x: 1 # one\n- x: 3 # three\n", "a", "[{\"x\":1},{\"x\":2},{\"x\":3}]",
        "a:\n- x: 1 # one\n- x: 2\n- x: 3 # three\n");
    row("list gains the first", "a:\n  - 2 # two\n", "a", "[1,2]", "a:\n  - 1\n  - 2 # two\n");
    row("empty text", "", "a.b", "1", "a:\n  b: 1\n");
    row("comment only", "# nothing", "a", "1", "# nothing\na: 1\n");
    row("empty document", "---\n# x\n...\n", "a", "1", "---\n# x\na: 1\n...\n");
    row("directives", "%YAML 1.2\n---\na: 1\n", "a", "2", "%YAML 1.2\n---\na: 2\n");
    row("braces only", "{}\n", "a", "1", "a: 1\n");
    row("null only", "~\n", "a", "1", "a: 1\n");
    row("tag goes", "a: !!str 5\n", "a", "6", "a: 6\n");
    row("anchor that nobody uses", "a: &x 5\nb: 1\n", "a", "6", "a: 6\nb: 1\n");
    row("alias is written over", "a: &x 5\nb: *x\n", "b", "6", "a: &x 5\nb: 6\n");
    row("merged key is set itself", "a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n", "c.b", "3",
        "a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n  b: 3\n");
    row("key with dots", "a:\n  x.y/z: 1\n", "a[\"x.y/z\"]", "2", "a:\n  x.y/z: 2\n");
    row("new key with dots", "a:\n  x: 1\n", "a[\"on\"]", "\"\"", "a:\n  x: 1\n  \"on\": \"\"\n");
    row("unicode before", "ç: \U0001F600 # ğ\na: 1\n", "a", "\"ş\"", "ç: \U0001F600 # ğ\na: ş\n");
    row("byte order mark", "\ufeffa: 1\n", "b", "2", "\ufeffa: 1\nb: 2\n");
    row("complex keys", "? a\n: 1\n? b\n", "a", "2", "? a\n: 2\n? b\n");
    row("hash within", "a: x#y\nb: 'a # b' # c\n", "b", "\"d\"", "a: x#y\nb: 'd' # c\n");
    row("lines at the end without a line break", "a: 1", "b", "\"x\\ny\\n\"", "a: 1\nb: |\n  x\n  y\n");
    row("the last of a block scalar", "a:\n  b: |\n    x", "a.c", "1", "a:\n  b: x\n  c: 1");
}

void TestEdit::sets()
{
    QFETCH(QString, before);
    QFETCH(QString, path);
    QFETCH(QString, value);
    QFETCH(QString, after);
    auto edit = YamlEdit::open(before);
    QVERIFY2(edit.has_value(), edit ? "" : qPrintable(edit.error().message()));
    const auto done = edit->set(YamlPath::of(path), json(value));
    QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().message()));
    QCOMPARE(edit->text(), after);
    QCOMPARE(valueAt(edit->object(), YamlPath::of(path)), json(value));
}

void TestEdit::removes_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("after");
    const auto row = [](const char* name, const char* before, const char* path, const char* after) {
        QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(path)
                            << QString::fromUtf8(after);
    };
    row("with its comment", "a: 1\nb: 2 # two\n# about c\nc: 3\n", "b", "a: 1\n# about c\nc: 3\n");
    row("the last", "a: 1\nb: 2", "b", "a: 1\n");
    row("mapping", "a:\n  b: 1\n  c: 2\nd: 3\n", "a", "d: 3\n");
    row("what becomes empty", "a:\n  b:\n    c: 1\nd: 3\n", "a.b.c", "d: 3\n");
    row("no others", "a:\n  b:\n    c: 1\n  e: {}\nd: 3\n", "a.b.c", "a:\n  e: {}\nd: 3\n");
    row("everything", "a: 1\n", "a", "");
    row("not there", "a: 1\n", "b.c", "a: 1\n");
    row("item", "a:\n- 1 # one\n- 2\n- 3\n", "a[1]", "a:\n- 1 # one\n- 3\n");
    row("the only item", "a:\n- 1 # one\nb: 1\n", "a[0]", "a: []\nb: 1\n");
    row("first key of an item", "a:\n- b: 1\n  c: 2\n- d: 3\n", "a[0].b", "a:\n- c: 2\n- d: 3\n");
    row("first key of an item with a comment", "a:\n- b: 1\n  # about c\n  c: 2\n", "a[0].b",
        "a:\n-\n  # about c\n  c: 2\n");
    row("the only key of an item", "a:\n- b: 1\n- d: 3\n", "a[0].b", "a:\n- {}\n- d: 3\n");
    row("block scalar", "a: |\n  x\n\n  y\nb: 1\n", "a", "b: 1\n");
    row("flow, first", "a: {b: 1, c: 2}\n", "a.b", "a: {c: 2}\n");
    row("flow, last", "a: {b: 1, c: 2}\n", "a.c", "a: {b: 1}\n");
    row("flow, list", "a: [1, 2, 3]\n", "a[1]", "a: [1, 3]\n");
    row("json", "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}\n", "b", "{\n  \"a\": 1,\n  \"c\": 3\n}\n");
    row("json, last", "{\n  \"a\": 1,\n  \"b\": 2\n}\n", "b", "{\n  \"a\": 1\n}\n");
    row("list of lists", "a:\n- - 1\n  - 2\n", "a[0][0]", "a:\n- - 2\n");
    row("complex key", "? a\n: 1\n? b\n: 2\n", "a", "? b\n: 2\n");
    row("nothing behind it", "a:\nb: 1\n", "a", "b: 1\n");
}

void TestEdit::removes()
{
    QFETCH(QString, before);
    QFETCH(QString, path);
    QFETCH(QString, after);
    auto edit = YamlEdit::open(before);
    QVERIFY(edit.has_value());
    const auto done = edit->remove(YamlPath::of(path));
    QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().message()));
    QCOMPARE(edit->text(), after);
}

void TestEdit::refusals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("why");
    const auto row = [](const char* name, const char* text, const char* path, const char* why) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(path) << QString::fromUtf8(why);
    };
    row("behind an alias", "a: &x {b: 1}\nc: *x\n", "c.b", "an alias stands here for what stands elsewhere");
    row("repeated elsewhere", "a: &x {b: 1}\nc: *x\n", "a.b", "an alias elsewhere repeats what stands here");
    row("merged", "a: &x {b: {c: 1}}\nd:\n  <<: *x\n  e: 1\n", "d.b.c", "“<<” takes this in from elsewhere");
    row("through a text", "a: x\n", "a.b",
        "the way leads through something that is neither mapping nor list, or past its end");
    row("past the end", "a: [1]\n", "a[5]",
        "the way leads through something that is neither mapping nor list, or past its end");
    row("index of a mapping", "a: {b: 1}\n", "a[0]",
        "the way leads through something that is neither mapping nor list, or past its end");
}

void TestEdit::refusals()
{
    QFETCH(QString, text);
    QFETCH(QString, path);
    QFETCH(QString, why);
    auto edit = YamlEdit::open(text);
    QVERIFY(edit.has_value());
    const auto done = edit->set(YamlPath::of(path), u"new"_s);
    QVERIFY(!done.has_value());
    QVERIFY(done.error().as<InvalidInput>());
    QCOMPARE(done.error().as<InvalidInput>()->why, why);
    QCOMPARE(done.error().as<InvalidInput>()->field, path);
    QVERIFY(!done.error().as<InvalidInput>()->fix.isEmpty());
    QCOMPARE(edit->text(), text);
}

void TestEdit::otherDocumentsStay()
{
    const QString text = u"a: 1\n---\nbroken: [\n---\na: 2 # two\n--- # last\n\n"_s;
    auto edit = YamlEdit::open(text, 2);
    QVERIFY(edit.has_value());
    QCOMPARE(edit->object(), (QJsonObject{{u"a"_s, 2}}));
    QVERIFY(edit->set({u"b"_s}, 3).has_value());
    QCOMPARE(edit->text(), u"a: 1\n---\nbroken: [\n---\na: 2 # two\nb: 3\n--- # last\n\n"_s);
    edit = YamlEdit::open(text, 3);
    QVERIFY(edit->set({u"b"_s}, u"x\n---\ny\n"_s).has_value());
    QCOMPARE(edit->text(), text + u"b: |\n  x\n  ---\n  y\n"_s);
    const auto broken = YamlEdit::open(text, 1);
    QVERIFY(!broken.has_value());
    QVERIFY(broken.error().as<ParseError>());
    QVERIFY(broken.error().as<ParseError>()->where.contains(u"3"_s) ||
            broken.error().as<ParseError>()->where.contains(u"4"_s));
    QVERIFY(!YamlEdit::open(text, 4).has_value());
    QVERIFY(!YamlEdit::open(text, -1).has_value());
}

void TestEdit::windowsLines()
{
    auto edit = YamlEdit::open(u"a:\r\n  b: 1 # x\r\nc: 2\r\n"_s);
    QVERIFY(edit.has_value());
    QVERIFY(edit->set({u"a"_s, u"d"_s}, u"x\ny\n"_s).has_value());
    QCOMPARE(edit->text(), u"a:\r\n  b: 1 # x\r\n  d: |\r\n    x\r\n    y\r\nc: 2\r\n"_s);
    QVERIFY(edit->remove({u"a"_s, u"b"_s}).has_value());
    QVERIFY(edit->set({u"c"_s}, 3).has_value());
    QCOMPARE(edit->text(), u"a:\r\n  d: |\r\n    x\r\n    y\r\nc: 3\r\n"_s);
}

void TestEdit::whatCannotBeOpened()
{
    QVERIFY(YamlEdit::open(u"- a\n"_s).error().as<InvalidInput>());
    QVERIFY(YamlEdit::open(u"a\n"_s).error().as<InvalidInput>());
    QVERIFY(YamlEdit::open(u"a: 1\na: 2\n"_s).error().as<ParseError>());
    QVERIFY(YamlEdit::open(u"a:\n\tb: 2\n"_s).error().as<ParseError>()->where.contains(u"2"_s));
    QVERIFY(YamlEdit::open(u"# nothing\n"_s)->object().isEmpty());
}

void TestEdit::lines()
{
    const auto edit =
        YamlEdit::open(u"# x\n---\na:\n  b:\n    c: 1\n  d:\n  -\n    e: 2\n  - {f: 3,\n     g: 4}\n"_s);
    QVERIFY(edit.has_value());
    const auto line = [&](const char16_t* path) {
        return edit->lineOf(YamlPath::of(QString::fromUtf16(path)));
    };
    QCOMPARE(line(u"a"), 3);
    QCOMPARE(line(u"a.b.c"), 5);
    QCOMPARE(line(u"a.d[0]"), 7);
    QCOMPARE(line(u"a.d[0].e"), 8);
    QCOMPARE(line(u"a.d[1].g"), 10);
    QCOMPARE(line(u"a.x"), 0);
    QCOMPARE(line(u""), 0);
}

void TestEdit::aValueThatIsThereChangesNothing()
{
    const QString text = u"a: 0x10\nb: {c: [1,   2]}\n"_s;
    auto edit = YamlEdit::open(text);
    QVERIFY(edit.has_value());
    QVERIFY(edit->set({u"a"_s}, 16).has_value());
    QVERIFY(edit->set({u"b"_s}, json(u"{\"c\":[1,2]}"_s)).has_value());
    QCOMPARE(edit->text(), text);
    QVERIFY(!edit->set({}, 1).has_value());
}

QTEST_GUILESS_MAIN(TestEdit)
#include "tst_edit.moc"
