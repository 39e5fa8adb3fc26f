#pragma once

#include "app/core/error.h"
#include "app/net/body_queue.h"
#include "app/net/http_connection.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>

#include <optional>

namespace kaptan::net
{

class ConnectionPool;

/// The answer to a request over a Unix socket.
class LocalReply : public QNetworkReply
{
    Q_OBJECT
public:
    LocalReply(ConnectionPool& pool, QNetworkAccessManager::Operation operation,
               const QNetworkRequest& request, QIODevice* outgoing, QObject* parent);
    ~LocalReply() override;

    void abort() override;
    void close() override;

    bool isSequential() const override { return true; }

    qint64 bytesAvailable() const override;

    /// As read(), without the copy where a block fits whole.
    QByteArray take(qint64 most);

    /// Why the transport failed. An error status is none of these.
    const std::optional<Error>& failure() const { return m_failure; }

    const Headers& headers() const { return m_headers; }

protected:
    qint64 readData(char* data, qint64 most) override;

private:
    void start(bool fresh);
    void onHead();
    void onFinished(const std::optional<Error>& error);
    void end(NetworkError error, const QString& text);
    QByteArray requestHead(bool* chunked) const;
    QByteArray verb() const;
    bool mayRepeat() const;
    void dropConnection();

    QPointer<ConnectionPool> m_pool;
    QPointer<HttpConnection> m_connection;
    QPointer<QIODevice> m_outgoing;
    BodyQueue m_body;
    Headers m_headers;
    std::optional<Error> m_failure;
    bool m_reused = false;
};

/// The code that QNetworkAccessManager gives to an error status; NoError below 400.
QNetworkReply::NetworkError networkErrorOfStatus(int status);

} // namespace kaptan::net
