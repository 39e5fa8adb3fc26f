#pragma once

#include "app/kube/config/credentials.h"
#include "app/kube/watch/cluster.h"
#include "app/session/connections.h"

#include <memory>

namespace kaptan::kube
{
class ClusterBackend;
} // namespace kaptan::kube

namespace kaptan::session
{

/// Reads the kubeconfig on a worker and puts the connection's context together.
QFuture<Result<kube::ResolvedContext>> resolveCluster(const ConnectionSpec& spec,
                                                      const Surroundings& surroundings);
/// What a user does not see since he may not, a translated sentence for each group of kinds.
QStringList refusalNotes(const QVector<kube::Cluster::Refusal>& refused);
/// How this machine runs exec plugins: its environment, and the PATH of the login shell.
kube::ExecEnvironment execEnvironment(const Surroundings& surroundings);

/// Contacts the API server once.
QFuture<Result<TestReport>> testCluster(const ConnectionSpec& spec, const Surroundings& surroundings,
                                        Clock& clock);

/// The session that suits the connection.
Session* makeSession(const ConnectionSpec& spec, settings::Settings& settings,
                     const Surroundings& surroundings, Clock& clock, QObject* parent);

/// A session with a Kubernetes cluster. Main thread. It cannot deploy by Kaptan's form, and has no start,
/// stop and repair: lifecycle() says so when asked.
class KubeSession : public Session
{
    Q_OBJECT
public:
    KubeSession(ConnectionSpec spec, settings::Settings& settings, Surroundings surroundings, Clock& clock,
                QObject* parent = nullptr);
    ~KubeSession() override;

    const ConnectionSpec& spec() const override { return m_spec; }

    void setSpec(const ConnectionSpec& spec) override;

    /// Asked before a program is run that a kubeconfig outside of kubectl's own places names. Without it such
    /// a program is not run. Before open().
    void setConfirm(std::function<QFuture<bool>(const kube::ResolvedContext&)> confirm);

    ConnectionState state() const override;

    workload::Platform platform() const override { return workload::Platform::Kubernetes; }

    QString versionText() const override;

    void open() override;
    void close() override;
    void retryNow() override;

    workload::WorkloadSource* workloads() override;
    workload::MetricSource* metrics() override;
    workload::EventSource* events() override;
    workload::LogSource* logs() override;
    workload::LifecycleTarget* lifecycle() override;
    workload::ScaleTarget* scaling() override;

    workload::DeployTarget* deploying() override { return nullptr; }

    QString whyNotWritable() const override;

    docker::EngineApi* engine() override { return nullptr; }

    kube::Cluster* cluster() override;

    /// Where this user may list no workloads at all: why. Their list is empty then, but not true.
    std::optional<Error> whyEmpty() const;

private:
    void fail(const Error& error);
    void make(const kube::ResolvedContext& context);
    void enter(Phase phase);

    ConnectionSpec m_spec;
    settings::Settings& m_settings;
    Surroundings m_surroundings;
    Clock& m_clock;
    std::function<QFuture<bool>(const kube::ResolvedContext&)> m_confirm;
    ConnectionState m_own; ///< while there is no backend
    int m_epoch = 0;       ///< of open(): what an older one read does not count
    std::unique_ptr<kube::ClusterBackend> m_backend;
};

} // namespace kaptan::session
