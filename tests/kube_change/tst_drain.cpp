#include "app/kube/change/admin_calls.h"
#include "app/kube/change/drain.h"
#include "tests/kube_api/fake_api.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace kaptan;
using namespace kaptan::kube;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using State = DrainProgress::State;

namespace
{

constexpr auto kPods = "/api/v1/pods";
constexpr auto kNode = "/api/v1/nodes/n1";
constexpr auto kWeb = "/api/v1/namespaces/shop/pods/web/eviction";
constexpr auto kDb = "/api/v1/namespaces/shop/pods/db/eviction";
constexpr auto kBudgets = "/apis/policy/v1/namespaces/shop/poddisruptionbudgets";

QByteArray pod(const QByteArray& name, const QByteArray& more = {})
{
    return quoted("{'metadata':{'namespace':'shop','name':'") + name + quoted("','uid':'uid-") + name +
           quoted("','labels':{'app':'") + name +
           quoted("'},'ownerReferences':[{'kind':'ReplicaSet','name':'rs','controller':true}]") + more +
           quoted("},'spec':{},'status':{'phase':'Running'}}");
}

QByteArray pods(const QByteArrayList& items)
{
    return FakeApi::ok(quoted("{'kind':'PodList','metadata':{},'items':[") + items.join(',') + "]}");
}

QByteArray budgetRefusal()
{
    return FakeApi::refusal(
        429, "TooManyRequests", "Cannot evict pod as it would violate the pod's disruption budget.",
        R"("details":{"causes":[{"reason":"DisruptionBudget","message":"The disruption budget db needs 1 healthy pods and has 1 currently"}]},)");
}

Discovery kinds()
{
    Discovery discovery;
    ApiResource nodes;
    nodes.version = u"v1"_s;
    nodes.name = u"nodes"_s;
    nodes.kind = u"Node"_s;
    nodes.namespaced = false;
    ApiResource budgets;
    budgets.group = u"policy"_s;
    budgets.version = u"v1"_s;
    budgets.name = u"poddisruptionbudgets"_s;
    budgets.kind = u"PodDisruptionBudget"_s;
    discovery.resources = {nodes, budgets};
    return discovery;
}

} // namespace

/// A drain against a server that says what a genuine one says only in bad times.
class TestDrain : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeSite> m_site;
    ManualClock m_clock;

    std::unique_ptr<Drain> drain(DrainOptions options = {})
    {
        return std::make_unique<Drain>(*m_site->api, std::make_shared<const Discovery>(kinds()), u"n1"_s,
                                       options, m_clock);
    }

    static State stateOf(const Drain& drain, const QString& name)
    {
        return drain.state().progress.value(u"uid-"_s + name).state;
    }

private Q_SLOTS:

    void init()
    {
        m_site = std::make_unique<FakeSite>();
        m_site->server.script("/api/v1",
                              {FakeApi::ok(quoted("{'resources':[{'name':'pods','kind':'Pod'},{'name':'pods/"
                                                  "eviction','group':'policy','version':'v1',"
                                                  "'kind':'Eviction'}]}"))});
        m_site->server.script(kNode, {FakeApi::ok("{}")});
        m_site->server.script(kWeb, {FakeApi::answer("201 Created", quoted("{'kind':'Status'}"))});
        m_site->server.script(kBudgets,
                              {FakeApi::ok(quoted("{'items':["
                                                  "{'metadata':{'namespace':'shop','name':'db'},'spec':{"
                                                  "'selector':{'matchLabels':{'app':'db'}}},"
                                                  "'status':{'disruptionsAllowed':0}},"
                                                  "{'metadata':{'namespace':'shop','name':'web'},'spec':{"
                                                  "'selector':{'matchLabels':{'app':'web'}}},"
                                                  "'status':{'disruptionsAllowed':0}}]}"))});
    }

    void cleanup() { m_site.reset(); }

    void cordonsEvictsAndWaitsUntilTheyAreGone()
    {
        m_site->server.script(kPods, {pods({pod("web")}), pods({pod("web")}), pods({pod("web")}), pods({})});
        const auto one = drain();
        QSignalSpy finished(one.get(), &Drain::finished);
        one->start();
        QTRY_COMPARE(m_site->server.count(kWeb), 1);
        QTRY_COMPARE(stateOf(*one, u"web"_s), State::Evicted);
        // First the node is cordoned, and then it is looked again.
        QByteArrayList order;
        for (const FakeApi::Call& call : m_site->server.calls)
            order << call.method + ' ' + call.path().section(u'/', -1).toLatin1();
        QCOMPARE(order, (QByteArrayList{"GET v1", "GET pods", "PATCH n1", "GET pods", "POST eviction"}));
        const auto& eviction = m_site->server.calls.back();
        const QJsonObject body = QJsonDocument::fromJson(eviction.body).object();
        QCOMPARE(body.value("apiVersion"_L1).toString(), u"policy/v1"_s);
        QCOMPARE(body.value("deleteOptions"_L1)
                     .toObject()
                     .value("preconditions"_L1)
                     .toObject()
                     .value("uid"_L1)
                     .toString(),
                 u"uid-web"_s);
        QVERIFY(!body.value("deleteOptions"_L1).toObject().contains("gracePeriodSeconds"_L1));
        QCOMPARE(m_site->server.calls[1].query(u"fieldSelector"_s), u"spec.nodeName=n1"_s);

        QCOMPARE(finished.size(), 0);
        m_clock.advance(1s);
        QTRY_COMPARE(m_site->server.count(kPods), 3);
        QTRY_VERIFY(m_clock.pending() > 0);
        QTRY_VERIFY((m_clock.advance(1s), finished.size() == 1));
        QCOMPARE(one->end(), DrainEnd::Drained);
        QVERIFY(one->result());
        QCOMPARE(one->gone(), 1);
        QVERIFY(one->isCordoned());
    }

    void aBlockingBudgetIsNamedAndAskedAgain()
    {
        m_site->server.script(
            kPods, {pods({pod("db"), pod("web")}), pods({pod("db"), pod("web")}), pods({pod("db")})});
        m_site->server.script(kDb, {budgetRefusal(), FakeApi::answer("201 Created", "{}")});
        const auto one = drain();
        one->start();
        QTRY_COMPARE(one->state().progress.value(u"uid-db"_s).budgets, QStringList{u"shop/db"_s});
        QCOMPARE(stateOf(*one, u"db"_s), State::Blocked);
        QCOMPARE(m_site->server.count(kDb), 1);
        m_clock.advance(4s);
        QTRY_COMPARE(stateOf(*one, u"web"_s), State::Gone);
        QCOMPARE(m_site->server.count(kDb), 1);
        QTRY_VERIFY((m_clock.advance(1s), m_site->server.count(kDb) == 2));
        QTRY_COMPARE(stateOf(*one, u"db"_s), State::Evicted);
        QVERIFY(one->state().progress.value(u"uid-db"_s).budgets.isEmpty());
    }

    void cancelledItSaysThatTheNodeStaysCordoned()
    {
        m_site->server.script(kPods, {pods({pod("db")})});
        m_site->server.script(kDb, {budgetRefusal()});
        const auto one = drain();
        QSignalSpy finished(one.get(), &Drain::finished);
        one->start();
        QTRY_COMPARE(stateOf(*one, u"db"_s), State::Blocked);
        one->cancel();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(one->end(), DrainEnd::Cancelled);
        const auto result = one->result();
        QVERIFY(!result);
        QVERIFY(result.error().message().contains(u"shop/db"_s));
        QVERIFY(result.error().advice().contains(u"stays cordoned"_s));
        m_clock.advance(60s);
        QCOMPARE(m_site->server.count(kDb), 1);
    }

    void whenTheTimeIsOverTheBudgetsAreNamed()
    {
        m_site->server.script(kPods, {pods({pod("db")})});
        m_site->server.script(kDb, {budgetRefusal()});
        DrainOptions options;
        options.timeout = 3s;
        options.gracePeriodSeconds = 7;
        const auto one = drain(options);
        QSignalSpy finished(one.get(), &Drain::finished);
        one->start();
        QTRY_VERIFY(!one->state().progress.value(u"uid-db"_s).budgets.isEmpty());
        for (const FakeApi::Call& call : m_site->server.calls)
            if (call.path() == QLatin1String(kDb))
                QCOMPARE(QJsonDocument::fromJson(call.body)
                             .object()
                             .value("deleteOptions"_L1)
                             .toObject()
                             .value("gracePeriodSeconds"_L1)
                             .toInt(),
                         7);
        m_clock.advance(3s);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(one->end(), DrainEnd::TimedOut);
        QVERIFY(one->result().error().message().contains(u"these budgets block: shop/db"_s));
    }

    void whatIsInTheWayLeavesTheNodeAlone()
    {
        m_site->server.script(kPods, {pods({quoted("{'metadata':{'namespace':'shop','name':'bare','uid':'u'},"
                                                   "'spec':{},'status':{}}")})});
        const auto one = drain();
        QSignalSpy finished(one.get(), &Drain::finished);
        one->start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(one->end(), DrainEnd::Refused);
        QCOMPARE(m_site->server.count(kNode), 0);
        QVERIFY(one->result().error().message().contains(u"shop/bare"_s));
        QVERIFY(one->result().error().advice().contains(u"not cordoned"_s));
    }

    void aRefusedEvictionIsToldAndTheOthersGo()
    {
        m_site->server.script(
            kPods, {pods({pod("db"), pod("web")}), pods({pod("db"), pod("web")}), pods({pod("db")})});
        m_site->server.script(kDb, {FakeApi::refusal(500, "InternalError", "more than one budget")});
        const auto one = drain();
        QSignalSpy finished(one.get(), &Drain::finished);
        one->start();
        QTRY_COMPARE(stateOf(*one, u"db"_s), State::Failed);
        QTRY_COMPARE(stateOf(*one, u"web"_s), State::Evicted);
        QTRY_VERIFY((m_clock.advance(1s), finished.size() == 1));
        QCOMPARE(one->end(), DrainEnd::SomeFailed);
        QVERIFY(one->state().progress.value(u"uid-db"_s).error->message().contains(u"more than one"_s));
    }

    void onesThatAreGoneAlreadyAreGone()
    {
        m_site->server.script(kPods, {pods({pod("db")}), pods({pod("db")}), pods({})});
        m_site->server.script(kDb, {FakeApi::refusal(404, "NotFound", "pods db not found")});
        const auto one = drain();
        QSignalSpy finished(one.get(), &Drain::finished);
        one->start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(one->end(), DrainEnd::Drained);
    }

    void theCordonThatIsRefusedEndsIt()
    {
        m_site->server.script(kPods, {pods({pod("web")})});
        m_site->server.script(kNode, {FakeApi::refusal(403, "Forbidden", "nodes is forbidden")});
        const auto one = drain();
        QSignalSpy finished(one.get(), &Drain::finished);
        one->start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(one->end(), DrainEnd::Broken);
        QVERIFY(!one->isCordoned());
        QVERIFY(one->result().error().message().contains(u"nodes is forbidden"_s));
        QVERIFY(one->result().error().advice().contains(u"not cordoned"_s));
        QCOMPARE(m_site->server.count(kWeb), 0);
    }

    void brokenUnderTheCordonItSaysThatTheNodeStaysCordoned()
    {
        m_site->server.script(kPods,
                              {pods({pod("web")}), FakeApi::refusal(403, "Forbidden", "pods is forbidden")});
        const auto one = drain();
        QSignalSpy finished(one.get(), &Drain::finished);
        one->start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(one->end(), DrainEnd::Broken);
        QVERIFY(one->result().error().message().contains(u"pods is forbidden"_s));
        QVERIFY(one->result().error().advice().contains(u"stays cordoned"_s));
    }

    void whenTheTimeIsOverInTheCordonNobodyKnows()
    {
        m_site->server.script(kPods, {pods({pod("web")})});
        m_site->server.script(kNode, {QByteArray()});
        DrainOptions options;
        options.timeout = 3s;
        const auto one = drain(options);
        QSignalSpy finished(one.get(), &Drain::finished);
        one->start();
        QTRY_COMPARE(m_site->server.count(kNode), 1);
        m_clock.advance(3s);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(one->end(), DrainEnd::TimedOut);
        QVERIFY(one->result().error().advice().contains(u"not known"_s));
    }
};

QTEST_GUILESS_MAIN(TestDrain)
#include "tst_drain.moc"
