#pragma once

#include <QColor>
#include <QFont>
#include <QLocale>
#include <QRectF>
#include <QString>
#include <QTimeZone>
#include <QVector>

class QPainter;

/// Curves over time, drawn with nothing but a painter: the same for a page, a picture and a window. All names
/// are untrusted: shown as plain text, one line, cut where there is no room.
namespace kaptan::chart
{

/// What a value counts, and so how it is written.
enum class Unit {
    Cores, ///< 0.25 is "250m"
    Bytes,
    BytesPerSecond,
    Count,
    Percent, ///< 0 to 100
};

/// One moment, or what became of the samples of a span: `min` = `max` = `mean` for a single sample.
struct Point {
    qint64 atMs = 0; ///< UTC, milliseconds since 1970
    double min = 0, max = 0, mean = 0;
};

struct Series {
    QString name;
    QVector<Point> points; ///< rising; values that are no numbers are left out
    QColor colour;         ///< invalid: seriesColour() of its place
    qint64 gapMs = 45'000; ///< points further apart have a gap between them: the line is broken there
};

/// A moment at which something happened.
struct Marker {
    qint64 atMs = 0;
    QString text; ///< a number or a short word above the line; may be empty
    QColor colour;
};

/// What the colour of the markers means, for the legend.
struct MarkerKey {
    QString name;
    QColor colour;
};

struct Spec {
    QString title;
    Unit unit = Unit::Count;
    qint64 fromMs = 0, toMs = 0;
    QVector<Series> series;
    QVector<Marker> markers;
    QVector<MarkerKey> markerKeys;
    bool hasLegend = true;
    QString emptyText; ///< where no point lies within the time; empty: "No data"
    QLocale locale = QLocale();
    QTimeZone zone = QTimeZone::utc();
};

/// Sizes are in the painter's units, so that a page of 600 dots an inch and a window look alike.
struct Theme {
    QFont font;
    double textSize = 11, titleSize = 13;
    double lineWidth = 1.5;
    QColor background; ///< invalid: none is painted
    QColor text, muted, grid, axis;
    int bandAlpha = 44; ///< of the band between min and max
};

/// Dark on white, for paper.
Theme paperTheme(const QFont& font, double textSize);

/// Okabe and Ito's colours, told apart by every kind of colour vision, again from the first where there are
/// more series. https://jfly.uni-koeln.de/color/
QColor seriesColour(qsizetype index);
constexpr int seriesColours = 7;

/// Draws all of it within `rect`.
void paint(QPainter& painter, const QRectF& rect, const Spec& spec, const Theme& theme);

} // namespace kaptan::chart
