#pragma once

#include "app/kube/watch/cluster.h"
#include "ui/cluster/kube_figures.h"
#include "ui/common/widgets.h"

#include <QScrollArea>
#include <QTimer>

class QGridLayout;

namespace kaptan::ui
{

class FigureCard;
class TableView;

/// The first page of a cluster: its control plane, its nodes, what is asked of them and what is used. Asks
/// the server only while somebody looks.
class KubeOverview : public QScrollArea
{
    Q_OBJECT
public:
    explicit KubeOverview(QWidget* parent = nullptr);

    /// Null forgets everything.
    void setCluster(kube::Cluster* cluster);
    void setActive(bool active);
    /// Negative: not known.
    void setNameSpaces(int count);
    void retranslate();
    /// Measures and asks again.
    void refresh();

    TableView* nodesTable() const { return m_nodesTable; }

Q_SIGNALS:
    void nodeActivated(const QString& name);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void attach();
    void sumSoon();
    void sum();
    void showNodes();
    void showFigures();
    void showFacts();
    void askUsage();
    void askHealth();
    void place();

    QPointer<kube::Cluster> m_cluster;
    bool m_active = false;
    bool m_attached = false; ///< to nodes and pods
    bool m_summing = false, m_again = false;
    int m_nameSpaces = -1;
    std::optional<PodLoads> m_loads;
    QHash<QString, QPair<double, qint64>> m_used; ///< millicores and bytes by node
    std::optional<Error> m_usageError;
    QVector<HealthCheck> m_checks;
    std::optional<Error> m_healthError;
    bool m_healthAsked = false;
    QTimer m_sumTimer;
    QTimer m_usageTimer;
    QVector<QMetaObject::Connection> m_connections;

    QWidget* m_page;
    QGridLayout* m_grid;
    int m_columns = 0;
    FigureCard* m_cpu;
    FigureCard* m_memory;
    FigureCard* m_nodes;
    FigureCard* m_pods;
    Card* m_control;
    FactList* m_facts;
    Card* m_notes;
    QLabel* m_noteText;
    Card* m_nodesCard;
    NodesModel* m_nodesModel;
    TableView* m_nodesTable;
};

} // namespace kaptan::ui
