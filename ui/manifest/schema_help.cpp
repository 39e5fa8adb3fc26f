#include "ui/manifest/schema_help.h"

#include "app/core/when_done.h"
#include "app/kube/manifest/yaml_path_at.h"

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

SchemaHelp::SchemaHelp(kube::Cluster& cluster, QObject* parent) : QObject(parent), m_cluster(&cluster) {}

std::shared_ptr<const kube::Schema> SchemaHelp::schemaOf(const QString& apiVersion)
{
    if (apiVersion.isEmpty() || !m_cluster)
        return {};
    if (const auto known = m_schemas.constFind(apiVersion); known != m_schemas.cend())
        return *known;
    m_schemas.insert(apiVersion, {});
    whenDone(kube::fetchSchema(*m_cluster->api(), apiVersion), this,
             [this, apiVersion](const Result<std::shared_ptr<const kube::Schema>>& schema) {
                 if (!schema) {
                     m_schemas.remove(apiVersion); // a help that fails is silent, and tried again
                     return;
                 }
                 m_schemas.insert(apiVersion, *schema);
                 Q_EMIT fetched();
             });
    return {};
}

QVector<Completion> SchemaHelp::complete(const QString& text, int line, int column)
{
    const kube::YamlPlace place = kube::placeAt(text, line, column);
    const auto schema = schemaOf(place.apiVersion);
    if (!schema || place.kind.isEmpty())
        return {};
    QVector<Completion> found;
    if (place.where == kube::YamlPlace::Where::Key) {
        const auto fields = schema->fields(place.apiVersion, place.kind, place.path);
        for (const kube::SchemaField& field : fields) {
            if (place.present.contains(field.name))
                continue;
            const bool leaf = !field.type.startsWith("object"_L1) && !field.type.startsWith("array"_L1) &&
                              !field.type.startsWith("map"_L1);
            found.append({field.name + (leaf ? u": "_s : u":"_s), field.name,
                          //: behind the type of a field that an object must have
                          field.required ? tr("%1, required").arg(field.type) : field.type,
                          field.description});
        }
    } else if (place.where == kube::YamlPlace::Where::Value) {
        const auto field = schema->field(place.apiVersion, place.kind, place.path);
        if (!field)
            return {};
        QStringList values = field->values;
        if (values.isEmpty() && field->type == "boolean"_L1)
            values = {u"true"_s, u"false"_s};
        for (const QString& value : std::as_const(values))
            found.append({value, {}, {}, field->description});
    }
    return found;
}

} // namespace kaptan::ui
