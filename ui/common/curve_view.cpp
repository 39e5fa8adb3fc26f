#include "ui/common/curve_view.h"

#include "app/chart/decimate.h"
#include "app/chart/scale.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QScatterSeries>

#include <algorithm>
#include <cmath>

namespace kaptan::ui
{

namespace
{

constexpr qint64 shortestSpanMs = 60'000;
constexpr double leastDrag = 8; ///< pixels: less is a click
constexpr double nearMarker = 5;

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

void relabel(QCategoryAxis& axis, const QVector<QPair<double, QString>>& labels, double low, double high)
{
    const QStringList old = axis.categoriesLabels();
    for (const QString& label : old)
        axis.remove(label);
    axis.setRange(low, high);
    axis.setStartValue(low);
    QSet<QString> seen;
    for (const auto& [value, text] : labels) {
        QString label = text;
        while (seen.contains(label))
            label += QChar(0x200B); // an axis wants each text once: midday comes every day
        seen.insert(label);
        axis.append(label, value);
    }
}

} // namespace

CurveView::CurveView(QWidget* parent)
    : QChartView(parent), m_times(new QCategoryAxis(this)), m_values(new QCategoryAxis(this))
{
    setFrameShape(QFrame::NoFrame);
    setMinimumHeight(180); // a chart view makes its own smallest size, too small for axes
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setRubberBand(QChartView::NoRubberBand);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins(QMargins(0, 26, 0, 0)); // the legend's line
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    for (QCategoryAxis* axis : {m_times, m_values})
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    chart()->addAxis(m_times, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    connect(&Style::instance(), &Style::changed, this, &CurveView::restyle);
    restyle();
}

QSize CurveView::sizeHint() const
{
    return {360, 190};
}

void CurveView::set(const chart::Spec& spec, const QVector<chart::Series>& before)
{
    m_spec = spec;
    m_before = before;
    setAccessibleName(plainLine(spec.title, 80));
    draw();
}

void CurveView::restyle()
{
    const Style& style = Style::instance();
    setBackgroundBrush(style.color(ColorRole::Surface));
    for (QCategoryAxis* axis : {m_times, m_values}) {
        axis->setLabelsFont(style.font(TextSize::Small));
        axis->setLabelsBrush(style.color(ColorRole::Muted));
        axis->setGridLinePen(QPen(style.color(ColorRole::Border), 1));
        axis->setLinePen(QPen(style.color(ColorRole::Border), 1));
    }
    draw();
}

void CurveView::draw()
{
    chart()->removeAllSeries();
    drawAxes();
    m_columns = std::clamp(int(chart()->plotArea().width()), 100, 1000);
    // The period before lies below.
    for (qsizetype i = 0; i < m_before.size(); ++i)
        drawSeries(m_before[i], Style::instance().color(ColorRole::Muted), true, m_columns);
    for (qsizetype i = 0; i < m_spec.series.size(); ++i) {
        const chart::Series& one = m_spec.series[i];
        drawSeries(one, one.colour.isValid() ? one.colour : Style::instance().series(int(i)), false,
                   m_columns);
    }
    viewport()->update();
}

void CurveView::drawAxes()
{
    double low = 0, high = 0;
    bool any = false;
    for (const QVector<chart::Series>& all : {m_spec.series, m_before})
        for (const chart::Series& series : all)
            for (const chart::Point& point : series.points) {
                low = std::min(low, point.min);
                high = std::max(high, point.max);
                any = true;
            }
    const chart::ValueScale scale = chart::valueScale(low, any ? high : 1, m_spec.unit, 4);
    QVector<QPair<double, QString>> values, times;
    for (const double tick : scale.ticks)
        values.append({tick, chart::valueText(tick, m_spec.unit, m_spec.locale)});
    relabel(*m_values, values, scale.low, scale.high);
    if (m_spec.toMs <= m_spec.fromMs)
        return;
    const int most = std::max(2, width() / 110);
    for (const chart::TimeTick& tick :
         chart::timeTicks(m_spec.fromMs, m_spec.toMs, m_spec.zone, m_spec.locale, most))
        times.append({double(tick.atMs), tick.text});
    relabel(*m_times, times, double(m_spec.fromMs), double(m_spec.toMs));
}

void CurveView::drawSeries(const chart::Series& series, const QColor& colour, bool dashed, int columns)
{
    const QVector<chart::Column> all = chart::decimate(series, m_spec.fromMs, m_spec.toMs, columns);
    const auto add = [this](QAbstractSeries* one) {
        chart()->addSeries(one);
        one->attachAxis(m_times);
        one->attachAxis(m_values);
    };
    QColor band = colour;
    band.setAlpha(44);
    for (qsizetype begin = 0; begin < all.size();) {
        qsizetype end = begin + 1;
        while (end < all.size() && !all[end].isAfterGap)
            ++end;
        QList<QPointF> means, lows, highs;
        bool isWide = false;
        for (qsizetype i = begin; i < end; ++i) {
            const auto at = double(all[i].atMs);
            means.append({at, all[i].mean});
            lows.append({at, all[i].min});
            highs.append({at, all[i].max});
            isWide = isWide || all[i].min != all[i].max;
        }
        if (isWide && !dashed && end - begin > 1) {
            auto* lower = new QLineSeries;
            auto* upper = new QLineSeries;
            lower->replace(lows);
            upper->replace(highs);
            auto* area = new QAreaSeries(upper, lower);
            lower->setParent(area);
            upper->setParent(area);
            area->setPen(Qt::NoPen);
            area->setBrush(band);
            add(area);
        }
        if (end - begin == 1) { // a line of one point is not seen
            auto* dot = new QScatterSeries;
            dot->setMarkerSize(4);
            dot->setPen(Qt::NoPen);
            dot->setBrush(colour);
            dot->replace(means);
            add(dot);
        } else {
            auto* line = new QLineSeries;
            line->setPen(QPen(colour, dashed ? 1.2 : 1.6, dashed ? Qt::DashLine : Qt::SolidLine));
            line->replace(means);
            add(line);
        }
        begin = end;
    }
}

QStringList CurveView::valuesAt(qint64 atMs) const
{
    QStringList lines;
    for (const chart::Series& series : m_spec.series)
        if (const chart::Point* point = pointAt(series, atMs))
            lines << plainLine(series.name, 40) + QStringLiteral(": ") +
                         chart::valueText(point->mean, m_spec.unit, m_spec.locale);
    for (const chart::Series& series : m_before)
        if (const chart::Point* point = pointAt(series, atMs))
            //: beside a value of a chart; %1 the curve's name, %2 the value of the period before
            lines << tr("%1 before: %2")
                         .arg(plainLine(series.name, 40),
                              chart::valueText(point->mean, m_spec.unit, m_spec.locale));
    for (const chart::Marker& marker : m_spec.markers)
        if (!marker.text.isEmpty() && std::abs(xOf(marker.atMs) - xOf(atMs)) <= nearMarker)
            lines << plainLine(marker.text, 70);
    if (lines.isEmpty())
        return {};
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(atMs, m_spec.zone);
    lines.prepend(chart::dayText(at.date(), m_spec.locale) + u' ' +
                  chart::timeText(at.time(), m_spec.locale, true));
    return lines;
}

QImage CurveView::picture()
{
    const qint64 at = std::exchange(m_at, 0);
    const QImage image = grab().toImage();
    m_at = at;
    return image;
}

double CurveView::xOf(qint64 atMs) const
{
    const QRectF plot = chart()->plotArea();
    return plot.left() + plot.width() * double(atMs - m_spec.fromMs) /
                             double(std::max<qint64>(m_spec.toMs - m_spec.fromMs, 1));
}

qint64 CurveView::momentAt(double x) const
{
    const QRectF plot = chart()->plotArea();
    const double part = std::clamp((x - plot.left()) / std::max(plot.width(), 1.0), 0.0, 1.0);
    return m_spec.fromMs + qint64(part * double(m_spec.toMs - m_spec.fromMs));
}

void CurveView::lookAt(qint64 atMs)
{
    if (std::exchange(m_at, atMs) == atMs)
        return;
    setAccessibleDescription(atMs ? valuesAt(atMs).join(QStringLiteral(", ")) : QString());
    viewport()->update();
    Q_EMIT looked(atMs);
}

void CurveView::zoom(double factor, qint64 aroundMs)
{
    const double before = double(aroundMs - m_spec.fromMs) * factor;
    const double after = double(m_spec.toMs - aroundMs) * factor;
    if (before + after >= double(shortestSpanMs))
        Q_EMIT spanChosen(aroundMs - qint64(before), aroundMs + qint64(after));
}

void CurveView::move(double part)
{
    const auto by = qint64(double(m_spec.toMs - m_spec.fromMs) * part);
    Q_EMIT spanChosen(m_spec.fromMs + by, m_spec.toMs + by);
}

QVector<qint64> CurveView::moments() const
{
    QVector<qint64> all;
    for (const chart::Series& series : m_spec.series)
        for (const chart::Point& point : series.points)
            all.append(point.atMs);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

void CurveView::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    // As many points as there are pixels, and as many times as there is room for.
    if (std::abs(int(chart()->plotArea().width()) - m_columns) > 20)
        draw();
}

void CurveView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !chart()->plotArea().contains(event->position()))
        return event->ignore();
    m_dragFrom = m_dragTo = event->position().x();
}

void CurveView::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF plot = chart()->plotArea();
    const double x = event->position().x();
    if (m_dragFrom)
        m_dragTo = std::clamp(x, plot.left(), plot.right());
    lookAt(x < plot.left() || x > plot.right() ? 0 : momentAt(x));
    viewport()->update();
}

void CurveView::mouseReleaseEvent(QMouseEvent*)
{
    if (!m_dragFrom)
        return;
    const double from = *m_dragFrom;
    m_dragFrom.reset();
    viewport()->update();
    if (std::abs(m_dragTo - from) < leastDrag)
        return;
    qint64 begin = momentAt(std::min(from, m_dragTo)), end = momentAt(std::max(from, m_dragTo));
    if (end - begin < shortestSpanMs) {
        const qint64 middle = (begin + end) / 2;
        begin = middle - shortestSpanMs / 2;
        end = middle + shortestSpanMs / 2;
    }
    Q_EMIT spanChosen(begin, end);
}

void CurveView::mouseDoubleClickEvent(QMouseEvent*)
{
    Q_EMIT wholeChosen();
}

void CurveView::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return event->ignore(); // what is around it scrolls
    zoom(event->angleDelta().y() > 0 ? 0.5 : 2, momentAt(event->position().x()));
    event->accept();
}

void CurveView::leaveEvent(QEvent*)
{
    lookAt(0);
}

void CurveView::focusOutEvent(QFocusEvent* event)
{
    lookAt(0);
    QChartView::focusOutEvent(event);
}

void CurveView::keyPressEvent(QKeyEvent* event)
{
    const qint64 middle = m_at ? m_at : (m_spec.fromMs + m_spec.toMs) / 2;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(0.5, middle);
    case Qt::Key_Minus:
        return zoom(2, middle);
    case Qt::Key_0:
        Q_EMIT wholeChosen();
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        break;
    default:
        return QWidget::keyPressEvent(event); // Esc closes what it is in
    }
    const bool isLeft = event->key() == Qt::Key_Left;
    if (event->modifiers() & Qt::ShiftModifier)
        return move(isLeft ? -0.5 : 0.5);
    const QVector<qint64> all = moments();
    if (all.isEmpty())
        return;
    if (event->key() == Qt::Key_Home)
        return lookAt(all.first());
    if (event->key() == Qt::Key_End || !m_at)
        return lookAt(all.last());
    const auto here = std::lower_bound(all.cbegin(), all.cend(), m_at) - all.cbegin();
    lookAt(all[std::clamp<qsizetype>(here + (isLeft ? -1 : 1), 0, all.size() - 1)]);
}

} // namespace kaptan::ui
