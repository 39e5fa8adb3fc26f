#pragma once

#include "app/kube/manifest/yaml_edit.h"
#include "app/kube/manifest/yaml_spans.h"
#include "app/kube/manifest/yaml_writer.h"

#include <memory>

/// Texts with one thing changed. Nothing here looks whether the result says what is meant: its caller reads
/// it again. Within this room.
namespace kaptan::kube
{

/// A document as it is read for changes.
struct YamlDocument {
    QString text;
    QVector<DocumentSpan> all;
    int number = 0;
    YamlTree tree;
    std::unique_ptr<const YamlSpans> spans;
    QJsonObject object;

    const DocumentSpan& span() const { return all[number]; }

    static Result<std::shared_ptr<const YamlDocument>> read(const QString& text, int number);
};

/// How far a path leads through what is written.
struct YamlWay {
    qsizetype steps = 0;    ///< that were found
    QVector<int> nodes;     ///< the root and one for each step that was found
    QVector<int> positions; ///< of each step: which pair or item
};

YamlWay wayTo(const YamlTree& tree, const YamlPath& path);

class YamlSplice
{
public:
    explicit YamlSplice(const YamlDocument& document);

    /// Null where the place is not understood.
    QString replaceValue(int node, const QJsonValue& value,
                         YamlWriter::Role role = YamlWriter::Role::Other) const;
    QString insertPair(int mapping, const QString& key, const QJsonValue& value) const;
    QString insertItem(int sequence, int index, const QJsonValue& value) const;
    QString removeChild(int collection, int position) const;
    /// Into a document that holds nothing.
    QString fill(const QJsonObject& object) const;

private:
    QString spliced(qsizetype from, qsizetype to, const QString& with) const;
    QString scalarLike(int node, const QJsonValue& value) const;
    QString insertFlow(int collection, int position, const QString& what) const;
    QString removeFlow(int collection, int position) const;
    QString removeLines(int collection, int position) const;
    qsizetype childStart(int collection, int position) const;
    qsizetype childEnd(int collection, int position) const;
    int count(int collection) const;

    const YamlNode& node(int index) const { return m_document.tree.nodes[index]; }

    const YamlDocument& m_document;
    const QString& m_text;
    const YamlSpans& m_spans;
    YamlWriter m_writer;
    bool m_json = false;
    QString m_newLine;
};

} // namespace kaptan::kube
