#include "app/kube/manifest/yaml_path_at.h"

#include <QVector>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

bool isBlank(QStringView text)
{
    return text.trimmed().isEmpty();
}

qsizetype indentOf(QStringView line)
{
    qsizetype at = 0;
    while (at < line.size() && line[at] == u' ')
        ++at;
    return at;
}

bool isDash(QStringView text)
{
    return text.startsWith(u'-') && (text.size() == 1 || text[1] == u' ');
}

/// A line that parts documents.
bool isMarker(QStringView line)
{
    return (line.startsWith(u"---") || line.startsWith(u"...")) &&
           (line.size() == 3 || line[3] == u' ' || line[3] == u'\r');
}

struct KeyText {
    QString key;
    qsizetype valueAt = 0; ///< behind the colon
};

/// "key:" at the beginning, plain or in quotes.
std::optional<KeyText> keyOf(QStringView text)
{
    if (text.isEmpty())
        return {};
    const QChar quote = text[0];
    if (quote == u'"' || quote == u'\'') {
        const qsizetype close = text.indexOf(quote, 1);
        const qsizetype colon = close < 0 ? -1 : text.indexOf(u':', close);
        if (colon < 0 || !isBlank(text.mid(close + 1, colon - close - 1)))
            return {};
        return KeyText{text.mid(1, close - 1).toString(), colon + 1};
    }
    if (quote == u'{' || quote == u'[' || quote == u'#' || quote == u'|' || quote == u'>')
        return {};
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'#' && i > 0 && text[i - 1] == u' ')
            return {};
        if (text[i] == u':' && (i + 1 == text.size() || text[i + 1] == u' ' || text[i + 1] == u'\r'))
            return i == 0 ? std::nullopt : std::optional(KeyText{text.left(i).trimmed().toString(), i + 1});
    }
    return {};
}

/// Where a comment begins, outside of quotes; -1 where there is none.
qsizetype commentAt(QStringView text)
{
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if ((c == u'"' || c == u'\'') && (i == 0 || text[i - 1] == u' '))
            quote = c;
        else if (c == u'#' && (i == 0 || text[i - 1] == u' '))
            return i;
    }
    return -1;
}

/// How many brackets of flow style a value leaves open.
int openBrackets(QStringView text)
{
    int open = 0;
    QChar quote;
    for (const QChar c : text) {
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (c == u'"' || c == u'\'')
            quote = c;
        else if (c == u'{' || c == u'[')
            ++open;
        else if (c == u'}' || c == u']')
            --open;
    }
    return open;
}

/// Reads a document line by line and knows what is open.
class Scanner
{
public:
    struct Frame {
        qsizetype indent = 0;
        bool list = false;
        QString key;
        int index = 0;
        int id = 0; ///< of the mapping or item that is in it
    };

    struct Entry {
        qsizetype line = 0;
        int parent = 0; ///< id; 0: the document's own
        QString key, value;
    };

    void read(QStringView line, qsizetype number)
    {
        if (m_brackets > 0) {
            m_brackets += openBrackets(line);
            return;
        }
        if (isBlank(line) || inBlock(line))
            return;
        m_block = -1;
        qsizetype at = indentOf(line);
        while (isDash(line.mid(at))) {
            openItem(at);
            const qsizetype dash = at++;
            at += indentOf(line.mid(at));
            noteBlock(line.mid(at), dash);
        }
        const auto key = keyOf(line.mid(at));
        if (!key) {
            m_brackets = line.mid(at).startsWith(u'{') || line.mid(at).startsWith(u'[')
                             ? std::max(0, openBrackets(line.mid(at)))
                             : 0;
            return;
        }
        openKey(at, key->key);
        const QStringView value = line.mid(at + key->valueAt).trimmed();
        m_entries.append({number, m_frames.size() > 1 ? m_frames.at(m_frames.size() - 2).id : 0, key->key,
                          value.toString()});
        noteBlock(value, at);
        if (value.startsWith(u'{') || value.startsWith(u'['))
            m_brackets = std::max(0, openBrackets(value));
    }

    /// The line belongs to a text of many lines.
    bool inBlock(QStringView line) const
    {
        return m_block >= 0 && (isBlank(line) || indentOf(line) > m_block);
    }

    bool inFlow() const { return m_brackets > 0; }

    void openItem(qsizetype indent)
    {
        while (!m_frames.isEmpty() && m_frames.last().indent > indent)
            m_frames.removeLast();
        // A list may stand as far left as its key.
        if (!m_frames.isEmpty() && m_frames.last().list && m_frames.last().indent == indent) {
            ++m_frames.last().index;
            m_frames.last().id = ++m_ids;
            return;
        }
        m_frames.append({indent, true, {}, 0, ++m_ids});
    }

    void closeFrom(qsizetype indent)
    {
        while (!m_frames.isEmpty() && m_frames.last().indent >= indent)
            m_frames.removeLast();
    }

    int parent() const { return m_frames.isEmpty() ? 0 : m_frames.last().id; }

    YamlPath path() const
    {
        YamlPath path;
        for (const Frame& frame : m_frames)
            path.steps.append(frame.list ? YamlStep(frame.index) : YamlStep(frame.key));
        return path;
    }

    const QVector<Entry>& entries() const { return m_entries; }

private:
    void openKey(qsizetype indent, const QString& key)
    {
        closeFrom(indent);
        m_frames.append({indent, false, key, 0, ++m_ids});
    }

    void noteBlock(QStringView value, qsizetype indent)
    {
        if (value.startsWith(u'|') || value.startsWith(u'>'))
            m_block = indent;
    }

    QVector<Frame> m_frames;
    QVector<Entry> m_entries;
    qsizetype m_block = -1; ///< lines that are further right are its text
    int m_brackets = 0;
    int m_ids = 0;
};

/// The cursor's own line up to the cursor, by a scanner that has read those before.
void readCursor(Scanner scanner, QStringView line, qsizetype column, YamlPlace& place, int& parent)
{
    QStringView left = line.left(column);
    if (scanner.inFlow() || (scanner.inBlock(line) && !isBlank(line)) ||
        (isBlank(line) && scanner.inBlock(QString(column, u' ') + u'x')) || commentAt(left) >= 0)
        return;
    qsizetype at = indentOf(left);
    while (isDash(left.mid(at))) {
        scanner.openItem(at);
        ++at;
        at += indentOf(left.mid(at));
    }
    const QStringView rest = left.mid(at);
    if (rest.startsWith(u'{') || rest.startsWith(u'['))
        return;
    scanner.closeFrom(at);
    place.path = scanner.path();
    parent = scanner.parent();
    if (const auto key = keyOf(rest)) {
        const QStringView value = rest.mid(key->valueAt);
        place.path.steps.append(key->key);
        if (value.trimmed().startsWith(u'{') || value.trimmed().startsWith(u'['))
            return;
        place.where = YamlPlace::Where::Value;
        place.typed = value.mid(indentOf(value)).toString();
        return;
    }
    place.where = YamlPlace::Where::Key;
    place.typed = rest.toString();
    if (place.typed.startsWith(u'"') || place.typed.startsWith(u'\''))
        place.typed.remove(0, 1);
}

QString scalar(QString value)
{
    const qsizetype comment = commentAt(value);
    if (comment >= 0)
        value.truncate(comment);
    value = value.trimmed();
    if (value.size() > 1 && (value.startsWith(u'"') || value.startsWith(u'\'')) && value.endsWith(value[0]))
        value = value.mid(1, value.size() - 2);
    return value;
}

} // namespace

YamlPlace placeAt(const QString& text, int line, int column)
{
    YamlPlace place;
    const QList<QStringView> lines = QStringView(text).split(u'\n');
    const qsizetype cursor = std::clamp<qsizetype>(line - 1, 0, lines.size() - 1);
    qsizetype from = 0;
    bool begun = false; // an object, or a marker, was seen: the next marker begins another document
    for (qsizetype i = 0; i < cursor; ++i) {
        if (!isMarker(lines.at(i))) {
            begun = begun || (!isBlank(lines.at(i)) && !lines.at(i).startsWith(u'#'));
            continue;
        }
        place.document += begun ? 1 : 0;
        begun = false;
        from = i + 1;
    }
    if (isMarker(lines.at(cursor)))
        return place;
    Scanner scanner;
    int parent = -1;
    for (qsizetype i = from; i < lines.size() && (i <= cursor || !isMarker(lines.at(i))); ++i) {
        if (i == cursor)
            readCursor(scanner, lines.at(i), qMax(0, column - 1), place, parent);
        // A key that is being typed opens nothing for the lines behind it that it does not seem to.
        scanner.read(lines.at(i), i);
    }
    for (const Scanner::Entry& entry : scanner.entries()) {
        if (entry.parent == parent && entry.line != cursor && place.where == YamlPlace::Where::Key)
            place.present.append(entry.key);
        if (entry.parent == 0 && entry.key == u"apiVersion"_s)
            place.apiVersion = scalar(entry.value);
        if (entry.parent == 0 && entry.key == u"kind"_s)
            place.kind = scalar(entry.value);
    }
    return place;
}

} // namespace kaptan::kube
