#pragma once

#include "ui/common/cell.h"

#include <QAbstractTableModel>
#include <QCollator>
#include <QHash>
#include <QLocale>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace kaptan::ui
{

/// One column as a model declares it. Its title is asked for each time (it follows the language).
struct Column {
    QString id; ///< "memory"; for settings and tests, never translated
    CellKind kind = CellKind::Text;
    int width = 96;       ///< pixels wanted at the base font
    bool stretch = false; ///< takes what is left; give it to one column
    /// 0 always stays; the highest are hidden first where the table is too narrow.
    int hideOrder = 0;
    bool sortable = true;
    bool descendingFirst = false; ///< the first click sorts from the largest
};

/// What a row is sorted by in one column: first the number, then the text (by the locale's rules).
struct SortKey {
    double number = 0;
    QString text;
    /// Of what compareRows() compares, where that decides: another one tells that a row may belong elsewhere.
    quint32 stamp = 0;
};

/// Makes sort keys on a worker: shares with the model only what never changes.
struct SortSource {
    std::function<SortKey(int slot)> key;
    /// As the model's compareRows(); may be empty.
    std::function<int(int a, int b)> compareRows;
    /// By the rows' keys: negative, 0, positive.
    std::function<int(int a, int b)> compareKeys;
};

/// The part of RowModel that does not know the row's type: order, visible rows, filter, sort, batches.
///
/// Rows live in slots that never move; `order` holds the slots as sorted, `visible` those that pass the
/// filter. While data streams in, rows keep their place: a changed sort key only marks the order as old
/// (see needsResort()), new rows go to where they belong. One dataChanged a tick at most.
///
/// Big tables are sorted by a worker and filtered in slices of a few milliseconds, between which the event
/// loop runs: sort() and setFilter() then return before it is done.
class RowModelBase : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { KeyRole = Qt::UserRole + 1, CopyRole };

    explicit RowModelBase(QVector<Column> columns, QObject* parent = nullptr);

    const QVector<Column>& columns() const { return m_columns; }

    /// Translated at call time.
    virtual QString columnTitle(int column) const = 0;

    virtual QString columnToolTip(int) const { return {}; }

    /// The column says something here; the others are hidden. A model tells of a change by
    /// headerDataChanged().
    virtual bool hasColumn(int) const { return true; }

    /// What is shown; texts are made safe on the way (plainLine).
    Cell cellAt(int row, int column) const;
    QString keyAt(int row) const;        ///< empty outside
    int rowOf(const QString& key) const; ///< -1 where unknown or filtered out

    int total() const { return int(m_order.size()); } ///< all rows, filtered out ones included

    int shown() const { return int(m_visible.size()); }

    /// Every blank-separated word must occur in a row's haystack; case by the user's locale.
    void setFilter(const QString& text);

    QString filter() const { return m_filter; }

    /// Asks accepts() of every row again (an extra filter changed).
    void refilter();

    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    int sortColumn() const { return m_sortColumn; }

    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    /// Sort keys changed since the last sort. The table view resorts when nobody points at it.
    bool needsResort() const { return m_needsResort; }

    void resort();

    /// The locale of folding and order changed.
    void setLocale(const QLocale& locale);
    /// Titles and cells follow a new language.
    void retranslate();
    /// Sends what waits for the next tick now.
    void flush();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// How often rows were looked at, for tests and the bench.
    struct Counters {
        qint64 filtered = 0; ///< haystacks searched
        qint64 sortKeys = 0; ///< sort keys made
        qint64 resets = 0;
        qint64 dataChanged = 0;
    };

    const Counters& counters() const { return m_counters; }

Q_SIGNALS:
    /// total() or shown() changed.
    void countsChanged();
    /// needsResort() became true.
    void resortNeeded();
    /// Around a change that resets the view; the table view keeps selection and scroll position by key.
    void aboutToRefill();
    void refilled();

protected:
    virtual Cell slotCell(int slot, int column) const = 0;
    virtual QString slotHaystack(int slot) const = 0;
    virtual SortKey slotSortKey(int slot, int column) const = 0;
    virtual bool slotAccepted(int slot) const = 0;
    /// Every word (folded) occurs in it. A model of very many rows looks in the rows themselves, and has no
    /// haystacks.
    virtual bool slotMatches(int slot, const QStringList& words) const;

    /// For a model of very many rows, whose sort keys all together take longer than a frame.
    virtual std::optional<SortSource> sortSource(int) const { return {}; }

    /// Compares what the sort keys of the sorted column leave equal: negative, 0, positive. A model of very
    /// many rows looks in the rows themselves, and keeps no texts to sort by.
    virtual int compareRows(int, int) const { return 0; }

    int slotOf(const QString& key) const { return m_slots.value(key, -1); }

    int slotAtRow(int row) const;

    /// One pass: `added` slots are new (their rows are stored already), `changed` have a new row, `removed`
    /// go unless they are in one of the others.
    void commit(const std::vector<int>& added, const std::vector<int>& changed,
                const std::vector<int>& removed);
    /// All is new.
    void refill();
    /// Ends what it holds on a worker: to free a hundred thousand rows takes longer than a frame.
    static void freeElsewhere(std::function<void()> holder);
    int makeSlot(const QString& key); ///< a free or new slot for the key
    void dropAll();

    int slotCount() const { return int(m_keys.size()); } ///< free ones included

    const QString& keyOfSlot(int slot) const { return m_keys[size_t(slot)]; }

    /// Cells of this slot changed, without its sort key or haystack.
    void touchSlot(int slot);

private:
    struct SortRun; // one sort in a worker

    /// One filter over a big table.
    struct FilterRun {
        std::vector<int> slots;
        size_t next = 0;
        std::vector<char> verdicts; ///< by slot
        bool judged = false;        ///< all of them
    };

    bool passes(int slot);
    QString fold(const QString& text) const;
    void indexSlot(int slot);
    bool storeSortKey(int slot);
    bool lessThan(int a, int b) const;
    void computeSortKeys();
    void startWorkerSort();
    void takeSorted(SortRun& run);
    void applyOrder(std::vector<int> order);
    std::vector<int> merged(const std::vector<int>& order, const std::vector<int>& sorted) const;
    void mergeIntoOrder(std::vector<int>& added);
    void rebuildVisible();
    void refillVisible(bool onlyVisible);
    void filterSlice();
    void showOnly(std::vector<int> visible);
    bool judge(int slot);
    void renumber(size_t from = 0);
    void insertVisible(std::vector<int>& slots);
    void removeVisible(const std::vector<int>& slots);
    void forget(const std::vector<int>& slots);
    void markDirty(int slot);
    void markUnsorted();

    QVector<Column> m_columns;
    QLocale m_locale;
    QCollator m_collator;

    // by slot; a free slot has an empty key
    std::vector<QString> m_keys;
    std::vector<QString> m_haystacks; ///< folded
    std::vector<double> m_sortNumbers;
    std::vector<std::optional<QCollatorSortKey>> m_sortTexts;
    std::vector<quint32> m_sortStamps;
    QHash<QString, QCollatorSortKey> m_knownTexts; ///< few say the same in many rows: one key for all
    std::vector<int> m_rowOfSlot;                  ///< -1 where not visible
    std::vector<int> m_free;

    std::vector<int> m_order;   ///< slots, as sorted
    std::vector<int> m_visible; ///< slots, a subset in the same order
    QHash<QString, int> m_slots;

    QString m_filter;
    QStringList m_words;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_needsResort = false;
    int m_sortRun = 0;            ///< the worker sort that is waited for
    bool m_sorting = false;       ///< one is under way
    std::vector<int> m_meanwhile; ///< slots with a new row or sort key since it began
    std::optional<FilterRun> m_filterRun;
    QTimer m_slice;
    QTimer m_tick;
    std::vector<int> m_dirty;
    mutable Counters m_counters;
};

/// A table model of rows of one type, kept by key. Derive, declare the columns, say what a row shows.
template <class Row>
class RowModel : public RowModelBase
{
public:
    using RowModelBase::RowModelBase;

    /// Replaces everything.
    void setRows(QVector<Row> rows)
    {
        dropAll();
        m_rows.clear();
        for (Row& row : rows)
            store(row);
        refill();
    }

    /// New and changed rows, and keys that are gone, in one pass. The same key twice: the last one counts.
    void apply(QVector<Row> upserted, const QVector<QString>& removedKeys = {})
    {
        std::vector<int> added, changed, removed;
        for (const QString& key : removedKeys) {
            const int slot = slotOf(key);
            if (slot >= 0)
                removed.push_back(slot);
        }
        for (Row& row : upserted) {
            const int known = slotOf(keyOf(row));
            const int slot = store(row);
            (known < 0 ? added : changed).push_back(slot);
        }
        commit(added, changed, removed);
    }

    void upsert(QVector<Row> rows) { apply(std::move(rows)); }

    void remove(const QVector<QString>& keys) { apply({}, keys); }

    /// Cells of these rows changed (a new sample), but neither haystack nor, or not worth it, the sort key.
    void touch(const QVector<QString>& keys)
    {
        for (const QString& key : keys)
            if (const int slot = slotOf(key); slot >= 0)
                touchSlot(slot);
    }

    const Row* rowAt(int row) const
    {
        const int slot = slotAtRow(row);
        return slot < 0 ? nullptr : &m_rows[size_t(slot)];
    }

    /// Also where filtered out. Valid until the next change.
    const Row* find(const QString& key) const
    {
        const int slot = slotOf(key);
        return slot < 0 ? nullptr : &m_rows[size_t(slot)];
    }

    /// Every row there is, in no order.
    template <class Fn>
    void forEach(Fn fn) const
    {
        for (int slot = 0; slot < slotCount(); ++slot)
            if (!keyOfSlot(slot).isEmpty())
                fn(m_rows[size_t(slot)]);
    }

protected:
    virtual QString keyOf(const Row& row) const = 0; ///< unique, not empty, never changes
    virtual Cell cell(const Row& row, int column) const = 0;
    virtual SortKey sortKey(const Row& row, int column) const = 0;
    /// What the filter looks in; folded by the base.
    virtual QString haystack(const Row& row) const = 0;

    /// Extra filters (a state, a kind); call refilter() when they change.
    virtual bool accepts(const Row&) const { return true; }

    Cell slotCell(int slot, int column) const override { return cell(m_rows[size_t(slot)], column); }

    QString slotHaystack(int slot) const override { return haystack(m_rows[size_t(slot)]); }

    SortKey slotSortKey(int slot, int column) const override { return sortKey(m_rows[size_t(slot)], column); }

    bool slotAccepted(int slot) const override { return accepts(m_rows[size_t(slot)]); }

private:
    int store(Row& row)
    {
        const int slot = makeSlot(keyOf(row));
        if (size_t(slot) >= m_rows.size())
            m_rows.resize(size_t(slot) + 1);
        m_rows[size_t(slot)] = std::move(row);
        return slot;
    }

    std::vector<Row> m_rows; ///< by slot
};

} // namespace kaptan::ui
