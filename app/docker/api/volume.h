#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>

/// Volumes: https://docs.docker.com/engine/api/v1.41/#tag/Volume
namespace kaptan::docker
{

struct VolumeSummary {
    QString name;
    QString driver;
    QString mountpoint;
    QDateTime created; ///< UTC; invalid where not said
    QHash<QString, QString> labels;
    qint64 size = -1;    ///< bytes, from system/df only
    int references = -1; ///< containers that use it, from system/df only

    /// Made without a name by an image's VOLUME: 64 hexadecimal digits.
    bool isAnonymous() const;
};

struct VolumeCreateRequest {
    QString name;
    QString driver; ///< empty: "local"
    QHash<QString, QString> labels;
};

} // namespace kaptan::docker
