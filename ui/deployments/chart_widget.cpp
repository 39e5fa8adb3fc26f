#include "ui/deployments/chart_widget.h"

#include "ui/common/delegates.h"
#include "ui/common/style.h"

#include <QDateTime>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace kaptan::ui
{

namespace
{

constexpr int plotHeight = 58;

QString clockText(qint64 ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QStringLiteral("HH:mm"));
}

double largest(const QVector<ChartWidget::Line>& lines)
{
    double most = 0;
    for (const ChartWidget::Line& line : lines)
        for (const double value : line.span.values)
            if (!std::isnan(value))
                most = std::max(most, value);
    return most;
}

} // namespace

ChartWidget::ChartWidget(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Style::instance(), &Style::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ChartWidget::set(const QString& title, const QVector<Line>& lines, Format format)
{
    m_title = title;
    m_lines = lines;
    m_format = std::move(format);
    setAccessibleName(summary());
    update();
}

QString ChartWidget::summary() const
{
    QStringList parts;
    for (const Line& line : m_lines) {
        const QString value = std::isnan(line.current) ? QStringLiteral("–") : m_format(line.current);
        parts += line.name.isEmpty() ? value : line.name + u' ' + value;
    }
    return m_title + u' ' + parts.join(QStringLiteral(", "));
}

QSize ChartWidget::sizeHint() const
{
    const int line = QFontMetrics(Style::instance().font()).height();
    return {280, 2 * line + plotHeight + 2 * space::xs + space::s};
}

QSize ChartWidget::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

QRectF ChartWidget::plot() const
{
    const int line = QFontMetrics(Style::instance().font()).height();
    return QRectF(0.5, line + space::xs + 0.5, width() - 1, plotHeight);
}

void ChartWidget::paintLine(QPainter& painter, const Line& line, double top) const
{
    const QRectF area = plot().adjusted(0, 2, 0, 0);
    const auto& values = line.span.values;
    if (values.size() < 2 || top <= 0)
        return;
    const QColor color = Style::instance().series(line.color);
    QPainterPath stroke, fill;
    bool down = false;
    QPointF last;
    const auto closeFill = [&] {
        fill.lineTo(last.x(), area.bottom());
        fill.closeSubpath();
    };
    for (int i = 0; i < values.size(); ++i) {
        if (std::isnan(values.at(i))) {
            if (down)
                closeFill();
            down = false;
            continue;
        }
        const QPointF at(area.left() + area.width() * i / (double(values.size()) - 1),
                         area.bottom() - area.height() * values.at(i) / top);
        if (!down) {
            stroke.moveTo(at);
            fill.moveTo(at.x(), area.bottom());
            fill.lineTo(at);
        } else {
            stroke.lineTo(at);
            fill.lineTo(at);
        }
        down = true;
        last = at;
    }
    if (down)
        closeFill();
    QColor soft = color;
    soft.setAlpha(m_lines.size() > 1 ? 28 : 44);
    painter.fillPath(fill, soft);
    painter.strokePath(stroke, QPen(color, 1.5));
}

void ChartWidget::paintEvent(QPaintEvent*)
{
    const Style& style = Style::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plot();
    const int lineHeight = QFontMetrics(style.font()).height();

    painter.setFont(style.font(TextSize::Normal, QFont::DemiBold));
    painter.setPen(style.color(ColorRole::Text));
    painter.drawText(QRectF(0, 0, width(), lineHeight), Qt::AlignLeft | Qt::AlignVCenter, m_title);

    // Current values (or those under the pointer) from the right, each with the name in its series' colour.
    qreal right = width();
    for (qsizetype i = m_lines.size() - 1; i >= 0; --i) {
        const Line& line = m_lines.at(i);
        const bool hovered = m_hover >= 0 && m_hover < line.span.values.size();
        const double value = hovered ? line.span.values.at(m_hover) : line.current;
        const QString text = std::isnan(value) ? QStringLiteral("–") : m_format(value);
        painter.setFont(style.font(TextSize::Normal, QFont::DemiBold));
        const qreal valueWidth = painter.fontMetrics().horizontalAdvance(text);
        painter.setPen(style.color(ColorRole::Text));
        painter.drawText(QRectF(right - valueWidth, 0, valueWidth + 1, lineHeight), Qt::AlignVCenter, text);
        right -= valueWidth + space::xs;
        painter.setFont(style.font());
        const qreal nameWidth = painter.fontMetrics().horizontalAdvance(line.name);
        if (!line.name.isEmpty()) {
            painter.setPen(style.color(ColorRole::Muted));
            painter.drawText(QRectF(right - nameWidth, 0, nameWidth + 1, lineHeight), Qt::AlignVCenter,
                             line.name);
            right -= nameWidth + space::xs;
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.series(line.color));
        painter.drawRoundedRect(QRectF(right - 8, lineHeight / 2.0 - 4, 8, 8), 2, 2);
        right -= 8 + space::m;
    }

    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.color(ColorRole::Border), 1));
    painter.drawLine(QPointF(area.left(), area.bottom()), QPointF(area.right(), area.bottom()));
    QColor faint = style.color(ColorRole::Border);
    faint.setAlphaF(0.6F);
    painter.setPen(QPen(faint, 1, Qt::DotLine));
    painter.drawLine(QPointF(area.left(), area.top()), QPointF(area.right(), area.top()));

    const double most = largest(m_lines);
    const double top = most > 0 ? most * 1.3 : 0; // room for the number above the line
    for (const Line& line : m_lines)
        paintLine(painter, line, top);

    painter.setFont(style.font(TextSize::Small));
    painter.setPen(style.color(ColorRole::Muted));
    const int small = painter.fontMetrics().height();
    if (most > 0)
        painter.drawText(QRectF(2, area.top() + 1, width(), small), Qt::AlignLeft, m_format(top));
    const UsageHistory::Span* span = nullptr;
    for (const Line& line : m_lines)
        if (!line.span.values.isEmpty())
            span = &line.span;
    const QRectF below(0, area.bottom() + 2, width(), small);
    if (!span) {
        painter.drawText(area, Qt::AlignCenter, tr("No samples yet"));
        return;
    }
    painter.drawText(below, Qt::AlignLeft, clockText(span->fromMs));
    painter.drawText(below, Qt::AlignRight, clockText(span->toMs));
    if (m_hover >= 0 && m_hover < span->values.size()) {
        const double part = double(m_hover) / (double(span->values.size()) - 1);
        const qreal x = area.left() + area.width() * part;
        painter.setPen(QPen(style.color(ColorRole::Muted), 1));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(style.color(ColorRole::Text));
        painter.drawText(below, Qt::AlignHCenter,
                         clockText(span->fromMs + qint64(part * double(span->toMs - span->fromMs))));
    }
}

void ChartWidget::mouseMoveEvent(QMouseEvent* event)
{
    int hover = -1;
    for (const Line& line : std::as_const(m_lines))
        if (line.span.values.size() > 1 && width() > 1)
            hover = std::clamp(
                int(std::lround(event->position().x() / width() * double(line.span.values.size() - 1))), 0,
                int(line.span.values.size()) - 1);
    if (hover != m_hover) {
        m_hover = hover;
        update();
    }
}

void ChartWidget::leaveEvent(QEvent*)
{
    m_hover = -1;
    update();
}

} // namespace kaptan::ui
