// How soon 50,000 pods stand in the table, and what they cost.
#include "pod_table.h"
#include "tests/e2e/window_driver.h"

#include <QApplication>
#include <QProcess>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace kaptan;

namespace bench
{

QList<Row> kubeTable()
{
    const int pods = wanted();
    makePods(pods);
    const bool withKubectl = !qEnvironmentVariableIsSet("KAPTAN_BENCH_WITHOUT_KUBECTL");
    QList<double> ours, first, reader, kubectl;
    double worstNs = 0;
    for (int run = 0; run < 5; ++run) {
        reader << throwAwayMs({});
        if (withKubectl)
            kubectl << kubectlMs();

        PodTable table;
        spin(200);
        ui::StallMeter meter;
        QElapsedTimer timer;
        double firstMs = 0;
        bool painted = false;
        KubeConnection connection;
        timer.start();
        kube::PodCache* cache = startCache(connection, *connection.api);
        table.model.setCaches({cache});
        until([&] { return table.model.total() > 0; }, 60, "the first pods");
        table.view.viewport()->repaint();
        firstMs = double(timer.nsecsElapsed()) / 1e6;
        until([&] { return table.holds(pods); }, 300, "every pod");
        table.view.viewport()->repaint();
        painted = true;
        ours << double(timer.nsecsElapsed()) / 1e6;
        first << firstMs;
        worstNs = std::max(worstNs, double(meter.report().worstCpuNs));
        std::printf("pods, run %d: Kaptan %.0f ms (first %.0f ms, UI %.0f ms of CPU), reader %.0f ms, "
                    "kubectl %.0f ms\n",
                    run + 1, ours.last(), firstMs, double(meter.report().cpuNs) / 1e6, reader.last(),
                    kubectl.isEmpty() ? 0 : kubectl.last());
        say("  its turns", meter.report());
        table.model.setCaches({});
        if (!painted)
            return {};
    }
    const double all = median(ours);
    QList<Row> rows{{u"%1 pods, from connecting to every row in the table"_s.arg(pods), text(all, "ms"),
                     u"a reader that throws the pages away %1"_s.arg(text(median(reader), "ms")),
                     all / median(reader), 1.3}};
    if (withKubectl)
        rows << Row{u"the same against kubectl"_s, text(all, "ms"),
                    u"kubectl get pods -A %1"_s.arg(text(median(kubectl), "ms")), all / median(kubectl),
                    0.35};
    rows << Row{u"first rows of them"_s, text(median(first), "ms"), u"all rows %1"_s.arg(text(all, "ms")),
                median(first) / all, 0.1}
         << Row{u"worst turn of the UI loop meanwhile"_s, text(worstNs / 1e6, "ms of CPU", 1),
                u"limit 16 ms"_s, worstNs / 16e6, 1.0};
    return rows;
}

QList<Row> kubeMemory()
{
    const int pods = wanted();
    makePods(pods);
    QList<double> resident;
    for (int run = 0; run < 1; ++run) {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(), {u"kube-resident"_s});
        if (!child.waitForFinished(300'000) || child.exitCode() != 0)
            qFatal("the measured program failed");
        resident << child.readAllStandardOutput().split('\n').value(0).toDouble();
        std::printf("memory, run %d: %.0f MiB with %d pods\n", run + 1, resident.last() / mib, pods);
        std::fflush(stdout);
    }
    const double limit = pods > 50'000 ? 220 : 150;
    return {{u"resident memory of the whole program with %1 pods shown"_s.arg(pods),
             text(median(resident) / mib, "MiB"), u"limit %1"_s.arg(text(limit, "MB")),
             median(resident) / (limit * 1e6), 1.0}};
}

QList<Row> kubeResident()
{
    // The whole program in a process of its own: prints the bytes and measures nothing else.
    const int pods = wanted();
    spin(500);
    std::fprintf(stderr, "without it: %.0f MiB\n", double(residentBytes()) / mib);
    const auto driver = WindowDriver::onCluster(qEnvironmentVariable("KAPTAN_BENCH_KUBECONFIG"));
    ui::StallMeter meter;
    until([&] { return driver->isLive(); }, 60, "the cluster");
    driver->window()->openPane(u"cluster"_s, {{u"kind"_s, u"pods"_s}});
    const auto shown = [&] {
        const auto* table = driver->window()->findChild<ui::TableView*>(u"kubeTable"_s);
        return table && table->isVisible() ? table->rowModel()->total() : 0;
    };
    until([&] { return shown() >= pods; }, 300, "every pod");
    const auto report = meter.report();
    std::fprintf(stderr, "the window meanwhile: %lld turns, worst %.1f ms of CPU, %lld above a frame\n",
                 report.turns, double(report.worstCpuNs) / 1e6, report.overFrame);
    std::fprintf(stderr, "at once: %.0f MiB\n", double(residentBytes()) / mib);
    spin(40'000); // a worker that waits for half a minute ends, with the buffers of its parser
    std::printf("%lld\n", residentBytes());
    std::fflush(stdout);
    std::_Exit(0);
}

} // namespace bench
