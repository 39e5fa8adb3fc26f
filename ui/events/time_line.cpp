#include "ui/events/time_line.h"

#include "ui/common/style.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace kaptan::ui
{

namespace
{
constexpr int barsHeight = 34;

int sumOf(const history::EventBar& bar)
{
    return bar.normal + bar.warning + bar.error;
}
} // namespace

TimeLine::TimeLine(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Style::instance(), &Style::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void TimeLine::set(const QVector<history::EventBar>& bars, const QDateTime& from, const QDateTime& to)
{
    if (m_pressed) // nothing moves under the hand
        return;
    m_bars = bars;
    m_from = from;
    m_to = to;
    m_most = 0;
    for (const history::EventBar& bar : bars)
        m_most = std::max(m_most, sumOf(bar));
    describe();
    update();
}

void TimeLine::describe()
{
    int all = 0;
    for (const history::EventBar& bar : std::as_const(m_bars))
        all += sumOf(bar);
    setAccessibleName(tr("Events over time"));
    setAccessibleDescription(
        m_bars.isEmpty()
            ? QString()
            //: %1 and %2 are moments
            : tr("%n event(s) from %1 to %2", nullptr, all).arg(momentText(m_from), momentText(m_to)));
}

QSize TimeLine::sizeHint() const
{
    const int text = QFontMetrics(Style::instance().font(TextSize::Small)).height();
    return {400, space::s + barsHeight + space::xs + text + space::xs};
}

QSize TimeLine::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

QRectF TimeLine::plot() const
{
    return {double(space::l), double(space::s), std::max(1.0, double(width() - 2 * space::l)),
            double(barsHeight)};
}

int TimeLine::barAt(int x) const
{
    if (m_bars.isEmpty())
        return -1;
    const QRectF place = plot();
    const int bar = int((x - place.left()) * double(m_bars.size()) / place.width());
    return x < place.left() || bar >= m_bars.size() ? -1 : bar;
}

int TimeLine::xOf(int bar) const
{
    const QRectF place = plot();
    return int(place.left() + place.width() * bar / double(std::max<qsizetype>(m_bars.size(), 1)));
}

QDateTime TimeLine::timeOf(int bar) const
{
    if (bar < m_bars.size())
        return QDateTime::fromMSecsSinceEpoch(m_bars[bar].atMs, Qt::UTC);
    return m_to;
}

QString TimeLine::momentText(const QDateTime& at) const
{
    const QLocale locale;
    const QDateTime local = at.toLocalTime();
    const bool sameDay = m_from.toLocalTime().date() == m_to.toLocalTime().date();
    if (sameDay)
        return locale.toString(local.time(), QStringLiteral("HH:mm"));
    if (m_from.daysTo(m_to) <= 60)
        return locale.toString(local, QStringLiteral("d MMM HH:mm"));
    return locale.toString(local.date(), QStringLiteral("d MMM yyyy"));
}

QString TimeLine::toolTipOf(int bar) const
{
    if (bar < 0 || bar >= m_bars.size())
        return {};
    const history::EventBar& one = m_bars[bar];
    QStringList lines{momentText(timeOf(bar)) + QStringLiteral(" – ") + momentText(timeOf(bar + 1))};
    if (sumOf(one) == 0)
        lines << tr("Nothing");
    if (one.error > 0)
        lines << tr("%n error(s)", nullptr, one.error);
    if (one.warning > 0)
        lines << tr("%n warning(s)", nullptr, one.warning);
    if (one.normal > 0)
        //: events that tell of nothing wrong
        lines << tr("%n normal one(s)", nullptr, one.normal);
    lines << tr("Drag to choose a time, double-click for all of it.");
    return lines.join(u'\n');
}

bool TimeLine::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = toolTipOf(barAt(help->pos().x()));
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

void TimeLine::paintEvent(QPaintEvent*)
{
    const Style& style = Style::instance();
    QPainter painter(this);
    painter.fillRect(rect(), style.color(ColorRole::Surface));
    const QRectF place = plot();
    const auto count = int(m_bars.size());
    if (m_pressed && m_dragged >= 0) {
        const auto [low, high] = std::minmax(*m_pressed, m_dragged);
        painter.fillRect(QRectF(QPointF(xOf(low), place.top()), QPointF(xOf(high + 1), place.bottom())),
                         style.color(ColorRole::Selection));
    } else if (m_hovered >= 0 && m_hovered < count) {
        painter.fillRect(
            QRectF(QPointF(xOf(m_hovered), place.top()), QPointF(xOf(m_hovered + 1), place.bottom())),
            style.color(ColorRole::Hover));
    }
    const double wide = count > 0 ? place.width() / count : 0;
    const double gap = wide > 4 ? 1 : 0;
    for (int i = 0; i < count && m_most > 0; ++i) {
        const history::EventBar& bar = m_bars[i];
        const int sum = sumOf(bar);
        if (sum == 0)
            continue;
        // One that is rare among many is seen too.
        const double high = std::max(3.0, place.height() * sum / m_most);
        double bottom = place.bottom();
        const double left = place.left() + wide * i;
        const auto piece = [&](int part, const QColor& color) {
            if (part == 0)
                return;
            const double tall = std::max(2.0, high * part / sum);
            painter.fillRect(QRectF(left, bottom - tall, std::max(1.0, wide - gap), tall), color);
            bottom -= tall;
        };
        piece(bar.error, style.tone(Tone::Error).fg);
        piece(bar.warning, style.tone(Tone::Warning).fg);
        piece(bar.normal, style.tone(Tone::Neutral).border);
    }
    painter.setPen(style.color(ColorRole::Border));
    painter.drawLine(QPointF(place.left(), place.bottom() + 0.5),
                     QPointF(place.right(), place.bottom() + 0.5));
    painter.drawLine(QPointF(0, height() - 0.5), QPointF(width(), height() - 0.5));
    if (hasFocus()) {
        painter.setPen(style.color(ColorRole::AccentFill));
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
    }
    if (count == 0 || !m_from.isValid())
        return;
    painter.setFont(style.font(TextSize::Small));
    painter.setPen(style.color(ColorRole::Muted));
    const QRectF texts(place.left(), place.bottom() + space::xs, place.width(),
                       painter.fontMetrics().height());
    painter.drawText(texts, Qt::AlignLeft | Qt::AlignTop, momentText(m_from));
    painter.drawText(texts, Qt::AlignRight | Qt::AlignTop, momentText(m_to));
    const QDateTime middle = m_from.addMSecs(m_from.msecsTo(m_to) / 2);
    painter.drawText(texts, Qt::AlignHCenter | Qt::AlignTop, momentText(middle));
}

void TimeLine::mousePressEvent(QMouseEvent* event)
{
    const int bar = barAt(event->pos().x());
    if (event->button() != Qt::LeftButton || bar < 0)
        return;
    m_pressed = bar;
    m_dragged = -1;
}

void TimeLine::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF place = plot();
    const int bar = barAt(std::clamp(event->pos().x(), int(place.left()) + 1, int(place.right()) - 1));
    if (m_pressed && (m_dragged >= 0 || bar != *m_pressed))
        m_dragged = bar;
    m_hovered = bar;
    update();
}

void TimeLine::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    const int first = *std::exchange(m_pressed, std::nullopt);
    const int last = std::exchange(m_dragged, -1);
    update();
    if (last < 0)
        return;
    const auto [low, high] = std::minmax(first, last);
    Q_EMIT chosen(timeOf(low), high + 1 < m_bars.size() ? timeOf(high + 1).addMSecs(-1) : m_to);
}

void TimeLine::mouseDoubleClickEvent(QMouseEvent*)
{
    m_pressed.reset();
    m_dragged = -1;
    Q_EMIT resetRequested();
}

void TimeLine::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_pressed) {
        m_pressed.reset();
        m_dragged = -1;
        update();
        return;
    }
    QWidget::keyPressEvent(event);
}

void TimeLine::leaveEvent(QEvent* event)
{
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

} // namespace kaptan::ui
