#include "app/cli/program.h"

#include "app/cli/text.h"
#include "app/session/connections.h"
#include "app/settings/settings.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <cstdio>

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

void writeTo(FILE* file, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    fwrite(bytes.constData(), 1, size_t(bytes.size()), file);
    fflush(file);
}

/// The options of every command.
void describeCommon(QCommandLineParser& parser)
{
    parser.addOption({{u"h"_s, u"help"_s}, Tr::tr("Shows this help.")});
    parser.addOption({{u"v"_s, u"version"_s}, Tr::tr("Shows the version.")});
    parser.addOption({u"language"_s,
                      //: "en" and "tr" are typed as they are
                      Tr::tr("The language of the output: en or tr. Default: that of the environment."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("LANGUAGE")});
}

/// The parser's own text with a usage line of ours.
QString helpOf(const Command& chosen, const QCommandLineParser& parser)
{
    const QString options = parser.helpText().section(u'\n', 1).trimmed();
    QString words = chosen.word;
    if (chosen.words)
        words += u' ' + QCoreApplication::translate("Cli", chosen.words);
    QString text = chosen.text();
    if (chosen.more)
        text += u'\n' + QCoreApplication::translate("Cli", chosen.more);
    //: %1 is a command ("status"), typed as it is
    return u"%1\n\n%2\n\n%3\n"_s.arg(Tr::tr("Usage: kaptanctl %1 [OPTIONS]").arg(words), text, options);
}

/// The command among the words, with its options described and the words read. An option's value may be
/// called as a command is ("-n status"), so that only the reading tells which word is the command.
const Command* chooseCommand(const QStringList& arguments, std::unique_ptr<QCommandLineParser>& parser,
                             bool& understood)
{
    const auto read = [&](const Command* chosen) {
        parser = std::make_unique<QCommandLineParser>();
        parser->setSingleDashWordOptionMode(QCommandLineParser::ParseAsCompactedShortOptions);
        describeCommon(*parser);
        if (chosen)
            chosen->describe(*parser);
        understood = parser->parse(arguments);
    };
    const Command* first = nullptr;
    for (const QString& argument : arguments.mid(1)) {
        const Command* candidate = command(argument);
        if (!candidate)
            continue;
        read(candidate);
        if (understood && parser->positionalArguments().value(0) == candidate->word)
            return candidate;
        first = first ? first : candidate;
    }
    read(first);
    return first;
}

} // namespace

void installLanguage(const QStringList& arguments)
{
    QString wanted = QLocale::system().uiLanguages().value(0);
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments.at(i) == u"--language"_s && i + 1 < arguments.size())
            wanted = arguments.at(i + 1);
        else if (arguments.at(i).startsWith(u"--language="_s))
            wanted = arguments.at(i).section(u'=', 1);
    }
    const bool turkish = wanted.startsWith(u"tr"_s, Qt::CaseInsensitive);
    QLocale::setDefault(turkish ? QLocale(QLocale::Turkish, QLocale::Turkey)
                                : QLocale(QLocale::English, QLocale::UnitedStates));
    const auto install = [](const QString& file, const QString& folder) {
        auto* translator = new QTranslator(QCoreApplication::instance());
        if (translator->load(file, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    install(turkish ? u"kaptan_tr"_s : u"kaptan_en"_s, u":/i18n"_s);
    if (turkish)
        install(u"qtbase_tr"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

bool paints(const QStringList& arguments)
{
    std::unique_ptr<QCommandLineParser> parser;
    bool understood = false;
    const Command* chosen = chooseCommand(arguments, parser, understood);
    return chosen && chosen->paints;
}

class Program::Private
{
public:
    QStringList arguments;
    std::unique_ptr<settings::Settings> settings;
    std::unique_ptr<session::Connections> connections;
    std::unique_ptr<Job> job; ///< last: ends before what it uses
    int interrupted = 0;      ///< the code that it ends with
};

Program::Program(QStringList arguments, QObject* parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->arguments = std::move(arguments);
}

Program::~Program() = default;

void Program::start()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (const int code = run(); code >= 0)
                Q_EMIT finished(code);
        },
        Qt::QueuedConnection);
}

void Program::interrupt(int exitCode)
{
    if (d->interrupted || !d->job || !d->job->interrupt())
        Q_EMIT finished(exitCode);
    d->interrupted = exitCode;
}

/// The exit code, or -1 where a job is under way.
int Program::run()
{
    const auto complain = [](const QString& sentence) {
        writeTo(stderr, u"kaptanctl: %1\n%2\n"_s.arg(plain(sentence), Tr::tr("Try: kaptanctl --help")));
        return int(Usage);
    };
    std::unique_ptr<QCommandLineParser> read;
    bool understood = false;
    const Command* chosen = chooseCommand(d->arguments, read, understood);
    const QCommandLineParser& parser = *read;
    if (parser.isSet(u"help"_s)) {
        writeTo(stdout, chosen ? helpOf(*chosen, parser) : help());
        return Success;
    }
    if (parser.isSet(u"version"_s)) {
        writeTo(stdout, u"kaptanctl %1\n"_s.arg(QStringLiteral(KAPTAN_VERSION)));
        return Success;
    }
    const QStringList words = parser.positionalArguments();
    if (!chosen && !words.isEmpty())
        return complain(Tr::tr("there is no command “%1”").arg(words.first()));
    if (!understood)
        return complain(parser.errorText());
    if (!chosen || words.isEmpty())
        return complain(Tr::tr("no command was given"));
    if (words.first() != chosen->word)
        return complain(Tr::tr("there is no command “%1”").arg(words.first()));
    if (words.size() > 1 && !chosen->words)
        return complain(Tr::tr("“%1” is one word too many").arg(words.at(1)));

    d->settings = std::make_unique<settings::Settings>();
    for (const QString& warning : d->settings->warnings())
        writeTo(stderr, u"kaptanctl: "_s + plain(warning) + u'\n');
    d->connections = std::make_unique<session::Connections>(*d->settings);
    const Context context{*d->settings, *d->connections, [](const QString& text) { writeTo(stdout, text); },
                          [](const QString& text) { writeTo(stderr, text); }};
    const auto started = chosen->start(parser, context, nullptr);
    if (!started) {
        context.complain(started.error());
        const auto* refused = started.error().as<NotAllowed>();
        if (refused && refused->kind != NotAllowed::Kind::Unsupported)
            return Failed;
        return started.error().as<InvalidInput>() ? Usage : NoConnection;
    }
    d->job.reset(*started);
    connect(
        d->job.get(), &Job::finished, this,
        [this](int code) { Q_EMIT finished(d->interrupted ? d->interrupted : code); }, Qt::QueuedConnection);
    return -1;
}

QString Program::help() const
{
    QVector<QStringList> words;
    for (const Command& one : commands())
        words.append({u"  "_s + one.word, one.text()});
    const QVector<QStringList> codes{
        {u"  0"_s, Tr::tr("the command was done; the state of workloads does not change this")},
        {u"  1"_s, Tr::tr("connected, but the command could not be done")},
        {u"  2"_s, Tr::tr("the words were not understood")},
        {u"  3"_s, Tr::tr("no engine or cluster was found or reached")},
        {u"  4"_s, Tr::tr("diff alone: an object or a manifest has errors")},
        {u"  130"_s, Tr::tr("interrupted (143: asked to end)")},
    };
    QVector<QStringList> options{
        {u"  -h, --help"_s, Tr::tr("Shows this help, or that of the command.")},
        {u"  -v, --version"_s, Tr::tr("Shows the version.")},
        {u"  --language "_s + Tr::tr("LANGUAGE"),
         Tr::tr("The language of the output: en or tr. Default: that of the environment.")},
    };
    return Tr::tr("Usage: kaptanctl COMMAND [OPTIONS]") + u"\n\n"_s +
           Tr::tr("Kaptan without its window: what runs on Docker, Podman and Kubernetes, for terminals and "
                  "scripts.") +
           u"\n\n"_s + Tr::tr("Commands:") + u'\n' + table(words) + u'\n' + Tr::tr("Options:") + u'\n' +
           table(options) + u'\n' + Tr::tr("Exit codes:") + u'\n' + table(codes) + u'\n' +
           Tr::tr("kaptanctl COMMAND --help shows the options of a command.") + u'\n';
}

namespace
{
int signalPipe[2] = {-1, -1};

void onSignal(int number)
{
    const int saved = errno;
    const char byte = char(number);
    if (write(signalPipe[1], &byte, 1) < 0) {
        // full: the first one is on its way already
    }
    errno = saved;
}
} // namespace

SignalWatcher::SignalWatcher(QObject* parent) : QObject(parent)
{
    if (pipe2(signalPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // signals keep their default: the program just ends
    m_notifier = std::make_unique<QSocketNotifier>(signalPipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char number = 0;
        if (read(signalPipe[0], &number, 1) == 1)
            Q_EMIT caught(number);
    });
    for (const int number : {SIGINT, SIGTERM}) {
        struct sigaction action = {};
        action.sa_handler = onSignal;
        action.sa_flags = SA_RESTART;
        sigaction(number, &action, nullptr);
    }
}

SignalWatcher::~SignalWatcher()
{
    if (!m_notifier)
        return;
    signal(SIGINT, SIG_DFL);
    signal(SIGTERM, SIG_DFL);
    m_notifier.reset();
    close(signalPipe[0]);
    close(signalPipe[1]);
}

} // namespace kaptan::cli
