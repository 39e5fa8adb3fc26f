#include "app/session/joint_session.h"

#include "app/net/io_thread.h"
#include "app/session/joint_id.h"
#include "app/session/joint_ports.h"
#include "app/session/joint_targets.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::session
{

namespace
{

const auto plus = u" + "_s;

/// The worst last.
int badness(Phase phase)
{
    switch (phase) {
    case Phase::Live:
        return 0;
    case Phase::Idle:
        return 1;
    case Phase::Connecting:
        return 2;
    case Phase::Reconnecting:
        return 3;
    case Phase::Failed:
        return 4;
    }
    return 4;
}

} // namespace

JointSession::JointSession(const QVector<Session*>& sessions, Clock& clock, QObject* parent)
    : Session(parent), m_clock(clock), m_closedSince(clock.now()), m_logs(std::make_unique<JointLogs>()),
      m_targets(std::make_unique<JointTargets>([this](const QString& id) { return find(id); })),
      m_thread(std::make_unique<net::IoThread>(u"joint"_s))
{
    m_workloads = m_thread->adopt(std::make_unique<JointWorkloads>());
    m_metrics = m_thread->adopt(std::make_unique<JointMetrics>());
    m_events = m_thread->adopt(std::make_unique<JointEvents>());
    for (Session* session : sessions) {
        Member member;
        member.session = session;
        member.id = session->spec().id;
        member.name = session->spec().name;
        m_members.push_back(member);
    }
    for (size_t i = 0; i < m_members.size(); ++i)
        connect(m_members[i].session, &Session::stateChanged, this, [this, i] { follow(m_members[i]); });
    describe();
}

JointSession::~JointSession()
{
    for (Member& member : m_members)
        letGo(member);
}

QString JointSession::idOf(const QStringList& connectionIds)
{
    return u"joint"_s + jointMark + connectionIds.join(jointMark);
}

QVector<Session*> JointSession::members()
{
    QVector<Session*> all;
    for (const Member& member : m_members)
        if (member.session)
            all.append(member.session);
    return all;
}

Session* JointSession::find(const QString& connectionId) const
{
    for (const Member& member : m_members)
        if (member.id == connectionId)
            return member.session;
    return nullptr;
}

Session* JointSession::memberOf(const QString& id)
{
    Session* member = find(splitJointId(id).first);
    return member ? member : this;
}

void JointSession::describe()
{
    ConnectionSpec spec;
    QStringList ids, names, lines;
    spec.readOnly = true;
    for (const Member& member : m_members) {
        ids.append(member.id);
        if (!member.session)
            continue;
        const ConnectionSpec& one = member.session->spec();
        names.append(one.name);
        lines.append(one.name + u": "_s + one.address);
        spec.production = spec.production || one.production;
        spec.readOnly = spec.readOnly && one.readOnly;
    }
    spec.id = idOf(ids);
    spec.name = names.join(plus);
    spec.source = lines.join(u'\n');
    m_spec = spec;
}

// ---- the members

void JointSession::follow(Member& member)
{
    describe();
    if (m_open) {
        member.begun = member.begun || stateOf(member).phase != Phase::Idle;
        attach(member);
    }
    Q_EMIT stateChanged();
}

void JointSession::attach(Member& member)
{
    if (!member.session)
        return;
    // A cluster's ports come only when its kubeconfig has been read.
    const QString name = member.session->spec().name;
    if (name != std::exchange(member.name, name)) {
        m_workloads->rename(member.id, name);
        m_events->rename(member.id, name);
    }
    if (auto* port = member.session->workloads(); port && !std::exchange(member.workloads, true))
        m_workloads->attach(member.id, name, port);
    if (auto* port = member.session->metrics(); port && !std::exchange(member.metrics, true))
        m_metrics->attach(member.id, port);
    if (auto* port = member.session->events(); port && !std::exchange(member.events, true))
        m_events->attach(member.id, name, port);
    if (auto* port = member.session->logs(); port && !std::exchange(member.logs, true))
        m_logs->attach(member.id, port);
}

void JointSession::letGo(Member& member)
{
    if (std::exchange(member.workloads, false))
        m_workloads->detach(member.id);
    if (std::exchange(member.metrics, false))
        m_metrics->detach(member.id);
    if (std::exchange(member.events, false))
        m_events->detach(member.id);
    if (std::exchange(member.logs, false))
        m_logs->detach(member.id);
}

void JointSession::open()
{
    if (m_open)
        return retryNow();
    m_open = true;
    m_made = true;
    for (Member& member : m_members)
        if (member.session) {
            // One that is open already says nothing new.
            member.begun = member.session->state().phase != Phase::Idle;
            member.session->open();
            attach(member);
        }
    Q_EMIT stateChanged();
}

void JointSession::close()
{
    close(QVector<Session*>());
}

void JointSession::closeFor(Session& next)
{
    if (&next != this)
        close(next.members());
}

void JointSession::close(const QVector<Session*>& kept)
{
    if (!std::exchange(m_open, false))
        return;
    m_closedSince = m_clock.now();
    for (Member& member : m_members) {
        letGo(member);
        if (member.session && !kept.contains(member.session))
            member.session->close();
    }
    Q_EMIT stateChanged();
}

void JointSession::retryNow()
{
    for (Member& member : m_members) {
        if (!member.session)
            continue;
        const Phase phase = member.session->state().phase;
        if (phase == Phase::Idle) {
            member.begun = false;
            member.session->open();
        } else if (phase != Phase::Live)
            member.session->retryNow();
    }
}

// ---- what it is

ConnectionState JointSession::stateOf(const Member& member) const
{
    if (member.session)
        return member.session->state();
    ConnectionState gone;
    gone.since = m_clock.now();
    return gone;
}

ConnectionState JointSession::state() const
{
    ConnectionState joint;
    joint.since = m_closedSince;
    if (!m_open)
        return joint;
    const bool allIdle = std::all_of(m_members.cbegin(), m_members.cend(), [this](const Member& member) {
        return member.begun && stateOf(member).phase == Phase::Idle;
    });
    joint.phase = Phase::Live;
    joint.since = {};
    bool live = false;
    for (const Member& member : m_members) {
        ConnectionState one = stateOf(member);
        if (one.phase == Phase::Idle && !member.begun) {
            one.phase = Phase::Connecting; // it is being opened in a thread of its own
        } else if (one.phase == Phase::Idle && !allIdle) {
            one.phase = Phase::Failed;
            one.error = Error(Unfinished{tr("Connection"), tr("it was disconnected"),
                                         tr("Connect it again to see what runs there.")});
        }
        const bool lives = one.phase == Phase::Live;
        live = live || lives;
        // The oldest of what is shown.
        const QDateTime told = lives ? m_clock.now() : one.lastLive;
        if (told.isValid() && (!joint.lastLive.isValid() || told < joint.lastLive))
            joint.lastLive = told;
        // All are live since the last of them is; something is broken since the first broke.
        const int worse = badness(one.phase) - badness(joint.phase);
        const bool first = !joint.since.isValid();
        if (first || worse > 0 ||
            (worse == 0 && (lives ? one.since > joint.since : one.since < joint.since))) {
            joint.since = one.since;
            joint.error = one.error;
            if (joint.error)
                joint.error->of(member.name);
        }
        if (worse > 0)
            joint.phase = one.phase;
        for (const QString& note : std::as_const(one.notes))
            joint.notes.append(member.name + u": "_s + note);
    }
    joint.partial = live && joint.phase != Phase::Live;
    return joint;
}

workload::Platform JointSession::platform() const
{
    std::optional<workload::Platform> common;
    for (const Member& member : m_members) {
        if (!member.session)
            continue;
        const workload::Platform one = member.session->platform();
        if (common && *common != one)
            return workload::Platform::Docker;
        common = one;
    }
    return common.value_or(workload::Platform::Docker);
}

QString JointSession::versionText() const
{
    QStringList texts;
    for (const Member& member : m_members)
        if (member.session && !member.session->versionText().isEmpty())
            texts.append(member.session->versionText());
    return texts.join(plus);
}

QString JointSession::whyNotWritable() const
{
    QStringList reasons;
    for (const Member& member : m_members) {
        const QString why = member.session ? member.session->whyNotWritable() : QString();
        if (member.session && why.isEmpty())
            return {};
        if (!why.isEmpty())
            reasons.append(why);
    }
    return reasons.join(u' ');
}

// ---- ports

workload::WorkloadSource* JointSession::workloads()
{
    return m_made ? m_workloads : nullptr;
}

workload::MetricSource* JointSession::metrics()
{
    return m_made ? m_metrics : nullptr;
}

workload::EventSource* JointSession::events()
{
    return m_made ? m_events : nullptr;
}

workload::LogSource* JointSession::logs()
{
    return m_made ? m_logs.get() : nullptr;
}

workload::LifecycleTarget* JointSession::lifecycle()
{
    const bool any = std::any_of(m_members.cbegin(), m_members.cend(), [](const Member& member) {
        return member.session && member.session->lifecycle();
    });
    return any ? m_targets.get() : nullptr;
}

workload::ScaleTarget* JointSession::scaling()
{
    const bool any = std::any_of(m_members.cbegin(), m_members.cend(), [](const Member& member) {
        return member.session && member.session->scaling();
    });
    return any ? m_targets.get() : nullptr;
}

} // namespace kaptan::session
