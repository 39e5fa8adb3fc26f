#pragma once

#include "ui/common/format.h"
#include "ui/logs/log_feed.h"

#include <QStringList>
#include <QVector>

/// Which instances a session has, for those who choose one.
namespace kaptan::ui
{

struct InstanceHit {
    LogTarget target;
    QString workload; ///< with its connection before it, where several are shown together; untrusted
    StateLook look;
};

struct InstanceHits {
    QVector<InstanceHit> hits;
    bool more = false; ///< than `most`
};

/// The first `most` instances (containers, where one has several) whose workload, name or state hold every
/// word (lower case by the user's locale), by workload. Pure; looks at as many as it takes, which may be all:
/// for a worker.
InstanceHits findInstances(const QVector<workload::WorkloadPtr>& workloads, const QStringList& words,
                           qsizetype most);

} // namespace kaptan::ui
