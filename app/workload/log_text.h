#pragma once

#include "app/core/result.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QString>
#include <QVector>

#include <optional>

/// What the bytes of one log line mean: its timestamp, its colours, and whether a search finds it.
/// Everything here is pure and may be called in any thread.
namespace kaptan::workload
{

/// The RFC 3339 timestamp that a line begins with (https://www.rfc-editor.org/rfc/rfc3339#section-5.6).
struct LogStamp {
    qint64 second = 0;  ///< UTC, since 1970
    int nanosecond = 0; ///< 0 to 999,999,999
    bool hasFraction = false;
    int length = 0; ///< bytes of the stamp and the blank behind it

    qint64 ms() const { return second * 1000 + nanosecond / 1000000; }

    bool isAfter(const LogStamp& other) const
    {
        return second != other.second ? second > other.second : nanosecond > other.nanosecond;
    }
};

/// Nothing where the line does not begin with a valid timestamp and a blank.
std::optional<LogStamp> parseLogStamp(const char* line, qsizetype size);

/// How a part of a line is drawn. Colours are the 16 of ECMA-48 (0-7, bright 8-15), -1 the default; the 256
/// and true colours are brought to the nearest of them, so that the theme decides what is readable.
struct LogStyle {
    qint8 foreground = -1;
    qint8 background = -1;
    bool bold = false;
    bool faint = false;
    bool italic = false;
    bool underline = false;
    bool inverse = false;

    bool operator==(const LogStyle&) const = default;

    bool isPlain() const { return *this == LogStyle(); }
};

struct LogSpan {
    int start = 0;
    int length = 0;
    LogStyle style;
};

/// A line as it may safely be shown and copied: no control characters but tabs, no directional marks.
struct LogDisplay {
    QString text;
    QVector<LogSpan> spans; ///< only the parts that are not plain, in order
};

/// Colours become spans, other escape sequences vanish, control characters become their pictures (U+2400),
/// directional marks and broken UTF-8 become U+FFFD. Carriage returns at the end vanish.
LogDisplay decodeLogLine(const char* body, qsizetype size);

/// One search: plain words or a regular expression. Plain words are compared without case where every form of
/// I (I, i, and in Turkish also U+0130 and U+0131) counts as one, so that "info" finds "INFO" in Turkish too.
class LogMatcher
{
public:
    /// A matcher that finds nothing.
    LogMatcher() = default;
    /// InvalidInput where the expression is none; its `why` holds the library's own words.
    static Result<LogMatcher> make(const QString& pattern, bool regularExpression, bool caseSensitive,
                                   const QLocale& locale = QLocale());

    bool isEmpty() const { return m_pattern.isEmpty(); }

    const QString& pattern() const { return m_pattern; }

    /// Whether the line's shown text holds it. `body` is the line without its timestamp.
    bool matches(const char* body, qsizetype size) const;
    /// The places in a shown text, (start, length), at most `most`.
    QVector<QPair<int, int>> find(const QString& text, int most = 1000) const;

private:
    QString fold(QStringView text) const;

    QString m_pattern;
    QString m_needle;   ///< folded
    QByteArray m_ascii; ///< the same where it is ASCII
    QRegularExpression m_expression;
    bool m_isExpression = false;
    bool m_caseSensitive = false;
    bool m_turkish = false;
};

} // namespace kaptan::workload
