#include "app/orchestration/scaling/rule.h"

#include <QHash>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kaptan::scaling
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Scaling)
};

constexpr int longestWindow = 3600, longestPeriod = 1800; // as the API server allows

tl::unexpected<Error> wrong(const Rule& rule, const QString& why, const QString& fix)
{
    //: %1 is a rule's name
    return failure(InvalidInput{Tr::tr("Rule “%1”").arg(rule.name), why, fix});
}

Result<void> checkMetric(const Rule& rule, const Metric& metric)
{
    if (metric.name.isEmpty())
        return wrong(rule, Tr::tr("a metric has no name"), Tr::tr("Name the metric."));
    if (metric.isResource() && metric.name != u"cpu" && metric.name != u"memory")
        return wrong(rule, Tr::tr("there is no resource “%1”").arg(metric.name),
                     Tr::tr("Use cpu or memory, or name it as a metric of pods."));
    if (metric.kind == Metric::Kind::ContainerResource && metric.container.isEmpty())
        return wrong(rule, Tr::tr("the container of the metric “%1” is missing").arg(metric.name),
                     Tr::tr("Name the container, or use the whole pod."));
    if (std::isnan(metric.value) || std::isinf(metric.value))
        return wrong(rule, Tr::tr("the target of “%1” is not a number").arg(metric.name),
                     Tr::tr("Give the target as a number above 0."));
    if (metric.value <= 0 || metric.targetUnits() < 1)
        return wrong(rule, Tr::tr("the target of “%1” is 0 or below").arg(metric.name),
                     Tr::tr("Give the target as a number above 0."));
    if (metric.target == Metric::Target::Utilization ? metric.value > mostPercent
                                                     : metric.value * metric.scale() > double(mostUnits))
        return wrong(rule, Tr::tr("the target of “%1” is beyond any measure").arg(metric.name),
                     Tr::tr("Give a smaller target."));
    const bool fits = metric.isResource()                 ? metric.target != Metric::Target::Value
                      : metric.kind == Metric::Kind::Pods ? metric.target == Metric::Target::AverageValue
                                                          : metric.target != Metric::Target::Utilization;
    if (!fits)
        return wrong(rule, Tr::tr("the metric “%1” cannot have this kind of target").arg(metric.name),
                     Tr::tr("Use utilization or an average for resources, an average for pods, a value or an "
                            "average for objects."));
    return {};
}

Result<void> checkBehaviour(const Rule& rule, const Behaviour& behaviour)
{
    if (behaviour.stabilizationSeconds < 0 || behaviour.stabilizationSeconds > longestWindow)
        return wrong(
            rule, Tr::tr("a stabilization of %1 seconds is not possible").arg(behaviour.stabilizationSeconds),
            Tr::tr("Choose 0 to %1 seconds.").arg(longestWindow));
    for (const Policy& policy : behaviour.policies) {
        if (policy.value < 1)
            return wrong(rule, Tr::tr("a policy allows no change"),
                         Tr::tr("Give a value above 0, or disable this direction."));
        if (policy.periodSeconds < 1 || policy.periodSeconds > longestPeriod)
            return wrong(rule,
                         Tr::tr("a policy's period of %1 seconds is not possible").arg(policy.periodSeconds),
                         Tr::tr("Choose 1 to %1 seconds.").arg(longestPeriod));
    }
    return {};
}

} // namespace

qint64 Metric::targetUnits() const
{
    if (!std::isfinite(value) || value <= 0)
        return 0;
    if (target == Target::Utilization)
        return qint64(std::llround(std::min(value, double(mostPercent))));
    return qint64(std::llround(std::min(value * scale(), double(mostUnits))));
}

Behaviour defaultUp()
{
    return {0, Select::Max, {{Policy::Kind::Percent, 100, 300}, {Policy::Kind::Pods, 4, 300}}};
}

Behaviour defaultDown()
{
    return {600, Select::Max, {{Policy::Kind::Percent, 100, 15}}};
}

Rule defaultRule(const QString& name, const QString& workload)
{
    Rule rule;
    rule.name = name;
    rule.workload = workload;
    Metric memory;
    memory.name = u"memory"_s;
    memory.value = 80;
    rule.metrics = {Metric{}, memory};
    return rule;
}

Result<void> check(const Rule& rule)
{
    if (rule.workload.isEmpty())
        return wrong(rule, Tr::tr("it names no workload"), Tr::tr("Choose the workload to scale."));
    if (rule.min < 0)
        return wrong(rule, Tr::tr("the minimum of %1 is below 0").arg(rule.min),
                     Tr::tr("Choose a minimum of 1 or more."));
    if (rule.max < 1)
        return wrong(rule, Tr::tr("the maximum of %1 is below 1").arg(rule.max),
                     Tr::tr("Choose a maximum of 1 or more."));
    if (rule.min > rule.max)
        return wrong(rule, Tr::tr("the minimum of %1 is above the maximum of %2").arg(rule.min).arg(rule.max),
                     Tr::tr("Raise the maximum or lower the minimum."));
    if (rule.metrics.isEmpty())
        return wrong(rule, Tr::tr("it has no metric"), Tr::tr("Add CPU or memory."));
    if (std::isnan(rule.tolerance) || rule.tolerance < 0 || rule.tolerance >= 1)
        return wrong(rule, Tr::tr("the tolerance is not between 0 and 1"), Tr::tr("Choose 0.1 or so."));
    if (rule.cpuInitializationSeconds < 0 || rule.initialReadinessSeconds < 0)
        return wrong(rule, Tr::tr("a delay is below 0"), Tr::tr("Choose 0 seconds or more."));
    for (const Metric& metric : rule.metrics)
        if (const auto good = checkMetric(rule, metric); !good)
            return good;
    const auto ofOthers = [](const Metric& metric) {
        return metric.kind == Metric::Kind::Object || metric.kind == Metric::Kind::External;
    };
    if (rule.min == 0 && std::none_of(rule.metrics.cbegin(), rule.metrics.cend(), ofOthers))
        return wrong(rule,
                     Tr::tr("without a replica nothing would be measured, so it could not come back from 0"),
                     Tr::tr("Choose a minimum of 1, or add a metric of an object."));
    if (const auto good = checkBehaviour(rule, rule.up); !good)
        return good;
    return checkBehaviour(rule, rule.down);
}

Result<void> check(const QVector<Rule>& rules)
{
    QHash<QString, QString> takenBy;
    for (const Rule& rule : rules) {
        if (const auto good = check(rule); !good)
            return good;
        if (takenBy.contains(rule.workload))
            return wrong(
                rule,
                //: %1 is a workload, %2 the other rule's name
                Tr::tr("the workload “%1” is scaled by the rule “%2” already, and two would undo each other")
                    .arg(rule.workload, takenBy.value(rule.workload)),
                Tr::tr("Put the metrics of both into one rule."));
        takenBy.insert(rule.workload, rule.name);
    }
    return {};
}

} // namespace kaptan::scaling
