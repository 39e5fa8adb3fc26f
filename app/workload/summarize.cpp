#include "app/workload/model.h"

#include <algorithm>

namespace kaptan::workload
{

namespace
{

/// A container is created and started in one breath; one that stays created for longer was left behind.
constexpr int createdJustNowSeconds = 120;

/// 128 + SIGINT, SIGKILL, SIGTERM: somebody stopped it. Killed for lack of memory is another matter.
bool endedByRequest(const Instance& i)
{
    return !i.oomKilled && (i.exitCode == 130 || i.exitCode == 137 || i.exitCode == 143);
}

bool isAlive(const Instance& i)
{
    return i.state == InstanceState::Running || i.state == InstanceState::Restarting ||
           i.state == InstanceState::Paused || i.state == InstanceState::Stopping;
}

bool hasFailed(const Instance& i)
{
    switch (i.state) {
    case InstanceState::Restarting:
    case InstanceState::Dead:
        return true;
    case InstanceState::Exited:
        return i.oomKilled || (i.exitCode.value_or(0) != 0 && !endedByRequest(i));
    case InstanceState::Running:
        return i.health == Health::Unhealthy;
    default:
        return false;
    }
}

bool isUnderWay(const Instance& i, const QDateTime& now)
{
    switch (i.state) {
    case InstanceState::Stopping:
        return true;
    case InstanceState::Running:
        return i.health == Health::Starting;
    case InstanceState::Created:
        return !now.isValid() || !i.created.isValid() || i.created.secsTo(now) < createdJustNowSeconds;
    default:
        return false;
    }
}

/// The backend's own words, which operators search for; they are not translated.
QString reasonOf(const Instance& i)
{
    if (i.oomKilled)
        return QStringLiteral("OOMKilled");
    if (!i.reason.isEmpty())
        return i.reason;
    switch (i.state) {
    case InstanceState::Missing:
        return QStringLiteral("Missing");
    case InstanceState::Dead:
        return QStringLiteral("Dead");
    case InstanceState::Restarting:
    case InstanceState::Exited:
        return i.exitCode ? QStringLiteral("Exited (%1)").arg(*i.exitCode) : QStringLiteral("Exited");
    case InstanceState::Running:
        return i.health == Health::Unhealthy ? QStringLiteral("Unhealthy") : QString();
    case InstanceState::Created:
        return QStringLiteral("Created");
    case InstanceState::Paused:
        return QStringLiteral("Paused");
    default:
        return {};
    }
}

struct Counts {
    int total = 0, missing = 0, alive = 0, ready = 0, failed = 0, paused = 0, underWay = 0;
    int neverStarted = 0, completed = 0, stoppedBySignal = 0, unknown = 0;
};

Counts count(const Workload& workload, const QDateTime& now)
{
    Counts c;
    for (const Instance& i : workload.instances) {
        ++c.total;
        c.missing += i.state == InstanceState::Missing;
        c.alive += isAlive(i);
        c.ready += i.isReady();
        c.failed += hasFailed(i);
        c.paused += i.state == InstanceState::Paused;
        c.underWay += isUnderWay(i, now);
        c.neverStarted += i.state == InstanceState::Created;
        c.unknown += i.state == InstanceState::Unknown;
        if (i.state == InstanceState::Exited && !i.oomKilled) {
            c.completed += i.exitCode.value_or(0) == 0;
            c.stoppedBySignal += endedByRequest(i);
        }
    }
    return c;
}

WorkloadState decide(const Workload& w, const Counts& c)
{
    using S = WorkloadState;
    const int there = c.total - c.missing;
    if (w.stopped || w.desired == 0)
        return c.alive > 0 ? S::Progressing : S::Stopped;
    if (there > 0 && c.unknown == there)
        return S::Unknown;
    if (there > 0 && c.missing == 0) {
        if (c.paused == there)
            return S::Paused;
        if (c.completed == there)
            return S::Completed;
        if (c.completed + c.stoppedBySignal == there)
            return S::Stopped;
        if (w.kind != WorkloadKind::Deployment && c.neverStarted == there)
            return S::Stopped;
    }
    if (c.failed > 0)
        return c.ready == 0 ? S::Failing : S::Degraded;
    if (c.paused > 0)
        return S::Degraded;
    if (c.underWay > 0 || c.alive > w.desired)
        return S::Progressing;
    if (c.ready >= w.desired)
        return S::Running;
    return there == 0 ? S::Failing : S::Degraded;
}

/// The reason of the worst instance.
QString reasonFor(const Workload& w)
{
    const auto badness = [](const Instance& i) {
        if (hasFailed(i))
            return i.oomKilled ? 5 : 4;
        switch (i.state) {
        case InstanceState::Missing:
            return 3;
        case InstanceState::Exited:
        case InstanceState::Created:
            return 2;
        case InstanceState::Paused:
            return 1;
        default:
            return 0;
        }
    };
    const auto worst = std::max_element(
        w.instances.cbegin(), w.instances.cend(),
        [&badness](const Instance& a, const Instance& b) { return badness(a) < badness(b); });
    return worst != w.instances.cend() && badness(*worst) > 0 ? reasonOf(*worst) : QString();
}

} // namespace

int Workload::missing() const
{
    return instances.missing();
}

void summarize(Workload& workload, const QDateTime& now)
{
    const Counts c = count(workload, now);
    workload.ready = c.ready;
    workload.restarts = 0;
    workload.created = {};
    workload.images.clear();
    for (const Instance& i : std::as_const(workload.instances)) {
        workload.restarts += i.restarts;
        if (i.created.isValid() && (!workload.created.isValid() || i.created < workload.created))
            workload.created = i.created;
        if (!i.image.isEmpty() && !workload.images.contains(i.image))
            workload.images.append(i.image);
    }
    workload.state = decide(workload, c);
    workload.reason.clear();
    if (workload.state == WorkloadState::Failing || workload.state == WorkloadState::Degraded)
        workload.reason = reasonFor(workload);
}

} // namespace kaptan::workload
