#include "app/workload/log_store.h"
#include "tests/session/joint_rig.h"
#include "tests/support/patience.h"

#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>

using namespace kaptan;
using namespace kaptan::session;
using namespace kaptan::workload;
using namespace kaptan::test;
using namespace Qt::StringLiterals;

namespace
{

/// A cluster's ports come when its kubeconfig has been read.
class LateSession : public FakeSession
{
public:
    WorkloadSource* workloads() override { return ready ? FakeSession::workloads() : nullptr; }

    bool ready = false;
};

} // namespace

/// What a joint session shows of its members.
class TestJointPorts : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void idsAreSplitAsTheyWereJoined()
    {
        QCOMPARE(splitJointId(webOfA), qMakePair(u"a"_s, u"deployment:web"_s));
        QCOMPARE(splitJointId(u"deployment:web"_s), qMakePair(QString(), u"deployment:web"_s));
        QCOMPARE(ownId(webOfA), u"deployment:web"_s);
        QCOMPARE(ownId(u"3f2a"_s), u"3f2a"_s);
        QVERIFY(jointId(u"a"_s, {}).isEmpty()); // a missing instance has no id
    }

    void theSameIdInBothIsTwoWorkloads()
    {
        Rig rig;
        rig.open();
        QStringList expected{webOfA, webOfB, dbOfB};
        expected.sort();
        QTRY_COMPARE_WITH_TIMEOUT(rig.ids(), expected, slow);
        const WorkloadPtr ofA = rig.workload(webOfA);
        QCOMPARE(ofA->connection, u"alpha"_s);
        QCOMPARE(ofA->name, u"web"_s);
        QCOMPARE(ofA->instances.size(), 2);
        QCOMPARE(ofA->instances.first().id, jointId(u"a"_s, u"id-web-1"_s));
        QCOMPARE(rig.workload(webOfB)->connection, u"staging"_s);
        QCOMPARE(rig.workload(webOfB)->instances.size(), 3);
        // What the member itself keeps is untouched.
        QCOMPARE(rig.a.workloadSource().workloads().first()->id, u"deployment:web"_s);
        QVERIFY(rig.a.workloadSource().workloads().first()->connection.isEmpty());

        rig.a.take(u"deployment:web"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!rig.workload(webOfA), slow);
        QVERIFY(rig.workload(webOfB));
    }

    void copiesAreNotMadeInTheMainThread()
    {
        std::atomic<QThread*> where = nullptr; // ends after the thread that writes it
        Rig rig;
        rig.joint->open();
        connect(
            rig.joint->workloads(), &WorkloadSource::changed, rig.joint->workloads(),
            [&where] { where = QThread::currentThread(); }, Qt::DirectConnection);
        rig.a.put(makeWorkload(u"web"_s, 2));
        QTRY_VERIFY_WITH_TIMEOUT(where.load() != nullptr, slow);
        QVERIFY(where.load() != QThread::currentThread());
    }

    void aResetOfOneMemberIsNoneOfTheOthers()
    {
        Rig rig;
        rig.open();
        QTRY_COMPARE_WITH_TIMEOUT(rig.ids().size(), 3, slow);
        rig.deltas.clear();
        rig.b.setWorkloads({makeWorkload(u"db"_s, 2), makeWorkload(u"new"_s, 1)});
        QTRY_COMPARE_WITH_TIMEOUT(rig.deltas.size(), 1, slow);
        QVERIFY(!rig.deltas.first().reset);
        QCOMPARE(rig.deltas.first().removed, QVector<QString>{webOfB});
        QCOMPARE(rig.deltas.first().upserted.size(), 2);
        QVERIFY(rig.workload(webOfA));
        QCOMPARE(rig.workload(dbOfB)->instances.size(), 2);
        // What is the same value as before is not told again.
        rig.deltas.clear();
        WorkloadDelta same;
        same.reset = true;
        same.upserted = rig.b.workloadSource().workloads();
        Q_EMIT rig.b.workloadSource().changed(same);
        rig.a.put(makeWorkload(u"last"_s, 1));
        QTRY_VERIFY_WITH_TIMEOUT(rig.workload(jointId(u"a"_s, u"deployment:last"_s)), slow);
        rig.settle();
        QCOMPARE(rig.deltas.size(), 1);
        QCOMPARE(rig.deltas.first().upserted.first()->name, u"last"_s);
    }

    void portsThatComeLaterAreFollowedToo()
    {
        FakeSession a;
        a.setSpec(spec(u"a"_s, u"alpha"_s));
        LateSession late;
        late.setSpec(spec(u"b"_s, u"staging"_s));
        late.setWorkloads({makeWorkload(u"web"_s, 1)});
        ManualClock clock;
        JointSession joint({&a, &late}, clock);
        joint.open();
        QVERIFY(joint.workloads()->workloads().isEmpty());
        late.ready = true;
        late.setPhase(Phase::Live);
        QTRY_COMPARE_WITH_TIMEOUT(joint.workloads()->workloads().size(), 1, slow);
        QCOMPARE(joint.workloads()->workloads().first()->id, webOfB);
    }

    void closedItShowsNothingAndOpenedAgainAll()
    {
        Rig rig;
        rig.open();
        QTRY_COMPARE_WITH_TIMEOUT(rig.ids().size(), 3, slow);
        rig.deltas.clear();
        rig.joint->close();
        QTRY_VERIFY_WITH_TIMEOUT(rig.ids().isEmpty(), slow);
        rig.settle();
        QCOMPARE(rig.deltas.size(), 2); // one of each member
        rig.deltas.clear();
        rig.b.put(makeWorkload(u"meanwhile"_s, 1));
        rig.joint->open();
        QTRY_COMPARE_WITH_TIMEOUT(rig.ids().size(), 4, slow);
        rig.settle();
        QCOMPARE(rig.deltas.size(), 2);
    }

    void metricsAreAskedOfTheOwnerAlone()
    {
        Rig rig;
        rig.open();
        const QString ofA = jointId(u"a"_s, u"id-web-1"_s);
        const QString ofB = jointId(u"b"_s, u"id-web-1"_s);
        const QString alsoB = jointId(u"b"_s, u"id-db-1"_s);
        MetricSource* metrics = rig.joint->metrics();
        metrics->watch(this, {ofA, ofB, alsoB});
        QCOMPARE(rig.a.metricSource().watched(), QSet<QString>{u"id-web-1"_s});
        QCOMPARE(rig.b.metricSource().watched(), (QSet<QString>{u"id-web-1"_s, u"id-db-1"_s}));
        metrics->watch(this, {alsoB});
        QVERIFY(rig.a.metricSource().watched().isEmpty());
        QCOMPARE(rig.b.metricSource().watched(), QSet<QString>{u"id-db-1"_s});

        QVector<Usage> seen;
        connect(metrics, &MetricSource::sampled, &rig.receiver,
                [&seen](const QVector<Usage>& batch) { seen += batch; });
        Usage usage;
        usage.instanceId = u"id-db-1"_s;
        usage.memoryBytes = 42;
        rig.b.sample({usage});
        QTRY_COMPARE_WITH_TIMEOUT(seen.size(), 1, slow);
        QCOMPARE(seen.first().instanceId, alsoB);
        QCOMPARE(seen.first().memoryBytes, 42);

        // Nothing is asked while it is closed; then the same again.
        rig.joint->close();
        QVERIFY(rig.b.metricSource().watched().isEmpty());
        rig.joint->open();
        QCOMPARE(rig.b.metricSource().watched(), QSet<QString>{u"id-db-1"_s});
        metrics->watch(this, {});
        QVERIFY(rig.b.metricSource().watched().isEmpty());
    }

    void eventsLeadToTheirWorkloads()
    {
        Rig rig;
        rig.a.addEvents({happening(u"1"_s, 10, u"deployment:web"_s), happening(u"2"_s, 30, {})});
        rig.b.addEvents({happening(u"1"_s, 20, u"deployment:db"_s)});
        rig.joint->open();
        EventSource* events = rig.joint->events();
        QTRY_COMPARE_WITH_TIMEOUT(events->recent().size(), 3, slow);
        rig.settle();
        QVector<Event> all = events->recent();
        QCOMPARE(all.at(0).id, jointId(u"a"_s, u"1"_s));
        QCOMPARE(all.at(0).workloadId, webOfA);
        QCOMPARE(all.at(0).objectId, jointId(u"a"_s, u"container-1"_s));
        QCOMPARE(all.at(0).connection, u"alpha"_s);
        QCOMPARE(all.at(1).id, jointId(u"b"_s, u"1"_s)); // by time, not by member
        QCOMPARE(all.at(1).workloadId, dbOfB);
        QVERIFY(all.at(2).workloadId.isEmpty());

        QVector<Event> seen;
        connect(events, &EventSource::happened, &rig.receiver,
                [&seen](const QVector<Event>& batch) { seen += batch; });
        rig.b.addEvents(
            {happening(u"1"_s, 20, u"deployment:db"_s), happening(u"3"_s, 40, u"deployment:web"_s)});
        QTRY_VERIFY_WITH_TIMEOUT(!seen.isEmpty() && seen.last().id == jointId(u"b"_s, u"3"_s), slow);
        QCOMPARE(seen.last().workloadId, webOfB);
        QCOMPARE(events->recent().size(), 4); // what is known is not kept twice
    }

    void theNewestEventsAreKept()
    {
        Rig rig;
        rig.joint->open();
        QVector<Event> many;
        for (int i = 0; i < 4000; ++i)
            many.append(happening(QString::number(i), 10, {}));
        rig.a.addEvents(many);
        for (Event& one : many)
            one.at = one.at.addSecs(10);
        rig.b.addEvents(many);
        const auto newestOfB = [&] {
            const auto kept = rig.joint->events()->recent();
            return std::count_if(kept.cbegin(), kept.cend(),
                                 [](const Event& one) { return splitJointId(one.id).first == u"b"_s; });
        };
        rig.settle(); // the list of b may be there before that of a
        QCOMPARE(newestOfB(), 4000);
        QCOMPARE(rig.joint->events()->recent().size(), 5000);
    }

    void logsAreOpenedWhereTheInstanceIs()
    {
        Rig rig;
        rig.open();
        LogStore store;
        auto handle = rig.joint->logs()->open(jointId(u"b"_s, u"id-web-1"_s), {}, store);
        QVERIFY(rig.a.logSource().current.isEmpty());
        QCOMPARE(rig.b.logSource().current.size(), 1);
        QCOMPARE(rig.b.logSource().current.first()->instanceId, u"id-web-1"_s);
        handle->setPaused(true);
        QVERIFY(rig.b.logSource().current.first()->paused);
        handle.reset();
        QVERIFY(rig.b.logSource().current.isEmpty());

        LogStore other;
        handle = rig.joint->logs()->open(jointId(u"gone"_s, u"id-web-1"_s), {}, other);
        QVERIFY(handle);
        QVERIFY(other.end() && other.end()->error);
        QCOMPARE(rig.a.logSource().opened, 0);
    }
};

QTEST_GUILESS_MAIN(TestJointPorts)
#include "tst_joint_ports.moc"
