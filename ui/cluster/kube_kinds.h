#pragma once

#include "app/kube/api/resource.h"

#include <QString>
#include <QVector>

namespace kaptan::ui
{

/// Where a kind stands in the list at the left of a cluster's pane, in this order.
enum class KindGroup { Cluster, Workloads, Network, Configuration, Storage, Quotas, Access, Custom, Other };

struct KindEntry {
    KindGroup group = KindGroup::Other;
    QString apiGroup; ///< of Custom and Other; empty elsewhere
    kube::ApiResource resource;
};

/// Every kind that can be listed, once, whatever its versions: the known ones in a fixed order, then the
/// others by API group and plural.
QVector<KindEntry> kindEntries(const QVector<kube::ApiResource>& resources);

/// Translated at call time.
QString groupTitle(KindGroup group);
/// "Pods" for the known ones, translated; else the kind as its author named it.
QString kindTitle(const kube::ApiResource& resource);

/// What `word` (":po", "deploy", "crontabs") means, the best first: exactly the short name, plural, singular,
/// kind or qualified name; then what begins with it; then what contains it. No word: all, in their order.
QVector<KindEntry> findKinds(const QVector<KindEntry>& entries, const QString& word);

} // namespace kaptan::ui
