#include "app/docker/api/decode.h"
#include "app/docker/api/decode_parts.h"

namespace kaptan::docker::decode
{

using namespace Qt::StringLiterals;
using json::Shape;
using json::Value;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EngineAnswer)
};

QStringList shortNames(const Value& names)
{
    QStringList all;
    for (const QString& name : names.strings()) {
        if (!name.startsWith("<none>"_L1))
            all.append(shortImageName(name));
    }
    return all;
}

QStringList keys(const Value& object)
{
    QStringList all;
    object.forEachMember([&all](std::string_view key, const Value&) { all.append(json::text(key)); });
    all.sort();
    return all;
}

NetworkSummary networkSummary(const Value& value)
{
    NetworkSummary network;
    network.id = value["Id"].string();
    network.name = value["Name"].string();
    network.driver = value["Driver"].string();
    network.scope = value["Scope"].string();
    network.created = value["Created"].time();
    network.internal = value["Internal"].boolean();
    network.ipv6 = value["EnableIPv6"].boolean();
    value["IPAM"]["Config"].forEach([&network](const Value& range) {
        network.subnets.append(range["Subnet"].string());
        network.gateways.append(range["Gateway"].string());
    });
    network.labels = value["Labels"].stringMap();
    return network;
}

VolumeSummary volumeSummary(const Value& value)
{
    VolumeSummary volume;
    volume.name = value["Name"].string();
    volume.driver = value["Driver"].string();
    volume.mountpoint = value["Mountpoint"].string();
    volume.created = value["CreatedAt"].time();
    volume.labels = value["Labels"].stringMap();
    if (const Value usage = value["UsageData"]; usage.isPresent()) {
        volume.size = usage["Size"].integer(-1);
        volume.references = int(usage["RefCount"].integer(-1));
    }
    return volume;
}

} // namespace

Result<QString> id(const QByteArray& text, const QString& where)
{
    const QString what = Tr::tr("new object's id");
    return json::read(text, Shape::Object, what, where, [&](const Value& root) -> Result<QString> {
        const QString found = root["Id"].string();
        if (found.isEmpty())
            return tl::unexpected<Error>(json::shapeError(what, where));
        return found;
    });
}

Result<QStringList> warnings(const QByteArray& text, const QString& where)
{
    return json::read(text, Shape::Object, Tr::tr("answer"), where,
                      [](const Value& root) -> Result<QStringList> { return root["Warnings"].strings(); });
}

Result<QVector<ImageSummary>> images(const QByteArray& text, const QString& where)
{
    return json::read(text, Shape::Array, Tr::tr("image list"), where,
                      [](const Value& root) -> Result<QVector<ImageSummary>> {
                          QVector<ImageSummary> all;
                          all.reserve(root.size());
                          root.forEach([&all](const Value& value) {
                              ImageSummary image;
                              image.id = value["Id"].string();
                              image.tags = shortNames(value["RepoTags"]);
                              image.digests = shortNames(value["RepoDigests"]);
                              image.created =
                                  QDateTime::fromSecsSinceEpoch(value["Created"].integer(), Qt::UTC);
                              image.size = value["Size"].integer();
                              image.containers = value["Containers"].integer(-1);
                              image.labels = value["Labels"].stringMap();
                              all.append(image);
                          });
                          return all;
                      });
}

Result<ImageDetails> image(const QByteArray& text, const QString& where)
{
    const QString what = Tr::tr("description of an image");
    return json::read(text, Shape::Object, what, where, [&](const Value& root) -> Result<ImageDetails> {
        ImageDetails image;
        image.id = root["Id"].string();
        if (image.id.isEmpty())
            return tl::unexpected<Error>(json::shapeError(what, where));
        image.tags = shortNames(root["RepoTags"]);
        image.digests = shortNames(root["RepoDigests"]);
        image.created = root["Created"].time();
        image.size = root["Size"].integer();
        image.architecture = root["Architecture"].string();
        image.os = root["Os"].string();
        image.author = root["Author"].string();
        image.comment = root["Comment"].string();
        const Value config = root["Config"];
        image.command = config["Cmd"].strings();
        image.entrypoint = config["Entrypoint"].strings();
        image.environment = config["Env"].strings();
        image.workingDir = config["WorkingDir"].string();
        image.user = config["User"].string();
        image.exposedPorts = keys(config["ExposedPorts"]);
        image.volumes = keys(config["Volumes"]);
        image.labels = config["Labels"].stringMap();
        image.layers = root["RootFS"]["Layers"].strings();
        return image;
    });
}

Result<QVector<NetworkSummary>> networks(const QByteArray& text, const QString& where)
{
    return json::read(text, Shape::Array, Tr::tr("network list"), where,
                      [](const Value& root) -> Result<QVector<NetworkSummary>> {
                          QVector<NetworkSummary> all;
                          root.forEach([&all](const Value& value) { all.append(networkSummary(value)); });
                          return all;
                      });
}

Result<NetworkDetails> network(const QByteArray& text, const QString& where)
{
    const QString what = Tr::tr("description of a network");
    return json::read(text, Shape::Object, what, where, [&](const Value& root) -> Result<NetworkDetails> {
        NetworkDetails details;
        details.summary = networkSummary(root);
        if (details.summary.name.isEmpty())
            return tl::unexpected<Error>(json::shapeError(what, where));
        root["Containers"].forEachMember([&details](std::string_view key, const Value& value) {
            NetworkMember member;
            member.containerId = json::text(key);
            member.name = value["Name"].string();
            member.ipv4Address = value["IPv4Address"].string().section(u'/', 0, 0);
            member.macAddress = value["MacAddress"].string();
            details.members.append(member);
        });
        return details;
    });
}

Result<QVector<VolumeSummary>> volumes(const QByteArray& text, const QString& where)
{
    return json::read(text, Shape::Object, Tr::tr("volume list"), where,
                      [](const Value& root) -> Result<QVector<VolumeSummary>> {
                          QVector<VolumeSummary> all;
                          root["Volumes"].forEach(
                              [&all](const Value& value) { all.append(volumeSummary(value)); });
                          return all;
                      });
}

Result<VolumeSummary> volume(const QByteArray& text, const QString& where)
{
    const QString what = Tr::tr("description of a volume");
    return json::read(text, Shape::Object, what, where, [&](const Value& root) -> Result<VolumeSummary> {
        VolumeSummary found = volumeSummary(root);
        if (found.name.isEmpty())
            return tl::unexpected<Error>(json::shapeError(what, where));
        return found;
    });
}

} // namespace kaptan::docker::decode
