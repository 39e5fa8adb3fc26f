#include "ui/cluster/kube_details.h"
#include "ui/cluster/kube_face_private.h"
#include "ui/cluster/pods_model.h"
#include "ui/cluster/resource_page.h"

using namespace Qt::StringLiterals;

/// The table of the pods: from the caches that the deployments are made of, whose rows are small and decoded
/// on workers, where the server's own table of a hundred thousand would be neither.
namespace kaptan::ui
{

bool KubeFace::Private::cachesHavePods() const
{
    if (!kind || !kind->group.isEmpty() || kind->name != "pods"_L1)
        return false;
    const QStringList scope = cluster->scope();
    const QString chosen = chosenNameSpace();
    return scope.isEmpty() || chosen.isEmpty() || scope.contains(chosen);
}

void KubeFace::Private::watchPods()
{
    feeds.end();
    if (!pods) {
        auto* next = new PodsModel(this);
        next->sort(PodsModel::Name);
        makePage(next);
        connect(next, &PodsModel::caughtUp, this, &Private::podsCame);
    }
    podCaches = cluster->pods();
    podsFollower = std::make_unique<QObject>();
    for (const kube::PodCache* cache : std::as_const(podCaches))
        connect(cache, &kube::Reflector::stateChanged, podsFollower.get(), [this] { showState(); });
    pods->setCaches(podCaches, chosenNameSpace());
    for (kube::PodCache* cache : std::as_const(podCaches))
        QMetaObject::invokeMethod(cache, [cache] { cache->retryNow(); }); // nothing where it is live
    showState();
    updateActions();
}

void KubeFace::Private::podsCame()
{
    if (!kind || !pods)
        return;
    if (!wantedName.isEmpty()) {
        const QString key = pods->keyOfName(wantedName.section(u'/', 0, 0), wantedName.section(u'/', 1));
        if (!key.isEmpty()) {
            page->table()->selectKey(key);
            wantedName.clear();
        }
    }
    if (drawer->isOpen() && openPod) {
        if (const auto now = pods->pod(details->shown().uid); now && now != openPod) {
            openPod = now;
            details->touch(details->shown().uid);
        }
    }
    showState();
}

void KubeFace::Private::dropPods()
{
    podsFollower.reset();
    openPod.reset();
    podCaches.clear();
    if (pods)
        pods->setCaches({});
}

KubeFeeds::State KubeFace::Private::podsState() const
{
    // Of a cluster that is not live yet there are no caches: they come with it.
    KubeFeeds::State whole = cluster ? KubeFeeds::stateOf(podCaches) : KubeFeeds::State{};
    whole.loaded = !podCaches.isEmpty() && pods->isFilled() && !whole.listing;
    return whole;
}

void KubeFace::Private::openLogs()
{
    const auto row = page && pods ? objectAt(page->table()->currentKey()) : std::nullopt;
    if (!row)
        return;
    host.openPane(u"logs"_s, {{u"instanceId"_s, row->uid}, {u"name"_s, row->name}});
}

} // namespace kaptan::ui
