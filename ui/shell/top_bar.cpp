#include "ui/shell/top_bar.h"

#include "ui/common/plain_text.h"
#include "ui/shell/status_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QSet>
#include <QStyleOptionButton>

namespace kaptan::ui
{

namespace
{

constexpr int stripHeight = 3;

/// A name may hold "&", which a menu would take for a shortcut.
QString menuText(const QString& text)
{
    return plainLine(text, 60).replace(QLatin1String("&"), QLatin1String("&&"));
}

} // namespace

// ---- PaletteField

PaletteField::PaletteField(QWidget* parent) : QPushButton(parent)
{
    setObjectName(QStringLiteral("paletteField"));
    setFixedHeight(30);
    setMinimumWidth(120);
    setMaximumWidth(352);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::IBeamCursor);
}

void PaletteField::paintEvent(QPaintEvent*)
{
    const Style& style = Style::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? style.tone(Tone::Accent).fg : style.color(ColorRole::Border));
    painter.setBrush(underMouse() ? style.color(ColorRole::Raised) : style.color(ColorRole::Background));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);

    const QString keys = QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText);
    const QFont small = style.font(TextSize::Small);
    const int wide = QFontMetrics(small).horizontalAdvance(keys) + 12;
    const QRectF hint(width() - wide - 8.5, 6.5, wide, height() - 13);
    painter.setPen(style.color(ColorRole::Border));
    painter.setBrush(style.color(ColorRole::Surface));
    painter.drawRoundedRect(hint, 4, 4);
    painter.setFont(small);
    painter.setPen(style.color(ColorRole::Muted));
    painter.drawText(hint, Qt::AlignCenter, keys);
    painter.setFont(style.font());
    const QRect words(10, 0, int(hint.left()) - 16, height());
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

// ---- TopBar

TopBar::TopBar(session::Connections& connections, QWidget* parent)
    : QWidget(parent), m_connections(connections)
{
    setFixedHeight(49);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::l, stripHeight, space::l, 1);
    layout->setSpacing(space::s);
    m_wheel = new IconLabel(QStringLiteral("kaptan"), 20, this);
    m_wheel->setIcon(QStringLiteral("kaptan"), Tone::Accent);
    m_brand = new QLabel(QStringLiteral("Kaptan"), this);
    layout->addWidget(m_wheel);
    layout->addWidget(m_brand);
    auto* divider = new QFrame(this);
    divider->setFixedSize(1, 20);
    setLook(divider, Look::Line);
    layout->addSpacing(space::xs);
    layout->addWidget(divider);

    m_switcher = new QPushButton(this);
    m_switcher->setObjectName(QStringLiteral("switcher"));
    setLook(m_switcher, Look::Quiet);
    m_switcher->setFixedHeight(32);
    auto* inside = new QHBoxLayout(m_switcher);
    inside->setContentsMargins(space::s, 0, space::s, 0);
    inside->setSpacing(space::s);
    m_name = new ElidedLabel(m_switcher);
    m_name->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_production = new ChipLabel(m_switcher);
    m_readOnly = new ChipLabel(m_switcher);
    m_unchecked = new ChipLabel(m_switcher);
    m_unchecked->setObjectName(QStringLiteral("uncheckedTls"));
    m_chevron = new IconLabel(QStringLiteral("chevron-down"), 13, m_switcher);
    for (QWidget* part : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_production),
                          static_cast<QWidget*>(m_readOnly), static_cast<QWidget*>(m_unchecked),
                          static_cast<QWidget*>(m_chevron)}) {
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
        inside->addWidget(part);
    }
    layout->addWidget(m_switcher, 0);
    layout->addStretch(1);
    m_palette = new PaletteField(this);
    layout->addWidget(m_palette, 3);
    m_bell = new QPushButton(this);
    m_bell->setObjectName(QStringLiteral("bell"));
    setLook(m_bell, Look::Quiet);
    m_bell->setFixedHeight(30);
    layout->addWidget(m_bell);

    m_menu = new QMenu(this);
    m_menu->setToolTipsVisible(true);
    connect(m_switcher, &QPushButton::clicked, this, &TopBar::openSwitcher);
    connect(m_palette, &QPushButton::clicked, this, &TopBar::paletteRequested);
    connect(m_bell, &QPushButton::clicked, this, &TopBar::notificationsRequested);
    connect(&connections, &session::Connections::changed, this, &TopBar::refresh);
    connect(&Style::instance(), &Style::changed, this, &TopBar::restyle);
    restyle();
    retranslate();
}

void TopBar::restyle()
{
    const Style& style = Style::instance();
    m_brand->setFont(style.font(TextSize::Large, QFont::Bold));
    m_name->setFont(style.mono(TextSize::Normal, QFont::Medium));
    m_bell->setIcon(style.icon(QStringLiteral("bell"), m_unread > 0 ? Tone::Accent : Tone::Neutral));
    update();
}

void TopBar::retranslate()
{
    //: placeholder of the field that opens the command palette
    m_palette->setText(tr("Go to, do, find …"));
    m_palette->setAccessibleName(tr("Command palette"));
    m_palette->setToolTip(tr("Command palette (%1)")
                              .arg(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText)));
    m_bell->setAccessibleName(tr("Notifications"));
    m_bell->setToolTip(
        tr("Notifications (%1)")
            .arg(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N).toString(QKeySequence::NativeText)));
    setUnread(m_unread);
    refresh();
}

void TopBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    refresh();
}

void TopBar::setUnread(int count)
{
    m_unread = count;
    m_bell->setText(count > 0 ? QLocale().toString(count) : QString());
    //: %n notifications were not read yet
    m_bell->setAccessibleDescription(count > 0 ? tr("%n unread", nullptr, count) : QString());
    m_bell->setIcon(Style::instance().icon(QStringLiteral("bell"), count > 0 ? Tone::Accent : Tone::Neutral));
}

void TopBar::setSession(session::Session* session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session)
        connect(session, &session::Session::stateChanged, this, &TopBar::refresh);
    refresh();
}

void TopBar::refresh()
{
    // The list knows the marks as they are now, a session may know them as they were.
    std::optional<session::ConnectionSpec> spec;
    if (m_session)
        spec = m_connections.find(m_session->spec().id).value_or(m_session->spec());
    m_name->setFullText(spec ? spec->name : tr("No connection"));
    m_production->set(QStringLiteral("shield"), tr("production"), Tone::Error);
    m_production->setVisible(spec && spec->production);
    m_readOnly->set(QStringLiteral("lock"), tr("read-only"), Tone::Neutral);
    m_readOnly->setVisible(spec && spec->readOnly);
    //: a mark beside a connection's name: the certificate of its server is not checked
    m_unchecked->set(QStringLiteral("warning"), tr("TLS not checked"), Tone::Warning);
    m_unchecked->setVisible(spec && spec->insecureSkipVerify);
    //: %1 is the name of a connection
    m_switcher->setAccessibleName(spec ? tr("Connection %1").arg(plainLine(spec->name, 100))
                                       : tr("No connection"));
    const QString keys = QKeySequence(Qt::CTRL | Qt::Key_O).toString(QKeySequence::NativeText);
    QString tip = tr("Switch the connection (%1)").arg(keys);
    if (spec)
        tip += u'\n' + spec->address + u'\n' + spec->source;
    if (spec && spec->insecureSkipVerify)
        tip +=
            u'\n' + tr("The server’s certificate is not checked: anybody on the way can pretend to be it.");
    m_switcher->setToolTip(plainToolTip(tip.trimmed()));
    m_switcher->layout()->invalidate();
    const QSize inside = m_switcher->layout()->sizeHint();
    m_switcher->setFixedWidth(qMin(inside.width() + 4, qMax(160, width() - 480)));
    update();
}

void TopBar::fillMenu()
{
    m_menu->clear();
    QSet<QString> current;
    if (m_session)
        for (const session::Session* member : m_session->members())
            current.insert(member->spec().id);
    for (const session::ConnectionSpec& spec : m_connections.all()) {
        QAction* action = m_menu->addAction(menuText(spec.name));
        action->setCheckable(true);
        action->setChecked(current.contains(spec.id));
        action->setEnabled(spec.isSupported());
        action->setToolTip(
            plainToolTip(spec.isSupported() ? spec.address + u'\n' + spec.source : spec.whyUnsupported));
        QString icon = QStringLiteral("plug");
        Tone tone = Tone::Neutral;
        for (const session::Session* session : m_connections.sessions())
            if (session->spec().id == spec.id) {
                const StateWord word = wordOf(session->state());
                icon = word.icon;
                tone = word.tone;
            }
        action->setIcon(Style::instance().icon(spec.production ? QStringLiteral("shield") : icon,
                                               spec.production ? Tone::Error : tone));
        connect(action, &QAction::triggered, this, [this, id = spec.id] { Q_EMIT connectionChosen(id); });
    }
    m_menu->addSeparator();
    QAction* manage = m_menu->addAction(tr("Manage connections …"));
    manage->setIcon(Style::instance().icon(QStringLiteral("connections")));
    connect(manage, &QAction::triggered, this, &TopBar::manageConnections);
}

void TopBar::openSwitcher()
{
    fillMenu();
    m_menu->popup(m_switcher->mapToGlobal(QPoint(0, m_switcher->height() + 2)));
}

void TopBar::paintEvent(QPaintEvent*)
{
    const Style& style = Style::instance();
    QPainter painter(this);
    painter.fillRect(rect(), style.color(ColorRole::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), style.color(ColorRole::Border));
    std::optional<session::ConnectionSpec> spec;
    if (m_session)
        spec = m_connections.find(m_session->spec().id).value_or(m_session->spec());
    if (spec && spec->production)
        painter.fillRect(QRect(0, 0, width(), stripHeight), style.tone(Tone::Error).fg);
    else if (spec && spec->readOnly)
        painter.fillRect(QRect(0, 0, width(), stripHeight), style.color(ColorRole::Muted));
}

} // namespace kaptan::ui
