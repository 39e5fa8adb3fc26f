#pragma once

#include "app/kube/manifest/yaml_tree.h"

/// Where the parts of a document end. Within this room.
namespace kaptan::kube
{

/// Behind the closing quote of what begins at `at`; -1 where none comes before `end`.
qsizetype quotedEnd(QStringView text, qsizetype at, qsizetype end);
/// Behind anchor and tag, blanks, line breaks and comments: where the content begins.
qsizetype skipProperties(QStringView text, qsizetype at, qsizetype end);
/// Over blanks, line breaks and comments.
qsizetype skipBlank(QStringView text, qsizetype at, qsizetype end);
/// A tab among the blanks before `at`, where nothing else stands before it on its line; else -1.
qsizetype tabBefore(QStringView text, qsizetype at, qsizetype from);

/// The end of the line that `at` stands in, before its line break.
qsizetype lineEnd(QStringView text, qsizetype at);
qsizetype lineStart(QStringView text, qsizetype at);
/// Nothing but blanks stands before it on its line.
bool isFirstOfLine(QStringView text, qsizetype at);

/// Of every node where its text begins and ends. Where a value is not written at all ("key:"), both are
/// behind the colon or dash.
class YamlSpans
{
public:
    YamlSpans(QStringView text, const DocumentSpan& span, const YamlTree& tree);

    qsizetype start(int node) const { return m_starts[node]; }

    qsizetype end(int node) const { return m_ends[node]; }

    /// Behind the colon of a pair of a mapping; behind its key where it has none.
    qsizetype behindColon(int mapping, int pair) const;
    /// Where the dash of an item stands; -1 where none is found.
    qsizetype dash(int sequence, int item) const;
    /// Of a block collection: how far its keys or dashes are indented.
    int column(int node) const;

private:
    void measure(int node, int parentColumn, qsizetype from);
    void measureNull(int node, qsizetype from);
    void measureChildren(int node);
    qsizetype contentOf(int node) const;
    qsizetype behindColonOf(int key) const;
    qsizetype plainEnd(qsizetype at, bool flow, int parentColumn) const;
    qsizetype blockScalarEnd(qsizetype at, int parentColumn) const;

    QStringView m_text;
    DocumentSpan m_span;
    const YamlTree& m_tree;
    QVector<qsizetype> m_starts, m_ends;
};

} // namespace kaptan::kube
