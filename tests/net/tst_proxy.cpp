#include "evil_server.h"

#include <QSignalSpy>
#include <QTcpSocket>

using namespace kaptan;
using namespace kaptan::net;
using namespace Qt::StringLiterals;

namespace
{

/// Speaks as a proxy until it has seen where to, then as the server behind it.
struct FakeProxy {
    FakeProxy()
        : server(
              [this](QIODevice* socket, const QByteArray& bytes, int) {
                  if (silent)
                      EvilServer::closeSocket(socket);
                  else if (bytes.startsWith('\x05') || bytes.startsWith('\x01'))
                      socks(socket, bytes);
                  else
                      http(socket, bytes);
              },
              EvilServer::Tcp)
    {
        server.raw = true;
    }

    Endpoint endpoint(const QString& scheme, const QString& user = {}) const
    {
        Endpoint endpoint = *Endpoint::parse(u"http://inside.example:6080"_s);
        QUrl url(scheme + u"://127.0.0.1:"_s + QString::number(server.endpoint().url.port()));
        if (!user.isEmpty()) {
            url.setUserName(user);
            url.setPassword(u"s3cr3t@:"_s, QUrl::DecodedMode);
        }
        endpoint.proxy = url;
        return endpoint;
    }

    void http(QIODevice* socket, const QByteArray& head)
    {
        const qsizetype at = head.indexOf("Proxy-Authorization: Basic ");
        if (at >= 0)
            identity = QByteArray::fromBase64(head.mid(at + 27, head.indexOf('\r', at) - at - 27));
        if (head.startsWith("CONNECT ")) {
            target = head.split(' ').at(1);
            socket->write("HTTP/1.1 " + verdict + "\r\nContent-Length: 0\r\n" +
                          (verdict.startsWith("407") ? "Proxy-Authenticate: Basic realm=\"p\"\r\n" : "") +
                          "\r\n");
        } else {
            if (head.startsWith("GET http://"))
                target = head.mid(11, head.indexOf('/', 11) - 11);
            socket->write(verdict.startsWith("200")
                              ? EvilServer::ok("through")
                              : "HTTP/1.1 " + verdict + "\r\nContent-Length: 0\r\n\r\n");
        }
    }

    void socks(QIODevice* socket, const QByteArray& bytes)
    {
        if (bytes.startsWith('\x01')) { // RFC 1929: user and password
            identity = bytes.mid(2, bytes.at(1)) + ':' + bytes.mid(3 + bytes.at(1));
            socket->write(QByteArray::fromHex("0100"));
        } else if (bytes.size() > 4 && bytes.at(1) == 1 && bytes.at(2) == 0) {
            target = bytes.mid(5, bytes.at(4));
            socket->write(QByteArray::fromHex(verdict.startsWith("200") ? "05000001000000000000"
                                                                        : "05020001000000000000"));
        } else {
            socket->write(QByteArray::fromHex(bytes.contains('\x02') ? "0502" : "0500"));
        }
    }

    EvilServer server;
    QByteArray verdict = "200 OK";
    QByteArray target, identity;
    bool silent = false;
};

} // namespace

/// What goes through a proxy, and what is said when it does not.
class TestProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void leadsThrough_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QString>("user");
        for (const auto* scheme : {"http", "socks5"}) {
            QTest::addRow("%s", scheme) << QString::fromLatin1(scheme) << QString();
            QTest::addRow("%s with credentials", scheme) << QString::fromLatin1(scheme) << u"ayşe"_s;
        }
    }

    void leadsThrough()
    {
        QFETCH(QString, scheme);
        QFETCH(QString, user);
        FakeProxy proxy;
        Client client(proxy.endpoint(scheme, user));
        const auto answer = waitFor(client.send(get()));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().details()));
        QCOMPARE(answer->body, QByteArray("through"));
        QVERIFY2(proxy.target.startsWith("inside.example"), proxy.target.constData()); // resolved over there
        if (!user.isEmpty() && scheme == u"socks5"_s)
            QCOMPARE(proxy.identity, QByteArray("ayşe:s3cr3t@:"));
        proxy.target.clear();
        proxy.identity.clear();
        for (const bool upgrade : {false, true}) {
            const auto stream = upgrade ? client.upgrade(get()) : client.stream(get());
            QSignalSpy head(stream.get(), &Stream::headReceived);
            QTRY_COMPARE(head.count(), 1);
            QTRY_COMPARE(stream->bytesAvailable(), 7);
            QVERIFY(proxy.target.startsWith("inside.example"));
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QByteArray>("verdict");
        QTest::newRow("http, forbidden") << u"http"_s << QByteArray("403 Forbidden");
        QTest::newRow("http, wants credentials")
            << u"http"_s << QByteArray("407 Proxy Authentication Required");
        QTest::newRow("http, no way there") << u"http"_s << QByteArray("502 Bad Gateway");
        QTest::newRow("socks5, forbidden") << u"socks5"_s << QByteArray("no");
    }

    /// As TLS goes: by CONNECT.
    void refuses()
    {
        QFETCH(QString, scheme);
        QFETCH(QByteArray, verdict);
        FakeProxy proxy;
        proxy.verdict = verdict;
        Endpoint where = proxy.endpoint(scheme, u"ayse"_s);
        where.url = QUrl(u"https://inside.example:6443"_s);
        Client client(where);
        Request once = get();
        once.method = "POST"; // is not tried again
        const auto answer = waitFor(client.send(once));
        expectProxyError(answer ? std::nullopt : std::optional(answer.error()), where);
        for (const bool upgrade : {false, true}) {
            const auto stream = upgrade ? client.upgrade(get()) : client.stream(get());
            QSignalSpy end(stream.get(), &Stream::finished);
            QTRY_COMPARE(end.count(), 1);
            expectProxyError(end.first().first().value<std::optional<Error>>(), where);
        }
    }

    /// Qt never says that the proxy went away: our own time limit does.
    void closesWithoutAWord_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::newRow("http") << u"http"_s;
        QTest::newRow("socks5") << u"socks5"_s;
    }

    void closesWithoutAWord()
    {
        QFETCH(QString, scheme);
        FakeProxy proxy;
        proxy.silent = true;
        Endpoint where = proxy.endpoint(scheme, u"ayse"_s);
        where.url = QUrl(u"https://inside.example:6443"_s);
        ManualClock clock;
        Client client(where, clock, {});
        const auto call = client.send(get());
        QTRY_COMPARE(proxy.server.requests, 1);
        clock.advance(std::chrono::seconds(30));
        const auto answer = waitFor(call);
        QCOMPARE(kindOf(answer), u"timeout"_s);
        QVERIFY2(answer.error().details().contains(proxyAddress(where)),
                 qPrintable(answer.error().details()));
        QVERIFY(!answer.error().details().contains(u"s3cr3t"_s));
    }

    void isNotThere()
    {
        Endpoint where = *Endpoint::parse(u"http://inside.example:6080"_s);
        where.proxy = QUrl(u"http://ayse:s3cr3t@127.0.0.1:1"_s);
        Client client(where);
        const auto stream = client.stream(get());
        QSignalSpy end(stream.get(), &Stream::finished);
        QTRY_COMPARE(end.count(), 1);
        expectProxyError(end.first().first().value<std::optional<Error>>(), where);
    }

    void anEmptyOneIsDirect()
    {
        EvilServer server(
            [](QIODevice* socket, const QByteArray&, int) { socket->write(EvilServer::ok("direct")); },
            EvilServer::Tcp);
        Endpoint where = server.endpoint();
        where.proxy = QUrl();
        Client client(where);
        const auto answer = waitFor(client.send(get()));
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray("direct"));
    }

    void otherKindsAreNamed()
    {
        Endpoint where = *Endpoint::parse(u"https://inside.example:6443"_s);
        where.proxy = QUrl(u"ftp://ayse:s3cr3t@proxy.example:21"_s);
        Client client(where);
        const auto answer = waitFor(client.send(get()));
        QVERIFY(!answer && answer.error().as<NotAllowed>());
        QVERIFY2(answer.error().message().contains(u"ftp://proxy.example:21"_s),
                 qPrintable(answer.error().message()));
        QVERIFY(!answer.error().message().contains(u"s3cr3t"_s));
        const auto stream = client.upgrade(get());
        QSignalSpy end(stream.get(), &Stream::finished);
        QTRY_COMPARE(end.count(), 1);
    }

private:
    static QString proxyAddress(const Endpoint& where)
    {
        return u"127.0.0.1:"_s + QString::number(where.proxy->port());
    }

    static void expectProxyError(const std::optional<Error>& error, const Endpoint& where)
    {
        QVERIFY(error);
        QCOMPARE(kindOf(*error), u"proxy"_s);
        QVERIFY2(error->message().contains(proxyAddress(where)), qPrintable(error->message()));
        QVERIFY(error->message().contains(u"inside.example"_s));
        for (const QString& text : {error->message(), error->details(), error->advice()})
            QVERIFY2(!text.contains(u"s3cr3t"_s), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
