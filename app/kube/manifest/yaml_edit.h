#pragma once

#include "app/core/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QVector>

#include <initializer_list>
#include <memory>
#include <variant>

namespace kaptan::kube
{

/// A way into a document: keys and indexes of lists.
using YamlStep = std::variant<QString, int>;

struct YamlPath {
    QVector<YamlStep> steps;

    YamlPath() = default;

    YamlPath(std::initializer_list<YamlStep> list) : steps(list) {}

    /// "spec.template.spec.containers[0].image"; a key with dots in quotes: metadata.annotations["a.b/c"].
    static YamlPath of(const QString& text);
    QString toString() const;
    YamlPath operator/(const YamlStep& step) const;
    bool operator==(const YamlPath&) const = default;
};

struct YamlDocument;
struct YamlWay;
enum class YamlChange;

/// Changes of single values in a text of YAML. Only the spans that must change do: comments, the order of
/// keys, quotes, blank lines and indentation of everything else stay byte for byte. Also of flow style ({a:
/// 1}) and JSON.
class YamlEdit
{
public:
    /// `document`: which of the text, from 0. ParseError with the line where it is not YAML; InvalidInput
    /// where the document is no mapping. An empty document is an empty mapping.
    static Result<YamlEdit> open(const QString& text, int document = 0);

    const QString& text() const; ///< the whole text, all documents

    /// What the document says now; aliases resolved.
    const QJsonObject& object() const;

    /// Sets a value; missing mappings on the way are made, a list grows by one item (index == its size).
    /// Writes in the style of the surroundings. A value that is already there changes nothing. InvalidInput
    /// where the way leads through an alias or through something that is neither mapping nor list.
    Result<void> set(const YamlPath& path, const QJsonValue& value);
    /// Takes the key or item out, with the comment on its own line, and mappings that became empty by it, but
    /// no others: a list stays as [], an item of a list as {}. Nothing where it is not there.
    Result<void> remove(const YamlPath& path);

    /// Where a value stands: the line of its key or dash in the whole text, from 1; 0 where it is not there.
    int lineOf(const YamlPath& path) const;

private:
    YamlEdit() = default;
    Result<void> apply(const YamlPath& path, YamlChange change, const QJsonValue& value);
    bool setParts(const YamlPath& path, const QJsonValue& from, const QJsonValue& to);
    QString splice(const YamlPath& path, const YamlWay& way, YamlChange change,
                   const QJsonValue& value) const;
    /// Takes a text where it says what is expected.
    bool accept(const QString& text, const QJsonObject& expected);

    std::shared_ptr<const YamlDocument> m_document;
};

/// The value at a path; Undefined where there is none.
QJsonValue valueAt(const QJsonObject& object, const YamlPath& path);

/// An object as YAML to be edited: apiVersion, kind, metadata first, then as the server sent them; everything
/// is written out, so that reading it again gives the same. Strings get quotes only where they need them.
QString manifestText(const QJsonObject& object);

} // namespace kaptan::kube
