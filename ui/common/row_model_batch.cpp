// A batch of changes to a RowModel, told to its views in runs of rows.
#include "ui/common/row_model.h"

#include <algorithm>
#include <utility>

namespace kaptan::ui
{

/// More separate places than this are sent as one reset: views do work for each, the more the bigger they
/// are.
static size_t mostRuns(size_t rows)
{
    return rows > 20'000 ? 4 : 64;
}

void RowModelBase::commit(const std::vector<int>& added, const std::vector<int>& changed,
                          const std::vector<int>& removed)
{
    const int totalBefore = total();
    const int shownBefore = shown();
    std::vector<char> role(m_keys.size(), 0); // 1 added, 2 changed, 3 removed
    std::vector<int> fresh, altered, gone, appearing, vanishing;
    for (const int slot : added)
        if (!std::exchange(role[size_t(slot)], 1))
            fresh.push_back(slot);
    for (const int slot : changed)
        if (!std::exchange(role[size_t(slot)], role[size_t(slot)] ? role[size_t(slot)] : 2))
            altered.push_back(slot);
    for (const int slot : removed)
        if (!std::exchange(role[size_t(slot)], role[size_t(slot)] ? role[size_t(slot)] : 3))
            gone.push_back(slot);

    for (const int slot : altered) {
        indexSlot(slot);
        if (storeSortKey(slot)) {
            markUnsorted();
            if (m_sorting)
                m_meanwhile.push_back(slot);
        }
        const bool visible = m_rowOfSlot[size_t(slot)] >= 0;
        const bool wanted = judge(slot);
        if (visible && !wanted)
            vanishing.push_back(slot);
        else if (!visible && wanted)
            appearing.push_back(slot);
        else if (visible)
            markDirty(slot);
    }
    for (const int slot : gone)
        if (m_rowOfSlot[size_t(slot)] >= 0)
            vanishing.push_back(slot);
    for (const int slot : fresh) {
        indexSlot(slot);
        storeSortKey(slot);
        if (judge(slot))
            appearing.push_back(slot);
    }
    if (fresh.empty() && gone.empty() && appearing.empty() && vanishing.empty())
        return;
    if (m_sorting)
        m_meanwhile.insert(m_meanwhile.end(), fresh.cbegin(), fresh.cend());

    removeVisible(vanishing);
    if (!gone.empty()) {
        std::erase_if(m_order, [&](int slot) { return role[size_t(slot)] == 3; });
        forget(gone);
    }
    if (!fresh.empty())
        mergeIntoOrder(fresh);
    insertVisible(appearing);
    if (total() != totalBefore || shown() != shownBefore)
        Q_EMIT countsChanged();
}

std::vector<int> RowModelBase::merged(const std::vector<int>& order, const std::vector<int>& sorted) const
{
    // Where each belongs by a binary search; the rows that are there are not moved, even where the order has
    // aged since the last sort.
    const auto less = [this](int a, int b) { return lessThan(a, b); };
    std::vector<int> all;
    all.reserve(order.size() + sorted.size());
    auto from = order.cbegin();
    for (const int slot : sorted) {
        const auto to = std::upper_bound(from, order.cend(), slot, less);
        all.insert(all.end(), from, to);
        all.push_back(slot);
        from = to;
    }
    all.insert(all.end(), from, order.cend());
    return all;
}

void RowModelBase::mergeIntoOrder(std::vector<int>& added)
{
    std::sort(added.begin(), added.end(), [this](int a, int b) { return lessThan(a, b); });
    m_order = merged(m_order, added);
}

void RowModelBase::removeVisible(const std::vector<int>& vanishing)
{
    if (vanishing.empty())
        return;
    std::vector<int> rows;
    rows.reserve(vanishing.size());
    for (const int slot : vanishing)
        rows.push_back(m_rowOfSlot[size_t(slot)]);
    std::sort(rows.begin(), rows.end());
    size_t runs = 1;
    for (size_t i = 1; i < rows.size(); ++i)
        runs += rows[i] != rows[i - 1] + 1;

    if (runs > mostRuns(m_visible.size())) {
        Q_EMIT aboutToRefill();
        beginResetModel();
        ++m_counters.resets;
        for (const int row : rows)
            m_visible[size_t(row)] = -1;
        std::erase(m_visible, -1);
        renumber();
        endResetModel();
        Q_EMIT refilled();
        return;
    }
    for (size_t end = rows.size(); end > 0;) {
        size_t begin = end - 1;
        while (begin > 0 && rows[begin - 1] == rows[begin] - 1)
            --begin;
        const int first = rows[begin];
        const int last = rows[end - 1];
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            m_rowOfSlot[size_t(m_visible[size_t(row)])] = -1;
        m_visible.erase(m_visible.begin() + first, m_visible.begin() + last + 1);
        for (size_t row = size_t(first); row < m_visible.size(); ++row)
            m_rowOfSlot[size_t(m_visible[row])] = int(row);
        endRemoveRows();
        end = begin;
    }
}

void RowModelBase::insertVisible(std::vector<int>& appearing)
{
    if (appearing.empty())
        return;
    std::vector<int> place(m_keys.size(), -1);
    for (size_t i = 0; i < m_order.size(); ++i)
        place[size_t(m_order[i])] = int(i);
    const auto byPlace = [&](int a, int b) { return place[size_t(a)] < place[size_t(b)]; };
    std::sort(appearing.begin(), appearing.end(), byPlace);

    struct Run {
        size_t gap; // row before which it goes, as the rows are now
        size_t begin, end;
    };

    std::vector<Run> runs;
    for (size_t i = 0; i < appearing.size(); ++i) {
        const size_t gap =
            size_t(std::lower_bound(m_visible.cbegin(), m_visible.cend(), appearing[i], byPlace) -
                   m_visible.cbegin());
        if (!runs.empty() && runs.back().gap == gap)
            runs.back().end = i + 1;
        else
            runs.push_back({gap, i, i + 1});
    }

    if (runs.size() > mostRuns(m_visible.size()) || m_visible.empty()) {
        Q_EMIT aboutToRefill();
        beginResetModel();
        ++m_counters.resets;
        std::vector<int> merged(m_visible.size() + appearing.size());
        std::merge(m_visible.cbegin(), m_visible.cend(), appearing.cbegin(), appearing.cend(), merged.begin(),
                   byPlace);
        m_visible = std::move(merged);
        renumber();
        endResetModel();
        Q_EMIT refilled();
        return;
    }
    for (auto run = runs.crbegin(); run != runs.crend(); ++run) {
        beginInsertRows({}, int(run->gap), int(run->gap + (run->end - run->begin)) - 1);
        m_visible.insert(m_visible.begin() + qptrdiff(run->gap), appearing.begin() + qptrdiff(run->begin),
                         appearing.begin() + qptrdiff(run->end));
        for (size_t row = run->gap; row < m_visible.size(); ++row)
            m_rowOfSlot[size_t(m_visible[row])] = int(row);
        endInsertRows();
    }
}

} // namespace kaptan::ui
