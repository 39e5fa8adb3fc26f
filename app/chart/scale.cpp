#include "app/chart/scale.h"

#include "app/core/quantity.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kaptan::chart
{

namespace
{

/// Larger ones are no measurements; whole bytes end here.
constexpr double largest = 9e18;

bool isBytes(Unit unit)
{
    return unit == Unit::Bytes || unit == Unit::BytesPerSecond;
}

/// No finer step makes sense: its texts would repeat.
double smallestStep(Unit unit)
{
    switch (unit) {
    case Unit::Cores:
        return 0.001;
    case Unit::Percent:
        return 0.1;
    case Unit::Bytes:
    case Unit::BytesPerSecond:
    case Unit::Count:
        break;
    }
    return 1;
}

double niceStep(double raw, Unit unit)
{
    const double least = smallestStep(unit);
    if (raw <= least)
        return least;
    if (isBytes(unit))
        return std::exp2(std::ceil(std::log2(raw) - 1e-9));
    const double power = std::pow(10.0, std::floor(std::log10(raw) + 1e-9));
    for (const double factor : {1.0, 2.0, 5.0})
        if (raw <= factor * power * (1 + 1e-9))
            return factor * power;
    return 10 * power;
}

QString number(double value, const QLocale& locale)
{
    const double rounded = std::round(value * 10) / 10;
    const bool whole = rounded == std::floor(rounded) || std::abs(rounded) >= 1000;
    return locale.toString(whole ? std::round(rounded) : rounded, 'f', whole ? 0 : 1);
}

bool isMonthFirst(const QLocale& locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    const qsizetype month = format.indexOf(u'M'), day = format.indexOf(u'd');
    return month >= 0 && month < day;
}

/// A step along the calendar.
struct Step {
    enum class Of { Second, Hour, Day, Month, Year };
    Of of = Of::Second;
    int count = 1;
    qint64 seconds = 1; ///< about

    static QVector<Step> all()
    {
        QVector<Step> steps;
        for (const int count : {5, 15, 30, 60, 120, 300, 600, 900, 1800})
            steps.append({Of::Second, count, count});
        for (const int count : {1, 2, 3, 6, 12})
            steps.append({Of::Hour, count, count * qint64(3600)});
        for (const int count : {1, 2, 7, 14})
            steps.append({Of::Day, count, count * qint64(86400)});
        for (const int count : {1, 2, 3, 6})
            steps.append({Of::Month, count, count * qint64(2629746)});
        for (const int count : {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000})
            steps.append({Of::Year, count, count * qint64(31556952)});
        return steps;
    }
};

bool isTickDay(const QDate& day, const Step& step)
{
    // Julian day 0 was a Monday, and so weeks begin on Mondays.
    return day.toJulianDay() % step.count == 0;
}

class Ticks
{
public:
    Ticks(qint64 from, qint64 to, QTimeZone zone, const QLocale& locale)
        : m_from(from), m_to(to), m_zone(std::move(zone)), m_locale(locale),
          m_first(QDateTime::fromMSecsSinceEpoch(from, m_zone).date()),
          m_last(QDateTime::fromMSecsSinceEpoch(to, m_zone).date())
    {
    }

    QVector<TimeTick> of(const Step& step)
    {
        switch (step.of) {
        case Step::Of::Second:
        case Step::Of::Hour:
            withinDays(step);
            break;
        case Step::Of::Day:
            for (QDate day = m_first; day <= m_last; day = day.addDays(1))
                if (isTickDay(day, step))
                    add(start(day), dayText(day, m_locale), day.day() == 1);
            break;
        case Step::Of::Month:
            for (QDate day(m_first.year(), 1, 1); day <= m_last; day = day.addMonths(step.count))
                add(start(day), m_locale.toString(day, day.month() == 1 ? u"yyyy"_s : u"MMM"_s),
                    day.month() == 1);
            break;
        case Step::Of::Year:
            for (QDate day(m_first.year() - m_first.year() % step.count, 1, 1); day <= m_last;
                 day = day.addYears(step.count))
                add(start(day), m_locale.toString(day, u"yyyy"_s), true);
            break;
        }
        return m_ticks;
    }

private:
    qint64 start(const QDate& day) const { return day.startOfDay(m_zone).toMSecsSinceEpoch(); }

    void withinDays(const Step& step)
    {
        for (QDate day = m_first; day <= m_last; day = day.addDays(1)) {
            const qint64 begin = start(day), end = start(day.addDays(1));
            add(begin, dayText(day, m_locale), true);
            if (step.of == Step::Of::Second) {
                // Along the time that passes, so that an hour that comes twice has its ticks twice.
                const qint64 width = step.seconds * 1000;
                const qint64 skipped = std::max<qint64>(0, (m_from - begin) / width);
                for (qint64 at = begin + std::max<qint64>(1, skipped) * width; at < std::min(end, m_to + 1);
                     at += width)
                    add(at, text(at, step.count < 60), false);
                continue;
            }
            // By the hands of the clock: 6, 12 and 18 o'clock on a day of 23 hours too.
            for (int hour = step.count; hour < 24; hour += step.count) {
                const qint64 at = QDateTime(day, QTime(hour, 0), m_zone).toMSecsSinceEpoch();
                add(at, text(at, false), false);
            }
        }
    }

    QString text(qint64 at, bool withSeconds) const
    {
        return timeText(QDateTime::fromMSecsSinceEpoch(at, m_zone).time(), m_locale, withSeconds);
    }

    void add(qint64 at, const QString& text, bool isMajor)
    {
        if (at >= m_from && at <= m_to && (m_ticks.isEmpty() || at > m_ticks.last().atMs))
            m_ticks.append({at, text, isMajor});
    }

    qint64 m_from, m_to;
    QTimeZone m_zone;
    QLocale m_locale;
    QDate m_first, m_last;
    QVector<TimeTick> m_ticks;
};

} // namespace

ValueScale valueScale(double low, double high, Unit unit, int most)
{
    if (!std::isfinite(low) || !std::isfinite(high) || low > high)
        low = high = 0;
    low = std::clamp(low, -largest, 0.0);
    high = std::clamp(high, 0.0, largest);
    if (high <= low) // nothing but zeros
        high = unit == Unit::Cores ? 0.1 : unit == Unit::Percent ? 100 : isBytes(unit) ? 1024 : 1;
    most = std::clamp(most, 1, 50);
    const double step = niceStep((high - low) / most, unit);
    ValueScale scale;
    const double first = std::floor(low / step + 1e-9),
                 last = std::max(first + 1, std::ceil(high / step - 1e-9));
    for (double i = first; i <= last; ++i)
        scale.ticks.append(i * step);
    scale.low = scale.ticks.first();
    scale.high = scale.ticks.last();
    return scale;
}

QString valueText(double value, Unit unit, const QLocale& locale)
{
    if (!std::isfinite(value))
        return u"–"_s;
    value = std::clamp(value, -largest, largest);
    switch (unit) {
    case Unit::Cores:
        return value == 0 ? locale.toString(0) : quantity::formatCpu(value * 1000, locale);
    case Unit::Bytes:
        return quantity::formatBytes(qint64(std::llround(value)), locale);
    case Unit::BytesPerSecond:
        return quantity::formatRate(value, locale);
    case Unit::Count:
        return number(value, locale);
    case Unit::Percent:
        break;
    }
    // Close to all of them each hundredth counts, and what is less is never called all.
    const bool isNearlyAll = value > 99 && value < 100;
    const QString text =
        isNearlyAll ? locale.toString(std::floor(value * 100 + 1e-6) / 100, 'f', 2) : number(value, locale);
    // The locale knows its sign, but not on which side it stands.
    return locale.language() == QLocale::Turkish ? locale.percent() + text : text + locale.percent();
}

QVector<TimeTick> timeTicks(qint64 fromMs, qint64 toMs, const QTimeZone& zone, const QLocale& locale,
                            int most)
{
    static const QVector<Step> steps = Step::all();
    // What a calendar of four digits holds.
    constexpr qint64 bound = 253'402'300'799'999;
    if (toMs <= fromMs || fromMs < -bound / 4 || toMs > bound)
        return {};
    const double wanted = double(toMs - fromMs) / 1000.0 / std::max(most, 1);
    for (const Step& step : steps)
        if (double(step.seconds) >= wanted || &step == &steps.last())
            return Ticks(fromMs, toMs, zone.isValid() ? zone : QTimeZone::utc(), locale).of(step);
    return {};
}

QString dayText(const QDate& date, const QLocale& locale)
{
    return locale.toString(date, isMonthFirst(locale) ? u"MMM d"_s : u"d MMM"_s);
}

QString dateText(const QDate& date, const QLocale& locale)
{
    return locale.toString(date, isMonthFirst(locale) ? u"MMM d, yyyy"_s : u"d MMM yyyy"_s);
}

QString timeText(const QTime& time, const QLocale& locale, bool withSeconds)
{
    QString format = locale.timeFormat(QLocale::ShortFormat);
    if (withSeconds && !format.contains(u's'))
        format.replace(u"mm"_s, u"mm:ss"_s);
    return locale.toString(time, format);
}

} // namespace kaptan::chart
