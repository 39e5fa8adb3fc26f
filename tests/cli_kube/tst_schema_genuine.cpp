#include "app/kube/change/schema.h"
#include "genuine.h"

using namespace kaptan;
using namespace kaptan::kube;
using namespace Qt::StringLiterals;
using genuine::wait;
using genuine::wordsOf;

/// What a genuine server says of its kinds' fields.
class TestSchemaGenuine : public QObject
{
    Q_OBJECT

    std::unique_ptr<KubeApi> m_api;
    std::shared_ptr<const Schema> m_apps;

    static QStringList names(const QVector<SchemaField>& fields)
    {
        QStringList all;
        for (const SchemaField& one : fields)
            all << one.name;
        return all;
    }

private Q_SLOTS:

    void initTestCase()
    {
        const QString why = genuine::missing({u"KAPTAN_TEST_KUBECONFIG"_s});
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
        const auto context = genuine::contextOf(genuine::variable("KAPTAN_TEST_KUBECONFIG"));
        QVERIFY2(context, wordsOf(context).constData());
        m_api = genuine::apiOf(*context);
        const auto read = wait(fetchSchema(*m_api, u"apps/v1"_s));
        QVERIFY2(read, wordsOf(read).constData());
        m_apps = *read;
    }

    void cleanupTestCase()
    {
        m_apps.reset();
        m_api.reset();
    }

    void aContainersFields()
    {
        const YamlPath container{u"spec"_s, u"template"_s, u"spec"_s, u"containers"_s, 0};
        QVERIFY(m_apps->knows(u"apps/v1"_s, u"Deployment"_s));
        const QStringList fields = names(m_apps->fields(u"apps/v1"_s, u"Deployment"_s, container));
        for (const QString& one : {u"image"_s, u"livenessProbe"_s, u"name"_s, u"env"_s, u"resources"_s})
            QVERIFY2(fields.contains(one), qPrintable(one));
        const auto image = m_apps->field(u"apps/v1"_s, u"Deployment"_s, container / u"image"_s);
        QVERIFY(image);
        QCOMPARE(image->type, u"string"_s);
        QVERIFY(image->description.contains(u"image"_s, Qt::CaseInsensitive) && !image->required);
        QVERIFY(m_apps->field(u"apps/v1"_s, u"Deployment"_s, container / u"name"_s)->required);
        QCOMPARE(m_apps->field(u"apps/v1"_s, u"Deployment"_s, {u"metadata"_s, u"labels"_s})->type,
                 u"map of string"_s);
        QCOMPARE(m_apps
                     ->field(u"apps/v1"_s, u"Deployment"_s,
                             container / u"livenessProbe"_s / u"httpGet"_s / u"port"_s)
                     ->type,
                 u"integer or string"_s);
        QCOMPARE(m_apps->field(u"apps/v1"_s, u"Deployment"_s, container / u"ports"_s)->type,
                 u"array of object"_s);
    }

    void itIsAskedForOnce()
    {
        const auto again = wait(fetchSchema(*m_api, u"apps/v1"_s));
        QVERIFY(again);
        QCOMPARE(again->get(), m_apps.get());
        forgetSchemas(*m_api);
        const auto anew = wait(fetchSchema(*m_api, u"apps/v1"_s));
        QVERIFY(anew && anew->get() != m_apps.get());
    }

    void otherGroups()
    {
        const auto core = wait(fetchSchema(*m_api, u"v1"_s));
        QVERIFY2(core, wordsOf(core).constData());
        QVERIFY(names((*core)->fields(u"v1"_s, u"Service"_s, {u"spec"_s})).contains(u"clusterIP"_s));
        // A kind within itself.
        const auto extensions = wait(fetchSchema(*m_api, u"apiextensions.k8s.io/v1"_s));
        QVERIFY2(extensions, wordsOf(extensions).constData());
        YamlPath schema{u"spec"_s, u"versions"_s, 0, u"schema"_s, u"openAPIV3Schema"_s};
        for (int i = 0; i < 20; ++i)
            schema = schema / u"properties"_s / u"any"_s;
        QVERIFY(
            names((*extensions)->fields(u"apiextensions.k8s.io/v1"_s, u"CustomResourceDefinition"_s, schema))
                .contains(u"required"_s));
    }
};

QTEST_GUILESS_MAIN(TestSchemaGenuine)
#include "tst_schema_genuine.moc"
