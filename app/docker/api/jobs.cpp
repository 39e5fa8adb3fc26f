#include "app/docker/api/jobs.h"

#include "app/core/when_done.h"
#include "app/docker/api/call.h"
#include "app/docker/api/engine_error.h"

#include <QTimer>

namespace kaptan::docker
{

namespace
{

constexpr qint64 readAtOnce = 1024 * 1024;
constexpr qsizetype keptRefusal = 64 * 1024;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EngineAnswer)
};

} // namespace

PullJob::PullJob(EngineApi& api, Promise promise, const net::Request& request, const QString& name)
    : Job(&api, std::move(promise)), m_stream(api.client().stream(request)), m_name(name),
      m_where(whereOf(request))
{
    connect(m_stream.get(), &net::Stream::readyRead, this, &PullJob::read);
    connect(m_stream.get(), &net::Stream::finished, this, &PullJob::onFinished);
}

void PullJob::fail(Error error)
{
    error.during(QT_TRANSLATE_NOOP("Operation", "pull image"), m_name);
    end(failure(std::move(error)));
}

void PullJob::read()
{
    while (!hasEnded() && m_stream->bytesAvailable() > 0) {
        const QByteArray bytes = m_stream->read(readAtOnce);
        if (bytes.isEmpty())
            return;
        if (m_stream->status() != 200) {
            m_refusal += bytes.left(keptRefusal - m_refusal.size());
            continue;
        }
        const Result<void> fed =
            m_lines.feed(bytes, [this](const QByteArray& line) { return m_progress.feed(line); });
        if (!fed)
            return fail(fed.error());
        report();
    }
}

void PullJob::report()
{
    m_promise->setProgressValueAndText(m_progress.value(), m_progress.text());
}

void PullJob::onFinished(const std::optional<Error>& error)
{
    read();
    if (hasEnded())
        return;
    if (error)
        return fail(*error);
    if (m_stream->status() != 200)
        return fail(engineError(m_stream->status(), m_stream->header("Content-Type"), m_refusal, m_where));
    const Result<void> last =
        m_lines.finish([this](const QByteArray& line) { return m_progress.feed(line); });
    if (!last)
        return fail(last.error());
    m_promise->setProgressValueAndText(PullProgress::most, m_progress.text());
    end({});
}

ExecJob::ExecJob(EngineApi& api, Promise promise, const ExecRequest& request, qint64 keep)
    : Job(&api, std::move(promise)), m_api(api), m_request(request),
      m_demuxer(request.tty,
                [this](LogDemuxer::Stream stream, const char* data, qsizetype size) {
                    const qint64 held = m_result.standardOutput.size() + m_result.standardError.size();
                    const qint64 part = std::min<qint64>(size, m_keep - held);
                    m_result.truncated = m_result.truncated || part < size;
                    (stream == LogDemuxer::Stream::Stderr ? m_result.standardError : m_result.standardOutput)
                        .append(data, part);
                }),
      m_keep(std::max<qint64>(keep, 0))
{
    whenDone(api.createExec(request), this, [this](const Result<QString>& id) { onCreated(id); });
}

void ExecJob::fail(Error error)
{
    error.during(QT_TRANSLATE_NOOP("Operation", "run a command in container"), m_request.containerId);
    end(failure(std::move(error)));
}

void ExecJob::onCreated(const Result<QString>& id)
{
    if (hasEnded())
        return;
    if (!id)
        return fail(id.error());
    m_execId = *id;
    m_stream = m_api.startExec(m_execId, m_request.tty);
    connect(m_stream.get(), &net::Stream::readyRead, this, &ExecJob::read);
    connect(m_stream.get(), &net::Stream::finished, this, &ExecJob::onFinished);
}

void ExecJob::read()
{
    while (!hasEnded() && m_stream->bytesAvailable() > 0) {
        const QByteArray bytes = m_stream->read(readAtOnce);
        if (bytes.isEmpty())
            return;
        if (m_stream->status() >= 300) {
            m_refusal += bytes.left(keptRefusal - m_refusal.size());
            continue;
        }
        const Result<void> fed = m_demuxer.feed(bytes);
        if (!fed)
            return fail(fed.error());
    }
}

void ExecJob::onFinished(const std::optional<Error>& error)
{
    read();
    if (hasEnded())
        return;
    if (error)
        return fail(*error);
    if (m_stream->status() >= 300)
        return fail(engineError(m_stream->status(), m_stream->header("Content-Type"), m_refusal,
                                QStringLiteral("POST /exec/%1/start").arg(m_execId.left(12))));
    askForCode();
}

/// The stream may end a moment before the engine has noted the exit code.
void ExecJob::askForCode()
{
    whenDone(m_api.inspectExec(m_execId), this, [this](const Result<ExecState>& state) {
        if (hasEnded())
            return;
        if (!state && isNotFound(state.error())) // it ran: its output came to an end
            return end(std::move(m_result));
        if (!state)
            return fail(state.error());
        if (state->running && ++m_asked < 100) {
            QTimer::singleShot(std::chrono::milliseconds(20), this, [this] { askForCode(); });
            return;
        }
        if (state->running)
            return fail(Error(ParseError{Tr::tr("exit code"), QStringLiteral("GET /exec/json"),
                                         Tr::tr("the command closed its output and runs on"), -1}));
        m_result.exitCode = state->exitCode;
        end(std::move(m_result));
    });
}

} // namespace kaptan::docker
