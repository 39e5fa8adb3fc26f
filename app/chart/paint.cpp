#include "app/chart/layout.h"

#include <QPainter>
#include <QPainterPath>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

namespace kaptan::chart
{

namespace
{

// The order in which the window gives them too.
constexpr std::array<QRgb, seriesColours> okabeIto{0xFF0072B2, 0xFF009E73, 0xFFE69F00, 0xFFCC79A7,
                                                   0xFFD55E00, 0xFF56B4E9, 0xFF8A7F00};

/// A part of a curve without a gap.
struct Run {
    QPolygonF line, upper, lower;
};

QVector<Run> runsOf(const QVector<Column>& columns, const Layout& layout, const Spec& spec)
{
    QVector<Run> runs;
    for (const Column& column : columns) {
        if (column.isAfterGap || runs.isEmpty())
            runs.append(Run());
        const double x = layout.x(column.atMs, spec);
        runs.last().line << QPointF(x, layout.y(column.mean));
        runs.last().upper << QPointF(x, layout.y(column.max));
        runs.last().lower << QPointF(x, layout.y(column.min));
    }
    return runs;
}

QPen pen(const QColor& colour, double width, Qt::PenStyle style = Qt::SolidLine)
{
    QPen result(colour, width, style, Qt::FlatCap, Qt::RoundJoin);
    result.setCosmetic(false);
    return result;
}

class Drawing
{
public:
    Drawing(QPainter& painter, const Spec& spec, const Theme& theme, const Layout& layout)
        : m_painter(painter), m_spec(spec), m_theme(theme), m_layout(layout),
          m_thin(std::max(theme.lineWidth * 0.5, theme.textSize / 14))
    {
    }

    void all()
    {
        if (!m_layout.plot.isNull()) {
            grid();
            markers();
            m_painter.save();
            m_painter.setClipRect(m_layout.plot.adjusted(-m_theme.lineWidth, -m_theme.lineWidth,
                                                         m_theme.lineWidth, m_theme.lineWidth),
                                  Qt::IntersectClip);
            // All bands first: no band covers another one's line.
            for (qsizetype i = 0; i < m_layout.columns.size(); ++i)
                bands(i);
            for (qsizetype i = 0; i < m_layout.columns.size(); ++i)
                lines(i);
            m_painter.restore();
        }
        for (const Swatch& swatch : m_layout.swatches) {
            m_painter.setPen(swatch.isDashed ? dashed(swatch.colour)
                                             : pen(swatch.colour, m_theme.lineWidth * 2));
            const double y = swatch.rect.center().y();
            m_painter.drawLine(QPointF(swatch.rect.left(), y), QPointF(swatch.rect.right(), y));
        }
        for (const Label& label : m_layout.labels) {
            m_painter.setFont(label.role == Label::Role::Title ? titleFont(m_theme) : textFont(m_theme));
            m_painter.setPen(label.colour);
            m_painter.drawText(label.rect, int(label.alignment) | Qt::TextSingleLine | Qt::TextDontClip,
                               label.text);
        }
    }

private:
    QPen dashed(const QColor& colour) const
    {
        QPen result = pen(colour.isValid() ? colour : m_theme.muted, m_thin * 1.4, Qt::CustomDashLine);
        result.setDashPattern({4, 3});
        return result;
    }

    QColor colourOf(qsizetype series) const
    {
        const QColor own = m_spec.series.at(series).colour;
        return own.isValid() ? own : seriesColour(series);
    }

    void grid()
    {
        const QRectF& plot = m_layout.plot;
        m_painter.setPen(pen(m_theme.grid, m_thin));
        if (!m_layout.columns.isEmpty()) // without values there is no scale to be read
            for (const double tick : m_layout.scale.ticks)
                m_painter.drawLine(QPointF(plot.left(), m_layout.y(tick)),
                                   QPointF(plot.right(), m_layout.y(tick)));
        for (const TimeTick& tick : m_layout.times) {
            const double x = m_layout.x(tick.atMs, m_spec);
            m_painter.setPen(pen(tick.isMajor ? m_theme.axis : m_theme.grid, m_thin));
            m_painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + m_theme.textSize * 0.25));
        }
        m_painter.setPen(pen(m_theme.axis, m_thin * 1.4));
        m_painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    }

    void markers()
    {
        const QRectF& plot = m_layout.plot;
        QSet<qint64> drawn; // thousands of them are no more than the plot has places
        for (const Marker& marker : m_spec.markers) {
            if (marker.atMs < m_spec.fromMs || marker.atMs > m_spec.toMs)
                continue;
            const double x = m_layout.x(marker.atMs, m_spec);
            const qint64 place = qint64(x / std::max(1.0, m_theme.lineWidth));
            if (drawn.contains(place))
                continue;
            drawn.insert(place);
            m_painter.setPen(dashed(marker.colour));
            m_painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        }
    }

    void bands(qsizetype series)
    {
        QColor fill = colourOf(series);
        fill.setAlpha(m_theme.bandAlpha);
        for (const Run& run : runsOf(m_layout.columns[series], m_layout, m_spec)) {
            if (run.upper == run.lower)
                continue;
            if (run.line.size() == 1) {
                m_painter.setPen(pen(fill, m_theme.lineWidth));
                m_painter.drawLine(run.upper.first(), run.lower.first());
                continue;
            }
            QPolygonF band = run.upper;
            for (auto it = run.lower.crbegin(); it != run.lower.crend(); ++it)
                band << *it;
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(fill);
            m_painter.drawPolygon(band);
        }
        m_painter.setBrush(Qt::NoBrush);
    }

    void lines(qsizetype series)
    {
        const QColor colour = colourOf(series);
        for (const Run& run : runsOf(m_layout.columns[series], m_layout, m_spec)) {
            if (run.line.size() > 1) {
                m_painter.setPen(pen(colour, m_theme.lineWidth));
                m_painter.drawPolyline(run.line);
                continue;
            }
            m_painter.setPen(Qt::NoPen); // one between two gaps: a line of no length would not be seen
            m_painter.setBrush(colour);
            m_painter.drawEllipse(run.line.first(), m_theme.lineWidth, m_theme.lineWidth);
            m_painter.setBrush(Qt::NoBrush);
        }
    }

    QPainter& m_painter;
    const Spec& m_spec;
    const Theme& m_theme;
    const Layout& m_layout;
    double m_thin;
};

} // namespace

Theme paperTheme(const QFont& font, double textSize)
{
    Theme theme;
    theme.font = font;
    theme.textSize = textSize;
    theme.titleSize = textSize * 1.15;
    theme.lineWidth = textSize / 6;
    theme.text = QColor(0x1A, 0x23, 0x2E);
    theme.muted = QColor(0x55, 0x61, 0x70);
    theme.grid = QColor(0xE3, 0xE6, 0xEB);
    theme.axis = QColor(0xB4, 0xBC, 0xC7);
    return theme;
}

QColor seriesColour(qsizetype index)
{
    return QColor::fromRgb(okabeIto[size_t(index < 0 ? 0 : index) % okabeIto.size()]);
}

void paint(QPainter& painter, const QRectF& rect, const Spec& spec, const Theme& theme)
{
    painter.save();
    if (theme.background.isValid())
        painter.fillRect(rect, theme.background);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const Layout layout = layOut(rect, spec, theme);
    Drawing(painter, spec, theme, layout).all();
    painter.restore();
}

} // namespace kaptan::chart
