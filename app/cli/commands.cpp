#include "app/cli/command.h"
#include "app/cli/status.h"
#include "app/cli/text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace

void Context::complain(const Error& error) const
{
    QString text = u"kaptanctl: "_s + plain(error.message()) + u'\n';
    if (!error.advice().isEmpty())
        text += plain(error.advice()) + u'\n';
    // What a program that failed to start said last; engines' words are in the sentence already.
    if (error.as<ProcessError>() && !error.details().isEmpty())
        for (const QString& line : error.details().split(u'\n'))
            text += u"  "_s + plain(line) + u'\n';
    err(text);
}

QString Command::text() const
{
    return QCoreApplication::translate("Cli", summary);
}

const QVector<Command>& commands()
{
    static const QVector<Command> all{
        {u"status"_s, QT_TRANSLATE_NOOP("Cli", "Shows the connection, the engine and its workloads."),
         describeStatus, startStatus},
    };
    return all;
}

const Command* command(const QString& word)
{
    for (const Command& one : commands())
        if (one.word == word)
            return &one;
    return nullptr;
}

void describeOutput(QCommandLineParser& parser)
{
    parser.addOption({{u"o"_s, u"output"_s},
                      //: "table" and "json" are typed as they are
                      Tr::tr("How to print: table (default) or json."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("FORMAT"),
                      u"table"_s});
}

Result<Format> formatOf(const QCommandLineParser& parser)
{
    const QString word = parser.value(u"output"_s);
    if (word == u"table"_s)
        return Format::Table;
    if (word == u"json"_s)
        return Format::Json;
    return failure(
        InvalidInput{u"--output"_s, Tr::tr("“%1” is no format").arg(word), Tr::tr("Use table or json.")});
}

void describeConnection(QCommandLineParser& parser)
{
    parser.addOption(
        {{u"c"_s, u"connection"_s},
         Tr::tr("The connection to use: its name, or an address such as unix:///run/docker.sock. "
                "Default: the one used last, or the first one found."),
         //: the name of a value in the help, in capitals
         Tr::tr("NAME|ADDRESS")});
    parser.addOption({u"context"_s, Tr::tr("The context of a kubeconfig file to use: a Kubernetes cluster."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("NAME")});
    parser.addOption({u"kubeconfig"_s,
                      Tr::tr("The kubeconfig file to read instead of $KUBECONFIG and ~/.kube/config."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("FILE")});
    parser.addOption({u"timeout"_s, Tr::tr("How long to wait for the connection (default 15)."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("SECONDS"), u"15"_s});
}

} // namespace kaptan::cli
