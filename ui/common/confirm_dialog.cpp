#include "ui/common/confirm_dialog.h"

#include "ui/common/plain_text.h"
#include "ui/common/style.h"
#include "ui/common/widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kaptan::ui
{

namespace
{

QLabel* plainLabel(const QString& text, Look look, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(plainBlock(text, 2000));
    label->setWordWrap(true);
    setLook(label, look);
    return label;
}

constexpr int dialogWidth = 440;
constexpr qsizetype linesShown = 6;

/// A list that scrolls: a deployment may have a thousand containers, each name ten thousand letters.
QPlainTextEdit* listOf(const Question::Group& group, bool whole, QWidget* parent)
{
    auto* names = new QPlainTextEdit(parent);
    names->setReadOnly(true);
    setLook(names, Look::Mono);
    names->setLineWrapMode(whole ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    names->setWordWrapMode(whole ? QTextOption::WrapAnywhere : QTextOption::NoWrap);
    const int letter = std::max(1, names->fontMetrics().horizontalAdvance(u'0'));
    const qsizetype width = (dialogWidth - 2 * space::xl - 40) / letter; // letters of a line, at least
    QStringList lines;
    qsizetype shown = 0;
    for (const QString& name : group.names) {
        lines.append(whole ? name : plainLine(name, 300));
        for (const QString& line : whole ? name.split(u'\n') : QStringList{QString()})
            shown += 1 + line.size() / width;
    }
    names->setPlainText(lines.join(u'\n'));
    names->setAccessibleName(group.heading);
    names->setTabChangesFocus(true);
    names->setFixedHeight(names->fontMetrics().lineSpacing() * int(qBound(qsizetype(1), shown, linesShown)) +
                          26);
    return names;
}

void addGroups(QVBoxLayout* layout, const QVector<Question::Group>& groups, const QString& iconName,
               Tone tone, QWidget* parent)
{
    for (const Question::Group& group : groups) {
        if (group.names.isEmpty())
            continue;
        auto* row = new QHBoxLayout;
        row->setSpacing(space::s);
        auto* icon = new IconLabel({}, 14, parent);
        icon->setIcon(iconName, tone);
        row->addWidget(icon);
        row->addWidget(plainLabel(group.heading, Look::Heading, parent), 1);
        layout->addLayout(row);
        layout->addWidget(listOf(group, tone == Tone::Warning, parent));
    }
}

} // namespace

ConfirmDialog::ConfirmDialog(const Question& question, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("confirmDialog"));
    setWindowTitle(plainLine(question.title, 200));
    setMinimumWidth(dialogWidth);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::m);
    auto* title = plainLabel(question.title, Look::Title, this);
    layout->addWidget(title);
    layout->addWidget(plainLabel(question.text, Look::Plain, this));
    addGroups(layout, question.runs, QStringLiteral("terminal"), Tone::Warning, this);
    addGroups(layout, question.goes, QStringLiteral("trash"), Tone::Error, this);
    addGroups(layout, question.stays, QStringLiteral("shield"), Tone::Ok, this);
    addGroups(layout, question.waits, QStringLiteral("clock"), Tone::Warning, this);

    auto* yes = new QPushButton(plainLine(question.confirmText, 100), this);
    yes->setObjectName(QStringLiteral("confirmYes"));
    yes->setAutoDefault(false);
    setLook(yes, question.destructive ? Look::Danger : Look::Primary);
    auto* no = new QPushButton(tr("Cancel"), this);
    no->setObjectName(QStringLiteral("confirmNo"));
    no->setDefault(true);

    if (!question.typedName.isEmpty()) {
        const QString name = question.typedName;
        //: %1 is the name of a production object
        auto* hint = plainLabel(tr("This is production. Type %1 to go on.").arg(plainLine(name, 100)),
                                Look::Muted, this);
        layout->addWidget(hint);
        m_typed = new QLineEdit(this);
        m_typed->setObjectName(QStringLiteral("confirmName"));
        m_typed->setAccessibleName(hint->text());
        setLook(m_typed, Look::Mono);
        layout->addWidget(m_typed);
        yes->setEnabled(false);
        yes->setToolTip(hint->text());
        connect(m_typed, &QLineEdit::textChanged, yes,
                [yes, name](const QString& text) { yes->setEnabled(text.trimmed() == name); });
    }

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch();
    buttons->addWidget(no);
    buttons->addWidget(yes);
    layout->addSpacing(space::s);
    layout->addLayout(buttons);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    connect(yes, &QPushButton::clicked, this, &QDialog::accept);
    if (m_typed)
        m_typed->setFocus();
    else
        no->setFocus();
}

ConfirmDialog* ConfirmDialog::ask(QWidget* parent, const Question& question, std::function<void()> confirmed)
{
    auto* dialog = new ConfirmDialog(question, parent ? parent->window() : nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, parent, [confirmed = std::move(confirmed)] {
        if (confirmed)
            confirmed();
    });
    dialog->open();
    return dialog;
}

} // namespace kaptan::ui
