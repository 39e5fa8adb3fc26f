#include "app/history/metric_store.h"
#include "app/history/opening.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace kaptan;
using namespace kaptan::history;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 start = 1'790'000'000;

} // namespace

class TestMetricStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const QString file = m_folder->filePath(u"history.db"_s);
        QVERIFY(prepareHistory(file, m_clock));
        m_database = std::move(*Database::open(file, Database::Access::Write));
        const auto connection = m_database->insert(
            u"INSERT INTO connections (key, name, kind, first_seen, last_seen) VALUES ('a', 'a', 'docker', 0, 0)"_s);
        QVERIFY(connection);
        m_connection = *connection;
        m_store = std::make_unique<MetricStore>(*m_database);
    }

    void cleanup()
    {
        m_store.reset();
        m_database.reset();
        m_folder.reset();
    }

    void whatIsAddedIsFoundBeforeAndAfterPacking()
    {
        const QVector<qint64> ids = fill(600, 500); // two and a half hours of 600 series
        QVector<QVector<Sample>> before;
        for (const qint64 id : ids)
            before.append(*m_store->samples(id, 0, start * 2));
        QCOMPARE(before.first().size(), 500);
        QVector<Bucket> spans = *m_store->buckets(ids.at(300), 0, start * 2);
        packAll(start + 500 * 15);
        QCOMPARE(count(u"metric_ticks"_s), 0);
        for (qsizetype i = 0; i < ids.size(); ++i)
            QCOMPARE(*m_store->samples(ids[i], 0, start * 2), before[i]);
        QCOMPARE(*m_store->buckets(ids.at(300), 0, start * 2), spans);
        QCOMPARE(spans, rollUp(before.at(300)));
        // A part of the time.
        const auto part = *m_store->samples(ids.at(7), start + 1000, start + 2000);
        QCOMPARE(part.first().at, start + 1005);
        QCOMPARE(part.last().at, start + 1995);
        QCOMPARE(part.size(), 67);
    }

    /// Many at once are read by their time, and few one by one: the same comes of it.
    void manyAtOnceAreWhatEachIs()
    {
        const QVector<qint64> ids = fill(300, 900);
        packAll(start + 500 * 15); // one part of it; the rest waits
        const QVector<QPair<qint64, qint64>> ranges{{0, start * 2},
                                                    {0, std::numeric_limits<qint64>::max()},
                                                    {start + 1000, start + 5000},   // within what is packed
                                                    {start + 4000, start + 12000},  // over the edge
                                                    {start + 9000, start + 10000}}; // what waits
        for (const auto& [from, to] : ranges) {
            for (const qsizetype wanted : {300, 100, 20}) {
                const QVector<qint64> some = ids.mid(300 - wanted);
                const auto found = *m_store->samplesOf(some, from, to);
                QCOMPARE(found.size(), wanted);
                for (qsizetype i = 0; i < wanted; ++i)
                    QCOMPARE(found[i], *m_store->samples(some[i], from, to));
                QVERIFY(!found.first().isEmpty());
            }
        }
    }

    void packingInTheMiddleChangesNothing()
    {
        const QVector<qint64> ids = fill(3, 700);
        const auto before = *m_store->samples(ids.at(1), 0, start * 2);
        for (const int minutes : {10, 61, 62, 100, 175}) {
            packAll(start + minutes * 60);
            QCOMPARE(*m_store->samples(ids.at(1), 0, start * 2), before);
            QCOMPARE(*m_store->buckets(ids.at(1), 0, start * 2), rollUp(before));
        }
    }

    void aClockThatWasSetBackCountsNoSecondTwice()
    {
        const auto series = *m_store->series(m_connection, u"deployment:shop/web"_s, u"cpu"_s);
        for (int i = 0; i < 200; ++i)
            QVERIFY(m_store->add(start + i * 15, {{series, i}}));
        packAll(start + 200 * 15);
        for (int i = 100; i < 250; ++i) // an hour later it is an hour earlier
            QVERIFY(m_store->add(start + i * 15 + (i % 2), {{series, 1'000'000 + i}}));
        const auto seen = *m_store->samples(series, 0, start * 2);
        packAll(start * 2);
        const auto packed = *m_store->samples(series, 0, start * 2);
        QCOMPARE(packed, seen);
        QCOMPARE(*m_store->buckets(series, 0, start * 2), rollUp(packed));
        for (qsizetype i = 1; i < packed.size(); ++i)
            QVERIFY(packed[i].at > packed[i - 1].at);
    }

    void aSeriesIsKnownAgain()
    {
        const auto first = *m_store->series(m_connection, u"node:a"_s, u"cpu"_s);
        QCOMPARE(*m_store->series(m_connection, u"node:a"_s, u"cpu"_s), first);
        MetricStore other(*m_database);
        QCOMPARE(*other.series(m_connection, u"node:a"_s, u"cpu"_s), first);
        QVERIFY(*other.series(m_connection, u"node:a"_s, u"memory"_s) != first);
        QVERIFY(!other.series(m_connection + 99, u"node:a"_s, u"cpu"_s)); // of no connection
    }

    void whatIsOldIsForgotten()
    {
        const QVector<qint64> ids = fill(5, 1000);
        packAll(start + 1000 * 15);
        const auto all = *m_store->samples(ids.at(0), 0, start * 2);
        const qint64 limit = start + 8000;
        int removed = 0;
        for (int now = 1; now > 0; removed += now) // in slices
            now = *m_store->forget(limit, 0, 2);
        QVERIFY(removed > 5);
        const auto left = *m_store->samples(ids.at(0), 0, start * 2);
        QVERIFY(left.size() < all.size() && !left.isEmpty());
        for (const Sample& sample : all) // nothing younger than the limit went
            QVERIFY(sample.at < limit || left.contains(sample));
        QCOMPARE(*m_store->buckets(ids.at(0), 0, start * 2), rollUp(all)); // the spans stay longer
        while (*m_store->forget(limit, start + 10 * 86400, 100) > 0) {
        }
        QVERIFY(m_store->buckets(ids.at(0), 0, start * 2)->isEmpty());
    }

    void aConnectionTakesItsSeriesAlong()
    {
        const QVector<qint64> ids = fill(3, 300);
        packAll(start + 200 * 15);
        QVERIFY(m_database->run(u"DELETE FROM connections"_s));
        QCOMPARE(count(u"metrics"_s), 0);
        QCOMPARE(count(u"metric_rollups"_s), 0);
        packAll(start * 2); // what was not packed belongs to nobody
        QCOMPARE(count(u"metric_ticks"_s), 0);
        QVERIFY(m_store->samples(ids.at(0), 0, start * 2)->isEmpty());
    }

    void aDamagedBlockIsAGap()
    {
        const QVector<qint64> ids = fill(1, 700);
        packAll(start + 700 * 15);
        QVERIFY(m_database->run(u"UPDATE metrics SET data = x'01ff' WHERE start_at = "
                                "(SELECT min(start_at) FROM metrics)"_s));
        const auto left = m_store->samples(ids.at(0), 0, start * 2);
        QVERIFY(left);
        QVERIFY(left->size() > 300 && left->size() < 700);
    }

private:
    /// So many series, measured so often every 15 seconds.
    QVector<qint64> fill(int series, int ticks)
    {
        QVector<qint64> ids;
        for (int i = 0; i < series; ++i)
            ids.append(*m_store->series(m_connection, u"deployment:shop/web-%1"_s.arg(i / 8),
                                        u"metric-%1"_s.arg(i % 8)));
        QRandomGenerator random(11);
        for (int tick = 0; tick < ticks; ++tick) {
            QVector<MetricStore::Value> values;
            for (int i = series - 1; i >= 0; --i)
                values.append({ids[i], qint64(random.bounded(1'000'000))});
            const auto done = m_store->add(start + tick * 15, values);
            if (!done)
                qFatal("%s", qPrintable(done.error().message()));
        }
        return ids;
    }

    void packAll(qint64 before)
    {
        for (;;) {
            const auto more = m_store->packSome(before);
            QVERIFY2(more, more ? "" : qPrintable(more.error().message()));
            if (!*more)
                return;
        }
    }

    int count(const QString& table) { return m_database->value(u"SELECT count(*) FROM "_s + table)->toInt(); }

    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<MetricStore> m_store;
    qint64 m_connection = 0;
};

QTEST_GUILESS_MAIN(TestMetricStore)
#include "tst_metric_store.moc"
