#pragma once

#include "app/chart/chart.h"

#include <QDate>
#include <QTime>

namespace kaptan::chart
{

/// An axis of values: from zero (or below, where values are), up to a round number.
struct ValueScale {
    double low = 0, high = 1;
    QVector<double> ticks; ///< rising; the first is `low`, the last `high`
};

/// At most `most` steps, of 1, 2 or 5 times a power of ten; of bytes, powers of two.
ValueScale valueScale(double low, double high, Unit unit, int most);

/// "250m", "1.5", "512 Mi", "3.4 Mi/s", "1,234", "98.5%", "99.95%"; "–" for what is no number.
QString valueText(double value, Unit unit, const QLocale& locale);

struct TimeTick {
    qint64 atMs = 0;
    QString text;
    bool isMajor = false; ///< a day, a month or a year begins
};

/// At most about `most` moments that a person would choose, by the clock and the calendar of the zone: whole
/// quarters of a minute up to years; midnight is written as its day.
QVector<TimeTick> timeTicks(qint64 fromMs, qint64 toMs, const QTimeZone& zone, const QLocale& locale,
                            int most);

// As the locale writes them, short: "24 Nov", "24 Nov 2026", "14:03", "2:03 PM".
QString dayText(const QDate& date, const QLocale& locale);
QString dateText(const QDate& date, const QLocale& locale);
QString timeText(const QTime& time, const QLocale& locale, bool withSeconds = false);

} // namespace kaptan::chart
