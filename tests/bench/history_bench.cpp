#include "history_bench.h"

#include "app/history/metric_store.h"
#include "app/history/opening.h"
#include "app/history/record_store.h"

using namespace Qt::StringLiterals;
using namespace kaptan::history;

namespace bench
{

namespace
{

constexpr qint64 hour = 3600;
constexpr int metricCount = int(benchMetrics.size());

qint64 sizeOf(Metric metric)
{
    switch (metric) {
    case Metric::Cpu:
        return 250'000; // a quarter of a core
    case Metric::Memory:
        return 300'000'000;
    case Metric::NetworkRx:
    case Metric::NetworkTx:
        return 400'000;
    case Metric::DiskRead:
    case Metric::DiskWrite:
        return 150'000;
    case Metric::Replicas:
        return 3;
    case Metric::Restarts:
    case Metric::DiskUsed: // not one of those
        break;
    }
    return 0;
}

} // namespace

Wave::Wave(Manner manner, Metric metric, quint64 seed)
    : m_manner(manner), m_metric(metric), m_state(seed * 0x9E3779B97F4A7C15ULL + 1), m_size(sizeOf(metric)),
      m_value(m_size)
{
    for (int i = 0; i < 8; ++i)
        random();
}

/// G. Marsaglia, "Xorshift RNGs", 2003.
quint64 Wave::random()
{
    m_state ^= m_state << 13;
    m_state ^= m_state >> 7;
    m_state ^= m_state << 17;
    return m_state;
}

qint64 Wave::below(qint64 bound)
{
    return qint64(random() % quint64(std::max<qint64>(bound, 1)));
}

qint64 Wave::next()
{
    // Counts change seldom, however busy a workload is.
    if (m_metric == Metric::Restarts)
        return m_value += below(4000) == 0 ? 1 : 0;
    if (m_metric == Metric::Replicas)
        return m_value = below(2000) == 0 ? 1 + below(6) : m_value;
    switch (m_manner) {
    case Manner::Smooth:
        m_value = std::clamp<qint64>(m_value + below(m_size / 250) - m_size / 500, 0, 2 * m_size);
        break;
    case Manner::Bursty:
        if (m_burst > 0) {
            --m_burst;
            m_value = m_size + below(m_size / 4);
        } else {
            m_value = m_size / 20;
            m_burst = below(100) == 0 ? int(10 + below(60)) : 0;
        }
        break;
    case Manner::Noisy:
        m_value = below(2 * m_size);
        break;
    }
    return m_metric == Metric::Memory ? m_value / 4096 * 4096 : m_value; // kernels count pages
}

qint64 Plan::samples() const
{
    return metricCount * (longLived * (end - begin()) + (all - longLived) * lastHours * hour) / step;
}

QString subjectOf(int workload)
{
    return u"deployment:shop/service-%1"_s.arg(workload);
}

Wave waveOf(int workload, Metric metric)
{
    return {Manner(workload % 3), metric, quint64(workload * metricCount + int(metric) + 1)};
}

void makeHistory(const QString& file, const Plan& plan)
{
    BenchClock clock(plan.begin());
    must(prepareHistory(file, clock, false));
    const auto database = must(Database::open(file, Database::Access::Write));
    RecordStore records(*database);
    MetricStore store(*database);
    const QString key = QString::fromUtf16(benchConnection);
    must(records.see({key, u"Bench"_s, kaptan::workload::Platform::Kubernetes, true}, clock.now()));
    const qint64 connection = must(records.connection(key, clock.now()));

    QVector<Wave> waves;
    QVector<qint64> series;
    const auto begin = [&](int from, int to) {
        for (int workload = from; workload < to; ++workload) {
            for (const Metric metric : benchMetrics) {
                waves.append(waveOf(workload, metric));
                series.append(must(store.series(connection, subjectOf(workload), nameOf(metric))));
            }
        }
    };
    begin(0, plan.longLived);
    for (qint64 start = plan.begin(); start < plan.end; start += hour) {
        if (start == plan.beginOf(plan.all - 1) && plan.all > plan.longLived)
            begin(plan.longLived, plan.all);
        must(database->transaction([&]() -> kaptan::Result<void> {
            for (qint64 at = start; at < start + hour; at += plan.step) {
                QVector<MetricStore::Value> values;
                values.reserve(waves.size());
                for (qsizetype i = 0; i < waves.size(); ++i)
                    values.append({series[i], waves[i].next()});
                if (auto done = store.add(at, std::move(values)); !done)
                    return done;
            }
            return {};
        }));
        // As the history's writer does it: what is an hour old, by whole hours.
        while (must(store.packSome(start))) {
        }
    }
}

void makePeer(const QString& file, const Plan& plan)
{
    const auto database = must(Database::open(file, Database::Access::Write));
    must(
        database->script(u"CREATE TABLE samples (series INTEGER NOT NULL, at INTEGER NOT NULL, value INTEGER "
                         "NOT NULL, PRIMARY KEY (series, at)) STRICT, WITHOUT ROWID"_s));
    constexpr int rows = 60; // a statement
    const QString one = u"INSERT INTO samples VALUES (?, ?, ?)"_s;
    const QString many = one + u", (?, ?, ?)"_s.repeated(rows - 1);
    for (int workload = 0; workload < plan.all; ++workload) {
        must(database->transaction([&]() -> kaptan::Result<void> {
            for (const Metric metric : benchMetrics) {
                Wave wave = waveOf(workload, metric);
                const qint64 series = workload * metricCount + int(metric);
                QVariantList values;
                for (qint64 at = plan.beginOf(workload); at < plan.end; at += plan.step) {
                    values << series << at << wave.next();
                    if (values.size() < 3 * rows)
                        continue;
                    if (auto done = database->run(many, values); !done)
                        return done;
                    values.clear();
                }
                for (qsizetype i = 0; i < values.size(); i += 3)
                    if (auto done = database->run(one, values.mid(i, 3)); !done)
                        return done;
            }
            return {};
        }));
    }
}

} // namespace bench
