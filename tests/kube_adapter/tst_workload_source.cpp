#include "app/kube/adapter/workload_source.h"

#include "tests/kube_watch/scripted_opener.h"

#include <QSignalSpy>
#include <QTest>

using namespace kaptan;
using namespace kaptan::kube;
using namespace kaptan::kube::test;
using namespace kaptan::workload;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

QByteArray owner(const QByteArray& kind, const QByteArray& name, const QByteArray& uid)
{
    return R"(,"ownerReferences":[{"apiVersion":"apps/v1","kind":")" + kind + R"(","name":")" + name +
           R"(","uid":")" + uid + R"(","controller":true}])";
}

QByteArray meta(const QByteArray& name, const QByteArray& uid, const QByteArray& more = {})
{
    return R"({"name":")" + name + R"(","namespace":"shop","uid":")" + uid +
           R"(","resourceVersion":"5","creationTimestamp":"2025-12-01T00:00:00Z")" + more + "}";
}

QByteArray podOf(const QByteArray& name, const QByteArray& more)
{
    return R"({"metadata":)" + meta(name, "uid-" + name, more) +
           R"(,"spec":{"containers":[{"name":"web","image":"nginx:1.25"},{"name":"proxy","image":"envoy:1"}]},)"
           R"("status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}],"containerStatuses":)"
           R"([{"name":"web","ready":true,"restartCount":2,"state":{"running":{"startedAt":"2025-12-01T00:00:01Z"}}},)"
           R"({"name":"proxy","ready":true,"restartCount":0,"state":{"running":{"startedAt":"2025-12-01T00:00:01Z"}}}]}})";
}

QByteArray objectOf(const QByteArray& name, const QByteArray& uid, const QByteArray& more = {})
{
    return R"({"metadata":)" + meta(name, uid, more) +
           R"(,"spec":{"replicas":1},"status":{"replicas":1,"readyReplicas":1,"updatedReplicas":1}})";
}

QByteArray list(const QByteArrayList& items)
{
    return R"({"kind":"List","apiVersion":"v1","metadata":{"resourceVersion":"10"},"items":[)" +
           items.join(',') + "]}\n";
}

struct Fixture {
    ManualClock clock;
    ScriptedOpener server;
    PodCache pods{server, {u"/api/v1/pods"_s, u"Pod"_s, {}, {}}, clock};
    WorkloadCache deployments{server, {u"/apis/apps/v1/deployments"_s, u"Deployment"_s, {}, {}}, clock};
    WorkloadCache sets{server, {u"/apis/apps/v1/replicasets"_s, u"ReplicaSet"_s, {}, {}}, clock};
    ClusterWorkloads workloads{clock};
    QSignalSpy changed{&workloads, &WorkloadSource::changed};

    Fixture()
    {
        workloads.follow(pods);
        workloads.follow(deployments);
        workloads.follow(sets);
    }

    template <class Condition>
    bool until(Condition condition)
    {
        return QTest::qWaitFor([&] {
            clock.advance(1ms);
            return condition();
        });
    }

    /// Starts a cache and answers its list; its watch is open then.
    bool bring(Reflector& cache, const QByteArrayList& items)
    {
        const qsizetype before = server.calls.size();
        cache.start();
        server.calls.value(before).answer(200, list(items));
        if (!until([&] { return server.calls.size() == before + 2; }))
            return false;
        server.calls.value(before + 1).open();
        return until([&] { return cache.count() == items.size(); });
    }

    bool tell(int call, const QByteArray& type, const QByteArray& object)
    {
        const qsizetype before = changed.size();
        server.calls.value(call).stream->send(R"({"type":")" + type + R"(","object":)" + object + "}\n");
        return until([&] { return changed.size() > before; });
    }

    QStringList ids() const
    {
        QStringList all;
        for (const WorkloadPtr& one : workloads.workloads())
            all.append(one->id);
        all.sort();
        return all;
    }
};

} // namespace

class TestWorkloadSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    /// In whatever order the kinds arrive, a pod ends at its Deployment.
    void podsFindTheirDeployment_data()
    {
        QTest::addColumn<QString>("order");
        for (const auto* order : {"pds", "psd", "dps", "dsp", "spd", "sdp"})
            QTest::newRow(order) << QString::fromLatin1(order);
    }

    void podsFindTheirDeployment()
    {
        QFETCH(QString, order);
        Fixture f;
        const QByteArrayList pods{podOf("web-1", owner("ReplicaSet", "web-7d", "set-1")), podOf("tool", {})};
        const QByteArrayList sets{objectOf("web-7d", "set-1", owner("Deployment", "web", "dep-1"))};
        const QByteArrayList deployments{objectOf("web", "dep-1")};
        for (const QChar one : order) {
            if (one == u'p')
                QVERIFY(f.bring(f.pods, pods));
            else if (one == u's')
                QVERIFY(f.bring(f.sets, sets));
            else
                QVERIFY(f.bring(f.deployments, deployments));
        }
        const QStringList expected{u"deployment:shop/web"_s, u"pod:shop/tool"_s};
        QVERIFY(f.until(
            [&] { return f.ids() == expected && !f.workloads.find(expected[0])->instances.isEmpty(); }));
        const WorkloadPtr web = f.workloads.find(u"deployment:shop/web"_s);
        QCOMPARE(web->instances.size(), 1);
        QCOMPARE(web->instances.constFirst().ownerName, u"web-7d"_s);
        QCOMPARE(web->restarts, 2);
        QCOMPARE(f.workloads.ofPod(u"uid-web-1"_s), web->id);
        QCOMPARE(f.workloads.uidOf(web->id), u"dep-1"_s);
        // What was told by signals is what is known.
        QHash<QString, WorkloadPtr> told;
        for (const auto& args : f.changed) {
            const auto delta = args.first().value<WorkloadDelta>();
            if (delta.reset)
                told.clear();
            for (const WorkloadPtr& one : delta.upserted)
                told.insert(one->id, one);
            for (const QString& id : delta.removed)
                told.remove(id);
        }
        QStringList ids(told.keyBegin(), told.keyEnd());
        ids.sort();
        QCOMPARE(ids, expected);
    }

    void changesAndRemovalsArrive()
    {
        Fixture f;
        QVERIFY(f.bring(f.deployments, {objectOf("web", "dep-1")}));                     // calls 0, 1
        QVERIFY(f.bring(f.pods, {podOf("web-1", owner("Deployment", "web", "dep-1"))})); // 2, 3
        QVERIFY(f.until([&] { return f.workloads.find(u"deployment:shop/web"_s) != nullptr; }));
        QVERIFY(f.tell(3, "ADDED", podOf("web-2", owner("Deployment", "web", "dep-1"))));
        QVERIFY(f.until([&] { return f.workloads.find(u"deployment:shop/web"_s)->instances.size() == 2; }));
        QVERIFY(f.tell(3, "DELETED", podOf("web-1", owner("Deployment", "web", "dep-1"))));
        QVERIFY(f.until([&] { return f.workloads.find(u"deployment:shop/web"_s)->instances.size() == 1; }));
        QVERIFY(f.tell(1, "DELETED", objectOf("web", "dep-1")));
        // Its pod is an orphan now.
        QVERIFY(f.until([&] { return f.ids() == QStringList{u"pod:shop/web-2"_s}; }));
    }

    /// Deleted and made again between two looks: the new one stays.
    void aNameGivenAgain()
    {
        Fixture f;
        QVERIFY(f.bring(f.deployments, {objectOf("web", "dep-1")}));
        QVERIFY(f.until([&] { return f.ids().size() == 1; }));
        f.server.calls.value(1).stream->send(R"({"type":"ADDED","object":)" + objectOf("web", "dep-2") +
                                             "}\n" + R"({"type":"DELETED","object":)" +
                                             objectOf("web", "dep-1") + "}\n");
        QVERIFY(f.until([&] { return f.workloads.uidOf(u"deployment:shop/web"_s) == u"dep-2"_s; }));
        QVERIFY(f.until([&] { return f.deployments.count() == 1; }));
        for (int i = 0; i < 50; ++i)
            f.clock.advance(1ms);
        QCOMPARE(f.ids(), QStringList{u"deployment:shop/web"_s});
    }

    /// A Job is Running at once; that its pod finds no node becomes trouble only by time.
    void aJobWhosePodFindsNoNodeIsJudgedAgain()
    {
        Fixture f;
        WorkloadCache jobs{f.server, {u"/apis/batch/v1/jobs"_s, u"Job"_s, {}, {}}, f.clock};
        f.workloads.follow(jobs);
        const QByteArray made = f.clock.now().toString(Qt::ISODate).toLatin1();
        QVERIFY(f.bring(jobs, {R"({"metadata":)" + meta("once", "job-1") +
                               R"(,"spec":{"parallelism":1,"completions":1},"status":{"active":1}})"}));
        QByteArray pod =
            R"({"metadata":)" + meta("once-1", "uid-once-1", owner("Job", "once", "job-1")) +
            R"(,"spec":{"containers":[{"name":"web","image":"nginx"}]},"status":{"phase":"Pending",)"
            R"("conditions":[{"type":"PodScheduled","status":"False","reason":"Unschedulable"}]}})";
        pod.replace("2025-12-01T00:00:00Z", made);
        QVERIFY(f.bring(f.pods, {pod}));
        const auto job = [&] { return f.workloads.find(u"job:shop/once"_s); };
        QVERIFY(f.until([&] { return job() && !job()->instances.isEmpty(); }));
        QCOMPARE(job()->state, WorkloadState::Running);
        f.clock.advance(126s);
        QVERIFY(f.until([&] { return job()->state == WorkloadState::Degraded; }));
        QCOMPARE(job()->reason, u"Unschedulable"_s);
    }

    void placesOfLogs()
    {
        Fixture f;
        QVERIFY(f.bring(f.pods, {podOf("tool", {})}));
        QVERIFY(f.until([&] { return f.workloads.place(u"uid-tool"_s).isKnown(); }));
        const PodPlace place = f.workloads.place(u"uid-tool"_s);
        QCOMPARE(place.nameSpace, u"shop"_s);
        QCOMPARE(place.name, u"tool"_s);
        QCOMPARE(place.container, u"web"_s); // the first of two
        QCOMPARE(f.workloads.place(u"uid-tool/proxy"_s).container, u"proxy"_s);
        QVERIFY(!f.workloads.place(u"uid-other"_s).isKnown());
    }

    /// An owner that names a circle ends nothing.
    void circlesEnd()
    {
        Fixture f;
        QVERIFY(f.bring(f.sets, {objectOf("a", "set-a", owner("ReplicaSet", "b", "set-b")),
                                 objectOf("b", "set-b", owner("ReplicaSet", "a", "set-a"))}));
        QVERIFY(f.bring(f.pods, {podOf("web-1", owner("ReplicaSet", "a", "set-a"))}));
        QVERIFY(f.until([&] { return !f.changed.isEmpty(); }));
    }
};

QTEST_GUILESS_MAIN(TestWorkloadSource)
#include "tst_workload_source.moc"
