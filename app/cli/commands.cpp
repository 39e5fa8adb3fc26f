#include "app/cli/cluster_commands.h"
#include "app/cli/command.h"
#include "app/cli/history_commands.h"
#include "app/cli/record.h"
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
    complain(QString(), error);
}

void Context::complain(const QString& about, const Error& error) const
{
    QString text = u"kaptanctl: "_s + plain(about) + plain(error.message()) + u'\n';
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
        {u"status"_s, nullptr,
         QT_TRANSLATE_NOOP("Cli", "Shows the connection, the engine and its workloads."), nullptr,
         describeStatus, startStatus},
        {u"get"_s,
         //: behind "kaptanctl get" in a usage line
         QT_TRANSLATE_NOOP("Cli", "KIND[,KIND...] [NAME...] | KIND/NAME..."),
         QT_TRANSLATE_NOOP("Cli", "Lists objects of a cluster, or shows those that are named."),
         QT_TRANSLATE_NOOP("Cli", "KIND is a kind, its plural or its short name: Deployment, deployments, "
                                  "deploy, deployments.apps. Values of Secrets are hidden in JSON and YAML."),
         describeGet, startGet},
        {u"apply"_s,
         //: behind "kaptanctl apply" in a usage line
         QT_TRANSLATE_NOOP("Cli", "-f FILE|FOLDER|URL|- ..."),
         QT_TRANSLATE_NOOP("Cli", "Applies manifests to a cluster, in the order of their dependencies."),
         QT_TRANSLATE_NOOP("Cli", "The server merges (server-side apply, field manager “kaptan”). A field "
                                  "that somebody else manages is a conflict and stays as it is. Nothing is "
                                  "sent where a manifest has errors. Exit code 1: an object failed."),
         describeApply, startApply},
        {u"diff"_s,
         //: behind "kaptanctl diff" in a usage line
         QT_TRANSLATE_NOOP("Cli", "-f FILE|FOLDER|URL|- ..."),
         QT_TRANSLATE_NOOP("Cli", "Shows what apply would change; changes nothing."),
         QT_TRANSLATE_NOOP("Cli", "Exit codes as those of kubectl diff: 0 no differences, 1 differences, "
                                  "above 1 an error (4: an object or a manifest)."),
         describeDiff, startDiff},
        {u"delete"_s,
         //: behind "kaptanctl delete" in a usage line
         QT_TRANSLATE_NOOP("Cli", "KIND NAME... | KIND/NAME... | -f FILE..."),
         QT_TRANSLATE_NOOP("Cli", "Deletes objects of a cluster."),
         QT_TRANSLATE_NOOP("Cli", "Exit code 1: an object was not there, could not be deleted, or with "
                                  "--wait is still there."),
         describeDelete, startDelete},
        {u"restart"_s,
         //: behind "kaptanctl restart" in a usage line
         QT_TRANSLATE_NOOP("Cli", "KIND/NAME..."),
         QT_TRANSLATE_NOOP("Cli", "Rolls a Deployment, StatefulSet or DaemonSet out again."), nullptr,
         describeRestart, startRestart},
        {u"drain"_s,
         //: behind "kaptanctl drain" in a usage line
         QT_TRANSLATE_NOOP("Cli", "NODE"),
         QT_TRANSLATE_NOOP("Cli", "Closes a node to new pods and evicts those that are on it."),
         QT_TRANSLATE_NOOP("Cli", "Disruption budgets are respected: what one protects is asked for again "
                                  "until it may go. The node stays closed; uncordon opens it again."),
         describeDrain, startDrain},
        {u"cordon"_s,
         //: behind "kaptanctl cordon" in a usage line
         QT_TRANSLATE_NOOP("Cli", "NODE..."), QT_TRANSLATE_NOOP("Cli", "Keeps new pods away from a node."),
         nullptr, describeCordon, startCordon},
        {u"uncordon"_s, QT_TRANSLATE_NOOP("Cli", "NODE..."),
         QT_TRANSLATE_NOOP("Cli", "Lets new pods come to a node again."), nullptr, describeCordon,
         startUncordon},
        {u"metrics"_s,
         //: behind "kaptanctl metrics" in a usage line
         QT_TRANSLATE_NOOP("Cli", "[WORKLOAD|node/NAME ...]"),
         QT_TRANSLATE_NOOP("Cli", "Shows what was measured of workloads and nodes."),
         QT_TRANSLATE_NOOP("Cli", "It reads the history alone; nothing is contacted. The table has mean, "
                                  "smallest, largest and last value; json and csv have every point, and none "
                                  "where nothing was measured."),
         describeMetrics, startMetrics},
        {u"events"_s, nullptr, QT_TRANSLATE_NOOP("Cli", "Shows the events that were recorded, newest first."),
         QT_TRANSLATE_NOOP("Cli", "It reads the history alone; nothing is contacted."), describeEvents,
         startEvents},
        {u"history"_s,
         //: behind "kaptanctl history" in a usage line; "show" and "--diff" are typed as they are
         QT_TRANSLATE_NOOP("Cli", "[WORKLOAD] | show DEPLOYMENT | WORKLOAD --diff REVISION REVISION"),
         QT_TRANSLATE_NOOP("Cli", "Shows who changed what and when, with figures."),
         QT_TRANSLATE_NOOP("Cli", "Deployments, scalings and revisions, newest first. It reads the history "
                                  "alone; nothing is contacted."),
         describeChanges, startChanges},
        {u"report"_s, nullptr, QT_TRANSLATE_NOOP("Cli", "Writes a report of a period as PDF and CSV."),
         QT_TRANSLATE_NOOP("Cli",
                           "It reads the history alone; nothing is contacted. The paths of the files are "
                           "printed, a line each."),
         describeReport, startReport, true},
        {u"record"_s, nullptr,
         QT_TRANSLATE_NOOP("Cli", "Records connections into the history until it is told to end."),
         QT_TRANSLATE_NOOP("Cli",
                           "The same that the window does for what it shows: samples, events, scalings and "
                           "deployments. One Kaptan at a time records a connection. As a service: systemctl "
                           "--user enable --now kaptan-record."),
         describeRecord, startRecord},
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

QStringList wordsOf(const QCommandLineParser& parser)
{
    return parser.positionalArguments().mid(1);
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
