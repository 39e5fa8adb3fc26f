#include "app/orchestration/scaling/hpa.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kaptan::scaling
{

namespace
{

int clampToInt(double value)
{
    return int(
        std::clamp(value, double(std::numeric_limits<int>::min()), double(std::numeric_limits<int>::max())));
}

int longestPeriod(const Rule& rule)
{
    int longest = 0;
    for (const Policy& policy : rule.up.policies)
        longest = std::max(longest, policy.periodSeconds);
    for (const Policy& policy : rule.down.policies)
        longest = std::max(longest, policy.periodSeconds);
    return longest;
}

/// How many there were when the policy's period began.
int atStart(const Policy& policy, const State& state, int replicas, qint64 now)
{
    return replicas - changedWithin(state.ups, policy.periodSeconds, now) +
           changedWithin(state.downs, policy.periodSeconds, now);
}

int highest(const Rule& rule, const State& state, int replicas, qint64 now)
{
    if (rule.up.select == Select::Disabled)
        return replicas;
    if (rule.up.policies.isEmpty())
        return std::max(clampToInt(2.0 * replicas), 4);
    const bool most = rule.up.select == Select::Max;
    int limit = most ? std::numeric_limits<int>::min() : std::numeric_limits<int>::max();
    for (const Policy& policy : rule.up.policies) {
        const double start = atStart(policy, state, replicas, now);
        const int allowed = policy.kind == Policy::Kind::Pods
                                ? clampToInt(start + policy.value)
                                : clampToInt(std::ceil(start * (1 + policy.value / 100.0)));
        limit = most ? std::max(limit, allowed) : std::min(limit, allowed);
    }
    return std::max(limit, replicas); // more than is allowed came already: it waits, it does not go back
}

int lowest(const Rule& rule, const State& state, int replicas, qint64 now)
{
    if (rule.down.select == Select::Disabled)
        return replicas;
    if (rule.down.policies.isEmpty())
        return std::numeric_limits<int>::min();
    const bool most = rule.down.select == Select::Max;
    int limit = most ? std::numeric_limits<int>::max() : std::numeric_limits<int>::min();
    for (const Policy& policy : rule.down.policies) {
        const double start = atStart(policy, state, replicas, now);
        const int allowed = policy.kind == Policy::Kind::Pods
                                ? clampToInt(start - policy.value)
                                : clampToInt(start * (1 - policy.value / 100.0));
        limit = most ? std::min(limit, allowed) : std::max(limit, allowed);
    }
    return std::min(limit, replicas);
}

void forget(QVector<Stamped>& changes, int seconds, qint64 now)
{
    changes.removeIf([&](const Stamped& change) { return change.at <= now - seconds; });
}

} // namespace

int changedWithin(const QVector<Stamped>& changes, int seconds, qint64 now)
{
    int sum = 0;
    for (const Stamped& change : changes)
        if (change.at > now - seconds)
            sum += change.count;
    return sum;
}

void remember(const Rule& rule, State& state, int from, int to, qint64 now)
{
    const int longest = longestPeriod(rule);
    if (longest == 0 || from == to)
        return;
    forget(state.ups, longest, now);
    forget(state.downs, longest, now);
    (to > from ? state.ups : state.downs).append({std::abs(to - from), now});
}

int stabilized(const Rule& rule, State& state, int replicas, int desired, qint64 now)
{
    const qint64 upSince = now - rule.up.stabilizationSeconds,
                 downSince = now - rule.down.stabilizationSeconds;
    const qint64 oldest = std::min(upSince, downSince);
    int up = desired, down = desired;
    qsizetype old = -1;
    const QVector<Stamped>& known = state.recommendations;
    for (qsizetype i = 0; i < known.size(); ++i) {
        const Stamped& one = known[i];
        if (one.at > upSince)
            up = std::min(up, one.count);
        if (one.at > downSince)
            down = std::max(down, one.count);
        if (one.at < oldest)
            old = i; // its place is taken again, so that the list stays as long as the window
    }
    if (old >= 0)
        state.recommendations[old] = {desired, now};
    else
        state.recommendations.append({desired, now});
    return std::min(std::max(replicas, up), down);
}

Limited limited(const Rule& rule, const State& state, int replicas, int desired, qint64 now)
{
    if (desired > replicas) {
        const int limit = highest(rule, state, replicas, now);
        const int most = std::min(rule.max, limit);
        if (desired > most)
            return {most, rule.max > limit ? Reason::ScaleUpLimit : Reason::TooManyReplicas};
    } else if (desired < replicas) {
        const int limit = lowest(rule, state, replicas, now);
        const int least = std::max(rule.min, limit);
        if (desired < least)
            return {least, rule.min < limit ? Reason::ScaleDownLimit : Reason::TooFewReplicas};
    }
    return {desired, Reason::DesiredWithinRange};
}

Outcome conclude(const Rule& rule, State& state, int replicas, std::span<const Proposal> proposals,
                 qint64 now)
{
    Outcome outcome;
    outcome.desired = outcome.proposed = replicas;
    auto& [able, active, bound] = outcome.conditions;
    able = {Condition::Type::AbleToScale, true, Reason::ReadyForNewScale};
    active = {Condition::Type::ScalingActive, true, Reason::ValidMetricFound};
    bound = {Condition::Type::ScalingLimited, false, Reason::DesiredWithinRange};
    if (replicas == 0 && rule.min != 0) {
        outcome.reason = active.reason = Reason::ScalingDisabled;
        active.holds = false;
        return outcome;
    }
    const auto change = [&] {
        if (outcome.desired != replicas) {
            remember(rule, state, replicas, outcome.desired, now);
            if (able.reason == Reason::ReadyForNewScale)
                able.reason = Reason::SucceededRescale;
        }
    };
    if (replicas > rule.max || replicas < rule.min) {
        outcome.desired = outcome.proposed = replicas > rule.max ? rule.max : rule.min;
        outcome.reason = bound.reason =
            replicas > rule.max ? Reason::TooManyReplicas : Reason::TooFewReplicas;
        bound.holds = true;
        change();
        return outcome;
    }
    int proposed = 0;
    bool failures = false;
    for (size_t i = 0; i < proposals.size(); ++i) {
        if (proposals[i].failure != Failure::None) {
            failures = true;
        } else if (outcome.metric < 0 || proposals[i].replicas > proposed) {
            proposed = proposals[i].replicas;
            outcome.metric = int(i);
        }
    }
    // What could not be measured might need all that is there: nothing is taken away then.
    if (outcome.metric < 0 || (failures && proposed < replicas)) {
        outcome.reason = active.reason = Reason::FailedGetMetrics;
        active.holds = false;
        return outcome;
    }
    outcome.proposed = proposed;
    const int steady = stabilized(rule, state, replicas, proposed, now);
    if (steady != proposed)
        able.reason = proposed >= replicas ? Reason::ScaleUpStabilized : Reason::ScaleDownStabilized;
    const Limited within = limited(rule, state, replicas, steady, now);
    outcome.desired = within.replicas;
    bound.reason = within.reason;
    bound.holds = within.replicas != steady;
    outcome.reason = bound.holds ? within.reason : steady != proposed ? able.reason : within.reason;
    change();
    return outcome;
}

Decision decide(const Rule& rule, const State& state, const Observed& observed, qint64 now)
{
    Decision decision;
    decision.proposals.reserve(rule.metrics.size());
    for (int i = 0; i < int(rule.metrics.size()); ++i)
        decision.proposals.append(
            propose(rule.metrics.at(i), rule.tolerance, group(rule, i, observed, now), observed.replicas));
    decision.newState = state;
    static_cast<Outcome&>(decision) =
        conclude(rule, decision.newState, observed.replicas,
                 {decision.proposals.constData(), size_t(decision.proposals.size())}, now);
    return decision;
}

} // namespace kaptan::scaling
