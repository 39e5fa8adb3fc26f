#include "app/kube/watch/row_decoders.h"

#include <algorithm>
#include <string>

namespace kaptan::kube
{

std::optional<std::string_view> Row::label(std::string_view key) const
{
    std::string_view rest = labels.view();
    while (!rest.empty()) {
        const std::string_view item = rest.substr(0, rest.find(','));
        const size_t equals = item.find('=');
        if (equals != std::string_view::npos && item.substr(0, equals) == key)
            return item.substr(equals + 1);
        rest.remove_prefix(std::min(item.size() + 1, rest.size()));
    }
    return std::nullopt;
}

namespace json
{

namespace
{

Text readLabels(Reading& reading, Value& value)
{
    std::vector<std::pair<std::string_view, std::string_view>> labels;
    reading.members(
        value, [&](std::string_view key, Value& member) { labels.emplace_back(key, reading.view(member)); });
    std::sort(labels.begin(), labels.end());
    std::string joined;
    for (const auto& [key, text] : labels)
        joined.append(joined.empty() ? "" : ",").append(key).append("=").append(text);
    return reading.texts(joined);
}

void readOwners(Reading& reading, Value& value, Row& row)
{
    bool controlled = false;
    reading.elements(value, [&](Value& element) {
        Text uid, kind, name;
        bool controls = false;
        reading.members(element, [&](std::string_view key, Value& member) {
            if (key == "uid")
                uid = reading.shared(member);
            else if (key == "kind")
                kind = reading.shared(member);
            else if (key == "name")
                name = reading.shared(member);
            else if (key == "controller")
                controls = reading.boolean(member);
        });
        if (controlled || (!controls && !row.ownerUid.isEmpty()))
            return;
        controlled = controls;
        row.ownerUid = std::move(uid);
        row.ownerKind = std::move(kind);
        row.ownerName = std::move(name);
    });
}

} // namespace

void readMetadata(Reading& reading, Value& value, Row& row, Metadata& metadata)
{
    reading.members(value, [&](std::string_view key, Value& member) {
        if (key == "name")
            row.name = reading.own(member);
        else if (key == "namespace")
            row.nameSpace = reading.shared(member);
        else if (key == "uid")
            row.uid = reading.own(member);
        else if (key == "resourceVersion")
            metadata.version = reading.own(member);
        else if (key == "creationTimestamp")
            row.createdMs = reading.time(member);
        else if (key == "deletionTimestamp")
            row.deletionMs = reading.time(member);
        else if (key == "generation")
            metadata.generation = reading.integer(member);
        else if (key == "labels")
            row.labels = readLabels(reading, member);
        else if (key == "ownerReferences")
            readOwners(reading, member, row);
        else if (key == "annotations")
            reading.members(member, [&](std::string_view name, Value& text) {
                if (name == "deployment.kubernetes.io/revision")
                    metadata.revision = reading.shared(text);
            });
    });
}

void readConditions(Reading& reading, Value& value, std::vector<ConditionRow>& conditions)
{
    reading.elements(value, [&](Value& element) {
        ConditionRow condition;
        reading.members(element, [&](std::string_view key, Value& member) {
            if (key == "type") {
                condition.type = reading.shared(member);
            } else if (key == "status") {
                const std::string_view status = reading.view(member);
                condition.status = status == "True"    ? ConditionRow::Status::True
                                   : status == "False" ? ConditionRow::Status::False
                                                       : ConditionRow::Status::Unknown;
            } else if (key == "reason") {
                condition.reason = reading.shared(member);
            } else if (key == "message") {
                condition.message = reading.shared(member);
            } else if (key == "lastTransitionTime") {
                condition.sinceMs = reading.time(member);
            }
        });
        if (!condition.type.isEmpty())
            conditions.push_back(std::move(condition));
    });
}

quint8 probeOf(std::string_view key)
{
    if (key == "livenessProbe")
        return LivenessProbe;
    if (key == "readinessProbe")
        return ReadinessProbe;
    return key == "startupProbe" ? StartupProbe : 0;
}

std::shared_ptr<Row> readRow(RowKind kind, Reading& reading, Object& object, Metadata& metadata)
{
    switch (kind) {
    case RowKind::Pod:
        return readPod(reading, object, metadata);
    case RowKind::Workload:
        return readWorkload(reading, object, metadata);
    case RowKind::Node:
        return readNode(reading, object, metadata);
    case RowKind::Event:
        return readEvent(reading, object, metadata);
    case RowKind::Cells:
        return readPlainCells(reading, object, metadata);
    }
    return nullptr;
}

} // namespace json
} // namespace kaptan::kube
