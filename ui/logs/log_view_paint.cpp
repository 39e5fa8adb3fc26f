#include "ui/common/format.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"
#include "ui/logs/log_view.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

/// How LogView paints: rows of cells, from the first visible one to the last.
namespace kaptan::ui
{

using namespace workload;

namespace
{
QColor mixed(const QColor& a, const QColor& b, double part)
{
    return QColor::fromRgbF(static_cast<float>(a.redF() * (1 - part) + b.redF() * part),
                            static_cast<float>(a.greenF() * (1 - part) + b.greenF() * part),
                            static_cast<float>(a.blueF() * (1 - part) + b.blueF() * part));
}

/// The 16 colours of a terminal by the theme's tokens, so that every one of them can be read.
QColor foreground(int ansi)
{
    const Style& style = Style::instance();
    switch (ansi & 7) {
    case 1:
        return style.tone(Tone::Error).fg;
    case 2:
        return style.tone(Tone::Ok).fg;
    case 3:
        return style.tone(Tone::Warning).fg;
    case 4:
        return style.tone(Tone::Accent).fg;
    case 5:
        return mixed(style.tone(Tone::Error).fg, style.tone(Tone::Accent).fg, 0.5);
    case 6:
        return mixed(style.tone(Tone::Ok).fg, style.tone(Tone::Accent).fg, 0.5);
    default:
        return style.color(ansi == 8 ? ColorRole::Muted : ColorRole::Text);
    }
}

QColor background(int ansi)
{
    const Style& style = Style::instance();
    switch (ansi & 7) {
    case 1:
    case 5:
        return style.tone(Tone::Error).soft;
    case 2:
        return style.tone(Tone::Ok).soft;
    case 3:
        return style.tone(Tone::Warning).soft;
    case 4:
    case 6:
        return style.tone(Tone::Accent).soft;
    default:
        return style.color(ColorRole::Raised);
    }
}

/// May be drawn together with its neighbours: one glyph of one cell, from left to right.
bool isPlainCell(QChar c)
{
    return c.unicode() >= 0x20 && c.unicode() < 0x7F;
}

bool goesLeftwards(QChar c)
{
    return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
}

QString shownStamp(const LogStamp& stamp)
{
    return QDateTime::fromMSecsSinceEpoch(stamp.ms()).toString(QStringLiteral("MM-dd HH:mm:ss.zzz"));
}
} // namespace

void LogView::paintEvent(QPaintEvent*)
{
    ++m_counters.paints;
    const Style& style = Style::instance();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), style.color(ColorRole::Surface));
    if (m_shownCount == 0) {
        painter.setPen(style.color(ColorRole::Muted));
        painter.setFont(style.font());
        painter.drawText(viewport()->rect(), Qt::AlignCenter, m_emptyText);
        return;
    }
    painter.setFont(viewport()->font());
    const int height = viewport()->height();
    const int most = height / m_line + 2;
    qint64 index = indexOf(m_top.line);
    fetch(index, m_wrap ? std::min(most, 16) : most);
    int widest = m_widest;
    int row = m_top.row;
    for (int y = space::xs; y < height && index < m_shownCount; ++index, row = 0) {
        const qint64 line = lineAt(index);
        const LogLayout& layout = layoutOf(line);
        widest = std::max(widest, layout.cellCount());
        const int rows = m_wrap ? layout.rows(columns()) : 1;
        for (; row < rows && y < height; ++row, y += m_line)
            paintRow(painter, {&layout, line, row, y});
    }
    if (widest != m_widest) {
        m_widest = widest;
        QMetaObject::invokeMethod(this, &LogView::updateScrollBars, Qt::QueuedConnection);
    }
}

void LogView::paintRow(QPainter& painter, const Row& row) const
{
    const Style& style = Style::instance();
    const LogLayout& layout = *row.layout;
    const bool isError = layout.stream() == LogSink::Stream::Stderr;
    if (isError) {
        const ToneColors tone = style.tone(Tone::Error);
        painter.fillRect(0, row.y, viewport()->width(), m_line,
                         mixed(style.color(ColorRole::Surface), tone.soft, 0.5));
        painter.fillRect(0, row.y, 2, m_line, tone.border);
    }
    const int columnCount = columns();
    const int cell = m_wrap ? row.row * columnCount : horizontalScrollBar()->value();
    const int from = layout.indexAt(cell, false);
    const int to = m_wrap && row.row + 1 == layout.rows(columnCount)
                       ? static_cast<int>(layout.text().size())
                       : layout.indexAt(cell + columnCount + (m_wrap ? 0 : 1), false);
    // A wide character or a tab may have begun on the row before; x is where `from` begins.
    const double left = space::m + gutter();
    const double x = left + (layout.cellOf(from) - cell) * m_cell;

    painter.save();
    painter.setClipRect(QRectF(left, row.y, viewport()->width() - left, m_line));
    if (m_search.isActive()) {
        const bool current = row.line == m_matchLine;
        const ToneColors tone = style.tone(Tone::Warning);
        for (const auto& [start, length] : placesOf(row.line, layout)) {
            if (start < to && start + length > from)
                paintBehind(painter, row, std::max(from, start), std::min(to, start + length), x, tone.soft,
                            true);
        }
        if (current) {
            painter.setPen(style.tone(Tone::Accent).border);
            painter.drawLine(QPointF(left, row.y + m_line - 1),
                             QPointF(viewport()->width(), row.y + m_line - 1));
        }
    }
    paintCells(painter, row, from, to, x, true);
    if (hasSelection()) {
        // Over the backgrounds, which keep their contrast with the text under it.
        QColor selected = style.tone(Tone::Accent).fg;
        selected.setAlphaF(0.25F);
        const auto [first, last] = selection();
        if (row.line >= first.line && row.line <= last.line) {
            const int size = static_cast<int>(layout.text().size());
            const int start = row.line == first.line ? std::min(first.column, size) : 0;
            const int end = row.line == last.line ? std::min(last.column, size) : size;
            paintBehind(painter, row, std::max(from, start), std::min(to, end), x, selected, false);
            // The end of the line is selected too: shown as one cell.
            if (row.line < last.line && to == size)
                painter.fillRect(QRectF(x + (layout.cellOf(size) - layout.cellOf(from)) * m_cell, row.y,
                                        m_cell / 2, m_line),
                                 selected);
        }
    }
    paintCells(painter, row, from, to, x, false);
    if (hasFocus() && m_cursor.line == row.line && m_cursor.column >= from && m_cursor.column <= to &&
        (m_cursor.column < to || to == layout.text().size()))
        painter.fillRect(
            QRectF(x + (layout.cellOf(m_cursor.column) - layout.cellOf(from)) * m_cell, row.y, 1, m_line),
            style.tone(Tone::Accent).fg);
    painter.restore();

    if (m_timestamps && row.row == 0 && layout.stamp()) {
        painter.setPen(style.color(ColorRole::Muted));
        painter.drawText(QPointF(space::m, row.y + m_ascent), shownStamp(*layout.stamp()));
    }
}

void LogView::paintBehind(QPainter& painter, const Row& row, int from, int to, double x, const QColor& color,
                          bool outline) const
{
    if (to <= from)
        return;
    const LogLayout& layout = *row.layout;
    const int first = layout.indexAt(m_wrap ? row.row * columns() : horizontalScrollBar()->value(), false);
    const double start = x + (layout.cellOf(from) - layout.cellOf(first)) * m_cell;
    const QRectF rect(start, row.y, (layout.cellOf(to) - layout.cellOf(from)) * m_cell, m_line);
    painter.fillRect(rect, color);
    if (outline) {
        painter.setPen(Style::instance().tone(Tone::Warning).border);
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -1.5));
    }
}

/// The characters [from, to) with `from` at x, in runs of one style: their backgrounds, or their text.
void LogView::paintCells(QPainter& painter, const Row& row, int from, int to, double x, bool behind) const
{
    const LogLayout& layout = *row.layout;
    const auto& spans = layout.spans();
    auto span = std::partition_point(spans.begin(), spans.end(),
                                     [&](const LogSpan& s) { return s.start + s.length <= from; });
    const int origin = layout.cellOf(from);
    for (int at = from; at < to;) {
        LogStyle style;
        int end = to;
        if (span != spans.end() && at >= span->start) {
            style = span->style;
            end = std::min(to, span->start + span->length);
            ++span;
        } else if (span != spans.end()) {
            end = std::min(to, span->start);
        }
        paintRun(painter, layout, at, end, x + (layout.cellOf(at) - origin) * m_cell, row.y, style, behind);
        at = end;
    }
}

void LogView::paintRun(QPainter& painter, const LogLayout& layout, int from, int to, double x, int y,
                       const LogStyle& style, bool behind) const
{
    const Style& tokens = Style::instance();
    QColor fg = style.foreground >= 0 ? foreground(style.foreground)
                : style.faint         ? tokens.color(ColorRole::Muted)
                                      : tokens.color(ColorRole::Text);
    QColor bg = style.background >= 0 ? background(style.background) : QColor();
    if (style.inverse) {
        bg = fg;
        fg = tokens.color(ColorRole::Surface);
    }
    const int origin = layout.cellOf(from);
    if (behind && bg.isValid())
        painter.fillRect(QRectF(x, y, (layout.cellOf(to) - origin) * m_cell, m_line), bg);
    if (behind)
        return;
    QFont font = viewport()->font();
    font.setBold(style.bold);
    font.setItalic(style.italic);
    font.setUnderline(style.underline);
    painter.setFont(font);
    painter.setPen(fg);
    const QString& text = layout.text();
    for (int at = from; at < to;) {
        int end = at + 1;
        if (layout.isSimple()) {
            end = to;
        } else if (isPlainCell(text[at])) {
            while (end < to && isPlainCell(text[end]))
                ++end;
        } else if (goesLeftwards(text[at])) {
            // Letters that join are drawn as one word; its place stays that of its cells.
            while (end < to && (goesLeftwards(text[end]) || layout.isJoined(end)))
                ++end;
        } else {
            while (end < to && layout.isJoined(end))
                ++end;
        }
        if (text[at] != u'\t')
            painter.drawText(QPointF(x + (layout.cellOf(at) - origin) * m_cell, y + m_ascent),
                             text.mid(at, end - at));
        at = end;
    }
}

bool LogView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const LogPosition position = positionAt(help->pos());
        const auto stamp = position.isValid() ? layoutOf(position.line).stamp() : std::nullopt;
        if (stamp && m_timestamps && help->pos().x() < gutter())
            QToolTip::showText(
                help->globalPos(),
                plainToolTip(absoluteTime(QDateTime::fromMSecsSinceEpoch(stamp->ms(), Qt::UTC)) + u'\n' +
                             layoutOf(position.line).stampText()),
                viewport());
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace kaptan::ui
