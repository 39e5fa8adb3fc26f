#include "ui/common/faces.h"

#include "ui/common/format.h"
#include "ui/common/plain_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace kaptan::ui
{

// ---- SkeletonWidget

SkeletonWidget::SkeletonWidget(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Loading"));
}

void SkeletonWidget::paintEvent(QPaintEvent*)
{
    const Style& style = Style::instance();
    const int row = style.rowHeight();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor bar = style.color(ColorRole::Raised);
    // Widths of words, the same ones each time: nothing moves but what arrives.
    static constexpr double widths[][4] = {
        {.62, .8, .5, .7}, {.44, .6, .7, .5}, {.71, .7, .4, .6}, {.5, .9, .6, .4}};
    static constexpr double columns[] = {.02, .34, .56, .78};
    const int rows = qMin(9, height() / row);
    for (int i = 0; i < rows; ++i) {
        bar.setAlphaF(float(1.0 - 0.09 * i));
        painter.setBrush(bar);
        for (int c = 0; c < 4; ++c)
            painter.drawRoundedRect(QRectF(width() * columns[c], row * (i + 0.5) - 5 + row * 0.4,
                                           width() * 0.2 * widths[i % 4][c], 10),
                                    5, 5);
    }
}

// ---- FaceWidget

FaceWidget::FaceWidget(QWidget* parent) : QWidget(parent)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    auto* column = new QWidget(this);
    column->setMaximumWidth(560);
    m_layout = new QVBoxLayout(column);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::s);

    m_icon = new IconLabel({}, 36, column);
    m_title = new QLabel(column);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    setLook(m_title, Look::Heading);
    m_text = new QLabel(column);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setLook(m_text, Look::Muted);
    m_button = new QPushButton(column);
    m_button->setObjectName(QStringLiteral("faceButton"));
    setLook(m_button, Look::Primary);
    m_fold = new QPushButton(column);
    m_fold->setCheckable(true);
    setLook(m_fold, Look::Quiet);
    m_details = new QPlainTextEdit(column);
    m_details->setReadOnly(true);
    m_details->setMaximumHeight(140);
    setLook(m_details, Look::Mono);

    m_layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_text);
    m_extra = new QVBoxLayout;
    m_layout->addLayout(m_extra);
    m_layout->addSpacing(space::s);
    m_layout->addWidget(m_button, 0, Qt::AlignHCenter);
    m_layout->addWidget(m_fold, 0, Qt::AlignHCenter);
    m_layout->addWidget(m_details);

    auto* center = new QHBoxLayout;
    center->addStretch(1);
    center->addWidget(column, 8);
    center->addStretch(1);
    outer->addStretch(2);
    outer->addLayout(center);
    outer->addStretch(3);

    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_pressed)
            m_pressed();
    });
    connect(m_fold, &QPushButton::toggled, m_details, &QWidget::setVisible);
    m_button->hide();
    setDetails({});
    retranslate();
}

void FaceWidget::retranslate()
{
    m_fold->setText(tr("Details"));
    m_details->setAccessibleName(tr("Details"));
}

void FaceWidget::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FaceWidget::show(const QString& icon, Tone tone, const QString& title, const QString& text)
{
    m_icon->setIcon(icon, tone);
    m_title->setText(plainBlock(title, 600));
    m_text->setText(plainBlock(text, 2000));
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_text->text());
}

void FaceWidget::setDetails(const QString& details)
{
    m_details->setPlainText(plainBlock(details));
    m_fold->setVisible(!details.isEmpty());
    m_details->setVisible(!details.isEmpty() && m_fold->isChecked());
}

void FaceWidget::setButton(const QString& text, std::function<void()> pressed)
{
    m_pressed = std::move(pressed);
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

void FaceWidget::setAction(QAction* action)
{
    delete m_actionButton;
    if (!action)
        return;
    m_actionButton = new ActionButton(action, this);
    setLook(m_actionButton, Look::Primary);
    m_layout->insertWidget(m_layout->indexOf(m_button), m_actionButton, 0, Qt::AlignHCenter);
}

void FaceWidget::addContent(QWidget* widget)
{
    m_extra->addWidget(widget);
}

// ---- StaleBanner

StaleBanner::StaleBanner(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::l, space::xs, space::l, space::xs);
    layout->setSpacing(space::s);
    m_icon = new IconLabel(QStringLiteral("warning"), 16, this);
    m_icon->setIcon(QStringLiteral("warning"), Tone::Warning);
    m_text = new ElidedLabel(this);
    m_retry = new QPushButton(tr("Retry now"), this);
    m_retry->setObjectName(QStringLiteral("staleRetry"));
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_retry);
    connect(m_retry, &QPushButton::clicked, this, &StaleBanner::retryRequested);
}

void StaleBanner::show(const session::ConnectionState& state)
{
    //: %1 is a time ("14:03:07"), %2 the age of the data ("3 min")
    QString text =
        tr("Stale since %1 (%2). Shown is what was last known.")
            .arg(QLocale().toString(state.lastLive.toLocalTime().time(), QStringLiteral("HH:mm:ss")),
                 relativeTime(state.lastLive));
    if (state.partial)
        //: several connections are shown together, and some of them are not live
        text = tr("Some connections are not live: what they show is old or missing.");
    if (state.error)
        text += u' ' + state.error->message();
    m_text->setFullText(text);
    setAccessibleName(text);
    setToolTip(plainToolTip(
        absoluteTime(state.lastLive) +
        (state.error ? u'\n' + state.error->message() + u'\n' + state.error->advice() : QString())));
}

void StaleBanner::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_retry->setText(tr("Retry now"));
}

void StaleBanner::paintEvent(QPaintEvent*)
{
    const ToneColors colors = Style::instance().tone(Tone::Warning);
    QPainter painter(this);
    painter.fillRect(rect(), colors.soft);
    painter.setPen(colors.border);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace kaptan::ui
