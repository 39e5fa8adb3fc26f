#include "app/report/csv.h"

#include "app/report/file.h"
#include "app/report/words.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace kaptan::report
{

namespace
{

QString unitOf(CellType type)
{
    switch (type) {
    case CellType::Duration:
        //: unit in the heading of a column: seconds
        return Tr::tr("s");
    case CellType::Cores:
        //: unit in the heading of a column: of CPU
        return Tr::tr("cores");
    case CellType::Bytes:
        return Tr::tr("bytes");
    case CellType::BytesPerSecond:
        return Tr::tr("bytes/s");
    case CellType::Share:
        return u"%"_s;
    case CellType::Text:
    case CellType::Time:
    case CellType::Number:
        break;
    }
    return {};
}

bool isFormula(const QString& text)
{
    if (text.isEmpty())
        return false;
    switch (text.front().unicode()) {
    case u'=':
    case u'+':
    case u'-':
    case u'@':
    case u'\t':
    case u'\r':
    case u'\n':
    // As a spreadsheet of East Asia reads them: the same signs, of full width.
    case 0xFF1D:
    case 0xFF0B:
    case 0xFF0D:
    case 0xFF20:
        return true;
    default:
        return false;
    }
}

QString quoted(QString field)
{
    if (!field.contains(u'"') && !field.contains(u',') && !field.contains(u'\r') && !field.contains(u'\n') &&
        !field.startsWith(u' ') && !field.endsWith(u' '))
        return field;
    return u'"' + field.replace(u'"', u"\"\""_s) + u'"';
}

QString textField(QString text)
{
    text.remove(QChar(0)); // no reader gets past it
    return quoted(isFormula(text) ? u'\'' + text : text);
}

/// The shortest that is read back as the same number.
QString numberField(double value)
{
    if (!std::isfinite(value))
        return {};
    if (value == std::floor(value) && std::abs(value) < 9e15)
        return QString::number(qint64(value));
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QString field(const Cell& cell, CellType type, const QTimeZone& zone)
{
    if (const auto* text = std::get_if<QString>(&cell.value))
        return textField(*text);
    if (const auto* at = std::get_if<QDateTime>(&cell.value)) {
        const QDateTime local = at->toTimeZone(zone);
        return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODateWithMs);
    }
    if (const auto* number = std::get_if<double>(&cell.value)) {
        if (type == CellType::Duration)
            return numberField(*number / 1000);
        // Not times 100: 0.07 would become 7.000000000000001.
        return numberField(type == CellType::Share ? std::round(*number * 1e6) / 1e4 : *number);
    }
    return {};
}

/// What a file's name may hold of another's words.
QString nameOf(const QString& text)
{
    QString name;
    QString letters = text.left(60).normalized(QString::NormalizationForm_KD); // "ü" is "u" and two dots
    letters.replace(QChar(0x0131), u'i');
    for (const QChar c : std::as_const(letters)) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        const bool plain = c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'.');
        if (plain && !(name.isEmpty() && c == u'.'))
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    while (name.endsWith(u'-') || name.endsWith(u'.'))
        name.chop(1);
    return name;
}

QString fileName(const ReportData& data, const QString& what, const QString& suffix)
{
    QStringList parts{u"kaptan"_s};
    for (const QString& part : {nameOf(data.connection), nameOf(data.workload), nameOf(what)})
        if (!part.isEmpty())
            parts << part;
    for (const QDateTime& at : {data.from, data.to})
        if (at.isValid())
            parts << at.toTimeZone(data.zone).date().toString(u"yyyyMMdd"_s);
    return parts.join(u'-') + suffix;
}

CellType typeOf(chart::Unit unit)
{
    switch (unit) {
    case chart::Unit::Cores:
        return CellType::Cores;
    case chart::Unit::Bytes:
        return CellType::Bytes;
    case chart::Unit::BytesPerSecond:
        return CellType::BytesPerSecond;
    case chart::Unit::Percent:
        return CellType::Share;
    case chart::Unit::Count:
        break;
    }
    return CellType::Number;
}

Table figuresTable(const ReportData& data)
{
    Table table{u"figures"_s,
                Tr::tr("Key figures"),
                {{Tr::tr("Figure")}, {Tr::tr("Value"), CellType::Number}, {Tr::tr("Unit")}, {Tr::tr("Note")}},
                {},
                {},
                {}};
    for (const Figure& figure : data.figures) {
        Cell value = figure.value;
        if (auto* number = std::get_if<double>(&value.value)) {
            if (figure.type == CellType::Duration)
                *number /= 1000;
            else if (figure.type == CellType::Share)
                *number = std::round(*number * 1e6) / 1e4;
        }
        table.rows.append({figure.label, value, unitOf(figure.type), figure.note});
    }
    return table;
}

} // namespace

QByteArray csv(const Table& table, const CsvOptions& options)
{
    const QTimeZone zone = options.zone.isValid() ? options.zone : QTimeZone::utc();
    QByteArray bytes;
    if (options.hasByteOrderMark)
        bytes += "\xEF\xBB\xBF";
    QStringList fields;
    const auto endLine = [&] {
        bytes += fields.join(u',').toUtf8() + "\r\n";
        fields.clear();
    };
    for (const Column& column : table.columns) {
        const QString unit = unitOf(column.type);
        fields << textField(unit.isEmpty() ? column.title : u"%1 (%2)"_s.arg(column.title, unit));
    }
    endLine();
    for (const QVector<Cell>& row : table.rows) {
        for (qsizetype i = 0; i < table.columns.size(); ++i) // every line has as many fields
            fields << (i < row.size() ? field(row[i], table.columns[i].type, zone) : QString());
        endLine();
    }
    return bytes;
}

Result<void> writeCsv(const Table& table, const QString& path, const CsvOptions& options)
{
    return writeWhole(path, csv(table, options));
}

Table chartTable(const chart::Spec& spec, int place)
{
    const CellType type = typeOf(spec.unit);
    const double factor = type == CellType::Share ? 0.01 : 1;
    Table table{u"chart-"_s + QString::number(place),
                spec.title,
                {{Tr::tr("Time"), CellType::Time},
                 {Tr::tr("Series")},
                 //: the smallest value of a span of time
                 {Tr::tr("Lowest"), type},
                 {Tr::tr("Mean"), type},
                 {Tr::tr("Highest"), type}},
                {},
                {},
                {}};
    for (const chart::Series& series : spec.series)
        for (const chart::Point& point : series.points)
            table.rows.append({QDateTime::fromMSecsSinceEpoch(point.atMs, Qt::UTC), series.name,
                               point.min * factor, point.mean * factor, point.max * factor});
    return table;
}

QVector<Table> csvTables(const ReportData& data)
{
    QVector<Table> tables{figuresTable(data)};
    tables += data.tables;
    for (qsizetype i = 0; i < data.charts.size(); ++i)
        tables.append(chartTable(data.charts[i], int(i) + 1));
    return tables;
}

QString csvFileName(const ReportData& data, const Table& table)
{
    return fileName(data, table.id, u".csv"_s);
}

QString pdfFileName(const ReportData& data)
{
    return fileName(data, u"report"_s, u".pdf"_s);
}

} // namespace kaptan::report
