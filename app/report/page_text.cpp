#include "app/report/page_text.h"

#include "app/core/plain_line.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kaptan::report
{

namespace
{

/// No cell of a page says more.
constexpr int textLimit = 800;

QStringList faces()
{
    const QStringList installed = QFontDatabase::families();
    QStringList found;
    for (const QString& face : {u"Inter"_s, u"DejaVu Sans"_s})
        if (installed.contains(face))
            found << face;
    if (found.isEmpty())
        found << QGuiApplication::font().family();
    return found;
}

} // namespace

QFont pageFont(double points, QFont::Weight weight)
{
    static const QStringList families = faces();
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(int(std::lround(points * pageDpi / 72)));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

QStringList wrapped(const QString& text, const QFont& font, double width, int most)
{
    const QString plain = plainLine(text, textLimit).trimmed();
    const QFontMetricsF metrics(font);
    if (plain.isEmpty())
        return {};
    if (width <= 0 || most < 1)
        return {u"…"_s};
    if (metrics.horizontalAdvance(plain) <= width)
        return {plain};
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    QTextLayout layout(plain, font);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const QString rest = plain.mid(line.textStart());
        if (lines.size() + 1 == most && line.textStart() + line.textLength() < plain.size()) {
            lines << metrics.elidedText(rest, Qt::ElideRight, width);
            break;
        }
        lines << rest.left(line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

double lineHeight(const QFont& font)
{
    return QFontMetricsF(font).height() * 1.12;
}

void drawLines(QPainter& painter, const QRectF& place, const QStringList& lines, const QFont& font,
               const QColor& colour, Qt::Alignment alignment)
{
    painter.setFont(font);
    painter.setPen(colour);
    const double height = lineHeight(font);
    double y = place.top();
    for (const QString& line : lines) {
        painter.drawText(QRectF(place.left(), y, place.width(), height),
                         int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextDontClip, line);
        y += height;
    }
}

} // namespace kaptan::report
