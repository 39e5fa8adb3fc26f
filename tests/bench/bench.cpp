#include "bench.h"

#include "app/net/http.h"

#include <QCoreApplication>
#include <QDate>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <deque>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bench
{

namespace
{

[[noreturn]] void die(const QString& why)
{
    std::fprintf(stderr, "bench: %s\n", qPrintable(why));
    std::exit(3);
}

/// A client of the bench's own, in a thread of its own, beside the one that is measured.
struct Caller {
    Caller()
    {
        client = new kaptan::net::Client(kaptan::net::Endpoint::unixSocket(dockerSocket()));
        client->moveToThread(&thread);
        QObject::connect(&thread, &QThread::finished, client, &QObject::deleteLater);
        thread.start();
    }

    ~Caller()
    {
        thread.quit();
        thread.wait();
    }

    QFuture<kaptan::Result<kaptan::net::Response>> send(const QByteArray& method, const QString& path,
                                                        const QByteArray& body)
    {
        kaptan::net::Request request;
        request.method = method;
        request.path = path.section(u'?', 0, 0);
        request.query = QUrlQuery(path.section(u'?', 1));
        request.body = body;
        request.timeout = std::chrono::minutes(2);
        if (!body.isEmpty())
            request.headers << qMakePair(QByteArray("Content-Type"), QByteArray("application/json"));
        return client->send(request);
    }

    QThread thread;
    kaptan::net::Client* client;
};

QByteArray bodyOf(QFuture<kaptan::Result<kaptan::net::Response>> future, const QString& path)
{
    future.waitForFinished();
    const auto result = future.result();
    if (!result)
        die(path + u": "_s + result.error().message());
    if (result->status >= 400)
        die(path + u": "_s + QString::number(result->status) + u' ' + QString::fromUtf8(result->body));
    return result->body;
}

Caller& caller()
{
    static Caller instance;
    return instance;
}

} // namespace

QString dockerSocket()
{
    static const QString path = qEnvironmentVariable("KAPTAN_TEST_DOCKER");
    if (path.isEmpty())
        die(u"KAPTAN_TEST_DOCKER names no engine; start this through tests/bench/run"_s);
    return path;
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    const auto n = values.size();
    return n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

double wallMs(const std::function<void()>& fn)
{
    QElapsedTimer timer;
    timer.start();
    fn();
    return double(timer.nsecsElapsed()) / 1e6;
}

double curlMs(const QString& socket, const QString& path, const QString& output)
{
    QProcess curl;
    const double ms = wallMs([&] {
        curl.start(u"curl"_s, {u"-sS"_s, u"-f"_s, u"--unix-socket"_s, socket, u"-o"_s, output,
                               u"http://engine"_s + path});
        if (!curl.waitForFinished(300000))
            die(u"curl did not end"_s);
    });
    if (curl.exitCode() != 0)
        die(u"curl: "_s + QString::fromUtf8(curl.readAllStandardError()));
    return ms;
}

double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

qint64 residentBytes()
{
    QFile statm(u"/proc/self/statm"_s);
    if (!statm.open(QIODevice::ReadOnly))
        die(u"no /proc/self/statm"_s);
    return statm.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

void until(const std::function<bool()>& condition, int seconds, const char* what)
{
    QElapsedTimer timer;
    timer.start();
    QTimer looks; // wakes the loop where no event does
    looks.start(2);
    while (!condition()) {
        if (timer.elapsed() > seconds * 1000)
            die(u"waited in vain: "_s + QString::fromUtf8(what));
        // Not with a time: that overload returns at once, and would keep a core busy that is measured.
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

void spin(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

QByteArray call(const QByteArray& method, const QString& path, const QByteArray& body)
{
    return bodyOf(caller().send(method, path, body), path);
}

void callMany(int count, const std::function<std::tuple<QByteArray, QString, QByteArray>(int)>& make)
{
    std::deque<std::pair<QString, QFuture<kaptan::Result<kaptan::net::Response>>>> underWay;
    for (int i = 0; i < count; ++i) {
        const auto [method, path, body] = make(i);
        underWay.emplace_back(path, caller().send(method, path, body));
        if (underWay.size() >= 8) {
            bodyOf(underWay.front().second, underWay.front().first);
            underWay.pop_front();
        }
    }
    for (const auto& [path, future] : underWay)
        bodyOf(future, path);
}

int measure(QStringList names, const QStringList& all, const std::map<QString, Figure>& figures)
{
    if (names.isEmpty() || names == QStringList{u"kube"_s})
        names = all;
    QList<Row> rows;
    for (const QString& name : std::as_const(names)) {
        const auto figure = figures.find(name);
        if (figure == figures.end()) {
            std::fprintf(stderr, "no such figure: %s (%s)\n", qPrintable(name), qPrintable(all.join(u' ')));
            return 2;
        }
        rows += figure->second();
    }

    std::printf("\nMeasured %s on %d cores.\n\n| figure | Kaptan | peer or limit | ratio | goal "
                "|\n|---|---:|---:|---:|---:|\n",
                qPrintable(QDate::currentDate().toString(Qt::ISODate)), QThread::idealThreadCount());
    bool met = true;
    for (const Row& row : std::as_const(rows)) {
        const bool good = row.ratio <= row.goal;
        met = met && good;
        std::printf("| %s | %s | %s | %.2f | ≤ %.2f%s |\n", qPrintable(row.figure), qPrintable(row.ours),
                    qPrintable(row.peer), row.ratio, row.goal, good ? "" : " MISSED");
    }
    std::printf("\n%s\n", met ? "All goals met." : "A goal was missed.");
    return met ? 0 : 1;
}

} // namespace bench
