#include "app/orchestration/scaling/engine_autoscaler.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kaptan::scaling
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Scaling)
};

constexpr qint64 staleMs = 45'000;  ///< three samples missed
constexpr qint64 recordEvery = 600; ///< seconds
constexpr qint64 smallChangeEvery =
    12 * 3600; ///< seconds between changes of limits that are still within bounds
constexpr double smallChange = 0.1;

using Newest = QHash<QString, workload::Usage>;

Newest newest(const QVector<workload::Usage>& usage)
{
    Newest found;
    for (const workload::Usage& one : usage) {
        const auto it = found.constFind(one.instanceId);
        if (it == found.cend() || it->atMs < one.atMs)
            found.insert(one.instanceId, one);
    }
    return found;
}

std::optional<qint64> thousandths(double value)
{
    if (!std::isfinite(value) || value < 0)
        return {};
    return std::llround(std::min(value * 1000, double(mostUnits)));
}

std::optional<qint64> valueOf(const Metric& metric, const workload::Usage& usage)
{
    if (metric.isCpu())
        return thousandths(usage.cpuMillicores); // of millicores: microcores
    if (metric.isResource())
        return usage.memoryBytes < 0 ? std::nullopt : std::optional(usage.memoryBytes);
    const auto known = history::metricOf(metric.name);
    if (!known)
        return {};
    switch (*known) {
    case history::Metric::NetworkRx:
        return thousandths(usage.networkRxPerSecond);
    case history::Metric::NetworkTx:
        return thousandths(usage.networkTxPerSecond);
    case history::Metric::DiskRead:
        return thousandths(usage.diskReadPerSecond);
    case history::Metric::DiskWrite:
        return thousandths(usage.diskWritePerSecond);
    default:
        return {};
    }
}

/// Engines say what a container uses, and nothing of what happens in it or elsewhere.
bool isMeasured(const Metric& metric)
{
    if (metric.isResource())
        return true;
    workload::Usage any;
    any.networkRxPerSecond = any.networkTxPerSecond = any.diskReadPerSecond = any.diskWritePerSecond = 0;
    return metric.kind == Metric::Kind::Pods && valueOf(metric, any);
}

std::optional<qint64> requestOf(const Metric& metric, const Amounts& limits, const workload::Usage* usage)
{
    const qint64 memory = limits.memoryBytes > 0 ? limits.memoryBytes : usage ? usage->memoryLimitBytes : 0;
    const qint64 request = metric.isCpu() ? limits.cpuMillicores * 1000 : metric.isResource() ? memory : 0;
    return request > 0 ? std::optional(request) : std::nullopt;
}

Pod podOf(const workload::Instance& instance, const EngineState& state, qint64 now)
{
    Pod pod;
    switch (instance.state) {
    case workload::InstanceState::Missing:
    case workload::InstanceState::Created:
        pod.phase = Pod::Phase::Pending;
        break;
    case workload::InstanceState::Exited:
    case workload::InstanceState::Dead:
        pod.phase = Pod::Phase::Failed;
        break;
    default:
        break;
    }
    pod.deleting = instance.state == workload::InstanceState::Stopping;
    pod.ready = instance.isReady();
    pod.started =
        instance.started.isValid() ? std::optional(instance.started.toSecsSinceEpoch()) : std::nullopt;
    const auto known = state.readiness.constFind(instance.id);
    // What was ready at the first look was so since its start, as far as anybody knows.
    pod.readyChanged = known != state.readiness.cend() && known->ready == *pod.ready ? known->since
                       : known != state.readiness.cend()                             ? now
                                                         : pod.started.value_or(now);
    return pod;
}

void learn(EngineState& state, const EngineSight& sight, const Newest& usage, qint64 now)
{
    QHash<QString, EngineState::Readiness> readiness;
    for (const workload::Instance& instance : sight.workload.instances) {
        if (instance.id.isEmpty())
            continue;
        const Pod pod = podOf(instance, state, now);
        readiness.insert(instance.id, {pod.ready.value_or(false), pod.readyChanged});
        const qint64 ended = instance.finished.isValid() ? instance.finished.toSecsSinceEpoch() : 0;
        if (instance.oomKilled && ended > 0 && state.killed.value(instance.id) < ended) {
            state.killed.insert(instance.id, ended);
            state.recommender.addOutOfMemory(instance.id, ended,
                                             std::max<qint64>(0, sight.limits.memoryBytes));
        }
    }
    const auto gone = [&](const auto& it) { return !readiness.contains(it.key()); };
    erase_if(state.killed, gone);
    erase_if(state.seen, gone);
    for (const workload::Usage& one : usage) {
        if (!readiness.contains(one.instanceId) || one.atMs <= state.seen.value(one.instanceId))
            continue;
        state.seen.insert(one.instanceId, one.atMs);
        state.recommender.addCpu(one.atMs / 1000, one.cpuMillicores, double(sight.limits.cpuMillicores));
        state.recommender.addMemory(one.instanceId, one.atMs / 1000, one.memoryBytes);
    }
    state.readiness = readiness;
}

/// Limits that no longer fit, or that fit badly and were not touched for half a day.
bool worthChanging(const Amounts& limits, const Recommendation& wanted, qint64 sinceLast)
{
    const auto outside = [](qint64 is, qint64 low, qint64 high) { return is < low || is > high; };
    if (outside(limits.cpuMillicores, wanted.lower.cpuMillicores, wanted.upper.cpuMillicores) ||
        outside(limits.memoryBytes, wanted.lower.memoryBytes, wanted.upper.memoryBytes))
        return true;
    const auto apart = [](qint64 is, qint64 ought) {
        return std::abs(double(is - ought)) > smallChange * double(std::max<qint64>(1, is));
    };
    return sinceLast >= smallChangeEvery && (apart(limits.cpuMillicores, wanted.target.cpuMillicores) ||
                                             apart(limits.memoryBytes, wanted.target.memoryBytes));
}

history::Decision decisionOf(const Decision& decision, int replicas)
{
    if (decision.reason == Reason::FailedGetMetrics)
        return history::Decision::Unknown;
    if (decision.desired != replicas)
        return decision.desired > replicas ? history::Decision::Up : history::Decision::Down;
    return decision.proposed != replicas ? history::Decision::Limited : history::Decision::Hold;
}

history::AutoscalingRecord recordOf(const Rule& rule, const Decision& decision, const EngineSight& sight,
                                    const QString& connection, qint64 now)
{
    history::AutoscalingRecord record;
    record.subject = history::subjectOf(connection, sight.workload);
    record.at = QDateTime::fromSecsSinceEpoch(now, Qt::UTC);
    const int shown = decision.metric >= 0 ? decision.metric : 0;
    if (shown < rule.metrics.size()) {
        const Metric& metric = rule.metrics.at(shown);
        const double scale = metric.target == Metric::Target::Utilization ? 1 : metric.scale();
        record.metric = metric.name;
        record.target = metric.value;
        if (decision.metric >= 0)
            record.value = double(decision.proposals.at(shown).current) / scale;
    }
    record.current = sight.workload.desired;
    record.desired = decision.desired;
    record.decision = decisionOf(decision, sight.workload.desired);
    record.message =
        described(rule, decision, {decision.proposals.constData(), size_t(decision.proposals.size())});
    return record;
}

bool saysTheSame(const history::AutoscalingRecord& a, const history::AutoscalingRecord& b)
{
    return a.metric == b.metric && a.current == b.current && a.desired == b.desired &&
           a.decision == b.decision;
}

Decision left(int replicas, Reason reason)
{
    Decision decision;
    decision.desired = decision.proposed = replicas;
    decision.reason = reason;
    decision.conditions[1] = {Condition::Type::ScalingActive, false, reason};
    decision.conditions[2] = {Condition::Type::ScalingLimited, false, Reason::DesiredWithinRange};
    return decision;
}

} // namespace

Result<void> check(const EngineRule& rule)
{
    if (rule.horizontal) {
        if (const auto good = check(rule.rule); !good)
            return good;
    }
    for (const Metric& metric : rule.rule.metrics) {
        if (rule.horizontal && !isMeasured(metric))
            return failure(InvalidInput{Tr::tr("Rule “%1”").arg(rule.rule.name),
                                        Tr::tr("“%1” is not measured on an engine").arg(metric.name),
                                        Tr::tr("Use cpu, memory, net-rx, net-tx, disk-read or disk-write.")});
        if (rule.horizontal && rule.vertical == Vertical::Auto && metric.isResource() &&
            metric.target == Metric::Target::Utilization)
            return failure(InvalidInput{
                Tr::tr("Rule “%1”").arg(rule.rule.name),
                Tr::tr("the share of “%1” would decide on replicas while its limit changes as well")
                    .arg(metric.name),
                Tr::tr("Leave the limits alone, or scale by an average amount instead of a share.")});
    }
    const Amounts& least = rule.bounds.least;
    const Amounts& most = rule.bounds.most;
    const bool crossed = (most.cpuMillicores > 0 && least.cpuMillicores > most.cpuMillicores) ||
                         (most.memoryBytes > 0 && least.memoryBytes > most.memoryBytes);
    if (crossed || least.cpuMillicores < 0 || least.memoryBytes < 0 || most.cpuMillicores < 0 ||
        most.memoryBytes < 0)
        return failure(InvalidInput{Tr::tr("Rule “%1”").arg(rule.rule.name),
                                    Tr::tr("the least limit is above the greatest, or below 0"),
                                    Tr::tr("Raise the greatest limit or lower the least one.")});
    return {};
}

Observed observedOf(const Rule& rule, const EngineSight& sight, const EngineState& state, qint64 now)
{
    const Newest usage = newest(sight.usage);
    Observed observed;
    observed.replicas = sight.workload.stopped ? 0 : sight.workload.desired;
    observed.values.resize(rule.metrics.size());
    for (const workload::Instance& instance : sight.workload.instances) {
        Pod pod = podOf(instance, state, now);
        const auto used = usage.constFind(instance.id);
        const bool fresh = used != usage.cend() && used->atMs >= now * 1000 - staleMs;
        for (const Metric& metric : rule.metrics) {
            Reading reading;
            reading.request = requestOf(metric, sight.limits, fresh ? &*used : nullptr);
            if (fresh) {
                reading.value = valueOf(metric, *used);
                reading.at = used->atMs / 1000;
                reading.window = 15;
            }
            pod.readings.append(reading);
        }
        observed.pods.append(pod);
    }
    return observed;
}

EngineStep step(const EngineRule& rule, const EngineState& state, const EngineSight& sight,
                const QString& connection, qint64 now)
{
    EngineStep result;
    result.newState = state;
    const int replicas = sight.workload.desired;
    if (!rule.horizontal || !sight.workload.scalable) {
        result.decision = left(replicas, Reason::ScalingDisabled);
    } else if (sight.workload.stopped) {
        result.decision = left(replicas, Reason::ScalingDisabled);
    } else {
        result.decision = decide(rule.rule, state.horizontal, observedOf(rule.rule, sight, state, now), now);
        result.newState.horizontal = result.decision.newState;
        if (result.decision.desired != replicas)
            result.scaleTo = result.decision.desired;
    }
    learn(result.newState, sight, newest(sight.usage), now);
    result.recommendation = result.newState.recommender.recommendation(rule.bounds);
    if (result.recommendation && rule.vertical != Vertical::Off) {
        result.newLimits = result.recommendation->target;
        if (rule.vertical == Vertical::Auto && sight.limits != *result.newLimits &&
            worthChanging(sight.limits, *result.recommendation, now - state.limitsSetAt)) {
            result.setLimits = result.newLimits;
            result.newState.limitsSetAt = now;
        }
    }
    if (!rule.horizontal)
        return result;
    history::AutoscalingRecord record = recordOf(rule.rule, result.decision, sight, connection, now);
    if (!sight.workload.scalable && !sight.workload.notScalableBecause.isEmpty())
        record.message = sight.workload.notScalableBecause;
    const auto& last = state.recorded;
    if (!last || !saysTheSame(*last, record) || last->at.secsTo(record.at) >= recordEvery) {
        result.record = record;
        result.newState.recorded = record;
    }
    return result;
}

} // namespace kaptan::scaling
