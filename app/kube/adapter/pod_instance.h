#pragma once

#include "app/kube/watch/rows.h"
#include "app/workload/model.h"

#include <string_view>

/// One pod as an instance. Pure.
namespace kaptan::kube
{

/// UTC; invalid for 0.
QDateTime timeOf(qint64 ms);

/// One string for all that say the same: nodes, images and reasons repeat in thousands of rows. Each thread
/// has its own.
QString sharedString(std::string_view utf8);

workload::InstanceContainer toContainer(const ContainerRow& row);

/// A pod as one instance with its containers. `reason` is the word that names its trouble, as kubectl shows
/// it in STATUS ("CrashLoopBackOff", "ImagePullBackOff", "Unschedulable"), empty where it has none.
workload::Instance toInstance(const PodRow& row);

/// What toInstance() says of its state.
workload::InstanceState stateOf(const PodRow& row);

/// The pods of a workload, made into instances when somebody looks at them.
class PodInstances : public workload::InstanceMaker
{
public:
    using Pods = QVector<std::shared_ptr<const PodRow>>;

    /// `pods` in the order of the instances. A pod on its own keeps its owner to the workload.
    explicit PodInstances(Pods pods, bool onItsOwn = false) : m_pods(std::move(pods)), m_onItsOwn(onItsOwn) {}

    qsizetype count() const override { return m_pods.size(); }

    QVector<workload::Instance> make() const override;
    QStringList ids(bool runningOnly) const override;
    bool makesSameAs(const workload::InstanceMaker& other) const override;

private:
    workload::Instance made(const PodRow& row) const;

    Pods m_pods;
    bool m_onItsOwn;
};

/// It cannot become ready by waiting alone: it crashes again and again, its image cannot be had, its
/// configuration is missing, it has failed.
bool isInTrouble(const workload::Instance& instance);

} // namespace kaptan::kube
