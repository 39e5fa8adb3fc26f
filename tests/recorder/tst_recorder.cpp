#include "app/recorder/recorder.h"

#include "app/history/queries.h"
#include "app/settings/history_keys.h"
#include "app/workload/node_usage.h"
#include "tests/support/fake_session.h"
#include "tests/support/patience.h"

#include <QCryptographicHash>
#include <QLockFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace kaptan;
using namespace kaptan::recorder;
using namespace Qt::StringLiterals;
using kaptan::test::slow;
using std::chrono::seconds;

namespace
{

/// The other program: takes the connection's lock as a recorder does, and holds it.
int holder(const QString& file)
{
    QLockFile lock(file);
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0))
        return 1;
    std::puts("held");
    std::fflush(stdout);
    for (;;)
        ::pause();
}

} // namespace

class TestRecorder : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>(QDateTime(QDate(2026, 11, 2), QTime(8, 0), Qt::UTC));
        m_settings = std::make_unique<settings::Settings>(m_folder->filePath(u"config"_s));
        m_session = std::make_unique<test::FakeSession>();
        session::ConnectionSpec spec;
        spec.id = u"c1"_s;
        spec.name = u"my engine"_s;
        m_session->setSpec(spec);
        m_history = std::make_unique<history::History>(history::History::Options{
            m_folder->filePath(u"history.db"_s), m_clock.get(), {}, std::chrono::milliseconds(10)});
        makeRecorder();
    }

    void cleanup()
    {
        m_recorder.reset();
        m_history.reset();
        m_session.reset();
    }

    void samplesAreSumsOfWhatIsKnown()
    {
        m_session->setWorkloads({test::makeWorkload(u"web"_s, 3, 2), test::makeWorkload(u"db"_s, 1)});
        m_recorder->setShown({u"c1"_s});
        QCOMPARE(m_recorder->state(u"c1"_s), Recorder::State::Recording);
        const QStringList ids = runningIds();
        QTRY_COMPARE_WITH_TIMEOUT(watched().size(), ids.size(), slow);
        workload::Usage usage;
        for (const QString& id : ids) {
            usage.instanceId = id;
            usage.cpuMillicores = 100;
            usage.memoryBytes = id == ids.first() ? -1 : 1000; // one does not say
            Q_EMIT m_session->metrics()->sampled({usage});
        }
        tick(15);
        const auto found = curves();
        // web: two that run; what nobody said (network, disk) is not there.
        const QString web = subject(u"web"_s);
        QCOMPARE(value(found, web, history::Metric::Cpu), 200'000);
        QCOMPARE(value(found, web, history::Metric::Replicas), 2);
        QVERIFY(!has(found, web, history::Metric::NetworkRx));
        QCOMPARE(value(found, subject(u"db"_s), history::Metric::Cpu), 100'000);
        QCOMPARE(value(found, history::nodeSubject(u"my engine"_s), history::Metric::Cpu), 300'000);
        QCOMPARE(value(found, history::nodeSubject(u"my engine"_s), history::Metric::Memory), 2000);
        const auto seen = ask<QVector<history::ConnectionRecord>>(history::connections);
        QCOMPARE(seen.size(), 1);
        QCOMPARE(seen[0].name, u"my engine"_s);
    }

    void whatIsSaidBetweenTwoSamplesCountsToo()
    {
        m_session->setWorkloads({test::makeWorkload(u"web"_s, 1)});
        m_recorder->setShown({u"c1"_s});
        QTRY_COMPARE_WITH_TIMEOUT(watched().size(), 1, slow);
        workload::Usage usage;
        usage.instanceId = runningIds().first();
        for (const double cpu : {100.0, 400.0, 700.0}) {
            usage.cpuMillicores = cpu;
            usage.memoryBytes = qint64(cpu);
            Q_EMIT m_session->metrics()->sampled({usage});
        }
        tick(15);
        QCOMPARE(value(curves(), subject(u"web"_s), history::Metric::Cpu), 400'000);
        QCOMPARE(value(curves(), subject(u"web"_s), history::Metric::Memory), 700); // a level: the last one
        usage.cpuMillicores = 50;
        Q_EMIT m_session->metrics()->sampled({usage});
        tick(15);
        QCOMPARE(value(curves(), subject(u"web"_s), history::Metric::Cpu), 50'000);
    }

    void aNodeThatSaysItselfWhatItUsesIsBelieved()
    {
        m_session->setWorkloads({test::makeWorkload(u"web"_s, 1)});
        m_recorder->setShown({u"c1"_s});
        QTRY_COMPARE_WITH_TIMEOUT(watched().size(), 1, slow);
        workload::Usage usage;
        usage.instanceId = runningIds().first();
        usage.cpuMillicores = 100;
        workload::Usage node; // the one that the instances are on, and its system with them
        node.instanceId = workload::nodeUsageId(u"my engine"_s);
        node.cpuMillicores = 1500;
        node.diskUsedBytes = 4000;
        Q_EMIT m_session->metrics()->sampled({usage, node});
        tick(15);
        QCOMPARE(value(curves(), subject(u"web"_s), history::Metric::Cpu), 100'000);
        QCOMPARE(value(curves(), history::nodeSubject(u"my engine"_s), history::Metric::Cpu), 1'500'000);
        QCOMPARE(value(curves(), history::nodeSubject(u"my engine"_s), history::Metric::DiskUsed), 4000);
        // It says so no more: what is seen of it is what is known.
        for (int i = 0; i < 4; ++i) {
            Q_EMIT m_session->metrics()->sampled({usage});
            tick(15);
        }
        QCOMPARE(points(curves(), history::nodeSubject(u"my engine"_s), history::Metric::Cpu).last().sum,
                 100'000);
    }

    /// An engine is asked for each container by itself: not all the time for a sample in fifteen seconds.
    void anEngineIsLookedAtJustBeforeASample()
    {
        m_session->setEngine(reinterpret_cast<docker::EngineApi*>(m_session.get())); // nobody calls it
        m_session->setWorkloads({test::makeWorkload(u"web"_s, 2)});
        m_recorder->setShown({u"c1"_s});
        QTRY_COMPARE_WITH_TIMEOUT(watched().size(), 2, slow); // where the first rates begin
        m_clock->advance(seconds(3));
        QCOMPARE(watched().size(), 0);
        m_clock->advance(seconds(8));
        QCOMPARE(watched().size(), 0);
        m_clock->advance(seconds(1)); // three seconds before
        QCOMPARE(watched().size(), 2);
        workload::Usage usage;
        usage.instanceId = runningIds().first();
        usage.cpuMillicores = 7;
        Q_EMIT m_session->metrics()->sampled({usage});
        tick(3);
        QCOMPARE(watched().size(), 0);
        QCOMPARE(value(curves(), subject(u"web"_s), history::Metric::Cpu), 7000);
    }

    void whatIsMissedIsAGap()
    {
        m_session->setWorkloads({test::makeWorkload(u"web"_s, 1)});
        m_recorder->setShown({u"c1"_s});
        const QStringList ids = runningIds();
        QTRY_COMPARE_WITH_TIMEOUT(watched().size(), 1, slow);
        workload::Usage usage;
        usage.instanceId = ids.first();
        usage.cpuMillicores = 5;
        for (int i = 0; i < 3; ++i) {
            Q_EMIT m_session->metrics()->sampled({usage});
            tick(15);
        }
        // Nothing was said for long: replicas are known, the usage is not.
        for (int i = 0; i < 4; ++i)
            tick(15);
        m_session->setPhase(session::Phase::Reconnecting, Error(Cancelled{}));
        QCOMPARE(m_recorder->state(u"c1"_s), Recorder::State::Waiting);
        for (int i = 0; i < 4; ++i)
            tick(15);
        m_session->setPhase(session::Phase::Live);
        tick(15);
        // The machine slept: one sample when it is awake, none for the night.
        m_clock->advance(std::chrono::hours(8));
        tick(15);
        const auto found = curves();
        const auto cpu = points(found, subject(u"web"_s), history::Metric::Cpu);
        QVERIFY2(cpu.size() >= 3 && cpu.size() <= 5, qPrintable(QString::number(cpu.size())));
        for (const history::Bucket& point : cpu)
            QCOMPARE(point.sum, 5000);
        const auto replicas = points(found, subject(u"web"_s), history::Metric::Replicas);
        for (const history::Bucket& point : replicas) {
            QCOMPARE(point.at % 15, 0);
            QVERIFY(point.sum > 0);
        }
        const qint64 lost = m_start + 7 * 15;
        for (const history::Bucket& point : replicas)
            QVERIFY(point.at <= lost || point.at > lost + 4 * 15);
    }

    void oneRecordsAtATime()
    {
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {u"hold"_s, lockFile(u"c1"_s)});
        QTRY_VERIFY_WITH_TIMEOUT(other.canReadLine(), slow);
        m_session->setWorkloads({test::makeWorkload(u"web"_s, 1)});
        m_recorder->setShown({u"c1"_s});
        QCOMPARE(m_recorder->state(u"c1"_s), Recorder::State::Elsewhere);
        for (int i = 0; i < 3; ++i)
            tick(15);
        QVERIFY(curves().isEmpty());
        // It is killed: nobody unlocks, and yet it is free.
        ::kill(pid_t(other.processId()), SIGKILL);
        QVERIFY(other.waitForFinished(slow));
        for (int i = 0; i < 6; ++i)
            tick(15);
        QCOMPARE(m_recorder->state(u"c1"_s), Recorder::State::Recording);
        QVERIFY(!curves().isEmpty());
        QLockFile ours(lockFile(u"c1"_s));
        ours.setStaleLockTime(0);
        QVERIFY(!ours.tryLock(0));
        m_recorder->setShown({});
        QVERIFY(ours.tryLock(0));
    }

    void theMarkedOneIsOpenedAndKept()
    {
        m_session->close();
        QSignalSpy marks(m_recorder.get(), &Recorder::marksChanged);
        m_recorder->setMarked(u"c1"_s, true);
        QCOMPARE(marks.size(), 1);
        QVERIFY(m_recorder->isMarked(u"c1"_s) && m_recorder->keepsOpen(u"c1"_s));
        QCOMPARE(m_recorder->connections(), QStringList{u"c1"_s});
        m_session->setPhase(session::Phase::Live);
        QCOMPARE(m_recorder->state(u"c1"_s), Recorder::State::Recording);
        // By hand: it stays closed.
        m_session->setPhase(session::Phase::Idle);
        tick(60);
        QCOMPARE(m_recorder->state(u"c1"_s), Recorder::State::Waiting);
        QCOMPARE(m_session->state().phase, session::Phase::Idle);
        m_recorder->setMarked(u"c1"_s, false);
        QVERIFY(m_recorder->connections().isEmpty());
    }

    void theShownOneOnlyWhereTheSettingsSaySo()
    {
        QVERIFY(m_settings->set(settings::key::recordShown, false));
        m_recorder->setShown({u"c1"_s});
        QVERIFY(m_recorder->connections().isEmpty());
        QVERIFY(m_settings->set(settings::key::recordShown, true));
        QCOMPARE(m_recorder->connections(), QStringList{u"c1"_s});
        m_recorder->setShown({u"c2"_s}); // unknown
        QVERIFY(m_recorder->connections().isEmpty());
    }

    void changesAndEventsAreKept()
    {
        workload::Workload web = test::makeWorkload(u"web"_s, 2);
        web.images = QStringList{u"web:1"_s};
        m_session->setWorkloads({web});
        m_recorder->setShown({u"c1"_s});
        QTRY_VERIFY_WITH_TIMEOUT(!watched().isEmpty(), slow);
        web.desired = 3;
        m_session->put(web);
        web.images = QStringList{u"web:2"_s};
        web.ready = 3;
        m_session->put(web);
        workload::Event event;
        event.id = u"8f1c-7-1"_s;
        event.at = m_clock->now();
        event.action = u"Killing"_s;
        event.workloadId = web.id;
        Q_EMIT m_session->events()->happened({event});
        tick(15);
        const history::RecordFilter filter{u"c1"_s, {}, {}, {}, 10};
        QTRY_COMPARE_WITH_TIMEOUT(ask<QVector<history::ScalingEvent>>([filter](history::Database& database) {
                                      return history::scalingEvents(database, filter);
                                  }).size(),
                                  1, slow);
        const auto deployed = [this, filter] {
            return ask<QVector<history::Deployment>>(
                [filter](history::Database& database) { return history::deployments(database, filter); });
        };
        tick(15);
        QTRY_VERIFY_WITH_TIMEOUT(
            deployed().size() == 1 && deployed()[0].outcome == history::Outcome::Succeeded, slow);
        QCOMPARE(deployed()[0].reason, u"web:2"_s);
        history::EventFilter of;
        of.connection = u"c1"_s;
        const auto kept = ask<QVector<history::StoredEvent>>(
            [of](history::Database& database) { return history::events(database, of); });
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept[0].workload, subject(u"web"_s));
    }

    void tenThousandWorkloadsWaitForNobody()
    {
        QVector<workload::Workload> all;
        for (int i = 0; i < 10'000; ++i)
            all << test::makeWorkload(u"web-%1"_s.arg(i), 2);
        m_session->setWorkloads(all);
        m_recorder->setShown({u"c1"_s});
        QTRY_COMPARE_WITH_TIMEOUT(watched().size(), 20'000, slow);
        tick(15);
        QTRY_COMPARE_WITH_TIMEOUT(
            ask<qint64>([](history::Database& database) -> Result<qint64> {
                return database.value(u"SELECT count(*) FROM metric_series"_s)->toLongLong();
            }),
            20'000, slow);
    }

private:
    void makeRecorder()
    {
        Recorder::Options options;
        options.lockFolder = m_folder->path();
        options.clock = m_clock.get();
        options.session = [this](const QString& id) { return id == u"c1"_s ? m_session.get() : nullptr; };
        m_recorder = std::make_unique<Recorder>(*m_history, *m_settings, options);
        m_start = m_clock->now().toSecsSinceEpoch();
    }

    QString lockFile(const QString& id) const
    {
        return m_folder->filePath(
            u"record-"_s +
            QString::fromLatin1(
                QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256).toHex().left(32)) +
            u".lock"_s);
    }

    QStringList runningIds() const
    {
        QStringList ids;
        for (const auto& one : m_session->workloads()->workloads())
            ids += one->instances.ids(true);
        return ids;
    }

    QSet<QString> watched() { return static_cast<test::FakeMetrics*>(m_session->metrics())->watched(); }

    /// On, and until the samplers' thread and the writer are through with it.
    void tick(int secondsOn)
    {
        m_clock->advance(seconds(secondsOn));
        const auto told = m_recorder->caughtUp();
        QTRY_VERIFY_WITH_TIMEOUT(told.isFinished(), slow);
        flush();
    }

    void flush()
    {
        auto done = m_history->flush();
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), slow);
    }

    template <class T>
    T ask(std::function<Result<T>(history::Database&)> question)
    {
        auto future = m_history->read<T>(std::move(question));
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, slow) || future.resultCount() == 0)
            return {};
        return future.result().value_or(T());
    }

    QVector<history::Curve> curves()
    {
        const history::CurveQuery query{u"c1"_s, {}, {}, m_start - 1000, m_start + 2 * 86400, 0};
        return ask<QVector<history::Curve>>(
            [query](history::Database& database) { return history::curves(database, query); });
    }

    static QString subject(const QString& name)
    {
        return history::subjectOf(u"c1"_s, test::makeWorkload(name)).key;
    }

    static QVector<history::Bucket> points(const QVector<history::Curve>& all, const QString& subject,
                                           history::Metric metric)
    {
        for (const history::Curve& one : all)
            if (one.subject == subject && one.metric == metric)
                return one.points;
        return {};
    }

    static bool has(const QVector<history::Curve>& all, const QString& subject, history::Metric metric)
    {
        return !points(all, subject, metric).isEmpty();
    }

    static qint64 value(const QVector<history::Curve>& all, const QString& subject, history::Metric metric)
    {
        const auto found = points(all, subject, metric);
        return found.isEmpty() ? -1 : found.last().sum;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<settings::Settings> m_settings;
    std::unique_ptr<test::FakeSession> m_session;
    std::unique_ptr<history::History> m_history;
    std::unique_ptr<Recorder> m_recorder;
    qint64 m_start = 0;
};

int main(int argc, char** argv)
{
    if (argc == 3 && QByteArray(argv[1]) == "hold")
        return holder(QString::fromLocal8Bit(argv[2]));
    QCoreApplication app(argc, argv);
    TestRecorder test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_recorder.moc"
