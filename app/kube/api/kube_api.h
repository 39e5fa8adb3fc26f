#pragma once

#include "app/core/clock.h"
#include "app/core/result.h"
#include "app/kube/api/resource.h"
#include "app/kube/api/table.h"
#include "app/kube/config/credentials.h"
#include "app/net/http.h"

#include <QObject>

#include <limits>
#include <memory>

namespace kaptan::kube
{

/// What opens long answers: the API itself, or a test's own.
class StreamOpener
{
public:
    virtual ~StreamOpener() = default;
    /// The caller owns the stream and connects before control returns to the event loop. In its own thread.
    /// The head comes when the identity is known; an error status is no failure of the stream (read its
    /// body).
    virtual std::unique_ptr<net::Stream> open(const net::Request& request) = 0;
};

class Wire;

/// How an object is written. https://kubernetes.io/docs/reference/using-api/server-side-apply/
struct WriteOptions {
    QString manager;     ///< fieldManager; has to be there for apply()
    bool force = false;  ///< apply(): take fields from other managers
    bool dryRun = false; ///< the server checks everything and keeps nothing
    bool strict = false; ///< fieldValidation=Strict: unknown fields are errors; servers before 1.25 ignore it
};

/// What the server answered to a write.
struct ApplyAnswer {
    QByteArray object;    ///< JSON, as it is now (or would be)
    bool created = false; ///< 201
    QStringList warnings; ///< of this answer, the server's own words
};

/// One rule's answer.
struct Access {
    bool allowed = false;
    QString reason;
};

/// What a user may do in one namespace, the union of all rules.
struct AccessRules {
    struct Rule {
        QStringList verbs, groups, resources; ///< "*" stands for all
        QStringList resourceNames;            ///< empty: any
    };

    QVector<Rule> rules;
    bool incomplete = false; ///< other authorizers have a say too: ask access()

    /// `resource` as "pods" or "pods/log". An empty name: any object.
    bool allows(const QString& verb, const QString& group, const QString& resource,
                const QString& name = {}) const;
};

/// metrics.k8s.io: what a pod or node uses.
struct MetricsItem {
    QString nameSpace, name;
    QDateTime at; ///< UTC

    struct Container {
        QString name;
        double cpuMillicores = 0;
        qint64 memoryBytes = 0;
    };

    QVector<Container> containers; ///< one without a name for a node
};

/// The kubelet's summary: what metrics.k8s.io lacks. Bytes since the start; -1 where it does not say. The
/// node itself has no namespace.
struct SummaryItem {
    QString nameSpace, name;
    qint64 networkRxBytes = -1, networkTxBytes = -1;
    QDateTime networkAt; ///< UTC, when these were counted, seconds before; invalid where it does not say
    qint64 diskUsedBytes = -1;
    double cpuMillicores = std::numeric_limits<double>::quiet_NaN();
    qint64 memoryBytes = -1; ///< the working set, as metrics.k8s.io has it
};

/// Calls to one API server as one user. Made anywhere, lives in a session's thread (IoThread::adopt); calls
/// that return futures from any thread, open() in its own. An error status comes back as an Error (KubeError
/// with the server's Status); 401 asks the credentials once more and repeats; 429 without a Status waits for
/// Retry-After.
class KubeApi : public QObject, public StreamOpener
{
    Q_OBJECT
public:
    KubeApi(net::Endpoint endpoint, std::unique_ptr<Credentials> credentials, Clock& clock = Clock::system());
    ~KubeApi() override;

    const net::Endpoint& endpoint() const;

    QFuture<Result<net::Response>> call(const net::Request& request);
    std::unique_ptr<net::Stream> open(const net::Request& request) override;
    /// The user himself tries again: see Credentials::retry(). Counts for every later call. Any thread.
    void retryIdentity();

    QFuture<Result<ServerVersion>> version();
    /// Aggregated where offered, else classic; a group that does not answer is named as stale.
    QFuture<Result<Discovery>> discover();

    /// One object as the server sends it (JSON).
    QFuture<Result<QByteArray>> get(const ApiResource& resource, const QString& nameSpace,
                                    const QString& name);
    /// A whole list rendered by the server, in chunks of 500. `selector` is a label selector, may be empty.
    QFuture<Result<Table>> table(const ApiResource& resource, const QString& nameSpace,
                                 const QString& selector = {});
    enum class Propagation { Background, Foreground, Orphan };
    /// `uid` as a precondition where not empty. `dryRun`: the server checks everything and deletes nothing.
    QFuture<Result<void>> remove(const ApiResource& resource, const QString& nameSpace, const QString& name,
                                 const QString& uid = {}, Propagation propagation = Propagation::Background,
                                 bool dryRun = false);
    /// PATCH with one of the server's content types ("application/merge-patch+json").
    QFuture<Result<QByteArray>> patch(const ApiResource& resource, const QString& nameSpace,
                                      const QString& name, const QByteArray& contentType,
                                      const QByteArray& body, const QString& subresource = {});
    /// Server-side apply of one object (JSON). Created where it is missing. A conflict is a KubeError with
    /// its conflicts. The name is asked for.
    QFuture<Result<ApplyAnswer>> apply(const ApiResource& resource, const QString& nameSpace,
                                       const QString& name, const QByteArray& object,
                                       const WriteOptions& options);
    /// POST: an object that has no name yet (generateName) or must not be there.
    QFuture<Result<ApplyAnswer>> create(const ApiResource& resource, const QString& nameSpace,
                                        const QByteArray& object, const WriteOptions& options);
    /// PUT of a whole object; its metadata.resourceVersion is the condition, 409 where it is not that any
    /// more.
    QFuture<Result<ApplyAnswer>> replace(const ApiResource& resource, const QString& nameSpace,
                                         const QString& name, const QByteArray& object,
                                         const WriteOptions& options);
    /// Through the /scale subresource.
    QFuture<Result<void>> scale(const ApiResource& resource, const QString& nameSpace, const QString& name,
                                int replicas);
    QFuture<Result<Access>> access(const QString& verb, const ApiResource& resource, const QString& nameSpace,
                                   const QString& name = {}, const QString& subresource = {});
    /// Everything that this user may do in the namespace ("default" where it is empty).
    QFuture<Result<AccessRules>> rules(const QString& nameSpace);
    /// "pods" or "nodes"; an empty namespace: all.
    QFuture<Result<QVector<MetricsItem>>> metrics(const QString& what, const QString& nameSpace = {});
    QFuture<Result<QVector<SummaryItem>>> summary(const QString& node);

Q_SIGNALS:
    /// The server warned of something (a deprecated kind); its own words, each only once.
    void warned(const QString& text);

private:
    std::unique_ptr<Wire> m_wire;
};

struct PodLogOptions {
    QString container; ///< empty: the only one
    bool follow = true;
    int tailLines = -1; ///< -1: all
    QDateTime sinceTime;
    bool timestamps = true;
    bool previous = false;
};

/// GET /api/v1/namespaces/n/pods/p/log, for KubeApi::open().
net::Request podLogRequest(const QString& nameSpace, const QString& pod, const PodLogOptions& options);

} // namespace kaptan::kube
