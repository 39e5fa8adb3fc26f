#pragma once

#include "app/core/clock.h"
#include "app/kube/watch/resource_cache.h"
#include "app/workload/ports.h"

#include <QHash>
#include <QMutex>
#include <QSet>

namespace kaptan::kube
{

/// Where an instance is to be found.
struct PodPlace {
    QString nameSpace, name;
    QString container; ///< empty: the pod as a whole

    bool isKnown() const { return !name.isEmpty(); }
};

/// The objects of a cluster and their pods as workloads. Lives in the caches' thread; the caches must outlive
/// it or its thread.
class ClusterWorkloads : public workload::WorkloadSource
{
    Q_OBJECT
public:
    explicit ClusterWorkloads(Clock& clock, QObject* parent = nullptr);

    /// In this object's thread, once for each cache; before or after it was started.
    void follow(PodCache& pods);
    void follow(WorkloadCache& objects);

    QVector<workload::WorkloadPtr> workloads() const override;
    Totals totals() const override;
    workload::WorkloadPtr find(const QString& id) const override;
    workload::WorkloadPtr ofInstance(const QString& instanceId) const override;
    /// The id of the workload that this pod belongs to; empty where unknown. Any thread.
    QString ofPod(const QString& uid) const;
    /// An instance's id, or "uid/container". Any thread.
    PodPlace place(const QString& instanceId) const;
    /// The row of a pod; null where unknown. Any thread.
    std::shared_ptr<const PodRow> pod(const QString& uid) const;
    /// The uid of the object behind a workload. Any thread.
    QString uidOf(const QString& id) const;

private:
    using PodPtr = std::shared_ptr<const PodRow>;
    using ObjectPtr = std::shared_ptr<const WorkloadRow>;

    void applyPods(const PodCache& cache, const RowDelta& delta);
    void applyObjects(const WorkloadCache& cache, const RowDelta& delta);
    static void forget(QHash<Text, QSet<Text>>& index, const Text& key, const Text& uid);
    void putPod(const PodPtr& pod);
    void takePod(const Text& uid);
    void putObject(const ObjectPtr& object);
    void takeObject(const Text& uid);
    Text rootOf(const Row& row) const;
    bool isShown(const WorkloadRow& row) const;
    void reassign(const Text& ownerUid);
    void rebuild(bool reset);
    void rebuildLater();
    void scheduleAging();

    Clock& m_clock;
    mutable QMutex m_mutex; ///< of what other threads read
    QHash<QString, workload::WorkloadPtr> m_workloads;
    QHash<QString, Text> m_uids; ///< of the object behind a workload, by its id
    QHash<Text, PodPtr> m_pods;
    QHash<Text, Text> m_rootOfPod; ///< pod -> the object whose workload it is part of, or itself
    // Of this object's thread.
    QHash<Text, ObjectPtr> m_objects;
    QHash<Text, QSet<Text>> m_podsOf;      ///< by root
    QHash<Text, QSet<Text>> m_podsOwned;   ///< by direct owner
    QHash<Text, QSet<Text>> m_setsOwned;   ///< ReplicaSets by their owner
    QHash<Text, QString> m_idOf;           ///< of what is published, by root
    QHash<const void*, QSet<Text>> m_from; ///< what each cache brought: a reset of one leaves the others
    QSet<Text> m_dirty;
    QSet<Text> m_aging;
    bool m_rebuildPending = false;
    bool m_agingScheduled = false;
    bool m_published = false;
};

} // namespace kaptan::kube
