#pragma once

#include "app/core/error.h"
#include "app/net/http.h"

#include <QIODevice>
#include <QObject>

#include <memory>

namespace kaptan::net
{

/// One byte connection, whatever it runs over. The signals may come while open() is still running.
class Wire : public QObject
{
    Q_OBJECT
public:
    /// What the socket holds before the reader takes it; beside it only the kernel's buffer grows.
    static constexpr qint64 kReadBuffer = 256 * 1024;

    using QObject::QObject;
    virtual void open() = 0;
    virtual QIODevice* device() = 0;
    virtual bool isOpen() const = 0;
    virtual qintptr descriptor() const = 0;
    /// At once, without sending what is still buffered.
    virtual void abort() = 0;
    virtual void flush() = 0;

    /// Ends our direction once everything written is out; the other side's goes on.
    void closeWriting();
    /// An idle connection that the other side has neither closed nor written to.
    bool isQuiet() const;

    const QString& where() const { return m_where; }

Q_SIGNALS:
    void opened();
    void readyRead();
    void bytesWritten();
    /// The other side ended; what came before is still readable.
    void closed();
    void failed(const kaptan::Error& error);

protected:
    void shutDownWhenWritten();

    QString m_where;
    bool m_closeWriting = false;
};

std::unique_ptr<Wire> makeLocalWire(const QString& socketPath);
/// TCP for http, TLS for https, with the identity of the endpoint.
std::unique_ptr<Wire> makeTcpWire(const Endpoint& endpoint);

} // namespace kaptan::net
