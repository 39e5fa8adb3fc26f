#pragma once

#include "app/docker/api/engine_api.h"
#include "tests/support/patience.h"

#include <QTest>

#include <memory>

/// What tests against genuine engines share. Everything they make is named with `prefix` and taken away
/// again.
namespace kaptan::docker
{

inline void eachEngine()
{
    QTest::addColumn<QString>("socket");
    QTest::newRow("docker") << qEnvironmentVariable("KAPTAN_TEST_DOCKER");
    QTest::newRow("podman") << qEnvironmentVariable("KAPTAN_TEST_PODMAN");
}

#define KAPTAN_NEED_ENGINE(socket)                                                                           \
    if (socket.isEmpty())                                                                                    \
    QSKIP("no genuine engine: KAPTAN_TEST_DOCKER and KAPTAN_TEST_PODMAN name the sockets, tests/run sets "   \
          "them")

/// Waits for the end of the future; Cancelled where it has no result.
template <class T>
Result<T> await(const QFuture<Result<T>>& future, int milliseconds = test::slow)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, milliseconds))
        return failure(TransportError{TransportError::Kind::Timeout, QStringLiteral("the test"), {}});
    if (future.resultCount() == 0)
        return failure(Cancelled{});
    return future.result();
}

template <class T>
bool succeeds(const Result<T>& result)
{
    if (!result)
        qWarning("%s", qPrintable(result.error().message()));
    return result.has_value();
}

struct Engine {
    net::Client client;
    EngineApi api;
    QString prefix;

    Engine(const QString& socket, const QString& name)
        : client(net::Endpoint::unixSocket(socket)), api(client), prefix(QStringLiteral("kaptantest-") + name)
    {
        const auto info = await(api.negotiate());
        if (!info)
            qFatal("%s", qPrintable(info.error().message()));
        removeLeftovers();
    }

    ~Engine() { removeLeftovers(); }

    void removeLeftovers()
    {
        const auto containers = await(api.containers(true));
        for (const ContainerSummary& container : containers.value_or(QVector<ContainerSummary>())) {
            if (container.name.startsWith(prefix))
                await(api.removeContainer(container.id, true, true));
        }
        const auto networks = await(api.networks());
        for (const NetworkSummary& network : networks.value_or(QVector<NetworkSummary>())) {
            if (network.name.startsWith(prefix))
                await(api.removeNetwork(network.name));
        }
        const auto volumes = await(api.volumes());
        for (const VolumeSummary& volume : volumes.value_or(QVector<VolumeSummary>())) {
            if (volume.name.startsWith(prefix))
                await(api.removeVolume(volume.name, true));
        }
        const auto images = await(api.images());
        for (const ImageSummary& image : images.value_or(QVector<ImageSummary>())) {
            for (const QString& tag : image.tags) {
                if (tag.startsWith(prefix) || tag.startsWith(QStringLiteral("localhost/") + prefix))
                    await(api.removeImage(tag, true));
            }
        }
    }

    QString name(const QString& suffix) const { return prefix + u'-' + suffix; }

    /// A request for a shell command in the test image.
    CreateRequest shell(const QString& suffix, const QString& script) const
    {
        CreateRequest request;
        request.name = name(suffix);
        request.config.image = QStringLiteral("test/busybox:1");
        request.config.command = {QStringLiteral("sh"), QStringLiteral("-c"), script};
        request.config.stopTimeout = 1;
        return request;
    }
};

} // namespace kaptan::docker
