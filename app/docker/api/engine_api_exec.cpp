#include "app/docker/api/call.h"
#include "app/docker/api/decode.h"
#include "app/docker/api/engine_api_shared.h"
#include "app/docker/api/jobs.h"

#include <QJsonArray>

namespace kaptan::docker
{

using namespace Qt::StringLiterals;

QFuture<Result<QString>> EngineApi::createExec(const ExecRequest& wanted)
{
    net::Request create = request("POST", "/containers/"_L1 + wanted.containerId + "/exec"_L1);
    QJsonObject body{{u"Cmd"_s, QJsonArray::fromStringList(wanted.command)},
                     {u"AttachStdout"_s, true},
                     {u"AttachStderr"_s, true},
                     {u"AttachStdin"_s, wanted.attachStdin},
                     {u"Tty"_s, wanted.tty}};
    if (!wanted.environment.isEmpty())
        body.insert("Env"_L1, QJsonArray::fromStringList(wanted.environment));
    if (!wanted.user.isEmpty())
        body.insert("User"_L1, wanted.user);
    if (!wanted.workingDir.isEmpty())
        body.insert("WorkingDir"_L1, wanted.workingDir);
    if (wanted.privileged)
        body.insert("Privileged"_L1, true);
    addJson(create, body);
    return call<QString>(
        m_client, create, {QT_TRANSLATE_NOOP("Operation", "run a command in container"), wanted.containerId},
        [](const net::Response& response, const QString& where) { return decode::id(response.body, where); });
}

std::unique_ptr<net::Stream> EngineApi::startExec(const QString& execId, bool tty)
{
    net::Request start = request("POST", "/exec/"_L1 + execId + "/start"_L1);
    addJson(start, QJsonObject{{u"Detach"_s, false}, {u"Tty"_s, tty}});
    return m_client.upgrade(start);
}

QFuture<Result<void>> EngineApi::resizeExec(const QString& execId, int columns, int rows)
{
    net::Request resize = request("POST", "/exec/"_L1 + execId + "/resize"_L1);
    net::addQuery(resize.query, u"w"_s, QString::number(columns));
    net::addQuery(resize.query, u"h"_s, QString::number(rows));
    return voidCall(m_client, resize, {QT_TRANSLATE_NOOP("Operation", "resize the terminal"), {}});
}

QFuture<Result<ExecState>> EngineApi::inspectExec(const QString& execId)
{
    return call<ExecState>(m_client, request("GET", "/exec/"_L1 + execId + "/json"_L1),
                           {QT_TRANSLATE_NOOP("Operation", "ask how the command ended"), {}},
                           [](const net::Response& response, const QString& where) {
                               return decode::exec(response.body, where);
                           });
}

QFuture<Result<ExecResult>> EngineApi::exec(const ExecRequest& wanted, qint64 keep)
{
    auto promise = std::make_shared<QPromise<Result<ExecResult>>>();
    promise->start();
    QFuture<Result<ExecResult>> future = promise->future();
    QMetaObject::invokeMethod(this,
                              [this, promise, wanted, keep] { new ExecJob(*this, promise, wanted, keep); });
    return future;
}

} // namespace kaptan::docker
