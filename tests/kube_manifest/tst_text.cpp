#include "app/kube/manifest/manifest.h"
#include "app/kube/manifest/yaml_edit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kaptan::kube;

namespace
{

QJsonObject around(const QJsonValue& data)
{
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"ConfigMap"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"a"_s}}},
            {u"data"_s, data}};
}

QStringList nasty()
{
    QStringList all{u"yes"_s,
                    u"No"_s,
                    u"ON"_s,
                    u"y"_s,
                    u"0777"_s,
                    u"08"_s,
                    u"1e3"_s,
                    u"1_0"_s,
                    u"0x1f"_s,
                    u"-1"_s,
                    u"+1"_s,
                    u".5"_s,
                    u".inf"_s,
                    u"- a"_s,
                    u"-"_s,
                    u"--"_s,
                    u"---"_s,
                    u"..."_s,
                    u"--- a"_s,
                    u"a: b"_s,
                    u"a:"_s,
                    u":a"_s,
                    u": a"_s,
                    u"a #b"_s,
                    u"a#b"_s,
                    u"#x"_s,
                    u" a"_s,
                    u"a "_s,
                    u"a\t"_s,
                    u"\ta"_s,
                    u"a\tb"_s,
                    u""_s,
                    u" "_s,
                    u"\n"_s,
                    u"\n\n"_s,
                    u"a\n"_s,
                    u"a\nb"_s,
                    u"a\nb\n"_s,
                    u"a\nb\n\n"_s,
                    u"a\n\n\nb\n\n\n"_s,
                    u"\na"_s,
                    u" a\nb"_s,
                    u"a\n b"_s,
                    u"a\n  \nb"_s,
                    u"a\n "_s,
                    u"a \nb \n"_s,
                    u"a\n\tb\n"_s,
                    u"\ta\nb"_s,
                    u"a\r\nb"_s,
                    u"a\rb"_s,
                    u"a\n---\nb\n"_s,
                    u"a\n# b\n"_s,
                    u"null"_s,
                    u"Null"_s,
                    u"~"_s,
                    u"true"_s,
                    u"2001-12-14"_s,
                    u"2001-12-14T21:59:43.10-05:00"_s,
                    u"12:30"_s,
                    u"190:20:30.15"_s,
                    u"="_s,
                    u"<<"_s,
                    u"*a"_s,
                    u"&a"_s,
                    u"!a"_s,
                    u"|"_s,
                    u">"_s,
                    u"%a"_s,
                    u"@a"_s,
                    u"`a"_s,
                    u"? a"_s,
                    u"?a"_s,
                    u"{a"_s,
                    u"[a"_s,
                    u"a]"_s,
                    u"a,b"_s,
                    u"'a"_s,
                    u"\"a\""_s,
                    u"it's"_s,
                    u"a\\b"_s,
                    u"\\n"_s,
                    u"$(A)"_s,
                    u"çığ"_s,
                    u"İ"_s,
                    u"日本語"_s,
                    u"\U0001F600"_s,
                    u"a\u202eb"_s,
                    u"\u200fa"_s,
                    u"a\u2028b"_s,
                    u"a\u0085b"_s,
                    u"a\ufeffb"_s,
                    u"\ufeff"_s,
                    u"a\u00a0"_s,
                    u"\u00a0a"_s,
                    u"a\u0001b"_s,
                    u"a\u007fb"_s,
                    u"\ue03d"_s,
                    u"\\ud83d\\ude00"_s,
                    u"\ue03d \\ud83d"_s,
                    QString(5000, u'x'),
                    QString(3000, u'x') + u": "_s,
                    u"word "_s.repeated(1000).trimmed(),
                    u"a\n"_s + QString(5000, u'y')};
    return all;
}

QJsonValue anything(QRandomGenerator& random, int depth)
{
    const QStringList texts = nasty();
    switch (random.bounded(depth > 0 ? 9 : 6)) {
    case 0:
        return random.bounded(100) - 50;
    case 1:
        return double(random.bounded(100000)) / 7;
    case 2:
        return random.bounded(2) == 0;
    case 3:
        return random.bounded(3) == 0 ? QJsonValue(QJsonValue::Null)
                                      : QJsonValue(qint64(random.generate64() >> 1));
    case 6: {
        QJsonArray array;
        for (int n = random.bounded(5); n > 0; --n)
            array.append(anything(random, depth - 1));
        return array;
    }
    case 7:
    case 8: {
        QJsonObject object;
        for (int n = random.bounded(5); n > 0; --n)
            object.insert(texts[random.bounded(int(texts.size()))], anything(random, depth - 1));
        return object;
    }
    default:
        return texts[random.bounded(int(texts.size()))];
    }
}

} // namespace

class TestText : public QObject
{
    Q_OBJECT

    void reads(const QJsonObject& object)
    {
        const QString text = manifestText(object);
        const Manifest manifest = parseManifest(text);
        const auto why = [&] {
            return (manifest.problems.isEmpty() ? QString() : manifest.problems[0].why + u'\n') +
                   text.left(4000);
        };
        QVERIFY2(manifest.problems.isEmpty(), qPrintable(why()));
        QCOMPARE(manifest.objects.size(), 1);
        QVERIFY2(manifest.objects[0].object == object, qPrintable(why()));
        // What holds a number exactly holds it as a number again.
        QCOMPARE(QJsonDocument(manifest.objects[0].object).toJson(), QJsonDocument(object).toJson());
    }

private Q_SLOTS:

    void theOrderOfKeys()
    {
        const QJsonObject container{{u"image"_s, u"nginx:1.27"_s},
                                    {u"args"_s, QJsonArray{u"-c"_s, u"echo"_s}},
                                    {u"name"_s, u"web"_s},
                                    {u"env"_s, QJsonArray{}}};
        const QJsonObject object{
            {u"apiVersion"_s, u"apps/v1"_s},
            {u"kind"_s, u"Deployment"_s},
            {u"status"_s, QJsonObject{}},
            {u"spec"_s, QJsonObject{{u"containers"_s, QJsonArray{container}},
                                    {u"script"_s, u"a\nb\n"_s},
                                    {u"mode"_s, u"0777"_s}}},
            {u"type"_s, u"x"_s},
            {u"metadata"_s, QJsonObject{{u"annotations"_s, QJsonObject{{u"a/b"_s, u"true"_s}}},
                                        {u"namespace"_s, u"shop"_s},
                                        {u"name"_s, u"web"_s}}}};
        QCOMPARE(
            manifestText(object),
            u"apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: shop\n  annotations:\n    a/b: \"true\"\nspec:\n  containers:\n  - name: web\n    image: nginx:1.27\n    args:\n    - -c\n    - echo\n    env: []\n  mode: \"0777\"\n  script: |\n    a\n    b\ntype: x\nstatus: {}\n"_s);
    }

    void nastyTexts()
    {
        for (const QString& text : nasty()) {
            reads(around(text));
            reads(around(QJsonArray{text, text}));
            reads(around(QJsonObject{{text, text}, {u"other"_s, 1}}));
            reads(around(QJsonObject{
                {u"deep"_s, QJsonArray{QJsonArray{text}, QJsonObject{{text, QJsonArray{text}}}}}}));
            if (QTest::currentTestFailed())
                return;
        }
    }

    void anyObject()
    {
        QRandomGenerator random(4);
        for (int i = 0; i < 1000; ++i) {
            reads(around(anything(random, 4)));
            if (QTest::currentTestFailed())
                return;
        }
    }

    void halvesOfPairsAreReplaced()
    {
        const QString text = manifestText(around(u"a"_s + QChar(0xd83d)));
        QCOMPARE(parseManifest(text).objects.value(0).object.value("data"_L1).toString(), u"a\ufffd"_s);
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
