#include "app/docker/adapter/converge.h"

#include <QTest>

#include <algorithm>

using namespace kaptan::docker;
using Kind = DeploymentAction::Kind;

namespace
{

/// "marker=3 marker=3.5 marker=3.5.stopped": what the label says, what the name says. "1:running 2:exited:3".
DeploymentFacts facts(const QString& text)
{
    DeploymentFacts f;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (word.startsWith(u"marker=")) {
            f.markerId = QStringLiteral("m");
            f.markerLabel = word.mid(7).section(u'.', 0, 0).toInt();
            const QString rest = word.section(u'.', 1, 1);
            if (!rest.isEmpty())
                f.marker.desired = rest.toInt();
            f.marker.stopped = word.endsWith(u".stopped");
            continue;
        }
        ReplicaFact r;
        r.replica = word.section(u':', 0, 0).toInt();
        r.id = QStringLiteral("id%1").arg(f.replicas.size() + 1);
        r.state = containerState(word.section(u':', 1, 1));
        r.exitCode = word.section(u':', 2, 2).toInt();
        f.replicas.append(r);
    }
    return f;
}

QString text(const QVector<DeploymentAction>& actions)
{
    static const QHash<Kind, QString> words{{Kind::CreateMarker, QStringLiteral("createMarker")},
                                            {Kind::RenameMarker, QStringLiteral("renameMarker")},
                                            {Kind::Stop, QStringLiteral("stop")},
                                            {Kind::Remove, QStringLiteral("remove")},
                                            {Kind::Create, QStringLiteral("create")},
                                            {Kind::Start, QStringLiteral("start")},
                                            {Kind::Unpause, QStringLiteral("unpause")}};
    QStringList all;
    for (const DeploymentAction& a : actions)
        all.append(a.replica > 0 ? words.value(a.kind) + QString::number(a.replica) : words.value(a.kind));
    return all.join(u' ');
}

/// What an engine would hold after one action.
void apply(DeploymentFacts& f, const DeploymentPlan& plan, const DeploymentAction& action)
{
    const auto of = [&f, &action]() {
        return std::find_if(f.replicas.begin(), f.replicas.end(), [&action](const ReplicaFact& r) {
            return action.id.isEmpty() ? r.replica == action.replica : r.id == action.id;
        });
    };
    switch (action.kind) {
    case Kind::CreateMarker:
        f.markerId = QStringLiteral("m");
        f.markerLabel = plan.desired;
        f.marker = {};
        break;
    case Kind::RenameMarker:
        f.marker = {plan.desired, plan.stopped};
        break;
    case Kind::Stop:
        of()->state = ContainerState::Exited;
        of()->exitCode = 143;
        break;
    case Kind::Remove:
        f.replicas.erase(of());
        break;
    case Kind::Create:
        f.replicas.append(
            {QStringLiteral("new%1").arg(action.replica), action.replica, ContainerState::Created, 0});
        break;
    case Kind::Start:
    case Kind::Unpause:
        of()->state = ContainerState::Running;
        break;
    }
}

} // namespace

class ConvergeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decisions_data();
    void decisions();

    void survivesACrashAfterAnyAction_data() { decisions_data(); }

    void survivesACrashAfterAnyAction();
    void markerNames_data();
    void markerNames();
    void planWithoutMarker();
};

void ConvergeTest::decisions_data()
{
    QTest::addColumn<QString>("observed");
    QTest::addColumn<DeploymentPlan>("plan");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* observed, const DeploymentPlan& plan,
                        const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(observed) << plan << QString::fromLatin1(expected);
    };
    const auto scale = [](int n) { return DeploymentPlan{n, false, StartWhich::New, true}; };
    row("a new one", "", scale(2), "createMarker create1 create2 start1 start2");
    row("as planned", "marker=2 1:running 2:running", scale(2), "");
    row("as the name says", "marker=9.2 1:running 2:running", scale(2), "");
    row("up", "marker=1 1:running", scale(3), "renameMarker create2 create3 start2 start3");
    row("down, highest first", "marker=4 2:running 4:running 1:running 3:running", scale(2),
        "renameMarker stop4 stop3 remove4 remove3");
    row("to none", "marker=1 1:running", scale(0), "renameMarker stop1 remove1");
    row("from none", "marker=3.0", scale(1), "renameMarker create1 start1");
    row("down, one of them is down already", "marker=2 1:running 2:exited:1", scale(1),
        "renameMarker remove2");
    row("two of one number", "marker=1 1:running 1:created", scale(1), "remove1");
    row("no number", "marker=1 1:running 0:running", scale(1), "stop remove");
    row("a gap", "marker=3 1:running 3:running", scale(3), "create2 start2");
    row("a marker lost to a prune", "1:running", scale(1), "createMarker");
    row("scale leaves ended jobs in peace", "marker=2 1:exited:0 2:exited:1", scale(2), "");
    row("scale starts what was only created", "marker=2 1:created 2:running", scale(2), "start1");
    row("a dead one cannot be started", "marker=1 1:dead", scale(1), "remove1 create1 start1");

    const auto repair = [](int n) { return DeploymentPlan{n, false, StartWhich::Failed, true}; };
    row("repair", "marker=3 1:exited:1 3:exited:0", repair(3), "create2 start1 start2");
    const DeploymentPlan repairStopped{2, true, StartWhich::None, true};
    row("repair a stopped one", "marker=2.2.stopped 1:exited:143", repairStopped, "create2");

    const DeploymentPlan stop{2, true, StartWhich::None, false};
    row("stop", "marker=2 1:running 2:restarting", stop, "renameMarker stop2 stop1");
    row("stop a paused one", "marker=2 1:paused 2:running", stop, "renameMarker stop2 stop1");
    row("stop does not make what is missing", "marker=2 1:running", stop, "renameMarker stop1");
    row("stop without a marker", "1:running 2:running", stop, "createMarker renameMarker stop2 stop1");
    row("stop what is stopped", "marker=2.2.stopped 1:exited:0 2:exited:0", stop, "");

    const DeploymentPlan start{2, false, StartWhich::All, true};
    row("start", "marker=2.2.stopped 1:exited:0 2:exited:143", start, "renameMarker start1 start2");
    row("start a paused one", "marker=2 1:paused 2:running", start, "unpause1");
    row("start with one missing", "marker=2.2.stopped 2:exited:0", start,
        "renameMarker create1 start1 start2");
}

void ConvergeTest::decisions()
{
    QFETCH(QString, observed);
    QFETCH(DeploymentPlan, plan);
    QFETCH(QString, expected);
    QCOMPARE(text(decide(plan, facts(observed))), expected);
}

/// However far it came: who looks again with the plan that the engine keeps ends where it was meant to.
void ConvergeTest::survivesACrashAfterAnyAction()
{
    QFETCH(QString, observed);
    QFETCH(DeploymentPlan, plan);
    const qsizetype steps = decide(plan, facts(observed)).size();
    for (qsizetype crashAfter = 0; crashAfter <= steps; ++crashAfter) {
        DeploymentFacts f = facts(observed);
        const QVector<DeploymentAction> actions = decide(plan, f);
        for (qsizetype i = 0; i < crashAfter; ++i)
            apply(f, plan, actions.at(i));
        const bool intentIsKept = !f.markerId.isEmpty() && keptPlan(f).desired == plan.desired &&
                                  keptPlan(f).stopped == plan.stopped;
        // Until the marker says it, nothing else may have been touched.
        if (crashAfter > 0 && !intentIsKept)
            QCOMPARE(f.replicas.size(), facts(observed).replicas.size());
        DeploymentPlan again = plan;
        if (intentIsKept) {
            again.desired = keptPlan(f).desired;
            again.stopped = keptPlan(f).stopped;
        }
        for (const DeploymentAction& action : decide(again, f))
            apply(f, again, action);
        QCOMPARE(text(decide(again, f)), QString());
        QCOMPARE(keptPlan(f).desired, plan.desired);
        QCOMPARE(keptPlan(f).stopped, plan.stopped);
        if (plan.createMissing)
            QCOMPARE(f.replicas.size(), plan.desired);
    }
}

void ConvergeTest::markerNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isOne");
    QTest::addColumn<int>("desired"); // -1: as the label says
    QTest::addColumn<bool>("stopped");
    QTest::newRow("new") << "kaptan-web" << true << -1 << false;
    QTest::newRow("scaled") << "kaptan-web.12" << true << 12 << false;
    QTest::newRow("to none") << "kaptan-web.0" << true << 0 << false;
    QTest::newRow("stopped") << "kaptan-web.3.stopped" << true << 3 << true;
    QTest::newRow("of another") << "kaptan-webshop" << false << 0 << false;
    QTest::newRow("of another, with a dash") << "kaptan-web-1.2" << false << 0 << false;
    QTest::newRow("no number") << "kaptan-web.x" << false << 0 << false;
    QTest::newRow("negative") << "kaptan-web.-1" << false << 0 << false;
    QTest::newRow("a replica") << "web-1" << false << 0 << false;
}

void ConvergeTest::markerNames()
{
    QFETCH(QString, name);
    QFETCH(bool, isOne);
    QFETCH(int, desired);
    QFETCH(bool, stopped);
    const auto parsed = labels::parseMarkerName(QStringLiteral("web"), name);
    QCOMPARE(parsed.has_value(), isOne);
    if (!isOne)
        return;
    QCOMPARE(parsed->desired.value_or(-1), desired);
    QCOMPARE(parsed->stopped, stopped);
    if (desired >= 0)
        QCOMPARE(labels::markerName(QStringLiteral("web"), desired, stopped), name);
}

void ConvergeTest::planWithoutMarker()
{
    const DeploymentPlan plan = keptPlan(facts(QStringLiteral("1:running 4:running")));
    QCOMPARE(plan.desired, 4);
    QVERIFY(!plan.stopped);
}

QTEST_GUILESS_MAIN(ConvergeTest)
#include "tst_converge.moc"
