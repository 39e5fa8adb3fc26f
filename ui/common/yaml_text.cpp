#include "ui/common/yaml_text.h"

#include "ui/common/secret_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

/// What YAML 1.1 readers take for something else than a string.
bool isReserved(const QString& text)
{
    static const QSet<QString> words{u"null"_s, u"true"_s, u"false"_s, u"yes"_s, u"no"_s,
                                     u"on"_s,   u"off"_s,  u"y"_s,     u"n"_s};
    return words.contains(text.toLower());
}

/// Not to be written as it is: it would break the line, or turn the text around it.
bool needsEscape(QChar c)
{
    const ushort u = c.unicode();
    return u < 0x20 || (u >= 0x7f && u < 0xa0) || u == 0x2028 || u == 0x2029 || u == 0xfeff || u == 0x200e ||
           u == 0x200f || u == 0x061c || (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069);
}

QString quoted(const QString& text)
{
    QString out = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\', out += c;
        else if (c == u'\n')
            out += u"\\n"_s;
        else if (c == u'\t')
            out += u"\\t"_s;
        else if (needsEscape(c))
            out += u"\\u%1"_s.arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out + u'"';
}

QString scalar(const QString& text)
{
    // Narrow on purpose: what is not surely a string gets quotes.
    static const QRegularExpression plain(
        u"\\A[A-Za-z_/](?:[A-Za-z0-9_./=@,+()-]|:(?=[^ \\n])| (?=[A-Za-z0-9_./(]))*\\z"_s);
    return plain.match(text).hasMatch() && !isReserved(text) ? text : quoted(text);
}

/// As lines of their own: scripts and certificates are read that way. Null where that would not be exact.
QString literal(const QString& text, const QString& indent)
{
    if (!text.contains(u'\n') || text.startsWith(u'\n') || text.startsWith(u' '))
        return {};
    for (const QChar c : text)
        if (c != u'\n' && needsEscape(c))
            return {};
    const bool ended = text.endsWith(u'\n');
    if (text.endsWith(u"\n\n"_s))
        return {};
    QString out = ended ? u"|"_s : u"|-"_s;
    for (const QString& line : (ended ? text.chopped(1) : text).split(u'\n')) {
        out += u'\n';
        if (!line.isEmpty())
            out += indent + line;
    }
    return out;
}

class Writer
{
public:
    QString out;

    /// `prefix` is what stands before: "key:" or "-".
    void item(const QString& prefix, const QJsonValue& value, int depth)
    {
        const QString indent(depth * 2, u' ');
        if (value.isObject() && !value.toObject().isEmpty()) {
            out += indent + prefix + u'\n';
            object(value.toObject(), depth + 1);
        } else if (value.isArray() && !value.toArray().isEmpty()) {
            out += indent + prefix + u'\n';
            array(value.toArray(), depth + 1);
        } else {
            out += indent + prefix + u' ' + leaf(value, indent + u"  "_s) + u'\n';
        }
    }

    void object(const QJsonObject& object, int depth)
    {
        for (auto it = object.begin(); it != object.end(); ++it)
            item(scalar(it.key()) + u':', it.value(), depth);
    }

    void array(const QJsonArray& array, int depth)
    {
        for (const QJsonValue& value : array)
            item(u"-"_s, value, depth);
    }

private:
    static QString leaf(const QJsonValue& value, const QString& indent)
    {
        if (value.isString()) {
            const QString lines = literal(value.toString(), indent);
            return lines.isNull() ? scalar(value.toString()) : lines;
        }
        if (value.isObject())
            return u"{}"_s;
        if (value.isArray())
            return u"[]"_s;
        if (value.isNull())
            return u"null"_s;
        // Numbers and truth are written as in JSON, which YAML reads alike.
        const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        return QString::fromUtf8(json.mid(1, json.size() - 2));
    }
};

QJsonObject shown(QJsonObject object, const YamlOptions& options, bool secret)
{
    const QString kind = object.value("kind"_L1).toString();
    secret = secret || kind == "Secret"_L1;
    QJsonObject metadata = object.value("metadata"_L1).toObject();
    if (options.hideManagedFields)
        metadata.remove(u"managedFields"_s);
    if (secret && options.hideSecretData) {
        if (const QJsonObject safe = safeAnnotations(object); !safe.isEmpty())
            metadata.insert(u"annotations"_s, safe);
        for (const QString& part : {u"data"_s, u"stringData"_s}) {
            QJsonObject data = object.value(part).toObject();
            for (auto it = data.begin(); it != data.end(); ++it)
                it.value() = u"***"_s;
            if (!data.isEmpty())
                object.insert(part, data);
        }
    }
    if (object.value("metadata"_L1).isObject())
        object.insert(u"metadata"_s, metadata);
    if (kind.endsWith("List"_L1) && object.value("items"_L1).isArray()) {
        QJsonArray items;
        for (const QJsonValue& value : object.value("items"_L1).toArray())
            items.append(value.isObject()
                             ? QJsonValue(shown(value.toObject(), options, kind == "SecretList"_L1))
                             : value);
        object.insert(u"items"_s, items);
    }
    return object;
}

} // namespace

Result<QString> yamlText(const QByteArray& json, const YamlOptions& options)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    Writer writer;
    if (document.isArray())
        writer.array(document.array(), 0);
    else if (document.isObject())
        writer.object(shown(document.object(), options, false), 0);
    else
        return failure(ParseError{u"JSON"_s, {}, error.errorString()});
    return writer.out;
}

} // namespace kaptan::ui
