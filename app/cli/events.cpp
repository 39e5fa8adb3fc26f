#include "app/cli/csv_output.h"
#include "app/cli/history_commands.h"
#include "app/cli/history_job.h"
#include "app/cli/text.h"
#include "app/history/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <limits>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

constexpr auto standardSpan = u"24h";
constexpr int objectLimit = 60;
constexpr int messageLimit = 300;

struct EventsChoice {
    history::EventFilter filter; ///< without its connection
    QString object;
    int limit = 0;
    Period period;
    Shape shape = Shape::Table;
};

QString severityText(workload::EventSeverity severity)
{
    switch (severity) {
    case workload::EventSeverity::Normal:
        //: how bad an event is
        return Tr::tr("Normal");
    case workload::EventSeverity::Warning:
        return Tr::tr("Warning");
    case workload::EventSeverity::Error:
        return Tr::tr("Error");
    }
    return {};
}

QStringList listOf(const QCommandLineParser& parser, const QString& name)
{
    QStringList words;
    for (const QString& value : parser.values(name))
        words += value.split(u',', Qt::SkipEmptyParts);
    return words;
}

Result<EventsChoice> choiceOf(const QCommandLineParser& parser)
{
    EventsChoice choice;
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
    const QString severity = parser.value(u"severity"_s);
    if (severity == u"warning"_s)
        choice.filter.least = workload::EventSeverity::Warning;
    else if (severity == u"error"_s)
        choice.filter.least = workload::EventSeverity::Error;
    else if (severity != u"normal"_s)
        return failure(InvalidInput{u"--severity"_s, Tr::tr("“%1” is no severity").arg(severity),
                                    //: the words are typed as they are
                                    Tr::tr("Use normal, warning or error.")});
    choice.object = parser.value(u"object"_s);
    choice.filter.from = period->from;
    choice.filter.to = period->to;
    choice.filter.kinds = listOf(parser, u"kind"_s);
    choice.filter.reasons = listOf(parser, u"reason"_s);
    choice.filter.text = choice.object;
    // One more than is shown says that there are more. A text is found in reasons and messages too, so that
    // only all of them tell which are the newest.
    choice.filter.limit = choice.object.isEmpty() ? choice.limit + 1 : std::numeric_limits<int>::max();
    return choice;
}

/// As they are stored: a person types "pod" where the cluster says "Pod".
void spell(QStringList& words, const QStringList& known)
{
    for (QString& word : words)
        for (const QString& one : known)
            if (one.compare(word, Qt::CaseInsensitive) == 0)
                word = one;
}

QString eventsTable(const QVector<history::StoredEvent>& events)
{
    QVector<QStringList> rows{{Tr::tr("TIME"), Tr::tr("SEVERITY"),
                               //: head of a column: whom an event is about
                               Tr::tr("OBJECT"), Tr::tr("REASON"),
                               //: head of a column: how often
                               Tr::tr("COUNT"), Tr::tr("MESSAGE")}};
    for (const history::StoredEvent& one : events) {
        const QString object = one.kind.isEmpty() ? one.object : one.kind + u'/' + one.object;
        rows.append({localText(one.lastAt), severityText(one.severity), plain(object, objectLimit),
                     plain(one.reason, objectLimit), QLocale().toString(one.count),
                     plain(one.message, messageLimit)});
    }
    return table(rows);
}

QString eventsJson(const OpenHistory& open, const Period& period, const QVector<history::StoredEvent>& events)
{
    QJsonArray list;
    for (const history::StoredEvent& one : events)
        list.append(QJsonObject{{u"id"_s, one.uid},
                                {u"firstAt"_s, isoText(one.firstAt)},
                                {u"lastAt"_s, isoText(one.lastAt)},
                                {u"count"_s, one.count},
                                {u"severity"_s, history::wordOf(one.severity)},
                                {u"kind"_s, one.kind},
                                {u"object"_s, one.object},
                                {u"reason"_s, one.reason},
                                {u"message"_s, one.message},
                                {u"source"_s, one.source},
                                {u"workload"_s, one.workload}});
    QJsonObject made = headJson(open.connection, period);
    made.insert(u"events"_s, list);
    return jsonText(made);
}

QString eventsCsv(const QVector<history::StoredEvent>& events)
{
    using report::CellType;
    report::Table made;
    made.columns = {{u"last_at"_s, CellType::Time},
                    {u"first_at"_s, CellType::Time},
                    {u"count"_s, CellType::Number},
                    {u"severity"_s},
                    {u"kind"_s},
                    {u"object"_s},
                    {u"reason"_s},
                    {u"message"_s},
                    {u"source"_s},
                    {u"workload"_s}};
    for (const history::StoredEvent& one : events)
        made.rows.append({one.lastAt, one.firstAt, double(one.count), history::wordOf(one.severity), one.kind,
                          one.object, one.reason, one.message, one.source, one.workload});
    return csvText(std::move(made));
}

Result<Answer> answer(OpenHistory& open, const EventsChoice& choice)
{
    history::EventFilter filter = choice.filter;
    filter.connection = open.connection.key;
    if (!filter.kinds.isEmpty() || !filter.reasons.isEmpty()) {
        const auto words = history::eventWords(open.database, open.connection.key);
        if (!words)
            return failure(words.error());
        spell(filter.kinds, words->kinds);
        spell(filter.reasons, words->reasons);
    }
    auto events = history::events(open.database, filter);
    if (!events)
        return failure(events.error());
    if (!choice.object.isEmpty())
        events->removeIf([&choice](const history::StoredEvent& one) {
            return !one.object.contains(choice.object, Qt::CaseInsensitive);
        });
    Answer made;
    if (events->size() > choice.limit) {
        events->resize(choice.limit);
        made.err = Tr::tr("Only the newest %n are shown; --limit shows more.", nullptr, choice.limit) + u'\n';
    }
    if (events->isEmpty()) {
        const bool any = choice.object.isEmpty() && filter.kinds.isEmpty() && filter.reasons.isEmpty() &&
                         filter.least == workload::EventSeverity::Normal;
        made.err =
            any || open.connection.key.isEmpty()
                ? nothingText(open.connection, choice.period)
                //: %1 is a period
                : Tr::tr("No such event was recorded in this period: %1").arg(periodText(choice.period)) +
                      u'\n';
    }
    if (choice.shape == Shape::Json)
        made.out = eventsJson(open, choice.period, *events);
    else if (choice.shape == Shape::Csv)
        made.out = eventsCsv(*events);
    else if (!events->isEmpty())
        made.out = headText(open.connection, choice.period) + u'\n' + eventsTable(*events);
    return made;
}

} // namespace

void describeEvents(QCommandLineParser& parser)
{
    describeHistory(parser);
    describePeriod(parser, QString::fromUtf16(standardSpan));
    parser.addOption({u"kind"_s, Tr::tr("Only of objects of these kinds: Pod,Node"),
                      //: the name of a value in the help, in capitals
                      Tr::tr("KIND")});
    parser.addOption({u"reason"_s, Tr::tr("Only with these reasons: BackOff,FailedMount"),
                      //: the name of a value in the help, in capitals
                      Tr::tr("REASON")});
    parser.addOption({u"object"_s, Tr::tr("Only of objects with this text in their names."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("TEXT")});
    parser.addOption({u"severity"_s,
                      //: the words are typed as they are
                      Tr::tr("At least so bad: normal (default), warning or error."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("SEVERITY"), u"normal"_s});
    parser.addOption({u"limit"_s, Tr::tr("At most so many, the newest ones (default %1).").arg(1000),
                      //: the name of a value in the help, in capitals
                      Tr::tr("NUMBER"), u"1000"_s});
    describeShape(parser);
}

Result<Job*> startEvents(const QCommandLineParser& parser, const Context& context, QObject* parent)
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
