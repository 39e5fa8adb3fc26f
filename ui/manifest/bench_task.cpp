#include "ui/manifest/bench_task.h"

#include "app/kube/manifest/yaml_edit.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

using Changes = QVector<QPair<kube::YamlPath, QJsonValue>>;

void differences(const QJsonValue& from, const QJsonValue& to, const kube::YamlPath& path, Changes& changes)
{
    if (from == to)
        return;
    if (from.isObject() && to.isObject()) {
        const QJsonObject a = from.toObject(), b = to.toObject();
        for (auto it = b.begin(); it != b.end(); ++it)
            differences(a.value(it.key()), it.value(), path / it.key(), changes);
        for (auto it = a.begin(); it != a.end(); ++it)
            if (!b.contains(it.key()))
                changes.append({path / it.key(), QJsonValue(QJsonValue::Undefined)});
        return;
    }
    if (from.isArray() && to.isArray() && from.toArray().size() == to.toArray().size()) {
        const QJsonArray a = from.toArray(), b = to.toArray();
        for (int i = 0; i < a.size(); ++i)
            differences(a[i], b[i], path / i, changes);
        return;
    }
    changes.append({path, to});
}

} // namespace

const kube::ApiResource* resourceOf(const kube::Discovery& discovery, const QString& apiVersion,
                                    const QString& kind)
{
    for (const kube::ApiResource& resource : discovery.resources)
        if (resource.kind == kind && resource.groupVersion() == apiVersion)
            return &resource;
    return nullptr;
}

QVector<BenchObject> resolveObjects(const QVector<kube::ManifestObject>& objects, const BenchTask& task,
                                    const kube::Discovery& discovery, const QString& nameSpace)
{
    QVector<BenchObject> resolved;
    resolved.reserve(objects.size());
    QHash<QString, const kube::ApiResource*> known;
    for (const kube::ManifestObject& object : objects) {
        BenchObject each;
        each.manifest = object;
        const QString key = object.apiVersion + u' ' + object.kind;
        auto it = known.constFind(key);
        if (it == known.cend())
            it = known.insert(key, resourceOf(discovery, object.apiVersion, object.kind));
        if (*it) {
            each.resource = **it;
            if ((*it)->namespaced)
                each.nameSpace = object.nameSpace.isEmpty() ? nameSpace : object.nameSpace;
        }
        if (task.kind == BenchTask::Kind::Edit && task.resource && each.resource &&
            each.resource->group == task.resource->group && each.resource->name == task.resource->name &&
            each.nameSpace == task.nameSpace && object.name == task.name)
            each.base = task.base;
        resolved.append(each);
    }
    return resolved;
}

QString carriedText(const QString& text, int document, const QJsonObject& object, const QJsonObject& wanted)
{
    Changes changes;
    differences(object, wanted, {}, changes);
    Result<kube::YamlEdit> edit = kube::YamlEdit::open(text, document);
    bool good = edit.has_value();
    for (const auto& [path, value] : std::as_const(changes)) {
        if (!good)
            break;
        good = (value.isUndefined() ? edit->remove(path) : edit->set(path, value)).has_value();
    }
    if (good && edit->object() == wanted)
        return edit->text();
    // Written anew as a whole, without its comments; the other documents stay.
    const QString fresh = kube::manifestText(wanted);
    const auto manifest = kube::parseManifest(text);
    const auto it = std::find_if(manifest.objects.cbegin(), manifest.objects.cend(),
                                 [document](const auto& each) { return each.document == document; });
    return it == manifest.objects.cend() || manifest.objects.size() == 1
               ? fresh
               : text.left(it->start) + fresh + text.mid(it->start + it->length);
}

kube::Draft draftOf(const BenchTask& task, const QString& connectionId)
{
    kube::Draft draft;
    draft.id = task.draftId;
    draft.connectionId = connectionId;
    draft.title = task.title;
    draft.text = task.text;
    draft.nameSpace = task.nameSpace;
    draft.name = task.name;
    draft.base = task.base;
    draft.applying = task.applying;
    if (task.resource) {
        draft.group = task.resource->group;
        draft.version = task.resource->version;
        draft.resource = task.resource->name;
    }
    return draft;
}

BenchTask taskOf(const kube::Draft& draft, const kube::Discovery* discovery)
{
    BenchTask task;
    task.kind = draft.resource.isEmpty() ? BenchTask::Kind::Apply : BenchTask::Kind::Edit;
    task.title = draft.title;
    task.text = draft.text;
    task.nameSpace = draft.nameSpace;
    task.name = draft.name;
    task.base = draft.base;
    task.draftId = draft.id;
    task.applying = draft.applying;
    if (!draft.resource.isEmpty()) {
        const kube::ApiResource* known =
            discovery ? discovery->find(draft.group, draft.version, draft.resource) : nullptr;
        if (!known && discovery)
            known = discovery->find(draft.group, draft.resource);
        kube::ApiResource resource;
        resource.group = draft.group;
        resource.version = draft.version;
        resource.name = draft.resource;
        resource.namespaced = !draft.nameSpace.isEmpty();
        resource.kind = draft.base.value("kind"_L1).toString();
        task.resource = known ? *known : resource;
    }
    return task;
}

} // namespace kaptan::ui
