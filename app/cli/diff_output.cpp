#include "app/cli/diff_output.h"

#include "app/cli/get_output.h"
#include "app/cli/text.h"
#include "app/core/text_diff.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

constexpr qsizetype around = 3; ///< lines of context

/// Hunks whose contexts touch are one.
struct Group {
    qsizetype first = 0, last = 0; ///< of the hunks
};

QVector<Group> grouped(const QVector<DiffHunk>& hunks)
{
    QVector<Group> groups;
    for (qsizetype i = 0; i < hunks.size(); ++i) {
        const bool near =
            i > 0 &&
            hunks.at(i).oldStart - (hunks.at(i - 1).oldStart + hunks.at(i - 1).oldCount) <= 2 * around;
        if (near)
            groups.last().last = i;
        else
            groups.append({i, i});
    }
    return groups;
}

/// "12,7": lines count from 1, and where there is none the line before is named.
QString range(qsizetype start, qsizetype count)
{
    const QString from = QString::number(count == 0 ? start : start + 1);
    return count == 1 ? from : from + u',' + QString::number(count);
}

struct Printer {
    bool colours;
    QString text;

    void line(const QString& mark, const QString& content, const char* colour)
    {
        const QString shown = mark + plain(content);
        if (colours && colour)
            text += u"\x1b["_s + QLatin1String(colour) + u'm' + shown + u"\x1b[m\n"_s;
        else
            text += shown + u'\n';
    }
};

} // namespace

QString unifiedDiff(const QString& before, const QString& after, const QString& beforeName,
                    const QString& afterName, bool colours)
{
    const QStringList old = textLines(before), now = textLines(after);
    const QVector<DiffHunk> hunks = diffLines(old, now);
    if (hunks.isEmpty())
        return {};
    Printer out{colours, {}};
    out.line(u"--- "_s, beforeName, "1");
    out.line(u"+++ "_s, afterName, "1");
    for (const Group& group : grouped(hunks)) {
        const DiffHunk& first = hunks.at(group.first);
        const DiffHunk& last = hunks.at(group.last);
        const qsizetype lead = std::min(around, std::min(first.oldStart, first.newStart));
        const qsizetype oldEnd = last.oldStart + last.oldCount;
        const qsizetype tail = std::min(around, old.size() - oldEnd);
        const qsizetype oldFrom = first.oldStart - lead, newFrom = first.newStart - lead;
        out.line({},
                 u"@@ -%1 +%2 @@"_s.arg(range(oldFrom, oldEnd + tail - oldFrom),
                                        range(newFrom, last.newStart + last.newCount + tail - newFrom)),
                 "36");
        qsizetype at = oldFrom;
        for (qsizetype i = group.first; i <= group.last; ++i) {
            const DiffHunk& hunk = hunks.at(i);
            for (; at < hunk.oldStart; ++at)
                out.line(u" "_s, old.at(at), nullptr);
            for (; at < hunk.oldStart + hunk.oldCount; ++at)
                out.line(u"-"_s, old.at(at), "31");
            for (qsizetype j = hunk.newStart; j < hunk.newStart + hunk.newCount; ++j)
                out.line(u"+"_s, now.at(j), "32");
        }
        for (; at < oldEnd + tail; ++at)
            out.line(u" "_s, old.at(at), nullptr);
    }
    return out.text;
}

QPair<QJsonObject, QJsonObject> hiddenPair(QJsonObject before, QJsonObject after)
{
    const QJsonObject wasData = before.value(u"data"_s).toObject(),
                      isData = after.value(u"data"_s).toObject();
    const QPair<QJsonObject, QJsonObject> hidden{withoutSecrets(before), withoutSecrets(after)};
    if (!isSecret(before) || !isSecret(after))
        return hidden;
    before = hidden.first;
    after = hidden.second;
    QJsonObject old = before.value(u"data"_s).toObject(), now = after.value(u"data"_s).toObject();
    for (const QString& key : wasData.keys())
        if (isData.contains(key) && isData.value(key) != wasData.value(key)) {
            old.insert(key, u"<hidden, before>"_s);
            now.insert(key, u"<hidden, after>"_s);
        }
    if (!old.isEmpty())
        before.insert(u"data"_s, old);
    if (!now.isEmpty())
        after.insert(u"data"_s, now);
    return {before, after};
}

} // namespace kaptan::cli
