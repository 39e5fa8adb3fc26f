#pragma once

#include "app/core/result.h"

#include <QJsonObject>
#include <QVector>

namespace kaptan::scaling
{

/// How values fall into buckets: each one `ratio` times as wide as the one before, the last without an end.
struct Buckets {
    double most = 0;  ///< the last one begins at this or above it
    double first = 0; ///< the width of the first
    double ratio = 1.05;

    int count() const;
    int of(double value) const;
    double startOf(int bucket) const;

    bool operator==(const Buckets&) const = default;
};

/// A distribution that forgets: a sample weighs half of what one weighs that is a half life younger.
/// https://github.com/kubernetes/autoscaler/tree/master/vertical-pod-autoscaler
class Histogram
{
public:
    Histogram() = default;
    /// Buckets with less weight than `epsilon` count as empty.
    Histogram(Buckets buckets, qint64 halfLifeSeconds, double epsilon);

    /// Times are seconds. What is no number or weighs nothing is left out.
    void add(double value, double weight, qint64 at);
    /// Takes one away that was added.
    void subtract(double value, double weight, qint64 at);
    /// All of another one with the same buckets and half life; else nothing.
    void merge(const Histogram& other);

    bool isEmpty() const;
    /// The end of the bucket in which that share (0 to 1) of all the weight is reached; 0 while empty.
    double percentile(double share) const;

    double totalWeight() const { return m_total; }

    double weightOf(int bucket) const { return m_weights.value(bucket); }

    /// Weights to one in ten thousand of the greatest, the time that they refer to, the sum.
    QJsonObject checkpoint() const;
    /// ParseError where it is none; the histogram is as it was then.
    Result<void> restore(const QJsonObject& checkpoint);

    /// Of the same buckets, time and weights, up to rounding.
    bool sameAs(const Histogram& other) const;

private:
    double decay(qint64 at);
    void shiftTo(qint64 at);
    void scale(double factor);

    Buckets m_buckets;
    qint64 m_halfLife = 1;
    double m_epsilon = 0;
    qint64 m_reference = 0; ///< seconds; a sample of this moment has its own weight
    QVector<double> m_weights;
    double m_total = 0;
};

} // namespace kaptan::scaling
