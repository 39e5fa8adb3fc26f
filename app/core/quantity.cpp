#include "app/core/quantity.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace kaptan::quantity
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Quantity)
};

struct Unit {
    const char16_t* suffix;
    double factor;
};

constexpr double Ki = 1024.0;
constexpr std::array<Unit, 12> byteUnits{{{u"Ki", Ki},
                                          {u"Mi", Ki* Ki},
                                          {u"Gi", Ki* Ki* Ki},
                                          {u"Ti", Ki* Ki* Ki* Ki},
                                          {u"Pi", Ki* Ki* Ki* Ki* Ki},
                                          {u"k", 1e3},
                                          {u"K", 1e3},
                                          {u"M", 1e6},
                                          {u"G", 1e9},
                                          {u"T", 1e12},
                                          {u"P", 1e15},
                                          {u"", 1.0}}};

/// Splits "1.5Gi" into a number and its unit; the comma of a Turkish keyboard counts as a point.
bool split(const QString& text, double& number, QString& unit)
{
    static const QRegularExpression form(
        QStringLiteral(R"(^\s*([0-9]+(?:[.,][0-9]+)?(?:[eE][+-]?[0-9]+)?)\s*([A-Za-z]*)\s*$)"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return false;
    bool ok = false;
    number = QLocale::c().toDouble(match.captured(1).replace(u',', u'.'), &ok);
    unit = match.captured(2);
    return ok && std::isfinite(number);
}

/// One decimal at the most, none where it would be zero.
QString shortNumber(double value, const QLocale& locale)
{
    const double rounded = std::round(value * 10) / 10;
    const bool whole = rounded == std::floor(rounded) || rounded >= 100;
    return locale.toString(rounded >= 100 ? std::round(rounded) : rounded, 'f', whole ? 0 : 1);
}

} // namespace

Result<qint64> parseCpu(const QString& text)
{
    double number = 0;
    QString unit;
    if (!split(text, number, unit) || (!unit.isEmpty() && unit != u"m"))
        return failure(InvalidInput{Tr::tr("CPU"), Tr::tr("“%1” is not an amount of CPU").arg(text.left(60)),
                                    Tr::tr("Write cores (1.5) or thousandths of one (250m).")});
    const double milli = unit.isEmpty() ? number * 1000 : number;
    if (milli > 1e9)
        return failure(InvalidInput{Tr::tr("CPU"),
                                    Tr::tr("“%1” is more than any machine has").arg(text.left(60)),
                                    Tr::tr("Write cores (1.5) or thousandths of one (250m).")});
    return qint64(std::llround(milli));
}

Result<qint64> parseBytes(const QString& text)
{
    const QString fix = Tr::tr("Write a number and a unit: 512Mi, 1.5Gi, 100M.");
    double number = 0;
    QString unit;
    if (!split(text, number, unit))
        return failure(InvalidInput{Tr::tr("Memory"),
                                    Tr::tr("“%1” is not an amount of memory").arg(text.left(60)), fix});
    for (const Unit& known : byteUnits) {
        if (unit != QStringView(known.suffix))
            continue;
        const double bytes = number * known.factor;
        if (bytes > 9e18)
            return failure(
                InvalidInput{Tr::tr("Memory"), Tr::tr("“%1” is too large").arg(text.left(60)), fix});
        return qint64(std::llround(bytes));
    }
    return failure(
        InvalidInput{Tr::tr("Memory"), Tr::tr("“%1” is not a unit of memory").arg(unit.left(20)), fix});
}

double number(QStringView text)
{
    static const std::array<Unit, 5> small{
        {{u"n", 1e-9}, {u"u", 1e-6}, {u"m", 1e-3}, {u"Ei", Ki * Ki * Ki * Ki * Ki * Ki}, {u"E", 1e18}}};
    qsizetype end = text.size();
    while (end > 0 && text[end - 1].isLetter())
        --end;
    bool ok = false;
    const double value = text.left(end).toDouble(&ok);
    if (!ok || end == 0)
        return std::nan("");
    const QStringView suffix = text.mid(end);
    const auto known = [suffix](const Unit& unit) { return suffix == QStringView(unit.suffix); };
    if (const auto* unit = std::find_if(byteUnits.begin(), byteUnits.end(), known); unit != byteUnits.end())
        return value * unit->factor;
    const auto* unit = std::find_if(small.begin(), small.end(), known);
    return unit != small.end() ? value * unit->factor : std::nan("");
}

QString formatCpu(double millicores, const QLocale& locale)
{
    if (!std::isfinite(millicores))
        return QStringLiteral("–");
    if (millicores < 999.5)
        return locale.toString(qint64(std::llround(millicores))) + u'm';
    const double cores = std::round(millicores / 10) / 100;
    QString text = locale.toString(cores, 'f', cores >= 100 ? 0 : 2);
    const QString point = locale.decimalPoint();
    if (text.contains(point)) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(point.size());
    }
    return text;
}

QString formatBytes(qint64 bytes, const QLocale& locale)
{
    if (bytes < 0)
        return QStringLiteral("–");
    static const std::array<QStringView, 6> names{u"B", u"Ki", u"Mi", u"Gi", u"Ti", u"Pi"};
    double value = double(bytes);
    size_t unit = 0;
    while (value >= 1023.95 && unit + 1 < names.size()) {
        value /= Ki;
        ++unit;
    }
    return shortNumber(value, locale) + u' ' + names[unit].toString();
}

QString formatRate(double bytesPerSecond, const QLocale& locale)
{
    if (!std::isfinite(bytesPerSecond) || bytesPerSecond < 0)
        return QStringLiteral("–");
    return formatBytes(qint64(std::llround(bytesPerSecond)), locale) + QStringLiteral("/s");
}

QString exactBytes(qint64 bytes)
{
    static const std::array<QStringView, 5> names{u"", u"Ki", u"Mi", u"Gi", u"Ti"};
    size_t unit = 0;
    while (bytes != 0 && bytes % 1024 == 0 && unit + 1 < names.size()) {
        bytes /= 1024;
        ++unit;
    }
    return QString::number(bytes) + names[unit].toString();
}

} // namespace kaptan::quantity
