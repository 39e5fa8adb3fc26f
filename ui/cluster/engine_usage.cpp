#include "ui/cluster/engine_usage.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>
#include <limits>

namespace kaptan::ui
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cluster)
};

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr qint64 sameBatchMs = 500;

} // namespace

void EngineUsage::setRunning(const QSet<QString>& instanceIds)
{
    m_running = instanceIds;
    m_last.removeIf([&](const auto& entry) { return !instanceIds.contains(entry.key()); });
}

void EngineUsage::take(const QVector<workload::Usage>& batch, qint64 nowMs)
{
    bool any = false;
    for (const workload::Usage& usage : batch) {
        if (!m_running.contains(usage.instanceId))
            continue;
        m_last.insert(usage.instanceId, {usage.cpuMillicores, usage.memoryBytes});
        any = true;
    }
    if (!any)
        return;
    const double cpu = cpuMillicores();
    const double memory = memoryBytes() < 0 ? nan : double(memoryBytes());
    if (!m_cpu.isEmpty() && nowMs - m_lastMs < sameBatchMs) {
        m_cpu.last() = cpu;
        m_memory.last() = memory;
        return;
    }
    m_lastMs = nowMs;
    m_cpu.append(cpu);
    m_memory.append(memory);
    if (m_cpu.size() > kept) {
        m_cpu.removeFirst();
        m_memory.removeFirst();
    }
}

void EngineUsage::pause()
{
    if (m_cpu.isEmpty() || std::isnan(m_memory.last()))
        return;
    m_cpu.append(nan);
    m_memory.append(nan);
    m_lastMs = 0;
}

void EngineUsage::clear()
{
    *this = EngineUsage();
}

double EngineUsage::cpuMillicores() const
{
    double sum = nan;
    for (const Level& level : m_last)
        if (!std::isnan(level.cpu))
            sum = std::isnan(sum) ? level.cpu : sum + level.cpu;
    return sum;
}

qint64 EngineUsage::memoryBytes() const
{
    qint64 sum = -1;
    for (const Level& level : m_last)
        if (level.memory >= 0)
            sum = qMax<qint64>(0, sum) + level.memory;
    return sum;
}

int EngineUsage::sampled() const
{
    return int(m_last.size());
}

Series EngineUsage::cpuSeries() const
{
    return std::make_shared<const QVector<double>>(m_cpu);
}

Series EngineUsage::memorySeries() const
{
    return std::make_shared<const QVector<double>>(m_memory);
}

StateCounts countStates(const QVector<workload::WorkloadPtr>& workloads)
{
    StateCounts counts;
    for (const workload::WorkloadPtr& workload : workloads) {
        for (const workload::Instance& instance : workload->instances) {
            if (instance.state == workload::InstanceState::Missing)
                continue;
            ++counts.byState[instance.state];
            ++counts.total;
        }
    }
    return counts;
}

QSet<QString> runningIds(const QVector<workload::WorkloadPtr>& workloads)
{
    QSet<QString> ids;
    for (const workload::WorkloadPtr& workload : workloads)
        for (const workload::Instance& instance : workload->instances)
            if (instance.state == workload::InstanceState::Running && !instance.id.isEmpty())
                ids.insert(instance.id);
    return ids;
}

QString bareId(const QString& id)
{
    return id.startsWith(QLatin1String("sha256:")) ? id.mid(7) : id;
}

QString shortId(const QString& id)
{
    return bareId(id).left(12);
}

UsedBy usedBy(const QVector<docker::ContainerSummary>& containers)
{
    UsedBy used;
    for (const docker::ContainerSummary& container : containers) {
        used.images[bareId(container.imageId)].append(container.name);
        QSet<QString> seen; // one container may mount a volume twice
        for (const docker::Mount& mount : container.mounts) {
            if (mount.type == QLatin1String("volume") && !mount.name.isEmpty() &&
                !seen.contains(mount.name)) {
                seen.insert(mount.name);
                used.volumes[mount.name].append(container.name);
            }
        }
        for (const docker::NetworkAttachment& network : container.networks)
            used.networks[network.network].append(container.name);
        used.markers += container.labels.contains(QStringLiteral("io.kaptan.marker")) ? 1 : 0;
    }
    return used;
}

QVector<DiskRow> diskRows(const docker::DiskUsage& usage)
{
    return {
        {DiskRow::Images, int(usage.images.size()), usage.imagesBytes, usage.reclaimableImagesBytes},
        {DiskRow::Containers, int(usage.containers.size()), usage.containersBytes, -1},
        {DiskRow::Volumes, int(usage.volumes.size()), usage.volumesBytes, usage.reclaimableVolumesBytes},
        {DiskRow::BuildCache, -1, usage.buildCacheBytes, -1},
    };
}

qint64 reclaimable(const docker::DiskUsage& usage)
{
    return qMax<qint64>(0, usage.reclaimableImagesBytes) + qMax<qint64>(0, usage.reclaimableVolumesBytes);
}

bool isBuiltIn(const docker::NetworkSummary& network)
{
    static const QStringList names{QStringLiteral("bridge"), QStringLiteral("host"), QStringLiteral("none"),
                                   QStringLiteral("podman")};
    return names.contains(network.name);
}

QString imageNameProblem(const QString& name)
{
    // https://github.com/distribution/reference: [host[:port]/]path[:tag][@digest]
    static const QRegularExpression whole(
        QStringLiteral("^(?:(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]+)?)/)?"
                       "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*"
                       "(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@[A-Za-z0-9+._-]+:[0-9a-fA-F]{32,})?$"));
    if (name.isEmpty())
        return Tr::tr("Type the name of an image.");
    if (name.contains(QLatin1String("://")))
        return Tr::tr("An image is no web address: leave out “https://”.");
    if (name.contains(u' '))
        return Tr::tr("A name holds no blanks.");
    if (whole.match(name).hasMatch())
        return {};
    if (name != name.toLower())
        return Tr::tr("Names of images are in lower case; only the tag may have capitals.");
    return Tr::tr("That is no image name. Examples: nginx, nginx:1.27, registry.example.org/team/app:2");
}

QString volumeNameProblem(const QString& name)
{
    static const QRegularExpression whole(QStringLiteral("^[a-zA-Z0-9][a-zA-Z0-9_.-]+$"));
    if (name.isEmpty())
        return Tr::tr("Type a name.");
    if (name.size() < 2)
        return Tr::tr("At least two characters.");
    if (name.size() > 255)
        return Tr::tr("At most 255 characters.");
    if (!whole.match(name).hasMatch())
        return Tr::tr("Letters a to z, digits, and . _ - behind the first character.");
    return {};
}

double partOf(double value, double whole)
{
    if (std::isnan(value) || value < 0 || std::isnan(whole) || whole <= 0)
        return -1;
    return value / whole;
}

} // namespace kaptan::ui
