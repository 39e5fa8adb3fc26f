#include "app/cli/history_job.h"

#include "app/cli/near_names.h"
#include "app/cli/text.h"
#include "app/core/when_done.h"
#include "app/history/history.h"
#include "app/history/opening.h"
#include "app/history/words.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// "KPTH", as the history marks its files.
constexpr int applicationId = 0x4b505448;
constexpr int mostNames = 10;

QString howToBegin()
{
    return Tr::tr("Kaptan makes it when it records for the first time: start kaptan and connect, or "
                  "kaptanctl record. Another file is given with --history.");
}

QString otherFile()
{
    return Tr::tr("Give the file of a history with --history, or leave that out to read Kaptan's own.");
}

QString howToHeal()
{
    return Tr::tr("Start kaptan: it keeps the damaged file under another name and saves what can still be "
                  "read of it.");
}

InvalidInput damaged(const QString& file, const QString& words)
{
    return {file, Tr::tr("it is damaged (%1)").arg(words), howToHeal()};
}

/// What the file is before anybody opens it as a database: SQLite would put files of its own beside it.
std::optional<InvalidInput> whyNone(const QString& file)
{
    const QFileInfo info(file);
    if (!info.exists())
        return InvalidInput{file, Tr::tr("there is no such file"), howToBegin()};
    if (info.isDir())
        return InvalidInput{file, Tr::tr("it is a folder"), otherFile()};
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return InvalidInput{file, Tr::tr("it cannot be read: %1").arg(opened.errorString()),
                            Tr::tr("Check the path and its permissions.")};
    const QByteArray head = opened.read(16);
    const bool isEmpty = head.isEmpty() && QFileInfo(file + u"-wal"_s).size() == 0;
    if (isEmpty)
        return InvalidInput{file, Tr::tr("it is empty"), howToBegin()};
    if (!head.isEmpty() && head != QByteArray("SQLite format 3\0", 16))
        return InvalidInput{file, Tr::tr("it is no history of Kaptan"), otherFile()};
    return std::nullopt;
}

class HistoryJob : public Job
{
public:
    HistoryJob(const Context& context, QObject* parent) : Job(parent), m_context(context) {}

    void start(const HistoryChoice& choice, HistoryWork work)
    {
        const auto answer = QtConcurrent::run([choice, work = std::move(work)]() -> Result<Answer> {
            const auto database = openHistory(choice.file);
            if (!database)
                return failure(database.error());
            const auto done = answered(**database, choice, work);
            if (done || !(*database)->sawDamage())
                return done;
            const auto* storage = done.error().as<StorageError>();
            return failure(damaged(choice.file, storage ? storage->why : QString()));
        });
        whenDone(answer, this, [this](const Result<Answer>& done) { tell(done); });
    }

private:
    static Result<Answer> answered(history::Database& database, const HistoryChoice& choice,
                                   const HistoryWork& work)
    {
        const auto connection = recordedConnection(database, choice.connection);
        if (!connection)
            return failure(connection.error());
        OpenHistory open{database, *connection};
        return work(open);
    }

    void tell(const Result<Answer>& answer)
    {
        if (!answer) {
            m_context.complain(answer.error());
            const auto* input = answer.error().as<InvalidInput>();
            Q_EMIT finished(input && input->field == u"--connection"_s ? Usage : Failed);
            return;
        }
        m_context.out(answer->out);
        if (!answer->err.isEmpty())
            m_context.err(answer->err);
        Q_EMIT finished(answer->code);
    }

    Context m_context;
};

} // namespace

void describeHistory(QCommandLineParser& parser)
{
    parser.addOption(
        {{u"c"_s, u"connection"_s},
         Tr::tr("The recorded connection to look at, by its name or id. Default: the only one, or the "
                "one used last. It is not contacted."),
         //: the name of a value in the help, in capitals
         Tr::tr("NAME")});
    parser.addOption({u"history"_s,
                      //: %1 is a path
                      Tr::tr("The history to read (default %1).").arg(history::History::defaultFile()),
                      //: the name of a value in the help, in capitals
                      Tr::tr("FILE")});
}

Result<HistoryChoice> historyOf(const QCommandLineParser& parser)
{
    HistoryChoice choice{history::History::defaultFile(), parser.value(u"connection"_s)};
    if (parser.isSet(u"history"_s))
        choice.file = parser.value(u"history"_s);
    if (choice.file.isEmpty())
        return failure(InvalidInput{u"--history"_s, Tr::tr("it is empty"), Tr::tr("Give a file.")});
    if (parser.isSet(u"connection"_s) && choice.connection.isEmpty())
        return failure(InvalidInput{u"--connection"_s, Tr::tr("it is empty"), Tr::tr("Give a name.")});
    return choice;
}

void describeShape(QCommandLineParser& parser)
{
    parser.addOption({{u"o"_s, u"output"_s},
                      //: the words are typed as they are
                      Tr::tr("How to print: table (default), json or csv. The last two have times in UTC."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("FORMAT"),
                      u"table"_s});
}

Result<Shape> shapeOf(const QCommandLineParser& parser)
{
    const QString word = parser.value(u"output"_s);
    if (word == u"table"_s)
        return Shape::Table;
    if (word == u"json"_s)
        return Shape::Json;
    if (word == u"csv"_s)
        return Shape::Csv;
    return failure(InvalidInput{u"--output"_s, Tr::tr("“%1” is no format").arg(word),
                                Tr::tr("Use table, json or csv.")});
}

Result<int> limitOf(const QCommandLineParser& parser)
{
    bool good = false;
    const int limit = parser.value(u"limit"_s).toInt(&good);
    if (!good || limit < 1 || limit > 1'000'000)
        return failure(InvalidInput{u"--limit"_s, Tr::tr("“%1” cannot be used").arg(parser.value(u"limit"_s)),
                                    Tr::tr("Use a whole number from 1 to 1000000.")});
    return limit;
}

Job* readHistory(const HistoryChoice& choice, HistoryWork work, const Context& context, QObject* parent)
{
    auto* job = new HistoryJob(context, parent);
    job->start(choice, std::move(work));
    return job;
}

Result<std::unique_ptr<history::Database>> openHistory(const QString& file)
{
    if (const auto why = whyNone(file))
        return failure(*why);
    auto opened = history::Database::open(file, history::Database::Access::Read);
    if (!opened) {
        const auto* storage = opened.error().as<StorageError>();
        const QString words = storage ? storage->why : QString();
        if (words.contains("malformed"_L1) || words.contains("not a database"_L1))
            return failure(damaged(file, words));
        return failure(opened.error());
    }
    history::Database& database = **opened;
    const auto number = [&database](const QString& sql) -> Result<int> {
        const auto value = database.value(sql);
        if (!value)
            return failure(value.error());
        return value->toInt();
    };
    const auto owner = number(u"PRAGMA application_id"_s);
    const auto version = number(u"PRAGMA user_version"_s);
    const auto tables = number(u"SELECT count(*) FROM sqlite_schema"_s);
    for (const auto* one : {&owner, &version, &tables}) {
        if (*one)
            continue;
        const auto* storage = one->error().as<StorageError>();
        if (database.sawDamage())
            return failure(damaged(file, storage ? storage->why : QString()));
        return failure(one->error());
    }
    if (*owner == 0 && *tables == 0)
        return failure(InvalidInput{file, Tr::tr("it is empty"), howToBegin()});
    if (*owner != applicationId)
        return failure(InvalidInput{file, Tr::tr("it is the database of another program"), otherFile()});
    if (*version > history::schemaSteps().size())
        return failure(InvalidInput{
            file, Tr::tr("it was written by a newer Kaptan"),
            Tr::tr("Use the kaptanctl of that version, which is beside the kaptan that wrote it.")});
    if (*version < history::schemaSteps().size())
        return failure(
            InvalidInput{file, Tr::tr("it was written by an older Kaptan"),
                         Tr::tr("Start kaptan once: it brings the file up to date, after a copy.")});
    return opened;
}

Result<history::ConnectionRecord> recordedConnection(history::Database& database, const QString& word)
{
    const auto all = history::connections(database);
    if (!all)
        return failure(all.error());
    if (word.isEmpty()) {
        const auto last =
            database.value(u"SELECT key FROM connections ORDER BY last_seen DESC, id DESC LIMIT 1"_s);
        if (!last)
            return failure(last.error());
        for (const history::ConnectionRecord& one : *all)
            if (one.key == last->toString())
                return one;
        return history::ConnectionRecord{};
    }
    QVector<history::ConnectionRecord> named;
    QStringList names, ids;
    for (const history::ConnectionRecord& one : *all) {
        if (one.key == word)
            return one;
        if (one.name == word) {
            named.append(one);
            ids << quoted(one.key);
        }
        names << one.name;
    }
    if (named.size() == 1)
        return named.first();
    if (named.size() > 1)
        return failure(InvalidInput{u"--connection"_s, Tr::tr("several are named “%1”").arg(word),
                                    //: %1 is a list of ids
                                    Tr::tr("Give the id of one: %1").arg(ids.join(u", "_s))});
    return failure(InvalidInput{u"--connection"_s,
                                Tr::tr("nothing is recorded of a connection named “%1”").arg(word),
                                namesText(word, names, mostNames)});
}

QString headText(const history::ConnectionRecord& connection, const Period& period)
{
    return table({{Tr::tr("Connection:"), plain(connection.name, 100)},
                  //: from when to when
                  {Tr::tr("Period:"), periodText(period)}});
}

QString nothingText(const history::ConnectionRecord& connection, const Period& period)
{
    if (connection.key.isEmpty())
        return Tr::tr("Nothing was recorded yet.") + u'\n';
    //: %1 is a connection's name, %2 a period
    return Tr::tr("Nothing was recorded of %1 in this period: %2")
               .arg(quoted(plain(connection.name, 100)), periodText(period)) +
           u'\n';
}

QJsonObject headJson(const history::ConnectionRecord& connection, const Period& period)
{
    const QJsonValue shown =
        connection.key.isEmpty()
            ? QJsonValue()
            : QJsonValue(QJsonObject{{u"id"_s, connection.key},
                                     {u"name"_s, connection.name},
                                     {u"platform"_s, history::wordOf(connection.platform)}});
    return {{u"connection"_s, shown}, {u"from"_s, isoText(period.from)}, {u"to"_s, isoText(period.to)}};
}

} // namespace kaptan::cli
