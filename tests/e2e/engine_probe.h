#pragma once

#include "app/net/http.h"
#include "app/net/io_thread.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QThread>

/// A second pair of eyes and hands on an engine, beside the Kaptan that is tested: raw calls, nothing of its
/// layers above net. It does what "somebody from outside" does.
class EngineProbe
{
public:
    explicit EngineProbe(const QString& socket)
        : m_client(new kaptan::net::Client(kaptan::net::Endpoint::unixSocket(socket)))
    {
        m_client->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_client, &QObject::deleteLater);
        m_thread.start();
    }

    ~EngineProbe()
    {
        m_thread.quit();
        m_thread.wait();
    }

    /// The answer; status 0 where there was none.
    kaptan::net::Response call(const QByteArray& method, const QString& path, const QJsonObject& body = {})
    {
        kaptan::net::Request request;
        request.method = method;
        request.path = QStringLiteral("/v1.41") + path.section(u'?', 0, 0);
        request.query = QUrlQuery(path.section(u'?', 1));
        if (!body.isEmpty()) {
            request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
            request.headers << qMakePair(QByteArray("Content-Type"), QByteArray("application/json"));
        }
        auto future = m_client->send(request);
        future.waitForFinished();
        return future.result().value_or(kaptan::net::Response{});
    }

    QJsonDocument get(const QString& path) { return QJsonDocument::fromJson(call("GET", path).body); }

    /// Names of all that deployments leave behind: containers, networks, volumes.
    QSet<QString> belongings()
    {
        QSet<QString> names;
        const auto containers = get(QStringLiteral("/containers/json?all=1")).array();
        for (const auto& one : containers)
            names << QStringLiteral("container ") + one[u"Names"].toArray().first().toString();
        const auto networks = get(QStringLiteral("/networks")).array();
        for (const auto& one : networks)
            names << QStringLiteral("network ") + one[u"Name"].toString();
        const auto volumes = get(QStringLiteral("/volumes")).object()[u"Volumes"].toArray();
        for (const auto& one : volumes)
            names << QStringLiteral("volume ") + one[u"Name"].toString();
        return names;
    }

    /// Runs a command in a container, without waiting for its end.
    bool exec(const QString& container, const QStringList& command)
    {
        const auto made = call("POST", QStringLiteral("/containers/%1/exec").arg(container),
                               {{QStringLiteral("Cmd"), QJsonArray::fromStringList(command)}});
        const QString id = QJsonDocument::fromJson(made.body).object()[u"Id"].toString();
        return made.status == 201 &&
               call("POST", QStringLiteral("/exec/%1/start").arg(id), {{QStringLiteral("Detach"), true}})
                       .status == 200;
    }

private:
    QThread m_thread;
    kaptan::net::Client* m_client;
};
