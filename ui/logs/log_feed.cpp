#include "ui/logs/log_feed.h"

#include <algorithm>

namespace kaptan::ui
{

using namespace workload;
using namespace std::chrono_literals;

namespace
{

/// The newest instance that took the place of the target's; null where none did.
const Instance* successorIn(const Workload& workload, const LogTarget& target)
{
    const Instance* newest = nullptr;
    for (const Instance& instance : workload.instances) {
        const bool same = target.replica > 0 ? instance.replica == target.replica
                                             : instance.name == target.name || workload.instances.size() == 1;
        if (same && !instance.id.isEmpty() && instance.state != InstanceState::Missing &&
            (!newest || newest->created < instance.created))
            newest = &instance;
    }
    return newest;
}

} // namespace

LogFeed::LogFeed(std::shared_ptr<LogStore> store, Clock& clock, QObject* parent)
    : QObject(parent), m_store(std::move(store)), m_clock(clock), m_backoff(300ms, 15000ms)
{
}

LogFeed::~LogFeed()
{
    m_handle.reset(); // before the store that it writes into
}

void LogFeed::setSession(session::Session* session)
{
    closeLog();
    if (m_session)
        m_session->disconnect(this);
    if (m_workloads)
        m_workloads->disconnect(this);
    m_workloads.clear();
    m_session = session;
    m_wasLive = false;
    m_known = false;
    m_target = {};
    m_instance.reset();
    m_workloadName.clear();
    m_error.reset();
    m_store->clear();
    m_state = State::Idle;
    if (session) {
        connect(session, &session::Session::stateChanged, this, &LogFeed::sessionChanged);
        sessionChanged();
    }
    Q_EMIT changed();
}

void LogFeed::setTarget(const LogTarget& target)
{
    if (target.logId() == m_target.logId() && !target.instanceId.isEmpty())
        return;
    closeLog();
    m_store->clear();
    m_target = target;
    m_instance.reset();
    m_workloadName.clear();
    m_error.reset();
    m_backoff.reset();
    m_fresh = true;
    m_paused = false;
    m_state = target.instanceId.isEmpty() ? State::Idle : State::Waiting;
    findInstance();
    // The first opening does not ask whether it runs: the log of a stopped instance is worth most.
    if (m_state != State::Idle)
        openLog();
    Q_EMIT changed();
}

void LogFeed::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    if (m_handle)
        m_handle->setPaused(paused);
    Q_EMIT changed();
}

void LogFeed::connectWorkloads()
{
    if (m_workloads || !m_session || !m_session->workloads())
        return;
    m_workloads = m_session->workloads();
    connect(m_workloads, &WorkloadSource::changed, this, &LogFeed::workloadsChanged);
}

/// Of several connections shown together only the instance's own matters.
bool LogFeed::isLive() const
{
    return m_session && m_session->memberOf(m_target.instanceId)->state().phase == session::Phase::Live;
}

void LogFeed::sessionChanged()
{
    connectWorkloads();
    if (!m_session || m_state == State::Idle)
        return;
    const bool live = isLive();
    if (live && !m_wasLive) {
        m_backoff.reset();
        findInstance();
        advance();
    }
    m_wasLive = live;
    Q_EMIT changed();
}

void LogFeed::workloadsChanged(const WorkloadDelta& delta)
{
    if (m_state == State::Idle)
        return;
    const bool concerns =
        delta.reset || !m_known || delta.removed.contains(m_target.workloadId) ||
        std::any_of(delta.upserted.begin(), delta.upserted.end(),
                    [this](const WorkloadPtr& workload) { return workload->id == m_target.workloadId; });
    if (!concerns)
        return;
    findInstance();
    advance();
    Q_EMIT changed();
}

/// Looks up the target, or the instance that took its place.
void LogFeed::findInstance()
{
    connectWorkloads();
    if (!m_workloads || m_target.instanceId.isEmpty())
        return;
    if (!m_known && m_workloads->totals().workloads == 0)
        return; // not read yet
    m_known = true;
    m_instance.reset();
    WorkloadPtr of = m_workloads->ofInstance(m_target.instanceId);
    if (of) {
        for (const Instance& instance : of->instances)
            if (instance.id == m_target.instanceId)
                m_instance = instance;
    } else if ((of = m_workloads->find(m_target.workloadId))) {
        if (const Instance* successor = successorIn(*of, m_target)) {
            closeLog();
            m_backoff.reset();
            m_state = State::Waiting;
            m_instance = *successor;
        }
    }
    if (!m_instance)
        return;
    m_target.instanceId = m_instance->id;
    m_target.name = m_instance->name;
    m_target.replica = m_instance->replica;
    m_target.workloadId = of->id;
    m_workloadName = of->name;
}

/// Decides from what is known: open, wait, or give up.
void LogFeed::advance()
{
    if (m_state == State::Idle || m_handle || m_pending)
        return;
    if (!isLive()) {
        setState(State::Waiting);
        return;
    }
    if (m_known && !m_instance) {
        setState(State::Gone);
        return;
    }
    const bool runs = !m_instance || m_instance->state == InstanceState::Running ||
                      m_instance->state == InstanceState::Paused ||
                      m_instance->state == InstanceState::Stopping;
    if (m_fresh || (runs && m_backoff.attempts() == 0))
        openLog();
    else if (runs || m_error)
        tryLater();
    else
        setState(State::Stopped);
}

void LogFeed::tryLater()
{
    if (m_pending)
        return;
    m_pending = std::make_unique<QObject>();
    m_clock.callLater(m_backoff.next(), m_pending.get(), [this] {
        m_pending.release()->deleteLater();
        if (!m_handle && isLive() && (m_instance || !m_known))
            openLog();
        else
            advance();
    });
    setState(State::Waiting);
}

void LogFeed::openLog()
{
    if (!isLive() || !m_session->logs()) {
        setState(State::Waiting);
        return;
    }
    LogOptions options;
    const QDateTime since = m_store->prepareResume();
    if (!m_fresh && since.isValid()) {
        options.since = since;
        options.tail = -1;
    }
    m_receivedAtOpen = m_store->counts().received;
    ++m_opened;
    m_fresh = false;
    m_wasLive = true;
    m_handle = m_session->logs()->open(m_target.logId(), options, *m_store);
    if (!m_handle) {
        tryLater();
        return;
    }
    if (m_paused)
        m_handle->setPaused(true);
    setState(State::Following);
}

void LogFeed::closeLog()
{
    m_handle.reset();
    m_pending.reset();
}

void LogFeed::poll()
{
    if (!m_handle)
        return;
    const auto end = m_store->end();
    if (!end)
        return;
    m_handle.reset();
    if (m_store->counts().received > m_receivedAtOpen)
        m_backoff.reset();
    m_error = end->error;
    findInstance();
    const bool live = isLive();
    const bool runs = !m_instance || m_instance->state == InstanceState::Running;
    if (m_known && !m_instance && live)
        setState(State::Gone);
    else if (!live)
        setState(State::Waiting);
    else if (end->error || runs)
        tryLater(); // it broke off, or what we know of the instance is older than its end
    else
        setState(State::Stopped);
    Q_EMIT changed();
}

void LogFeed::setState(State state)
{
    if (state == State::Following)
        m_error.reset();
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT changed();
}

} // namespace kaptan::ui
