#pragma once

#include "app/kube/api/kube_api.h"
#include "app/kube/config/kubeconfig.h"
#include "tests/support/patience.h"
#include "tests/support/place/place.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// The genuine cluster of tests/testbed/kube.sh, and kubectl to look over its shoulder.
namespace genuine
{

using namespace kaptan;

inline QString variable(const char* name)
{
    return qEnvironmentVariable(name);
}

/// Why the tests cannot run; empty where they can.
inline QString missing(const QStringList& names)
{
    for (const QString& name : names) {
        if (qEnvironmentVariable(name.toLatin1().constData()).isEmpty())
            return QStringLiteral("%1 names nothing: start tests/testbed/kube.sh up, and see its env")
                .arg(name);
    }
    return {};
}

struct Output {
    int code = -1;
    QByteArray out, err;
};

inline Output run(const QString& program, const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(test::slow))
        return {-1, {}, process.errorString().toUtf8()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// kubectl as the administrator, with a discovery cache of its own.
inline Output kubectl(const QStringList& arguments, const QByteArray& input = {})
{
    static const QTemporaryDir cache;
    return run(variable("KAPTAN_TEST_KUBECTL"),
               QStringList{QStringLiteral("--kubeconfig"), variable("KAPTAN_TEST_KUBECONFIG"),
                           QStringLiteral("--cache-dir"), cache.path()} +
                   arguments,
               input);
}

/// The shop of kube-demo.yaml, as `kube.sh demo` applies it. What runs in it comes by and by.
inline Output applyDemo()
{
    const QStringList apply{QStringLiteral("apply"), QStringLiteral("-f"),
                            kaptan::test::sourceDir() + QStringLiteral("/tests/testbed/kube-demo.yaml")};
    kubectl(apply); // objects of a definition need it to be established
    const Output established =
        kubectl({QStringLiteral("wait"), QStringLiteral("--for=condition=Established"),
                 QStringLiteral("--timeout=60s"), QStringLiteral("crd/coupons.shop.example.com")});
    return established.code == 0 ? kubectl(apply) : established;
}

/// The context of a kubeconfig as Kaptan reads it.
inline Result<kube::ResolvedContext> contextOf(const QString& file)
{
    kube::KubeconfigPlaces places;
    places.files << file;
    places.defaultPlaces = true; // the file is the test's own: nobody is asked before a plugin runs
    const auto config = kube::loadKubeconfig(places);
    if (!config)
        return failure(config.error());
    return kube::resolveContext(*config, {}, {});
}

inline kube::ExecEnvironment environment()
{
    kube::ExecEnvironment e;
    e.environment = {{QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin")}};
    return e;
}

inline std::unique_ptr<kube::KubeApi> apiOf(const kube::ResolvedContext& context,
                                            Clock& identityClock = Clock::system())
{
    return std::make_unique<kube::KubeApi>(context.endpoint,
                                           kube::makeCredentials(context, environment(), identityClock));
}

template <class T>
Result<T> wait(const QFuture<Result<T>>& future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, test::slow) || future.resultCount() == 0)
        return failure(Cancelled{});
    return future.result();
}

template <class T>
QByteArray wordsOf(const Result<T>& result)
{
    return result ? QByteArray("it succeeded")
                  : (result.error().message() + u' ' + result.error().details()).toUtf8();
}

} // namespace genuine
