#include "app/kube/manifest/yaml_tree.h"

#include "app/kube/manifest/yaml_faults.h"
#include "app/kube/manifest/yaml_scalar.h"
#include "app/kube/manifest/yaml_spans.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <sstream>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

/// The parser's marks count bytes of UTF-8.
class Offsets
{
public:
    Offsets(QStringView text, qsizetype start) : m_start(start), m_size(text.size())
    {
        if (std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; }))
            return;
        for (qsizetype at = 0; at < text.size(); ++at) {
            const char16_t c = text[at].unicode();
            const int bytes = c < 0x80 ? 1 : c < 0x800 ? 2 : QChar::isSurrogate(c) ? 2 : 3;
            for (int i = 0; i < bytes; ++i)
                m_of.append(int(at));
        }
    }

    qsizetype of(int byte) const
    {
        if (byte < 0)
            return m_start;
        if (m_of.isEmpty())
            return m_start + std::min<qsizetype>(byte, m_size);
        return m_start + (byte < m_of.size() ? m_of[byte] : m_size);
    }

private:
    qsizetype m_start, m_size;
    QVector<int> m_of;
};

/// The parser refuses halves of pairs ("\ud83d\ude00"), which JSON has. Where the text leaves a part of the
/// private use area free, they go there and back, so that no place moves.
class Surrogates
{
public:
    static bool replace(QByteArray& text)
    {
        for (qsizetype at = 0; at + 2 < text.size(); ++at) {
            // U+E000 to U+EDFF, as they are and escaped.
            const auto byte = [&](qsizetype i) { return uchar(text[at + i]); };
            if (byte(0) == 0xee && byte(1) >= 0x80 && byte(1) < 0xb8)
                return false;
            if (isEscape(text, at, 'e') && nibble(text[at + 3]) < 14)
                return false;
        }
        bool any = false;
        for (qsizetype at = 0; at + 5 < text.size(); ++at) {
            const int digit = isEscape(text, at, 'd') ? nibble(text[at + 3]) : 0;
            if (digit < 8 || digit > 15) // no digit at all: the parser will say so
                continue;
            const char c = text[at + 3]; // both cases of a letter keep a place of their own
            const int moved = c <= '9' ? c - '8' : c >= 'a' ? c - 'a' + 2 : c - 'A' + 8;
            text[at + 2] = text[at + 2] == 'd' ? 'e' : 'E';
            text[at + 3] = "0123456789abcdef"[moved];
            any = true;
        }
        return any;
    }

    static void restore(QString& text)
    {
        for (qsizetype at = 0; at < text.size(); ++at) {
            const char16_t c = text[at].unicode();
            if (c >= 0xe000 && c < 0xee00) {
                const int moved = (c >> 8) & 0xf;
                const int back = moved < 8 ? moved + 8 : moved + 2;
                text[at] = QChar(char16_t(0xd000 | (back << 8) | (c & 0xff)));
            } else if (c == u'\\' && at + 3 < text.size() && text[at + 1] == u'u' &&
                       (text[at + 2] == u'e' || text[at + 2] == u'E')) {
                // No escape at all: within single quotes or behind a second backslash.
                const int moved = nibble(char(text[at + 3].toLatin1()));
                if (moved < 14) {
                    text[at + 2] = text[at + 2] == u'e' ? u'd' : u'D';
                    text[at + 3] = QLatin1Char("89abcdefABCDEF"[moved]);
                }
            }
        }
    }

private:
    static int nibble(char c)
    {
        return c >= '0' && c <= '9'   ? c - '0'
               : c >= 'a' && c <= 'f' ? c - 'a' + 10
               : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                      : 99;
    }

    static bool isEscape(const QByteArray& text, qsizetype at, char first)
    {
        return at + 3 < text.size() && text[at] == '\\' && text[at + 1] == 'u' &&
               (text[at + 2] | 0x20) == first;
    }
};

/// Qt takes U+FEFF at the start for the mark of a file, and leaves it out.
QString fromUtf8(const std::string& bytes)
{
    constexpr std::string_view mark = "\xef\xbb\xbf";
    QString marks;
    std::string_view rest(bytes);
    for (; rest.starts_with(mark); rest.remove_prefix(mark.size()))
        marks += QChar(QChar::ByteOrderMark);
    return marks + QString::fromUtf8(rest.data(), qsizetype(rest.size()));
}

/// Ends the reading of one document.
struct Stop {
    YamlFault fault;
};

class Builder : public YAML::EventHandler
{
public:
    Builder(QStringView text, const DocumentSpan& span, const Offsets& offsets, int depth, qint64& budget,
            bool surrogates, YamlTree& tree)
        : m_text(text), m_span(span), m_offsets(offsets), m_deepest(depth), m_budget(budget),
          m_surrogates(surrogates), m_tree(tree)
    {
    }

    void OnDocumentStart(const YAML::Mark& mark) override
    {
        if (m_documents++ > 0)
            throw Stop{faultTextBehind(m_offsets.of(mark.pos))};
    }

    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        add(YamlNode::Kind::Null, mark, {}, anchor);
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        const int index = add(YamlNode::Kind::Alias, mark, {}, 0);
        m_tree.nodes[index].anchor = int(anchor);
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override
    {
        const int index = add(YamlNode::Kind::Scalar, mark, tag, anchor);
        YamlNode& node = m_tree.nodes[index];
        node.quoted = tag == "!" || node.tag == "tag:yaml.org,2002:str"_L1;
        node.text = fromUtf8(value);
        if (m_surrogates)
            Surrogates::restore(node.text);
        for (qsizetype at = 0; at < node.text.size(); ++at)
            if (node.text[at].isSurrogate() && isForbidden(node.text, at))
                throw Stop{faultHalfPair(node.start)};
        // The parser takes the end of the text for that of the quotes.
        const qsizetype content = skipProperties(m_text, node.start, m_span.end);
        if (content < m_span.end && (m_text[content] == u'"' || m_text[content] == u'\'') &&
            quotedEnd(m_text, content, m_span.end) < 0)
            throw Stop{faultOpenQuote(content)};
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override
    {
        open(YamlNode::Kind::Sequence, mark, tag, anchor, style);
    }

    void OnSequenceEnd() override { m_open.removeLast(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override
    {
        open(YamlNode::Kind::Mapping, mark, tag, anchor, style);
    }

    void OnMapEnd() override { m_open.removeLast(); }

private:
    int add(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor)
    {
        if (--m_budget < 0)
            throw Stop{faultTooMuch(m_offsets.of(mark.pos))};
        const int index = int(m_tree.nodes.size());
        YamlNode node;
        node.kind = kind;
        node.start = m_offsets.of(mark.pos);
        if (tag != "?" && tag != "!")
            node.tag = QString::fromStdString(tag);
        if (!m_open.isEmpty()) {
            YamlNode& parent = m_tree.nodes[m_open.last()];
            node.parent = m_open.last();
            node.flow = parent.flow;
            parent.children.append(index);
        }
        if (anchor > 0) {
            node.anchor = int(anchor);
            if (m_tree.anchors.size() < node.anchor)
                m_tree.anchors.resize(node.anchor, -1);
            m_tree.anchors[node.anchor - 1] = index;
        }
        // Where it is the first of its line; nothing that is no value (its place is the next thing's).
        if (!node.flow && kind != YamlNode::Kind::Null)
            if (const qsizetype tab = tabBefore(m_text, node.start, m_span.start); tab >= 0)
                throw Stop{faultTab(tab)};
        m_tree.nodes.append(std::move(node));
        return index;
    }

    void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
              YAML::EmitterStyle::value style)
    {
        const int index = add(kind, mark, tag, anchor);
        YamlNode& node = m_tree.nodes[index];
        node.flow = node.flow || style == YAML::EmitterStyle::Flow;
        if (m_open.size() >= m_deepest)
            throw Stop{faultTooDeep(node.start)};
        m_open.append(index);
    }

    QStringView m_text;
    const DocumentSpan& m_span;
    const Offsets& m_offsets;
    int m_deepest;
    qint64& m_budget;
    bool m_surrogates;
    YamlTree& m_tree;
    QVector<int> m_open;
    int m_documents = 0;
};

std::optional<YamlFault> refused(QStringView text, const DocumentSpan& span)
{
    for (qsizetype at = span.start; at < span.end; ++at) {
        const QChar c = text[at];
        if (c.unicode() >= 0x20 && c.unicode() < 0x7f)
            continue;
        if (isForbidden(text, at))
            return faultControl(at, c.unicode());
        if (c == u'\r' && (at + 1 == text.size() || text[at + 1] != u'\n'))
            return faultLoneReturn(at);
    }
    return std::nullopt;
}

/// Tabs between the parts of JSON are blanks to everybody but this parser. Nothing moves.
void blankTabs(QByteArray& text)
{
    if (!text.trimmed().startsWith('{') || !text.contains('\t'))
        return;
    bool quotes = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (quotes && text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            quotes = !quotes;
        else if (text[at] == '\t' && !quotes)
            text[at] = ' ';
    }
}

} // namespace

std::optional<YamlFault> readTree(QStringView text, const DocumentSpan& given, int depth, qint64& nodeBudget,
                                  YamlTree& tree)
{
    DocumentSpan span = given;
    if (span.start < span.end && text[span.start] == QChar::ByteOrderMark)
        ++span.start;
    if (auto fault = refused(text, span))
        return fault;
    const QStringView part = text.mid(span.start, span.end - span.start);
    const Offsets offsets(part, span.start);
    QByteArray bytes = part.toUtf8();
    blankTabs(bytes);
    for (bool surrogates : {false, true}) {
        const qint64 budget = nodeBudget;
        tree = {};
        Builder builder(text, span, offsets, depth, nodeBudget, surrogates, tree);
        try {
            std::istringstream stream(bytes.toStdString());
            YAML::Parser parser(stream);
            while (parser.HandleNextDocument(builder))
                ;
            return std::nullopt;
        } catch (const Stop& stop) {
            return stop.fault;
        } catch (const YAML::Exception& e) {
            if (!surrogates && e.msg.starts_with("invalid unicode") && Surrogates::replace(bytes)) {
                nodeBudget = budget;
                continue;
            }
            return parserFault(e.msg, text, span, offsets.of(e.mark.pos));
        } catch (const std::exception& e) {
            return parserFault(e.what(), text, span, span.start);
        }
    }
    return std::nullopt;
}

} // namespace kaptan::kube
