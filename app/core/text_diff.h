#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

/// What differs between two texts, line by line and word by word.
namespace kaptan
{

/// A run of lines that differs: `oldCount` lines from `oldStart` became `newCount` from `newStart`; one of
/// the counts may be 0. Lines count from 0.
struct DiffHunk {
    qsizetype oldStart = 0, oldCount = 0;
    qsizetype newStart = 0, newCount = 0;
    bool operator==(const DiffHunk&) const = default;
};

/// The hunks that make `after` out of `before`, in order, with at least one equal line between two. As few
/// lines as possible (E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986, in linear space)
/// while that costs no more than `steps`; what is left then is told as one run that differs: right, but not
/// the smallest.
QVector<DiffHunk> diffLines(const QStringList& before, const QStringList& after, qint64 steps = 20'000'000);

/// A part of one line, in UTF-16 units.
struct TextSpan {
    qsizetype start = 0, length = 0;
    bool operator==(const TextSpan&) const = default;
};

/// The words that differ between two lines. Both empty where the lines have too little in common to be
/// compared: then all of them is new.
struct WordDiff {
    QVector<TextSpan> before, after;
};

WordDiff diffWords(const QString& before, const QString& after);

/// The lines of a text without their ends; the line end at the end of the text makes no line of its own.
QStringList textLines(const QString& text);

} // namespace kaptan
