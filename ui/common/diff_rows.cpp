#include "ui/common/diff_rows.h"

#include <algorithm>

namespace kaptan::ui
{

namespace
{

/// So few hidden lines are not worth a fold.
constexpr qsizetype leastFold = 4;

} // namespace

TextCompare TextCompare::of(const QString& before, const QString& after)
{
    TextCompare compare;
    compare.before = textLines(before);
    compare.after = textLines(after);
    compare.hunks = diffLines(compare.before, compare.after);
    for (const DiffHunk& hunk : std::as_const(compare.hunks)) {
        compare.removed += hunk.oldCount;
        compare.added += hunk.newCount;
        if (hunk.oldCount != hunk.newCount && std::max(hunk.oldCount, hunk.newCount) > 50)
            continue;
        for (qsizetype i = 0; i < std::min(hunk.oldCount, hunk.newCount); ++i) {
            WordDiff words = diffWords(compare.before[hunk.oldStart + i], compare.after[hunk.newStart + i]);
            if (!words.before.isEmpty())
                compare.oldWords.insert(hunk.oldStart + i, std::move(words.before));
            if (!words.after.isEmpty())
                compare.newWords.insert(hunk.newStart + i, std::move(words.after));
        }
    }
    return compare;
}

QVector<DiffRow> diffRows(const TextCompare& compare, const DiffLayout& layout)
{
    QVector<DiffRow> rows;
    const auto same = [&rows](qsizetype oldLine, qsizetype newLine, qsizetype count) {
        for (qsizetype i = 0; i < count; ++i)
            rows.append({DiffRow::Kind::Same, oldLine + i, newLine + i, 0});
    };
    const qsizetype hunkCount = compare.hunks.size();
    qsizetype i = 0, j = 0;
    for (qsizetype h = 0; h <= hunkCount; ++h) {
        const bool end = h == hunkCount;
        const qsizetype until = end ? compare.before.size() : compare.hunks[h].oldStart;
        const qsizetype equal = until - i;
        const qsizetype head = h == 0 ? 0 : std::min(layout.context, equal);
        const qsizetype tail = end ? 0 : std::min(layout.context, equal - head);
        const qsizetype hidden = equal - head - tail;
        if (hidden < leastFold || layout.unfolded.contains(i + head)) {
            same(i, j, equal);
        } else {
            same(i, j, head);
            rows.append({DiffRow::Kind::Fold, i + head, j + head, hidden});
            same(i + head + hidden, j + head + hidden, tail);
        }
        i += equal;
        j += equal;
        if (end)
            break;
        const DiffHunk& hunk = compare.hunks[h];
        if (layout.sideBySide) {
            for (qsizetype k = 0; k < std::max(hunk.oldCount, hunk.newCount); ++k)
                rows.append({DiffRow::Kind::Changed, k < hunk.oldCount ? i + k : -1,
                             k < hunk.newCount ? j + k : -1, 0});
        } else {
            for (qsizetype k = 0; k < hunk.oldCount; ++k)
                rows.append({DiffRow::Kind::Changed, i + k, -1, 0});
            for (qsizetype k = 0; k < hunk.newCount; ++k)
                rows.append({DiffRow::Kind::Changed, -1, j + k, 0});
        }
        i += hunk.oldCount;
        j += hunk.newCount;
    }
    if (rows.size() > layout.mostRows) {
        const qsizetype rest = rows.size() - layout.mostRows;
        rows.resize(layout.mostRows);
        rows.append({DiffRow::Kind::Fold, -1, -1, rest});
    }
    return rows;
}

QString unifiedDiff(const TextCompare& compare, const QString& beforeName, const QString& afterName)
{
    if (compare.hunks.isEmpty())
        return {};
    constexpr qsizetype context = 3;
    QString text = QStringLiteral("--- ") + beforeName + QStringLiteral("\n+++ ") + afterName + u'\n';
    const qsizetype count = compare.hunks.size();
    for (qsizetype first = 0; first < count;) {
        qsizetype last = first;
        while (last + 1 < count && compare.hunks[last + 1].oldStart -
                                           (compare.hunks[last].oldStart + compare.hunks[last].oldCount) <=
                                       2 * context)
            ++last;
        const DiffHunk& from = compare.hunks[first];
        const DiffHunk& to = compare.hunks[last];
        const qsizetype lead = std::min(context, from.oldStart);
        const qsizetype toOld = to.oldStart + to.oldCount, toNew = to.newStart + to.newCount;
        const qsizetype trail = std::min(context, compare.before.size() - toOld);
        const qsizetype oldStart = from.oldStart - lead, newStart = from.newStart - lead;
        const qsizetype oldCount = toOld + trail - oldStart, newCount = toNew + trail - newStart;
        text += QStringLiteral("@@ -%1,%2 +%3,%4 @@\n")
                    .arg(oldStart + (oldCount > 0 ? 1 : 0))
                    .arg(oldCount)
                    .arg(newStart + (newCount > 0 ? 1 : 0))
                    .arg(newCount);
        qsizetype at = oldStart;
        for (qsizetype h = first; h <= last; ++h) {
            const DiffHunk& hunk = compare.hunks[h];
            for (; at < hunk.oldStart; ++at)
                text += u' ' + compare.before[at] + u'\n';
            for (qsizetype k = 0; k < hunk.oldCount; ++k)
                text += u'-' + compare.before[hunk.oldStart + k] + u'\n';
            for (qsizetype k = 0; k < hunk.newCount; ++k)
                text += u'+' + compare.after[hunk.newStart + k] + u'\n';
            at = hunk.oldStart + hunk.oldCount;
        }
        for (; at < toOld + trail; ++at)
            text += u' ' + compare.before[at] + u'\n';
        first = last + 1;
    }
    return text;
}

} // namespace kaptan::ui
