#include "ui/shell/notifications.h"

#include "ui/common/plain_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMouseEvent>

#include <algorithm>

namespace kaptan::ui
{

namespace
{

constexpr int mostKept = 200;
constexpr int calmMs = 6000;
constexpr int urgentMs = 15000; // what failed is read twice

} // namespace

Tone toneOf(PaneHost::Severity severity)
{
    switch (severity) {
    case PaneHost::Severity::Success:
        return Tone::Ok;
    case PaneHost::Severity::Warning:
        return Tone::Warning;
    case PaneHost::Severity::Error:
        return Tone::Error;
    case PaneHost::Severity::Info:
        break;
    }
    return Tone::Accent;
}

QString iconOf(PaneHost::Severity severity)
{
    switch (severity) {
    case PaneHost::Severity::Success:
        return QStringLiteral("ok");
    case PaneHost::Severity::Warning:
        return QStringLiteral("warning");
    case PaneHost::Severity::Error:
        return QStringLiteral("error");
    case PaneHost::Severity::Info:
        break;
    }
    return QStringLiteral("info");
}

NotificationList::NotificationList(Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) {}

void NotificationList::add(Notification notification)
{
    notification.id = ++m_lastId;
    notification.at = m_clock.now();
    notification.title = plainLine(notification.title, 200);
    notification.text = plainBlock(notification.text, 1000);
    m_all.prepend(notification);
    if (m_all.size() > mostKept)
        m_all.resize(mostKept);
    Q_EMIT changed();
    Q_EMIT added(notification);
}

int NotificationList::unread() const
{
    return int(std::count_if(m_all.cbegin(), m_all.cend(), [](const Notification& n) { return !n.read; }));
}

void NotificationList::markRead()
{
    for (Notification& notification : m_all)
        notification.read = true;
    Q_EMIT changed();
}

void NotificationList::clear()
{
    m_all.clear();
    Q_EMIT changed();
}

// ---- Toast

Toast::Toast(QWidget* window) : QFrame(window)
{
    setObjectName(QStringLiteral("toast"));
    setLook(this, Look::Card);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::m, space::m, space::s, space::m);
    layout->setSpacing(space::m);
    m_icon = new IconLabel({}, 20, this);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    m_words = new QVBoxLayout;
    m_words->setSpacing(space::xs);
    m_title = new QLabel(this);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    setLook(m_title, Look::Heading);
    m_text = new QLabel(this);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    setLook(m_text, Look::Muted);
    m_open = new QPushButton(this);
    m_open->setFocusPolicy(Qt::NoFocus);
    setLook(m_open, Look::Link);
    m_words->addWidget(m_title);
    m_words->addWidget(m_text);
    m_words->addWidget(m_open, 0, Qt::AlignLeft);
    layout->addLayout(m_words, 1);
    m_close = new QPushButton(this);
    m_close->setFocusPolicy(Qt::NoFocus);
    setLook(m_close, Look::Quiet);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    setFixedWidth(360);
    hide();

    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_open, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT activated(m_shown);
    });
    const auto restyle = [this] { m_close->setIcon(Style::instance().icon(QStringLiteral("close"))); };
    connect(&Style::instance(), &Style::changed, this, restyle);
    restyle();
    retranslate();
}

void Toast::retranslate()
{
    //: button of a notification that leads to what it is about
    m_open->setText(tr("Show"));
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close"));
}

void Toast::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Toast::present(const Notification& notification)
{
    m_shown = notification;
    m_icon->setIcon(iconOf(notification.severity), toneOf(notification.severity));
    m_title->setText(plainBlock(notification.title, 160));
    m_text->setText(plainBlock(notification.text, 240));
    m_text->setVisible(!notification.text.isEmpty());
    m_open->setVisible(!notification.paneId.isEmpty());
    setAccessibleName(notification.title);
    setAccessibleDescription(notification.text);
    show();
    place(m_bottom);
    raise();
    const bool urgent = notification.severity == PaneHost::Severity::Error ||
                        notification.severity == PaneHost::Severity::Warning;
    m_timer.start(urgent ? urgentMs : calmMs);
}

void Toast::place(int bottom)
{
    m_bottom = bottom;
    // What was shown or hidden while the toast itself was hidden did not tell its layouts.
    m_words->invalidate();
    layout()->invalidate();
    if (layout()->hasHeightForWidth())
        setFixedHeight(layout()->totalHeightForWidth(width()));
    const QRect window = parentWidget()->rect();
    move(window.width() - width() - space::l, window.height() - bottom - height() - space::m);
}

bool Toast::event(QEvent* event)
{
    // Being read: it stays while somebody points at it.
    if (event->type() == QEvent::Enter)
        m_timer.stop();
    if (event->type() == QEvent::Leave && isVisible())
        m_timer.start(calmMs);
    return QFrame::event(event);
}

void Toast::mouseReleaseEvent(QMouseEvent*)
{
    if (m_shown.paneId.isEmpty())
        return;
    hide();
    Q_EMIT activated(m_shown);
}

} // namespace kaptan::ui
