#pragma once

#include "app/core/result.h"
#include "app/docker/api/container.h"
#include "app/docker/api/exec.h"
#include "app/docker/api/image.h"
#include "app/docker/api/network.h"
#include "app/docker/api/system.h"
#include "app/docker/api/volume.h"

/// The answers of both engines as values. Pure, for any thread; `where` is the call, for the error.
/// ParseError where the text is not what an engine says.
namespace kaptan::docker::decode
{

Result<QVector<ContainerSummary>> containers(const QByteArray& json, const QString& where);
Result<ContainerDetails> container(const QByteArray& json, const QString& where);
Result<CreatedContainer> created(const QByteArray& json, const QString& where);
/// `machineMemory`: a limit of that much or more is none (bytes, 0: unknown). An empty body is Podman's word
/// for a container that does not run.
Result<StatsSample> stats(const QByteArray& json, qint64 machineMemory, const QString& where);
Result<ProcessTable> top(const QByteArray& json, const QString& where);
Result<int> waitStatus(const QByteArray& json, const QString& where);
Result<HealthState> healthRun(const QByteArray& json, const QString& where);

Result<QString> id(const QByteArray& json, const QString& where); ///< {"Id": "..."}
Result<QStringList> warnings(const QByteArray& json, const QString& where);
Result<ExecState> exec(const QByteArray& json, const QString& where);

Result<QVector<ImageSummary>> images(const QByteArray& json, const QString& where);
Result<ImageDetails> image(const QByteArray& json, const QString& where);
Result<QVector<NetworkSummary>> networks(const QByteArray& json, const QString& where);
Result<NetworkDetails> network(const QByteArray& json, const QString& where);
Result<QVector<VolumeSummary>> volumes(const QByteArray& json, const QString& where);
Result<VolumeSummary> volume(const QByteArray& json, const QString& where);
Result<DiskUsage> diskUsage(const QByteArray& json, const QString& where);

/// GET /version into what is known so far.
Result<void> version(const QByteArray& json, const QString& where, EngineInfo& info);
/// GET /info into what is known so far; version() comes first.
Result<void> info(const QByteArray& json, const QString& where, EngineInfo& info);

/// The version to speak: the lower of theirs and ours. NotAllowed in words where there is none in common.
Result<ApiVersion> agree(const EngineInfo& server, ApiVersion newest);

} // namespace kaptan::docker::decode
