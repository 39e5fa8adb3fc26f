#pragma once

#include "app/workload/log_store.h"

#include <vector>

namespace kaptan::ui
{

/// One line as it is drawn: what it shows, and on which cell of a grid of equal columns each character lies,
/// as in a terminal. Made for visible lines only.
class LogLayout
{
public:
    LogLayout() = default;
    explicit LogLayout(const workload::LogLine& line);

    const QString& text() const { return m_display.text; }

    const QVector<workload::LogSpan>& spans() const { return m_display.spans; }

    const std::optional<workload::LogStamp>& stamp() const { return m_stamp; }

    /// The timestamp as it was received.
    const QString& stampText() const { return m_stampText; }

    workload::LogSink::Stream stream() const { return m_stream; }

    bool isContinued() const { return m_continued; }

    int cellCount() const;
    /// How many rows of `columns` cells; at least one.
    int rows(int columns) const;
    /// The cell where a character begins; the end of the line for text().size().
    int cellOf(int index) const;
    /// The character at a cell, or at its nearer edge where `nearest` (for a caret); text().size() behind.
    int indexAt(double cell, bool nearest) const;

    /// Each character has its own cell: ASCII without tabs.
    bool isSimple() const { return m_cells.empty(); }

    /// A character that belongs to the one before: combining marks, joiners, second halves.
    bool isJoined(int index) const;

private:
    workload::LogDisplay m_display;
    std::optional<workload::LogStamp> m_stamp;
    QString m_stampText;
    workload::LogSink::Stream m_stream = workload::LogSink::Stream::Stdout;
    bool m_continued = false;
    std::vector<int> m_cells; ///< of each character and of the end; empty where simple
};

} // namespace kaptan::ui
