#pragma once

#include "app/net/http.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QIODevice>
#include <QLocalServer>
#include <QObject>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>
#include <memory>

/// A server that does what it is told, however wrong. In the thread of the test.
class EvilServer : public QObject
{
    Q_OBJECT
public:
    /// Gets each complete request and the socket to answer on. `count` begins at 1 and counts all requests.
    using Handler = std::function<void(QIODevice* socket, const QByteArray& request, int count)>;

    enum Kind { Local, Tcp };

    explicit EvilServer(Handler handler, Kind kind = Local);

    kaptan::net::Endpoint endpoint() const;

    QString socketPath() const { return m_dir.filePath(QStringLiteral("s")); }

    int connections = 0;
    int requests = 0;
    int open = 0;
    /// Of all answers: what the kernel took from us.
    qint64 accepted = 0;
    /// Talks before it is asked, when set.
    QByteArray greeting;
    /// Whatever arrives goes to the handler, request or not.
    bool raw = false;

    static void closeSocket(QIODevice* socket);
    static QByteArray ok(const QByteArray& body, const QByteArray& headers = {});

private:
    void take(QIODevice* socket);

    QTemporaryDir m_dir;
    Handler m_handler;
    QLocalServer m_local;
    QTcpServer m_tcp;
    Kind m_kind;
};

template <class T>
kaptan::Result<T> waitFor(const QFuture<kaptan::Result<T>>& future)
{
    // Not QTest::qWaitFor(), which sleeps between the turns of the loop.
    QEventLoop loop;
    QFutureWatcher<kaptan::Result<T>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(60000, &loop, [] { qFatal("a future hangs"); });
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    if (future.resultCount() == 0)
        return kaptan::failure(kaptan::Cancelled{});
    return future.result();
}

/// "-" for a value, otherwise the kind of failure in a word.
QString kindOf(const kaptan::Error& error);

template <class T>
QString kindOf(const kaptan::Result<T>& result)
{
    return result ? QStringLiteral("-") : kindOf(result.error());
}

inline kaptan::net::Request get(const QString& path = QStringLiteral("/x"))
{
    kaptan::net::Request request;
    request.path = path;
    return request;
}
