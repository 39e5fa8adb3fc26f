// The order of a RowModel: keys are made once, big tables are sorted by a worker.
#include "ui/common/row_model.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <cmath>

namespace kaptan::ui
{

namespace
{

/// Above this a sort takes longer than a part of a frame and goes to a worker.
constexpr size_t sortHere = 2000;

template <class Texts>
bool keyLess(double a, double b, const Texts& textA, const Texts& textB, const QString& keyA,
             const QString& keyB, Qt::SortOrder order)
{
    const bool descending = order == Qt::DescendingOrder;
    if (a != b)
        return descending ? b < a : a < b;
    if (textA && textB) {
        const int compared = textA->compare(*textB);
        if (compared != 0)
            return descending ? compared > 0 : compared < 0;
    } else if (bool(textA) != bool(textB)) {
        return descending ? bool(textA) : bool(textB);
    }
    return keyA < keyB; // equal ones never change places
}

} // namespace

/// What a worker takes along, so that it shares nothing with the model.
struct RowModelBase::SortRun {
    QCollator collator;
    Qt::SortOrder order;
    std::vector<int> slots;
    std::vector<double> numbers; // by slot
    std::vector<QString> words;  // by slot
    std::vector<QString> keys;   // by slot
    std::vector<std::optional<QCollatorSortKey>> texts;
};

bool RowModelBase::storeSortKey(int slot)
{
    ++m_counters.sortKeys;
    const SortKey key = slotSortKey(slot, m_sortColumn);
    const double number = std::isnan(key.number) ? -1 : key.number; // NaN has no order
    std::optional<QCollatorSortKey> text;
    if (!key.text.isEmpty())
        text = m_collator.sortKey(key.text);
    auto& oldText = m_sortTexts[size_t(slot)];
    const bool same = m_sortNumbers[size_t(slot)] == number && bool(oldText) == bool(text) &&
                      (!text || oldText->compare(*text) == 0);
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
    return keyLess(m_sortNumbers[size_t(a)], m_sortNumbers[size_t(b)], m_sortTexts[size_t(a)],
                   m_sortTexts[size_t(b)], m_keys[size_t(a)], m_keys[size_t(b)], m_sortOrder);
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
    run->keys = m_keys;
    run->numbers.resize(m_keys.size());
    run->words.resize(m_keys.size());
    run->texts.resize(m_keys.size());
    for (const int slot : m_order) {
        ++m_counters.sortKeys;
        SortKey key = slotSortKey(slot, m_sortColumn);
        run->numbers[size_t(slot)] = std::isnan(key.number) ? -1 : key.number;
        run->words[size_t(slot)] = std::move(key.text);
    }
    m_sorting = true;
    m_changedWhileSorting = false;
    const int number = ++m_sortRun;
    QThreadPool::globalInstance()->start([run, number, model = QPointer<RowModelBase>(this)] {
        for (const int slot : run->slots)
            if (!run->words[size_t(slot)].isEmpty())
                run->texts[size_t(slot)] = run->collator.sortKey(run->words[size_t(slot)]);
        const auto less = [&](int a, int b) {
            return keyLess(run->numbers[size_t(a)], run->numbers[size_t(b)], run->texts[size_t(a)],
                           run->texts[size_t(b)], run->keys[size_t(a)], run->keys[size_t(b)], run->order);
        };
        std::sort(run->slots.begin(), run->slots.end(), less);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [run, number, model] {
                if (!model || model->m_sortRun != number)
                    return;
                model->m_sorting = false;
                if (model->m_changedWhileSorting) { // rows came or went: once more, with them
                    model->resort();
                    return;
                }
                model->m_sortNumbers = std::move(run->numbers);
                model->m_sortTexts = std::move(run->texts);
                model->applyOrder(std::move(run->slots));
            },
            Qt::QueuedConnection);
    });
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
