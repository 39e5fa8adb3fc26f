#include "tests/support/patience.h"
#include "ui/connections/prometheus_dialog.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;
using kaptan::test::slow;

class TestPrometheusDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void anAddressIsNamedAndTaken()
    {
        const QTemporaryDir folder;
        settings::Settings settings(folder.path());
        prometheus::Sources sources(settings);
        session::ConnectionSpec spec;
        spec.id = u"c1"_s;
        spec.name = u"<b>shop</b>"_s;
        {
            PrometheusDialog dialog(sources, spec);
            dialog.addressEdit()->setText(u"monitoring"_s);
            dialog.save();
            QVERIFY(dialog.errorText().contains(u"no address of a web server"_s));
            QCOMPARE(dialog.addressEdit()->text(), u"monitoring"_s); // nothing is lost
            QVERIFY(!sources.source(u"c1"_s));
            dialog.addressEdit()->setText(u"http://127.0.0.1:9090"_s);
            dialog.save();
            QCOMPARE(dialog.result(), int(QDialog::Accepted));
            QVERIFY(sources.source(u"c1"_s));
        }
        PrometheusDialog again(sources, spec);
        QCOMPARE(again.addressEdit()->text(), u"http://127.0.0.1:9090"_s);
        again.addressEdit()->clear();
        again.save();
        QVERIFY(!sources.source(u"c1"_s));
    }

    /// A fake: it says its version as the genuine one does (tests/prometheus_engine), then something else.
    void itIsTried()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray body = R"({"status":"success","data":{"version":"2.42.0<i>"}})";
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket* socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, &body] {
                socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " +
                              QByteArray::number(body.size()) + "\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
        });
        const QTemporaryDir folder;
        settings::Settings settings(folder.path());
        prometheus::Sources sources(settings);
        PrometheusDialog dialog(sources, {});
        dialog.show();
        dialog.addressEdit()->setText(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
        dialog.test();
        QTRY_COMPARE_WITH_TIMEOUT(dialog.testText(), u"It answers: Prometheus 2.42.0<i>"_s, slow);
        body = "<html>";
        dialog.test();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.errorText().isEmpty(), slow);
        QCOMPARE(sources.address({}), QString()); // a test keeps nothing
    }
};

QTEST_MAIN(TestPrometheusDialog)
#include "tst_prometheus_dialog.moc"
