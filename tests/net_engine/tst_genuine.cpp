#include "app/net/http.h"
#include "tests/support/patience.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace kaptan;
using namespace kaptan::net;
using kaptan::test::slow;

/// The transport against the engines themselves.
class TestGenuine : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::newRow("docker") << QByteArray("KAPTAN_TEST_DOCKER");
        QTest::newRow("podman") << QByteArray("KAPTAN_TEST_PODMAN");
    }

    void init()
    {
        QFETCH_GLOBAL(QByteArray, variable);
        m_socket = qEnvironmentVariable(variable.constData());
        if (m_socket.isEmpty())
            QSKIP(qPrintable(QStringLiteral("%1 names no engine").arg(QString::fromLatin1(variable))));
        m_client = std::make_unique<Client>(Endpoint::unixSocket(m_socket));
    }

    void cleanup() { m_client.reset(); }

    void pingAndVersion()
    {
        Request ping;
        ping.path = QStringLiteral("/_ping");
        const auto pong = m_client->send(ping);
        Request version;
        version.path = QStringLiteral("/version");
        const auto answer = m_client->send(version);
        QTRY_VERIFY_WITH_TIMEOUT(pong.isFinished() && answer.isFinished(), slow);
        QVERIFY2(pong.result(), "no answer to the ping");
        QCOMPARE(pong.result()->status, 200);
        QCOMPARE(pong.result()->body, QByteArray("OK"));
        QVERIFY(!pong.result()->header("api-version").isEmpty());
        QVERIFY(answer.result());
        QVERIFY(
            QJsonDocument::fromJson(answer.result()->body).object().contains(QStringLiteral("ApiVersion")));
    }

    void unknownPathIsAnAnswer()
    {
        Request request;
        request.path = QStringLiteral("/containers/net-there-is-none/json");
        const auto answer = m_client->send(request);
        QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), slow);
        QVERIFY(answer.result());
        QCOMPARE(answer.result()->status, 404);
    }

    void hijackedExecEchoesWithHalfClose()
    {
        const auto call = [&](const QByteArray& method, const QString& path, const QByteArray& body) {
            Request request;
            request.method = method;
            request.path = path;
            request.body = body;
            const auto future = m_client->send(request);
            [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), slow); }();
            return future.result();
        };
        Request create;
        create.method = "POST";
        create.path = QStringLiteral("/containers/create");
        addQuery(create.query, QStringLiteral("name"), QStringLiteral("net-hijack"));
        create.body =
            R"({"Image":"test/busybox:1","Cmd":["sleep","600"],"HostConfig":{"NetworkMode":"none"}})";
        const auto made = m_client->send(create);
        QTRY_VERIFY_WITH_TIMEOUT(made.isFinished(), slow);
        QVERIFY(made.result());
        QVERIFY2(made.result()->status == 201, made.result()->body.constData());
        const auto removed = qScopeGuard([&] {
            Request remove;
            remove.method = "DELETE";
            remove.path = QStringLiteral("/containers/net-hijack");
            addQuery(remove.query, QStringLiteral("force"), QStringLiteral("1"));
            const auto gone = m_client->send(remove);
            [&] { QTRY_VERIFY_WITH_TIMEOUT(gone.isFinished(), slow); }();
        });
        const auto started = call("POST", QStringLiteral("/containers/net-hijack/start"), {});
        QVERIFY(started);
        QVERIFY2(started->status == 204, started->body.constData());
        const auto exec = call("POST", QStringLiteral("/containers/net-hijack/exec"),
                               R"({"AttachStdin":true,"AttachStdout":true,"Cmd":["wc","-c"]})");
        QVERIFY(exec);
        QCOMPARE(exec->status, 201);
        const QString id =
            QJsonDocument::fromJson(exec->body).object().value(QStringLiteral("Id")).toString();

        Request request;
        request.method = "POST";
        request.path = QStringLiteral("/exec/%1/start").arg(id);
        request.body = R"({"Detach":false,"Tty":false})";
        const auto stream = m_client->upgrade(request);
        QSignalSpy head(stream.get(), &Stream::headReceived);
        QSignalSpy end(stream.get(), &Stream::finished);
        QTRY_COMPARE_WITH_TIMEOUT(head.count(), 1, slow);
        QVERIFY(stream->status() == 101 || stream->status() == 200);
        stream->write(QByteArray(100000, 'x'));
        stream->closeWriting();
        QTRY_COMPARE_WITH_TIMEOUT(end.count(), 1, slow);
        // The end of our direction reached wc, and its answer us: one frame of the multiplexed stream.
        QCOMPARE(stream->read(1000).mid(8), QByteArray("100000\n"));
    }

private:
    QString m_socket;
    std::unique_ptr<Client> m_client;
};

QTEST_GUILESS_MAIN(TestGenuine)
#include "tst_genuine.moc"
