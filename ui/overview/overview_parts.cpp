#include "ui/overview/overview_parts.h"

#include "ui/common/plain_text.h"

#include <QPainter>

namespace kaptan::ui
{

namespace
{

constexpr int iconEdge = 16;

void paintGround(QPainter& painter, const QAbstractButton& button, bool framed)
{
    const Style& style = Style::instance();
    const bool lit = button.underMouse() || button.hasFocus();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!framed && !lit)
        return;
    if (button.hasFocus())
        painter.setPen(style.tone(Tone::Accent).border);
    else if (framed)
        painter.setPen(style.color(ColorRole::Border));
    else
        painter.setPen(Qt::NoPen);
    painter.setBrush(lit ? style.color(ColorRole::Hover) : style.color(ColorRole::Surface));
    painter.drawRoundedRect(QRectF(button.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace

void StateTile::set(int count, const QString& icon, const QString& word, Tone tone)
{
    m_count = count;
    m_icon = icon;
    m_word = word;
    m_tone = tone;
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(word + QStringLiteral(": ") + QLocale().toString(count));
    updateGeometry();
    update();
}

QSize StateTile::sizeHint() const
{
    const QFontMetrics words(Style::instance().font());
    const QFontMetrics number(Style::instance().font(TextSize::Title, QFont::DemiBold));
    return {std::max(110, words.horizontalAdvance(m_word) + iconEdge + 2 * space::m + space::s),
            number.height() + words.height() + 2 * space::s};
}

void StateTile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintGround(painter, *this, true);
    const Style& style = Style::instance();
    const QFont number = style.font(TextSize::Title, QFont::DemiBold);
    const QFontMetrics metrics(number);
    painter.setFont(number);
    painter.setPen(m_count > 0 ? style.color(ColorRole::Text) : style.color(ColorRole::Muted));
    painter.drawText(QRect(space::m, space::s, width() - 2 * space::m, metrics.height()), Qt::AlignVCenter,
                     QLocale().toString(m_count));
    const int top = space::s + metrics.height();
    const QRect line(space::m, top, width() - 2 * space::m, height() - top - space::s);
    const auto colour = m_count > 0 ? style.tone(m_tone).fg : style.color(ColorRole::Muted);
    painter.drawPixmap(line.left(), line.center().y() - iconEdge / 2,
                       style.pixmap(m_icon, iconEdge, colour, devicePixelRatioF()));
    painter.setFont(style.font());
    painter.setPen(colour);
    painter.drawText(line.adjusted(iconEdge + space::xs, 0, 0, 0), Qt::AlignVCenter, m_word);
}

void LinkRow::set(const QString& icon, Tone tone, const QString& name, const QString& detail)
{
    m_icon = icon;
    m_tone = tone;
    m_name = plainLine(name, 300);
    m_detail = plainLine(detail, 300);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(m_name + QStringLiteral(", ") + m_detail);
    setToolTip(plainToolTip(name + (detail.isEmpty() ? QString() : QStringLiteral(" – ") + detail)));
    update();
}

QSize LinkRow::sizeHint() const
{
    return {200, Style::instance().rowHeight()};
}

void LinkRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintGround(painter, *this, false);
    const Style& style = Style::instance();
    QRect line = rect().adjusted(space::xs, 0, -space::xs, 0);
    if (!m_icon.isEmpty()) {
        painter.drawPixmap(line.left(), line.center().y() - iconEdge / 2,
                           style.pixmap(m_icon, iconEdge, style.tone(m_tone).fg, devicePixelRatioF()));
        line.setLeft(line.left() + iconEdge + space::s);
    }
    const QFontMetrics small(style.font(TextSize::Small));
    const int room = line.width();
    const int wanted = std::min(small.horizontalAdvance(m_detail) + space::xs, room / 2);
    painter.setFont(style.font(TextSize::Small));
    painter.setPen(style.color(ColorRole::Muted));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                     small.elidedText(m_detail, Qt::ElideRight, wanted));
    const QFont mono = style.mono();
    painter.setFont(mono);
    painter.setPen(style.color(ColorRole::Text));
    line.setRight(line.right() - wanted - space::s);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(mono).elidedText(m_name, Qt::ElideMiddle, line.width()));
}

} // namespace kaptan::ui
