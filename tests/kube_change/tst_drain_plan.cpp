#include "app/kube/change/drain_plan.h"
#include "app/kube/change/selector.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace kaptan;
using namespace kaptan::kube;
using namespace Qt::StringLiterals;

using State = DrainProgress::State;
using Step = DrainObserved::Step;

namespace
{

QJsonObject parsed(const char* text)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray(text).replace('\'', '"'));
    Q_ASSERT(document.isObject());
    return document.object();
}

DrainPod pod(const QString& name)
{
    DrainPod one;
    one.nameSpace = u"shop"_s;
    one.name = name;
    one.uid = u"uid-"_s + name;
    one.ownerKind = u"ReplicaSet"_s;
    return one;
}

/// A drain whose node is cordoned and whose pods were listed just now.
DrainObserved begun(const QVector<DrainPod>& pods, const DrainOptions& options = {})
{
    DrainObserved now;
    now.cordon = Step::Done;
    now.list = Step::Done;
    now.afterCordon = true;
    takeDrainList(now, pods, options, true);
    return now;
}

} // namespace

/// What a drain does next, case by case.
class TestDrainPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void podsAreSorted_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("careful"); // with no option set
        QTest::addColumn<int>("bold");    // with all
        const auto row = [](const char* name, const QByteArray& text, DrainClass careful, DrainClass bold) {
            QTest::newRow(name) << text << int(careful) << int(bold);
        };
        const QByteArray set = "'ownerReferences':[{'kind':'ReplicaSet','name':'web','controller':true}]";
        row("of a set", "{'metadata':{" + set + "}}", DrainClass::Evict, DrainClass::Evict);
        row("of a daemon set",
            "{'metadata':{'ownerReferences':[{'kind':'DaemonSet','name':'log','controller':true}]}}",
            DrainClass::BlockedDaemonSet, DrainClass::DaemonSet);
        row("mirror", "{'metadata':{'annotations':{'kubernetes.io/config.mirror':'x'}}}", DrainClass::Mirror,
            DrainClass::Mirror);
        row("finished", "{'metadata':{},'status':{'phase':'Succeeded'}}", DrainClass::Finished,
            DrainClass::Finished);
        row("failed", "{'metadata':{},'status':{'phase':'Failed'}}", DrainClass::Finished,
            DrainClass::Finished);
        row("bare", "{'metadata':{},'status':{'phase':'Running'}}", DrainClass::BlockedBare,
            DrainClass::Evict);
        row("with an owner that is no controller",
            "{'metadata':{'ownerReferences':[{'kind':'ConfigMap','name':'c'}]}}", DrainClass::BlockedBare,
            DrainClass::Evict);
        row("with an empty dir", "{'metadata':{" + set + "},'spec':{'volumes':[{'name':'a','emptyDir':{}}]}}",
            DrainClass::BlockedEmptyDir, DrainClass::Evict);
        row("with a secret", "{'metadata':{" + set + "},'spec':{'volumes':[{'name':'a','secret':{}}]}}",
            DrainClass::Evict, DrainClass::Evict);
        row("leaving", "{'metadata':{" + set + ",'deletionTimestamp':'2026-01-01T00:00:00Z'}}",
            DrainClass::Leaving, DrainClass::Leaving);
        row("finished with an empty dir",
            "{'metadata':{},'status':{'phase':'Failed'},'spec':{'volumes':[{'emptyDir':{}}]}}",
            DrainClass::Finished, DrainClass::Finished);
    }

    void podsAreSorted()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, careful);
        QFETCH(int, bold);
        const DrainPod one = drainPodOf(parsed(text.constData()));
        DrainOptions all;
        all.ignoreDaemonSets = all.deleteEmptyDirData = all.force = true;
        QCOMPARE(int(drainClassOf(one, {})), careful);
        QCOMPARE(int(drainClassOf(one, all)), bold);
    }

    void firstItLooksThenItCordonsThenItLooksAgain()
    {
        DrainObserved now;
        DrainDecision next = decideDrain({}, now, 0);
        QVERIFY(next.list && !next.cordon && next.evict.isEmpty());
        now.list = Step::UnderWay;
        next = decideDrain({}, now, 0);
        QVERIFY(!next.list && !next.cordon && !next.end);

        now.list = Step::Done;
        takeDrainList(now, {pod(u"web"_s)}, {}, true);
        next = decideDrain({}, now, 0);
        QVERIFY(next.cordon && next.evict.isEmpty());
        now.cordon = Step::UnderWay;
        next = decideDrain({}, now, 0);
        QVERIFY(!next.cordon && !next.list && next.evict.isEmpty());

        // One may have been scheduled until the cordon.
        now.cordon = Step::Done;
        next = decideDrain({}, now, 0);
        QVERIFY(next.list && next.evict.isEmpty());
    }

    void whatIsInTheWayStopsItBeforeTheCordon()
    {
        DrainPod bare = pod(u"bare"_s);
        bare.ownerKind.clear();
        DrainObserved now;
        now.list = Step::Done;
        takeDrainList(now, {pod(u"web"_s), bare}, {}, true);
        QCOMPARE(decideDrain({}, now, 0).end, DrainEnd::Refused);
        DrainOptions force;
        force.force = true;
        QVERIFY(decideDrain(force, now, 0).cordon);
        // One that came between the two lists.
        QCOMPARE(decideDrain({}, begun({pod(u"web"_s), bare}), 0).end, DrainEnd::Refused);
    }

    void evictsSoManyAtOnce()
    {
        QVector<DrainPod> pods;
        for (int i = 0; i < 40; ++i)
            pods.append(pod(QString::number(i)));
        DrainObserved now = begun(pods);
        QCOMPARE(decideDrain({}, now, 0).evict.size(), kEvictionsAtOnce);
        for (int i = 0; i < 10; ++i)
            now.progress[pods[i].uid].state = State::Asked;
        const DrainDecision next = decideDrain({}, now, 0);
        QCOMPARE(next.evict.size(), kEvictionsAtOnce - 10);
        QCOMPARE(next.evict.first(), 10);
    }

    void aBudgetThatBlocksIsAskedAgainLater()
    {
        DrainObserved now = begun({pod(u"web"_s), pod(u"db"_s)});
        now.progress[u"uid-web"_s] = {State::Evicted, 0, {}, {}};
        now.progress[u"uid-db"_s] = {State::Blocked, 5000, {u"shop/db"_s}, {}};
        DrainDecision next = decideDrain({}, now, 100);
        QVERIFY(next.evict.isEmpty() && !next.end);
        QCOMPARE(next.wakeMs, kDrainLookMs); // the other one is on its way
        next = decideDrain({}, now, 5000);
        QCOMPARE(next.evict, QVector<int>{1});
        QVERIFY(next.list);
    }

    void itEndsWhenAllAreGone()
    {
        DrainPod daemon = pod(u"log"_s);
        daemon.ownerKind = u"DaemonSet"_s;
        DrainOptions options;
        options.ignoreDaemonSets = true;
        DrainObserved now = begun({pod(u"web"_s), daemon}, options);
        now.progress[u"uid-web"_s].state = State::Evicted;
        QVERIFY(!decideDrain(options, now, 10).end);
        // The same name with another uid is another pod: it tolerates the cordon, and stays.
        DrainPod again = pod(u"web"_s);
        again.uid = u"uid-new"_s;
        takeDrainList(now, {daemon, again}, options, false);
        QCOMPARE(now.progress[u"uid-web"_s].state, State::Gone);
        QCOMPARE(now.progress[u"uid-new"_s].state, State::Stays);
        QCOMPARE(decideDrain(options, now, 20).end, DrainEnd::Drained);
    }

    void aRefusedPodDoesNotStopTheOthers()
    {
        DrainObserved now = begun({pod(u"web"_s), pod(u"db"_s)});
        now.progress[u"uid-web"_s].state = State::Failed;
        QCOMPARE(decideDrain({}, now, 0).evict, QVector<int>{1});
        now.progress[u"uid-db"_s].state = State::Gone;
        QCOMPARE(decideDrain({}, now, 0).end, DrainEnd::SomeFailed);
    }

    void timeAndCancelEndIt()
    {
        DrainObserved now = begun({pod(u"web"_s)});
        now.progress[u"uid-web"_s].state = State::Evicted;
        DrainOptions options;
        options.timeout = std::chrono::seconds(10);
        const DrainDecision next = decideDrain(options, now, 9500);
        QVERIFY(!next.end);
        QVERIFY(next.list);
        QCOMPARE(next.wakeMs, 10000);
        QCOMPARE(decideDrain(options, now, 10000).end, DrainEnd::TimedOut);
        now.cancelled = true;
        QCOMPARE(decideDrain(options, now, 0).end, DrainEnd::Cancelled);
    }

    void anEmptyNodeIsDrained() { QCOMPARE(decideDrain({}, begun({}), 0).end, DrainEnd::Drained); }

    void aListThatFailedUnderTheCordonIsAskedAgainLater()
    {
        DrainObserved now = begun({});
        now.afterCordon = false;
        now.cordon = now.list = DrainObserved::Step::Done;
        now.listFailed = true;
        now.listedMs = 1000;
        const DrainDecision soon = decideDrain({}, now, 1000);
        QVERIFY(!soon.list && !soon.end);
        QVERIFY(soon.wakeMs > 1000);
        QVERIFY(decideDrain({}, now, soon.wakeMs).list);
    }

    void selectorsSelect_data()
    {
        QTest::addColumn<QByteArray>("selector");
        QTest::addColumn<bool>("selected");
        QTest::newRow("nothing asked") << QByteArray("{}") << true;
        QTest::newRow("equal") << QByteArray("{'matchLabels':{'app':'web'}}") << true;
        QTest::newRow("other") << QByteArray("{'matchLabels':{'app':'db'}}") << false;
        QTest::newRow("absent") << QByteArray("{'matchLabels':{'tier':''}}") << false;
        const auto expression = [](const char* key, const char* how, const char* values) {
            return QByteArray("{'matchExpressions':[{'key':'") + key + "','operator':'" + how +
                   "','values':" + values + "}]}";
        };
        QTest::newRow("in") << expression("app", "In", "['db','web']") << true;
        QTest::newRow("not in") << expression("app", "NotIn", "['db']") << true;
        QTest::newRow("absent is not in") << expression("tier", "NotIn", "['db']") << true;
        QTest::newRow("in, but not this") << expression("app", "In", "['db']") << false;
        QTest::newRow("exists") << expression("app", "Exists", "[]") << true;
        QTest::newRow("does not exist") << expression("app", "DoesNotExist", "[]") << false;
        QTest::newRow("unknown") << expression("app", "Near", "[]") << false;
    }

    void selectorsSelect()
    {
        QFETCH(QByteArray, selector);
        QFETCH(bool, selected);
        QCOMPARE(selects(parsed(selector.constData()), parsed("{'app':'web'}")), selected);
    }

    void keysAndValuesAreChecked_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << u"tier"_s << true;
        QTest::newRow("with a domain") << u"example.com/tier"_s << true;
        QTest::newRow("signs") << u"a_b.c-D9"_s << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("no name") << u"example.com/"_s << false;
        QTest::newRow("no domain") << u"/tier"_s << false;
        QTest::newRow("a big domain") << u"Example.com/tier"_s << false;
        QTest::newRow("ends with a dot") << u"tier."_s << false;
        QTest::newRow("a blank") << u"my tier"_s << false;
        QTest::newRow("a line end") << u"tier\n"_s << false;
        QTest::newRow("63") << QString(63, u'a') << true;
        QTest::newRow("64") << QString(64, u'a') << false;
        QTest::newRow("two slashes") << u"a/b/c"_s << false;
    }

    void keysAndValuesAreChecked()
    {
        QFETCH(QString, key);
        QFETCH(bool, good);
        QCOMPARE(problemOfKey(key).isEmpty(), good);
        if (!key.contains(u'/'))
            QCOMPARE(problemOfLabelValue(key).isEmpty(), good || key.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDrainPlan)
#include "tst_drain_plan.moc"
