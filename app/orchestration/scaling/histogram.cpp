#include "app/orchestration/scaling/histogram.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kaptan::scaling
{

namespace
{

constexpr double checkpointSteps = 10'000;
constexpr qint64 longestDecay = 100; ///< half lives, before weights would leave what a double holds
constexpr int mostBuckets = 10'000;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Scaling)
};

tl::unexpected<Error> unreadable(const QString& why)
{
    return failure(ParseError{Tr::tr("the record of what was used"), {}, why});
}

} // namespace

int Buckets::count() const
{
    if (!(first > 0) || !(most > 0) || !(ratio >= 1))
        return 1;
    const double n = ratio == 1 ? most / first : std::log(most * (ratio - 1) / first + 1) / std::log(ratio);
    return int(std::min(std::ceil(n), double(mostBuckets))) + 1;
}

int Buckets::of(double value) const
{
    if (!(value >= first))
        return 0;
    const double n = ratio == 1 ? value / first : std::log(value * (ratio - 1) / first + 1) / std::log(ratio);
    return int(std::min(std::floor(n), double(count() - 1)));
}

double Buckets::startOf(int bucket) const
{
    if (bucket <= 0)
        return 0;
    return ratio == 1 ? first * bucket : first * (std::pow(ratio, bucket) - 1) / (ratio - 1);
}

Histogram::Histogram(Buckets buckets, qint64 halfLifeSeconds, double epsilon)
    : m_buckets(buckets), m_halfLife(std::max<qint64>(1, halfLifeSeconds)), m_epsilon(epsilon),
      m_weights(buckets.count(), 0.0)
{
}

void Histogram::add(double value, double weight, qint64 at)
{
    if (m_weights.isEmpty() || !std::isfinite(value) || !std::isfinite(weight) || weight <= 0)
        return;
    const double weighted = weight * decay(at);
    m_weights[m_buckets.of(value)] += weighted;
    m_total += weighted;
}

void Histogram::subtract(double value, double weight, qint64 at)
{
    if (m_weights.isEmpty() || !std::isfinite(value) || !std::isfinite(weight) || weight <= 0)
        return;
    double& there = m_weights[m_buckets.of(value)];
    double weighted = weight * decay(at);
    if (weighted > there - m_epsilon)
        weighted = there; // nothing is left but what rounding left
    there -= weighted;
    m_total -= weighted;
}

void Histogram::merge(const Histogram& other)
{
    if (m_buckets != other.m_buckets || m_halfLife != other.m_halfLife || other.isEmpty())
        return;
    Histogram theirs = other;
    if (m_reference < theirs.m_reference)
        shiftTo(theirs.m_reference);
    else if (theirs.m_reference < m_reference)
        theirs.shiftTo(m_reference);
    for (qsizetype i = 0; i < m_weights.size(); ++i)
        m_weights[i] += theirs.m_weights.at(i);
    m_total += theirs.m_total;
}

bool Histogram::isEmpty() const
{
    return std::none_of(m_weights.cbegin(), m_weights.cend(),
                        [this](double weight) { return weight > 0 && weight >= m_epsilon; });
}

double Histogram::percentile(double share) const
{
    int first = -1, last = -1;
    for (int i = 0; i < int(m_weights.size()); ++i) {
        if (m_weights.at(i) > 0 && m_weights.at(i) >= m_epsilon) {
            first = first < 0 ? i : first;
            last = i;
        }
    }
    if (first < 0)
        return 0;
    const double wanted = share * m_total;
    double sum = 0;
    int bucket = first;
    for (; bucket < last; ++bucket) {
        sum += m_weights.at(bucket);
        if (sum >= wanted)
            break;
    }
    return m_buckets.startOf(std::min(bucket + 1, int(m_weights.size()) - 1));
}

QJsonObject Histogram::checkpoint() const
{
    QJsonObject weights;
    const auto greatest = std::max_element(m_weights.cbegin(), m_weights.cend());
    const double ratio = greatest == m_weights.cend() || *greatest <= 0 ? 0 : checkpointSteps / *greatest;
    for (int i = 0; i < int(m_weights.size()); ++i)
        if (const qint64 steps = std::llround(m_weights.at(i) * ratio); steps > 0)
            weights.insert(QString::number(i), steps);
    return {
        {u"referenceTimestamp"_s, m_reference}, {u"bucketWeights"_s, weights}, {u"totalWeight"_s, m_total}};
}

Result<void> Histogram::restore(const QJsonObject& checkpoint)
{
    const double total = checkpoint.value(u"totalWeight"_s).toDouble(-1);
    if (!std::isfinite(total) || total < 0)
        return unreadable(Tr::tr("its weight is below 0 or missing"));
    const QJsonObject weights = checkpoint.value(u"bucketWeights"_s).toObject();
    QVector<double> read(m_weights.size(), 0.0);
    double sum = 0;
    for (auto it = weights.begin(); it != weights.end(); ++it) {
        bool number = false;
        const int bucket = it.key().toInt(&number);
        const double weight = it.value().toDouble(-1);
        if (!number || bucket < 0 || bucket >= read.size())
            return unreadable(Tr::tr("there is no bucket “%1”").arg(it.key().left(20)));
        if (weight < 0 || weight > 1e12)
            return unreadable(Tr::tr("the weight of bucket “%1” cannot be").arg(it.key()));
        read[bucket] = weight;
        sum += weight;
    }
    for (double& weight : read)
        weight *= sum > 0 ? total / sum : 0;
    m_weights = read;
    m_total = sum > 0 ? total : 0;
    m_reference = checkpoint.value(u"referenceTimestamp"_s).toInteger();
    return {};
}

bool Histogram::sameAs(const Histogram& other) const
{
    return m_buckets == other.m_buckets && m_halfLife == other.m_halfLife &&
           m_reference == other.m_reference &&
           std::equal(m_weights.cbegin(), m_weights.cend(), other.m_weights.cbegin(), other.m_weights.cend(),
                      [](double a, double b) {
                          return std::abs(a - b) <= 1e-12 * std::max({1.0, a, b});
                      });
}

double Histogram::decay(qint64 at)
{
    if (m_total <= 0 || at - m_reference > longestDecay * m_halfLife)
        shiftTo(at);
    return std::exp2(double(at - m_reference) / double(m_halfLife));
}

void Histogram::shiftTo(qint64 at)
{
    const qint64 reference =
        (at + m_halfLife / 2) / m_halfLife * m_halfLife; // whole half lives: exact factors
    scale(std::exp2(double(m_reference - reference) / double(m_halfLife)));
    m_reference = reference;
}

void Histogram::scale(double factor)
{
    for (double& weight : m_weights)
        weight *= factor;
    m_total *= factor;
}

} // namespace kaptan::scaling
