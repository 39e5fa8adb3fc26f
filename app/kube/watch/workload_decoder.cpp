#include "app/kube/watch/row_decoders.h"

namespace kaptan::kube::json
{

namespace
{

void readContainers(Reading& reading, Value& value, bool isInit, WorkloadRow& row)
{
    reading.elements(value, [&](Value& element) {
        TemplateContainerRow container;
        container.isInit = isInit;
        reading.members(element, [&](std::string_view key, Value& member) {
            if (key == "name")
                container.name = reading.shared(member);
            else if (key == "image")
                container.image = reading.shared(member);
            else if (const quint8 probe = probeOf(key))
                reading.members(member, [&](std::string_view, Value&) { container.probes |= probe; });
        });
        if (!container.name.isEmpty())
            row.containers.push_back(std::move(container));
    });
}

/// Of a pod template: {metadata, spec}.
void readTemplate(Reading& reading, Value& value, WorkloadRow& row)
{
    reading.members(value, [&](std::string_view key, Value& spec) {
        if (key != "spec")
            return;
        reading.members(spec, [&](std::string_view name, Value& member) {
            if (name == "containers")
                readContainers(reading, member, false, row);
            else if (name == "initContainers")
                readContainers(reading, member, true, row);
        });
    });
}

/// Of a CronJob's jobTemplate: {metadata, spec: {template}}.
void readJobTemplate(Reading& reading, Value& value, WorkloadRow& row)
{
    reading.members(value, [&](std::string_view key, Value& spec) {
        if (key != "spec")
            return;
        reading.members(spec, [&](std::string_view name, Value& member) {
            if (name == "template")
                readTemplate(reading, member, row);
        });
    });
}

void readStrategy(Reading& reading, Value& value, WorkloadRow& row)
{
    reading.members(value, [&](std::string_view key, Value& member) {
        if (key == "type")
            row.strategy = reading.shared(member);
    });
}

void readSpec(Reading& reading, Value& value, WorkloadRow& row)
{
    reading.members(value, [&](std::string_view key, Value& member) {
        if (key == "replicas" || key == "completions")
            row.desired = reading.small(member, 1);
        else if (key == "paused" || key == "suspend")
            row.isPaused = reading.boolean(member);
        else if (key == "strategy" || key == "updateStrategy")
            readStrategy(reading, member, row);
        else if (key == "parallelism")
            row.parallelism = reading.small(member, 1);
        else if (key == "schedule")
            row.schedule = reading.shared(member);
        else if (key == "timeZone")
            row.timeZone = reading.shared(member);
        else if (key == "template")
            readTemplate(reading, member, row);
        else if (key == "jobTemplate")
            readJobTemplate(reading, member, row);
    });
}

/// A number of a Job, a list of references of a CronJob.
qint32 countOf(Reading& reading, Value& value)
{
    simdjson::ondemand::json_type type;
    if (reading.failed(value.type().get(type)))
        return 0;
    if (type != simdjson::ondemand::json_type::array)
        return reading.small(value);
    qint32 count = 0;
    reading.elements(value, [&](Value&) { ++count; });
    return count;
}

void readStatus(Reading& reading, Value& value, WorkloadRow& row)
{
    reading.members(value, [&](std::string_view key, Value& member) {
        if (key == "observedGeneration")
            row.observedGeneration = reading.integer(member);
        else if (key == "replicas" || key == "currentNumberScheduled")
            row.current = reading.small(member);
        else if (key == "desiredNumberScheduled")
            row.desired = reading.small(member);
        else if (key == "readyReplicas" || key == "numberReady" || key == "ready")
            row.ready = reading.small(member);
        else if (key == "updatedReplicas" || key == "updatedNumberScheduled")
            row.updated = reading.small(member);
        else if (key == "availableReplicas" || key == "numberAvailable")
            row.available = reading.small(member);
        else if (key == "currentRevision")
            row.currentRevision = reading.shared(member);
        else if (key == "updateRevision")
            row.updateRevision = reading.shared(member);
        else if (key == "active")
            row.active = countOf(reading, member);
        else if (key == "succeeded")
            row.succeeded = reading.small(member);
        else if (key == "failed")
            row.failed = reading.small(member);
        else if (key == "startTime")
            row.startedMs = reading.time(member);
        else if (key == "completionTime")
            row.completedMs = reading.time(member);
        else if (key == "lastScheduleTime")
            row.lastScheduleMs = reading.time(member);
        else if (key == "lastSuccessfulTime")
            row.lastSuccessMs = reading.time(member);
        else if (key == "conditions")
            readConditions(reading, member, row.conditions);
    });
}

} // namespace

std::shared_ptr<Row> readWorkload(Reading& reading, Object& object, Metadata& metadata)
{
    auto row = std::make_shared<WorkloadRow>();
    row->kind = reading.kind;
    // Servers write defaults out, but nothing obliges them to.
    const bool counts = reading.kind == "DaemonSet" || reading.kind == "CronJob";
    row->desired = counts ? 0 : 1;
    row->parallelism = reading.kind == "Job" ? 1 : 0;
    reading.members(object, [&](std::string_view key, Value& member) {
        if (key == "metadata")
            readMetadata(reading, member, *row, metadata);
        else if (key == "spec")
            readSpec(reading, member, *row);
        else if (key == "status")
            readStatus(reading, member, *row);
    });
    row->generation = metadata.generation;
    row->revision = metadata.revision;
    return row;
}

} // namespace kaptan::kube::json
