#include "app/recorder/observed.h"

#include "app/history/known_texts.h"

using namespace Qt::StringLiterals;

namespace kaptan::recorder
{

namespace
{

/// Of a workload that is seen for the first time: younger ones were deployed just now.
constexpr qint64 newSeconds = 120;
constexpr qint64 failedAfterSeconds = 600;

/// What nobody deploys: it is made by something else that is seen, or it comes and goes by plan.
bool isDeployed(const workload::Workload& workload)
{
    using workload::WorkloadKind;
    return workload.ownerKind.isEmpty() && workload.kind != WorkloadKind::Job &&
           workload.kind != WorkloadKind::Pod;
}

QString what(const workload::Workload& workload)
{
    const QString images = workload.images.join(u", "_s);
    return workload.revision > 0 ? u"revision %1: %2"_s.arg(workload.revision).arg(images) : images;
}

} // namespace

Observed observed(const history::Subject& subject, const workload::Workload* before,
                  const workload::Workload& after, bool isFirstLook, const QDateTime& now)
{
    Observed found;
    if (!isDeployed(after))
        return found;
    if (before && before->desired != after.desired && !before->stopped && !after.stopped) {
        found.scaled.emplace();
        found.scaled->subject = subject;
        found.scaled->at = now;
        found.scaled->from = before->desired;
        found.scaled->to = after.desired;
        found.scaled->reason = QString::fromUtf16(history::text::observed);
    }
    const bool newRevision = after.revision > 0 && (!before || before->revision != after.revision);
    if (newRevision) {
        found.revision.emplace();
        found.revision->subject = subject;
        found.revision->number = after.revision;
        found.revision->at = now;
        found.revision->images = after.images;
    }
    const bool isNew =
        !before && !isFirstLook && after.created.isValid() && after.created.secsTo(now) <= newSeconds;
    // An engine has no revisions: other images say it. While one rolls out both are there.
    const bool otherImages = before && after.revision == 0 && !before->images.isEmpty() &&
                             !after.images.isEmpty() && before->images != after.images;
    if (isNew || otherImages || (before && before->revision > 0 && newRevision)) {
        found.deployed.emplace();
        found.deployed->subject = subject;
        found.deployed->startedAt = now;
        found.deployed->reason = what(after);
    }
    return found;
}

std::optional<history::Outcome> outcomeOf(const workload::Workload& workload, const QDateTime& startedAt,
                                          const QDateTime& now)
{
    using workload::WorkloadState;
    if ((workload.state == WorkloadState::Running || workload.state == WorkloadState::Completed) &&
        workload.ready >= workload.desired)
        return history::Outcome::Succeeded;
    if (workload.state == WorkloadState::Stopped)
        return history::Outcome::Aborted;
    if (workload.reason == "ProgressDeadlineExceeded"_L1)
        return history::Outcome::Failed;
    const bool broken = workload.state == WorkloadState::Failing || workload.state == WorkloadState::Degraded;
    if (broken && startedAt.secsTo(now) >= failedAfterSeconds)
        return history::Outcome::Failed;
    return std::nullopt;
}

} // namespace kaptan::recorder
