#include "app/history/known_texts.h"
#include "app/report/collect.h"
#include "app/report/page_colours.h"
#include "app/report/words.h"

#include <QMap>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace kaptan::report
{

namespace
{

Cell outcomeCell(history::Outcome outcome)
{
    using history::Outcome;
    switch (outcome) {
    case Outcome::Running:
        //: outcome of a deployment that has not ended
        return {Tr::tr("Under way"), Tone::Plain};
    case Outcome::Succeeded:
        //: outcome of a deployment
        return {Tr::tr("Succeeded"), Tone::Good};
    case Outcome::Failed:
        //: outcome of a deployment
        return {Tr::tr("Failed"), Tone::Bad};
    case Outcome::Aborted:
        //: outcome of a deployment: somebody ended it early
        return {Tr::tr("Aborted"), Tone::Warning};
    case Outcome::RolledBack:
        //: outcome of a deployment: the revision before it was brought back
        return {Tr::tr("Rolled back"), Tone::Warning};
    }
    return {};
}

Cell severityCell(workload::EventSeverity severity)
{
    switch (severity) {
    case workload::EventSeverity::Error:
        return {Tr::tr("Error"), Tone::Bad};
    case workload::EventSeverity::Warning:
        return {Tr::tr("Warning"), Tone::Warning};
    case workload::EventSeverity::Normal:
        break;
    }
    //: severity of an event: nothing special
    return {Tr::tr("Normal"), Tone::Plain};
}

/// Said where a question's bound may have left older ones out.
QString boundNote(qsizetype found, const Collecting& collecting)
{
    if (found < collecting.filter.limit)
        return {};
    return Tr::tr("Only the newest %1 were looked at.")
        .arg(collecting.request.locale.toString(collecting.filter.limit));
}

} // namespace

Result<Table> deploymentsTable(Collecting& collecting)
{
    const auto found = history::deployments(collecting.database, collecting.filter);
    if (!found)
        return failure(found.error());
    Table table{u"deployments"_s,
                Tr::tr("Deployments"),
                {//: heading of a column: the number that stands in the charts too
                 {Tr::tr("No."), CellType::Number},
                 {Tr::tr("Started"), CellType::Time},
                 {Tr::tr("Workload"), CellType::Text, 1.2},
                 //: heading of a column: what was deployed
                 {Tr::tr("What"), CellType::Text, 1.4},
                 //: heading of a column: who did it
                 {Tr::tr("By"), CellType::Text, 1},
                 {Tr::tr("Duration"), CellType::Duration},
                 {Tr::tr("Outcome"), CellType::Text, 0},
                 {Tr::tr("Message"), CellType::Text, 1.8}},
                {},
                boundNote(found->size(), collecting),
                nothingRecorded()};
    bool hasFailed = false;
    for (qsizetype i = 0; i < found->size(); ++i) {
        const history::Deployment& one = found->at(i);
        const auto number = double(found->size() - i); // the oldest one is the first
        Cell duration;
        if (one.startedAt.isValid() && one.endedAt.isValid())
            duration = double(one.startedAt.msecsTo(one.endedAt));
        table.rows.append({number, one.startedAt, collecting.nameOf(one.subject.key), one.reason, one.actor,
                           duration, outcomeCell(one.outcome), history::shownText(one.message)});
        const bool failed =
            one.outcome != history::Outcome::Running && one.outcome != history::Outcome::Succeeded;
        hasFailed = hasFailed || failed;
        collecting.markers.append({one.startedAt.toMSecsSinceEpoch(),
                                   collecting.request.locale.toString(int(number)),
                                   failed ? colours::bad() : colours::muted()});
    }
    if (!found->isEmpty())
        //: legend of a chart; the numbers are those of the table of deployments
        collecting.markerKeys.append({Tr::tr("deployment, by its number"), colours::muted()});
    if (hasFailed)
        //: legend of a chart: a deployment that failed
        collecting.markerKeys.append({Tr::tr("failed deployment"), colours::bad()});
    return table;
}

Result<Table> scalingsTable(Collecting& collecting)
{
    const auto found = history::scalingEvents(collecting.database, collecting.filter);
    if (!found)
        return failure(found.error());
    Table table{u"scalings"_s,
                Tr::tr("Scalings"),
                {{Tr::tr("Time"), CellType::Time},
                 {Tr::tr("Workload"), CellType::Text, 1.2},
                 //: heading of a column: replicas before
                 {Tr::tr("From"), CellType::Number},
                 //: heading of a column: replicas after
                 {Tr::tr("To"), CellType::Number},
                 {Tr::tr("By"), CellType::Text, 1},
                 {Tr::tr("Reason"), CellType::Text, 2}},
                {},
                boundNote(found->size(), collecting),
                nothingRecorded()};
    for (const history::ScalingEvent& one : *found) {
        table.rows.append({one.at, collecting.nameOf(one.subject.key), double(one.from), double(one.to),
                           one.actor, history::shownText(one.reason)});
        collecting.markers.append({one.at.toMSecsSinceEpoch(), QString(), colours::quiet()});
    }
    if (!found->isEmpty())
        //: legend of a chart: a change of the number of replicas
        collecting.markerKeys.append({Tr::tr("scaling"), colours::quiet()});
    return table;
}

Result<Table> eventsTable(Collecting& collecting)
{
    history::EventFilter filter;
    filter.connection = collecting.filter.connection;
    filter.workload = collecting.filter.workload;
    filter.from = collecting.filter.from;
    filter.to = collecting.filter.to;
    filter.limit = collecting.filter.limit;
    const auto found = history::events(collecting.database, filter);
    if (!found)
        return failure(found.error());
    Table table{u"events"_s,
                Tr::tr("Events"),
                {{Tr::tr("Severity"), CellType::Text, 0},
                 {Tr::tr("Count"), CellType::Number},
                 {Tr::tr("Reason"), CellType::Text, 0.9},
                 {Tr::tr("Object"), CellType::Text, 1.3},
                 //: heading of a column: when it happened last
                 {Tr::tr("Last"), CellType::Time},
                 //: heading of a column: the newest message of events that are alike
                 {Tr::tr("Latest message"), CellType::Text, 2.4}},
                {},
                boundNote(found->size(), collecting),
                nothingRecorded()};

    // A pod's name changes each time it is made again: what belongs to a workload is told by the workload.
    struct Group {
        workload::EventSeverity severity = workload::EventSeverity::Normal;
        QString reason, object;
        qint64 count = 0;
        QDateTime last;
        QString message;
    };

    QMap<std::tuple<int, QString, QString>, Group> groups;
    for (const history::StoredEvent& event : *found) {
        const QString name = event.workload.isEmpty() ? event.object : collecting.nameOf(event.workload);
        const QString object = event.kind.isEmpty() ? name : event.kind + u' ' + name;
        Group& group = groups[{-int(event.severity), event.reason, object}];
        if (group.count == 0) // the newest comes first
            group = {event.severity, event.reason, object, 0, event.lastAt, event.message};
        group.count += std::max(1, event.count);
    }
    QVector<Group> sorted(groups.cbegin(), groups.cend());
    std::stable_sort(sorted.begin(), sorted.end(), [](const Group& a, const Group& b) {
        return std::tuple(-int(a.severity), -a.count) < std::tuple(-int(b.severity), -b.count);
    });
    for (const Group& group : sorted)
        table.rows.append({severityCell(group.severity), double(group.count), group.reason, group.object,
                           group.last, group.message});
    return table;
}

} // namespace kaptan::report
