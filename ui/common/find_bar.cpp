#include "ui/common/find_bar.h"

#include "ui/common/style.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>

namespace kaptan::ui
{

namespace
{

constexpr int mostCounted = 1000;

} // namespace

FindBar::FindBar(QPlainTextEdit* editor)
    : QFrame(editor), m_editor(editor), m_field(new QLineEdit(this)), m_count(new QLabel(this)),
      m_previous(new QToolButton(this)), m_next(new QToolButton(this)), m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("findBar"));
    setLook(this, Look::Card);
    setAutoFillBackground(true);
    m_field->setObjectName(QStringLiteral("findText"));
    m_field->setClearButtonEnabled(true);
    m_count->setTextFormat(Qt::PlainText);
    setLook(m_count, Look::Caption);
    for (QToolButton* button : {m_previous, m_next, m_close}) {
        setLook(button, Look::Quiet);
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::s, space::xs, space::s, space::xs);
    row->setSpacing(space::xs);
    row->addWidget(m_field);
    row->addWidget(m_count);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_close);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        QTextCursor cursor = m_editor->textCursor();
        cursor.setPosition(cursor.selectionStart());
        m_editor->setTextCursor(cursor);
        find(false);
        count();
    });
    connect(m_previous, &QToolButton::clicked, this, [this] { find(true); });
    connect(m_next, &QToolButton::clicked, this, [this] { find(false); });
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        m_editor->setFocus();
    });
    connect(&Style::instance(), &Style::changed, this, &FindBar::restyle);
    restyle();
    retranslate();
    hide();
}

void FindBar::open()
{
    const QString selected = m_editor->textCursor().selectedText();
    if (!selected.isEmpty() && selected.size() < 200 && !selected.contains(QChar::ParagraphSeparator))
        m_field->setText(selected);
    show();
    place();
    raise();
    m_field->selectAll();
    m_field->setFocus();
    count();
}

void FindBar::place()
{
    const int width = std::min(360, std::max(180, m_editor->viewport()->width() - 2 * space::m));
    resize(width, sizeHint().height());
    const QRect inside = m_editor->viewport()->geometry();
    move(inside.right() - width - space::s, inside.top() + space::xs);
}

bool FindBar::find(bool backward)
{
    const QString text = m_field->text();
    if (text.isEmpty())
        return false;
    const QTextDocument::FindFlags flags =
        backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    bool found = m_editor->find(text, flags);
    if (!found) {
        const QTextCursor before = m_editor->textCursor();
        QTextCursor from = before;
        from.movePosition(backward ? QTextCursor::End : QTextCursor::Start);
        m_editor->setTextCursor(from);
        found = m_editor->find(text, flags);
        if (!found)
            m_editor->setTextCursor(before);
    }
    setLook(m_field, found ? Look::Plain : Look::Invalid);
    return found;
}

void FindBar::count()
{
    const QString text = m_field->text();
    int found = 0;
    for (QTextBlock block = m_editor->document()->firstBlock();
         !text.isEmpty() && block.isValid() && found <= mostCounted; block = block.next())
        found += int(block.text().count(text, Qt::CaseInsensitive));
    if (text.isEmpty())
        m_count->clear();
    else if (found == 0)
        //: nothing was found in the text
        m_count->setText(tr("none"));
    else
        m_count->setText(found > mostCounted ? QStringLiteral("%L1+").arg(mostCounted)
                                             : QStringLiteral("%L1").arg(found));
    if (text.isEmpty())
        setLook(m_field, Look::Plain);
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        hide();
        m_editor->setFocus();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F3:
        find(event->modifiers().testFlag(Qt::ShiftModifier));
        return;
    }
    QFrame::keyPressEvent(event);
    event->accept(); // no key of the bar is one of the window
}

void FindBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void FindBar::retranslate()
{
    m_field->setPlaceholderText(tr("Find in the text"));
    m_field->setAccessibleName(tr("Find in the text"));
    m_previous->setToolTip(tr("Previous (Shift+Enter)"));
    m_previous->setAccessibleName(tr("Previous"));
    m_next->setToolTip(tr("Next (Enter)"));
    m_next->setAccessibleName(tr("Next"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setAccessibleName(tr("Close"));
    if (isVisible())
        count();
}

void FindBar::restyle()
{
    const Style& style = Style::instance();
    m_previous->setIcon(style.icon(QStringLiteral("arrow-up")));
    m_next->setIcon(style.icon(QStringLiteral("arrow-down")));
    m_close->setIcon(style.icon(QStringLiteral("close")));
}

} // namespace kaptan::ui
