#include "app/docker/api/decode.h"
#include "app/docker/api/decode_parts.h"

namespace kaptan::docker::decode
{

using namespace Qt::StringLiterals;
using json::Shape;
using json::Value;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EngineAnswer)
};

/// What `docker stats` shows: without the page cache that the kernel can drop at once. Podman has no "stats"
/// and its usage counts all of it.
qint64 memoryUsage(const Value& memory)
{
    const Value usage = memory["usage"];
    if (!usage.isPresent())
        return -1;
    const Value stats = memory["stats"];
    Value cache = stats["total_inactive_file"]; // cgroup v1
    if (!cache.isPresent())
        cache = stats["inactive_file"]; // cgroup v2
    const qint64 droppable = cache.integer();
    const qint64 bytes = usage.integer();
    return droppable < bytes ? bytes - droppable : bytes;
}

void sumNetworks(const Value& networks, StatsSample& sample)
{
    networks.forEachMember([&sample](std::string_view, const Value& network) {
        sample.networkRx = std::max<qint64>(sample.networkRx, 0) + network["rx_bytes"].integer();
        sample.networkTx = std::max<qint64>(sample.networkTx, 0) + network["tx_bytes"].integer();
    });
}

void sumBlocks(const Value& entries, StatsSample& sample)
{
    sample.blockRead = sample.blockWrite = 0;
    entries.forEach([&sample](const Value& entry) {
        const std::string_view operation = entry["op"].view();
        if (operation == "Read" || operation == "read")
            sample.blockRead += entry["value"].integer();
        else if (operation == "Write" || operation == "write")
            sample.blockWrite += entry["value"].integer();
    });
}

} // namespace

Result<StatsSample> stats(const QByteArray& text, qint64 machineMemory, const QString& where)
{
    if (text.trimmed().isEmpty())
        return StatsSample{};
    return json::read(
        text, Shape::Object, Tr::tr("statistics"), where, [&](const Value& root) -> Result<StatsSample> {
            StatsSample sample;
            sample.id = root["id"].isPresent() ? root["id"].string() : root["Id"].string();
            sample.readNs = json::nanoseconds(root["read"].view());
            sample.read = json::fromNanoseconds(sample.readNs);
            const Value cpu = root["cpu_stats"];
            // Docker's answer for one that does not run has year 1 and no CPUs.
            sample.running = sample.read.isValid() && cpu["online_cpus"].integer() > 0;
            if (!sample.running)
                return sample;
            sample.cpuTotalNs = cpu["cpu_usage"]["total_usage"].integer(-1);
            sample.cpuSystemNs = cpu["system_cpu_usage"].integer(-1);
            sample.onlineCpus = int(cpu["online_cpus"].integer());
            const Value memory = root["memory_stats"];
            sample.memoryUsage = memoryUsage(memory);
            sample.memoryLimit = memory["limit"].integer(-1);
            if (sample.memoryLimit <= 0 || (machineMemory > 0 && sample.memoryLimit >= machineMemory))
                sample.memoryLimit = -1;
            sumNetworks(root["networks"], sample);
            sumBlocks(root["blkio_stats"]["io_service_bytes_recursive"], sample);
            sample.pids = root["pids_stats"]["current"].integer(-1);
            return sample;
        });
}

} // namespace kaptan::docker::decode
