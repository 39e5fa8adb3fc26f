#include "app/report/words.h"

#include "app/chart/scale.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kaptan::report
{

namespace
{

const QString& dash()
{
    static const QString text = u"–"_s;
    return text;
}

/// "UTC+03:00" of that moment: the name of a zone is not known to everybody.
QString offsetText(const QDateTime& at, const QTimeZone& zone)
{
    const int seconds = zone.offsetFromUtc(at);
    if (seconds == 0)
        return u"UTC"_s;
    const int minutes = std::abs(seconds) / 60;
    return u"UTC%1%2:%3"_s.arg(seconds < 0 ? u"−"_s : u"+"_s)
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

Cell::Cell(const QDateTime& at)
{
    if (at.isValid())
        value = at;
}

QString momentText(const QDateTime& at, const QLocale& locale, const QTimeZone& zone)
{
    if (!at.isValid())
        return dash();
    const QDateTime local = at.toTimeZone(zone);
    return chart::dateText(local.date(), locale) + u' ' + chart::timeText(local.time(), locale);
}

QString durationText(double milliseconds, const QLocale& locale)
{
    if (!std::isfinite(milliseconds) || milliseconds < 0)
        return dash();
    const auto ms = qint64(std::llround(std::min(milliseconds, 9e15)));
    const auto text = [&locale](qint64 number) { return locale.toString(number); };
    if (ms < 1000)
        //: a duration in milliseconds
        return Tr::tr("%1 ms").arg(text(ms));
    if (ms < 60'000)
        //: a duration in seconds
        return Tr::tr("%1 s").arg(locale.toString(double(ms) / 1000.0, 'f', ms < 10'000 ? 1 : 0));
    const qint64 seconds = ms / 1000;
    if (seconds < 3600)
        //: a duration: minutes and seconds
        return Tr::tr("%1 min %2 s").arg(text(seconds / 60), text(seconds % 60));
    if (seconds < 86400)
        //: a duration: hours and minutes
        return Tr::tr("%1 h %2 min").arg(text(seconds / 3600), text(seconds % 3600 / 60));
    //: a duration: days and hours
    return Tr::tr("%1 d %2 h").arg(text(seconds / 86400), text(seconds % 86400 / 3600));
}

QString periodText(const ReportData& data)
{
    if (!data.from.isValid() || !data.to.isValid())
        return dash();
    const QString first = offsetText(data.from, data.zone), last = offsetText(data.to, data.zone);
    const QString zones = first == last ? first : first + u" / "_s + last;
    return u"%1 – %2 (%3)"_s.arg(momentText(data.from, data.locale, data.zone),
                                 momentText(data.to, data.locale, data.zone), zones);
}

QString cellText(const Cell& cell, CellType type, const QLocale& locale, const QTimeZone& zone)
{
    if (const auto* text = std::get_if<QString>(&cell.value))
        return *text;
    if (const auto* at = std::get_if<QDateTime>(&cell.value))
        return momentText(*at, locale, zone);
    const auto* number = std::get_if<double>(&cell.value);
    if (!number)
        return type == CellType::Text ? QString() : dash();
    switch (type) {
    case CellType::Duration:
        return durationText(*number, locale);
    case CellType::Cores:
        return chart::valueText(*number, chart::Unit::Cores, locale);
    case CellType::Bytes:
        return chart::valueText(*number, chart::Unit::Bytes, locale);
    case CellType::BytesPerSecond:
        return chart::valueText(*number, chart::Unit::BytesPerSecond, locale);
    case CellType::Share:
        return chart::valueText(*number * 100, chart::Unit::Percent, locale);
    case CellType::Text:
    case CellType::Time:
    case CellType::Number:
        break;
    }
    return chart::valueText(*number, chart::Unit::Count, locale);
}

} // namespace kaptan::report
