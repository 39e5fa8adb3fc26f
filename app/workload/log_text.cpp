#include "app/workload/log_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstring>

namespace kaptan::workload
{

namespace
{

/// Days from 1970-01-01 to a date of the Gregorian calendar; March is the first month of its year.
qint64 daysTo(int year, int month, int day)
{
    const int y = month <= 2 ? year - 1 : year;
    const int era = y / 400;
    const int yearOfEra = y - era * 400;
    const int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return qint64(era) * 146097 + dayOfEra - 719468;
}

/// Reads `count` digits; -1 where one is none.
int digits(const char* text, int count)
{
    int value = 0;
    for (int i = 0; i < count; ++i) {
        const unsigned digit = static_cast<unsigned char>(text[i]) - unsigned('0');
        if (digit > 9)
            return -1;
        value = value * 10 + static_cast<int>(digit);
    }
    return value;
}

/// Neither printable ASCII nor a tab: the line must be decoded.
constexpr std::array<bool, 256> makeSpecial()
{
    std::array<bool, 256> table{};
    for (int i = 0; i < 256; ++i)
        table[static_cast<size_t>(i)] = (i < 0x20 && i != '\t') || i >= 0x7F;
    return table;
}

constexpr std::array<char, 256> makeLower()
{
    std::array<char, 256> table{};
    for (int i = 0; i < 256; ++i)
        table[static_cast<size_t>(i)] = static_cast<char>(i >= 'A' && i <= 'Z' ? i + 32 : i);
    return table;
}

constexpr auto special = makeSpecial();
constexpr auto lower = makeLower();

bool isSimple(const char* body, qsizetype size)
{
    bool any = false;
    for (qsizetype i = 0; i < size; ++i)
        any |= special[static_cast<unsigned char>(body[i])];
    return !any;
}

bool isDirectionalOrBreak(char16_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

qint8 nearestColour(int red, int green, int blue)
{
    const int most = std::max({red, green, blue});
    const int least = std::min({red, green, blue});
    if (most - least < 40)
        return static_cast<qint8>(most < 50 ? 0 : most < 130 ? 8 : most < 220 ? 7 : 15);
    const int middle = (most + least) / 2;
    const int code = (red > middle ? 1 : 0) | (green > middle ? 2 : 0) | (blue > middle ? 4 : 0);
    return static_cast<qint8>(most > 200 ? code + 8 : code);
}

qint8 indexedColour(int index)
{
    if (index < 16)
        return static_cast<qint8>(index);
    if (index >= 232) {
        const int grey = 8 + (index - 232) * 10;
        return nearestColour(grey, grey, grey);
    }
    const auto level = [](int step) { return step == 0 ? 0 : 55 + step * 40; };
    return nearestColour(level((index - 16) / 36), level((index - 16) / 6 % 6), level((index - 16) % 6));
}

/// Select Graphic Rendition, https://www.ecma-international.org/publications-and-standards/standards/ecma-48/
void applyGraphics(LogStyle& style, const QVector<int>& codes)
{
    for (int i = 0; i < codes.size(); ++i) {
        const int code = codes[i];
        if (code == 38 || code == 48) {
            qint8 colour = -1;
            if (i + 2 < codes.size() && codes[i + 1] == 5) {
                colour = indexedColour(std::clamp(codes[i + 2], 0, 255));
                i += 2;
            } else if (i + 4 < codes.size() && codes[i + 1] == 2) {
                colour = nearestColour(std::clamp(codes[i + 2], 0, 255), std::clamp(codes[i + 3], 0, 255),
                                       std::clamp(codes[i + 4], 0, 255));
                i += 4;
            } else {
                return;
            }
            (code == 38 ? style.foreground : style.background) = colour;
        } else if (code == 0) {
            style = {};
        } else if (code == 1) {
            style.bold = true;
        } else if (code == 2) {
            style.faint = true;
        } else if (code == 3) {
            style.italic = true;
        } else if (code == 4) {
            style.underline = true;
        } else if (code == 7) {
            style.inverse = true;
        } else if (code == 22) {
            style.bold = style.faint = false;
        } else if (code == 23) {
            style.italic = false;
        } else if (code == 24) {
            style.underline = false;
        } else if (code == 27) {
            style.inverse = false;
        } else if (code >= 30 && code <= 37) {
            style.foreground = static_cast<qint8>(code - 30);
        } else if (code == 39) {
            style.foreground = -1;
        } else if (code >= 40 && code <= 47) {
            style.background = static_cast<qint8>(code - 40);
        } else if (code == 49) {
            style.background = -1;
        } else if (code >= 90 && code <= 97) {
            style.foreground = static_cast<qint8>(code - 90 + 8);
        } else if (code >= 100 && code <= 107) {
            style.background = static_cast<qint8>(code - 100 + 8);
        }
    }
}

/// Steps over one escape sequence that begins at `at` (an ESC) and applies it where it is about looks.
qsizetype skipEscape(QStringView text, qsizetype at, LogStyle& style)
{
    if (at + 1 >= text.size())
        return at + 1;
    const char16_t kind = text[at + 1].unicode();
    if (kind == u'[') {
        QVector<int> codes{0};
        bool plain = true;
        for (qsizetype i = at + 2; i < text.size(); ++i) {
            const char16_t c = text[i].unicode();
            if (c >= u'0' && c <= u'9') {
                codes.last() = std::min(codes.last() * 10 + (c - u'0'), 9999);
            } else if (c == u';' || c == u':') {
                if (codes.size() < 64)
                    codes.append(0);
            } else if (c >= 0x20 && c < 0x40) {
                plain = false;
            } else {
                if (c == u'm' && plain)
                    applyGraphics(style, codes);
                return c < 0x40 || c > 0x7E ? i : i + 1; // a broken sequence ends before what it cannot hold
            }
        }
        return text.size();
    }
    if (kind == u']' || kind == u'P' || kind == u'^' || kind == u'_' || kind == u'X') {
        // A string of the terminal (title, link): to BEL or ST. One without an end is not taken for one, or
        // it would hide the rest of the line.
        for (qsizetype i = at + 2; i < text.size(); ++i) {
            if (text[i] == QChar(0x07))
                return i + 1;
            if (text[i] == QChar(0x1B))
                return i + 1 < text.size() && text[i + 1] == u'\\' ? i + 2 : i;
        }
        return at + 2;
    }
    return at + (kind >= 0x20 && kind < 0x30 && at + 2 < text.size() ? 3 : 2);
}

QChar foldCharacter(QChar c, bool turkish)
{
    const char16_t u = c.unicode();
    if (u < 0x80)
        return QLatin1Char(lower[u]);
    if (u == 0x0130 || (turkish && u == 0x0131))
        return u'i';
    return c.toCaseFolded();
}

} // namespace

std::optional<LogStamp> parseLogStamp(const char* line, qsizetype size)
{
    if (size < 20 || line[4] != '-' || line[7] != '-' || (line[10] != 'T' && line[10] != 't') ||
        line[13] != ':' || line[16] != ':')
        return {};
    const int year = digits(line, 4);
    const int month = digits(line + 5, 2);
    const int day = digits(line + 8, 2);
    const int hour = digits(line + 11, 2);
    const int minute = digits(line + 14, 2);
    const int second = digits(line + 17, 2);
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31 || hour < 0 || hour > 23 || minute < 0 ||
        minute > 59 || second < 0 || second > 60)
        return {};
    LogStamp stamp;
    stamp.second = daysTo(year, month, day) * 86400 + hour * 3600 + minute * 60 + second;
    qsizetype at = 19;
    if (line[at] == '.') {
        stamp.hasFraction = true;
        int scale = 100000000;
        for (++at; at < size && line[at] >= '0' && line[at] <= '9'; ++at, scale /= 10)
            stamp.nanosecond += (line[at] - '0') * scale;
    }
    if (at >= size)
        return {};
    if (line[at] == 'Z' || line[at] == 'z') {
        ++at;
    } else if (line[at] == '+' || line[at] == '-') {
        if (at + 6 > size || line[at + 3] != ':')
            return {};
        const int hours = digits(line + at + 1, 2);
        const int minutes = digits(line + at + 4, 2);
        if (hours < 0 || minutes < 0)
            return {};
        stamp.second -= (line[at] == '+' ? 1 : -1) * (hours * 3600 + minutes * 60);
        at += 6;
    } else {
        return {};
    }
    if (at < size) { // an empty line may have lost its blank
        if (line[at] != ' ')
            return {};
        ++at;
    }
    stamp.length = static_cast<int>(at);
    return stamp;
}

LogDisplay decodeLogLine(const char* body, qsizetype size)
{
    while (size > 0 && body[size - 1] == '\r')
        --size;
    if (isSimple(body, size))
        return {QString::fromLatin1(body, size), {}};
    const QString source = QString::fromUtf8(body, size);
    LogDisplay display;
    display.text.reserve(source.size());
    LogStyle style;
    qsizetype spanStart = 0;
    const auto endSpan = [&] {
        if (!style.isPlain() && display.text.size() > spanStart)
            display.spans.append(
                {static_cast<int>(spanStart), static_cast<int>(display.text.size() - spanStart), style});
        spanStart = display.text.size();
    };
    for (qsizetype i = 0; i < source.size();) {
        const char16_t c = source[i].unicode();
        if (c == 0x1B) {
            LogStyle next = style;
            i = skipEscape(source, i, next);
            if (next != style) {
                endSpan();
                style = next;
            }
            continue;
        }
        ++i;
        if (c == u'\t' || (c >= 0x20 && c < 0x7F))
            display.text.append(QChar(c));
        else if (c < 0x20)
            display.text.append(QChar(0x2400 + c));
        else if (c == 0x7F)
            display.text.append(QChar(0x2421));
        else if ((c >= 0x80 && c < 0xA0) || isDirectionalOrBreak(c))
            display.text.append(QChar(QChar::ReplacementCharacter));
        else
            display.text.append(QChar(c));
    }
    endSpan();
    return display;
}

Result<LogMatcher> LogMatcher::make(const QString& pattern, bool regularExpression, bool caseSensitive,
                                    const QLocale& locale)
{
    LogMatcher matcher;
    matcher.m_pattern = pattern;
    matcher.m_isExpression = regularExpression;
    matcher.m_caseSensitive = caseSensitive;
    matcher.m_turkish = locale.language() == QLocale::Turkish || locale.language() == QLocale::Azerbaijani;
    if (!regularExpression) {
        matcher.m_needle = caseSensitive ? pattern : matcher.fold(pattern);
        const bool ascii = std::all_of(matcher.m_needle.cbegin(), matcher.m_needle.cend(),
                                       [](QChar c) { return c.unicode() < 0x80; });
        if (ascii)
            matcher.m_ascii = matcher.m_needle.toLatin1();
        return matcher;
    }
    // The limit keeps an expression that explodes from holding a thread: such a line counts as not found.
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (!caseSensitive)
        options |= QRegularExpression::CaseInsensitiveOption;
    const QRegularExpression bare(pattern, options);
    if (!bare.isValid()) {
        return failure(InvalidInput{QCoreApplication::translate("LogMatcher", "Search"), bare.errorString(),
                                    QCoreApplication::translate("LogMatcher", "Correct the expression, or "
                                                                              "search for plain text.")});
    }
    matcher.m_expression =
        QRegularExpression(QStringLiteral("(*LIMIT_MATCH=20000)(*LIMIT_DEPTH=2000)") + pattern, options);
    if (!matcher.m_expression.isValid())
        matcher.m_expression = bare;
    matcher.m_expression.optimize();
    return matcher;
}

QString LogMatcher::fold(QStringView text) const
{
    QString folded(text.size(), Qt::Uninitialized);
    std::transform(text.begin(), text.end(), folded.begin(),
                   [this](QChar c) { return foldCharacter(c, m_turkish); });
    return folded;
}

bool LogMatcher::matches(const char* body, qsizetype size) const
{
    if (isEmpty())
        return false;
    while (size > 0 && body[size - 1] == '\r')
        --size;
    if (!m_isExpression && isSimple(body, size)) {
        if (m_ascii.isEmpty())
            return false; // the needle has letters that the line has not
        if (m_caseSensitive)
            return memmem(body, static_cast<size_t>(size), m_ascii.constData(),
                          static_cast<size_t>(m_ascii.size())) != nullptr;
        thread_local QByteArray folded;
        folded.resize(size);
        char* to = folded.data();
        for (qsizetype i = 0; i < size; ++i)
            to[i] = lower[static_cast<unsigned char>(body[i])];
        return memmem(to, static_cast<size_t>(size), m_ascii.constData(),
                      static_cast<size_t>(m_ascii.size())) != nullptr;
    }
    return !find(decodeLogLine(body, size).text, 1).isEmpty();
}

QVector<QPair<int, int>> LogMatcher::find(const QString& text, int most) const
{
    QVector<QPair<int, int>> places;
    if (isEmpty())
        return places;
    if (m_isExpression) {
        auto it = m_expression.globalMatch(text);
        while (places.size() < most && it.hasNext()) {
            const auto match = it.next();
            if (match.capturedLength() > 0 || most == 1)
                places.append(
                    {static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength())});
        }
        return places;
    }
    const QString haystack = m_caseSensitive ? text : fold(text);
    for (qsizetype at = haystack.indexOf(m_needle); at >= 0 && places.size() < most;
         at = haystack.indexOf(m_needle, at + m_needle.size()))
        places.append({static_cast<int>(at), static_cast<int>(m_needle.size())});
    return places;
}

} // namespace kaptan::workload
