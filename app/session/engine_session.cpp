#include "app/session/engine_session.h"

#include "app/docker/adapter/engine_backend.h"
#include "app/docker/api/engine_api.h"
#include "app/settings/settings.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace kaptan::session
{

namespace
{

/// No certificate or key is larger, bytes.
constexpr qint64 largestPem = 1024 * 1024;

Result<QByteArray> readPem(const QString& path)
{
    if (path.isEmpty())
        return QByteArray();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(StorageError{path, file.errorString()});
    return file.read(largestPem);
}

std::chrono::milliseconds metricInterval(const settings::Settings& settings)
{
    return std::chrono::seconds(settings.get(settings::key::metricsInterval));
}

} // namespace

Result<net::Endpoint> endpointOf(const ConnectionSpec& spec)
{
    auto endpoint = net::Endpoint::parse(spec.address);
    if (!endpoint)
        return endpoint;
    const bool tls = !spec.caFile.isEmpty() || !spec.certFile.isEmpty() || !spec.keyFile.isEmpty();
    if (tls && !endpoint->isUnixSocket()) { // "tcp://" says nothing about it
        endpoint->url.setScheme(u"https"_s);
        if (QUrl(spec.address).port() < 0)
            endpoint->url.setPort(2376);
    }
    const auto ca = readPem(spec.caFile);
    const auto cert = readPem(spec.certFile);
    const auto key = readPem(spec.keyFile);
    for (const auto* file : {&ca, &cert, &key})
        if (!*file)
            return failure(file->error());
    endpoint->caPem = *ca;
    endpoint->clientCertPem = *cert;
    endpoint->clientKeyPem = *key;
    endpoint->insecureSkipVerify = spec.insecureSkipVerify;
    return endpoint;
}

EngineSession::EngineSession(ConnectionSpec spec, settings::Settings& settings, Clock& clock, QObject* parent)
    : Session(parent), m_spec(std::move(spec)), m_settings(settings), m_clock(clock)
{
    m_own.since = clock.now();
    connect(&settings, &settings::Settings::changed, this, [this](const QString& key) {
        if (m_backend && key == QString::fromUtf16(settings::key::metricsInterval.name))
            m_backend->setMetricInterval(metricInterval(m_settings));
    });
}

EngineSession::~EngineSession() = default;

void EngineSession::setSpec(const ConnectionSpec& spec)
{
    if (spec == m_spec)
        return;
    m_spec = spec;
    Q_EMIT stateChanged();
}

ConnectionState EngineSession::state() const
{
    if (!m_backend)
        return m_own;
    const docker::EngineBackend::State theirs = m_backend->state();
    ConnectionState state;
    using Theirs = docker::EngineBackend::Phase;
    switch (theirs.phase) {
    case Theirs::Idle:
        state.phase = Phase::Idle;
        break;
    case Theirs::Connecting:
        state.phase = Phase::Connecting;
        break;
    case Theirs::Live:
        state.phase = Phase::Live;
        break;
    case Theirs::Reconnecting:
        state.phase = Phase::Reconnecting;
        break;
    case Theirs::Failed:
        state.phase = Phase::Failed;
        break;
    }
    state.since = theirs.since;
    state.lastLive = theirs.lastLive;
    state.error = theirs.error;
    return state;
}

workload::Platform EngineSession::platform() const
{
    const auto info = m_backend ? m_backend->info() : nullptr;
    return info && info->flavor == docker::Flavor::Podman ? workload::Platform::Podman
                                                          : workload::Platform::Docker;
}

QString EngineSession::versionText() const
{
    const auto info = m_backend ? m_backend->info() : nullptr;
    return info ? info->displayName() : QString();
}

void EngineSession::fail(const Error& error)
{
    m_own.phase = Phase::Failed;
    m_own.since = m_clock.now();
    m_own.error = error;
    Q_EMIT stateChanged();
}

void EngineSession::open()
{
    if (!m_backend) {
        if (!m_spec.isSupported()) {
            fail(Error(NotAllowed{NotAllowed::Kind::Unsupported, m_spec.name, m_spec.whyUnsupported}));
            return;
        }
        const auto endpoint = endpointOf(m_spec);
        if (!endpoint) {
            fail(endpoint.error());
            return;
        }
        docker::EngineBackend::Options options;
        options.metricInterval = metricInterval(m_settings);
        m_backend = std::make_unique<docker::EngineBackend>(*endpoint, m_clock, options);
        connect(m_backend.get(), &docker::EngineBackend::stateChanged, this, &Session::stateChanged);
    }
    m_backend->open();
}

void EngineSession::close()
{
    if (m_backend) {
        m_backend->close();
        return;
    }
    if (m_own.phase == Phase::Idle)
        return;
    m_own = {};
    m_own.since = m_clock.now();
    Q_EMIT stateChanged();
}

void EngineSession::retryNow()
{
    if (m_backend)
        m_backend->retryNow();
    else if (m_own.phase == Phase::Failed)
        open(); // a TLS file may be there by now
}

workload::WorkloadSource* EngineSession::workloads()
{
    return m_backend ? m_backend->workloads() : nullptr;
}

workload::MetricSource* EngineSession::metrics()
{
    return m_backend ? m_backend->metrics() : nullptr;
}

workload::EventSource* EngineSession::events()
{
    return m_backend ? m_backend->events() : nullptr;
}

workload::LogSource* EngineSession::logs()
{
    return m_backend ? m_backend->logs() : nullptr;
}

workload::LifecycleTarget* EngineSession::lifecycle()
{
    return m_backend && !m_spec.readOnly ? m_backend->lifecycle() : nullptr;
}

workload::ScaleTarget* EngineSession::scaling()
{
    return m_backend && !m_spec.readOnly ? m_backend->scaling() : nullptr;
}

workload::DeployTarget* EngineSession::deploying()
{
    return m_backend && !m_spec.readOnly ? m_backend->deploying() : nullptr;
}

QString EngineSession::whyNotWritable() const
{
    if (m_spec.readOnly)
        return tr("The connection “%1” is marked read-only.").arg(m_spec.name);
    if (!m_backend)
        return tr("The connection “%1” is not open.").arg(m_spec.name);
    return {};
}

docker::EngineApi* EngineSession::engine()
{
    return m_backend ? m_backend->api() : nullptr;
}

} // namespace kaptan::session
