#include "ui/common/error_box.h"

#include "ui/common/plain_text.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPlainTextEdit>

namespace kaptan::ui
{

static QLabel* wrapped(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumWidth(60);
    return label;
}

ErrorBox::ErrorBox(QWidget* parent) : QFrame(parent)
{
    setLook(this, Look::Card);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(space::m, space::s, space::m, space::s);
    grid->setHorizontalSpacing(space::s);
    grid->setVerticalSpacing(space::xs);
    grid->setColumnStretch(1, 1);
    m_icon = new IconLabel(QStringLiteral("error"), 16, this);
    m_icon->setIcon(QStringLiteral("error"), Tone::Error);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    m_message = wrapped(this);
    m_message->setObjectName(QStringLiteral("errorMessage"));
    grid->addWidget(m_message, 0, 1);
    m_advice = wrapped(this);
    m_advice->setObjectName(QStringLiteral("errorAdvice"));
    setLook(m_advice, Look::Muted);
    grid->addWidget(m_advice, 1, 1);

    m_close = new QPushButton(this);
    m_close->setObjectName(QStringLiteral("errorClose"));
    setLook(m_close, Look::Quiet);
    grid->addWidget(m_close, 0, 2, Qt::AlignTop);
    connect(m_close, &QPushButton::clicked, this, &ErrorBox::clear);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    m_retryButton = new QPushButton(this);
    m_retryButton->setObjectName(QStringLiteral("errorRetry"));
    buttons->addWidget(m_retryButton);
    m_unfold = new QPushButton(this);
    m_unfold->setObjectName(QStringLiteral("errorDetails"));
    setLook(m_unfold, Look::Link);
    buttons->addWidget(m_unfold);
    buttons->addStretch();
    grid->addLayout(buttons, 2, 1);

    m_details = new QPlainTextEdit(this);
    m_details->setReadOnly(true);
    m_details->setMaximumHeight(120);
    setLook(m_details, Look::Mono);
    grid->addWidget(m_details, 3, 1);
    m_details->hide();

    connect(m_unfold, &QPushButton::clicked, this, [this] {
        m_details->setVisible(m_details->isHidden());
        present();
    });
    connect(m_retryButton, &QPushButton::clicked, this, [this] {
        const auto retry = m_retry; // it may set another error, or none
        clear();
        if (retry)
            retry();
    });
    connect(&Style::instance(), &Style::changed, this, &ErrorBox::restyle);
    restyle();
    hide();
}

void ErrorBox::restyle()
{
    m_close->setIcon(Style::instance().icon(QStringLiteral("close")));
}

void ErrorBox::set(const Error& error, std::function<void()> retry, bool closable)
{
    m_error = error;
    m_retry = std::move(retry);
    m_close->setVisible(closable);
    m_details->hide();
    present();
    show();
}

void ErrorBox::clear()
{
    m_error.reset();
    m_retry = {};
    hide();
}

QString ErrorBox::text() const
{
    if (!m_error)
        return {};
    const QString advice = m_error->advice();
    return advice.isEmpty() ? m_error->message() : m_error->message() + u' ' + advice;
}

void ErrorBox::present()
{
    if (!m_error)
        return;
    m_message->setText(plainBlock(m_error->message(), 2000));
    m_advice->setText(plainBlock(m_error->advice(), 1000));
    m_advice->setVisible(!m_advice->text().isEmpty());
    const QString details = m_error->details();
    if (m_details->toPlainText() != details)
        m_details->setPlainText(plainBlock(details, 10000));
    m_unfold->setVisible(!details.isEmpty());
    m_unfold->setText(m_details->isHidden() ? tr("Show details") : tr("Hide details"));
    m_retryButton->setText(tr("Try again"));
    m_retryButton->setVisible(bool(m_retry));
    m_close->setText({});
    //: button: puts a message away
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss"));
    m_details->setAccessibleName(tr("Details of the error"));
    setAccessibleName(plainLine(text(), 500));
}

void ErrorBox::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        present();
}

} // namespace kaptan::ui
