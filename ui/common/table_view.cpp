#include "ui/common/table_view.h"

#include "ui/common/delegates.h"
#include "ui/common/style.h"
#include "ui/common/widgets.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

namespace kaptan::ui
{

namespace
{

/// So long nobody has pointed at the table before rows change places by themselves.
constexpr int idleMs = 2000;

} // namespace

TableView::TableView(QWidget* parent) : QTableView(parent)
{
    setHorizontalHeader(makeHeader());
    setItemDelegate(new CellDelegate(this));
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(16);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &TableView::rememberWidth);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (m_model && index.isValid())
            Q_EMIT activatedKey(m_model->keyAt(index.row()));
    });
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleMs);
    connect(&m_idle, &QTimer::timeout, this, &TableView::resortWhenIdle);
    connect(&Style::instance(), &Style::changed, this, &TableView::restyle);
    restyle();
}

void TableView::restyle()
{
    verticalHeader()->setDefaultSectionSize(Style::instance().rowHeight());
    m_chipWidths.clear();
    measureChips();
    fitColumns();
    viewport()->update();
}

void TableView::setRowModel(RowModelBase* model)
{
    m_model = model;
    m_userWidths.clear();
    setModel(model);
    horizontalHeader()->setSortIndicator(model->sortColumn(), model->sortOrder());
    connect(model, &RowModelBase::aboutToRefill, this, &TableView::keepPlace);
    connect(model, &RowModelBase::refilled, this, &TableView::restorePlace);
    connect(model, &RowModelBase::resortNeeded, this, [this] {
        if (!m_idle.isActive())
            m_idle.start();
    });
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
        holdScroll(first, last, true);
        if (!m_wantedKey.isEmpty() && m_model->rowOf(m_wantedKey) >= 0)
            selectKey(m_wantedKey);
        noteCurrent();
    });
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) { holdScroll(first, last, false); });
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this] { noteCurrent(); });
    connect(model, &QAbstractItemModel::headerDataChanged, this, &TableView::fitColumns);
    connect(model, &RowModelBase::refilled, this, &TableView::measureChips);
    connect(model, &QAbstractItemModel::rowsInserted, this, &TableView::measureChips);
    connect(model, &QAbstractItemModel::dataChanged, this, &TableView::measureChips);
    connect(model, &QAbstractItemModel::layoutChanged, this, [this] { setHoverRow(-1); });
    fitColumns();
}

void TableView::setMultiSelection(bool many)
{
    setSelectionMode(many ? QAbstractItemView::ExtendedSelection : QAbstractItemView::SingleSelection);
}

void TableView::setRowActions(const QList<QAction*>& actions)
{
    m_rowActions.clear();
    for (QAction* action : actions)
        m_rowActions.append(action);
}

// ---- selection by key

QString TableView::currentKey() const
{
    return m_model && currentIndex().isValid() ? m_model->keyAt(currentIndex().row()) : QString();
}

QStringList TableView::selectedKeys(qsizetype most) const
{
    QStringList keys;
    if (!m_model || !selectionModel())
        return keys;
    // Not selectedRows(): for each row that one goes through every range.
    const QItemSelection ranges = selectionModel()->selection();
    for (const QItemSelectionRange& range : ranges)
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (most >= 0 && keys.size() >= most)
                return keys;
            keys.append(m_model->keyAt(row));
        }
    return keys;
}

void TableView::selectKey(const QString& key)
{
    m_wantedKey = key;
    const int row = m_model ? m_model->rowOf(key) : -1;
    if (row < 0)
        return;
    m_wantedKey.clear();
    const QModelIndex index = m_model->index(row, 0);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void TableView::noteCurrent()
{
    if (m_restoring)
        return;
    const QString key = currentKey();
    if (key == m_currentKey)
        return;
    m_currentKey = key;
    Q_EMIT currentKeyChanged(key);
}

void TableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    // While rows go, Qt moves the current row before they are gone: the key is asked for afterwards.
    if (!m_restoring && current.isValid())
        m_wantedKey.clear(); // another one was chosen
    if (!m_restoring)
        QMetaObject::invokeMethod(this, &TableView::noteCurrent, Qt::QueuedConnection);
}

void TableView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_restoring)
        Q_EMIT selectedKeysChanged();
}

void TableView::keepPlace()
{
    if (m_restoring)
        return;
    m_restoring = true;
    m_keptKeys = selectedKeys();
    m_keptCurrent = currentKey();
    m_topRow = rowAt(0);
    m_topKey = m_model->keyAt(m_topRow);
    // A table scrolled to its top stays at the top.
    if (verticalScrollBar()->value() == 0)
        m_topKey.clear();
}

void TableView::restorePlace()
{
    m_hoverRow = -1;
    const QStringList kept = std::exchange(m_keptKeys, {});
    std::vector<int> rows;
    rows.reserve(size_t(kept.size()) + 1);
    for (const QString& key : kept)
        if (const int row = m_model->rowOf(key); row >= 0)
            rows.push_back(row);
    bool changed = qsizetype(rows.size()) != kept.size();
    if (!m_wantedKey.isEmpty() && m_model->rowOf(m_wantedKey) >= 0) {
        m_keptCurrent = std::exchange(m_wantedKey, {});
        rows.push_back(m_model->rowOf(m_keptCurrent));
        changed = changed || !kept.contains(m_keptCurrent);
    }
    const QItemSelection selection = wholeRows(std::move(rows));
    if (const int row = m_model->rowOf(m_keptCurrent); row >= 0)
        selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::NoUpdate);
    else if (!m_keptCurrent.isEmpty())
        m_wantedKey = m_keptCurrent; // filtered out; selected again when it returns
    if (!selection.isEmpty())
        selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (const int row = m_model->rowOf(m_topKey); row >= 0)
        scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtTop);
    m_restoring = false;
    noteCurrent();
    if (changed)
        Q_EMIT selectedKeysChanged();
}

QItemSelection TableView::wholeRows(std::vector<int> rows) const
{
    // Neighbours are one range: whatever is asked of a selection costs as much as it has ranges.
    std::sort(rows.begin(), rows.end());
    QItemSelection selection;
    const int lastColumn = m_model->columnCount() - 1;
    for (size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
        for (end = begin + 1; end < rows.size() && rows[end] <= rows[end - 1] + 1;)
            ++end;
        selection.append(
            QItemSelectionRange(m_model->index(rows[begin], 0), m_model->index(rows[end - 1], lastColumn)));
    }
    return selection;
}

void TableView::holdScroll(int first, int last, bool inserted)
{
    // Rows above what is seen come and go without moving what is seen.
    QScrollBar* bar = verticalScrollBar();
    const int height = verticalHeader()->defaultSectionSize();
    const int topRow = height > 0 ? (bar->value() + m_shift) / height : 0;
    if (bar->value() == 0 || first > topRow)
        return;
    const int above = inserted ? last - first + 1 : qMin(last, topRow - 1) - first + 1;
    if (above <= 0)
        return;
    // Several runs may come in one batch, and the scroll bar learns of them only later.
    const bool queued = m_shift != 0;
    m_shift += (inserted ? above : -above) * height;
    if (queued)
        return;
    const int before = bar->value();
    QMetaObject::invokeMethod(
        this,
        [this, before] {
            updateGeometries();
            verticalScrollBar()->setValue(before + std::exchange(m_shift, 0));
        },
        Qt::QueuedConnection);
}

void TableView::resortWhenIdle()
{
    if (!m_model || !m_model->needsResort())
        return;
    if (underMouse() || QApplication::activePopupWidget()) {
        m_idle.start();
        return;
    }
    m_model->resort();
}

void TableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void TableView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_model) {
        m_chipWidths.clear();
        m_model->retranslate();
        fitColumns();
    }
}

// ---- mouse and keyboard

void TableView::setHoverRow(int row)
{
    if (row == m_hoverRow)
        return;
    for (const int changed : {m_hoverRow, row})
        if (changed >= 0)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed));
    m_hoverRow = row;
}

void TableView::mouseMoveEvent(QMouseEvent* event)
{
    QTableView::mouseMoveEvent(event);
    setHoverRow(rowAt(event->position().toPoint().y()));
}

void TableView::leaveEvent(QEvent* event)
{
    QTableView::leaveEvent(event);
    setHoverRow(-1);
    if (m_model && m_model->needsResort())
        m_idle.start();
}

void TableView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (underMouse())
        setHoverRow(rowAt(viewport()->mapFromGlobal(QCursor::pos()).y()));
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    if (m_idle.isActive())
        m_idle.start(); // somebody is at work
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const QString key = currentKey(); !key.isEmpty() && event->modifiers() == Qt::NoModifier) {
            Q_EMIT activatedKey(key);
            return;
        }
        break;
    case Qt::Key_Escape:
        Q_EMIT escapePressed();
        return;
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        // Home and End go to the first and last row, not column.
        if (m_model && m_model->shown() > 0 && (!currentIndex().isValid() || event->key() != Qt::Key_Down)) {
            selectKey(m_model->keyAt(event->key() == Qt::Key_End ? m_model->shown() - 1 : 0));
            return;
        }
        break;
    default:
        break;
    }
    // Letters are shortcuts of the pane, not a search in the table.
    if (!event->text().isEmpty() && event->text().at(0).isPrint() && event->key() != Qt::Key_Space) {
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::contextMenuEvent(QContextMenuEvent* event)
{
    if (!m_model || m_rowActions.isEmpty())
        return;
    QModelIndex index = currentIndex();
    QPoint place = viewport()->mapToGlobal(visualRect(index).bottomLeft() + QPoint(24, 0));
    if (event->reason() == QContextMenuEvent::Mouse) {
        index = indexAt(viewport()->mapFromGlobal(event->globalPos()));
        place = event->globalPos();
        if (index.isValid() && !selectionModel()->isRowSelected(index.row(), {}))
            selectKey(m_model->keyAt(index.row()));
    }
    if (!index.isValid())
        return;
    noteCurrent();
    Q_EMIT menuAboutToShow();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    showToolTips(menu);
    for (const QPointer<QAction>& action : std::as_const(m_rowActions))
        if (action)
            menu->addAction(action);
    menu->popup(place);
}

void TableView::copySelection()
{
    if (!m_model)
        return;
    QStringList lines;
    QItemSelection ranges = selectionModel()->selection();
    std::sort(ranges.begin(), ranges.end(),
              [](const QItemSelectionRange& a, const QItemSelectionRange& b) { return a.top() < b.top(); });
    for (const QItemSelectionRange& range : std::as_const(ranges))
        for (int row = range.top(); row <= range.bottom(); ++row) {
            QStringList cells;
            for (int column = 0; column < m_model->columnCount(); ++column)
                if (!isColumnHidden(column))
                    cells.append(m_model->index(row, column).data(RowModelBase::CopyRole).toString());
            lines.append(cells.join(u'\t'));
        }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace kaptan::ui
