#pragma once

#include "app/core/clock.h"
#include "app/session/discovery.h"
#include "app/session/session.h"

#include <QObject>

#include <functional>
#include <memory>

namespace kaptan::settings
{
class Settings;
}

namespace kaptan::session
{

/// What a test of a connection found.
struct TestReport {
    workload::Platform platform = workload::Platform::Docker;
    QString versionText; ///< "Docker 20.10.24", untrusted
    QString apiVersion;  ///< negotiated, "1.41"
    qint64 latencyMs = 0;
    QStringList limits; ///< what this engine cannot do or does otherwise, a translated sentence each
};

/// A program that a kubeconfig names to sign in with.
struct CommandQuestion {
    QString connection; ///< its name; all of it is untrusted
    QString file;       ///< that names it
    QString command;
    QStringList arguments;
    /// As shownVariables() has them: "LD_PRELOAD=/tmp/x.so", but "TOKEN" without its value.
    QStringList variables;
};

/// Called in any thread; false where it may not run.
using CommandConfirm = std::function<QFuture<bool>(const CommandQuestion& question)>;

/// The list of connections: found ones by precedence, then the added ones. Makes sessions on demand. Lives in
/// the main thread.
class Connections : public QObject
{
    Q_OBJECT
public:
    /// Looks around before it returns; contacts nothing. The settings outlive it.
    explicit Connections(settings::Settings& settings, Surroundings surroundings = Surroundings::system(),
                         Clock& clock = Clock::system(), QObject* parent = nullptr);
    ~Connections() override;

    const QVector<ConnectionSpec>& all() const;
    std::optional<ConnectionSpec> find(const QString& id) const;
    /// By id, exact name or address, in this order; for words typed by a person.
    std::optional<ConnectionSpec> findByWord(const QString& word) const;
    /// Files that could not be used.
    QVector<DiscoveryNote> notes() const;
    const Surroundings& surroundings() const;

    /// Looks again (a socket appeared, the language changed).
    void refresh();

    /// Checks the address (net::Endpoint), the name (not empty, not taken by another) and the TLS files, and
    /// keeps it. The spec's id and origin are given here.
    Result<ConnectionSpec> add(ConnectionSpec spec);
    /// An added one; found ones keep everything but their marks. Another address or other TLS files end its
    /// session as remove() does; session() makes the new one.
    Result<void> edit(const ConnectionSpec& spec);
    /// Reads the contexts of one more kubeconfig file from now on, beside kubectl's own places. How many
    /// contexts it has; InvalidInput where it has none, cannot be read or is read already.
    Result<int> addKubeconfig(const QString& path);
    /// Forgets the file with all its contexts; it stays as it is.
    void removeKubeconfig(const QString& path);
    QStringList kubeconfigFiles() const; ///< the added ones

    /// Who is asked before a program runs that a kubeconfig outside of kubectl's own places names. Before the
    /// first session is made; without it such programs are not run.
    void setCommandConfirm(CommandConfirm confirm);

    /// An added one. Its session is closed and deleted later.
    Result<void> remove(const QString& id);
    /// Production and read-only, of added and found ones alike; a session that is open heeds them at once.
    Result<void> setMarks(const QString& id, bool production, bool readOnly);
    /// Of a cluster whose namespaces this user may not list: those to look at. Its session begins anew.
    Result<void> setNameSpaces(const QString& id, const QStringList& nameSpaces);
    /// What add() and edit() check, for a form while it is filled in.
    Result<void> check(const ConnectionSpec& spec) const;

    /// Contacts it once, without a session: version, latency, limits. Takes at most a few seconds.
    QFuture<Result<TestReport>> test(const ConnectionSpec& spec);

    /// The one session of this connection, made when first asked for, not opened. Owned here, lives until
    /// the connection is removed. Null for an unknown id and for one that is not supported.
    Session* session(const QString& id);
    /// One session of all of these that are supported, made when first asked for, not opened (see
    /// JointSession); the plain one where only one is, null where none is. Owned here, ends with the first of
    /// its members: aboutToRemove() tells its id before.
    Session* joint(const QStringList& ids);
    /// Those made so far, joint ones not among them.
    QVector<Session*> sessions() const;

    /// The one to connect to at start: the last one used if it is still there, else the first usable one
    /// whose socket exists.
    std::optional<ConnectionSpec> best() const;
    /// Remembers it as the last one used.
    void setLastUsed(const QString& id);

Q_SIGNALS:
    void changed();
    /// Let go of its session now: it was removed, or its address changed. Also told of the id of a joint
    /// session.
    void aboutToRemove(const QString& id);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kaptan::session
