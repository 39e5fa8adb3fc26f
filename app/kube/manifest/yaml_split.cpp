#include "app/kube/manifest/yaml_tree.h"

#include <algorithm>

namespace kaptan::kube
{

namespace
{

bool isBreak(QChar c)
{
    return c == u'\n' || c == u'\r';
}

qsizetype endOfLine(QStringView text, qsizetype at)
{
    const qsizetype end = text.indexOf(u'\n', at);
    return end < 0 ? text.size() : end;
}

/// "---" or "..." at the start of a line, with nothing else or a blank behind.
bool isMarker(QStringView text, qsizetype at, QChar c)
{
    if (text.size() - at < 3 || text[at] != c || text[at + 1] != c || text[at + 2] != c)
        return false;
    return at + 3 == text.size() || text[at + 3] == u' ' || text[at + 3] == u'\t' || isBreak(text[at + 3]);
}

/// Something else than blanks, comments and directives.
bool hasContent(QStringView text, qsizetype from, qsizetype to)
{
    for (qsizetype line = from; line < to;) {
        const qsizetype end = std::min(endOfLine(text, line), to);
        qsizetype at = line;
        while (at < end && (text[at] == u' ' || text[at] == u'\t' || text[at] == u'\r'))
            ++at;
        const bool directive = at == line && at < end && text[at] == u'%';
        if (at < end && text[at] != u'#' && !directive && text[at] != QChar::ByteOrderMark)
            return true;
        line = end + 1;
    }
    return false;
}

} // namespace

QVector<DocumentSpan> splitDocuments(QStringView text, int most)
{
    QVector<DocumentSpan> spans;
    qsizetype start = 0;
    bool marked = false; // by a "---", so that it counts though it may be empty
    const auto close = [&](qsizetype end) {
        if (marked || hasContent(text, start, end))
            spans.append({start, end});
    };
    for (qsizetype line = 0; line < text.size() && spans.size() <= most;) {
        const qsizetype at = line == 0 && text.front() == QChar::ByteOrderMark ? 1 : line;
        const qsizetype end = endOfLine(text, line);
        const bool opens = isMarker(text, at, u'-');
        if (opens || isMarker(text, at, u'.')) {
            close(line);
            marked = opens;
            start = std::min(at + 3, end);
            // Behind "---" a document may begin on the same line; else it begins on the next one.
            if (!opens || !hasContent(text, start, end))
                start = std::min(end + 1, text.size());
        }
        line = end + 1;
    }
    close(text.size());
    if (spans.isEmpty())
        spans.append({start, text.size()});
    return spans;
}

LineIndex::LineIndex(QStringView text) : m_text(text), m_starts{0}
{
    for (qsizetype at = text.indexOf(u'\n'); at >= 0; at = text.indexOf(u'\n', at + 1))
        m_starts.append(at + 1);
}

int LineIndex::lineOf(qsizetype offset) const
{
    return int(std::upper_bound(m_starts.begin(), m_starts.end(), offset) - m_starts.begin());
}

int LineIndex::columnOf(qsizetype offset) const
{
    int column = 1;
    for (qsizetype at = startOf(lineOf(offset)); at < offset && at < m_text.size(); ++at)
        column += m_text[at].isLowSurrogate() ? 0 : 1;
    return column;
}

qsizetype LineIndex::startOf(int line) const
{
    return m_starts[std::clamp<qsizetype>(line - 1, 0, m_starts.size() - 1)];
}

} // namespace kaptan::kube
