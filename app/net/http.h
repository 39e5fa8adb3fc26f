#pragma once

#include "app/core/clock.h"
#include "app/core/result.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QObject>
#include <QPair>
#include <QString>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <memory>
#include <optional>

/// HTTP as the other rooms see it. Only this room knows sockets, TLS and QNetworkAccessManager.
namespace kaptan::net
{

/// Where a server listens.
struct Endpoint {
    /// "unix+http:///run/docker.sock" is made by unixSocket(); "http://host:2375", "https://host:2376". A
    /// path behind a host ("https://host/k8s/clusters/c-1") goes before the path of every request.
    QUrl url;
    QByteArray caPem;         ///< the only authorities that are trusted; empty: the system's; https only
    QByteArray clientCertPem; ///< https only
    QByteArray clientKeyPem;  ///< https only; secret
    bool insecureSkipVerify = false;
    QString tlsServerName;
    std::optional<QUrl> proxy; ///< none: the system's; an empty URL: direct

    static Endpoint unixSocket(const QString& path);
    /// "unix:///p", "/p", "tcp://h:2375", "http://h", "https://h": as DOCKER_HOST and CONTAINER_HOST write
    /// them. InvalidInput for anything else; "ssh://" is NotAllowed::Unsupported.
    static Result<Endpoint> parse(const QString& text);
    bool isUnixSocket() const;
    QString socketPath() const;
    /// For sentences: "/run/docker.sock" or "host:2376".
    QString displayName() const;
};

using Headers = QList<QPair<QByteArray, QByteArray>>;

/// Adds an item whose value may hold any text: QUrlQuery itself leaves "%41" and "+" as they are, which
/// servers read as "A" and as a space.
void addQuery(QUrlQuery& query, const QString& name, const QString& value);

struct Request {
    QByteArray method = "GET";
    QString path;    ///< begins with a slash, decoded
    QUrlQuery query; ///< any text goes in by addQuery()
    Headers headers;
    QByteArray body;
    /// For the whole answer, attempts and waiting between them included; streams: until the head. 0: for
    /// ever.
    std::chrono::milliseconds timeout{30000};
    /// GET and HEAD are retried on transient errors (jittered backoff, 3 attempts); others only where this
    /// says so.
    bool idempotent = false;
    qint64 maxBody = 256 * 1024 * 1024; ///< bytes; more is TransportError::TooLarge
};

struct Response {
    int status = 0;
    Headers headers;
    QByteArray body;

    QByteArray header(const QByteArray& name) const; ///< case-insensitive; empty where absent
};

/// A long answer, read as it comes. Lives in the client's thread, as do its signals. Reads at most 1 MiB
/// ahead of its reader: a slow reader stops the sender. May be deleted in any of its own signals.
class Stream : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual int status() const = 0; ///< 0 before headReceived
    virtual QByteArray header(const QByteArray& name) const = 0;
    virtual qint64 bytesAvailable() const = 0;
    /// Up to `most` bytes of the body, in order; may be empty. A `most` of at least bytesAvailable() spares a
    /// copy and gives all there is.
    virtual QByteArray read(qint64 most) = 0;
    /// Only of an upgraded (hijacked) stream: bytes to the other side, and the end of ours.
    virtual void write(const QByteArray& bytes) = 0;
    virtual void closeWriting() = 0;
    virtual qint64 bytesToWrite() const = 0;
    /// Ends it; finished() is not emitted any more.
    virtual void abort() = 0;

Q_SIGNALS:
    /// The status line and headers are here. An error status is no failure of the stream: read the body.
    void headReceived();
    void readyRead();
    void bytesWritten();
    /// The end: without a value the answer was complete. Unread bytes stay readable.
    void finished(const std::optional<kaptan::Error>& error);
};

/// Calls to one server as one identity. Lives in a worker thread with an event loop; send() may be called
/// from any thread, stream() and upgrade() only in the client's. It may be made in one thread and moved to
/// its own before the first call (IoThread::adopt), and must be deleted there.
///
/// On Unix sockets every call and stream has a connection of its own, idle ones are used again. Over TCP the
/// connections are those of QNetworkAccessManager, streams apart from calls, so that neither starves.
class Client : public QObject
{
    Q_OBJECT
public:
    explicit Client(Endpoint endpoint, QObject* parent = nullptr);
    /// `random` feeds the jitter of retries. The clock must outlive the client.
    Client(Endpoint endpoint, Clock& clock, Backoff::Random random, QObject* parent = nullptr);
    ~Client() override;

    const Endpoint& endpoint() const;
    void setUserAgent(const QByteArray& userAgent);

    /// Any answer with a status is a Response, error statuses too. Cancelling the future aborts the call.
    /// Everything under way ends as Cancelled when the client is destroyed. Any thread.
    QFuture<Result<Response>> send(const Request& request);

    /// The caller owns the stream and connects before control returns to the event loop.
    std::unique_ptr<Stream> stream(const Request& request);

    /// As stream(), with "Connection: Upgrade" and "Upgrade: tcp": after 101 or 200 a raw duplex channel
    /// (https://docs.docker.com/engine/api/v1.41/#operation/ContainerAttach). Unix sockets and tcp alike.
    std::unique_ptr<Stream> upgrade(const Request& request);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kaptan::net
