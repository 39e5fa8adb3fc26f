#include "app/cli/changes_output.h"
#include "app/cli/diff_output.h"
#include "app/cli/history_commands.h"
#include "app/cli/history_job.h"
#include "app/cli/near_names.h"
#include "app/cli/terminal.h"
#include "app/cli/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

constexpr auto standardSpan = u"30d";

struct ChangesChoice {
    QString workload; ///< empty: all
    Period period;
    int limit = 0;
    bool figuresOnly = false;
    qint64 shown = 0; ///< the deployment of "show ID"; 0: none
    std::optional<std::pair<int, int>> diff;
    Shape shape = Shape::Table;
};

std::optional<int> revisionOf(const QString& word)
{
    bool good = false;
    const int number = word.toInt(&good);
    return good && number >= 0 ? std::optional(number) : std::nullopt;
}

/// "--diff 3 4 WORKLOAD", in any order: the parser takes the first number, the second is among the words.
Result<void> readDiff(const QCommandLineParser& parser, QStringList words, ChangesChoice& choice)
{
    const auto wrong = [](const QString& why) {
        return failure(InvalidInput{u"--diff"_s, why,
                                    //: typed as it is, but for WORKLOAD
                                    Tr::tr("Give the workload and two revisions: kaptanctl history WORKLOAD "
                                           "--diff 3 4")});
    };
    const auto first = revisionOf(parser.value(u"diff"_s));
    if (!first)
        return wrong(Tr::tr("“%1” is no number of a revision").arg(parser.value(u"diff"_s)));
    if (words.size() != 2)
        return wrong(Tr::tr("it needs a workload and a second revision"));
    // A workload may be called as a number is; it stands first then.
    const qsizetype place = revisionOf(words.last()) ? 1 : 0;
    const auto second = revisionOf(words.at(place));
    if (!second)
        return wrong(Tr::tr("“%1” is no number of a revision").arg(words.at(1)));
    if (choice.shape != Shape::Table || choice.figuresOnly)
        return wrong(Tr::tr("it goes neither with --output nor with --statistics"));
    choice.diff = {*first, *second};
    choice.workload = words.at(1 - place);
    return {};
}

Result<ChangesChoice> choiceOf(const QCommandLineParser& parser)
{
    ChangesChoice choice;
    const auto shape = shapeOf(parser);
    if (!shape)
        return failure(shape.error());
    choice.shape = *shape;
    const auto period = periodOf(parser, QDateTime::currentDateTimeUtc(), QString::fromUtf16(standardSpan));
    if (!period)
        return failure(period.error());
    choice.period = *period;
    const auto limit = limitOf(parser);
    if (!limit)
        return failure(limit.error());
    choice.limit = *limit;
    choice.figuresOnly = parser.isSet(u"statistics"_s);
    const QStringList words = wordsOf(parser);
    if (parser.isSet(u"diff"_s)) {
        if (const auto read = readDiff(parser, words, choice); !read)
            return failure(read.error());
        return choice;
    }
    if (words.size() == 2 && words.first() == u"show"_s) {
        bool good = false;
        choice.shown = words.last().toLongLong(&good);
        if (!good || choice.shown < 1)
            return failure(InvalidInput{u"show"_s,
                                        Tr::tr("“%1” is no number of a deployment").arg(words.last()),
                                        //: typed as it is
                                        Tr::tr("kaptanctl history tells the numbers.")});
        return choice;
    }
    if (words.size() > 1)
        return failure(InvalidInput{words.at(1), Tr::tr("it is one word too many"),
                                    Tr::tr("Give one workload, or none for all.")});
    choice.workload = words.value(0);
    return choice;
}

Result<std::optional<history::Revision>> revisionOf(history::Database& database,
                                                    const history::Deployment& deployment)
{
    if (deployment.revisionId == 0)
        return std::nullopt;
    history::RecordFilter filter;
    filter.connection = deployment.subject.connection;
    filter.workload = deployment.subject.key;
    const auto all = history::revisions(database, filter);
    if (!all)
        return failure(all.error());
    for (const history::Revision& one : *all)
        if (one.id == deployment.revisionId)
            return one;
    return std::nullopt;
}

Result<Answer> showOne(OpenHistory& open, const ChangesChoice& choice)
{
    const auto found = history::deployment(open.database, choice.shown);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(InvalidInput{Tr::tr("deployment %1").arg(choice.shown),
                                    Tr::tr("there is none of this number"),
                                    Tr::tr("kaptanctl history tells the numbers.")});
    const auto revision = revisionOf(open.database, **found);
    if (!revision)
        return failure(revision.error());
    if (choice.shape == Shape::Json)
        return Answer{jsonText(deploymentJson(**found, *revision))};
    if (choice.shape == Shape::Csv)
        return Answer{deploymentCsv(**found)};
    return Answer{deploymentText(**found, *revision)};
}

Result<Answer> showDiff(OpenHistory& open, const history::Subject& workload, std::pair<int, int> numbers)
{
    history::RecordFilter filter;
    filter.connection = open.connection.key;
    filter.workload = workload.key;
    const auto all = history::revisions(open.database, filter);
    if (!all)
        return failure(all.error());
    QStringList known;
    for (const history::Revision& one : *all)
        known.prepend(QString::number(one.number));
    const auto text = [&](int number) -> Result<QString> {
        const auto one = std::find_if(all->cbegin(), all->cend(),
                                      [number](const history::Revision& r) { return r.number == number; });
        //: %1 is a workload's name, %2 a number
        const QString what = Tr::tr("%1, revision %2").arg(shownName(workload)).arg(number);
        if (one == all->cend())
            return failure(
                InvalidInput{what, Tr::tr("it was not recorded"),
                             known.isEmpty() ? QString() : Tr::tr("There are: %1").arg(known.join(u", "_s))});
        if (one->manifest.isEmpty())
            return failure(InvalidInput{what, Tr::tr("its manifest was not recorded"),
                                        Tr::tr("Compare two revisions that have one.")});
        return one->manifest;
    };
    const auto before = text(numbers.first);
    if (!before)
        return failure(before.error());
    const auto after = text(numbers.second);
    if (!after)
        return failure(after.error());
    const auto title = [&workload](int number) {
        return u"%1 revision %2"_s.arg(shownName(workload)).arg(number);
    };
    Answer made{unifiedDiff(*before, *after, title(numbers.first), title(numbers.second), coloursWanted())};
    if (made.out.isEmpty())
        made.err = Tr::tr("The two revisions have the same manifest.") + u'\n';
    return made;
}

Result<Answer> answer(OpenHistory& open, const ChangesChoice& choice)
{
    if (choice.shown > 0)
        return showOne(open, choice);
    ChangesReport report;
    report.connection = open.connection;
    report.period = choice.period;
    report.figuresOnly = choice.figuresOnly;
    history::RecordFilter filter;
    filter.connection = open.connection.key;
    if (!choice.workload.isEmpty()) {
        const auto all = recordedSubjects(open.database, open.connection.key);
        if (!all)
            return failure(all.error());
        const auto workload = findWorkload(*all, choice.workload);
        if (!workload)
            return failure(workload.error());
        if (choice.diff)
            return showDiff(open, *workload, *choice.diff);
        report.workload = *workload;
        filter.workload = workload->key;
    }
    filter.from = choice.period.from;
    filter.to = choice.period.to;
    filter.limit = choice.limit + 1; // one more says that there are more
    const auto deployments = history::deployments(open.database, filter);
    const auto scalings = history::scalingEvents(open.database, filter);
    const auto revisions = history::revisions(open.database, filter);
    const auto statistics = history::statistics(open.database, filter);
    if (!deployments)
        return failure(deployments.error());
    if (!scalings)
        return failure(scalings.error());
    if (!revisions)
        return failure(revisions.error());
    if (!statistics)
        return failure(statistics.error());
    report.statistics = *statistics;
    report.changes = merged(*deployments, *scalings, *revisions, choice.limit);
    Answer made;
    if (deployments->size() + scalings->size() + revisions->size() > choice.limit && !choice.figuresOnly)
        made.err = Tr::tr("Only the newest %n are shown; --limit shows more.", nullptr, choice.limit) + u'\n';
    const bool nothing = report.changes.isEmpty() && statistics->checks == 0;
    if (nothing)
        made.err = nothingText(open.connection, choice.period);
    if (choice.shape == Shape::Json)
        made.out = jsonText(changesJson(report));
    else if (choice.shape == Shape::Csv)
        made.out = changesCsv(report);
    else if (!nothing)
        made.out = changesTable(report);
    return made;
}

} // namespace

void describeChanges(QCommandLineParser& parser)
{
    describeHistory(parser);
    describePeriod(parser, QString::fromUtf16(standardSpan));
    parser.addOption({u"statistics"_s, Tr::tr("Shows the figures alone.")});
    parser.addOption({u"diff"_s, Tr::tr("Shows what differs between the manifests of two revisions."),
                      //: the name of two values in the help, in capitals
                      Tr::tr("NUMBER NUMBER")});
    parser.addOption({u"limit"_s, Tr::tr("At most so many, the newest ones (default %1).").arg(1000),
                      //: the name of a value in the help, in capitals
                      Tr::tr("NUMBER"), u"1000"_s});
    describeShape(parser);
}

Result<Job*> startChanges(const QCommandLineParser& parser, const Context& context, QObject* parent)
{
    const auto choice = choiceOf(parser);
    if (!choice)
        return failure(choice.error());
    const auto history = historyOf(parser);
    if (!history)
        return failure(history.error());
    return readHistory(
        *history, [choice = *choice](OpenHistory& open) { return answer(open, choice); }, context, parent);
}

} // namespace kaptan::cli
