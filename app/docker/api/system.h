#pragma once

#include "app/docker/api/image.h"
#include "app/docker/api/volume.h"

#include <QMetaType>

/// The engine itself: https://docs.docker.com/engine/api/v1.41/#tag/System
namespace kaptan::docker
{

enum class Flavor { Docker, Podman };

/// "1.41" as numbers, so that 1.9 < 1.41.
struct ApiVersion {
    int majorNumber = 0;
    int minorNumber = 0;

    static ApiVersion parse(const QString& text); ///< 0.0 where it is none

    bool isValid() const { return majorNumber > 0; }

    QString toString() const;

    bool operator==(const ApiVersion&) const = default;
    auto operator<=>(const ApiVersion&) const = default;
};

/// Who answers and what it can do, of /_ping, /version and /info together.
struct EngineInfo {
    Flavor flavor = Flavor::Docker;
    QString version;          ///< "20.10.24+dfsg1"
    ApiVersion apiVersion;    ///< agreed upon: the lower of its maximum and ours
    ApiVersion maxApiVersion; ///< the server's
    ApiVersion minApiVersion; ///< the server's
    QString libpodVersion;    ///< "4.3.1"; empty on Docker
    QString os, arch, kernelVersion;
    QString operatingSystem; ///< "Debian GNU/Linux 12 (bookworm)"
    QString hostName;
    QString id;
    int cpus = 0;
    qint64 memoryBytes = 0;
    QString storageDriver, rootDir, loggingDriver;
    QString cgroupDriver;
    int cgroupVersion = 0; ///< 1, 2; 0 where not said
    bool rootless = false;
    /// Rootless on cgroup v1: limits are accepted and have no effect, statistics are wrong. To be said in the
    /// UI.
    bool limitsIgnored = false;
    /// The engine runs health checks itself. False on Podman: without systemd nobody runs them, Kaptan does.
    bool runsHealthChecks = true;
    int containers = 0, running = 0, paused = 0, stopped = 0, images = 0;
    QStringList warnings; ///< the engine's own words

    /// "Docker 20.10.24", "Podman 4.3.1": without the distributor's suffix.
    QString displayName() const;
};

/// GET /system/df. Bytes.
struct DiskUsage {
    struct Item {
        QString id;
        QString name; ///< short image name, container name or volume name
        qint64 size = 0;
        bool inUse = false;
    };

    qint64 imagesBytes = 0;
    qint64 containersBytes = 0;
    qint64 volumesBytes = 0;
    qint64 buildCacheBytes = 0;
    qint64 reclaimableImagesBytes = 0;
    qint64 reclaimableVolumesBytes = 0;
    QVector<Item> images;
    QVector<Item> containers;
    QVector<Item> volumes;

    qint64 total() const { return imagesBytes + containersBytes + volumesBytes + buildCacheBytes; }
};

} // namespace kaptan::docker

Q_DECLARE_METATYPE(kaptan::docker::EngineInfo)
