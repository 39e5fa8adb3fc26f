#include "app/session/connection_test.h"

#include "app/core/when_done.h"
#include "app/docker/api/engine_api.h"
#include "app/net/io_thread.h"
#include "app/session/engine_session.h"

#include <QCoreApplication>
#include <QPromise>

using namespace Qt::StringLiterals;

namespace kaptan::session
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ConnectionTest)
};

constexpr auto operation = QT_TRANSLATE_NOOP("Operation", "test the connection");

/// One test under way; deletes itself at its end. Main thread.
class Test : public QObject
{
public:
    Test(const ConnectionSpec& spec, const net::Endpoint& endpoint, Clock& clock)
        : m_name(spec.name), m_clock(clock), m_thread(u"kaptan-test"_s)
    {
        m_promise.start();
        m_client = m_thread.adopt(std::make_unique<net::Client>(endpoint));
        m_api = m_thread.adopt(std::make_unique<docker::EngineApi>(*m_client));
    }

    QFuture<Result<TestReport>> run()
    {
        const auto future = m_promise.future();
        whenDone(m_api->negotiate(), this, [this](const Result<docker::EngineInfo>& info) {
            if (!info)
                return end(failure(info.error()));
            m_info = *info;
            m_started = m_clock.monotonicMs();
            whenDone(m_api->ping(), this, [this](const Result<void>& pinged) {
                if (!pinged)
                    return end(failure(pinged.error()));
                end(report());
            });
        });
        return future;
    }

private:
    TestReport report() const
    {
        const bool podman = m_info.flavor == docker::Flavor::Podman;
        TestReport report;
        report.platform = podman ? workload::Platform::Podman : workload::Platform::Docker;
        report.versionText = m_info.displayName();
        report.apiVersion = m_info.apiVersion.toString();
        report.latencyMs = m_clock.monotonicMs() - m_started;
        if (m_info.limitsIgnored)
            report.limits << Tr::tr(
                "CPU and memory limits have no effect and usage is wrong: the engine runs "
                "without root on cgroup v1.");
        if (!m_info.runsHealthChecks)
            report.limits << Tr::tr(
                "The engine does not run health checks by itself; Kaptan runs them while it "
                "is connected.");
        if (podman)
            report.limits << Tr::tr("Events of networks are not reported by this engine.");
        for (const QString& warning : m_info.warnings)
            //: %1 is a sentence of the engine, untranslated
            report.limits << Tr::tr("The engine warns: %1").arg(warning.simplified());
        return report;
    }

    void end(Result<TestReport> result)
    {
        if (!result)
            result = failure(result.error().during(operation, m_name));
        m_promise.addResult(std::move(result));
        m_promise.finish();
        deleteLater();
    }

    QString m_name;
    Clock& m_clock;
    QPromise<Result<TestReport>> m_promise;
    docker::EngineInfo m_info;
    qint64 m_started = 0;
    net::Client* m_client = nullptr;
    docker::EngineApi* m_api = nullptr;
    net::IoThread m_thread; ///< last: what lives in it ends first
};

} // namespace

QFuture<Result<TestReport>> testConnection(const ConnectionSpec& spec, Clock& clock)
{
    if (!spec.isSupported())
        return readyFuture(Result<TestReport>(
            failure(NotAllowed{NotAllowed::Kind::Unsupported, spec.name, spec.whyUnsupported})));
    const auto endpoint = endpointOf(spec);
    if (!endpoint)
        return readyFuture(Result<TestReport>(failure(endpoint.error())));
    auto* test = new Test(spec, *endpoint, clock);
    return test->run();
}

} // namespace kaptan::session
