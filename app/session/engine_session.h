#pragma once

#include "app/net/http.h"
#include "app/session/session.h"

#include <memory>

namespace kaptan::docker
{
class EngineBackend;
} // namespace kaptan::docker

namespace kaptan::settings
{
class Settings;
}

namespace kaptan::session
{

/// The address and the TLS files of a connection as something to connect to. InvalidInput, NotAllowed (ssh)
/// or StorageError (a TLS file).
Result<net::Endpoint> endpointOf(const ConnectionSpec& spec);

/// A session with a Docker or Podman engine. Main thread.
class EngineSession : public Session
{
    Q_OBJECT
public:
    EngineSession(ConnectionSpec spec, settings::Settings& settings, Clock& clock, QObject* parent = nullptr);
    ~EngineSession() override;

    const ConnectionSpec& spec() const override { return m_spec; }

    void setSpec(const ConnectionSpec& spec) override;

    ConnectionState state() const override;
    workload::Platform platform() const override;
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
    workload::DeployTarget* deploying() override;
    QString whyNotWritable() const override;
    docker::EngineApi* engine() override;

private:
    void fail(const Error& error);

    ConnectionSpec m_spec;
    settings::Settings& m_settings;
    Clock& m_clock;
    ConnectionState m_own; ///< while there is no backend
    std::unique_ptr<docker::EngineBackend> m_backend;
};

} // namespace kaptan::session
