#pragma once

#include "app/history/records.h"
#include "app/workload/model.h"

#include <optional>

/// What follows from a workload that is not as it was. Pure.
namespace kaptan::recorder
{

struct Observed {
    std::optional<history::ScalingEvent> scaled;
    std::optional<history::Revision> revision;
    /// One that begins now: its images or its revision are others, or it is new.
    std::optional<history::Deployment> deployed;
};

/// `before` null: it was not there. What was there when the recorder began to look is no news: `isFirstLook`.
Observed observed(const history::Subject& subject, const workload::Workload* before,
                  const workload::Workload& after, bool isFirstLook, const QDateTime& now);

/// How a deployment that runs since `startedAt` stands: ended or not. It has succeeded when all is ready, and
/// failed when nothing of it works for ten minutes, or it says that it gave up.
std::optional<history::Outcome> outcomeOf(const workload::Workload& workload, const QDateTime& startedAt,
                                          const QDateTime& now);

} // namespace kaptan::recorder
