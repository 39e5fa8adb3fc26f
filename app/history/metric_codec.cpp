#include "app/history/metric_codec.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::history
{

namespace
{

constexpr char samplesVersion = 1;
constexpr char bucketsVersion = 1;
constexpr char tickVersion = 1;
/// No block of ours is longer; a longer count is damage, not a reason to ask for memory.
constexpr quint64 mostEntries = 1'000'000;

class Packer
{
public:
    explicit Packer(char version) { m_bytes.append(version); }

    void put(quint64 value)
    {
        for (; value >= 0x80; value >>= 7)
            m_bytes.append(char(value | 0x80));
        m_bytes.append(char(value));
    }

    /// Small ones of both signs are short.
    void putSigned(qint64 value) { put((quint64(value) << 1) ^ quint64(value >> 63)); }

    /// Differences wrap around, so that none overflows.
    void putDifference(qint64 value, qint64 before) { putSigned(qint64(quint64(value) - quint64(before))); }

    QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

class Unpacker
{
public:
    Unpacker(const QByteArray& bytes, char version)
        : m_at(bytes.constData()), m_end(m_at + bytes.size()), m_good(!bytes.isEmpty() && *m_at == version)
    {
        ++m_at;
    }

    quint64 take()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64 && m_good; shift += 7) {
            if (m_at == m_end)
                break;
            const auto byte = quint8(*m_at++);
            value |= quint64(byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
        m_good = false;
        return 0;
    }

    qint64 takeSigned()
    {
        const quint64 value = take();
        return qint64(value >> 1) ^ -qint64(value & 1);
    }

    qint64 takeDifference(qint64 before) { return qint64(quint64(before) + quint64(takeSigned())); }

    quint64 takeCount()
    {
        const quint64 count = take();
        m_good = m_good && count <= mostEntries;
        return m_good ? count : 0;
    }

    bool isGood() const { return m_good; }

    bool isDone() const { return m_good && m_at == m_end; }

    void fail() { m_good = false; }

private:
    const char* m_at;
    const char* m_end;
    bool m_good;
};

tl::unexpected<Error> damaged()
{
    return failure(ParseError{u"metrics"_s, u"history"_s, u"the packed samples are damaged"_s, -1});
}

} // namespace

QByteArray packSamples(const QVector<Sample>& samples)
{
    Packer pack(samplesVersion);
    pack.put(quint64(samples.size()));
    // Times at an even pace are one number with how often it repeats.
    qint64 before = 0, step = 0;
    for (qsizetype i = 0; i < samples.size();) {
        const qint64 now = samples[i].at - before;
        qsizetype run = 1;
        while (i + run < samples.size() && samples[i + run].at - samples[i + run - 1].at == now)
            ++run;
        pack.putDifference(now, step);
        pack.put(quint64(run));
        step = now;
        i += run;
        before = samples[i - 1].at;
    }
    qint64 last = 0;
    for (const Sample& sample : samples) {
        pack.putDifference(sample.value, last);
        last = sample.value;
    }
    return pack.take();
}

Result<QVector<Sample>> unpackSamples(const QByteArray& bytes)
{
    Unpacker unpack(bytes, samplesVersion);
    const quint64 count = unpack.takeCount();
    QVector<Sample> samples;
    samples.reserve(qsizetype(std::min<quint64>(count, quint64(bytes.size()))));
    qint64 at = 0, step = 0;
    while (unpack.isGood() && quint64(samples.size()) < count) {
        step = unpack.takeDifference(step);
        const quint64 run = unpack.takeCount();
        if (run == 0 || run > count - quint64(samples.size()))
            return damaged();
        for (quint64 i = 0; i < run; ++i) {
            at = qint64(quint64(at) + quint64(step));
            samples.append({at, 0});
        }
    }
    qint64 value = 0;
    for (Sample& sample : samples)
        sample.value = value = unpack.takeDifference(value);
    if (!unpack.isDone())
        return damaged();
    return samples;
}

QVector<Bucket> rollUp(const QVector<Sample>& samples)
{
    QVector<Bucket> buckets;
    for (const Sample& sample : samples) {
        const qint64 at = sample.at - ((sample.at % bucketSeconds) + bucketSeconds) % bucketSeconds;
        if (buckets.isEmpty() || buckets.last().at != at)
            buckets.append({at, sample.value, sample.value, 0, 0});
        Bucket& bucket = buckets.last();
        bucket.min = std::min(bucket.min, sample.value);
        bucket.max = std::max(bucket.max, sample.value);
        bucket.sum += sample.value;
        ++bucket.count;
    }
    return buckets;
}

QVector<Bucket> joined(const QVector<Bucket>& a, const QVector<Bucket>& b)
{
    QVector<Bucket> all;
    all.reserve(a.size() + b.size());
    std::merge(a.cbegin(), a.cend(), b.cbegin(), b.cend(), std::back_inserter(all),
               [](const Bucket& left, const Bucket& right) { return left.at < right.at; });
    QVector<Bucket> result;
    result.reserve(all.size());
    for (const Bucket& bucket : std::as_const(all)) {
        if (result.isEmpty() || result.last().at != bucket.at) {
            result.append(bucket);
            continue;
        }
        Bucket& same = result.last();
        same.min = std::min(same.min, bucket.min);
        same.max = std::max(same.max, bucket.max);
        same.sum += bucket.sum;
        same.count += bucket.count;
    }
    return result;
}

QByteArray packBuckets(const QVector<Bucket>& buckets)
{
    Packer pack(bucketsVersion);
    pack.put(quint64(buckets.size()));
    Bucket before;
    for (const Bucket& bucket : buckets) {
        pack.putDifference(bucket.at, before.at);
        pack.putDifference(bucket.count, before.count);
        pack.putDifference(bucket.min, before.min);
        pack.putDifference(bucket.max, bucket.min);
        pack.putDifference(bucket.sum, before.sum);
        before = bucket;
    }
    return pack.take();
}

Result<QVector<Bucket>> unpackBuckets(const QByteArray& bytes)
{
    Unpacker unpack(bytes, bucketsVersion);
    const quint64 count = unpack.takeCount();
    QVector<Bucket> buckets;
    Bucket bucket;
    for (quint64 i = 0; i < count && unpack.isGood(); ++i) {
        bucket.at = unpack.takeDifference(bucket.at);
        bucket.count = int(unpack.takeDifference(bucket.count));
        bucket.min = unpack.takeDifference(bucket.min);
        bucket.max = unpack.takeDifference(bucket.min);
        bucket.sum = unpack.takeDifference(bucket.sum);
        buckets.append(bucket);
    }
    if (!unpack.isDone())
        return damaged();
    return buckets;
}

QByteArray packTick(const QVector<TickValue>& values)
{
    Packer pack(tickVersion);
    pack.put(quint64(values.size()));
    int slot = -1;
    for (const TickValue& one : values) {
        pack.put(quint64(one.slot - slot - 1));
        pack.putSigned(one.value);
        slot = one.slot;
    }
    return pack.take();
}

Result<QVector<TickValue>> unpackTick(const QByteArray& bytes)
{
    QVector<TickValue> values;
    if (const auto done = unpackTick(bytes, values); !done)
        return failure(done.error());
    return values;
}

Result<void> unpackTick(const QByteArray& bytes, QVector<TickValue>& values)
{
    Unpacker unpack(bytes, tickVersion);
    const quint64 count = unpack.takeCount();
    values.clear();
    values.reserve(qsizetype(std::min<quint64>(count, quint64(bytes.size()))));
    qint64 slot = -1;
    for (quint64 i = 0; i < count && unpack.isGood(); ++i) {
        slot += qint64(unpack.takeCount()) + 1;
        const qint64 value = unpack.takeSigned();
        if (slot > qint64(mostEntries))
            unpack.fail();
        values.append({int(slot), value});
    }
    if (!unpack.isDone())
        return damaged();
    return {};
}

} // namespace kaptan::history
