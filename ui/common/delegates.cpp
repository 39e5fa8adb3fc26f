#include "ui/common/delegates.h"

#include "ui/common/plain_text.h"
#include "ui/common/row_model.h"
#include "ui/common/style.h"
#include "ui/common/table_view.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <cmath>

namespace kaptan::ui
{

namespace
{

constexpr int cellPadding = space::s;
constexpr int chipHeight = 18;
constexpr int chipPadding = 8;
constexpr int chipIcon = 12;

const RowModelBase* modelOf(const QModelIndex& index)
{
    return qobject_cast<const RowModelBase*>(index.model());
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

int digitAdvance(const QFontMetrics& metrics)
{
    return metrics.horizontalAdvance(u'0');
}

int tabularWidth(const QString& text, const QFontMetrics& metrics)
{
    const int digit = digitAdvance(metrics);
    int width = 0;
    for (const QChar c : text)
        width += isDigit(c) ? digit : metrics.horizontalAdvance(c);
    return width;
}

QFont unitFont(const QFont& font)
{
    QFont small = font;
    small.setPixelSize(qMax(9, qRound(font.pixelSize() * 0.9)));
    return small;
}

} // namespace

int numberWidth(const QString& text, const QString& unit, const QFont& font)
{
    int width = tabularWidth(text, QFontMetrics(font));
    if (!unit.isEmpty())
        width += 3 + QFontMetrics(unitFont(font)).horizontalAdvance(unit);
    return width;
}

void paintNumber(QPainter* painter, const QRect& rect, const QString& text, const QString& unit,
                 const QFont& font, const QColor& color, const QColor& unitColor)
{
    const QFontMetrics metrics(font);
    const int baseline = rect.y() + (rect.height() + metrics.ascent() - metrics.descent()) / 2;
    int right = rect.right() + 1;
    if (!unit.isEmpty()) {
        const QFont small = unitFont(font);
        right -= QFontMetrics(small).horizontalAdvance(unit);
        painter->setFont(small);
        painter->setPen(unitColor);
        painter->drawText(right, baseline, unit);
        right -= 3;
    }
    painter->setFont(font);
    painter->setPen(color);
    // The fonts' own tabular figures cannot be asked for before Qt 6.7, so every digit gets one width here.
    const int digit = digitAdvance(metrics);
    int x = right - tabularWidth(text, metrics);
    for (const QChar c : text) {
        const int own = metrics.horizontalAdvance(c);
        const int width = isDigit(c) ? digit : own;
        painter->drawText(x + (width - own) / 2, baseline, QString(c));
        x += width;
    }
}

QSize chipSize(const QString& icon, const QString& word)
{
    const QFont font = Style::instance().font(TextSize::Normal, QFont::Medium);
    QFont smaller = font;
    smaller.setPixelSize(qRound(font.pixelSize() * 0.92));
    const QFontMetrics metrics(smaller);
    return {2 * chipPadding + (icon.isEmpty() ? 0 : chipIcon + 4) + metrics.horizontalAdvance(word),
            qMax(chipHeight, metrics.height() + 2)};
}

int paintChip(QPainter* painter, const QRect& rect, const QString& icon, const QString& word, Tone tone)
{
    const Style& style = Style::instance();
    const ToneColors colors = style.tone(tone);
    QFont font = style.font(TextSize::Normal, QFont::Medium);
    font.setPixelSize(qRound(font.pixelSize() * 0.92));
    const QFontMetrics metrics(font);
    const QSize wanted = chipSize(icon, word);
    const int width = qMin(wanted.width(), rect.width());
    const QRect chip(rect.x(), rect.y() + (rect.height() - wanted.height()) / 2, width, wanted.height());

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(style.isHighContrast() ? QPen(colors.border) : QPen(Qt::NoPen));
    painter->setBrush(colors.soft);
    painter->drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    int x = chip.x() + chipPadding;
    if (!icon.isEmpty()) {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(x, chip.y() + (chip.height() - chipIcon) / 2,
                            style.pixmap(icon, chipIcon, colors.fg, ratio));
        x += chipIcon + 4;
    }
    painter->setFont(font);
    painter->setPen(colors.fg);
    const int room = chip.right() + 1 - chipPadding - x;
    painter->drawText(QRect(x, chip.y(), qMax(0, room) + 1, chip.height()), Qt::AlignVCenter | Qt::AlignLeft,
                      metrics.elidedText(word, Qt::ElideRight, room + 1));
    painter->restore();
    return width;
}

void paintSparkline(QPainter* painter, const QRectF& rect, const QVector<double>& series, const QColor& color)
{
    const qsizetype count = series.size();
    if (count == 0)
        return;
    double top = 0;
    for (const double value : series)
        if (std::isfinite(value))
            top = qMax(top, value);
    if (top <= 0)
        top = 1;
    const double step = count > 1 ? rect.width() / double(count - 1) : 0;
    const auto at = [&](qsizetype i) {
        return QPointF(rect.left() + step * double(i),
                       rect.bottom() - 1 - (rect.height() - 3) * series[i] / top);
    };

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QColor fill = color;
    fill.setAlphaF(Style::instance().isDark() ? 0.22F : 0.16F);
    for (qsizetype i = 0; i < count;) {
        if (!std::isfinite(series[i])) {
            ++i;
            continue;
        }
        qsizetype end = i;
        QPainterPath line(at(i));
        while (end + 1 < count && std::isfinite(series[end + 1]))
            line.lineTo(at(++end));
        if (end == i)
            line.lineTo(at(i) + QPointF(1.5, 0));
        QPainterPath area = line;
        area.lineTo(line.currentPosition().x(), rect.bottom());
        area.lineTo(at(i).x(), rect.bottom());
        area.closeSubpath();
        painter->fillPath(area, fill);
        painter->strokePath(line, QPen(color, 1.3));
        i = end + 1;
    }
    painter->restore();
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const RowModelBase* model = modelOf(index);
    if (!model)
        return;
    const Style& style = Style::instance();
    const auto* view = qobject_cast<const TableView*>(option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = view && view->m_hoverRow == index.row();
    if (selected)
        painter->fillRect(option.rect, style.color(ColorRole::Selection));
    else if (hovered)
        painter->fillRect(option.rect, style.color(ColorRole::Hover));
    if (selected && view && view->columnViewportPosition(index.column()) <= 0 &&
        view->columnAt(0) == index.column())
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                          style.tone(Tone::Accent).fg);
    if (option.state & QStyle::State_HasFocus && view && view->hasFocus() && style.isHighContrast()) {
        painter->setPen(style.color(ColorRole::Text));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }

    const Cell cell = model->cellAt(index.row(), index.column());
    const CellKind kind = model->columns()[index.column()].kind;
    const bool enabled = option.state & QStyle::State_Enabled;
    const QRect rect = option.rect.adjusted(cellPadding, 0, -cellPadding, 0);
    const QColor muted = style.color(ColorRole::Muted);
    QColor color = cell.dim || !enabled || kind == CellKind::Muted || kind == CellKind::MonoMuted
                       ? muted
                       : style.color(ColorRole::Text);
    if (cell.tone != Tone::Neutral && enabled)
        color = style.tone(cell.tone).fg;

    switch (kind) {
    case CellKind::Chip:
        if (!cell.text.isEmpty())
            paintChip(painter, rect, cell.icon, cell.text, enabled ? cell.tone : Tone::Neutral);
        return;
    case CellKind::Sparkline:
        if (cell.series)
            paintSparkline(painter, QRectF(option.rect).adjusted(4, 4, -4, -4), *cell.series,
                           enabled ? style.series(cell.seriesColor) : muted);
        return;
    case CellKind::Number:
        paintNumber(painter, rect, cell.text, cell.unit, style.font(), color, muted);
        return;
    case CellKind::Text:
    case CellKind::Muted:
    case CellKind::Mono:
    case CellKind::MonoMuted:
        break;
    }
    QRect textRect = rect;
    if (!cell.icon.isEmpty()) {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(textRect.x(), textRect.y() + (textRect.height() - 14) / 2,
                            style.pixmap(cell.icon, 14, color, ratio));
        textRect.setLeft(textRect.left() + 20);
    }
    const QFont font = kind == CellKind::Mono        ? style.mono(TextSize::Normal, QFont::Medium)
                       : kind == CellKind::MonoMuted ? style.mono()
                                                     : style.font();
    const QFontMetrics metrics(font);
    painter->setFont(font);
    painter->setPen(color);
    QString text = cell.text;
    if (!cell.unit.isEmpty())
        text += u' ' + cell.unit;
    painter->drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      metrics.elidedText(text, Qt::ElideRight, textRect.width()));
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const RowModelBase* model = modelOf(index);
    const int height = Style::instance().rowHeight();
    if (!model)
        return {0, height};
    const Cell cell = model->cellAt(index.row(), index.column());
    const Style& style = Style::instance();
    int width = 0;
    switch (model->columns()[index.column()].kind) {
    case CellKind::Chip:
        width = chipSize(cell.icon, cell.text).width();
        break;
    case CellKind::Sparkline:
        width = 60;
        break;
    case CellKind::Number:
        width = numberWidth(cell.text, cell.unit, style.font());
        break;
    case CellKind::Mono:
    case CellKind::MonoMuted:
        width = QFontMetrics(style.mono(TextSize::Normal, QFont::Medium)).horizontalAdvance(cell.text);
        break;
    case CellKind::Text:
    case CellKind::Muted:
        width = QFontMetrics(style.font()).horizontalAdvance(cell.text);
        break;
    }
    return {width + 2 * cellPadding + (cell.icon.isEmpty() ? 0 : 20), height};
}

bool CellDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                             const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString tip = index.data(Qt::ToolTipRole).toString();
    // What does not fit its column is told whole.
    if (tip.isEmpty() && sizeHint(option, index).width() > view->visualRect(index).width())
        tip = plainToolTip(index.data(RowModelBase::CopyRole).toString());
    QToolTip::showText(event->globalPos(), tip, view->viewport(), view->visualRect(index));
    return true;
}

} // namespace kaptan::ui
