#pragma once

#include "ui/common/row_model.h"
#include "ui/deployments/usage_history.h"

#include <optional>

namespace kaptan::ui
{

/// A workload and what is being done to it from here.
struct WorkloadRow {
    workload::WorkloadPtr workload;
    QString pending; ///< translated word of an action under way ("Stopping"); empty where none
};

/// What the three chips of the header count, and the State filter offers.
enum class StateFilter { All, Failing, Degraded, UnderWay, Running, Stopped };

/// The state belongs to the group of states that the filter stands for.
bool matches(StateFilter filter, workload::WorkloadState state);

class DeploymentsModel : public RowModel<WorkloadRow>
{
    Q_OBJECT
public:
    enum ColumnIndex {
        Name,
        Connection,
        Group,
        Kind,
        State,
        Ready,
        Cpu,
        CpuLine,
        Memory,
        MemoryLine,
        Restarts,
        Image,
        Age,
        ColumnTotal
    };

    explicit DeploymentsModel(const UsageHistory& history, QObject* parent = nullptr);

    QString columnTitle(int column) const override;
    QString columnToolTip(int column) const override;

    bool hasColumn(int column) const override { return column != Connection || m_joint; }

    /// Of which engines the rows are: with one cluster alone, groups are namespaces and not Compose projects;
    /// of several connections shown together a column says of which a row is.
    void setOrigin(bool onCluster, bool joint);

    void setStateFilter(StateFilter filter);
    void setKindFilter(std::optional<workload::WorkloadKind> kind);

    StateFilter stateFilter() const { return m_state; }

    std::optional<workload::WorkloadKind> kindFilter() const { return m_kind; }

    workload::WorkloadPtr workload(const QString& id) const;
    void setPending(const QString& id, const QString& word);

    QString pending(const QString& id) const;

protected:
    QString keyOf(const WorkloadRow& row) const override { return row.workload->id; }

    Cell cell(const WorkloadRow& row, int column) const override;
    SortKey sortKey(const WorkloadRow& row, int column) const override;
    QString haystack(const WorkloadRow& row) const override;
    bool accepts(const WorkloadRow& row) const override;

private:
    Cell lineCell(const QString& id, Metric metric, int color) const;

    const UsageHistory& m_history;
    bool m_onCluster = false;
    bool m_joint = false;
    StateFilter m_state = StateFilter::All;
    std::optional<workload::WorkloadKind> m_kind;
};

} // namespace kaptan::ui
