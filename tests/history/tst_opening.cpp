#include "app/history/opening.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace kaptan;
using namespace kaptan::history;
using namespace Qt::StringLiterals;

namespace
{

QString wordsOf(const Result<Opening>& opening)
{
    return opening ? QString() : opening.error().message();
}

/// The program that is killed: writes pairs of rows, each pair in one transaction, and says each number once
/// it is committed.
int helper(const QString& file)
{
    const auto database = Database::open(file, Database::Access::Write);
    if (!database)
        return 1;
    const auto last = (*database)->value(u"SELECT coalesce(max(to_replicas), 0) FROM scaling_events"_s);
    for (int i = last->toInt() + 1;; ++i) {
        const auto done = (*database)->transaction([&]() -> Result<void> {
            for (int twice = 0; twice < 2; ++twice)
                if (auto one =
                        (*database)->run(u"INSERT INTO scaling_events (workload_id, at, from_replicas, "
                                         "to_replicas, reason) VALUES (1, ?, 0, ?, ?)"_s,
                                         {i, i, QString(500, u'x')});
                    !one)
                    return one;
            return {};
        });
        if (!done)
            return 2;
        std::printf("%d\n", i);
        std::fflush(stdout);
    }
}

} // namespace

class TestOpening : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"deep/er/history.db"_s);
    }

    void aNewFileIsMadeForThisUserAlone()
    {
        const auto opening = prepareHistory(m_file, m_clock);
        QVERIFY2(opening, qPrintable(wordsOf(opening)));
        QCOMPARE(opening->version, int(schemaSteps().size()));
        QVERIFY(opening->copy.isEmpty() && opening->setAside.isEmpty() && !opening->isReadOnly);
        QCOMPARE(QFileInfo(m_file).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        const auto again = prepareHistory(m_file, m_clock);
        QVERIFY(again && again->copy.isEmpty());
    }

    void foreignKeysAreEnforced()
    {
        QVERIFY(prepareHistory(m_file, m_clock));
        const auto database = Database::open(m_file, Database::Access::Write);
        QVERIFY(!(*database)->run(
            u"INSERT INTO scaling_events (workload_id, at, from_replicas, to_replicas) VALUES (7, 0, 1, 2)"_s));
        addWorkload(**database);
        QVERIFY((*database)->run(
            u"INSERT INTO scaling_events (workload_id, at, from_replicas, to_replicas) VALUES (1, 0, 1, 2)"_s));
        QVERIFY((*database)->run(u"DELETE FROM connections"_s));
        QCOMPARE((*database)->value(u"SELECT count(*) FROM scaling_events"_s)->toInt(), 0);
    }

    void fromEveryEarlierStep_data()
    {
        QTest::addColumn<int>("steps");
        for (int i = 1; i < schemaSteps().size(); ++i)
            QTest::addRow("%d", i) << i;
    }

    void fromEveryEarlierStep()
    {
        QFETCH(int, steps);
        older(steps);
        const auto opening = prepareHistory(m_file, m_clock);
        QVERIFY2(opening, qPrintable(wordsOf(opening)));
        QCOMPARE(opening->version, int(schemaSteps().size()));
        // The copy is the file as it was.
        const auto copy = Database::open(opening->copy, Database::Access::Read);
        QVERIFY(copy);
        QCOMPARE((*copy)->value(u"PRAGMA user_version"_s)->toInt(), steps);
        QCOMPARE((*copy)->value(u"SELECT count(*) FROM workloads"_s)->toInt(), 1);
        const auto database = Database::open(m_file, Database::Access::Read);
        QCOMPARE((*database)->value(u"SELECT name FROM workloads"_s)->toString(), u"web"_s);
        QCOMPARE((*database)->value(u"SELECT count(*) FROM metrics"_s)->toInt(), 0);
    }

    void aNewerFileIsOnlyRead()
    {
        QVERIFY(prepareHistory(m_file, m_clock));
        {
            const auto database = Database::open(m_file, Database::Access::Write);
            QVERIFY((*database)->script(u"PRAGMA user_version = 99"_s));
        }
        const auto opening = prepareHistory(m_file, m_clock);
        QVERIFY2(opening, qPrintable(wordsOf(opening)));
        QVERIFY(opening->isReadOnly);
        QCOMPARE(opening->version, 99);
    }

    void anothersDatabaseIsLeftAlone()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
        {
            const auto database = Database::open(m_file, Database::Access::Write);
            QVERIFY((*database)->script(u"CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1);"_s));
        }
        const auto opening = prepareHistory(m_file, m_clock);
        QVERIFY(!opening);
        QVERIFY2(wordsOf(opening).contains(u"another program"_s), qPrintable(wordsOf(opening)));
        const auto database = Database::open(m_file, Database::Access::Read);
        QCOMPARE((*database)->value(u"SELECT a FROM theirs"_s)->toInt(), 1);
    }

    void whatIsNoDatabaseIsSetAside()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("this is no database at all\n").repeated(500));
        file.close();
        const auto opening = prepareHistory(m_file, m_clock);
        QVERIFY2(opening, qPrintable(wordsOf(opening)));
        QVERIFY(opening->setAside.contains(u"damaged-20260101-000000"_s));
        QFile aside(opening->setAside);
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QVERIFY(aside.readAll().startsWith("this is no database"));
        QVERIFY(Database::open(m_file, Database::Access::Write));
    }

    void aDamagedFileGivesWhatCanBeRead()
    {
        QVERIFY(prepareHistory(m_file, m_clock));
        constexpr int rows = 20'000;
        {
            const auto database = Database::open(m_file, Database::Access::Write);
            addWorkload(**database);
            QVERIFY((*database)->transaction([&]() -> Result<void> {
                for (int i = 0; i < rows; ++i)
                    if (auto done =
                            (*database)->run(u"INSERT INTO scaling_events (workload_id, at, from_replicas, "
                                             "to_replicas, reason) VALUES (1, ?, 1, 2, 'because')"_s,
                                             {i});
                        !done)
                        return done;
                return {};
            }));
            QVERIFY((*database)->run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
        }
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(file.size() / 2); // somewhere among the rows
        file.write(QByteArray(3 * 4096, '\xa5'));
        file.close();
        const auto opening = prepareHistory(m_file, m_clock);
        QVERIFY2(opening, qPrintable(wordsOf(opening)));
        QVERIFY(!opening->setAside.isEmpty());
        QVERIFY(opening->salvaged > rows / 4);
        const auto database = Database::open(m_file, Database::Access::Read);
        QVERIFY((*database)->value(u"SELECT count(*) FROM scaling_events"_s)->toInt() > rows / 4);
        QCOMPARE((*database)->value(u"PRAGMA quick_check"_s)->toString(), u"ok"_s);
    }

    void aFolderThatCannotBeMade()
    {
        QFile inTheWay(m_folder->filePath(u"deep"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const auto opening = prepareHistory(m_file, m_clock);
        QVERIFY(!opening);
        QVERIFY(opening.error().as<StorageError>());
    }

    /// A full disk: SQLite is allowed so many pages, which it tells with the same code.
    void aFullDisk()
    {
        QVERIFY(prepareHistory(m_file, m_clock));
        const auto database = Database::open(m_file, Database::Access::Write);
        addWorkload(**database);
        const int pages = (*database)->value(u"PRAGMA page_count"_s)->toInt();
        QVERIFY((*database)->script(u"PRAGMA max_page_count = %1"_s.arg(pages + 10)));
        Result<void> done;
        int committed = 0;
        for (; done && committed < 10'000; committed += done.has_value())
            done =
                (*database)->run(u"INSERT INTO scaling_events (workload_id, at, from_replicas, to_replicas, "
                                 "reason) VALUES (1, 0, 1, 2, ?)"_s,
                                 {QString(2000, u'x')});
        QVERIFY(!done);
        QVERIFY2(done.error().message().contains(u"full"_s), qPrintable(done.error().message()));
        QVERIFY(!(*database)->sawDamage());
        QCOMPARE((*database)->value(u"SELECT count(*) FROM scaling_events"_s)->toInt(), committed);
        QVERIFY((*database)->script(u"PRAGMA max_page_count = %1"_s.arg(pages + 10'000))); // room again
        QVERIFY((*database)->run(
            u"INSERT INTO scaling_events (workload_id, at, from_replicas, to_replicas) VALUES (1, 0, 1, 2)"_s));
    }

    /// Killed a hundred times in the middle of writing: what was said to be committed is there, each pair is
    /// whole, and the file is sound.
    void killedAHundredTimes()
    {
        QVERIFY(prepareHistory(m_file, m_clock));
        {
            const auto database = Database::open(m_file, Database::Access::Write);
            addWorkload(**database);
        }
        for (int round = 0; round < 100; ++round) {
            QProcess program;
            program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            program.start(QCoreApplication::applicationFilePath(), {u"--write"_s, m_file});
            // At another place each time.
            int said = 0;
            for (const int wanted = round % 17 + 1; said < wanted;) {
                QVERIFY(program.canReadLine() || program.waitForReadyRead(30'000));
                while (program.canReadLine()) {
                    program.readLine();
                    ++said;
                }
            }
            ::kill(pid_t(program.processId()), SIGKILL);
            QVERIFY(program.waitForFinished());
            int last = 0;
            for (const QByteArray& line : program.readAll().split('\n'))
                last = std::max(last, line.toInt());
            const auto database = Database::open(m_file, Database::Access::Write);
            QVERIFY(database);
            const int kept = (*database)->value(u"SELECT max(to_replicas) FROM scaling_events"_s)->toInt();
            QVERIFY2(kept >= std::max(last, m_kept + said), qPrintable(u"%1 of %2"_s.arg(kept).arg(last)));
            QCOMPARE((*database)->value(u"SELECT count(*) FROM scaling_events"_s)->toInt(), 2 * kept);
            m_kept = kept;
        }
        const auto opening = prepareHistory(m_file, m_clock);
        QVERIFY2(opening, qPrintable(wordsOf(opening)));
        QVERIFY(opening->setAside.isEmpty());
    }

    void twoProcessesWriteAtOnce()
    {
        QVERIFY(prepareHistory(m_file, m_clock));
        const auto database = Database::open(m_file, Database::Access::Write);
        addWorkload(**database);
        QProcess other;
        other.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        other.start(QCoreApplication::applicationFilePath(), {u"--write"_s, m_file});
        QVERIFY(other.waitForReadyRead(30'000));
        for (int i = 0; i < 300; ++i)
            QVERIFY((*database)->run(
                u"INSERT INTO health_checks (workload_id, at, state) VALUES (1, ?, 'healthy')"_s, {i}));
        QCOMPARE(other.state(), QProcess::Running);
        other.kill();
        QVERIFY(other.waitForFinished());
        QCOMPARE((*database)->value(u"SELECT count(*) FROM health_checks"_s)->toInt(), 300);
        QVERIFY((*database)->value(u"SELECT count(*) FROM scaling_events"_s)->toInt() > 0);
    }

    /// What the queries of the panes ask for is found by an index, not by looking through the table.
    void queriesUseIndexes_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("deployments of a workload")
            << u"SELECT * FROM deployments WHERE workload_id = 1 AND started_at > 5 ORDER BY started_at"_s;
        QTest::newRow("deployments of a time")
            << u"SELECT * FROM deployments WHERE started_at BETWEEN 1 AND 2"_s;
        QTest::newRow("scalings") << u"SELECT * FROM scaling_events WHERE workload_id = 1 AND at > 5"_s;
        QTest::newRow("checks") << u"SELECT * FROM health_checks WHERE workload_id = 1 AND at > 5"_s;
        QTest::newRow("autoscaling") << u"SELECT * FROM autoscaling WHERE workload_id = 1 AND at > 5"_s;
        QTest::newRow("old checks") << u"SELECT id FROM health_checks WHERE at < 5 LIMIT 100"_s;
        QTest::newRow("events of a connection")
            << u"SELECT * FROM events WHERE connection_id = 1 AND last_at > 5"_s;
        QTest::newRow("events of a workload")
            << u"SELECT * FROM events WHERE workload_id = 1 AND last_at > 5"_s;
        QTest::newRow("an event again") << u"SELECT id FROM events WHERE connection_id = 1 AND uid = 'a'"_s;
        QTest::newRow("a series") << u"SELECT data FROM metrics WHERE series_id = 1 AND start_at <= 9"_s;
        QTest::newRow("all series of a time")
            << u"SELECT series_id, data FROM metrics WHERE end_at BETWEEN 5 AND 9 AND start_at <= 7 "
               "ORDER BY end_at"_s;
        QTest::newRow("old samples") << u"SELECT series_id FROM metrics WHERE end_at < 9 LIMIT 9"_s;
        QTest::newRow("old spans") << u"SELECT series_id FROM metric_rollups WHERE day_at < 9 LIMIT 9"_s;
    }

    void queriesUseIndexes()
    {
        QFETCH(QString, query);
        QVERIFY(prepareHistory(m_file, m_clock));
        const auto database = Database::open(m_file, Database::Access::Write);
        const auto plan = (*database)->rows(u"EXPLAIN QUERY PLAN "_s + query);
        QVERIFY(plan);
        int lines = 0;
        while ((*plan)->next()) {
            const QString line = (*plan)->value(3).toString();
            QVERIFY2(line.startsWith(u"SEARCH"_s), qPrintable(line));
            ++lines;
        }
        QVERIFY(lines > 0);
    }

private:
    static void addWorkload(Database& database)
    {
        QVERIFY(database.script(
            u"INSERT INTO connections (id, key, name, kind, first_seen, last_seen) "
            "VALUES (1, 'a', 'a', 'docker', 0, 0); "
            "INSERT INTO workloads (id, connection_id, key, kind, name, first_seen, last_seen) "
            "VALUES (1, 1, 'deployment:web', 'Deployment', 'web', 0, 0);"_s));
    }

    /// A file as an older Kaptan left it.
    void older(int steps)
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
        const auto database = Database::open(m_file, Database::Access::Write);
        QVERIFY(database);
        for (int i = 0; i < steps; ++i)
            QVERIFY((*database)->script(QString::fromUtf8(schemaSteps().at(i))));
        QVERIFY((*database)->script(
            u"PRAGMA application_id = 1263555656; PRAGMA user_version = %1"_s.arg(steps)));
        addWorkload(**database);
    }

    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    int m_kept = 0;
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == u"--write"_s)
        return helper(arguments.at(2));
    TestOpening test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_opening.moc"
