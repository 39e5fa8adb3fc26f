#pragma once

#include "app/kube/watch/cluster.h"
#include "tests/kube_api/fake_api.h"
#include "tests/support/fake_session.h"
#include "tests/support/recording_host.h"
#include "ui/manifest/workbench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

namespace kaptan::test
{

/// A session in memory with a cluster behind it.
class BenchSession : public FakeSession
{
public:
    kube::Cluster* cluster() override { return m_cluster; }

    void setCluster(kube::Cluster* cluster) { m_cluster = cluster; }

private:
    kube::Cluster* m_cluster = nullptr;
};

/// A server that keeps the config maps of one namespace, and refuses or conflicts when the test says so.
class ConfigServer
{
public:
    struct Written {
        QByteArray method;
        QString name;
        bool dryRun = false, force = false;
        QJsonObject body;
    };

    ConfigServer()
        : m_server([this](QIODevice* socket, const QByteArray& request, int) { take(socket, request); },
                   EvilServer::Tcp)
    {
    }

    net::Endpoint endpoint() const
    {
        net::Endpoint endpoint = m_server.endpoint();
        endpoint.proxy = QUrl();
        return endpoint;
    }

    void put(const QString& name, const QJsonObject& data)
    {
        const QJsonObject old = objects.value(name);
        QJsonObject metadata{
            {QStringLiteral("name"), name},
            {QStringLiteral("namespace"), QStringLiteral("shop")},
            {QStringLiteral("uid"), QStringLiteral("uid-") + name},
            {QStringLiteral("resourceVersion"), QString::number(++m_version)},
        };
        objects[name] = {{QStringLiteral("apiVersion"), QStringLiteral("v1")},
                         {QStringLiteral("kind"), QStringLiteral("ConfigMap")},
                         {QStringLiteral("metadata"), metadata},
                         {QStringLiteral("data"), data}};
    }

    QString value(const QString& name, const QString& key) const
    {
        return objects.value(name).value(QLatin1String("data"))[key].toString();
    }

    int commits() const
    {
        return int(std::count_if(written.begin(), written.end(), [](const Written& w) { return !w.dryRun; }));
    }

    QMap<QString, QJsonObject> objects;
    std::vector<Written> written;
    QString refusal;         ///< what writes are refused with; empty: they are taken
    QString conflictManager; ///< writes without force conflict with it
    QByteArray warning;
    bool broken = false; ///< connections end without an answer
    int requests = 0;

private:
    static QByteArray bytes(const QJsonObject& object)
    {
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }

    void take(QIODevice* socket, const QByteArray& request)
    {
        ++requests;
        if (broken) {
            socket->close();
            return;
        }
        const qsizetype end = request.indexOf("\r\n\r\n");
        const QByteArrayList line = request.left(request.indexOf('\r')).split(' ');
        socket->write(answer(line.value(0), QUrl::fromEncoded(line.value(1)), request.mid(end + 4)));
    }

    QByteArray answer(const QByteArray& method, const QUrl& url, const QByteArray& body)
    {
        const QString path = url.path();
        if (path == QLatin1String("/version"))
            return FakeApi::ok(quoted("{'major':'1','minor':'29','gitVersion':'v1.29.0'}"));
        if (path == QLatin1String("/api"))
            return FakeApi::ok(quoted("{'kind':'APIVersions','versions':['v1']}"));
        if (path == QLatin1String("/apis"))
            return FakeApi::ok(quoted("{'kind':'APIGroupList','groups':[]}"));
        if (path == QLatin1String("/api/v1"))
            return FakeApi::ok(
                quoted("{'kind':'APIResourceList','groupVersion':'v1','resources':["
                       "{'name':'pods','namespaced':true,'kind':'Pod','verbs':['get','list']},"
                       "{'name':'namespaces','namespaced':false,'kind':'Namespace',"
                       "'verbs':['get','list','watch','patch','create','update']},"
                       "{'name':'configmaps','namespaced':true,'kind':'ConfigMap',"
                       "'verbs':['get','list','watch','delete','patch','create','update']}]}"));
        if (path.contains(QLatin1String("selfsubjectaccessreviews")))
            return FakeApi::answer("201 Created", allowed ? quoted("{'status':{'allowed':true}}")
                                                          : quoted("{'status':{'allowed':false}}"));
        const QString list = QStringLiteral("/api/v1/namespaces/shop/configmaps");
        if (!path.startsWith(list + u'/'))
            return FakeApi::refusal(404, "NotFound", "there is no such thing");
        return object(method, path.mid(list.size() + 1), QUrlQuery(url), body);
    }

    QByteArray object(const QByteArray& method, const QString& name, const QUrlQuery& query,
                      const QByteArray& body)
    {
        if (method == "GET")
            return objects.contains(name) ? FakeApi::ok(bytes(objects[name]))
                                          : FakeApi::refusal(404, "NotFound", "not found");
        Written write{method, name, query.hasQueryItem(QStringLiteral("dryRun")),
                      query.queryItemValue(QStringLiteral("force")) == QLatin1String("true"),
                      QJsonDocument::fromJson(body).object()};
        written.push_back(write);
        if (!refusal.isEmpty())
            return FakeApi::refusal(422, "Invalid", refusal.toUtf8());
        if (!conflictManager.isEmpty() && !write.force && method == "PATCH")
            return FakeApi::refusal(409, "Conflict", "Apply failed with 1 conflict",
                                    "\"details\":{\"causes\":[{\"reason\":\"FieldManagerConflict\","
                                    "\"message\":\"conflict with \\\"" +
                                        conflictManager.toUtf8() +
                                        "\\\" using v1\",\"field\":\".data.color\"}]},");
        const bool known = objects.contains(name);
        QJsonObject result = known ? objects[name] : QJsonObject();
        if (method == "PUT") {
            result = write.body;
        } else {
            QJsonObject data = result.value(QLatin1String("data")).toObject();
            const QJsonObject wanted = write.body.value(QLatin1String("data")).toObject();
            for (auto it = wanted.begin(); it != wanted.end(); ++it)
                data.insert(it.key(), it.value());
            if (!known)
                result = write.body;
            result.insert(QStringLiteral("data"), data);
        }
        QJsonObject metadata = result.value(QLatin1String("metadata")).toObject();
        metadata.insert(QStringLiteral("uid"), QStringLiteral("uid-") + name);
        if (!write.dryRun)
            metadata.insert(QStringLiteral("resourceVersion"), QString::number(++m_version));
        result.insert(QStringLiteral("metadata"), metadata);
        if (!write.dryRun)
            objects[name] = result;
        return FakeApi::answer(known ? "200 OK" : "201 Created", bytes(result),
                               warning.isEmpty() ? QByteArray() : "Warning: 299 - \"" + warning + "\"\r\n");
    }

public:
    bool allowed = true;

private:
    EvilServer m_server;
    int m_version = 10;
};

/// A live cluster of that server with its session.
struct BenchSite {
    ConfigServer server;
    std::unique_ptr<kube::Cluster> cluster;
    BenchSession session;
    RecordingHost host;

    BenchSite()
    {
        kube::Cluster::Options options;
        options.nameSpace = QStringLiteral("shop");
        cluster =
            std::make_unique<kube::Cluster>(server.endpoint(), std::make_unique<FakeCredentials>(), options);
        session.setCluster(cluster.get());
        session::ConnectionSpec spec;
        spec.id = QStringLiteral("test-connection");
        spec.name = QStringLiteral("staging");
        spec.context = QStringLiteral("staging");
        session.setSpec(spec);
        cluster->open();
    }

    bool isLive() const
    {
        return cluster->state().phase == kube::Cluster::Phase::Live && cluster->discovery() != nullptr;
    }

    const kube::ApiResource& configMaps() const
    {
        return *cluster->discovery()->find(QStringLiteral("configmaps"));
    }
};

} // namespace kaptan::test
