#include "ui/logs/log_layout.h"

#include <algorithm>
#include <cmath>

namespace kaptan::ui
{

using namespace workload;

namespace
{
constexpr int tabWidth = 8;

/// Cells of one code point, as terminals count (Unicode's East Asian Width and general category).
int widthOf(char32_t c)
{
    if (c < 0x300)
        return c == 0xAD ? 0 : 1;
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return 0;
    default:
        break;
    }
    const bool wide =
        (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
        (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
        (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1F64F) || (c >= 0x1F680 && c <= 0x1F6FF) ||
        (c >= 0x1F900 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
}
} // namespace

LogLayout::LogLayout(const LogLine& line)
    : m_stamp(line.continued ? std::nullopt : parseLogStamp(line.bytes.constData(), line.bytes.size())),
      m_stream(line.stream), m_continued(line.continued)
{
    const int skipped = m_stamp ? m_stamp->length : 0;
    if (m_stamp)
        m_stampText = QString::fromLatin1(line.bytes.constData(), skipped).trimmed();
    m_display = decodeLogLine(line.bytes.constData() + skipped, line.bytes.size() - skipped);
    const QString& text = m_display.text;
    const bool simple = std::all_of(text.cbegin(), text.cend(),
                                    [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; });
    if (simple)
        return;
    m_cells.reserve(static_cast<size_t>(text.size()) + 1);
    int cell = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\t') {
            m_cells.push_back(cell);
            cell += tabWidth - cell % tabWidth;
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            m_cells.push_back(cell);
            cell += widthOf(QChar::surrogateToUcs4(c, text[i + 1]));
            m_cells.push_back(cell);
            ++i;
        } else {
            m_cells.push_back(cell);
            cell += widthOf(c.unicode());
        }
    }
    m_cells.push_back(cell);
}

int LogLayout::cellCount() const
{
    return isSimple() ? static_cast<int>(text().size()) : m_cells.back();
}

int LogLayout::rows(int columns) const
{
    return std::max(1, (cellCount() + columns - 1) / std::max(1, columns));
}

int LogLayout::cellOf(int index) const
{
    index = std::clamp(index, 0, static_cast<int>(text().size()));
    return isSimple() ? index : m_cells[static_cast<size_t>(index)];
}

bool LogLayout::isJoined(int index) const
{
    if (isSimple() || index <= 0 || index >= text().size())
        return false;
    return text()[index].isLowSurrogate() ||
           m_cells[static_cast<size_t>(index)] == m_cells[static_cast<size_t>(index) + 1];
}

int LogLayout::indexAt(double cell, bool nearest) const
{
    const int size = static_cast<int>(text().size());
    if (cell <= 0)
        return 0;
    if (isSimple()) {
        const double index = nearest ? std::round(cell) : std::floor(cell);
        return static_cast<int>(std::min<double>(index, size));
    }
    if (cell >= m_cells.back())
        return size;
    // The last character that begins at or before the cell and has a width.
    auto after = std::upper_bound(m_cells.begin(), m_cells.end(), static_cast<int>(std::floor(cell)));
    int index = static_cast<int>(after - m_cells.begin()) - 1;
    while (index > 0 && isJoined(index))
        --index;
    if (nearest) {
        int next = index + 1;
        while (next < size && isJoined(next))
            ++next;
        if (cell - cellOf(index) > cellOf(next) - cell)
            index = next;
    }
    return index;
}

} // namespace kaptan::ui
