// What the keys of the YAML editor do: indentation, comments, completion.
#include "ui/common/find_bar.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"
#include "ui/common/yaml_editor.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTextBlock>

#include <algorithm>

namespace kaptan::ui
{

namespace
{

constexpr int step = 2;                        ///< blanks of a level
constexpr qsizetype mostForAsking = 2'000'000; ///< the place is looked for in the whole text
constexpr qsizetype mostForTyping = 300'000;   ///< longer texts are completed only when asked
constexpr int insertRole = Qt::UserRole + 1;

int leadingBlanks(const QString& line)
{
    int i = 0;
    while (i < line.size() && line[i] == u' ')
        ++i;
    return i;
}

} // namespace

bool YamlEditor::event(QEvent* event)
{
    // Keys of the window that are letters or ours here.
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool control = key->modifiers().testFlag(Qt::ControlModifier);
        if ((control &&
             (key->key() == Qt::Key_F || key->key() == Qt::Key_Slash || key->key() == Qt::Key_Space)) ||
            key->key() == Qt::Key_F3) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void YamlEditor::focusInEvent(QFocusEvent* event)
{
    if (m_completer)
        m_completer->setWidget(this);
    QPlainTextEdit::focusInEvent(event);
}

void YamlEditor::keyPressEvent(QKeyEvent* event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (m_completer && m_completer->popup()->isVisible()) {
        switch (event->key()) {
        case Qt::Key_Enter:
        case Qt::Key_Return:
        case Qt::Key_Escape:
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            event->ignore(); // the list's
            return;
        }
    }
    if (control && event->key() == Qt::Key_F) {
        openFind();
        return;
    }
    if (event->key() == Qt::Key_F3 && m_find) {
        m_find->find(event->modifiers().testFlag(Qt::ShiftModifier));
        return;
    }
    if (control && (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab)) {
        focusNextPrevChild(event->key() == Qt::Key_Tab && !event->modifiers().testFlag(Qt::ShiftModifier));
        return;
    }
    if (!isReadOnly()) {
        if (control && event->key() == Qt::Key_Slash)
            return toggleComment();
        if (control && event->key() == Qt::Key_Space)
            return complete();
        if (event->key() == Qt::Key_Tab && !control)
            return textCursor().hasSelection() ? indentLines(true) : insertBlanks();
        if (event->key() == Qt::Key_Backtab)
            return indentLines(false);
        if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
            !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
            return insertNewLine();
        if (event->key() == Qt::Key_Backspace && event->modifiers() == Qt::NoModifier && removeBlanks())
            return;
    }
    if (control && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        event->ignore(); // the window's
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
    const QString typed = event->text();
    if (!isReadOnly() && m_provider && typed.size() == 1 && typed[0].isLetter() &&
        document()->characterCount() < mostForTyping)
        complete();
}

void YamlEditor::insertBlanks()
{
    QTextCursor cursor = textCursor();
    cursor.insertText(QString(step - cursor.positionInBlock() % step, u' '));
}

bool YamlEditor::removeBlanks()
{
    QTextCursor cursor = textCursor();
    const int at = cursor.positionInBlock();
    if (cursor.hasSelection() || at < step || leadingBlanks(cursor.block().text()) < at)
        return false;
    const int count = at % step == 0 ? step : at % step;
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, count);
    cursor.removeSelectedText();
    return true;
}

void YamlEditor::insertNewLine()
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    int blanks = leadingBlanks(before);
    QString rest = before.mid(blanks);
    if (const qsizetype comment = rest.indexOf(QStringLiteral(" #")); comment >= 0)
        rest.truncate(comment);
    rest = rest.trimmed();
    // Below "- name: web" the item goes on behind its dash.
    while (rest.startsWith(QStringLiteral("- ")) && rest.contains(u':')) {
        blanks += step;
        rest = rest.mid(2).trimmed();
    }
    static const QStringList blockMarks{QStringLiteral("|"), QStringLiteral("|-"), QStringLiteral("|+"),
                                        QStringLiteral(">"), QStringLiteral(">-"), QStringLiteral(">+")};
    if (rest.endsWith(u':') || blockMarks.contains(rest.section(u' ', -1)))
        blanks += step;
    cursor.insertText(u'\n' + QString(blanks, u' '));
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
}

void YamlEditor::indentLines(bool deeper)
{
    QTextCursor cursor = textCursor();
    const QTextBlock last = document()->findBlock(
        std::max(cursor.selectionStart(), cursor.selectionEnd() - (cursor.hasSelection() ? 1 : 0)));
    QTextCursor edit(document()->findBlock(cursor.selectionStart()));
    edit.beginEditBlock();
    for (QTextBlock block = edit.block(); block.isValid(); block = block.next()) {
        edit.setPosition(block.position());
        if (deeper && !block.text().isEmpty())
            edit.insertText(QString(step, u' '));
        else if (!deeper)
            for (int i = 0; i < step && block.text().startsWith(u' '); ++i)
                edit.deleteChar();
        if (block == last)
            break;
    }
    edit.endEditBlock();
}

void YamlEditor::toggleComment()
{
    QTextCursor cursor = textCursor();
    const QTextBlock first = document()->findBlock(cursor.selectionStart());
    const QTextBlock last = document()->findBlock(
        std::max(cursor.selectionStart(), cursor.selectionEnd() - (cursor.hasSelection() ? 1 : 0)));
    bool all = true, any = false;
    int column = -1;
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        const QString line = block.text();
        if (!line.trimmed().isEmpty()) {
            any = true;
            all = all && line.trimmed().startsWith(u'#');
            column = column < 0 ? leadingBlanks(line) : std::min(column, leadingBlanks(line));
        }
        if (block == last)
            break;
    }
    if (!any)
        return;
    QTextCursor edit(first);
    edit.beginEditBlock();
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        const QString line = block.text();
        if (!line.trimmed().isEmpty()) {
            if (all) {
                const int at = leadingBlanks(line);
                edit.setPosition(block.position() + at);
                edit.deleteChar();
                if (line.mid(at + 1, 1) == QStringLiteral(" "))
                    edit.deleteChar();
            } else {
                edit.setPosition(block.position() + column);
                edit.insertText(QStringLiteral("# "));
            }
        }
        if (block == last)
            break;
    }
    edit.endEditBlock();
}

// ---- completion

QTextCursor YamlEditor::wordBefore() const
{
    QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    qsizetype from = before.size();
    while (from > 0) {
        const QChar c = before[from - 1];
        if (!c.isLetterOrNumber() && c != u'_' && c != u'-' && c != u'.' && c != u'/' && c != u'$')
            break;
        --from;
    }
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(before.size() - from));
    return cursor;
}

void YamlEditor::complete()
{
    if (!m_provider || document()->characterCount() >= mostForAsking)
        return;
    const QTextCursor cursor = textCursor();
    const QVector<Completion> found =
        m_provider(text(), cursor.blockNumber() + 1, cursor.positionInBlock() + 1);
    m_askedInVain = found.isEmpty() ? cursor.position() : -1;
    if (!m_completer) {
        m_completions = new QStandardItemModel(this);
        m_completer = new QCompleter(m_completions, this);
        m_completer->setWidget(this);
        m_completer->setCaseSensitivity(Qt::CaseInsensitive);
        m_completer->setMaxVisibleItems(12);
        m_completer->setCompletionRole(insertRole);
        m_completer->popup()->setObjectName(QStringLiteral("completions"));
        m_completer->popup()->setFont(Style::instance().mono());
        connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
                [this](const QModelIndex& index) { insertCompletion(index.data(insertRole).toString()); });
    }
    m_completions->clear();
    for (const Completion& each : found) {
        const QString title = plainLine(each.title.isEmpty() ? each.insert : each.title, 80);
        auto* item = new QStandardItem(
            each.detail.isEmpty() ? title : title + QStringLiteral("   ") + plainLine(each.detail, 60));
        item->setData(each.insert, insertRole);
        item->setData(title, Qt::AccessibleTextRole);
        item->setToolTip(plainToolTip(each.help));
        m_completions->appendRow(item);
    }
    followCompletion(true);
}

void YamlEditor::completeAgain()
{
    if (m_askedInVain >= 0 && m_askedInVain == textCursor().position() && hasFocus())
        complete();
}

void YamlEditor::followCompletion(bool mayOpen)
{
    if (!mayOpen && !m_completer->popup()->isVisible())
        return;
    const QString prefix = wordBefore().selectedText();
    m_completer->setCompletionPrefix(prefix);
    // What is already there whole is no help.
    const bool none = m_completer->completionCount() == 0 ||
                      (m_completer->completionCount() == 1 &&
                       m_completer->currentIndex().data(insertRole).toString() == prefix);
    if (none || m_completions->rowCount() == 0 || !hasFocus()) {
        m_completer->popup()->hide();
        return;
    }
    QRect place = cursorRect();
    place.translate(viewport()->pos());
    place.setWidth(std::clamp(m_completer->popup()->sizeHintForColumn(0) +
                                  m_completer->popup()->verticalScrollBar()->sizeHint().width() + space::l,
                              180, std::max(180, width() - 2 * space::l)));
    m_completer->complete(place);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void YamlEditor::insertCompletion(const QString& insert)
{
    QTextCursor cursor = wordBefore();
    cursor.insertText(insert);
    setTextCursor(cursor);
    m_completions->clear();
}

} // namespace kaptan::ui
