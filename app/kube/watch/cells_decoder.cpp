#include "app/kube/watch/row_decoders.h"

#include <string>

namespace kaptan::kube::json
{

namespace
{

/// A column's text may be anything that a custom resource's author wrote.
Text cellText(Reading& reading, Value& cell)
{
    simdjson::ondemand::json_type type;
    if (reading.failed(cell.type().get(type)))
        return {};
    std::string_view raw;
    switch (type) {
    case simdjson::ondemand::json_type::string:
        return reading.shared(cell);
    case simdjson::ondemand::json_type::null:
        return {};
    case simdjson::ondemand::json_type::array:
    case simdjson::ondemand::json_type::object:
        if (reading.failed(simdjson::to_json_string(cell).get(raw)))
            return {};
        return reading.texts(raw);
    default:
        raw = cell.raw_json_token();
        return reading.texts(raw.substr(0, raw.find_last_not_of(" \t\r\n") + 1));
    }
}

/// What has no uid (metrics, component states) is known by its name.
void ensureUid(Row& row)
{
    if (!row.uid.isEmpty() || row.name.isEmpty())
        return;
    std::string key(row.nameSpace.view());
    row.uid = Text(std::string_view(key.append("/").append(row.name.view())));
}

} // namespace

std::shared_ptr<Row> readPlainCells(Reading& reading, Object& object, Metadata& metadata)
{
    auto row = std::make_shared<CellsRow>();
    reading.members(object, [&](std::string_view key, Value& member) {
        if (key == "metadata")
            readMetadata(reading, member, *row, metadata);
    });
    row->cells = {row->name, Text()};
    ensureUid(*row);
    return row;
}

std::shared_ptr<Row> readCells(Reading& reading, Object& object, Metadata& metadata)
{
    auto row = std::make_shared<CellsRow>();
    reading.members(object, [&](std::string_view key, Value& member) {
        if (key == "cells") {
            row->cells.reserve(8);
            reading.elements(member, [&](Value& cell) { row->cells.push_back(cellText(reading, cell)); });
        } else if (key == "object") {
            reading.members(member, [&](std::string_view name, Value& part) {
                if (name == "metadata")
                    readMetadata(reading, part, *row, metadata);
            });
        }
    });
    row->cells.shrink_to_fit();
    ensureUid(*row);
    return row;
}

QVector<TableColumn> readColumns(Reading& reading, Value& value)
{
    QVector<TableColumn> columns;
    reading.elements(value, [&](Value& element) {
        TableColumn column;
        reading.members(element, [&](std::string_view key, Value& member) {
            const auto text = [&] {
                const std::string_view view = reading.view(member);
                return QString::fromUtf8(view.data(), qsizetype(view.size()));
            };
            if (key == "name")
                column.name = text();
            else if (key == "type")
                column.type = text();
            else if (key == "description")
                column.description = text();
            else if (key == "priority")
                column.priority = reading.small(member);
        });
        columns.append(std::move(column));
    });
    return columns;
}

QVector<TableColumn> plainColumns()
{
    return {{QStringLiteral("Name"), QStringLiteral("string"), {}, 0},
            {QStringLiteral("Age"), QStringLiteral("date"), {}, 0}};
}

} // namespace kaptan::kube::json
