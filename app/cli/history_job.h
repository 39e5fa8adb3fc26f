#pragma once

#include "app/cli/command.h"
#include "app/cli/period.h"
#include "app/history/queries.h"

#include <functional>
#include <memory>

namespace kaptan::cli
{

/// Which history, and of it which connection.
struct HistoryChoice {
    QString file;
    QString connection; ///< its name or id; empty: the one used last
};

/// --history and --connection, of every command that reads what was recorded.
void describeHistory(QCommandLineParser& parser);
Result<HistoryChoice> historyOf(const QCommandLineParser& parser);

/// "table", "json" or "csv" of --output.
enum class Shape { Table, Json, Csv };
void describeShape(QCommandLineParser& parser);
Result<Shape> shapeOf(const QCommandLineParser& parser);
/// Whole, from 1 on.
Result<int> limitOf(const QCommandLineParser& parser);

/// The history as it was found. No connection is contacted, and the file is never made or changed.
struct OpenHistory {
    history::Database& database;
    history::ConnectionRecord connection; ///< no key: none was recorded yet
};

/// What a command has to say at its end.
struct Answer {
    QString out;
    QString err = {};
    ExitCode code = Success;
};

using HistoryWork = std::function<Result<Answer>(OpenHistory&)>;

/// Reads in a thread of its own, so that Ctrl+C ends the program at once; `work` runs there. Its error is
/// told, and ends the command as Failed; an unknown --connection as Usage.
Job* readHistory(const HistoryChoice& choice, HistoryWork work, const Context& context, QObject* parent);

/// Open for reading. The errors say what the file is instead of a history of this version of Kaptan.
Result<std::unique_ptr<history::Database>> openHistory(const QString& file);
/// By name or id; without a word the only one, or the one used last. Without a key where there is none.
Result<history::ConnectionRecord> recordedConnection(history::Database& database, const QString& word);

/// "Connection:" and "Period:", the first lines of a table.
QString headText(const history::ConnectionRecord& connection, const Period& period);
/// What is said, beside the output, where the period holds nothing.
QString nothingText(const history::ConnectionRecord& connection, const Period& period);
/// {"connection", "from", "to"}, what the JSON of these commands begins with.
QJsonObject headJson(const history::ConnectionRecord& connection, const Period& period);

} // namespace kaptan::cli
