#include "app/history/metric_codec.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace kaptan::history;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 start = 1'790'000'000;

QVector<Sample> walk(quint32 seed, int count, qint64 step, qint64 noise)
{
    QRandomGenerator random(seed);
    QVector<Sample> samples;
    qint64 value = 1'000'000;
    for (int i = 0; i < count; ++i) {
        value += noise ? qint64(random.bounded(quint32(2 * noise + 1))) - noise : 0;
        samples.append({start + i * step, value});
    }
    return samples;
}

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void thereAndBack_data()
    {
        constexpr qint64 least = std::numeric_limits<qint64>::min(),
                         most = std::numeric_limits<qint64>::max();
        QTest::addColumn<QVector<Sample>>("samples");
        QTest::newRow("none") << QVector<Sample>{};
        QTest::newRow("one") << QVector<Sample>{{start, -7}};
        QTest::newRow("even") << walk(1, 240, 15, 0);
        QTest::newRow("noise") << walk(2, 240, 15, 500'000);
        QTest::newRow("extremes") << QVector<Sample>{{0, least}, {1, most}, {2, 0}, {3, least}, {4, -1}};
        QTest::newRow("before 1970") << QVector<Sample>{{-100, 1}, {-85, 2}};
        QVector<Sample> uneven = walk(3, 240, 15, 9);
        QRandomGenerator random(4);
        for (Sample& sample : uneven)
            sample.at += random.bounded(3);
        uneven.remove(50, 40); // a gap
        QTest::newRow("uneven with a gap") << uneven;
    }

    void thereAndBack()
    {
        QFETCH(QVector<Sample>, samples);
        const auto back = unpackSamples(packSamples(samples));
        QVERIFY(back);
        QCOMPARE(*back, samples);
    }

    void itIsSmall()
    {
        QVERIFY(packSamples(walk(1, 240, 15, 0)).size() < 260);      // still: a byte each
        QVERIFY(packSamples(walk(1, 240, 15, 50)).size() < 2 * 260); // smooth
        QVERIFY(packSamples(walk(1, 240, 15, 500'000)).size() < 4 * 250);
    }

    void aGapIsNoZero()
    {
        QVector<Sample> samples = walk(1, 240, 15, 10);
        samples.remove(100, 80);
        const auto back = unpackSamples(packSamples(samples));
        QVERIFY(back);
        QCOMPARE(back->size(), 160);
        QCOMPARE((*back)[100].at - (*back)[99].at, 81 * 15);
    }

    void damageIsSeen()
    {
        const QByteArray good = packSamples(walk(5, 100, 15, 1000));
        QVERIFY(!unpackSamples({}));
        QVERIFY(!unpackSamples("\x09"_ba + good.mid(1))); // another version
        for (qsizetype size = 0; size < good.size(); ++size)
            QVERIFY(!unpackSamples(good.left(size)));
        QVERIFY(!unpackSamples(good + 'x'));
        // A count that lies asks for no memory.
        QVERIFY(!unpackSamples(QByteArray("\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 11)));
        QRandomGenerator random(6);
        for (int i = 0; i < 20'000; ++i) { // whatever it says, it ends
            QByteArray bad = good;
            bad[random.bounded(int(bad.size()))] = char(random.bounded(256));
            (void)unpackSamples(bad);
            (void)unpackBuckets(bad);
            (void)unpackTick(bad);
        }
    }

    void rollUpIsExact()
    {
        const QVector<Sample> samples = walk(7, 1000, 15, 100'000);
        const QVector<Bucket> buckets = rollUp(samples);
        qint64 sum = 0, count = 0;
        for (const Bucket& bucket : buckets) {
            QCOMPARE(bucket.at % bucketSeconds, 0);
            qint64 its = 0, least = std::numeric_limits<qint64>::max(), most = -least;
            int number = 0;
            for (const Sample& sample : samples)
                if (sample.at >= bucket.at && sample.at < bucket.at + bucketSeconds) {
                    its += sample.value;
                    least = std::min(least, sample.value);
                    most = std::max(most, sample.value);
                    ++number;
                }
            QCOMPARE(bucket.sum, its);
            QCOMPARE(bucket.min, least);
            QCOMPARE(bucket.max, most);
            QCOMPARE(bucket.count, number);
            sum += its;
            count += number;
        }
        QCOMPARE(count, 1000);
        const auto back = unpackBuckets(packBuckets(buckets));
        QVERIFY(back);
        QCOMPARE(*back, buckets);
        // In two parts that share a span it is the same.
        QCOMPARE(joined(rollUp(samples.mid(0, 333)), rollUp(samples.mid(333))), buckets);
    }

    void ticks()
    {
        const QVector<TickValue> values{{0, 5}, {1, -5}, {200, 1'000'000'000'000}, {255, 0}};
        const auto back = unpackTick(packTick(values));
        QVERIFY(back);
        QCOMPARE(*back, values);
        QVERIFY(!unpackTick(packTick(values).chopped(1)));
    }
};

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
