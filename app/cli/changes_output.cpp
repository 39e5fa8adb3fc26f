#include "app/cli/changes_output.h"

#include "app/cli/csv_output.h"
#include "app/cli/history_job.h"
#include "app/cli/near_names.h"
#include "app/cli/text.h"
#include "app/history/known_texts.h"
#include "app/history/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

using namespace history;
using report::CellType;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

constexpr int nameLimit = 60;
constexpr int textLimit = 200;

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Running:
        //: how a deployment is going
        return Tr::tr("under way");
    case Outcome::Succeeded:
        //: how a deployment ended
        return Tr::tr("succeeded");
    case Outcome::Failed:
        //: how a deployment ended
        return Tr::tr("failed");
    case Outcome::Aborted:
        //: how a deployment ended
        return Tr::tr("aborted");
    case Outcome::RolledBack:
        //: how a deployment ended
        return Tr::tr("rolled back");
    }
    return {};
}

std::optional<double> durationOf(const Deployment& one)
{
    if (!one.startedAt.isValid() || !one.endedAt.isValid())
        return std::nullopt;
    return double(one.startedAt.msecsTo(one.endedAt));
}

QString joinedText(const QStringList& parts)
{
    QStringList kept;
    for (const QString& part : parts)
        if (!part.isEmpty())
            kept << part;
    return kept.join(u"; "_s);
}

/// Cells of a change: what, by whom, how it ended, why.
struct Row {
    QString what, actor, outcome, details;
};

Row rowOf(const Deployment& one)
{
    QString outcome = outcomeText(one.outcome);
    if (const auto took = durationOf(one))
        outcome += u" ("_s + report::durationText(*took, QLocale()) + u')';
    //: %1 is the number that "kaptanctl history show" takes
    return {Tr::tr("deployment %1").arg(one.id), one.actor, outcome,
            joinedText({one.reason, history::shownText(one.message)})};
}

Row rowOf(const ScalingEvent& one)
{
    //: %1 and %2 are numbers of replicas, before and after
    return {Tr::tr("scaled %1 → %2").arg(QLocale().toString(one.from), QLocale().toString(one.to)),
            one.actor,
            {},
            history::shownText(one.reason)};
}

Row rowOf(const Revision& one)
{
    //: %1 is the number of a workload's state
    return {Tr::tr("revision %1").arg(one.number), {}, {}, joinedText({one.images.join(u", "_s), one.cause})};
}

QJsonObject jsonOf(const Subject& subject)
{
    return {{u"id"_s, subject.key},
            {u"kind"_s, subject.kind},
            {u"namespace"_s, subject.nameSpace},
            {u"name"_s, subject.name}};
}

QJsonValue jsonOf(const std::optional<double>& number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonValue jsonTime(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(isoText(time)) : QJsonValue();
}

QJsonObject jsonOf(const Deployment& one)
{
    return {{u"type"_s, u"deployment"_s},
            {u"id"_s, one.id},
            {u"workload"_s, jsonOf(one.subject)},
            {u"outcome"_s, wordOf(one.outcome)},
            {u"actor"_s, one.actor},
            {u"reason"_s, one.reason},
            {u"message"_s, one.message},
            {u"at"_s, isoText(one.startedAt)},
            {u"endedAt"_s, jsonTime(one.endedAt)},
            {u"durationMs"_s, jsonOf(durationOf(one))}};
}

QJsonObject jsonOf(const ScalingEvent& one)
{
    return {{u"type"_s, u"scaling"_s},  {u"workload"_s, jsonOf(one.subject)},
            {u"at"_s, isoText(one.at)}, {u"from"_s, one.from},
            {u"to"_s, one.to},          {u"actor"_s, one.actor},
            {u"reason"_s, one.reason}};
}

QJsonObject jsonOf(const Revision& one)
{
    return {{u"type"_s, u"revision"_s},
            {u"workload"_s, jsonOf(one.subject)},
            {u"at"_s, isoText(one.at)},
            {u"number"_s, one.number},
            {u"images"_s, QJsonArray::fromStringList(one.images)},
            {u"cause"_s, one.cause},
            {u"hasManifest"_s, !one.manifest.isEmpty()}};
}

/// One figure, for people and for programs.
struct Figure {
    QString key, label;
    CellType type;
    std::optional<double> value;
};

QVector<Figure> figuresOf(const Statistics& s)
{
    return {
        {u"deployments"_s, Tr::tr("Deployments"), CellType::Number, double(s.deployments)},
        //: deployments that did
        {u"succeeded"_s, Tr::tr("Succeeded"), CellType::Number, double(s.succeeded)},
        //: deployments that did
        {u"failed"_s, Tr::tr("Failed"), CellType::Number, double(s.failed)},
        {u"successRate"_s, Tr::tr("Success rate"), CellType::Share, s.successRate},
        {u"meanDeployMs"_s, Tr::tr("Time to deploy, mean"), CellType::Duration, s.meanDeployMs},
        {u"p95DeployMs"_s, Tr::tr("Time to deploy, 95th percentile"), CellType::Duration, s.p95DeployMs},
        {u"scalings"_s, Tr::tr("Scalings"), CellType::Number, double(s.scalings)},
        {u"scalingsPerDay"_s, Tr::tr("Scalings per day"), CellType::Number, s.scalingsPerDay},
        {u"checks"_s, Tr::tr("Health checks"), CellType::Number, double(s.checks)},
        {u"availability"_s, Tr::tr("Availability"), CellType::Share, s.availability},
        {u"meanResponseMs"_s, Tr::tr("Response time, mean"), CellType::Duration, s.meanResponseMs},
        {u"p95ResponseMs"_s, Tr::tr("Response time, 95th percentile"), CellType::Duration, s.p95ResponseMs}};
}

QString figuresTable(const Statistics& statistics)
{
    QVector<QStringList> rows;
    for (const Figure& one : figuresOf(statistics))
        rows.append({one.label + u':', report::cellText(report::Cell(one.value), one.type, QLocale(),
                                                        QTimeZone::systemTimeZone())});
    return table(rows);
}

const report::Table& deploymentColumns()
{
    static const report::Table made = [] {
        report::Table table;
        table.columns = {{u"at"_s, CellType::Time},
                         {u"type"_s},
                         {u"id"_s, CellType::Number},
                         {u"workload"_s},
                         {u"name"_s},
                         {u"actor"_s},
                         {u"outcome"_s},
                         {u"ended_at"_s, CellType::Time},
                         {u"from"_s, CellType::Number},
                         {u"to"_s, CellType::Number},
                         {u"revision"_s, CellType::Number},
                         {u"images"_s},
                         {u"reason"_s},
                         {u"message"_s}};
        return table;
    }();
    return made;
}

QVector<report::Cell> csvRow(const Deployment& one)
{
    return {one.startedAt,
            u"deployment"_s,
            double(one.id),
            one.subject.key,
            shownName(one.subject),
            one.actor,
            wordOf(one.outcome),
            one.endedAt,
            {},
            {},
            {},
            {},
            one.reason,
            one.message};
}

QVector<report::Cell> csvRow(const ScalingEvent& one)
{
    return {one.at,
            u"scaling"_s,
            {},
            one.subject.key,
            shownName(one.subject),
            one.actor,
            {},
            {},
            double(one.from),
            double(one.to),
            {},
            {},
            one.reason,
            {}};
}

QVector<report::Cell> csvRow(const Revision& one)
{
    return {one.at,
            u"revision"_s,
            {},
            one.subject.key,
            shownName(one.subject),
            {},
            {},
            {},
            {},
            {},
            double(one.number),
            one.images.join(u' '),
            one.cause,
            {}};
}

} // namespace

const Subject& Change::subject() const
{
    return std::visit([](const auto& one) -> const Subject& { return one.subject; }, cause);
}

QDateTime Change::at() const
{
    if (const auto* deployment = std::get_if<Deployment>(&cause))
        return deployment->startedAt;
    if (const auto* scaling = std::get_if<ScalingEvent>(&cause))
        return scaling->at;
    return std::get<Revision>(cause).at;
}

QVector<Change> merged(const QVector<Deployment>& deployments, const QVector<ScalingEvent>& scalings,
                       const QVector<Revision>& revisions, qsizetype most)
{
    QVector<Change> all;
    for (const Deployment& one : deployments)
        all.append({one});
    for (const ScalingEvent& one : scalings)
        all.append({one});
    for (const Revision& one : revisions)
        all.append({one});
    std::stable_sort(all.begin(), all.end(),
                     [](const Change& a, const Change& b) { return a.at() > b.at(); });
    if (all.size() > most)
        all.resize(most);
    return all;
}

QString changesTable(const ChangesReport& report)
{
    QString text = headText(report.connection, report.period);
    if (!report.figuresOnly) {
        QVector<QStringList> rows{{Tr::tr("TIME"), Tr::tr("NAME"),
                                   //: head of a column: what was changed
                                   Tr::tr("CHANGE"),
                                   //: head of a column: who did it
                                   Tr::tr("BY"),
                                   //: head of a column: how a change ended
                                   Tr::tr("RESULT"),
                                   //: head of a column: images, reasons, messages
                                   Tr::tr("DETAILS")}};
        for (const Change& one : report.changes) {
            const Row row = std::visit([](const auto& cause) { return rowOf(cause); }, one.cause);
            rows.append({localText(one.at()), plain(shownName(one.subject()), nameLimit), row.what,
                         row.actor.isEmpty() ? u"–"_s : plain(row.actor, nameLimit), row.outcome,
                         plain(row.details, textLimit)});
        }
        if (!report.changes.isEmpty())
            text += u'\n' + table(rows);
    }
    return text + u'\n' + figuresTable(report.statistics);
}

QJsonObject changesJson(const ChangesReport& report)
{
    QJsonObject made = headJson(report.connection, report.period);
    if (report.workload)
        made.insert(u"workload"_s, jsonOf(*report.workload));
    QJsonObject figures;
    for (const Figure& one : figuresOf(report.statistics))
        figures.insert(one.key, jsonOf(one.value));
    made.insert(u"statistics"_s, figures);
    if (report.figuresOnly)
        return made;
    QJsonArray list;
    for (const Change& one : report.changes)
        list.append(std::visit([](const auto& cause) { return jsonOf(cause); }, one.cause));
    made.insert(u"changes"_s, list);
    return made;
}

QString changesCsv(const ChangesReport& report)
{
    if (report.figuresOnly) {
        report::Table made;
        made.columns = {{u"figure"_s}, {u"value"_s, CellType::Number}};
        for (const Figure& one : figuresOf(report.statistics))
            made.rows.append({one.key, one.value});
        return csvText(std::move(made));
    }
    report::Table made = deploymentColumns();
    for (const Change& one : report.changes)
        made.rows.append(std::visit([](const auto& cause) { return csvRow(cause); }, one.cause));
    return csvText(std::move(made));
}

QString deploymentText(const Deployment& one, const std::optional<Revision>& revision)
{
    QVector<QStringList> rows{
        {Tr::tr("Deployment:"), QString::number(one.id)},
        {Tr::tr("Workload:"), u"%1 (%2)"_s.arg(plain(shownName(one.subject)), plain(one.subject.kind))},
        {Tr::tr("Result:"), outcomeText(one.outcome)},
        {Tr::tr("Started:"), localText(one.startedAt)}};
    if (one.endedAt.isValid())
        rows.append({Tr::tr("Ended:"), localText(one.endedAt)});
    if (const auto took = durationOf(one))
        //: how long a deployment took
        rows.append({Tr::tr("Took:"), report::durationText(*took, QLocale())});
    //: who deployed
    rows.append({Tr::tr("By:"), one.actor.isEmpty() ? Tr::tr("unknown") : plain(one.actor)});
    if (!one.reason.isEmpty())
        rows.append({Tr::tr("Reason:"), plain(one.reason)});
    if (!one.message.isEmpty())
        rows.append({Tr::tr("Message:"), plain(history::shownText(one.message))});
    if (revision) {
        rows.append({Tr::tr("Revision:"), QString::number(revision->number)});
        if (!revision->images.isEmpty())
            rows.append({Tr::tr("Images:"), plain(revision->images.join(u", "_s))});
        if (!revision->cause.isEmpty())
            rows.append({Tr::tr("Cause:"), plain(revision->cause)});
    }
    return table(rows);
}

QJsonObject deploymentJson(const Deployment& deployment, const std::optional<Revision>& revision)
{
    QJsonObject made = jsonOf(deployment);
    made.insert(u"revision"_s, revision ? QJsonValue(jsonOf(*revision)) : QJsonValue());
    return made;
}

QString deploymentCsv(const Deployment& deployment)
{
    report::Table made = deploymentColumns();
    made.rows.append(csvRow(deployment));
    return csvText(std::move(made));
}

} // namespace kaptan::cli
