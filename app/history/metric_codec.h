#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QVector>

/// How samples are packed. All numbers are whole: a metric has a unit in which it is counted (microcores,
/// bytes, bytes a second), so that sums are exact. Times are seconds since 1970, UTC. No format holds
/// pointers into another; each begins with the number of its version.
namespace kaptan::history
{

struct Sample {
    qint64 at = 0; ///< seconds
    qint64 value = 0;
    bool operator==(const Sample&) const = default;
};

/// One series over an hour or so: rising times. A missed sample is simply not there. Smooth series at an even
/// pace take about two bytes a sample.
QByteArray packSamples(const QVector<Sample>& samples);
/// ParseError where the bytes are not of packSamples().
Result<QVector<Sample>> unpackSamples(const QByteArray& bytes);

/// What became of the samples of one span.
struct Bucket {
    qint64 at = 0; ///< its first second
    qint64 min = 0, max = 0, sum = 0;
    int count = 0;
    bool operator==(const Bucket&) const = default;
};

constexpr qint64 bucketSeconds = 600;

/// By spans of ten minutes, those without a sample left out. Exact.
QVector<Bucket> rollUp(const QVector<Sample>& samples);
/// Both rising; spans that are in both are joined.
QVector<Bucket> joined(const QVector<Bucket>& a, const QVector<Bucket>& b);

QByteArray packBuckets(const QVector<Bucket>& buckets);
Result<QVector<Bucket>> unpackBuckets(const QByteArray& bytes);

/// What many series measured at one moment.
struct TickValue {
    int slot = 0; ///< of the series among those that are kept together
    qint64 value = 0;
    bool operator==(const TickValue&) const = default;
};

/// By rising slot.
QByteArray packTick(const QVector<TickValue>& values);
Result<QVector<TickValue>> unpackTick(const QByteArray& bytes);
/// The same into what is there already, for very many; what it holds after an error is of no use.
Result<void> unpackTick(const QByteArray& bytes, QVector<TickValue>& into);

} // namespace kaptan::history
