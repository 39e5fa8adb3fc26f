#include "app/kube/manifest/cron_schedule.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CronSchedule)
};

struct Bounds {
    QString what; ///< translated
    int least, most;
    QStringList names; ///< of the numbers from `least` on
};

tl::unexpected<Error> bad(const QString& why, const QString& fix = {})
{
    return failure(InvalidInput{
        Tr::tr("Schedule"), why,
        fix.isEmpty() ? Tr::tr("Write minute, hour, day, month and day of the week, such as “0 3 * * *” for "
                               "every day at 3, or @daily.")
                      : fix});
}

int numberOf(const QString& word, const Bounds& bounds)
{
    const qsizetype name = bounds.names.indexOf(word.toLower());
    if (name >= 0)
        return bounds.least + int(name);
    bool ok = false;
    const int number = word.toInt(&ok);
    return ok && !word.startsWith(u'+') && !word.startsWith(u'-') ? number : -1;
}

Result<QBitArray> readField(const QString& text, const Bounds& bounds, bool* any, int* step)
{
    QBitArray bits(bounds.most + 1);
    *any = false;
    for (const QString& part : text.split(u',')) {
        const QStringList halves = part.split(u'/');
        const QStringList ends = halves.first().split(u'-');
        int from = 0, to = 0, by = 1;
        const bool star = ends.first() == "*"_L1 || ends.first() == "?"_L1;
        if (halves.size() > 2 || ends.size() > 2 || (star && ends.size() > 1))
            return bad(Tr::tr("“%1” is not understood as the %2").arg(part.left(30), bounds.what));
        if (star) {
            from = bounds.least;
            to = bounds.most;
        } else {
            from = numberOf(ends.first(), bounds);
            to = ends.size() > 1 ? numberOf(ends.at(1), bounds) : from;
            if (from < 0 || to < 0)
                return bad(Tr::tr("“%1” is not understood as the %2").arg(part.left(30), bounds.what));
        }
        if (halves.size() > 1) {
            bool ok = false;
            by = halves.at(1).toInt(&ok);
            if (!ok || by < 1)
                return bad(Tr::tr("“%1” is not understood as the %2").arg(part.left(30), bounds.what),
                           Tr::tr("Write a number from 1 on behind the “/”."));
            if (!star && ends.size() == 1)
                to = bounds.most; // "5/15": from 5 on
        } else if (star) {
            *any = true;
        }
        if (from < bounds.least || to > bounds.most || from > to)
            return bad(
                Tr::tr("“%1” is outside of what the %2 may be").arg(part.left(30), bounds.what),
                //: %1: minute, hour, day...
                Tr::tr("The %1 goes from %2 to %3.").arg(bounds.what).arg(bounds.least).arg(bounds.most));
        if (step && star && by > 1 && text == part)
            *step = by;
        for (int i = from; i <= to; i += by)
            bits.setBit(i);
    }
    return bits;
}

Result<int> readDuration(const QString& text)
{
    static const QRegularExpression form(u"^(?:(\\d{1,6})h)?(?:(\\d{1,7})m)?(?:(\\d{1,8})s)?\\z"_s);
    const auto match = form.match(text);
    const qint64 seconds = match.captured(1).toLongLong() * 3600 + match.captured(2).toLongLong() * 60 +
                           match.captured(3).toLongLong();
    if (!match.hasMatch() || seconds < 1 || seconds > 10LL * 366 * 86400)
        return bad(Tr::tr("“%1” is not a length of time").arg(text.left(30)),
                   Tr::tr("Write it as in “@every 1h30m”."));
    return int(seconds);
}

QVector<int> numbers(const QBitArray& bits)
{
    QVector<int> all;
    for (int i = 0; i < bits.size(); ++i)
        if (bits.testBit(i))
            all.append(i);
    return all;
}

bool allSet(const QBitArray& bits, int least)
{
    return bits.count(true) == bits.size() - least;
}

QString listed(const QStringList& words)
{
    if (words.size() < 2)
        return words.value(0);
    //: the last of several: %1 "Monday, Tuesday", %2 "Friday"
    return Tr::tr("%1 and %2").arg(words.mid(0, words.size() - 1).join(u", "_s), words.last());
}

QString clockTime(int hour, int minute)
{
    return u"%1:%2"_s.arg(hour, 2, 10, '0'_L1).arg(minute, 2, 10, '0'_L1);
}

} // namespace

Result<CronSchedule> CronSchedule::parse(const QString& text)
{
    QString rest = text.trimmed();
    CronSchedule schedule;
    if (rest.isEmpty())
        return bad(Tr::tr("There is no schedule"));
    if (rest.startsWith("TZ="_L1) || rest.startsWith("CRON_TZ="_L1))
        return bad(Tr::tr("A time zone in the schedule is refused by newer servers"),
                   Tr::tr("Take it out, and write the time zone in its own field."));
    static const QHash<QString, QString> shorts{
        {u"@yearly"_s, u"0 0 1 1 *"_s}, {u"@annually"_s, u"0 0 1 1 *"_s}, {u"@monthly"_s, u"0 0 1 * *"_s},
        {u"@weekly"_s, u"0 0 * * 0"_s}, {u"@daily"_s, u"0 0 * * *"_s},    {u"@midnight"_s, u"0 0 * * *"_s},
        {u"@hourly"_s, u"0 * * * *"_s}};
    if (rest.startsWith("@every "_L1)) {
        const auto seconds = readDuration(rest.mid(7).trimmed());
        if (!seconds)
            return tl::unexpected<Error>(seconds.error());
        schedule.m_everySeconds = *seconds;
        return schedule;
    }
    if (rest.startsWith(u'@')) {
        if (!shorts.contains(rest))
            return bad(Tr::tr("“%1” is not one of the short forms").arg(rest.left(30)),
                       Tr::tr("They are @hourly, @daily, @weekly, @monthly, @yearly and @every 1h."));
        rest = shorts.value(rest);
    }
    static const QRegularExpression blanks(u"\\s+"_s);
    const QStringList fields = rest.split(blanks);
    if (fields.size() != 5)
        return bad(Tr::tr("The schedule has %n field(s), not five", nullptr, int(fields.size())));
    bool any = false;
    const auto minutes = readField(fields.at(0), {Tr::tr("minute"), 0, 59, {}}, &any, &schedule.m_minuteStep);
    if (!minutes)
        return tl::unexpected<Error>(minutes.error());
    const auto hours = readField(fields.at(1), {Tr::tr("hour"), 0, 23, {}}, &any, &schedule.m_hourStep);
    if (!hours)
        return tl::unexpected<Error>(hours.error());
    //: of the month
    const auto days = readField(fields.at(2), {Tr::tr("day"), 1, 31, {}}, &schedule.m_anyDay, nullptr);
    if (!days)
        return tl::unexpected<Error>(days.error());
    const auto months = readField(fields.at(3),
                                  {Tr::tr("month"),
                                   1,
                                   12,
                                   {u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s, u"jul"_s,
                                    u"aug"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s}},
                                  &any, nullptr);
    if (!months)
        return tl::unexpected<Error>(months.error());
    const auto weekdays = readField(fields.at(4),
                                    {Tr::tr("day of the week"),
                                     0,
                                     6,
                                     {u"sun"_s, u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s}},
                                    &schedule.m_anyWeekday, nullptr);
    if (!weekdays)
        return tl::unexpected<Error>(weekdays.error());
    schedule.m_minutes = *minutes;
    schedule.m_hours = *hours;
    schedule.m_days = *days;
    schedule.m_months = *months;
    schedule.m_weekdays = *weekdays;
    return schedule;
}

bool CronSchedule::matchesDay(const QDate& day) const
{
    if (!m_months.testBit(day.month()))
        return false;
    const bool byDay = m_days.testBit(day.day());
    const bool byWeekday = m_weekdays.testBit(day.dayOfWeek() % 7);
    // As cron has it: where both fields say something, either is enough.
    return m_anyDay || m_anyWeekday ? byDay && byWeekday : byDay || byWeekday;
}

QDateTime CronSchedule::next(const QDateTime& after) const
{
    if (m_everySeconds > 0)
        return after.addSecs(m_everySeconds);
    const QVector<int> hours = numbers(m_hours), minutes = numbers(m_minutes);
    for (int day = 0; day < 8 * 366; ++day) {
        const QDate date = after.date().addDays(day);
        if (!matchesDay(date))
            continue;
        for (const int hour : hours)
            for (const int minute : minutes) {
                QDateTime at = after;
                at.setDate(date);
                at.setTime(QTime(hour, minute));
                if (at.isValid() && at > after)
                    return at;
            }
    }
    return {};
}

QString CronSchedule::toWords(const QLocale& locale) const
{
    if (m_everySeconds > 0) {
        if (m_everySeconds % 3600 == 0)
            return Tr::tr("Every %n hour(s), counted from when the controller saw it", nullptr,
                          m_everySeconds / 3600);
        if (m_everySeconds % 60 == 0)
            return Tr::tr("Every %n minute(s), counted from when the controller saw it", nullptr,
                          m_everySeconds / 60);
        return Tr::tr("Every %n second(s), counted from when the controller saw it", nullptr, m_everySeconds);
    }
    const QVector<int> hours = numbers(m_hours), minutes = numbers(m_minutes);
    QString when;
    const bool everyHour = allSet(m_hours, 0);
    if (allSet(m_minutes, 0)) {
        when = Tr::tr("every minute");
    } else if (m_minuteStep > 0) {
        when = Tr::tr("every %n minute(s)", nullptr, m_minuteStep);
    } else if (everyHour || hours.size() * minutes.size() > 6) {
        QStringList words;
        for (const int minute : minutes)
            words << QString::number(minute);
        //: %1: numbers of minutes
        when = Tr::tr("at minute %1").arg(listed(words));
    } else {
        QStringList words;
        for (const int hour : hours)
            for (const int minute : minutes)
                words << clockTime(hour, minute);
        //: %1: times of the clock
        when = Tr::tr("at %1").arg(listed(words));
    }
    const bool clock =
        !allSet(m_minutes, 0) && m_minuteStep == 0 && !everyHour && hours.size() * minutes.size() <= 6;
    if (!clock) {
        QStringList words;
        for (const int hour : hours)
            words << QString::number(hour);
        if (m_hourStep > 0)
            when += u", "_s + Tr::tr("every %n hour(s)", nullptr, m_hourStep);
        else if (everyHour && !allSet(m_minutes, 0) && m_minuteStep == 0)
            when += u", "_s + Tr::tr("every hour");
        else if (!everyHour)
            //: %1: numbers of hours
            when += u", "_s + Tr::tr("in hour %1").arg(listed(words));
    }
    QStringList weekdays, days, months;
    for (const int day : numbers(m_weekdays))
        weekdays << locale.standaloneDayName(day == 0 ? 7 : day);
    for (const int day : numbers(m_days))
        days << QString::number(day);
    for (const int month : numbers(m_months))
        months << locale.standaloneMonthName(month);
    const bool someDays = !m_anyDay && !allSet(m_days, 1);
    const bool someWeekdays = !m_anyWeekday && !allSet(m_weekdays, 0);
    QString date;
    if (someDays && someWeekdays)
        //: %1: numbers of days, %2: names of days
        date = Tr::tr("on day %1 of the month and on every %2").arg(listed(days), listed(weekdays));
    else if (someWeekdays)
        //: %1: names of days
        date = Tr::tr("every %1").arg(listed(weekdays));
    else if (someDays)
        //: %1: numbers of days
        date = Tr::tr("on day %1 of the month").arg(listed(days));
    else if (clock)
        date = Tr::tr("every day");
    QString text = date.isEmpty() ? when : date + u' ' + when;
    if (!allSet(m_months, 1))
        //: %1: what came before, %2: names of months
        text = Tr::tr("%1, only in %2").arg(text, listed(months));
    return locale.toUpper(text.left(1)) + text.mid(1);
}

} // namespace kaptan::kube
