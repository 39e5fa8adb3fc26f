#pragma once

#include "app/kube/api/kube_api.h"

#include <QTimer>

#include <deque>

/// As many pods and events as are wanted, without a server: what a genuine one cannot do on this machine.
namespace bench
{

class FarmStream : public kaptan::net::Stream
{
    Q_OBJECT
public:
    int status() const override { return m_status; }

    QByteArray header(const QByteArray&) const override { return {}; }

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

    /// Soon; the end with it where `last`.
    void send(const QByteArray& bytes, bool last)
    {
        QMetaObject::invokeMethod(
            this,
            [this, bytes, last] {
                if (m_aborted)
                    return;
                const bool first = m_status == 0;
                m_status = 200;
                m_unread += bytes;
                const QPointer<FarmStream> self(this);
                if (first)
                    Q_EMIT headReceived();
                if (self && !m_aborted && !m_unread.isEmpty())
                    Q_EMIT readyRead();
                if (self && !m_aborted && last)
                    Q_EMIT finished({});
            },
            Qt::QueuedConnection);
    }

private:
    QByteArray m_unread;
    int m_status = 0;
    bool m_aborted = false;
};

class PodFarm : public kaptan::kube::StreamOpener
{
public:
    explicit PodFarm(int pods) : m_pods(pods) {}

    std::unique_ptr<kaptan::net::Stream> open(const kaptan::net::Request& request) override;

    static QString uid(int pod);
    static QByteArray pod(int pod, qint64 version, int seq, int name = -1);
    /// To the open watch, in its thread.
    void tell(const QByteArray& lines);

private:
    int m_pods;
    QPointer<FarmStream> m_watch;
};

} // namespace bench
