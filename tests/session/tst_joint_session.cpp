#include "app/session/connections.h"
#include "app/settings/settings.h"
#include "tests/session/joint_rig.h"
#include "tests/session/made_up_machine.h"
#include "tests/support/patience.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kaptan;
using namespace kaptan::session;
using namespace kaptan::workload;
using namespace kaptan::test;
using namespace Qt::StringLiterals;

namespace
{

Error refused()
{
    return Error(TransportError{TransportError::Kind::Refused, u"/run/b"_s, {}});
}

/// Says that it connects only after a while, as one that does so in a thread of its own.
class SlowSession : public FakeSession
{
public:
    void open() override { actions.append(u"open"_s); }
};

} // namespace

/// What a joint session is, and what is done through it.
class TestJointSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void membersAreOpenedAndClosedWithIt()
    {
        Rig rig;
        QVERIFY(rig.a.actions.isEmpty() && rig.b.actions.isEmpty());
        QCOMPARE(rig.joint->state().phase, Phase::Idle);
        QVERIFY(!rig.joint->workloads() && !rig.joint->metrics() && !rig.joint->events() &&
                !rig.joint->logs());
        rig.joint->open();
        QCOMPARE(rig.a.actions, QStringList{u"open"_s});
        QCOMPARE(rig.b.actions, QStringList{u"open"_s});
        QCOMPARE(rig.joint->state().phase, Phase::Live);
        QVERIFY(!rig.joint->deploying() && !rig.joint->engine() && !rig.joint->cluster());
        rig.joint->close();
        QCOMPARE(rig.a.actions.last(), u"close"_s);
        QCOMPARE(rig.b.actions.last(), u"close"_s);
        QCOMPARE(rig.joint->state().phase, Phase::Idle);
    }

    void whoIsShownNextStaysOpen()
    {
        Rig rig;
        rig.joint->open();
        rig.joint->closeFor(rig.b);
        QCOMPARE(rig.a.actions.last(), u"close"_s);
        QCOMPARE(rig.b.actions, QStringList{u"open"_s});
        // And the other way round.
        rig.joint->open();
        rig.a.actions.clear();
        rig.a.closeFor(*rig.joint);
        QVERIFY(rig.a.actions.isEmpty());
        FakeSession stranger;
        stranger.closeFor(*rig.joint);
        QCOMPARE(stranger.actions, QStringList{u"close"_s});
    }

    void everyActionGoesToTheOwner_data()
    {
        QTest::addColumn<QString>("verb");
        for (const char* verb :
             {"start", "stop", "restart", "repair", "previewRemoval", "remove", "restartInstance", "scale"})
            QTest::newRow(verb) << QString::fromLatin1(verb);
    }

    void everyActionGoesToTheOwner()
    {
        QFETCH(QString, verb);
        Rig rig;
        rig.open();
        const auto act = [&](const QString& id) -> Result<void> {
            LifecycleTarget* target = rig.joint->lifecycle();
            if (verb == u"scale"_s)
                return rig.joint->scaling()->scale(id, 5).result();
            if (verb == u"previewRemoval"_s) {
                const auto preview = target->previewRemoval(id).result();
                return preview ? Result<void>() : Result<void>(failure(preview.error()));
            }
            return (verb == u"start"_s     ? target->start(id)
                    : verb == u"stop"_s    ? target->stop(id)
                    : verb == u"restart"_s ? target->restart(id)
                    : verb == u"repair"_s  ? target->repair(id)
                    : verb == u"remove"_s  ? target->remove(id)
                                           : target->restartInstance(id))
                .result();
        };
        const QString own = verb == u"restartInstance"_s ? u"id-web-1"_s : u"deployment:web"_s;
        rig.a.actions.clear();
        QVERIFY(act(jointId(u"b"_s, own)));
        QVERIFY(rig.a.actions.isEmpty());
        QCOMPARE(rig.b.actions.last(), verb + u' ' + own + (verb == u"scale"_s ? u" 5"_s : QString()));

        // A refusal of the engine comes back as it is; of nobody's there is one of its own.
        rig.b.answer(verb, failure(refused()));
        QVERIFY(act(jointId(u"b"_s, own)).error().as<TransportError>());
        QVERIFY(act(jointId(u"gone"_s, own)).error().as<InvalidInput>());
        QVERIFY(act(own).error().as<InvalidInput>());

        // A member that is read-only refuses by its name; the other one serves.
        rig.b.setReadOnly(u"The connection “staging” is marked read-only."_s);
        const auto answer = act(jointId(u"b"_s, own));
        QVERIFY(!answer && answer.error().as<NotAllowed>());
        QCOMPARE(answer.error().as<NotAllowed>()->kind, NotAllowed::Kind::ReadOnly);
        QVERIFY2(answer.error().message().contains(u"“staging” is marked read-only."_s),
                 qPrintable(answer.error().message()));
        QVERIFY(act(jointId(u"a"_s, own)));
        QVERIFY(rig.a.actions.last().startsWith(verb));
        QVERIFY(rig.joint->whyNotWritable().isEmpty());
        rig.a.setReadOnly(u"Neither is alpha."_s);
        QVERIFY(!rig.joint->lifecycle() && !rig.joint->scaling());
        QVERIFY(rig.joint->whyNotWritable().contains(u"staging"_s));
        QVERIFY(rig.joint->whyNotWritable().contains(u"alpha"_s));
    }

    void progressAndCancelPass()
    {
        Rig rig;
        rig.open();
        rig.b.hold(u"scale"_s);
        auto future = rig.joint->scaling()->scale(webOfB, 9);
        rig.b.progress(u"scale"_s, 3, 9, u"web-3"_s);
        QCOMPARE(future.progressValue(), 3);
        QCOMPARE(future.progressText(), u"web-3"_s);
        future.cancel();
        QVERIFY(rig.b.heldIsCancelled(u"scale"_s));
        rig.b.release(u"scale"_s);
    }

    void aMemberBreaksAndReturns()
    {
        Rig rig;
        rig.open();
        QTRY_COMPARE_WITH_TIMEOUT(rig.ids().size(), 3, slow);
        QSignalSpy told(rig.joint.get(), &Session::stateChanged);
        const QDateTime lost(QDate(2025, 12, 31), QTime(23, 0), Qt::UTC);
        const QDateTime broke(QDate(2025, 12, 31), QTime(23, 5), Qt::UTC);
        rig.b.setState({Phase::Reconnecting, broke, lost, refused(), false, {}});
        QVERIFY(!told.isEmpty());
        ConnectionState state = rig.joint->state();
        QCOMPARE(state.phase, Phase::Reconnecting);
        QCOMPARE(state.since, broke);
        QCOMPARE(state.lastLive, lost);
        QVERIFY(state.partial && state.isLiveInPart());
        QCOMPARE(state.error->message(), u"staging: "_s + refused().message());
        QCOMPARE(state.error->advice(), refused().advice());
        QCOMPARE(rig.ids().size(), 3); // what was known stays

        // The worst of two speaks.
        rig.a.setState({Phase::Failed, broke.addSecs(9), lost.addSecs(-9), Error(Cancelled{}), false, {}});
        state = rig.joint->state();
        QCOMPARE(state.phase, Phase::Failed);
        QCOMPARE(state.since, broke.addSecs(9));
        QCOMPARE(state.lastLive, lost.addSecs(-9));
        QVERIFY(!state.partial);
        QVERIFY(state.error->message().startsWith(u"alpha: "_s));

        // One that was never live has nothing old to show.
        rig.a.setState({Phase::Live, broke, broke, {}, false, {}});
        rig.b.setState({Phase::Failed, broke, {}, refused(), false, {}});
        QCOMPARE(rig.joint->state().lastLive, rig.clock.now());

        rig.joint->retryNow();
        QCOMPARE(rig.b.actions.last(), u"retry"_s);
        QVERIFY(!rig.a.actions.contains(u"retry"_s));
        rig.b.setState({Phase::Live, broke.addSecs(60), broke.addSecs(60), {}, false, {}});
        state = rig.joint->state();
        QCOMPARE(state.phase, Phase::Live);
        QCOMPARE(state.since, broke.addSecs(60)); // since the last of them is
        QVERIFY(!state.error && !state.partial);
    }

    void aMemberThatIsDisconnectedByHandIsSaidSo()
    {
        Rig rig;
        rig.open();
        rig.b.close();
        QCOMPARE(rig.joint->state().phase, Phase::Failed);
        QVERIFY(rig.joint->state().partial);
        QVERIFY(rig.joint->state().error->message().startsWith(u"staging: "_s));
        rig.b.actions.clear();
        rig.joint->retryNow();
        QCOMPARE(rig.b.actions, QStringList{u"open"_s});
        QCOMPARE(rig.joint->state().phase, Phase::Live);
        rig.a.close();
        rig.b.close();
        QCOMPARE(rig.joint->state().phase, Phase::Idle);
        rig.joint->open();
        QCOMPARE(rig.joint->state().phase, Phase::Live);
    }

    void whoIsBeingOpenedIsConnecting()
    {
        FakeSession a;
        a.setSpec(spec(u"a"_s, u"alpha"_s));
        SlowSession slow;
        slow.setSpec(spec(u"b"_s, u"staging"_s));
        slow.setPhase(Phase::Idle);
        ManualClock clock;
        JointSession joint({&a, &slow}, clock);
        joint.open();
        QCOMPARE(joint.state().phase, Phase::Connecting);
        QVERIFY(!joint.state().error);
        slow.setPhase(Phase::Connecting);
        slow.setPhase(Phase::Live);
        QCOMPARE(joint.state().phase, Phase::Live);
        slow.close();
        QCOMPARE(joint.state().phase, Phase::Failed); // not being opened, but disconnected
        joint.retryNow();
        QCOMPARE(joint.state().phase, Phase::Connecting);
    }

    void connectingUntilAllHaveAnswered()
    {
        Rig rig;
        rig.open();
        rig.b.setPhase(Phase::Connecting);
        QCOMPARE(rig.joint->state().phase, Phase::Connecting);
        QVERIFY(rig.joint->state().partial);
    }

    void itIsCalledByAllNamesAndMarkedByTheMembersMarks()
    {
        Rig rig;
        rig.open();
        QTRY_COMPARE_WITH_TIMEOUT(rig.ids().size(), 3, slow);
        QCOMPARE(rig.joint->spec().name, u"alpha + staging"_s);
        QVERIFY(!rig.joint->spec().production && !rig.joint->spec().readOnly);
        QVERIFY(rig.joint->isJoint() && !rig.a.isJoint());
        ConnectionSpec marked = rig.b.spec();
        marked.production = true;
        marked.readOnly = true;
        marked.name = u"live"_s;
        rig.b.setSpec(marked);
        QCOMPARE(rig.joint->spec().name, u"alpha + live"_s);
        QVERIFY(rig.joint->spec().production);
        QVERIFY(!rig.joint->spec().readOnly); // alpha may be written to
        QTRY_COMPARE_WITH_TIMEOUT(rig.workload(webOfB)->connection, u"live"_s, slow);
        QCOMPARE(rig.workload(dbOfB)->connection, u"live"_s);
        QCOMPARE(rig.workload(webOfA)->connection, u"alpha"_s);
        rig.b.addEvents({happening(u"9"_s, 50, {})});
        QTRY_COMPARE_WITH_TIMEOUT(rig.joint->events()->recent().size(), 1, slow);
        QCOMPARE(rig.joint->events()->recent().first().connection, u"live"_s);

        QCOMPARE(rig.joint->specOf(webOfB).name, u"live"_s);
        QCOMPARE(rig.joint->specOf(webOfA).name, u"alpha"_s);
        QCOMPARE(rig.joint->memberOf(webOfB), static_cast<Session*>(&rig.b));
        QCOMPARE(rig.joint->memberOf(u"nobody's"_s), static_cast<Session*>(rig.joint.get()));
        QCOMPARE(rig.a.memberOf(u"deployment:web"_s), static_cast<Session*>(&rig.a));
        rig.joint->setSpec(spec(u"x"_s, u"x"_s));
        QCOMPARE(rig.joint->spec().name, u"alpha + live"_s);
    }

    void platformAndVersion()
    {
        Rig rig;
        rig.open();
        QCOMPARE(rig.joint->versionText(), u"Docker 20.10.24 + Docker 20.10.24"_s);
        rig.a.setPlatform(Platform::Kubernetes, u"Kubernetes v1.32"_s);
        QCOMPARE(rig.joint->platform(), Platform::Docker);
        rig.b.setPlatform(Platform::Kubernetes, {});
        QCOMPARE(rig.joint->platform(), Platform::Kubernetes);
        QCOMPARE(rig.joint->versionText(), u"Kubernetes v1.32"_s);
    }

    void connectionsMakeItOnceAndEndItWithItsFirstMember()
    {
        const QTemporaryDir dir;
        const MadeUpMachine machine;
        settings::Settings settings(dir.path());
        Connections list(settings, machine.surroundings);
        const auto one = list.add(spec({}, u"one"_s));
        ConnectionSpec wanted = spec({}, u"two"_s);
        wanted.address = u"unix:///nowhere/two.sock"_s;
        const auto two = list.add(wanted);
        QVERIFY(one && two);
        QVERIFY(!list.joint({}));
        QVERIFY(!list.joint({u"no such one"_s}));
        QCOMPARE(list.joint({one->id}), list.session(one->id));
        QPointer<Session> joint = list.joint({one->id, two->id});
        QVERIFY(joint && joint->isJoint());
        QCOMPARE(list.joint({two->id, one->id}), joint.data());
        QCOMPARE(list.sessions().size(), 2);
        QVERIFY(!list.find(joint->spec().id));
        // Making it contacts nobody.
        for (const Session* member : joint->members())
            QCOMPARE(member->state().phase, Phase::Idle);
        joint->open();
        QTRY_VERIFY_WITH_TIMEOUT(joint->members().at(0)->state().phase != Phase::Idle, slow);
        QTRY_VERIFY_WITH_TIMEOUT(joint->members().at(1)->state().phase != Phase::Idle, slow);

        const QString jointOnes = joint->spec().id;
        Session* other = list.session(two->id);
        QStringList told;
        connect(&list, &Connections::aboutToRemove, &list, [&](const QString& id) {
            told.append(id);
            QVERIFY(id != jointOnes || joint->state().phase != Phase::Idle); // told while it is as it was
        });
        QVERIFY(list.remove(one->id));
        QCOMPARE(told, (QStringList{jointOnes, one->id}));
        QTRY_COMPARE_WITH_TIMEOUT(other->state().phase, Phase::Idle, slow);
        QTRY_VERIFY_WITH_TIMEOUT(!joint, slow);
        QVERIFY(list.joint({one->id, two->id}) == other);
    }
};

QTEST_GUILESS_MAIN(TestJointSession)
#include "tst_joint_session.moc"
