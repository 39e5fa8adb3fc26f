#pragma once

#include "app/core/error.h"
#include "app/net/body_queue.h"
#include "app/net/http.h"
#include "app/net/wire.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace kaptan::net
{

/// What goes out on a connection, ready to be written.
struct Exchange {
    QByteArray head; ///< request line and headers with the empty line
    bool isHead = false;
    bool wantsUpgrade = false;
    QPointer<QIODevice> body{}; ///< open
    bool chunkedBody = false;   ///< its length is not in the head
};

struct ResponseHead {
    int status = 0;
    QByteArray reason;
    Headers headers;

    QByteArray header(const QByteArray& name) const;
};

/// HTTP/1.1 over a wire, one exchange after the other (RFC 9112). Parsing is http-parser's; here are the
/// limits, the flow control and the upgrade to a raw duplex stream.
class HttpConnection : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 kMaxHead = 64 * 1024;
    /// With the wire's own buffer this is the 1 MiB that a stream may read ahead of its reader.
    static constexpr qint64 kReadAhead = 1024 * 1024 - Wire::kReadBuffer;

    explicit HttpConnection(std::unique_ptr<Wire> wire, QObject* parent = nullptr);
    ~HttpConnection() override;

    /// Opens the wire where needed. The body goes to `sink`, which outlives the exchange; its owner calls
    /// resume() after taking from it.
    void start(const Exchange& exchange, BodyQueue* sink);
    void resume();
    void abort();

    const ResponseHead& head() const { return m_head; }

    bool isUpgraded() const { return m_raw; }

    /// Nothing has come on this exchange yet.
    bool isUnanswered() const { return !m_anyByte; }

    /// After finished(): the next exchange may use this connection.
    bool isReusable() const { return !m_active && m_reusable && m_wire->isQuiet(); }

    void write(const QByteArray& bytes);
    void closeWriting();
    qint64 bytesToWrite() const;

    const QString& where() const { return m_wire->where(); }

Q_SIGNALS:
    void headReceived();
    void readyRead();
    void bytesWritten();
    /// The exchange is over; what was received is in the sink.
    void finished(const std::optional<kaptan::Error>& error);
    /// An idle connection ended or spoke out of turn.
    void dropped();

private:
    struct Parser;
    void onOpened();
    void onReadable();
    void pump();
    void pumpBody();
    void feed(QByteArray input);
    void atEnd();
    bool deliver();
    void finish(const std::optional<Error>& error);
    Error parserError() const;
    Error closedError() const;

    std::unique_ptr<Wire> m_wire;
    std::unique_ptr<Parser> m_parser;
    Exchange m_exchange;
    BodyQueue* m_sink = nullptr;
    ResponseHead m_head;
    std::optional<Error> m_error;     ///< of the parser, to be delivered after what came before it
    std::optional<Error> m_wireError; ///< of the socket, to be delivered after what is still buffered
    bool m_active = false;
    bool m_headSent = false;
    bool m_bodySent = false;
    bool m_bodyEnded = false; ///< our own, of a source that tells its end by a signal
    bool m_raw = false;
    bool m_anyByte = false;
    bool m_headReady = false;
    bool m_headDelivered = false;
    bool m_bodyArrived = false;
    bool m_complete = false;
    bool m_reusable = false;
    bool m_ended = false; ///< the other side closed
    bool m_pumping = false;
    bool m_resumePosted = false;
};

} // namespace kaptan::net
