#include "app/session/embedded_engine.h"

#include "app/core/when_done.h"
#include "app/session/podman_service.h"
#include "app/settings/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QPromise>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTimer>

#include <chrono>

#include <signal.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kaptan::session
{

namespace
{

constexpr auto startOperation = QT_TRANSLATE_NOOP("Operation", "start the embedded engine");
constexpr auto stopOperation = QT_TRANSLATE_NOOP("Operation", "stop the embedded engine");
constexpr auto lookEvery = 50ms;
constexpr auto startWithin = 20s;
constexpr auto stopWithin = 5s; ///< then it is killed
constexpr qint64 logTail = 4096;
constexpr qsizetype logLines = 20;

QString lastLines(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max<qint64>(0, file.size() - logTail));
    const QStringList lines = QString::fromUtf8(file.readAll()).trimmed().split(u'\n');
    return lines.mid(std::max<qsizetype>(0, lines.size() - logLines)).join(u'\n');
}

} // namespace

class EmbeddedEngine::Private
{
public:
    Private(EmbeddedEngine& engine, Connections& list, settings::Settings& mySettings, const QString& data)
        : q(engine), connections(list), settings(mySettings), socket(list.surroundings().embeddedSocket()),
          folder(QFileInfo(socket).absolutePath()), pidFile(folder + u"/podman.pid"_s),
          logFile(folder + u"/podman.log"_s)
    {
        dataDir = data.isEmpty()
                      ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/kaptan"_s
                      : data;
        look.setInterval(lookEvery);
        QObject::connect(&look, &QTimer::timeout, &q, [this] { onLook(); });
        pid = readPid();
        if (pid > 0)
            state = State::Running; // kept by an earlier run
    }

    qint64 readPid() const
    {
        QFile file(pidFile);
        const qint64 found = file.open(QIODevice::ReadOnly) ? file.read(32).trimmed().toLongLong() : 0;
        return servesSocket(found, socket) ? found : 0;
    }

    void become(State now)
    {
        if (state == now)
            return;
        state = now;
        Q_EMIT q.stateChanged();
    }

    MachineTraits machine() const
    {
        return MachineTraits::here(connections.surroundings().environment.value(u"PATH"_s));
    }

    ConnectionSpec spec() const
    {
        ConnectionSpec one;
        one.address = u"unix://"_s + socket;
        one.id = idOfAddress(one.address);
        one.name = EmbeddedEngine::tr("Embedded engine");
        one.origin = Origin::Embedded;
        one.source = socket;
        return connections.find(one.id).value_or(one);
    }

    /// A folder that nobody else can get into: whoever may write to the socket is who runs the containers.
    Result<void> prepareFolder() const
    {
        const QByteArray path = QFile::encodeName(folder);
        if (path.size() + 20 > qsizetype(sizeof(sockaddr_un::sun_path)))
            return failure(StorageError{folder, EmbeddedEngine::tr("the path is too long for a socket")});
        QDir().mkpath(QFileInfo(folder).absolutePath());
        if (::mkdir(path.constData(), 0700) != 0 && errno != EEXIST)
            return failure(StorageError{folder, qt_error_string(errno)});

        struct stat info {
        };

        if (::lstat(path.constData(), &info) != 0 || !S_ISDIR(info.st_mode) || info.st_uid != geteuid())
            return failure(StorageError{folder, EmbeddedEngine::tr("it belongs to another user")});
        if ((info.st_mode & 0777) != 0700 && ::chmod(path.constData(), 0700) != 0)
            return failure(StorageError{folder, qt_error_string(errno)});
        return {};
    }

    Result<void> writeFile(const QString& path, const QByteArray& text) const
    {
        QDir().mkpath(QFileInfo(path).absolutePath());
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
            return failure(StorageError{path, file.errorString()});
        return {};
    }

    Result<void> spawn()
    {
        if (const auto ready = prepareFolder(); !ready)
            return ready;
        QFile::remove(socket);
        const QString config = dataDir + u"/embedded/containers.conf"_s;
        const ServiceCommand command =
            serviceCommand(machine(), socket, config, connections.surroundings().environment);
        if (!command.configText.isEmpty())
            if (const auto written = writeFile(config, command.configText.toUtf8()); !written)
                return written;
        QFile::remove(logFile);
        QProcess process;
        QProcessEnvironment environment;
        const auto& given = connections.surroundings().environment;
        for (auto it = given.cbegin(); it != given.cend(); ++it)
            environment.insert(it.key(), it.value());
        for (auto it = command.environment.cbegin(); it != command.environment.cend(); ++it)
            environment.insert(it.key(), it.value());
        // Podman itself would contact another engine with these.
        for (const auto& name : {u"CONTAINER_HOST"_s, u"CONTAINER_CONNECTION"_s})
            environment.remove(name);
        process.setProcessEnvironment(environment);
        process.setProgram(command.program);
        process.setArguments(command.arguments);
        process.setStandardInputFile(QProcess::nullDevice());
        process.setStandardOutputFile(logFile);
        process.setStandardErrorFile(logFile, QIODevice::Append);
        process.setWorkingDirectory(QDir::rootPath());
        // Detached: a session of its own, which may outlive this program where the settings say so.
        if (!process.startDetached(&pid)) {
            pid = 0;
            return failure(ProcessError{command.program, process.errorString(), {}, {}});
        }
        return writeFile(pidFile, QByteArray::number(pid));
    }

    void succeed()
    {
        look.stop();
        become(State::Running);
        connections.refresh();
        startPromise->addResult(spec());
        std::exchange(startPromise, nullptr)->finish();
    }

    void fail(Error error)
    {
        look.stop();
        become(State::Stopped);
        startPromise->addResult(Result<ConnectionSpec>(failure(error.during(startOperation))));
        std::exchange(startPromise, nullptr)->finish();
    }

    /// Asks whether it answers; `otherwise` runs where it does not.
    void ask(std::function<void(const Error&)> otherwise)
    {
        asking = true;
        whenDone(connections.test(spec()), &q, [this, otherwise](const Result<TestReport>& report) {
            asking = false;
            if (!startPromise)
                return;
            if (report)
                succeed();
            else
                otherwise(report.error());
        });
    }

    void begin()
    {
        if (const auto spawned = spawn(); !spawned)
            return fail(spawned.error());
        missed = false;
        since.start();
        look.start();
    }

    void kill(int signal) const
    {
        if (pid > 0 && servesSocket(pid, socket))
            ::kill(pid_t(pid), signal);
    }

    void clean()
    {
        pid = 0;
        QFile::remove(socket);
        QFile::remove(pidFile);
    }

    void onLook()
    {
        if (state == State::Stopping)
            return lookForEnd();
        if (!startPromise || asking)
            return;
        // While a program is being loaded its arguments are not there for a moment.
        if (!servesSocket(pid, socket)) {
            if (!std::exchange(missed, true))
                return;
            const QString log = lastLines(logFile);
            clean();
            return fail(Error(ProcessError{u"podman"_s, EmbeddedEngine::tr("it ended at once"), log,
                                           EmbeddedEngine::tr("Its last words are in the details.")}));
        }
        missed = false;
        if (since.hasExpired(std::chrono::milliseconds(startWithin).count())) {
            kill(SIGTERM);
            const QString log = lastLines(logFile);
            clean();
            return fail(Error(ProcessError{u"podman"_s, EmbeddedEngine::tr("it did not answer in time"), log,
                                           EmbeddedEngine::tr("Its last words are in the details.")}));
        }
        if (QFileInfo::exists(socket))
            ask([](const Error&) {}); // not yet: looked at again
    }

    void lookForEnd()
    {
        if (servesSocket(pid, socket)) {
            if (since.hasExpired(std::chrono::milliseconds(stopWithin).count()))
                kill(SIGKILL);
            return;
        }
        look.stop();
        clean();
        become(State::Stopped);
        connections.refresh();
        stopPromise->addResult(Result<void>());
        std::exchange(stopPromise, nullptr)->finish();
    }

    EmbeddedEngine& q;
    Connections& connections;
    settings::Settings& settings;
    const QString socket;
    const QString folder;
    const QString pidFile;
    const QString logFile;
    QString dataDir;

    State state = State::Stopped;
    qint64 pid = 0;
    bool mine = false; ///< started or asked for by this run
    bool asking = false;
    bool missed = false; ///< it was not seen at the last look
    QTimer look;
    QElapsedTimer since;
    std::unique_ptr<QPromise<Result<ConnectionSpec>>> startPromise; ///< while starting
    std::unique_ptr<QPromise<Result<void>>> stopPromise;            ///< while stopping
};

EmbeddedEngine::EmbeddedEngine(Connections& connections, settings::Settings& settings, const QString& dataDir,
                               QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(*this, connections, settings, dataDir))
{
}

EmbeddedEngine::~EmbeddedEngine()
{
    // A start that is under way is ended in any case: nobody knows yet whether it will serve.
    const bool unfinished = d->state == State::Starting || d->state == State::Stopping;
    if (!unfinished && (!d->mine || d->settings.get(settings::key::keepEmbedded)))
        return;
    d->kill(SIGTERM);
    d->clean();
}

EmbeddedEngine::State EmbeddedEngine::state() const
{
    return d->state;
}

QString EmbeddedEngine::socketPath() const
{
    return d->socket;
}

std::optional<Error> EmbeddedEngine::whyUnavailable() const
{
    if (!d->machine().podman.isEmpty())
        return {};
    return Error(
        ProcessError{u"podman"_s, tr("it is not installed"), {}, tr("Install it: sudo apt install podman")});
}

QFuture<Result<ConnectionSpec>> EmbeddedEngine::start()
{
    if (d->startPromise)
        return d->startPromise->future();
    if (d->stopPromise)
        return readyFuture(Result<ConnectionSpec>(failure(NotAllowed{
            NotAllowed::Kind::Unsupported, tr("starting the engine"), tr("it is being stopped"), {}})));
    if (auto why = whyUnavailable())
        return readyFuture(Result<ConnectionSpec>(failure(why->during(startOperation))));
    d->startPromise = std::make_unique<QPromise<Result<ConnectionSpec>>>();
    d->startPromise->start();
    const auto future = d->startPromise->future();
    d->mine = true;
    d->become(State::Starting);
    if (!QFileInfo::exists(d->socket)) {
        d->begin();
        return future;
    }
    // Somebody's socket: one that serves is taken over, a stale one is replaced.
    d->ask([this](const Error& error) {
        const auto* transport = error.as<TransportError>();
        const bool stale = transport && (transport->kind == TransportError::Kind::Refused ||
                                         transport->kind == TransportError::Kind::NotFound);
        if (stale && d->readPid() == 0)
            d->begin();
        else
            d->fail(error);
    });
    return future;
}

QFuture<Result<void>> EmbeddedEngine::stop()
{
    if (d->stopPromise)
        return d->stopPromise->future();
    d->pid = d->readPid();
    if (d->startPromise || d->pid == 0) {
        const QString why = d->startPromise ? tr("it is being started") : tr("Kaptan did not start it");
        return readyFuture(Result<void>(failure(
            Error(NotAllowed{NotAllowed::Kind::Unsupported, d->socket, why, {}}).during(stopOperation))));
    }
    d->stopPromise = std::make_unique<QPromise<Result<void>>>();
    d->stopPromise->start();
    const auto future = d->stopPromise->future();
    d->become(State::Stopping);
    d->kill(SIGTERM);
    d->since.start();
    d->look.start();
    return future;
}

bool EmbeddedEngine::keepsRunning() const
{
    return d->settings.get(settings::key::keepEmbedded);
}

void EmbeddedEngine::setKeepsRunning(bool keep)
{
    static_cast<void>(d->settings.set(settings::key::keepEmbedded, keep)); // any bool is accepted
}

} // namespace kaptan::session
