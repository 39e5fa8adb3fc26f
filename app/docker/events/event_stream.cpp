#include "app/docker/events/event_stream.h"

#include "app/docker/api/engine_error.h"

#include <QCoreApplication>

namespace kaptan::docker
{

namespace
{

constexpr qint64 readAtOnce = 256 * 1024;
constexpr qsizetype keptRefusal = 64 * 1024;

} // namespace

EventStream::EventStream(EngineApi& api, QObject* parent) : QObject(parent), m_api(api) {}

EventStream::~EventStream() = default;

void EventStream::open()
{
    m_stream = m_api.eventStream();
    connect(m_stream.get(), &net::Stream::headReceived, this, &EventStream::onHead);
    connect(m_stream.get(), &net::Stream::readyRead, this, &EventStream::onBytes);
    connect(m_stream.get(), &net::Stream::finished, this, [this](const std::optional<Error>& error) {
        onBytes(); // what came with the end
        if (m_stream->status() != 0 && m_stream->status() != 200)
            return end(engineError(m_stream->status(), m_stream->header("Content-Type"), m_refusal,
                                   QStringLiteral("GET /events")));
        end(error ? *error
                  : Error(TransportError{
                        TransportError::Kind::Closed, m_api.client().endpoint().displayName(), {}}));
    });
}

void EventStream::onHead()
{
    if (m_stream->status() != 200)
        return;
    m_open = true;
    Q_EMIT opened();
}

void EventStream::onBytes()
{
    QVector<DockerEvent> batch;
    Result<void> fed;
    while (fed && !m_ended && m_stream->bytesAvailable() > 0) {
        const QByteArray bytes = m_stream->read(readAtOnce);
        if (bytes.isEmpty())
            break;
        if (m_stream->status() != 200) {
            m_refusal += bytes.left(keptRefusal - m_refusal.size());
            continue;
        }
        fed = m_lines.feed(bytes, [&batch](const QByteArray& line) -> Result<void> {
            Result<DockerEvent> event = decodeEvent(line);
            if (!event)
                return tl::unexpected<Error>(event.error());
            batch.append(*std::move(event));
            return {};
        });
    }
    if (!batch.isEmpty())
        Q_EMIT events(batch);
    if (!fed)
        end(fed.error());
}

void EventStream::end(const Error& error)
{
    if (m_ended)
        return;
    m_ended = true;
    m_open = false;
    m_stream->disconnect(this);
    m_stream->abort();
    Error named = error;
    named.during(QT_TRANSLATE_NOOP("Operation", "follow the events of the engine"));
    Q_EMIT ended(named);
}

} // namespace kaptan::docker
