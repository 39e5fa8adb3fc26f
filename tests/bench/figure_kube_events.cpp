// A table that is kept true while a genuine server's pods change.
#include "pod_table.h"

#include <QSemaphore>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace kaptan;

namespace bench
{

QList<Row> kubeEvents()
{
    const int pods = wanted();
    makePods(pods);
    KubeConnection connection;
    Gate gate(*connection.api);
    PodTable table, late;
    kube::PodCache* cache = startCache(connection, *connection.api);
    kube::PodCache* lateCache = startCache(connection, gate);
    table.model.setCaches({cache});
    late.model.setCaches({lateCache});
    const auto isLive = [](const kube::PodCache* one) {
        return one->state().phase == kube::WatchState::Phase::Live;
    };
    until([&] { return table.holds(pods) && late.holds(pods) && isLive(cache) && isLive(lateCache); }, 300,
          "every pod twice");
    connection.thread.run([&] { gate.cut(); });
    spin(1000);

    QHash<QString, QString> uids; // by name
    for (const auto& row : cache->snapshot())
        uids.insert(row->name.toString(), row->uid.toString());

    // 200 changes a second for a minute, by label.
    static int base =
        int(QDateTime::currentSecsSinceEpoch() % 1'000'000) * 1000; // newer than that of the last run
    constexpr int changes = 12'000;
    Trail trail;
    const auto shown = [](ui::PodsModel& model) {
        return [&model](const QString& uid) { return seqOf(model.pod(uid).get()); };
    };
    QObject::connect(&table.model, &ui::PodsModel::caughtUp, &table.model,
                     [&] { trail.look(shown(table.model)); });
    QHash<QString, int> last; // by uid
    std::atomic<bool> written{false};
    std::atomic<int> count{0};
    std::unique_ptr<QThread> maker(QThread::create([&] {
        KubeWriter writer;
        QSemaphore pace; // never given: its time limit holds the rate
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < changes && timer.elapsed() < 90'000; ++i) {
            const int pod = int((qint64(i) * 7919) % pods);
            const QString uid = uids.value(podName(pod));
            const int seq = base + i;
            auto future =
                writer.send("PATCH", podPath(pod),
                            R"({"metadata":{"labels":{"seq":")" + QByteArray::number(seq) + R"("}}})",
                            "application/merge-patch+json");
            future.then([&trail, uid, seq](const Result<net::Response>&) { trail.sent(uid, seq); });
            last.insert(uid, seq);
            ++count;
            writer.settle(8);
            while (timer.elapsed() < qint64(i) * 5)
                pace.tryAcquire(1, 1);
        }
        writer.settle(0);
        written = true;
    }));
    QElapsedTimer timer;
    timer.start();
    ui::StallMeter meter;
    maker->start();
    until([&] { return written.load(); }, 120, "the writer");
    const double rate = double(count) * 1000 / double(timer.elapsed());
    const auto steady = meter.report();
    maker->wait();
    const auto missing = [&](ui::PodsModel& model) {
        qint64 lost = 0;
        for (auto it = last.cbegin(); it != last.cend(); ++it)
            lost += seqOf(model.pod(it.key()).get()) != it.value();
        return lost;
    };
    spin(1000);
    const qint64 lost = missing(table.model);
    std::printf("events: %.0f a second, %d seen by the trail, worst %.0f ms behind\n", rate, trail.seen(),
                trail.worstMs());
    say("  turns", steady);

    // All of it at once, for one who was away.
    meter.reset();
    timer.start();
    connection.thread.run([&] {
        gate.release();
        lateCache->retryNow();
    });
    QElapsedTimer waiting;
    waiting.start();
    qint64 left = missing(late.model);
    while (left > 0 && waiting.elapsed() < 120'000) {
        spin(250);
        const qint64 before = std::exchange(left, missing(late.model));
        if (left == before && waiting.elapsed() % 5000 < 300)
            std::printf("  %lld left after %lld ms, phase %d, behind %d\n", left, waiting.elapsed(),
                        int(lateCache->state().phase), int(late.model.isBehind()));
    }
    const double burstMs = double(timer.nsecsElapsed()) / 1e6;
    const auto burst = meter.report();
    const qint64 burstLost = missing(late.model);
    std::printf("burst: %d events in %.0f ms\n", int(count), burstMs);
    say("  turns (with the looks of the bench)", burst);
    table.model.setCaches({});
    late.model.setCaches({});
    connection.thread.dismiss(lateCache);
    connection.thread.dismiss(cache);
    spin(200);

    return {nothingLost(u"%1 events a second for a minute, %2 pods"_s.arg(rate, 0, 'f', 0).arg(pods), count,
                        lost),
            behind(u"table behind the server meanwhile, at most"_s, trail.worstMs()),
            turns(u"turns of the UI loop meanwhile, 99.9 %"_s, steady),
            nothingLost(u"the same events at once from an older version (%1)"_s.arg(text(burstMs, "ms")),
                        count, burstLost),
            turns(u"turns of the UI loop meanwhile, 99.9 %"_s, burst)};
}

} // namespace bench
