#include "app/net/http_connection.h"

#include <http_parser.h>

#include <algorithm>
#include <climits>
#include <cstring>

namespace kaptan::net
{

using Kind = TransportError::Kind;

namespace
{

constexpr qint64 kWriteAhead = 256 * 1024;
constexpr qint64 kBodyPiece = 64 * 1024;
constexpr int kMaxInterim = 64;

} // namespace

QByteArray ResponseHead::header(const QByteArray& name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

/// http-parser and what its callbacks gather. Body bytes are moved together inside the very buffer that is
/// being parsed: the parser never looks back, so each byte is copied at most once however small the chunks
/// are.
struct HttpConnection::Parser {
    http_parser parser;
    HttpConnection& owner;
    char* base = nullptr;
    const char* end = nullptr;
    qint64 used = 0;
    int expectLineEnd = 0; ///< bytes of the CR LF behind a chunk that the next buffer begins with
    int interim = 0;
    bool valueSeen = false;
    bool headDone = false;
    const char* complaint = nullptr;

    explicit Parser(HttpConnection& connection) : owner(connection) { reset(); }

    void reset()
    {
        http_parser_init(&parser, HTTP_RESPONSE);
        parser.data = this;
        expectLineEnd = interim = 0;
        valueSeen = headDone = false;
        complaint = nullptr;
    }

    static Parser& of(http_parser* p) { return *static_cast<Parser*>(p->data); }

    static int onBegin(http_parser* p)
    {
        Parser& self = of(p);
        self.owner.m_head = {};
        self.valueSeen = self.headDone = false;
        return 0;
    }

    static int onStatus(http_parser* p, const char* at, size_t length)
    {
        of(p).owner.m_head.reason.append(at, qsizetype(length));
        return 0;
    }

    static int onField(http_parser* p, const char* at, size_t length)
    {
        Parser& self = of(p);
        if (self.headDone)
            return 0; // a trailer: nobody asks for them
        Headers& headers = self.owner.m_head.headers;
        if (headers.isEmpty() || self.valueSeen)
            headers.emplaceBack();
        self.valueSeen = false;
        headers.last().first.append(at, qsizetype(length));
        return 0;
    }

    static int onValue(http_parser* p, const char* at, size_t length)
    {
        Parser& self = of(p);
        if (self.headDone)
            return 0;
        self.valueSeen = true;
        self.owner.m_head.headers.last().second.append(at, qsizetype(length));
        return 0;
    }

    static int onHeadComplete(http_parser* p)
    {
        Parser& self = of(p);
        HttpConnection& owner = self.owner;
        owner.m_head.status = int(p->status_code);
        for (auto& header : owner.m_head.headers)
            header.second = header.second.trimmed(); // the white space before the line's end is not of it
        self.headDone = true;
        if (p->status_code == 101) {
            if (!owner.m_exchange.wantsUpgrade) {
                self.complaint = "the server switched protocols unasked";
                return -1;
            }
            owner.m_headReady = true;
            return 2;
        }
        if (p->status_code < 200) {
            if (++self.interim > kMaxInterim) {
                self.complaint = "too many interim answers";
                return -1;
            }
            return 0;
        }
        owner.m_headReady = true;
        if (owner.m_exchange.isHead)
            return 1;
        // Engines older than the 101 answer hijack with a 200 that has no length.
        const bool hijacked = owner.m_exchange.wantsUpgrade && p->status_code == 200 &&
                              !(p->flags & F_CHUNKED) && p->content_length == ULLONG_MAX;
        return hijacked ? 2 : 0;
    }

    static int onBody(http_parser* p, const char* at, size_t length)
    {
        Parser& self = of(p);
        std::memmove(self.base + self.used, at, length);
        self.used += qint64(length);
        // Debian's build of the library takes any two bytes for the CR LF behind a chunk, and so would read
        // on in the middle of a body whose chunk size lies.
        if (!(p->flags & F_CHUNKED) || p->content_length > 0)
            return 0;
        self.expectLineEnd = 2;
        return self.takeLineEnd(at + length) ? 0 : -1;
    }

    bool takeLineEnd(const char* at)
    {
        for (; expectLineEnd > 0 && at < end; ++at, --expectLineEnd) {
            if (*at != (expectLineEnd == 2 ? '\r' : '\n')) {
                complaint = "a chunk is longer than its size says";
                return false;
            }
        }
        return true;
    }

    static int onComplete(http_parser* p)
    {
        Parser& self = of(p);
        if (p->status_code < 200 && !p->upgrade)
            return 0; // an interim answer: the real one follows
        if (!p->upgrade) {
            self.owner.m_complete = true;
            self.owner.m_reusable = http_should_keep_alive(p) != 0;
            http_parser_pause(p, 1);
        }
        return 0;
    }

    static const http_parser_settings& settings()
    {
        static const http_parser_settings table = [] {
            http_parser_settings s;
            http_parser_settings_init(&s);
            s.on_message_begin = onBegin;
            s.on_status = onStatus;
            s.on_header_field = onField;
            s.on_header_value = onValue;
            s.on_headers_complete = onHeadComplete;
            s.on_body = onBody;
            s.on_message_complete = onComplete;
            http_parser_set_max_header_size(uint32_t(kMaxHead));
            return s;
        }();
        return table;
    }
};

HttpConnection::HttpConnection(std::unique_ptr<Wire> wire, QObject* parent)
    : QObject(parent), m_wire(std::move(wire)), m_parser(std::make_unique<Parser>(*this))
{
    connect(m_wire.get(), &Wire::opened, this, &HttpConnection::onOpened);
    connect(m_wire.get(), &Wire::readyRead, this, &HttpConnection::onReadable);
    connect(m_wire.get(), &Wire::bytesWritten, this, [this] {
        pumpBody();
        if (m_raw)
            Q_EMIT bytesWritten();
    });
    connect(m_wire.get(), &Wire::closed, this, [this] {
        m_ended = true;
        onReadable();
    });
    connect(m_wire.get(), &Wire::failed, this, [this](const Error& error) {
        m_wireError = error;
        m_ended = true;
        onReadable();
    });
}

HttpConnection::~HttpConnection()
{
    abort();
}

void HttpConnection::start(const Exchange& exchange, BodyQueue* sink)
{
    Q_ASSERT(!m_active);
    m_exchange = exchange;
    m_sink = sink;
    m_head = {};
    m_parser->reset();
    m_error.reset();
    m_raw = m_anyByte = m_headReady = m_headDelivered = m_bodyArrived = m_complete = m_reusable = false;
    m_headSent = m_bodySent = m_bodyEnded = false;
    m_active = true;
    if (m_exchange.body && m_exchange.body->isSequential()) {
        connect(m_exchange.body, &QIODevice::readyRead, this, &HttpConnection::pumpBody);
        connect(m_exchange.body, &QIODevice::readChannelFinished, this, [this] {
            m_bodyEnded = true;
            pumpBody();
        });
    }
    if (m_wire->isOpen())
        onOpened();
    else
        m_wire->open();
}

void HttpConnection::onOpened()
{
    if (!m_active || m_headSent)
        return;
    m_headSent = true;
    m_wire->device()->write(m_exchange.head);
    pumpBody();
}

void HttpConnection::pumpBody()
{
    if (!m_active || !m_headSent || m_bodySent || m_raw)
        return;
    QIODevice* body = m_exchange.body;
    QIODevice* device = m_wire->device();
    bool ended = !body;
    QByteArray piece;
    while (!ended) {
        if (device->bytesToWrite() >= kWriteAhead)
            return; // bytesWritten() calls again
        piece.resize(kBodyPiece);
        const qint64 got = body->read(piece.data(), piece.size());
        if (got <= 0) {
            ended = got < 0 || m_bodyEnded || !body->isSequential();
            if (!ended)
                return; // its readyRead() calls again
            break;
        }
        piece.truncate(got);
        if (m_exchange.chunkedBody)
            device->write(QByteArray::number(got, 16) + "\r\n" + piece + "\r\n");
        else
            device->write(piece);
    }
    m_bodySent = true;
    if (body && m_exchange.chunkedBody)
        device->write("0\r\n\r\n");
}

void HttpConnection::onReadable()
{
    if (m_active)
        pump();
    else
        Q_EMIT dropped();
}

void HttpConnection::resume()
{
    // Queued, so that a reader is never called back from inside its own read().
    if (!m_active || m_resumePosted || m_sink->size() >= kReadAhead)
        return;
    if (!m_ended && m_wire->device()->bytesAvailable() == 0)
        return;
    m_resumePosted = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_resumePosted = false;
            pump();
        },
        Qt::QueuedConnection);
}

void HttpConnection::pump()
{
    if (m_pumping)
        return;
    const QPointer<HttpConnection> alive(this);
    m_pumping = true;
    QIODevice* device = m_wire->device();
    while (m_active && m_sink->size() < kReadAhead) {
        const qint64 available = std::min(device->bytesAvailable(), Wire::kReadBuffer);
        if (available <= 0)
            break;
        QByteArray input(available, Qt::Uninitialized);
        const qint64 got = device->read(input.data(), available);
        if (got <= 0)
            break;
        input.truncate(got);
        m_anyByte = true;
        feed(std::move(input));
        if (!deliver())
            return; // deleted by who was told
    }
    m_pumping = false;
    if (m_active && m_ended && (device->bytesAvailable() == 0 || !device->isReadable()))
        atEnd();
    Q_UNUSED(alive);
}

void HttpConnection::feed(QByteArray input)
{
    if (m_raw) {
        m_sink->append(std::move(input));
        m_bodyArrived = true;
        return;
    }
    Parser& p = *m_parser;
    p.base = input.data();
    p.end = p.base + input.size();
    p.used = 0;
    if (!p.takeLineEnd(p.base)) {
        m_error = parserError();
        return;
    }
    const auto size = size_t(input.size());
    const size_t used = http_parser_execute(&p.parser, &Parser::settings(), input.constData(), size);
    const auto problem = HTTP_PARSER_ERRNO(&p.parser);
    const size_t rest = size - std::min(used, size);
    if (problem == HPE_OK && p.parser.upgrade && m_headReady) {
        m_raw = true;
        std::memmove(p.base, p.base + used, rest);
        p.used = qint64(rest);
    } else if (problem == HPE_PAUSED && m_complete) {
        if (rest > 0)
            m_reusable = false; // bytes that nobody asked for
    } else if (problem != HPE_OK) {
        m_error = parserError();
    }
    if (p.used > 0) {
        input.truncate(p.used);
        m_sink->append(std::move(input));
        m_bodyArrived = true;
    }
}

/// Tells what the last bytes brought, in order. False when this object is gone.
bool HttpConnection::deliver()
{
    const QPointer<HttpConnection> alive(this);
    if (m_headReady && !m_headDelivered) {
        m_headDelivered = true;
        Q_EMIT headReceived();
        if (!alive)
            return false;
    }
    if (m_active && m_bodyArrived) {
        m_bodyArrived = false;
        Q_EMIT readyRead();
        if (!alive)
            return false;
    }
    if (m_active && (m_error || m_complete)) {
        m_pumping = false;
        finish(m_error);
        return !alive.isNull();
    }
    return true;
}

void HttpConnection::atEnd()
{
    m_reusable = false;
    if (m_raw) {
        finish(m_wireError);
        return;
    }
    if (m_anyByte && !m_wireError) {
        Parser& p = *m_parser;
        p.base = nullptr;
        p.end = nullptr;
        http_parser_execute(&p.parser, &Parser::settings(), nullptr, 0);
        if (m_complete) { // a body without a length ends with its connection
            m_reusable = false;
            deliver();
            return;
        }
    }
    finish(m_wireError ? *m_wireError : closedError());
}

void HttpConnection::finish(const std::optional<Error>& error)
{
    m_active = false;
    if (m_exchange.body)
        disconnect(m_exchange.body, nullptr, this, nullptr);
    if (!m_bodySent || m_ended || error)
        m_reusable = false;
    if (!m_reusable)
        m_wire->abort();
    m_exchange.body = nullptr;
    const std::optional<Error> outcome = error; // `error` may be a member of an object that goes
    Q_EMIT finished(outcome);
}

void HttpConnection::abort()
{
    m_active = false;
    m_reusable = false;
    if (m_exchange.body)
        disconnect(m_exchange.body, nullptr, this, nullptr);
    m_exchange.body = nullptr;
    m_wire->abort();
}

void HttpConnection::write(const QByteArray& bytes)
{
    if (m_active && m_raw)
        m_wire->device()->write(bytes);
}

void HttpConnection::closeWriting()
{
    if (m_active && m_raw)
        m_wire->closeWriting();
}

qint64 HttpConnection::bytesToWrite() const
{
    return m_wire->device()->bytesToWrite();
}

Error HttpConnection::parserError() const
{
    const auto problem = HTTP_PARSER_ERRNO(&m_parser->parser);
    if (m_parser->complaint)
        return Error(TransportError{Kind::Protocol, where(), QString::fromLatin1(m_parser->complaint)});
    const QString words = QString::fromLatin1(http_errno_description(problem));
    return Error(
        TransportError{problem == HPE_HEADER_OVERFLOW ? Kind::TooLarge : Kind::Protocol, where(), words});
}

Error HttpConnection::closedError() const
{
    QString words;
    if (!m_anyByte)
        words = QStringLiteral("connection closed before an answer");
    else if (!m_headReady)
        words = QStringLiteral("connection closed inside the headers of the answer");
    else
        words = QStringLiteral("connection closed inside the body of the answer");
    return Error(TransportError{Kind::Closed, where(), words});
}

} // namespace kaptan::net
