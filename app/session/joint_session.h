#pragma once

#include "app/core/clock.h"
#include "app/session/session.h"

#include <QPointer>

#include <memory>
#include <vector>

namespace kaptan::net
{
class IoThread;
}

namespace kaptan::session
{

class JointEvents;
class JointLogs;
class JointMetrics;
class JointTargets;
class JointWorkloads;

/// Several sessions shown together, as one: what they tell is put together, with ids that say whose it is
/// (see joint_id.h), and what is to be done goes to the one whose it is. Its members are owned elsewhere, are
/// opened when it is opened and closed when it is closed; it ends before the first of them does. Main thread.
///
/// It is live when all members are. Else its state is that of the worst of them, whose error begins with the
/// name of its connection; `lastLive` is that of the member whose data is oldest. A member that was
/// disconnected by hand counts as failed as long as others are not.
class JointSession : public Session
{
    Q_OBJECT
public:
    JointSession(const QVector<Session*>& sessions, Clock& clock, QObject* parent = nullptr);
    ~JointSession() override;

    /// That of the joint session of these connections, in this order.
    static QString idOf(const QStringList& connectionIds);

    bool isJoint() const override { return true; }

    QVector<Session*> members() override;
    Session* memberOf(const QString& id) override;

    /// The names joined, production where one is, read-only where all are.
    const ConnectionSpec& spec() const override { return m_spec; }

    /// What is known of it follows from the members.
    void setSpec(const ConnectionSpec&) override {}

    ConnectionState state() const override;
    /// The one that all have; Docker where they differ, as the one of which nothing is left out.
    workload::Platform platform() const override;
    QString versionText() const override;

    void open() override;
    void close() override;
    void closeFor(Session& next) override;
    /// Those that are not live, also those that were disconnected by hand.
    void retryNow() override;

    workload::WorkloadSource* workloads() override;
    workload::MetricSource* metrics() override;
    workload::EventSource* events() override;
    workload::LogSource* logs() override;
    /// Null where no member has one.
    workload::LifecycleTarget* lifecycle() override;
    workload::ScaleTarget* scaling() override;

    workload::DeployTarget* deploying() override { return nullptr; }

    /// Empty where one member at least may be written to.
    QString whyNotWritable() const override;

    docker::EngineApi* engine() override { return nullptr; }

private:
    struct Member {
        QPointer<Session> session;
        QString id;
        QString name;       ///< as it was told last
        bool begun = false; ///< it has said something since it was opened: idle is disconnected then
        bool workloads = false, metrics = false, events = false, logs = false; ///< attached
    };

    void follow(Member& member);
    void attach(Member& member);
    void letGo(Member& member);
    void close(const QVector<Session*>& kept);
    void describe();
    Session* find(const QString& connectionId) const;
    ConnectionState stateOf(const Member& member) const;

    Clock& m_clock;
    ConnectionSpec m_spec;
    std::vector<Member> m_members;
    QDateTime m_closedSince;
    bool m_open = false;
    bool m_made = false; ///< opened once: the ports are there
    JointWorkloads* m_workloads;
    JointMetrics* m_metrics;
    JointEvents* m_events;
    std::unique_ptr<JointLogs> m_logs;
    std::unique_ptr<JointTargets> m_targets;
    std::unique_ptr<net::IoThread> m_thread; ///< owns the three above; ends first
};

} // namespace kaptan::session
