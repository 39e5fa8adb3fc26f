#include "app/docker/api/decode.h"
#include "app/docker/api/decode_parts.h"

#include <algorithm>

namespace kaptan::docker
{

using namespace Qt::StringLiterals;
using json::Shape;
using json::Value;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EngineAnswer)
};

/// Engines from 2016 on; below it the answers have other shapes.
constexpr ApiVersion oldestApi{1, 24};

} // namespace

ApiVersion ApiVersion::parse(const QString& text)
{
    bool first = false;
    bool second = false;
    const ApiVersion version{text.section(u'.', 0, 0).toInt(&first), text.section(u'.', 1, 1).toInt(&second)};
    return first && second ? version : ApiVersion();
}

QString ApiVersion::toString() const
{
    return QString::number(majorNumber) + u'.' + QString::number(minorNumber);
}

QString EngineInfo::displayName() const
{
    const qsizetype suffix = version.indexOf(u'+');
    const QString number = suffix > 0 ? version.left(suffix) : version;
    return (flavor == Flavor::Podman ? "Podman "_L1 : "Docker "_L1) + number;
}

bool VolumeSummary::isAnonymous() const
{
    return name.size() == 64 && std::all_of(name.begin(), name.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

namespace decode
{

Result<void> version(const QByteArray& text, const QString& where, EngineInfo& info)
{
    const QString what = Tr::tr("version of the engine");
    return json::read(text, Shape::Object, what, where, [&](const Value& root) -> Result<void> {
        info.version = root["Version"].string();
        info.maxApiVersion = ApiVersion::parse(root["ApiVersion"].string());
        info.minApiVersion = ApiVersion::parse(root["MinAPIVersion"].string());
        if (!info.maxApiVersion.isValid())
            return tl::unexpected<Error>(json::shapeError(what, where));
        info.os = root["Os"].string();
        info.arch = root["Arch"].string();
        info.kernelVersion = root["KernelVersion"].string();
        info.flavor = Flavor::Docker;
        root["Components"].forEach([&info](const Value& component) {
            if (component["Name"].view() == "Podman Engine") {
                info.flavor = Flavor::Podman;
                info.libpodVersion = component["Details"]["APIVersion"].string();
            }
        });
        info.runsHealthChecks = info.flavor == Flavor::Docker;
        return {};
    });
}

Result<void> info(const QByteArray& text, const QString& where, EngineInfo& info)
{
    return json::read(text, Shape::Object, Tr::tr("description of the engine"), where,
                      [&](const Value& root) -> Result<void> {
                          info.operatingSystem = root["OperatingSystem"].string();
                          info.hostName = root["Name"].string();
                          info.id = root["ID"].string();
                          info.cpus = int(root["NCPU"].integer());
                          info.memoryBytes = root["MemTotal"].integer();
                          info.storageDriver = root["Driver"].string();
                          info.rootDir = root["DockerRootDir"].string();
                          info.loggingDriver = root["LoggingDriver"].string();
                          info.cgroupDriver = root["CgroupDriver"].string();
                          info.cgroupVersion = root["CgroupVersion"].string().toInt();
                          // Docker says it among its security options.
                          info.rootless =
                              root["Rootless"].boolean() ||
                              root["SecurityOptions"].strings().contains(QStringLiteral("name=rootless"));
                          info.limitsIgnored = info.rootless && info.cgroupVersion == 1;
                          info.containers = int(root["Containers"].integer());
                          info.running = int(root["ContainersRunning"].integer());
                          info.paused = int(root["ContainersPaused"].integer());
                          info.stopped = int(root["ContainersStopped"].integer());
                          info.images = int(root["Images"].integer());
                          info.warnings = root["Warnings"].strings();
                          return {};
                      });
}

Result<ApiVersion> agree(const EngineInfo& server, ApiVersion newest)
{
    const QString what = Tr::tr("Talking to %1").arg(server.displayName());
    if (server.maxApiVersion < oldestApi)
        return failure(NotAllowed{NotAllowed::Kind::Unsupported, what,
                                  Tr::tr("it speaks version %1 of the API at most, Kaptan needs %2 or later")
                                      .arg(server.maxApiVersion.toString(), oldestApi.toString())});
    const ApiVersion agreed = std::min(server.maxApiVersion, newest);
    if (agreed < server.minApiVersion)
        return failure(
            NotAllowed{NotAllowed::Kind::Unsupported, what,
                       Tr::tr("it wants version %1 of the API or later, this Kaptan knows %2 at most")
                           .arg(server.minApiVersion.toString(), newest.toString())});
    return agreed;
}

Result<DiskUsage> diskUsage(const QByteArray& text, const QString& where)
{
    return json::read(
        text, Shape::Object, Tr::tr("disk use"), where, [](const Value& root) -> Result<DiskUsage> {
            DiskUsage usage;
            qint64 sum = 0;
            root["Images"].forEach([&](const Value& value) {
                DiskUsage::Item item;
                item.id = value["Id"].string();
                item.name = shortImageName(value["RepoTags"].strings().value(0));
                item.size = value["Size"].integer();
                item.inUse = value["Containers"].integer() > 0;
                const qint64 own = item.size - std::max<qint64>(value["SharedSize"].integer(), 0);
                sum += item.size;
                if (!item.inUse)
                    usage.reclaimableImagesBytes += own;
                usage.images.append(item);
            });
            // Shared layers count once in LayersSize; Podman 4.3 says 0 there.
            const qint64 layers = root["LayersSize"].integer();
            usage.imagesBytes = layers > 0 ? layers : sum;
            root["Containers"].forEach([&](const Value& value) {
                DiskUsage::Item item;
                item.id = value["Id"].string();
                item.name = withoutSlash(value["Names"].strings().value(0));
                item.size = value["SizeRw"].integer();
                item.inUse = value["State"].view() == "running";
                usage.containersBytes += item.size;
                usage.containers.append(item);
            });
            root["Volumes"].forEach([&](const Value& value) {
                DiskUsage::Item item;
                item.name = item.id = value["Name"].string();
                item.size = std::max<qint64>(value["UsageData"]["Size"].integer(), 0);
                item.inUse = value["UsageData"]["RefCount"].integer() > 0;
                usage.volumesBytes += item.size;
                if (!item.inUse)
                    usage.reclaimableVolumesBytes += item.size;
                usage.volumes.append(item);
            });
            root["BuildCache"].forEach([&](const Value& value) {
                if (!value["Shared"].boolean())
                    usage.buildCacheBytes += value["Size"].integer();
            });
            return usage;
        });
}

} // namespace decode
} // namespace kaptan::docker
