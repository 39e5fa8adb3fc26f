#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QStringList>

class QPainter;

namespace kaptan::report
{

/// Everything is laid out in dots of this resolution and painted through a scale where the target has
/// another: so a preview has the breaks of the page.
constexpr int pageDpi = 600;

constexpr double mm(double millimetres)
{
    return millimetres * pageDpi / 25.4;
}

/// A4.
constexpr double pageWidth = mm(210), pageHeight = mm(297);

/// The face of the pages: the program's own where it is installed, else the application's.
QFont pageFont(double points, QFont::Weight weight = QFont::Normal);

/// The lines of an untrusted text in that width, at most `most` of them: the last one says with an ellipsis
/// that there was more. Words longer than a line are broken.
QStringList wrapped(const QString& text, const QFont& font, double width, int most);

double lineHeight(const QFont& font);

/// Draws lines below each other from the top of the place.
void drawLines(QPainter& painter, const QRectF& place, const QStringList& lines, const QFont& font,
               const QColor& colour, Qt::Alignment alignment = Qt::AlignLeft);

} // namespace kaptan::report
