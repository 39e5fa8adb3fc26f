#pragma once

#include "app/core/result.h"

#include <QString>
#include <QVector>

/// Deciding how many replicas a workload ought to have, and how much each may use: pure functions and values,
/// the time passed as a number. The same ones decide live, explain, and replay what was recorded.
namespace kaptan::scaling
{

/// Readings, requests and targets beyond this are taken for it: so that sums of them never overflow.
inline constexpr qint64 mostUnits = 100'000'000'000'000;
inline constexpr int mostPercent = 10'000;

/// What a rule looks at. https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
struct Metric {
    enum class Kind {
        Resource,          ///< CPU or memory of whole pods
        ContainerResource, ///< of one container of each pod
        Pods,              ///< a number that every pod has
        Object,            ///< a number of one other object
        External,          ///< a number from elsewhere
    };
    enum class Target {
        Utilization,  ///< percent of what the pods request
        AverageValue, ///< a pod
        Value,        ///< as a whole
    };
    Kind kind = Kind::Resource;
    QString name = QStringLiteral("cpu"); ///< "cpu" or "memory" where it is a resource
    QString container = {};               ///< ContainerResource only
    Target target = Target::Utilization;
    double value = 70; ///< percent; or cores, bytes, pieces

    bool isResource() const { return kind == Kind::Resource || kind == Kind::ContainerResource; }

    bool isCpu() const { return isResource() && name == QStringLiteral("cpu"); }

    /// How many units readings count for one of `value`: readings are whole numbers, CPU in microcores,
    /// memory in bytes, everything else in thousandths.
    double scale() const { return isCpu() ? 1e6 : isResource() ? 1 : 1000; }

    /// The target in the unit of its readings; percent for Utilization.
    qint64 targetUnits() const;

    bool operator==(const Metric&) const = default;
};

/// How far replicas may change within a period.
struct Policy {
    enum class Kind { Pods, Percent };
    Kind kind = Kind::Pods;
    int value = 4;
    int periodSeconds = 60;

    bool operator==(const Policy&) const = default;
};

enum class Select { Max, Min, Disabled };

/// How one direction is taken.
struct Behaviour {
    int stabilizationSeconds = 0;
    Select select = Select::Max;
    /// Empty: up to the double or four, whichever is more; down without a limit.
    QVector<Policy> policies;

    bool operator==(const Behaviour&) const = default;
};

/// Upwards at once, then at most the double or four more within five minutes.
Behaviour defaultUp();
/// Downwards to the highest of what was wanted within ten minutes.
Behaviour defaultDown();

/// A HorizontalPodAutoscaler, or Kaptan's own for a plain engine.
struct Rule {
    QString name;
    QString workload; ///< its id
    int min = 2, max = 10;
    QVector<Metric> metrics;
    double tolerance = 0.1;
    Behaviour up = defaultUp(), down = defaultDown();
    int cpuInitializationSeconds =
        300;                          ///< after its start the CPU of a pod is not heeded while it is unready
    int initialReadinessSeconds = 30; ///< a pod that became unready so early was never ready

    bool operator==(const Rule&) const = default;
};

/// CPU at 70 %, memory at 80 % of what is requested, 2 to 10 replicas.
Rule defaultRule(const QString& name, const QString& workload);

/// InvalidInput where the rule cannot be used.
Result<void> check(const Rule& rule);
/// The same of several, which must not want the same workload.
Result<void> check(const QVector<Rule>& rules);

} // namespace kaptan::scaling
