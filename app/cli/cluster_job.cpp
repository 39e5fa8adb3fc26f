#include "app/cli/cluster_job.h"

#include "app/cli/connect.h"
#include "app/cli/text.h"
#include "app/core/clock.h"
#include "app/core/when_done.h"
#include "app/session/cluster_link.h"
#include "app/session/connections.h"
#include "app/session/kube_session.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// The marks that the operator gave to this context count however it was named: by its connection, by
/// --context, by the path of its file, or by a copy of it.
void takeMarks(session::ConnectionSpec& spec, const Context& context)
{
    const auto place = [](const session::ConnectionSpec& one) {
        return QFileInfo(one.source).canonicalFilePath();
    };
    for (const session::ConnectionSpec& one : context.connections.all()) {
        const bool same = one.id == spec.id ||
                          (one.isCluster() && ((one.context == spec.context && place(one) == place(spec)) ||
                                               (one.address == spec.address && !spec.fingerprint.isEmpty() &&
                                                one.fingerprint == spec.fingerprint)));
        spec.production |= same && one.production;
        spec.readOnly |= same && one.readOnly;
    }
}

Error noTerminal(const QString& connection)
{
    return Error(NotAllowed{NotAllowed::Kind::MissingPermission, connection,
                            Tr::tr("it is marked as production, and there is no terminal to ask at"),
                            Tr::tr("Add --yes --confirm and the connection's name.")});
}

} // namespace

void describeCluster(QCommandLineParser& parser)
{
    parser.addOption(
        {{u"c"_s, u"connection"_s},
         Tr::tr("The connection to use: its name. Default: the current context of the kubeconfig."),
         //: the name of a value in the help, in capitals
         Tr::tr("NAME")});
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
    parser.addOption({{u"n"_s, u"namespace"_s},
                      Tr::tr("The namespace. Default: that of the context."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("NAME")});
}

void describeConfirm(QCommandLineParser& parser)
{
    parser.addOption({{u"y"_s, u"yes"_s},
                      Tr::tr("Do not ask. For a connection that is marked as production, --confirm has to "
                             "name it as well.")});
    parser.addOption({u"confirm"_s, Tr::tr("The name of the connection that is marked as production."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("NAME")});
}

void describeWait(QCommandLineParser& parser, const QString& what)
{
    parser.addOption({u"wait"_s, what});
    parser.addOption({u"wait-timeout"_s, Tr::tr("How long to wait with --wait (default 300)."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("SECONDS"), u"300"_s});
}

Result<std::chrono::seconds> waitOf(const QCommandLineParser& parser)
{
    bool good = false;
    const QString word = parser.value(u"wait-timeout"_s);
    const int seconds = word.toInt(&good);
    if (!good || seconds < 1 || seconds > 86400)
        return failure(InvalidInput{u"--wait-timeout"_s, Tr::tr("“%1” cannot be used").arg(word),
                                    Tr::tr("Use whole seconds from 1 to 86400.")});
    if (parser.isSet(u"wait-timeout"_s) && !parser.isSet(u"wait"_s))
        return failure(InvalidInput{u"--wait-timeout"_s, Tr::tr("it goes with --wait"),
                                    Tr::tr("Add --wait, or leave it out.")});
    return std::chrono::seconds(seconds);
}

Result<void> checkName(const QString& field, const QString& name)
{
    if (name.isEmpty() || name == u"."_s || name == u".."_s || name.contains(u'/') || name.contains(u'%'))
        return failure(InvalidInput{field, Tr::tr("“%1” is no name of an object").arg(name),
                                    Tr::tr("A name is not empty and has no slash.")});
    return {};
}

Result<ClusterChoice> chooseCluster(const QCommandLineParser& parser, const Context& context,
                                    const QString& command, Purpose purpose)
{
    ClusterChoice choice;
    const auto timeout = timeoutOf(parser);
    if (!timeout)
        return failure(timeout.error());
    choice.timeout = *timeout;
    if (parser.isSet(u"namespace"_s)) {
        // https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names
        static const QRegularExpression label(u"\\A[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\z"_s);
        choice.nameSpace = parser.value(u"namespace"_s);
        if (!label.match(choice.nameSpace).hasMatch())
            return failure(
                InvalidInput{u"--namespace"_s, Tr::tr("“%1” is no name of a namespace").arg(choice.nameSpace),
                             Tr::tr("It has small letters, digits and hyphens, at most 63 of them.")});
    }
    const bool named =
        parser.isSet(u"connection"_s) || parser.isSet(u"context"_s) || parser.isSet(u"kubeconfig"_s);
    // A file that was named may have no current context, which is not to be guessed.
    auto spec = !named || (parser.isSet(u"kubeconfig"_s) && !parser.isSet(u"context"_s) &&
                           !parser.isSet(u"connection"_s) && !parser.value(u"kubeconfig"_s).isEmpty())
                    ? session::currentContext(
                          context.connections.surroundings(),
                          named ? QFileInfo(parser.value(u"kubeconfig"_s)).absoluteFilePath() : QString())
                    : chooseConnection(parser, context);
    if (!spec)
        return failure(spec.error());
    if (!spec->isCluster())
        return failure(
            NotAllowed{NotAllowed::Kind::Unsupported, u"kaptanctl "_s + command,
                       Tr::tr("“%1” is a container engine, not a Kubernetes cluster").arg(spec->name),
                       Tr::tr("Name a cluster with --context or --connection.")});
    if (!spec->isSupported())
        return failure(NotAllowed{NotAllowed::Kind::Unsupported, spec->name, spec->whyUnsupported});
    takeMarks(*spec, context);
    if (purpose == Purpose::Change && spec->readOnly)
        return failure(NotAllowed{NotAllowed::Kind::ReadOnly, u"kaptanctl "_s + command,
                                  Tr::tr("the connection “%1” is marked read-only").arg(spec->name)});
    if (parser.optionNames().contains(u"confirm"_s)) {
        const QString name = parser.value(u"confirm"_s);
        if (!parser.isSet(u"yes"_s))
            return failure(InvalidInput{u"--confirm"_s, Tr::tr("it goes with --yes"),
                                        Tr::tr("Give both, or leave it out to be asked.")});
        if (name != spec->name)
            return failure(InvalidInput{
                u"--confirm"_s, Tr::tr("the connection is called “%1”, not “%2”").arg(spec->name, name),
                Tr::tr("Look whether it is the one that you mean.")});
        choice.confirmed = true;
    }
    choice.spec = *spec;
    if (purpose == Purpose::Change && spec->production && !choice.confirmed && !stdinIsTerminal())
        return failure(noTerminal(spec->name));
    return choice;
}

ClusterJob::ClusterJob(ClusterChoice choice, const Context& context, QObject* parent)
    : Job(parent), m_choice(std::move(choice)), m_context(context)
{
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(m_choice.timeout);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        m_context.complain(Error(TransportError{TransportError::Kind::Timeout, m_choice.spec.address, {}}));
        noConnection();
    });
}

ClusterJob::~ClusterJob() = default;

void ClusterJob::open()
{
    m_timeout.start();
    const auto fail = [this](const Error& error) {
        if (m_ended)
            return;
        m_timeout.stop();
        m_context.complain(error);
        noConnection();
    };
    const auto& surroundings = m_context.connections.surroundings();
    whenDone(session::resolveCluster(m_choice.spec, surroundings), this,
             [this, fail](const Result<kube::ResolvedContext>& resolved) {
                 if (!resolved || m_ended)
                     return resolved ? void() : fail(resolved.error());
                 kube::ExecEnvironment environment =
                     session::execEnvironment(m_context.connections.surroundings());
                 environment.confirm = [console = m_context](const kube::ResolvedContext& asked) {
                     return confirmPlugin(asked, console);
                 };
                 m_link = std::make_unique<session::ClusterLink>(*resolved, environment, Clock::system());
                 whenDone(m_link->api().discover(), this, [this, fail](const Result<kube::Discovery>& found) {
                     if (m_ended)
                         return;
                     if (!found)
                         return fail(found.error());
                     m_timeout.stop();
                     m_discovery = std::make_shared<const kube::Discovery>(*found);
                     begin();
                 });
             });
}

kube::KubeApi& ClusterJob::api() const
{
    return m_link->api();
}

Input& ClusterJob::input()
{
    if (!m_input)
        m_input = std::make_unique<Input>();
    return *m_input;
}

QString ClusterJob::nameSpace() const
{
    return m_choice.nameSpace.isEmpty() ? m_link->nameSpace() : m_choice.nameSpace;
}

Result<kube::ApiResource> ClusterJob::kind(const QString& word) const
{
    if (const kube::ApiResource* found = m_discovery->find(word))
        return *found;
    QStringList near;
    for (const kube::ApiResource& one : m_discovery->resources)
        if (near.size() < 5 && word.size() > 2 && one.name.startsWith(word.left(3), Qt::CaseInsensitive) &&
            !near.contains(one.qualifiedName()))
            near << one.qualifiedName();
    QString fix = near.isEmpty()
                      ? Tr::tr("kaptanctl get crds lists the kinds that were added to the cluster.")
                      //: %1 are names of kinds
                      : Tr::tr("Do you mean one of these: %1?").arg(near.join(u", "_s));
    if (!m_discovery->staleGroups.isEmpty())
        //: %1 are API groups of a cluster ("metrics.k8s.io/v1beta1")
        fix += u' ' + Tr::tr("Not all kinds are known, since these do not answer: %1.")
                          .arg(m_discovery->staleGroups.join(u", "_s));
    return failure(InvalidInput{word, Tr::tr("the cluster has no such kind"), fix});
}

void ClusterJob::refused(const Error& error)
{
    m_context.complain(error);
    end(Failed);
}

void ClusterJob::allowed(const QStringList& what, std::function<void()> go)
{
    if (!m_choice.spec.production || m_choice.confirmed)
        return go();
    if (!stdinIsTerminal())
        return refused(noTerminal(m_choice.spec.name));
    constexpr qsizetype mostLines = 20;
    QString text;
    for (const QString& line : what.mid(0, mostLines))
        text += u"  "_s + plain(line, 200) + u'\n';
    if (what.size() > mostLines)
        text += u"  "_s + Tr::tr("and %n more", nullptr, int(what.size() - mostLines)) + u'\n';
    //: %1 is the name of a connection
    text += Tr::tr("“%1” is production. Type its name to go on:").arg(plain(m_choice.spec.name)) + u' ';
    m_context.err(text);
    input().readLine([this, go = std::move(go)](const QString& typed) {
        if (typed == m_choice.spec.name.trimmed())
            return go();
        refused(Error(NotAllowed{NotAllowed::Kind::MissingPermission, m_choice.spec.name,
                                 Tr::tr("its name was not typed"), Tr::tr("Nothing was changed.")}));
    });
}

void ClusterJob::end(int exitCode)
{
    if (std::exchange(m_ended, true))
        return;
    m_timeout.stop();
    Q_EMIT finished(exitCode);
}

Job* opened(ClusterJob* job)
{
    QMetaObject::invokeMethod(
        job, [job] { job->open(); }, Qt::QueuedConnection);
    return job;
}

} // namespace kaptan::cli
