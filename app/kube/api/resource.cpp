#include "app/kube/api/resource.h"

#include <algorithm>

namespace kaptan::kube
{

QString ApiResource::qualifiedName() const
{
    return group.isEmpty() ? name : name + u'.' + group;
}

QString ApiResource::groupVersion() const
{
    return group.isEmpty() ? version : group + u'/' + version;
}

QString ApiResource::path(const QString& nameSpace, const QString& objectName,
                          const QString& subresource) const
{
    QString path = (group.isEmpty() ? QStringLiteral("/api/") : QStringLiteral("/apis/")) + groupVersion();
    if (namespaced && !nameSpace.isEmpty())
        path += QStringLiteral("/namespaces/") + nameSpace;
    path += u'/' + name;
    if (!objectName.isEmpty())
        path += u'/' + objectName;
    if (!subresource.isEmpty())
        path += u'/' + subresource;
    return path;
}

const ApiResource* Discovery::find(const QString& word) const
{
    const auto same = [&word](const QString& text) {
        return !text.isEmpty() && text.compare(word, Qt::CaseInsensitive) == 0;
    };
    // A custom resource may take for its short name what is a plural elsewhere.
    using Test = bool (*)(const ApiResource&, const decltype(same)&);
    static constexpr Test tests[] = {
        [](const ApiResource& r, const auto& is) { return is(r.name); },
        [](const ApiResource& r, const auto& is) { return is(r.singularName); },
        [](const ApiResource& r, const auto& is) {
            return std::any_of(r.shortNames.begin(), r.shortNames.end(), is);
        },
        [](const ApiResource& r, const auto& is) { return is(r.kind); },
        [](const ApiResource& r, const auto& is) {
            return is(r.qualifiedName()) || is(r.name + u'.' + r.version + u'.' + r.group);
        },
    };
    for (const Test test : tests) {
        for (const ApiResource& resource : resources) {
            if (test(resource, same))
                return &resource;
        }
    }
    return nullptr;
}

const ApiResource* Discovery::find(const QString& group, const QString& name) const
{
    const auto it = std::find_if(resources.begin(), resources.end(), [&](const ApiResource& resource) {
        return resource.group == group && resource.name == name;
    });
    return it == resources.end() ? nullptr : &*it;
}

const ApiResource* Discovery::find(const QString& group, const QString& version, const QString& name) const
{
    const auto it = std::find_if(resources.begin(), resources.end(), [&](const ApiResource& resource) {
        return resource.group == group && resource.version == version && resource.name == name;
    });
    return it == resources.end() ? nullptr : &*it;
}

} // namespace kaptan::kube
