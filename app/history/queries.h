#pragma once

#include "app/history/database.h"
#include "app/history/metric_codec.h"
#include "app/history/records.h"

/// What can be asked of the history: one function a question, on a reader's connection (History::read()).
/// Lists are empty where nothing is stored; StorageError where the file cannot be read.
namespace kaptan::history
{

struct CurveQuery {
    QString connection;   ///< the connection's key
    QStringList subjects; ///< workloads' keys or nodeSubject()s; empty: all there are
    QVector<Metric> metrics;
    qint64 from = 0, to = 0; ///< seconds since 1970, inclusive
    int points = 0;          ///< at most about so many a curve; 0: every sample
};

/// One series over time. What is missing is not there: two points that are further apart than `gap` have a
/// gap between them.
struct Curve {
    QString subject;
    Metric metric = Metric::Cpu;
    qint64 step = 0;        ///< seconds that a point stands for; 0: each is one sample
    qint64 gap = 45;        ///< seconds
    QVector<Bucket> points; ///< rising; min = max = sum, count 1 for a sample

    bool operator==(const Curve&) const = default;
};

/// Up to three days of what was sampled, of longer ranges the spans of ten minutes; then joined to `points`
/// spans. Curves without a point are left out; the others in the order of their subjects and metrics.
Result<QVector<Curve>> curves(Database& database, const CurveQuery& query);

/// The newest value of every series that was measured at or after `since` (seconds).
struct Latest {
    Measurement measurement;
    qint64 at = 0; ///< seconds
};

Result<QVector<Latest>> latest(Database& database, const QString& connection, qint64 since);

Result<QVector<ConnectionRecord>> connections(Database& database);
/// Those seen on this connection, by name.
Result<QVector<Subject>> workloads(Database& database, const QString& connection);

/// Which records. Empty texts and invalid times leave a bound out.
struct RecordFilter {
    QString connection; ///< key
    QString workload;   ///< key
    QDateTime from, to; ///< UTC, inclusive
    int limit = 10'000; ///< the newest ones
};

// Newest first.
Result<QVector<Deployment>> deployments(Database& database, const RecordFilter& filter);
Result<std::optional<Deployment>> deployment(Database& database, qint64 id);
Result<QVector<ScalingEvent>> scalingEvents(Database& database, const RecordFilter& filter);
Result<QVector<HealthCheck>> healthChecks(Database& database, const RecordFilter& filter);
Result<QVector<AutoscalingRecord>> autoscaling(Database& database, const RecordFilter& filter);
Result<QVector<Revision>> revisions(Database& database, const RecordFilter& filter);

struct EventFilter {
    QString connection;
    QString workload;
    QDateTime from, to; ///< UTC; by the last time it happened
    QStringList kinds;  ///< of the object; empty: all
    QStringList reasons;
    workload::EventSeverity least = workload::EventSeverity::Normal;
    QString text; ///< found in object, reason or message, without regard to case
    int limit = 10'000;
};

/// Newest first.
Result<QVector<StoredEvent>> events(Database& database, const EventFilter& filter);

/// How many events began in each of `bars` equal spans of from..to, for a line of time.
struct EventBar {
    qint64 atMs = 0; ///< its first millisecond
    int normal = 0, warning = 0, error = 0;

    bool operator==(const EventBar&) const = default;
};

Result<QVector<EventBar>> eventBars(Database& database, const EventFilter& filter, int bars);

/// Kinds and reasons that are there, each sorted, for a filter's menus.
struct EventWords {
    QStringList kinds, reasons;
};

Result<EventWords> eventWords(Database& database, const QString& connection);

/// Figures of a period; a value is missing where nothing was counted.
struct Statistics {
    int deployments = 0, succeeded = 0, failed = 0;  ///< aborted and rolled back ones count as failed
    std::optional<double> successRate;               ///< of those that ended, 0 to 1
    std::optional<double> meanDeployMs, p95DeployMs; ///< of those that succeeded; nearest rank
    int scalings = 0;
    double scalingsPerDay = 0;
    int checks = 0;
    std::optional<double> availability; ///< healthy or degraded of the checks that were known, 0 to 1
    std::optional<double> meanResponseMs, p95ResponseMs;

    bool operator==(const Statistics&) const = default;
};

/// Both times of the filter are needed; its limit is not heeded.
Result<Statistics> statistics(Database& database, const RecordFilter& filter);

/// How big the file is and what is in it.
struct Size {
    qint64 bytes = 0, samples = 0, events = 0, deployments = 0;
    qint64 oldestSample = 0; ///< seconds since 1970; 0: none
};

Result<Size> size(Database& database);

} // namespace kaptan::history
