#pragma once

#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>

/// Stands before an engine's socket, so that a test can cut its connections; a genuine engine would have to
/// be killed for that, under the feet of other tests.
class LocalProxy : public QObject
{
    Q_OBJECT
public:
    explicit LocalProxy(const QString& target) : m_target(target)
    {
        connect(&m_server, &QLocalServer::newConnection, this, &LocalProxy::accept);
        resume();
    }

    ~LocalProxy() override { cut(); }

    QString path() const { return m_dir.filePath(QStringLiteral("p.sock")); }

    /// Breaks all connections and refuses new ones.
    void cut()
    {
        m_server.close();
        for (QLocalSocket* socket : findChildren<QLocalSocket*>()) {
            socket->disconnect();
            socket->abort();
            delete socket;
        }
    }

    void resume()
    {
        QLocalServer::removeServer(path());
        if (!m_server.listen(path()))
            qFatal("cannot listen");
    }

    int accepted = 0;

private:
    void accept()
    {
        while (QLocalSocket* near = m_server.nextPendingConnection()) {
            ++accepted;
            near->setParent(this);
            auto* far = new QLocalSocket(this);
            far->connectToServer(m_target);
            pipe(near, far);
            pipe(far, near);
        }
    }

    void pipe(QLocalSocket* from, QLocalSocket* to)
    {
        connect(from, &QLocalSocket::readyRead, to, [from, to] { to->write(from->readAll()); });
        connect(from, &QLocalSocket::disconnected, to, [from, to] {
            to->write(from->readAll());
            to->disconnectFromServer();
            from->deleteLater();
        });
    }

    QTemporaryDir m_dir;
    QLocalServer m_server;
    QString m_target;
};
