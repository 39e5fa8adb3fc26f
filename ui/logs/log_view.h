#pragma once

#include "app/workload/log_search.h"
#include "ui/logs/log_layout.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QPushButton>

#include <memory>
#include <unordered_map>

namespace kaptan::ui
{

/// A place in a log: a line's number and a character of its shown text.
struct LogPosition {
    qint64 line = -1;
    int column = 0;

    bool isValid() const { return line >= 0; }

    bool operator==(const LogPosition&) const = default;

    bool operator<(const LogPosition& other) const
    {
        return line != other.line ? line < other.line : column < other.column;
    }
};

/// Paints the visible part of a LogStore and nothing else of it. Looks at the store 30 times a second while
/// shown, never when lines come. Long lines are wrapped or scrolled; either way only what is visible is laid
/// out, so the scroll bar counts lines, not rows.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit LogView(std::shared_ptr<workload::LogStore> store, QWidget* parent = nullptr);
    ~LogView() override;

    const std::shared_ptr<workload::LogStore>& store() const { return m_store; }

    bool isFollowing() const { return m_following; }

    /// Sticks to the end (and goes there), or stays.
    void setFollowing(bool following);

    bool wraps() const { return m_wrap; }

    void setWrap(bool wrap);

    bool showsTimestamps() const { return m_timestamps; }

    void setTimestamps(bool shown);

    /// Steps of the text's size, -4 to 12; 0 is the theme's.
    int zoom() const { return m_zoom; }

    void setZoom(int steps);

    /// Highlights and finds; an empty matcher ends it.
    void setMatcher(const workload::LogMatcher& matcher);

    bool showsMatchesOnly() const { return m_filtering; }

    void setMatchesOnly(bool only);
    /// To the next or previous matching line from the current match, or from what is visible; wraps around.
    void findNext(bool backwards);

    const workload::LogSearch& search() const { return m_search; }

    /// Index into search().matches() of the current one, -1 where none.
    qint64 currentMatch() const;

    /// Shown where there is no line.
    void setEmptyText(const QString& text);

    void scrollToTop();
    void scrollToEnd(); ///< and follows
    void selectAll();

    bool hasSelection() const { return m_anchor.isValid() && !(m_anchor == m_cursor); }

    void clearSelection();
    QPair<LogPosition, LogPosition> selection() const; ///< in order
    /// Copies in a worker where the selection is long; ends with copied().
    void copy();

    qint64 lineCount() const { return m_shownCount; } ///< shown: all, or the matching ones

    qint64 topLine() const { return m_top.line; }

    qint64 newLines() const; ///< since it stopped following

    /// Looks at the store now; what the timer does.
    void poll();

    /// What was done, for tests and the bench.
    struct Counters {
        qint64 paints = 0;
        qint64 layouts = 0; ///< lines decoded and laid out
        qint64 polls = 0;
    };

    const Counters& counters() const { return m_counters; }

Q_SIGNALS:
    void followingChanged(bool following);
    /// Lines came or went, or the search went on.
    void progressed();
    void zoomChanged(int steps);
    void selectionChanged();
    /// Lines, or -1 where the selection was too large for the clipboard.
    void copied(qint64 lines);
    /// Up to the search field (Esc and the like are the pane's).
    void escapePressed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Top {
        qint64 line = 0;
        int row = 0; ///< of the line, where it is wrapped
    };

    // log_view.cpp: what is shown, and where
    qint64 indexOf(qint64 line) const; ///< of the first shown line at or after
    qint64 lineAt(qint64 index) const;
    const LogLayout& layoutOf(qint64 line) const;
    void fetch(qint64 index, int count) const;
    const LogLayout& keep(const workload::LogLine& line) const;
    const QVector<QPair<int, int>>& placesOf(qint64 line, const LogLayout& layout) const;
    int rowsOf(qint64 line) const;
    int columns() const;
    int visibleRows() const;
    int gutter() const;
    Top endTop() const;
    Top movedBy(Top top, qint64 rows) const;
    void setTop(Top top);
    void scrollRows(qint64 rows);
    void scrollTo(qint64 line, bool centred);
    void relayout();
    void updateScrollBars();
    void updateButton();
    void setFont();

    // log_view_paint.cpp
    struct Row {
        const LogLayout* layout;
        qint64 line;
        int row;
        int y;
    };

    void paintRow(QPainter& painter, const Row& row) const;
    void paintCells(QPainter& painter, const Row& row, int from, int to, double x, bool behind) const;
    void paintRun(QPainter& painter, const LogLayout& layout, int from, int to, double x, int y,
                  const workload::LogStyle& style, bool behind) const;
    void paintBehind(QPainter& painter, const Row& row, int from, int to, double x, const QColor& color,
                     bool outline) const;

    // log_view_select.cpp
    LogPosition positionAt(const QPoint& point) const;
    LogPosition wordEdge(LogPosition position, bool end) const;
    void select(const LogPosition& anchor, const LogPosition& cursor);
    void moveCursor(QKeyEvent* event);
    void dragTo(const QPoint& point);
    void announce();

    std::shared_ptr<workload::LogStore> m_store;
    workload::LogSearch m_search;
    QPushButton* m_button;
    QBasicTimer m_timer;
    QBasicTimer m_dragTimer;
    quint64 m_generation = 0;
    workload::LogCounts m_counts;
    qint64 m_shownCount = 0;
    qint64 m_seenEnd = 0; ///< m_counts.end when it stopped following
    Top m_top;
    bool m_following = true;
    bool m_wrap = false;
    bool m_timestamps = false;
    bool m_filtering = false;
    bool m_updating = false; ///< scroll bars are being set by us
    int m_zoom = 0;
    QString m_emptyText;
    double m_cell = 8;
    int m_line = 16; ///< height of a row, pixels
    int m_ascent = 12;
    int m_widest = 0; ///< cells of the longest line seen
    qint64 m_matchLine = -1;
    LogPosition m_anchor;
    LogPosition m_cursor;
    QPoint m_dragPoint;
    int m_clicks = 0; ///< 1 characters, 2 words, 3 lines
    qint64 m_lastClick = 0;
    mutable std::unordered_map<qint64, LogLayout> m_layouts;
    mutable qsizetype m_layoutSize = 0; ///< characters in m_layouts
    mutable qint64 m_placesLine = -1;   ///< whose m_places are
    mutable QVector<QPair<int, int>> m_places;
    mutable Counters m_counters;
};

} // namespace kaptan::ui
