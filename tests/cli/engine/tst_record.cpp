#include "tests/support/patience.h"
#include "tests/support/place/place.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using kaptan::test::slow;

/// `kaptanctl record` as a service runs it: a genuine Docker's samples come into the history, one at a time
/// records, and it ends when it is told to.
class TestRecord : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase()
    {
        m_socket = qEnvironmentVariable("KAPTAN_TEST_DOCKER");
        if (m_socket.isEmpty())
            QSKIP("no genuine engine: KAPTAN_TEST_DOCKER is not set");
        QVERIFY(QDir().mkpath(m_home.filePath(u"config"_s)));
        QFile settings(m_home.filePath(u"config/settings.json"_s));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write(R"({"values":{"history/intervalSeconds":5},"marks":{}})");
        settings.close();
        const QJsonObject made = engine(
            u"POST"_s, u"/containers/create?name=cli-recorded"_s,
            R"({"Image":"test/busybox:1","Cmd":["sh","-c","while :; do :; done"],"HostConfig":{"NanoCpus":100000000}})");
        m_container = made[u"Id"_s].toString();
        QVERIFY2(!m_container.isEmpty(), QJsonDocument(made).toJson().constData());
        engine(u"POST"_s, u"/containers/"_s + m_container + u"/start"_s);
    }

    void cleanupTestCase()
    {
        if (!m_container.isEmpty())
            engine(u"DELETE"_s, u"/containers/"_s + m_container + u"?force=1"_s);
    }

    void itRecordsUntilItIsToldToEnd()
    {
        QProcess first, second;
        start(first);
        QString said;
        QTRY_VERIFY2_WITH_TIMEOUT(
            (said += QString::fromUtf8(first.readAll())).contains(u"DOCKER_HOST: recording"_s),
            qPrintable(said), slow);
        start(second);
        QString saidToo;
        QTRY_VERIFY2_WITH_TIMEOUT((saidToo += QString::fromUtf8(second.readAll()))
                                      .contains(u"DOCKER_HOST: another Kaptan records it"_s),
                                  qPrintable(saidToo), slow);
        QTRY_VERIFY_WITH_TIMEOUT(samples() >= 2, slow);
        for (QProcess* one : {&second, &first}) {
            one->terminate();
            QVERIFY(one->waitForFinished(slow));
            QCOMPARE(one->exitStatus(), QProcess::NormalExit);
            QCOMPARE(one->exitCode(), 143); // told to end, as its help says; its service knows that
        }
        // What was kept is there when nobody runs.
        const int kept = samples();
        QVERIFY(kept >= 2);
        QVERIFY(QFile::exists(m_home.filePath(u"data/history.db"_s)));
        QProcess again; // the lock is free
        start(again);
        said.clear();
        QTRY_VERIFY2_WITH_TIMEOUT(
            (said += QString::fromUtf8(again.readAll())).contains(u"DOCKER_HOST: recording"_s),
            qPrintable(said), slow);
        again.terminate();
        QVERIFY(again.waitForFinished(slow));
    }

    void whatItCannotRecord()
    {
        QProcess none;
        start(none, {u"record"_s, u"-c"_s, u"nowhere"_s});
        QVERIFY(none.waitForFinished(slow));
        QCOMPARE(none.exitCode(), 2);
        QVERIFY(none.readAll().contains("nowhere"));
        start(none, {u"record"_s, u"--for"_s, u"soon"_s});
        QVERIFY(none.waitForFinished(slow));
        QCOMPARE(none.exitCode(), 2);
    }

private:
    QJsonObject engine(const QString& method, const QString& path, const QByteArray& body = {}) const
    {
        QProcess curl;
        QStringList arguments{u"-s"_s, u"--unix-socket"_s,       m_socket, u"-X"_s,
                              method,  u"http://engine"_s + path};
        if (!body.isEmpty())
            arguments << u"-H"_s << u"Content-Type: application/json"_s << u"-d"_s << QString::fromUtf8(body);
        curl.start(u"curl"_s, arguments);
        return curl.waitForFinished(slow) ? QJsonDocument::fromJson(curl.readAllStandardOutput()).object()
                                          : QJsonObject();
    }

    void start(QProcess& process, const QStringList& words = {u"record"_s, u"-c"_s, u"DOCKER_HOST"_s}) const
    {
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
        environment.insert(u"HOME"_s, m_home.path());
        environment.insert(u"KAPTAN_CONFIG_DIR"_s, m_home.filePath(u"config"_s));
        environment.insert(u"KAPTAN_DATA_DIR"_s, m_home.filePath(u"data"_s));
        environment.insert(u"DOCKER_HOST"_s, u"unix://"_s + m_socket);
        environment.insert(u"LANG"_s, u"C.UTF-8"_s);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(kaptan::test::kaptanctl(), words);
    }

    /// Of the container's CPU, as another process reads them.
    int samples() const
    {
        QProcess reader;
        start(reader, {u"metrics"_s, u"cli-recorded"_s, u"--metric"_s, u"cpu"_s, u"--since"_s, u"10m"_s,
                       u"-o"_s, u"csv"_s});
        if (!reader.waitForFinished(slow) || reader.exitCode() != 0)
            return 0;
        return int(reader.readAll().count('\n')) - 1;
    }

    QTemporaryDir m_home;
    QString m_socket, m_container;
};

QTEST_GUILESS_MAIN(TestRecord)
#include "tst_record.moc"
