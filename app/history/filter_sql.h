#pragma once

#include "app/history/queries.h"
#include "app/history/words.h"

namespace kaptan::history
{

/// A WHERE clause that grows, with its values.
struct Where {
    QStringList terms;
    QVariantList values;

    void add(const QString& term, const QVariant& value)
    {
        terms << term;
        values << value;
    }

    QString text() const
    {
        return terms.isEmpty() ? QString() : QStringLiteral(" WHERE ") + terms.join(QStringLiteral(" AND "));
    }
};

} // namespace kaptan::history
