#include "app/report/collect.h"

#include "app/report/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::report
{

namespace
{

QString platformName(workload::Platform platform)
{
    switch (platform) {
    case workload::Platform::Docker:
        return u"Docker"_s;
    case workload::Platform::Podman:
        return u"Podman"_s;
    case workload::Platform::Kubernetes:
        return u"Kubernetes"_s;
    }
    return {};
}

Result<void> names(Collecting& collecting, ReportData& data)
{
    const ReportRequest& request = collecting.request;
    const auto known = history::connections(collecting.database);
    if (!known)
        return failure(known.error());
    data.connection = request.connectionName.isEmpty() ? request.connection : request.connectionName;
    for (const history::ConnectionRecord& one : *known) {
        if (one.key != request.connection)
            continue;
        data.connection = one.name;
        data.platform = platformName(one.platform);
    }
    const auto workloads = history::workloads(collecting.database, request.connection);
    if (!workloads)
        return failure(workloads.error());
    for (const history::Subject& one : *workloads) {
        collecting.names.insert(one.key,
                                one.nameSpace.isEmpty() ? one.name : one.nameSpace + u'/' + one.name);
        if (request.workload.isEmpty() || one.key == request.workload)
            collecting.workloads.append(one);
    }
    if (!request.workload.isEmpty())
        data.workload = collecting.nameOf(request.workload);
    return {};
}

QVector<Figure> figuresOf(const history::Statistics& statistics, const QLocale& locale)
{
    const auto number = [&locale](int count) { return locale.toString(count); };
    QVector<Figure> figures;
    figures.append({Tr::tr("Deployments"), CellType::Number, double(statistics.deployments),
                    statistics.deployments == 0
                        ? QString()
                        : Tr::tr("%1 succeeded, %2 failed")
                              .arg(number(statistics.succeeded), number(statistics.failed))});
    figures.append({Tr::tr("Success rate"), CellType::Share, statistics.successRate,
                    //: below the success rate of deployments: those that ended
                    statistics.successRate
                        ? Tr::tr("of %n that ended", nullptr, statistics.succeeded + statistics.failed)
                        : QString()});
    figures.append({Tr::tr("Mean time to deploy"), CellType::Duration, statistics.meanDeployMs, {}});
    figures.append({Tr::tr("95th percentile to deploy"), CellType::Duration, statistics.p95DeployMs, {}});
    figures.append({Tr::tr("Scalings per day"), CellType::Number, statistics.scalingsPerDay,
                    //: below the number of scalings per day: how many there were in the whole time
                    Tr::tr("%1 in all").arg(number(statistics.scalings))});
    figures.append({Tr::tr("Availability"), CellType::Share, statistics.availability,
                    Tr::tr("%n health check(s)", nullptr, statistics.checks)});
    figures.append({Tr::tr("Mean response time"), CellType::Duration, statistics.meanResponseMs, {}});
    figures.append({Tr::tr("95th percentile response"), CellType::Duration, statistics.p95ResponseMs, {}});
    return figures;
}

} // namespace

QString nothingRecorded()
{
    return Tr::tr("Nothing was recorded in this period.");
}

Result<ReportData> collect(history::Database& database, const ReportRequest& request)
{
    if (!request.from.isValid() || !request.to.isValid() || request.from >= request.to)
        return failure(InvalidInput{Tr::tr("Period"), Tr::tr("it ends before it begins"),
                                    Tr::tr("Choose an end that is later than the beginning.")});
    Collecting collecting{database, request, {}, {}, {}, {}, {}};
    collecting.filter = {request.connection, request.workload, request.from.toUTC(), request.to.toUTC(),
                         std::max(1, request.rows)};
    ReportData data;
    data.title = request.title.isEmpty() ? Tr::tr("Operations report") : request.title;
    data.from = request.from.toUTC();
    data.to = request.to.toUTC();
    data.madeAt = request.madeAt;
    data.locale = request.locale;
    data.zone = request.zone.isValid() ? request.zone : QTimeZone::utc();
    if (const auto done = names(collecting, data); !done)
        return failure(done.error());

    const auto statistics = history::statistics(database, collecting.filter);
    if (!statistics)
        return failure(statistics.error());
    data.figures = figuresOf(*statistics, data.locale);

    auto deployments = deploymentsTable(collecting);
    if (!deployments)
        return failure(deployments.error());
    auto scalings = scalingsTable(collecting);
    if (!scalings)
        return failure(scalings.error());
    auto events = eventsTable(collecting);
    if (!events)
        return failure(events.error());
    auto use = measured(collecting);
    if (!use)
        return failure(use.error());
    data.charts = std::move(use->charts);
    data.tables = {std::move(use->table), std::move(*deployments), std::move(*scalings), std::move(*events)};
    return data;
}

} // namespace kaptan::report
