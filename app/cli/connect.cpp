#include "app/cli/connect.h"

#include "app/cli/text.h"
#include "app/core/clock.h"
#include "app/session/command_text.h"
#include "app/session/connections.h"
#include "app/session/engine_session.h"
#include "app/session/kube_session.h"
#include "app/settings/settings.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <iostream>
#include <string>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// The context that --context and --kubeconfig name.
Result<session::ConnectionSpec> chooseContext(const QCommandLineParser& parser, const Context& context)
{
    if (parser.isSet(u"connection"_s))
        return failure(InvalidInput{u"--connection"_s,
                                    Tr::tr("it does not go with --context and --kubeconfig"),
                                    Tr::tr("Give one of them.")});
    QString file = parser.value(u"kubeconfig"_s);
    if (parser.isSet(u"kubeconfig"_s) && file.isEmpty())
        return failure(InvalidInput{u"--kubeconfig"_s, Tr::tr("it is empty"), Tr::tr("Give a file.")});
    if (!file.isEmpty())
        file = QFileInfo(file).absoluteFilePath();
    const session::Discovery found = session::discoverContexts(context.connections.surroundings(), file);
    if (found.found.isEmpty())
        return failure(InvalidInput{u"--kubeconfig"_s,
                                    found.notes.isEmpty()
                                        ? Tr::tr("no kubeconfig file defines a context")
                                        : found.notes.first().where + u": "_s + found.notes.first().why,
                                    QString()});
    if (!parser.isSet(u"context"_s))
        return found.found.first(); // the current one
    const QString word = parser.value(u"context"_s);
    QStringList names;
    for (const session::ConnectionSpec& one : found.found) {
        if (one.context == word)
            return one;
        names << u"“%1”"_s.arg(one.context);
    }
    return failure(InvalidInput{u"--context"_s, Tr::tr("there is no context named “%1”").arg(word),
                                Tr::tr("There are: %1").arg(names.join(u", "_s))});
}

/// Everything that decides what would run, one thing a line.
QString pluginQuestion(const kube::ResolvedContext& context)
{
    const kube::ExecPlugin plugin = context.user.exec.value_or(kube::ExecPlugin());
    const auto lines = [](const QString& heading, const QStringList& words) {
        return words.isEmpty() ? QString() : heading + u"\n  "_s + words.join(u"\n  "_s) + u'\n';
    };
    QStringList arguments;
    for (const QString& one : plugin.args)
        arguments << session::shownWord(one);
    //: %1 a path of a file
    return plain(Tr::tr("%1 wants to run this program:").arg(context.user.place.file)) + u"\n  "_s +
           session::shownWord(plugin.command) + u'\n' + lines(Tr::tr("with these arguments:"), arguments) +
           //: variables of the environment; of some the name alone
           lines(Tr::tr("and these variables:"), session::shownVariables(plugin.env)) + Tr::tr("Run it?") +
           //: the answers are typed as they are
           u' ' + Tr::tr("[y/N]") + u' ';
}

} // namespace

QFuture<bool> confirmPlugin(const kube::ResolvedContext& context, const Context& console)
{
    QPromise<bool> promise;
    promise.start();
    bool allowed = false;
    if (isatty(STDIN_FILENO)) {
        console.err(pluginQuestion(context));
        std::string line;
        std::getline(std::cin, line);
        allowed = line == "y" || line == "Y" || line == "e" || line == "E"; // "evet"
    }
    promise.addResult(allowed);
    promise.finish();
    return promise.future();
}

Result<session::ConnectionSpec> chooseConnection(const QCommandLineParser& parser, const Context& context)
{
    if (parser.isSet(u"context"_s) || parser.isSet(u"kubeconfig"_s))
        return chooseContext(parser, context);
    if (!parser.isSet(u"connection"_s)) {
        if (const auto best = context.connections.best())
            return *best;
        return failure(NotAllowed{NotAllowed::Kind::Unsupported, Tr::tr("connecting"),
                                  Tr::tr("no engine was found on this machine"),
                                  Tr::tr("Start one (sudo systemctl start docker, or systemctl --user start "
                                         "podman.socket), or start kaptan, which can run one of its own.")});
    }
    const QString word = parser.value(u"connection"_s);
    if (const auto found = context.connections.findByWord(word))
        return *found;
    session::ConnectionSpec spec;
    spec.id = session::idOfAddress(word);
    spec.name = word;
    spec.address = word;
    spec.source = u"--connection"_s;
    if (const auto endpoint = session::endpointOf(spec); !endpoint) {
        if (word.contains(u'/') || word.contains(u':'))
            return failure(endpoint.error());
        QStringList names;
        for (const session::ConnectionSpec& one : context.connections.all())
            names << u"“%1”"_s.arg(one.name);
        return failure(
            InvalidInput{u"--connection"_s, Tr::tr("there is no connection named “%1”").arg(word),
                         names.isEmpty() ? QString() : Tr::tr("There are: %1").arg(names.join(u", "_s))});
    }
    return spec;
}

Result<std::chrono::seconds> timeoutOf(const QCommandLineParser& parser)
{
    bool good = false;
    const int seconds = parser.value(u"timeout"_s).toInt(&good);
    if (!good || seconds < 1 || seconds > 3600)
        return failure(InvalidInput{u"--timeout"_s,
                                    Tr::tr("“%1” cannot be used").arg(parser.value(u"timeout"_s)),
                                    Tr::tr("Use whole seconds from 1 to 3600.")});
    return std::chrono::seconds(seconds);
}

SessionJob::SessionJob(const session::ConnectionSpec& spec, std::chrono::seconds timeout,
                       const Context& context, QObject* parent)
    : Job(parent), m_context(context)
{
    // Of the same place only: a file that was named may have a context of the same name.
    if (const auto listed = context.connections.find(spec.id);
        listed && listed->kubeconfig == spec.kubeconfig)
        m_session = context.connections.session(spec.id);
    if (!m_session)
        m_session = session::makeSession(spec, context.settings, context.connections.surroundings(),
                                         Clock::system(), this);
    if (auto* cluster = qobject_cast<session::KubeSession*>(m_session))
        cluster->setConfirm([console = m_context](const kube::ResolvedContext& asked) {
            return confirmPlugin(asked, console);
        });
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(timeout);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        m_ended = true;
        const auto state = m_session->state();
        noConnection(state.error.value_or(
            Error(TransportError{TransportError::Kind::Timeout, m_session->spec().address, {}})));
    });
    connect(m_session, &session::Session::stateChanged, this, &SessionJob::onState);
}

void SessionJob::open()
{
    m_timeout.start();
    m_session->open();
}

void SessionJob::onState()
{
    const auto state = m_session->state();
    if (m_ended)
        return;
    if (state.phase == session::Phase::Live && !m_begun) {
        m_begun = true;
        m_timeout.stop();
        begin();
    } else if (state.error && state.phase != session::Phase::Live && state.phase != session::Phase::Idle) {
        m_ended = true;
        m_timeout.stop();
        noConnection(*state.error);
    }
}

void SessionJob::noConnection(const Error& error)
{
    m_context.complain(error);
    Q_EMIT finished(NoConnection);
}

} // namespace kaptan::cli
