#pragma once

#include "app/docker/api/container.h"
#include "app/docker/api/network.h"
#include "app/docker/api/system.h"
#include "app/workload/model.h"
#include "ui/common/cell.h"

#include <QHash>
#include <QMap>
#include <QSet>

/// What the cluster pane counts and sums. Pure, no widgets.
namespace kaptan::ui
{

/// CPU and memory of the running instances, summed, with the last minutes.
class EngineUsage
{
public:
    static constexpr int kept = 240; ///< samples

    /// Forgets who does not run any more.
    void setRunning(const QSet<QString>& instanceIds);
    /// A batch of samples; those of unknown instances are left out. Batches less than half a second apart
    /// count as one.
    void take(const QVector<workload::Usage>& batch, qint64 nowMs);
    /// From here on nobody looks: a gap in the lines.
    void pause();
    void clear();

    const QSet<QString>& running() const { return m_running; }

    double cpuMillicores() const; ///< NaN where no sample says
    qint64 memoryBytes() const;   ///< -1 where no sample says
    int sampled() const;          ///< instances with a sample

    Series cpuSeries() const;
    Series memorySeries() const;

private:
    struct Level {
        double cpu;
        qint64 memory;
    };

    QSet<QString> m_running;
    QHash<QString, Level> m_last;
    QVector<double> m_cpu, m_memory;
    qint64 m_lastMs = 0;
};

/// How many containers are in each state.
struct StateCounts {
    QMap<workload::InstanceState, int> byState;
    int total = 0;

    int of(workload::InstanceState state) const { return byState.value(state); }
};

/// Missing replicas are no containers and not counted.
StateCounts countStates(const QVector<workload::WorkloadPtr>& workloads);
QSet<QString> runningIds(const QVector<workload::WorkloadPtr>& workloads);

/// Names of the containers that use an image (by id without "sha256:"), a volume, a network.
struct UsedBy {
    QHash<QString, QStringList> images;
    QHash<QString, QStringList> volumes;
    QHash<QString, QStringList> networks;
    int markers = 0; ///< containers that Kaptan keeps to remember its deployments
};

UsedBy usedBy(const QVector<docker::ContainerSummary>& containers);
/// Without "sha256:".
QString bareId(const QString& id);
/// The first 12 digits.
QString shortId(const QString& id);

/// One line of disk use.
struct DiskRow {
    enum Kind { Images, Containers, Volumes, BuildCache };

    Kind kind = Images;
    int count = -1; ///< -1: not said
    qint64 bytes = 0;
    qint64 reclaimable = -1; ///< bytes; -1: not said
};

QVector<DiskRow> diskRows(const docker::DiskUsage& usage);
/// Of all that is said, images and volumes.
qint64 reclaimable(const docker::DiskUsage& usage);

/// Networks that the engine made and cannot do without.
bool isBuiltIn(const docker::NetworkSummary& network);

/// "" where it can be asked for, else translated why not.
QString imageNameProblem(const QString& name);
QString volumeNameProblem(const QString& name);

/// A part of a whole, 0 to 1; -1 where it cannot be said.
double partOf(double value, double whole);

} // namespace kaptan::ui
