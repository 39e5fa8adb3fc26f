#pragma once

#include "app/chart/chart.h"
#include "app/core/result.h"

#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QTimeZone>
#include <QVector>

#include <variant>

namespace kaptan::history
{
class Database;
}

/// What happened on a connection in a time, as plain values; made into pages (pages.h) and CSV files (csv.h).
/// All names and messages are untrusted and are kept as they came: whoever writes them makes them harmless.
namespace kaptan::report
{

/// What a column's cells are, and so how they are written.
enum class CellType {
    Text,
    Time,
    Duration, ///< milliseconds
    Number,   ///< with a decimal where it has one
    Cores,
    Bytes,
    BytesPerSecond,
    Share, ///< 0 to 1, written in percent
};

enum class Tone { Plain, Good, Warning, Bad };

/// Text, a number in the unit of its column, or a time in UTC; empty where it is not known.
struct Cell {
    std::variant<std::monostate, QString, double, QDateTime> value;
    Tone tone = Tone::Plain; ///< seen beside the word, never instead of it

    Cell() = default;

    Cell(QString text,
         Tone textTone = Tone::Plain) // NOLINT(google-explicit-constructor): rows are lists of them
        : value(std::move(text)), tone(textTone)
    {
    }

    Cell(double number) : value(number) {} // NOLINT(google-explicit-constructor)

    Cell(const QDateTime& at); // NOLINT(google-explicit-constructor): invalid makes it empty

    template <class T>
    Cell(const std::optional<T>& number) // NOLINT(google-explicit-constructor)
    {
        if (number)
            value = double(*number);
    }

    bool isEmpty() const { return std::holds_alternative<std::monostate>(value); }
};

struct Column {
    QString title;
    CellType type = CellType::Text;
    /// Of text: its part of the room that such columns share. 0: single words, which get the room they need.
    double weight = 1;
};

struct Table {
    QString id; ///< for the file's name: "deployments"; plain letters
    QString title;
    QVector<Column> columns;
    QVector<QVector<Cell>> rows;
    QString note;      ///< below the title; may be empty
    QString emptyText; ///< in place of rows
};

/// One number that stands out.
struct Figure {
    QString label;
    CellType type = CellType::Number;
    Cell value;
    QString note; ///< below it, small; may be empty
};

struct ReportRequest {
    QString connection;     ///< the connection's key
    QString connectionName; ///< where the history does not know its name
    QDateTime from, to;     ///< UTC
    QString workload;       ///< key; empty: all of the connection
    QLocale locale = QLocale();
    QTimeZone zone = QTimeZone::systemTimeZone();
    QDateTime madeAt;  ///< UTC
    QString title;     ///< empty: "Operations report"
    int rows = 10'000; ///< of a table, the newest ones
};

struct ReportData {
    QString title;
    QString connection; ///< its name
    QString platform;   ///< a product's name; may be empty
    QString workload;   ///< its name; empty: all
    QDateTime from, to, madeAt;
    QLocale locale = QLocale();
    QTimeZone zone = QTimeZone::utc();
    QVector<Figure> figures;
    QVector<chart::Spec> charts;
    QVector<Table> tables;
};

/// Asks the history for all of it: to be called in a reader's thread. Where nothing was recorded the parts
/// say so. InvalidInput where the times are none, StorageError where the file cannot be read. Words are in
/// the program's language, numbers and times by the request's locale.
Result<ReportData> collect(history::Database& database, const ReportRequest& request);

/// As it stands on a page.
QString cellText(const Cell& cell, CellType type, const QLocale& locale, const QTimeZone& zone);
/// "24 Nov 2026 14:03"
QString momentText(const QDateTime& at, const QLocale& locale, const QTimeZone& zone);
/// "350 ms", "3.4 s", "2 min 5 s", "3 h 20 min", "2 d 4 h"
QString durationText(double milliseconds, const QLocale& locale);
/// "24 Nov 2026 00:00 – 1 Dec 2026 00:00 (UTC+03:00)"
QString periodText(const ReportData& data);

} // namespace kaptan::report
