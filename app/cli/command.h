#pragma once

#include "app/core/result.h"

#include <QCommandLineParser>
#include <QObject>
#include <QVector>

#include <functional>

namespace kaptan::settings
{
class Settings;
}

namespace kaptan::session
{
class Connections;
}

namespace kaptan::cli
{

/// What the shell gets. Named in --help.
enum ExitCode {
    Success = 0,
    Failed = 1,       ///< connected, but the command could not be done
    Usage = 2,        ///< the words were not understood
    NoConnection = 3, ///< no engine, or it is not reached
    DiffFailed = 4,   ///< of diff, where 1 says that there are differences
    Interrupted = 130,
    Terminated = 143,
};

/// What a command works with. `out` and `err` take whole text, lines end in "\n".
struct Context {
    settings::Settings& settings;
    session::Connections& connections;
    std::function<void(const QString&)> out;
    std::function<void(const QString&)> err;

    /// The sentence of an error and what can be done about it, to err.
    void complain(const Error& error) const;
    /// The same with words before it ("deployment.apps/web: "); untrusted.
    void complain(const QString& about, const Error& error) const;
};

/// One command under way; a child of the program.
class Job : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Somebody asked it to end (Ctrl+C). True where it will say finished() soon, what is under way told;
    /// else it is broken off.
    virtual bool interrupt() { return false; }

Q_SIGNALS:
    void finished(int exitCode);
};

/// A word behind "kaptanctl", declared once in commands().
struct Command {
    QString word;
    const char* words;   ///< what stands behind it, for the usage line: "KIND [NAME...]"; null: nothing may
    const char* summary; ///< marked in the context "Cli"
    const char* more;    ///< what its help says beside the options, marked too; null: nothing
    /// Its own options, beside those of every command.
    void (*describe)(QCommandLineParser& parser);
    /// Starts it; the parser has been checked. An error is one of usage.
    Result<Job*> (*start)(const QCommandLineParser& parser, const Context& context, QObject* parent);
    bool paints = false; ///< needs a QGuiApplication, for fonts

    QString text() const; ///< translated when called
};

const QVector<Command>& commands();

/// The words behind the command's own.
QStringList wordsOf(const QCommandLineParser& parser);
const Command* command(const QString& word); ///< null where there is none

/// "table" or "json" of --output.
enum class Format { Table, Json };
void describeOutput(QCommandLineParser& parser);
Result<Format> formatOf(const QCommandLineParser& parser);

/// --connection and --timeout, of every command that talks to an engine.
void describeConnection(QCommandLineParser& parser);

} // namespace kaptan::cli
