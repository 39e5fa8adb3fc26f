#pragma once

#include "tests/support/place/place.h"

#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QPointer>
#include <QTemporaryDir>

#include <functional>

/// An engine that does what a genuine one will not do on demand: answers late, or with nonsense. Speaks just
/// enough HTTP; /_ping, /version and /info are those of a genuine Docker.
class FakeEngine : public QObject
{
public:
    struct Call {
        QByteArray target; ///< "/v1.41/containers/json?all=1"
        QPointer<QLocalSocket> socket;

        void answer(const QByteArray& body,
                    const QByteArray& head = "200 OK\r\nContent-Type: application/json") const
        {
            if (socket)
                socket->write("HTTP/1.1 " + head + "\r\nContent-Length: " + QByteArray::number(body.size()) +
                              "\r\n\r\n" + body);
        }

        void beginStream() const
        {
            if (socket)
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: "
                              "chunked\r\n\r\n");
        }

        void chunk(const QByteArray& bytes) const
        {
            if (socket)
                socket->write(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
        }

        void endStream() const
        {
            if (socket)
                socket->write("0\r\n\r\n");
        }

        void drop() const
        {
            if (socket)
                socket->abort();
        }
    };

    FakeEngine()
    {
        connect(&m_server, &QLocalServer::newConnection, this, [this] {
            while (QLocalSocket* socket = m_server.nextPendingConnection())
                connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        });
        if (!m_server.listen(path()))
            qFatal("cannot listen");
    }

    QString path() const { return m_dir.filePath(QStringLiteral("e.sock")); }

    /// Takes a call before the usual answers; false: not this one.
    std::function<bool(const Call&)> handle;
    QByteArray containers = "[]";
    QList<QByteArray> calls;
    Call events;     ///< the last event stream
    int streams = 0; ///< event streams so far

private:
    void read(QLocalSocket* socket)
    {
        QByteArray& head = m_heads[socket];
        head += socket->readAll();
        for (qsizetype end = head.indexOf("\r\n\r\n"); end >= 0; end = head.indexOf("\r\n\r\n")) {
            const QByteArray target = head.left(end).split(' ').value(1);
            head.remove(0, end + 4);
            calls.append(target);
            Q_ASSERT(!target.isEmpty());
            take({target, socket});
        }
    }

    void take(const Call& call)
    {
        if (handle && handle(call))
            return;
        if (call.target.endsWith("/_ping"))
            call.answer("OK", "200 OK\r\nApi-Version: 1.41\r\nContent-Type: text/plain");
        else if (call.target.endsWith("/version"))
            call.answer(recorded("docker-version.json"));
        else if (call.target.endsWith("/info"))
            call.answer(recorded("docker-info.json"));
        else if (call.target.contains("/events")) {
            ++streams;
            events = call;
            call.beginStream();
        } else if (call.target.contains("/containers/json"))
            call.answer(containers);
        else
            call.answer(R"({"message":"No such container: x"})",
                        "404 Not Found\r\nContent-Type: application/json");
    }

    static QByteArray recorded(const char* name)
    {
        QFile file(kaptan::test::sourceDir() + QStringLiteral("/tests/docker_api/data/") +
                   QString::fromLatin1(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_dir;
    QLocalServer m_server;
    QHash<QLocalSocket*, QByteArray> m_heads;
};
