#pragma once

#include "app/history/records.h"
#include "app/orchestration/scaling/hpa.h"
#include "app/orchestration/scaling/recommender.h"
#include "app/workload/model.h"

namespace kaptan::scaling
{

/// What is done with a recommendation of CPU and memory.
enum class Vertical {
    Off,     ///< shown only
    Initial, ///< given to containers that are made from now on
    Auto,    ///< also to those that run
};

/// What scales one workload of a plain engine, where no cluster does.
struct EngineRule {
    bool horizontal = true;
    Rule rule;
    Vertical vertical = Vertical::Off;
    AmountBounds bounds = {};

    bool operator==(const EngineRule&) const = default;
};

/// InvalidInput where it cannot be used: also where both directions would chase the same share of a request.
Result<void> check(const EngineRule& rule);

/// What is there at one moment. Of several usages of an instance the newest counts, if it is not too old.
struct EngineSight {
    workload::Workload workload;
    QVector<workload::Usage> usage;
    Amounts limits; ///< of each container; 0: none
};

struct EngineState {
    State horizontal;
    Recommender recommender;

    struct Readiness {
        bool ready = false;
        qint64 since = 0; ///< seconds
    };

    QHash<QString, Readiness> readiness; ///< by instance
    QHash<QString, qint64> seen;         ///< by instance: the newest usage, in milliseconds
    QHash<QString, qint64> killed;       ///< by instance: its last end for want of memory, seconds
    qint64 limitsSetAt = 0;              ///< seconds; 0: never
    std::optional<history::AutoscalingRecord> recorded;
};

/// What is to be done now; nothing of it was done.
struct EngineStep {
    Decision decision;
    std::optional<int> scaleTo;
    std::optional<Amounts> setLimits; ///< of containers that run
    std::optional<Amounts> newLimits; ///< of containers that are made from now on
    std::optional<Recommendation> recommendation;
    /// For the history: where it says something else than the last one, or ten minutes later.
    std::optional<history::AutoscalingRecord> record;
    EngineState newState; ///< as if all was done; of a failure only `horizontal` is to be set back
};

/// Pods as an autoscaler sees them, from containers. Requests are the limits, as far as there are any.
Observed observedOf(const Rule& rule, const EngineSight& sight, const EngineState& state, qint64 now);

/// One look at a workload: pure. `now` in seconds, `connection` is the key of the history's subjects.
EngineStep step(const EngineRule& rule, const EngineState& state, const EngineSight& sight,
                const QString& connection, qint64 now);

} // namespace kaptan::scaling
