#include "app/cli/get_output.h"

#include "app/cli/text.h"
#include "app/kube/manifest/yaml_edit.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

/// A cell is one line; a column is not wider than this.
constexpr int widestCell = 400;

QString tableOf(const Found& one, TableLook look, bool kinds)
{
    QVector<int> shown;
    int nameColumn = -1;
    for (int i = 0; i < one.table.columns.size(); ++i) {
        const kube::TableColumn& column = one.table.columns.at(i);
        if (column.priority > 0 && !look.wide)
            continue;
        shown.append(i);
        if (nameColumn < 0 && column.name.compare(u"name"_s, Qt::CaseInsensitive) == 0)
            nameColumn = i;
    }
    QVector<QStringList> rows;
    QStringList heads;
    if (look.nameSpaces && one.resource.namespaced)
        heads << u"NAMESPACE"_s;
    for (const int i : shown)
        heads << plain(one.table.columns.at(i).name.toUpper(), widestCell);
    rows.append(heads);
    for (const kube::TableRow& row : one.table.rows) {
        QStringList cells;
        if (look.nameSpaces && one.resource.namespaced)
            cells << plain(row.nameSpace, widestCell);
        for (const int i : shown) {
            QString cell = plain(row.cells.value(i), widestCell);
            cells << (kinds && i == nameColumn ? plain(shortTitle(one.resource, row.name), widestCell)
                                               : cell);
        }
        rows.append(cells);
    }
    return table(rows);
}

} // namespace

QString shortTitle(const kube::ApiResource& resource, const QString& name)
{
    const QString word = resource.kind.toLower();
    return (resource.group.isEmpty() ? word : word + u'.' + resource.group) + u'/' + name;
}

QString foundTable(const QVector<Found>& found, TableLook look)
{
    QStringList tables;
    for (const Found& one : found)
        if (!one.table.rows.isEmpty())
            tables << tableOf(one, look, found.size() > 1);
    return tables.join(u'\n');
}

QString foundNames(const QVector<Found>& found)
{
    QString text;
    for (const Found& one : found)
        for (const kube::TableRow& row : one.table.rows)
            text += plain(shortTitle(one.resource, row.name)) + u'\n';
    return text;
}

QJsonObject foundJson(const QVector<Found>& found, bool single)
{
    QJsonArray items;
    for (const Found& one : found)
        for (const QJsonObject& object : one.objects)
            items.append(object);
    if (single && items.size() == 1)
        return items.first().toObject();
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"List"_s},
            {u"metadata"_s, QJsonObject{{u"resourceVersion"_s, QString()}}},
            {u"items"_s, items}};
}

QString foundYaml(const QVector<Found>& found, bool single)
{
    return kube::manifestText(foundJson(found, single));
}

bool isSecret(const QJsonObject& object)
{
    return object.value(u"kind"_s).toString() == u"Secret"_s &&
           object.value(u"apiVersion"_s).toString() == u"v1"_s;
}

QJsonObject withoutSecrets(QJsonObject object)
{
    if (!isSecret(object))
        return object;
    for (const QString& field : {u"data"_s, u"stringData"_s}) {
        QJsonObject values = object.value(field).toObject();
        for (const QString& key : values.keys())
            values.insert(key, QString::fromUtf16(hiddenValue));
        if (object.contains(field))
            object.insert(field, values);
    }
    const QString lastApplied = u"kubectl.kubernetes.io/last-applied-configuration"_s;
    QJsonObject metadata = object.value(u"metadata"_s).toObject();
    QJsonObject annotations = metadata.value(u"annotations"_s).toObject();
    if (annotations.contains(lastApplied)) {
        annotations.insert(lastApplied, QString::fromUtf16(hiddenValue));
        metadata.insert(u"annotations"_s, annotations);
        object.insert(u"metadata"_s, metadata);
    }
    return object;
}

} // namespace kaptan::cli
