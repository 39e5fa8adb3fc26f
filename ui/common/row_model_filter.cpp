// The filter of a RowModel: at once in small tables, in slices in big ones.
#include "ui/common/plain_text.h"
#include "ui/common/row_model.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace kaptan::ui
{

namespace
{

/// More rows than this are not all looked at in one turn of the event loop.
constexpr size_t filterHere = 20'000;
constexpr qint64 sliceNs = 4'000'000;
constexpr size_t betweenLooks = 128; ///< rows between two looks at the clock

} // namespace

QString RowModelBase::fold(const QString& text) const
{
    return foldForSearch(text, m_locale);
}

bool RowModelBase::slotMatches(int slot, const QStringList& words) const
{
    const QString& haystack = m_haystacks[size_t(slot)];
    return std::all_of(words.cbegin(), words.cend(),
                       [&](const QString& word) { return haystack.contains(word); });
}

bool RowModelBase::passes(int slot)
{
    if (!slotAccepted(slot))
        return false;
    if (m_words.isEmpty())
        return true;
    ++m_counters.filtered;
    return slotMatches(slot, m_words);
}

bool RowModelBase::judge(int slot)
{
    const bool wanted = passes(slot);
    if (m_filterRun) {
        if (m_filterRun->verdicts.size() <= size_t(slot))
            m_filterRun->verdicts.resize(m_keys.size(), 0);
        m_filterRun->verdicts[size_t(slot)] = wanted;
    }
    return wanted;
}

void RowModelBase::setFilter(const QString& text)
{
    const QString folded = fold(text);
    const QString before = fold(m_filter);
    m_filter = text;
    const QStringList words = folded.split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    // While typing goes on, what was hidden stays hidden: only what is visible is looked at.
    refillVisible(folded.startsWith(before));
}

void RowModelBase::refilter()
{
    refillVisible(false);
}

void RowModelBase::refillVisible(bool onlyVisible)
{
    // What is visible is what the last filter left, once it has come to its end.
    const std::vector<int>& slots = onlyVisible && !m_filterRun ? m_visible : m_order;
    if (slots.size() > filterHere) {
        m_filterRun = FilterRun{slots, 0, std::vector<char>(m_keys.size(), 0), false};
        m_slice.start();
        return;
    }
    m_filterRun.reset();
    std::vector<int> visible;
    visible.reserve(slots.size());
    for (const int slot : slots)
        if (passes(slot))
            visible.push_back(slot);
    showOnly(std::move(visible));
}

void RowModelBase::filterSlice()
{
    if (!m_filterRun)
        return;
    QElapsedTimer timer;
    timer.start();
    FilterRun& run = *m_filterRun;
    while (run.next < run.slots.size()) {
        const size_t end = std::min(run.next + betweenLooks, run.slots.size());
        for (; run.next < end; ++run.next) {
            const int slot = run.slots[run.next];
            if (!m_keys[size_t(slot)].isEmpty()) // it may have gone since
                run.verdicts[size_t(slot)] = passes(slot);
        }
        if (timer.nsecsElapsed() > sliceNs && run.next < run.slots.size()) {
            m_slice.start();
            return;
        }
    }
    // A turn of its own for the view: the slice may have used much of this one.
    if (!std::exchange(run.judged, true)) {
        m_slice.start();
        return;
    }
    std::vector<int> visible;
    visible.reserve(m_order.size());
    for (const int slot : m_order)
        if (run.verdicts[size_t(slot)])
            visible.push_back(slot);
    m_filterRun.reset();
    showOnly(std::move(visible));
}

void RowModelBase::showOnly(std::vector<int> visible)
{
    if (visible == m_visible)
        return;
    Q_EMIT aboutToRefill();
    beginResetModel();
    ++m_counters.resets;
    m_visible = std::move(visible);
    renumber();
    endResetModel();
    Q_EMIT refilled();
    Q_EMIT countsChanged();
}

} // namespace kaptan::ui
