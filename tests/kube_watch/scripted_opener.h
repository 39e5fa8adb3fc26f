#pragma once

#include "app/kube/api/kube_api.h"

#include <QList>
#include <QPointer>

/// A server whose every byte the test decides.
namespace kaptan::kube::test
{

class ScriptedStream : public net::Stream
{
    Q_OBJECT
public:
    int status() const override { return m_status; }

    QByteArray header(const QByteArray& name) const override
    {
        return name.compare("Retry-After", Qt::CaseInsensitive) == 0 ? retryAfter : QByteArray();
    }

    qint64 bytesAvailable() const override { return m_unread.size(); }

    QByteArray read(qint64 most) override
    {
        const QByteArray bytes = m_unread.left(most);
        m_unread.remove(0, bytes.size());
        return bytes;
    }

    void write(const QByteArray&) override {}

    void closeWriting() override {}

    qint64 bytesToWrite() const override { return 0; }

    void abort() override { m_aborted = true; }

    bool isAborted() const { return m_aborted; }

    /// Each may end in our deletion.
    void head(int code)
    {
        m_status = code;
        if (!m_aborted)
            Q_EMIT headReceived();
    }

    void send(const QByteArray& bytes)
    {
        m_unread += bytes;
        if (!m_aborted)
            Q_EMIT readyRead();
    }

    void finish(const std::optional<Error>& error = {})
    {
        if (!m_aborted)
            Q_EMIT finished(error);
    }

    QByteArray retryAfter;

private:
    QByteArray m_unread;
    int m_status = 0;
    bool m_aborted = false;
};

class ScriptedOpener : public StreamOpener
{
public:
    struct Call {
        net::Request request;
        QPointer<ScriptedStream> stream;

        QString query(const char* name) const
        {
            return request.query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
        }

        bool isWatch() const { return query("watch") == QLatin1String("true"); }

        /// A whole answer at once.
        void answer(int code, const QByteArray& body) const
        {
            const QPointer<ScriptedStream> s = stream;
            s->head(code);
            if (s)
                s->send(body);
            if (s)
                s->finish();
        }

        void open(const QByteArray& lines = {}) const
        {
            const QPointer<ScriptedStream> s = stream;
            s->head(200);
            if (s && !lines.isEmpty())
                s->send(lines);
        }
    };

    std::unique_ptr<net::Stream> open(const net::Request& request) override
    {
        auto stream = std::make_unique<ScriptedStream>();
        calls.append({request, stream.get()});
        return stream;
    }

    QList<Call> calls;
};

} // namespace kaptan::kube::test
