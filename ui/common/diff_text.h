#pragma once

#include "ui/common/diff_rows.h"

#include <QPlainTextEdit>

#include <memory>

namespace kaptan::ui
{

/// One side of a comparison, or both in one: read-only text with line numbers and signs at its left. What
/// was changed has a colour and its sign.
class DiffText : public QPlainTextEdit
{
    Q_OBJECT
public:
    enum class Side { Both, Before, After };

    explicit DiffText(QWidget* parent = nullptr);

    void setRows(std::shared_ptr<const TextCompare> compare, QVector<DiffRow> rows, Side side);

    /// The next row after (or before) the cursor at which a run of changes begins; -1 where none.
    int changeFrom(int row, bool backward) const;
    void goToRow(int row);
    int currentRow() const;

Q_SIGNALS:
    /// Enter or a click on a fold.
    void foldActivated(int row);
    void nextRequested(bool backward);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    class Gutter;
    enum class Sign { None, Added, Removed, Filler, Fold };

    QRectF placeOf(const QTextBlock& block) const;
    Sign signOf(int row) const;
    QString lineOf(int row) const;
    int gutterWidth() const;
    void placeGutter();
    void paintGutter(QPaintEvent* event, QWidget* gutter);
    void restyle();
    void describe();

    Gutter* m_gutter;
    std::shared_ptr<const TextCompare> m_compare;
    QVector<DiffRow> m_rows;
    Side m_side = Side::Both;
};

} // namespace kaptan::ui
