#include "app/kube/api/kube_error.h"
#include "fake_api.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace kaptan;
using namespace kaptan::kube;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto kWeb = "/apis/apps/v1/namespaces/shop/deployments/web";
constexpr auto kList = "/apis/apps/v1/namespaces/shop/deployments";

} // namespace

/// Whole objects written: what is sent, and what the answers say.
class TestWrites : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeSite> m_site;

    const FakeApi::Call& call(size_t index = 0) const { return m_site->server.calls.at(index); }

private Q_SLOTS:

    void init() { m_site = std::make_unique<FakeSite>(); }

    void cleanup() { m_site.reset(); }

    void apply()
    {
        m_site->server.script(kWeb, {FakeApi::answer("201 Created", "{\"a\":1}",
                                                     "Warning: 299 - \"one\"\r\nWarning: 299 - \"two\"\r\n"),
                                     FakeApi::ok("{}")});
        WriteOptions options;
        options.manager = u"kap tan&"_s;
        const auto made =
            waitFor(m_site->api->apply(deployments(), u"shop"_s, u"web"_s, "{\"kind\":\"X\"}", options));
        QVERIFY(made && made->created);
        QCOMPARE(made->object, QByteArray("{\"a\":1}"));
        QCOMPARE(made->warnings, (QStringList{u"one"_s, u"two"_s}));
        QCOMPARE(call().method, QByteArray("PATCH"));
        QCOMPARE(call().header("Content-Type"), QByteArray("application/apply-patch+yaml"));
        QCOMPARE(call().header("Accept"), QByteArray("application/json"));
        QCOMPARE(call().body, QByteArray("{\"kind\":\"X\"}"));
        QCOMPARE(call().query(u"fieldManager"_s), u"kap tan&"_s);
        QCOMPARE(call().query(u"fieldValidation"_s), u"Warn"_s);
        QVERIFY(!call().target.contains("dryRun") && !call().target.contains("force"));

        options.force = options.dryRun = options.strict = true;
        const auto same = waitFor(m_site->api->apply(deployments(), u"shop"_s, u"web"_s, "{}", options));
        QVERIFY(same && !same->created && same->warnings.isEmpty());
        QCOMPARE(call(1).query(u"dryRun"_s), u"All"_s);
        QCOMPARE(call(1).query(u"force"_s), u"true"_s);
        QCOMPARE(call(1).query(u"fieldValidation"_s), u"Strict"_s);
    }

    /// The same again changes nothing: what broke is sent again by itself.
    void applyIsRepeated()
    {
        m_site->server.script(kWeb, {FakeApi::refusal(503, "ServiceUnavailable", "wait"), FakeApi::ok("{}")});
        const auto future = m_site->api->apply(deployments(), u"shop"_s, u"web"_s, "{}", {});
        QTRY_COMPARE(m_site->clock.pauses(), 1);
        m_site->clock.advance(10s);
        QVERIFY(waitFor(future));
        QCOMPARE(m_site->server.calls.size(), size_t(2));
    }

    void create()
    {
        m_site->server.script(kList, {FakeApi::answer("201 Created", "{}"),
                                      FakeApi::refusal(409, "AlreadyExists", "it is there"),
                                      FakeApi::refusal(503, "ServiceUnavailable", "wait")});
        WriteOptions options;
        options.manager = u"kaptan"_s;
        const auto made = waitFor(m_site->api->create(deployments(), u"shop"_s, "{}", options));
        QVERIFY(made && made->created);
        QCOMPARE(call().method, QByteArray("POST"));
        QCOMPARE(call().header("Content-Type"), QByteArray("application/json"));
        QCOMPARE(call().query(u"fieldManager"_s), u"kaptan"_s);
        const auto there = waitFor(m_site->api->create(deployments(), u"shop"_s, "{}", options));
        QCOMPARE(codeOf(there), 409);
        QVERIFY(conflictsOf(there.error()).isEmpty());
        // It may have happened: twice would be two objects.
        QCOMPARE(codeOf(waitFor(m_site->api->create(deployments(), u"shop"_s, "{}", options))), 503);
        QCOMPARE(m_site->server.calls.size(), size_t(3));
    }

    void replace()
    {
        m_site->server.script(kWeb, {FakeApi::ok("{\"b\":2}"),
                                     FakeApi::refusal(409, "Conflict", "the object has been modified")});
        WriteOptions options;
        options.manager = u"kaptan"_s;
        options.dryRun = true;
        const auto done =
            waitFor(m_site->api->replace(deployments(), u"shop"_s, u"web"_s, "{\"a\":1}", options));
        QVERIFY(done && !done->created);
        QCOMPARE(done->object, QByteArray("{\"b\":2}"));
        QCOMPARE(call().method, QByteArray("PUT"));
        QCOMPARE(call().body, QByteArray("{\"a\":1}"));
        QCOMPARE(call().query(u"dryRun"_s), u"All"_s);
        const auto stale = waitFor(m_site->api->replace(deployments(), u"shop"_s, u"web"_s, "{}", options));
        QCOMPARE(codeOf(stale), 409);
        QVERIFY(conflictsOf(stale.error()).isEmpty());
    }

    void aValueOfTheWrongTypeIsNotRepeated()
    {
        m_site->server.script(
            kWeb, {FakeApi::refusal(500, "InternalError",
                                    "failed to create typed patch object (shop/login; v1, Kind=Secret): "
                                    ".stringData.password: expected string, got "
                                    "&value.valueUnstructured{Value:a} 12345}")});
        const auto got = waitFor(m_site->api->apply(deployments(), u"shop"_s, u"web"_s, "{}", {}));
        QVERIFY(!got);
        QVERIFY2(!got.error().message().contains(u"12345"_s), qPrintable(got.error().message()));
        QVERIFY2(got.error().message().contains(u".stringData.password: expected string"_s),
                 qPrintable(got.error().message()));
    }

    void conflicts()
    {
        m_site->server.script(
            kWeb,
            {FakeApi::refusal(
                409, "Conflict", "Apply failed with 3 conflicts",
                quoted(
                    "'details':{'causes':["
                    "{'reason':'FieldManagerConflict','message':'conflict with \\'kubectl\\' using apps/v1',"
                    "'field':'.spec.replicas'},"
                    "{'reason':'FieldManagerConflict','message':'conflict with \\'a: conflict with b\\'',"
                    "'field':'.data.x: y'},"
                    "{'reason':'FieldManagerConflict','message':'conflict with \\'kube-controller-manager\\'"
                    " with subresource \\'status\\' using apps/v1 at 2026-01-01T00:00:00Z',"
                    "'field':'.spec.template.spec.containers[name=\\'web\\'].image'},"
                    "{'reason':'FieldManagerConflict','message':'nothing of the kind','field':'.x'},"
                    "{'reason':'Other','message':'conflict with \\'z\\'','field':'.x'}]},"))});
        const auto got = waitFor(m_site->api->apply(deployments(), u"shop"_s, u"web"_s, "{}", {}));
        QCOMPARE(codeOf(got), 409);
        const QVector<FieldConflict> found = conflictsOf(got.error());
        QCOMPARE(found.size(), 3);
        QCOMPARE(found[0], (FieldConflict{u".spec.replicas"_s, u"kubectl"_s}));
        QCOMPARE(found[2], (FieldConflict{u".spec.template.spec.containers[name=\"web\"].image"_s,
                                          u"kube-controller-manager"_s}));
        QVERIFY(
            conflictsOf(Error(KubeError{422, {}, {}, {}, got.error().as<KubeError>()->causes, 0})).isEmpty());
        QVERIFY(conflictsOf(Error(Cancelled{})).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWrites)
#include "tst_writes.moc"
