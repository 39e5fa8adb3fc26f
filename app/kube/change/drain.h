#pragma once

#include "app/kube/api/kube_api.h"
#include "app/kube/change/drain_plan.h"

#include <QObject>

#include <memory>

namespace kaptan::kube
{

/// The pods that are on a node, of all namespaces.
QFuture<Result<QVector<DrainPod>>> podsOfNode(KubeApi& api, const QString& node);

/// A PodDisruptionBudget, as much as its name in a sentence needs.
struct DisruptionBudget {
    QString nameSpace, name; ///< untrusted
    QJsonObject selector;
    bool selectsAll = false; ///< what an empty selector means differs between the versions
    int allowed = 0;         ///< disruptions now

    bool covers(const DrainPod& pod) const;
};

QFuture<Result<QVector<DisruptionBudget>>> budgetsOf(KubeApi& api, const Discovery& discovery,
                                                     const QString& nameSpace);

/// Drains one node: cordons it, evicts its pods and waits until they are gone. What a budget does not let go
/// is asked for again and again, its budgets named, until it goes, the time is over or somebody cancels. The
/// node stays cordoned at every end: lifting that is a decision of its own.
///
/// Lives in the thread that makes it (with an event loop); the API outlives it.
class Drain : public QObject
{
    Q_OBJECT
public:
    Drain(KubeApi& api, std::shared_ptr<const Discovery> discovery, QString node, DrainOptions options,
          Clock& clock = Clock::system(), QObject* parent = nullptr);
    ~Drain() override;

    void start();
    /// No more evictions; those that were accepted go on at the cluster.
    void cancel();

    const QString& node() const;
    const DrainOptions& options() const;
    /// Pods of the last list and how far each has come.
    const DrainObserved& state() const;
    /// Every pod that was or is to go, in the order in which they were listed.
    const QVector<DrainPod>& leavers() const;
    int gone() const;
    bool isCordoned() const; ///< by this drain, or before
    std::optional<DrainEnd> end() const;
    /// Of the end: what to say where the node is not drained.
    Result<void> result() const;
    /// What to say where it goes without an end: the connection was closed.
    Error brokenOff() const;

Q_SIGNALS:
    void changed(); ///< often; what came together is told once
    void finished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kaptan::kube
