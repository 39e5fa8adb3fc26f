#include "ui/common/style.h"
#include "ui/logs/log_text_job.h"
#include "ui/logs/log_view.h"

#include "app/core/when_done.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyleHints>

#include <algorithm>

/// How LogView is used: mouse, keyboard, selection, clipboard.
namespace kaptan::ui
{

using namespace workload;

namespace
{
constexpr qint64 copiedAtOnce = 1000; // lines; more are collected by a worker
constexpr int dragInterval = 50;      // milliseconds between steps while dragging outside
} // namespace

LogPosition LogView::positionAt(const QPoint& point) const
{
    if (m_shownCount == 0)
        return {};
    // Only what is visible can be pointed at: walked from the top.
    const int height = viewport()->height();
    qint64 index = indexOf(m_top.line);
    int row = m_top.row;
    if (point.y() < space::xs)
        return index < m_shownCount ? LogPosition{lineAt(index), 0} : LogPosition{};
    int y = space::xs;
    for (; index < m_shownCount && y < height + m_line; ++index, row = 0) {
        const qint64 line = lineAt(index);
        const LogLayout& layout = layoutOf(line);
        const int rows = m_wrap ? layout.rows(columns()) : 1;
        for (; row < rows; ++row, y += m_line) {
            if (point.y() >= y + m_line)
                continue;
            const double left = space::m + gutter();
            double cell = (point.x() - left) / m_cell;
            if (m_wrap)
                cell = std::clamp(cell, 0.0, double(columns())) + row * columns();
            else
                cell += horizontalScrollBar()->value();
            return {line, layout.indexAt(cell, true)};
        }
    }
    const qint64 last = lineAt(std::min(index, m_shownCount) - 1);
    return {last, static_cast<int>(layoutOf(last).text().size())};
}

QPair<LogPosition, LogPosition> LogView::selection() const
{
    return m_anchor < m_cursor ? qMakePair(m_anchor, m_cursor) : qMakePair(m_cursor, m_anchor);
}

void LogView::select(const LogPosition& anchor, const LogPosition& cursor)
{
    m_anchor = anchor;
    m_cursor = cursor;
    viewport()->update();
    announce();
    Q_EMIT selectionChanged();
}

void LogView::clearSelection()
{
    if (m_anchor.isValid() || m_cursor.isValid())
        select({}, {});
}

void LogView::selectAll()
{
    if (m_shownCount == 0)
        return;
    const qint64 last = lineAt(m_shownCount - 1);
    select({lineAt(0), 0}, {last, static_cast<int>(layoutOf(last).text().size())});
}

LogPosition LogView::wordEdge(LogPosition position, bool end) const
{
    const QString& text = layoutOf(position.line).text();
    const auto isWord = [&](int i) {
        const QChar c = text[i];
        return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.' || c.isMark() || c.isSurrogate();
    };
    const int size = static_cast<int>(text.size());
    int at = std::min(position.column, size);
    if (end) {
        if (at < size && !isWord(at))
            ++at;
        else
            while (at < size && isWord(at))
                ++at;
    } else {
        if (at == size && at > 0 && isWord(at - 1))
            --at;
        while (at > 0 && at < size && isWord(at) && isWord(at - 1))
            --at;
    }
    return {position.line, at};
}

// --- mouse -----------------------------------------------------------------------------------------------

void LogView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        setZoom(m_zoom + (event->angleDelta().y() > 0 ? 1 : -1));
        return;
    }
    const QPoint delta = event->angleDelta();
    if (delta.x() != 0 || event->modifiers() & Qt::ShiftModifier) {
        const int amount = delta.x() != 0 ? delta.x() : delta.y();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - amount / 15);
        return;
    }
    const int lines = QApplication::wheelScrollLines();
    const int rows = std::max(1, std::abs(delta.y()) * lines / 120);
    if (delta.y() != 0)
        scrollRows(delta.y() > 0 ? -rows : rows);
    event->accept();
}

void LogView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    const LogPosition position = positionAt(event->pos());
    if (!position.isValid())
        return;
    const qint64 now = static_cast<qint64>(event->timestamp());
    if (m_clicks == 2 && now - m_lastClick < QGuiApplication::styleHints()->mouseDoubleClickInterval()) {
        m_clicks = 3;
        select({position.line, 0}, {position.line, static_cast<int>(layoutOf(position.line).text().size())});
        return;
    }
    m_clicks = 1;
    m_lastClick = now;
    if (event->modifiers() & Qt::ShiftModifier && m_anchor.isValid())
        select(m_anchor, position);
    else
        select(position, position);
}

void LogView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const LogPosition position = positionAt(event->pos());
    if (event->button() != Qt::LeftButton || !position.isValid())
        return;
    m_clicks = 2;
    m_lastClick = static_cast<qint64>(event->timestamp());
    select(wordEdge(position, false), wordEdge(position, true));
}

void LogView::mouseMoveEvent(QMouseEvent* event)
{
    viewport()->setCursor(event->pos().x() < space::m + gutter() ? Qt::ArrowCursor : Qt::IBeamCursor);
    if (!(event->buttons() & Qt::LeftButton) || !m_anchor.isValid())
        return;
    m_dragPoint = event->pos();
    dragTo(m_dragPoint);
    const bool outside = m_dragPoint.y() < 0 || m_dragPoint.y() >= viewport()->height();
    if (outside && !m_dragTimer.isActive())
        m_dragTimer.start(dragInterval, this);
    else if (!outside)
        m_dragTimer.stop();
}

void LogView::mouseReleaseEvent(QMouseEvent*)
{
    m_dragTimer.stop();
}

void LogView::dragTo(const QPoint& point)
{
    if (point.y() < 0)
        scrollRows(-std::max(1, -point.y() / m_line));
    else if (point.y() >= viewport()->height())
        scrollRows(std::max(1, (point.y() - viewport()->height()) / m_line));
    const LogPosition position = positionAt(point);
    if (!position.isValid() || position == m_cursor)
        return;
    if (m_clicks == 2) {
        const bool after = m_anchor < position;
        select(m_anchor, wordEdge(position, after));
    } else if (m_clicks == 3) {
        const bool after = m_anchor.line <= position.line;
        const auto size = static_cast<int>(layoutOf(position.line).text().size());
        select({m_anchor.line, after ? 0 : static_cast<int>(layoutOf(m_anchor.line).text().size())},
               {position.line, after ? size : 0});
    } else {
        select(m_anchor, position);
    }
}

// --- keyboard --------------------------------------------------------------------------------------------

void LogView::keyPressEvent(QKeyEvent* event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers & Qt::ShiftModifier && event->key() != Qt::Key_F) {
        moveCursor(event);
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    const int page = std::max(1, visibleRows() - 1);
    QScrollBar* bar = horizontalScrollBar();
    switch (event->key()) {
    case Qt::Key_Up:
        scrollRows(-1);
        break;
    case Qt::Key_Down:
        scrollRows(1);
        break;
    case Qt::Key_PageUp:
        scrollRows(-page);
        break;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        scrollRows(page);
        break;
    case Qt::Key_Home:
        scrollToTop();
        break;
    case Qt::Key_End:
        scrollToEnd();
        break;
    case Qt::Key_Left:
        bar->setValue(bar->value() - bar->singleStep());
        break;
    case Qt::Key_Right:
        bar->setValue(bar->value() + bar->singleStep());
        break;
    case Qt::Key_Escape:
        if (hasSelection())
            clearSelection();
        else
            Q_EMIT escapePressed();
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    event->accept();
}

/// Shift with the arrows and their kin: the selection grows from where it is, or from what is visible.
void LogView::moveCursor(QKeyEvent* event)
{
    if (m_shownCount == 0)
        return;
    if (!m_cursor.isValid()) {
        const bool up = event->key() == Qt::Key_Up || event->key() == Qt::Key_PageUp;
        const qint64 line = up ? movedBy(m_top, visibleRows() - 1).line : m_top.line;
        m_anchor = m_cursor = {line, up ? static_cast<int>(layoutOf(line).text().size()) : 0};
    }
    if (!m_anchor.isValid())
        m_anchor = m_cursor;
    qint64 index = indexOf(m_cursor.line);
    LogPosition next = m_cursor;
    const LogLayout& here = layoutOf(m_cursor.line);
    const int size = static_cast<int>(here.text().size());
    const bool control = event->modifiers() & Qt::ControlModifier;
    const auto toIndex = [&](qint64 wanted) {
        index = std::clamp<qint64>(wanted, 0, m_shownCount - 1);
        next.line = lineAt(index);
    };
    switch (event->key()) {
    case Qt::Key_Up:
        if (index == 0)
            next.column = 0;
        toIndex(index - 1);
        break;
    case Qt::Key_Down:
        if (index + 1 == m_shownCount)
            next.column = size;
        toIndex(index + 1);
        break;
    case Qt::Key_PageUp:
        toIndex(index - visibleRows());
        break;
    case Qt::Key_PageDown:
        toIndex(index + visibleRows());
        break;
    case Qt::Key_Left:
        do
            --next.column;
        while (next.column > 0 && here.isJoined(next.column));
        if (next.column < 0 && index > 0) {
            toIndex(index - 1);
            next.column = static_cast<int>(layoutOf(next.line).text().size());
        }
        next.column = std::max(0, next.column);
        break;
    case Qt::Key_Right:
        next.column = std::min(next.column, size);
        do
            ++next.column;
        while (next.column < size && here.isJoined(next.column));
        if (next.column > size && index + 1 < m_shownCount) {
            toIndex(index + 1);
            next.column = 0;
        }
        break;
    case Qt::Key_Home:
        next.column = 0;
        if (control)
            toIndex(0);
        break;
    case Qt::Key_End:
        if (control)
            toIndex(m_shownCount - 1);
        next.column = static_cast<int>(layoutOf(next.line).text().size());
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    event->accept();
    select(m_anchor, next);
    scrollTo(next.line, false);
}

void LogView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void LogView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

/// A screen reader hears the line of the cursor; the log itself would talk without end.
void LogView::announce()
{
    setAccessibleName(tr("Log"));
    QString description =
        tr("Arrow keys scroll, with Shift they select. End follows the newest line, slash searches.");
    if (m_cursor.isValid())
        description = layoutOf(m_cursor.line).text().left(500);
    if (description == accessibleDescription())
        return;
    setAccessibleDescription(description);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

// --- clipboard -------------------------------------------------------------------------------------------

void LogView::copy()
{
    if (!hasSelection())
        return;
    const auto [first, last] = selection();
    LogTextJob job;
    job.first = first.line;
    job.end = last.line + 1;
    job.firstColumn = first.column;
    job.lastColumn = last.column;
    job.timestamps = m_timestamps && last.line > first.line;
    if (m_filtering) {
        const auto& matches = m_search.matches();
        job.only = std::vector<qint64>(std::lower_bound(matches.begin(), matches.end(), first.line),
                                       std::upper_bound(matches.begin(), matches.end(), last.line));
    }
    const qint64 lines = job.only ? static_cast<qint64>(job.only->size()) : job.end - job.first;
    const auto put = [this, lines](const Result<QString>& text) {
        if (text)
            QGuiApplication::clipboard()->setText(*text);
        Q_EMIT copied(text ? lines : -1);
    };
    if (lines <= copiedAtOnce)
        put(logText(*m_store, job));
    else
        whenDone(logTextLater(m_store, job), this, put);
}

} // namespace kaptan::ui
