#include "app/docker/api/call.h"
#include "app/docker/api/decode.h"
#include "app/docker/api/encode.h"
#include "app/docker/api/engine_api_shared.h"

#include <QJsonArray>

namespace kaptan::docker
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EngineAnswer)
};

QString path(const QString& id, QLatin1String action)
{
    return "/containers/"_L1 + id + action;
}

/// The engine answers when the container has stopped, which takes as long as it is given.
std::chrono::milliseconds stopTime(int timeoutSeconds)
{
    return timeoutSeconds < 0 ? 10min : std::chrono::seconds(timeoutSeconds) + 1min;
}

/// "1732418400.250000000", as both engines take it.
QString unixTime(const QDateTime& time)
{
    const qint64 milliseconds = time.toMSecsSinceEpoch();
    return QString::number(milliseconds / 1000) + u'.' +
           QString::number(milliseconds % 1000).rightJustified(3, u'0') + "000000"_L1;
}

} // namespace

void addFilters(net::Request& request, const Filters& filters)
{
    if (filters.isEmpty())
        return;
    QJsonObject object;
    for (auto it = filters.begin(); it != filters.end(); ++it)
        object.insert(it.key(), QJsonArray::fromStringList(it.value()));
    net::addQuery(request.query, u"filters"_s,
                  QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

void addJson(net::Request& request, const QJsonObject& body)
{
    request.headers.append(qMakePair(QByteArray("Content-Type"), QByteArray("application/json")));
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QFuture<Result<QVector<ContainerSummary>>> EngineApi::containers(bool all, const Filters& filters)
{
    net::Request list = request("GET", u"/containers/json"_s);
    addFlag(list, "all", all);
    addFilters(list, filters);
    return call<QVector<ContainerSummary>>(m_client, list,
                                           {QT_TRANSLATE_NOOP("Operation", "list containers"), {}},
                                           [](const net::Response& response, const QString& where) {
                                               return decode::containers(response.body, where);
                                           });
}

QFuture<Result<ContainerDetails>> EngineApi::inspectContainer(const QString& id)
{
    return call<ContainerDetails>(m_client, request("GET", path(id, "/json"_L1)),
                                  {QT_TRANSLATE_NOOP("Operation", "inspect container"), id},
                                  [](const net::Response& response, const QString& where) {
                                      return decode::container(response.body, where);
                                  });
}

QFuture<Result<CreatedContainer>> EngineApi::createContainer(const CreateRequest& wanted)
{
    net::Request create = request("POST", u"/containers/create"_s);
    if (!wanted.name.isEmpty())
        net::addQuery(create.query, u"name"_s, wanted.name);
    addJson(create, encode::create(wanted));
    create.timeout = 2min;
    return call<CreatedContainer>(m_client, create,
                                  {QT_TRANSLATE_NOOP("Operation", "create container"), wanted.name},
                                  [](const net::Response& response, const QString& where) {
                                      return decode::created(response.body, where);
                                  });
}

QFuture<Result<void>> EngineApi::startContainer(const QString& id)
{
    net::Request start = request("POST", path(id, "/start"_L1));
    start.timeout = 2min;
    return voidCall(m_client, start, {QT_TRANSLATE_NOOP("Operation", "start container"), id});
}

QFuture<Result<void>> EngineApi::stopContainer(const QString& id, int timeoutSeconds)
{
    net::Request stop = request("POST", path(id, "/stop"_L1));
    if (timeoutSeconds >= 0)
        net::addQuery(stop.query, u"t"_s, QString::number(timeoutSeconds));
    stop.timeout = stopTime(timeoutSeconds);
    return voidCall(m_client, stop, {QT_TRANSLATE_NOOP("Operation", "stop container"), id});
}

QFuture<Result<void>> EngineApi::restartContainer(const QString& id, int timeoutSeconds)
{
    net::Request restart = request("POST", path(id, "/restart"_L1));
    if (timeoutSeconds >= 0)
        net::addQuery(restart.query, u"t"_s, QString::number(timeoutSeconds));
    restart.timeout = stopTime(timeoutSeconds);
    return voidCall(m_client, restart, {QT_TRANSLATE_NOOP("Operation", "restart container"), id});
}

QFuture<Result<void>> EngineApi::killContainer(const QString& id, const QString& signal)
{
    net::Request kill = request("POST", path(id, "/kill"_L1));
    net::addQuery(kill.query, u"signal"_s, signal);
    return voidCall(m_client, kill, {QT_TRANSLATE_NOOP("Operation", "kill container"), id});
}

QFuture<Result<void>> EngineApi::pauseContainer(const QString& id)
{
    return voidCall(m_client, request("POST", path(id, "/pause"_L1)),
                    {QT_TRANSLATE_NOOP("Operation", "pause container"), id});
}

QFuture<Result<void>> EngineApi::unpauseContainer(const QString& id)
{
    return voidCall(m_client, request("POST", path(id, "/unpause"_L1)),
                    {QT_TRANSLATE_NOOP("Operation", "resume container"), id});
}

QFuture<Result<void>> EngineApi::renameContainer(const QString& id, const QString& newName)
{
    net::Request rename = request("POST", path(id, "/rename"_L1));
    net::addQuery(rename.query, u"name"_s, newName);
    return voidCall(m_client, rename, {QT_TRANSLATE_NOOP("Operation", "rename container"), id});
}

QFuture<Result<void>> EngineApi::removeContainer(const QString& id, bool force, bool volumes)
{
    net::Request remove = request("DELETE", path(id, {}));
    addFlag(remove, "force", force);
    addFlag(remove, "v", volumes);
    remove.timeout = 2min;
    return voidCall(m_client, remove, {QT_TRANSLATE_NOOP("Operation", "remove container"), id});
}

QFuture<Result<QStringList>> EngineApi::updateContainer(const QString& id, const UpdateRequest& wanted)
{
    const Operation operation{QT_TRANSLATE_NOOP("Operation", "change the limits of container"), id};
    if (isPodman()) {
        if (wanted.restartPolicy) {
            Error error(NotAllowed{NotAllowed::Kind::Unsupported, Tr::tr("Changing the restart policy"),
                                   Tr::tr("Podman sets it when a container is created")});
            error.during(operation.text, id);
            return readyFuture<QStringList>(failure(std::move(error)));
        }
        net::Request update;
        update.method = "POST";
        update.path = "/v4.3.0/libpod"_L1 + path(id, "/update"_L1);
        addJson(update, encode::libpodUpdate(wanted));
        return call<QStringList>(m_client, update, operation, [](const net::Response&, const QString&) {
            return Result<QStringList>(QStringList());
        });
    }
    net::Request update = request("POST", path(id, "/update"_L1));
    addJson(update, encode::update(wanted));
    return call<QStringList>(m_client, update, operation,
                             [](const net::Response& response, const QString& where) {
                                 return decode::warnings(response.body, where);
                             });
}

QFuture<Result<int>> EngineApi::waitContainer(const QString& id)
{
    net::Request wait = request("POST", path(id, "/wait"_L1));
    wait.timeout = 0ms;
    QFuture<Result<net::Response>> answer = m_client.send(wait);
    QFuture<Result<int>> code = answer.then(
        QThreadPool::globalInstance(), [id, where = whereOf(wait)](Result<net::Response> response) {
            const Operation operation{QT_TRANSLATE_NOOP("Operation", "wait for container"), id};
            const Result<net::Response> good = checked(std::move(response), where);
            return named(good ? decode::waitStatus(good->body, where)
                              : Result<int>(tl::unexpected<Error>(good.error())),
                         operation);
        });
    cancelWith(this, code, answer);
    return code;
}

QFuture<Result<StatsSample>> EngineApi::stats(const QString& id)
{
    net::Request stats = request("GET", path(id, "/stats"_L1));
    net::addQuery(stats.query, u"stream"_s, u"0"_s);
    net::addQuery(stats.query, u"one-shot"_s, u"1"_s);
    return call<StatsSample>(
        m_client, stats, {QT_TRANSLATE_NOOP("Operation", "measure container"), id},
        [memory = machineMemory(), id](const net::Response& response, const QString& where) {
            Result<StatsSample> sample = decode::stats(response.body, memory, where);
            if (sample && sample->id.isEmpty())
                sample->id = id;
            return sample;
        });
}

QFuture<Result<ProcessTable>> EngineApi::top(const QString& id)
{
    return call<ProcessTable>(m_client, request("GET", path(id, "/top"_L1)),
                              {QT_TRANSLATE_NOOP("Operation", "list the processes of container"), id},
                              [](const net::Response& response, const QString& where) {
                                  return decode::top(response.body, where);
                              });
}

QFuture<Result<HealthState>> EngineApi::runHealthCheck(const QString& id)
{
    const Operation operation{QT_TRANSLATE_NOOP("Operation", "run the health check of container"), id};
    if (!isPodman()) {
        Error error(NotAllowed{NotAllowed::Kind::Unsupported, Tr::tr("Running a health check"),
                               Tr::tr("Docker runs them itself")});
        error.during(operation.text, id);
        return readyFuture<HealthState>(failure(std::move(error)));
    }
    net::Request run;
    run.path = "/v4.0.0/libpod"_L1 + path(id, "/healthcheck"_L1);
    run.timeout = 5min;
    return call<HealthState>(m_client, run, operation,
                             [](const net::Response& response, const QString& where) {
                                 return decode::healthRun(response.body, where);
                             });
}

QFuture<Result<void>> EngineApi::resizeContainer(const QString& id, int columns, int rows)
{
    net::Request resize = request("POST", path(id, "/resize"_L1));
    net::addQuery(resize.query, u"w"_s, QString::number(columns));
    net::addQuery(resize.query, u"h"_s, QString::number(rows));
    return voidCall(m_client, resize,
                    {QT_TRANSLATE_NOOP("Operation", "resize the terminal of container"), id});
}

std::unique_ptr<net::Stream> EngineApi::logs(const LogRequest& wanted)
{
    net::Request logs = request("GET", path(wanted.containerId, "/logs"_L1));
    addFlag(logs, "follow", wanted.follow);
    addFlag(logs, "stdout", wanted.standardOutput);
    addFlag(logs, "stderr", wanted.standardError);
    addFlag(logs, "timestamps", wanted.timestamps);
    if (wanted.tail >= 0)
        net::addQuery(logs.query, u"tail"_s, QString::number(wanted.tail));
    if (wanted.since.isValid())
        net::addQuery(logs.query, u"since"_s, unixTime(wanted.since));
    if (wanted.until.isValid())
        net::addQuery(logs.query, u"until"_s, unixTime(wanted.until));
    return m_client.stream(logs);
}

std::unique_ptr<net::Stream> EngineApi::attach(const AttachRequest& wanted)
{
    net::Request attach = request("POST", path(wanted.containerId, "/attach"_L1));
    addFlag(attach, "stream", true);
    addFlag(attach, "stdout", true);
    addFlag(attach, "stderr", true);
    addFlag(attach, "stdin", wanted.standardInput);
    addFlag(attach, "logs", wanted.logs);
    return m_client.upgrade(attach);
}

} // namespace kaptan::docker
