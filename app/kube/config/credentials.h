#pragma once

#include "app/core/clock.h"
#include "app/core/result.h"
#include "app/kube/config/kubeconfig.h"
#include "app/net/http.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>

/// From a context of a kubeconfig to what goes on the wire.
namespace kaptan::kube
{

/// What a request carries to say who asks. Secret; never logged.
struct Identity {
    net::Headers headers; ///< Authorization and Impersonate-*
    QByteArray clientCertPem, clientKeyPem;
    QDateTime expires; ///< UTC; invalid: never

    bool operator==(const Identity&) const = default;
};

/// Gives the identity of one user, fresh. Lives in the session's thread.
class Credentials : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// From memory while it is fresh; reads token files again each minute, runs the plugin where its answer
    /// has expired (or is about to). Callers at the same time share one run.
    virtual QFuture<Result<Identity>> identity() = 0;
    /// The server answered 401 to this identity: it counts no more. One that has replaced it meanwhile stays.
    virtual void reject(const Identity& refused) = 0;

    /// The user himself tries again: what was refused may be asked again, and what failed is tried at once.
    virtual void retry() {}
};

/// Everything that one context says, ready to connect.
struct ResolvedContext {
    QString name;
    NamedContext context;
    NamedCluster cluster;
    NamedUser user;         ///< empty name: anonymous
    net::Endpoint endpoint; ///< URL, authorities, TLS server name, proxy; without client certificate
    /// A plugin would run and the file is none of kubectl's own places: ask first.
    bool asksBeforeExec = false;
};

/// Puts a context together: reads the authority file, decides the proxy (proxy-url, else HTTPS_PROXY and its
/// kin with NO_PROXY as Go reads them). InvalidInput naming file and field where something is missing or
/// wrong. Blocks on the disk: for a worker.
Result<ResolvedContext> resolveContext(const Kubeconfig& config, const QString& contextName,
                                       const QHash<QString, QString>& environment);

/// How exec plugins are run; injected for tests.
struct ExecEnvironment {
    QHash<QString, QString> environment;
    /// PATH of the user's login shell, asked for once: a GUI started from the desktop lacks it.
    std::function<QString()> loginShellPath;
    std::chrono::milliseconds timeout{60000};
    /// Asked before the first run of a plugin of a file that is none of kubectl's own; empty: refuse.
    std::function<QFuture<bool>(const ResolvedContext&)> confirm;
};

/// Certificates, tokens, token files, basic, exec plugins (ExecCredential v1 and v1beta1), impersonation. A
/// plugin that failed is not run again for 15 s, then for 30 s and so on up to 5 minutes: its error answers
/// meanwhile, since many ask and it may open a browser each time. So does a "no" until retry().
std::unique_ptr<Credentials> makeCredentials(const ResolvedContext& context, ExecEnvironment environment,
                                             Clock& clock = Clock::system());

} // namespace kaptan::kube
