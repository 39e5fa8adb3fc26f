#include "ui/common/yaml_editor.h"

#include "ui/common/find_bar.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"
#include "ui/common/yaml_highlighter.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

namespace kaptan::ui
{

namespace
{

constexpr int markWidth = 18;        ///< of the gutter, for the sign of a problem
constexpr qsizetype mostMarks = 200; ///< lines that are underlined; the rest has its sign only

} // namespace

/// Line numbers and signs at the left of the text.
class YamlEditor::Gutter : public QWidget
{
public:
    explicit Gutter(YamlEditor* editor) : QWidget(editor), m_editor(editor)
    {
        setObjectName(QStringLiteral("gutter"));
    }

    QSize sizeHint() const override { return {m_editor->gutterWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent* event) override { m_editor->paintGutter(event, this); }

    void mousePressEvent(QMouseEvent* event) override
    {
        if (const int line = m_editor->lineAt(int(event->position().y())); line > 0) {
            m_editor->goTo(line);
            m_editor->setFocus();
        }
    }

    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::ToolTip) {
            auto* help = static_cast<QHelpEvent*>(event);
            const QString why = m_editor->problemsAt(m_editor->lineAt(help->pos().y()));
            QToolTip::showText(help->globalPos(), plainToolTip(why), this);
            return true;
        }
        return QWidget::event(event);
    }

private:
    YamlEditor* m_editor;
};

YamlEditor::YamlEditor(QWidget* parent)
    : QPlainTextEdit(parent), m_gutter(new Gutter(this)), m_highlighter(new YamlHighlighter(document()))
{
    setObjectName(QStringLiteral("yamlEditor"));
    setLook(this, Look::Mono);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(false);
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight); // a word of another script does not turn the line
    document()->setDefaultTextOption(option);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &YamlEditor::placeGutter);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &YamlEditor::mark);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (m_completer)
            followCompletion(false);
    });
    connect(&Style::instance(), &Style::changed, this, &YamlEditor::restyle);
    restyle();
    retranslate();
}

QString YamlEditor::text() const
{
    QString raw = document()->toRawText();
    raw.replace(QChar::ParagraphSeparator, u'\n');
    return raw;
}

void YamlEditor::setText(const QString& text)
{
    m_problems.clear();
    setPlainText(text);
    mark();
}

void YamlEditor::changeText(const QString& next)
{
    const QString now = text();
    if (now == next)
        return;
    qsizetype from = 0;
    const qsizetype shorter = std::min(now.size(), next.size());
    while (from < shorter && now[from] == next[from])
        ++from;
    qsizetype tail = 0;
    while (tail < shorter - from && now[now.size() - 1 - tail] == next[next.size() - 1 - tail])
        ++tail;
    // Not between the halves of one letter.
    if (from > 0 && now[from - 1].isHighSurrogate())
        --from;
    if (tail > 0 && now[now.size() - tail].isLowSurrogate())
        --tail;
    const int scroll = verticalScrollBar()->value();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    cursor.setPosition(int(from));
    cursor.setPosition(int(now.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(next.mid(from, next.size() - tail - from));
    cursor.endEditBlock();
    verticalScrollBar()->setValue(scroll);
}

void YamlEditor::setProblems(const QVector<EditorProblem>& problems)
{
    m_problems = problems;
    mark();
    m_gutter->update();
}

QString YamlEditor::problemsAt(int line) const
{
    QStringList words;
    for (const EditorProblem& problem : m_problems)
        if (problem.line == line)
            words.append(problem.text);
    return words.join(u'\n');
}

int YamlEditor::currentLine() const
{
    return textCursor().blockNumber() + 1;
}

void YamlEditor::goTo(int line, int column)
{
    const QTextBlock block = document()->findBlockByNumber(std::clamp(line, 1, blockCount()) - 1);
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::clamp(column - 1, 0, std::max(0, block.length() - 1)));
    setTextCursor(cursor);
    centerCursor();
}

void YamlEditor::openFind()
{
    if (!m_find)
        m_find = new FindBar(this);
    m_find->open();
}

// ---- the gutter

int YamlEditor::gutterWidth() const
{
    int digits = 3;
    for (int most = blockCount(); most >= 1000; most /= 10)
        ++digits;
    return markWidth + fontMetrics().horizontalAdvance(u'9') * digits + space::s;
}

void YamlEditor::placeGutter()
{
    const int width = gutterWidth();
    setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(inside.left(), viewport()->y(), width, viewport()->height());
    if (m_find && m_find->isVisible())
        m_find->place();
}

int YamlEditor::lineAt(int y) const
{
    const QTextBlock block = cursorForPosition({0, y}).block();
    const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
    return place.top() <= y && y < place.bottom() ? block.blockNumber() + 1 : 0;
}

void YamlEditor::paintGutter(QPaintEvent* event, QWidget* gutter)
{
    const Style& style = Style::instance();
    QPainter painter(gutter);
    painter.fillRect(event->rect(), style.color(ColorRole::Raised));
    painter.setFont(font());
    QHash<int, bool> marks; // line -> only a warning
    for (const EditorProblem& problem : std::as_const(m_problems))
        marks[problem.line] = marks.value(problem.line, true) && problem.warning;
    const int current = currentLine();
    QTextBlock block = firstVisibleBlock();
    QRectF place = blockBoundingGeometry(block).translated(contentOffset());
    while (block.isValid() && place.top() <= event->rect().bottom()) {
        const int line = block.blockNumber() + 1;
        const int top = qRound(place.top());
        painter.setPen(style.color(line == current ? ColorRole::Text : ColorRole::Muted));
        painter.drawText(0, top, gutter->width() - space::s, fontMetrics().height(), Qt::AlignRight,
                         QString::number(line));
        if (const auto found = marks.constFind(line); found != marks.cend()) {
            const bool warning = *found;
            painter.drawPixmap(2, top + (fontMetrics().height() - 14) / 2,
                               style.pixmap(warning ? QStringLiteral("warning") : QStringLiteral("error"), 14,
                                            style.tone(warning ? Tone::Warning : Tone::Error).fg,
                                            devicePixelRatioF()));
        }
        block = block.next();
        place = blockBoundingGeometry(block).translated(contentOffset());
    }
}

void YamlEditor::mark()
{
    const Style& style = Style::instance();
    QList<QTextEdit::ExtraSelection> marks;
    if (!isReadOnly()) {
        QTextEdit::ExtraSelection here;
        here.format.setBackground(style.color(ColorRole::Hover));
        here.format.setProperty(QTextFormat::FullWidthSelection, true);
        here.cursor = textCursor();
        here.cursor.clearSelection();
        marks.append(here);
    }
    for (const EditorProblem& problem : m_problems.mid(0, mostMarks)) {
        const QTextBlock block = document()->findBlockByNumber(problem.line - 1);
        if (!block.isValid())
            continue;
        QTextEdit::ExtraSelection wrong;
        wrong.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.format.setUnderlineColor(style.tone(problem.warning ? Tone::Warning : Tone::Error).fg);
        wrong.cursor = QTextCursor(block);
        wrong.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        marks.append(wrong);
    }
    setExtraSelections(marks);
    m_gutter->update();
    const QString why = problemsAt(currentLine());
    //: for screen readers; %1 is the number of the line, %2 what is wrong there
    const QString words = why.isEmpty() ? QString() : tr("Line %1: %2").arg(currentLine()).arg(why);
    if (accessibleDescription() != words)
        setAccessibleDescription(words);
}

bool YamlEditor::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), plainToolTip(problemsAt(lineAt(help->pos().y()))), viewport());
        return true;
    }
    return QPlainTextEdit::viewportEvent(event);
}

void YamlEditor::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

void YamlEditor::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        placeGutter();
}

void YamlEditor::retranslate()
{
    setAccessibleName(tr("YAML"));
    mark();
}

void YamlEditor::restyle()
{
    setFont(Style::instance().mono());
    setTabStopDistance(2 * fontMetrics().horizontalAdvance(u' '));
    placeGutter();
    mark();
}

} // namespace kaptan::ui
