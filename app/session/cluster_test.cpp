#include "app/core/when_done.h"
#include "app/kube/api/kube_api.h"
#include "app/net/io_thread.h"
#include "app/session/kube_session.h"

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
class ClusterTest : public QObject
{
public:
    ClusterTest(const ConnectionSpec& spec, const Surroundings& surroundings, Clock& clock)
        : m_spec(spec), m_surroundings(surroundings), m_clock(clock), m_thread(u"kaptan-test"_s)
    {
        m_promise.start();
    }

    QFuture<Result<TestReport>> run()
    {
        const auto future = m_promise.future();
        whenDone(resolveCluster(m_spec, m_surroundings), this,
                 [this](const Result<kube::ResolvedContext>& context) {
                     if (!context)
                         return end(failure(context.error()));
                     ask(*context);
                 });
        return future;
    }

private:
    void ask(const kube::ResolvedContext& context)
    {
        m_insecure = context.cluster.insecureSkipTlsVerify;
        m_api = m_thread.adopt(std::make_unique<kube::KubeApi>(
            context.endpoint, kube::makeCredentials(context, execEnvironment(m_surroundings), m_clock),
            m_clock));
        whenDone(m_api->version(), this, [this](const Result<kube::ServerVersion>& version) {
            if (!version)
                return end(failure(version.error()));
            m_version = *version;
            // Once more, when all is connected; and as somebody: /version answers anybody.
            m_started = m_clock.monotonicMs();
            whenDone(m_api->rules(m_spec.nameSpace), this, [this](const Result<kube::AccessRules>& rules) {
                if (!rules)
                    return end(failure(rules.error()));
                end(report());
            });
        });
    }

    TestReport report() const
    {
        TestReport report;
        report.platform = workload::Platform::Kubernetes;
        report.versionText = u"Kubernetes "_s + m_version.gitVersion;
        report.apiVersion = u"%1.%2"_s.arg(m_version.major).arg(m_version.minor);
        report.latencyMs = m_clock.monotonicMs() - m_started;
        if (m_insecure)
            report.limits << Tr::tr("The server's certificate is not checked (insecure-skip-tls-verify): "
                                    "anybody on the way can read and change everything.");
        return report;
    }

    void end(Result<TestReport> result)
    {
        if (!result)
            result = failure(result.error().during(operation, m_spec.name));
        m_promise.addResult(std::move(result));
        m_promise.finish();
        deleteLater();
    }

    const ConnectionSpec m_spec;
    const Surroundings m_surroundings;
    Clock& m_clock;
    QPromise<Result<TestReport>> m_promise;
    kube::ServerVersion m_version;
    qint64 m_started = 0;
    bool m_insecure = false;
    kube::KubeApi* m_api = nullptr;
    net::IoThread m_thread; ///< last: what lives in it ends first
};

} // namespace

QFuture<Result<TestReport>> testCluster(const ConnectionSpec& spec, const Surroundings& surroundings,
                                        Clock& clock)
{
    if (!spec.isSupported())
        return readyFuture(Result<TestReport>(
            failure(NotAllowed{NotAllowed::Kind::Unsupported, spec.name, spec.whyUnsupported})));
    return (new ClusterTest(spec, surroundings, clock))->run();
}

} // namespace kaptan::session
