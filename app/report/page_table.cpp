#include "app/report/page_table.h"

#include "app/core/plain_line.h"
#include "app/report/page_colours.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace kaptan::report
{

namespace
{

constexpr double padX = mm(1.3), padY = mm(0.9);
constexpr double narrowest = mm(9);
/// Lines of one cell; the file holds the rest.
constexpr int cellLines = 6;
constexpr int headingLines = 3;

/// Whether its texts are wrapped in what room there is.
bool isShared(const Column& column)
{
    return column.type == CellType::Text && column.weight > 0;
}

/// Text and times from the left, numbers at the right.
bool isRight(CellType type)
{
    return type != CellType::Text && type != CellType::Time;
}

double longestWord(const QString& text, const QFontMetricsF& metrics)
{
    double width = 0;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts))
        width = std::max(width, metrics.horizontalAdvance(word));
    return width;
}

QColor colourOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return colours::good();
    case Tone::Warning:
        return colours::warning();
    case Tone::Bad:
        return colours::bad();
    case Tone::Plain:
        break;
    }
    return colours::text();
}

} // namespace

PageTable::PageTable(const Table& table, const ReportData& data, double width, qsizetype most)
    : m_font(pageFont(7.5)), m_bold(pageFont(7.5, QFont::DemiBold))
{
    const qsizetype count = std::min(most, table.rows.size());
    QVector<QStringList> texts;
    texts.reserve(count);
    for (qsizetype i = 0; i < count; ++i) {
        QStringList line;
        for (qsizetype c = 0; c < table.columns.size(); ++c)
            line << (c < table.rows[i].size()
                         ? cellText(table.rows[i][c], table.columns[c].type, data.locale, data.zone)
                         : QString());
        texts << line;
    }
    QStringList titles;
    for (const Column& column : table.columns) {
        titles << column.title;
        m_right << isRight(column.type);
    }
    divide(texts, table, width);
    m_heading = laidOut(titles, m_bold, headingLines);
    m_rows.reserve(count);
    for (qsizetype i = 0; i < count; ++i) {
        Row row = laidOut(texts[i], m_font, cellLines);
        for (const Cell& cell : table.rows[i])
            row.tones << cell.tone;
        m_rows << row;
    }
}

/// Numbers and times get what they need; texts share what is left, none more than it can use as long as
/// another one lacks.
void PageTable::divide(const QVector<QStringList>& texts, const Table& table, double width)
{
    const QFontMetricsF metrics(m_font), bold(m_bold);
    const qsizetype columns = table.columns.size();
    QVector<double> need(columns);
    m_widths.resize(columns);
    double left = width, weights = 0;
    for (qsizetype c = 0; c < columns; ++c) {
        const Column& column = table.columns[c];
        // A title on two lines, not one word below the other.
        need[c] = std::max(longestWord(column.title, bold),
                           bold.horizontalAdvance(plainLine(column.title, 60)) * 0.6);
        for (const QStringList& line : texts)
            if (need[c] < width) // the longest names need not be measured all
                need[c] = std::max(need[c], metrics.horizontalAdvance(plainLine(line[c], 200)));
        need[c] = std::max(narrowest, std::ceil(need[c]) + 2 * padX + 1);
        if (isShared(column)) {
            weights += column.weight;
            continue;
        }
        m_widths[c] = std::min(need[c], width * 0.3);
        left -= m_widths[c];
    }
    QVector<qsizetype> open;
    for (qsizetype c = 0; c < columns; ++c)
        if (isShared(table.columns[c]))
            open << c;
    for (bool again = true; again && !open.isEmpty();) {
        again = false;
        for (qsizetype i = 0; i < open.size(); ++i) {
            const qsizetype c = open[i];
            if (need[c] > left * table.columns[c].weight / weights)
                continue;
            m_widths[c] = need[c];
            left -= need[c];
            weights -= table.columns[c].weight;
            open.removeAt(i);
            again = true;
            break;
        }
    }
    for (const qsizetype c : std::as_const(open))
        m_widths[c] = std::max(narrowest, left * table.columns[c].weight / weights);
    const double sum = std::accumulate(m_widths.cbegin(), m_widths.cend(), 0.0);
    if (sum > width) {
        for (double& one : m_widths)
            one *= width / sum;
        return;
    }
    // What nobody needs goes to the texts, so that numbers stay beside each other.
    QVector<qsizetype> takers;
    for (qsizetype c = 0; c < columns; ++c)
        if (isShared(table.columns[c]))
            takers << c;
    if (takers.isEmpty())
        for (qsizetype c = 0; c < columns; ++c)
            takers << c;
    for (const qsizetype c : std::as_const(takers))
        m_widths[c] += (width - sum) / double(takers.size());
}

PageTable::Row PageTable::laidOut(const QStringList& texts, const QFont& font, int most) const
{
    Row row;
    qsizetype lines = 1;
    for (qsizetype c = 0; c < texts.size(); ++c) {
        row.cells << wrapped(texts[c], font, m_widths[c] - 2 * padX, most);
        lines = std::max(lines, row.cells.last().size());
    }
    row.height = double(lines) * lineHeight(font) + 2 * padY;
    return row;
}

void PageTable::paint(QPainter& painter, const Row& row, double left, double top, const QFont& font,
                      const QColor& colour) const
{
    double x = left;
    for (qsizetype c = 0; c < row.cells.size(); ++c) {
        const Tone tone = row.tones.value(c, Tone::Plain);
        drawLines(painter, QRectF(x + padX, top + padY, m_widths[c] - 2 * padX, row.height), row.cells[c],
                  font, tone == Tone::Plain ? colour : colourOf(tone),
                  m_right[c] ? Qt::AlignRight : Qt::AlignLeft);
        x += m_widths[c];
    }
    painter.setPen(QPen(colours::line(), mm(0.15)));
    painter.drawLine(QPointF(left, top + row.height), QPointF(x, top + row.height));
}

void PageTable::paintHeading(QPainter& painter, double left, double top) const
{
    const double width = std::accumulate(m_widths.cbegin(), m_widths.cend(), 0.0);
    painter.fillRect(QRectF(left, top, width, m_heading.height), colours::ground());
    paint(painter, m_heading, left, top, m_bold, colours::muted());
}

void PageTable::paintRow(QPainter& painter, qsizetype row, double left, double top) const
{
    paint(painter, m_rows[row], left, top, m_font, colours::text());
}

} // namespace kaptan::report
