#pragma once

#include "app/kube/api/kube_api.h"
#include "app/kube/watch/resource_cache.h"
#include "app/net/io_thread.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <memory>

/// The cluster of tests/testbed/kube.sh, as its administrator.
namespace kaptan::kube::test
{

class GenuineCluster
{
public:
    /// Empty where there is one, else why not.
    static QString why();

    GenuineCluster();

    KubeApi& api() { return *m_api; }

    net::IoThread& thread() { return m_thread; }

    /// A cache in the API's thread, started.
    template <class R>
    ResourceCache<R>* cache(const QString& path, const QString& kind)
    {
        return adopt(
            std::make_unique<ResourceCache<R>>(*m_api, WatchTarget{path, kind, {}, {}}, Clock::system()));
    }

    template <class T>
    T* adopt(std::unique_ptr<T> reflector)
    {
        T* raw = m_thread.adopt(std::move(reflector));
        m_thread.run([raw] { raw->start(); });
        return raw;
    }

    /// Waits; the status of the answer, 0 where there was none.
    int call(const QByteArray& method, const QString& path, const QByteArray& body = {},
             const QByteArray& contentType = "application/json", QByteArray* answer = nullptr);
    /// `items` of a list of now, whole; nothing where the server does not answer.
    std::optional<QJsonArray> list(const QString& path);

    /// `kubectl ARGUMENTS`, its output.
    static QString kubectl(const QStringList& arguments);
    /// Kills the API server without a warning; it starts again after so many seconds. True when it did.
    static bool restartApiServer(int seconds);

private:
    net::IoThread m_thread;
    KubeApi* m_api = nullptr;
};

} // namespace kaptan::kube::test
