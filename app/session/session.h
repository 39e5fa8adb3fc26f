#pragma once

#include "app/core/clock.h"
#include "app/core/result.h"
#include "app/workload/ports.h"

#include <QDateTime>
#include <QObject>

#include <optional>

namespace kaptan::docker
{
class EngineApi;
struct EngineInfo;
} // namespace kaptan::docker

namespace kaptan::kube
{
class Cluster;
} // namespace kaptan::kube

/// One connection as the program sees it; the one composition that the window and the command line share.
namespace kaptan::session
{

/// Where a connection came from.
enum class Origin {
    Environment,
    DockerContext,
    PodmanConnection,
    DefaultSocket,
    Embedded,
    Added,
    Kubeconfig
};

/// A connection that could be made. Nothing is contacted before open().
struct ConnectionSpec {
    QString id;      ///< stable: derived from the address for found ones, random for added ones
    QString name;    ///< as the operator sees it; untrusted where found
    QString address; ///< "unix:///run/docker.sock", "tcp://host:2376"
    Origin origin = Origin::Added;
    QString source;                    ///< file or variable it was found in, for the operator
    QString caFile, certFile, keyFile; ///< tcp with TLS; paths
    bool insecureSkipVerify = false;   ///< as a Docker context may say; never for added ones
    bool production = false;
    bool readOnly = false;
    // Of a cluster; the address is its server's.
    QString context;        ///< name in the kubeconfig; empty: an engine
    QString kubeconfig;     ///< the one file that was named; empty: kubectl's own places
    QString nameSpace;      ///< the context's own; untrusted
    QStringList nameSpaces; ///< to look at where the user may not list them, by hand
    QByteArray fingerprint; ///< of what the kubeconfig says: other credentials want a new session
    QString whyUnsupported; ///< translated when found; empty: it can be opened

    bool isSupported() const { return whyUnsupported.isEmpty(); }

    bool isCluster() const { return !context.isEmpty(); }

    bool operator==(const ConnectionSpec&) const = default;
};

enum class Phase { Idle, Connecting, Live, Reconnecting, Failed };

/// The true state. `since` is when the phase began; `lastLive` when data was last known to be true.
struct ConnectionState {
    Phase phase = Phase::Idle;
    QDateTime since;            ///< UTC
    QDateTime lastLive;         ///< UTC; invalid where never
    std::optional<Error> error; ///< why it is not live
    /// Several connections shown together are not all live, but some are: what these show is true.
    bool partial = false;
    /// What it does not show though it is live, a translated sentence each; plain text, untrusted.
    QStringList notes;

    /// There is data, but it may be old.
    bool isStale() const { return phase == Phase::Reconnecting && lastLive.isValid(); }

    /// Something of it is true now.
    bool isLiveInPart() const { return phase == Phase::Live || partial; }
};

/// Lives in the UI's (or main) thread; its ports live in a thread of its own. Ports exist from open() on and
/// are null before; a backend that lacks one returns null for ever.
class Session : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual const ConnectionSpec& spec() const = 0;
    /// Its name or marks changed; they count at once. The address stays what it was made with.
    virtual void setSpec(const ConnectionSpec& spec) = 0;
    virtual ConnectionState state() const = 0;
    virtual workload::Platform platform() const = 0; ///< known when first live
    virtual QString versionText() const = 0;         ///< "Docker 20.10.24", empty before

    virtual void open() = 0;
    virtual void close() = 0;
    /// Tries again now instead of at the end of the backoff.
    virtual void retryNow() = 0;

    virtual workload::WorkloadSource* workloads() = 0;
    virtual workload::MetricSource* metrics() = 0;
    virtual workload::EventSource* events() = 0;
    virtual workload::LogSource* logs() = 0;
    /// Null where the connection is read-only: whyNotWritable() says so.
    virtual workload::LifecycleTarget* lifecycle() = 0;
    virtual workload::ScaleTarget* scaling() = 0;
    virtual workload::DeployTarget* deploying() = 0;
    virtual QString whyNotWritable() const = 0;

    /// The engine behind it, for panes that only engines have; null on others.
    virtual docker::EngineApi* engine() = 0;

    /// The cluster behind it, for panes that only clusters have; null on others.
    virtual kube::Cluster* cluster() { return nullptr; }

    /// Several connections shown together; see JointSession.
    virtual bool isJoint() const { return false; }

    /// The sessions that it is made of, with one connection each: itself, but for a joint one.
    virtual QVector<Session*> members() { return {this}; }

    /// The one among members() that this workload or instance belongs to; itself where that is unknown.
    virtual Session* memberOf(const QString&) { return this; }

    /// Of the connection that this workload or instance belongs to.
    const ConnectionSpec& specOf(const QString& id) { return memberOf(id)->spec(); }

    /// Closes it because `next` is shown instead, which goes on with the members that both have.
    virtual void closeFor(Session& next)
    {
        if (!next.members().contains(this))
            close();
    }

Q_SIGNALS:
    void stateChanged();
};

} // namespace kaptan::session
