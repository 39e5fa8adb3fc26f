#include "app/kube/watch/table_feed.h"

#include "app/kube/watch/cluster.h"
#include "app/net/io_thread.h"

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

TableFeed* TableFeed::make(Cluster& cluster, const ApiResource& resource, const QString& nameSpace)
{
    return cluster.thread().adopt(
        std::make_unique<TableFeed>(*cluster.api(), resource, nameSpace, Clock::system()));
}

void TableFeed::dismiss(Cluster& cluster, TableFeed* feed)
{
    cluster.thread().dismiss(feed);
}

} // namespace kaptan::kube
