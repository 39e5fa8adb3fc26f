#pragma once

#include "app/cli/command.h"
#include "app/cli/terminal.h"
#include "app/kube/api/kube_api.h"
#include "app/session/session.h"

#include <QTimer>

#include <memory>

namespace kaptan::session
{
class ClusterLink;
}

namespace kaptan::cli
{

/// What the words say about the cluster and how it may be changed.
struct ClusterChoice {
    session::ConnectionSpec spec;
    std::chrono::seconds timeout{15}; ///< of connecting
    QString nameSpace;                ///< of -n; empty: the context's own
    bool confirmed = false;           ///< --yes and --confirm with the connection's name
};

/// --connection, --context, --kubeconfig, --timeout and --namespace.
void describeCluster(QCommandLineParser& parser);
/// --yes and --confirm, of commands that change something.
void describeConfirm(QCommandLineParser& parser);

/// Whether the command changes something on the cluster: the marks of the connection count then.
enum class Purpose { Read, Change };

/// The cluster that the words name; without any the current context of the kubeconfig, as kubectl has it.
/// NotAllowed for an engine, and for a change of what is marked read-only.
Result<ClusterChoice> chooseCluster(const QCommandLineParser& parser, const Context& context,
                                    const QString& command, Purpose purpose);

/// A name as it may stand in a path; `field` is the word it comes from.
Result<void> checkName(const QString& field, const QString& name);

/// A job on a cluster. It connects, asks for the kinds, and begins.
class ClusterJob : public Job
{
    Q_OBJECT
public:
    ClusterJob(ClusterChoice choice, const Context& context, QObject* parent);
    ~ClusterJob() override;

    virtual void open();

protected:
    /// The kinds are known.
    virtual void begin() = 0;

    /// Exit code where it is not reached; `error` was shown.
    virtual void noConnection() { end(NoConnection); }

    kube::KubeApi& api() const;

    const std::shared_ptr<const kube::Discovery>& discovery() const { return m_discovery; }

    const Context& context() const { return m_context; }

    const ClusterChoice& choice() const { return m_choice; }

    Input& input();

    /// Of -n, else the context's own.
    QString nameSpace() const;
    /// By plural, short name, kind or qualified name; an error that says what to do.
    Result<kube::ApiResource> kind(const QString& word) const;

    /// Calls `go` at once, or for a connection that is marked as production once its name was typed. `what`
    /// is to be done, a line each. Else it ends as Failed.
    void allowed(const QStringList& what, std::function<void()> go);

    void end(int exitCode);

    bool hasEnded() const { return m_ended; }

private:
    void refused(const Error& error);

    ClusterChoice m_choice;
    Context m_context;
    std::unique_ptr<session::ClusterLink> m_link;
    std::shared_ptr<const kube::Discovery> m_discovery;
    std::unique_ptr<Input> m_input;
    QTimer m_timeout;
    bool m_ended = false;
};

/// Starts it from the event loop.
Job* opened(ClusterJob* job);

/// --wait-timeout: whole seconds, 1 to 86400.
void describeWait(QCommandLineParser& parser, const QString& what);
Result<std::chrono::seconds> waitOf(const QCommandLineParser& parser);

} // namespace kaptan::cli
