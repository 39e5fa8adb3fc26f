#include "ui/logs/log_view.h"

#include <QScrollBar>

#include <algorithm>

/// How LogView finds: the search's matches shown, gone through, or shown alone.
namespace kaptan::ui
{

using namespace workload;

void LogView::setMatcher(const LogMatcher& matcher)
{
    m_search.start(matcher);
    m_placesLine = -1;
    m_matchLine = -1;
    if (matcher.isEmpty())
        m_filtering = false;
    m_generation = 0;
    poll();
    viewport()->update();
    Q_EMIT progressed();
}

void LogView::setMatchesOnly(bool only)
{
    only = only && m_search.isActive();
    if (only == m_filtering)
        return;
    m_filtering = only;
    m_generation = 0;
    clearSelection();
    poll();
    setTop(m_following ? endTop() : m_top);
    viewport()->update();
    Q_EMIT progressed();
}

void LogView::findNext(bool backwards)
{
    const auto& matches = m_search.matches();
    if (matches.empty())
        return;
    // From the current match; else from the bottom of what is visible when following, else from its top.
    const bool fresh = m_matchLine < 0;
    const qint64 from = !fresh ? m_matchLine : m_following || backwards ? m_counts.end : m_top.line - 1;
    if (backwards || (fresh && m_following)) {
        const auto at = std::lower_bound(matches.begin(), matches.end(), from);
        m_matchLine = at == matches.begin() ? matches.back() : *(at - 1);
    } else {
        const auto at = std::upper_bound(matches.begin(), matches.end(), from);
        m_matchLine = at == matches.end() ? matches.front() : *at;
    }
    scrollTo(m_matchLine, true);
    const auto places = m_search.matcher().find(layoutOf(m_matchLine).text(), 1);
    if (!m_wrap && !places.isEmpty()) {
        const int cell = layoutOf(m_matchLine).cellOf(places.first().first);
        QScrollBar* bar = horizontalScrollBar();
        m_widest = std::max(m_widest, layoutOf(m_matchLine).cellCount());
        updateScrollBars();
        if (cell < bar->value() || cell + places.first().second > bar->value() + columns())
            bar->setValue(std::max(0, cell - columns() / 3));
    }
    m_cursor = m_anchor = {m_matchLine, places.isEmpty() ? 0 : places.first().first};
    viewport()->update();
    announce();
    Q_EMIT progressed();
}

qint64 LogView::currentMatch() const
{
    const auto& matches = m_search.matches();
    const auto at = std::lower_bound(matches.begin(), matches.end(), m_matchLine);
    return at != matches.end() && *at == m_matchLine ? at - matches.begin() : -1;
}

const QVector<QPair<int, int>>& LogView::placesOf(qint64 line, const LogLayout& layout) const
{
    if (line != m_placesLine || line >= m_counts.complete) {
        m_placesLine = line;
        m_places = m_search.matcher().find(layout.text());
    }
    return m_places;
}

} // namespace kaptan::ui
