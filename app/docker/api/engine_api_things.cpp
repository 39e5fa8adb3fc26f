#include "app/docker/api/call.h"
#include "app/docker/api/decode.h"
#include "app/docker/api/encode.h"
#include "app/docker/api/engine_api_shared.h"
#include "app/docker/api/jobs.h"

namespace kaptan::docker
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// "nginx:1" -> {"nginx", "1"}; "a@sha256:..." -> {"a", "sha256:..."}, as both engines take them apart too.
QPair<QString, QString> nameAndTag(const QString& name)
{
    const QString whole = withTag(name);
    const qsizetype digest = whole.indexOf(u'@');
    const qsizetype cut = digest >= 0 ? digest : whole.lastIndexOf(u':');
    return {whole.left(cut), whole.mid(cut + 1)};
}

} // namespace

QFuture<Result<QVector<ImageSummary>>> EngineApi::images(const Filters& filters)
{
    net::Request list = request("GET", u"/images/json"_s);
    addFilters(list, filters);
    return call<QVector<ImageSummary>>(m_client, list, {QT_TRANSLATE_NOOP("Operation", "list images"), {}},
                                       [](const net::Response& response, const QString& where) {
                                           return decode::images(response.body, where);
                                       });
}

QFuture<Result<ImageDetails>> EngineApi::inspectImage(const QString& name)
{
    return call<ImageDetails>(m_client, request("GET", "/images/"_L1 + name + "/json"_L1),
                              {QT_TRANSLATE_NOOP("Operation", "inspect image"), name},
                              [](const net::Response& response, const QString& where) {
                                  return decode::image(response.body, where);
                              });
}

QFuture<Result<void>> EngineApi::pull(const QString& name)
{
    const auto [repository, tag] = nameAndTag(name);
    net::Request pull = request("POST", u"/images/create"_s);
    net::addQuery(pull.query, u"fromImage"_s, repository);
    net::addQuery(pull.query, u"tag"_s, tag);
    pull.timeout = 5min; // until the registry has answered the engine
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    promise->setProgressRange(0, PullProgress::most);
    QFuture<Result<void>> future = promise->future();
    QMetaObject::invokeMethod(this, [this, promise, pull, name] { new PullJob(*this, promise, pull, name); });
    return future;
}

QFuture<Result<void>> EngineApi::removeImage(const QString& name, bool force)
{
    net::Request remove = request("DELETE", "/images/"_L1 + name);
    addFlag(remove, "force", force);
    remove.timeout = 2min;
    return voidCall(m_client, remove, {QT_TRANSLATE_NOOP("Operation", "remove image"), name});
}

QFuture<Result<void>> EngineApi::tagImage(const QString& name, const QString& newName)
{
    const auto [repository, tag] = nameAndTag(newName);
    net::Request mark = request("POST", "/images/"_L1 + name + "/tag"_L1);
    net::addQuery(mark.query, u"repo"_s, repository);
    net::addQuery(mark.query, u"tag"_s, tag);
    return voidCall(m_client, mark, {QT_TRANSLATE_NOOP("Operation", "tag image"), name});
}

QFuture<Result<QString>> EngineApi::importImage(const QByteArray& tar, const QString& name,
                                                const QStringList& changes)
{
    net::Request import = request("POST", u"/images/create"_s);
    net::addQuery(import.query, u"fromSrc"_s, u"-"_s);
    const auto [repository, tag] = nameAndTag(name);
    // Podman 4.3 takes no notice of "tag".
    net::addQuery(import.query, u"repo"_s, isPodman() ? repository + u':' + tag : repository);
    if (!isPodman())
        net::addQuery(import.query, u"tag"_s, tag);
    for (const QString& change : changes)
        net::addQuery(import.query, u"changes"_s, change);
    import.headers.append(qMakePair(QByteArray("Content-Type"), QByteArray("application/x-tar")));
    import.body = tar;
    import.timeout = 30min;
    QFuture<Result<net::Response>> answer = m_client.send(import);
    QFuture<Result<QString>> id = answer.then(
        QThreadPool::globalInstance(), [name, where = whereOf(import)](Result<net::Response> response) {
            const Operation operation{QT_TRANSLATE_NOOP("Operation", "import image"), name};
            const Result<net::Response> good = checked(std::move(response), where);
            if (!good)
                return named(Result<QString>(tl::unexpected<Error>(good.error())), operation);
            PullProgress progress;
            JsonLines lines;
            const auto feed = [&progress](const QByteArray& line) { return progress.feed(line); };
            Result<void> read = lines.feed(good->body, feed);
            if (read)
                read = lines.finish(feed);
            return named(read ? Result<QString>(progress.status())
                              : Result<QString>(tl::unexpected<Error>(read.error())),
                         operation);
        });
    cancelWith(this, id, answer);
    return id;
}

QFuture<Result<QVector<NetworkSummary>>> EngineApi::networks(const Filters& filters)
{
    net::Request list = request("GET", u"/networks"_s);
    addFilters(list, filters);
    return call<QVector<NetworkSummary>>(m_client, list,
                                         {QT_TRANSLATE_NOOP("Operation", "list networks"), {}},
                                         [](const net::Response& response, const QString& where) {
                                             return decode::networks(response.body, where);
                                         });
}

QFuture<Result<NetworkDetails>> EngineApi::inspectNetwork(const QString& name)
{
    return call<NetworkDetails>(m_client, request("GET", "/networks/"_L1 + name),
                                {QT_TRANSLATE_NOOP("Operation", "inspect network"), name},
                                [](const net::Response& response, const QString& where) {
                                    return decode::network(response.body, where);
                                });
}

QFuture<Result<QString>> EngineApi::createNetwork(const NetworkCreateRequest& wanted)
{
    net::Request create = request("POST", u"/networks/create"_s);
    addJson(create, QJsonObject{{u"Name"_s, wanted.name},
                                {u"Driver"_s, wanted.driver},
                                {u"Internal"_s, wanted.internal},
                                {u"CheckDuplicate"_s, true},
                                {u"Labels"_s, encode::labels(wanted.labels)}});
    return call<QString>(
        m_client, create, {QT_TRANSLATE_NOOP("Operation", "create network"), wanted.name},
        [](const net::Response& response, const QString& where) { return decode::id(response.body, where); });
}

QFuture<Result<void>> EngineApi::removeNetwork(const QString& name)
{
    return voidCall(m_client, request("DELETE", "/networks/"_L1 + name),
                    {QT_TRANSLATE_NOOP("Operation", "remove network"), name});
}

QFuture<Result<void>> EngineApi::connectNetwork(const QString& containerId, const EndpointRequest& endpoint)
{
    net::Request connect = request("POST", "/networks/"_L1 + endpoint.network + "/connect"_L1);
    addJson(connect,
            QJsonObject{{u"Container"_s, containerId}, {u"EndpointConfig"_s, encode::endpoint(endpoint)}});
    return voidCall(m_client, connect,
                    {QT_TRANSLATE_NOOP("Operation", "connect a container to network"), endpoint.network});
}

QFuture<Result<void>> EngineApi::disconnectNetwork(const QString& containerId, const QString& network,
                                                   bool force)
{
    net::Request disconnect = request("POST", "/networks/"_L1 + network + "/disconnect"_L1);
    addJson(disconnect, QJsonObject{{u"Container"_s, containerId}, {u"Force"_s, force}});
    return voidCall(m_client, disconnect,
                    {QT_TRANSLATE_NOOP("Operation", "disconnect a container from network"), network});
}

QFuture<Result<QVector<VolumeSummary>>> EngineApi::volumes(const Filters& filters)
{
    net::Request list = request("GET", u"/volumes"_s);
    addFilters(list, filters);
    return call<QVector<VolumeSummary>>(m_client, list, {QT_TRANSLATE_NOOP("Operation", "list volumes"), {}},
                                        [](const net::Response& response, const QString& where) {
                                            return decode::volumes(response.body, where);
                                        });
}

QFuture<Result<VolumeSummary>> EngineApi::createVolume(const VolumeCreateRequest& wanted)
{
    net::Request create = request("POST", u"/volumes/create"_s);
    QJsonObject body{{u"Name"_s, wanted.name}, {u"Labels"_s, encode::labels(wanted.labels)}};
    if (!wanted.driver.isEmpty())
        body.insert("Driver"_L1, wanted.driver);
    addJson(create, body);
    return call<VolumeSummary>(m_client, create,
                               {QT_TRANSLATE_NOOP("Operation", "create volume"), wanted.name},
                               [](const net::Response& response, const QString& where) {
                                   return decode::volume(response.body, where);
                               });
}

QFuture<Result<void>> EngineApi::removeVolume(const QString& name, bool force)
{
    net::Request remove = request("DELETE", "/volumes/"_L1 + name);
    addFlag(remove, "force", force);
    return voidCall(m_client, remove, {QT_TRANSLATE_NOOP("Operation", "remove volume"), name});
}

} // namespace kaptan::docker
