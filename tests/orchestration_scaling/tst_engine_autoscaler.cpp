#include "app/orchestration/scaling/engine_autoscaler.h"

#include <QTest>

#include <cmath>

using namespace kaptan;
using namespace kaptan::scaling;
using namespace Qt::StringLiterals;
using workload::InstanceState;

namespace
{

constexpr qint64 now = 1'767'225'600;
constexpr qint64 mebi = 1024 * 1024;

QDateTime ago(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(now - seconds, Qt::UTC);
}

/// That many containers of half a core and 512 MiB that run for an hour, at these millicores each.
EngineSight sightOf(const QVector<double>& millicores, qint64 at = now)
{
    EngineSight sight;
    sight.workload.id = u"deployment:web"_s;
    sight.workload.name = u"web"_s;
    sight.workload.kind = workload::WorkloadKind::Deployment;
    sight.workload.desired = int(millicores.size());
    sight.workload.scalable = true;
    sight.limits = {500, 512 * mebi};
    QVector<workload::Instance> instances;
    for (int i = 0; i < millicores.size(); ++i) {
        workload::Instance instance;
        instance.id = u"c%1"_s.arg(i);
        instance.state = InstanceState::Running;
        instance.started = ago(3600);
        instances.append(instance);
        workload::Usage usage;
        usage.instanceId = instance.id;
        usage.atMs = at * 1000;
        usage.cpuMillicores = millicores.at(i);
        usage.memoryBytes = 100 * mebi;
        sight.usage.append(usage);
    }
    sight.workload.instances = instances;
    return sight;
}

EngineRule ruleOf()
{
    EngineRule rule;
    rule.rule = defaultRule(u"web"_s, u"deployment:web"_s);
    return rule;
}

workload::Instance& instance(EngineSight& sight, int i)
{
    return *(sight.workload.instances.begin() + i);
}

} // namespace

class TestEngineAutoscaler : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void steps_data()
    {
        QTest::addColumn<QVector<double>>("millicores");
        QTest::addColumn<QString>("change");
        QTest::addColumn<int>("scaleTo"); // 0: nothing is done
        QTest::addColumn<int>("decision");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const QVector<double>& millicores, const char* change,
                            int scaleTo, history::Decision decision, Reason reason) {
            QTest::newRow(name) << millicores << QString::fromLatin1(change) << scaleTo << int(decision)
                                << wordOf(reason);
        };
        using enum history::Decision;
        row("as it ought to be", {350, 340}, "", 0, Hold, Reason::DesiredWithinRange);
        row("too much", {500, 520}, "", 3, Up, Reason::DesiredWithinRange);
        row("far too much", {3000, 3000}, "", 6, Up, Reason::ScaleUpLimit);
        row("too little", {10, 10, 10, 10}, "", 2, Down, Reason::TooFewReplicas);
        row("too little, but two are all", {10, 10}, "", 0, Limited, Reason::TooFewReplicas);
        row("too many", QVector<double>(12, 300), "", 10, Down, Reason::TooManyReplicas);
        row("nothing measured", {500, 520}, "no usage", 0, Unknown, Reason::FailedGetMetrics);
        row("measured long ago", {500, 520}, "old usage", 0, Unknown, Reason::FailedGetMetrics);
        row("no limit of CPU", {10, 10, 10, 10}, "no limits", 0, Unknown, Reason::FailedGetMetrics);
        row("stopped by somebody", {500, 520}, "stopped", 0, Hold, Reason::ScalingDisabled);
        row("not scalable", {500, 520}, "fixed port", 0, Hold, Reason::ScalingDisabled);
        row("an ended one is not counted", {500, 520, 0}, "last ended", 0, Hold, Reason::DesiredWithinRange);
        row("a young one is not judged", {500, 520, 0}, "last starts", 0, Hold, Reason::DesiredWithinRange);
        row("one without a value holds", {10, 10, 10}, "last unmeasured", 2, Down,
            Reason::DesiredWithinRange);
    }

    void steps()
    {
        QFETCH(QVector<double>, millicores);
        QFETCH(QString, change);
        QFETCH(int, scaleTo);
        QFETCH(int, decision);
        QFETCH(QString, reason);
        EngineSight sight = sightOf(millicores, change == u"old usage" ? now - 60 : now);
        const int last = int(millicores.size()) - 1;
        if (change == u"no usage")
            sight.usage.clear();
        if (change == u"no limits")
            sight.limits = {};
        sight.workload.stopped = change == u"stopped";
        if (change == u"fixed port") {
            sight.workload.scalable = false;
            sight.workload.notScalableBecause = u"host port 80"_s;
        }
        if (change == u"last ended")
            instance(sight, last).state = InstanceState::Exited;
        if (change == u"last starts") {
            instance(sight, last).health = workload::Health::Starting;
            instance(sight, last).started = ago(10);
        }
        if (change == u"last unmeasured")
            sight.usage.removeLast();
        const EngineStep found = step(ruleOf(), {}, sight, u"home"_s, now);
        QCOMPARE(found.scaleTo.value_or(0), scaleTo);
        QVERIFY(found.record);
        QCOMPARE(int(found.record->decision), decision);
        QCOMPARE(wordOf(found.decision.reason), reason);
        QCOMPARE(found.record->current, int(millicores.size()));
        QCOMPARE(found.record->desired, scaleTo > 0 ? scaleTo : int(millicores.size()));
        QCOMPARE(found.record->subject.connection, u"home"_s);
        QCOMPARE(found.record->subject.key, u"deployment:/web"_s);
        QVERIFY(!found.record->message.isEmpty());
        if (change == u"fixed port")
            QCOMPARE(found.record->message, u"host port 80"_s);
        QVERIFY(!found.setLimits && !found.newLimits);
    }

    void theRecordTellsTheMetric()
    {
        const EngineStep found = step(ruleOf(), {}, sightOf({500, 520}), u"home"_s, now);
        QCOMPARE(found.record->metric, u"cpu"_s);
        QCOMPARE(*found.record->value, 102.0);
        QCOMPARE(found.record->target, 70.0);
        QCOMPARE(found.record->at, ago(0));
    }

    /// The history is not filled with the same words every 15 seconds.
    void recordsOfNews()
    {
        EngineState state;
        QVector<qint64> recorded;
        for (qint64 at = now; at < now + 1300; at += 15) {
            const double used = at == now + 600 ? 700 : 350;
            const EngineStep found = step(ruleOf(), state, sightOf({used, used}, at), u"home"_s, at);
            state = found.newState;
            if (found.record)
                recorded << at - now;
        }
        QCOMPARE(recorded, (QVector<qint64>{0, 600, 615, 1215}));
    }

    void whoBecameUnready()
    {
        EngineState state = step(ruleOf(), {}, sightOf({400, 400}), u"home"_s, now).newState;
        EngineSight sight = sightOf({400, 400}, now + 15);
        instance(sight, 1).health = workload::Health::Unhealthy;
        const Observed observed = observedOf(ruleOf().rule, sight, state, now + 15);
        QCOMPARE(observed.pods.at(0).readyChanged, now - 3600);
        QCOMPARE(observed.pods.at(1).readyChanged, now + 15);
        QVERIFY(!*observed.pods.at(1).ready);
        // It was ready long after its start, so its CPU counts.
        QCOMPARE(group(ruleOf().rule, 0, observed, now + 15).ready, 2);
    }

    void networkAsAMetric()
    {
        EngineRule rule = ruleOf();
        rule.rule.metrics = {{Metric::Kind::Pods, u"net-rx"_s, {}, Metric::Target::AverageValue, 1000}};
        QVERIFY(check(rule));
        EngineSight sight = sightOf({1, 1});
        for (workload::Usage& usage : sight.usage)
            usage.networkRxPerSecond = 2000;
        QCOMPARE(step(rule, {}, sight, u"home"_s, now).scaleTo, std::optional(4));
    }

    void vertical_data()
    {
        QTest::addColumn<int>("vertical");
        QTest::addColumn<bool>("forNew");
        QTest::addColumn<bool>("forAll");
        QTest::newRow("Off") << int(Vertical::Off) << false << false;
        QTest::newRow("Initial") << int(Vertical::Initial) << true << false;
        QTest::newRow("Auto") << int(Vertical::Auto) << true << true;
    }

    void vertical()
    {
        QFETCH(int, vertical);
        QFETCH(bool, forNew);
        QFETCH(bool, forAll);
        EngineRule rule = ruleOf();
        rule.horizontal = false;
        rule.vertical = Vertical(vertical);
        rule.bounds.most = {2000, 0};
        QVERIFY(check(rule));
        EngineState state;
        EngineStep found;
        for (qint64 at = now; at < now + 7200; at += 15) {
            found = step(rule, state, sightOf({900, 900}, at), u"home"_s, at);
            state = found.newState;
            QVERIFY(!found.record && !found.scaleTo);
        }
        QVERIFY(found.recommendation);
        const Amounts target = found.recommendation->target;
        QVERIFY(std::abs(double(target.cpuMillicores) - 900 * 1.15) < 900 * 0.06);
        QCOMPARE(target.memoryBytes, 250 * mebi);
        QCOMPARE(found.newLimits.has_value(), forNew);
        QCOMPARE(state.limitsSetAt > 0, forAll); // at the first look: far below what is needed
        if (forAll) {
            EngineSight set = sightOf({900, 900}, now + 7200);
            set.limits = target;
            QVERIFY(!step(rule, state, set, u"home"_s, now + 7200).setLimits);
        }
    }

    void killedForMemory()
    {
        EngineRule rule = ruleOf();
        rule.horizontal = false;
        EngineSight sight = sightOf({100});
        instance(sight, 0).oomKilled = true;
        instance(sight, 0).finished = ago(60);
        sight.usage[0].memoryBytes = -1;
        const EngineStep first = step(rule, {}, sight, u"home"_s, now);
        // A fifth more than 512 MiB, and 15 % to spare.
        const double wanted = 1.2 * 512 * double(mebi) * 1.15;
        QVERIFY(std::abs(double(first.recommendation->target.memoryBytes) - wanted) < wanted * 0.06);
        const EngineStep second = step(rule, first.newState, sight, u"home"_s, now + 15);
        QCOMPARE(second.recommendation->target, first.recommendation->target); // counted once
    }

    void wrongRulesAreRefused()
    {
        EngineRule rule = ruleOf();
        QVERIFY(check(rule));
        rule.vertical = Vertical::Auto;
        QVERIFY(!check(rule)); // both would chase the same share
        for (Metric& metric : rule.rule.metrics)
            metric.target = Metric::Target::AverageValue;
        QVERIFY(check(rule));
        rule.bounds = {{500, 0}, {250, 0}};
        QVERIFY(!check(rule));
        rule = ruleOf();
        for (const QString& name : {u"qps"_s, u"replicas"_s}) { // nobody measures them here
            rule.rule.metrics = {{Metric::Kind::Pods, name, {}, Metric::Target::AverageValue, 10}};
            QVERIFY(check(rule.rule));
            QVERIFY(!check(rule));
        }
        rule.rule.metrics = {{Metric::Kind::External, u"net-rx"_s, {}, Metric::Target::AverageValue, 10}};
        QVERIFY(!check(rule));
    }
};

QTEST_GUILESS_MAIN(TestEngineAutoscaler)
#include "tst_engine_autoscaler.moc"
