#include "app/core/plain_line.h"

namespace kaptan
{

namespace
{

/// Marks that turn what follows them around (Unicode UAX #9, "explicit directional formatting").
bool isDirectionMark(char16_t c)
{
    return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

bool isRightToLeft(char32_t c)
{
    const QChar::Direction direction = QChar::direction(c);
    return direction == QChar::DirR || direction == QChar::DirAL;
}

QString cleaned(const QString& text, int limit, bool keepLines)
{
    const bool cut = text.size() > limit;
    const qsizetype size = cut ? limit : text.size();
    bool harmless = !cut;
    bool rightToLeft = false;
    for (qsizetype i = 0; i < size; ++i) {
        const QChar c = text[i];
        if (c.unicode() >= 0x20 && c.unicode() < 0x7F)
            continue;
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator ||
            c == QChar::ParagraphSeparator || isDirectionMark(c.unicode()))
            harmless = false;
        else if (!rightToLeft)
            rightToLeft =
                isRightToLeft(c.unicode()) || (c.isHighSurrogate() && i + 1 < size &&
                                               isRightToLeft(QChar::surrogateToUcs4(c, text[i + 1])));
    }
    if (harmless && !rightToLeft)
        return text;

    QString result;
    result.reserve(size + 3);
    if (rightToLeft)
        result += QChar(0x2068);
    bool blank = false; // a run of removed characters becomes one blank
    for (qsizetype i = 0; i < size; ++i) {
        const QChar c = text[i];
        if (isDirectionMark(c.unicode()))
            continue;
        const bool line = c == u'\n' || c == u'\t';
        if (keepLines && line) {
            result += c;
            blank = false;
        } else if (c.category() == QChar::Other_Control || c == QChar::LineSeparator ||
                   c == QChar::ParagraphSeparator) {
            if (!blank)
                result += u' ';
            blank = true;
        } else {
            result += c;
            blank = false;
        }
    }
    if (!result.isEmpty() && cut && result.back().isHighSurrogate())
        result.chop(1);
    if (cut)
        result += u'…';
    if (rightToLeft)
        result += QChar(0x2069);
    return result;
}

} // namespace

QString plainLine(const QString& text, int limit)
{
    return cleaned(text, limit, false);
}

QString plainBlock(const QString& text, int limit)
{
    return cleaned(text, limit, true);
}

} // namespace kaptan
