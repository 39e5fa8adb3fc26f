#include "ui/logs/log_view.h"

#include "ui/common/style.h"

#include <QFontMetricsF>
#include <QResizeEvent>
#include <QScrollBar>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>

namespace kaptan::ui
{

using namespace workload;

namespace
{
constexpr int pollInterval = 33;        // milliseconds: as often as eyes can use
constexpr size_t mostLayouts = 1024;    // kept from one frame to the next
constexpr qsizetype mostKept = 4 << 20; // characters of them
const QString stampPattern = QStringLiteral("00-00 00:00:00.000");
} // namespace

LogView::LogView(std::shared_ptr<LogStore> store, QWidget* parent)
    : QAbstractScrollArea(parent), m_store(std::move(store)), m_search(*m_store)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_button = new QPushButton(viewport());
    m_button->setFocusPolicy(Qt::NoFocus); // End does the same
    m_button->setCursor(Qt::ArrowCursor);
    setLook(m_button, Look::Primary);
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, &LogView::scrollToEnd);
    connect(&Style::instance(), &Style::changed, this, &LogView::relayout);
    setFont();
    announce();
}

LogView::~LogView() = default;

void LogView::setFont()
{
    QFont font = Style::instance().mono();
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(6, font.pixelSize() + m_zoom));
    else
        font.setPointSizeF(std::max(5.0, font.pointSizeF() + m_zoom));
    font.setKerning(false);
    viewport()->setFont(font);
    const QFontMetricsF metrics(font);
    m_cell = metrics.horizontalAdvance(QString(100, u'0')) / 100;
    m_line = static_cast<int>(std::ceil(metrics.height() * 1.2));
    m_ascent = static_cast<int>(std::round((m_line - metrics.height()) / 2 + metrics.ascent()));
}

void LogView::relayout()
{
    setFont();
    m_top.row = 0;
    if (m_following)
        m_top = endTop();
    updateScrollBars();
    updateButton();
    viewport()->update();
}

void LogView::setFollowing(bool following)
{
    if (following)
        setTop(endTop());
    if (m_following != following) {
        m_following = following;
        m_seenEnd = m_counts.end;
        Q_EMIT followingChanged(following);
    }
    updateButton();
}

void LogView::setWrap(bool wrap)
{
    m_wrap = wrap;
    relayout();
}

void LogView::setTimestamps(bool shown)
{
    m_timestamps = shown;
    relayout();
}

void LogView::setEmptyText(const QString& text)
{
    if (text == m_emptyText)
        return;
    m_emptyText = text;
    if (m_shownCount == 0)
        viewport()->update();
}

void LogView::setZoom(int steps)
{
    steps = std::clamp(steps, -4, 12);
    if (steps == m_zoom)
        return;
    m_zoom = steps;
    relayout();
    Q_EMIT zoomChanged(steps);
}

// --- which lines -----------------------------------------------------------------------------------------

qint64 LogView::indexOf(qint64 line) const
{
    if (!m_filtering)
        return std::max<qint64>(0, line - m_counts.first);
    const auto& matches = m_search.matches();
    return std::lower_bound(matches.begin(), matches.end(), line) - matches.begin();
}

qint64 LogView::lineAt(qint64 index) const
{
    return m_filtering ? m_search.matches()[static_cast<size_t>(index)] : m_counts.first + index;
}

/// Makes sure that these shown lines are laid out, with one visit to the store where they are neighbours.
void LogView::fetch(qint64 index, int count) const
{
    const qint64 end = std::min(index + count, m_shownCount);
    for (qint64 i = index; i < end;) {
        const qint64 line = lineAt(i);
        if (m_layouts.contains(line)) {
            ++i;
            continue;
        }
        int run = 1;
        while (i + run < end && lineAt(i + run) == line + run && !m_layouts.contains(line + run))
            ++run;
        for (const LogLine& read : m_store->read(line, run))
            keep(read);
        i += run;
    }
}

const LogLayout& LogView::keep(const LogLine& line) const
{
    if (m_layouts.size() > mostLayouts || m_layoutSize > mostKept) {
        m_layouts.clear();
        m_layoutSize = 0;
    }
    ++m_counters.layouts;
    const LogLayout& layout = m_layouts.insert_or_assign(line.number, LogLayout(line)).first->second;
    m_layoutSize += layout.text().size();
    return layout;
}

/// Valid until the next layout is made.
const LogLayout& LogView::layoutOf(qint64 line) const
{
    static const LogLayout none;
    if (const auto found = m_layouts.find(line); found != m_layouts.end())
        return found->second;
    const auto read = m_store->read(line, 1);
    return read.empty() || read.front().number != line ? none : keep(read.front());
}

int LogView::gutter() const
{
    return m_timestamps ? static_cast<int>(std::ceil(m_cell * (stampPattern.size() + 2))) : 0;
}

int LogView::columns() const
{
    return std::max(8, static_cast<int>((viewport()->width() - gutter() - 2 * space::m) / m_cell));
}

int LogView::visibleRows() const
{
    return std::max(1, (viewport()->height() - 2 * space::xs) / m_line);
}

int LogView::rowsOf(qint64 line) const
{
    return m_wrap ? layoutOf(line).rows(columns()) : 1;
}

// --- where -----------------------------------------------------------------------------------------------

/// The top that puts the last row at the bottom.
LogView::Top LogView::endTop() const
{
    if (m_shownCount == 0)
        return {m_counts.first, 0};
    const int rows = visibleRows();
    if (!m_wrap)
        return {lineAt(std::max<qint64>(0, m_shownCount - rows)), 0};
    int left = rows;
    qint64 index = m_shownCount;
    while (left > 0 && index > 0) {
        --index;
        left -= rowsOf(lineAt(index));
    }
    return {lineAt(index), std::max(0, -left)};
}

LogView::Top LogView::movedBy(Top top, qint64 rows) const
{
    if (m_shownCount == 0)
        return {m_counts.first, 0};
    qint64 index = std::min(indexOf(top.line), m_shownCount - 1);
    if (!m_wrap)
        return {lineAt(std::clamp<qint64>(index + rows, 0, m_shownCount - 1)), 0};
    qint64 row = top.row + rows;
    while (row < 0 && index > 0)
        row += rowsOf(lineAt(--index));
    while (index + 1 < m_shownCount) {
        const int here = rowsOf(lineAt(index));
        if (row < here)
            break;
        row -= here;
        ++index;
    }
    return {lineAt(index), static_cast<int>(std::clamp<qint64>(row, 0, rowsOf(lineAt(index)) - 1))};
}

void LogView::setTop(Top top)
{
    const Top end = endTop();
    if (end.line < top.line || (end.line == top.line && end.row < top.row))
        top = end;
    if (top.line < m_counts.first)
        top = {m_counts.first, 0};
    if (top.line != m_top.line || top.row != m_top.row) {
        m_top = top;
        viewport()->update();
    }
    updateScrollBars();
}

void LogView::scrollRows(qint64 rows)
{
    setTop(movedBy(m_top, rows));
    const Top end = endTop();
    const bool atEnd = m_top.line == end.line && m_top.row == end.row;
    if (rows < 0 && !atEnd)
        setFollowing(false);
    else if (rows > 0 && atEnd)
        setFollowing(true);
}

void LogView::scrollToTop()
{
    setFollowing(false);
    setTop({m_shownCount > 0 ? lineAt(0) : m_counts.first, 0});
}

void LogView::scrollToEnd()
{
    setFollowing(true);
}

void LogView::scrollTo(qint64 line, bool centred)
{
    const qint64 index = indexOf(line);
    const qint64 top = indexOf(m_top.line);
    const int rows = visibleRows();
    const bool above = index < top || (index == top && m_top.row > 0);
    const bool visible = !above && index < indexOf(movedBy(m_top, rows - 1).line) + (m_wrap ? 0 : 1);
    if (visible)
        return;
    setFollowing(false);
    setTop(movedBy({line, 0}, centred ? -rows / 3 : above ? 0 : 1 - rows));
}

void LogView::updateScrollBars()
{
    m_updating = true;
    const qint64 endIndex = m_shownCount > 0 ? indexOf(endTop().line) : 0;
    const int end = static_cast<int>(std::min<qint64>(endIndex, INT_MAX));
    verticalScrollBar()->setRange(0, end);
    verticalScrollBar()->setPageStep(visibleRows());
    verticalScrollBar()->setSingleStep(3);
    verticalScrollBar()->setValue(static_cast<int>(std::min<qint64>(indexOf(m_top.line), end)));
    const int over = m_wrap ? 0 : std::max(0, m_widest - columns());
    horizontalScrollBar()->setRange(0, over);
    horizontalScrollBar()->setPageStep(columns());
    horizontalScrollBar()->setSingleStep(8);
    m_updating = false;
}

void LogView::scrollContentsBy(int dx, int dy)
{
    if (dx != 0)
        viewport()->update();
    if (dy == 0 || m_updating || m_shownCount == 0)
        return;
    const int value = verticalScrollBar()->value();
    if (value == verticalScrollBar()->maximum()) {
        setFollowing(true);
        return;
    }
    setTop({lineAt(std::min<qint64>(value, m_shownCount - 1)), 0});
    setFollowing(false);
}

qint64 LogView::newLines() const
{
    return m_following ? 0 : m_counts.end - std::max(m_seenEnd, m_counts.first);
}

void LogView::updateButton()
{
    const Top end = endTop();
    const bool away = !m_following && (m_top.line != end.line || m_top.row != end.row || newLines() > 0);
    m_button->setVisible(away);
    if (!away)
        return;
    const qint64 count = newLines();
    //: Button at the bottom of a log that does not follow; leads to the end
    const QString text =
        count > 0 ? tr("%n new line(s) ↓", nullptr, static_cast<int>(std::min<qint64>(count, INT_MAX)))
                  : tr("To the end ↓");
    if (m_button->text() != text) {
        m_button->setText(text);
        m_button->setAccessibleName(text);
        m_button->setToolTip(tr("Follow the end of the log (F or End)"));
    }
    m_button->adjustSize();
    m_button->move((viewport()->width() - m_button->width()) / 2,
                   viewport()->height() - m_button->height() - space::m);
}

// --- the store -------------------------------------------------------------------------------------------

void LogView::poll()
{
    ++m_counters.polls;
    const bool searched = m_search.poll();
    const quint64 generation = m_store->generation();
    if (generation == m_generation && !searched)
        return;
    m_generation = generation;
    const LogCounts before = m_counts;
    const qint64 shownBefore = m_shownCount;
    m_counts = m_store->counts();
    m_shownCount =
        m_filtering ? static_cast<qint64>(m_search.matches().size()) : m_counts.end - m_counts.first;
    for (qint64 line = before.complete; line < before.end; ++line)
        m_layouts.erase(line); // had no end then
    m_seenEnd = std::min(m_seenEnd, m_counts.end);
    if (m_counts.first >= m_counts.end ||
        (m_anchor.isValid() && m_cursor.line < m_counts.first && m_anchor.line < m_counts.first))
        clearSelection();
    if (m_following) {
        setTop(endTop());
        viewport()->update();
    } else {
        // Unless what is visible changed, nothing needs to be painted.
        const qint64 visibleEnd = indexOf(m_top.line) + visibleRows();
        if (m_top.line < m_counts.first || visibleEnd >= std::min(shownBefore, m_shownCount) || m_filtering)
            viewport()->update();
        setTop(m_top);
    }
    updateButton();
    Q_EMIT progressed();
}

void LogView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_timer.timerId())
        poll();
    else if (event->timerId() == m_dragTimer.timerId())
        dragTo(m_dragPoint);
    else
        QAbstractScrollArea::timerEvent(event);
}

void LogView::showEvent(QShowEvent* event)
{
    QAbstractScrollArea::showEvent(event);
    m_timer.start(pollInterval, this);
    poll();
}

void LogView::hideEvent(QHideEvent* event)
{
    m_timer.stop();
    m_dragTimer.stop();
    QAbstractScrollArea::hideEvent(event);
}

void LogView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        m_top.row = 0;
    setTop(m_following ? endTop() : m_top);
    updateButton();
}

void LogView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_button->setText({});
        updateButton();
        announce();
    }
}

} // namespace kaptan::ui
