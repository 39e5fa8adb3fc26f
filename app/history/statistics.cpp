#include "app/history/filter_sql.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kaptan::history
{

namespace
{

/// The 95th percentile by nearest rank: the smallest value that at least 95 of 100 do not exceed.
double p95(QVector<double>& values)
{
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<qsizetype>(std::ceil(0.95 * double(values.size())));
    return values[std::max<qsizetype>(rank, 1) - 1];
}

double mean(const QVector<double>& values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / double(values.size());
}

} // namespace

Result<Statistics> statistics(Database& database, const RecordFilter& filter)
{
    RecordFilter all = filter;
    all.limit = std::numeric_limits<int>::max();
    Statistics found;

    const auto deployed = deployments(database, all);
    if (!deployed)
        return failure(deployed.error());
    QVector<double> times;
    for (const Deployment& one : *deployed) {
        ++found.deployments;
        if (one.outcome == Outcome::Succeeded) {
            ++found.succeeded;
            times.append(double(one.startedAt.msecsTo(one.endedAt)));
        } else if (one.outcome != Outcome::Running) {
            ++found.failed;
        }
    }
    if (const int ended = found.succeeded + found.failed; ended > 0)
        found.successRate = double(found.succeeded) / ended;
    if (!times.isEmpty()) {
        found.meanDeployMs = mean(times);
        found.p95DeployMs = p95(times);
    }

    const auto scaled = scalingEvents(database, all);
    if (!scaled)
        return failure(scaled.error());
    found.scalings = int(scaled->size());
    if (const double days = double(filter.from.msecsTo(filter.to)) / 86'400'000.0; days > 0)
        found.scalingsPerDay = found.scalings / days;

    const auto checks = healthChecks(database, all);
    if (!checks)
        return failure(checks.error());
    QVector<double> responses;
    int known = 0, available = 0;
    for (const HealthCheck& one : *checks) {
        ++found.checks;
        if (one.state != CheckState::Unknown) {
            ++known;
            available += one.state != CheckState::Unhealthy ? 1 : 0;
        }
        if (one.responseMs)
            responses.append(double(*one.responseMs));
    }
    if (known > 0)
        found.availability = double(available) / known;
    if (!responses.isEmpty()) {
        found.meanResponseMs = mean(responses);
        found.p95ResponseMs = p95(responses);
    }
    return found;
}

} // namespace kaptan::history
