#pragma once

#include "app/core/result.h"

#include <QCommandLineParser>
#include <QDateTime>

#include <optional>

namespace kaptan::cli
{

/// From when to when something is asked for, both inclusive, UTC.
struct Period {
    QDateTime from, to;
    bool operator==(const Period&) const = default;
};

/// --since, --from and --to; `standard` is what --since is without any of them ("1h").
void describePeriod(QCommandLineParser& parser, const QString& standard);
/// An error of usage where the words are no times, or do not go together.
Result<Period> periodOf(const QCommandLineParser& parser, const QDateTime& now, const QString& standard);

/// "90s", "15m", "1h30m", "7d", "2w" in seconds; none where it is something else, or longer than ten years.
std::optional<qint64> secondsOf(const QString& word);
/// "2026-11-24", "2026-11-24T14:03", with seconds, with "Z" or "+03:00"; without a zone it is the machine's.
/// Of a date alone the first moment, or with `isEnd` the last one. UTC; none where it is something else.
std::optional<QDateTime> momentOf(const QString& word, bool isEnd);

/// For programs: "2026-11-24T11:03:07Z", with milliseconds where there are some; empty where invalid.
QString isoText(const QDateTime& time);
/// For people: "2026-11-24 14:03:07" in the machine's zone; "–" where invalid.
QString localText(const QDateTime& time);
/// "2026-11-24 00:00:00 – 2026-12-01 00:00:00 (UTC+03:00)"
QString periodText(const Period& period);

} // namespace kaptan::cli
