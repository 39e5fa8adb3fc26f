#include "app/cli/connect.h"

#include "app/core/clock.h"
#include "app/session/connections.h"
#include "app/session/engine_session.h"
#include "app/settings/settings.h"

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

Result<session::ConnectionSpec> chooseConnection(const QCommandLineParser& parser, const Context& context)
{
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
    m_session = context.connections.session(spec.id);
    if (!m_session)
        m_session = new session::EngineSession(spec, context.settings, Clock::system(), this);
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
