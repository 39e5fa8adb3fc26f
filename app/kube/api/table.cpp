#include "app/kube/api/table.h"

#include "app/json/json_reader.h"

namespace kaptan::kube
{

using namespace Qt::StringLiterals;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeAnswer)
};

QString cellText(simdjson::dom::element cell)
{
    switch (cell.type()) {
    case simdjson::dom::element_type::NULL_VALUE:
        return {};
    case simdjson::dom::element_type::STRING:
        return json::text(std::string_view(cell));
    default:
        return json::text(simdjson::minify(cell));
    }
}

void readMetadata(const json::Value& metadata, TableRow& row)
{
    row.uid = metadata["uid"].string();
    row.nameSpace = metadata["namespace"].string();
    row.name = metadata["name"].string();
    row.created = metadata["creationTimestamp"].time();
    row.deleting = metadata["deletionTimestamp"].isString();
}

void readTable(const json::Value& root, Table& table)
{
    root["columnDefinitions"].forEach([&table](const json::Value& column) {
        table.columns.append({column["name"].string(), column["type"].string(),
                              column["description"].string(), int(column["priority"].integer())});
    });
    table.rows.reserve(root["rows"].size());
    root["rows"].forEach([&table](const json::Value& value) {
        TableRow row;
        value["cells"].forEachElement(
            [&row](simdjson::dom::element cell) { row.cells.append(cellText(cell)); });
        readMetadata(value["object"]["metadata"], row);
        table.rows.append(std::move(row));
    });
}

void readList(const json::Value& root, Table& table)
{
    table.columns = {{u"Name"_s, u"string"_s, {}, 0}, {u"Age"_s, u"date"_s, {}, 0}};
    table.rows.reserve(root["items"].size());
    root["items"].forEach([&table](const json::Value& item) {
        TableRow row;
        readMetadata(item["metadata"], row);
        row.cells = {row.name, item["metadata"]["creationTimestamp"].string()};
        table.rows.append(std::move(row));
    });
}

} // namespace

Result<Table> decodeTable(const QByteArray& body, const QString& where)
{
    const QString what = Tr::tr("list");
    return json::read(body, json::Shape::Object, what, where, [&](const json::Value& root) -> Result<Table> {
        Table table;
        const std::string_view kind = root["kind"].view();
        if (kind == "Table")
            readTable(root, table);
        else if (kind.ends_with("List") || root["items"].isArray())
            readList(root, table);
        else
            return failure(json::shapeError(what, where));
        table.resourceVersion = root["metadata"]["resourceVersion"].string();
        table.continueToken = root["metadata"]["continue"].string();
        return table;
    });
}

} // namespace kaptan::kube
