#include "kube_bench.h"

#include "bench.h"

#include "app/kube/config/kubeconfig.h"
#include "app/kube/watch/answers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace kaptan;

namespace bench
{

namespace
{

constexpr int namespaces = 50;
constexpr int apps = 400; ///< deployments
constexpr int writers = 4;

[[noreturn]] void die(const QString& why)
{
    std::fprintf(stderr, "bench: %s\n", qPrintable(why));
    std::exit(3);
}

kube::ResolvedContext context()
{
    const QString file = qEnvironmentVariable("KAPTAN_BENCH_KUBECONFIG");
    if (file.isEmpty())
        die(u"KAPTAN_BENCH_KUBECONFIG names no server; start this through tests/bench/run kube"_s);
    const auto config = kube::loadKubeconfig(kube::KubeconfigPlaces::find({}, {}, file));
    if (!config)
        die(config.error().message());
    const auto resolved = kube::resolveContext(*config, config->currentContext, {});
    if (!resolved)
        die(resolved.error().message());
    return *resolved;
}

/// 6 KB as the server sends it, with its own record of the fields.
QByteArray appOf(int pod)
{
    return "service-" + QByteArray::number(pod % apps);
}

/// In an object's metadata, behind another field.
QByteArray ownedBy(const char* version, const char* kind, const QByteArray& name, const QByteArray& uid)
{
    return QByteArray(R"(,"ownerReferences":[{"apiVersion":")") + version + R"(","kind":")" + kind +
           R"(","name":")" + name + R"(","uid":")" + uid + R"(","controller":true}])";
}

QByteArray podBody(int pod, const QByteArray& setUid)
{
    const QByteArray number = QByteArray::number(pod);
    const QByteArray app = appOf(pod);
    QByteArray variables;
    for (int i = 0; i < 10; ++i)
        variables += QByteArray(i ? "," : "") + R"({"name":"SETTING_)" + QByteArray::number(i) +
                     R"(","value":"https://)" + app + ".internal.example.com:8443/v" + QByteArray::number(i) +
                     "/" + number + R"("})";
    const auto container = [&](const QByteArray& name) {
        return R"({"name":")" + name + R"(","image":"registry.example.com/shop/)" + app + ":1." +
               QByteArray::number(pod % 9) + R"(.0","env":[)" + variables +
               R"(],"resources":{"requests":{"cpu":"100m","memory":"128Mi"},"limits":{"cpu":"500m","memory":"256Mi"}},)"
               R"("livenessProbe":{"httpGet":{"path":"/healthz","port":8080},"periodSeconds":10},)"
               R"("readinessProbe":{"httpGet":{"path":"/ready","port":8080},"periodSeconds":5}})";
    };
    return R"({"metadata":{"name":")" + podName(pod).toLatin1() + R"(","labels":{"app":")" + app +
           R"(","tier":"backend","pod-template-hash":"7fd69d5897","team":"shop","seq":"0"},"annotations":{)"
           R"("example.com/config-checksum":"0f343b0931126a20f133d67c2b018a3b)" +
           number + R"(","example.com/notes":")" + QByteArray(200, 'n') + R"("})" +
           ownedBy("apps/v1", "ReplicaSet", app + "-7fd69d5897", setUid) +
           R"(},"spec":{"schedulerName":"nobody","containers":[)" + container("main") + ',' +
           container("proxy") + "]}}";
}

/// A deployment or its replica set, of as many replicas as it has pods.
QByteArray ownerBody(int app, const QByteArray& name, const QByteArray& owner, int replicas)
{
    const QByteArray label = R"({"app":")" + appOf(app) + R"("})";
    return R"({"metadata":{"name":")" + name + R"(","labels":)" + label + owner + R"(},"spec":{"replicas":)" +
           QByteArray::number(replicas) + R"(,"selector":{"matchLabels":)" + label +
           R"(},"template":{"metadata":{"labels":)" + label +
           R"(},"spec":{"containers":[{"name":"main","image":"registry.example.com/shop/)" + appOf(app) +
           R"("}]}}}})";
}

QByteArray uidIn(const QFuture<Result<net::Response>>& future)
{
    return QJsonDocument::fromJson(future.result()->body)
        .object()[u"metadata"_s][u"uid"_s]
        .toString()
        .toLatin1();
}

/// The uids of the replica sets that own the pods, made with their deployments where the server has none.
/// Nobody controls them: no more pods come.
QVector<QByteArray> owners(KubeWriter& writer, int pods, bool there)
{
    const auto path = [](int app, const char* kind) {
        return u"/apis/apps/v1/namespaces/%1/%2"_s.arg(podNamespace(app), QString::fromLatin1(kind));
    };
    const auto uids = [&](const char* kind, const QByteArray& suffix, const auto& body) {
        QVector<QFuture<Result<net::Response>>> futures;
        for (int app = 0; app < apps; ++app) {
            const QByteArray name = appOf(app) + suffix;
            futures << (there ? writer.send("GET", path(app, kind) + u'/' + QString::fromLatin1(name))
                              : writer.send("POST", path(app, kind), body(app, name)));
            writer.settle(16);
        }
        writer.settle(0);
        QVector<QByteArray> made;
        for (const auto& future : futures)
            made << uidIn(future);
        return made;
    };
    const auto deployments = uids("deployments", {}, [&](int app, const QByteArray& name) {
        return ownerBody(app, name, {}, pods / apps);
    });
    return uids("replicasets", "-7fd69d5897", [&](int app, const QByteArray& name) {
        return ownerBody(app, name, ownedBy("apps/v1", "Deployment", appOf(app), deployments[app]),
                         pods / apps);
    });
}

} // namespace

const KubeServer& KubeServer::get()
{
    static const KubeServer server = [] {
        const kube::ResolvedContext resolved = context();
        return KubeServer{resolved.endpoint, resolved.user.token.toLatin1()};
    }();
    return server;
}

KubeConnection::KubeConnection()
{
    const kube::ResolvedContext resolved = context();
    api =
        thread.adopt(std::make_unique<kube::KubeApi>(resolved.endpoint, kube::makeCredentials(resolved, {})));
}

KubeWriter::KubeWriter() : m_thread(std::make_unique<net::IoThread>(u"writer"_s))
{
    for (int i = 0; i < writers; ++i) {
        auto client = std::make_unique<net::Client>(KubeServer::get().endpoint);
        client->setUserAgent("bench-writer/1");
        m_clients.append(m_thread->adopt(std::move(client)));
    }
}

KubeWriter::~KubeWriter() = default;

QFuture<Result<net::Response>> KubeWriter::send(const QByteArray& method, const QString& path,
                                                const QByteArray& body, const QByteArray& contentType)
{
    net::Request request;
    request.method = method;
    request.path = path.section(u'?', 0, 0);
    request.query = QUrlQuery(path.section(u'?', 1));
    request.body = body;
    request.timeout = std::chrono::minutes(2);
    request.headers = {{"Authorization", "Bearer " + KubeServer::get().token}};
    if (!body.isEmpty())
        request.headers.append({"Content-Type", contentType});
    auto future = m_clients[m_next++ % writers]->send(request);
    m_underWay.emplace_back(path, future);
    return future;
}

void KubeWriter::settle(int atMost)
{
    while (int(m_underWay.size()) > atMost) {
        auto [path, future] = m_underWay.front();
        m_underWay.pop_front();
        future.waitForFinished();
        const auto result = future.result();
        if (!result)
            die(path + u": "_s + result.error().message());
        if (result->status >= 400 && result->status != 409) // there already
            die(path + u": "_s + QString::number(result->status) + u' ' + QString::fromUtf8(result->body));
    }
}

QString podNamespace(int pod)
{
    return u"bench-%1"_s.arg(pod % namespaces, 2, 10, QLatin1Char('0'));
}

QString podName(int pod)
{
    return u"web-7fd69d5897-%1"_s.arg(pod, 6, 10, QLatin1Char('0'));
}

QString podPath(int pod)
{
    return u"/api/v1/namespaces/%1/pods/%2"_s.arg(podNamespace(pod), podName(pod));
}

int podCount()
{
    KubeWriter client;
    auto future = client.send("GET", u"/api/v1/pods?limit=1"_s);
    client.settle(0);
    const QJsonObject list = QJsonDocument::fromJson(future.result()->body).object();
    return list[u"items"_s].toArray().size() + list[u"metadata"_s][u"remainingItemCount"_s].toInt();
}

void makePods(int count)
{
    const int there = podCount();
    if (there > count)
        die(u"the server has %1 pods, more than %2: remove its folder"_s.arg(there).arg(count));
    if (there == count)
        return;
    std::printf("making %d pods ...\n", count - there);
    std::fflush(stdout);
    KubeWriter writer;
    for (int i = 0; i < namespaces; ++i)
        writer.send("POST", u"/api/v1/namespaces"_s,
                    R"({"metadata":{"name":")" + podNamespace(i).toLatin1() + R"("}})");
    writer.settle(0);
    const QVector<QByteArray> sets = owners(writer, count, there > 0);
    for (int pod = there; pod < count; ++pod) {
        writer.send("POST", podPath(pod).section(u'/', 0, -2), podBody(pod, sets[pod % apps]));
        writer.settle(16);
    }
    writer.settle(0);
    if (podCount() != count)
        die(u"the server has %1 pods instead of %2: remove its folder"_s.arg(podCount()).arg(count));
}

// ---- peers

namespace
{

class ThrowAway : public QObject
{
public:
    ThrowAway(const kube::ReflectorOptions& options)
        : m_options(options), m_client(KubeServer::get().endpoint, this)
    {
        m_client.setUserAgent("bench-reader/1");
    }

    void ask(const QByteArray& token, int limit)
    {
        struct Page {
            std::unique_ptr<net::Stream> stream;
            QByteArray begin;
            bool asked = false;
        };

        net::Request request;
        request.path = u"/api/v1/pods"_s;
        request.headers = {{"Accept", "application/json"},
                           {"Authorization", "Bearer " + KubeServer::get().token}};
        net::addQuery(request.query, u"limit"_s, QString::number(limit));
        if (!token.isEmpty())
            net::addQuery(request.query, u"continue"_s, QString::fromLatin1(token));
        auto page = std::make_shared<Page>();
        page->stream = m_client.stream(request);
        ++m_open;
        const auto take = [this, page] {
            while (page->stream->bytesAvailable() > 0) {
                const QByteArray bytes = page->stream->read(page->stream->bytesAvailable());
                if (bytes.isEmpty())
                    break;
                m_bytes += bytes.size();
                if (page->asked)
                    continue;
                page->begin += bytes.left(4096);
                if (const auto head = kube::peekListHead(page->begin)) {
                    page->asked = true;
                    if (!head->continueToken.isEmpty())
                        ask(head->continueToken, m_options.furtherPages);
                }
            }
        };
        connect(page->stream.get(), &net::Stream::readyRead, this, take);
        connect(page->stream.get(), &net::Stream::finished, this,
                [this, page, take](const std::optional<Error>& error) {
                    take();
                    if (error || page->stream->status() != 200)
                        die(u"the reader got no page"_s);
                    page->stream->disconnect(this);
                    page->stream.release()->deleteLater();
                    if (--m_open == 0)
                        done = true;
                });
    }

    std::atomic<bool> done{false};

private:
    kube::ReflectorOptions m_options;
    net::Client m_client;
    qint64 m_bytes = 0;
    int m_open = 0;
};

} // namespace

double throwAwayMs(const kube::ReflectorOptions& options)
{
    KubeServer::get();
    return wallMs([&] {
        net::IoThread thread(u"reader"_s);
        ThrowAway* reader = thread.adopt(std::make_unique<ThrowAway>(options));
        thread.run([&] { reader->ask({}, options.firstPage); });
        until([&] { return reader->done.load(); }, 300, "the reader's last page");
    });
}

double kubectlMs()
{
    QProcess kubectl;
    kubectl.setStandardOutputFile(QProcess::nullDevice());
    return wallMs([&] {
        kubectl.start(qEnvironmentVariable("KAPTAN_BENCH_KUBECTL"),
                      {u"--kubeconfig"_s, qEnvironmentVariable("KAPTAN_BENCH_KUBECONFIG"), u"get"_s,
                       u"pods"_s, u"-A"_s});
        if (!kubectl.waitForFinished(600'000) || kubectl.exitCode() != 0)
            die(u"kubectl: "_s + QString::fromUtf8(kubectl.readAllStandardError()));
    });
}

// ---- watches

namespace
{

class Refused : public net::Stream
{
public:
    Refused()
    {
        QMetaObject::invokeMethod(
            this,
            [this] {
                Q_EMIT finished(Error(TransportError{TransportError::Kind::Refused, u"gate"_s, {}}));
            },
            Qt::QueuedConnection);
    }

    int status() const override { return 0; }

    QByteArray header(const QByteArray&) const override { return {}; }

    qint64 bytesAvailable() const override { return 0; }

    QByteArray read(qint64) override { return {}; }

    void write(const QByteArray&) override {}

    void closeWriting() override {}

    qint64 bytesToWrite() const override { return 0; }

    void abort() override { disconnect(); }
};

} // namespace

std::unique_ptr<net::Stream> Gate::open(const net::Request& request)
{
    const bool isWatch = request.query.hasQueryItem(u"watch"_s);
    if (isWatch && m_closed)
        return std::make_unique<Refused>();
    std::unique_ptr<net::Stream> stream = m_opener.open(request);
    if (isWatch)
        m_watch = stream.get();
    return stream;
}

void Gate::cut()
{
    m_closed = true;
    if (m_watch)
        Q_EMIT m_watch->finished(Error(TransportError{TransportError::Kind::Closed, u"gate"_s, {}}));
}

static qint64 nowNs()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

void Trail::sent(const QString& uid, int seq)
{
    const QMutexLocker lock(&m_mutex);
    m_steps.push_back({uid, seq, nowNs()});
}

void Trail::look(const std::function<int(const QString&)>& seqOf)
{
    const QMutexLocker lock(&m_mutex);
    while (!m_steps.empty() && seqOf(m_steps.front().uid) >= m_steps.front().seq) {
        m_worst = std::max(m_worst, double(nowNs() - m_steps.front().at) / 1e6);
        ++m_seen;
        m_steps.pop_front();
    }
}

bool Trail::isEmpty() const
{
    const QMutexLocker lock(&m_mutex);
    return m_steps.empty();
}

int seqOf(const kube::PodRow* pod)
{
    const auto value = pod ? pod->label("seq") : std::nullopt;
    return value ? std::atoi(std::string(*value).c_str()) : 0;
}

} // namespace bench
