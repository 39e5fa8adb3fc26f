#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

/// Values as YAML. Within this room.
namespace kaptan::kube
{

/// Without quotes it would be read as the same text, by YAML 1.1 and 1.2 alike. `flow`: within brackets.
bool isPlainSafe(const QString& text, bool flow);
QString doubleQuoted(const QString& text);
/// Null where single quotes cannot hold it.
QString singleQuoted(const QString& text);
/// As a key of a mapping, without its colon.
QString yamlKey(const QString& key, bool flow = false);
/// On one line, within brackets or as a single value. `json`: as JSON wants it.
QString flowText(const QJsonValue& value, bool json);

/// Block style: one line for each value.
class YamlWriter
{
public:
    enum class Role { Root, Metadata, Item, Other };

    int step = 2;       ///< blanks by which a mapping is indented below its key
    int listIndent = 0; ///< blanks by which a list is indented below its key
    /// Lines that are empty at the end of a text may be lines of their own; not where such may follow
    /// already.
    bool emptyLinesAtEnd = true;

    /// What stands behind "key:", from the blank or line break on, without the last line break. `indent` is
    /// that of the key.
    QString behindKey(const QJsonValue& value, int indent, Role role = Role::Other) const;
    /// What stands behind "- ", of an item whose dash stands at `indent`.
    QString behindDash(const QJsonValue& value, int indent) const;
    /// "key: value", whose further lines are indented for a mapping at `indent`.
    QString entry(const QString& key, const QJsonValue& value, int indent, Role role = Role::Other) const;
    /// The first line without indentation, the others with it.
    QString mapping(const QJsonObject& object, int indent, Role role) const;
    QString sequence(const QJsonArray& array, int indent) const;

private:
    QString leaf(const QJsonValue& value, int indent) const;
};

} // namespace kaptan::kube
