#pragma once

#include "app/net/answer.h"
#include "app/net/http_connection.h"
#include "app/net/requester.h"

#include <QBuffer>

#include <memory>
#include <optional>

namespace kaptan::net
{

/// What both kinds of streams share: the time limit of the head, and one end.
class BaseStream : public Stream
{
    Q_OBJECT
public:
    BaseStream(Requester& requester, std::chrono::milliseconds timeout);

    void abort() final;

protected:
    /// Silent; what is unread goes.
    virtual void drop() = 0;
    void onHead();
    void end(const std::optional<Error>& error);
    void endSoon(const Error& error);

    bool hasEnded() const { return m_ended; }

    QPointer<Requester> m_requester;

private:
    bool m_headSeen = false;
    bool m_ended = false;
};

/// An answer that is read as it comes.
class ReplyStream : public BaseStream
{
    Q_OBJECT
public:
    ReplyStream(Requester& requester, const Request& request);

    int status() const override;
    QByteArray header(const QByteArray& name) const override;
    qint64 bytesAvailable() const override;
    QByteArray read(qint64 most) override;

    void write(const QByteArray&) override {}

    void closeWriting() override {}

    qint64 bytesToWrite() const override { return 0; }

private:
    void drop() override;

    std::unique_ptr<Answer> m_answer;
};

/// A connection of its own, which turns into a raw duplex channel.
class UpgradeStream : public BaseStream
{
    Q_OBJECT
public:
    UpgradeStream(Requester& requester, const Request& request);
    ~UpgradeStream() override;

    int status() const override;
    QByteArray header(const QByteArray& name) const override;
    qint64 bytesAvailable() const override;
    QByteArray read(qint64 most) override;
    void write(const QByteArray& bytes) override;
    void closeWriting() override;
    qint64 bytesToWrite() const override;

private:
    void drop() override;

    QBuffer m_body;
    BodyQueue m_queue;
    QPointer<HttpConnection> m_connection;
    ResponseHead m_head;
};

} // namespace kaptan::net
