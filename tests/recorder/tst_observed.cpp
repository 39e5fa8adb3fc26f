#include "app/recorder/observed.h"

#include <QTest>

using namespace kaptan;
using namespace kaptan::recorder;
using namespace Qt::StringLiterals;

class TestObserved : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void whatFollowsFromAChange()
    {
        const workload::Workload old = web();
        QVERIFY(isNothing(look(&old, old)));

        workload::Workload scaled = old;
        scaled.desired = 5;
        const Observed more = look(&old, scaled);
        QVERIFY(more.scaled && !more.revision && !more.deployed);
        QCOMPARE(more.scaled->from, 2);
        QCOMPARE(more.scaled->to, 5);
        QCOMPARE(more.scaled->at, m_now);
        QCOMPARE(more.scaled->subject, m_subject);

        workload::Workload newer = old;
        newer.revision = 4;
        newer.images = {u"web:2"_s};
        const Observed rolled = look(&old, newer);
        QVERIFY(!rolled.scaled && rolled.revision && rolled.deployed);
        QCOMPARE(rolled.revision->number, 4);
        QCOMPARE(rolled.revision->images, newer.images);
        QCOMPARE(rolled.deployed->reason, u"revision 4: web:2"_s);
        QCOMPARE(rolled.deployed->outcome, history::Outcome::Running);
    }

    void anEngineHasNoRevisions()
    {
        workload::Workload old = web();
        old.revision = 0;
        workload::Workload newer = old;
        newer.images = {u"web:2"_s};
        QVERIFY(look(&old, newer).deployed);
        newer.images.clear(); // all its containers are gone for a moment
        QVERIFY(isNothing(look(&old, newer)));
    }

    void whatWasThereBeforeIsNoNews()
    {
        workload::Workload young = web();
        young.created = m_now.addSecs(-5);
        Observed first = observed(m_subject, nullptr, young, true, m_now);
        QVERIFY(first.revision && !first.deployed);
        first = observed(m_subject, nullptr, young, false, m_now);
        QVERIFY(first.deployed);
        young.created = m_now.addSecs(-500);
        QVERIFY(!observed(m_subject, nullptr, young, false, m_now).deployed);
    }

    void whatIsStoppedOrOwnedIsLeftAlone()
    {
        const workload::Workload old = web();
        workload::Workload stopped = old;
        stopped.stopped = true;
        stopped.desired = 0;
        QVERIFY(!look(&old, stopped).scaled);
        workload::Workload job = old;
        job.ownerKind = u"CronJob"_s;
        job.revision = 9;
        QVERIFY(isNothing(look(&old, job)));
    }

    void howADeploymentEnds_data()
    {
        QTest::addColumn<workload::WorkloadState>("state");
        QTest::addColumn<int>("ready");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("outcome"); // -1: it goes on
        using workload::WorkloadState;
        const int succeeded = int(history::Outcome::Succeeded), failed = int(history::Outcome::Failed);
        QTest::newRow("under way") << WorkloadState::Progressing << 1 << QString() << 5 << -1;
        QTest::newRow("ready") << WorkloadState::Running << 2 << QString() << 5 << succeeded;
        QTest::newRow("not all ready") << WorkloadState::Running << 1 << QString() << 5 << -1;
        QTest::newRow("fails") << WorkloadState::Failing << 0 << u"CrashLoopBackOff"_s << 599 << -1;
        QTest::newRow("fails for long")
            << WorkloadState::Failing << 0 << u"CrashLoopBackOff"_s << 600 << failed;
        QTest::newRow("gave up") << WorkloadState::Degraded << 1 << u"ProgressDeadlineExceeded"_s << 5
                                 << failed;
        QTest::newRow("stopped") << WorkloadState::Stopped << 0 << QString() << 5
                                 << int(history::Outcome::Aborted);
    }

    void howADeploymentEnds()
    {
        QFETCH(workload::WorkloadState, state);
        QFETCH(int, ready);
        QFETCH(QString, reason);
        QFETCH(int, seconds);
        QFETCH(int, outcome);
        workload::Workload now = web();
        now.state = state;
        now.ready = ready;
        now.reason = reason;
        const auto found = outcomeOf(now, m_now.addSecs(-seconds), m_now);
        QCOMPARE(found ? int(*found) : -1, outcome);
    }

private:
    static workload::Workload web()
    {
        workload::Workload one;
        one.id = u"deployment:shop/web"_s;
        one.name = u"web"_s;
        one.group = u"shop"_s;
        one.kind = workload::WorkloadKind::Deployment;
        one.desired = 2;
        one.ready = 2;
        one.revision = 3;
        one.images = QStringList{u"web:1"_s};
        one.state = workload::WorkloadState::Running;
        return one;
    }

    Observed look(const workload::Workload* before, const workload::Workload& after) const
    {
        return observed(m_subject, before, after, false, m_now);
    }

    static bool isNothing(const Observed& found)
    {
        return !found.scaled && !found.revision && !found.deployed;
    }

    const QDateTime m_now{QDate(2026, 11, 2), QTime(8, 0), Qt::UTC};
    const history::Subject m_subject{u"c1"_s, u"deployment:shop/web"_s, u"deployment"_s, u"shop"_s, u"web"_s};
};

QTEST_GUILESS_MAIN(TestObserved)
#include "tst_observed.moc"
