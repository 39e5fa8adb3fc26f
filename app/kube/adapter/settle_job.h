#pragma once

#include "app/core/clock.h"
#include "app/kube/adapter/workload_source.h"

#include <QFutureWatcher>
#include <QPromise>

#include <functional>

namespace kaptan::kube
{

/// A call, and then the wait until the workload is as the call wants it; told as progress in ready replicas.
/// Lives in the workloads' thread and deletes itself.
class SettleJob : public QObject
{
    Q_OBJECT
public:
    struct Plan {
        QString workloadId;
        std::function<QFuture<Result<void>>()> call;
        /// Where `old` is how it was before the call.
        std::function<bool(const workload::Workload& now, const workload::Workload& old)> settled;
    };

    /// Any thread. Progress is `ready` of `desired`. Unfinished after 10 minutes: what was asked goes on.
    static QFuture<Result<void>> run(ClusterWorkloads& workloads, Clock& clock, Plan plan);

private:
    SettleJob(ClusterWorkloads& workloads, Clock& clock, Plan plan,
              std::shared_ptr<QPromise<Result<void>>> promise);
    ~SettleJob() override;
    void begin();
    void look();
    void end(Result<void> result);

    ClusterWorkloads& m_workloads;
    Clock& m_clock;
    Plan m_plan;
    std::shared_ptr<QPromise<Result<void>>> m_promise;
    QFutureWatcher<Result<void>> m_outer;
    workload::WorkloadPtr m_before;
    bool m_called = false;
    bool m_over = false;
};

} // namespace kaptan::kube
