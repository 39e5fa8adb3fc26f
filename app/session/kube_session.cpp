#include "app/session/kube_session.h"

#include "app/core/when_done.h"
#include "app/kube/adapter/cluster_backend.h"
#include "app/session/engine_session.h"
#include "app/settings/settings.h"

#include <QMap>
#include <QProcess>
#include <QtConcurrent/QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kaptan::session
{

namespace
{

/// What a login shell may take to say its PATH, milliseconds.
constexpr int shellPatienceMs = 5000;

/// metrics-server measures each 15 s: asking more often tells nothing.
std::chrono::milliseconds metricInterval(const settings::Settings& settings)
{
    return std::max<std::chrono::milliseconds>(
        15s, std::chrono::seconds(settings.get(settings::key::metricsInterval)));
}

/// For a worker. Markers around it, because profiles print greetings.
QString loginShellPath(const QString& shell)
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(shell, {u"-l"_s, u"-c"_s, u"printf '\\001%s\\002' \"$PATH\""_s});
    if (!process.waitForFinished(shellPatienceMs)) {
        process.kill();
        process.waitForFinished(1000);
        return {};
    }
    const QByteArray said = process.readAllStandardOutput();
    const qsizetype from = said.indexOf('\001');
    const qsizetype to = said.indexOf('\002', from);
    return from < 0 || to < 0 ? QString() : QString::fromLocal8Bit(said.mid(from + 1, to - from - 1));
}

} // namespace

QStringList refusalNotes(const QVector<kube::Cluster::Refusal>& refused)
{
    QMap<QString, QStringList> kinds; // by namespace
    for (const kube::Cluster::Refusal& one : refused)
        if (!kinds[one.nameSpace].contains(one.kind))
            kinds[one.nameSpace].append(one.kind);
    QMap<QString, QStringList> places; // by the kinds that are refused there
    for (auto it = kinds.begin(); it != kinds.end(); ++it) {
        it->sort();
        places[it->join(u", "_s)].append(it.key());
    }
    QStringList notes;
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        if (it->contains(QString()))
            //: %1 are kinds of objects: "Deployment, Job"
            notes << KubeSession::tr("You may not list these kinds, so they are missing: %1").arg(it.key());
        else
            //: %1 are namespaces, %2 kinds of objects
            notes << KubeSession::tr("In %1 you may not list these kinds, so they are missing: %2")
                         .arg(it->join(u", "_s), it.key());
    }
    return notes;
}

kube::ExecEnvironment execEnvironment(const Surroundings& surroundings)
{
    kube::ExecEnvironment made;
    made.environment = surroundings.environment;
    made.loginShellPath = [shell = surroundings.environment.value(u"SHELL"_s)] {
        return shell.isEmpty() ? QString() : loginShellPath(shell);
    };
    return made;
}

QFuture<Result<kube::ResolvedContext>> resolveCluster(const ConnectionSpec& spec,
                                                      const Surroundings& surroundings)
{
    return QtConcurrent::run([environment = surroundings.environment, home = surroundings.home,
                              file = spec.kubeconfig,
                              context = spec.context]() -> Result<kube::ResolvedContext> {
        const auto config = kube::loadKubeconfig(kube::KubeconfigPlaces::find(environment, home, file));
        if (!config)
            return failure(config.error());
        return kube::resolveContext(*config, context, environment);
    });
}

Session* makeSession(const ConnectionSpec& spec, settings::Settings& settings,
                     const Surroundings& surroundings, Clock& clock, QObject* parent)
{
    if (spec.isCluster())
        return new KubeSession(spec, settings, surroundings, clock, parent);
    return new EngineSession(spec, settings, clock, parent);
}

KubeSession::KubeSession(ConnectionSpec spec, settings::Settings& settings, Surroundings surroundings,
                         Clock& clock, QObject* parent)
    : Session(parent), m_spec(std::move(spec)), m_settings(settings), m_surroundings(std::move(surroundings)),
      m_clock(clock)
{
    m_own.since = clock.now();
    connect(&settings, &settings::Settings::changed, this, [this](const QString& key) {
        if (m_backend && key == QString::fromUtf16(settings::key::metricsInterval.name))
            m_backend->setMetricInterval(metricInterval(m_settings));
    });
}

KubeSession::~KubeSession() = default;

void KubeSession::setSpec(const ConnectionSpec& spec)
{
    if (spec == m_spec)
        return;
    m_spec = spec;
    Q_EMIT stateChanged();
}

void KubeSession::setConfirm(std::function<QFuture<bool>(const kube::ResolvedContext&)> confirm)
{
    m_confirm = std::move(confirm);
}

ConnectionState KubeSession::state() const
{
    if (!m_backend)
        return m_own;
    const kube::Cluster::State theirs = m_backend->state();
    ConnectionState state;
    using Theirs = kube::Cluster::Phase;
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
    state.lastLive = theirs.phase == Theirs::Live ? m_clock.now() : theirs.lastLive;
    state.error = theirs.error;
    state.notes = refusalNotes(theirs.refused);
    return state;
}

std::optional<Error> KubeSession::whyEmpty() const
{
    return m_backend ? m_backend->whyEmpty() : std::nullopt;
}

QString KubeSession::versionText() const
{
    const auto version = m_backend ? m_backend->cluster().version() : nullptr;
    return version ? u"Kubernetes "_s + version->gitVersion : QString();
}

void KubeSession::enter(Phase phase)
{
    m_own = {};
    m_own.phase = phase;
    m_own.since = m_clock.now();
    Q_EMIT stateChanged();
}

void KubeSession::fail(const Error& error)
{
    m_own.phase = Phase::Failed;
    m_own.since = m_clock.now();
    m_own.error = error;
    Q_EMIT stateChanged();
}

void KubeSession::open()
{
    if (m_backend)
        return m_backend->open();
    if (m_own.phase == Phase::Connecting)
        return;
    if (!m_spec.isSupported())
        return fail(Error(NotAllowed{NotAllowed::Kind::Unsupported, m_spec.name, m_spec.whyUnsupported}));
    const int mine = ++m_epoch;
    enter(Phase::Connecting);
    if (mine != m_epoch) // who was told has closed it
        return;
    whenDone(resolveCluster(m_spec, m_surroundings), this,
             [this, mine](const Result<kube::ResolvedContext>& context) {
                 if (mine != m_epoch)
                     return;
                 if (!context)
                     return fail(context.error());
                 make(*context);
             });
}

void KubeSession::make(const kube::ResolvedContext& context)
{
    kube::ExecEnvironment environment = execEnvironment(m_surroundings);
    environment.confirm = m_confirm;
    kube::ClusterBackend::Options options;
    options.cluster.nameSpace = context.context.nameSpace;
    options.cluster.nameSpaces = m_spec.nameSpaces;
    options.metricInterval = metricInterval(m_settings);
    m_backend = std::make_unique<kube::ClusterBackend>(
        context.endpoint, kube::makeCredentials(context, environment, m_clock), options, m_clock);
    connect(m_backend.get(), &kube::ClusterBackend::stateChanged, this, &Session::stateChanged);
    m_backend->open();
}

void KubeSession::close()
{
    ++m_epoch;
    if (m_backend)
        return m_backend->close();
    if (m_own.phase != Phase::Idle)
        enter(Phase::Idle);
}

void KubeSession::retryNow()
{
    if (m_backend)
        m_backend->retryNow();
    else if (m_own.phase == Phase::Failed)
        open(); // the file may be mended by now
}

workload::WorkloadSource* KubeSession::workloads()
{
    return m_backend ? m_backend->workloads() : nullptr;
}

workload::MetricSource* KubeSession::metrics()
{
    return m_backend ? m_backend->metrics() : nullptr;
}

workload::EventSource* KubeSession::events()
{
    return m_backend ? m_backend->events() : nullptr;
}

workload::LogSource* KubeSession::logs()
{
    return m_backend ? m_backend->logs() : nullptr;
}

workload::LifecycleTarget* KubeSession::lifecycle()
{
    return m_backend && !m_spec.readOnly ? m_backend->lifecycle() : nullptr;
}

workload::ScaleTarget* KubeSession::scaling()
{
    return m_backend && !m_spec.readOnly ? m_backend->scaling() : nullptr;
}

QString KubeSession::whyNotWritable() const
{
    if (m_spec.readOnly)
        return tr("The connection “%1” is marked read-only.").arg(m_spec.name);
    if (!m_backend)
        return tr("The connection “%1” is not open.").arg(m_spec.name);
    return {};
}

kube::Cluster* KubeSession::cluster()
{
    return m_backend ? &m_backend->cluster() : nullptr;
}

} // namespace kaptan::session
