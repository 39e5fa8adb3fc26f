#include "tests/report/sample.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kaptan::report::test
{

namespace
{

using Objects = QHash<int, QByteArray>;

Objects objectsOf(const QByteArray& pdf)
{
    Objects objects;
    static const QRegularExpression begin(u"(?:^|\\n)(\\d+) 0 obj\\b"_s);
    // One character a byte, so that places are the same.
    auto matches = begin.globalMatch(QString::fromLatin1(pdf));
    while (matches.hasNext()) {
        const auto match = matches.next();
        const qsizetype from = match.capturedEnd();
        const qsizetype to = pdf.indexOf("endobj", from);
        objects.insert(match.captured(1).toInt(), pdf.mid(from, to - from));
    }
    return objects;
}

QByteArray streamOf(const QByteArray& object)
{
    const qsizetype begin = object.indexOf("stream\n");
    const qsizetype end = object.lastIndexOf("endstream");
    if (begin < 0 || end < 0)
        return {};
    QByteArray bytes = object.mid(begin + 7, end - begin - 7);
    if (!object.left(begin).contains("FlateDecode"))
        return bytes;
    bytes.prepend(QByteArray("\0\1\0\0", 4)); // how long it will be: a guess that qUncompress() corrects
    return qUncompress(bytes);
}

int reference(const QByteArray& object, const QByteArray& name)
{
    const QRegularExpression expression(u"/"_s + QString::fromLatin1(name) + u"\\s*\\[?\\s*(\\d+) 0 R"_s);
    return expression.match(QString::fromLatin1(object.left(4000))).captured(1).toInt();
}

/// Code to text, of a ToUnicode map.
QHash<int, QString> unicodeOf(const QByteArray& map)
{
    QHash<int, QString> found;
    static const QRegularExpression range(
        u"<([0-9A-Fa-f]+)>\\s*<([0-9A-Fa-f]+)>\\s*(?:<([0-9A-Fa-f]+)>|\\[([^\\]]*)\\])"_s);
    static const QRegularExpression one(u"<([0-9A-Fa-f]+)>"_s);
    const QString text = QString::fromLatin1(map);
    const auto decoded = [](const QString& hex) {
        QString result;
        for (qsizetype i = 0; i + 4 <= hex.size(); i += 4)
            result += QChar(hex.mid(i, 4).toUShort(nullptr, 16));
        return result;
    };
    auto matches = range.globalMatch(text.mid(text.indexOf(u"endcodespacerange"_s)));
    while (matches.hasNext()) {
        const auto match = matches.next();
        int code = match.captured(1).toInt(nullptr, 16);
        const int last = match.captured(2).toInt(nullptr, 16);
        if (match.captured(4).isEmpty()) {
            QString to = decoded(match.captured(3));
            for (; code <= last && !to.isEmpty(); ++code) {
                found.insert(code, to);
                to.back() = QChar(char16_t(to.back().unicode() + 1));
            }
            continue;
        }
        auto each = one.globalMatch(match.captured(4));
        while (each.hasNext())
            found.insert(code++, decoded(each.next().captured(1)));
    }
    // A face may have one glyph for the blank and the tab; of the two, the writer names the first.
    for (QString& letters : found)
        letters.replace(u'\t', u' ');
    return found;
}

} // namespace

QStringList pageTexts(const QByteArray& pdf)
{
    const Objects objects = objectsOf(pdf);
    QHash<QString, QHash<int, QString>> fonts;
    const QList<int> ids = objects.keys();
    for (const int id : ids)
        if (const int map = reference(objects[id], "ToUnicode"))
            fonts.insert(u"F"_s + QString::number(id), unicodeOf(streamOf(objects[map])));

    // The pages in the order of their tree.
    QByteArray kids;
    for (const QByteArray& object : objects)
        if (object.contains("/Kids"))
            kids = object.mid(object.indexOf("/Kids"));
    kids.truncate(kids.indexOf(']'));
    QStringList pages;
    static const QRegularExpression kid(u"(\\d+) 0 R"_s);
    static const QRegularExpression token(u"/(F\\d+)\\s+[\\d.-]+\\s+Tf|<([0-9A-Fa-f]+)>|\\b(ET)\\b"_s);
    auto matches = kid.globalMatch(QString::fromLatin1(kids));
    while (matches.hasNext()) {
        const QByteArray page = objects.value(matches.next().captured(1).toInt());
        const QByteArray content = streamOf(objects.value(reference(page, "Contents")));
        QString text, font;
        auto tokens = token.globalMatch(QString::fromLatin1(content));
        while (tokens.hasNext()) {
            const auto match = tokens.next();
            if (!match.captured(1).isEmpty())
                font = match.captured(1);
            else if (!match.captured(3).isEmpty())
                text += u'\n';
            const QString hex = match.captured(2);
            for (qsizetype i = 0; i + 4 <= hex.size(); i += 4)
                text += fonts.value(font).value(hex.mid(i, 4).toInt(nullptr, 16), u"?"_s);
        }
        pages << text;
    }
    return pages;
}

} // namespace kaptan::report::test
