#include "ui/deployments/deploy_dialog.h"

#include "ui/common/plain_text.h"
#include "ui/common/style.h"
#include "ui/deployments/deploy_form.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScreen>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace kaptan::ui
{

DeployDialog::DeployDialog(QWidget* parent)
    : QDialog(parent), m_form(new DeployForm), m_scroll(new QScrollArea(this)), m_title(new QLabel(this)),
      m_errorBox(new QFrame(this)), m_error(new QLabel(m_errorBox)), m_progressText(new QLabel(this)),
      m_progress(new QProgressBar(this)), m_yes(new QPushButton(this)), m_no(new QPushButton(this))
{
    setObjectName(QStringLiteral("deployDialog"));
    setModal(true);
    setLook(m_title, Look::Title);
    m_error->setObjectName(QStringLiteral("deployError"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* errorRow = new QHBoxLayout(m_errorBox);
    errorRow->setContentsMargins(space::m, space::s, space::m, space::s);
    errorRow->addWidget(m_error);
    m_errorBox->hide();

    auto* page = new QWidget;
    auto* pageColumn = new QVBoxLayout(page);
    pageColumn->setContentsMargins(space::xl, 0, space::xl, 0);
    pageColumn->addWidget(m_form);
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    m_progressText->setTextFormat(Qt::PlainText);
    setLook(m_progressText, Look::Muted);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(110, 6);
    m_yes->setObjectName(QStringLiteral("deployYes"));
    m_yes->setDefault(true);
    setLook(m_yes, Look::Primary);
    m_no->setObjectName(QStringLiteral("deployNo"));
    m_no->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(space::xl, 0, space::xl, 0);
    buttons->setSpacing(space::s);
    buttons->addWidget(m_progress);
    buttons->addWidget(m_progressText, 1);
    buttons->addWidget(m_no);
    buttons->addWidget(m_yes);

    auto* head = new QVBoxLayout;
    head->setContentsMargins(space::xl, 0, space::xl, 0);
    head->setSpacing(space::m);
    head->addWidget(m_title);
    head->addWidget(m_errorBox);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::l, 0, space::l);
    column->setSpacing(space::m);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    column->addLayout(buttons);

    connect(m_yes, &QPushButton::clicked, this, &DeployDialog::submit);
    connect(m_no, &QPushButton::clicked, this, &DeployDialog::reject);
    const auto restyle = [this] {
        const ToneColors tone = Style::instance().tone(Tone::Error);
        m_errorBox->setStyleSheet(
            QStringLiteral("QFrame { background: %1; border: 1px solid %2; border-radius: %3px; }"
                           "QLabel { border: none; color: %4; }")
                .arg(tone.soft.name(), tone.border.name(), QString::number(radius), tone.fg.name()));
    };
    connect(&Style::instance(), &Style::changed, this, restyle);
    restyle();
    retranslate();
    setBusy(false);
}

void DeployDialog::showEvent(QShowEvent* event)
{
    // As large as the form wants, as small as the screen wants, and within its window while that is not tiny.
    QSize room = screen() ? screen()->availableSize() : QSize(1366, 768);
    if (const QWidget* owner = parentWidget() ? parentWidget()->window() : nullptr)
        room = room.boundedTo(owner->size().expandedTo({560, 520}));
    resize(std::min(760, room.width() - 2 * space::xl), std::min(700, room.height() - 2 * space::xl));
    // Qt has centred it for the size that it had before.
    if (const QWidget* owner = parentWidget() ? parentWidget()->window() : nullptr)
        move(owner->geometry().center() - rect().center());
    QDialog::showEvent(event);
    m_form->focusFirst();
}

void DeployDialog::setChecker(std::function<Result<void>(const workload::DeploySpec&)> checker)
{
    m_checker = std::move(checker);
}

void DeployDialog::submit()
{
    if (m_busy) {
        hide(); // goes on in the background
        return;
    }
    clearError();
    if (!m_form->showProblems())
        return;
    const workload::DeploySpec spec = m_form->spec();
    if (m_checker) {
        if (const Result<void> checked = m_checker(spec); !checked) {
            const auto* invalid = checked.error().as<InvalidInput>();
            if (!invalid || !m_form->showProblem(*invalid))
                showError(checked.error());
            return;
        }
    }
    Q_EMIT deployRequested(spec);
}

void DeployDialog::showError(const Error& error)
{
    m_lastError = error;
    QString text = error.message();
    if (!error.advice().isEmpty())
        text += u'\n' + error.advice();
    m_error->setText(plainBlock(text, 2000));
    m_errorBox->show();
    // A refusal that names a field (the name was taken meanwhile) stands there too.
    if (const auto* invalid = error.as<InvalidInput>())
        m_form->showProblem(*invalid);
}

void DeployDialog::clearError()
{
    m_lastError.reset();
    m_errorBox->hide();
}

QString DeployDialog::errorText() const
{
    return m_errorBox->isHidden() ? QString() : m_error->text();
}

void DeployDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_form->setEnabled(!busy);
    m_progress->setVisible(busy);
    m_progressText->setVisible(true);
    if (busy)
        setProgress(0, 0, {});
    else
        m_progressText->clear();
    retranslate();
}

void DeployDialog::setProgress(int value, int maximum, const QString& text)
{
    m_progress->setRange(0, maximum);
    m_progress->setValue(value);
    m_progressText->setText(plainLine(text, 120));
}

void DeployDialog::reject()
{
    if (m_busy)
        hide();
    else
        QDialog::reject();
}

void DeployDialog::retranslate()
{
    setWindowTitle(tr("Deploy"));
    m_title->setText(tr("New deployment"));
    //: buttons of the deploy form
    m_yes->setText(m_busy ? tr("Continue in the background") : m_lastError ? tr("Try again") : tr("Deploy"));
    m_yes->setToolTip(m_busy ? tr("Closes the form; the task list shows how far it is") : tr("Ctrl+Enter"));
    m_no->setVisible(!m_busy);
    m_no->setText(tr("Cancel"));
    if (m_lastError && !m_errorBox->isHidden())
        showError(*m_lastError);
}

void DeployDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void DeployDialog::keyPressEvent(QKeyEvent* event)
{
    // Enter in a field of several lines makes a line; Ctrl+Enter deploys from everywhere.
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        event->modifiers().testFlag(Qt::ControlModifier)) {
        submit();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace kaptan::ui
