#pragma once

#include "app/orchestration/scaling/rule.h"

#include <optional>

namespace kaptan::scaling
{

/// What was read of one pod for one metric, in the units of Metric::scale().
struct Reading {
    std::optional<qint64> value;   ///< none: it was missing
    std::optional<qint64> request; ///< none: the pod, or one of its containers, requests nothing
    qint64 at = 0;                 ///< seconds; when its window ended
    int window = 0;                ///< seconds

    bool operator==(const Reading&) const = default;
};

struct Pod {
    enum class Phase { Pending, Running, Succeeded, Failed };
    Phase phase = Phase::Running;
    bool deleting = false;
    std::optional<bool> ready = true; ///< none: nobody said yet
    qint64 readyChanged = 0;          ///< seconds; when `ready` became what it is
    std::optional<qint64> started = 0;
    QVector<Reading> readings; ///< one a metric, in the rule's order

    bool operator==(const Pod&) const = default;
};

/// What is there at one moment. All times are seconds.
struct Observed {
    int replicas = 0; ///< asked for now
    QVector<Pod> pods;
    QVector<std::optional<qint64>> values; ///< of Object and External metrics, in the rule's order

    bool operator==(const Observed&) const = default;
};

/// All that the pods amount to for one metric.
struct Totals {
    int pods = 0;                        ///< seen at all
    int ready = 0;                       ///< that count
    qint64 value = 0, request = 0;       ///< sums over those
    int missing = 0;                     ///< that ought to have a value and have none
    qint64 missingRequest = 0, held = 0; ///< what is assumed of them where the rest would scale down
    int unready = 0;                     ///< not begun, or too young to judge
    qint64 unreadyRequest = 0;
    int running = 0; ///< running and ready, whatever was measured
    bool requestsKnown = true;
    std::optional<qint64> whole; ///< of an Object or External metric
};

enum class Failure {
    None,
    NoPods,     ///< nothing to measure
    NoValue,    ///< the metric was not there
    NoRequest,  ///< a share of nothing
    Unreadable, ///< the rule's target is none
};

/// What one metric asks for.
struct Proposal {
    Failure failure = Failure::None;
    int replicas = 0;
    qint64 current = 0; ///< percent for Utilization, else units: an average, or the value as a whole

    bool operator==(const Proposal&) const = default;
};

Totals group(const Rule& rule, int metric, const Observed& observed, qint64 now);

/// Replicas in proportion to the metric over its target. Missing pods are taken to use nothing where the rest
/// would scale up, and all where it would scale down; too young ones nothing. Where that turns the direction
/// or comes near the target, nothing changes.
Proposal propose(const Metric& metric, double tolerance, const Totals& totals, int replicas);

} // namespace kaptan::scaling
