#include "app/kube/adapter/workload_source.h"

#include "app/kube/adapter/build_workload.h"

#include <utility>

namespace kaptan::kube
{

namespace
{
/// A bit more than buildWorkload() takes for "just now".
constexpr std::chrono::seconds agingDelay{125};
/// Lists of several kinds come in pages side by side: one round for all that came within a frame.
constexpr std::chrono::milliseconds frame{16};
} // namespace

ClusterWorkloads::ClusterWorkloads(Clock& clock, QObject* parent) : WorkloadSource(parent), m_clock(clock) {}

void ClusterWorkloads::follow(PodCache& pods)
{
    connect(&pods, &Reflector::changed, this,
            [this, &pods](const RowDelta& delta) { applyPods(pods, delta); });
    RowDelta now;
    now.upserted = pods.rows();
    applyPods(pods, now);
}

void ClusterWorkloads::follow(WorkloadCache& objects)
{
    connect(&objects, &Reflector::changed, this,
            [this, &objects](const RowDelta& delta) { applyObjects(objects, delta); });
    RowDelta now;
    now.upserted = objects.rows();
    applyObjects(objects, now);
}

QVector<workload::WorkloadPtr> ClusterWorkloads::workloads() const
{
    const QMutexLocker lock(&m_mutex);
    return QVector<workload::WorkloadPtr>(m_workloads.cbegin(), m_workloads.cend());
}

workload::WorkloadSource::Totals ClusterWorkloads::totals() const
{
    const QMutexLocker lock(&m_mutex);
    return {int(m_workloads.size()), int(m_pods.size())};
}

workload::WorkloadPtr ClusterWorkloads::find(const QString& id) const
{
    const QMutexLocker lock(&m_mutex);
    return m_workloads.value(id);
}

workload::WorkloadPtr ClusterWorkloads::ofInstance(const QString& instanceId) const
{
    return find(ofPod(instanceId));
}

QString ClusterWorkloads::ofPod(const QString& uid) const
{
    const QMutexLocker lock(&m_mutex);
    const auto at = m_rootOfPod.constFind(Text(uid));
    return at == m_rootOfPod.cend() ? QString() : m_idOf.value(*at);
}

std::shared_ptr<const PodRow> ClusterWorkloads::pod(const QString& uid) const
{
    const QMutexLocker lock(&m_mutex);
    return m_pods.value(Text(uid));
}

QString ClusterWorkloads::uidOf(const QString& id) const
{
    const QMutexLocker lock(&m_mutex);
    return m_uids.value(id).toString();
}

PodPlace ClusterWorkloads::place(const QString& instanceId) const
{
    const qsizetype slash = instanceId.indexOf(u'/');
    const auto row = pod(instanceId.left(slash < 0 ? instanceId.size() : slash));
    if (!row)
        return {};
    PodPlace place{row->nameSpace.toString(), row->name.toString(),
                   slash < 0 ? QString() : instanceId.mid(slash + 1)};
    if (place.container.isEmpty() && row->containers.size() > 1)
        for (const ContainerRow& one : row->containers)
            if (one.kind == ContainerRow::Kind::Plain) {
                place.container = one.name.toString();
                break;
            }
    return place;
}

void ClusterWorkloads::applyPods(const PodCache& cache, const RowDelta& delta)
{
    QSet<Text>& mine = m_from[&cache];
    if (delta.reset)
        for (const Text& uid : std::exchange(mine, {}))
            takePod(uid);
    for (const auto& pod : PodCache::rowsOf(delta)) {
        mine.insert(pod->uid);
        putPod(pod);
    }
    for (const Text& uid : delta.removed) {
        mine.remove(uid);
        takePod(uid);
    }
    rebuildLater();
}

void ClusterWorkloads::applyObjects(const WorkloadCache& cache, const RowDelta& delta)
{
    QSet<Text>& mine = m_from[&cache];
    if (delta.reset)
        for (const Text& uid : std::exchange(mine, {}))
            takeObject(uid);
    for (const auto& object : WorkloadCache::rowsOf(delta)) {
        mine.insert(object->uid);
        putObject(object);
    }
    for (const Text& uid : delta.removed) {
        mine.remove(uid);
        takeObject(uid);
    }
    rebuildLater();
}

/// The object whose workload a row is part of: the topmost owner that is shown; of a Job that is the Job, not
/// its CronJob. Itself where no owner is known.
Text ClusterWorkloads::rootOf(const Row& row) const
{
    Text root = row.uid;
    Text owner = row.ownerUid;
    for (int depth = 0; depth < 4 && !owner.isEmpty(); ++depth) { // an owner may name a circle
        const auto at = m_objects.constFind(owner);
        if (at == m_objects.cend())
            break;
        root = owner;
        if (isShown(**at))
            break;
        owner = (*at)->ownerUid;
    }
    return root;
}

/// A ReplicaSet whose Deployment is known is part of that one.
bool ClusterWorkloads::isShown(const WorkloadRow& row) const
{
    return row.kind != "ReplicaSet" || row.ownerUid.isEmpty() || !m_objects.contains(row.ownerUid);
}

void ClusterWorkloads::forget(QHash<Text, QSet<Text>>& index, const Text& key, const Text& uid)
{
    const auto at = index.find(key);
    if (at == index.end())
        return;
    at->remove(uid);
    if (at->isEmpty())
        index.erase(at);
}

void ClusterWorkloads::putPod(const PodPtr& pod)
{
    const Text root = rootOf(*pod);
    const auto before = m_pods.constFind(pod->uid);
    if (before != m_pods.cend()) {
        const Text old = m_rootOfPod.value(pod->uid);
        if (!(old == root)) {
            forget(m_podsOf, old, pod->uid);
            m_dirty.insert(old);
        }
        if (!((*before)->ownerUid == pod->ownerUid))
            forget(m_podsOwned, (*before)->ownerUid, pod->uid);
    }
    if (!pod->ownerUid.isEmpty())
        m_podsOwned[pod->ownerUid].insert(pod->uid);
    if (!(root == pod->uid)) // a set of one for each of very many would be most of what they cost
        m_podsOf[root].insert(pod->uid);
    m_dirty.insert(root);
    const QMutexLocker lock(&m_mutex);
    m_pods.insert(pod->uid, pod);
    m_rootOfPod.insert(pod->uid, root);
}

void ClusterWorkloads::takePod(const Text& uid)
{
    const PodPtr pod = m_pods.value(uid);
    if (!pod)
        return;
    const Text root = m_rootOfPod.value(uid);
    forget(m_podsOf, root, uid);
    forget(m_podsOwned, pod->ownerUid, uid);
    m_dirty.insert(root);
    const QMutexLocker lock(&m_mutex);
    m_pods.remove(uid);
    m_rootOfPod.remove(uid);
}

void ClusterWorkloads::putObject(const ObjectPtr& object)
{
    const bool isNew = !m_objects.contains(object->uid);
    m_objects.insert(object->uid, object);
    m_dirty.insert(object->uid);
    if (!isNew)
        return;
    if (!object->ownerUid.isEmpty() && object->kind == "ReplicaSet")
        m_setsOwned[object->ownerUid].insert(object->uid);
    reassign(object->uid);
}

void ClusterWorkloads::takeObject(const Text& uid)
{
    const ObjectPtr object = m_objects.take(uid);
    if (!object)
        return;
    m_dirty.insert(uid);
    if (const auto at = m_setsOwned.find(object->ownerUid); at != m_setsOwned.end()) {
        at->remove(uid);
        if (at->isEmpty())
            m_setsOwned.erase(at);
    }
    reassign(uid);
}

/// An owner came or went: what it owns may belong elsewhere now.
void ClusterWorkloads::reassign(const Text& ownerUid)
{
    const auto move = [this](const Text& owner) {
        const QSet<Text> owned = m_podsOwned.value(owner);
        for (const Text& uid : owned)
            if (const PodPtr pod = m_pods.value(uid))
                putPod(pod);
    };
    move(ownerUid);
    const QSet<Text> sets = m_setsOwned.value(ownerUid);
    for (const Text& uid : sets) {
        m_dirty.insert(uid); // shown by itself, or not any more
        move(uid);
    }
}

void ClusterWorkloads::rebuildLater()
{
    if (m_rebuildPending)
        return;
    m_rebuildPending = true;
    m_clock.callLater(frame, this, [this] {
        m_rebuildPending = false;
        rebuild(!std::exchange(m_published, true));
    });
}

void ClusterWorkloads::rebuild(bool reset)
{
    workload::WorkloadDelta delta;
    delta.reset = reset;
    const QDateTime now = m_clock.now();
    for (const Text& root : std::exchange(m_dirty, {})) {
        workload::WorkloadPtr made;
        bool begins = false;
        if (const auto object = m_objects.constFind(root); object != m_objects.cend()) {
            if (isShown(**object)) {
                QVector<PodPtr> pods;
                const QSet<Text> uids = m_podsOf.value(root);
                pods.reserve(uids.size());
                for (const Text& uid : uids) {
                    pods.append(m_pods.value(uid));
                    begins = begins || isBeginning(*pods.constLast(), now);
                }
                made = buildWorkload(**object, std::move(pods), now);
            }
        } else if (const PodPtr pod = m_pods.value(root); pod && m_rootOfPod.value(root) == root) {
            made = buildWorkload(pod, now);
        }
        m_aging.remove(root);
        const QString before = m_idOf.value(root);
        const QMutexLocker lock(&m_mutex);
        // A name that was given again belongs to the newer object.
        if (!before.isEmpty() && (!made || made->id != before)) {
            if (m_uids.value(before) == root) {
                m_workloads.remove(before);
                m_uids.remove(before);
                delta.removed.append(before);
            }
            m_idOf.remove(root);
        }
        if (!made)
            continue;
        // A Job is Running though its pod only begins.
        if (begins || made->state == workload::WorkloadState::Progressing)
            m_aging.insert(root);
        m_idOf.insert(root, made->id);
        m_uids.insert(made->id, root);
        delta.removed.removeAll(made->id);
        workload::WorkloadPtr& known = m_workloads[made->id];
        if (!reset && known && *known == *made)
            continue;
        known = made;
        delta.upserted.append(made);
    }
    if (reset)
        delta.removed.clear();
    if (reset || !delta.upserted.isEmpty() || !delta.removed.isEmpty())
        Q_EMIT changed(delta);
    scheduleAging();
}

void ClusterWorkloads::scheduleAging()
{
    if (m_aging.isEmpty() || m_agingScheduled)
        return;
    m_agingScheduled = true;
    m_clock.callLater(agingDelay, this, [this] {
        m_agingScheduled = false;
        m_dirty.unite(std::exchange(m_aging, {}));
        rebuild(false);
    });
}

} // namespace kaptan::kube
