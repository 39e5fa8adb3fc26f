#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVector>

namespace kaptan::kube
{

/// A list as the server renders it (meta.k8s.io/v1 Table).
/// https://kubernetes.io/docs/reference/using-api/api-concepts/#receiving-resources-as-tables
struct TableColumn {
    QString name;
    QString type; ///< "string", "integer", "date"
    QString description;
    int priority = 0; ///< above 0: wide

    bool operator==(const TableColumn&) const = default;
};

struct TableRow {
    QStringList cells; ///< null is empty
    QString uid, nameSpace, name;
    QDateTime created; ///< UTC
    bool deleting = false;

    bool operator==(const TableRow&) const = default;
};

struct Table {
    QVector<TableColumn> columns;
    QVector<TableRow> rows;
    QString resourceVersion;
    QString continueToken; ///< empty: all is there
};

/// A Table, or the plain list that some servers send instead (then with the columns Name and Age). `where` is
/// the call.
Result<Table> decodeTable(const QByteArray& body, const QString& where);

} // namespace kaptan::kube
