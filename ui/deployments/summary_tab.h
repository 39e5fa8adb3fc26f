#pragma once

#include "app/workload/model.h"
#include "ui/common/widgets.h"
#include "ui/deployments/replica_list.h"

#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>

namespace kaptan::ui
{

class WorkloadActions;

/// The first tab of the drawer: state and why in words, replicas, facts, ports to open, labels.
class SummaryTab : public QWidget
{
    Q_OBJECT
public:
    SummaryTab(WorkloadActions& actions, const UsageHistory& history, QWidget* parent = nullptr);

    /// `address` is the connection's, for links to ports.
    void show(const workload::WorkloadPtr& workload, const QString& address);
    /// Words of a cluster: namespaces and pods. Before show().
    void setOnCluster(bool onCluster);
    /// Samples came, or time passed.
    void touch();
    void retranslate();
    /// What "Copy as text" takes.
    QString asText() const;

private:
    void showPorts();
    void showFacts();
    void showConditions();
    void replicaMenu(const QPoint& at);
    void openReplicaLogs();

    WorkloadActions& m_actions;
    const UsageHistory& m_history;
    workload::WorkloadPtr m_workload;
    QString m_address;
    QVector<workload::PortMapping> m_shownPorts;
    QLabel* m_sentence;
    QLabel* m_reason;
    Card* m_missing;
    QLabel* m_missingNames;
    QLabel* m_replicasHeading;
    ReplicaModel* m_replicas;
    ReplicaList* m_list;
    QWidget* m_ports;
    QLabel* m_portsHeading;
    QVBoxLayout* m_portRows;
    FactList* m_facts;
    QPushButton* m_labelsToggle;
    QLabel* m_labels;
    QPushButton* m_copy;
    QLabel* m_conditionsHeading;
    QLabel* m_conditions;
    bool m_onCluster = false;
};

} // namespace kaptan::ui
