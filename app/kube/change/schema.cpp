#include "app/kube/change/schema_data.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

/// A chain of references that is longer goes in a circle.
constexpr int mostReferences = 32;

} // namespace

qint32 Schema::Data::resolved(qint32 type) const
{
    for (int i = 0; i < mostReferences && type >= 0 && type < types.size(); ++i) {
        if (types.at(type).ref < 0)
            return type;
        type = types.at(type).ref;
    }
    return -1;
}

QString Schema::Data::typeName(qint32 type) const
{
    const qint32 own = resolved(type);
    if (own < 0)
        return {};
    const auto simple = [this](qint32 of) {
        const qint32 at = resolved(of);
        switch (at < 0 ? Basic::Any : types.at(at).basic) {
        case Basic::Any:
            break;
        case Basic::String:
            return u"string"_s;
        case Basic::Integer:
            return u"integer"_s;
        case Basic::Number:
            return u"number"_s;
        case Basic::Boolean:
            return u"boolean"_s;
        case Basic::Object:
            return u"object"_s;
        case Basic::Array:
            return u"array"_s;
        case Basic::Map:
            return u"map"_s;
        case Basic::IntOrString:
            return u"integer or string"_s;
        }
        return QString();
    };
    const QString name = simple(own);
    const Type& found = types.at(own);
    const QString item =
        found.basic == Basic::Array || found.basic == Basic::Map ? simple(found.item) : QString();
    return item.isEmpty() ? name : name + u" of "_s + item;
}

SchemaField Schema::Data::described(const Field& field) const
{
    SchemaField described{
        string(field.name), typeName(field.type), string(field.description), field.required, {}};
    for (qint32 i = 0; i < field.valueCount; ++i)
        described.values.append(string(values.at(field.firstValue + i)));
    return described;
}

const Schema::Data::Field* Schema::Data::fieldOf(const Type& type, const QString& name) const
{
    const QByteArray wanted = name.toUtf8();
    for (qint32 i = 0; i < type.fieldCount; ++i) {
        const Field& field = fields.at(type.firstField + i);
        if (qsizetype(field.name.length) == wanted.size() &&
            std::equal(wanted.begin(), wanted.end(), text.constData() + field.name.start))
            return &field;
    }
    return nullptr;
}

qint32 Schema::Data::typeAt(const QString& apiVersion, const QString& kind, const YamlPath& path,
                            const Field** last) const
{
    qint32 at = resolved(kinds.value(apiVersion + u' ' + kind, -1));
    if (last)
        *last = nullptr;
    for (const YamlStep& step : path.steps) {
        if (at < 0)
            return -1;
        const Type& type = types.at(at);
        const Field* field = nullptr;
        if (std::holds_alternative<int>(step)) {
            at = type.basic == Basic::Array ? resolved(type.item) : -1;
        } else if ((field = fieldOf(type, std::get<QString>(step)))) {
            at = resolved(field->type);
        } else {
            at = type.basic == Basic::Map ? resolved(type.item) : -1;
        }
        if (last)
            *last = field;
    }
    return at;
}

QVector<SchemaField> Schema::fields(const QString& apiVersion, const QString& kind,
                                    const YamlPath& path) const
{
    QVector<SchemaField> found;
    const qint32 at = d->typeAt(apiVersion, kind, path);
    if (at < 0)
        return found;
    const Data::Type& type = d->types.at(at);
    for (qint32 i = 0; i < type.fieldCount; ++i)
        found.append(d->described(d->fields.at(type.firstField + i)));
    std::sort(found.begin(), found.end(),
              [](const SchemaField& a, const SchemaField& b) { return a.name < b.name; });
    return found;
}

std::optional<SchemaField> Schema::field(const QString& apiVersion, const QString& kind,
                                         const YamlPath& path) const
{
    const Data::Field* last = nullptr;
    if (d->typeAt(apiVersion, kind, path, &last) < 0 && !last)
        return {};
    return last ? std::optional(d->described(*last)) : std::nullopt;
}

bool Schema::knows(const QString& apiVersion, const QString& kind) const
{
    return d->kinds.contains(apiVersion + u' ' + kind);
}

} // namespace kaptan::kube
