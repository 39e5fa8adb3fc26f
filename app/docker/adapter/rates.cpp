#include "app/docker/adapter/rates.h"

namespace kaptan::docker
{

namespace
{

constexpr double nsPerSecond = 1e9;
constexpr double millicoresPerCore = 1000;
constexpr qint64 nsPerMs = 1'000'000;

/// Per second; NaN where it cannot be said.
double rate(qint64 older, qint64 newer, qint64 elapsedNs)
{
    if (older < 0 || newer < older || elapsedNs <= 0)
        return std::numeric_limits<double>::quiet_NaN();
    return double(newer - older) * nsPerSecond / double(elapsedNs);
}

} // namespace

workload::Usage usageOf(const std::optional<StatsSample>& older, const StatsSample& newer, bool untrustworthy)
{
    workload::Usage usage;
    usage.instanceId = newer.id;
    usage.atMs = newer.readNs / nsPerMs;
    if (!newer.running)
        return usage;
    if (!untrustworthy) {
        usage.memoryBytes = newer.memoryUsage;
        usage.memoryLimitBytes = newer.memoryLimit;
    }
    // A counter that went back belongs to another run of the container, and so do all others.
    if (!older || !older->running || newer.cpuTotalNs < older->cpuTotalNs)
        return usage;
    const qint64 elapsed = newer.readNs - older->readNs;
    if (!untrustworthy)
        usage.cpuMillicores =
            rate(older->cpuTotalNs, newer.cpuTotalNs, elapsed) / nsPerSecond * millicoresPerCore;
    usage.networkRxPerSecond = rate(older->networkRx, newer.networkRx, elapsed);
    usage.networkTxPerSecond = rate(older->networkTx, newer.networkTx, elapsed);
    usage.diskReadPerSecond = rate(older->blockRead, newer.blockRead, elapsed);
    usage.diskWritePerSecond = rate(older->blockWrite, newer.blockWrite, elapsed);
    return usage;
}

} // namespace kaptan::docker
