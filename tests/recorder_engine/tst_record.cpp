#include "app/history/queries.h"
#include "app/recorder/recorder.h"
#include "app/session/engine_session.h"
#include "app/settings/history_keys.h"
#include "tests/docker_adapter/engine/engine_case.h"

#include <QTemporaryDir>

using namespace kaptan;
using namespace Qt::StringLiterals;
using kaptan::test::slow;

/// A genuine engine is recorded: what is kept is what the engine itself counted in that time, and a time in
/// which nobody recorded is a gap.
class TestRecord : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::newRow("docker") << u"KAPTAN_TEST_DOCKER"_s;
    }

    void whatIsKeptIsWhatTheEngineCounted()
    {
        QFETCH_GLOBAL(QString, variable);
        test::EngineCase engine;
        if (!engine.begin(variable))
            QSKIP(qPrintable(engine.why));
        // Works at a limit, writes to its disk, and is asked for a megabyte again and again.
        const QString server =
            run(engine, u"adapter-recorded-server"_s,
                u"httpd -p 8080 -h /tmp; dd if=/dev/zero of=/tmp/one bs=1M count=1; while :; do "
                "dd if=/dev/zero of=/two bs=1M count=2 conv=fsync; sleep 1; done"_s,
                0);
        const QString busy =
            run(engine, u"adapter-recorded-busy"_s,
                u"a=$(head -c 20000000 /dev/zero | tr '\\0' x); while :; do :; done"_s, 250'000'000);
        QVERIFY(!server.isEmpty() && !busy.isEmpty());
        const auto details = test::EngineCase::wait(engine.api().inspectContainer(server));
        QVERIFY(details && *details);
        const QString address =
            (*details)->networks.isEmpty() ? QString() : (*details)->networks.first().ipAddress;
        QVERIFY(!address.isEmpty());
        const QString client = run(
            engine, u"adapter-recorded-client"_s,
            u"while :; do wget -q -O /dev/null http://%1:8080/one; usleep 300000; done"_s.arg(address), 0);
        QVERIFY(!client.isEmpty());

        const QTemporaryDir folder;
        settings::Settings settings(folder.path());
        QVERIFY(settings.set(settings::key::historyInterval, 5));
        session::ConnectionSpec spec;
        spec.id = u"c1"_s;
        spec.name = u"the engine"_s;
        spec.address = u"unix://"_s + qEnvironmentVariable(variable.toLatin1().constData());
        session::EngineSession session(spec, settings, Clock::system());
        session.open();
        const qint64 start = QDateTime::currentSecsSinceEpoch();
        {
            history::History history(
                {folder.filePath(u"history.db"_s), nullptr, {}, std::chrono::milliseconds(100)});
            recorder::Recorder recorder(history, settings, options(folder, session));
            recorder.setShown({u"c1"_s});
            QTRY_VERIFY_WITH_TIMEOUT(
                count(history, u"adapter-recorded-client"_s, history::Metric::NetworkRx) >= 2, slow);
            const auto before = samples(engine, {server, busy, client});
            const int have = count(history, u"adapter-recorded-busy"_s, history::Metric::Cpu);
            QTRY_VERIFY_WITH_TIMEOUT(
                count(history, u"adapter-recorded-busy"_s, history::Metric::Cpu) >= have + 8, slow);
            const auto after = samples(engine, {server, busy, client});
            QCOMPARE(before.size(), 3);
            QCOMPARE(after.size(), 3);

            const double seconds = double(after[1].readNs - before[1].readNs) / 1e9;
            const auto rate = [seconds](qint64 from, qint64 to) { return double(to - from) / seconds; };
            const auto kept = [&](const QString& name, history::Metric metric) {
                return mean(history, name, metric, before[1].readNs / 1'000'000'000,
                            after[1].readNs / 1'000'000'000);
            };
            near("cpu", kept(u"adapter-recorded-busy"_s, history::Metric::Cpu),
                 rate(before[1].cpuTotalNs, after[1].cpuTotalNs) / 1000); // nanoseconds a second: microcores
            near("memory", kept(u"adapter-recorded-busy"_s, history::Metric::Memory),
                 double(before[1].memoryUsage + after[1].memoryUsage) / 2);
            near("network", kept(u"adapter-recorded-client"_s, history::Metric::NetworkRx),
                 rate(before[2].networkRx, after[2].networkRx));
            if (before[0].blockWrite >= 0 && after[0].blockWrite > before[0].blockWrite)
                near("disk", kept(u"adapter-recorded-server"_s, history::Metric::DiskWrite),
                     rate(before[0].blockWrite, after[0].blockWrite));
            else
                qInfo("this engine counts no disk");
        }
        const qint64 stopped = QDateTime::currentSecsSinceEpoch();
        // Nobody records for a while: as long as three samples.
        QTRY_VERIFY_WITH_TIMEOUT(QDateTime::currentSecsSinceEpoch() >= stopped + 16, slow);
        {
            history::History history(
                {folder.filePath(u"history.db"_s), nullptr, {}, std::chrono::milliseconds(100)});
            recorder::Recorder recorder(history, settings, options(folder, session));
            const int have = count(history, u"adapter-recorded-busy"_s, history::Metric::Replicas);
            QVERIFY(have >= 8); // what was kept is there again
            recorder.setShown({u"c1"_s});
            QTRY_VERIFY_WITH_TIMEOUT(
                count(history, u"adapter-recorded-busy"_s, history::Metric::Replicas) >= have + 2, slow);
            const auto points = curve(history, u"adapter-recorded-busy"_s, history::Metric::Replicas,
                                      start - 60, QDateTime::currentSecsSinceEpoch());
            qint64 longest = 0;
            for (qsizetype i = 1; i < points.size(); ++i) {
                longest = std::max(longest, points[i].at - points[i - 1].at);
                QCOMPARE(points[i].sum, 1); // never a zero
            }
            QVERIFY2(longest >= 15, qPrintable(QString::number(longest)));
        }
        for (const QString& id : {server, busy, client})
            test::EngineCase::wait(engine.api().removeContainer(id, true, true));
    }

private:
    static recorder::Recorder::Options options(const QTemporaryDir& folder, session::Session& session)
    {
        recorder::Recorder::Options made;
        made.lockFolder = folder.path();
        made.session = [&session](const QString&) { return &session; };
        return made;
    }

    static QString run(const test::EngineCase& engine, const QString& name, const QString& words,
                       qint64 nanoCpus)
    {
        docker::CreateRequest request;
        request.name = name;
        request.config.image = u"test/busybox:1"_s;
        request.config.command = {u"sh"_s, u"-c"_s, words};
        request.host.nanoCpus = nanoCpus;
        const auto made = test::EngineCase::wait(engine.api().createContainer(request));
        if (!made || !*made)
            return {};
        const auto started = test::EngineCase::wait(engine.api().startContainer((*made)->id));
        return started && *started ? (*made)->id : QString();
    }

    static QVector<docker::StatsSample> samples(const test::EngineCase& engine, const QStringList& ids)
    {
        QVector<docker::StatsSample> all;
        for (const QString& id : ids)
            if (const auto one = test::EngineCase::wait(engine.api().stats(id)); one && *one)
                all.append(**one);
        return all;
    }

    static QVector<history::Bucket> curve(history::History& history, const QString& name,
                                          history::Metric metric, qint64 from, qint64 to)
    {
        const history::CurveQuery query{u"c1"_s, {u"container:/"_s + name}, {metric}, from, to, 0};
        auto future = history.read<QVector<history::Curve>>(
            [query](history::Database& database) { return history::curves(database, query); });
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, slow) || !future.result() ||
            future.result()->isEmpty())
            return {};
        return future.result()->first().points;
    }

    static int count(history::History& history, const QString& name, history::Metric metric)
    {
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        return int(curve(history, name, metric, now - 3600, now + 60).size());
    }

    static double mean(history::History& history, const QString& name, history::Metric metric, qint64 from,
                       qint64 to)
    {
        const auto points = curve(history, name, metric, from, to);
        double sum = 0;
        for (const history::Bucket& point : points)
            sum += double(point.sum);
        return points.isEmpty() ? -1 : sum / double(points.size());
    }

    /// Within ten percent.
    static void near(const char* what, double kept, double counted)
    {
        qInfo("%s: kept %.0f, counted %.0f, %.3f", what, kept, counted, kept / counted);
        QVERIFY2(std::abs(kept - counted) <= 0.1 * counted,
                 qPrintable(u"%1: %2 kept, %3 counted"_s.arg(QLatin1String(what)).arg(kept).arg(counted)));
    }
};

QTEST_GUILESS_MAIN(TestRecord)
#include "tst_record.moc"
