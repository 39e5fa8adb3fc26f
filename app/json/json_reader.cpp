#include "app/json/json_reader.h"

#include <chrono>
#include <limits>

namespace kaptan::json
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(JsonAnswer)
};

bool readDigits(std::string_view text, size_t from, size_t count, int& value)
{
    if (text.size() < from + count)
        return false;
    value = 0;
    for (size_t i = from; i < from + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        value = value * 10 + (text[i] - '0');
    }
    return true;
}

/// "+03:00" in seconds; "Z" and nothing are 0.
int offsetSeconds(std::string_view zone)
{
    int hours = 0;
    int minutes = 0;
    if (zone.size() < 6 || (zone[0] != '+' && zone[0] != '-') || !readDigits(zone, 1, 2, hours) ||
        !readDigits(zone, 4, 2, minutes))
        return 0;
    return (zone[0] == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

} // namespace

qint64 Value::integer(qint64 otherwise) const
{
    if (!m_present)
        return otherwise;
    if (m_element.is_int64())
        return int64_t(m_element);
    if (m_element.is_uint64())
        return std::numeric_limits<qint64>::max();
    if (m_element.is_double()) {
        const double number = m_element;
        return number >= 9.2e18    ? std::numeric_limits<qint64>::max()
               : number <= -9.2e18 ? std::numeric_limits<qint64>::min()
                                   : qint64(number);
    }
    return otherwise;
}

bool Value::boolean() const
{
    return m_present && m_element.is_bool() && bool(m_element);
}

QDateTime Value::time() const
{
    return fromNanoseconds(nanoseconds(view()));
}

QStringList Value::strings() const
{
    if (isString())
        return {string()};
    QStringList all;
    forEach([&all](const Value& value) {
        if (value.isString())
            all.append(value.string());
    });
    return all;
}

QHash<QString, QString> Value::stringMap() const
{
    QHash<QString, QString> map;
    forEachMember(
        [&map](std::string_view key, const Value& value) { map.insert(text(key), value.string()); });
    return map;
}

qsizetype Value::size() const
{
    return isArray() ? qsizetype(simdjson::dom::array(m_element).size()) : 0;
}

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

qint64 nanoseconds(std::string_view rfc3339)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    if (!readDigits(rfc3339, 0, 4, year) || !readDigits(rfc3339, 5, 2, month) ||
        !readDigits(rfc3339, 8, 2, day) || !readDigits(rfc3339, 11, 2, hour) ||
        !readDigits(rfc3339, 14, 2, minute) || !readDigits(rfc3339, 17, 2, second))
        return 0;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                                           std::chrono::day(unsigned(day))};
    if (!date.ok() || year < 1970 || year > 2260) // 64 bits of nanoseconds end in 2262
        return 0;
    size_t at = 19;
    qint64 fraction = 0;
    if (at < rfc3339.size() && rfc3339[at] == '.') {
        qint64 unit = 100'000'000;
        for (++at; at < rfc3339.size() && rfc3339[at] >= '0' && rfc3339[at] <= '9'; ++at, unit /= 10)
            fraction += (rfc3339[at] - '0') * unit;
    }
    const qint64 days = std::chrono::sys_days(date).time_since_epoch().count();
    const qint64 seconds =
        days * 86400 + hour * 3600 + minute * 60 + second - offsetSeconds(rfc3339.substr(at));
    return seconds * 1'000'000'000 + fraction;
}

QDateTime fromNanoseconds(qint64 nanoseconds)
{
    return nanoseconds > 0 ? QDateTime::fromMSecsSinceEpoch(nanoseconds / 1'000'000, Qt::UTC) : QDateTime();
}

Error parseError(const QString& what, const QString& where, const QByteArray& body, const QString& jsonError)
{
    const QByteArray start = body.left(512).trimmed();
    QString why = jsonError;
    if (start.isEmpty())
        why = Tr::tr("the answer is empty");
    else if (start.startsWith('<'))
        why = Tr::tr("the answer is a web page; another service listens there");
    else if (!start.startsWith('{') && !start.startsWith('['))
        why = Tr::tr("the answer is not JSON; another service may listen there");
    else
        //: %1 is the parser's own words, in English
        why = Tr::tr("the JSON is broken or incomplete (%1)").arg(jsonError);
    return Error(ParseError{what, where, why, -1});
}

Error shapeError(const QString& what, const QString& where)
{
    return Error(ParseError{what, where,
                            Tr::tr("the answer is of another kind; another service may listen there"), -1});
}

} // namespace kaptan::json
