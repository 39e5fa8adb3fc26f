#include "ui/shell/welcome.h"

#include "app/core/when_done.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace kaptan::ui
{

WelcomePage::WelcomePage(session::Connections& connections, session::EmbeddedEngine& embedded,
                         QWidget* parent)
    : QWidget(parent), m_connections(connections), m_embedded(embedded)
{
    setObjectName(QStringLiteral("welcome"));
    setLook(this, Look::Surface);
    auto* outer = new QVBoxLayout(this);
    auto* column = new QWidget(this);
    column->setMaximumWidth(520);
    auto* layout = new QVBoxLayout(column);
    layout->setSpacing(space::m);

    auto* wheel = new IconLabel(QStringLiteral("kaptan"), 64, column);
    wheel->setIcon(QStringLiteral("kaptan"), Tone::Accent);
    layout->addWidget(wheel, 0, Qt::AlignHCenter);
    m_title = new QLabel(column);
    m_title->setAlignment(Qt::AlignCenter);
    setLook(m_title, Look::Figure);
    layout->addWidget(m_title);
    m_text = new QLabel(column);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    setLook(m_text, Look::Muted);
    layout->addWidget(m_text);
    layout->addSpacing(space::s);

    m_start = new QPushButton(column);
    m_start->setObjectName(QStringLiteral("welcomeStart"));
    m_start->setMinimumHeight(36);
    setLook(m_start, Look::Primary);
    m_startText = new QLabel(column);
    m_startText->setTextFormat(Qt::PlainText);
    m_startText->setAlignment(Qt::AlignCenter);
    m_startText->setWordWrap(true);
    setLook(m_startText, Look::Caption);
    m_add = new QPushButton(column);
    m_add->setObjectName(QStringLiteral("welcomeAdd"));
    m_add->setMinimumHeight(36);
    m_found = new QPushButton(column);
    setLook(m_found, Look::Quiet);
    layout->addWidget(m_start);
    layout->addWidget(m_startText);
    layout->addWidget(m_add);
    layout->addWidget(m_found, 0, Qt::AlignHCenter);
    m_error = new ErrorBox(column);
    layout->addWidget(m_error);

    auto* center = new QHBoxLayout;
    center->addStretch(1);
    center->addWidget(column, 6);
    center->addStretch(1);
    outer->addStretch(2);
    outer->addLayout(center);
    outer->addStretch(3);

    connect(m_start, &QPushButton::clicked, this, &WelcomePage::start);
    connect(m_add, &QPushButton::clicked, this, &WelcomePage::addRequested);
    connect(m_found, &QPushButton::clicked, this, &WelcomePage::connectionsRequested);
    connect(&m_embedded, &session::EmbeddedEngine::stateChanged, this, &WelcomePage::refresh);
    connect(&m_connections, &session::Connections::changed, this, &WelcomePage::refresh);
    retranslate();
}

void WelcomePage::retranslate()
{
    m_title->setText(tr("Welcome aboard"));
    m_text->setText(
        tr("Kaptan found no container engine that it can use on this machine. Start one of your own, or "
           "say where one is."));
    m_add->setText(tr("Add a connection …"));
    refresh();
}

void WelcomePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WelcomePage::refresh()
{
    const bool starting = m_embedded.state() == session::EmbeddedEngine::State::Starting;
    m_start->setText(starting ? tr("Starting the embedded engine …") : tr("Start the embedded engine"));
    const std::optional<Error> why = m_embedded.whyUnavailable();
    m_start->setEnabled(!why && !starting);
    m_startText->setText(
        why ? plainBlock(why->message() + u' ' + why->advice(), 600)
            : tr("Podman, run by Kaptan as your own service: no root, no daemon, stopped with "
                 "Kaptan unless you keep it."));
    m_start->setToolTip(why ? plainToolTip(m_startText->text()) : QString());
    m_start->setAccessibleDescription(m_startText->text());
    const int count = int(m_connections.all().size());
    //: %n connections were found, but none can be used
    m_found->setText(tr("Look at the %n connections that were found", nullptr, count));
    m_found->setVisible(count > 0);
}

void WelcomePage::start()
{
    m_error->clear();
    whenDone(m_embedded.start(), this, [this](const Result<session::ConnectionSpec>& result) {
        refresh();
        if (result)
            Q_EMIT engineStarted(result->id);
        else if (!result.error().isCancelled())
            m_error->set(result.error(), [this] { start(); });
    });
    refresh();
}

// ---- OfferBar

OfferBar::OfferBar(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("offerBar"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::l, 6, space::l, 6);
    layout->setSpacing(space::s);
    auto* icon = new IconLabel(QStringLiteral("box"), 18, this);
    icon->setIcon(QStringLiteral("box"), Tone::Accent);
    m_text = new QLabel(this);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_accept = new QPushButton(this);
    m_accept->setObjectName(QStringLiteral("offerAccept"));
    setLook(m_accept, Look::Primary);
    m_decline = new QPushButton(this);
    m_decline->setObjectName(QStringLiteral("offerDecline"));
    layout->addWidget(icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_accept);
    layout->addWidget(m_decline);
    connect(m_accept, &QPushButton::clicked, this, &OfferBar::accepted);
    connect(m_decline, &QPushButton::clicked, this, &OfferBar::declined);
    hide();
}

void OfferBar::setTexts(const QString& text, const QString& accept, const QString& decline)
{
    m_text->setText(text);
    m_accept->setText(accept);
    m_decline->setText(decline);
}

void OfferBar::paintEvent(QPaintEvent*)
{
    const ToneColors colors = Style::instance().tone(Tone::Accent);
    QPainter painter(this);
    painter.fillRect(rect(), colors.soft);
    painter.setPen(colors.border);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace kaptan::ui
