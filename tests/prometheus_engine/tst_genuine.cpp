#include "app/prometheus/sources.h"
#include "tests/support/patience.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace kaptan;
using namespace Qt::StringLiterals;
using history::Metric;
using kaptan::test::slow;

namespace
{

int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

/// Debian's own Prometheus with half an hour of known counters: what Kaptan draws of it is what was counted.
class TestGenuine : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase()
    {
        const QString program = QStandardPaths::findExecutable(u"prometheus"_s);
        if (program.isEmpty())
            QSKIP("there is no prometheus: packaging/install-packages test installs it");
        // A web server that is no Prometheus.
        QVERIFY(m_page.listen(QHostAddress::LocalHost));
        connect(&m_page, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = m_page.nextPendingConnection()) {
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                    if (!socket->readAll().contains("\r\n\r\n"))
                        return;
                    socket->write(
                        "HTTP/1.1 200 OK\r\nContent-Length: 12\r\nConnection: close\r\n\r\n<html></html");
                    socket->disconnectFromHost();
                });
            }
        });
        // What it scraped in half an hour, as cAdvisor tells it: half a core, 64 MiB, ten minutes missing.
        QByteArray cpu = "# TYPE container_cpu_usage_seconds counter\n",
                   memory = "# TYPE container_memory_working_set_bytes gauge\n";
        for (qint64 ago = 1800; ago >= 0; ago -= 15) {
            if (ago < 1200 && ago > 600)
                continue;
            const qint64 at = m_now - ago;
            const QByteArray time = ' ' + QByteArray::number(at) + '\n';
            cpu += "container_cpu_usage_seconds_total{name=\"web\"} " +
                   QByteArray::number(double(1800 - ago) / 2) + time;
            memory += "container_memory_working_set_bytes{name=\"web\"} 67108864" + time;
        }
        QFile scraped(m_folder.filePath(u"scraped"_s));
        QVERIFY(scraped.open(QIODevice::WriteOnly));
        scraped.write(cpu + memory + "# EOF\n");
        scraped.close();
        QProcess promtool;
        promtool.setProcessChannelMode(QProcess::MergedChannels);
        promtool.start(u"promtool"_s, {u"tsdb"_s, u"create-blocks-from"_s, u"openmetrics"_s,
                                       scraped.fileName(), m_folder.filePath(u"data"_s)});
        QVERIFY(promtool.waitForFinished(slow));
        QVERIFY2(promtool.exitCode() == 0, promtool.readAll().constData());
        m_port = freePort();
        QFile config(m_folder.filePath(u"prometheus.yml"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("global: {}\n");
        config.close();
        m_server.setProcessChannelMode(QProcess::MergedChannels);
        m_server.start(program, {u"--config.file="_s + config.fileName(),
                                 u"--storage.tsdb.path="_s + m_folder.filePath(u"data"_s),
                                 u"--web.listen-address=127.0.0.1:%1"_s.arg(m_port)});
        QVERIFY(m_server.waitForStarted());
        m_settings = std::make_unique<settings::Settings>(m_folder.filePath(u"config"_s));
        m_sources = std::make_unique<prometheus::Sources>(*m_settings);
        QVERIFY(m_sources->setAddress(u"c1"_s, u"http://127.0.0.1:%1"_s.arg(m_port)));
    }

    void cleanupTestCase()
    {
        m_server.terminate();
        if (m_server.state() != QProcess::NotRunning && !m_server.waitForFinished(10'000))
            m_server.kill();
    }

    void itSaysItsVersion()
    {
        QString version;
        QTRY_VERIFY2_WITH_TIMEOUT(
            !(version = wait(m_sources->test(m_sources->address(u"c1"_s))).value_or(QString())).isEmpty(),
            m_server.readAll().constData(), slow);
        QVERIFY2(version.startsWith(u"2."_s) || version.startsWith(u"3."_s), qPrintable(version));
    }

    void itsCurves()
    {
        const history::Subject web{u"c1"_s, u"container:/web"_s, u"container"_s, {}, u"web"_s};
        history::CurveQuery query;
        query.from = m_now - 1800;
        query.to = m_now;
        query.points = 60;
        const auto answer = wait(m_sources->source(u"c1"_s)->curves(web, query));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message() + answer.error().details()));
        QCOMPARE(answer->size(), 2); // neither network nor disk: nobody said so
        const history::Curve& cpu = *of(*answer, Metric::Cpu);
        const history::Curve& memory = *of(*answer, Metric::Memory);
        QCOMPARE(cpu.points.last().sum, 500'000);
        QCOMPARE(memory.points.last().sum, 67'108'864);
        QCOMPARE(memory.subject, web.key);
        // What was not scraped is a gap (a Prometheus holds a level for five minutes).
        qint64 longest = 0;
        for (qsizetype i = 1; i < memory.points.size(); ++i)
            longest = std::max(longest, memory.points[i].at - memory.points[i - 1].at);
        QVERIFY2(longest > memory.gap, qPrintable(QString::number(longest)));
        // Another time: nothing is made up.
        history::CurveQuery before;
        before.to = m_now - 7200;
        before.from = before.to - 900;
        const auto none = wait(m_sources->source(u"c1"_s)->curves(web, before));
        QVERIFY(none);
        QVERIFY(none->isEmpty());
    }

    void aServerThatIsNone()
    {
        const auto page = wait(m_sources->test(u"http://127.0.0.1:%1"_s.arg(m_page.serverPort())));
        QVERIFY(!page);
        QVERIFY(page.error().as<ParseError>());
        const auto nobody = wait(m_sources->test(u"http://127.0.0.1:%1"_s.arg(freePort())));
        QVERIFY(!nobody);
        QVERIFY(nobody.error().as<TransportError>());
        QVERIFY(!wait(m_sources->test(u"nothing"_s)));
    }

private:
    template <class T>
    static Result<T> wait(const QFuture<Result<T>>& future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, slow) || future.resultCount() == 0)
            return failure(Cancelled{});
        return future.result();
    }

    static const history::Curve* of(const QVector<history::Curve>& curves, Metric metric)
    {
        for (const history::Curve& curve : curves)
            if (curve.metric == metric)
                return &curve;
        return nullptr;
    }

    QTemporaryDir m_folder;
    QTcpServer m_page;
    QProcess m_server;
    int m_port = 0;
    const qint64 m_now = QDateTime::currentSecsSinceEpoch() / 15 * 15;
    std::unique_ptr<settings::Settings> m_settings;
    std::unique_ptr<prometheus::Sources> m_sources;
};

QTEST_GUILESS_MAIN(TestGenuine)
#include "tst_genuine.moc"
