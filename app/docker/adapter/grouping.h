#pragma once

#include "app/docker/adapter/labels.h"
#include "app/docker/events/container_cache.h"
#include "app/workload/model.h"

#include <QVector>

/// Containers -> workloads. Pure.
namespace kaptan::docker
{

/// The workload that a container belongs to, by its labels: "deployment:web", "compose:shop/cart", or
/// "container:ID". Empty for what is none: one-off runs of Compose.
QString workloadIdOf(const QHash<QString, QString>& labels, const QString& containerId);
bool isMarker(const QHash<QString, QString>& labels);

workload::InstanceState instanceState(ContainerState state);
workload::Instance toInstance(const CachedContainer& container);

/// The workload of one group (all of one workloadIdOf()), marker included. `now` is for summarize(). Null
/// where nothing is left of it that could be shown.
workload::WorkloadPtr buildWorkload(const QString& id, const QVector<ContainerPtr>& containers,
                                    const QDateTime& now);

} // namespace kaptan::docker
