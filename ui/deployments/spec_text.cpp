#include "ui/deployments/spec_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace kaptan::ui::spec_text
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DeployForm)
};

/// Long and hostile input is quoted short and in one line.
QString quoted(const QString& text)
{
    QString shown = text.simplified();
    if (shown.size() > 40)
        shown = shown.left(39) + u'…';
    return shown;
}

QString lineText(int line, const QString& why)
{
    //: %1 a line's number in a text field, %2 what is wrong there
    return Tr::tr("Line %1: %2").arg(line).arg(why);
}

QString wordsField()
{
    return Tr::tr("Command");
}

QString environmentField()
{
    return Tr::tr("Environment");
}

} // namespace

Result<QStringList> splitWords(const QString& text)
{
    QStringList words;
    QString word;
    bool inWord = false;
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const QChar next = i + 1 < text.size() ? text.at(i + 1) : QChar();
        if (quote == u'\'') {
            if (c == u'\'')
                quote = QChar();
            else
                word += c;
        } else if (quote == u'"') {
            if (c == u'"')
                quote = QChar();
            else if (c == u'\\' && (next == u'"' || next == u'\\' || next == u'$' || next == u'`'))
                word += text.at(++i);
            else
                word += c;
        } else if (c == u'\'' || c == u'"') {
            quote = c;
            inWord = true;
        } else if (c == u'\\') {
            if (next.isNull())
                return failure(InvalidInput{wordsField(), Tr::tr("it ends with a lone backslash"),
                                            Tr::tr("Remove the backslash, or write it twice.")});
            word += text.at(++i);
            inWord = true;
        } else if (c.isSpace()) {
            if (inWord)
                words += word;
            word.clear();
            inWord = false;
        } else {
            word += c;
            inWord = true;
        }
    }
    if (!quote.isNull())
        return failure(
            InvalidInput{wordsField(),
                         //: %1 a quote character, ' or "
                         Tr::tr("the quote %1 is not closed").arg(quote),
                         Tr::tr("Close it, or put a backslash before it if it belongs to the word.")});
    if (inWord)
        words += word;
    return words;
}

QString joinWords(const QStringList& words)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_@%+=:,./-]+\\z"));
    QStringList shown;
    for (const QString& word : words) {
        if (plain.match(word).hasMatch()) {
            shown += word;
        } else {
            QString inner = word;
            inner.replace(QLatin1String("'"), QLatin1String("'\\''"));
            shown += u'\'' + inner + u'\'';
        }
    }
    return shown.join(u' ');
}

QString environmentKeyProblem(const QString& key)
{
    if (key.isEmpty())
        return Tr::tr("the name of the variable is missing");
    for (const QChar c : key)
        if (c == u'=' || c.isSpace() || c.category() == QChar::Other_Control)
            return Tr::tr("the name “%1” holds a blank or “=”").arg(quoted(key));
    return {};
}

Result<Pairs> parseEnvironment(const QString& text)
{
    Pairs pairs;
    int line = 0;
    qsizetype at = 0;
    const auto bad = [&](int number, const QString& why, const QString& fix) {
        return failure(InvalidInput{environmentField(), lineText(number, why), fix});
    };
    while (at < text.size()) {
        ++line;
        qsizetype end = text.indexOf(u'\n', at);
        if (end < 0)
            end = text.size();
        QString row = text.mid(at, end - at).trimmed();
        const qsizetype rowStart = at;
        at = end + 1;
        if (row.isEmpty() || row.startsWith(u'#'))
            continue;
        if (row.startsWith(QLatin1String("export ")))
            row = row.mid(7).trimmed();
        const qsizetype equals = row.indexOf(u'=');
        if (equals < 0)
            return bad(line, Tr::tr("there is no “=”"), Tr::tr("Write NAME=value."));
        const QString key = row.left(equals).trimmed();
        if (const QString problem = environmentKeyProblem(key); !problem.isEmpty())
            return bad(line, problem, Tr::tr("Write NAME=value; a name has no blanks."));
        QString value = row.mid(equals + 1).trimmed();
        if (value.startsWith(u'"') || value.startsWith(u'\'')) {
            // A quoted value may run over several lines: read on in the whole text.
            const QChar quote = value.at(0);
            qsizetype i = text.indexOf(quote, text.indexOf(u'=', rowStart)) + 1;
            const int first = line;
            bool closed = false;
            value.clear();
            for (; i < text.size(); ++i) {
                const QChar c = text.at(i);
                if (c == quote) {
                    closed = true;
                    break;
                }
                if (c == u'\n')
                    ++line;
                if (quote == u'"' && c == u'\\' && i + 1 < text.size()) {
                    const QChar escaped = text.at(++i);
                    if (escaped == u'n')
                        value += u'\n';
                    else if (escaped == u't')
                        value += u'\t';
                    else if (escaped == u'"' || escaped == u'\\' || escaped == u'$')
                        value += escaped;
                    else
                        value += QString(c) + escaped;
                    continue;
                }
                if (c != u'\r')
                    value += c;
            }
            if (!closed)
                return bad(first, Tr::tr("the quote %1 is not closed").arg(quote),
                           Tr::tr("Close the quote at the end of the value."));
            end = text.indexOf(u'\n', i);
            at = end < 0 ? text.size() : end + 1;
        } else if (const qsizetype comment = value.indexOf(QLatin1String(" #")); comment >= 0) {
            value = value.left(comment).trimmed();
        }
        pairs.append({key, value});
    }
    return pairs;
}

bool looksSecret(const QString& key)
{
    static const QRegularExpression words(
        QStringLiteral("pass(word|wd|phrase)?|secret|token|credential|private|api_?key|(^|[_-])key$|auth|"
                       "dsn|(database|db|redis|mongo|amqp)_?ur[il]"),
        QRegularExpression::CaseInsensitiveOption);
    return words.match(key).hasMatch();
}

Result<QHash<QString, QString>> parseLabels(const QString& text)
{
    QHash<QString, QString> labels;
    const QStringList lines = text.split(u'\n');
    for (int i = 0; i < lines.size(); ++i) {
        const QString line = lines.at(i).trimmed();
        if (line.isEmpty())
            continue;
        const QString key = line.section(u'=', 0, 0).trimmed();
        const auto bad = [&](const QString& why, const QString& fix) {
            return failure(InvalidInput{Tr::tr("Labels"), lineText(i + 1, why), fix});
        };
        if (key.isEmpty() || key.contains(QRegularExpression(QStringLiteral("\\s"))))
            return bad(Tr::tr("“%1” is no label").arg(quoted(line)), Tr::tr("Write name=value, one a line."));
        if (key.startsWith(QLatin1String("io.kaptan.")))
            return bad(Tr::tr("names that begin with io.kaptan. are Kaptan's own"),
                       Tr::tr("Choose another name."));
        if (labels.contains(key))
            return bad(Tr::tr("“%1” is there twice").arg(quoted(key)),
                       Tr::tr("Remove one of the two lines."));
        labels.insert(key, line.contains(u'=') ? line.section(u'=', 1).trimmed() : QString());
    }
    return labels;
}

template <class Labels>
static QString labelLines(const Labels& labels)
{
    QStringList lines;
    for (auto it = labels.cbegin(); it != labels.cend(); ++it) {
        QString value = it.value();
        value.replace(u'\n', u' ');
        lines += it.key() + u'=' + value;
    }
    lines.sort();
    return lines.join(u'\n');
}

QString formatLabels(const QHash<QString, QString>& labels)
{
    return labelLines(labels);
}

QString formatLabels(const QMap<QString, QString>& labels)
{
    return labelLines(labels);
}

Result<void> checkName(const QString& name)
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9][a-z0-9-]*\\z"));
    const auto bad = [](const QString& why, const QString& fix) -> Result<void> {
        return failure(InvalidInput{Tr::tr("Name"), why, fix});
    };
    if (name.isEmpty())
        return bad(Tr::tr("A deployment needs a name"), Tr::tr("Write a short one, such as web."));
    if (!form.match(name).hasMatch())
        return bad(Tr::tr("“%1” holds what a name cannot").arg(quoted(name)),
                   Tr::tr("Use a–z, 0–9 and “-”, and begin with a letter or digit."));
    if (name.size() < 2)
        return bad(Tr::tr("The name is too short"), Tr::tr("Use at least 2 characters."));
    if (name.size() > 48)
        return bad(Tr::tr("The name has %n characters", nullptr, int(name.size())),
                   Tr::tr("Use at most 48."));
    return {};
}

Result<void> checkImage(const QString& image)
{
    const auto bad = [](const QString& why, const QString& fix) -> Result<void> {
        return failure(InvalidInput{Tr::tr("Image"), why, fix});
    };
    if (image.isEmpty())
        return bad(Tr::tr("A deployment needs an image"), Tr::tr("Choose one, or write name:tag."));
    // https://github.com/distribution/reference: [domain/]path[:tag][@digest], or a bare image id.
    static const QRegularExpression form(
        QStringLiteral("^(?:[A-Za-z0-9.-]+(?::[0-9]+)?/|\\[[0-9a-fA-F:]+\\](?::[0-9]+)?/"
                       ")?[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*"
                       "(?:/[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?"
                       "(?:@[a-z0-9]+:[0-9a-f]{32,})?\\z|^sha256:[0-9a-f]{64}\\z"));
    if (!form.match(image).hasMatch())
        return bad(Tr::tr("“%1” is no name of an image").arg(quoted(image)),
                   Tr::tr("Write name:tag in lower case, such as nginx:1.27 or registry:5000/team/web:2."));
    return {};
}

} // namespace kaptan::ui::spec_text
