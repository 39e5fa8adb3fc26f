#include "app/chart/scale.h"

#include <QTest>

using namespace kaptan::chart;
using namespace Qt::StringLiterals;

namespace
{

const QLocale british(QLocale::English, QLocale::UnitedKingdom);

QDateTime local(const QByteArray& zone, const QString& text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    time.setTimeZone(QTimeZone(zone));
    return time;
}

QStringList ticks(const QByteArray& zone, const QString& from, const QString& to, int most,
                  const QLocale& locale = british)
{
    QStringList texts;
    for (const TimeTick& tick : timeTicks(local(zone, from).toMSecsSinceEpoch(),
                                          local(zone, to).toMSecsSinceEpoch(), QTimeZone(zone), locale, most))
        texts << tick.text;
    return texts;
}

} // namespace

class TestScale : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void valuesAreRound_data()
    {
        QTest::addColumn<double>("high");
        QTest::addColumn<int>("unit");
        QTest::addColumn<QString>("texts");
        const auto row = [](const char* name, double high, Unit unit, const QString& texts) {
            QTest::newRow(name) << high << int(unit) << texts;
        };
        row("millicores", 0.43, Unit::Cores, u"0 100m 200m 300m 400m 500m"_s);
        row("cores", 9.2, Unit::Cores, u"0 2 4 6 8 10"_s);
        row("small", 0.002, Unit::Cores, u"0 1m 2m"_s);
        row("no cores", 0, Unit::Cores, u"0 20m 40m 60m 80m 100m"_s);
        row("count", 7, Unit::Count, u"0 2 4 6 8"_s);
        row("one", 1, Unit::Count, u"0 1"_s);
        row("no count", 0, Unit::Count, u"0 1"_s);
        row("many", 12'345, Unit::Count, u"0 5,000 10,000 15,000"_s);
        row("percent", 100, Unit::Percent, u"0% 20% 40% 60% 80% 100%"_s);
        row("bytes", 3000, Unit::Bytes, u"0_B 1_Ki 2_Ki 3_Ki"_s);
        row("memory", 600.0 * 1024 * 1024, Unit::Bytes, u"0_B 128_Mi 256_Mi 384_Mi 512_Mi 640_Mi"_s);
        row("rate", 1.8 * 1024 * 1024 * 1024, Unit::BytesPerSecond,
            u"0_B/s 512_Mi/s 1_Gi/s 1.5_Gi/s 2_Gi/s"_s);
    }

    void valuesAreRound()
    {
        QFETCH(double, high);
        QFETCH(int, unit);
        QFETCH(QString, texts);
        const ValueScale scale = valueScale(0, high, Unit(unit), 5);
        QStringList found;
        for (const double tick : scale.ticks)
            found << valueText(tick, Unit(unit), british).replace(u' ', u'_');
        QCOMPARE(found.join(u' '), texts);
        QVERIFY(scale.high >= high);
    }

    void anyNumbersMakeAScale()
    {
        const double infinite = std::numeric_limits<double>::infinity();
        for (const Unit unit : {Unit::Cores, Unit::Bytes, Unit::BytesPerSecond, Unit::Count, Unit::Percent})
            for (const double high : {0.0, 1e-12, 0.37, 99.9, 1e9, 8e18, 1e300, infinite, std::nan(""), -5.0})
                for (const double low : {0.0, -3.0, -1e300})
                    for (const int most : {-1, 1, 3, 6, 1000}) {
                        const ValueScale scale = valueScale(low, high, unit, most);
                        QVERIFY(scale.high > scale.low);
                        QVERIFY(scale.ticks.size() >= 2 && scale.ticks.size() <= 60);
                        QVERIFY(std::is_sorted(scale.ticks.cbegin(), scale.ticks.cend()));
                        for (const double tick : scale.ticks)
                            QVERIFY(!valueText(tick, unit, british).isEmpty());
                    }
        QCOMPARE(valueScale(-3, 4, Unit::Count, 5).ticks, (QVector<double>{-4, -2, 0, 2, 4}));
    }

    void theLocaleWrites()
    {
        const QLocale turkish(u"tr_TR"_s);
        QCOMPARE(valueText(1.5, Unit::Cores, turkish), u"1,5"_s);
        QCOMPARE(valueText(98.54, Unit::Percent, turkish), u"%98,5"_s);
        QCOMPARE(valueText(98.54, Unit::Percent, british), u"98.5%"_s);
        QCOMPARE(valueText(99.999, Unit::Percent, british), u"99.99%"_s);
        QCOMPARE(valueText(100, Unit::Percent, british), u"100%"_s);
        QCOMPARE(valueText(1536, Unit::Bytes, turkish), u"1,5 Ki"_s);
        QCOMPARE(valueText(std::nan(""), Unit::Count, turkish), u"–"_s);
        QCOMPARE(timeText(QTime(14, 3), QLocale(QLocale::English, QLocale::UnitedStates)).left(4), u"2:03"_s);
        QCOMPARE(dayText(QDate(2026, 11, 24), QLocale(QLocale::English, QLocale::UnitedStates)), u"Nov 24"_s);
        QCOMPARE(dateText(QDate(2026, 8, 4), turkish), u"4 Ağu 2026"_s);
    }

    void momentsAreSensible()
    {
        const QByteArray zone = "Europe/Istanbul";
        QCOMPARE(ticks(zone, u"2026-11-24T13:58:20"_s, u"2026-11-24T13:59:20"_s, 5),
                 (QStringList{u"13:58:30"_s, u"13:58:45"_s, u"13:59:00"_s, u"13:59:15"_s}));
        QCOMPARE(ticks(zone, u"2026-11-24T13:10:00"_s, u"2026-11-24T14:20:00"_s, 5),
                 (QStringList{u"13:15"_s, u"13:30"_s, u"13:45"_s, u"14:00"_s, u"14:15"_s}));
        QCOMPARE(ticks(zone, u"2026-11-24T16:00:00"_s, u"2026-11-25T16:00:00"_s, 5),
                 (QStringList{u"18:00"_s, u"25 Nov"_s, u"06:00"_s, u"12:00"_s}));
        QCOMPARE(ticks(zone, u"2026-11-23T00:00:00"_s, u"2026-11-30T00:00:00"_s, 8),
                 (QStringList{u"23 Nov"_s, u"24 Nov"_s, u"25 Nov"_s, u"26 Nov"_s, u"27 Nov"_s, u"28 Nov"_s,
                              u"29 Nov"_s, u"30 Nov"_s}));
        // Weeks begin on Mondays.
        QCOMPARE(ticks(zone, u"2026-11-01T00:00:00"_s, u"2026-11-30T12:00:00"_s, 5),
                 (QStringList{u"2 Nov"_s, u"9 Nov"_s, u"16 Nov"_s, u"23 Nov"_s, u"30 Nov"_s}));
        QCOMPARE(ticks(zone, u"2026-10-15T00:00:00"_s, u"2027-03-15T00:00:00"_s, 6, QLocale(u"tr_TR"_s)),
                 (QStringList{u"Kas"_s, u"Ara"_s, u"2027"_s, u"Şub"_s, u"Mar"_s}));
        QCOMPARE(ticks(zone, u"2019-05-01T00:00:00"_s, u"2026-05-01T00:00:00"_s, 4),
                 (QStringList{u"2020"_s, u"2022"_s, u"2024"_s, u"2026"_s}));
    }

    /// By the clock on the wall on days of 23 and 25 hours, too.
    void summerTimeComesAndGoes()
    {
        QCOMPARE(ticks("Europe/Berlin", u"2026-03-29T00:00:00"_s, u"2026-03-30T00:00:00"_s, 5),
                 (QStringList{u"29 Mar"_s, u"06:00"_s, u"12:00"_s, u"18:00"_s, u"30 Mar"_s}));
        QCOMPARE(ticks("Europe/Berlin", u"2026-10-25T00:00:00"_s, u"2026-10-26T00:00:00"_s, 5),
                 (QStringList{u"25 Oct"_s, u"06:00"_s, u"12:00"_s, u"18:00"_s, u"26 Oct"_s}));
        // The hour that comes twice has its ticks twice: no hole in the middle of the chart.
        QCOMPARE(ticks("Europe/Berlin", u"2026-10-25T01:00:00"_s, u"2026-10-25T04:00:00"_s, 8),
                 (QStringList{u"01:00"_s, u"01:30"_s, u"02:00"_s, u"02:30"_s, u"02:00"_s, u"02:30"_s,
                              u"03:00"_s, u"03:30"_s, u"04:00"_s}));
        // A day that begins at one o'clock.
        QCOMPARE(ticks("Africa/Cairo", u"2026-04-23T12:00:00"_s, u"2026-04-25T12:00:00"_s, 3).size(), 2);
    }

    void anyTimesEnd()
    {
        const qint64 now = 1'790'000'000'000;
        const QTimeZone utc = QTimeZone::utc();
        QVERIFY(timeTicks(now, now, utc, british, 5).isEmpty());
        QVERIFY(timeTicks(now, now - 1, utc, british, 5).isEmpty());
        QVERIFY(
            timeTicks(std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(), utc, british, 5)
                .isEmpty());
        for (qint64 span = 1; span < 100'000'000'000'000; span *= 3) {
            const auto found = timeTicks(now, now + span, QTimeZone("Asia/Kathmandu"), british, 6);
            QVERIFY2(found.size() <= 14, qPrintable(QString::number(span)));
            for (qsizetype i = 0; i < found.size(); ++i) {
                QVERIFY(found[i].atMs >= now && found[i].atMs <= now + span);
                QVERIFY(i == 0 || found[i].atMs > found[i - 1].atMs);
            }
        }
        QVERIFY(!timeTicks(now, now + 86'400'000, QTimeZone(), british, 5).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestScale)
#include "tst_scale.moc"
