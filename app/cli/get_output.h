#pragma once

#include "app/kube/api/kube_api.h"

#include <QJsonObject>
#include <QVector>

namespace kaptan::cli
{

/// What was found of one kind.
struct Found {
    kube::ApiResource resource;
    kube::Table table;            ///< of the formats for people and names
    QVector<QJsonObject> objects; ///< of JSON and YAML
};

struct TableLook {
    bool wide = false;
    bool nameSpaces = false; ///< a first column for them
};

/// The server's own columns with their heads in capitals, as kubectl prints them; a blank line between kinds,
/// whose names have the kind before them then. Kinds of which nothing is there are left out.
QString foundTable(const QVector<Found>& found, TableLook look);
/// "pod/web-1" and "deployment.apps/web", a line each.
QString foundNames(const QVector<Found>& found);
/// The one object by itself where `single`, else a List.
QJsonObject foundJson(const QVector<Found>& found, bool single);
QString foundYaml(const QVector<Found>& found, bool single);

/// "pod/web-1", "deployment.apps/web".
QString shortTitle(const kube::ApiResource& resource, const QString& name);

/// What stands for a value of a Secret. No base64, so that nobody applies it by mistake.
inline constexpr auto hiddenValue = u"<hidden>";
bool isSecret(const QJsonObject& object);
/// A Secret without its values (also those that kubectl keeps in an annotation); others as they are.
QJsonObject withoutSecrets(QJsonObject object);

} // namespace kaptan::cli
