#pragma once

#include "app/kube/watch/resource_cache.h"

namespace kaptan::kube
{

class Cluster;

/// Any kind as the server renders it (meta.k8s.io/v1 Table), kept live as every ResourceCache: list in pages,
/// watch, bookmarks, list again when the version is too old, jittered backoff. columns() has the columns.
/// What a server cannot watch is listed again every few seconds; what it does not render has the columns Name
/// and Age. https://kubernetes.io/docs/reference/using-api/api-concepts/#receiving-resources-as-tables
class TableFeed : public ResourceCache<CellsRow>
{
public:
    /// An empty namespace: all.
    TableFeed(StreamOpener& opener, const ApiResource& resource, const QString& nameSpace, Clock& clock,
              ReflectorOptions options = {}, QObject* parent = nullptr);

    /// One in the cluster's thread, to be connected and then started there; gone with the cluster.
    static TableFeed* make(Cluster& cluster, const ApiResource& resource, const QString& nameSpace);
    /// Deletes what make() made, soon.
    static void dismiss(Cluster& cluster, TableFeed* feed);
};

} // namespace kaptan::kube
