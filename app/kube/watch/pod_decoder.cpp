#include "app/kube/watch/row_decoders.h"

#include <algorithm>

namespace kaptan::kube::json
{

namespace
{

using Kind = ContainerRow::Kind;
using State = ContainerRow::State;

/// Spec and status speak of the same containers, and either may stand first.
ContainerRow& containerNamed(PodRow& pod, const Text& name)
{
    const auto known = std::find_if(pod.containers.begin(), pod.containers.end(),
                                    [&](const ContainerRow& c) { return c.name == name; });
    if (known != pod.containers.end())
        return *known;
    pod.containers.emplace_back();
    pod.containers.back().name = name;
    return pod.containers.back();
}

void readAmounts(Reading& reading, Value& value, qint64& cpuMilli, qint64& memory)
{
    reading.members(value, [&](std::string_view key, Value& member) {
        if (key == "cpu")
            cpuMilli = quantity(reading.view(member), 1000);
        else if (key == "memory")
            memory = quantity(reading.view(member), 1);
    });
}

void readSpecContainer(Reading& reading, Value& value, Kind kind, PodRow& pod)
{
    ContainerRow read;
    read.kind = kind;
    qint64 requestCpu = 0, requestMemory = 0, limitCpu = 0, limitMemory = 0;
    reading.members(value, [&](std::string_view key, Value& member) {
        if (key == "name")
            read.name = reading.shared(member);
        else if (key == "image")
            read.image = reading.shared(member);
        else if (const quint8 probe = probeOf(key))
            reading.members(member, [&](std::string_view, Value&) { read.probes |= probe; });
        else if (key == "restartPolicy" && kind == Kind::Init && reading.view(member) == "Always")
            read.kind = Kind::Sidecar;
        else if (key == "resources")
            reading.members(member, [&](std::string_view which, Value& amounts) {
                if (which == "requests")
                    readAmounts(reading, amounts, requestCpu, requestMemory);
                else if (which == "limits")
                    readAmounts(reading, amounts, limitCpu, limitMemory);
            });
    });
    if (read.name.isEmpty())
        return;
    ContainerRow& row = containerNamed(pod, read.name);
    row.image = read.image;
    row.kind = read.kind;
    row.probes = read.probes;
    if (read.kind != Kind::Plain && read.kind != Kind::Sidecar)
        return;
    const auto addCpu = [](qint32& sum, qint64 more) {
        sum = qint32(std::min<qint64>(sum + std::min<qint64>(more, 1'000'000'000), 1'000'000'000));
    };
    const auto addBytes = [](qint64& sum, qint64 more) {
        constexpr qint64 most = Q_INT64_C(1) << 60;
        sum = std::min(sum + std::min(more, most), most);
    };
    addCpu(pod.requestCpuMilli, requestCpu);
    addCpu(pod.limitCpuMilli, limitCpu);
    addBytes(pod.requestMemory, requestMemory);
    addBytes(pod.limitMemory, limitMemory);
}

void readTermination(Reading& reading, Value& value, Text& reason, qint32& exitCode, qint64& endMs)
{
    reading.members(value, [&](std::string_view key, Value& member) {
        if (key == "reason")
            reason = reading.shared(member);
        else if (key == "exitCode")
            exitCode = reading.small(member);
        else if (key == "finishedAt")
            endMs = reading.time(member);
    });
}

void readState(Reading& reading, Value& value, ContainerRow& row)
{
    reading.members(value, [&](std::string_view key, Value& member) {
        if (key == "running") {
            row.state = State::Running;
            reading.members(member, [&](std::string_view name, Value& since) {
                if (name == "startedAt")
                    row.sinceMs = reading.time(since);
            });
        } else if (key == "waiting") {
            row.state = State::Waiting;
            reading.members(member, [&](std::string_view name, Value& reason) {
                if (name == "reason")
                    row.reason = reading.shared(reason);
            });
        } else if (key == "terminated") {
            row.state = State::Terminated;
            readTermination(reading, member, row.reason, row.exitCode, row.sinceMs);
        }
    });
}

void readStatusContainer(Reading& reading, Value& value, Kind kind, PodRow& pod)
{
    ContainerRow read;
    reading.members(value, [&](std::string_view key, Value& member) {
        if (key == "name")
            read.name = reading.shared(member);
        else if (key == "image")
            read.image = reading.shared(member);
        else if (key == "ready")
            read.ready = reading.boolean(member);
        else if (key == "started")
            read.started = reading.boolean(member);
        else if (key == "restartCount")
            read.restarts = reading.small(member);
        else if (key == "state")
            readState(reading, member, read);
        else if (key == "lastState")
            reading.members(member, [&](std::string_view which, Value& last) {
                if (which == "terminated")
                    readTermination(reading, last, read.lastReason, read.lastExitCode, read.lastEndMs);
            });
    });
    if (read.name.isEmpty())
        return;
    ContainerRow& row = containerNamed(pod, read.name);
    // What the spec says stays: the status names the image as the runtime resolved it.
    read.image = row.image.isEmpty() ? read.image : row.image;
    read.kind = row.kind == Kind::Plain ? kind : row.kind;
    read.probes = row.probes;
    row = std::move(read);
}

void readSpec(Reading& reading, Value& value, PodRow& pod)
{
    reading.members(value, [&](std::string_view key, Value& member) {
        const auto containers = [&](Kind kind) {
            reading.elements(member, [&](Value& c) { readSpecContainer(reading, c, kind, pod); });
        };
        if (key == "nodeName")
            pod.node = reading.shared(member);
        else if (key == "containers")
            containers(Kind::Plain);
        else if (key == "initContainers")
            containers(Kind::Init);
        else if (key == "ephemeralContainers")
            containers(Kind::Ephemeral);
        else if (key == "readinessGates")
            reading.elements(member, [&](Value&) { pod.hasReadinessGate = true; });
    });
}

PodRow::Phase phaseOf(std::string_view phase)
{
    return phase == "Pending"     ? PodRow::Phase::Pending
           : phase == "Running"   ? PodRow::Phase::Running
           : phase == "Succeeded" ? PodRow::Phase::Succeeded
           : phase == "Failed"    ? PodRow::Phase::Failed
                                  : PodRow::Phase::Unknown;
}

void readPodConditions(Reading& reading, Value& value, PodRow& pod)
{
    std::vector<ConditionRow> conditions;
    readConditions(reading, value, conditions);
    for (const ConditionRow& condition : conditions) {
        if (condition.type == "Ready") {
            pod.isReady = condition.status == ConditionRow::Status::True;
        } else if (condition.type == "PodScheduled") {
            pod.isScheduled = condition.status == ConditionRow::Status::True;
            if (!pod.isScheduled) {
                pod.unscheduledReason = condition.reason;
                pod.unscheduledMessage = condition.message;
            }
        }
    }
}

void readStatus(Reading& reading, Value& value, PodRow& pod)
{
    reading.members(value, [&](std::string_view key, Value& member) {
        const auto containers = [&](Kind kind) {
            reading.elements(member, [&](Value& c) { readStatusContainer(reading, c, kind, pod); });
        };
        if (key == "phase")
            pod.phase = phaseOf(reading.view(member));
        else if (key == "podIP")
            pod.podIp = reading.own(member);
        else if (key == "reason")
            pod.reason = reading.shared(member);
        else if (key == "message")
            pod.message = reading.shared(member);
        else if (key == "startTime")
            pod.startedMs = reading.time(member);
        else if (key == "conditions")
            readPodConditions(reading, member, pod);
        else if (key == "containerStatuses")
            containers(Kind::Plain);
        else if (key == "initContainerStatuses")
            containers(Kind::Init);
        else if (key == "ephemeralContainerStatuses")
            containers(Kind::Ephemeral);
    });
}

int placeOf(Kind kind)
{
    return kind == Kind::Init || kind == Kind::Sidecar ? 0 : kind == Kind::Plain ? 1 : 2;
}

} // namespace

std::shared_ptr<Row> readPod(Reading& reading, Object& object, Metadata& metadata)
{
    auto pod = std::make_shared<PodRow>();
    reading.members(object, [&](std::string_view key, Value& member) {
        if (key == "metadata")
            readMetadata(reading, member, *pod, metadata);
        else if (key == "spec")
            readSpec(reading, member, *pod);
        else if (key == "status")
            readStatus(reading, member, *pod);
    });
    std::stable_sort(
        pod->containers.begin(), pod->containers.end(),
        [](const ContainerRow& a, const ContainerRow& b) { return placeOf(a.kind) < placeOf(b.kind); });
    pod->containers.shrink_to_fit();
    return pod;
}

} // namespace kaptan::kube::json
