#include "app/workload/model.h"

#include <QTest>

using namespace kaptan::workload;

namespace
{

const QDateTime now(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);

/// A word an instance: "ready", "healthy", "starting", "unhealthy", "exit:3", "oom", "restarting:1",
/// "created", "created-old", "missing", "paused", "stopping", "dead", "unknown".
Instance instance(const QString& word, int replica)
{
    Instance i;
    i.replica = replica;
    i.name = QStringLiteral("web-%1").arg(replica);
    i.image = QStringLiteral("test/busybox:1");
    i.created = now.addSecs(-3600 + replica);
    const QString kind = word.section(u':', 0, 0);
    const QString code = word.section(u':', 1);
    if (!code.isEmpty())
        i.exitCode = code.toInt();
    if (kind == u"ready" || kind == u"healthy" || kind == u"starting" || kind == u"unhealthy") {
        i.state = InstanceState::Running;
        i.health = kind == u"ready"      ? Health::None
                   : kind == u"healthy"  ? Health::Healthy
                   : kind == u"starting" ? Health::Starting
                                         : Health::Unhealthy;
    } else if (kind == u"exit") {
        i.state = InstanceState::Exited;
    } else if (kind == u"oom") {
        i.state = InstanceState::Exited;
        i.exitCode = 137;
        i.oomKilled = true;
    } else if (kind == u"restarting") {
        i.state = InstanceState::Restarting;
        i.restarts = 4;
    } else if (kind == u"created") {
        i.state = InstanceState::Created;
        i.created = now.addSecs(-5);
    } else if (kind == u"created-old") {
        i.state = InstanceState::Created;
    } else if (kind == u"missing") {
        i.state = InstanceState::Missing;
        i.created = {};
    } else if (kind == u"paused") {
        i.state = InstanceState::Paused;
    } else if (kind == u"stopping") {
        i.state = InstanceState::Stopping;
    } else if (kind == u"dead") {
        i.state = InstanceState::Dead;
    }
    return i;
}

} // namespace

class SummarizeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void state_data();
    void state();
    void plainContainers();
    void sums();
};

void SummarizeTest::state_data()
{
    QTest::addColumn<QString>("instances");
    QTest::addColumn<int>("desired");
    QTest::addColumn<bool>("stopped");
    QTest::addColumn<WorkloadState>("expected");
    QTest::addColumn<int>("ready");
    QTest::addColumn<QString>("reason");

    const auto row = [](const char* name, const char* instances, int desired, WorkloadState expected,
                        int ready, const char* reason = "", bool stopped = false) {
        QTest::newRow(name) << QString::fromLatin1(instances) << desired << stopped << expected << ready
                            << QString::fromLatin1(reason);
    };
    using S = WorkloadState;
    row("all run", "ready ready", 2, S::Running, 2);
    row("all healthy", "healthy healthy healthy", 3, S::Running, 3);
    row("one starts", "healthy starting", 2, S::Progressing, 1);
    row("all start", "starting starting", 2, S::Progressing, 0);
    row("one was created just now", "ready created", 2, S::Progressing, 1);
    row("one was created and left behind", "ready created-old", 2, S::Degraded, 1, "Created");
    row("all were created and left behind", "created-old", 1, S::Degraded, 0, "Created");
    row("too many", "ready ready ready", 2, S::Progressing, 3);
    row("one goes", "ready stopping", 1, S::Progressing, 1);
    row("one missing", "ready missing ready", 3, S::Degraded, 2, "Missing");
    row("one missing and repaired", "ready missing starting", 3, S::Progressing, 1);
    row("all missing", "missing missing", 2, S::Failing, 0, "Missing");
    row("nothing there at all", "", 2, S::Failing, 0);
    row("one crashes", "ready restarting:3", 2, S::Degraded, 1, "Exited (3)");
    row("all crash", "restarting:3 restarting:3", 2, S::Failing, 0, "Exited (3)");
    row("crashed once, others start", "exit:1 starting", 2, S::Failing, 0, "Exited (1)");
    row("one unhealthy", "healthy unhealthy", 2, S::Degraded, 1, "Unhealthy");
    row("all unhealthy", "unhealthy", 1, S::Failing, 0, "Unhealthy");
    row("out of memory", "oom", 1, S::Failing, 0, "OOMKilled");
    row("out of memory, among others", "exit:1 oom ready", 3, S::Degraded, 1, "OOMKilled");
    row("dead", "dead", 1, S::Failing, 0, "Dead");
    row("ended well", "exit:0 exit:0", 2, S::Completed, 0);
    row("one ended well", "exit:0 ready", 2, S::Degraded, 1, "Exited (0)");
    row("ended by docker stop", "exit:143 exit:137", 2, S::Stopped, 0);
    row("one ended by docker stop", "exit:143 ready", 2, S::Degraded, 1, "Exited (143)");
    row("one ended by docker stop, one lost", "exit:143 missing", 2, S::Degraded, 0, "Missing");
    row("none wanted", "", 0, S::Stopped, 0);
    row("none wanted, one left", "ready", 0, S::Progressing, 1);
    row("stopped on purpose", "exit:1 exit:137", 2, S::Stopped, 0, "", true);
    row("stopped, and one is missing", "exit:0 missing", 2, S::Stopped, 0, "", true);
    row("being stopped", "exit:0 ready", 2, S::Progressing, 1, "", true);
    row("all paused", "paused paused", 2, S::Paused, 0);
    row("one paused", "ready paused", 2, S::Degraded, 1, "Paused");
    row("unknown", "unknown unknown", 2, S::Unknown, 0);
}

void SummarizeTest::state()
{
    QFETCH(QString, instances);
    QFETCH(int, desired);
    QFETCH(bool, stopped);
    QFETCH(WorkloadState, expected);
    QFETCH(int, ready);
    QFETCH(QString, reason);

    Workload w;
    w.kind = WorkloadKind::Deployment;
    w.desired = desired;
    w.stopped = stopped;
    const QStringList words = instances.split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words)
        w.instances.append(instance(word, int(w.instances.size()) + 1));
    w.reason = QStringLiteral("of the last time");
    summarize(w, now);

    QCOMPARE(w.state, expected);
    QCOMPARE(w.ready, ready);
    QCOMPARE(w.reason, reason);
}

void SummarizeTest::plainContainers()
{
    Workload w;
    w.kind = WorkloadKind::Container;
    w.instances = {instance(QStringLiteral("created"), 0)};
    summarize(w, now);
    QCOMPARE(w.state, WorkloadState::Stopped); // docker create, and nobody has started it
    w.instances = {instance(QStringLiteral("exit:2"), 0)};
    summarize(w, now);
    QCOMPARE(w.state, WorkloadState::Failing);
}

void SummarizeTest::sums()
{
    Workload w;
    w.desired = 3;
    w.instances = {instance(QStringLiteral("ready"), 2), instance(QStringLiteral("ready"), 1),
                   instance(QStringLiteral("missing"), 3)};
    w.instances[0].restarts = 2;
    w.instances[1].restarts = 5;
    w.instances[1].image = QStringLiteral("other:2");
    summarize(w, now);
    QCOMPARE(w.restarts, 7);
    QCOMPARE(w.created, now.addSecs(-3599));
    QCOMPARE(w.images, QStringList({QStringLiteral("test/busybox:1"), QStringLiteral("other:2")}));
    QCOMPARE(w.missing(), 1);
}

QTEST_GUILESS_MAIN(SummarizeTest)
#include "tst_summarize.moc"
