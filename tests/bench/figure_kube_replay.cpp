// 100,000 pods and 1,000 events a second, which no server gives on a small machine.
#include "pod_farm.h"
#include "pod_table.h"
#include "replay.h"

using namespace Qt::StringLiterals;
using namespace kaptan;

namespace bench
{

QList<Row> kubeReplay()
{
    constexpr int pods = 100'000;
    net::IoThread thread(u"farm"_s);
    PodFarm farm(pods);
    kube::PodCache* cache = thread.adopt(std::make_unique<kube::PodCache>(
        farm, kube::WatchTarget{u"/api/v1/pods"_s, u"Pod"_s, {}, {}}, Clock::system()));
    PodTable table;
    spin(300); // its first paint loads fonts
    ui::StallMeter meter;
    table.model.setCaches({cache});
    thread.run([cache] { cache->start(); });
    until([&] { return table.holds(pods); }, 120, "100,000 pods");
    const auto filling = meter.report();
    say("100,000 rows: filling", filling);

    // 1,000 changes a second for a minute; of each hundred five are new pods and five go.
    Trail trail;
    QObject::connect(&table.model, &ui::PodsModel::caughtUp, &table.model, [&] {
        trail.look([&](const QString& uid) { return seqOf(table.model.pod(uid).get()); });
    });
    constexpr int events = 60'000;
    Replay made(farm, pods, events);
    std::atomic<bool> done{false};
    spin(1000);
    meter.reset();
    thread.run([&] { made.start(1000, events, &trail, done); });
    until([&] { return done.load(); }, 120, "the replay");
    until([&] { return trail.isEmpty(); }, 30, "its last event");
    const auto replay = meter.report();
    spin(200);
    qint64 lost = 0;
    for (size_t i = 0; i < made.last().size(); ++i) {
        const int seq = made.last()[i];
        if (seq == Replay::untouched)
            continue;
        const auto pod = table.model.pod(PodFarm::uid(int(i)));
        lost += seq == 0 ? bool(pod) : seqOf(pod.get()) != seq;
    }
    std::printf("replay: worst %.0f ms behind\n", trail.worstMs());
    say("  turns", replay);

    // Sort by every column, both ways; type a filter letter by letter and take it away.
    meter.reset();
    for (int column = 0; column < table.model.columnCount(); ++column) {
        for (const Qt::SortOrder order : {Qt::DescendingOrder, Qt::AscendingOrder}) {
            bool sorted = false;
            const auto connection = QObject::connect(&table.model, &QAbstractItemModel::layoutChanged,
                                                     &table.model, [&] { sorted = true; });
            table.model.sort(column, order);
            QElapsedTimer patience;
            patience.start();
            until([&] { return sorted || patience.elapsed() > 3000; }, 60, "a sort");
            QObject::disconnect(connection);
            spin(20);
        }
    }
    const auto sorting = meter.report();
    say("sort, 8 columns both ways", sorting);
    table.model.sort(0, Qt::AscendingOrder);
    spin(1500);
    meter.reset();
    for (const char* word : {"service-12", "crash", "node-7 run", "10.0.1"}) {
        const QString whole = QString::fromLatin1(word);
        for (int i = 1; i <= whole.size(); ++i) {
            table.model.setFilter(whole.left(i));
            spin(250); // it takes several turns
            spin(20);
        }
        std::printf("filter \"%s\": %d of %d\n", word, table.model.shown(), table.model.total());
        table.model.setFilter({});
        spin(200);
    }
    const auto filtering = meter.report();
    say("filter, letter by letter", filtering);
    table.model.setCaches({});
    spin(100);
    return {worstTurn(u"100,000 rows come into the table, worst turn"_s, filling),
            nothingLost(u"1,000 events a second for a minute, 100,000 pods"_s, events, lost),
            behind(u"table behind them, at most"_s, trail.worstMs()),
            turns(u"turns of the UI loop meanwhile, 99.9 %"_s, replay),
            worstTurn(u"sort of 100,000 rows by each column, worst turn"_s, sorting),
            worstTurn(u"filter of 100,000 rows letter by letter, worst turn"_s, filtering)};
}

QList<Row> kubeSoak()
{
    // An hour of a busy cluster (200 events a second) in a few minutes: as many events, one after another.
    constexpr int pods = 100'000, events = 720'000, parts = 6;
    net::IoThread thread(u"farm"_s);
    PodFarm farm(pods);
    kube::PodCache* cache = thread.adopt(std::make_unique<kube::PodCache>(
        farm, kube::WatchTarget{u"/api/v1/pods"_s, u"Pod"_s, {}, {}}, Clock::system()));
    PodTable table;
    table.model.setCaches({cache});
    thread.run([cache] { cache->start(); });
    until([&] { return table.holds(pods); }, 120, "100,000 pods");
    Replay made(farm, pods, events);
    QList<double> resident;
    for (int part = 1; part <= parts; ++part) {
        std::atomic<bool> done{false};
        thread.run([&] { made.start(4000, events / parts * part, nullptr, done); });
        until([&] { return done.load() && !table.model.isBehind(); }, 300, "a sixth of an hour");
        spin(2000);
        resident << double(residentBytes());
        std::printf("soak: after %d minutes' events %.0f MiB\n", part * 10, resident.last() / mib);
        std::fflush(stdout);
    }
    table.model.setCaches({});
    spin(100);
    const double grown = std::max(0.0, resident.last() - resident.first());
    return {{u"memory growth from the 10th to the 60th minute of an hour's events, 100,000 pods"_s,
             text(grown / mib, "MiB", 1), u"limit 4 MiB (%1 held)"_s.arg(text(resident.first() / mib, "MiB")),
             grown / (4 * mib), 1.0}};
}

} // namespace bench
