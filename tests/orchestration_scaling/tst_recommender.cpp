#include "app/orchestration/scaling/recommender.h"

#include <QJsonDocument>
#include <QTest>

#include <cmath>
#include <limits>

using namespace kaptan;
using namespace kaptan::scaling;
using namespace Qt::StringLiterals;

// Figures and names of the Vertical Pod Autoscaler's own tests (vertical-pod-autoscaler/pkg/recommender).

namespace
{

constexpr qint64 start = 1'234'567'890;
constexpr qint64 hour = 3600, day = 86'400;
constexpr qint64 mebi = 1024 * 1024;
constexpr Buckets linear{10, 1, 1};

Histogram ofAnHour()
{
    return Histogram(linear, hour, 1e-15);
}

bool close(double a, double b, double share = 1e-9)
{
    return std::abs(a - b) <= share * std::abs(b);
}

} // namespace

class TestRecommender : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void linearHistogramOptions()
    {
        const Buckets buckets{5, 0.3, 1};
        QCOMPARE(buckets.count(), 18);
        QCOMPARE(buckets.startOf(0), 0.0);
        QCOMPARE(buckets.startOf(17), 5.1);
        QCOMPARE(buckets.of(-1), 0);
        QCOMPARE(buckets.of(0), 0);
        QCOMPARE(buckets.of(1.3), 4);
        QCOMPARE(buckets.of(100), 17);
    }

    void exponentialHistogramOptions()
    {
        const Buckets buckets{500, 40, 1.5};
        QCOMPARE(buckets.count(), 6);
        const QVector<double> starts{0, 40, 100, 190, 325, 527.5};
        for (int i = 0; i < starts.size(); ++i)
            QCOMPARE(buckets.startOf(i), starts.at(i));
        QCOMPARE(buckets.of(-1), 0);
        QCOMPARE(buckets.of(39.99), 0);
        QCOMPARE(buckets.of(40), 1);
        QCOMPARE(buckets.of(100), 2);
        QCOMPARE(buckets.of(900), 5);
        QCOMPARE(buckets.of(std::numeric_limits<double>::infinity()), 5);
        QCOMPARE(buckets.of(std::nan("")), 0);
    }

    void percentiles_data()
    {
        QTest::addColumn<int>("apart"); // seconds between the four samples 1, 2, 3, 4 of weights 1, 2, 3, 4
        QTest::addColumn<double>("share");
        QTest::addColumn<double>("value");
        const auto rows = [](const char* name, int apart, const QVector<std::pair<double, double>>& values) {
            for (const auto& [share, value] : values)
                QTest::addRow("%s %g", name, share) << apart << share << value;
        };
        rows("TestPercentiles", 0,
             {{0, 2},
              {0.1, 2},
              {0.2, 3},
              {0.3, 3},
              {0.4, 4},
              {0.5, 4},
              {0.6, 4},
              {0.7, 5},
              {0.8, 5},
              {0.9, 5},
              {1, 5}});
        rows("TestDecayingHistogramPercentiles", 3600,
             {{0, 2}, {0.02, 2}, {0.03, 3}, {0.1, 3}, {0.11, 4}, {0.34, 4}, {0.35, 5}, {1, 5}});
    }

    void percentiles()
    {
        QFETCH(int, apart);
        QFETCH(double, share);
        QFETCH(double, value);
        Histogram histogram = ofAnHour();
        for (int i = 1; i <= 4; ++i)
            histogram.add(i, i, start + qint64(i) * apart);
        QCOMPARE(histogram.percentile(share), value);
    }

    void emptyHistogram()
    {
        Histogram histogram({1, 0.1, 1}, hour, 1e-15);
        QVERIFY(histogram.isEmpty());
        for (const double share : {-0.5, 0.0, 0.5, 1.0, 1.5})
            QCOMPARE(histogram.percentile(share), 0.0);
        histogram.add(0.1, 2.5e-15, 0);
        QVERIFY(!histogram.isEmpty());
        histogram.subtract(0.1, 1e-15, 0);
        QVERIFY(!histogram.isEmpty());
        histogram.subtract(0.1, 1e-15, 0);
        QVERIFY(histogram.isEmpty());
    }

    void percentileOutOfBounds()
    {
        Histogram histogram({1, 0.1, 1}, hour, 1e-15);
        histogram.add(0.1, 0.1, 0);
        histogram.add(0.2, 0.2, 0);
        QVERIFY(close(histogram.percentile(-0.1), 0.2));
        QVERIFY(close(histogram.percentile(1.1), 0.3));
        histogram.add(0, 0.1, 0);
        histogram.add(1, 0.2, 0);
        QVERIFY(close(histogram.percentile(-0.1), 0.1));
        QVERIFY(close(histogram.percentile(1.1), 1));
    }

    void simpleDecay()
    {
        Histogram histogram = ofAnHour();
        histogram.add(2, 1000, start);
        histogram.add(1, 1, start + 20 * hour);
        QCOMPARE(histogram.percentile(0.999), 2.0);
        QCOMPARE(histogram.percentile(1), 3.0);
    }

    void longtermDecay()
    {
        Histogram histogram = ofAnHour();
        histogram.add(2, 1, start);
        histogram.add(1, 1, start + 101 * hour);
        QCOMPARE(histogram.percentile(1), 2.0);
    }

    void decayingHistogramMerge()
    {
        Histogram one = ofAnHour(), two = ofAnHour(), expected = ofAnHour();
        one.add(1, 1, start);
        one.add(2, 1, start + hour);
        two.add(2, 1, start + 2 * hour);
        two.add(3, 1, start + hour);
        expected.add(2, 1, start + 2 * hour);
        expected.add(2, 1, start + hour);
        expected.add(3, 1, start + hour);
        expected.add(1, 1, start);
        one.merge(two);
        QVERIFY(one.sameAs(expected));
        one.merge(Histogram({5, 1, 1}, hour, 1e-15)); // of other buckets
        QVERIFY(one.sameAs(expected));
    }

    void saveToCheckpoint_data()
    {
        QTest::addColumn<QVector<double>>("weights"); // of 1, 2, 3
        QTest::addColumn<QVector<int>>("saved");
        QTest::newRow("Empty") << QVector<double>{} << QVector<int>{0, 0, 0};
        QTest::newRow("one") << QVector<double>{1} << QVector<int>{10'000, 0, 0};
        QTest::newRow("DropsRelativelySmallValues")
            << QVector<double>{1, 100'000} << QVector<int>{0, 10'000, 0};
        QTest::newRow("ForMultipleValues") << QVector<double>{1, 10'000, 50} << QVector<int>{1, 10'000, 50};
    }

    void saveToCheckpoint()
    {
        QFETCH(QVector<double>, weights);
        QFETCH(QVector<int>, saved);
        Histogram histogram = ofAnHour();
        double sum = 0;
        for (int i = 0; i < weights.size(); ++i) {
            histogram.add(i + 1, weights.at(i), 0);
            sum += weights.at(i);
        }
        const QJsonObject checkpoint = histogram.checkpoint();
        QCOMPARE(checkpoint.value(u"totalWeight"_s).toDouble(), sum);
        const QJsonObject found = checkpoint.value(u"bucketWeights"_s).toObject();
        for (int i = 0; i < 3; ++i)
            QCOMPARE(found.value(QString::number(i + 1)).toInt(), saved.at(i));
    }

    void loadFromCheckpoint_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("good");
        QTest::newRow("good") << QByteArray(R"({"totalWeight":6,"bucketWeights":{"0":1,"1":2}})") << true;
        QTest::newRow("NegativeBucket")
            << QByteArray(R"({"totalWeight":1,"bucketWeights":{"-1":1}})") << false;
        QTest::newRow("InvalidBucket")
            << QByteArray(R"({"totalWeight":1,"bucketWeights":{"99":1}})") << false;
        QTest::newRow("NegativeTotalWeight")
            << QByteArray(R"({"totalWeight":-1,"bucketWeights":{}})") << false;
        QTest::newRow("nothing") << QByteArray("{}") << false;
        QTest::newRow("negative weight")
            << QByteArray(R"({"totalWeight":1,"bucketWeights":{"1":-1}})") << false;
        QTest::newRow("no number") << QByteArray(R"({"totalWeight":1,"bucketWeights":{"a":1}})") << false;
    }

    void loadFromCheckpoint()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, good);
        Histogram histogram = ofAnHour();
        QCOMPARE(histogram.restore(QJsonDocument::fromJson(json).object()).has_value(), good);
        QCOMPARE(histogram.isEmpty(), !good);
        if (good) {
            QCOMPARE(histogram.totalWeight(), 6.0);
            QCOMPARE(histogram.weightOf(0), 2.0);
            QCOMPARE(histogram.weightOf(1), 4.0);
        }
    }

    /// TestPercentileEstimator, by the buckets of a recommender: within their 5 %.
    void percentileEstimator()
    {
        Histogram cpu({1000, 0.01, 1.05}, day, 1e-4), memory({1e12, 1e7, 1.05}, day, 1e-4);
        for (const double amount : {1.0, 2.0, 3.0}) {
            cpu.add(amount, 1, 0);
            memory.add(amount * 1e9, 1, 0);
        }
        QVERIFY(close(cpu.percentile(0.2), 1, 0.05));
        QVERIFY(close(memory.percentile(0.5), 2e9, 0.05));
    }

    void confidenceMultiplier()
    {
        Recommender recommender;
        QCOMPARE(recommender.confidence(), 0.0);
        for (int i = 0; i < 9; ++i)
            recommender.addCpu(i * 120, 1000);
        QCOMPARE(recommender.confidence(), 0.00625);
        QVERIFY(close(withConfidence(3.14, 0.1, 2, 0.00625), 907.46));
        QVERIFY(close(withConfidence(3.14e9, 0.1, 2, 0.00625), 9.0746e11));
        QVERIFY(close(withConfidence(3.14, 0.1, 2, 0.5), 4.5216)); // ...WithCustomInterval
        QVERIFY(std::isinf(withConfidence(3.14, 0.1, 2, 0)));      // ...NoHistory
        QCOMPARE(withConfidence(3.14, 1, -1, 0), 0.0);
    }

    void minResources()
    {
        Recommender recommender;
        QVERIFY(!recommender.recommendation());
        recommender.addCpu(start, 1);
        recommender.addMemory(u"a"_s, start, 1'000'000);
        const Recommendation alone = *recommender.recommendation();
        QCOMPARE(alone.target, (Amounts{25, 250 * mebi}));
        QCOMPARE(alone.lower, alone.target); // nothing is sure yet: the least
        QVERIFY(alone.upper.cpuMillicores > 1'000'000'000);
        const Recommendation shared = *recommender.recommendation({}, 2); // ...SplitAcrossContainers
        QCOMPARE(shared.target, (Amounts{12, 125 * mebi}));
    }

    /// Ten days at one core with peaks of two: a tenth of the time decides, with 15 % to spare.
    void targetAndBounds()
    {
        Recommender recommender;
        for (int minute = 0; minute < 10 * 1440; ++minute) {
            recommender.addCpu(start + minute * 60, minute % 5 == 0 ? 2000 : 1000, 500);
            recommender.addMemory(u"a"_s, start + minute * 60,
                                  minute % 100 == 50 ? 2'000'000'000 : 1'000'000'000);
        }
        const Recommendation found = *recommender.recommendation();
        QVERIFY(close(recommender.confidence(), 10, 0.001));
        QVERIFY(close(double(found.target.cpuMillicores), 2000 * 1.15, 0.06));
        QVERIFY(close(double(found.target.memoryBytes), 2e9 * 1.15, 0.06));
        QVERIFY(close(double(found.lower.cpuMillicores), 1000 * 1.15, 0.06));
        QVERIFY(close(double(found.upper.cpuMillicores), double(found.target.cpuMillicores) * 1.1, 0.001));
        QCOMPARE(found.uncapped, found.target);
        const Recommendation capped = *recommender.recommendation({{1500, 0}, {1800, 512 * mebi}});
        QCOMPARE(capped.target, (Amounts{1800, 512 * mebi}));
        QCOMPARE(capped.lower.cpuMillicores, 1500);
        QCOMPARE(capped.uncapped, found.target);

        const auto again = Recommender::restored(recommender.checkpoint());
        QVERIFY(again);
        QCOMPARE(again->samples(), recommender.samples());
        QCOMPARE(again->recommendation()->target, found.target);
        QCOMPARE(again->recommendation()->upper, found.upper);
        Recommender merged = *again;
        merged.merge(recommender);
        QCOMPARE(merged.samples(), 2 * recommender.samples());
        QCOMPARE(merged.recommendation()->target, found.target);
    }

    /// One peak a day and instance; a kill raises it, what came too late does not.
    void memoryPeaks()
    {
        Recommender recommender;
        recommender.addMemory(u"a"_s, start, 3'000'000'000);
        for (int i = 1; i < 1000; ++i)
            recommender.addMemory(u"a"_s, start + i * 60, 1'000'000'000);
        QVERIFY(
            close(double(recommender.recommendation()->lower.memoryBytes), 250.0 * mebi)); // not sure at all
        QVERIFY(close(double(recommender.recommendation()->target.memoryBytes), 3e9 * 1.15, 0.06));
        recommender.addMemory(u"a"_s, start, 9'000'000'000);
        QVERIFY(close(double(recommender.recommendation()->target.memoryBytes), 3e9 * 1.15, 0.06));
        recommender.addOutOfMemory(u"a"_s, start + 60'000, 4'000'000'000);
        QVERIFY(close(double(recommender.recommendation()->target.memoryBytes), 4.8e9 * 1.15, 0.06));
        Recommender small;
        small.addOutOfMemory(u"a"_s, start, 200 * mebi);
        QVERIFY(close(double(small.recommendation()->target.memoryBytes), 300.0 * mebi * 1.15, 0.06));
    }

    void numbersThatAreNone()
    {
        Recommender recommender;
        recommender.addCpu(start, std::nan(""));
        recommender.addCpu(start, -1);
        recommender.addMemory(u"a"_s, start, -1);
        QVERIFY(!recommender.recommendation());
        for (const char* bytes : {"", "[]", "{}", R"({"version":2})", R"({"version":1})",
                                  R"({"version":1,"totalSamplesCount":-3})", "\xff\x00"})
            QVERIFY2(!Recommender::restored(bytes), bytes);
    }
};

QTEST_GUILESS_MAIN(TestRecommender)
#include "tst_recommender.moc"
