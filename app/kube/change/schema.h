#pragma once

#include "app/kube/api/kube_api.h"
#include "app/kube/manifest/yaml_edit.h"

#include <memory>

namespace kaptan::kube
{

/// One field as the server's OpenAPI describes it.
struct SchemaField {
    QString name;
    /// "string", "integer", "boolean", "object", "array of object", "map of string", "integer or string";
    /// empty: anything.
    QString type;
    QString description; ///< the server's own words, English; untrusted
    bool required = false;
    QStringList values; ///< of an enumeration
};

/// What the fields of a kind are, from /openapi/v3 where served (one document a group version), else from
/// /openapi/v2. Immutable; usable in any thread.
class Schema
{
public:
    /// Reads one of the server's documents; a worker's job (v2 has megabytes). Null with an error where it is
    /// none.
    static Result<std::shared_ptr<const Schema>> read(const QByteArray& json, const QString& where);

    /// The fields that may stand below `path` in an object of that kind, by name; empty where nothing is
    /// known.
    QVector<SchemaField> fields(const QString& apiVersion, const QString& kind, const YamlPath& path) const;
    /// The field at the path itself; nothing where it is unknown.
    std::optional<SchemaField> field(const QString& apiVersion, const QString& kind,
                                     const YamlPath& path) const;
    bool knows(const QString& apiVersion, const QString& kind) const;

    struct Data; ///< this room's own

private:
    Schema() = default;

    std::shared_ptr<const Data> d;
};

/// The schema that has this group version, asked for once per API and group version (v3) or once per API
/// (v2). A failure is not remembered. An answer without this group version (a kind that was added meanwhile)
/// comes as it is: see forgetSchemas().
QFuture<Result<std::shared_ptr<const Schema>>> fetchSchema(KubeApi& api, const QString& groupVersion);

/// The next fetchSchema() asks the server again: its kinds have changed.
void forgetSchemas(const KubeApi& api);

} // namespace kaptan::kube
