#pragma once

#include "app/kube/manifest/manifest.h"
#include "app/kube/manifest/yaml_scalar.h"

#include <QJsonValue>
#include <QString>
#include <QStringView>
#include <QVector>

#include <optional>

/// A document of YAML with the places of its parts. Within this room. Nothing here throws.
namespace kaptan::kube
{

/// One document of a text, without the "---" before it; offsets in UTF-16 units.
struct DocumentSpan {
    qsizetype start = 0;
    qsizetype end = 0;
};

/// At "---" and "..." lines, so that a broken document hides no other. What stands before the first "---"
/// counts only where it holds more than comments and directives. Never empty: a text without anything is one
/// document without anything. At most `most` + 1.
QVector<DocumentSpan> splitDocuments(QStringView text, int most);

/// Where lines begin.
class LineIndex
{
public:
    explicit LineIndex(QStringView text);

    int lineOf(qsizetype offset) const;   ///< from 1
    int columnOf(qsizetype offset) const; ///< from 1, in characters
    qsizetype startOf(int line) const;    ///< of a line, from 1

private:
    QStringView m_text;
    QVector<qsizetype> m_starts;
};

struct YamlNode {
    enum class Kind { Null, Scalar, Alias, Sequence, Mapping };
    Kind kind = Kind::Null;
    bool flow = false;   ///< within brackets, or itself in brackets
    bool quoted = false; ///< or a block scalar: surely a string
    qsizetype start = 0; ///< of the whole text, with its anchor and tag
    int parent = -1;
    int anchor = 0;        ///< of the document, from 1; Alias: of what it repeats
    QString tag;           ///< "!foo", "tag:yaml.org,2002:str"; empty where none is written
    QString text;          ///< Scalar
    QVector<int> children; ///< of a mapping key, value, key, value
};

/// A document as it is written: aliases are nodes of their own.
struct YamlTree {
    QVector<YamlNode> nodes; ///< in the order of the text; empty: nothing stands there
    QVector<int> anchors;    ///< the node of each, by its number minus 1
};

/// Why a document cannot be read, at its place.
struct YamlFault {
    qsizetype offset = 0;
    QString why;
    QString fix;
};

/// Reads what a span holds. `nodeBudget` is lessened by what was read.
std::optional<YamlFault> readTree(QStringView text, const DocumentSpan& span, int depth, qint64& nodeBudget,
                                  YamlTree& tree);

/// What is found while a tree becomes a value.
struct YamlFinding {
    qsizetype offset = 0;
    QString why;
    QString fix;
    bool warning = false;
};

/// Values of every node, aliases and merge keys resolved.
class YamlValues
{
public:
    /// `nodeBudget` is lessened by what the aliases repeat.
    YamlValues(const YamlTree& tree, int depth, qint64& nodeBudget);

    QJsonValue root() const { return m_root; }

    const QVector<YamlFinding>& findings() const { return m_findings; }

    bool hasErrors() const;

    /// What a node that is a key is called; null where it can be none.
    static QString keyOf(const YamlNode& node);
    /// "<<", which takes in another mapping.
    static bool isMerge(const YamlNode& key);

private:
    struct Valued {
        QJsonValue value;
        qint64 nodes = 1; ///< that stand in it, those of aliases counted each time
        int height = 0;   ///< collections within one another
        bool ready = false;
    };

    Valued valueOf(int index, int depth);
    Valued mapping(const YamlNode& node, int depth);
    QJsonValue scalar(const YamlNode& node);
    void merge(int index, int depth, QVector<std::pair<QString, QJsonValue>>& into, Valued& whole);
    void find(qsizetype offset, const QString& why, const QString& fix, bool warning = false);
    void doubt(const YamlNode& node, const ScalarMeaning& meaning);

    const YamlTree& m_tree;
    qint64& m_budget;
    int m_deepest;
    bool m_stopped = false; ///< a limit is broken
    QVector<Valued> m_anchored;
    QJsonValue m_root;
    QVector<YamlFinding> m_findings;
};

} // namespace kaptan::kube
