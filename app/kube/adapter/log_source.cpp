#include "app/kube/adapter/log_source.h"

#include "app/kube/api/kube_error.h"

#include <QCoreApplication>
#include <QMutex>
#include <QPointer>
#include <QRecursiveMutex>

#include <atomic>

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ClusterLogs)
};

constexpr qint64 readChunk = 256 * 1024;
/// Then other logs of the same thread get their turn.
constexpr qint64 oneTurn = 1024 * 1024;
constexpr qint64 longestRefusal = 64 * 1024;

/// What the handle and the reader share. The sink is taken away under the lock, so that it is not called any
/// more once the handle is gone. Recursive: a sink may drop its handle from within append().
struct Shared {
    QRecursiveMutex mutex;
    workload::LogSink* sink = nullptr; ///< null: nobody listens any more
    std::atomic<bool> paused = false;

    void end(const std::optional<Error>& error)
    {
        const QMutexLocker lock(&mutex);
        if (sink)
            sink->ended(error);
        sink = nullptr;
    }
};

/// One open log; lives in the API's thread and deletes itself when it has ended or its handle is gone.
class Reader : public QObject
{
    Q_OBJECT
public:
    Reader(KubeApi& api, std::shared_ptr<Shared> shared, const net::Request& request, QString subject)
        : QObject(&api), m_shared(std::move(shared)), m_where(whereOf(request)),
          m_subject(std::move(subject)), m_stream(api.open(request))
    {
        connect(m_stream.get(), &net::Stream::readyRead, this, &Reader::read);
        connect(m_stream.get(), &net::Stream::finished, this, [this](const std::optional<Error>& error) {
            m_finished = true;
            m_error = error;
            read();
        });
    }

    void resume() { read(); }

    void drop()
    {
        m_stream->abort();
        m_ended = true;
        deleteLater();
    }

private:
    void read()
    {
        if (m_ended)
            return;
        if (m_stream->status() >= 400)
            return readRefusal();
        qint64 turn = 0;
        while (!m_shared->paused && m_stream->bytesAvailable() > 0) {
            const QByteArray bytes = m_stream->read(readChunk);
            if (bytes.isEmpty())
                break;
            {
                const QMutexLocker lock(&m_shared->mutex);
                if (m_shared->sink)
                    m_shared->sink->append(workload::LogSink::Stream::Stdout, bytes.constData(),
                                           bytes.size());
            }
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
        if (!m_finished && m_refusal.size() < longestRefusal)
            return;
        end(kubeError(m_stream->status(), m_stream->header("Retry-After"), m_refusal, m_where));
    }

    void end(std::optional<Error> error)
    {
        if (std::exchange(m_ended, true))
            return;
        if (error)
            error->during(QT_TRANSLATE_NOOP("Operation", "read the log of"), m_subject);
        m_stream->abort();
        m_shared->end(error);
        deleteLater();
    }

    std::shared_ptr<Shared> m_shared;
    QString m_where, m_subject;
    std::unique_ptr<net::Stream> m_stream;
    QByteArray m_refusal;
    std::optional<Error> m_error;
    bool m_finished = false;
    bool m_ended = false;
};

} // namespace

/// The way into the API's thread, closed when the source is gone.
struct ClusterLogs::Mailbox {
    QMutex mutex;
    KubeApi* api = nullptr;

    template <class Fn>
    void post(Fn fn)
    {
        const QMutexLocker lock(&mutex);
        if (api)
            QMetaObject::invokeMethod(api, std::move(fn), Qt::QueuedConnection);
    }
};

class ClusterLogs::Handle : public workload::LogHandle
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

    /// Set in the API's thread before anything can be told.
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

ClusterLogs::ClusterLogs(KubeApi& api, const ClusterWorkloads& workloads)
    : m_workloads(workloads), m_mailbox(std::make_shared<Mailbox>())
{
    m_mailbox->api = &api;
}

ClusterLogs::~ClusterLogs()
{
    const QMutexLocker lock(&m_mailbox->mutex);
    m_mailbox->api = nullptr;
}

std::unique_ptr<workload::LogHandle>
ClusterLogs::open(const QString& instanceId, const workload::LogOptions& options, workload::LogSink& sink)
{
    auto shared = std::make_shared<Shared>();
    shared->sink = &sink;
    auto handle = std::make_unique<Handle>(m_mailbox, shared);
    const PodPlace place = m_workloads.place(instanceId);
    if (!place.isKnown()) {
        m_mailbox->post([shared] {
            shared->end(Error(Unfinished{Tr::tr("Log"), Tr::tr("the pod is not there any more"), QString()}));
        });
        return handle;
    }
    PodLogOptions wanted;
    wanted.container = place.container;
    wanted.follow = options.follow;
    wanted.tailLines = options.tail;
    wanted.sinceTime = options.since;
    wanted.timestamps = options.timestamps;
    m_mailbox->post([api = m_mailbox->api, shared, reader = handle->reader, subject = place.name,
                     request = podLogRequest(place.nameSpace, place.name, wanted)] {
        *reader = new Reader(*api, shared, request, subject);
    });
    return handle;
}

} // namespace kaptan::kube

#include "log_source.moc"
