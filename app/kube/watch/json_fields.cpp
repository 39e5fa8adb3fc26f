#include "app/kube/watch/json_fields.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>

namespace kaptan::kube::json
{

namespace
{

bool readDigits(std::string_view text, size_t from, size_t count, int& value)
{
    if (text.size() < from + count)
        return false;
    value = 0;
    for (const char c : text.substr(from, count)) {
        if (c < '0' || c > '9')
            return false;
        value = value * 10 + (c - '0');
    }
    return true;
}

/// 0 where nobody writes such a suffix.
double factorOf(std::string_view suffix)
{
    struct Suffix {
        std::string_view text;
        double factor;
    };

    static constexpr Suffix suffixes[] = {
        {"", 1},        {"m", 1e-3},    {"Ki", 1024.0}, {"Mi", 1048576.0}, {"Gi", 0x1p30}, {"Ti", 0x1p40},
        {"Pi", 0x1p50}, {"Ei", 0x1p60}, {"k", 1e3},     {"M", 1e6},        {"G", 1e9},     {"T", 1e12},
        {"P", 1e15},    {"E", 1e18},    {"u", 1e-6},    {"n", 1e-9},
    };
    for (const Suffix& known : suffixes) {
        if (known.text == suffix)
            return known.factor;
    }
    return 0;
}

} // namespace

qint32 Reading::small(Value& value, qint32 otherwise)
{
    return qint32(std::clamp<qint64>(integer(value, otherwise), std::numeric_limits<qint32>::min(),
                                     std::numeric_limits<qint32>::max()));
}

qint64 Reading::time(Value& value)
{
    return milliseconds(view(value));
}

qint64 milliseconds(std::string_view text)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    if (text.size() < 19 || !readDigits(text, 0, 4, year) || !readDigits(text, 5, 2, month) ||
        !readDigits(text, 8, 2, day) || !readDigits(text, 11, 2, hour) || !readDigits(text, 14, 2, minute) ||
        !readDigits(text, 17, 2, second))
        return 0;
    using namespace std::chrono;
    const year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                              std::chrono::day(unsigned(day))};
    if (!date.ok() || hour > 24 || minute > 59 || second > 60)
        return 0;
    qint64 ms = duration_cast<std::chrono::milliseconds>(sys_days(date).time_since_epoch()).count();
    ms += ((hour * 60LL + minute) * 60 + second) * 1000;
    size_t at = 19;
    if (at < text.size() && text[at] == '.') {
        int weight = 100;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, weight /= 10)
            ms += (text[at] - '0') * weight;
    }
    int offsetHours = 0, offsetMinutes = 0;
    if (at + 6 <= text.size() && (text[at] == '+' || text[at] == '-') &&
        readDigits(text, at + 1, 2, offsetHours) && readDigits(text, at + 4, 2, offsetMinutes))
        ms -= (text[at] == '-' ? -1 : 1) * (offsetHours * 60LL + offsetMinutes) * 60'000;
    return std::max<qint64>(ms, 0);
}

qint64 quantity(std::string_view text, double scale)
{
    if (!text.empty() && text.front() == '+')
        text.remove_prefix(1);
    double number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (code != std::errc())
        return 0;
    // "1E" is one exa; from_chars leaves an E without digits behind it alone.
    const double factor = factorOf(text.substr(size_t(end - text.data())));
    const double value = std::ceil(number * factor * scale - 1e-6);
    if (!(value > 0)) // NaN too
        return 0;
    return value >= 9.2e18 ? std::numeric_limits<qint64>::max() : qint64(value);
}

} // namespace kaptan::kube::json
