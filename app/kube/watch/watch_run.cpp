#include "app/kube/watch/watch_run.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ClusterAnswer)
};

constexpr std::chrono::seconds headTimeout{30};
/// What the worker may have before it; more stays in the stream, which stops the server.
constexpr qsizetype mostQueued = 8 * 1024 * 1024;
constexpr qsizetype keptRefusal = 64 * 1024;

} // namespace

WatchRun::WatchRun(StreamOpener& opener, const WatchTarget& target, const RowSchema& schema, Clock& clock,
                   const ReflectorOptions& options)
    : m_opener(opener), m_target(target), m_schema(schema), m_clock(clock), m_options(options),
      m_queue(options.pool)
{
}

WatchRun::~WatchRun() = default;

void WatchRun::open(const Text& version, std::chrono::seconds timeout)
{
    net::Request request;
    request.path = m_target.path;
    request.headers = {{"Accept", m_target.accept}};
    request.timeout = headTimeout;
    net::addQuery(request.query, QStringLiteral("watch"), QStringLiteral("true"));
    net::addQuery(request.query, QStringLiteral("resourceVersion"), version.toString());
    net::addQuery(request.query, QStringLiteral("allowWatchBookmarks"), QStringLiteral("true"));
    net::addQuery(request.query, QStringLiteral("timeoutSeconds"), QString::number(timeout.count()));
    if (!m_target.labelSelector.isEmpty())
        net::addQuery(request.query, QStringLiteral("labelSelector"), m_target.labelSelector);
    if (!m_target.fieldSelector.isEmpty())
        net::addQuery(request.query, QStringLiteral("fieldSelector"), m_target.fieldSelector);
    m_guard = std::make_unique<SilenceGuard>(m_clock, timeout + m_options.stallGrace, [this] {
        fail({Trouble::Kind::Slept,
              Error(TransportError{TransportError::Kind::Timeout, m_target.path, {}}),
              {}});
    });
    m_stream = m_opener.open(request);
    connect(m_stream.get(), &net::Stream::headReceived, this, &WatchRun::onHead);
    connect(m_stream.get(), &net::Stream::readyRead, this, &WatchRun::onBytes);
    connect(m_stream.get(), &net::Stream::finished, this, &WatchRun::onFinished);
    if (m_options.probeAfter.count() > 0)
        probeLater(m_options.probeAfter);
}

void WatchRun::probeLater(std::chrono::milliseconds delay)
{
    m_clock.callLater(delay, this, [this] {
        if (m_ended || m_finished)
            return;
        const qint64 silent = m_clock.monotonicMs() - m_guard->touchedMs();
        const std::chrono::milliseconds left = m_options.probeAfter - std::chrono::milliseconds(silent);
        if (left.count() > 0 || m_stream->bytesAvailable() > 0) // or the worker is slow
            return probeLater(std::max<std::chrono::milliseconds>(left, std::chrono::seconds(1)));
        probe();
    });
}

/// A connection that was dropped on the way is as silent as a cluster in which nothing happens. Any answer
/// means that the server is there.
void WatchRun::probe()
{
    net::Request request;
    request.path = QStringLiteral("/version");
    request.timeout = m_options.probeTimeout;
    m_probe = m_opener.open(request);
    connect(m_probe.get(), &net::Stream::headReceived, this, [this] {
        dropProbe();
        probeLater(m_options.probeAfter);
    });
    connect(m_probe.get(), &net::Stream::finished, this, [this](const std::optional<Error>& error) {
        dropProbe();
        if (m_ended || m_finished)
            return;
        // Who may not sign in just now, say, has still a watch that may be alive.
        const auto* broken = error ? error->as<TransportError>() : nullptr;
        if (broken)
            fail({Trouble::Kind::Slept, *error, {}});
        else
            probeLater(m_options.probeAfter);
    });
}

void WatchRun::dropProbe()
{
    if (!m_probe)
        return;
    m_probe->disconnect(this);
    m_probe->abort();
    m_probe.release()->deleteLater(); // we may be in its signal
}

void WatchRun::cancel()
{
    disconnect();
    m_ended = true;
    m_queue.clear();
    dropProbe();
    if (m_stream) {
        m_guard->stop();
        m_stream->disconnect(this);
        m_stream->abort();
        m_stream.release()->deleteLater();
    }
}

QDateTime WatchRun::lastTouch() const
{
    return m_guard ? m_guard->lastTouch() : QDateTime();
}

void WatchRun::onHead()
{
    m_guard->touch();
    if (m_stream->status() != 200)
        return;
    m_open = true;
    Q_EMIT opened();
}

void WatchRun::onBytes()
{
    // Queued bytes of a burst come back here by onDecoded(), so that neither memory nor the stack grows.
    while (m_stream && !m_ended && m_queued < mostQueued && m_stream->bytesAvailable() > 0) {
        m_guard->touch();
        const QByteArray bytes = m_stream->read(m_stream->bytesAvailable());
        if (bytes.isEmpty())
            break;
        if (m_stream->status() != 200) {
            m_refusal += bytes.left(keptRefusal - m_refusal.size());
            continue;
        }
        const qsizetype end = bytes.lastIndexOf('\n') + 1; // only new bytes are searched
        const qsizetype longest = m_rest.size() + (end ? bytes.indexOf('\n') : bytes.size());
        if (longest > m_options.longestLine)
            return fail({Trouble::Kind::Broken,
                         Error(ParseError{Tr::tr("watch event"), m_target.path,
                                          Tr::tr("an event is longer than any object can be"), -1}),
                         {}});
        if (end == 0) {
            m_rest += bytes;
            continue;
        }
        QByteArray lines = std::exchange(m_rest, bytes.mid(end));
        lines.isEmpty() ? lines = bytes.left(end) : lines.append(bytes.constData(), end);
        decode(std::move(lines));
    }
}

void WatchRun::decode(QByteArray lines)
{
    const qsizetype size = lines.size();
    m_queued += size;
    m_queue.run(
        [lines = std::move(lines), schema = m_schema, where = m_target.path]() mutable {
            return std::make_shared<DecodedEvents>(decodeEvents(std::move(lines), schema, where));
        },
        [this, size](const std::shared_ptr<DecodedEvents>& events) { onDecoded(events, size); });
}

void WatchRun::onDecoded(const std::shared_ptr<DecodedEvents>& events, qsizetype size)
{
    m_queued -= size;
    m_lines += events->lines;
    const QPointer<WatchRun> self(this);
    Q_EMIT told(events);
    if (!self || m_ended)
        return;
    if (events->broken)
        return end(Trouble{Trouble::Kind::Broken, *events->broken, {}});
    if (events->refused)
        return end(troubleOf(*events->refused, m_target.path));
    onBytes();
    if (m_finished && !m_ended)
        onFinished(*m_finished);
}

void WatchRun::onFinished(const std::optional<Error>& error)
{
    const std::optional<Error> cause = error; // `error` may be our own m_finished
    onBytes();
    if (m_ended)
        return;
    if (m_stream->bytesAvailable() > 0) { // the worker has enough; onDecoded() comes back
        m_finished = cause;
        return;
    }
    m_finished.reset();
    if (m_stream->status() != 200 && !cause)
        return end(troubleOf(m_stream->status(), m_refusal, m_stream->header("Retry-After"), m_target.path));
    if (!cause && !m_rest.trimmed().isEmpty())
        decode(std::exchange(m_rest, {})); // a last line without its end, or a cut one
    m_queue.then([this, cause] {
        if (!m_ended)
            end(cause ? std::optional(Trouble{Trouble::Kind::Broken, *cause, {}}) : std::nullopt);
    });
}

void WatchRun::fail(const Trouble& trouble)
{
    // What was told before is still decoded: the next watch begins behind it.
    dropProbe();
    m_guard->stop();
    m_stream->disconnect(this);
    m_stream->abort();
    m_queue.then([this, trouble] {
        if (!m_ended)
            end(trouble);
    });
}

void WatchRun::end(const std::optional<Trouble>& trouble)
{
    m_ended = true;
    m_queue.clear();
    dropProbe();
    m_guard->stop();
    m_stream->disconnect(this);
    m_stream->abort();
    Q_EMIT ended(trouble);
}

} // namespace kaptan::kube
