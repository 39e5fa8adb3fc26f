#include "app/workload/ports.h"

namespace kaptan::workload
{

WorkloadPtr WorkloadSource::find(const QString& id) const
{
    for (const WorkloadPtr& workload : workloads())
        if (workload->id == id)
            return workload;
    return nullptr;
}

WorkloadPtr WorkloadSource::ofInstance(const QString& instanceId) const
{
    for (const WorkloadPtr& workload : workloads())
        if (workload->instances.ids().contains(instanceId))
            return workload;
    return nullptr;
}

WorkloadSource::Totals WorkloadSource::totals() const
{
    Totals sum;
    for (const WorkloadPtr& workload : workloads())
        sum = {sum.workloads + 1, sum.instances + int(workload->instances.size())};
    return sum;
}

} // namespace kaptan::workload
