// The order of a RowModel: keys are made once, big tables are sorted by a worker.
#include "ui/common/row_model.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace kaptan::ui
{

namespace
{

/// Above this a sort takes longer than a part of a frame and goes to a worker.
constexpr size_t sortHere = 2000;

/// `rows(a, b)` compares what numbers and texts leave equal; `tie(a, b)` decides between those that are equal
/// then, so that they never change places.
template <class Texts, class Rows, class Tie>
bool slotLess(int a, int b, const std::vector<double>& numbers, const Texts& texts, Qt::SortOrder order,
              Rows rows, Tie tie)
{
    const bool descending = order == Qt::DescendingOrder;
    const double numberA = numbers[size_t(a)];
    const double numberB = numbers[size_t(b)];
    if (numberA != numberB)
        return descending ? numberB < numberA : numberA < numberB;
    const auto& textA = texts[size_t(a)];
    const auto& textB = texts[size_t(b)];
    if (textA && textB) {
        const int compared = textA->compare(*textB);
        if (compared != 0)
            return descending ? compared > 0 : compared < 0;
    } else if (bool(textA) != bool(textB)) {
        return descending ? bool(textA) : bool(textB);
    }
    if (const int compared = rows(a, b))
        return descending ? compared > 0 : compared < 0;
    return tie(a, b) < 0;
}

/// A text that many rows say has one key, which they share.
QCollatorSortKey keyFor(const QString& text, const QCollator& collator,
                        QHash<QString, QCollatorSortKey>& known)
{
    constexpr qsizetype mostKnown = 256; // more are no repetitions any more
    if (const auto at = known.constFind(text); at != known.cend())
        return *at;
    QCollatorSortKey key = collator.sortKey(text);
    if (known.size() < mostKnown)
        known.insert(text, key);
    return key;
}

double orderable(double number)
{
    return std::isnan(number) ? -1 : number; // NaN has no order
}

} // namespace

/// What a worker takes along, so that it shares nothing with the model.
struct RowModelBase::SortRun {
    QCollator collator;
    Qt::SortOrder order;
    std::optional<SortSource> source; // else words and keys
    std::vector<int> slots;
    std::vector<double> numbers; // by slot
    std::vector<QString> words;  // by slot
    std::vector<QString> keys;   // by slot
    std::vector<std::optional<QCollatorSortKey>> texts;
    std::vector<quint32> stamps;

    void work()
    {
        QHash<QString, QCollatorSortKey> known;
        for (const int slot : slots) {
            if (source) {
                const SortKey key = source->key(slot);
                numbers[size_t(slot)] = orderable(key.number);
                stamps[size_t(slot)] = key.stamp;
                if (!key.text.isEmpty())
                    texts[size_t(slot)] = keyFor(key.text, collator, known);
            } else if (!words[size_t(slot)].isEmpty()) {
                texts[size_t(slot)] = keyFor(words[size_t(slot)], collator, known);
            }
        }
        const auto sortBy = [this](auto rows, auto tie) {
            std::sort(slots.begin(), slots.end(),
                      [&](int a, int b) { return slotLess(a, b, numbers, texts, order, rows, tie); });
        };
        const auto alike = [](int, int) { return 0; };
        if (source && source->compareRows)
            sortBy(std::cref(source->compareRows), std::cref(source->compareKeys));
        else if (source)
            sortBy(alike, std::cref(source->compareKeys));
        else
            sortBy(alike, [this](int a, int b) { return keys[size_t(a)].compare(keys[size_t(b)]); });
        source.reset();
    }
};

void RowModelBase::freeElsewhere(std::function<void()> holder)
{
    // By a pointer: a copy of the function would be a copy of all it holds.
    auto held = std::make_shared<std::function<void()>>(std::move(holder));
    QThreadPool::globalInstance()->start([held = std::move(held)]() mutable { held.reset(); });
}

bool RowModelBase::storeSortKey(int slot)
{
    ++m_counters.sortKeys;
    const SortKey key = slotSortKey(slot, m_sortColumn);
    const double number = orderable(key.number);
    std::optional<QCollatorSortKey> text;
    if (!key.text.isEmpty())
        text = keyFor(key.text, m_collator, m_knownTexts);
    auto& oldText = m_sortTexts[size_t(slot)];
    const bool same = m_sortNumbers[size_t(slot)] == number && bool(oldText) == bool(text) &&
                      (!text || oldText->compare(*text) == 0) && m_sortStamps[size_t(slot)] == key.stamp;
    m_sortStamps[size_t(slot)] = key.stamp;
    m_sortNumbers[size_t(slot)] = number;
    oldText = std::move(text);
    return !same;
}

void RowModelBase::computeSortKeys()
{
    for (const int slot : m_order)
        storeSortKey(slot);
}

bool RowModelBase::lessThan(int a, int b) const
{
    return slotLess(
        a, b, m_sortNumbers, m_sortTexts, m_sortOrder,
        [this](int one, int other) { return compareRows(one, other); },
        [this](int one, int other) { return m_keys[size_t(one)].compare(m_keys[size_t(other)]); });
}

void RowModelBase::markUnsorted()
{
    if (m_needsResort)
        return;
    m_needsResort = true;
    Q_EMIT resortNeeded();
}

void RowModelBase::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= m_columns.size())
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    resort();
}

void RowModelBase::resort()
{
    if (m_order.size() > sortHere) {
        startWorkerSort();
        return;
    }
    ++m_sortRun; // whatever a worker brings is too late
    m_sorting = false;
    computeSortKeys();
    std::vector<int> order = m_order;
    std::sort(order.begin(), order.end(), [this](int a, int b) { return lessThan(a, b); });
    applyOrder(std::move(order));
}

void RowModelBase::startWorkerSort()
{
    auto run = std::make_shared<SortRun>();
    run->collator = m_collator;
    run->order = m_sortOrder;
    run->slots = m_order;
    run->numbers.resize(m_keys.size());
    run->texts.resize(m_keys.size());
    run->stamps.resize(m_keys.size());
    run->source = sortSource(m_sortColumn);
    if (!run->source) {
        run->keys = m_keys;
        run->words.resize(m_keys.size());
        for (const int slot : m_order) {
            SortKey key = slotSortKey(slot, m_sortColumn);
            run->numbers[size_t(slot)] = orderable(key.number);
            run->stamps[size_t(slot)] = key.stamp;
            run->words[size_t(slot)] = std::move(key.text);
        }
    }
    m_counters.sortKeys += qint64(m_order.size());
    m_sorting = true;
    m_meanwhile.clear();
    const int number = ++m_sortRun;
    QThreadPool::globalInstance()->start([run, number, model = QPointer<RowModelBase>(this)]() mutable {
        run->work();
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [run = std::move(run), number, model]() mutable {
                if (model && model->m_sortRun == number)
                    model->takeSorted(*run);
                freeElsewhere([run = std::move(run)] {});
            },
            Qt::QueuedConnection);
    });
}

void RowModelBase::takeSorted(SortRun& run)
{
    // What came or changed meanwhile has its new sort key already, and goes to its place by it.
    run.numbers.resize(m_keys.size());
    run.texts.resize(m_keys.size());
    run.stamps.resize(m_keys.size());
    std::vector<char> isLater(m_keys.size(), 0);
    std::vector<int> later;
    for (const int slot : std::exchange(m_meanwhile, {})) {
        if (std::exchange(isLater[size_t(slot)], 1))
            continue;
        run.numbers[size_t(slot)] = m_sortNumbers[size_t(slot)];
        run.texts[size_t(slot)] = std::move(m_sortTexts[size_t(slot)]);
        run.stamps[size_t(slot)] = m_sortStamps[size_t(slot)];
        if (!m_keys[size_t(slot)].isEmpty())
            later.push_back(slot);
    }
    std::swap(m_sortNumbers, run.numbers);
    std::swap(m_sortTexts, run.texts);
    std::swap(m_sortStamps, run.stamps);
    std::erase_if(run.slots,
                  [&](int slot) { return isLater[size_t(slot)] || m_keys[size_t(slot)].isEmpty(); });
    m_sorting = false;
    std::sort(later.begin(), later.end(), [this](int a, int b) { return lessThan(a, b); });
    applyOrder(merged(run.slots, later));
}

void RowModelBase::applyOrder(std::vector<int> order)
{
    m_needsResort = false;
    if (order == m_order)
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const std::vector<int> before = m_visible;
    const QModelIndexList persistent = persistentIndexList();
    m_order = std::move(order);
    m_visible.clear();
    for (const int slot : m_order)
        if (m_rowOfSlot[size_t(slot)] >= 0)
            m_visible.push_back(slot);
    renumber();
    QModelIndexList moved;
    moved.reserve(persistent.size());
    for (const QModelIndex& old : persistent)
        moved.append(index(m_rowOfSlot[size_t(before[size_t(old.row())])], old.column()));
    changePersistentIndexList(persistent, moved);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace kaptan::ui
