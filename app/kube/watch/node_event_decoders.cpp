#include "app/kube/watch/row_decoders.h"

#include <algorithm>
#include <limits>
#include <string>

namespace kaptan::kube::json
{

namespace
{

void readAmounts(Reading& reading, Value& value, NodeRow::Amounts& amounts)
{
    reading.members(value, [&](std::string_view key, Value& member) {
        if (key == "cpu")
            amounts.cpuMilli = quantity(reading.view(member), 1000);
        else if (key == "memory")
            amounts.memory = quantity(reading.view(member), 1);
        else if (key == "ephemeral-storage")
            amounts.ephemeralStorage = quantity(reading.view(member), 1);
        else if (key == "pods")
            amounts.pods = qint32(
                std::min<qint64>(quantity(reading.view(member), 1), std::numeric_limits<qint32>::max()));
    });
}

void readAddresses(Reading& reading, Value& value, NodeRow& node)
{
    reading.elements(value, [&](Value& element) {
        Text type, address;
        reading.members(element, [&](std::string_view key, Value& member) {
            if (key == "type")
                type = reading.shared(member);
            else if (key == "address")
                address = reading.own(member);
        });
        // A node of two address families has two of each; the first is the one that counts.
        if (type == "InternalIP" && node.internalIp.isEmpty())
            node.internalIp = address;
        else if (type == "ExternalIP" && node.externalIp.isEmpty())
            node.externalIp = address;
    });
}

void readNodeInfo(Reading& reading, Value& value, NodeRow& node)
{
    reading.members(value, [&](std::string_view key, Value& member) {
        if (key == "kubeletVersion")
            node.kubeletVersion = reading.shared(member);
        else if (key == "osImage")
            node.osImage = reading.shared(member);
        else if (key == "kernelVersion")
            node.kernel = reading.shared(member);
        else if (key == "containerRuntimeVersion")
            node.runtime = reading.shared(member);
        else if (key == "architecture")
            node.architecture = reading.shared(member);
    });
}

void readNodeSpec(Reading& reading, Value& value, NodeRow& node)
{
    reading.members(value, [&](std::string_view key, Value& member) {
        if (key == "unschedulable")
            node.isUnschedulable = reading.boolean(member);
        else if (key == "taints")
            reading.elements(member, [&](Value& element) {
                TaintRow taint;
                reading.members(element, [&](std::string_view name, Value& text) {
                    if (name == "key")
                        taint.key = reading.shared(text);
                    else if (name == "value")
                        taint.value = reading.shared(text);
                    else if (name == "effect")
                        taint.effect = reading.shared(text);
                });
                node.taints.push_back(std::move(taint));
            });
    });
}

void readNodeStatus(Reading& reading, Value& value, NodeRow& node)
{
    reading.members(value, [&](std::string_view key, Value& member) {
        if (key == "capacity")
            readAmounts(reading, member, node.capacity);
        else if (key == "allocatable")
            readAmounts(reading, member, node.allocatable);
        else if (key == "addresses")
            readAddresses(reading, member, node);
        else if (key == "nodeInfo")
            readNodeInfo(reading, member, node);
        else if (key == "conditions")
            readConditions(reading, member, node.conditions);
    });
}

/// "node-role.kubernetes.io/control-plane=" says its role by its key.
Text rolesOf(Reading& reading, std::string_view labels)
{
    constexpr std::string_view prefix = "node-role.kubernetes.io/";
    std::string roles;
    while (!labels.empty()) {
        const std::string_view item = labels.substr(0, labels.find(','));
        if (item.starts_with(prefix)) {
            const std::string_view role = item.substr(prefix.size(), item.find('=') - prefix.size());
            roles.append(roles.empty() ? "" : ",").append(role);
        }
        labels.remove_prefix(std::min(item.size() + 1, labels.size()));
    }
    return reading.texts(roles);
}

/// What an event is about; core says involvedObject, events.k8s.io regarding.
void readRegarding(Reading& reading, Value& value, EventRow& event)
{
    reading.members(value, [&](std::string_view key, Value& member) {
        if (key == "kind")
            event.objectKind = reading.shared(member);
        else if (key == "namespace")
            event.objectNameSpace = reading.shared(member);
        else if (key == "name")
            event.objectName = reading.shared(member);
        else if (key == "uid")
            event.objectUid = reading.shared(member);
        else if (key == "fieldPath")
            event.objectFieldPath = reading.shared(member);
    });
}

Text readSource(Reading& reading, Value& value)
{
    std::string component, host;
    reading.members(value, [&](std::string_view key, Value& member) {
        if (key == "component")
            component = reading.view(member);
        else if (key == "host")
            host = reading.view(member);
    });
    return reading.texts(host.empty() ? component : component + "/" + host);
}

} // namespace

std::shared_ptr<Row> readNode(Reading& reading, Object& object, Metadata& metadata)
{
    auto node = std::make_shared<NodeRow>();
    reading.members(object, [&](std::string_view key, Value& member) {
        if (key == "metadata")
            readMetadata(reading, member, *node, metadata);
        else if (key == "spec")
            readNodeSpec(reading, member, *node);
        else if (key == "status")
            readNodeStatus(reading, member, *node);
    });
    node->roles = rolesOf(reading, node->labels.view());
    return node;
}

std::shared_ptr<Row> readEvent(Reading& reading, Object& object, Metadata& metadata)
{
    auto event = std::make_shared<EventRow>();
    qint64 seriesMs = 0, lastMs = 0, eventMs = 0;
    qint32 seriesCount = 0;
    Text reporter;
    reading.members(object, [&](std::string_view key, Value& member) {
        if (key == "metadata") {
            readMetadata(reading, member, *event, metadata);
        } else if (key == "involvedObject" || key == "regarding") {
            readRegarding(reading, member, *event);
        } else if (key == "type") {
            event->type = reading.shared(member);
        } else if (key == "reason") {
            event->reason = reading.shared(member);
        } else if (key == "message" || key == "note") {
            event->message = reading.shared(member);
        } else if (key == "source" || key == "deprecatedSource") {
            event->source = readSource(reading, member);
        } else if (key == "reportingComponent" || key == "reportingController") {
            reporter = reading.shared(member);
        } else if (key == "count" || key == "deprecatedCount") {
            event->count = std::max(1, reading.small(member, 1));
        } else if (key == "firstTimestamp" || key == "deprecatedFirstTimestamp") {
            event->firstMs = reading.time(member);
        } else if (key == "lastTimestamp" || key == "deprecatedLastTimestamp") {
            lastMs = reading.time(member);
        } else if (key == "eventTime") {
            eventMs = reading.time(member);
        } else if (key == "series") {
            reading.members(member, [&](std::string_view name, Value& value) {
                if (name == "lastObservedTime")
                    seriesMs = reading.time(value);
                else if (name == "count")
                    seriesCount = reading.small(value);
            });
        }
    });
    event->lastMs = seriesMs ? seriesMs : lastMs ? lastMs : eventMs ? eventMs : event->createdMs;
    if (!event->firstMs)
        event->firstMs = eventMs ? eventMs : event->createdMs;
    if (seriesCount > 0)
        event->count = seriesCount;
    if (event->source.isEmpty())
        event->source = reporter;
    return event;
}

} // namespace kaptan::kube::json
