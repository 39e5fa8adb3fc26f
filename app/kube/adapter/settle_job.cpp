#include "app/kube/adapter/settle_job.h"

#include "app/core/when_done.h"

#include <QCoreApplication>

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ClusterLifecycle)
};

constexpr std::chrono::minutes longestWait{10};

} // namespace

QFuture<Result<void>> SettleJob::run(ClusterWorkloads& workloads, Clock& clock, Plan plan)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    auto future = promise->future();
    promise->start();
    QMetaObject::invokeMethod(
        &workloads,
        [&workloads, &clock, plan = std::move(plan), promise] {
            (new SettleJob(workloads, clock, plan, promise))->begin();
        },
        Qt::QueuedConnection);
    return future;
}

SettleJob::SettleJob(ClusterWorkloads& workloads, Clock& clock, Plan plan,
                     std::shared_ptr<QPromise<Result<void>>> promise)
    : QObject(&workloads), m_workloads(workloads), m_clock(clock), m_plan(std::move(plan)),
      m_promise(std::move(promise))
{
}

SettleJob::~SettleJob()
{
    end(tl::unexpected<Error>(Error(Cancelled{})));
}

void SettleJob::begin()
{
    connect(&m_outer, &QFutureWatcherBase::canceled, this,
            [this] { end(tl::unexpected<Error>(Error(Cancelled{}))); });
    m_outer.setFuture(m_promise->future());
    m_before = m_workloads.find(m_plan.workloadId);
    if (!m_before)
        return end({});
    whenDone(m_plan.call(), this, [this](const Result<void>& called) {
        if (m_over)
            return;
        if (!called)
            return end(called);
        m_called = true;
        connect(&m_workloads, &workload::WorkloadSource::changed, this, &SettleJob::look);
        m_clock.callLater(longestWait, this, [this] {
            const auto now = m_workloads.find(m_plan.workloadId);
            end(tl::unexpected<Error>(Error(Unfinished{
                m_before->name,
                Tr::tr("not ready after %n minutes", nullptr, int(longestWait.count())) +
                    (now && !now->reason.isEmpty() ? QStringLiteral(" (%1)").arg(now->reason) : QString()),
                Tr::tr("The cluster goes on trying. Look at its pods, their events and logs.")})));
        });
        look();
    });
}

void SettleJob::look()
{
    if (m_over || !m_called)
        return;
    const auto now = m_workloads.find(m_plan.workloadId);
    if (!now)
        return end(tl::unexpected<Error>(
            Error(Unfinished{m_before->name, Tr::tr("it was deleted meanwhile"), QString()})));
    m_promise->setProgressRange(0, now->desired);
    m_promise->setProgressValueAndText(now->ready,
                                       Tr::tr("%1 of %2 ready").arg(now->ready).arg(now->desired));
    if (m_plan.settled(*now, *m_before))
        end({});
}

void SettleJob::end(Result<void> result)
{
    if (std::exchange(m_over, true))
        return;
    m_promise->addResult(std::move(result));
    m_promise->finish();
    deleteLater();
}

} // namespace kaptan::kube
