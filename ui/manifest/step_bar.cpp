#include "ui/manifest/step_bar.h"

#include "ui/common/style.h"

#include <QFontMetrics>
#include <QPainter>

namespace kaptan::ui
{

namespace
{

constexpr int gap = 18; ///< pixels between two steps, for the arrow

} // namespace

StepBar::StepBar(QWidget* parent) : QWidget(parent)
{
    connect(&Style::instance(), &Style::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void StepBar::setSteps(const QStringList& names)
{
    m_names = names;
    updateGeometry();
    setCurrent(m_current);
}

void StepBar::setCurrent(int step)
{
    m_current = step;
    //: for screen readers: the second step of three, with its name
    setAccessibleName(tr("Step %1 of %2: %3").arg(step + 1).arg(m_names.size()).arg(m_names.value(step)));
    update();
}

QFont StepBar::fontOf(int step) const
{
    return Style::instance().font(TextSize::Normal, step == m_current ? QFont::DemiBold : QFont::Normal);
}

QString StepBar::wordOf(int step) const
{
    return QString::number(step + 1) + u' ' + m_names[step];
}

QSize StepBar::sizeHint() const
{
    int width = 0;
    const QFontMetrics bold(Style::instance().font(TextSize::Normal, QFont::DemiBold));
    for (int i = 0; i < m_names.size(); ++i)
        width += bold.horizontalAdvance(wordOf(i)) + (i > 0 ? gap : 0);
    return {width + 2, bold.height() + space::xs};
}

void StepBar::paintEvent(QPaintEvent*)
{
    const Style& style = Style::instance();
    QPainter painter(this);
    int x = 0;
    for (int i = 0; i < m_names.size(); ++i) {
        if (i > 0) {
            painter.setFont(style.font());
            painter.setPen(style.color(ColorRole::Muted));
            painter.drawText(QRect(x, 0, gap, height()), Qt::AlignCenter, QStringLiteral("›"));
            x += gap;
        }
        painter.setFont(fontOf(i));
        painter.setPen(i == m_current ? style.tone(Tone::Accent).fg : style.color(ColorRole::Muted));
        const int width = painter.fontMetrics().horizontalAdvance(wordOf(i));
        painter.drawText(QRect(x, 0, width + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, wordOf(i));
        x += width;
    }
}

} // namespace kaptan::ui
