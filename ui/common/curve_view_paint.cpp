#include "ui/common/curve_view.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QChart>
#include <QPainter>

#include <algorithm>

/// What lies over the curves: title and legend, what happened, the values of a moment.
namespace kaptan::ui
{

void CurveView::drawForeground(QPainter* painter, const QRectF&)
{
    painter->save();
    painter->setFont(Style::instance().font(TextSize::Small));
    paintLegend(*painter);
    paintMarkers(*painter);
    paintCrosshair(*painter);
    painter->restore();
}

void CurveView::paintLegend(QPainter& painter) const
{
    const Style& style = Style::instance();
    const QFontMetrics metrics(painter.font());
    const bool empty = std::all_of(m_spec.series.cbegin(), m_spec.series.cend(),
                                   [](const chart::Series& one) { return one.points.isEmpty(); });
    if (empty) {
        painter.setPen(style.color(ColorRole::Muted));
        const QString text = m_spec.emptyText.isEmpty() ? tr("Nothing was recorded.") : m_spec.emptyText;
        painter.drawText(chart()->plotArea(), Qt::AlignCenter | Qt::TextWordWrap, text);
    }
    // The title at the left, what the colours mean at the right.
    QFont bold = style.font(TextSize::Normal, QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(style.color(ColorRole::Text));
    const QFontMetrics titleMetrics(bold);
    const QString title = titleMetrics.elidedText(plainLine(m_spec.title, 80), Qt::ElideRight, width() / 2);
    painter.drawText(QPointF(0, titleMetrics.ascent()), title);
    painter.setFont(style.font(TextSize::Small));
    double right = width();
    const double least = titleMetrics.horizontalAdvance(title) + space::l;
    if (!m_spec.hasLegend && m_before.isEmpty())
        return;
    for (qsizetype i = m_spec.series.size() - 1; i >= 0; --i) {
        const QString name = plainLine(m_spec.series[i].name, 30);
        const double wide = metrics.horizontalAdvance(name) + 18.0;
        if (right - wide < least)
            return;
        right -= wide;
        const QColor colour = m_spec.series[i].colour;
        painter.setPen(QPen(colour.isValid() ? colour : style.series(int(i)), 2));
        painter.drawLine(QPointF(right, 9), QPointF(right + 12, 9));
        painter.setPen(style.color(ColorRole::Muted));
        painter.drawText(QPointF(right + 16, 4 + metrics.ascent() * 0.8), name);
        right -= space::s;
    }
    if (m_before.isEmpty())
        return;
    //: legend of a chart: the dashed line is the period before this one
    const QString name = tr("period before");
    right -= metrics.horizontalAdvance(name) + 18.0;
    if (right < least)
        return;
    painter.setPen(QPen(style.color(ColorRole::Muted), 1.2, Qt::DashLine));
    painter.drawLine(QPointF(right, 9), QPointF(right + 12, 9));
    painter.setPen(style.color(ColorRole::Muted));
    painter.drawText(QPointF(right + 16, 4 + metrics.ascent() * 0.8), name);
}

void CurveView::paintMarkers(QPainter& painter) const
{
    const QRectF plot = chart()->plotArea();
    for (const chart::Marker& marker : m_spec.markers) {
        if (marker.atMs < m_spec.fromMs || marker.atMs > m_spec.toMs)
            continue;
        const double x = xOf(marker.atMs);
        const QColor colour =
            marker.colour.isValid() ? marker.colour : Style::instance().color(ColorRole::Muted);
        painter.setPen(QPen(colour, 1, Qt::DotLine));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPolygon(
            QPolygonF{{x - 4, plot.bottom() + 6}, {x + 4, plot.bottom() + 6}, {x, plot.bottom()}});
    }
}

void CurveView::paintCrosshair(QPainter& painter) const
{
    const Style& style = Style::instance();
    const QRectF plot = chart()->plotArea();
    if (m_dragFrom) {
        QColor fill = style.color(ColorRole::Selection);
        fill.setAlpha(120);
        painter.fillRect(
            QRectF(QPointF(*m_dragFrom, plot.top()), QPointF(m_dragTo, plot.bottom())).normalized(), fill);
    }
    const QStringList lines = m_at ? valuesAt(m_at) : QStringList();
    if (lines.isEmpty())
        return;
    const double x = xOf(m_at);
    painter.setPen(QPen(style.color(ColorRole::Muted), 1, Qt::DashLine));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    const QFontMetrics metrics(painter.font());
    int wide = 0;
    for (const QString& line : lines)
        wide = std::max(wide, metrics.horizontalAdvance(line));
    QRectF box(x + space::s, plot.top(), wide + 2.0 * space::s,
               double(lines.size()) * metrics.height() + space::s);
    if (box.right() > width())
        box.moveRight(x - space::s);
    box.moveLeft(std::max(0.0, box.left()));
    painter.setPen(style.color(ColorRole::Border));
    painter.setBrush(style.color(ColorRole::Surface));
    painter.drawRoundedRect(box, space::xs, space::xs);
    painter.setPen(style.color(ColorRole::Text));
    for (qsizetype i = 0; i < lines.size(); ++i)
        painter.drawText(QPointF(box.left() + space::s,
                                 box.top() + space::xs + metrics.ascent() + double(i) * metrics.height()),
                         lines[i]);
}

} // namespace kaptan::ui
