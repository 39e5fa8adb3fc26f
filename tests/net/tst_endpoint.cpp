#include "app/net/body_queue.h"
#include "app/net/http.h"

#include <QTest>

using namespace kaptan;
using namespace kaptan::net;

class TestEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void parse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char* text, const char* url, const char* shown) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(url)
                                << QString::fromUtf8(shown);
        };
        row("unix:///run/docker.sock", "unix+http:///run/docker.sock", "/run/docker.sock");
        row(" /run/a b.sock ", "unix+http:///run/a b.sock", "/run/a b.sock");
        row("/tmp/%41?x#y", "unix+http:///tmp/%2541%3Fx%23y", "/tmp/%41?x#y");
        row("tcp://h:2375", "http://h:2375", "h:2375");
        row("tcp://h", "http://h:2375", "h:2375");
        row("tcp://h:2376", "https://h:2376", "h:2376");
        row("HTTP://h", "http://h", "h:80");
        row("https://h/", "https://h", "h:443");
        row("https://[::1]:6443/k8s", "https://[::1]:6443/k8s", "[::1]:6443");
        row("", "", "");
        row("docker.sock", "", "");
        row("unix://docker.sock", "", "");
        row("ftp://h", "", "");
        row("http://", "", "");
        row("http://u:p@h", "", "");
        row("http://h?x=1", "", "");
        row("http://h:99999", "", "");
    }

    void parse()
    {
        QFETCH(QString, text);
        QFETCH(QString, url);
        QFETCH(QString, shown);
        const auto endpoint = Endpoint::parse(text);
        if (url.isEmpty()) {
            QVERIFY(!endpoint);
            QVERIFY(endpoint.error().as<InvalidInput>());
            QVERIFY(!endpoint.error().advice().isEmpty());
            return;
        }
        QVERIFY(endpoint);
        QCOMPARE(endpoint->url.toString(QUrl::PrettyDecoded), url);
        QCOMPARE(endpoint->displayName(), shown);
        QCOMPARE(endpoint->isUnixSocket(), shown.startsWith(u'/'));
    }

    void sshIsNotSupported()
    {
        const auto endpoint = Endpoint::parse(QStringLiteral("ssh://root@h"));
        QVERIFY(!endpoint);
        QVERIFY(endpoint.error().as<NotAllowed>());
    }

    void queryHoldsAnyText()
    {
        QUrlQuery query;
        addQuery(query, QStringLiteral("filters"), QStringLiteral("{\"a\":[\"b+c&d=%41 e\"]}"));
        QCOMPARE(query.toString(QUrl::FullyEncoded),
                 QStringLiteral("filters=%7B%22a%22%3A%5B%22b%2Bc%26d%3D%2541%20e%22%5D%7D"));
    }

    void bodyQueue()
    {
        BodyQueue queue;
        QByteArray expected;
        for (int i = 0; i < 300; ++i) {
            const QByteArray block(i % 7 == 0 ? 40000 : i, char('a' + i % 26));
            expected += block;
            queue.append(block);
        }
        QCOMPARE(queue.size(), expected.size());
        QByteArray got;
        char small[777];
        for (int i = 0; queue.size() > 0; ++i) {
            if (i % 3 == 0)
                got.append(small, qsizetype(queue.read(small, sizeof small)));
            else
                got += queue.take(i % 3 == 1 ? 50000 : 11);
        }
        QVERIFY(got == expected);
        QVERIFY(queue.take(10).isEmpty());
    }

    void bodyQueueGivesLargeBlocksUncopied()
    {
        BodyQueue queue;
        const QByteArray block(100000, 'x');
        queue.append(block);
        QCOMPARE(queue.take(1 << 20).constData(), block.constData());
    }
};

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
