#include "ui/common/table_view.h"

#include "ui/common/delegates.h"
#include "ui/common/style.h"

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

QStringList TableView::selectedKeys() const
{
    QStringList keys;
    if (!m_model || !selectionModel())
        return keys;
    const QModelIndexList rows = selectionModel()->selectedRows();
    keys.reserve(rows.size());
    for (const QModelIndex& row : rows)
        keys.append(m_model->keyAt(row.row()));
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
    QItemSelection selection;
    const int lastColumn = m_model->columnCount() - 1;
    for (const QString& key : std::as_const(m_keptKeys))
        if (const int row = m_model->rowOf(key); row >= 0)
            selection.select(m_model->index(row, 0), m_model->index(row, lastColumn));
    if (!m_wantedKey.isEmpty() && m_model->rowOf(m_wantedKey) >= 0) {
        m_keptCurrent = std::exchange(m_wantedKey, {});
        const int row = m_model->rowOf(m_keptCurrent);
        selection.select(m_model->index(row, 0), m_model->index(row, lastColumn));
    }
    if (const int row = m_model->rowOf(m_keptCurrent); row >= 0)
        selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::NoUpdate);
    else if (!m_keptCurrent.isEmpty())
        m_wantedKey = m_keptCurrent; // filtered out; selected again when it returns
    if (!selection.isEmpty())
        selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (const int row = m_model->rowOf(m_topKey); row >= 0)
        scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtTop);
    m_restoring = false;
    const bool changed = selectedKeys() != m_keptKeys;
    noteCurrent();
    if (changed)
        Q_EMIT selectedKeysChanged();
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
    menu->setToolTipsVisible(true);
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
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(),
              [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    for (const QModelIndex& row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column)
            if (!isColumnHidden(column))
                cells.append(m_model->index(row.row(), column).data(RowModelBase::CopyRole).toString());
        lines.append(cells.join(u'\t'));
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace kaptan::ui
