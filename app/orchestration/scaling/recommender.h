#pragma once

#include "app/orchestration/scaling/histogram.h"

#include <QHash>
#include <QString>

#include <optional>

namespace kaptan::scaling
{

/// CPU and memory that a container ought to have; as the rest of the program counts them.
struct Amounts {
    qint64 cpuMillicores = 0;
    qint64 memoryBytes = 0;

    bool operator==(const Amounts&) const = default;
};

/// What is allowed; 0: no bound.
struct AmountBounds {
    Amounts least, most;
};

struct Recommendation {
    Amounts lower, target, upper; ///< within the bounds
    Amounts uncapped;             ///< the target without them

    bool operator==(const Recommendation&) const = default;
};

/// What a container needs, from what it used: the documented recommender of the Vertical Pod Autoscaler.
/// Samples of all instances go into one distribution with a half life of a day. CPU as it was sampled,
/// heavier where more was requested; of memory the highest of each day and instance, which a kill for want of
/// memory raises.
class Recommender
{
public:
    static constexpr qint64 halfLifeSeconds = 86'400, windowSeconds = 86'400;
    static constexpr double safetyMargin = 0.15;
    static constexpr Amounts least{25, 250LL * 1024 * 1024}; ///< for all containers of a pod together

    Recommender();

    /// `at` in seconds; negative amounts are left out.
    void addCpu(qint64 at, double millicores, double requestedMillicores = 0);
    /// Times of an instance must not go back: an older sample is left out.
    void addMemory(const QString& instance, qint64 at, qint64 bytes);
    /// Killed for want of memory when it had that much: it needed a fifth or 100 MiB more, whichever is more.
    void addOutOfMemory(const QString& instance, qint64 at, qint64 bytes);
    /// What another one saw of the same container.
    void merge(const Recommender& other);

    /// None while there is no sample. `containers` of the pod share the least amounts.
    std::optional<Recommendation> recommendation(const AmountBounds& bounds = {}, int containers = 1) const;

    /// Days of samples once a minute: 0 while there is none.
    double confidence() const;

    qint64 samples() const { return m_samples; }

    QByteArray checkpoint() const;
    /// ParseError where the bytes are none of checkpoint(). Peaks of the days that had not ended begin anew.
    static Result<Recommender> restored(const QByteArray& checkpoint);

private:
    struct Window {
        qint64 end = 0, last = 0;
        qint64 peak = 0;
    };

    void addPeak(const QString& instance, qint64 at, qint64 bytes, bool always);

    Histogram m_cpu, m_memory;
    QHash<QString, Window> m_windows;
    qint64 m_first = 0, m_last = 0; ///< of CPU
    qint64 m_samples = 0;           ///< of CPU
};

/// A value widened or narrowed while little is known: value * (1 + multiplier / confidence) ^ exponent.
double withConfidence(double value, double multiplier, double exponent, double confidence);

} // namespace kaptan::scaling
