#include "app/cli/metrics_output.h"
#include "app/cli/near_names.h"
#include "app/cli/period.h"

#include <QTest>

using namespace kaptan;
using namespace kaptan::cli;
using namespace Qt::StringLiterals;

class TestPeriod : public QObject
{
    Q_OBJECT

    const QDateTime m_now{QDate(2026, 3, 10), QTime(12, 0), Qt::UTC};

    Result<Period> read(const QStringList& words) const
    {
        QCommandLineParser parser;
        describePeriod(parser, u"1h"_s);
        parser.parse(QStringList{u"kaptanctl"_s} + words);
        return periodOf(parser, m_now, u"1h"_s);
    }

private Q_SLOTS:

    void initTestCase()
    {
        qputenv("TZ", "Europe/Istanbul");
        tzset();
    }

    void spans()
    {
        QCOMPARE(secondsOf(u"90s"_s), 90);
        QCOMPARE(secondsOf(u"1h30m"_s), 5400);
        QCOMPARE(secondsOf(u"2w"_s), 14 * 86400);
        for (const QString& word : {u""_s, u"1"_s, u"h"_s, u"-1h"_s, u"1.5h"_s, u"1 h"_s, u"0m"_s, u"1y"_s,
                                    u"99999999999h"_s, u"999999999w999999999w"_s})
            QVERIFY2(!secondsOf(word), qPrintable(word));
    }

    void moments()
    {
        const auto utc = [](int day, int hour, int minute, int second = 0) {
            return QDateTime(QDate(2026, 3, day), QTime(hour, minute, second), Qt::UTC);
        };
        QCOMPARE(momentOf(u"2026-03-02"_s, false), utc(1, 21, 0));
        QCOMPARE(momentOf(u"2026-03-02"_s, true), utc(2, 20, 59, 59).addMSecs(999));
        QCOMPARE(momentOf(u"2026-03-02T10:30"_s, false), utc(2, 7, 30));
        QCOMPARE(momentOf(u"2026-03-02 10:30:05"_s, false), utc(2, 7, 30, 5));
        QCOMPARE(momentOf(u"2026-03-02T10:30Z"_s, true), utc(2, 10, 30));
        QCOMPARE(momentOf(u"2026-03-02T10:30:00-02:00"_s, false), utc(2, 12, 30));
        for (const QString& word : {u""_s, u"now"_s, u"2026-02-30"_s, u"2026-03-02T25:00"_s, u"1969-01-01"_s,
                                    u"2026-3-2"_s, u"2026-03-02T10:30+3"_s})
            QVERIFY2(!momentOf(word, false), qPrintable(word));
    }

    void periods()
    {
        QCOMPARE(*read({}), (Period{m_now.addSecs(-3600), m_now}));
        QCOMPARE(*read({u"--since"_s, u"2d"_s}), (Period{m_now.addDays(-2), m_now}));
        QCOMPARE(read({u"--from"_s, u"2026-03-10T11:00Z"_s})->to, m_now);
        // So far back from the end.
        QCOMPARE(read({u"--to"_s, u"2026-03-01T11:00Z"_s, u"--since"_s, u"1d"_s})->from,
                 QDateTime(QDate(2026, 2, 28), QTime(11, 0), Qt::UTC));
        QVERIFY(!read({u"--from"_s, u"2026-03-11T00:00Z"_s})); // after now
        QVERIFY(!read({u"--since"_s, u"1h"_s, u"--from"_s, u"2026-03-01"_s}));
        QCOMPARE(periodText(*read({})), u"2026-03-10 14:00:00 – 2026-03-10 15:00:00 (UTC+03:00)"_s);
    }

    void stepsJoinWhatLiesWithin()
    {
        history::Curve curve{u"x"_s, history::Metric::Cpu, 0, 45, {}};
        for (int i = 0; i < 10; ++i)
            curve.points.append({600 + i * 15, i, i, i, 1});
        const history::Curve joined = inSteps(curve, 60);
        QCOMPARE(joined.step, 60);
        QCOMPARE(joined.points,
                 (QVector<history::Bucket>{{600, 0, 3, 6, 4}, {660, 4, 7, 22, 4}, {720, 8, 9, 17, 2}}));
        QCOMPARE(figuresOf(joined), (MetricFigures{4.5, 0, 9, 8.5}));
        // Spans of ten minutes are not cut: whole ones only.
        curve.step = 600;
        QCOMPARE(inSteps(curve, 60).step, 600);
        QCOMPARE(inSteps(curve, 700).step, 1200);
    }

    void nearNamesComeFirst()
    {
        const QStringList names{u"shop/web"_s, u"shop/worker"_s, u"db"_s, u"node/worker-1"_s};
        QCOMPARE(nearNames(u"wbe"_s, names, 3), QStringList{u"shop/web"_s});
        QCOMPARE(nearNames(u"shop/wbe"_s, names, 3), QStringList{u"shop/web"_s});
        QCOMPARE(nearNames(u"WORKER"_s, names, 3), (QStringList{u"shop/worker"_s, u"node/worker-1"_s}));
        QCOMPARE(nearNames(u"zzz"_s, names, 3), QStringList{});
        QVERIFY(namesText(u"zzz"_s, names, 2).endsWith(u"…"_s));
        QCOMPARE(namesText(u"zzz"_s, {}, 2), QString());
        QCOMPARE(nearNames(QString(100'000, u'x'), names, 3), QStringList{}); // soon
    }
};

QTEST_GUILESS_MAIN(TestPeriod)
#include "tst_period.moc"
