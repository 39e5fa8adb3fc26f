#include "app/kube/manifest/manifest.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kaptan::kube;

namespace
{

const QString head = u"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n"_s;

QJsonValue only(const QString& data)
{
    const Manifest manifest = parseManifest(head + data);
    return manifest.objects.size() == 1 ? manifest.objects[0].object.value("data"_L1)
                                        : QJsonValue(QJsonValue::Undefined);
}

QString words(const Manifest& manifest)
{
    QStringList all;
    for (const ManifestProblem& p : manifest.problems)
        all += u"%1:%2 %3%4"_s.arg(p.line).arg(p.column).arg(p.warning ? u"? "_s : u""_s, p.why);
    return all.join(u'\n');
}

} // namespace

class TestParse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsRead();
    void scalars_data();
    void scalars();
    void wholeNumbersStayExact();
    void manyDocuments();
    void aBrokenDocumentHidesNoOther();
    void lists();
    void problems_data();
    void problems();
    void warnings_data();
    void warnings();
    void aliasesAndMerges();
    void limits();
    void lineEndsAndMarks();
    void json();
    void tenThousandDocuments();
    void problemsAreCounted();
    void whatLacksANameAloneIsKeptAside();
};

void TestParse::whatIsRead()
{
    const Manifest m = parseManifest(
        u"# note\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: shop\nspec: {replicas: 2}\n---\n# nothing\n---\napiVersion: v1\nkind: Job\nmetadata:\n  generateName: x-\n"_s);
    QCOMPARE(words(m), QString());
    QCOMPARE(m.objects.size(), 2);
    const ManifestObject& o = m.objects[0];
    QCOMPARE(o.group(), u"apps"_s);
    QCOMPARE(o.version(), u"v1"_s);
    QCOMPARE(o.title(), u"Deployment shop/web"_s);
    QCOMPARE(o.line, 3);
    QCOMPARE(o.document, 0);
    QCOMPARE(o.start, 11);
    QCOMPARE(o.object.value("spec"_L1).toObject().value("replicas"_L1), QJsonValue(2));
    QCOMPARE(m.objects[1].document, 2);
    QCOMPARE(m.objects[1].line, 12);
    QCOMPARE(m.objects[1].group(), QString());
    QCOMPARE(m.objects[1].title(), u"Job x-*"_s);
}

void TestParse::scalars_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char* text, const QJsonValue& value) {
        QTest::addRow("%s", text) << QString::fromUtf8(text) << value;
    };
    row("1", 1);
    row("-1", -1);
    row("+1", 1);
    row("0x1F", 31);
    row("0o17", 15);
    row("0777", 511);
    row("08", 8);
    row("0b101", 5);
    row("1_000", 1000);
    row("1e3", 1000);
    row("1.5", 1.5);
    row(".5", 0.5);
    row("1.", 1);
    row("-1.5e-3", -0.0015);
    row("true", true);
    row("False", false);
    row("yes", true);
    row("OFF", false);
    row("y", true);
    row("yEs", u"yEs"_s);
    row("null", QJsonValue::Null);
    row("~", QJsonValue::Null);
    row("", QJsonValue::Null);
    row("\"\"", u""_s);
    row("''", u""_s);
    row("\"yes\"", u"yes"_s);
    row("'0777'", u"0777"_s);
    row("!!str 12", u"12"_s);
    row("!!str", u""_s);
    row("! 12", u"12"_s);
    row("!!int \"12\"", 12);
    row("!!binary aMOnbGxv", u"hçllo"_s);
    row("!foo bar", u"bar"_s);
    row("2001-12-14", u"2001-12-14"_s);
    row("12:30:45", u"12:30:45"_s);
    row("10.0.0.1", u"10.0.0.1"_s);
    row("100m", u"100m"_s);
    row("1Gi", u"1Gi"_s);
    row("1e", u"1e"_s);
    row("0x", u"0x"_s);
    row("-", QJsonArray{QJsonValue::Null});
    row("=", u"="_s);
    row("a b  # c", u"a b"_s);
    row("a#b", u"a#b"_s);
    row("\"\\u00e7 \\x41 \\ud83d\\ude00 \\\\ud83d\"", u"ç A \U0001F600 \\ud83d"_s);
    row("|\n  a\n   b\n\n  c", u"a\n b\n\nc\n"_s);
    row("|-\n  a\n", u"a"_s);
    row("|+\n  a\n", u"a\n\n"_s);
    row("|\n  ---x\n  # no comment\n", u"---x\n# no comment\n"_s);
    row(">\n  a\n  b\n", u"a b\n"_s);
}

void TestParse::scalars()
{
    QFETCH(QString, text);
    QFETCH(QJsonValue, value);
    const QString whole = text == "-"_L1 ? u"data:\n-\n"_s : u"data: "_s + text + u'\n';
    const QJsonValue read = only(whole);
    QCOMPARE(read, value);
    QCOMPARE(read.type(), value.type());
}

void TestParse::wholeNumbersStayExact()
{
    for (const qint64 number :
         {qint64(9007199254740993), std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()}) {
        const QJsonValue value = only(u"data: {a: %1}\n"_s.arg(number));
        QCOMPARE(value.toObject().value("a"_L1).toInteger(), number);
        QVERIFY(QJsonDocument(value.toObject())
                    .toJson(QJsonDocument::Compact)
                    .contains(QByteArray::number(number)));
    }
}

void TestParse::manyDocuments()
{
    // Only at the start of a line, and only with nothing right behind.
    const Manifest m = parseManifest(head + u"data:\n  a: |\n    ---\n    b\n--- # next\n"_s + head +
                                     u"...\n"_s + head + u"...\n%YAML 1.2\n---\n"_s + head +
                                     u"---\n---\n--- {apiVersion: v1, kind: Pod, metadata: {name: b}}\n"_s);
    QCOMPARE(words(m), QString());
    QCOMPARE(m.objects.size(), 5);
    QCOMPARE(m.objects[0].object.value("data"_L1).toObject().value("a"_L1).toString(), u"---\nb\n"_s);
    QCOMPARE(m.objects[4].kind, u"Pod"_s);
    QCOMPARE(m.objects[4].document, 6);
}

void TestParse::aBrokenDocumentHidesNoOther()
{
    const Manifest m = parseManifest(head + u"---\na: b: c\n---\n"_s + head + u"---\na: \"open\n---\n"_s +
                                     head + u"---\na: [1\n"_s);
    QCOMPARE(m.objects.size(), 3);
    QCOMPARE(m.objects[2].line, 15);
    QCOMPARE(m.problems.size(), 3);
    QCOMPARE(m.problems[0].line, 6);
    QCOMPARE(m.problems[0].column, 5);
    QCOMPARE(m.problems[1].line, 13);
    QCOMPARE(m.problems[1].column, 4);
    QVERIFY(m.problems[2].line >= 19);
    QVERIFY(m.hasErrors());
}

void TestParse::lists()
{
    const Manifest m = parseManifest(
        u"apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: a}\n- {apiVersion: v1, kind: Pod, metadata: {name: b}}\n- apiVersion: v1\n  kind: Pod\n- 5\n"_s);
    QCOMPARE(m.objects.size(), 2);
    QCOMPARE(m.objects[0].line, 4);
    QCOMPARE(m.objects[1].name, u"b"_s);
    QCOMPARE(m.objects[1].line, 7);
    QCOMPARE(words(m), u"8:3 metadata.name is missing\n10:3 this item is no object"_s);

    const Manifest pods = parseManifest(u"apiVersion: v1\nkind: PodList\nitems:\n- metadata: {name: a}\n"_s);
    QCOMPARE(words(pods), QString());
    QCOMPARE(pods.objects.size(), 1);
    QCOMPARE(pods.objects[0].kind, u"Pod"_s);
    QCOMPARE(pods.objects[0].object.value("apiVersion"_L1).toString(), u"v1"_s);
    QCOMPARE(words(parseManifest(u"apiVersion: v1\nkind: List\nitems: 5\n"_s)),
             u"3:8 items of a List must be a list"_s);
    QVERIFY(parseManifest(u"apiVersion: v1\nkind: List\n"_s).problems.isEmpty());
}

void TestParse::problems_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QString& text, const QString& expected) {
        QTest::newRow(name) << text << expected;
    };
    row("tab", head + u"data:\n\ta: b\n"_s, u"6:1 a tab indents this line"_s);
    row("tab behind blanks", head + u"data:\n  a: b\n  \tc: d\n"_s, u"7:3 a tab indents this line"_s);
    row("tab, one value", head + u"data:\n\tb\n"_s, u"6:1 a tab indents this line"_s);
    row("tab before an item", head + u"data:\n\t- b\n"_s, u"6:1 a tab indents this line"_s);
    row("twice", head + u"data:\n  a: 1\n  b: 2\n  \"a\": 3\n"_s, u"8:3 “a” stands twice in this mapping"_s);
    row("twice in braces", head + u"data: {a: 1, a: 2}\n"_s, u"5:14 “a” stands twice in this mapping"_s);
    row("two mistakes", head + u"data: {a: 1, a: 2}\nkind: x\n"_s,
        u"5:14 “a” stands twice in this mapping\n6:1 “kind” stands twice in this mapping"_s);
    row("scalar", u"hello\n"_s, u"1:1 this document is no mapping"_s);
    row("list", u"- a\n- b\n"_s, u"1:1 this document is no mapping"_s);
    row("no apiVersion", u"kind: Pod\nmetadata: {name: a}\n"_s, u"1:1 apiVersion is missing"_s);
    row("neither", u"\n\na: b\n"_s, u"3:1 apiVersion is missing\n3:1 kind is missing"_s);
    row("no name", u"apiVersion: v1\nkind: Pod\nmetadata:\n  labels: {}\n"_s,
        u"4:3 metadata.name is missing"_s);
    row("an escape without its digits", u"apiVersion: v1\nkind: \"\\udz00\"\n"_s,
        u"2:14 no such escape is known within double quotes"_s);
    row("no metadata", u"apiVersion: v1\nkind: Pod\n"_s, u"1:1 metadata.name is missing"_s);
    row("empty metadata", u"apiVersion: v1\nkind: Pod\nmetadata:\n"_s, u"1:1 metadata.name is missing"_s);
    row("name is a number", u"apiVersion: v1\nkind: Pod\nmetadata:\n  name: 12\n"_s,
        u"4:9 metadata.name must be a text"_s);
    row("apiVersion is a number", u"apiVersion: 1\nkind: Pod\nmetadata:\n  name: a\n"_s,
        u"1:13 apiVersion must be a text"_s);
    row("apiVersion", u"apiVersion: a/b/c\nkind: Pod\nmetadata:\n  name: a\n"_s,
        u"1:13 apiVersion must be a version or group/version"_s);
    row("metadata is a list", u"apiVersion: v1\nkind: Pod\nmetadata: []\n"_s,
        u"3:11 metadata must be a mapping"_s);
    row("alias", head + u"data: *x\n"_s, u"5:7 the alias has no anchor before it"_s);
    row("alias of an other document", head + u"data: &x 1\n---\n"_s + head + u"data: *x\n"_s,
        u"11:7 the alias has no anchor before it"_s);
    row("alias of itself", head + u"data: &x [*x]\n"_s, u"5:11 the alias leads back to itself"_s);
    row("merge of a scalar", head + u"data:\n  <<: a\n"_s,
        u"6:7 “<<” takes in something that is no mapping"_s);
    row("NUL", head + u"data: a"_s + QChar(0) + u"b\n"_s, u"5:8 the control character U+0000 stands here"_s);
    row("EOT", head + u"data: ç"_s + QChar(4) + u"b\n"_s, u"5:8 the control character U+0004 stands here"_s);
    row("half a pair", head + u"data: \U0001F600"_s + QChar(0xd83d) + u"b\n"_s,
        u"5:8 half of a UTF-16 surrogate pair stands here"_s);
    row("half a pair, escaped", head + u"data: \"\\ud83d\"\n"_s,
        u"5:7 half of a UTF-16 surrogate pair stands here"_s);
    row("too large", head + u"data: 9223372036854775808\n"_s,
        u"5:7 the number 9223372036854775808 does not fit into 64 bits"_s);
    row("infinite", head + u"data: .inf\n"_s, u"5:7 “.inf” is no number that a server takes"_s);
    row("null key", head + u"data: {null: 1}\n"_s, u"5:8 a key must be a text"_s);
    row("list key", head + u"data: {[a]: 1}\n"_s, u"5:8 a key must be a text"_s);
    row("binary", head + u"data: !!binary /w==\n"_s, u"5:7 what is tagged “!!binary” is no text in base64"_s);
    row("open quote", head + u"data: 'abc\n"_s, u"5:7 the quote that opens here is never closed"_s);
    row("text behind", u"{apiVersion: v1}\nkind: x\n"_s,
        u"2:1 there is text behind the end of the document"_s);
    row("bracket", head + u"data: ]\n"_s, u"5:7 this bracket closes nothing"_s);
    row("percent", head + u"data: %a\n"_s, u"5:7 no value can begin with this character"_s);
    row("escape", head + u"data: \"\\q\"\n"_s, u"5:10 no such escape is known within double quotes"_s);
    row("indentation", head + u"data:\n   a: b\n  c: d\n"_s,
        u"7:3 this line does not fit the mapping that it stands in"_s);
    row("lone return", u"a: b\rc: d\n"_s, u"1:5 the line ends with a carriage return alone"_s);
}

void TestParse::problems()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Manifest m = parseManifest(text);
    QCOMPARE(words(m), expected);
    for (const ManifestProblem& p : m.problems) {
        QVERIFY(!p.fix.isEmpty());
        QVERIFY(!p.why.endsWith(u'.'));
    }
    QVERIFY(m.hasErrors());
    // The same behind other documents, with the line ends of Windows.
    const QString windows = QString(u"# a\n---\n"_s + head + u"---\n"_s + text).replace(u'\n', u"\r\n"_s);
    const Manifest again = parseManifest(windows);
    QCOMPARE(again.problems.size(), m.problems.size());
    for (int i = 0; i < m.problems.size(); ++i) {
        QCOMPARE(again.problems[i].line, m.problems[i].line + 7);
        QCOMPARE(again.problems[i].column, m.problems[i].column);
        QCOMPARE(again.problems[i].why, m.problems[i].why);
    }
    QCOMPARE(again.objects.size(), m.objects.size() + 1);
}

void TestParse::warnings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("yes") << u"data: {a: yes}\n"_s << u"5:11 ? “yes” is read as true, as kubectl does"_s;
    QTest::newRow("octal") << u"data: 0777\n"_s
                           << u"5:7 ? “0777” is read as the number 511, as kubectl does"_s;
    QTest::newRow("underscores") << u"data: 1_000\n"_s
                                 << u"5:7 ? “1_000” is read as the number 1000, as kubectl does"_s;
    QTest::newRow("tag") << u"data: !Ref a\n"_s << u"5:7 ? the tag “!Ref” is not known and is passed over"_s;
    QTest::newRow("none") << u"data: [true, 0o777, 0x1f, \"yes\", 'on']\n"_s << QString();
}

void TestParse::warnings()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Manifest m = parseManifest(head + text);
    QCOMPARE(words(m), expected);
    QVERIFY(!m.hasErrors());
    QCOMPARE(m.objects.size(), 1);
}

void TestParse::aliasesAndMerges()
{
    const QJsonObject data =
        only(
            u"data:\n  base: &b {x: 1, y: 2}\n  more: &m\n    y: 3\n    z: 4\n  one: {<<: *b, y: 5}\n  two:\n    <<: [*b, *m]\n    w: *b\n  \"<<\": 7\n"_s)
            .toObject();
    QCOMPARE(data.value("one"_L1), QJsonValue(QJsonObject{{u"x"_s, 1}, {u"y"_s, 5}}));
    QCOMPARE(data.value("two"_L1).toObject(),
             (QJsonObject{
                 {u"x"_s, 1}, {u"y"_s, 2}, {u"z"_s, 4}, {u"w"_s, QJsonObject{{u"x"_s, 1}, {u"y"_s, 2}}}}));
    QCOMPARE(data.value("<<"_L1), QJsonValue(7));
}

void TestParse::limits()
{
    QString laughs = head + u"data:\n  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"_s;
    for (int i = 1; i < 10; ++i) {
        QStringList ten;
        for (int k = 0; k < 10; ++k)
            ten += u"*a%1"_s.arg(i - 1);
        laughs += u"  a%1: &a%1 [%2]\n"_s.arg(i).arg(ten.join(u", "_s));
    }
    Manifest m = parseManifest(laughs);
    QCOMPARE(m.problems.size(), 1);
    QVERIFY(m.problems[0].why.startsWith(u"the aliases multiply"_s));
    QVERIFY(m.objects.isEmpty());

    QString chain = head + u"data:\n  a0: &a0 [x]\n"_s;
    for (int i = 1; i < 1000; ++i)
        chain += u"  a%1: &a%1 [*a%2]\n"_s.arg(i).arg(i - 1);
    QVERIFY(words(parseManifest(chain)).contains(u"nest the values too deeply"_s));

    for (const QString& deep : {QString(100000, u'['), u"- "_s.repeated(100000), u"{a: "_s.repeated(100000),
                                u"? "_s.repeated(50000), u"&a "_s.repeated(10000)}) {
        m = parseManifest(head + u"---\n"_s + deep + u"\n---\n"_s + head);
        QCOMPARE(m.objects.size(), 2);
        QVERIFY(m.hasErrors());
    }
    QString lines;
    for (int i = 0; i < 3000; ++i)
        lines += QString(i, u' ') + u"a:\n"_s;
    QVERIFY(words(parseManifest(lines)).contains(u"nested too deeply"_s));
    QVERIFY(parseManifest(head + u"data: "_s + QString(60, u'[') + QString(60, u']')).problems.isEmpty());
    // Brackets within texts nest nothing.
    QVERIFY(parseManifest(head + u"data: |\n  "_s + QString(1000, u'[') + u'\n').problems.isEmpty());

    ManifestLimits few;
    few.documents = 2;
    m = parseManifest(u"---\n"_s + head + u"---\n"_s + head + u"---\n"_s + head + u"---\n"_s + head, few);
    QCOMPARE(m.objects.size(), 2);
    QCOMPARE(words(m), u"12:1 the text has more than 2 documents"_s);
    few = {};
    few.bytes = 10;
    QVERIFY(parseManifest(head, few).hasErrors());
    few = {};
    few.nodes = 20;
    QCOMPARE(words(parseManifest(head + u"data: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n"_s, few)),
             u"5:35 the text holds more values than can be read"_s);
}

void TestParse::lineEndsAndMarks()
{
    const QString text = QChar(QChar::ByteOrderMark) + head + u"data: {a: \"ç\", b: yes}\n"_s;
    QCOMPARE(words(parseManifest(text)), u"5:19 ? “yes” is read as true, as kubectl does"_s);
    QCOMPARE(words(parseManifest(QChar(QChar::ByteOrderMark) + u"---\n"_s + text)),
             u"6:19 ? “yes” is read as true, as kubectl does"_s);
    const Manifest windows =
        parseManifest(QString(head + u"data: |\n  a\n  b\n"_s).replace(u'\n', u"\r\n"_s));
    QCOMPARE(windows.objects.size(), 1);
    QCOMPARE(windows.objects[0].object.value("data"_L1).toString(), u"a\nb\n"_s);
    for (const QString& nothing :
         {u""_s, u"\n\n"_s, u"# a\n"_s, u"---\n"_s, u"---\n...\n"_s, u"~\n"_s, u"%YAML 1.2\n---\n"_s}) {
        QVERIFY(parseManifest(nothing).problems.isEmpty());
        QVERIFY(parseManifest(nothing).objects.isEmpty());
    }
}

void TestParse::json()
{
    const Manifest m = parseManifest(
        u"{\n\t\"apiVersion\": \"v1\",\n\t\"kind\": \"Secret\",\n\t\"metadata\": {\"name\":\"a\"},\n\t\"data\": {\"a\":\"x\\ty\\/\\ud83d\\ude00\\u003c\", \"b\":[1,2.5,true,null,{}]}\n}\n"_s);
    QCOMPARE(words(m), QString());
    QCOMPARE(m.objects.size(), 1);
    QCOMPARE(m.objects[0].object.value("data"_L1).toObject(),
             (QJsonObject{{u"a"_s, u"x\ty/\U0001F600<"_s},
                          {u"b"_s, QJsonArray{1, 2.5, true, QJsonValue::Null, QJsonObject{}}}}));
}

void TestParse::tenThousandDocuments()
{
    QString text;
    for (int i = 0; i < 10000; ++i)
        text +=
            u"---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web-%1\n  namespace: shop\n  labels:\n    app: web\ndata:\n  a: b\n  long: |\n    line one\n    line two\nspec:\n  containers:\n  - name: a\n    image: busybox:1\n    ports:\n    - containerPort: 80\n"_s
                .arg(i);
    QElapsedTimer timer;
    timer.start();
    const Manifest m = parseManifest(text);
    qInfo("%lld ms for %lld KiB", timer.elapsed(), text.size() / 1024);
    QCOMPARE(m.objects.size(), 10000);
    QVERIFY(m.problems.isEmpty());
    QCOMPARE(m.objects.last().line, 19 * 9999 + 2);
    QVERIFY2(timer.elapsed() < 20000,
             "a busy machine with the sanitizers is no failure; the square of 10,000 is");
}

void TestParse::problemsAreCounted()
{
    const Manifest m = parseManifest(u"---\nkind: Pod\n"_s.repeated(5000));
    QVERIFY(m.problems.size() <= 1000);
    QVERIFY(m.hasErrors());
}

void TestParse::whatLacksANameAloneIsKeptAside()
{
    const Manifest manifest = parseManifest(
        u"kind: ConfigMap\napiVersion: v1\nmetadata: {name: \"\"}\n"
        "---\nkind: ConfigMap\napiVersion: v1\nmetadata: {name: b}\n---\nkind: ConfigMap\nmetadata: {}\n"_s);
    QVERIFY(manifest.hasErrors());
    QCOMPARE(manifest.objects.size(), 1);
    QCOMPARE(manifest.unnamed.size(), 1);
    QCOMPARE(manifest.unnamed.first().kind, u"ConfigMap"_s);
    QCOMPARE(manifest.unnamed.first().document, 0);
}

QTEST_GUILESS_MAIN(TestParse)
#include "tst_parse.moc"
