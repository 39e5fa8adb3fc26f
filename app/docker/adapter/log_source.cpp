#include "app/docker/adapter/log_source.h"

#include "app/core/when_done.h"
#include "app/docker/api/engine_error.h"
#include "app/docker/api/log_demuxer.h"

#include <QCoreApplication>
#include <QPointer>
#include <QRecursiveMutex>
#include <QTimer>

#include <atomic>

namespace kaptan::docker
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EngineLogs)
};

constexpr qint64 readChunk = 256 * 1024;
/// Then other logs of the same thread get their turn.
constexpr qint64 oneTurn = 2 * 1024 * 1024;
constexpr qint64 longestRefusal = 64 * 1024;
/// How often a log is asked for again whose last line was just being written, and the pause between.
constexpr int mostTries = 40;
constexpr std::chrono::milliseconds betweenTries{50};

/// What the handle and the reader share. The sink is taken away under the lock, so that it is not called any
/// more once the handle is gone. Recursive: a sink may drop its handle from within append().
struct Shared {
    QRecursiveMutex mutex;
    workload::LogSink* sink = nullptr; ///< null: nobody listens any more
    std::atomic<bool> paused = false;
};

/// One open log; lives in the api's thread and deletes itself when it has ended or its handle is gone.
class Reader : public QObject
{
    Q_OBJECT
public:
    Reader(EngineApi& api, std::shared_ptr<Shared> shared, LogRequest request)
        : QObject(&api), m_api(api), m_shared(std::move(shared)), m_request(std::move(request))
    {
    }

    void begin()
    {
        // Whether there are frames only the container's configuration says.
        whenDone(m_api.inspectContainer(m_request.containerId), this,
                 [this](const Result<ContainerDetails>& details) {
                     if (!details)
                         return end(details.error());
                     open(details->config.tty);
                 });
    }

    void resume() { read(); }

    void drop()
    {
        if (m_stream)
            m_stream->abort();
        deleteLater();
    }

private:
    void open(bool raw)
    {
        m_raw = raw;
        m_demuxer = std::make_unique<LogDemuxer>(
            raw, [this](LogDemuxer::Stream stream, const char* data, qsizetype size) {
                const QMutexLocker lock(&m_shared->mutex);
                if (m_shared->sink)
                    m_shared->sink->append(stream == LogDemuxer::Stream::Stderr
                                               ? workload::LogSink::Stream::Stderr
                                               : workload::LogSink::Stream::Stdout,
                                           data, size);
            });
        m_stream = m_api.logs(m_request);
        connect(m_stream.get(), &net::Stream::readyRead, this, &Reader::read);
        connect(m_stream.get(), &net::Stream::finished, this, [this](const std::optional<Error>& error) {
            m_finished = true;
            m_error = error;
            read();
        });
    }

    void read()
    {
        if (!m_stream || m_ended)
            return;
        if (m_stream->status() >= 400)
            return readRefusal();
        qint64 turn = 0;
        while (!m_shared->paused && m_stream->bytesAvailable() > 0) {
            const QByteArray bytes = m_stream->read(readChunk);
            if (bytes.isEmpty())
                break;
            if (const auto fed = m_demuxer->feed(bytes); !fed) {
                m_stream->abort();
                return end(fed.error());
            }
            if (m_ended)
                return;
            turn += bytes.size();
            if (turn >= oneTurn) {
                QMetaObject::invokeMethod(this, &Reader::read, Qt::QueuedConnection);
                return;
            }
        }
        if (m_finished && !m_shared->paused && m_stream->bytesAvailable() == 0)
            end(m_error);
    }

    void readRefusal()
    {
        m_refusal += m_stream->read(longestRefusal - m_refusal.size());
        if (!m_finished)
            return;
        // Podman finds the last lines by reading the file backwards, and refuses where the newest is half
        // written: a busy container's log is refused about every other time.
        if (m_refusal.contains("is not a valid container log line") && ++m_tries < mostTries) {
            m_stream.release()->deleteLater(); // it is telling us
            m_refusal.clear();
            m_finished = false;
            m_error.reset();
            QTimer::singleShot(betweenTries, this, [this] { open(m_raw); });
            return;
        }
        end(engineError(m_stream->status(), m_stream->header("Content-Type"), m_refusal,
                        QStringLiteral("GET /containers/%1/logs").arg(m_request.containerId.left(12))));
    }

    void end(std::optional<Error> error)
    {
        if (std::exchange(m_ended, true))
            return;
        if (error)
            error->during(QT_TRANSLATE_NOOP("Operation", "read the log of"), m_request.containerId.left(12));
        {
            const QMutexLocker lock(&m_shared->mutex);
            if (m_shared->sink)
                m_shared->sink->ended(error);
            m_shared->sink = nullptr;
        }
        deleteLater();
    }

    EngineApi& m_api;
    std::shared_ptr<Shared> m_shared;
    LogRequest m_request;
    std::unique_ptr<net::Stream> m_stream;
    std::unique_ptr<LogDemuxer> m_demuxer;
    QByteArray m_refusal;
    std::optional<Error> m_error;
    int m_tries = 0;
    bool m_raw = false;
    bool m_finished = false;
    bool m_ended = false;
};

} // namespace

/// The way into the api's thread, closed when the source is gone.
struct EngineLogs::Mailbox {
    QMutex mutex;
    EngineApi* api = nullptr;

    template <class Fn>
    void post(Fn fn)
    {
        const QMutexLocker lock(&mutex);
        if (api)
            QMetaObject::invokeMethod(api, std::move(fn), Qt::QueuedConnection);
    }
};

class EngineLogs::Handle : public workload::LogHandle
{
public:
    Handle(std::shared_ptr<Mailbox> mailbox, std::shared_ptr<Shared> shared)
        : m_mailbox(std::move(mailbox)), m_shared(std::move(shared))
    {
    }

    ~Handle() override
    {
        {
            const QMutexLocker lock(&m_shared->mutex);
            m_shared->sink = nullptr;
        }
        tell(&Reader::drop);
    }

    void setPaused(bool paused) override
    {
        if (m_shared->paused.exchange(paused) && !paused)
            tell(&Reader::resume);
    }

    /// Set in the api's thread before anything can be told.
    std::shared_ptr<QPointer<Reader>> reader = std::make_shared<QPointer<Reader>>();

private:
    void tell(void (Reader::*what)())
    {
        m_mailbox->post([reader = reader, what] {
            if (*reader)
                (reader->data()->*what)();
        });
    }

    std::shared_ptr<Mailbox> m_mailbox;
    std::shared_ptr<Shared> m_shared;
};

EngineLogs::EngineLogs(EngineApi& api) : m_api(api), m_mailbox(std::make_shared<Mailbox>())
{
    m_mailbox->api = &api;
}

EngineLogs::~EngineLogs()
{
    const QMutexLocker lock(&m_mailbox->mutex);
    m_mailbox->api = nullptr;
}

std::unique_ptr<workload::LogHandle>
EngineLogs::open(const QString& instanceId, const workload::LogOptions& options, workload::LogSink& sink)
{
    auto shared = std::make_shared<Shared>();
    shared->sink = &sink;
    auto handle = std::make_unique<Handle>(m_mailbox, shared);
    LogRequest request;
    request.containerId = instanceId;
    request.follow = options.follow;
    request.tail = options.tail;
    request.since = options.since;
    request.timestamps = options.timestamps;
    m_mailbox->post([&api = m_api, shared, request, reader = handle->reader] {
        if (request.containerId.isEmpty()) {
            const QMutexLocker lock(&shared->mutex);
            if (shared->sink)
                shared->sink->ended(Error(
                    Unfinished{Tr::tr("Log"), Tr::tr("an instance that is missing has none"), QString()}));
            return;
        }
        *reader = new Reader(api, shared, request);
        (*reader)->begin();
    });
    return handle;
}

} // namespace kaptan::docker

#include "log_source.moc"
