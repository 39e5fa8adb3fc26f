#include "ui/common/plain_text.h"

#include "app/core/plain_line.h"

namespace kaptan::ui
{

QString plainLine(const QString& text, int limit)
{
    return kaptan::plainLine(text, limit);
}

QString plainBlock(const QString& text, int limit)
{
    return kaptan::plainBlock(text, limit);
}

QString plainToolTip(const QString& text)
{
    if (text.isEmpty())
        return {};
    QString escaped = plainBlock(text, 600).toHtmlEscaped();
    escaped.replace(u'\n', QLatin1String("<br>"));
    // A tooltip that is known to be rich text is wrapped; a guessed one would not be.
    return QStringLiteral("<qt>%1</qt>").arg(escaped);
}

QString foldForSearch(const QString& text, const QLocale& locale)
{
    QString folded = locale.toLower(text);
    folded.remove(QChar(0x0307));
    folded.replace(QChar(0x0131), u'i');
    return folded;
}

} // namespace kaptan::ui
