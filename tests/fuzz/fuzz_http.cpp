#include "app/net/http_connection.h"

#include <QBuffer>
#include <QCoreApplication>

#include <cstdint>
#include <cstdlib>

using namespace kaptan;
using namespace kaptan::net;

namespace
{

/// What has come and was not taken yet; what is written goes nowhere.
class Tap : public QIODevice
{
public:
    Tap() { open(QIODevice::ReadWrite | QIODevice::Unbuffered); }

    bool isSequential() const override { return true; }

    qint64 bytesAvailable() const override { return m_bytes.size(); }

    void pour(const QByteArray& bytes) { m_bytes += bytes; }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        const qint64 count = std::min<qint64>(most, m_bytes.size());
        memcpy(data, m_bytes.constData(), size_t(count));
        m_bytes.remove(0, count);
        return count;
    }

    qint64 writeData(const char*, qint64 size) override { return size; }

private:
    QByteArray m_bytes;
};

/// A connection without a socket.
class TapWire : public Wire
{
public:
    void open() override
    {
        m_open = true;
        Q_EMIT opened();
    }

    QIODevice* device() override { return &tap; }

    bool isOpen() const override { return m_open; }

    qintptr descriptor() const override { return -1; }

    void abort() override { m_open = false; }

    void flush() override {}

    Tap tap;

private:
    bool m_open = false;
};

struct Heard {
    QByteArray body, reason;
    Headers headers;
    int status = 0, finished = 0;
    bool good = false;

    bool operator==(const Heard&) const = default;
};

Heard hear(const QByteArray& answer, qsizetype step, bool isHead, bool wantsUpgrade)
{
    Heard heard;
    BodyQueue sink;
    auto made = std::make_unique<TapWire>();
    TapWire* wire = made.get();
    HttpConnection connection(std::move(made));
    QObject::connect(&connection, &HttpConnection::finished, &connection,
                     [&heard](const std::optional<Error>& error) {
                         ++heard.finished;
                         heard.good = !error;
                     });
    Exchange exchange;
    exchange.head = "GET / HTTP/1.1\r\n\r\n";
    exchange.isHead = isHead;
    exchange.wantsUpgrade = wantsUpgrade;
    connection.start(exchange, &sink);
    for (qsizetype at = 0; at < answer.size() && heard.finished == 0; at += step) {
        wire->tap.pour(answer.mid(at, step));
        Q_EMIT wire->readyRead();
    }
    if (heard.finished == 0)
        Q_EMIT wire->closed();
    heard.status = connection.head().status;
    heard.reason = connection.head().reason;
    heard.headers = connection.head().headers;
    heard.body = sink.take(sink.size());
    if (heard.finished != 1)
        std::abort(); // every exchange has one end
    return heard;
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv)
{
    static QCoreApplication application(*argc, *argv);
    return 0;
}

/// An answer, whole and in pieces: a good one says the same both ways.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size < 1)
        return 0;
    const bool isHead = data[0] & 1, wantsUpgrade = data[0] & 2;
    const QByteArray answer(reinterpret_cast<const char*>(data + 1), qsizetype(size - 1));
    const Heard whole = hear(answer, std::max<qsizetype>(answer.size(), 1), isHead, wantsUpgrade);
    const Heard pieces = hear(answer, 3, isHead, wantsUpgrade);
    if (whole.good != pieces.good || (whole.good && !(whole == pieces)))
        std::abort();
    return 0;
}
