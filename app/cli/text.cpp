#include "app/cli/text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// Not to reach a terminal: it would act on it, or show something else than what is there.
bool isUnsafe(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // direction marks, zero-width characters
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

/// Columns of a terminal: marks that sit on the letter before take none.
qsizetype width(const QString& text)
{
    qsizetype columns = 0;
    for (const char32_t c : text.toUcs4()) {
        const auto category = QChar::category(c);
        if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing)
            continue;
        // East Asian wide forms and pictographs, roughly: names of containers hardly have them.
        const bool wide = (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) ||
                          (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) ||
                          (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) ||
                          (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
        columns += wide ? 2 : 1;
    }
    return columns;
}

} // namespace

QString plain(const QString& text, int most)
{
    QString shown;
    int count = 0;
    for (const char32_t c : text.toUcs4()) {
        if (most > 0 && ++count > most)
            return shown + u'…';
        if (isUnsafe(c))
            shown += u"\\u{%1}"_s.arg(quint32(c), 0, 16);
        else
            shown += QString::fromUcs4(&c, 1);
    }
    return shown;
}

QString plainLines(const QString& text)
{
    QStringList lines = text.split(u'\n');
    for (QString& line : lines)
        line = plain(line);
    return lines.join(u'\n');
}

QString quoted(const QString& word)
{
    return u"“%1”"_s.arg(word);
}

QString jsonText(const QJsonObject& object, QJsonDocument::JsonFormat format)
{
    const QString raw = QString::fromUtf8(QJsonDocument(object).toJson(format));
    QString text;
    text.reserve(raw.size());
    for (const char32_t c : raw.toUcs4()) {
        if (c == u'\n' || !isUnsafe(c)) {
            text += QString::fromUcs4(&c, 1);
            continue;
        }
        // Outside of strings JSON has nothing of this kind.
        for (const QChar unit : QString::fromUcs4(&c, 1))
            text += u"\\u%1"_s.arg(unit.unicode(), 4, 16, QLatin1Char('0'));
    }
    return text;
}

QString age(const QDateTime& then, const QDateTime& now)
{
    if (!then.isValid())
        return u"–"_s;
    const qint64 seconds = then.secsTo(now);
    if (seconds < 5)
        return Tr::tr("now");
    if (seconds < 60)
        return Tr::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return Tr::tr("%1 min").arg(seconds / 60);
    if (seconds < 2 * 86400)
        return Tr::tr("%1 h").arg(seconds / 3600);
    if (seconds < 2 * 365 * 86400LL)
        return Tr::tr("%1 d").arg(seconds / 86400);
    return Tr::tr("%1 y").arg(seconds / (365 * 86400LL));
}

QString table(const QVector<QStringList>& rows)
{
    QVector<qsizetype> widths;
    for (const QStringList& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths.at(i), width(row.at(i)));
    }
    QString text;
    for (const QStringList& row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            text += row.at(i);
            if (i + 1 < row.size())
                text += QString(widths.at(i) - width(row.at(i)) + 2, u' ');
        }
        text += u'\n';
    }
    return text;
}

} // namespace kaptan::cli
