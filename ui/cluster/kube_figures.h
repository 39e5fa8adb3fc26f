#pragma once

#include "app/kube/watch/rows.h"
#include "ui/common/format.h"
#include "ui/common/row_model.h"

#include <QHash>

#include <limits>

/// What the overview of a cluster sums and counts.
namespace kaptan::ui
{

struct NodeLoad {
    int pods = 0;
    qint64 cpuMilli = 0, memory = 0; ///< requested
};

/// Pods by their node and by their phase. What has ended takes no room on a node.
struct PodLoads {
    QHash<QString, NodeLoad> byNode;
    NodeLoad all;
    int total = 0, running = 0, pending = 0, succeeded = 0, failed = 0, unknown = 0;
};

PodLoads sumPods(const QVector<std::shared_ptr<const kube::PodRow>>& pods);

/// One line of /readyz?verbose.
struct HealthCheck {
    QString name;
    bool ok = true;
};

QVector<HealthCheck> healthChecks(const QByteArray& text);

/// Ready, not ready, cordoned, under pressure; what else is wrong is in the second.
StateLook nodeLook(const kube::NodeRow& node);
/// Translated, one a line; empty where all is well.
QString nodeProblems(const kube::NodeRow& node);

struct NodeLine {
    std::shared_ptr<const kube::NodeRow> node;
    NodeLoad load;
    double usedCpuMilli = std::numeric_limits<double>::quiet_NaN();
    qint64 usedMemory = -1;
};

/// The nodes of the overview.
class NodesModel : public RowModel<NodeLine>
{
    Q_OBJECT
public:
    enum ColumnIndex {
        Name,
        State,
        CpuRequested,
        CpuUsed,
        MemoryRequested,
        MemoryUsed,
        Pods,
        Roles,
        Taints,
        Version,
        Age
    };

    explicit NodesModel(QObject* parent = nullptr);
    QString columnTitle(int column) const override;
    QString columnToolTip(int column) const override;

protected:
    QString keyOf(const NodeLine& line) const override { return line.node->name.toString(); }

    Cell cell(const NodeLine& line, int column) const override;
    SortKey sortKey(const NodeLine& line, int column) const override;
    QString haystack(const NodeLine& line) const override;
};

} // namespace kaptan::ui
