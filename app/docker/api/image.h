#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

/// Images: https://docs.docker.com/engine/api/v1.41/#tag/Image
namespace kaptan::docker
{

/// One entry of GET /images/json.
struct ImageSummary {
    QString id;             ///< "sha256:..."
    QStringList tags;       ///< short names, "test/busybox:1"; empty: dangling
    QStringList digests;    ///< short names, "test/busybox@sha256:..."
    QDateTime created;      ///< UTC
    qint64 size = 0;        ///< bytes
    qint64 containers = -1; ///< that use it; -1: not said
    QHash<QString, QString> labels;
};

/// GET /images/{name}/json
struct ImageDetails {
    QString id;
    QStringList tags;
    QStringList digests;
    QDateTime created;
    qint64 size = 0;
    QString architecture, os;
    QString author, comment;
    QStringList command, entrypoint;
    QStringList environment; ///< may be secret: never logged
    QString workingDir, user;
    QStringList exposedPorts; ///< "80/tcp"
    QStringList volumes;
    QStringList layers;
    QHash<QString, QString> labels;
};

/// The name as people write it, the same for both engines: "docker.io/test/busybox:1" -> "test/busybox:1",
/// "docker.io/library/nginx" -> "nginx", "localhost/x:1" and "quay.io/a/b" stay. An id stays.
QString shortImageName(const QString& name);
/// With its tag: "nginx" -> "nginx:latest"; names with a digest or a tag stay.
QString withTag(const QString& name);
/// Both mean the same image name ("nginx", "docker.io/library/nginx:latest").
bool sameImageName(const QString& a, const QString& b);

} // namespace kaptan::docker
