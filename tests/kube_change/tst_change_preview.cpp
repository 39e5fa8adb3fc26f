#include "app/kube/api/kube_error.h"
#include "app/kube/change/change_preview.h"
#include "json.h"
#include "tests/kube_api/fake_api.h"

#include <QJsonArray>

using namespace kaptan;
using namespace kaptan::kube;
using namespace Qt::StringLiterals;

namespace
{

using Kind = ChangePreview::Kind;

constexpr auto kWeb = "/apis/apps/v1/namespaces/shop/deployments/web";

/// Owned by kubectl (image, label) and by a controller (replicas).
QJsonObject live(const char* version = "7", const char* more = "")
{
    return json(QByteArray("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web',"
                           "'namespace':'shop','uid':'u1','resourceVersion':'")
                    .append(version)
                    .append("','labels':{'app':'web'")
                    .append(more)
                    .append("},'managedFields':[{'manager':'kubectl','operation':'Apply','fieldsV1':"
                            "{'f:metadata':{'f:labels':{'f:app':{}}},'f:spec':{'f:image':{}}}},"
                            "{'manager':'scaler','operation':'Update','fieldsV1':{'f:spec':"
                            "{'f:replicas':{}}}}]},'spec':{'image':'a','replicas':2},"
                            "'status':{'seen':")
                    .append(version)
                    .append("}}")
                    .constData());
}

QJsonObject with(QJsonObject object, const QString& field, const QJsonValue& value)
{
    QJsonObject spec = object["spec"_L1].toObject();
    if (value.isUndefined())
        spec.remove(field);
    else
        spec.insert(field, value);
    object.insert(u"spec"_s, spec);
    return object;
}

ObjectChange change(const QJsonObject& wanted, const QJsonObject& base = {})
{
    return {deployments(), u"shop"_s, u"web"_s, wanted, base};
}

QByteArray conflict(const char* field, const char* manager)
{
    return FakeApi::refusal(409, "Conflict", "Apply failed with 1 conflict",
                            QByteArray("\"details\":{\"causes\":[{\"reason\":\"FieldManagerConflict\","
                                       "\"message\":\"conflict with \\\"") +
                                manager + "\\\" using apps/v1\",\"field\":\"" + field + "\"}]},");
}

} // namespace

/// What the server is asked, and what its answers mean.
class TestChangePreview : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeSite> m_site;

    const FakeApi::Call& call(size_t index) const { return m_site->server.calls.at(index); }

    QJsonObject body(size_t index) const { return QJsonDocument::fromJson(call(index).body).object(); }

    QByteArrayList methods() const
    {
        QByteArrayList all;
        for (const auto& each : m_site->server.calls)
            all << each.method;
        return all;
    }

    Result<ChangePreview> preview(const ObjectChange& wanted, bool force = false)
    {
        return waitFor(previewChange(*m_site->api, wanted, force));
    }

private Q_SLOTS:

    void init() { m_site = std::make_unique<FakeSite>(); }

    void cleanup() { m_site.reset(); }

    void aNewObject()
    {
        m_site->server.script(kWeb,
                              {FakeApi::refusal(404, "NotFound", "not found"),
                               FakeApi::answer("201 Created", words(live()), "Warning: 299 - \"old\"\r\n")});
        QJsonObject wanted = with(live(), u"image"_s, u"b"_s);
        const auto got = preview(change(wanted));
        QVERIFY(got && got->kind == Kind::Create);
        QCOMPARE(got->warnings, QStringList{u"old"_s});
        QVERIFY(got->live.isEmpty() && !got->movedOn && !got->needsForce());
        QCOMPARE(got->wouldBe, live());
        QCOMPARE(methods(), (QByteArrayList{"GET", "PATCH"}));
        QCOMPARE(call(1).query(u"dryRun"_s), u"All"_s);
        QCOMPARE(call(1).query(u"fieldManager"_s), u"kaptan"_s);
        QCOMPARE(call(1).query(u"force"_s), QString());
        QCOMPARE(call(1).header("Content-Type"), QByteArray("application/apply-patch+yaml"));
        QVERIFY(!body(1)["metadata"_L1].toObject().contains(u"managedFields"_s));
        QCOMPARE(body(1)["spec"_L1], wanted["spec"_L1]);
    }

    void anEditSendsWhatChanged()
    {
        m_site->server.script(
            kWeb, {FakeApi::ok(words(live())), FakeApi::ok(words(with(live(), u"image"_s, u"b"_s)))});
        const auto got = preview(change(editable(with(live(), u"image"_s, u"b"_s)), live()));
        QVERIFY(got && got->kind == Kind::Change && !got->movedOn && !got->replaces);
        QCOMPARE(words(body(1)), words(json("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{"
                                            "'name':'web','namespace':'shop','uid':'u1'},"
                                            "'spec':{'image':'b'}}")));
    }

    void nothingToDo()
    {
        m_site->server.script(kWeb, {FakeApi::ok(words(live("8")))});
        const auto same = preview(change(editable(live()), live()));
        QVERIFY(same && same->kind == Kind::Nothing && !same->movedOn); // only its status went on
        QCOMPARE(methods(), QByteArrayList{"GET"});
        const auto file = preview(change(editable(live())));
        QVERIFY(file && file->kind == Kind::Nothing);
        QCOMPARE(methods(), (QByteArrayList{"GET", "GET", "PATCH"}));
        const auto done = waitFor(commitChange(*m_site->api, change(editable(live()), live()), false));
        QVERIFY(done && !done->created);
        QCOMPARE(QJsonDocument::fromJson(done->object).object(), live("8"));
        QCOMPARE(m_site->server.calls.size(), size_t(4));
    }

    void fieldsOfOthersAskForForce()
    {
        const QJsonObject five = with(live(), u"replicas"_s, 5);
        m_site->server.script(kWeb, {FakeApi::ok(words(live())), conflict(".spec.replicas", "scaler"),
                                     FakeApi::ok(words(five))});
        const auto got = preview(change(editable(five), live()));
        QVERIFY(got && got->kind == Kind::Change && got->needsForce());
        QCOMPARE(got->conflicts, (QVector<HeldField>{{u".spec.replicas"_s, {u"scaler"_s}}}));
        QCOMPARE(got->wouldBe, five);
        QCOMPARE(call(2).query(u"force"_s), u"true"_s);
        QCOMPARE(call(2).query(u"dryRun"_s), u"All"_s);
    }

    void commitWithoutForceFails()
    {
        m_site->server.script(kWeb, {FakeApi::ok(words(live())), conflict(".spec.replicas", "scaler")});
        const auto done = waitFor(
            commitChange(*m_site->api, change(editable(with(live(), u"replicas"_s, 5)), live()), false));
        QVERIFY(!done);
        QCOMPARE(conflictsOf(done.error()), (QVector<FieldConflict>{{u".spec.replicas"_s, u"scaler"_s}}));
        QCOMPARE(call(1).query(u"dryRun"_s), QString());
        QCOMPARE(m_site->server.calls.size(), size_t(2));
    }

    void whatWeWroteOtherwiseIsOurs()
    {
        const QJsonObject five = with(live(), u"replicas"_s, 5);
        m_site->server.script(kWeb, {FakeApi::ok(words(live())), conflict(".spec.replicas", "kaptan"),
                                     FakeApi::ok(words(five))});
        const auto done = waitFor(commitChange(*m_site->api, change(editable(five), live()), false));
        QVERIFY(done);
        QCOMPARE(call(2).query(u"force"_s), u"true"_s);
        QCOMPARE(call(2).query(u"dryRun"_s), QString());
    }

    void removingWhatOthersManageReplaces()
    {
        const QJsonObject without = with(live(), u"replicas"_s, QJsonValue::Undefined);
        m_site->server.script(kWeb, {FakeApi::ok(words(live("9"))), conflict(".spec.image", "kubectl"),
                                     FakeApi::ok(words(without))});
        const auto wanted = change(editable(with(without, u"image"_s, u"b"_s)), live());
        const auto got = preview(wanted);
        QVERIFY(got && got->kind == Kind::Change && got->replaces && got->needsForce());
        QCOMPARE(got->conflicts, (QVector<HeldField>{{u".spec.image"_s, {u"kubectl"_s}},
                                                     {u".spec.replicas"_s, {u"scaler"_s}}}));
        QCOMPARE(methods(), (QByteArrayList{"GET", "PATCH", "PUT"}));
        QCOMPARE(call(2).query(u"dryRun"_s), u"All"_s);
        QCOMPARE(body(2)["metadata"_L1].toObject()["resourceVersion"_L1].toString(), u"9"_s);
        QCOMPARE(body(2)["spec"_L1], QJsonValue(json("{'image':'b'}")));

        m_site->server.script(kWeb, {FakeApi::ok(words(live("9"))), FakeApi::ok(words(without))});
        const auto refused = waitFor(commitChange(*m_site->api, wanted, false));
        QVERIFY(!refused);
        QCOMPARE(conflictsOf(refused.error()), (QVector<FieldConflict>{{u".spec.replicas"_s, u"scaler"_s}}));
        QCOMPARE(m_site->server.calls.size(), size_t(4));

        m_site->server.script(kWeb, {FakeApi::ok(words(live("9"))), FakeApi::ok(words(without))});
        QVERIFY(waitFor(commitChange(*m_site->api, wanted, true)));
        QCOMPARE(methods().mid(4), (QByteArrayList{"GET", "PUT"}));
        QCOMPARE(call(5).query(u"dryRun"_s), QString());
    }

    void theObjectMovedOn()
    {
        const QJsonObject newer = live("9", ",'new':'x'");
        m_site->server.script(kWeb, {FakeApi::ok(words(newer)), FakeApi::ok(words(newer))});
        const QJsonObject base = live();
        const auto got =
            preview(change(editable(with(base, u"replicas"_s, QJsonValue::Undefined)), base), true);
        QVERIFY(got && got->movedOn && got->clashes.isEmpty() && got->replaces);
        // What somebody else added meanwhile is not taken back.
        QCOMPARE(methods(), (QByteArrayList{"GET", "PUT"}));
        QCOMPARE(body(1)["metadata"_L1].toObject()["labels"_L1], QJsonValue(json("{'app':'web','new':'x'}")));

        m_site->server.script(
            kWeb, {FakeApi::ok(words(with(newer, u"image"_s, u"c"_s))), FakeApi::ok(words(newer))});
        const auto clash = preview(change(editable(with(base, u"image"_s, u"b"_s)), base), true);
        QVERIFY(clash);
        QCOMPARE(clash->clashes, QStringList{u".spec.image"_s});
        QCOMPARE(body(3)["spec"_L1], QJsonValue(json("{'image':'b'}")));
    }

    void theObjectIsGone()
    {
        m_site->server.script(kWeb, {FakeApi::refusal(404, "NotFound", "not found"),
                                     FakeApi::answer("201 Created", words(live()))});
        const auto got = preview(change(editable(with(live(), u"image"_s, u"b"_s)), live()));
        QVERIFY(got && got->kind == Kind::Create && got->movedOn);
        QCOMPARE(body(1)["spec"_L1], QJsonValue(json("{'image':'b','replicas':2}"))); // whole
    }

    void refusalsAreToldWhole_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("code");
        QTest::newRow("invalid") << FakeApi::refusal(422, "Invalid", "spec.x: field is immutable") << 422;
        QTest::newRow("quota") << FakeApi::refusal(403, "Forbidden", "exceeded quota: q") << 403;
        QTest::newRow("no namespace")
            << FakeApi::refusal(404, "NotFound", "namespaces \\\"shop\\\" not found") << 404;
        QTest::newRow("webhook") << FakeApi::refusal(500, "InternalError", "failed calling webhook \\\"w\\\"")
                                 << 500;
        QTest::newRow("no dry run") << FakeApi::refusal(400, "BadRequest", "does not support dry run") << 400;
    }

    void refusalsAreToldWhole()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, code);
        m_site->server.script(kWeb, {FakeApi::refusal(404, "NotFound", "not found"), answer});
        const auto got = preview(change(editable(live())));
        QVERIFY(got && got->kind == Kind::Refused && got->error);
        QCOMPARE(got->error->httpStatus(), code);
        QVERIFY(!got->error->details().isEmpty());
    }

    void whatMayPassIsTheFuturesError()
    {
        m_site->server.script(kWeb, {FakeApi::unauthorized()});
        const auto got = preview(change(editable(live())));
        QCOMPARE(codeOf(got), 401);
    }

    void aGeneratedNameIsCreated()
    {
        constexpr auto list = "/apis/apps/v1/namespaces/shop/deployments";
        m_site->server.script(list, {FakeApi::answer("201 Created", words(live()))});
        ObjectChange made = change(json("{'kind':'Deployment','metadata':{'generateName':'web-'}}"));
        made.name.clear();
        const auto got = preview(made);
        QVERIFY(got && got->kind == Kind::Create);
        QCOMPARE(call(0).method, QByteArray("POST"));
        QCOMPARE(call(0).query(u"dryRun"_s), u"All"_s);
    }

    void anotherNameIsAnotherObject()
    {
        ObjectChange renamed = change(editable(live()), live());
        renamed.name = u"api"_s;
        const auto got = preview(renamed);
        QVERIFY(got && got->kind == Kind::Refused && got->error->as<InvalidInput>());
        QVERIFY(m_site->server.calls.empty());
    }

    void whatIsNoObjectIsNoObject()
    {
        m_site->server.script(kWeb, {FakeApi::ok("[]")});
        const auto got = preview(change(editable(live())));
        QVERIFY(!got && got.error().as<ParseError>());
    }

    void theApiGoesFirst()
    {
        m_site->server.script(kWeb, {QByteArray()});
        const auto waiting = previewChange(*m_site->api, change(editable(live())), false);
        QTRY_COMPARE(m_site->server.calls.size(), size_t(1));
        const auto unsent = previewChange(*m_site->api, change(editable(live())), false);
        m_site->api.reset();
        const auto one = waitFor(waiting), other = waitFor(unsent);
        QVERIFY(!one && one.error().isCancelled());
        QVERIFY(!other && other.error().isCancelled());
    }

    void cancelledOnTheWay()
    {
        m_site->server.script(kWeb, {QByteArray()});
        auto waiting = previewChange(*m_site->api, change(editable(live())), false);
        QTRY_COMPARE(m_site->server.calls.size(), size_t(1));
        waiting.cancel();
        QTRY_COMPARE(m_site->server.open(), 0);
        QTRY_VERIFY(waiting.isFinished());
    }
};

QTEST_GUILESS_MAIN(TestChangePreview)
#include "tst_change_preview.moc"
