#pragma once

#include "app/kube/api/kube_api.h"
#include "app/kube/watch/resource_cache.h"
#include "app/net/io_thread.h"

#include <QElapsedTimer>
#include <QMutex>

#include <atomic>
#include <deque>
#include <memory>

/// The genuine API server of the bench, and who reads it.
namespace bench
{

/// What KAPTAN_BENCH_KUBECONFIG says.
struct KubeServer {
    kaptan::net::Endpoint endpoint;
    QByteArray token;
    static const KubeServer& get();
};

/// Ours: the API in a thread of its own.
struct KubeConnection {
    kaptan::net::IoThread thread{QStringLiteral("cluster")};
    kaptan::kube::KubeApi* api;
    KubeConnection();
};

/// Clients of the bench's own that write, several calls at once.
class KubeWriter
{
public:
    KubeWriter();
    ~KubeWriter();
    QFuture<kaptan::Result<kaptan::net::Response>> send(const QByteArray& method, const QString& path,
                                                        const QByteArray& body = {},
                                                        const QByteArray& contentType = "application/json");
    /// Waits for the oldest calls until at most so many are under way; ends the program where one failed.
    void settle(int atMost);

private:
    std::unique_ptr<kaptan::net::IoThread> m_thread;
    QList<kaptan::net::Client*> m_clients; ///< each has few connections
    int m_next = 0;
    std::deque<std::pair<QString, QFuture<kaptan::Result<kaptan::net::Response>>>> m_underWay;
};

QString podNamespace(int pod);
QString podName(int pod);
QString podPath(int pod);
/// Makes those of the pods [0, count) that are not there yet.
void makePods(int count);
/// How many pods the server has.
int podCount();

/// Reads the same pages as a reflector and throws them away; milliseconds.
double throwAwayMs(const kaptan::kube::ReflectorOptions& options);
/// `kubectl get pods -A` into nowhere; milliseconds.
double kubectlMs();

/// Lists and watches as the API does, but its watches can be cut and held back.
class Gate : public kaptan::kube::StreamOpener
{
public:
    explicit Gate(kaptan::kube::StreamOpener& opener) : m_opener(opener) {}

    std::unique_ptr<kaptan::net::Stream> open(const kaptan::net::Request& request) override;
    /// In the opener's thread.
    void cut();

    void release() { m_closed = false; }

private:
    kaptan::kube::StreamOpener& m_opener;
    QPointer<kaptan::net::Stream> m_watch;
    bool m_closed = false;
};

/// How long changes take to a table.
class Trail
{
public:
    void sent(const QString& uid, int seq); ///< any thread, in the order of the server
    /// The table has changed: `seqOf(uid)` says what it shows.
    void look(const std::function<int(const QString&)>& seqOf);

    bool isEmpty() const;

    double worstMs() const { return m_worst; }

    int seen() const { return m_seen; }

private:
    struct Step {
        QString uid;
        int seq;
        qint64 at;
    };

    mutable QMutex m_mutex;
    std::deque<Step> m_steps;
    double m_worst = 0;
    int m_seen = 0;
};

/// Label "seq" of a pod; 0 where it has none.
int seqOf(const kaptan::kube::PodRow* pod);

} // namespace bench
