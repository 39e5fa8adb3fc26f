#pragma once

#include "app/core/result.h"
#include "app/docker/api/container.h"
#include "app/docker/api/event.h"
#include "app/docker/api/exec.h"
#include "app/docker/api/image.h"
#include "app/docker/api/network.h"
#include "app/docker/api/system.h"
#include "app/docker/api/volume.h"
#include "app/net/http.h"

#include <QFuture>
#include <QObject>

#include <memory>

/// A Docker or Podman engine over its API. https://docs.docker.com/engine/api/v1.41/
namespace kaptan::docker
{

/// Values of `filters`: {"label": {"a=b"}, "id": {...}}.
using Filters = QHash<QString, QStringList>;

/// Typed calls to one engine. Lives in the client's thread and dies there (or after that thread's end),
/// before the client. Methods that return a future may be called from any thread; answers are decoded in the
/// thread pool. Methods that return a Stream are for the client's thread.
///
/// Errors: TransportError, TlsError of the connection; EngineError with the engine's own words; ParseError
/// for an answer that is none of an engine; NotAllowed::Unsupported for what this engine lacks. See
/// engine_error.h for what a status means on either engine.
///
/// Cancelling a future discards the answer; the request itself ends by itself (a change that is half made
/// helps nobody), but pull(), wait() and importImage() are broken off.
class EngineApi : public QObject
{
    Q_OBJECT
public:
    /// The newest API that this program was written against; the server's maximum is used where it is lower.
    static constexpr ApiVersion newestApi{1, 47};

    explicit EngineApi(net::Client& client);
    ~EngineApi() override;

    net::Client& client() const { return m_client; }

    /// Asks who is there and agrees on the API version; to be called first and after each reconnect. Until
    /// then calls go out without a version. /_ping, /version, /info.
    QFuture<Result<EngineInfo>> negotiate();
    /// What negotiate() found last. Any thread; null before.
    std::shared_ptr<const EngineInfo> info() const;
    bool isPodman() const;

    QFuture<Result<void>> ping();
    QFuture<Result<DiskUsage>> diskUsage(); ///< may take long: the engine looks at every file

    // Containers. `id` is an id or a name.
    QFuture<Result<QVector<ContainerSummary>>> containers(bool all = true, const Filters& filters = {});
    QFuture<Result<ContainerDetails>> inspectContainer(const QString& id);
    QFuture<Result<CreatedContainer>> createContainer(const CreateRequest& request);
    QFuture<Result<void>> startContainer(const QString& id); ///< one that runs already: no error
    /// Seconds until it is killed; -1: the container's own (10). One that is stopped already: no error.
    QFuture<Result<void>> stopContainer(const QString& id, int timeoutSeconds = -1);
    QFuture<Result<void>> restartContainer(const QString& id, int timeoutSeconds = -1);
    QFuture<Result<void>> killContainer(const QString& id, const QString& signal = QStringLiteral("KILL"));
    QFuture<Result<void>> pauseContainer(const QString& id);
    QFuture<Result<void>> unpauseContainer(const QString& id);
    QFuture<Result<void>> renameContainer(const QString& id, const QString& newName);
    /// `force` kills it first; `volumes` removes its anonymous volumes too.
    QFuture<Result<void>> removeContainer(const QString& id, bool force = false, bool volumes = false);
    /// Docker: /update; Podman: the libpod call, which inspect does not show afterwards (4.3).
    QFuture<Result<QStringList>> updateContainer(const QString& id, const UpdateRequest& request);
    /// Until it does not run; its exit code. No time-out; cancel it.
    QFuture<Result<int>> waitContainer(const QString& id);
    QFuture<Result<StatsSample>> stats(const QString& id);
    QFuture<Result<ProcessTable>> top(const QString& id);
    /// Runs the check now (Podman): Healthy or Unhealthy, the outcome of this one run; what all runs together
    /// say is then in inspectContainer(). NotAllowed on Docker, which runs them itself.
    QFuture<Result<HealthState>> runHealthCheck(const QString& id);

    /// Frames for LogDemuxer, or raw where config.tty. Client's thread.
    std::unique_ptr<net::Stream> logs(const LogRequest& request);
    /// A duplex stream to the main process. Client's thread.
    std::unique_ptr<net::Stream> attach(const AttachRequest& request);

    // Commands.
    QFuture<Result<QString>> createExec(const ExecRequest& request); ///< its id
    /// A duplex stream: frames for LogDemuxer, raw with a TTY. Client's thread.
    std::unique_ptr<net::Stream> startExec(const QString& execId, bool tty);
    QFuture<Result<void>> resizeExec(const QString& execId, int columns, int rows); ///< after its start only
    QFuture<Result<void>> resizeContainer(const QString& id, int columns, int rows);
    QFuture<Result<ExecState>> inspectExec(const QString& execId);
    /// All of it: create, start, read to the end, exit code. At most `keep` bytes of output are kept.
    QFuture<Result<ExecResult>> exec(const ExecRequest& request, qint64 keep = 1024 * 1024);

    // Images.
    QFuture<Result<QVector<ImageSummary>>> images(const Filters& filters = {});
    QFuture<Result<ImageDetails>> inspectImage(const QString& name);
    /// Progress: value of 0 to 1000 (0 while unknown) and a line of the engine's text.
    QFuture<Result<void>> pull(const QString& name);
    QFuture<Result<void>> removeImage(const QString& name, bool force = false);
    QFuture<Result<void>> tagImage(const QString& name, const QString& newName);
    /// A root file system (tar, may be compressed) becomes an image; its id. `changes` are Dockerfile lines
    /// ("CMD [\"sh\"]").
    QFuture<Result<QString>> importImage(const QByteArray& tar, const QString& name,
                                         const QStringList& changes = {});

    // Networks.
    QFuture<Result<QVector<NetworkSummary>>> networks(const Filters& filters = {});
    QFuture<Result<NetworkDetails>> inspectNetwork(const QString& name);
    QFuture<Result<QString>> createNetwork(const NetworkCreateRequest& request); ///< its id
    QFuture<Result<void>> removeNetwork(const QString& name);
    QFuture<Result<void>> connectNetwork(const QString& containerId, const EndpointRequest& endpoint);
    QFuture<Result<void>> disconnectNetwork(const QString& containerId, const QString& network,
                                            bool force = false);

    // Volumes.
    QFuture<Result<QVector<VolumeSummary>>> volumes(const Filters& filters = {});
    QFuture<Result<VolumeSummary>> createVolume(const VolumeCreateRequest& request);
    QFuture<Result<void>> removeVolume(const QString& name, bool force = false);

    /// What happens from now on; one line of JSON each, see decodeEvent(). Client's thread.
    std::unique_ptr<net::Stream> eventStream(const Filters& filters = {});

private:
    struct Shared; // what continuations in other threads may still touch when this is gone

    /// A request to the agreed version of the API.
    net::Request request(const QByteArray& method, const QString& path) const;
    qint64 machineMemory() const;

    net::Client& m_client;
    std::shared_ptr<Shared> m_shared;
};

} // namespace kaptan::docker
