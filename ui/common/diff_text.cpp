#include "ui/common/diff_text.h"

#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QKeyEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace kaptan::ui
{

namespace
{

constexpr qsizetype longestLine = 20'000; ///< shown; the view gets slow beyond

} // namespace

class DiffText::Gutter : public QWidget
{
public:
    explicit Gutter(DiffText* text) : QWidget(text), m_text(text) {}

protected:
    void paintEvent(QPaintEvent* event) override { m_text->paintGutter(event, this); }

private:
    DiffText* m_text;
};

DiffText::DiffText(QWidget* parent) : QPlainTextEdit(parent), m_gutter(new Gutter(this))
{
    setLook(this, Look::Mono);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight);
    document()->setDefaultTextOption(option);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &DiffText::describe);
    connect(&Style::instance(), &Style::changed, this, &DiffText::restyle);
    restyle();
}

void DiffText::setRows(std::shared_ptr<const TextCompare> compare, QVector<DiffRow> rows, Side side)
{
    m_compare = std::move(compare);
    m_rows = std::move(rows);
    m_side = side;
    QStringList lines;
    lines.reserve(m_rows.size());
    for (int row = 0; row < m_rows.size(); ++row)
        lines.append(lineOf(row));
    setPlainText(lines.join(u'\n'));
    placeGutter();
    describe();
}

QString DiffText::lineOf(int row) const
{
    const DiffRow& each = m_rows[row];
    if (each.kind == DiffRow::Kind::Fold)
        return each.oldLine < 0 ? tr("… %n more row(s)", nullptr, int(each.count))
                                //: lines that are the same in both texts and are not shown; Enter shows them
                                : tr("… %n unchanged line(s)", nullptr, int(each.count));
    const bool old = m_side == Side::Before || (m_side == Side::Both && each.newLine < 0);
    const qsizetype line = old ? each.oldLine : each.newLine;
    if (line < 0)
        return {};
    const QString& text = old ? m_compare->before[line] : m_compare->after[line];
    return plainBlock(text, int(longestLine));
}

DiffText::Sign DiffText::signOf(int row) const
{
    if (row < 0 || row >= m_rows.size())
        return Sign::None;
    const DiffRow& each = m_rows[row];
    if (each.kind == DiffRow::Kind::Fold)
        return Sign::Fold;
    if (each.kind == DiffRow::Kind::Same)
        return Sign::None;
    if (m_side == Side::Before)
        return each.oldLine < 0 ? Sign::Filler : Sign::Removed;
    if (m_side == Side::After)
        return each.newLine < 0 ? Sign::Filler : Sign::Added;
    return each.newLine < 0 ? Sign::Removed : Sign::Added;
}

int DiffText::changeFrom(int row, bool backward) const
{
    const auto begins = [this](qsizetype at) {
        return m_rows[at].kind == DiffRow::Kind::Changed &&
               (at == 0 || m_rows[at - 1].kind != DiffRow::Kind::Changed);
    };
    for (qsizetype at = row + (backward ? -1 : 1); at >= 0 && at < m_rows.size(); at += backward ? -1 : 1)
        if (begins(at))
            return int(at);
    return -1;
}

void DiffText::goToRow(int row)
{
    const QTextBlock block = document()->findBlockByNumber(row);
    if (!block.isValid())
        return;
    setTextCursor(QTextCursor(block));
    centerCursor();
}

int DiffText::currentRow() const
{
    return textCursor().blockNumber();
}

void DiffText::describe()
{
    QString words;
    const int row = currentRow();
    switch (signOf(row)) {
    case Sign::Added:
        //: for screen readers; %1 is the number of the line
        words = tr("Line %1, added").arg(m_rows[row].newLine + 1);
        break;
    case Sign::Removed:
        words = tr("Line %1, removed").arg(m_rows[row].oldLine + 1);
        break;
    case Sign::Fold:
        words = tr("Enter shows the lines");
        break;
    case Sign::None:
    case Sign::Filler:
        break;
    }
    if (accessibleDescription() != words)
        setAccessibleDescription(words);
}

// ---- painting

int DiffText::gutterWidth() const
{
    qsizetype most = m_compare ? std::max(m_compare->before.size(), m_compare->after.size()) : 0;
    int digits = 2;
    for (; most >= 100; most /= 10)
        ++digits;
    const int number = fontMetrics().horizontalAdvance(u'9') * digits + space::s;
    return number * (m_side == Side::Both ? 2 : 1) + fontMetrics().horizontalAdvance(u'+') + 2 * space::xs;
}

void DiffText::placeGutter()
{
    const int width = gutterWidth();
    setViewportMargins(width, 0, 0, 0);
    m_gutter->setGeometry(contentsRect().left(), viewport()->y(), width, viewport()->height());
    m_gutter->update();
}

/// In the viewport. The last block's geometry holds the document's margin too, which is no part of its line.
QRectF DiffText::placeOf(const QTextBlock& block) const
{
    QRectF place = blockBoundingGeometry(block).translated(contentOffset());
    if (!block.next().isValid())
        place.setHeight(place.height() - document()->documentMargin());
    return place;
}

void DiffText::paintGutter(QPaintEvent* event, QWidget* gutter)
{
    const Style& style = Style::instance();
    QPainter painter(gutter);
    painter.fillRect(event->rect(), style.color(ColorRole::Raised));
    painter.setFont(font());
    const int signWidth = fontMetrics().horizontalAdvance(u'+') + 2 * space::xs;
    const int columns = m_side == Side::Both ? 2 : 1;
    const int column = (gutter->width() - signWidth) / columns;
    QTextBlock block = firstVisibleBlock();
    QRectF place = placeOf(block);
    for (; block.isValid() && place.top() <= event->rect().bottom(); block = block.next()) {
        place = placeOf(block);
        const int row = block.blockNumber();
        if (row >= m_rows.size())
            break;
        const QRect line(0, qRound(place.top()), gutter->width(), qRound(place.height()));
        const Sign sign = signOf(row);
        const bool added = sign == Sign::Added, removed = sign == Sign::Removed;
        const ToneColors tone = style.tone(added ? Tone::Ok : Tone::Error);
        if (added || removed)
            painter.fillRect(line, tone.soft);
        const DiffRow& each = m_rows[row];
        const auto number = [&](int index, qsizetype value) {
            if (value >= 0 && sign != Sign::Fold)
                painter.drawText(index * column, line.top(), column - space::xs, line.height(),
                                 Qt::AlignRight | Qt::AlignVCenter, QString::number(value + 1));
        };
        painter.setPen(added || removed ? tone.fg : style.color(ColorRole::Muted));
        if (m_side != Side::After)
            number(0, each.oldLine);
        if (m_side != Side::Before)
            number(columns - 1, each.newLine);
        if (added || removed)
            painter.drawText(gutter->width() - signWidth, line.top(), signWidth, line.height(),
                             Qt::AlignCenter, QString(added ? u'+' : u'\u2212'));
    }
}

void DiffText::paintEvent(QPaintEvent* event)
{
    if (m_compare) {
        const Style& style = Style::instance();
        QPainter painter(viewport());
        for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
            const QRectF place = placeOf(block);
            if (place.top() > event->rect().bottom())
                break;
            const QRect line(0, qRound(place.top()), viewport()->width(), qRound(place.height()));
            const int row = block.blockNumber();
            const Sign sign = signOf(row);
            if (sign == Sign::Fold || sign == Sign::Filler)
                painter.fillRect(line, style.color(ColorRole::Raised));
            if (sign != Sign::Added && sign != Sign::Removed)
                continue;
            const ToneColors tone = style.tone(sign == Sign::Added ? Tone::Ok : Tone::Error);
            painter.fillRect(line, tone.soft);
            const auto& words = sign == Sign::Added ? m_compare->newWords : m_compare->oldWords;
            const auto found =
                words.constFind(sign == Sign::Added ? m_rows[row].newLine : m_rows[row].oldLine);
            const QTextLine text = block.layout()->lineCount() > 0 ? block.layout()->lineAt(0) : QTextLine();
            if (found == words.cend() || !text.isValid())
                continue;
            QColor strong = tone.border;
            strong.setAlphaF(style.isDark() ? 0.75F : 0.6F);
            if (style.isHighContrast())
                strong.setAlphaF(0.3F);
            for (const TextSpan& span : *found) {
                const qreal from = text.cursorToX(int(span.start));
                const qreal to = text.cursorToX(int(span.start + span.length));
                painter.fillRect(QRectF(place.left() + from, place.top() + 1, to - from, place.height() - 2),
                                 strong);
            }
        }
    }
    QPlainTextEdit::paintEvent(event);
}

void DiffText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

void DiffText::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() == Qt::NoModifier && signOf(currentRow()) == Sign::Fold) {
            Q_EMIT foldActivated(currentRow());
            return;
        }
        event->ignore();
        return;
    case Qt::Key_F7:
        Q_EMIT nextRequested(event->modifiers().testFlag(Qt::ShiftModifier));
        return;
    case Qt::Key_N:
    case Qt::Key_P:
        if (event->modifiers() == Qt::NoModifier) {
            Q_EMIT nextRequested(event->key() == Qt::Key_P);
            return;
        }
        break;
    case Qt::Key_Escape:
        event->ignore();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

bool DiffText::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_N || key->key() == Qt::Key_P)) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void DiffText::mouseReleaseEvent(QMouseEvent* event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    const int row = cursorForPosition(event->position().toPoint()).blockNumber();
    if (event->button() == Qt::LeftButton && !textCursor().hasSelection() && signOf(row) == Sign::Fold)
        Q_EMIT foldActivated(row);
}

void DiffText::restyle()
{
    setFont(Style::instance().mono());
    placeGutter();
    viewport()->update();
}

} // namespace kaptan::ui
