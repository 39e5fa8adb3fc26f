#include "ui/deployments/action_bar.h"

#include "ui/common/style.h"
#include "ui/common/widgets.h"

#include <QEvent>
#include <QMenu>

#include <algorithm>

namespace kaptan::ui
{

namespace
{
constexpr int gap = 2;
} // namespace

ActionBar::ActionBar(const QList<QAction*>& actions, QWidget* parent)
    : QWidget(parent), m_actions(actions), m_more(new QPushButton(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (QAction* action : actions) {
        auto* button = new ActionButton(action, this);
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        setLook(button, Look::Quiet);
        m_buttons += button;
    }
    m_more->setObjectName(QStringLiteral("moreActions"));
    m_more->setText(QStringLiteral("⋯"));
    setLook(m_more, Look::Quiet);
    auto* menu = new QMenu(m_more);
    showToolTips(menu);
    m_more->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &ActionBar::fillMenu);
    // The last tab stop too.
    for (qsizetype i = 1; i < m_buttons.size(); ++i)
        setTabOrder(m_buttons.at(i - 1), m_buttons.at(i));
    setTabOrder(m_buttons.last(), m_more);
    retranslate();
}

void ActionBar::retranslate()
{
    m_more->setToolTip(tr("More actions"));
    m_more->setAccessibleName(tr("More actions"));
    place();
    updateGeometry();
}

QSize ActionBar::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QPushButton* button : m_buttons) {
        width += button->sizeHint().width() + gap;
        height = std::max(height, button->sizeHint().height());
    }
    return {width, height};
}

QSize ActionBar::minimumSizeHint() const
{
    return {m_more->sizeHint().width(), sizeHint().height()};
}

int ActionBar::shownButtons() const
{
    return m_fit;
}

void ActionBar::place()
{
    int total = 0;
    for (const QPushButton* button : std::as_const(m_buttons))
        total += button->sizeHint().width() + gap;
    const bool overflow = total - gap > width();
    const int room = overflow ? width() - m_more->sizeHint().width() - gap : width();
    int used = 0;
    m_fit = 0;
    for (; m_fit < m_buttons.size(); ++m_fit) {
        const int next = m_buttons.at(m_fit)->sizeHint().width();
        if (used + next > room)
            break;
        used += next + gap;
    }
    // Right-aligned, as every action of the header is.
    int x = width() - (used - (m_fit > 0 ? gap : 0)) - (overflow ? m_more->sizeHint().width() + gap : 0);
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        QPushButton* button = m_buttons.at(i);
        button->setVisible(i < m_fit);
        if (i >= m_fit)
            continue;
        const QSize size = button->sizeHint();
        button->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
        x += size.width() + gap;
    }
    m_more->setVisible(overflow);
    const QSize size = m_more->sizeHint();
    m_more->setGeometry(width() - size.width(), (height() - size.height()) / 2, size.width(), size.height());
}

void ActionBar::fillMenu()
{
    m_more->menu()->clear();
    for (qsizetype i = m_fit; i < m_actions.size(); ++i)
        m_more->menu()->addAction(m_actions.at(i));
}

void ActionBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

bool ActionBar::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::StyleChange)
        place();
    return QWidget::event(event);
}

} // namespace kaptan::ui
