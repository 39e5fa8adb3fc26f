#pragma once

#include "app/orchestration/scaling/replicas.h"

#include <array>
#include <span>

namespace kaptan::scaling
{

/// Why, in the words of a HorizontalPodAutoscaler's conditions (see wordOf()).
enum class Reason {
    DesiredWithinRange,
    TooFewReplicas,
    TooManyReplicas,
    ScaleUpLimit,
    ScaleDownLimit,
    ScaleUpStabilized,
    ScaleDownStabilized,
    ScalingDisabled,
    FailedGetMetrics,
    ValidMetricFound,
    ReadyForNewScale,
    SucceededRescale,
};

struct Condition {
    enum class Type { AbleToScale, ScalingActive, ScalingLimited };
    Type type = Type::AbleToScale;
    bool holds = true;
    Reason reason = Reason::ReadyForNewScale;

    bool operator==(const Condition&) const = default;
};

struct Stamped {
    int count = 0;
    qint64 at = 0; ///< seconds

    bool operator==(const Stamped&) const = default;
};

/// What must be remembered from one decision to the next.
struct State {
    QVector<Stamped> recommendations; ///< wanted before stabilization; in no order
    QVector<Stamped> ups, downs;      ///< changes made, positive counts; in no order

    bool operator==(const State&) const = default;
};

struct Outcome {
    int desired = 0;
    int proposed = 0; ///< by the metrics, before anything held it back
    Reason reason = Reason::DesiredWithinRange;
    int metric = -1; ///< which asked for the most; -1: none
    std::array<Condition, 3> conditions{};

    bool operator==(const Outcome&) const = default;
};

struct Decision : Outcome {
    QVector<Proposal> proposals; ///< one a metric
    State newState;              ///< holds the change as if it had been made

    bool operator==(const Decision&) const = default;
};

/// The autoscaler: pure. `now` in seconds.
Decision decide(const Rule& rule, const State& state, const Observed& observed, qint64 now);

/// decide() from the proposals of the metrics on, with the state changed in place.
Outcome conclude(const Rule& rule, State& state, int replicas, std::span<const Proposal> proposals,
                 qint64 now);

// The parts of it, for those who want to know.

/// The recommendation that the windows let through; remembers `desired`.
int stabilized(const Rule& rule, State& state, int replicas, int desired, qint64 now);

struct Limited {
    int replicas = 0;
    Reason reason = Reason::DesiredWithinRange;
};

/// Within what the policies of its direction, the minimum and the maximum allow.
Limited limited(const Rule& rule, const State& state, int replicas, int desired, qint64 now);

/// How much changed within the last seconds.
int changedWithin(const QVector<Stamped>& changes, int seconds, qint64 now);
/// Remembers a change; forgets those that no policy looks at any more.
void remember(const Rule& rule, State& state, int from, int to, qint64 now);

/// "TooManyReplicas".
QString wordOf(Reason reason);
/// What it means, a translated sentence.
QString sentenceOf(Reason reason);
/// "CPU is at 91 %, the target is 70 %": translated.
QString described(const Metric& metric, const Proposal& proposal);
/// Why it decided so, in one or two translated sentences.
QString described(const Rule& rule, const Outcome& outcome, std::span<const Proposal> proposals);

} // namespace kaptan::scaling
