#include "app/kube/manifest/cron_schedule.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace kaptan;
using kube::CronSchedule;

class TestCronSchedule : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void next_data()
    {
        QTest::addColumn<QString>("schedule");
        QTest::addColumn<QString>("next"); ///< after Wednesday 2026-07-15 10:30
        QTest::newRow("each minute") << u"* * * * *"_s << u"2026-07-15T10:31:00Z"_s;
        QTest::newRow("daily") << u"0 3 * * *"_s << u"2026-07-16T03:00:00Z"_s;
        QTest::newRow("@daily") << u"@daily"_s << u"2026-07-16T00:00:00Z"_s;
        QTest::newRow("later today") << u"45 10 * * *"_s << u"2026-07-15T10:45:00Z"_s;
        QTest::newRow("not now") << u"30 10 * * *"_s << u"2026-07-16T10:30:00Z"_s;
        QTest::newRow("step") << u"*/20 * * * *"_s << u"2026-07-15T10:40:00Z"_s;
        QTest::newRow("from a number on") << u"35/10 * * * *"_s << u"2026-07-15T10:35:00Z"_s;
        QTest::newRow("range with step") << u"0 8-18/4 * * *"_s << u"2026-07-15T12:00:00Z"_s;
        QTest::newRow("list") << u"5,50 10,11 * * *"_s << u"2026-07-15T10:50:00Z"_s;
        QTest::newRow("Sunday") << u"0 0 * * 0"_s << u"2026-07-19T00:00:00Z"_s;
        QTest::newRow("names") << u"0 0 * JAN mon"_s << u"2027-01-04T00:00:00Z"_s;
        QTest::newRow("either day") << u"0 0 20 * fri"_s << u"2026-07-17T00:00:00Z"_s;
        QTest::newRow("both, one with a step") << u"0 0 */2 * *"_s << u"2026-07-17T00:00:00Z"_s;
        QTest::newRow("29 February") << u"0 0 29 2 ?"_s << u"2028-02-29T00:00:00Z"_s;
        QTest::newRow("30 February") << u"0 0 30 2 *"_s << QString();
        QTest::newRow("every") << u"@every 1h30m"_s << u"2026-07-15T12:00:00Z"_s;
    }

    void next()
    {
        QFETCH(QString, schedule);
        QFETCH(QString, next);
        const auto read = CronSchedule::parse(schedule);
        QVERIFY(read);
        const QDateTime from(QDate(2026, 7, 15), QTime(10, 30), Qt::UTC);
        QCOMPARE(read->next(from), QDateTime::fromString(next, Qt::ISODate));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("schedule");
        for (const auto* bad : {"",
                                "* * * *",
                                "* * * * * *",
                                "60 * * * *",
                                "* 24 * * *",
                                "* * 0 * *",
                                "* * 32 * *",
                                "* * * 13 *",
                                "* * * 0 *",
                                "* * * * 7",
                                "5-1 * * * *",
                                "*/0 * * * *",
                                "*/x * * * *",
                                "1-2-3 * * * *",
                                "a * * * *",
                                "-1 * * * *",
                                "1,,2 * * * *",
                                "@often",
                                "@every x",
                                "@every",
                                "TZ=UTC 0 3 * * *",
                                "*-5 * * * *",
                                "1/2/3 * * * *",
                                "99999999999 * * * *"})
            QTest::addRow("%s", bad) << QString::fromLatin1(bad);
    }

    void refused()
    {
        QFETCH(QString, schedule);
        const auto read = CronSchedule::parse(schedule);
        QVERIFY(!read);
        const auto* why = read.error().as<InvalidInput>();
        QVERIFY(why);
        QVERIFY(!why->why.isEmpty());
        QVERIFY(!why->fix.isEmpty());
    }

    void words_data()
    {
        QTest::addColumn<QString>("schedule");
        QTest::addColumn<QString>("words");
        QTest::newRow("daily") << u"0 3 * * *"_s << u"Every day at 03:00"_s;
        QTest::newRow("twice") << u"30 6,18 * * *"_s << u"Every day at 06:30 and 18:30"_s;
        QTest::newRow("weekly") << u"0 0 * * 0"_s << u"Every Sunday at 00:00"_s;
        QTest::newRow("monthly") << u"0 0 1 * *"_s << u"On day 1 of the month at 00:00"_s;
        QTest::newRow("yearly") << u"@yearly"_s << u"On day 1 of the month at 00:00, only in January"_s;
        QTest::newRow("each minute") << u"* * * * *"_s << u"Every minute"_s;
        QTest::newRow("hourly") << u"15 * * * *"_s << u"At minute 15, every hour"_s;
        QTest::newRow("work") << u"*/5 9-10 * * mon,fri"_s
                              << u"Every Monday and Friday every 5 minute(s), in hour 9 and 10"_s;
    }

    void words()
    {
        QFETCH(QString, schedule);
        QFETCH(QString, words);
        const auto read = CronSchedule::parse(schedule);
        QVERIFY(read);
        QCOMPARE(read->toWords(QLocale(QLocale::English)), words);
    }
};

QTEST_GUILESS_MAIN(TestCronSchedule)
#include "tst_cron_schedule.moc"
