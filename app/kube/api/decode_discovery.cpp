#include "app/kube/api/decode.h"

#include "app/json/json_reader.h"

namespace kaptan::kube::decode
{

using namespace Qt::StringLiterals;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeAnswer)
};

/// "20+" of some hosted clusters.
int leadingNumber(const QString& text)
{
    qsizetype digits = 0;
    while (digits < text.size() && text[digits].isDigit())
        ++digits;
    return QStringView(text).left(digits).toInt();
}

Groups aggregated(const json::Value& root)
{
    Groups groups;
    root["items"].forEach([&groups](const json::Value& item) {
        const QString group = item["metadata"]["name"].string();
        item["versions"].forEach([&](const json::Value& entry) {
            const QString version = entry["version"].string();
            if (entry["freshness"].view() == "Stale") {
                groups.discovery.staleGroups.append(group.isEmpty() ? version : group + u'/' + version);
            }
            entry["resources"].forEach([&](const json::Value& value) {
                ApiResource resource;
                resource.group = group;
                resource.version = version;
                resource.name = value["resource"].string();
                resource.singularName = value["singularResource"].string();
                resource.kind = value["responseKind"]["kind"].string();
                resource.namespaced = value["scope"].view() == "Namespaced";
                resource.verbs = value["verbs"].strings();
                resource.shortNames = value["shortNames"].strings();
                resource.categories = value["categories"].strings();
                value["subresources"].forEach([&resource](const json::Value& sub) {
                    resource.subresources.append(sub["subresource"].string());
                });
                if (!resource.name.isEmpty())
                    groups.discovery.resources.append(std::move(resource));
            });
        });
    });
    return groups;
}

/// APIVersions of /api and APIGroupList of /apis.
Groups classic(const json::Value& root)
{
    Groups groups;
    groups.groupVersions = root["versions"].strings();
    root["groups"].forEach([&groups](const json::Value& group) {
        const QString preferred = group["preferredVersion"]["groupVersion"].string();
        QStringList versions;
        group["versions"].forEach(
            [&versions](const json::Value& version) { versions.append(version["groupVersion"].string()); });
        if (versions.removeOne(preferred))
            versions.prepend(preferred);
        versions.removeAll(QString());
        groups.groupVersions += versions;
    });
    return groups;
}

} // namespace

Result<ServerVersion> version(const QByteArray& body, const QString& where)
{
    const QString what = Tr::tr("version");
    return json::read(body, json::Shape::Object, what, where,
                      [&](const json::Value& root) -> Result<ServerVersion> {
                          ServerVersion version;
                          version.gitVersion = root["gitVersion"].string();
                          version.major = leadingNumber(root["major"].string());
                          version.minor = leadingNumber(root["minor"].string());
                          if (version.gitVersion.isEmpty())
                              return failure(json::shapeError(what, where));
                          return version;
                      });
}

Result<Groups> groups(const net::Response& response, const QString& where)
{
    const QString what = Tr::tr("list of kinds");
    const bool isAggregated = response.header("Content-Type").contains("as=APIGroupDiscoveryList");
    return json::read(response.body, json::Shape::Object, what, where,
                      [&](const json::Value& root) -> Result<Groups> {
                          const std::string_view kind = root["kind"].view();
                          if (isAggregated && kind == "APIGroupDiscoveryList")
                              return aggregated(root);
                          if (kind == "APIVersions" || kind == "APIGroupList")
                              return classic(root);
                          return failure(json::shapeError(what, where));
                      });
}

Result<QVector<ApiResource>> resources(const QByteArray& body, const QString& groupVersion,
                                       const QString& where)
{
    const QString what = Tr::tr("list of kinds");
    const qsizetype slash = groupVersion.indexOf(u'/');
    const QString group = slash < 0 ? QString() : groupVersion.left(slash);
    const QString version = groupVersion.mid(slash + 1);
    return json::read(body, json::Shape::Object, what, where,
                      [&](const json::Value& root) -> Result<QVector<ApiResource>> {
                          if (root["kind"].view() != "APIResourceList")
                              return failure(json::shapeError(what, where));
                          QVector<ApiResource> all;
                          QHash<QString, QStringList> subresources;
                          root["resources"].forEach([&](const json::Value& value) {
                              const QString name = value["name"].string();
                              if (const qsizetype at = name.indexOf(u'/'); at >= 0) {
                                  subresources[name.left(at)].append(name.mid(at + 1));
                                  return;
                              }
                              ApiResource resource;
                              resource.group = group;
                              resource.version = version;
                              resource.name = name;
                              resource.singularName = value["singularName"].string();
                              resource.kind = value["kind"].string();
                              resource.namespaced = value["namespaced"].boolean();
                              resource.verbs = value["verbs"].strings();
                              resource.shortNames = value["shortNames"].strings();
                              resource.categories = value["categories"].strings();
                              if (resource.singularName.isEmpty())
                                  resource.singularName = resource.kind.toLower();
                              if (!name.isEmpty())
                                  all.append(std::move(resource));
                          });
                          for (ApiResource& resource : all)
                              resource.subresources = subresources.value(resource.name);
                          return all;
                      });
}

} // namespace kaptan::kube::decode
