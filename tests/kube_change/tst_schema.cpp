#include "app/kube/change/schema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace kaptan;
using namespace kaptan::kube;
using namespace Qt::StringLiterals;

namespace
{

QJsonObject ref(const QString& head, const QString& name, const QString& description = {})
{
    QJsonObject made{{u"$ref"_s, head + name}};
    if (!description.isEmpty())
        made.insert(u"description"_s, description);
    return made;
}

QJsonObject type(const QString& name, const QString& description = {})
{
    return {{u"type"_s, name}, {u"description"_s, description}};
}

QJsonObject kindOf(const QString& group, const QString& version, const QString& kind)
{
    return {{u"group"_s, group}, {u"version"_s, version}, {u"kind"_s, kind}};
}

/// A Box with all that schemas have; `head` is that of references.
QJsonObject definitions(const QString& head)
{
    const QString item = u"a.b.Item"_s;
    const QJsonObject modes{{u"type"_s, u"string"_s},
                            {u"enum"_s, QJsonArray{u"Fast"_s, u"Slow"_s, QString()}}};
    const QJsonObject spec{
        {u"type"_s, u"object"_s},
        {u"required"_s, QJsonArray{u"items"_s}},
        {u"properties"_s,
         QJsonObject{
             {u"items"_s, QJsonObject{{u"type"_s, u"array"_s}, {u"items"_s, ref(head, item)}}},
             {u"labels"_s,
              QJsonObject{{u"type"_s, u"object"_s}, {u"additionalProperties"_s, type(u"string"_s)}}},
             {u"byName"_s,
              QJsonObject{{u"type"_s, u"object"_s}, {u"additionalProperties"_s, ref(head, item)}}},
             {u"port"_s, QJsonObject{{u"type"_s, u"string"_s}, {u"format"_s, u"int-or-string"_s}}},
             {u"mode"_s, modes},
             {u"count"_s, type(u"integer"_s, u"How many.\nNot more."_s)},
             {u"wrapped"_s, QJsonObject{{u"allOf"_s, QJsonArray{ref(head, item)}},
                                        {u"default"_s, QJsonObject()},
                                        {u"description"_s, u"Its own words."_s}}},
             {u"inline"_s, QJsonObject{{u"properties"_s, QJsonObject{{u"deep"_s, type(u"boolean"_s)}}}}},
             {u"missing"_s, ref(head, u"not.There"_s)},
             {u"anything"_s, QJsonObject{{u"x-kubernetes-preserve-unknown-fields"_s, true}}},
         }}};
    return {
        {u"a.b.Box"_s, QJsonObject{{u"type"_s, u"object"_s},
                                   {u"properties"_s, QJsonObject{{u"kind"_s, type(u"string"_s)},
                                                                 {u"spec"_s, ref(head, u"a.b.Spec"_s)}}},
                                   {u"x-kubernetes-group-version-kind"_s,
                                    QJsonArray{kindOf(u"a.b"_s, u"v1"_s, u"Box"_s)}}}},
        {u"a.b.Spec"_s, spec},
        {item, QJsonObject{{u"type"_s, u"object"_s},
                           {u"properties"_s,
                            QJsonObject{{u"name"_s, type(u"string"_s)}, {u"within"_s, ref(head, item)}}}}},
        {u"a.b.Circle"_s, ref(head, u"a.b.Circle2"_s)},
        {u"a.b.Circle2"_s, ref(head, u"a.b.Circle"_s)},
        {u"a.b.Ring"_s, QJsonObject{{u"type"_s, u"object"_s},
                                    {u"properties"_s, QJsonObject{{u"round"_s, ref(head, u"a.b.Circle"_s)}}},
                                    {u"x-kubernetes-group-version-kind"_s,
                                     QJsonArray{kindOf(QString(), u"v1"_s, u"Ring"_s),
                                                kindOf(u"a.b"_s, u"v2"_s, u"Ring"_s)}}}},
    };
}

QByteArray document(bool v3)
{
    const QJsonObject root =
        v3 ? QJsonObject{{u"openapi"_s, u"3.0.0"_s},
                         {u"components"_s,
                          QJsonObject{{u"schemas"_s, definitions(u"#/components/schemas/"_s)}}}}
           : QJsonObject{{u"swagger"_s, u"2.0"_s}, {u"definitions"_s, definitions(u"#/definitions/"_s)}};
    return QJsonDocument(root).toJson();
}

} // namespace

class TestSchema : public QObject
{
    Q_OBJECT

    static std::shared_ptr<const Schema> schema(bool v3 = true)
    {
        const auto read = Schema::read(document(v3), u"GET /x"_s);
        return read ? *read : nullptr;
    }

    static QStringList names(const QVector<SchemaField>& fields)
    {
        QStringList all;
        for (const SchemaField& one : fields)
            all << one.name;
        return all;
    }

private Q_SLOTS:

    void bothVersionsSayTheSame_data()
    {
        QTest::addColumn<bool>("v3");
        QTest::newRow("v2") << false;
        QTest::newRow("v3") << true;
    }

    void bothVersionsSayTheSame()
    {
        QFETCH(bool, v3);
        const auto read = schema(v3);
        QVERIFY(read);
        QVERIFY(read->knows(u"a.b/v1"_s, u"Box"_s));
        QVERIFY(read->knows(u"v1"_s, u"Ring"_s) && read->knows(u"a.b/v2"_s, u"Ring"_s));
        QVERIFY(!read->knows(u"a.b/v2"_s, u"Box"_s) && !read->knows(u"a.b/v1"_s, u"Item"_s));
        const auto fields = [&read](const char* path) {
            return names(read->fields(u"a.b/v1"_s, u"Box"_s, YamlPath::of(QString::fromLatin1(path))));
        };
        QCOMPARE(fields(""), (QStringList{u"kind"_s, u"spec"_s}));
        QCOMPARE(fields("spec"),
                 (QStringList{u"anything"_s, u"byName"_s, u"count"_s, u"inline"_s, u"items"_s, u"labels"_s,
                              u"missing"_s, u"mode"_s, u"port"_s, u"wrapped"_s}));
        const QStringList item{u"name"_s, u"within"_s};
        QCOMPARE(fields("spec.items[7]"), item);
        QCOMPARE(fields("spec.items[0].within.within.within"), item); // a kind within itself
        QCOMPARE(fields("spec.byName.any"), item);
        QCOMPARE(fields("spec.wrapped"), item);
        QCOMPARE(fields("spec.inline"), QStringList{u"deep"_s});
        for (const char* none : {"spec.items", "spec.labels", "spec.labels.a", "spec.port", "spec.missing.x",
                                 "spec.anything.x", "no.such", "kind.x", "spec[0]", "spec.items.name"})
            QVERIFY2(fields(none).isEmpty(), none);
    }

    void aFieldIsDescribed()
    {
        const auto read = schema();
        const auto field = [&read](const char* path) {
            return read->field(u"a.b/v1"_s, u"Box"_s, YamlPath::of(QString::fromLatin1(path)))
                .value_or(SchemaField());
        };
        QCOMPARE(field("spec.count").type, u"integer"_s);
        QCOMPARE(field("spec.count").description, u"How many.\nNot more."_s);
        QVERIFY(!field("spec.count").required);
        QCOMPARE(field("spec.items").type, u"array of object"_s);
        QVERIFY(field("spec.items").required);
        QCOMPARE(field("spec.labels").type, u"map of string"_s);
        QCOMPARE(field("spec.byName").type, u"map of object"_s);
        QCOMPARE(field("spec.port").type, u"integer or string"_s);
        QCOMPARE(field("spec.mode").values, (QStringList{u"Fast"_s, u"Slow"_s}));
        QCOMPARE(field("spec.wrapped").description, u"Its own words."_s);
        QCOMPARE(field("spec.wrapped").type, u"object"_s);
        QCOMPARE(field("spec.inline.deep").type, u"boolean"_s);
        QCOMPARE(field("spec.missing").name, u"missing"_s);
        QCOMPARE(field("spec.missing").type, QString());
        QVERIFY(!read->field(u"a.b/v1"_s, u"Box"_s, YamlPath::of(u"spec.nothing"_s)));
        QVERIFY(!read->field(u"a.b/v1"_s, u"Box"_s, YamlPath::of(u"spec.items[0]"_s)));
        QVERIFY(!read->field(u"a.b/v1"_s, u"Nobody"_s, YamlPath::of(u"spec"_s)));
    }

    void circlesEnd()
    {
        const auto read = schema();
        QVERIFY(read->fields(u"v1"_s, u"Ring"_s, YamlPath::of(u"round"_s)).isEmpty());
        QCOMPARE(names(read->fields(u"v1"_s, u"Ring"_s, {})), QStringList{u"round"_s});
        // Schemas within schemas, deeper than any server's.
        QByteArray deep = R"({"swagger":"2.0","definitions":{"D":{"x-kubernetes-group-version-kind":)"
                          R"([{"group":"","version":"v1","kind":"D"}],)";
        for (int i = 0; i < 300; ++i)
            deep += R"("properties":{"a":{)";
        deep += R"("type":"string")" + QByteArray(601, '}') + "}}";
        const auto limited = Schema::read(deep, u"GET /x"_s);
        QVERIFY2(limited, limited ? "" : qPrintable(limited.error().message()));
        QCOMPARE(names((*limited)->fields(u"v1"_s, u"D"_s, YamlPath::of(u"a.a.a"_s))), QStringList{u"a"_s});
    }

    void whatIsNoDescription_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a web page") << QByteArray("<html>");
        QTest::newRow("another object") << QByteArray(R"({"kind":"Status"})");
        QTest::newRow("a list") << QByteArray("[]");
    }

    void whatIsNoDescription()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!Schema::read(text, u"GET /x"_s));
    }

    void oddDescriptions()
    {
        const auto empty = Schema::read(R"({"openapi":"3.0.0","paths":{}})", u"GET /x"_s);
        QVERIFY(empty && !(*empty)->knows(u"v1"_s, u"Pod"_s));
        const auto odd = Schema::read(
            R"({"swagger":"2.0","definitions":{"A":null,"B":{"properties":7,"required":{},"enum":"x","x-kubernetes-group-version-kind":[{"kind":"B"}]}}})",
            u"GET /x"_s);
        QVERIFY(odd && (*odd)->fields(QString(), u"B"_s, {}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
