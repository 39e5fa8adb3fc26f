#include "app/orchestration/scaling/recommender.h"

#include <QJsonDocument>

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

constexpr int version = 1;
constexpr double leastWeight = 0.1; ///< cores: of a sample of a container that requests nothing
constexpr double epsilon = 0.001 * leastWeight;
constexpr Buckets cpuBuckets{1000, 0.01, 1.05};   ///< cores
constexpr Buckets memoryBuckets{1e12, 1e7, 1.05}; ///< bytes
constexpr double most = 1e14;
constexpr qint64 outOfMemoryBump = 100LL * 1024 * 1024;

qint64 within(double value, qint64 least, qint64 highest)
{
    const qint64 amount = std::isnan(value) ? 0 : qint64(std::llround(std::clamp(value, 0.0, most)));
    const qint64 bounded = highest > 0 ? std::min(amount, highest) : amount;
    return std::max(bounded, least);
}

tl::unexpected<Error> unreadable(const QString& why)
{
    return failure(ParseError{Tr::tr("the record of what was used"), {}, why});
}

} // namespace

double withConfidence(double value, double multiplier, double exponent, double confidence)
{
    return value * std::pow(1 + multiplier / confidence, exponent);
}

Recommender::Recommender()
    : m_cpu(cpuBuckets, halfLifeSeconds, epsilon), m_memory(memoryBuckets, halfLifeSeconds, epsilon)
{
}

void Recommender::addCpu(qint64 at, double millicores, double requestedMillicores)
{
    if (!std::isfinite(millicores) || millicores < 0)
        return;
    const double requested = std::isfinite(requestedMillicores) ? requestedMillicores / 1000 : 0;
    m_cpu.add(millicores / 1000, std::max(leastWeight, requested), at);
    m_first = m_samples == 0 ? at : std::min(m_first, at);
    m_last = m_samples == 0 ? at : std::max(m_last, at);
    ++m_samples;
}

void Recommender::addMemory(const QString& instance, qint64 at, qint64 bytes)
{
    addPeak(instance, at, bytes, false);
}

void Recommender::addOutOfMemory(const QString& instance, qint64 at, qint64 bytes)
{
    const qint64 had = std::max(bytes, m_windows.value(instance).peak);
    if (had >= 0 && had < qint64(most))
        addPeak(instance, at, std::max(had + outOfMemoryBump, had / 5 * 6), true);
}

void Recommender::addPeak(const QString& instance, qint64 at, qint64 bytes, bool always)
{
    if (bytes < 0)
        return;
    const bool known = m_windows.contains(instance);
    Window& window = m_windows[instance];
    if (known && at < window.last && !always)
        return;
    window.last = std::max(window.last, at);
    if (!known)
        window.end = at;
    if (known && at < window.end) {
        if (bytes <= window.peak)
            return;
        m_memory.subtract(double(window.peak), 1, window.end);
    } else {
        window.end += (at - window.end) / windowSeconds * windowSeconds + windowSeconds;
    }
    window.peak = bytes;
    m_memory.add(double(bytes), 1, window.end);
}

void Recommender::merge(const Recommender& other)
{
    m_cpu.merge(other.m_cpu);
    m_memory.merge(other.m_memory);
    if (other.m_samples > 0) {
        m_first = m_samples == 0 ? other.m_first : std::min(m_first, other.m_first);
        m_last = m_samples == 0 ? other.m_last : std::max(m_last, other.m_last);
        m_samples += other.m_samples;
    }
    for (auto it = other.m_windows.cbegin(); it != other.m_windows.cend(); ++it)
        if (!m_windows.contains(it.key()))
            m_windows.insert(it.key(), it.value());
}

double Recommender::confidence() const
{
    return std::min(double(m_last - m_first) / 86'400, double(m_samples) / (60 * 24));
}

std::optional<Recommendation> Recommender::recommendation(const AmountBounds& bounds, int containers) const
{
    if (m_cpu.isEmpty() && m_memory.isEmpty())
        return {};
    const double sure = confidence();
    const qint64 share = std::max(1, containers);
    const auto amounts = [&](double part, double multiplier, double exponent, const AmountBounds& allowed) {
        const auto sized = [&](const Histogram& histogram) {
            const double value = histogram.percentile(part) * (1 + safetyMargin);
            return multiplier > 0 ? withConfidence(value, multiplier, exponent, sure) : value;
        };
        const Amounts needed{within(sized(m_cpu) * 1000, least.cpuMillicores / share, 0),
                             within(sized(m_memory), least.memoryBytes / share, 0)};
        return Amounts{
            within(double(needed.cpuMillicores), allowed.least.cpuMillicores, allowed.most.cpuMillicores),
            within(double(needed.memoryBytes), allowed.least.memoryBytes, allowed.most.memoryBytes)};
    };
    return Recommendation{amounts(0.5, 0.001, -2, bounds), amounts(0.9, 0, 1, bounds),
                          amounts(0.95, 1, 1, bounds), amounts(0.9, 0, 1, {})};
}

QByteArray Recommender::checkpoint() const
{
    return QJsonDocument(QJsonObject{{u"version"_s, version},
                                     {u"firstSampleStart"_s, m_first},
                                     {u"lastSampleStart"_s, m_last},
                                     {u"totalSamplesCount"_s, m_samples},
                                     {u"cpuHistogram"_s, m_cpu.checkpoint()},
                                     {u"memoryHistogram"_s, m_memory.checkpoint()}})
        .toJson(QJsonDocument::Compact);
}

Result<Recommender> Recommender::restored(const QByteArray& checkpoint)
{
    const QJsonDocument document = QJsonDocument::fromJson(checkpoint);
    if (!document.isObject())
        return unreadable(Tr::tr("it is no JSON object"));
    const QJsonObject all = document.object();
    if (all.value(u"version"_s).toInt() != version)
        return unreadable(Tr::tr("it is of another version"));
    Recommender recommender;
    recommender.m_first = all.value(u"firstSampleStart"_s).toInteger();
    recommender.m_last = all.value(u"lastSampleStart"_s).toInteger();
    recommender.m_samples = all.value(u"totalSamplesCount"_s).toInteger(-1);
    if (recommender.m_samples < 0 || recommender.m_last < recommender.m_first)
        return unreadable(Tr::tr("its samples cannot be"));
    if (const auto cpu = recommender.m_cpu.restore(all.value(u"cpuHistogram"_s).toObject()); !cpu)
        return tl::unexpected(cpu.error());
    if (const auto memory = recommender.m_memory.restore(all.value(u"memoryHistogram"_s).toObject()); !memory)
        return tl::unexpected(memory.error());
    return recommender;
}

} // namespace kaptan::scaling
