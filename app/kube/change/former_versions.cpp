#include "app/kube/change/former_versions.h"

#include "app/core/when_done.h"
#include "app/json/json_reader.h"

#include <QLocale>
#include <QThreadPool>

namespace kaptan::kube
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kPage = 500;

net::Request request(const QString& path, const char* kind)
{
    net::Request request;
    request.path = path;
    // Servers that cannot leave out the rest send all of it.
    request.headers.emplaceBack("Accept", QByteArray("application/json;as=") + kind +
                                              ";g=meta.k8s.io;v=v1,application/json");
    return request;
}

} // namespace

net::Request metadataRequest(const ApiResource& resource, const QString& nameSpace, const QString& name)
{
    return request(resource.path(nameSpace, name), "PartialObjectMetadata");
}

ObjectMark markOf(const QByteArray& object, const QString& manager)
{
    const std::string name = manager.toStdString();
    const Result<ObjectMark> mark = json::read(
        object, json::Shape::Object, {}, {}, [&name](const json::Value& root) -> Result<ObjectMark> {
            const json::Value metadata = root["metadata"];
            ObjectMark found{metadata["resourceVersion"].string(), {}};
            metadata["managedFields"].forEach([&](const json::Value& line) {
                if (line["manager"].view() != name || line["operation"].view() != "Apply")
                    return;
                const QDateTime time = QDateTime::fromString(line["time"].string(), Qt::ISODate);
                if (!found.applied.isValid() || time > found.applied)
                    found.applied = time;
            });
            return found;
        });
    return mark.value_or(ObjectMark());
}

FormerVersions::FormerVersions(KubeApi& api, QObject* parent) : QObject(parent), m_api(api) {}

QString FormerVersions::keyOf(const ApiResource& resource, const QString& nameSpace)
{
    return resource.path(nameSpace);
}

void FormerVersions::expect(const ApiResource& resource, const QString& nameSpace)
{
    Group& group = m_groups[keyOf(resource, nameSpace)];
    group.resource = resource;
    group.nameSpace = nameSpace;
    ++group.objects;
}

void FormerVersions::learn(std::function<void()> done)
{
    m_done = std::move(done);
    m_waiting = 1; // until all are asked for
    for (auto it = m_groups.constBegin(); it != m_groups.constEnd(); ++it) {
        if (it->objects < kFewest)
            continue;
        ++m_waiting;
        ask(it.key(), {});
    }
    take({}, Page());
}

void FormerVersions::ask(const QString& key, const QString& next)
{
    net::Request list = request(key, "PartialObjectMetadataList");
    net::addQuery(list.query, u"limit"_s, QString::number(kPage));
    if (!next.isEmpty())
        net::addQuery(list.query, u"continue"_s, next);
    const QFuture<Result<Page>> page = m_api.call(list).then(
        QThreadPool::globalInstance(), [](const Result<net::Response>& response) { return read(response); });
    whenDone(page, this, [this, key](const Result<Page>& result) { take(key, result); });
}

Result<FormerVersions::Page> FormerVersions::read(const Result<net::Response>& response)
{
    if (!response)
        return failure(response.error());
    return json::read(
        response->body, json::Shape::Object, {}, {}, [](const json::Value& root) -> Result<Page> {
            Page page;
            root["items"].forEach([&page](const json::Value& item) {
                const json::Value metadata = item["metadata"];
                page.versions.insert(metadata["name"].string(), metadata["resourceVersion"].string());
            });
            page.next = root["metadata"]["continue"].string();
            return page;
        });
}

void FormerVersions::take(const QString& key, const Result<Page>& page)
{
    if (const auto group = m_groups.find(key); group != m_groups.end() && page) {
        group->versions.insert(page->versions);
        group->complete = page->next.isEmpty();
        if (!group->complete && ++group->pages < kMostPages) {
            ask(key, page->next);
            return;
        }
    }
    if (--m_waiting == 0 && m_done)
        std::exchange(m_done, nullptr)();
}

std::optional<QString> FormerVersions::of(const ApiResource& resource, const QString& nameSpace,
                                          const QString& name) const
{
    const auto group = m_groups.constFind(keyOf(resource, nameSpace));
    if (group == m_groups.constEnd())
        return {};
    const auto version = group->versions.constFind(name);
    if (version != group->versions.constEnd())
        return *version;
    return group->complete ? std::optional<QString>(QString()) : std::nullopt;
}

void FormerVersions::noteTime(const net::Response& response)
{
    if (m_asOf.isValid())
        return;
    m_asOf = QLocale::c().toDateTime(QString::fromLatin1(response.header("Date")),
                                     u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    m_asOf.setTimeSpec(Qt::UTC);
}

} // namespace kaptan::kube
