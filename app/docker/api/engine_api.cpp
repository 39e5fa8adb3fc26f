#include "app/docker/api/engine_api.h"

#include "app/docker/api/call.h"
#include "app/docker/api/decode.h"
#include "app/docker/api/engine_api_shared.h"
#include "app/json/json_reader.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace kaptan::docker
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EngineAnswer)
};

Result<net::Response> taken(const QFuture<Result<net::Response>>& future)
{
    if (future.resultCount() == 0)
        return failure(Cancelled{});
    return future.result();
}

/// The three answers as one description. /_ping proves that it is an engine at all.
Result<EngineInfo> combine(const QList<QFuture<Result<net::Response>>>& answers)
{
    const QString where[] = {u"GET /_ping"_s, u"GET /version"_s, u"GET /info"_s};
    std::array<net::Response, 3> responses;
    for (size_t i = 0; i < 3; ++i) {
        Result<net::Response> response = checked(taken(answers.at(qsizetype(i))), where[i]);
        if (!response)
            return tl::unexpected<Error>(response.error());
        responses[i] = *std::move(response);
    }
    EngineInfo info;
    if (const Result<void> read = decode::version(responses[1].body, where[1], info); !read)
        return tl::unexpected<Error>(read.error());
    if (const Result<void> read = decode::info(responses[2].body, where[2], info); !read)
        return tl::unexpected<Error>(read.error());
    if (const QByteArray libpod = responses[0].header("Libpod-Api-Version"); !libpod.isEmpty()) {
        info.flavor = Flavor::Podman;
        info.runsHealthChecks = false;
        info.libpodVersion = QString::fromLatin1(libpod);
    }
    if (const auto max = ApiVersion::parse(QString::fromLatin1(responses[0].header("Api-Version")));
        max.isValid())
        info.maxApiVersion = max;
    const Result<ApiVersion> agreed = decode::agree(info, EngineApi::newestApi);
    if (!agreed)
        return tl::unexpected<Error>(agreed.error());
    info.apiVersion = *agreed;
    return info;
}

} // namespace

EngineApi::EngineApi(net::Client& client) : m_client(client), m_shared(std::make_shared<Shared>())
{
    if (thread() != client.thread())
        moveToThread(client.thread());
}

EngineApi::~EngineApi()
{
    // Jobs end before the client does; each ends its own future.
    for (QObject* job : QObjectList(children()))
        delete job;
}

std::shared_ptr<const EngineInfo> EngineApi::info() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->info;
}

bool EngineApi::isPodman() const
{
    const auto known = info();
    return known && known->flavor == Flavor::Podman;
}

qint64 EngineApi::machineMemory() const
{
    const auto known = info();
    return known ? known->memoryBytes : 0;
}

net::Request EngineApi::request(const QByteArray& method, const QString& path) const
{
    net::Request request;
    request.method = method;
    const auto known = info();
    request.path = known ? "/v"_L1 + known->apiVersion.toString() + path : path;
    return request;
}

QFuture<Result<EngineInfo>> EngineApi::negotiate()
{
    QList<QFuture<Result<net::Response>>> answers;
    for (const auto path : {"/_ping"_L1, "/version"_L1, "/info"_L1}) {
        net::Request request;
        request.path = path;
        answers.append(m_client.send(request));
    }
    return QtFuture::whenAll(answers.begin(), answers.end())
        .then(
            QThreadPool::globalInstance(),
            [shared = m_shared](const QList<QFuture<Result<net::Response>>>& all) -> Result<EngineInfo> {
                Result<EngineInfo> found = combine(all);
                if (found) {
                    const std::lock_guard lock(shared->mutex);
                    shared->info = std::make_shared<const EngineInfo>(*found);
                }
                return named(std::move(found), {QT_TRANSLATE_NOOP("Operation", "connect to the engine"), {}});
            });
}

QFuture<Result<void>> EngineApi::ping()
{
    net::Request ping;
    ping.path = u"/_ping"_s;
    ping.timeout = 10s;
    return voidCall(m_client, ping, {QT_TRANSLATE_NOOP("Operation", "reach the engine"), {}});
}

QFuture<Result<DiskUsage>> EngineApi::diskUsage()
{
    net::Request df = request("GET", u"/system/df"_s);
    df.timeout = 10min;
    // Podman 4.3 gives tags without names here; the image list has them.
    QList<QFuture<Result<net::Response>>> answers = {m_client.send(df),
                                                     m_client.send(request("GET", u"/images/json"_s))};
    return QtFuture::whenAll(answers.begin(), answers.end())
        .then(QThreadPool::globalInstance(),
              [](const QList<QFuture<Result<net::Response>>>& all) -> Result<DiskUsage> {
                  const Operation operation{QT_TRANSLATE_NOOP("Operation", "measure the disk use"), {}};
                  const QString where = u"GET /system/df"_s;
                  const Result<net::Response> answer = checked(taken(all.at(0)), where);
                  if (!answer)
                      return named(Result<DiskUsage>(tl::unexpected<Error>(answer.error())), operation);
                  Result<DiskUsage> usage = decode::diskUsage(answer->body, where);
                  const Result<net::Response> list = checked(taken(all.at(1)), u"GET /images/json"_s);
                  if (!usage || !list)
                      return named(std::move(usage), operation);
                  QHash<QString, QString> names;
                  const auto images = decode::images(list->body, {});
                  for (const ImageSummary& image : images.value_or(QVector<ImageSummary>()))
                      names.insert(image.id.section(u':', -1), image.tags.value(0));
                  for (DiskUsage::Item& item : usage->images) {
                      const QString name = names.value(item.id.section(u':', -1));
                      if (!name.isEmpty())
                          item.name = name;
                  }
                  return usage;
              });
}

std::unique_ptr<net::Stream> EngineApi::eventStream(const Filters& filters)
{
    net::Request events = request("GET", u"/events"_s);
    addFilters(events, filters);
    return m_client.stream(events);
}

} // namespace kaptan::docker
