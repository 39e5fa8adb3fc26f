#include "ui/shell/sidebar.h"

#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace kaptan::ui
{

SidebarButton::SidebarButton(QString paneId, QString icon, QWidget* parent)
    : QAbstractButton(parent), m_paneId(std::move(paneId)), m_icon(std::move(icon))
{
    setCheckable(true);
    setAutoExclusive(false);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Style::instance(), &Style::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SidebarButton::setTitle(const QString& title)
{
    setText(title);
    describe();
}

void SidebarButton::setShortcutHint(const QString& keys)
{
    m_keys = keys;
    describe();
}

void SidebarButton::setBadge(int count)
{
    if (m_badge == count)
        return;
    m_badge = count;
    describe();
    update();
}

void SidebarButton::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    update();
}

void SidebarButton::describe()
{
    QString tip = text();
    if (!m_keys.isEmpty())
        tip += QStringLiteral(" (%1)").arg(m_keys);
    setToolTip(plainToolTip(tip));
    setAccessibleName(text());
    //: %n things in a pane need a person
    setAccessibleDescription(m_badge > 0 ? tr("%n need attention", nullptr, m_badge) : QString());
}

QSize SidebarButton::sizeHint() const
{
    return {Sidebar::narrow, qMax(32, Style::instance().rowHeight() + 4)};
}

void SidebarButton::paintEvent(QPaintEvent*)
{
    const Style& style = Style::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(8, 0, -8, 0);
    const ToneColors accent = style.tone(Tone::Accent);
    if (isChecked() || underMouse() || isDown()) {
        painter.setPen(style.isHighContrast() && isChecked() ? QPen(accent.border) : QPen(Qt::NoPen));
        painter.setBrush(isChecked() ? accent.soft : style.color(ColorRole::Hover));
        painter.drawRoundedRect(box, radius, radius);
    }
    if (hasFocus()) {
        painter.setPen(QPen(accent.fg, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
    const QColor word = isChecked() ? accent.fg : style.color(ColorRole::Text);
    const QColor icon = isChecked() ? accent.fg : style.color(ColorRole::Muted);
    constexpr int side = 17;
    const int x = m_collapsed ? (width() - side) / 2 : 18;
    painter.drawPixmap(x, (height() - side) / 2, style.pixmap(m_icon, side, icon, devicePixelRatioF()));

    const ToneColors error = style.tone(Tone::Error);
    if (m_collapsed) {
        if (m_badge > 0) { // no room for a number: a mark
            painter.setPen(QPen(style.color(ColorRole::Surface), 1.5));
            painter.setBrush(error.fg);
            painter.drawEllipse(QPointF(x + side, height() / 2.0 - 7), 4.5, 4.5);
        }
        return;
    }
    int right = width() - 18;
    if (m_badge > 0) {
        const QString count = m_badge > 999 ? QStringLiteral("999+") : QLocale().toString(m_badge);
        const QFont small = style.font(TextSize::Small, QFont::DemiBold);
        const int wide = QFontMetrics(small).horizontalAdvance(count) + 24;
        const QRectF badge(right - wide, (height() - 18) / 2.0, wide, 18);
        painter.setPen(style.isHighContrast() ? QPen(error.border) : QPen(Qt::NoPen));
        painter.setBrush(error.soft);
        painter.drawRoundedRect(badge, 4, 4);
        painter.drawPixmap(int(badge.left()) + 5, (height() - 11) / 2,
                           style.pixmap(QStringLiteral("warning"), 11, error.fg, devicePixelRatioF()));
        painter.setFont(small);
        painter.setPen(error.fg);
        painter.drawText(badge.adjusted(18, 0, -5, 0), Qt::AlignVCenter | Qt::AlignRight, count);
        right -= wide + 6;
    }
    const QFont font = style.font(TextSize::Normal, isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(word);
    const QRect place(45, 0, right - 45, height());
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(font).elidedText(text(), Qt::ElideRight, place.width()));
}

void SidebarButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void SidebarButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void SidebarButton::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        focusNextPrevChild(false);
        return;
    case Qt::Key_Down:
        focusNextPrevChild(true);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

// ---- Sidebar

Sidebar::Sidebar(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::s + 2, 1, space::s);
    layout->setSpacing(0);
    m_upper = new QVBoxLayout;
    m_upper->setSpacing(2);
    m_lower = new QVBoxLayout;
    m_lower->setSpacing(2);
    m_lower->setContentsMargins(0, space::s, 0, 0);
    layout->addLayout(m_upper);
    layout->addStretch(1);
    layout->addLayout(m_lower);
    m_toggle = new SidebarButton({}, QStringLiteral("chevron-left"), this);
    m_toggle->setObjectName(QStringLiteral("sidebarToggle"));
    m_toggle->setCheckable(false);
    m_lower->addWidget(m_toggle);
    connect(m_toggle, &QAbstractButton::clicked, this, [this] {
        setCollapsed(!m_collapsed);
        Q_EMIT collapseToggled(m_collapsed);
    });
    connect(&Style::instance(), &Style::changed, this, [this] { update(); });
    setFixedWidth(wide);
    retranslate();
}

void Sidebar::retranslate()
{
    setAccessibleName(tr("Panes"));
    //: shrinks the sidebar to its icons
    m_toggle->setTitle(m_collapsed ? tr("Expand") : tr("Collapse"));
    m_toggle->setShortcutHint(QKeySequence(Qt::CTRL | Qt::Key_B).toString(QKeySequence::NativeText));
}

void Sidebar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Sidebar::addPane(const QString& paneId, const QString& icon, bool below)
{
    auto* button = new SidebarButton(paneId, icon, this);
    button->setObjectName(QStringLiteral("pane-") + paneId);
    // The toggle stays the last of all.
    if (below)
        m_lower->insertWidget(m_lower->count() - 1, button);
    else
        m_upper->addWidget(button);
    m_buttons.append(button);
    connect(button, &QAbstractButton::clicked, this, [this, paneId] {
        setCurrent(paneId);
        Q_EMIT chosen(paneId);
    });
    QWidget::setTabOrder(button, m_toggle);
}

SidebarButton* Sidebar::button(const QString& paneId) const
{
    for (SidebarButton* button : m_buttons)
        if (button->paneId() == paneId)
            return button;
    return nullptr;
}

void Sidebar::setTitle(const QString& paneId, const QString& title, const QString& shortcut)
{
    if (SidebarButton* b = button(paneId)) {
        b->setTitle(title);
        b->setShortcutHint(shortcut);
    }
}

void Sidebar::setBadge(const QString& paneId, int count)
{
    if (SidebarButton* b = button(paneId))
        b->setBadge(count);
}

void Sidebar::setCurrent(const QString& paneId)
{
    for (SidebarButton* button : std::as_const(m_buttons))
        button->setChecked(button->paneId() == paneId);
}

void Sidebar::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    setFixedWidth(collapsed ? narrow : wide);
    for (SidebarButton* button : std::as_const(m_buttons))
        button->setCollapsed(collapsed);
    m_toggle->setCollapsed(collapsed);
    m_toggle->setIconName(collapsed ? QStringLiteral("chevron-right") : QStringLiteral("chevron-left"));
    retranslate();
}

void Sidebar::paintEvent(QPaintEvent*)
{
    const Style& style = Style::instance();
    QPainter painter(this);
    painter.fillRect(rect(), style.color(ColorRole::Surface));
    painter.setPen(style.color(ColorRole::Border));
    painter.drawLine(width() - 1, 0, width() - 1, height());
    const int line = m_lower->geometry().top();
    painter.drawLine(0, line, width(), line);
}

} // namespace kaptan::ui
