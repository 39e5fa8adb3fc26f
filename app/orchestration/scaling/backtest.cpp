#include "app/orchestration/scaling/backtest.h"

#include <vector>

namespace kaptan::scaling
{

namespace
{

constexpr double gib = 1024.0 * 1024 * 1024;

QVector<qint64> alongSteps(const QVector<history::Sample>& samples, qint64 from, qsizetype steps, int step,
                           qint64 gap)
{
    QVector<qint64> values(steps, Load::missing);
    qsizetype next = 0;
    for (qsizetype i = 0; i < steps; ++i) {
        const qint64 now = from + i * step;
        while (next < samples.size() && samples[next].at <= now)
            ++next;
        if (next > 0 && now - samples[next - 1].at <= gap)
            values[i] = std::max<qint64>(0, samples[next - 1].value);
    }
    return values;
}

QVector<qint64> alongSteps(const QVector<history::Bucket>& buckets, qint64 from, qsizetype steps, int step)
{
    QVector<qint64> values(steps, Load::missing);
    qsizetype next = 0;
    for (qsizetype i = 0; i < steps; ++i) {
        const qint64 now = from + i * step;
        while (next < buckets.size() && buckets[next].at <= now)
            ++next;
        if (next == 0)
            continue;
        const history::Bucket& bucket = buckets[next - 1];
        if (bucket.count > 0 && now < bucket.at + history::bucketSeconds)
            values[i] = std::max<qint64>(0, bucket.sum / bucket.count);
    }
    return values;
}

qsizetype stepsWithin(qint64 from, qint64 to, int step)
{
    return step < 1 || to <= from ? 0 : qsizetype((to - from + step - 1) / step);
}

/// What group() makes of that many equal pods that are ready and share the load, without the pods.
Totals spreadOver(int replicas, const Metric& metric, qint64 load, qint64 request)
{
    Totals totals;
    totals.pods = totals.running = replicas;
    const bool known = metric.kind == Metric::Kind::Resource && load != Load::missing;
    totals.requestsKnown = replicas == 0 || request > 0;
    if (known) {
        totals.ready = replicas;
        totals.value = load;
        totals.request = request * replicas;
    } else {
        totals.missing = replicas; // all of them: nothing more is looked at
    }
    return totals;
}

} // namespace

Load loadOf(const QVector<history::Sample>& cpu, const QVector<history::Sample>& memory, qint64 from,
            qint64 to, int step, qint64 gap)
{
    const qsizetype steps = stepsWithin(from, to, step);
    return {from, step, alongSteps(cpu, from, steps, step, gap), alongSteps(memory, from, steps, step, gap)};
}

Load loadOf(const QVector<history::Bucket>& cpu, const QVector<history::Bucket>& memory, qint64 from,
            qint64 to, int step)
{
    const qsizetype steps = stepsWithin(from, to, step);
    return {from, step, alongSteps(cpu, from, steps, step), alongSteps(memory, from, steps, step)};
}

Backtest backtest(const Rule& rule, const Load& load, const ReplicaSize& size, int startReplicas,
                  const Price& price)
{
    Backtest result;
    State state;
    int replicas = std::max(0, startReplicas);
    std::vector<Proposal> proposals(size_t(rule.metrics.size()));
    const qsizetype steps = load.steps();
    const qint64 cpuMost = size.cpuMost(), memoryMost = size.memoryMost();
    for (qsizetype i = 0; i < steps; ++i) {
        const qint64 now = load.from + i * load.step;
        const qint64 cpu = load.cpuAt(i), memory = load.memoryAt(i);
        if (result.runs.isEmpty() || result.runs.constLast().replicas != replicas)
            result.runs.append({now, replicas});
        result.seconds += load.step;
        result.replicaSeconds += qint64(load.step) * replicas;
        result.most = std::max(result.most, replicas);
        if (cpu == Load::missing && memory == Load::missing)
            result.unknownSeconds += load.step;
        else if ((cpuMost > 0 && cpu > cpuMost * replicas) ||
                 (memoryMost > 0 && memory > memoryMost * replicas))
            result.saturatedSeconds += load.step;
        for (size_t m = 0; m < proposals.size(); ++m) {
            const Metric& metric = rule.metrics[qsizetype(m)];
            const bool ofCpu = metric.isCpu();
            const Totals totals = spreadOver(replicas, metric, ofCpu ? cpu : memory,
                                             ofCpu ? size.cpuRequest : size.memoryRequest);
            proposals[m] = propose(metric, rule.tolerance, totals, replicas);
        }
        const int next = conclude(rule, state, replicas, proposals, now).desired;
        result.ups += next > replicas;
        result.downs += next < replicas;
        replicas = next;
    }
    const double each = price.replicaHour + price.coreHour * double(size.cpuRequest) / 1e6 +
                        price.gibHour * double(size.memoryRequest) / gib;
    result.cost = result.replicaHours() * each;
    return result;
}

} // namespace kaptan::scaling
