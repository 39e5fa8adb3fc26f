#include "app/json/json_reader.h"
#include "app/kube/change/schema_data.h"

#include <QCoreApplication>

#include <string>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Schema)
};

using Basic = Schema::Data::Basic;
using Span = Schema::Data::Span;

/// Schemas within schemas, without references: those of a server have about ten.
constexpr int deepest = 64;

class Reader
{
public:
    explicit Reader(Schema::Data& data) : m_data(data) {}

    /// "definitions" or "components.schemas".
    void read(const json::Value& definitions)
    {
        definitions.forEachMember([this](std::string_view name, const json::Value&) {
            m_definitions.emplace(std::string(name), qint32(m_data.types.size()));
            m_data.types.append(Schema::Data::Type());
        });
        qint32 at = 0;
        definitions.forEachMember([this, &at](std::string_view, const json::Value& definition) {
            // One that is another by name alone: it must not be that one's circle.
            m_data.types[at] = typeOf(definition, 0);
            noteKinds(definition, at);
            ++at;
        });
        m_data.text.squeeze();
        m_data.types.squeeze();
        m_data.fields.squeeze();
        m_data.values.squeeze();
    }

private:
    Span kept(std::string_view words)
    {
        const Span span{quint32(m_data.text.size()), quint32(words.size())};
        m_data.text.append(words.data(), qsizetype(words.size()));
        return span;
    }

    void noteKinds(const json::Value& definition, qint32 type)
    {
        definition["x-kubernetes-group-version-kind"].forEach([&](const json::Value& one) {
            const QString group = one["group"].string(), version = one["version"].string();
            m_data.kinds.insert(
                (group.isEmpty() ? version : group + u'/' + version) + u' ' + one["kind"].string(), type);
        });
    }

    /// The type that a reference names; -1 where it is none, or one that is not there.
    qint32 referenceOf(const json::Value& schema) const
    {
        std::string_view ref = schema["$ref"].view();
        // Modern servers wrap it, to have words of its own beside it.
        if (ref.empty() && schema["allOf"].size() == 1)
            schema["allOf"].forEach([&ref](const json::Value& only) { ref = only["$ref"].view(); });
        if (ref.empty())
            return -1;
        const auto found = m_definitions.find(std::string(ref.substr(ref.rfind('/') + 1)));
        return found == m_definitions.end() ? -1 : found->second;
    }

    qint32 added(const json::Value& schema, int depth)
    {
        const qint32 ref = referenceOf(schema);
        if (ref >= 0)
            return ref;
        const Schema::Data::Type type = typeOf(schema, depth);
        m_data.types.append(type);
        return qint32(m_data.types.size() - 1);
    }

    Schema::Data::Type typeOf(const json::Value& schema, int depth)
    {
        Schema::Data::Type type;
        if (depth > deepest)
            return type;
        type.ref = referenceOf(schema);
        if (type.ref >= 0)
            return type;
        const std::string_view word = schema["type"].view();
        if (schema["format"].view() == "int-or-string" || schema["x-kubernetes-int-or-string"].boolean())
            type.basic = Basic::IntOrString;
        else if (word == "string")
            type.basic = Basic::String;
        else if (word == "integer")
            type.basic = Basic::Integer;
        else if (word == "number")
            type.basic = Basic::Number;
        else if (word == "boolean")
            type.basic = Basic::Boolean;
        else if (word == "array")
            type.basic = Basic::Array;
        else if (word == "object" || schema["properties"].isObject())
            type.basic = Basic::Object;
        if (type.basic == Basic::Array && schema["items"].isObject())
            type.item = added(schema["items"], depth + 1);
        if (type.basic != Basic::Object)
            return type;
        if (schema["additionalProperties"].isObject() && !schema["properties"].isObject()) {
            type.basic = Basic::Map;
            type.item = added(schema["additionalProperties"], depth + 1);
        }
        readFields(schema, type, depth);
        return type;
    }

    void readFields(const json::Value& schema, Schema::Data::Type& type, int depth)
    {
        const QStringList required = schema["required"].strings();
        QVector<Schema::Data::Field> fields; // those of the types within come before them
        schema["properties"].forEachMember([&](std::string_view name, const json::Value& property) {
            Schema::Data::Field field;
            field.name = kept(name);
            field.description = kept(property["description"].view());
            field.type = added(property, depth + 1);
            field.required = required.contains(json::text(name));
            readValues(property, field);
            fields.append(field);
        });
        type.firstField = qint32(m_data.fields.size());
        type.fieldCount = qint32(fields.size());
        m_data.fields += fields;
    }

    void readValues(const json::Value& property, Schema::Data::Field& field)
    {
        field.firstValue = qint32(m_data.values.size());
        // Of a list: what its items may be.
        const json::Value values = property["enum"].isArray() ? property["enum"] : property["items"]["enum"];
        values.forEach([&](const json::Value& value) {
            if (value.isString() && !value.view().empty())
                m_data.values.append(kept(value.view()));
        });
        field.valueCount = qint32(m_data.values.size()) - field.firstValue;
    }

    Schema::Data& m_data;
    std::unordered_map<std::string, qint32> m_definitions;
};

} // namespace

Result<std::shared_ptr<const Schema>> Schema::read(const QByteArray& json, const QString& where)
{
    const QString what = Tr::tr("description of the kinds");
    using Made = Result<std::shared_ptr<const Schema>>;
    return json::read(json, json::Shape::Object, what, where, [&](const json::Value& root) -> Made {
        const json::Value v3 = root["components"]["schemas"];
        const json::Value definitions = v3.isObject() ? v3 : root["definitions"];
        // A group version without kinds has no schemas.
        if (!definitions.isObject() && !root["openapi"].isPresent() && !root["swagger"].isPresent())
            return failure(json::shapeError(what, where));
        auto data = std::make_shared<Data>();
        Reader(*data).read(definitions);
        const std::shared_ptr<Schema> schema(new Schema);
        schema->d = std::move(data);
        return std::shared_ptr<const Schema>(schema);
    });
}

} // namespace kaptan::kube
