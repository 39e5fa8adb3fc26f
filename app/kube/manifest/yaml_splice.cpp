#include "app/kube/manifest/yaml_splice.h"

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

using Kind = YamlNode::Kind;

/// A comment that ends a line, with the blanks before it; else nothing.
QString commentOf(QStringView part)
{
    const qsizetype hash = part.indexOf(u'#');
    if (hash < 0)
        return {};
    const QStringView before = part.left(hash);
    return before.trimmed().isEmpty() ? part.toString() : u"  "_s + part.mid(hash).toString();
}

bool isInline(const QString& rendered)
{
    return !rendered.contains(u'\n');
}

} // namespace

YamlWay wayTo(const YamlTree& tree, const YamlPath& path)
{
    YamlWay way;
    if (tree.nodes.isEmpty())
        return way;
    way.nodes.append(0);
    for (const YamlStep& step : path.steps) {
        const YamlNode& node = tree.nodes[way.nodes.last()];
        int found = -1, position = -1;
        if (const int* index = std::get_if<int>(&step)) {
            if (node.kind == Kind::Sequence && *index >= 0 && *index < node.children.size()) {
                found = node.children[*index];
                position = *index;
            }
        } else if (node.kind == Kind::Mapping) {
            for (qsizetype i = 0; i + 1 < node.children.size() && found < 0; i += 2) {
                const YamlNode& key = tree.nodes[node.children[i]];
                if (YamlValues::isMerge(key) || YamlValues::keyOf(key) != std::get<QString>(step))
                    continue;
                found = node.children[i + 1];
                position = int(i / 2);
            }
        }
        if (found < 0)
            break;
        way.nodes.append(found);
        way.positions.append(position);
        ++way.steps;
    }
    return way;
}

YamlSplice::YamlSplice(const YamlDocument& document)
    : m_document(document), m_text(document.text), m_spans(*document.spans)
{
    const YamlTree& tree = document.tree;
    m_writer.emptyLinesAtEnd = false;
    m_newLine = m_text.contains(u"\r\n"_s) ? u"\r\n"_s : u"\n"_s;
    // The style of the surroundings: as the first mapping and the first list below a key are indented.
    bool stepKnown = false, listKnown = false;
    for (int i = 0; i < tree.nodes.size(); ++i) {
        const YamlNode& inner = tree.nodes[i];
        if (inner.flow || inner.parent < 0 || tree.nodes[inner.parent].kind != Kind::Mapping)
            continue;
        const int deeper = inner.kind == Kind::Mapping || inner.kind == Kind::Sequence
                               ? m_spans.column(i) - m_spans.column(inner.parent)
                               : 0;
        if (inner.kind == Kind::Mapping && !stepKnown && deeper > 0 && deeper <= 8) {
            m_writer.step = deeper;
            stepKnown = true;
        } else if (inner.kind == Kind::Sequence && !listKnown && deeper >= 0 && deeper <= 8) {
            m_writer.listIndent = deeper;
            listKnown = true;
        }
    }
    if (!tree.nodes.isEmpty() && tree.nodes[0].flow && !tree.nodes[0].children.isEmpty())
        m_json = m_text[tree.nodes[tree.nodes[0].children[0]].start] == u'"';
}

QString YamlSplice::spliced(qsizetype from, qsizetype to, const QString& with) const
{
    if (from < 0 || to < from)
        return {};
    QString lines = with;
    if (m_newLine.size() > 1)
        lines.replace(u'\n', m_newLine);
    return m_text.left(from) + lines + m_text.mid(to);
}

int YamlSplice::count(int collection) const
{
    const YamlNode& c = node(collection);
    return int(c.kind == Kind::Mapping ? c.children.size() / 2 : c.children.size());
}

qsizetype YamlSplice::childStart(int collection, int position) const
{
    const YamlNode& c = node(collection);
    if (c.kind == Kind::Mapping)
        return m_spans.start(c.children[2 * position]);
    return c.flow ? m_spans.start(c.children[position]) : m_spans.dash(collection, position);
}

qsizetype YamlSplice::childEnd(int collection, int position) const
{
    const YamlNode& c = node(collection);
    return m_spans.end(c.children[c.kind == Kind::Mapping ? 2 * position + 1 : position]);
}

/// In the quotes that the old value has, where they can hold the new one.
QString YamlSplice::scalarLike(int index, const QJsonValue& value) const
{
    const YamlNode& old = node(index);
    if (value.isString() && old.kind == Kind::Scalar && old.tag.isEmpty()) {
        const QChar first = m_text[m_spans.start(index)];
        const QString single = first == u'\'' ? singleQuoted(value.toString()) : QString();
        if (!single.isNull())
            return single;
        if (first == u'"' || first == u'\'')
            return doubleQuoted(value.toString());
    }
    return {};
}

QString YamlSplice::replaceValue(int index, const QJsonValue& value, YamlWriter::Role role) const
{
    const YamlNode& old = node(index);
    const qsizetype start = m_spans.start(index), end = m_spans.end(index);
    if (old.parent < 0) {
        const bool block = value.isObject() && !m_json && !value.toObject().isEmpty();
        return spliced(start, end,
                       block ? m_writer.mapping(value.toObject(), 0, role) : flowText(value, m_json));
    }
    const YamlNode& parent = node(old.parent);
    const bool mapping = parent.kind == Kind::Mapping;
    const int position = int(parent.children.indexOf(index)) / (mapping ? 2 : 1);
    const QString like = m_json ? QString() : scalarLike(index, value);
    if (parent.flow) {
        QString written = like.isNull() ? flowText(value, m_json) : like;
        if (start == end)
            written = (mapping && (start == 0 || m_text[start - 1] != u':') ? u": "_s : u" "_s) + written;
        return spliced(start, end, written);
    }
    const int column = m_spans.column(old.parent);
    const qsizetype head =
        mapping ? m_spans.behindColon(old.parent, position) : m_spans.dash(old.parent, position) + 1;
    if (head <= 0)
        return {};
    QString written =
        mapping ? m_writer.behindKey(value, column, role) : u' ' + m_writer.behindDash(value, column);
    if (!like.isNull() && isInline(written))
        written = u' ' + like;

    const qsizetype headEnd = lineEnd(m_text, head);
    const bool below = start > headEnd;
    const bool lines =
        old.kind == Kind::Scalar && !below && start < end && (m_text[start] == u'|' || m_text[start] == u'>');
    const bool block = !old.flow && (old.kind == Kind::Mapping || old.kind == Kind::Sequence);
    if (start == end && isInline(written))
        return spliced(head, head, written);
    if (!below && !lines && !block && isInline(written))
        return spliced(start, end, written.mid(1));
    // A comment behind the colon, or behind the value on its line, stays on that line.
    const QStringView text(m_text);
    QString comment;
    if (start == end || below)
        comment = commentOf(text.mid(head, headEnd - head));
    else if (lines)
        comment = commentOf(text.mid(start + 1, headEnd - start - 1));
    else if (!block)
        comment = commentOf(text.mid(end, lineEnd(m_text, end) - end));
    const qsizetype firstLine = written.indexOf(u'\n');
    if (firstLine < 0)
        written += comment;
    else if (mapping || written.startsWith(u" |"_s))
        written.insert(firstLine, comment);
    return spliced(head, std::max(headEnd, lineEnd(m_text, end)), written);
}

QString YamlSplice::insertFlow(int collection, int position, const QString& what) const
{
    const int all = count(collection);
    const qsizetype start = m_spans.start(collection);
    if (all == 0) {
        const qsizetype open = skipProperties(m_text, start, m_document.span().end);
        return spliced(open + 1, open + 1, what);
    }
    // On a line of its own where the others are.
    const int beside = std::min(position, all - 1);
    const qsizetype at = childStart(collection, beside);
    QString between = u" "_s;
    if (isFirstOfLine(m_text, at)) {
        const qsizetype line = lineStart(m_text, at);
        between = u'\n' + m_text.mid(line, at - line);
    }
    if (position < all)
        return spliced(at, at, what + u',' + between);
    const qsizetype end = childEnd(collection, all - 1);
    return spliced(end, end, u',' + between + what);
}

QString YamlSplice::insertPair(int mapping, const QString& key, const QJsonValue& value) const
{
    if (node(mapping).flow) {
        const QString written = m_json ? doubleQuoted(key) : yamlKey(key, true);
        return insertFlow(mapping, count(mapping), written + u": "_s + flowText(value, m_json));
    }
    const int column = m_spans.column(mapping);
    const qsizetype end = lineEnd(m_text, childEnd(mapping, count(mapping) - 1));
    return spliced(end, end, u'\n' + QString(column, u' ') + m_writer.entry(key, value, column));
}

QString YamlSplice::insertItem(int sequence, int index, const QJsonValue& value) const
{
    if (node(sequence).flow)
        return insertFlow(sequence, index, flowText(value, m_json));
    const int column = m_spans.column(sequence);
    const QString indent(column, u' ');
    const QString item = u"- "_s + m_writer.behindDash(value, column);
    if (index == 0) {
        const qsizetype at = m_spans.dash(sequence, 0);
        return spliced(at, at, item + u'\n' + indent);
    }
    const qsizetype end = lineEnd(m_text, childEnd(sequence, index - 1));
    return spliced(end, end, u'\n' + indent + item);
}

QString YamlSplice::removeFlow(int collection, int position) const
{
    const int all = count(collection);
    const qsizetype start = childStart(collection, position);
    if (position + 1 < all)
        return spliced(start, childStart(collection, position + 1), {});
    return spliced(position > 0 ? childEnd(collection, position - 1) : start, childEnd(collection, position),
                   {});
}

QString YamlSplice::removeLines(int collection, int position) const
{
    const bool last = position + 1 == count(collection);
    qsizetype from = childStart(collection, position);
    if (from < 0)
        return {};
    const qsizetype key = from;
    while (from > 0 && (m_text[from - 1] == u' ' || m_text[from - 1] == u'?'))
        --from;
    const qsizetype end = lineEnd(m_text, childEnd(collection, position));
    if (from == 0 || m_text[from - 1] == u'\n' || m_text[from - 1] == QChar::ByteOrderMark) {
        qsizetype to = end;
        while (to < m_text.size() && m_text[to] != u'\n')
            ++to;
        return spliced(from, std::min(to + 1, m_text.size()), {});
    }
    // Behind a dash: the next one takes its place, but no comment goes with it.
    if (last)
        return {};
    const qsizetype next = childStart(collection, position + 1);
    if (QStringView(m_text).mid(end, next - end).contains(u'#'))
        return spliced(from, end, {});
    return spliced(key, next, {});
}

QString YamlSplice::removeChild(int collection, int position) const
{
    const YamlNode& c = node(collection);
    if (count(collection) == 1 && c.parent >= 0)
        return replaceValue(collection,
                            c.kind == Kind::Mapping ? QJsonValue(QJsonObject()) : QJsonValue(QJsonArray()));
    return c.flow ? removeFlow(collection, position) : removeLines(collection, position);
}

QString YamlSplice::fill(const QJsonObject& object) const
{
    const qsizetype end = m_document.span().end;
    const QString written = m_writer.mapping(object, 0, YamlWriter::Role::Root) + u'\n';
    const bool begun = end == 0 || m_text[end - 1] == u'\n' || m_text[end - 1] == QChar::ByteOrderMark;
    return spliced(end, end, begun ? written : u'\n' + written);
}

} // namespace kaptan::kube
