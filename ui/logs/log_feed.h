#pragma once

#include "app/core/clock.h"
#include "app/session/session.h"
#include "app/workload/log_store.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace kaptan::ui
{

/// Whose log is shown. The workload and replica lead to the next instance when this one is replaced.
struct LogTarget {
    QString instanceId;
    QString name; ///< of the instance; untrusted
    QString workloadId;
    int replica = 0;
    QString container; ///< of an instance that has several; else empty. Untrusted

    /// What the log's source calls it.
    QString logId() const { return container.isEmpty() ? instanceId : instanceId + u'/' + container; }

    QString shownName() const { return container.isEmpty() ? name : name + u'/' + container; }

    bool operator==(const LogTarget&) const = default;
};

/// Keeps the log of one target flowing into a store: opens it, opens it again from the last line on when the
/// connection or the instance comes back, and goes over to the instance that takes its place.
class LogFeed : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Idle,      ///< no target
        Waiting,   ///< for the connection, or to try again
        Following, ///< open
        Stopped,   ///< the instance does not run
        Gone,      ///< there is no such instance any more
    };

    LogFeed(std::shared_ptr<workload::LogStore> store, Clock& clock, QObject* parent = nullptr);
    ~LogFeed() override;

    /// Null: none. Ends the log of the session before and forgets its target.
    void setSession(session::Session* session);
    /// The store is emptied when it is another one.
    void setTarget(const LogTarget& target);

    const LogTarget& target() const { return m_target; }

    /// The sender is held; what is on the way still comes.
    void setPaused(bool paused);

    bool isPaused() const { return m_paused; }

    State state() const { return m_state; }

    /// The connection that the target is of is live.
    bool isLive() const;

    /// The target as it is now, where it is known.
    std::optional<workload::Instance> instance() const { return m_instance; }

    QString workloadName() const { return m_workloadName; }

    /// Why it is waiting; may be nothing.
    const std::optional<Error>& error() const { return m_error; }

    /// How often it was opened, for tests.
    int opened() const { return m_opened; }

    /// Looks whether the log ended; to be called by whoever polls the store.
    void poll();

Q_SIGNALS:
    /// state(), instance(), target() or error() changed.
    void changed();

private:
    void sessionChanged();
    void workloadsChanged(const workload::WorkloadDelta& delta);
    void connectWorkloads();
    void findInstance();
    void advance();
    void openLog();
    void closeLog();
    void tryLater();
    void setState(State state);

    std::shared_ptr<workload::LogStore> m_store;
    Clock& m_clock;
    QPointer<session::Session> m_session;
    QPointer<workload::WorkloadSource> m_workloads;
    LogTarget m_target;
    std::optional<workload::Instance> m_instance;
    QString m_workloadName;
    bool m_known = false; ///< the list of workloads has been looked through
    std::unique_ptr<workload::LogHandle> m_handle;
    Backoff m_backoff;
    std::unique_ptr<QObject> m_pending; ///< context of the next try
    qint64 m_receivedAtOpen = 0;
    bool m_fresh = true; ///< nothing of this target has been read
    bool m_paused = false;
    bool m_wasLive = false;
    int m_opened = 0;
    State m_state = State::Idle;
    std::optional<Error> m_error;
};

} // namespace kaptan::ui
