#pragma once

#include "app/report/report.h"

namespace kaptan::report
{

struct CsvOptions {
    bool hasByteOrderMark = false; ///< spreadsheets then know that it is UTF-8
    QTimeZone zone = QTimeZone::utc();
};

/// As RFC 4180: fields between commas, lines ended by CR LF, a field with either or a quote within quotes.
/// One line of titles, with units; times as "2026-11-24T14:03:07.250+03:00"; numbers with a point and without
/// groups, in their base unit (cores, bytes, seconds, percent); empty where not known.
///
/// A text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line end) gets an
/// apostrophe before it; numbers stay numbers. https://www.rfc-editor.org/rfc/rfc4180
QByteArray csv(const Table& table, const CsvOptions& options = {});

/// Whole or not at all; StorageError says why not.
Result<void> writeCsv(const Table& table, const QString& path, const CsvOptions& options = {});

/// A chart's points, a row each; named after its place among others.
Table chartTable(const chart::Spec& spec, int place);

/// The tables that are worth a file: the figures, all of the report's tables, the charts' points.
QVector<Table> csvTables(const ReportData& data);

/// "kaptan-shop-deployments-20261124-20261201.csv": letters, digits, dots and hyphens only.
QString csvFileName(const ReportData& data, const Table& table);
QString pdfFileName(const ReportData& data);

} // namespace kaptan::report
