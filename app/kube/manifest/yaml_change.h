#pragma once

#include "app/kube/manifest/yaml_edit.h"

#include <optional>

/// Changes of values without any text: what a text must say after its change. Within this room.
namespace kaptan::kube
{

enum class YamlChange {
    Set,    ///< a value, made or replaced; an index that is the list's size appends
    Insert, ///< before an item of a list, or behind the last
    Remove, ///< a key or an item that is there
};

/// Nothing where the way leads through what is neither mapping nor list, or past the end of a list. Null is
/// what is not there yet.
std::optional<QJsonValue> changed(const QJsonValue& whole, const YamlPath& path, qsizetype step,
                                  YamlChange change, const QJsonValue& value);
/// The way that is still to be made, around the value: {b: {c: value}} for what is missing from `step` on.
std::optional<QJsonValue> wrapped(const YamlPath& path, qsizetype step, const QJsonValue& value);

} // namespace kaptan::kube
