#pragma once

#include "app/kube/change/schema.h"

#include <QByteArray>
#include <QHash>
#include <QVector>

/// How a schema is kept: a few flat tables and one text, so that the seven hundred definitions of a server
/// cost what their words cost. For this room's own sources only.
namespace kaptan::kube
{

struct Schema::Data {
    /// A part of `text`, UTF-8.
    struct Span {
        quint32 start = 0, length = 0;
    };

    enum class Basic : quint8 { Any, String, Integer, Number, Boolean, Object, Array, Map, IntOrString };

    struct Type {
        Basic basic = Basic::Any;
        qint32 ref = -1;  ///< another type that this is; the rest does not count then
        qint32 item = -1; ///< of an array or map: the type of what is in it
        qint32 firstField = 0, fieldCount = 0;
    };

    struct Field {
        Span name, description;
        qint32 type = -1;
        bool required = false;
        qint32 firstValue = 0, valueCount = 0;
    };

    QByteArray text;
    QVector<Type> types; ///< first one for each definition, in their order
    QVector<Field> fields;
    QVector<Span> values;
    QHash<QString, qint32> kinds; ///< "apps/v1 Deployment"

    QString string(Span span) const { return QString::fromUtf8(text.constData() + span.start, span.length); }

    /// The type itself, behind its references; -1 where they go in a circle.
    qint32 resolved(qint32 type) const;
    QString typeName(qint32 type) const;
    SchemaField described(const Field& field) const;
    /// By name; null where there is none.
    const Field* fieldOf(const Type& type, const QString& name) const;
    /// What stands at the path; -1 where nothing is known. `last`, where given, gets its field.
    qint32 typeAt(const QString& apiVersion, const QString& kind, const YamlPath& path,
                  const Field** last = nullptr) const;
};

} // namespace kaptan::kube
