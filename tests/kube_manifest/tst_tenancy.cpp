#include "app/kube/manifest/tenancy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kaptan;
using namespace kaptan::kube;

namespace
{

Tenancy whole()
{
    Tenancy tenancy;
    tenancy.name = u"shop"_s;
    tenancy.labels = {{u"team"_s, u"shop"_s}};
    tenancy.quota = {{u"requests.cpu"_s, u"4"_s}, {u"limits.memory"_s, u"8Gi"_s}};
    tenancy.defaultRequest = {{u"cpu"_s, u"100m"_s}};
    tenancy.defaultLimit = {{u"memory"_s, u"256Mi"_s}};
    tenancy.policies = policyTemplates();
    tenancy.serviceAccount = u"app"_s;
    tenancy.bindings = {{u"edit"_s, u"User"_s, u"jane@example.com"_s},
                        {u"view"_s, u"Group"_s, u"Ops Team"_s},
                        {u"view"_s, u"ServiceAccount"_s, u"app"_s},
                        {u"view"_s, u"ServiceAccount"_s, u"ci/deployer"_s}};
    tenancy.login = RegistryLogin{u"registry.example.com"_s, u"robot"_s, u"p:ss"_s, {}};
    return tenancy;
}

QJsonObject find(const QVector<QJsonObject>& all, const QString& kind, int at = 0)
{
    for (const QJsonObject& one : all)
        if (one.value("kind"_L1).toString() == kind && at-- == 0)
            return one;
    return {};
}

} // namespace

class TestTenancy : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void everythingInOrder()
    {
        QVERIFY2(tenancyProblems(whole()).isEmpty(), qPrintable(tenancyProblems(whole()).value(0).why));
        const auto all = tenancyObjects(whole());
        QStringList kinds;
        QSet<QString> names;
        for (const QJsonObject& one : all) {
            const QJsonObject meta = one.value("metadata"_L1).toObject();
            kinds << one.value("kind"_L1).toString();
            QVERIFY(!objectNameProblem(meta.value("name"_L1).toString()));
            const QString key = kinds.last() + u'/' + meta.value("name"_L1).toString();
            QVERIFY2(!names.contains(key), qPrintable(key));
            names.insert(key);
            if (kinds.last() != "Namespace"_L1)
                QCOMPARE(meta.value("namespace"_L1).toString(), u"shop"_s);
        }
        QCOMPARE(kinds, (QStringList{u"Namespace"_s, u"ResourceQuota"_s, u"LimitRange"_s, u"Secret"_s,
                                     u"ServiceAccount"_s, u"RoleBinding"_s, u"RoleBinding"_s,
                                     u"RoleBinding"_s, u"RoleBinding"_s, u"NetworkPolicy"_s,
                                     u"NetworkPolicy"_s, u"NetworkPolicy"_s, u"NetworkPolicy"_s}));
        QCOMPARE(find(all, u"ServiceAccount"_s).value("imagePullSecrets"_L1).toArray(),
                 (QJsonArray{QJsonObject{{u"name"_s, u"registry"_s}}}));
        const auto subject = [&](int at) {
            return find(all, u"RoleBinding"_s, at).value("subjects"_L1).toArray().at(0).toObject();
        };
        QCOMPARE(subject(0).value("name"_L1).toString(), u"jane@example.com"_s);
        QVERIFY(!subject(0).contains("namespace"_L1));
        QCOMPARE(subject(2).value("namespace"_L1).toString(), u"shop"_s);
        QCOMPARE(subject(3).value("namespace"_L1).toString(), u"ci"_s);
        QCOMPARE(subject(3).value("name"_L1).toString(), u"deployer"_s);
        QVERIFY(!subject(3).contains("apiGroup"_L1));
        QCOMPARE(find(all, u"RoleBinding"_s, 1).value("roleRef"_L1).toObject().value("name"_L1).toString(),
                 u"view"_s);
    }

    void onlyWhatIsAsked()
    {
        Tenancy tenancy;
        tenancy.name = u"x"_s;
        QCOMPARE(tenancyObjects(tenancy).size(), 1);
        QVERIFY(tenancyProblems(tenancy).isEmpty());
    }

    void problems_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("no name") << 0;
        QTest::newRow("bad name") << 1;
        QTest::newRow("bad label") << 2;
        QTest::newRow("bad amount") << 3;
        QTest::newRow("request above limit") << 4;
        QTest::newRow("limit above most") << 5;
        QTest::newRow("quota without default") << 6;
        QTest::newRow("nobody gets the role") << 7;
        QTest::newRow("half a login") << 8;
        QTest::newRow("no role") << 9;
        QTest::newRow("negative") << 10;
    }

    void problems()
    {
        QFETCH(int, which);
        Tenancy tenancy = whole();
        switch (which) {
        case 0:
            tenancy.name.clear();
            break;
        case 1:
            tenancy.name = u"Shop"_s;
            break;
        case 2:
            tenancy.labels.insert(u"a b"_s, {});
            break;
        case 3:
            tenancy.quota.insert(u"pods"_s, u"ten"_s);
            break;
        case 4:
            tenancy.defaultRequest.insert(u"memory"_s, u"1Gi"_s);
            break;
        case 5:
            tenancy.most.insert(u"memory"_s, u"1Mi"_s);
            break;
        case 6:
            tenancy.defaultLimit.clear();
            break;
        case 7:
            tenancy.bindings.append({u"edit"_s, u"User"_s, {}});
            break;
        case 8:
            tenancy.login->password.clear();
            break;
        case 9:
            tenancy.bindings.append({{}, u"User"_s, u"x"_s});
            break;
        case 10:
            tenancy.quota.insert(u"pods"_s, u"-1"_s);
            break;
        }
        const auto found = tenancyProblems(tenancy);
        QCOMPARE(found.size(), 1);
        QVERIFY(!found.first().field.isEmpty() && !found.first().why.isEmpty() &&
                !found.first().fix.isEmpty());
    }

    void logins()
    {
        const RegistryLogin login{u"r.example.com"_s, u"ü"_s, u"a:b\"c"_s, u"m@example.com"_s};
        const auto back = readPullSecretData(pullSecretData(login));
        QVERIFY(back);
        QCOMPARE(*back, login);
        const auto encoded = [](const char* json) {
            return QString::fromLatin1(QByteArray(json).replace('\'', '"').toBase64());
        };
        const auto onlyAuth = readPullSecretData(encoded("{'auths':{'r':{'auth':'dTpwOnE='}}}"));
        QVERIFY(onlyAuth);
        QCOMPARE(onlyAuth->user, u"u"_s);
        QCOMPARE(onlyAuth->password, u"p:q"_s);
        // More than a login: not for the form.
        QVERIFY(!readPullSecretData(encoded("{'auths':{'a':{},'b':{}}}")));
        QVERIFY(!readPullSecretData(encoded("{'auths':{'a':{'identitytoken':'x'}}}")));
        QVERIFY(!readPullSecretData(encoded("{'auths':{'a':{}},'credHelpers':{}}")));
        QVERIFY(
            !readPullSecretData(encoded("{'auths':{'a':{'username':'u','password':'x','auth':'dTpw'}}}")));
        QVERIFY(!readPullSecretData(u"%%%"_s));
        QVERIFY(!readPullSecretData(encoded("no json")));
    }

    void amounts()
    {
        for (const auto* good : {"1", "250m", "1.5", "128Mi", "1e3", "10k", ".5", "0"})
            QVERIFY2(!quantityProblem(QString::fromLatin1(good)), good);
        for (const auto* bad : {"", "1 Gi", "128mb", "x", "1,5", "1KiB", "-1", "1\n2"})
            QVERIFY2(quantityProblem(QString::fromLatin1(bad)), bad);
    }
};

QTEST_GUILESS_MAIN(TestTenancy)
#include "tst_tenancy.moc"
