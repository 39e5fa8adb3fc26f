#include "app/orchestration/scaling/replicas.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kaptan::scaling
{

namespace
{

bool near(double ratio, double tolerance)
{
    return ratio >= 1 - tolerance && ratio <= 1 + tolerance;
}

int whole(double replicas)
{
    return int(std::clamp(std::ceil(replicas), 0.0, double(std::numeric_limits<int>::max())));
}

Proposal failed(Failure failure)
{
    Proposal proposal;
    proposal.failure = failure;
    return proposal;
}

/// Percent of the requests, or the average; whole numbers, as the controllers of a cluster count.
qint64 level(const Metric& metric, qint64 value, qint64 request, int pods)
{
    if (metric.target != Metric::Target::Utilization)
        return value / pods;
    if (value > std::numeric_limits<qint64>::max() / 100)
        return value / std::max<qint64>(1, request / 100);
    return value * 100 / request;
}

Proposal ofOneNumber(const Metric& metric, double tolerance, const Totals& totals, int replicas)
{
    if (!totals.whole)
        return failed(Failure::NoValue);
    const double target = double(metric.targetUnits());
    Proposal proposal{Failure::None, replicas, *totals.whole};
    if (metric.target == Metric::Target::AverageValue) {
        const double count = double(*totals.whole);
        if (replicas == 0 || !near(count / (target * replicas), tolerance))
            proposal.replicas = whole(count / target);
        if (replicas > 0)
            proposal.current = qint64(std::ceil(count / replicas));
        return proposal;
    }
    const double ratio = double(*totals.whole) / target;
    if (replicas == 0) {
        proposal.replicas = whole(ratio);
        return proposal;
    }
    if (near(ratio, tolerance))
        return proposal;
    if (totals.pods == 0)
        return failed(Failure::NoPods);
    proposal.replicas = whole(ratio * totals.running);
    return proposal;
}

/// Not to be judged by its CPU: not ready yet, or measured before a whole window since it became ready.
bool tooYoung(const Rule& rule, const Pod& pod, const Reading& reading, qint64 now)
{
    if (!pod.ready || !pod.started)
        return true;
    if (*pod.started + rule.cpuInitializationSeconds > now)
        return !*pod.ready || reading.at < pod.readyChanged + reading.window;
    return !*pod.ready && *pod.started + rule.initialReadinessSeconds > pod.readyChanged;
}

} // namespace

Totals group(const Rule& rule, int index, const Observed& observed, qint64 now)
{
    static const Reading none;
    const Metric& metric = rule.metrics.at(index);
    const qint64 fill = std::max<qint64>(100, metric.targetUnits());
    Totals totals;
    totals.pods = int(observed.pods.size());
    if (index < observed.values.size())
        totals.whole = observed.values.at(index);
    for (const Pod& pod : observed.pods) {
        if (pod.phase == Pod::Phase::Running && pod.ready.value_or(false))
            ++totals.running;
        if (pod.deleting || pod.phase == Pod::Phase::Failed)
            continue;
        const Reading& reading = index < pod.readings.size() ? pod.readings.at(index) : none;
        totals.requestsKnown = totals.requestsKnown && reading.request.value_or(0) > 0;
        const qint64 request = std::clamp<qint64>(reading.request.value_or(0), 0, mostUnits);
        if (pod.phase == Pod::Phase::Pending) {
            ++totals.unready;
            totals.unreadyRequest += request;
        } else if (!reading.value) {
            ++totals.missing;
            totals.missingRequest += request;
            totals.held +=
                metric.target == Metric::Target::Utilization ? request * fill / 100 : metric.targetUnits();
        } else if (metric.isCpu() && tooYoung(rule, pod, reading, now)) {
            ++totals.unready;
            totals.unreadyRequest += request;
        } else {
            ++totals.ready;
            totals.value += std::clamp<qint64>(*reading.value, 0, mostUnits);
            totals.request += request;
        }
    }
    return totals;
}

Proposal propose(const Metric& metric, double tolerance, const Totals& totals, int replicas)
{
    const qint64 target = metric.targetUnits();
    if (target < 1)
        return failed(Failure::Unreadable);
    if (metric.kind == Metric::Kind::Object || metric.kind == Metric::Kind::External)
        return ofOneNumber(metric, tolerance, totals, replicas);
    if (totals.pods == 0)
        return failed(Failure::NoPods);
    if (totals.ready == 0)
        return failed(Failure::NoValue);
    if (metric.target == Metric::Target::Utilization && (!totals.requestsKnown || totals.request < 1))
        return failed(Failure::NoRequest);
    const qint64 now = level(metric, totals.value, totals.request, totals.ready);
    const double ratio = double(now) / double(target);
    Proposal proposal{Failure::None, replicas, now};
    const bool upWithUnready = totals.unready > 0 && ratio > 1;
    if (!upWithUnready && totals.missing == 0) {
        if (!near(ratio, tolerance))
            proposal.replicas = whole(ratio * totals.ready);
        return proposal;
    }
    qint64 value = totals.value, request = totals.request;
    int pods = totals.ready;
    if (totals.missing > 0 && ratio != 1) {
        value += ratio < 1 ? totals.held : 0;
        request += totals.missingRequest;
        pods += totals.missing;
    }
    if (upWithUnready) {
        request += totals.unreadyRequest;
        pods += totals.unready;
    }
    const double again = double(level(metric, value, request, pods)) / double(target);
    if (near(again, tolerance) || (ratio < 1 && again > 1) || (ratio > 1 && again < 1))
        return proposal;
    const int wanted = whole(again * pods);
    if ((again < 1 && wanted > replicas) || (again > 1 && wanted < replicas))
        return proposal;
    proposal.replicas = wanted;
    return proposal;
}

} // namespace kaptan::scaling
