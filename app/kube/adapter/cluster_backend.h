#pragma once

#include "app/kube/watch/cluster.h"
#include "app/workload/ports.h"

#include <chrono>
#include <memory>

namespace kaptan::kube
{

/// A cluster as the workload ports see it: everything that a session needs, in one object.
///
/// Threads: as Cluster. The ports exist from the constructor to the destructor and live in the cluster's
/// inner thread (so receivers get their signals queued); they are empty, or answer with an error, while the
/// cluster is not there.
class ClusterBackend : public QObject
{
    Q_OBJECT
public:
    struct Options {
        Cluster::Options cluster;
        std::chrono::milliseconds metricInterval{15000};
        int eventsKept = 5000;
    };

    ClusterBackend(const net::Endpoint& endpoint, std::unique_ptr<Credentials> credentials, Options options,
                   Clock& clock = Clock::system(), QObject* parent = nullptr);
    ~ClusterBackend() override;

    void open();
    void close();
    void retryNow();
    void setMetricInterval(std::chrono::milliseconds interval);

    /// As the cluster's, but Live only when the workloads of all kinds have been listed (or refused) once.
    Cluster::State state() const;
    /// Where none of the workloads' kinds may be listed: why. Their list is empty then though they are there.
    std::optional<Error> whyEmpty() const;
    Cluster& cluster() const;

    // Never null.
    workload::WorkloadSource* workloads() const;
    workload::MetricSource* metrics() const;
    workload::EventSource* events() const;
    workload::LogSource* logs() const;
    workload::LifecycleTarget* lifecycle() const;
    workload::ScaleTarget* scaling() const;

Q_SIGNALS:
    void stateChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kaptan::kube
