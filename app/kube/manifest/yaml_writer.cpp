#include "app/kube/manifest/yaml_writer.h"

#include "app/kube/manifest/yaml_edit.h"
#include "app/kube/manifest/yaml_scalar.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

/// Not to be written as it is: it would break the line, or turn the text around it.
bool needsEscape(QChar c)
{
    const char16_t u = c.unicode();
    return u < 0x20 || (u >= 0x7f && u < 0xa0) || u == 0x2028 || u == 0x2029 || u == 0xfeff || u == 0x200e ||
           u == 0x200f || u == 0x061c || (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) ||
           u == 0xfffe || u == 0xffff;
}

/// No text of YAML can hold half of a pair.
QString whole(QString text)
{
    for (qsizetype at = 0; at < text.size(); ++at)
        if (text[at].isSurrogate() && isForbidden(text, at))
            text[at] = QChar::ReplacementCharacter;
    return text;
}

/// Exact only where nothing else than what is seen stands there. Null otherwise.
QString literal(const QString& text, int indent, bool emptyLinesAtEnd)
{
    if (!text.contains(u'\n') || text.front().isSpace())
        return {};
    qsizetype ends = 0;
    while (text[text.size() - 1 - ends] == u'\n')
        ++ends;
    if (ends > 1 && !emptyLinesAtEnd)
        return {};
    for (const QChar c : text)
        if (c != u'\n' && c != u'\t' && needsEscape(c))
            return {};
    const QString content = text.chopped(ends);
    const QString blanks(indent, u' ');
    QString out = ends == 0 ? u"|-"_s : ends == 1 ? u"|"_s : u"|+"_s;
    for (const QString& line : content.split(u'\n')) {
        if (!line.isEmpty() && line.trimmed().isEmpty())
            return {}; // readers differ about lines of blanks
        out += u'\n';
        if (!line.isEmpty())
            out += blanks + line;
    }
    // The line break that ends the last line is the writer's; the others are lines of their own.
    for (qsizetype i = 1; i < ends; ++i)
        out += u'\n';
    return out;
}

QString number(const QJsonValue& value)
{
    // Numbers and truth are written as in JSON, which YAML reads alike.
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, json.size() - 2));
}

QStringList ordered(const QJsonObject& object, YamlWriter::Role role)
{
    static const QHash<YamlWriter::Role, QStringList> first{
        {YamlWriter::Role::Root, {u"apiVersion"_s, u"kind"_s, u"metadata"_s}},
        {YamlWriter::Role::Metadata, {u"name"_s, u"generateName"_s, u"namespace"_s, u"labels"_s}},
        {YamlWriter::Role::Item, {u"name"_s, u"image"_s}}};
    QStringList keys = object.keys();
    const QStringList wanted = first.value(role);
    for (qsizetype i = wanted.size(); i-- > 0;)
        if (keys.removeOne(wanted[i]))
            keys.prepend(wanted[i]);
    if (role == YamlWriter::Role::Root && keys.removeOne(u"status"_s))
        keys.append(u"status"_s);
    return keys;
}

} // namespace

bool isPlainSafe(const QString& text, bool flow)
{
    if (text.isEmpty())
        return false;
    const QChar first = text.front(), last = text.back();
    const bool starts = first.isLetterOrNumber() || first == u'_' || first == u'/' || first == u'.' ||
                        first == u'$' || first == u'(' ||
                        (first == u'-' && text.size() > 1 && (text[1].isLetterOrNumber() || text[1] == u'-'));
    if (!starts || last.isSpace() || last == u':' || text.startsWith("---"_L1) || text.startsWith("..."_L1))
        return false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (needsEscape(c) || (c.isSpace() && c != u' '))
            return false;
        if (c == u':' && (flow || text[at + 1] == u' '))
            return false;
        if (c == u'#' && at > 0 && text[at - 1] == u' ')
            return false;
        if (flow &&
            (c == u',' || c == u'[' || c == u']' || c == u'{' || c == u'}' || c == u'"' || c == u'\''))
            return false;
    }
    // Dates and base 60, which some readers of YAML 1.1 know.
    static const QRegularExpression old(
        u"\\A(?:\\d{4}-\\d\\d?-\\d|[-+]?[\\d_]+(?::[\\d_]+)+(?:\\.[\\d_]*)?\\z)"_s);
    if (old.match(text).hasMatch())
        return false;
    const ScalarMeaning meaning = plainScalar(text);
    return meaning.value.isString() && meaning.doubt == ScalarMeaning::Doubt::None &&
           meaning.fault == ScalarMeaning::Fault::None;
}

QString doubleQuoted(const QString& given)
{
    const QString text = whole(given);
    QString out = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\', out += c;
        else if (c == u'\n')
            out += u"\\n"_s;
        else if (c == u'\t')
            out += u"\\t"_s;
        else if (needsEscape(c))
            out += u"\\u%1"_s.arg(int(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out + u'"';
}

QString singleQuoted(const QString& text)
{
    if (std::any_of(text.begin(), text.end(), needsEscape) || whole(text) != text)
        return {};
    return u'\'' + QString(text).replace(u'\'', u"''"_s) + u'\'';
}

QString yamlKey(const QString& key, bool flow)
{
    return isPlainSafe(key, flow) && whole(key) == key ? key : doubleQuoted(key);
}

QString flowText(const QJsonValue& value, bool json)
{
    if (value.isObject()) {
        QStringList parts;
        const QJsonObject object = value.toObject();
        for (const QString& key : ordered(object, YamlWriter::Role::Item))
            parts +=
                (json ? doubleQuoted(key) : yamlKey(key, true)) + u": "_s + flowText(object.value(key), json);
        return u'{' + parts.join(u", "_s) + u'}';
    }
    if (value.isArray()) {
        QStringList parts;
        for (const auto& item : value.toArray())
            parts += flowText(item, json);
        return u'[' + parts.join(u", "_s) + u']';
    }
    if (value.isString())
        return !json && isPlainSafe(value.toString(), true) ? value.toString()
                                                            : doubleQuoted(value.toString());
    return value.isNull() || value.isUndefined() ? u"null"_s : number(value);
}

QString YamlWriter::leaf(const QJsonValue& value, int indent) const
{
    if (!value.isString())
        return flowText(value, false);
    const QString text = whole(value.toString());
    const QString lines = literal(text, indent, emptyLinesAtEnd);
    if (!lines.isNull())
        return lines;
    return isPlainSafe(text, false) ? text : doubleQuoted(text);
}

QString YamlWriter::behindKey(const QJsonValue& value, int indent, Role role) const
{
    if (value.isObject() && !value.toObject().isEmpty())
        return u'\n' + QString(indent + step, u' ') + mapping(value.toObject(), indent + step, role);
    if (value.isArray() && !value.toArray().isEmpty())
        return u'\n' + QString(indent + listIndent, u' ') + sequence(value.toArray(), indent + listIndent);
    return u' ' + leaf(value, indent + step);
}

QString YamlWriter::behindDash(const QJsonValue& value, int indent) const
{
    if (value.isObject() && !value.toObject().isEmpty())
        return mapping(value.toObject(), indent + 2, Role::Item);
    if (value.isArray() && !value.toArray().isEmpty())
        return sequence(value.toArray(), indent + 2);
    return leaf(value, indent + 2);
}

QString YamlWriter::entry(const QString& key, const QJsonValue& value, int indent, Role role) const
{
    const QString written = yamlKey(key);
    // Longer keys must say that they are keys.
    if (written.toUtf8().size() > 1000)
        return u"? "_s + written + u'\n' + QString(indent, u' ') + u':' + behindKey(value, indent, role);
    return written + u':' + behindKey(value, indent, role);
}

QString YamlWriter::mapping(const QJsonObject& object, int indent, Role role) const
{
    QStringList entries;
    for (const QString& key : ordered(object, role)) {
        const Role below = role == Role::Root && key == "metadata"_L1 ? Role::Metadata : Role::Other;
        entries += entry(key, object.value(key), indent, below);
    }
    return entries.join(u'\n' + QString(indent, u' '));
}

QString YamlWriter::sequence(const QJsonArray& array, int indent) const
{
    QStringList items;
    for (const auto& item : array)
        items += u"- "_s + behindDash(item, indent);
    return items.join(u'\n' + QString(indent, u' '));
}

QString manifestText(const QJsonObject& object)
{
    if (object.isEmpty())
        return u"{}\n"_s;
    return YamlWriter().mapping(object, 0, YamlWriter::Role::Root) + u'\n';
}

} // namespace kaptan::kube
