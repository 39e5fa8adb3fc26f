#pragma once

#include "app/cli/command.h"
#include "app/session/session.h"

#include <QTimer>

namespace kaptan::kube
{
struct ResolvedContext;
}

namespace kaptan::cli
{

/// The connection that the words ask for: a name, an id, an address that need not be in the list; without
/// words the best one. An error of usage (a word that is neither), or NotAllowed where there is none at all.
Result<session::ConnectionSpec> chooseConnection(const QCommandLineParser& parser, const Context& context);

/// Whether a program that a kubeconfig names to sign in with may run: asks at the terminal; without one the
/// answer is no.
QFuture<bool> confirmPlugin(const kube::ResolvedContext& asked, const Context& console);

/// A job that opens a session first. It ends as NoConnection where the first attempt fails or takes too long.
class SessionJob : public Job
{
    Q_OBJECT
public:
    SessionJob(const session::ConnectionSpec& spec, std::chrono::seconds timeout, const Context& context,
               QObject* parent);

    void open();

protected:
    /// The session is live.
    virtual void begin() = 0;
    /// It never became live, or was lost; `error` was not yet shown.
    virtual void noConnection(const Error& error);

    session::Session& session() const { return *m_session; }

    const Context& context() const { return m_context; }

private:
    void onState();

    Context m_context;
    session::Session* m_session = nullptr;
    QTimer m_timeout;
    bool m_begun = false;
    bool m_ended = false;
};

/// Whole seconds, 1 to 3600.
Result<std::chrono::seconds> timeoutOf(const QCommandLineParser& parser);

} // namespace kaptan::cli
