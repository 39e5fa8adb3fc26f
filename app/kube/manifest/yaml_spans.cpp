#include "app/kube/manifest/yaml_spans.h"

namespace kaptan::kube
{

namespace
{

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

bool isSpace(QChar c)
{
    return isBlank(c) || c == u'\n' || c == u'\r';
}

} // namespace

qsizetype quotedEnd(QStringView text, qsizetype at, qsizetype end)
{
    const QChar quote = text[at];
    for (++at; at < end; ++at) {
        if (text[at] == u'\\' && quote == u'"')
            ++at;
        else if (text[at] == quote) {
            if (quote == u'"' || at + 1 >= end || text[at + 1] != quote)
                return at + 1;
            ++at;
        }
    }
    return -1;
}

qsizetype skipBlank(QStringView text, qsizetype at, qsizetype end)
{
    while (at < end) {
        if (isSpace(text[at]))
            ++at;
        else if (text[at] == u'#' && (at == 0 || isSpace(text[at - 1])))
            while (at < end && text[at] != u'\n')
                ++at;
        else
            break;
    }
    return at;
}

qsizetype skipProperties(QStringView text, qsizetype at, qsizetype end)
{
    while (at < end && (text[at] == u'&' || text[at] == u'!')) {
        while (at < end && !isSpace(text[at]))
            ++at;
        at = skipBlank(text, at, end);
    }
    return at;
}

qsizetype tabBefore(QStringView text, qsizetype at, qsizetype from)
{
    qsizetype tab = -1;
    for (--at; at >= from && text[at] != u'\n'; --at) {
        if (!isBlank(text[at]))
            return -1;
        if (text[at] == u'\t')
            tab = at;
    }
    return tab;
}

qsizetype lineEnd(QStringView text, qsizetype at)
{
    qsizetype end = text.indexOf(u'\n', at);
    if (end < 0)
        return text.size();
    return end > at && text[end - 1] == u'\r' ? end - 1 : end;
}

qsizetype lineStart(QStringView text, qsizetype at)
{
    while (at > 0 && text[at - 1] != u'\n')
        --at;
    return at;
}

bool isFirstOfLine(QStringView text, qsizetype at)
{
    while (at > 0 && isBlank(text[at - 1]))
        --at;
    return at == 0 || text[at - 1] == u'\n';
}

YamlSpans::YamlSpans(QStringView text, const DocumentSpan& span, const YamlTree& tree)
    : m_text(text), m_span(span), m_tree(tree), m_starts(tree.nodes.size()), m_ends(tree.nodes.size())
{
    if (!tree.nodes.isEmpty())
        measure(0, -1, span.start);
}

qsizetype YamlSpans::contentOf(int index) const
{
    const YamlNode& node = m_tree.nodes[index];
    if (node.anchor == 0 && node.tag.isEmpty())
        return node.start;
    const qsizetype at = skipProperties(m_text, node.start, m_span.end);
    // The first key can have an anchor of its own.
    const bool collection = node.kind == YamlNode::Kind::Mapping || node.kind == YamlNode::Kind::Sequence;
    return collection && !node.children.isEmpty() ? std::min(at, m_tree.nodes[node.children[0]].start) : at;
}

int YamlSpans::column(int node) const
{
    const qsizetype at = contentOf(node);
    qsizetype start = lineStart(m_text, at);
    if (start < at && m_text[start] == QChar::ByteOrderMark)
        ++start;
    return int(at - start);
}

qsizetype YamlSpans::behindColonOf(int key) const
{
    const qsizetype at = skipBlank(m_text, m_ends[key], m_span.end);
    return at < m_span.end && m_text[at] == u':' ? at + 1 : m_ends[key];
}

qsizetype YamlSpans::behindColon(int mapping, int pair) const
{
    return behindColonOf(m_tree.nodes[mapping].children[2 * pair]);
}

qsizetype YamlSpans::dash(int sequence, int item) const
{
    const qsizetype at =
        item == 0 ? contentOf(sequence)
                  : skipBlank(m_text, m_ends[m_tree.nodes[sequence].children[item - 1]], m_span.end);
    return at < m_span.end && m_text[at] == u'-' ? at : -1;
}

void YamlSpans::measure(int index, int parentColumn, qsizetype from)
{
    const YamlNode& node = m_tree.nodes[index];
    m_starts[index] = node.start;
    if (node.kind == YamlNode::Kind::Null)
        return measureNull(index, from);
    if (node.kind == YamlNode::Kind::Mapping || node.kind == YamlNode::Kind::Sequence)
        return measureChildren(index);
    const qsizetype at = skipProperties(m_text, node.start, m_span.end);
    qsizetype end = at;
    const QChar first = at < m_span.end ? m_text[at] : QChar();
    if (node.kind == YamlNode::Kind::Alias) {
        while (end < m_span.end && !isSpace(m_text[end]) &&
               !(node.flow && (m_text[end] == u',' || m_text[end] == u']' || m_text[end] == u'}')))
            ++end;
    } else if (first == u'"' || first == u'\'') {
        end = std::max(at, quotedEnd(m_text, at, m_span.end));
    } else if (!node.flow && (first == u'|' || first == u'>')) {
        end = blockScalarEnd(at, parentColumn);
    } else {
        end = plainEnd(at, node.flow, parentColumn);
    }
    m_ends[index] = end;
}

/// The parser places a value that is not written at whatever comes next.
void YamlSpans::measureNull(int index, qsizetype from)
{
    const qsizetype start = m_tree.nodes[index].start;
    const bool shared = index + 1 < m_tree.nodes.size() && m_tree.nodes[index + 1].start == start;
    qsizetype end = start;
    if (!shared && start >= from && start < m_span.end && start == skipBlank(m_text, from, m_span.end)) {
        while (end < m_span.end && (m_text[end] == u'&' || m_text[end] == u'!')) {
            while (end < m_span.end && !isSpace(m_text[end]))
                ++end;
            const qsizetype next = skipBlank(m_text, end, m_span.end);
            if (next < m_span.end && (m_text[next] == u'&' || m_text[next] == u'!'))
                end = next;
        }
        const qsizetype word = end == start ? end : skipBlank(m_text, end, m_span.end);
        for (const QStringView text :
             {QStringView(u"null"), QStringView(u"Null"), QStringView(u"NULL"), QStringView(u"~")})
            if (m_text.mid(word, m_span.end - word).startsWith(text))
                end = word + text.size();
    }
    m_starts[index] = end == start ? from : start;
    m_ends[index] = end == start ? from : end;
}

void YamlSpans::measureChildren(int index)
{
    const YamlNode& node = m_tree.nodes[index];
    const qsizetype content = contentOf(index);
    const QChar first = content < m_span.end ? m_text[content] : QChar();
    const bool brackets = node.flow && (first == u'{' || first == u'[');
    const int own = node.flow ? -1 : column(index);
    const bool mapping = node.kind == YamlNode::Kind::Mapping;
    qsizetype at = brackets ? content + 1 : content;
    for (qsizetype i = 0; i < node.children.size(); ++i) {
        const int child = node.children[i];
        qsizetype from = at;
        if (mapping && i % 2 == 1)
            from = behindColonOf(node.children[i - 1]);
        else if (!mapping && !node.flow)
            from = dash(index, int(i)) < 0 ? at : dash(index, int(i)) + 1;
        measure(child, own, from);
        at = m_ends[child];
    }
    while (brackets && at < m_span.end) {
        at = skipBlank(m_text, at, m_span.end);
        if (at >= m_span.end)
            break;
        const QChar c = m_text[at++];
        if (c == u'}' || c == u']')
            break;
    }
    m_ends[index] = at;
}

qsizetype YamlSpans::plainEnd(qsizetype at, bool flow, int parentColumn) const
{
    const auto ends = [&](qsizetype i) { return i >= m_span.end || isSpace(m_text[i]); };
    const auto isFlow = [&](qsizetype i) {
        return i < m_span.end && QStringView(u",[]{}").contains(m_text[i]);
    };
    qsizetype end = at; // behind the last character that is none of the blanks
    while (at < m_span.end) {
        const QChar c = m_text[at];
        if (c == u'#' && at > 0 && isSpace(m_text[at - 1]))
            break;
        if (c == u':' && (ends(at + 1) || (flow && isFlow(at + 1))))
            break;
        if (flow && isFlow(at))
            break;
        if (c == u'\n' && !flow) {
            // Further lines are deeper than what the text stands in.
            qsizetype next = at;
            qsizetype line = at + 1;
            while (next < m_span.end && isSpace(m_text[next])) {
                if (m_text[next] == u'\n')
                    line = next + 1;
                ++next;
            }
            if (next >= m_span.end || next - line <= parentColumn || m_text[next] == u'#')
                break;
            at = next;
            continue;
        }
        ++at;
        if (!isSpace(c))
            end = at;
    }
    return end;
}

qsizetype YamlSpans::blockScalarEnd(qsizetype at, int parentColumn) const
{
    qsizetype end = lineEnd(m_text, at);
    const QStringView header = m_text.mid(at, end - at);
    int indent = -1;
    bool keep = false;
    for (const QChar c : header.mid(1)) {
        if (c >= u'1' && c <= u'9')
            indent = std::max(parentColumn, 0) + c.digitValue();
        else if (c == u'+')
            keep = true;
        else if (c != u'-')
            break;
    }
    for (qsizetype line = m_text.indexOf(u'\n', at) + 1; line > 0 && line < m_span.end;) {
        qsizetype content = line;
        while (content < m_span.end && m_text[content] == u' ')
            ++content;
        const qsizetype stop = std::min(lineEnd(m_text, line), m_span.end);
        if (content < stop) {
            const int depth = int(content - line);
            if (indent < 0)
                indent = std::max(depth, parentColumn + 1);
            if (depth < indent)
                break;
            end = stop;
        } else if (keep) {
            end = stop;
        }
        const qsizetype next = m_text.indexOf(u'\n', line);
        line = next < 0 ? 0 : next + 1;
    }
    return std::min(end, m_span.end);
}

} // namespace kaptan::kube
