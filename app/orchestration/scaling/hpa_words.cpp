#include "app/orchestration/scaling/hpa.h"

#include "app/core/quantity.h"

using namespace Qt::StringLiterals;

namespace kaptan::scaling
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Scaling)
};

QString nameOf(const Metric& metric)
{
    if (metric.isCpu())
        return Tr::tr("CPU");
    if (metric.isResource() && metric.name == u"memory")
        return Tr::tr("Memory");
    return metric.name;
}

QString amount(const Metric& metric, qint64 units)
{
    if (metric.target == Metric::Target::Utilization)
        //: A share, %1 is a number
        return Tr::tr("%1 %").arg(QLocale().toString(units));
    if (metric.isCpu())
        return quantity::formatCpu(double(units) / 1000);
    if (metric.isResource())
        return quantity::formatBytes(units);
    return QLocale().toString(double(units) / metric.scale(), 'g', 6);
}

} // namespace

QString wordOf(Reason reason)
{
    switch (reason) {
    case Reason::DesiredWithinRange:
        return u"DesiredWithinRange"_s;
    case Reason::TooFewReplicas:
        return u"TooFewReplicas"_s;
    case Reason::TooManyReplicas:
        return u"TooManyReplicas"_s;
    case Reason::ScaleUpLimit:
        return u"ScaleUpLimit"_s;
    case Reason::ScaleDownLimit:
        return u"ScaleDownLimit"_s;
    case Reason::ScaleUpStabilized:
        return u"ScaleUpStabilized"_s;
    case Reason::ScaleDownStabilized:
        return u"ScaleDownStabilized"_s;
    case Reason::ScalingDisabled:
        return u"ScalingDisabled"_s;
    case Reason::FailedGetMetrics:
        return u"FailedGetMetrics"_s;
    case Reason::ValidMetricFound:
        return u"ValidMetricFound"_s;
    case Reason::ReadyForNewScale:
        return u"ReadyForNewScale"_s;
    case Reason::SucceededRescale:
        return u"SucceededRescale"_s;
    }
    return {};
}

QString sentenceOf(Reason reason)
{
    switch (reason) {
    case Reason::DesiredWithinRange:
        return Tr::tr("This is within the bounds of the rule.");
    case Reason::TooFewReplicas:
        return Tr::tr("The rule's minimum holds it up.");
    case Reason::TooManyReplicas:
        return Tr::tr("The rule's maximum holds it down.");
    case Reason::ScaleUpLimit:
        return Tr::tr("The rule does not allow to add more at once.");
    case Reason::ScaleDownLimit:
        return Tr::tr("The rule does not allow to remove more at once.");
    case Reason::ScaleUpStabilized:
        return Tr::tr("Less was enough a short while ago: it waits before it adds more.");
    case Reason::ScaleDownStabilized:
        return Tr::tr("More was needed a short while ago: it waits before it removes any.");
    case Reason::ScalingDisabled:
        return Tr::tr("It is stopped or scaled to 0: it is left alone until a replica is there again.");
    case Reason::FailedGetMetrics:
        return Tr::tr("What is needed could not be measured: nothing changes.");
    case Reason::ValidMetricFound:
        return Tr::tr("What is needed was measured.");
    case Reason::ReadyForNewScale:
        return Tr::tr("Ready to scale.");
    case Reason::SucceededRescale:
        return Tr::tr("Scales now.");
    }
    return {};
}

QString described(const Metric& metric, const Proposal& proposal)
{
    const QString name = nameOf(metric);
    switch (proposal.failure) {
    case Failure::NoPods:
        //: %1 is a metric ("CPU")
        return Tr::tr("%1: there is no replica to measure.").arg(name);
    case Failure::NoValue:
        return Tr::tr("%1 was not measured.").arg(name);
    case Failure::NoRequest:
        return Tr::tr("%1: a replica has no request or limit of it, so its share is unknown.").arg(name);
    case Failure::Unreadable:
        return Tr::tr("%1: the rule has no target that can be used.").arg(name);
    case Failure::None:
        break;
    }
    //: %1 is a metric ("CPU"), %2 and %3 are amounts ("91 %", "250m")
    return Tr::tr("%1 is at %2, the target is %3.")
        .arg(name, amount(metric, proposal.current), amount(metric, metric.targetUnits()));
}

QString described(const Rule& rule, const Outcome& outcome, std::span<const Proposal> proposals)
{
    QStringList parts;
    for (size_t i = 0; i < proposals.size() && i < size_t(rule.metrics.size()); ++i)
        if (int(i) == outcome.metric || proposals[i].failure != Failure::None)
            parts << described(rule.metrics.at(qsizetype(i)), proposals[i]);
    if (outcome.reason != Reason::DesiredWithinRange || parts.isEmpty())
        parts << sentenceOf(outcome.reason);
    return parts.join(u' ');
}

} // namespace kaptan::scaling
