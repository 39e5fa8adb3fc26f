#include "ui/common/row_model.h"

#include "ui/common/plain_text.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace kaptan::ui
{

namespace
{

/// Text in a cell beyond this is never seen; eliding ten thousand characters on every paint would cost.
constexpr int cellLimit = 400;
constexpr int tickMs = 16;

} // namespace

RowModelBase::RowModelBase(QVector<Column> columns, QObject* parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns)), m_collator(QLocale())
{
    m_collator.setNumericMode(true); // web-2 before web-10
    m_tick.setSingleShot(true);
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &RowModelBase::flush);
    m_slice.setSingleShot(true);
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &RowModelBase::filterSlice);
}

int RowModelBase::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : shown();
}

int RowModelBase::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

int RowModelBase::slotAtRow(int row) const
{
    return row >= 0 && row < shown() ? m_visible[size_t(row)] : -1;
}

QString RowModelBase::keyAt(int row) const
{
    const int slot = slotAtRow(row);
    return slot < 0 ? QString() : m_keys[size_t(slot)];
}

int RowModelBase::rowOf(const QString& key) const
{
    const int slot = slotOf(key);
    return slot < 0 ? -1 : m_rowOfSlot[size_t(slot)];
}

Cell RowModelBase::cellAt(int row, int column) const
{
    const int slot = slotAtRow(row);
    if (slot < 0 || column < 0 || column >= m_columns.size())
        return {};
    Cell cell = slotCell(slot, column);
    cell.text = plainLine(cell.text, cellLimit);
    return cell;
}

QVariant RowModelBase::data(const QModelIndex& index, int role) const
{
    const int slot = slotAtRow(index.row());
    if (!index.isValid() || slot < 0)
        return {};
    switch (role) {
    case KeyRole:
        return m_keys[size_t(slot)];
    case Qt::DisplayRole: {
        const Cell cell = cellAt(index.row(), index.column());
        return cell.unit.isEmpty() ? cell.text : cell.text + u' ' + cell.unit;
    }
    case Qt::ToolTipRole: {
        const QString tip = slotCell(slot, index.column()).toolTip;
        return tip.isEmpty() ? QVariant() : plainToolTip(tip);
    }
    case Qt::AccessibleTextRole:
    case CopyRole: {
        const Cell cell = slotCell(slot, index.column());
        if (!cell.copy.isEmpty())
            return plainLine(cell.copy);
        return plainLine(cell.unit.isEmpty() ? cell.text : cell.text + u' ' + cell.unit);
    }
    case Qt::TextAlignmentRole:
        return int((m_columns[index.column()].kind == CellKind::Number ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant RowModelBase::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    if (role == Qt::DisplayRole)
        return columnTitle(section);
    if (role == Qt::ToolTipRole)
        return columnToolTip(section);
    if (role == Qt::TextAlignmentRole)
        return int((m_columns[section].kind == CellKind::Number ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    return {};
}

// ---- language

void RowModelBase::setLocale(const QLocale& locale)
{
    m_locale = locale;
    m_collator = QCollator(locale);
    m_collator.setNumericMode(true);
    m_knownTexts.clear();
    for (const int slot : m_order)
        indexSlot(slot);
    m_words = fold(m_filter).split(u' ', Qt::SkipEmptyParts);
    refilter();
    resort();
}

void RowModelBase::retranslate()
{
    setLocale(QLocale());
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, int(m_columns.size()) - 1);
    if (shown() > 0)
        Q_EMIT dataChanged(index(0, 0), index(shown() - 1, int(m_columns.size()) - 1));
}

// ---- slots

int RowModelBase::makeSlot(const QString& key)
{
    const auto known = m_slots.constFind(key);
    if (known != m_slots.cend())
        return *known;
    int slot;
    if (m_free.empty()) {
        slot = int(m_keys.size());
        m_keys.emplace_back();
        m_haystacks.emplace_back();
        m_sortNumbers.push_back(0);
        m_sortTexts.emplace_back();
        m_sortStamps.push_back(0);
        m_rowOfSlot.push_back(-1);
    } else {
        slot = m_free.back();
        m_free.pop_back();
    }
    m_keys[size_t(slot)] = key;
    m_slots.insert(key, slot);
    return slot;
}

void RowModelBase::forget(const std::vector<int>& gone)
{
    for (const int slot : gone) {
        m_slots.remove(m_keys[size_t(slot)]);
        m_keys[size_t(slot)].clear();
        m_haystacks[size_t(slot)].clear();
        m_sortTexts[size_t(slot)].reset();
        m_rowOfSlot[size_t(slot)] = -1;
        m_free.push_back(slot);
    }
}

void RowModelBase::dropAll()
{
    Q_EMIT aboutToRefill();
    beginResetModel();
    ++m_counters.resets;
    m_filterRun.reset();
    ++m_sortRun; // whatever a worker brings is of rows that are gone
    m_sorting = false;
    m_meanwhile.clear();
    freeElsewhere([slots = std::exchange(m_slots, {}), keys = std::exchange(m_keys, {}),
                   haystacks = std::exchange(m_haystacks, {}), texts = std::exchange(m_sortTexts, {})] {});
    m_sortNumbers.clear();
    m_sortStamps.clear();
    m_knownTexts.clear();
    m_rowOfSlot.clear();
    m_free.clear();
    m_order.clear();
    m_visible.clear();
    m_dirty.clear();
}

void RowModelBase::refill()
{
    m_order.resize(m_keys.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    for (const int slot : m_order)
        indexSlot(slot);
    computeSortKeys();
    std::sort(m_order.begin(), m_order.end(), [this](int a, int b) { return lessThan(a, b); });
    m_needsResort = false;
    rebuildVisible();
    endResetModel();
    Q_EMIT refilled();
    Q_EMIT countsChanged();
}

void RowModelBase::indexSlot(int slot)
{
    m_haystacks[size_t(slot)] = fold(slotHaystack(slot));
}

void RowModelBase::rebuildVisible()
{
    m_visible.clear();
    for (const int slot : m_order)
        if (passes(slot))
            m_visible.push_back(slot);
    renumber();
}

void RowModelBase::renumber(size_t from)
{
    if (from == 0)
        std::fill(m_rowOfSlot.begin(), m_rowOfSlot.end(), -1);
    for (size_t row = from; row < m_visible.size(); ++row)
        m_rowOfSlot[size_t(m_visible[row])] = int(row);
}

// ---- ticks

void RowModelBase::touchSlot(int slot)
{
    if (storeSortKey(slot)) {
        markUnsorted();
        if (m_sorting)
            m_meanwhile.push_back(slot);
    }
    if (m_rowOfSlot[size_t(slot)] >= 0)
        markDirty(slot);
}

void RowModelBase::markDirty(int slot)
{
    m_dirty.push_back(slot);
    if (!m_tick.isActive())
        m_tick.start();
}

void RowModelBase::flush()
{
    m_tick.stop();
    int first = shown();
    int last = -1;
    for (const int slot : std::exchange(m_dirty, {})) {
        if (size_t(slot) >= m_rowOfSlot.size())
            continue;
        const int row = m_rowOfSlot[size_t(slot)];
        if (row < 0)
            continue;
        first = qMin(first, row);
        last = qMax(last, row);
    }
    if (last < 0)
        return;
    ++m_counters.dataChanged;
    Q_EMIT dataChanged(index(first, 0), index(last, int(m_columns.size()) - 1));
}

} // namespace kaptan::ui
