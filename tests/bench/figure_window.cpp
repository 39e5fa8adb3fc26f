#include "bench.h"

#include "tests/e2e/window_driver.h"
#include "ui/common/stall_meter.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <poll.h>

using namespace Qt::StringLiterals;

namespace bench
{

namespace
{

constexpr int containers = 1000;

void makeContainers()
{
    static bool made = false;
    if (made)
        return;
    made = true;
    std::printf("making %d containers ...\n", containers);
    std::fflush(stdout);
    callMany(containers, [](int i) {
        return std::tuple<QByteArray, QString, QByteArray>{
            "POST", u"/v1.41/containers/create?name=bench-%1"_s.arg(i, 4, 10, QLatin1Char('0')),
            R"({"Image":"test/busybox:1","Cmd":["sleep","1000"]})"};
    });
}

/// Sees the first paint of a viewport after its model holds so many rows.
class PaintWatch : public QObject
{
public:
    PaintWatch(QTableView* table, int rows) : m_table(table), m_rows(rows)
    {
        table->viewport()->installEventFilter(this);
    }

    bool painted = false;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && m_table->model()->rowCount() >= m_rows)
            painted = true;
        return QObject::eventFilter(watched, event);
    }

private:
    QTableView* m_table;
    int m_rows;
};

QString address()
{
    return u"unix://"_s + dockerSocket();
}

} // namespace

QList<Row> firstTable()
{
    makeContainers();
    QTemporaryDir folder;
    const QString file = folder.filePath(u"list"_s);
    QList<double> ours, peer;
    for (int run = 0; run < 5; ++run) {
        peer << curlMs(dockerSocket(), u"/v1.41/containers/json?all=1"_s, file);

        // The window stands, nothing is connected: what an operator has who chooses a connection.
        WindowDriver driver({});
        kaptan::session::ConnectionSpec spec;
        spec.name = u"bench"_s;
        spec.address = address();
        const QString id = driver.app().connections().add(spec).value().id;
        driver.openPane(u"deployments"_s);
        PaintWatch watch(driver.table(u"deploymentsTable"_s), containers);
        spin(200);
        ours << wallMs([&] {
            driver.window()->connectTo(id);
            until([&] { return watch.painted; }, 60, "the table of 1,000 containers");
        });
        std::printf("table, run %d: Kaptan %.0f ms, curl %.0f ms\n", run + 1, ours.last(), peer.last());
        std::fflush(stdout);
    }
    return {{u"first table of 1,000 containers painted"_s, u"%1 ms"_s.arg(median(ours), 0, 'f', 0),
             u"curl /containers/json?all=1 %1 ms"_s.arg(median(peer), 0, 'f', 0), median(ours) / median(peer),
             1.5}};
}

QList<Row> idleAndEvents()
{
    makeContainers();
    WindowDriver driver(address());
    driver.openPane(u"deployments"_s);
    until([&] { return driver.table(u"deploymentsTable"_s)->model()->rowCount() >= containers; }, 60,
          "1,000 rows");
    spin(10'000); // whatever is done once is done

    const double cpuBefore = cpuMs();
    const qint64 memoryBefore = residentBytes();
    spin(60'000);
    const double idle = (cpuMs() - cpuBefore) / 60'000;
    const qint64 grown = residentBytes() - memoryBefore;
    std::printf("idle: %.3f %% of a core over a minute, memory %+lld KiB\n", idle * 100, grown / 1024);
    std::fflush(stdout);

    // 100 events a second, by renaming: each changes a row's name and so its place.
    kaptan::ui::StallMeter meter;
    std::atomic<bool> go{true};
    std::atomic<int> events{0};
    std::unique_ptr<QThread> maker(QThread::create([&] {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; go; ++i) {
            const QString name = u"bench-%1"_s.arg(i % containers, 4, 10, QLatin1Char('0'));
            const QString other = u"renamed-%1"_s.arg(i % containers, 4, 10, QLatin1Char('0'));
            const bool back = (i / containers) % 2;
            call("POST",
                 u"/v1.41/containers/%1/rename?name=%2"_s.arg(back ? other : name, back ? name : other));
            ++events;
            const qint64 due = i * 10;
            while (go && timer.elapsed() < due)
                poll(nullptr, 0, 1); // keeps the pace of 100 a second
        }
    }));
    meter.reset();
    QElapsedTimer timer;
    timer.start();
    maker->start();
    spin(30'000);
    const auto report = meter.report();
    const double rate = double(events) * 1000 / double(timer.elapsed());
    go = false;
    maker->wait();
    std::printf("events: %.0f a second, %lld turns, worst %.1f ms CPU (%.1f ms wall), %lld over 16 ms\n",
                rate, report.turns, double(report.worstCpuNs) / 1e6, double(report.worstWallNs) / 1e6,
                report.overFrame);
    std::fflush(stdout);

    // Growth of a page or two is the allocator's; a leak of 30 kB a second would be 1,800 KiB.
    return {{u"idle with 1,000 containers listed, one minute"_s,
             u"%1 % of a core"_s.arg(idle * 100, 0, 'f', 2), u"limit 1 %"_s, idle / 0.01, 1.0},
            {u"memory growth over that minute"_s, u"%1 KiB"_s.arg(grown / 1024), u"limit 512 KiB"_s,
             double(std::max<qint64>(grown, 0)) / (512 * 1024), 1.0},
            {u"worst turn of the UI loop, %1 events a second"_s.arg(rate, 0, 'f', 0),
             u"%1 ms of CPU"_s.arg(double(report.worstCpuNs) / 1e6, 0, 'f', 1), u"limit 16 ms"_s,
             double(report.worstCpuNs) / 16e6, 1.0}};
}

} // namespace bench
