#include "ui/common/history_chart.h"

#include "app/chart/layout.h"
#include "app/chart/scale.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QFontInfo>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace kaptan::ui
{

namespace
{

chart::Theme theme(const QWidget& widget)
{
    const Style& style = Style::instance();
    chart::Theme made;
    made.font = widget.font();
    made.textSize = QFontInfo(style.font(TextSize::Small)).pixelSize();
    made.titleSize = QFontInfo(widget.font()).pixelSize();
    made.text = style.color(ColorRole::Text);
    made.muted = style.color(ColorRole::Muted);
    made.grid = style.color(ColorRole::Border);
    made.axis = style.color(ColorRole::Border);
    return made;
}

/// The point that stands for this moment; null where it lies in a gap.
const chart::Point* pointAt(const chart::Series& series, qint64 atMs)
{
    const auto after = std::lower_bound(series.points.cbegin(), series.points.cend(), atMs,
                                        [](const chart::Point& point, qint64 at) { return point.atMs < at; });
    const chart::Point* nearest = nullptr;
    for (const auto& it : {after, after == series.points.cbegin() ? after : after - 1}) {
        if (it == series.points.cend())
            continue;
        if (!nearest || std::llabs(it->atMs - atMs) < std::llabs(nearest->atMs - atMs))
            nearest = &*it;
    }
    return nearest && std::llabs(nearest->atMs - atMs) <= series.gapMs / 2 ? nearest : nullptr;
}

} // namespace

HistoryChart::HistoryChart(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Style::instance(), &Style::changed, this, QOverload<>::of(&QWidget::update));
}

void HistoryChart::set(const chart::Spec& spec)
{
    m_spec = spec;
    m_spec.title.clear(); // the card around it says it
    setAccessibleName(spec.title);
    update();
}

QSize HistoryChart::sizeHint() const
{
    return {320, 150};
}

QStringList HistoryChart::valuesAt(qint64 atMs) const
{
    QStringList lines;
    for (const chart::Series& series : m_spec.series)
        if (const chart::Point* point = pointAt(series, atMs))
            lines << plainLine(series.name, 40) + QStringLiteral(": ") +
                         chart::valueText(point->mean, m_spec.unit, m_spec.locale);
    if (lines.isEmpty())
        return {};
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(atMs, m_spec.zone);
    lines.prepend(chart::dayText(at.date(), m_spec.locale) + u' ' +
                  chart::timeText(at.time(), m_spec.locale, true));
    return lines;
}

void HistoryChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const chart::Theme look = theme(*this);
    chart::paint(painter, rect(), m_spec, look);
    const QStringList lines = m_at ? valuesAt(m_at) : QStringList();
    if (lines.isEmpty())
        return;
    const QRectF plot = chart::layOut(rect(), m_spec, look).plot;
    const double x = plot.left() + plot.width() * double(m_at - m_spec.fromMs) /
                                       double(std::max<qint64>(m_spec.toMs - m_spec.fromMs, 1));
    painter.setPen(QPen(look.muted, 1, Qt::DashLine));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    QFont small = look.font;
    small.setPixelSize(int(look.textSize));
    painter.setFont(small);
    const QFontMetrics metrics(small);
    int wide = 0;
    for (const QString& line : lines)
        wide = std::max(wide, metrics.horizontalAdvance(line));
    QRectF box(x + space::s, plot.top(), wide + 2.0 * space::s, lines.size() * metrics.height() + space::s);
    if (box.right() > width())
        box.moveRight(x - space::s);
    box.moveLeft(std::max(0.0, box.left()));
    painter.setPen(look.grid);
    painter.setBrush(Style::instance().color(ColorRole::Surface));
    painter.drawRoundedRect(box, space::xs, space::xs);
    painter.setPen(look.text);
    for (qsizetype i = 0; i < lines.size(); ++i)
        painter.drawText(QPointF(box.left() + space::s,
                                 box.top() + space::xs + metrics.ascent() + double(i) * metrics.height()),
                         lines[i]);
}

void HistoryChart::lookAt(qint64 atMs)
{
    m_at = atMs;
    setAccessibleDescription(atMs ? valuesAt(atMs).join(QStringLiteral(", ")) : QString());
    update();
}

void HistoryChart::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF plot = chart::layOut(rect(), m_spec, theme(*this)).plot;
    const double part = (event->position().x() - plot.left()) / std::max(plot.width(), 1.0);
    lookAt(part < 0 || part > 1 ? 0 : m_spec.fromMs + qint64(part * double(m_spec.toMs - m_spec.fromMs)));
}

void HistoryChart::leaveEvent(QEvent*)
{
    lookAt(0);
}

void HistoryChart::focusOutEvent(QFocusEvent* event)
{
    lookAt(0);
    QWidget::focusOutEvent(event);
}

QVector<qint64> HistoryChart::moments() const
{
    QVector<qint64> all;
    for (const chart::Series& series : m_spec.series)
        for (const chart::Point& point : series.points)
            all.append(point.atMs);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

void HistoryChart::keyPressEvent(QKeyEvent* event)
{
    const QVector<qint64> all = moments();
    if (all.isEmpty() || (event->key() != Qt::Key_Left && event->key() != Qt::Key_Right))
        return QWidget::keyPressEvent(event);
    if (!m_at)
        return lookAt(all.last());
    const auto here = std::lower_bound(all.cbegin(), all.cend(), m_at) - all.cbegin();
    const auto next = here + (event->key() == Qt::Key_Left ? -1 : 1);
    lookAt(all[std::clamp<qsizetype>(next, 0, all.size() - 1)]);
}

} // namespace kaptan::ui
