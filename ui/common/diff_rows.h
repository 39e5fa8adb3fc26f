#pragma once

#include "app/core/text_diff.h"

#include <QHash>
#include <QSet>
#include <QVector>

namespace kaptan::ui
{

/// Two texts compared; everything that a view of them needs. Made in a worker.
struct TextCompare {
    QStringList before, after;
    QVector<DiffHunk> hunks;
    QHash<qsizetype, QVector<TextSpan>> oldWords, newWords; ///< by line; lines without differ whole
    qsizetype added = 0, removed = 0;                       ///< lines

    static TextCompare of(const QString& before, const QString& after);
};

/// One row of a view. Lines count from 0; -1: none on this side.
struct DiffRow {
    enum class Kind {
        Same,
        Changed, ///< side by side: both lines or one; unified: one of them
        Fold     ///< `count` equal lines are not shown
    };
    Kind kind = Kind::Same;
    qsizetype oldLine = -1, newLine = -1;
    qsizetype count = 0;
    bool operator==(const DiffRow&) const = default;
};

struct DiffLayout {
    bool sideBySide = false;
    qsizetype context = 3;
    QSet<qsizetype> unfolded;  ///< old lines at which folds began that were opened
    qsizetype mostRows = 5000; ///< behind them everything is folded
};

QVector<DiffRow> diffRows(const TextCompare& compare, const DiffLayout& layout);

/// As `diff -u` writes it, with these names; empty where nothing differs.
QString unifiedDiff(const TextCompare& compare, const QString& beforeName, const QString& afterName);

} // namespace kaptan::ui
