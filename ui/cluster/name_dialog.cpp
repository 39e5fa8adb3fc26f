#include "ui/cluster/name_dialog.h"

#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kaptan::ui
{

NameDialog::NameDialog(Form form, QWidget* parent) : QDialog(parent), m_form(std::move(form))
{
    setObjectName(QStringLiteral("nameDialog"));
    setWindowTitle(m_form.title);
    setMinimumWidth(480);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::m);
    auto* title = new QLabel(m_form.title, this);
    setLook(title, Look::Title);
    layout->addWidget(title);
    auto* text = new QLabel(m_form.text, this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    setLook(text, Look::Muted);
    layout->addWidget(text);

    auto* fields = new QFormLayout;
    fields->setHorizontalSpacing(space::m);
    fields->setVerticalSpacing(space::xs);
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setAccessibleName(m_form.label);
    m_name->setPlaceholderText(m_form.placeholder);
    m_name->setMaxLength(500);
    setLook(m_name, Look::Mono);
    m_hint = new QLabel(this);
    m_hint->setObjectName(QStringLiteral("hint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setFont(Style::instance().font(TextSize::Small)); // its colour changes: no look
    fields->addRow(m_form.label, m_name);
    fields->addRow(QString(), m_hint);
    if (!m_form.secondLabel.isEmpty()) {
        m_second = new QLineEdit(m_form.secondValue, this);
        m_second->setObjectName(QStringLiteral("second"));
        m_second->setAccessibleName(m_form.secondLabel);
        setLook(m_second, Look::Mono);
        fields->addRow(m_form.secondLabel, m_second);
    }
    layout->addLayout(fields);
    layout->addStretch();

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    auto* no = new QPushButton(tr("Cancel"), this);
    no->setAutoDefault(false);
    m_yes = new QPushButton(m_form.confirmText, this);
    m_yes->setObjectName(QStringLiteral("nameYes"));
    m_yes->setDefault(true);
    setLook(m_yes, Look::Primary);
    buttons->addStretch();
    buttons->addWidget(no);
    buttons->addWidget(m_yes);
    layout->addLayout(buttons);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_yes, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_name, &QLineEdit::textChanged, this, &NameDialog::validate);
    validate();
    m_name->setFocus();
}

QString NameDialog::name() const
{
    return m_name->text().trimmed();
}

QString NameDialog::second() const
{
    return m_second ? m_second->text().trimmed() : QString();
}

void NameDialog::validate()
{
    const QString typed = name();
    const QString problem = m_form.problem ? m_form.problem(typed) : QString();
    const bool wrong = !problem.isEmpty() && !typed.isEmpty();
    const QString words = !problem.isEmpty() ? problem : m_form.hint ? m_form.hint(typed) : QString();
    m_hint->setText(plainLine(words, 400));
    QPalette palette = m_hint->palette();
    palette.setColor(QPalette::WindowText, wrong ? Style::instance().tone(Tone::Error).fg
                                                 : Style::instance().color(ColorRole::Muted));
    m_hint->setPalette(palette);
    setLook(m_name, wrong ? Look::Invalid : Look::Mono);
    m_name->setAccessibleDescription(words);
    m_yes->setEnabled(problem.isEmpty());
    m_yes->setToolTip(plainToolTip(problem));
}

} // namespace kaptan::ui
