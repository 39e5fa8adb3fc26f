#include "app/kube/config/plugin_run.h"

#include "app/core/when_done.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QStandardPaths>
#include <QtConcurrent/QtConcurrentRun>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeCredentials)
};

constexpr qsizetype mostOutput = 1024 * 1024;
constexpr qsizetype mostComplaints = 4096;

QString running(const ResolvedContext& context)
{
    //: %1 is a program; stands in "... is not possible here: you did not allow it"
    return Tr::tr("Running %1").arg(context.user.exec->command);
}

} // namespace

QString findPlugin(const QString& command, const QString& path)
{
    if (command.contains(u'/')) {
        const QFileInfo info(command);
        return info.isFile() && info.isExecutable() ? info.absoluteFilePath() : QString();
    }
    // An empty list would stand for the PATH of this process.
    const QStringList folders = path.split(u':', Qt::SkipEmptyParts);
    return folders.isEmpty() ? QString() : QStandardPaths::findExecutable(command, folders);
}

PluginRun::PluginRun(const ResolvedContext& context, const ExecEnvironment& environment, bool ask,
                     Clock& clock, Listener listener, QObject* parent)
    : QObject(parent), m_context(context), m_environment(environment), m_clock(clock), m_ask(ask),
      m_listener(std::move(listener))
{
}

PluginRun::~PluginRun()
{
    if (!m_process || m_process->state() == QProcess::NotRunning)
        return;
    // Its own destructor would wait for the program to be gone.
    m_process->disconnect(this);
    kill();
    m_process->setParent(nullptr);
    connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
    connect(m_process, &QProcess::errorOccurred, m_process, &QObject::deleteLater);
}

void PluginRun::begin()
{
    if (m_ask)
        confirm();
    else
        queueUp();
}

/// After the question: one that nobody answers must not keep other clusters from signing in.
void PluginRun::queueUp()
{
    m_turn = std::make_unique<PluginTurn>(this, [this] { find(); });
}

void PluginRun::confirm()
{
    if (!m_environment.confirm) {
        end(failure(
            NotAllowed{NotAllowed::Kind::MissingPermission, running(m_context),
                       Tr::tr("it is named by a file that is none of kubectl’s own, and nobody can be asked"),
                       Tr::tr("Name the file in KUBECONFIG, or open the connection in the window.")}));
        return;
    }
    auto* watcher = new QFutureWatcher<bool>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        const bool answered = watcher->future().resultCount() > 0;
        const bool allowed = answered && watcher->future().result();
        if (answered)
            m_listener.asked(allowed);
        if (allowed)
            queueUp();
        else
            end(answered ? failure(NotAllowed{NotAllowed::Kind::MissingPermission, running(m_context),
                                              Tr::tr("you did not allow it"),
                                              Tr::tr("Connect again and allow it, or use a token.")})
                         : failure(Cancelled{}));
    });
    watcher->setFuture(m_environment.confirm(m_context));
}

void PluginRun::find()
{
    const auto search = [command = m_context.user.exec->command, shellPath = m_environment.loginShellPath,
                         path = m_environment.environment.value(u"PATH"_s)]() -> Result<Found> {
        Found found{findPlugin(command, path), path};
        // The plugin may start others by name, so it gets the whole.
        if (shellPath) {
            const QStringList known = path.split(u':', Qt::SkipEmptyParts);
            QStringList all = known;
            for (const QString& folder : shellPath().split(u':', Qt::SkipEmptyParts)) {
                if (!all.contains(folder))
                    all << folder;
            }
            found.path = all.join(u':');
            if (found.program.isEmpty())
                found.program = findPlugin(command, found.path);
        }
        return found;
    };
    whenDone(QtConcurrent::run(search), this, [this](const Result<Found>& found) {
        if (!found)
            end(failure(found.error()));
        else if (found->program.isEmpty())
            fail(Tr::tr("there is no such program"));
        else
            launch(*found);
    });
}

void PluginRun::launch(const Found& found)
{
    const ExecPlugin& plugin = *m_context.user.exec;
    QProcessEnvironment variables;
    for (auto it = m_environment.environment.begin(); it != m_environment.environment.end(); ++it)
        variables.insert(it.key(), it.value());
    variables.insert(u"PATH"_s, found.path);
    for (const auto& [name, value] : plugin.env)
        variables.insert(name, value);
    variables.insert(u"KUBERNETES_EXEC_INFO"_s,
                     QString::fromUtf8(execInfo(plugin, m_context.cluster, m_context.endpoint.caPem)));
    m_process = new QProcess(this);
    m_process->setProcessEnvironment(variables);
    m_process->setStandardInputFile(QProcess::nullDevice());
    // A group of its own, so that what it starts ends with it.
    m_process->setChildProcessModifier([] { setpgid(0, 0); });
    connect(m_process, &QProcess::readyReadStandardOutput, this, &PluginRun::readOutput);
    connect(m_process, &QProcess::readyReadStandardError, this, [this] {
        m_complaints = (m_complaints + m_process->readAllStandardError()).right(mostComplaints);
    });
    connect(m_process, &QProcess::finished, this, &PluginRun::ended);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(Tr::tr("it cannot be started: %1").arg(m_process->errorString()));
    });
    m_clock.callLater(m_environment.timeout, this, [this] {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_environment.timeout).count();
        fail(Tr::tr("it gave no answer within %1 s").arg(seconds));
    });
    m_process->start(found.program, plugin.args);
}

void PluginRun::readOutput()
{
    m_output += m_process->readAllStandardOutput();
    if (m_output.size() > mostOutput)
        fail(Tr::tr("its output is larger than 1 MiB"));
}

void PluginRun::ended(int code, QProcess::ExitStatus status)
{
    if (m_done)
        return;
    m_complaints = (m_complaints + m_process->readAllStandardError()).right(mostComplaints);
    readOutput();
    if (m_done)
        return;
    if (status == QProcess::CrashExit)
        fail(Tr::tr("a signal ended it"));
    else if (code != 0)
        fail(Tr::tr("it ended with code %1").arg(code));
    else
        end(readExecCredential(m_output, *m_context.user.exec));
}

void PluginRun::fail(const QString& why)
{
    if (m_done)
        return;
    QString fix = m_context.user.exec->installHint.trimmed();
    if (fix.isEmpty())
        fix = Tr::tr("Run the plugin in a terminal to see what it lacks.");
    // The output is never shown: it is where the secret would be.
    end(failure(
        ProcessError{m_context.user.exec->command, why, QString::fromUtf8(m_complaints).trimmed(), fix}));
}

void PluginRun::end(const Result<PluginAnswer>& answer)
{
    if (m_done)
        return;
    m_done = true;
    kill();
    m_output.fill('\0');
    m_turn.reset();
    m_listener.finished(answer);
}

void PluginRun::kill()
{
    if (!m_process || m_process->state() == QProcess::NotRunning)
        return;
    if (const qint64 pid = m_process->processId(); pid > 1)
        ::kill(-pid_t(pid), SIGKILL);
    m_process->kill();
}

} // namespace kaptan::kube
