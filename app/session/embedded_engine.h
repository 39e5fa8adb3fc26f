#pragma once

#include "app/session/connections.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace kaptan::session
{

/// Podman as this user's own service, for a machine on which no engine runs: "podman system service" at
/// $XDG_RUNTIME_DIR/kaptan/podman.sock. It sees the user's own containers and images (Podman's default
/// storage), with a configuration of Kaptan's own, so that it works without systemd and leaves the user's
/// configuration as it is. Lives in the main thread.
class EmbeddedEngine : public QObject
{
    Q_OBJECT
public:
    enum class State { Stopped, Starting, Running, Stopping };

    /// `dataDir` empty: the XDG place for data. Both references outlive it.
    EmbeddedEngine(Connections& connections, settings::Settings& settings, const QString& dataDir = {},
                   QObject* parent = nullptr);
    /// Stops the engine unless the settings keep it.
    ~EmbeddedEngine() override;

    State state() const;
    QString socketPath() const;
    /// Why it cannot be started on this machine (Podman is not installed), with advice; nothing where it can.
    std::optional<Error> whyUnavailable() const;

    /// Starts it and waits until it answers, at most some 20 s; ends at once where one runs already. A stale
    /// socket is replaced. The connection is in the list when the future ends.
    QFuture<Result<ConnectionSpec>> start();
    /// Ends the service; its containers go on as they are.
    QFuture<Result<void>> stop();

    /// It goes on after the program ends; kept in the settings.
    bool keepsRunning() const;
    void setKeepsRunning(bool keep);

Q_SIGNALS:
    void stateChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kaptan::session
