#pragma once

#include "ui/common/cell.h"

#include <QRectF>
#include <QStyledItemDelegate>

namespace kaptan::ui
{

/// Paints the cells of a RowModelBase by the kind of their column. TableView sets it; the functions below
/// serve who paints elsewhere.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
};

/// Icon + word on the tone's soft colour, left in `rect`, vertically centred; returns the width it took.
int paintChip(QPainter* painter, const QRect& rect, const QString& icon, const QString& word, Tone tone);
QSize chipSize(const QString& icon, const QString& word);
/// The series over the whole rect, filled below, from 0 (or `minimum`) to its largest value; NaN is a gap.
void paintSparkline(QPainter* painter, const QRectF& rect, const QVector<double>& series,
                    const QColor& color);
/// Text with every digit of one width (tabular figures), ending at the right of `rect`; the unit lighter.
void paintNumber(QPainter* painter, const QRect& rect, const QString& text, const QString& unit,
                 const QFont& font, const QColor& color, const QColor& unitColor);
int numberWidth(const QString& text, const QString& unit, const QFont& font);

} // namespace kaptan::ui
