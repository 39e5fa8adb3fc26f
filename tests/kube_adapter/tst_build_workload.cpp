#include "app/kube/adapter/build_workload.h"
#include "app/kube/adapter/event_source.h"
#include "app/kube/adapter/pod_instance.h"

#include <QTest>

using namespace kaptan;
using namespace kaptan::kube;
using namespace kaptan::workload;
using namespace Qt::StringLiterals;

namespace
{

const QDateTime now(QDate(2026, 11, 25), QTime(12, 0), Qt::UTC);

Text text(std::string_view words)
{
    return Text(words);
}

using State = ContainerRow::State;

ContainerRow container(State state, std::string_view reason = {}, bool ready = true)
{
    ContainerRow row;
    row.name = text("web");
    row.image = text("nginx:1.25");
    row.state = state;
    row.reason = text(reason);
    row.ready = ready;
    row.started = state == State::Running;
    return row;
}

std::shared_ptr<PodRow> pod(std::string_view name, const std::vector<ContainerRow>& containers,
                            PodRow::Phase phase = PodRow::Phase::Running, int ageSeconds = 3600)
{
    auto row = std::make_shared<PodRow>();
    row->uid = text(name);
    row->name = text(name);
    row->nameSpace = text("shop");
    row->createdMs = now.addSecs(-ageSeconds).toMSecsSinceEpoch();
    row->containers = containers;
    row->phase = phase;
    row->isReady = phase == PodRow::Phase::Running;
    for (const ContainerRow& one : containers)
        row->isReady = row->isReady && one.ready;
    row->isScheduled = true;
    return row;
}

WorkloadRow object(std::string_view kind, int desired, int ready)
{
    WorkloadRow row;
    row.uid = text("uid-of-web");
    row.kind = text(kind);
    row.name = text("web");
    row.nameSpace = text("shop");
    row.desired = desired;
    row.current = row.updated = desired;
    row.ready = row.available = ready;
    row.createdMs = now.addDays(-3).toMSecsSinceEpoch();
    row.labels = text("app=web,tier=");
    row.revision = text("7");
    TemplateContainerRow only;
    only.name = text("web");
    only.image = text("nginx:1.25");
    only.probes = ReadinessProbe;
    row.containers = {only};
    return row;
}

ConditionRow condition(std::string_view type, ConditionRow::Status status, std::string_view reason)
{
    ConditionRow row;
    row.type = text(type);
    row.status = status;
    row.reason = text(reason);
    return row;
}

} // namespace

class TestBuildWorkload : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void aPodIsWhatItsContainersAre_data()
    {
        QTest::addColumn<std::shared_ptr<PodRow>>("row");
        QTest::addColumn<InstanceState>("state");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("trouble");

        using Phase = PodRow::Phase;
        QTest::newRow("runs") << pod("a", {container(State::Running)}) << InstanceState::Running << QString()
                              << false;
        auto crashing = container(State::Waiting, "CrashLoopBackOff", false);
        crashing.lastReason = text("Error");
        crashing.lastExitCode = 3;
        QTest::newRow("crashes") << pod("a", {container(State::Running), crashing})
                                 << InstanceState::Restarting << u"CrashLoopBackOff"_s << true;
        QTest::newRow("image") << pod("a", {container(State::Waiting, "ImagePullBackOff", false)},
                                      Phase::Pending)
                               << InstanceState::Created << u"ImagePullBackOff"_s << true;
        QTest::newRow("begins") << pod("a", {container(State::Waiting, "ContainerCreating", false)},
                                       Phase::Pending)
                                << InstanceState::Created << QString() << false;
        auto init = container(State::Waiting, "CrashLoopBackOff", false);
        init.kind = ContainerRow::Kind::Init;
        QTest::newRow("init crashes")
            << pod("a", {init, container(State::Waiting, "PodInitializing", false)}, Phase::Pending)
            << InstanceState::Restarting << u"CrashLoopBackOff"_s << true;
        auto homeless = pod("a", {}, Phase::Pending);
        homeless->isScheduled = false;
        homeless->unscheduledReason = text("Unschedulable");
        homeless->unscheduledMessage = text("0/3 nodes are available");
        QTest::newRow("unschedulable") << homeless << InstanceState::Created << u"Unschedulable"_s << true;
        auto leaving = pod("a", {container(State::Running)});
        leaving->deletionMs = now.toMSecsSinceEpoch();
        QTest::newRow("leaves") << leaving << InstanceState::Stopping << QString() << false;
        auto evicted = pod("a", {}, Phase::Failed);
        evicted->reason = text("Evicted");
        QTest::newRow("evicted") << evicted << InstanceState::Exited << u"Evicted"_s << true;
        auto done = container(State::Terminated, "Completed", false);
        QTest::newRow("done") << pod("a", {done}, Phase::Succeeded) << InstanceState::Exited << QString()
                              << false;
        auto unready = container(State::Running, {}, false);
        unready.probes = ReadinessProbe;
        QTest::newRow("not ready") << pod("a", {unready}) << InstanceState::Running << QString() << true;
    }

    void aPodIsWhatItsContainersAre()
    {
        QFETCH(std::shared_ptr<PodRow>, row);
        const Instance made = toInstance(*row);
        QTEST(made.state, "state");
        QTEST(made.reason, "reason");
        QTEST(isInTrouble(made), "trouble");
        QCOMPARE(made.containers.size(), qsizetype(row->containers.size()));
    }

    void containersTellTheirProbesAndLastEnd()
    {
        auto row = container(State::Running);
        row.probes = LivenessProbe | ReadinessProbe | StartupProbe;
        row.restarts = 4;
        row.lastReason = text("OOMKilled");
        row.lastExitCode = 137;
        row.lastEndMs = now.toMSecsSinceEpoch();
        const InstanceContainer made = toContainer(row);
        QCOMPARE(made.lastReason, u"OOMKilled"_s);
        QCOMPARE(made.lastExitCode, std::optional(137));
        QCOMPARE(made.lastFinished, now);
        QCOMPARE(made.probes.size(), 3);
        for (const auto& probe : made.probes)
            QCOMPARE(probe.health, Health::Healthy);

        row.ready = row.started = false;
        for (const auto& probe : toContainer(row).probes)
            QCOMPARE(probe.health, Health::Starting);
    }

    void theStateFollowsFromStatusAndPods_data()
    {
        QTest::addColumn<WorkloadRow>("row");
        QTest::addColumn<QVector<std::shared_ptr<const PodRow>>>("pods");
        QTest::addColumn<WorkloadState>("state");
        QTest::addColumn<QString>("reason");

        using Pods = QVector<std::shared_ptr<const PodRow>>;
        using S = ConditionRow::Status;
        const auto good = pod("web-a", {container(State::Running)});
        const auto bad = pod("web-b", {container(State::Waiting, "CrashLoopBackOff", false)});
        const auto young =
            pod("web-c", {container(State::Waiting, "ContainerCreating", false)}, PodRow::Phase::Pending, 10);

        QTest::newRow("runs") << object("Deployment", 1, 1) << Pods{good} << WorkloadState::Running
                              << QString();
        QTest::newRow("while the pods are still listed")
            << object("Deployment", 3, 3) << Pods{} << WorkloadState::Running << QString();
        QTest::newRow("degraded") << object("Deployment", 2, 1) << Pods{good, bad} << WorkloadState::Degraded
                                  << u"CrashLoopBackOff"_s;
        QTest::newRow("failing") << object("Deployment", 1, 0) << Pods{bad} << WorkloadState::Failing
                                 << u"CrashLoopBackOff"_s;
        QTest::newRow("begins") << object("Deployment", 2, 1) << Pods{good, young}
                                << WorkloadState::Progressing << QString();
        QTest::newRow("scaled to none")
            << object("StatefulSet", 0, 0) << Pods{} << WorkloadState::Stopped << QString();
        auto rollsOut = object("Deployment", 2, 2);
        rollsOut.updated = 1;
        QTest::newRow("rolls out") << rollsOut << Pods{good} << WorkloadState::Progressing << QString();
        auto unseen = object("Deployment", 1, 1);
        unseen.generation = 5;
        unseen.observedGeneration = 4;
        QTest::newRow("not yet seen by its controller")
            << unseen << Pods{good} << WorkloadState::Progressing << QString();
        auto stuck = object("Deployment", 2, 1);
        stuck.conditions = {condition("Progressing", S::False, "ProgressDeadlineExceeded")};
        QTest::newRow("stuck") << stuck << Pods{good} << WorkloadState::Degraded
                               << u"ProgressDeadlineExceeded"_s;
        auto quota = object("ReplicaSet", 2, 0);
        quota.current = 0;
        quota.conditions = {condition("ReplicaFailure", S::True, "FailedCreate")};
        QTest::newRow("quota") << quota << Pods{} << WorkloadState::Failing << u"FailedCreate"_s;
        auto paused = object("Deployment", 1, 1);
        paused.isPaused = true;
        QTest::newRow("paused") << paused << Pods{good} << WorkloadState::Paused << QString();
        auto onDelete = object("DaemonSet", 2, 2);
        onDelete.updated = 0;
        onDelete.strategy = text("OnDelete");
        QTest::newRow("updated on deletion") << onDelete << Pods{good} << WorkloadState::Running << QString();

        auto job = object("Job", 3, 0);
        job.active = 1;
        job.succeeded = 2;
        QTest::newRow("job runs") << job << Pods{good} << WorkloadState::Running << QString();
        job.active = 0;
        job.succeeded = 3;
        job.conditions = {condition("Complete", S::True, {})};
        QTest::newRow("job is done") << job << Pods{} << WorkloadState::Completed << QString();
        job.conditions = {condition("Failed", S::True, "BackoffLimitExceeded")};
        QTest::newRow("job failed") << job << Pods{} << WorkloadState::Failing << u"BackoffLimitExceeded"_s;
        auto cron = object("CronJob", 0, 0);
        QTest::newRow("cron job") << cron << Pods{} << WorkloadState::Running << QString();
        cron.isPaused = true;
        QTest::newRow("suspended") << cron << Pods{} << WorkloadState::Paused << QString();
    }

    void theStateFollowsFromStatusAndPods()
    {
        QFETCH(WorkloadRow, row);
        using Pods = QVector<std::shared_ptr<const PodRow>>;
        QFETCH(Pods, pods);
        const WorkloadPtr made = buildWorkload(row, pods, now);
        QTEST(made->state, "state");
        QTEST(made->reason, "reason");
    }

    void podsAreMadeInstancesInTheOrderOfTheirNames()
    {
        const auto b = pod("b", {container(State::Running)});
        const auto a = pod("a", {container(State::Waiting, "CrashLoopBackOff", false)});
        const WorkloadPtr made = buildWorkload(object("Deployment", 2, 1), {b, a}, now);
        QCOMPARE(made->instances.size(), 2);
        QCOMPARE(made->instances.ids(), (QStringList{a->uid.toString(), b->uid.toString()}));
        QCOMPARE(made->instances.ids(true), QStringList{b->uid.toString()});
        QCOMPARE(made->instances.at(0).name, u"a"_s);
        QVERIFY(made->instances.list() == (QVector<Instance>{toInstance(*a), toInstance(*b)}));
        // Rows that were read anew and say the same are no change; another state is.
        const auto again = std::make_shared<const PodRow>(*b);
        QVERIFY(*made == *buildWorkload(object("Deployment", 2, 1), {again, a}, now));
        const auto ready = pod("a", {container(State::Running)});
        QVERIFY(!(made->instances == buildWorkload(object("Deployment", 2, 1), {b, ready}, now)->instances));
    }

    void whatItIs()
    {
        const WorkloadPtr made = buildWorkload(object("Deployment", 1, 1), {}, now);
        QCOMPARE(made->id, u"deployment:shop/web"_s);
        QCOMPARE(made->group, u"shop"_s);
        QCOMPARE(made->revision, 7);
        QCOMPARE(made->images, QStringList{u"nginx:1.25"_s});
        QVERIFY(made->hasHealthCheck);
        QVERIFY(made->scalable);
        QCOMPARE(made->labels.value(u"app"_s), u"web"_s);
        QVERIFY(made->labels.contains(u"tier"_s));
        QVERIFY(!buildWorkload(object("DaemonSet", 1, 1), {}, now)->scalable);
        auto owned = object("ReplicaSet", 1, 1);
        owned.ownerUid = text("x");
        owned.ownerKind = text("Rollout");
        owned.ownerName = text("web");
        QVERIFY(!buildWorkload(owned, {}, now)->scalable);
    }

    /// A pod without an owner is a workload of its own.
    void alone()
    {
        const WorkloadPtr runs = buildWorkload(pod("tool", {container(State::Running)}), now);
        QCOMPARE(runs->id, u"pod:shop/tool"_s);
        QCOMPARE(runs->state, WorkloadState::Running);
        QCOMPARE(runs->ready, 1);
        const WorkloadPtr crashes =
            buildWorkload(pod("tool", {container(State::Waiting, "CrashLoopBackOff", false)}), now);
        QCOMPARE(crashes->state, WorkloadState::Failing);
        QCOMPARE(crashes->reason, u"CrashLoopBackOff"_s);
        QVERIFY(!crashes->scalable);
    }

    void eventsNameWhatTheyAreAbout()
    {
        EventRow row;
        row.uid = text("e1");
        row.objectKind = text("Pod");
        row.objectNameSpace = text("shop");
        row.objectName = text("web-a");
        row.type = text("Warning");
        row.reason = text("BackOff");
        row.message = text("Back-off restarting failed container");
        row.count = 12;
        row.lastMs = now.toMSecsSinceEpoch();
        const Event made = toEvent(row, u"deployment:shop/web"_s);
        QCOMPARE(made.severity, EventSeverity::Warning);
        QCOMPARE(made.object, u"shop/web-a"_s);
        QCOMPARE(made.action, u"BackOff"_s);
        QVERIFY(made.message.endsWith(u"(×12)"_s));
        QCOMPARE(made.at, now);
        // Told again it is another entry.
        row.count = 13;
        QVERIFY(toEvent(row, {}).id != made.id);
    }
};

QTEST_APPLESS_MAIN(TestBuildWorkload)
#include "tst_build_workload.moc"
