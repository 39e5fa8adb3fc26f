#pragma once

#include "app/kube/config/credentials.h"
#include "app/kube/config/exec_credential.h"
#include "app/kube/config/plugin_turn.h"

#include <QProcess>

namespace kaptan::kube
{

/// One run of an exec plugin: asks where it has to, waits for its turn, runs. Deleting it ends the plugin.
class PluginRun : public QObject
{
public:
    /// What comes of it; called in the run's thread.
    struct Listener {
        std::function<void(bool allowed)> asked;                   ///< somebody was asked, and said this
        std::function<void(const Result<PluginAnswer>&)> finished; ///< the end, once
    };

    /// `ask`: confirm first. All must outlive the run.
    PluginRun(const ResolvedContext& context, const ExecEnvironment& environment, bool ask, Clock& clock,
              Listener listener, QObject* parent);
    ~PluginRun() override;

    void begin(); ///< once; the listener may be called before it returns

private:
    struct Found {
        QString program;
        QString path; ///< $PATH for it
    };

    void confirm();
    void queueUp();
    void find();
    void launch(const Found& found);
    void readOutput();
    void ended(int code, QProcess::ExitStatus status);
    void fail(const QString& why);
    void end(const Result<PluginAnswer>& answer);
    void kill();

    const ResolvedContext& m_context;
    const ExecEnvironment& m_environment;
    Clock& m_clock;
    const bool m_ask;
    const Listener m_listener;
    QProcess* m_process = nullptr;
    QByteArray m_output;
    QByteArray m_complaints;
    bool m_done = false;
    std::unique_ptr<PluginTurn> m_turn;
};

/// The plugin as a file; empty where `path` (as $PATH) has none.
QString findPlugin(const QString& command, const QString& path);

} // namespace kaptan::kube
