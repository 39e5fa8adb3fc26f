#include "app/kube/watch/table_feed.h"

namespace kaptan::kube
{

namespace
{

WatchTarget tableOf(const ApiResource& resource, const QString& nameSpace)
{
    WatchTarget target = WatchTarget::of(resource, nameSpace);
    target.accept = QByteArrayLiteral("application/json;as=Table;v=v1;g=meta.k8s.io,application/json");
    target.watchable = resource.can(QStringLiteral("watch"));
    return target;
}

} // namespace

TableFeed::TableFeed(StreamOpener& opener, const ApiResource& resource, const QString& nameSpace,
                     Clock& clock, ReflectorOptions options, QObject* parent)
    : ResourceCache(opener, tableOf(resource, nameSpace), clock, std::move(options), parent)
{
}

} // namespace kaptan::kube
