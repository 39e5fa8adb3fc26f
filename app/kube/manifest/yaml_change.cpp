#include "app/kube/manifest/yaml_change.h"

#include <QJsonArray>

namespace kaptan::kube
{

std::optional<QJsonValue> wrapped(const YamlPath& path, qsizetype step, const QJsonValue& value)
{
    QJsonValue made = value;
    for (qsizetype i = path.steps.size(); i-- > step;) {
        if (const int* index = std::get_if<int>(&path.steps[i])) {
            if (*index != 0)
                return std::nullopt;
            made = QJsonArray{made};
        } else {
            made = QJsonObject{{std::get<QString>(path.steps[i]), made}};
        }
    }
    return made;
}

std::optional<QJsonValue> changed(const QJsonValue& whole, const YamlPath& path, qsizetype step,
                                  YamlChange change, const QJsonValue& value)
{
    if (step == path.steps.size())
        return value;
    if (whole.isNull() || whole.isUndefined())
        return change == YamlChange::Remove ? std::nullopt : wrapped(path, step, value);
    const bool last = step + 1 == path.steps.size();
    if (const int* index = std::get_if<int>(&path.steps[step])) {
        QJsonArray array = whole.toArray();
        if (!whole.isArray() || *index < 0 || *index > array.size())
            return std::nullopt;
        if (last && change == YamlChange::Insert) {
            array.insert(*index, value);
            return array;
        }
        if (*index == array.size()) {
            const auto made = change == YamlChange::Remove ? std::nullopt : wrapped(path, step + 1, value);
            if (made)
                array.append(*made);
            return made ? std::optional<QJsonValue>(array) : std::nullopt;
        }
        if (last && change == YamlChange::Remove) {
            array.removeAt(*index);
            return array;
        }
        const auto item = changed(array.at(*index), path, step + 1, change, value);
        if (!item)
            return std::nullopt;
        array.replace(*index, *item);
        return array;
    }
    if (!whole.isObject())
        return std::nullopt;
    QJsonObject object = whole.toObject();
    const QString& key = std::get<QString>(path.steps[step]);
    if (last && change == YamlChange::Remove) {
        object.remove(key);
        return object;
    }
    const auto inner = changed(object.value(key), path, step + 1, change, value);
    if (!inner)
        return std::nullopt;
    object.insert(key, *inner);
    return object;
}

} // namespace kaptan::kube
