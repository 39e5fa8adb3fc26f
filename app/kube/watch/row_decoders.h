#pragma once

#include "app/kube/api/table.h"
#include "app/kube/watch/json_fields.h"
#include "app/kube/watch/rows.h"

/// From one object to one row. For this room's own sources only.
namespace kaptan::kube::json
{

/// What metadata says beside the row.
struct Metadata {
    Text version; ///< resourceVersion
    qint64 generation = 0;
    Text revision; ///< annotation deployment.kubernetes.io/revision
};

void readMetadata(Reading& reading, Value& value, Row& row, Metadata& metadata);
void readConditions(Reading& reading, Value& value, std::vector<ConditionRow>& conditions);
quint8 probeOf(std::string_view key); ///< 0 where the field is none

using Object = simdjson::ondemand::object;
std::shared_ptr<Row> readPod(Reading& reading, Object& object, Metadata& metadata);
std::shared_ptr<Row> readWorkload(Reading& reading, Object& object, Metadata& metadata);
std::shared_ptr<Row> readNode(Reading& reading, Object& object, Metadata& metadata);
std::shared_ptr<Row> readEvent(Reading& reading, Object& object, Metadata& metadata);
/// Of an object that no table shows: its name and its creation.
std::shared_ptr<Row> readPlainCells(Reading& reading, Object& object, Metadata& metadata);
/// One of a table's rows.
std::shared_ptr<Row> readCells(Reading& reading, Object& row, Metadata& metadata);
/// A table's columns; empty where it is null.
QVector<TableColumn> readColumns(Reading& reading, Value& value);
/// The columns of readPlainCells().
QVector<TableColumn> plainColumns();
/// A row without uid where the object has none.
std::shared_ptr<Row> readRow(RowKind kind, Reading& reading, Object& object, Metadata& metadata);

} // namespace kaptan::kube::json
