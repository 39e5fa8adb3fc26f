#include "ui/common/yaml_highlighter.h"

#include "ui/common/style.h"

#include <QElapsedTimer>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace kaptan::ui
{

namespace
{

constexpr int sliceMs = 4;
constexpr qsizetype longestLine = 20'000; ///< longer ones stay as they are

// The state: in its lowest bits what goes on, above them the indentation of the line that a block belongs to.
enum Going { Nothing = 0, Block = 1, Double = 2, Single = 3 };

qsizetype indentOf(const QString& line)
{
    qsizetype i = 0;
    while (i < line.size() && line[i] == u' ')
        ++i;
    return i;
}

/// Behind the end of a quoted text that begins before `from`; -1 where it does not end in this line.
qsizetype endOfQuote(const QString& line, qsizetype from, QChar quote)
{
    for (qsizetype i = from; i < line.size(); ++i) {
        if (quote == u'"' && line[i] == u'\\')
            ++i;
        else if (line[i] == quote) {
            if (quote == u'\'' && i + 1 < line.size() && line[i + 1] == quote)
                ++i;
            else
                return i + 1;
        }
    }
    return -1;
}

bool isWord(QStringView text)
{
    for (const auto word :
         {u"true", u"false", u"null", u"~", u"True", u"False", u"yes", u"no", u"on", u"off"})
        if (text == QStringView(word))
            return true;
    return false;
}

bool isNumber(QStringView text)
{
    bool digit = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c >= u'0' && c <= u'9')
            digit = true;
        else if (c != u'.' && c != u'_' && !((c == u'-' || c == u'+') && i == 0) &&
                 !(digit && (c == u'e' || c == u'E')))
            return false;
    }
    return digit;
}

/// Where a plain text ends: before " #", or in a flow before one of its signs.
qsizetype endOfPlain(const QString& line, qsizetype from, bool flow)
{
    for (qsizetype i = from; i < line.size(); ++i) {
        if (line[i] == u'#' && i > 0 && line[i - 1].isSpace())
            return i;
        if (flow && (line[i] == u',' || line[i] == u']' || line[i] == u'}'))
            return i;
        if (line[i] == u':' && (i + 1 == line.size() || line[i + 1].isSpace()))
            return i;
    }
    return line.size();
}

class Reader
{
public:
    Reader(const QString& line, int& state) : m_line(line), m_state(state) {}

    QVector<YamlToken> read()
    {
        qsizetype at = 0;
        const int going = m_state < 0 ? Nothing : m_state & 3;
        const qsizetype indent = indentOf(m_line);
        if (going == Block) {
            if (indent == m_line.size() || indent > m_state >> 2) {
                add(0, m_line.size(), YamlPart::Text);
                return m_tokens;
            }
        } else if (going == Double || going == Single) {
            const qsizetype end = endOfQuote(m_line, 0, going == Double ? u'"' : u'\'');
            if (end < 0) {
                add(0, m_line.size(), YamlPart::Text);
                return m_tokens;
            }
            add(0, end, YamlPart::Text);
            at = end;
        }
        m_state = Nothing;
        if (at == 0 && (m_line.startsWith(QLatin1String("---")) || m_line.startsWith(QLatin1String("...")))) {
            add(0, 3, YamlPart::Mark);
            at = 3;
        }
        rest(at, indent);
        return m_tokens;
    }

private:
    void add(qsizetype start, qsizetype length, YamlPart part)
    {
        if (length > 0)
            m_tokens.append({start, length, part});
    }

    void rest(qsizetype at, qsizetype indent)
    {
        int flow = 0;
        while (at < m_line.size()) {
            const QChar c = m_line[at];
            if (c.isSpace()) {
                ++at;
            } else if (c == u'#') {
                add(at, m_line.size() - at, YamlPart::Comment);
                return;
            } else if (c == u'"' || c == u'\'') {
                const qsizetype end = endOfQuote(m_line, at + 1, c);
                if (end < 0) {
                    add(at, m_line.size() - at, YamlPart::Text);
                    m_state = c == u'"' ? Double : Single;
                    return;
                }
                const bool key = end < m_line.size() && m_line[end] == u':';
                add(at, end - at, key ? YamlPart::Key : YamlPart::Text);
                at = end;
            } else if (c == u'{' || c == u'[' || c == u'}' || c == u']' || c == u',') {
                flow = std::max(0, flow + (c == u'{' || c == u'[' ? 1 : c == u',' ? 0 : -1));
                add(at, 1, YamlPart::Mark);
                ++at;
            } else if ((c == u'-' || c == u'?' || c == u':') &&
                       (at + 1 == m_line.size() || m_line[at + 1].isSpace())) {
                add(at, 1, YamlPart::Mark);
                if (c == u'-' && at == indent && flow == 0)
                    indent = at + 1; // a text block in a list belongs to the dash
                ++at;
            } else if ((c == u'|' || c == u'>') && flow == 0) {
                const qsizetype end = endOfPlain(m_line, at, false);
                add(at, end - at, YamlPart::Mark);
                m_state = int(std::max(qsizetype(0), indentOf(m_line)) << 2) | Block;
                at = end;
            } else if (c == u'&' || c == u'*' || c == u'!' || c == u'%') {
                qsizetype end = at;
                while (end < m_line.size() && !m_line[end].isSpace())
                    ++end;
                add(at, end - at, YamlPart::Mark);
                at = end;
            } else {
                at = plain(at, flow > 0);
            }
        }
    }

    qsizetype plain(qsizetype at, bool flow)
    {
        const qsizetype end = endOfPlain(m_line, at, flow);
        const QStringView text = QStringView(m_line).mid(at, end - at).trimmed();
        if (end < m_line.size() && m_line[end] == u':')
            add(at, text.size(), YamlPart::Key);
        else if (isNumber(text))
            add(at, text.size(), YamlPart::Number);
        else if (isWord(text))
            add(at, text.size(), YamlPart::Word);
        else
            add(at, text.size(), YamlPart::Text);
        return std::max(end, at + 1);
    }

    const QString& m_line;
    int& m_state;
    QVector<YamlToken> m_tokens;
};

} // namespace

QVector<YamlToken> yamlTokens(const QString& line, int& state)
{
    if (line.size() > longestLine)
        return {};
    return Reader(line, state).read();
}

YamlHighlighter::YamlHighlighter(QTextDocument* document) : QObject(document), m_document(document)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &YamlHighlighter::slice);
    connect(document, &QTextDocument::contentsChange, this, &YamlHighlighter::changed);
    connect(&Style::instance(), &Style::changed, this, &YamlHighlighter::recolor);
    recolor();
}

void YamlHighlighter::recolor()
{
    const Style& style = Style::instance();
    const auto set = [this](YamlPart part, const QColor& color) {
        QTextCharFormat format;
        format.setForeground(color);
        m_formats.insert(int(part), format);
    };
    set(YamlPart::Key, style.tone(Tone::Accent).fg);
    set(YamlPart::Text, style.color(ColorRole::Text));
    set(YamlPart::Number, style.tone(Tone::Ok).fg);
    set(YamlPart::Word, style.tone(Tone::Warning).fg);
    set(YamlPart::Comment, style.color(ColorRole::Muted));
    set(YamlPart::Mark, style.tone(Tone::Neutral).fg);
    m_next = 0;
    m_end = m_document->blockCount() - 1;
    m_timer.start();
}

void YamlHighlighter::changed(int position, int removed, int added)
{
    Q_UNUSED(removed)
    const int first = m_document->findBlock(position).blockNumber();
    const QTextBlock last = m_document->findBlock(position + added);
    const int end = last.isValid() ? last.blockNumber() : m_document->blockCount() - 1;
    if (m_timer.isActive()) {
        // What waits has moved by this change.
        m_next = std::min(m_next, std::max(0, first));
        m_end = m_document->blockCount() - 1;
        return;
    }
    m_next = std::max(0, first);
    m_end = end;
    slice();
}

void YamlHighlighter::slice()
{
    if (!m_document)
        return;
    QElapsedTimer timer;
    timer.start();
    QTextBlock block = m_document->findBlockByNumber(m_next);
    int count = 0;
    while (block.isValid()) {
        const bool stateChanged = colorBlock(block);
        const bool more = block.blockNumber() < m_end || stateChanged;
        m_next = block.blockNumber() + 1;
        block = block.next();
        if (!more)
            return;
        if (++count % 16 == 0 && timer.elapsed() >= sliceMs) {
            m_end = std::max(m_end, m_next);
            m_timer.start();
            return;
        }
    }
}

bool YamlHighlighter::colorBlock(const QTextBlock& block)
{
    int state = block.previous().isValid() ? block.previous().userState() : -1;
    QVector<QTextLayout::FormatRange> ranges;
    for (const YamlToken& token : yamlTokens(block.text(), state))
        ranges.append({int(token.start), int(token.length), m_formats.value(int(token.part))});
    if (block.layout()->formats() != ranges) {
        block.layout()->setFormats(ranges);
        m_document->markContentsDirty(block.position(), block.length());
    }
    const bool differs = block.userState() != state;
    QTextBlock(block).setUserState(state);
    return differs;
}

} // namespace kaptan::ui
