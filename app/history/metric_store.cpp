#include "app/history/metric_store.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

using namespace Qt::StringLiterals;

namespace kaptan::history
{

namespace
{

constexpr qint64 seriesOfPart = 256;
constexpr qint64 hour = 3600;
constexpr qint64 day = 86400;
constexpr qsizetype mostRemembered = 200'000;
/// So many are asked for one by one.
constexpr qsizetype fewSeries = 64;
constexpr qint64 farthest = std::numeric_limits<qint64>::max() - hour;

qint64 dayOf(qint64 at)
{
    return at - ((at % day) + day) % day;
}

/// Later ones of the same second are left out.
QVector<Sample> merged(const QVector<Sample>& a, const QVector<Sample>& b)
{
    QVector<Sample> all;
    all.reserve(a.size() + b.size());
    const auto earlier = [](const Sample& left, const Sample& right) { return left.at < right.at; };
    std::merge(a.cbegin(), a.cend(), b.cbegin(), b.cend(), std::back_inserter(all), earlier);
    all.erase(std::unique(all.begin(), all.end(),
                          [](const Sample& left, const Sample& right) { return left.at == right.at; }),
              all.end());
    return all;
}

/// What a block holds of from..to, to what was found; a damaged one is a gap.
void addBlock(QVector<Sample>& found, const QByteArray& data, qint64 from, qint64 to)
{
    auto block = unpackSamples(data);
    if (!block || block->isEmpty())
        return;
    if (block->first().at < from || block->last().at > to)
        block->removeIf([from, to](const Sample& sample) { return sample.at < from || sample.at > to; });
    if (found.isEmpty())
        found = std::move(*block);
    else if (block->isEmpty() || found.last().at < block->first().at)
        found += *block;
    else
        found = merged(found, *block);
}

} // namespace

Result<qint64> MetricStore::series(qint64 connection, const QString& subject, const QString& metric)
{
    const QString key = QString::number(connection) + u'\n' + subject + u'\n' + metric;
    if (const auto known = m_series.constFind(key); known != m_series.cend())
        return *known;
    const QVariantList values{connection, subject, metric};
    if (const auto made =
            m_database.run(u"INSERT OR IGNORE INTO metric_series (connection_id, subject, metric) "
                           "VALUES (?, ?, ?)"_s,
                           values);
        !made)
        return failure(made.error());
    const auto id = m_database.value(
        u"SELECT id FROM metric_series WHERE connection_id = ? AND subject = ? AND metric = ?"_s, values);
    if (!id)
        return failure(id.error());
    if (m_series.size() >= mostRemembered)
        m_series.clear();
    m_series.insert(key, id->toLongLong());
    return id->toLongLong();
}

Result<void> MetricStore::add(qint64 at, QVector<Value> values)
{
    std::stable_sort(values.begin(), values.end(),
                     [](const Value& a, const Value& b) { return a.series < b.series; });
    return m_database.transaction([&]() -> Result<void> {
        for (qsizetype i = 0; i < values.size();) {
            const qint64 part = values[i].series / seriesOfPart;
            QVector<TickValue> slots_;
            for (; i < values.size() && values[i].series / seriesOfPart == part; ++i) {
                const int slot = int(values[i].series % seriesOfPart);
                if (slots_.isEmpty() || slots_.last().slot != slot)
                    slots_.append({slot, values[i].value});
            }
            const auto there =
                m_database.value(u"SELECT data FROM metric_ticks WHERE part = ? AND at = ?"_s, {part, at});
            if (!there)
                return failure(there.error());
            if (there->isValid()) { // another connection's workloads, in the same second
                const auto before = unpackTick(there->toByteArray());
                QVector<TickValue> both;
                if (before)
                    both = *before;
                both += slots_;
                std::stable_sort(both.begin(), both.end(),
                                 [](const TickValue& a, const TickValue& b) { return a.slot < b.slot; });
                both.erase(
                    std::unique(both.begin(), both.end(),
                                [](const TickValue& a, const TickValue& b) { return a.slot == b.slot; }),
                    both.end());
                slots_ = both;
            }
            if (auto done =
                    m_database.run(u"INSERT OR REPLACE INTO metric_ticks (part, at, data) VALUES (?, ?, ?)"_s,
                                   {part, at, packTick(slots_)});
                !done)
                return done;
        }
        return {};
    });
}

Result<bool> MetricStore::packSome(qint64 before)
{
    // One whole hour of the next part that has one. By seeks alone: the rows are too big to be looked
    // through.
    qint64 part = -1, first = 0;
    for (bool around = false;;) {
        const auto next =
            m_database.value(u"SELECT min(part) FROM metric_ticks WHERE part > ?"_s, {m_packed});
        if (!next)
            return failure(next.error());
        if (next->isNull()) {
            m_packed = -1;
            if (std::exchange(around, true))
                return false;
            continue;
        }
        m_packed = next->toLongLong();
        const auto at = m_database.value(u"SELECT min(at) FROM metric_ticks WHERE part = ?"_s, {m_packed});
        if (!at)
            return failure(at.error());
        if (at->toLongLong() >= before)
            continue;
        part = m_packed;
        first = at->toLongLong();
        --m_packed; // it may have more
        break;
    }
    const qint64 end = std::min(before, first - ((first % hour) + hour) % hour + hour);
    const auto done = m_database.transaction([&]() -> Result<void> {
        std::map<int, QVector<Sample>> bySlot;
        const auto rows = m_database.rows(
            u"SELECT at, data FROM metric_ticks WHERE part = ? AND at < ? ORDER BY at"_s, {part, end});
        if (!rows)
            return failure(rows.error());
        while ((*rows)->next()) {
            const qint64 at = (*rows)->value(0).toLongLong();
            const auto tick = unpackTick((*rows)->value(1).toByteArray());
            if (!tick)
                continue; // a damaged row is a gap
            for (const TickValue& one : *tick)
                bySlot[one.slot].append({at, one.value});
        }
        (*rows)->finish();
        for (const auto& [slot, samples] : bySlot) {
            if (auto packed = packSeries(part * seriesOfPart + slot, samples); !packed)
                return packed;
        }
        return m_database.run(u"DELETE FROM metric_ticks WHERE part = ? AND at < ?"_s, {part, end});
    });
    if (!done)
        return failure(done.error());
    return true;
}

Result<void> MetricStore::packSeries(qint64 series, const QVector<Sample>& samples)
{
    // A series whose connection was deleted meanwhile has no row any more.
    const auto known = m_database.value(u"SELECT 1 FROM metric_series WHERE id = ?"_s, {series});
    if (!known)
        return failure(known.error());
    if (!known->isValid())
        return {};
    // A clock that was set back brings seconds that are packed already: those count once.
    const auto packed = blockSamples(series, samples.first().at, samples.last().at, false);
    if (!packed)
        return failure(packed.error());
    QVector<Sample> block = samples, added = samples;
    if (!packed->isEmpty()) {
        block = merged(*packed, samples);
        added.removeIf([&packed](const Sample& sample) {
            const auto same = std::lower_bound(packed->cbegin(), packed->cend(), sample,
                                               [](const Sample& a, const Sample& b) { return a.at < b.at; });
            return same != packed->cend() && same->at == sample.at;
        });
        if (auto done =
                m_database.run(u"DELETE FROM metrics WHERE series_id = ? AND start_at <= ? AND end_at >= ?"_s,
                               {series, samples.last().at, samples.first().at});
            !done)
            return done;
    }
    if (auto done =
            m_database.run(u"INSERT INTO metrics (series_id, start_at, end_at, samples, data) "
                           "VALUES (?, ?, ?, ?, ?)"_s,
                           {series, block.first().at, block.last().at, block.size(), packSamples(block)});
        !done)
        return done;
    const QVector<Bucket> fresh = rollUp(added);
    for (qsizetype i = 0; i < fresh.size();) {
        const qint64 of = dayOf(fresh[i].at);
        QVector<Bucket> ofDay;
        for (; i < fresh.size() && dayOf(fresh[i].at) == of; ++i)
            ofDay.append(fresh[i]);
        const auto there = m_database.value(
            u"SELECT data FROM metric_rollups WHERE series_id = ? AND day_at = ?"_s, {series, of});
        if (!there)
            return failure(there.error());
        if (there->isValid()) {
            if (const auto before = unpackBuckets(there->toByteArray()))
                ofDay = joined(*before, ofDay);
        }
        if (auto done = m_database.run(
                u"INSERT OR REPLACE INTO metric_rollups (series_id, day_at, data) VALUES (?, ?, ?)"_s,
                {series, of, packBuckets(ofDay)});
            !done)
            return done;
    }
    return {};
}

Result<QVector<Sample>> MetricStore::tickSamples(qint64 series, qint64 from, qint64 to)
{
    QVector<Sample> found;
    const int slot = int(series % seriesOfPart);
    const auto rows = m_database.rows(
        u"SELECT at, data FROM metric_ticks WHERE part = ? AND at BETWEEN ? AND ? ORDER BY at"_s,
        {series / seriesOfPart, from, to});
    if (!rows)
        return failure(rows.error());
    while ((*rows)->next()) {
        const auto tick = unpackTick((*rows)->value(1).toByteArray());
        if (!tick)
            continue;
        const auto one =
            std::lower_bound(tick->cbegin(), tick->cend(), slot,
                             [](const TickValue& value, int wanted) { return value.slot < wanted; });
        if (one != tick->cend() && one->slot == slot)
            found.append({(*rows)->value(0).toLongLong(), one->value});
    }
    (*rows)->finish();
    return found;
}

/// Of the blocks that reach into from..to: those within, or `cut` false: all that these blocks hold.
Result<QVector<Sample>> MetricStore::blockSamples(qint64 series, qint64 from, qint64 to, bool cut)
{
    QVector<Sample> packed;
    const auto rows = m_database.rows(u"SELECT data FROM metrics WHERE series_id = ? AND start_at <= ? AND "
                                      "end_at >= ? ORDER BY start_at"_s,
                                      {series, to, from});
    if (!rows)
        return failure(rows.error());
    while ((*rows)->next()) {
        if (cut)
            addBlock(packed, (*rows)->value(0).toByteArray(), from, to);
        else
            addBlock(packed, (*rows)->value(0).toByteArray(), std::numeric_limits<qint64>::min(),
                     std::numeric_limits<qint64>::max());
    }
    (*rows)->finish();
    return packed;
}

Result<QVector<Sample>> MetricStore::samples(qint64 series, qint64 from, qint64 to)
{
    const auto packed = blockSamples(series, from, to, true);
    if (!packed)
        return failure(packed.error());
    const auto ticks = tickSamples(series, from, to);
    if (!ticks)
        return failure(ticks.error());
    return merged(*packed, *ticks);
}

/// Whether so many are wanted that reading a time's blocks of all series is less work than a question each.
Result<bool> MetricStore::areMost(const QVector<qint64>& series)
{
    if (series.size() < fewSeries)
        return false;
    const auto all = m_database.value(u"SELECT count(*) FROM metric_series"_s);
    if (!all)
        return failure(all.error());
    return series.size() * 4 >= all->toLongLong();
}

Result<void> MetricStore::allBlocks(const QVector<qint64>& series, qint64 from, qint64 to,
                                    QVector<QVector<Sample>>& found)
{
    QHash<qint64, qsizetype> places;
    for (qsizetype i = 0; i < series.size(); ++i)
        places.insert(series[i], i);
    // No block is longer than its hour, and so none that ends later reaches back to `to`.
    const auto rows = m_database.rows(u"SELECT series_id, data FROM metrics WHERE end_at BETWEEN ? AND ? AND "
                                      "start_at <= ? ORDER BY end_at"_s,
                                      {from, to > farthest ? to : to + hour, to});
    if (!rows)
        return failure(rows.error());
    while ((*rows)->next()) {
        const auto place = places.constFind((*rows)->value(0).toLongLong());
        if (place != places.cend())
            addBlock(found[*place], (*rows)->value(1).toByteArray(), from, to);
    }
    (*rows)->finish();
    return {};
}

Result<QVector<QVector<Sample>>> MetricStore::samplesOf(const QVector<qint64>& series, qint64 from, qint64 to)
{
    QVector<QVector<Sample>> found(series.size());
    const auto most = areMost(series);
    if (!most)
        return failure(most.error());
    if (*most)
        if (const auto done = allBlocks(series, from, to, found); !done)
            return failure(done.error());
    std::map<qint64, std::array<qsizetype, seriesOfPart>>
        parts; // the place of each slot's series, -1: unwanted
    for (qsizetype i = 0; i < series.size(); ++i) {
        const qint64 part = series[i] / seriesOfPart;
        auto it = parts.find(part);
        if (it == parts.end()) {
            it = parts.emplace(part, std::array<qsizetype, seriesOfPart>()).first;
            it->second.fill(-1);
        }
        it->second[size_t(series[i] % seriesOfPart)] = i;
        if (*most)
            continue;
        auto packed = blockSamples(series[i], from, to, true);
        if (!packed)
            return failure(packed.error());
        found[i] = std::move(*packed);
    }
    QVector<TickValue> tick;
    for (const auto& [part, places] : parts) {
        QVector<QVector<Sample>> ofPart(seriesOfPart);
        const auto rows = m_database.rows(
            u"SELECT at, data FROM metric_ticks WHERE part = ? AND at BETWEEN ? AND ? ORDER BY at"_s,
            {part, from, to});
        if (!rows)
            return failure(rows.error());
        while ((*rows)->next()) {
            const qint64 at = (*rows)->value(0).toLongLong();
            if (!unpackTick((*rows)->value(1).toByteArray(), tick))
                continue; // a damaged row is a gap
            for (const TickValue& one : std::as_const(tick))
                if (one.slot < seriesOfPart && places[size_t(one.slot)] >= 0)
                    ofPart[one.slot].append({at, one.value});
        }
        (*rows)->finish();
        for (size_t slot = 0; slot < places.size(); ++slot)
            if (places[slot] >= 0 && !ofPart[qsizetype(slot)].isEmpty()) {
                QVector<Sample>& all = found[places[slot]];
                all =
                    all.isEmpty() ? std::move(ofPart[qsizetype(slot)]) : merged(all, ofPart[qsizetype(slot)]);
            }
    }
    return found;
}

Result<QVector<Bucket>> MetricStore::buckets(qint64 series, qint64 from, qint64 to)
{
    QVector<Bucket> found;
    const auto rows = m_database.rows(
        u"SELECT data FROM metric_rollups WHERE series_id = ? AND day_at BETWEEN ? AND ? ORDER BY day_at"_s,
        {series, dayOf(from), to});
    if (!rows)
        return failure(rows.error());
    while ((*rows)->next()) {
        const auto ofDay = unpackBuckets((*rows)->value(0).toByteArray());
        if (ofDay)
            found += *ofDay;
    }
    (*rows)->finish();
    const auto ticks = tickSamples(series, from, to + bucketSeconds - 1);
    if (!ticks)
        return failure(ticks.error());
    found = joined(found, rollUp(*ticks));
    found.removeIf([from, to](const Bucket& bucket) { return bucket.at < from || bucket.at > to; });
    return found;
}

Result<int> MetricStore::forget(qint64 raw, qint64 rolledUp, int most)
{
    int removed = 0;
    const QList<QPair<QString, qint64>> statements{
        {u"DELETE FROM metrics WHERE (series_id, start_at) IN "
         "(SELECT series_id, start_at FROM metrics WHERE end_at < ? LIMIT ?)"_s,
         raw},
        {u"DELETE FROM metric_rollups WHERE (series_id, day_at) IN "
         "(SELECT series_id, day_at FROM metric_rollups WHERE day_at < ? LIMIT ?)"_s,
         dayOf(rolledUp)},
    };
    for (const auto& [sql, before] : statements) {
        if (const auto done = m_database.run(sql, {before, most}); !done)
            return failure(done.error());
        const auto changed = m_database.value(u"SELECT changes()"_s);
        removed += changed ? changed->toInt() : 0;
    }
    return removed;
}

} // namespace kaptan::history
