#pragma once

#include "ui/common/row_model.h"

#include <QAction>
#include <QHash>
#include <QPointer>
#include <QTableView>
#include <QTimer>

#include <vector>

namespace kaptan::ui
{

/// The table of every pane: fixed row height, no grid, hover row, a bar at the left of the selected row,
/// columns that fit the width (the least important are hidden first), keyboard, row menu, Ctrl+C. Keeps
/// selection and scroll position by key.
class TableView : public QTableView
{
    Q_OBJECT
public:
    explicit TableView(QWidget* parent = nullptr);

    /// The model's columns decide how cells are painted. Sorted by the first column until a header is
    /// clicked.
    void setRowModel(RowModelBase* model);

    RowModelBase* rowModel() const { return m_model; }

    QString currentKey() const; ///< empty where none
    /// At most so many of them; negative: all.
    QStringList selectedKeys(qsizetype most = -1) const;
    /// Makes it the current and only selected row; remembered where the row is not there yet.
    void selectKey(const QString& key);

    /// The row menu, by right click and menu key; separators are actions too. The pane enables and disables
    /// them for the selection before (see menuAboutToShow()).
    void setRowActions(const QList<QAction*>& actions);

    /// One row at a time (the default), or many.
    void setMultiSelection(bool many);

Q_SIGNALS:
    /// Enter or double click.
    void activatedKey(const QString& key);
    /// Another row is current (empty: none); not sent while the same row only moves.
    void currentKeyChanged(const QString& key);
    void selectedKeysChanged();
    void escapePressed();
    void menuAboutToShow();

protected:
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    friend class CellDelegate;

    QHeaderView* makeHeader();
    void fitColumns();
    void measureChips();
    void rememberWidth(int column, int before, int now);
    void copySelection();
    void keepPlace();
    void restorePlace();
    QItemSelection wholeRows(std::vector<int> rows) const;
    void holdScroll(int first, int last, bool inserted);
    void restyle();
    void noteCurrent();
    void setHoverRow(int row);
    void resortWhenIdle();

    RowModelBase* m_model = nullptr;
    QList<QPointer<QAction>> m_rowActions;
    QHash<int, int> m_userWidths; ///< columns dragged by hand
    QHash<int, int> m_chipWidths; ///< widest chip seen, by column
    int m_hoverRow = -1;
    bool m_fitting = false;
    bool m_restoring = false;
    QString m_currentKey;   ///< what was last told
    QString m_wantedKey;    ///< selected as soon as it comes
    QStringList m_keptKeys; ///< selection around a refill
    QString m_keptCurrent;
    QString m_topKey; ///< first row seen, around a refill
    int m_topRow = 0;
    int m_shift = 0; ///< pixels that the view is to be moved by after this turn
    QTimer m_idle;
};

} // namespace kaptan::ui
