#include "app/recorder/sampler.h"

#include "app/history/known_texts.h"
#include "app/workload/node_usage.h"

#include <array>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace kaptan::recorder
{

namespace
{

constexpr qsizetype mostSubjects = 200'000;

/// What several instances use together: only what one of them at least has said.
struct Sum {
    std::array<double, 7> values{};
    std::array<bool, 7> known{};

    void add(size_t what, double value)
    {
        if (!std::isfinite(value) || value < 0)
            return;
        values[what] += value;
        known[what] = true;
    }

    void add(const workload::Usage& usage)
    {
        add(0, usage.cpuMillicores * 1000);
        add(1, double(usage.memoryBytes)); // -1: not said
        add(2, usage.networkRxPerSecond);
        add(3, usage.networkTxPerSecond);
        add(4, usage.diskReadPerSecond);
        add(5, usage.diskWritePerSecond);
        add(6, double(usage.diskUsedBytes));
    }

    void into(QVector<history::Measurement>& all, const QString& subject) const
    {
        using history::Metric;
        static constexpr std::array<Metric, 7> metrics{Metric::Cpu,       Metric::Memory,   Metric::NetworkRx,
                                                       Metric::NetworkTx, Metric::DiskRead, Metric::DiskWrite,
                                                       Metric::DiskUsed};
        for (size_t i = 0; i < metrics.size(); ++i)
            if (known[i])
                all.append({subject, metrics[i], qint64(std::llround(values[i]))});
    }
};

} // namespace

void Sampler::Newest::add(const workload::Usage& next, qint64 now)
{
    usage = next;
    monotonicMs = now;
    const std::array<double, 5> rates{next.cpuMillicores, next.networkRxPerSecond, next.networkTxPerSecond,
                                      next.diskReadPerSecond, next.diskWritePerSecond};
    for (size_t i = 0; i < rates.size(); ++i)
        if (std::isfinite(rates[i])) {
            sums[i] += rates[i];
            ++counts[i];
        }
}

workload::Usage Sampler::Newest::mean() const
{
    workload::Usage all = usage;
    const std::array<double*, 5> rates{&all.cpuMillicores, &all.networkRxPerSecond, &all.networkTxPerSecond,
                                       &all.diskReadPerSecond, &all.diskWritePerSecond};
    for (size_t i = 0; i < rates.size(); ++i)
        if (counts[i] > 0)
            *rates[i] = sums[i] / counts[i];
    return all;
}

void Sampler::Newest::begin()
{
    sums.fill(0);
    counts.fill(0);
}

Sampler::Sampler(history::History& history, Clock& clock, QString connection)
    : m_history(history), m_clock(clock), m_connection(std::move(connection))
{
}

void Sampler::setName(const QString& name)
{
    m_name = name;
}

void Sampler::reset()
{
    m_rows.clear();
    m_newest.clear();
    m_firstLook = true;
    // Nobody knows how these go on.
    for (auto it = m_rollouts.begin(); it != m_rollouts.end(); ++it)
        finish(*it, history::Outcome::Aborted, QString::fromUtf16(history::text::connectionLost));
    m_rollouts.clear();
}

void Sampler::apply(const workload::WorkloadDelta& delta)
{
    if (delta.reset) {
        QSet<QString> there;
        for (const workload::WorkloadPtr& one : delta.upserted)
            there.insert(one->id);
        const QStringList known = m_rows.keys();
        for (const QString& id : known)
            if (!there.contains(id))
                drop(id);
    }
    for (const QString& id : delta.removed)
        drop(id);
    for (const workload::WorkloadPtr& one : delta.upserted)
        put(one);
    if (delta.reset)
        m_firstLook = false;
    wantSoon();
}

void Sampler::put(const workload::WorkloadPtr& workload)
{
    Row& row = m_rows[workload->id];
    const workload::WorkloadPtr before = std::exchange(row.workload, workload);
    if (!before) {
        row.subject = history::subjectOf(m_connection, *workload);
        if (m_subjects.size() >= mostSubjects)
            m_subjects.clear();
        m_subjects.insert(workload->id, row.subject);
    }
    row.running.clear();
    const QVector<workload::Instance> instances = workload->instances.passing();
    for (const workload::Instance& instance : instances)
        if (instance.state == workload::InstanceState::Running && !instance.id.isEmpty())
            row.running.append({instance.id, instance.node});
    const QDateTime now = m_clock.now();
    const Observed news = observed(row.subject, before.get(), *workload, m_firstLook, now);
    if (news.scaled)
        m_history.add(*news.scaled);
    if (news.revision)
        m_history.add(*news.revision);
    if (news.deployed) {
        if (const auto other = m_rollouts.constFind(workload->id); other != m_rollouts.cend())
            finish(*other, history::Outcome::Aborted, QString::fromUtf16(history::text::replaced));
        m_rollouts.insert(workload->id, {m_history.addDeployment(*news.deployed), *news.deployed});
    }
    follow(workload->id, *workload);
}

void Sampler::follow(const QString& id, const workload::Workload& workload)
{
    const auto rollout = m_rollouts.constFind(id);
    if (rollout == m_rollouts.cend())
        return;
    const auto outcome = outcomeOf(workload, rollout->deployment.startedAt, m_clock.now());
    // Ready at the same moment as it was changed: what is told is still the old one.
    if (!outcome || rollout->deployment.startedAt.secsTo(m_clock.now()) < 1)
        return;
    finish(*rollout, *outcome, *outcome == history::Outcome::Succeeded ? QString() : workload.reason);
    m_rollouts.remove(id);
}

void Sampler::finish(Rollout rollout, history::Outcome outcome, const QString& message)
{
    rollout.deployment.outcome = outcome;
    rollout.deployment.message = message;
    rollout.deployment.endedAt = m_clock.now();
    // Its number comes when it was stored; the history outlives this.
    rollout.id.then(
        [&history = m_history, deployment = rollout.deployment](const Result<qint64>& id) mutable {
            if (!id)
                return;
            deployment.id = *id;
            (void)history.updateDeployment(deployment);
        });
}

void Sampler::drop(const QString& id)
{
    m_rows.remove(id);
    if (const auto rollout = m_rollouts.constFind(id); rollout != m_rollouts.cend()) {
        finish(*rollout, history::Outcome::Aborted, QString::fromUtf16(history::text::removed));
        m_rollouts.remove(id);
    }
}

/// Once for many changes.
void Sampler::wantSoon()
{
    if (std::exchange(m_wanting, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_wanting = false;
            QSet<QString> ids;
            for (const Row& row : std::as_const(m_rows))
                for (const auto& [id, node] : row.running)
                    ids.insert(id);
            for (auto it = m_newest.begin(); it != m_newest.end();)
                it = ids.contains(it.key()) || workload::isNodeUsage(it.key()) ? std::next(it)
                                                                               : m_newest.erase(it);
            Q_EMIT wanted(ids);
        },
        Qt::QueuedConnection);
}

void Sampler::take(const QVector<workload::Usage>& batch)
{
    const qint64 now = m_clock.monotonicMs();
    for (const workload::Usage& usage : batch)
        m_newest[usage.instanceId].add(usage, now);
}

void Sampler::keep(const QVector<workload::Event>& events)
{
    m_history.store(m_connection, events, m_subjects);
}

void Sampler::tick(qint64 atSeconds, std::chrono::milliseconds stale)
{
    const qint64 oldest = m_clock.monotonicMs() - stale.count();
    QVector<history::Measurement> all;
    QHash<QString, Sum> nodes;
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
        Sum sum;
        for (const auto& [id, node] : row->running) {
            const auto newest = m_newest.constFind(id);
            if (newest == m_newest.cend() || newest->monotonicMs < oldest)
                continue;
            const workload::Usage usage = newest->mean();
            sum.add(usage);
            nodes[node.isEmpty() ? m_name : node].add(usage);
        }
        sum.into(all, row->subject.key);
        all.append({row->subject.key, history::Metric::Replicas, row->workload->ready});
        all.append({row->subject.key, history::Metric::Restarts, row->workload->restarts});
    }
    // A node that says itself what it uses counts more than what is seen of it.
    for (auto it = m_newest.cbegin(); it != m_newest.cend(); ++it)
        if (workload::isNodeUsage(it.key()) && it->monotonicMs >= oldest) {
            Sum& own = nodes[workload::nodeOfUsage(it.key())];
            own = {};
            own.add(it->mean());
        }
    for (auto node = nodes.cbegin(); node != nodes.cend(); ++node)
        node->into(all, history::nodeSubject(node.key()));
    for (Newest& newest : m_newest)
        newest.begin();
    m_history.measure(m_connection, atSeconds, all);
    const QStringList rollingOut = m_rollouts.keys(); // one that fails need not change any more
    for (const QString& id : rollingOut)
        if (const auto row = m_rows.constFind(id); row != m_rows.cend())
            follow(id, *row->workload);
}

} // namespace kaptan::recorder
