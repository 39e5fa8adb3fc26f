#include "app/kube/api/decode.h"
#include "app/kube/api/kube_error.h"
#include "fake_api.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

using namespace kaptan;
using namespace kaptan::kube;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto kPods = "/api/v1/namespaces/shop/pods";
constexpr auto kWeb = "/apis/apps/v1/namespaces/shop/deployments/web";

} // namespace

/// Single calls: who asks, what is sent, what is tried again and what comes back.
class TestCalls : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeSite> m_site;

private Q_SLOTS:

    void init() { m_site = std::make_unique<FakeSite>(); }

    void cleanup() { m_site.reset(); }

    void theIdentityGoesAlong()
    {
        m_site->server.script("/api/v1/namespaces/shop/pods/web-1", {FakeApi::ok(quoted("{'kind':'Pod'}"))});
        const auto got = waitFor(m_site->api->get(pods(), u"shop"_s, u"web-1"_s));
        QVERIFY(got);
        QCOMPARE(*got, QByteArray(quoted("{'kind':'Pod'}")));
        QCOMPARE(m_site->server.calls.size(), size_t(1));
        const auto& call = m_site->server.calls.front();
        QCOMPARE(call.method, QByteArray("GET"));
        QCOMPARE(call.header("Authorization"), QByteArray("Bearer t1"));
        // A server answers curl, Wget and Mozilla with indented JSON of twice the size.
        QVERIFY(call.header("User-Agent").startsWith("kaptan/"));
    }

    void whoIsNobodySendsNothing()
    {
        m_site->credentials->failing = Error(ProcessError{u"login-helper"_s, u"it failed"_s, {}});
        const auto got = waitFor(m_site->api->version());
        QVERIFY(!got && got.error().as<ProcessError>());
        QVERIFY(m_site->server.calls.empty());
    }

    void aRefusedIdentityIsAskedForOnceMore_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::newRow("read") << QByteArray("GET");
        QTest::newRow("write") << QByteArray("POST");
    }

    void aRefusedIdentityIsAskedForOnceMore()
    {
        QFETCH(QByteArray, method);
        m_site->server.script("/x", {FakeApi::unauthorized(), FakeApi::ok("{}")});
        net::Request request = ::get();
        request.method = method;
        request.body = method == "POST" ? "{}" : "";
        QVERIFY(waitFor(m_site->api->call(request)));
        QCOMPARE(m_site->credentials->rejected, QByteArrayList{"Bearer t1"});
        QCOMPARE(m_site->credentials->asked, 2);
        QCOMPARE(m_site->server.calls.size(), size_t(2));
        QCOMPARE(m_site->server.calls[1].header("Authorization"), QByteArray("Bearer t2"));
        QCOMPARE(m_site->server.calls[1].body, request.body);
    }

    void refusedTwiceIsRefused()
    {
        m_site->server.script("/x", {FakeApi::unauthorized()});
        const auto got = waitFor(m_site->api->call(::get()));
        QCOMPARE(codeOf(got), 401);
        QCOMPARE(m_site->server.calls.size(), size_t(2));
        QCOMPARE(m_site->credentials->rejected.size(), 1);
    }

    /// Both went out with t1; when the second refusal comes, t2 has long been fetched and must stay.
    void aLateRefusalNamesTheIdentityThatWasRefused()
    {
        m_site->server.script("/slow", {QByteArray(), FakeApi::ok("{}")});
        m_site->server.script("/quick", {FakeApi::unauthorized(), FakeApi::ok("{}")});
        const auto slow = m_site->api->call(::get(u"/slow"_s));
        QTRY_COMPARE(m_site->server.count("/slow"), 1);
        QVERIFY(waitFor(m_site->api->call(::get(u"/quick"_s))));
        m_site->server.calls.front().socket->write(FakeApi::unauthorized());
        QVERIFY(waitFor(slow));
        QCOMPARE(m_site->credentials->rejected, (QByteArrayList{"Bearer t1", "Bearer t1"}));
    }

    void overloadWaitsAsLongAsTheServerAsks_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<bool>("idempotent");
        QTest::newRow("read") << QByteArray("GET") << false;
        QTest::newRow("write") << QByteArray("PATCH") << false;
        QTest::newRow("question") << QByteArray("POST") << true;
    }

    void overloadWaitsAsLongAsTheServerAsks()
    {
        QFETCH(QByteArray, method);
        QFETCH(bool, idempotent);
        m_site->server.script("/x", {FakeApi::overloaded(3), FakeApi::overloaded(600), FakeApi::ok("{}")});
        net::Request request = ::get();
        request.method = method;
        request.idempotent = idempotent;
        request.timeout = 0ms; // so that what the clock has to do is only the waiting
        request.body = method == "GET" ? "" : "{}";
        const auto future = m_site->api->call(request);
        QTRY_COMPARE(m_site->clock.pending(), 1);
        m_site->clock.advance(2900ms);
        QCOMPARE(m_site->clock.pending(), 1); // not yet
        m_site->clock.advance(200ms);
        QTRY_COMPARE(m_site->server.calls.size(), size_t(2));
        QTRY_COMPARE(m_site->clock.pending(), 1);
        m_site->clock.advance(10s); // ten minutes is more than anybody waits
        const auto got = waitFor(future);
        QVERIFY(got);
        QCOMPARE(m_site->server.calls.size(), size_t(3));
    }

    void overloadEndsAtTheThirdAttempt_data() { overloadWaitsAsLongAsTheServerAsks_data(); }

    void overloadEndsAtTheThirdAttempt()
    {
        QFETCH(QByteArray, method);
        QFETCH(bool, idempotent);
        m_site->server.script("/x", {FakeApi::overloaded(1)});
        net::Request request = ::get();
        request.method = method;
        request.idempotent = idempotent;
        request.timeout = 0ms;
        request.body = method == "GET" ? "" : "{}";
        const auto future = m_site->api->call(request);
        for (size_t attempt = 1; attempt < 3; ++attempt) {
            QTRY_COMPARE(m_site->server.calls.size(), attempt);
            QTRY_COMPARE(m_site->clock.pending(), 1);
            m_site->clock.advance(5s);
        }
        const auto got = waitFor(future);
        QCOMPARE(codeOf(got), 429);
        const auto* error = got.error().as<KubeError>();
        QVERIFY(error && error->reason.isEmpty());
        QCOMPARE(error->retryAfterSeconds, 1);
        QCOMPARE(error->message, u"Too many requests, please try again later."_s);
        QCOMPARE(m_site->server.calls.size(), size_t(3));
    }

    /// The other 429: it happened, and the answer is no. It does not get better by asking again.
    void aDisruptionBudgetIsNoOverload()
    {
        m_site->server.script(
            "/x",
            {FakeApi::refusal(429, "TooManyRequests", "Cannot evict pod as it would violate the budget.",
                              quoted("'details':{'causes':[{'reason':'DisruptionBudget','message':"
                                     "'needs 2 healthy pods and has 2'}]},"))});
        net::Request request = ::get();
        request.method = "POST";
        request.body = "{}";
        const auto got = waitFor(m_site->api->call(request));
        QCOMPARE(codeOf(got), 429);
        QCOMPARE(m_site->server.calls.size(), size_t(1));
        QVERIFY(!got.error().isTransient());
        QCOMPARE(got.error().as<KubeError>()->causes,
                 QStringList{u"DisruptionBudget: needs 2 healthy pods and has 2"_s});
    }

    void errorsSayWhatTheServerSays_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("message");
        QTest::newRow("status") << FakeApi::refusal(403, "Forbidden", "pods is forbidden: no") << 403
                                << u"Forbidden"_s << u"pods is forbidden: no"_s;
        QTest::newRow("text") << FakeApi::text("404 Not Found", "404 page not found\n") << 404 << QString()
                              << u"404 page not found"_s;
        QTest::newRow("other JSON") << FakeApi::answer("404 Not Found", quoted("{'paths':['/api']}")) << 404
                                    << QString() << QString();
        QTest::newRow("web page") << FakeApi::answer("400 Bad Request", "<html>nginx</html>", {}, "text/html")
                                  << 400 << QString() << QString();
        QTest::newRow("cut") << FakeApi::answer("403 Forbidden", quoted("{'kind':'Status','message':'po"))
                             << 403 << QString() << QString();
        QTest::newRow("nothing") << FakeApi::answer("500 Internal Server Error", "") << 500 << QString()
                                 << QString();
        QTest::newRow("a redirection")
            << FakeApi::answer("302 Found", "", "Location: /login\r\n") << 302 << QString() << QString();
    }

    void errorsSayWhatTheServerSays()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, code);
        m_site->server.script("/api/v1/namespaces/shop/pods/web-1", {answer});
        const auto got = waitFor(m_site->api->get(pods(), u"shop"_s, u"web-1"_s));
        QVERIFY(!got);
        const auto* error = got.error().as<KubeError>();
        QVERIFY2(error, qPrintable(got.error().message()));
        QCOMPARE(error->code, code);
        QTEST(error->reason, "reason");
        QTEST(error->message, "message");
        QCOMPARE(error->where, u"GET /api/v1/namespaces/shop/pods/web-1"_s);
        QCOMPARE(isForbidden(got.error()), code == 403);
        QCOMPARE(isNotFound(got.error()), code == 404);
        QVERIFY(got.error().message().contains(u"pods shop/web-1"_s));
    }

    /// A login page in between answers 200 to everything.
    void aWebPageIsNoAnswer()
    {
        const QByteArray page =
            FakeApi::answer("200 OK", "<!doctype html><title>Log in</title>", {}, "text/html; charset=utf-8");
        for (const char* path : {"/version", "/api", "/apis", kPods, kWeb})
            m_site->server.script(path, {page});
        const auto isParse = [](const auto& result) {
            return !result && result.error().template as<ParseError>() != nullptr;
        };
        QVERIFY(isParse(waitFor(m_site->api->version())));
        QVERIFY(isParse(waitFor(m_site->api->discover())));
        QVERIFY(isParse(waitFor(m_site->api->table(pods(), u"shop"_s))));
        QVERIFY(isParse(waitFor(m_site->api->get(deployments(), u"shop"_s, u"web"_s))));
        // Also where nobody says that it is one.
        m_site->server.script("/version", {FakeApi::ok("<html></html>")});
        const auto unsaid = waitFor(m_site->api->version());
        QVERIFY(isParse(unsaid));
        QVERIFY(unsaid.error().message().contains(u"web page"_s));
    }

    void versions()
    {
        m_site->server.script(
            "/version", {FakeApi::ok(quoted("{'major':'1','minor':'29+','gitVersion':'v1.29.4-gke.1'}"))});
        const auto version = waitFor(m_site->api->version());
        QVERIFY(version);
        QCOMPARE(version->major, 1);
        QCOMPARE(version->minor, 29);
        QCOMPARE(version->gitVersion, u"v1.29.4-gke.1"_s);
    }

    void tenMegabytes()
    {
        const QByteArray object =
            quoted("{'kind':'ConfigMap','data':{'a':'") + QByteArray(10 * 1024 * 1024, 'x') + quoted("'}}");
        m_site->server.script("/api/v1/namespaces/shop/pods/big", {FakeApi::ok(object)});
        const auto got = waitFor(m_site->api->get(pods(), u"shop"_s, u"big"_s));
        QVERIFY(got);
        QVERIFY(*got == object);
    }

    /// The connection breaks in the middle of an answer: reads are tried three times, and then it is said.
    void anAnswerThatIsCut()
    {
        m_site->server.script("/version", {"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"major\""});
        const auto future = m_site->api->version();
        for (int attempt = 1; attempt <= 3; ++attempt) {
            QTRY_COMPARE(m_site->server.count("/version"), attempt);
            EvilServer::closeSocket(m_site->server.calls.back().socket);
            if (attempt == 3)
                break;
            QTRY_COMPARE(m_site->clock.pending(), 2); // the time limit of the call, and the next attempt
            m_site->clock.advance(1s);
        }
        const auto got = waitFor(future);
        QCOMPARE(kindOf(got), u"closed"_s);
    }

    void warningsAreToldOnce()
    {
        QSignalSpy warned(m_site->api.get(), &KubeApi::warned);
        const QByteArray headers = "Warning: 299 - \"v1 Endpoints is deprecated in v1.33+\"\r\n"
                                   "Warning: 299 - \"unknown field \\\"dta\\\"\"\r\n";
        m_site->server.script("/x", {FakeApi::ok("{}", headers)});
        for (int i = 0; i < 2; ++i)
            QVERIFY(waitFor(m_site->api->call(::get())));
        m_site->server.script("/x",
                              {FakeApi::ok("{}", "Warning: 299 k8s \"a, b\" \"Mon, 23 Nov 2026 15:16:25 "
                                                 "GMT\", 299 - \"another\"\r\n")});
        QVERIFY(waitFor(m_site->api->call(::get())));
        QStringList texts;
        for (const auto& arguments : warned)
            texts << arguments.at(0).toString();
        QCOMPARE(texts, (QStringList{u"v1 Endpoints is deprecated in v1.33+"_s, u"unknown field \"dta\""_s,
                                     u"a, b"_s, u"another"_s}));
    }

    void nonsenseInWarningsIsHarmless()
    {
        for (const char* text : {"", "\"", "299 - \"", "299 - \"abc\\", "\\", "299 - \"a", "299 -"})
            QVERIFY(warnings({{"Warning", text}}).isEmpty());
        QCOMPARE(warnings({{"warning", "299 - \"a\"\"b\""}}), (QStringList{u"a"_s, u"b"_s}));
    }

    void whatWritesSend()
    {
        m_site->server.script("/apis/apps/v1/namespaces/shop/deployments/web/scale", {FakeApi::ok("{}")});
        m_site->server.script(kWeb, {FakeApi::ok("{}")});
        QVERIFY(waitFor(m_site->api->scale(deployments(), u"shop"_s, u"web"_s, 4)));
        QVERIFY(waitFor(m_site->api->patch(deployments(), u"shop"_s, u"web"_s, "application/merge-patch+json",
                                           quoted("{'spec':{'paused':true}}"))));
        QVERIFY(waitFor(m_site->api->remove(deployments(), u"shop"_s, u"web"_s, u"u-1"_s,
                                            KubeApi::Propagation::Foreground)));
        QVERIFY(waitFor(m_site->api->remove(deployments(), u"shop"_s, u"web"_s)));
        const auto& calls = m_site->server.calls;
        QCOMPARE(calls.size(), size_t(4));
        QCOMPARE(calls[0].method, QByteArray("PATCH"));
        QCOMPARE(calls[0].header("Content-Type"), QByteArray("application/merge-patch+json"));
        QCOMPARE(calls[0].body, QByteArray(quoted("{'spec':{'replicas':4}}")));
        QCOMPARE(calls[1].header("Content-Type"), QByteArray("application/merge-patch+json"));
        QCOMPARE(calls[1].body, QByteArray(quoted("{'spec':{'paused':true}}")));
        QCOMPARE(calls[2].method, QByteArray("DELETE"));
        const QJsonObject options = QJsonDocument::fromJson(calls[2].body).object();
        QCOMPARE(options.value("propagationPolicy"_L1).toString(), u"Foreground"_s);
        QCOMPARE(options.value("preconditions"_L1).toObject().value("uid"_L1).toString(), u"u-1"_s);
        const QJsonObject plain = QJsonDocument::fromJson(calls[3].body).object();
        QCOMPARE(plain.value("propagationPolicy"_L1).toString(), u"Background"_s);
        QVERIFY(!plain.contains("preconditions"_L1));
        for (const auto& call : calls)
            QCOMPARE(call.header("Accept"), QByteArray("application/json"));
    }

    void whatMayBeDone()
    {
        m_site->server.script(
            "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
            {FakeApi::answer("201 Created", quoted("{'status':{'allowed':true,'reason':'RBAC'}}")),
             FakeApi::answer("201 Created", quoted("{'status':{'allowed':false}}"))});
        const auto yes = waitFor(m_site->api->access(u"get"_s, pods(), u"shop"_s, u"web-1"_s, u"log"_s));
        QVERIFY(yes && yes->allowed);
        QCOMPARE(yes->reason, u"RBAC"_s);
        const QJsonObject asked = QJsonDocument::fromJson(m_site->server.calls.back().body)
                                      .object()
                                      .value("spec"_L1)
                                      .toObject()
                                      .value("resourceAttributes"_L1)
                                      .toObject();
        QCOMPARE(asked, (QJsonObject{{u"verb"_s, u"get"_s},
                                     {u"group"_s, u""_s},
                                     {u"resource"_s, u"pods"_s},
                                     {u"namespace"_s, u"shop"_s},
                                     {u"name"_s, u"web-1"_s},
                                     {u"subresource"_s, u"log"_s}}));
        const auto no = waitFor(m_site->api->access(u"delete"_s, deployments(), {}));
        QVERIFY(no && !no->allowed);
    }

    void rulesAreAUnion()
    {
        m_site->server.script(
            "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews",
            {FakeApi::answer(
                "201 Created",
                quoted(
                    "{'status':{'incomplete':true,'resourceRules':["
                    "{'verbs':['get','list'],'apiGroups':['','apps'],'resources':['pods','deployments/"
                    "scale']},"
                    "{'verbs':['*'],'apiGroups':['batch'],'resources':['*']},"
                    "{'verbs':['get'],'apiGroups':['*'],'resources':['*/status']},"
                    "{'verbs':['update'],'apiGroups':[''],'resources':['secrets'],'resourceNames':['one']},"
                    "{'verbs':null,'apiGroups':null,'resources':null}],'nonResourceRules':[]}}"))});
        const auto rules = waitFor(m_site->api->rules({}));
        QVERIFY(rules && rules->incomplete);
        QVERIFY(m_site->server.calls.back().body.contains(quoted("'namespace':'default'")));
        const auto may = [&](const char* verb, const char* group, const char* resource,
                             const char* name = "") {
            return rules->allows(QLatin1String(verb), QLatin1String(group), QLatin1String(resource),
                                 QLatin1String(name));
        };
        QVERIFY(may("list", "", "pods"));
        QVERIFY(!may("delete", "", "pods"));
        QVERIFY(!may("list", "", "pods/log"));
        QVERIFY(may("get", "apps", "deployments/scale"));
        QVERIFY(!may("get", "apps", "deployments"));
        QVERIFY(may("delete", "batch", "jobs"));
        QVERIFY(may("get", "x.io", "things/status"));
        QVERIFY(!may("get", "x.io", "things"));
        QVERIFY(may("update", "", "secrets", "one"));
        QVERIFY(!may("update", "", "secrets", "two"));
        QVERIFY(!may("update", "", "secrets"));
    }

    void usage()
    {
        m_site->server.script(
            "/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods",
            {FakeApi::ok(
                quoted("{"
                       "'kind':'PodMetricsList','apiVersion':'metrics.k8s.io/v1beta1','metadata':{},'items':["
                       "{'metadata':{'name':'web-1','namespace':'shop'},'timestamp':'2026-11-23T15:00:05Z','"
                       "window':'10s',"
                       "'containers':[{'name':'web','usage':{'cpu':'12345678n','memory':'20480Ki'}},"
                       "{'name':'side','usage':{'cpu':'nonsense','memory':null}}]}]}"))});
        m_site->server.script(
            "/apis/metrics.k8s.io/v1beta1/nodes",
            {FakeApi::ok(
                quoted("{'kind':'NodeMetricsList',"
                       "'items':[{'metadata':{'name':'node-1'},'usage':{'cpu':'1500m','memory':'1Gi'}}]}"))});
        const auto pod = waitFor(m_site->api->metrics(u"pods"_s, u"shop"_s));
        QVERIFY(pod && pod->size() == 1 && pod->at(0).containers.size() == 2);
        QCOMPARE(pod->at(0).at, QDateTime(QDate(2026, 11, 23), QTime(15, 0, 5), Qt::UTC));
        QVERIFY(qAbs(pod->at(0).containers[0].cpuMillicores - 12.345678) < 1e-6);
        QCOMPARE(pod->at(0).containers[0].memoryBytes, 20480ll * 1024);
        QCOMPARE(pod->at(0).containers[1].memoryBytes, 0ll);
        const auto node = waitFor(m_site->api->metrics(u"nodes"_s));
        QVERIFY(node && node->size() == 1);
        QVERIFY(qAbs(node->at(0).containers.at(0).cpuMillicores - 1500) < 1e-6);
        m_site->server.script(
            "/api/v1/nodes/node-1/proxy/stats/summary",
            {FakeApi::ok(quoted(
                "{'node':{"
                "'nodeName':'node-1','network':{'name':'eth0','rxBytes':10,'txBytes':20},'fs':{'usedBytes':"
                "30}},"
                "'pods':[{'podRef':{'name':'web-1','namespace':'shop'},'network':{'rxBytes':1}},{}]}"))});
        const auto summary = waitFor(m_site->api->summary(u"node-1"_s));
        QVERIFY(summary && summary->size() == 3);
        QCOMPARE(summary->at(0).networkTxBytes, 20ll);
        QCOMPARE(summary->at(0).diskUsedBytes, 30ll);
        QCOMPARE(summary->at(1).networkRxBytes, 1ll);
        QCOMPARE(summary->at(1).networkTxBytes, -1ll);
        QCOMPARE(summary->at(2).diskUsedBytes, -1ll);
    }

    /// Every decoder, with its text cut at every byte: never a value, never more than an error.
    void textCutAnywhere()
    {
        const auto cutsFail = [](const QByteArray& text, const auto& decode) {
            if (!decode(text))
                return -1;
            for (qsizetype size = 0; size < text.size(); ++size) {
                const auto result = decode(text.left(size));
                if (result || !result.error().template as<ParseError>())
                    return int(size);
            }
            return int(text.size());
        };
        const QString where = u"GET /x"_s;
        const auto response = [](const QByteArray& body) {
            return net::Response{
                200,
                {{"Content-Type", "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"}},
                body};
        };
        const auto check = [&](const QByteArray& text, const auto& decode) {
            QCOMPARE(cutsFail(text, decode), int(text.size()));
        };
        check(quoted("{'major':'1','minor':'20','gitVersion':'v1.20.2'}"),
              [&](const QByteArray& t) { return decode::version(t, where); });
        check(
            quoted(
                "{'kind':'APIGroupDiscoveryList','items':[{'metadata':{'name':'apps'},'versions':[{'version':"
                "'v1','resources':[{'resource':'deployments','responseKind':{'kind':'Deployment'}}]}]}]}"),
            [&](const QByteArray& t) { return decode::groups(response(t), where); });
        check(quoted("{'kind':'APIResourceList','resources':[{'name':'pods','kind':'Pod','verbs':['get']}]}"),
              [&](const QByteArray& t) { return decode::resources(t, u"v1"_s, where); });
        check(quoted("{'status':{'allowed':true}}"),
              [&](const QByteArray& t) { return decode::access(t, where); });
        check(quoted("{'status':{'resourceRules':[{'verbs':['get']}]}}"),
              [&](const QByteArray& t) { return decode::rules(t, where); });
        check(quoted("{'kind':'PodMetricsList','items':[{'metadata':{'name':'a'}}]}"),
              [&](const QByteArray& t) { return decode::metrics(t, where); });
        check(quoted("{'node':{'nodeName':'n'},'pods':[]}"),
              [&](const QByteArray& t) { return decode::summary(t, where); });
        check(
            quoted("{'kind':'Table','columnDefinitions':[{'name':'Name'}],'rows':[{'cells':['a',1,null]}]}"),
            [&](const QByteArray& t) { return decodeTable(t, where); });
    }
};

QTEST_GUILESS_MAIN(TestCalls)
#include "tst_calls.moc"
