#pragma once

#include "app/core/clock.h"
#include "app/kube/api/kube_api.h"
#include "app/kube/watch/resource_cache.h"

#include <QDateTime>
#include <QObject>

#include <memory>
#include <optional>

namespace kaptan::net
{
class IoThread;
}

namespace kaptan::kube
{

/// One cluster as one user sees it: its API, its kinds, and the rows that are kept of it. What is watched is
/// watched once, however many panes show it.
///
/// Belongs to the thread that makes it (the UI's, or main of kaptanctl): there its methods are called and
/// its signals arrive. The API and the caches live in an inner thread; what they offer for any thread may be
/// used from everywhere, as long as the cluster lives.
///
/// States are those of a connection: Idle -> open() -> Connecting -> Live; lost is Reconnecting (the last
/// rows stay and are stale) with jittered backoff until Live again or close(). Connecting that fails is
/// Failed and is also tried again; retryNow() does so at once.
class Cluster : public QObject
{
    Q_OBJECT
public:
    enum class Phase { Idle, Connecting, Live, Reconnecting, Failed };

    /// One kind in one namespace that this user may not list or watch.
    struct Refusal {
        QString path;      ///< of the list, as WatchTarget has it
        QString kind;      ///< "Deployment"
        QString nameSpace; ///< empty: all of them
        Error error;
    };

    struct State {
        Phase phase = Phase::Idle;
        QDateTime since;            ///< UTC; when the phase began
        QDateTime lastLive;         ///< UTC; invalid where never
        std::optional<Error> error; ///< why it is not live
        /// What is watched but may not be read (403): its rows are missing. In the order of their paths.
        QVector<Refusal> refused;
    };

    struct Options {
        QString nameSpace; ///< the context's own; empty: "default"
        /// Namespaces to look at where the user may not list them all; empty: the context's own.
        QStringList nameSpaces;
        ReflectorOptions reflector;
    };

    Cluster(const net::Endpoint& endpoint, std::unique_ptr<Credentials> credentials, Options options,
            Clock& clock = Clock::system(), QObject* parent = nullptr);
    ~Cluster() override;

    void open();
    void close();
    void retryNow();
    State state() const;

    KubeApi* api() const;                                 ///< never null
    std::shared_ptr<const Discovery> discovery() const;   ///< null before it was first live
    std::shared_ptr<const ServerVersion> version() const; ///< null before it was first live
    /// The context's own namespace.
    QString nameSpace() const;
    /// The namespaces that are looked at; empty: all of them. Known when first live.
    QStringList scope() const;

    /// Watched from the first call on, while live; one for each namespace of the scope. Empty before it was
    /// first live. Caches live until the cluster ends.
    QVector<PodCache*> pods();
    QVector<EventCache*> events();
    /// Null before it was first live, and where this user may not list nodes.
    NodeCache* nodes();
    /// Of one kind ("deployments" of "apps"); empty where the server has no such kind.
    QVector<WorkloadCache*> workloads(const QString& group, const QString& name);

    /// Asks the server for its kinds again (a custom one was added); discoveryChanged() tells a difference.
    void refreshKinds();

    /// The thread of the API and the caches, for what else lives there.
    net::IoThread& thread() const;

Q_SIGNALS:
    void stateChanged();
    /// Other kinds, or first ones.
    void discoveryChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kaptan::kube
